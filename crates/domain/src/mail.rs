//! Words for messages that carry an invitation: why one was queued, and what became of it. Keeps out their content.

use serde::{Deserialize, Serialize};

/// Why a message was queued.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailPurpose {
    /// Somebody sent the invitation.
    #[default]
    First,
    /// Somebody sent an earlier message once more.
    Again,
    /// The program reminds of it before it expires.
    Reminder,
}

impl MailPurpose {
    /// All purposes.
    pub const ALL: [Self; 3] = [Self::First, Self::Again, Self::Reminder];

    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Again => "again",
            Self::Reminder => "reminder",
        }
    }
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// It waits to be handed to the mail server.
    Queued,
    /// It is being handed over.
    Sending,
    /// The mail server has accepted it.
    Sent,
    /// It was given up. It may have arrived if no answer came.
    Failed,
    /// It was not handed over, since the invitation or its sender may no longer be what the message says.
    Dropped,
}

impl MailState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Queued, Self::Sending, Self::Sent, Self::Failed, Self::Dropped];

    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Dropped => "dropped",
        }
    }
}

/// How the connection to the mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailSecurity {
    /// From the first byte on.
    Tls,
    /// After a few lines in plain text.
    #[serde(rename = "starttls")]
    StartTls,
    /// Not at all; only for a mail server on this computer.
    None,
}

impl MailSecurity {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Tls, Self::StartTls, Self::None];

    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tls => "tls",
            Self::StartTls => "starttls",
            Self::None => "none",
        }
    }

    /// The port that servers listen on for it.
    pub fn usual_port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls => 587,
            Self::None => 25,
        }
    }
}
