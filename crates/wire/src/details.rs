//! One invitation from all sides: its history, its QR code, its label and note, another one in its place.

use crate::{CreateInvitationRequest, InvitationView, Moment, PersonView};
use serde::{Deserialize, Serialize};

/// Sets label and note: the only fields that ever change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeInvitationRequest {
    /// Id or code.
    pub invitation: String,
    /// What it is for, up to 200 characters; none or empty: nothing.
    pub label: Option<String>,
    /// What is to be remembered, up to 2 000 characters, in lines; none or empty: nothing.
    pub note: Option<String>,
    /// The label stays as it is, whatever stands above.
    #[serde(default)]
    pub keep_label: bool,
    /// The note stays as it is.
    #[serde(default)]
    pub keep_note: bool,
}

/// Revokes an invitation and makes another in its place, or neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplaceInvitationRequest {
    /// Id or code of the one to end.
    pub invitation: String,
    /// Why, up to 200 characters.
    pub reason: Option<String>,
    /// The new one, whole: what is missing here is not taken from the old one.
    pub with: CreateInvitationRequest,
}

/// Both, as they stand now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedView {
    /// Revoked.
    pub old: InvitationView,
    /// In its place.
    pub new: InvitationView,
}

/// What happened to one invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// Newest first; at most 500.
    pub items: Vec<HistoryEventView>,
    /// How many there are in all.
    pub total: u64,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEventView {
    /// The event's id.
    pub id: String,
    /// When.
    pub at: Moment,
    /// What.
    pub what: HistoryEvent,
    /// Who; none: somebody without an account, or the program.
    pub actor: Option<PersonView>,
    /// The device's name.
    pub device: String,
}

/// What can happen to an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum HistoryEvent {
    /// It was made.
    Created {
        /// In the place of the one with this id.
        replaces: Option<String>,
    },
    /// Put on a clipboard: `code`, `link`, `text` or `picture`.
    Copied {
        /// Which.
        form: String,
    },
    /// Its QR code left the list: on the `screen`, in a `file`, in `print`.
    Shown {
        /// How.
        how: String,
    },
    /// Label and note were changed.
    Described {
        /// The label before.
        label_before: Option<String>,
        /// The label since.
        label: Option<String>,
        /// The note before.
        note_before: Option<String>,
        /// The note since.
        note: Option<String>,
    },
    /// Somebody with the right code was refused.
    Refused {
        /// `expired`, `used_up`, `revoked`, `replaced`, `wrong_email`, `wrong_domain`, `already_member`,
        /// `username_taken`, `changed`, `creator_may_not`.
        cause: String,
    },
    /// Somebody joined.
    Used {
        /// Who.
        person: Option<PersonView>,
    },
    /// It was ended.
    Revoked {
        /// Why.
        reason: Option<String>,
        /// The id of the one in its place.
        replaced_by: Option<String>,
    },
    /// It was cleaned up.
    Archived,
    /// Something that a newer version wrote.
    Unknown {
        /// The event's name.
        event: String,
    },
}

/// A QR code of the invite link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrView {
    /// Modules on a side, without the quiet zone of four.
    pub size: u32,
    /// Row by row from the top left: `1` is dark.
    pub modules: String,
}
