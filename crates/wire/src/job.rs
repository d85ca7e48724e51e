//! Long-running work: progress and result. Keeps out what it works on.

use crate::{CleanUpView, ErrorView, ImportView, MadeInvitationView, RevokeManyView, SendManyView, UsersChangedView};
use serde::{Deserialize, Serialize};

/// Names a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobRequest {
    /// From [`JobView::job`].
    pub job: String,
}

/// Progress of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobView {
    /// Names it in a [`JobRequest`].
    pub job: String,
    /// Steps done so far.
    pub done: u64,
    /// Steps in all; none until that is known.
    pub total: Option<u64>,
    /// Whether it runs, or how it ended.
    pub state: JobState,
}

/// Whether a job runs, or how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum JobState {
    /// Not finished yet.
    Running,
    /// Finished, completely unless its result says that some is left.
    Done {
        /// What it did, by the kind of job.
        result: JobResult,
    },
    /// Cancelled: nothing was changed.
    Cancelled,
    /// Failed: nothing was changed.
    Failed {
        /// The error that ended it.
        error: ErrorView,
    },
}

/// The result of a finished job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum JobResult {
    /// Created invitations.
    Created {
        /// How many were created.
        invitations: u64,
        /// Each of them, if [`crate::CreateManyRequest::named`] was set.
        #[serde(default)]
        made: Vec<MadeInvitationView>,
    },
    /// Previewed or imported a sheet.
    Imported(Box<ImportView>),
    /// Revoked a selection.
    Revoked(RevokeManyView),
    /// Changed many users, or previewed it.
    UsersChanged(UsersChangedView),
    /// Queued a selection to be sent by email.
    Queued(SendManyView),
    /// Archived old invitations.
    CleanedUp(CleanUpView),
    /// Wrote a PDF of cards or posters.
    Printed {
        /// How many invitations are in it.
        invitations: u64,
        /// Full path of the file.
        path: String,
        /// Emoji in names that no font of this device has, separated by spaces: the names are printed without them.
        #[serde(default)]
        left_out: Option<String>,
    },
    /// Exported a list.
    Exported {
        /// How many rows were written.
        rows: u64,
        /// Full path of the file.
        path: String,
    },
}
