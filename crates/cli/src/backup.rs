//! `backup`: a copy of the whole data file, to keep elsewhere.

use crate::answer::Answer;
use crate::destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::Args;
use std::path::PathBuf;

/// Save a backup of the whole data file, while it is in use
///
/// For administrators. The backup is encrypted like the data file: the recovery key opens it, on any machine. Keep
/// both, and not in the same place. It holds the state when the command begins.
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl backup /media/stick/fernhill-2026-11-25.vestibule

JSON:
  {\"path\",\"bytes\",\"head\"}. `head` says where the audit trail ended, for `audit verify --head`.")]
pub struct Backup {
    /// Where to; an existing file is replaced once the backup is complete
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Saves the backup.
pub async fn back_up(entry: &Entry, command: Backup) -> Result<Answer, Failure> {
    destination::refuse_unusable(entry, &command.file)?;
    entry.signed_in().await?;
    let made = entry.seat.backup(&command.file).await?;
    let text = format!(
        "The backup is at {} ({} bytes). The recovery key opens it; without that key it is of no use.\n",
        harmless(&made.path),
        made.bytes
    );
    Ok(Answer::new(&made, text))
}
