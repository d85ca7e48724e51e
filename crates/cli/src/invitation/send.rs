//! `invitation send|eml|mailto`: queues invitations to be sent by email, or hands one to a mail program.

use super::list::{Filters, Order};
use crate::answer::Answer;
use crate::destination::Destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::job;
use crate::mail_text as text;
use crate::output::harmless;
use crate::secrets::code_or_input;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use vestibule_wire::{JobResult, SelectionRequest, SendInvitationRequest, SendManyRequest};

/// Send an invitation by email, or all that match
///
/// It is queued; `mail run` sends it. An invitation that is bound to an address goes there and nowhere else; for one
/// that is bound to none, give --to. With --all, every active invitation that matches the filters, is bound to an
/// address and was not sent before. Exit code 3: it can't be sent, or the mail server is not set up (`mail set`).
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation send K7QF-2M9X-4TZC-8WHN
  vestibulectl invitation send - --to noor@post.example --name 'Noor Haddad' < code
  vestibulectl invitation send --all --label 'new teachers'

JSON:
  One: the message, as in `mail outbox`. --all: {\"queued\",\"without_address\",\"sent_before\",\"not_active\"}")]
pub struct Send {
    /// - reads one code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION", required_unless_present = "all", conflicts_with = "all")]
    pub invitation: Option<String>,
    /// All that match these filters, as in `invitation list`
    #[arg(long, conflicts_with_all = ["to", "name"])]
    all: bool,
    #[command(flatten)]
    to: To,
    #[command(flatten)]
    filters: Filters,
}

/// Save an invitation as a message that your mail program opens as a draft (.eml)
///
/// For a device without a mail server. Only you can read the file, and it holds the code; that it was made is recorded
/// in the invitation's history.
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl invitation eml K7QF-2M9X-4TZC-8WHN --to noor@post.example --output noor.eml

JSON:
  {\"invitations\",\"path\"}. With --output -, standard output has the message itself and nothing else.")]
pub struct Eml {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitation: String,
    #[command(flatten)]
    to: To,
    /// Where to; - is standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

/// Print a link that opens a message with an invitation in a mail program (mailto:)
///
/// The link holds the code; that it was made is recorded in the invitation's history.
#[derive(Args)]
#[command(after_help = "\
JSON: {\"link\"}")]
pub struct Mailto {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitation: String,
    #[command(flatten)]
    to: To,
}

/// Whom a message is for.
#[derive(Args)]
struct To {
    /// The recipient's address [default: the one that the invitation is bound to]
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// The recipient's name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

impl To {
    fn request(self, invitation: String) -> SendInvitationRequest {
        SendInvitationRequest { invitation, to: self.to, name: self.name }
    }
}

/// Runs `invitation send`.
pub async fn send_invitations(entry: &Entry, send: Send) -> Result<Answer, Failure> {
    let Send { invitation, all: _, to, filters } = send;
    let Some(invitation) = invitation else {
        filters.narrow()?;
        let list = Order::newest_first().onto(filters.request()?);
        entry.signed_in().await?;
        let job = entry.seat.send_many(SendManyRequest { selection: SelectionRequest::all_of(list) }).await?;
        let JobResult::Queued(done) = job::await_result(entry, job, "Queueing", "Nothing was queued.").await? else {
            return Err(Failure::fault("The work ended as other work does."));
        };
        return Ok(Answer::new(&done, text::queued_many(&done)));
    };
    if filters.any() {
        return Err(Failure::usage("Filters choose invitations only together with --all."));
    }
    let request = to.request(code_or_input(invitation)?);
    entry.signed_in().await?;
    let queued = entry.seat.send_invitation(request).await?;
    Ok(Answer::new(&queued, text::queued(&queued)))
}

/// Runs `invitation eml`.
pub async fn save_draft(entry: &Entry, eml: Eml) -> Result<Answer, Failure> {
    let Eml { invitation, to, output } = eml;
    let destination = Destination::from_path(entry, output)?;
    let request = to.request(code_or_input(invitation)?);
    entry.signed_in().await?;
    let path = destination.path();
    entry.seat.save_draft(request, &path).await?;
    let text = format!("The message was saved as {}.\n", harmless(&path.display().to_string()));
    destination.answer("invitations", 1, text)
}

/// Runs `invitation mailto`.
pub async fn print_link(entry: &Entry, mailto: Mailto) -> Result<Answer, Failure> {
    let request = mailto.to.request(code_or_input(mailto.invitation)?);
    entry.signed_in().await?;
    let link = entry.seat.mailto_link(request).await?;
    Ok(Answer::new(&json!({ "link": link.reveal() }), format!("{}\n", link.reveal())))
}
