//! `redeem`: a newcomer joins with a code.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use crate::secrets::code_or_input;
use clap::Args;
use serde_json::json;
use vestibule_wire::RedeemInvitationRequest;

/// Join with a code: creates the newcomer's account
///
/// Needs nobody signed in. Asks for the newcomer's password (twice), or reads it from --password-file. A refused
/// attempt uses nothing up.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl redeem - --name 'Noor Haddad' --email noor@post.example \\
      --username noor --password-file noor.password < code
  vestibulectl redeem K7QF-2M9X-4TZC-8WHN --name 'Noor Haddad' \\
      --email noor@post.example --username noor

A code that stands on the command line can be seen by other users of this
machine while the command runs, and stays in the shell's history.")]
pub struct Redeem {
    /// - reads code or link from standard input, unseen; an argument can be seen by other users of this machine
    #[arg(value_name = "CODE")]
    pub code: String,
    /// The newcomer's full name
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The newcomer's email address: the bound one, if the invitation is bound
    #[arg(long, value_name = "ADDR")]
    email: String,
    /// The username to sign in with: 3 to 32 of a–z, 0–9, dot, hyphen, underscore
    #[arg(long, value_name = "USER")]
    username: String,
}

/// Runs the command.
pub async fn redeem_invitation(entry: &Entry, command: Redeem) -> Result<Answer, Failure> {
    let code = code_or_input(command.code)?;
    let password = entry.password(&format!("password for {}", command.username), true)?;
    entry.open().await?;
    let Redeem { name, email, username, .. } = command;
    let request = RedeemInvitationRequest { code, version: None, name, email, username, password };
    let joined = entry.seat.redeem_invitation(request).await?;
    let place = joined.department.as_ref().map(|name| format!(" in {}", harmless(name))).unwrap_or_default();
    let text = format!(
        "{} joined {} as {}{place}.\nNext: vestibulectl sign-in {}\n",
        harmless(&joined.name),
        harmless(&joined.organisation),
        harmless(&joined.role),
        harmless(&joined.username),
    );
    let json = json!({
        "account": joined.account,
        "username": joined.username,
        "name": joined.name,
        "organisation": joined.organisation,
        "role": joined.role.to_lowercase(),
        "department": joined.department,
    });
    Ok(Answer::new(&json, text))
}
