//! Many invitations at once: which, what becomes of them, and how far it is. Work that takes long is a job: it is asked about and can be cancelled,
//! and cancelled means that nothing of it happened.

use crate::{CreateInvitationRequest, ErrorView, ListInvitationsRequest};
use serde::{Deserialize, Serialize};

/// Which invitations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SelectionRequest {
    /// These, by id; at most 10 000.
    These {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that match; page and order don't count.
    Matching {
        /// The list's own request.
        list: Box<ListInvitationsRequest>,
        /// But not these.
        but: Vec<String>,
    },
}

/// Ends many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyRequest {
    /// Which.
    pub selection: SelectionRequest,
    /// Why, up to 200 characters.
    pub reason: Option<String>,
}

/// What ending them would do, and what it did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyView {
    /// Active ones: they are ended.
    pub revoked: u64,
    /// Uses that were left in those.
    pub uses_left: u64,
    /// People who joined by those, and stay.
    pub joined: u64,
    /// Skipped: used up.
    pub used: u64,
    /// Skipped: expired.
    pub expired: u64,
    /// Skipped: revoked before.
    pub already_revoked: u64,
}

/// Cleans up: archives what ended long ago.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CleanUpRequest {
    /// Ended more than so many days ago; none: policy's number. At least 1.
    pub days: Option<u32>,
}

/// What cleaning up would take, and what it took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanUpView {
    /// Ended more than so many days ago.
    pub days: u32,
    /// Invitations in all.
    pub invitations: u64,
    /// Of them: used up.
    pub used: u64,
    /// Of them: expired.
    pub expired: u64,
    /// Of them: revoked.
    pub revoked: u64,
}

/// Makes many of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateManyRequest {
    /// What each is like. No email: one address is for one invitation.
    pub each: CreateInvitationRequest,
    /// 1 to 100 000.
    pub count: u32,
}

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
    /// Done: all of it.
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
    },
    /// Ended some.
    Revoked(RevokeManyView),
    /// Archived some.
    CleanedUp(CleanUpView),
    /// Wrote so many rows into a file.
    Exported {
        /// How many.
        rows: u64,
        /// Where.
        path: String,
    },
}
