//! Details of one invitation: history, QR code, label and note, replacement.

use crate::{CreateInvitationRequest, InvitationView, Moment, PersonView};
use serde::{Deserialize, Serialize};

/// Sets label and note: the only fields that ever change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeInvitationRequest {
    /// Id or code.
    pub invitation: String,
    /// What it is for, up to 200 characters; none or empty: no label.
    pub label: Option<String>,
    /// A remark in lines, up to 2 000 characters; none or empty: no note.
    pub note: Option<String>,
    /// Leave the label as it is, whatever `label` holds.
    #[serde(default)]
    pub keep_label: bool,
    /// Leave the note as it is, whatever `note` holds.
    #[serde(default)]
    pub keep_note: bool,
}

/// Revokes an invitation and makes another in its place, or neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplaceInvitationRequest {
    /// Id or code of the one to end.
    pub invitation: String,
    /// The reason, up to 200 characters.
    pub reason: Option<String>,
    /// All values of the new one: nothing is copied from the old one.
    pub with: CreateInvitationRequest,
}

/// The old and the new invitation, after the replacement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedView {
    /// The old one, revoked.
    pub old: InvitationView,
    /// The new one.
    pub new: InvitationView,
}

/// The history of one invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// Newest first; at most 500.
    pub items: Vec<HistoryEventView>,
    /// How many entries there are in all.
    pub total: u64,
}

/// One entry of a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEventView {
    /// The event's id.
    pub id: String,
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub what: HistoryEvent,
    /// The account that did it; none: somebody without an account, or the program.
    pub actor: Option<PersonView>,
    /// Name of the device that wrote the event.
    pub device: String,
}

/// The kinds of history entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum HistoryEvent {
    /// It was created.
    Created {
        /// The id of the one it replaces.
        replaces: Option<String>,
    },
    /// It was copied to a clipboard.
    Copied {
        /// `code`, `link`, `text` or `picture`.
        form: String,
    },
    /// Its QR code was shown, saved or printed.
    Shown {
        /// `screen`, `file`, `print` or `export`.
        how: String,
    },
    /// A message with it was queued.
    Sent {
        /// The recipient's address, obscured; none: erased, or it is for several people.
        to: Option<String>,
        /// `first`, `again` or `reminder`.
        purpose: String,
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
        /// The newcomer.
        person: Option<PersonView>,
    },
    /// It was revoked.
    Revoked {
        /// The reason, in the revoker's words.
        reason: Option<String>,
        /// The id of its replacement.
        replaced_by: Option<String>,
    },
    /// A clean-up archived it.
    Archived,
    /// An event of a newer version.
    Unknown {
        /// The event's name.
        event: String,
    },
}

/// A QR code of the invite link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrView {
    /// Modules per side, without the quiet zone of four.
    pub size: u32,
    /// Row by row from the top left; `1` is dark.
    pub modules: String,
}
