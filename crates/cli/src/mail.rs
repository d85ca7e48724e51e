//! `mail set|show|test|outbox|resend|run`: the mail server of this device, and its outbox. Keeps out queueing an
//! invitation (`invitation send`).

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::mail_text as text;
use crate::secrets::{STANDARD_INPUT, Wanted};
use clap::{Args, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use vestibule_wire::{MailRequest, MailSecurity, MailState, OutboxRequest, SetMailRequest};

/// The longest file of a template or certificate that is read, in bytes.
const LONGEST: u64 = 256 * 1024;

/// The commands of sending by email.
#[derive(Subcommand)]
pub enum MailCommand {
    Set(Box<Set>),
    /// Show the mail server's settings, without the password
    #[command(after_help = SETTINGS_JSON)]
    Show,
    /// Send a test message to your own address
    ///
    /// Exit code 1: the mail server can't be reached or did not take it; the message says why.
    #[command(after_help = "JSON: {\"to\",\"reply\"}; `reply` is what the mail server said.")]
    Test,
    Outbox(Outbox),
    Resend(Resend),
    Run(Run),
}

const SETTINGS_JSON: &str = "\
JSON:
  {\"host\",\"port\",\"security\",\"username\",\"from_name\",\"from_address\",\"subject\",\"body\",
  \"remind_days\",\"root\",\"placeholders\"}";

/// Set up the mail server of this device; what is not given stays
///
/// For administrators. The password of --username is asked for, or read from --mail-password-file; it is kept in the
/// keychain, or in the encrypted data file where a passphrase protects that. In the subject and in the text, a
/// placeholder such as {organisation} or {inviter} stands in braces; `mail show` lists them. Code, link, role, expiry
/// and how to join follow below the text in every message.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl mail set --host mail.school.example --username desk@school.example \\
      --from 'Fernhill College <desk@school.example>'
  vestibulectl mail set --subject-file subject.txt --body-file text.txt --remind-days 2
  vestibulectl mail set --host localhost --security none --from desk@school.example

JSON:
  As `mail show`.")]
pub struct Set {
    /// Name or address of the mail server
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// Its port [default: 465 for tls, 587 for starttls, 25 for none]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// How the connection is encrypted; none only for a server on this computer [default: tls]
    #[arg(long, value_name = "KIND", ignore_case = true)]
    security: Option<SecurityArgument>,
    /// Who signs in at the mail server; empty: nobody
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    /// The first line of FILE is that user's password; only you can read it; - is standard input [default: asks]
    #[arg(long, value_name = "FILE")]
    pub mail_password_file: Option<PathBuf>,
    /// Whom messages are from: an address, or a name with the address in angle brackets
    #[arg(long, value_name = "SENDER")]
    from: Option<String>,
    /// The subject; an empty file: the program's own
    #[arg(long, value_name = "FILE")]
    subject_file: Option<PathBuf>,
    /// The text, with empty lines between paragraphs; an empty file: the program's own
    #[arg(long, value_name = "FILE")]
    body_file: Option<PathBuf>,
    /// Remind once, so many days before an invitation expires, 1 to 90; 0: never
    #[arg(long, value_name = "N")]
    remind_days: Option<u32>,
    /// A certificate (PEM) of an authority that is trusted as well; an empty file: none
    #[arg(long, value_name = "FILE")]
    root_file: Option<PathBuf>,
}

/// List the messages of this device's outbox, newest first
///
/// Of invitations within your reach. One that may have arrived although it failed is not sent again by itself: `mail
/// resend` does that.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl mail outbox --state failed
  vestibulectl mail outbox --before 01890a5d-ac96-774b-bcce-b302099a8057

JSON:
  {\"items\":[{\"id\",\"invitation\",\"to\",\"name\",\"purpose\",\"state\",\"may_have_arrived\",\"attempts\",
  \"next_at\",\"reason\",\"queued_at\",\"sent_at\",\"queued_by\"}],\"next\"}; --before NEXT shows what follows.")]
pub struct Outbox {
    /// Only those in this state
    #[arg(long, value_name = "STATE", ignore_case = true)]
    state: Option<StateArgument>,
    /// Only those that were queued before the message with this id
    #[arg(long, value_name = "ID")]
    before: Option<String>,
    /// At most so many, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 50)]
    most: u32,
}

/// Send a message of the outbox once more
///
/// One that was sent, failed or was dropped. It is queued as a new message, in your name, if the invitation can still
/// be used; `mail run` sends it. Exit code 5: there is no such message.
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl mail resend 01890a5d-ac96-774b-bcce-b302099a8057

JSON:
  The new message, as in `mail outbox`.")]
pub struct Resend {
    /// Its id, from `mail outbox`
    #[arg(value_name = "ID")]
    mail: String,
}

/// Send what is due in the outbox, once
///
/// Right before a message goes out it is checked again: an invitation that was revoked, used up or has expired is
/// dropped, and so is what somebody queued who may no longer send. What the mail server does not take for now waits and
/// is tried again by a later run, eight times within some 33 hours. Reminders are queued first. Run it by a timer, such
/// as every five minutes; two runs at once send nothing twice.
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl mail run

JSON:
  {\"sent\",\"failed\",\"dropped\",\"waiting\",\"reminders\",\"problem\"}; `problem`: why the mail server took
  nothing more, or null.")]
pub struct Run {
    /// Make one pass and end, which is what it does in any case
    #[arg(long)]
    once: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum SecurityArgument {
    Tls,
    Starttls,
    None,
}

#[derive(Clone, Copy, ValueEnum)]
enum StateArgument {
    Queued,
    Sending,
    Sent,
    Failed,
    Dropped,
}

/// How many times the command reads standard input.
pub fn reads_standard_input(command: &MailCommand) -> usize {
    let MailCommand::Set(set) = command else { return 0 };
    usize::from(set.mail_password_file.as_deref() == Some(Path::new(STANDARD_INPUT)))
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: MailCommand) -> Result<Answer, Failure> {
    if let MailCommand::Set(set) = command {
        return set_up(entry, *set).await;
    }
    entry.signed_in().await?;
    let seat = &entry.seat;
    match command {
        MailCommand::Set(_) => unreachable!("done above"),
        MailCommand::Show => {
            let settings = seat.mail_settings().await?;
            Ok(Answer::new(&settings, text::settings(&settings)))
        }
        MailCommand::Test => {
            let done = seat.test_mail().await?;
            Ok(Answer::new(&done, text::tested(&done)))
        }
        MailCommand::Outbox(Outbox { state, before, most }) => {
            let state = state.map(of_state);
            let page = seat.outbox(OutboxRequest { state, before, most: Some(most) }).await?;
            Ok(Answer::new(&page, text::outbox(&page)))
        }
        MailCommand::Resend(Resend { mail }) => {
            let queued = seat.resend_mail(MailRequest { mail }).await?;
            Ok(Answer::new(&queued, text::queued(&queued)))
        }
        MailCommand::Run(Run { once: _ }) => {
            let done = seat.run_mail().await?;
            Ok(Answer::new(&done, text::passed(&done)))
        }
    }
}

async fn set_up(entry: &Entry, set: Set) -> Result<Answer, Failure> {
    let mut request = SetMailRequest {
        host: set.host,
        port: set.port,
        security: set.security.map(of_security),
        username: set.username,
        remind_days: set.remind_days,
        subject: set.subject_file.as_deref().map(read_text).transpose()?.map(|text| text.trim().to_owned()),
        body: set.body_file.as_deref().map(read_text).transpose()?,
        root: set.root_file.as_deref().map(read_text).transpose()?,
        ..SetMailRequest::default()
    };
    if let Some(from) = set.from {
        let (name, address) = parted(&from);
        request.from_name = name.map(str::to_owned);
        request.from_address = Some(address.to_owned());
    }
    let names_user = request.username.as_deref().is_some_and(|name| !name.trim().is_empty());
    if request == SetMailRequest::default() && set.mail_password_file.is_none() {
        return Err(Failure::usage("Nothing is to be changed.")
            .hint("Give a setting, such as --host mail.school.example; `mail set --help` lists them."));
    }
    if names_user || set.mail_password_file.is_some() {
        let wanted = Wanted {
            file: set.mail_password_file.as_deref(),
            option: "--mail-password-file",
            what: "password at the mail server",
            twice: false,
            all_lines: false,
        };
        request.password = Some(wanted.obtain()?);
    }
    entry.signed_in().await?;
    let settings = entry.seat.set_mail_settings(request).await?;
    Ok(Answer::new(&settings, format!("The mail server is set up.\n\n{}", text::settings(&settings))))
}

/// `Name <address>` or an address alone.
fn parted(from: &str) -> (Option<&str>, &str) {
    match from.trim().strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => (Some(name.trim().trim_matches('"')), address.trim()),
        None => (None, from.trim()),
    }
}

/// A text that is no secret.
fn read_text(path: &Path) -> Result<String, Failure> {
    let failed = |why: String| Failure::usage(format!("The file {} {why}.", path.display()));
    let size = std::fs::metadata(path).map_err(|error| failed(format!("can't be read: {error}")))?.len();
    if size > LONGEST {
        return Err(failed(format!("is larger than {} KB", LONGEST / 1024)));
    }
    let bytes = std::fs::read(path).map_err(|error| failed(format!("can't be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| failed("is not text in UTF-8".to_owned()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

fn of_security(security: SecurityArgument) -> MailSecurity {
    match security {
        SecurityArgument::Tls => MailSecurity::Tls,
        SecurityArgument::Starttls => MailSecurity::StartTls,
        SecurityArgument::None => MailSecurity::None,
    }
}

fn of_state(state: StateArgument) -> MailState {
    match state {
        StateArgument::Queued => MailState::Queued,
        StateArgument::Sending => MailState::Sending,
        StateArgument::Sent => MailState::Sent,
        StateArgument::Failed => MailState::Failed,
        StateArgument::Dropped => MailState::Dropped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_an_address_or_a_name_with_one() {
        assert_eq!(parted("desk@school.example"), (None, "desk@school.example"));
        assert_eq!(parted(" \"Fernhill, the\" <a@b.example> "), (Some("Fernhill, the"), "a@b.example"));
        assert_eq!(parted("<a@b.example>"), (Some(""), "a@b.example"));
        assert_eq!(parted("a <b"), (None, "a <b"));
    }
}
