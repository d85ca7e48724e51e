//! Sending invitations by email: the mail server's settings, queueing, and the outbox. A password is in requests only.

use crate::{Moment, Secret, SelectionRequest};
use serde::{Deserialize, Serialize};
use vestibule_domain::{MailPurpose, MailSecurity, MailState};

/// Changes the mail server's settings; what is none stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetMailRequest {
    /// Name or address of the mail server; needed the first time.
    pub host: Option<String>,
    /// Its port; the first time, and with another encryption, the usual one.
    pub port: Option<u16>,
    /// How the connection is encrypted; the first time TLS.
    pub security: Option<MailSecurity>,
    /// Who signs in there; empty: nobody, and the password is forgotten.
    pub username: Option<String>,
    /// Their password.
    pub password: Option<Secret>,
    /// Name that messages are from; the first time the organisation's.
    pub from_name: Option<String>,
    /// Address that messages are from; needed the first time.
    pub from_address: Option<String>,
    /// Template of the subject; empty: the program's own.
    pub subject: Option<String>,
    /// Template of the text; empty: the program's own.
    pub body: Option<String>,
    /// Remind so many days before an invitation expires; 0: never.
    pub remind_days: Option<u32>,
    /// Certificate of another authority, as PEM; empty: none.
    pub root: Option<String>,
}

/// The mail server's settings, without the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettingsView {
    /// Name or address of the mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: MailSecurity,
    /// Who signs in there.
    pub username: Option<String>,
    /// Name that messages are from.
    pub from_name: String,
    /// Address that messages are from.
    pub from_address: String,
    /// Template of the subject, the program's own too.
    pub subject: String,
    /// Template of the text, the program's own too.
    pub body: String,
    /// Reminds so many days before an invitation expires; none: never.
    pub remind_days: Option<u32>,
    /// Another authority's certificate is trusted too.
    pub root: bool,
    /// What may stand between braces in a template.
    pub placeholders: Vec<String>,
}

/// A test message that the mail server has accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailTestView {
    /// The asker's own address.
    pub to: String,
    /// The server's words.
    pub reply: String,
}

/// Sends one invitation by email.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendInvitationRequest {
    /// Id or code.
    pub invitation: String,
    /// The recipient's address; none: the one it is bound to.
    #[serde(default)]
    pub to: Option<String>,
    /// The recipient's name.
    #[serde(default)]
    pub name: Option<String>,
}

/// Sends many invitations by email, each to the address that it is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendManyRequest {
    /// The invitations to send.
    pub selection: SelectionRequest,
}

/// How many of a selection were queued, and why others were not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendManyView {
    /// Queued now.
    pub queued: u64,
    /// Left out: bound to no address.
    pub without_address: u64,
    /// Left out: sent or queued before.
    pub sent_before: u64,
    /// Left out: used up, expired or revoked.
    pub not_active: u64,
}

/// A page of the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutboxRequest {
    /// Only those in this state.
    pub state: Option<MailState>,
    /// Only those that were queued before this one: its id, from [`OutboxView::next`].
    pub before: Option<String>,
    /// At most so many, up to 500; none: 50.
    pub most: Option<u32>,
}

/// A page of the outbox, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxView {
    /// The messages.
    pub items: Vec<MailView>,
    /// Where the next page begins; none: this is the last one.
    pub next: Option<String>,
}

/// A message of the outbox. It holds no code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailView {
    /// Names it in requests.
    pub id: String,
    /// Id of the invitation that it carries.
    pub invitation: String,
    /// Whom it is for; empty once erased.
    pub to: String,
    /// The recipient's name; empty: not known.
    pub name: String,
    /// Why it was queued.
    pub purpose: MailPurpose,
    /// What became of it.
    pub state: MailState,
    /// It failed, and may have arrived all the same: it is not sent again by itself.
    pub may_have_arrived: bool,
    /// How often it was tried.
    pub attempts: u32,
    /// A queued one is not tried before then.
    pub next_at: Option<Moment>,
    /// The server's words, or why it was not sent.
    pub reason: Option<String>,
    /// When it was queued.
    pub queued_at: Moment,
    /// When the server accepted it.
    pub sent_at: Option<Moment>,
    /// Username of who queued it.
    pub queued_by: String,
}

/// Names a message of the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRequest {
    /// From [`MailView::id`].
    pub mail: String,
}

/// What one pass through the outbox did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPassView {
    /// Accepted by the mail server.
    pub sent: u64,
    /// Given up.
    pub failed: u64,
    /// Not sent any more, since the invitation or its sender has changed.
    pub dropped: u64,
    /// Still queued, to be tried later.
    pub waiting: u64,
    /// Reminders that were queued by this pass.
    pub reminders: u64,
    /// Why the mail server took nothing more.
    pub problem: Option<String>,
}
