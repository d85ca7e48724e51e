//! `user`: the list of commands, and `reset-password`, `set-password` and `erase`. Keeps out the others (`list`,
//! `account`, `export`).

mod account;
mod export;
mod list;

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::open::of_another_file;
use crate::output::{self, harmless};
use crate::secrets::{STANDARD_INPUT, Wanted};
use crate::times;
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::{Path, PathBuf};
use vestibule_wire::{
    ErasePersonRequest, PasswordSetView, RecoverPasswordRequest, ResetPasswordRequest, SetPasswordRequest,
};

/// The commands of people with an account.
#[derive(Subcommand)]
pub enum UserCommand {
    List(list::List),
    Export(export::Export),
    Show(list::Show),
    SetRole(account::SetRole),
    Move(account::Move),
    Suspend(account::Suspend),
    Reactivate(account::Reactivate),
    SignOut(account::SignOut),
    ResetPassword(ResetPassword),
    SetPassword(SetPassword),
    Erase(Erase),
}

/// Make a one-time code with which USER sets a new password
///
/// For administrators, and for people who rank below them. The code is shown once, and works once, for 24 hours; a new
/// one ends the one before. Until it is used, the password stays as it is. Exit code 4: you may not; 5: there is no
/// such person.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user reset-password noor
  vestibulectl --as amara --password-file pw \\
      user reset-password noor --json")]
pub struct ResetPassword {
    /// The person who forgot their password: the username
    #[arg(value_name = "USER")]
    user: String,
}

/// Set USER's password, by a one-time code or by the recovery key
///
/// Needs nobody signed in. With a one-time code the person sets it themselves, once. With the recovery key it is set
/// for an administrator, who can then help all others; nothing else is needed to open the file. All kept sign-ins of
/// USER end. Asks for the new password (twice) unless --new-password-file says where it is. Exit code 3: the password
/// is too short or easy to guess; 4: the code is not good.
#[derive(Args)]
#[command(
    group(clap::ArgGroup::new("proof").required(true).args(["code_file", "recovery_key_file"])),
    after_help = "\
Examples:
  vestibulectl user set-password noor --code-file - < code
  vestibulectl user set-password noor --code-file code \\
      --new-password-file new-password
  vestibulectl user set-password amara \\
      --recovery-key-file recovery-key.txt \\
      --new-password-file new-password"
)]
pub struct SetPassword {
    /// The person: the username
    #[arg(value_name = "USER")]
    user: String,
    /// The one-time code's first line is in FILE, which only you can read; - is standard input
    #[arg(long, value_name = "FILE")]
    code_file: Option<PathBuf>,
    /// The recovery key as printed is in FILE, which only you can read; - is standard input. Administrators only
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: Option<PathBuf>,
    /// The new password's first line is in FILE, which only you can read; - is standard input [default: asks]
    #[arg(long, value_name = "FILE")]
    new_password_file: Option<PathBuf>,
}

/// Erase USER's personal data, for good
///
/// For administrators, and for people who rank below them. Name, address, username and password are deleted from the
/// tables and the audit trail, and USER is signed out everywhere. Personal data in invitations for USER alone goes too,
/// and one of these that could still be used is revoked. The account stays without a name, and the trail stays whole.
/// What others wrote about USER elsewhere, backups and exported files stay. On a terminal it asks first,
/// unless --yes is given. Exit code 4: you may not; 5: there is no such person.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user erase noor
  vestibulectl user erase noor --yes --json

JSON: {\"id\",\"invitations\"}, the ids of the invitations")]
pub struct Erase {
    /// The person: the username
    #[arg(value_name = "USER")]
    user: String,
    /// Don't ask
    #[arg(long)]
    yes: bool,
}

/// How many of its secrets come from standard input.
pub fn reads_standard_input(command: &UserCommand) -> usize {
    let UserCommand::SetPassword(set) = command else { return 0 };
    let files = [&set.code_file, &set.recovery_key_file, &set.new_password_file];
    files.into_iter().filter(|file| file.as_deref() == Some(Path::new(STANDARD_INPUT))).count()
}

impl UserCommand {
    /// Whether it may need the signed-in person's password even with a kept sign-in.
    pub fn asks_again(&self) -> bool {
        matches!(self, Self::SetRole(_) | Self::Move(_) | Self::Suspend(_) | Self::Reactivate(_))
    }
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: UserCommand) -> Result<Answer, Failure> {
    match command {
        UserCommand::List(command) => list::list(entry, command).await,
        UserCommand::Export(command) => export::export_users(entry, command).await,
        UserCommand::Show(command) => list::show(entry, command).await,
        UserCommand::SetRole(command) => account::set_role(entry, command).await,
        UserCommand::Move(command) => account::move_to(entry, command).await,
        UserCommand::Suspend(command) => account::suspend(entry, command).await,
        UserCommand::Reactivate(command) => account::reactivate(entry, command).await,
        UserCommand::SignOut(command) => account::sign_out(entry, command).await,
        UserCommand::ResetPassword(command) => reset(entry, command).await,
        UserCommand::SetPassword(command) => set(entry, command).await,
        UserCommand::Erase(command) => erase(entry, command).await,
    }
}

async fn erase(entry: &Entry, command: Erase) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    let question = format!("Erase what is personal about {}, for good?", command.user);
    if !command.yes && output::is_conversation() && !output::confirm(&question) {
        return Ok(Answer::new(&json!({ "id": null, "invitations": [] }), "Nothing was erased.\n"));
    }
    let done = entry.seat.erase_person(ErasePersonRequest { username: command.user.clone() }).await?;
    let text =
        format!("What was personal about {} is erased. The account stays without a name.\n", harmless(&command.user));
    Ok(Answer::new(&done, text))
}

async fn reset(entry: &Entry, command: ResetPassword) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    let made = entry.seat.reset_password(ResetPasswordRequest { username: command.user }).await?;
    let text = format!(
        "{} sets a new password with this code, shown once, good until {} and for one use:\n\n    {}\n\n\
         In the window: I have a reset code. Here: vestibulectl user set-password {} --code-file FILE\n",
        harmless(&made.name),
        times::stamp(made.expires_at),
        made.code,
        harmless(&made.username),
    );
    Ok(Answer::new(&json!({ "code": made.code, "expires_at": made.expires_at }), text))
}

async fn set(entry: &Entry, command: SetPassword) -> Result<Answer, Failure> {
    let proof = |file, option, what, all_lines| Wanted { file, option, what, twice: false, all_lines }.obtain();
    let what = format!("new password for {}", command.user);
    let new = Wanted {
        file: command.new_password_file.as_deref(),
        option: "--new-password-file",
        what: &what,
        twice: true,
        all_lines: false,
    };
    let username = command.user.clone();
    let done: PasswordSetView = match (&command.code_file, &command.recovery_key_file) {
        (Some(file), _) => {
            let code = proof(Some(file.as_path()), "--code-file", "one-time code", false)?;
            let (code, password) = (code.reveal().to_owned(), new.obtain()?);
            entry.open().await?;
            entry.seat.set_password(SetPasswordRequest { username, code, password }).await?
        }
        (None, file) => {
            let recovery_key = proof(file.as_deref(), "--recovery-key-file", "recovery key", true)?;
            let request = RecoverPasswordRequest { username, recovery_key, password: new.obtain()? };
            entry.seat.recover_password(request).await.map_err(|error| of_another_file(error.into()))?
        }
    };
    let text = format!(
        "{} has a new password. Kept sign-ins with the one before are ended.\nNext: vestibulectl sign-in {}\n",
        harmless(&done.name),
        harmless(&done.username),
    );
    Ok(Answer::new(&json!({ "username": done.username, "password_set": true }), text))
}
