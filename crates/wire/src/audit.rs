//! The audit trail and the state of the file, as an administrator sees them. Codes never stand in it.

use crate::{Moment, PersonView};
use serde::{Deserialize, Serialize};

/// Which page of the trail, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAuditRequest {
    /// 1-based.
    pub page: u32,
    /// 1 to 500.
    pub page_size: u32,
}

impl Default for ListAuditRequest {
    fn default() -> Self {
        Self { page: 1, page_size: 50 }
    }
}

/// One event, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEventView {
    /// UUID.
    pub id: String,
    /// The device's own sequence number, from 1 without gaps.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// The event's name: `invitation_created`.
    pub event: String,
    /// Who: none for a stranger or the program itself.
    pub actor: Option<PersonView>,
    /// The device's name.
    pub device: String,
    /// `done`, `refused` or `not_permitted`.
    pub outcome: String,
    /// What it is about: an account's username, an invitation's id, a department's name …
    pub subject: Option<String>,
}

/// One page of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPageView {
    /// Newest first.
    pub items: Vec<AuditEventView>,
    /// How many events there are.
    pub total: u64,
    /// As given.
    pub page: u32,
    /// As asked.
    pub page_size: u32,
}

/// What a walk along the hash chain found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditVerifyView {
    /// All events are linked without a break, and the tables are what the events say.
    pub complete: bool,
    /// How many events were walked.
    pub events: u64,
    /// The sequence number at which it breaks.
    pub breaks_at: Option<u64>,
    /// What is wrong there.
    pub problem: Option<String>,
}

/// One line of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// What was looked at: `data file`, `encryption`, `keychain`, `audit trail` …
    pub name: String,
    /// Fine?
    pub ok: bool,
    /// What was found, and if it is not fine, what would be right.
    pub detail: String,
}

/// What `doctor` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoctorView {
    /// Every line is fine.
    pub ok: bool,
    /// The lines.
    pub checks: Vec<CheckView>,
}
