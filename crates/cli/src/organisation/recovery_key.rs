//! `organisation recovery-key`: shows the recovery key to an administrator who enters their password again.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::Args;
use serde_json::json;
use vestibule_wire::ShowRecoveryKeyRequest;

/// Show the recovery key again, to print it
///
/// For administrators. Asks for your password even if you are signed in, or reads it from --password-file. It is
/// recorded in the trail. Whoever has the key and the data file can read everything: keep it away from this device.
/// Exit code 4: you may not, or the password is wrong.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl organisation recovery-key
  vestibulectl --as amara --password-file pw \\
      organisation recovery-key --json

JSON:
  {\"organisation\",\"recovery_key\"}; the key is its four lines.")]
pub struct RecoveryKey;

/// Runs the command.
pub async fn show_recovery_key(entry: &Entry) -> Result<Answer, Failure> {
    let password = entry.signed_in_by_password().await?;
    let key = entry.seat.show_recovery_key(ShowRecoveryKeyRequest { password }).await?;
    let text = format!(
        "Recovery key of {}. Print it and keep it away from this device:\n\n    {}\n\n\
         The audit trail says that you have seen it.\n",
        harmless(&key.organisation),
        key.lines.join("\n    "),
    );
    Ok(Answer::new(&json!({ "organisation": key.organisation, "recovery_key": key.lines }), text))
}
