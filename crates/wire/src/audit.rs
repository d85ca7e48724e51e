//! The audit trail and the state of the file, as an administrator sees them. Contains no invitation codes.

use crate::{ErrorView, Moment, PersonView};
use serde::{Deserialize, Serialize};

/// Asks for a page of the trail, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAuditRequest {
    /// From 1.
    pub page: u32,
    /// 1 to 500.
    pub page_size: u32,
}

impl Default for ListAuditRequest {
    fn default() -> Self {
        Self { page: 1, page_size: 50 }
    }
}

/// One event, for display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEventView {
    /// UUID.
    pub id: String,
    /// The device's own sequence number, from 1 without gaps.
    pub seq: u64,
    /// When it happened.
    pub at: Moment,
    /// The event's name: `invitation_created`.
    pub event: String,
    /// The account that did it; none for a stranger or the program itself.
    pub actor: Option<PersonView>,
    /// Name of the device that wrote the event.
    pub device: String,
    /// `done`, `refused` or `not_permitted`; `unknown` for an event that a newer version wrote.
    pub outcome: String,
    /// What it concerns: an account's username, an invitation's id, a department's name …
    pub subject: Option<String>,
}

/// One page of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPageView {
    /// Newest first.
    pub items: Vec<AuditEventView>,
    /// How many events the trail has.
    pub total: u64,
    /// The page returned.
    pub page: u32,
    /// As in the request.
    pub page_size: u32,
}

/// Asks for a verification of the trail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerifyAuditRequest {
    /// An earlier [`AuditVerifyView::head`] to look for; none: the one in the keychain.
    pub head: Option<String>,
}

/// Result of walking the hash chains and comparing a replay with the tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditVerifyView {
    /// No chain is broken, and all tables match the events.
    pub complete: bool,
    /// How many events were checked.
    pub events: u64,
    /// Sequence number of the event where a chain breaks.
    pub breaks_at: Option<u64>,
    /// What is wrong there, in one sentence.
    pub problem: Option<String>,
    /// The tables that differ from the replay, each with the number of rows: `account (1 row)`.
    pub tables: Vec<String>,
    /// The counts that differ from the rows, so that lists show wrong totals. `doctor` rebuilds them.
    pub counts: Vec<String>,
    /// End of this device's chain: its id, number of events and last hash, separated by colons. Kept elsewhere, it
    /// reveals later whether the chain was truncated or an older file restored.
    pub head: Option<String>,
    /// Whether the chain still holds the noted head, from the request or the keychain. None: there was none to compare.
    pub holds_noted: Option<bool>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupView {
    /// Full path of the copy.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// End of the audit trail in the copy, as in [`AuditVerifyView::head`].
    pub head: Option<String>,
}

/// A backup that replaced the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoredView {
    /// How many events the restored file holds.
    pub events: u64,
    /// Where the previous file was moved; none: there was none.
    pub replaced: Option<String>,
    /// Why the restored file does not open; none: it opens.
    pub trouble: Option<ErrorView>,
}

/// One line of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// What was checked: `data file`, `encryption`, `keychain`, `audit trail` …
    pub name: String,
    /// Whether nothing is wrong.
    pub ok: bool,
    /// The finding, and what to do if something is wrong.
    pub detail: String,
}

/// All findings of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoctorView {
    /// Whether nothing is wrong in any check.
    pub ok: bool,
    /// One per check, in the order in which they ran.
    pub checks: Vec<CheckView>,
}
