//! `init`: makes an organisation with its first administrator, and prints the recovery key.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use vestibule_wire::CreateOrganisationRequest;

/// Create an organisation and its first administrator
///
/// Asks for the administrator's password (twice), or reads it from --password-file. The data file is encrypted; its key
/// goes into the keychain or, with --passphrase-file or --no-keychain, is protected by a passphrase. The recovery key
/// is printed: keep it away from this machine. Without it and without the key, nobody can open the data.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl init --organisation 'Fernhill College' \\
      --admin amara --email amara@fernhill.example
  vestibulectl init --organisation 'Fernhill College' \\
      --admin amara --email amara@fernhill.example \\
      --passphrase-file passphrase --password-file password \\
      --logo fernhill.png")]
pub struct Init {
    /// The organisation's name
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// The administrator's username, to sign in with
    #[arg(long, value_name = "USER")]
    admin: String,
    /// The administrator's email address
    #[arg(long, value_name = "ADDR")]
    email: String,
    /// The administrator's full name [default: the username]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Where invite links lead, e.g. https://join.fernhill.example [default: vestibule://]
    #[arg(long, value_name = "URL")]
    join_address: Option<String>,
    /// The organisation's logo: a PNG or JPEG picture of at most 2 MB
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Protect the file's key by a passphrase, and don't use the keychain
    #[arg(long)]
    pub no_keychain: bool,
}

#[derive(Serialize)]
struct CreatedView<'a> {
    organisation: &'a str,
    administrator: &'a str,
    data_dir: String,
    recovery_key: &'a [String],
}

/// Creates the organisation.
pub async fn create_organisation(entry: &Entry, command: Init) -> Result<Answer, Failure> {
    // Read before any question, so that an unreadable picture is reported first.
    let logo = match &command.logo {
        Some(file) => Some(entry.seat.first_logo_from(file).await?.png),
        None => None,
    };
    let by_passphrase = command.no_keychain || entry.has_passphrase();
    let passphrase = if by_passphrase { Some(entry.passphrase(true)?) } else { None };
    let password = entry.password(&format!("password for {}", command.admin), true)?;
    let request = CreateOrganisationRequest {
        organisation: command.organisation,
        join_address: command.join_address,
        name: command.name.unwrap_or_else(|| command.admin.clone()),
        email: command.email,
        username: command.admin.clone(),
        password,
        passphrase,
        logo,
    };
    let made = entry.seat.create_organisation(request).await?;
    let data_dir = entry.data_dir.display().to_string();
    let text = format!(
        "{} stands, in {}.\n\nRecovery key. Print it and keep it away from this device:\n\n    {}\n\n\
         Next: vestibulectl {}\n",
        harmless(&made.organisation),
        harmless(&data_dir),
        made.lines.join("\n    "),
        next(by_passphrase, &harmless(&command.admin)),
    );
    let json = CreatedView {
        organisation: &made.organisation,
        administrator: &command.admin,
        data_dir,
        recovery_key: &made.lines,
    };
    Ok(Answer::new(&json, text))
}

/// The hint for the next command; without a keychain no sign-in is kept, so each command needs --as.
fn next(by_passphrase: bool, admin: &str) -> String {
    if by_passphrase { format!("--as {admin} invitation create --role staff") } else { format!("sign-in {admin}") }
}
