//! The audit trail and the state of the file, as an administrator sees them. Codes never stand in it.

use crate::{ErrorView, Moment, PersonView};
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
    /// `done`, `refused` or `not_permitted`; `unknown` for an event that a newer version wrote.
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

/// What else the trail is compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerifyAuditRequest {
    /// Where the chain ended at some time, as [`AuditVerifyView::head`] said it then.
    pub head: Option<String>,
}

/// What a walk along the hash chain and a replay beside the tables found.
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
    /// The tables that say something else than the events give, each with how many rows: `account (1 row)`.
    pub tables: Vec<String>,
    /// The counts that are not what the rows add up to: lists would count wrongly. `doctor` rebuilds them.
    pub counts: Vec<String>,
    /// Where this device's chain ends: its id, how many events it has, and the last one's hash, with colons between.
    /// Kept elsewhere, it shows later whether the end was cut off, or an older file put back.
    pub head: Option<String>,
    /// Whether the chain still holds the head that was noted: the one given, or the one in the keychain. None: there
    /// was none to compare.
    pub holds_noted: Option<bool>,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupView {
    /// Where it is.
    pub path: String,
    /// How large it is.
    pub bytes: u64,
    /// Where the audit trail ended then, as [`AuditVerifyView::head`].
    pub head: Option<String>,
}

/// A backup that took the place of the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoredView {
    /// How many events it holds.
    pub events: u64,
    /// Where the file is that stood there.
    pub replaced: Option<String>,
    /// What keeps the restored file from opening, if anything does.
    pub trouble: Option<ErrorView>,
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
