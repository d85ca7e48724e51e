//! `sign-in` and `sign-out`: a kept sign-in, whose token is in the keychain.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::Args;
use serde_json::json;

/// Sign in, and stay signed in on this machine
///
/// Keeps a token in the keychain, never the password, until `sign-out`. Without a keychain, give --as USER with
/// --password-file to each command instead.
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl sign-in amara")]
pub struct SignIn {
    /// Username or email address
    #[arg(value_name = "USER")]
    user: String,
}

/// Signs in and keeps the token.
pub async fn sign_in(entry: &Entry, command: SignIn) -> Result<Answer, Failure> {
    let password = entry.password(&format!("password for {}", command.user), false)?;
    entry.open().await?;
    let session = entry.sign_in(command.user, password, true).await?;
    if let Some(error) = session.keep_failed {
        // A sign-in that could not be kept would end with this process, so it is a failure.
        let failure = Failure::from(error);
        let message = format!("The password is right, but the sign-in can't be kept: {}", failure.message);
        return Err(Failure { message, ..failure }.hint("Give --as USER with --password-file FILE to each command."));
    }
    let text = format!("Signed in as {} ({}).\n", harmless(&session.name), harmless(&session.role.name));
    let json = json!({
        "username": session.username,
        "name": session.name,
        "email": session.email,
        "role": session.role.name.to_lowercase(),
        "department": session.department,
    });
    Ok(Answer::new(&json, text))
}

/// Forgets the kept sign-in.
pub async fn sign_out(entry: &Entry) -> Result<Answer, Failure> {
    entry.open().await?;
    let was = entry.seat.resume().await?;
    entry.seat.sign_out().await?;
    let (username, text) = match was {
        Some(session) => (Some(session.username), format!("{} is signed out.\n", harmless(&session.name))),
        None => (None, "Nobody was signed in.\n".to_owned()),
    };
    Ok(Answer::new(&json!({ "signed_out": username }), text))
}
