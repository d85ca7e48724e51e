//! Work that takes long: how far it is, and what became of it. Keeps out what it works on.

use crate::{CleanUpView, ErrorView, ImportView, MadeInvitationView, RevokeManyView, UsersChangedView};
use serde::{Deserialize, Serialize};

/// Names a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobRequest {
    /// Its id.
    pub job: String,
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobView {
    /// Its id.
    pub job: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all, once that is known.
    pub total: Option<u64>,
    /// Running, or how it ended.
    pub state: JobState,
}

/// What became of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum JobState {
    /// Still at it.
    Running,
    /// Done: all of it, unless its result says that some is left.
    Done {
        /// What it did.
        result: JobResult,
    },
    /// Cancelled: nothing of it.
    Cancelled,
    /// Failed: nothing of it.
    Failed {
        /// Why.
        error: ErrorView,
    },
}

/// What a job did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum JobResult {
    /// Made so many.
    Created {
        /// How many.
        invitations: u64,
        /// Each of them, if that was asked for.
        #[serde(default)]
        made: Vec<MadeInvitationView>,
    },
    /// Looked at a sheet, or made invitations of it.
    Imported(Box<ImportView>),
    /// Ended some.
    Revoked(RevokeManyView),
    /// Did something with many users, or looked what it would do.
    UsersChanged(UsersChangedView),
    /// Archived some.
    CleanedUp(CleanUpView),
    /// Made a PDF.
    Printed {
        /// Of how many.
        invitations: u64,
        /// Where.
        path: String,
        /// Emoji in names that no font of this device has, separated by spaces: the names are printed without them.
        #[serde(default)]
        left_out: Option<String>,
    },
    /// Wrote so many rows into a file.
    Exported {
        /// How many.
        rows: u64,
        /// Where.
        path: String,
    },
}
