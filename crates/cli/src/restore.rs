//! `restore`: replaces the data file by a backup.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::open::of_another_file;
use crate::output::{self, harmless};
use crate::secrets::Wanted;
use clap::Args;
use std::path::PathBuf;
use vestibule_wire::{ErrorCode, OpenFileRequest};

/// Replace the data file by a backup
///
/// For a lost or damaged file, or a new machine. The backup is checked completely before it replaces anything; the
/// replaced file is kept beside it, and everybody must sign in again. It continues as a new device. Needs the file's
/// key: its recovery key, or, in the folder it came from, keychain or passphrase. Close every window on this folder
/// first. Exit code 6: the backup is damaged, or not of this key.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl restore fernhill.vestibule --recovery-key-file recovery-key.txt \\
      --new-passphrase-file passphrase
  vestibulectl --passphrase-file passphrase restore fernhill.vestibule --yes

JSON:
  {\"events\",\"replaced\",\"trouble\"}. `replaced` is where the file is that stood there; `trouble` is what keeps the restored one from
  opening, if anything does.")]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The recovery key as printed, in FILE, which only you can read; - is standard input
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: Option<PathBuf>,
    /// With the recovery key: a new passphrase of at least 12 characters, in FILE's first line; - is standard input
    #[arg(long, value_name = "FILE", requires = "recovery_key_file")]
    pub new_passphrase_file: Option<PathBuf>,
    /// Replace an existing data file without asking
    #[arg(long, short)]
    yes: bool,
}

/// Runs the command.
pub async fn restore_backup(entry: &Entry, command: Restore) -> Result<Answer, Failure> {
    let wanted = |file: &Option<PathBuf>, option, what, twice, all_lines| match file.as_deref() {
        Some(file) => Wanted { file: Some(file), option, what, twice, all_lines }.obtain().map(Some),
        None => Ok(None),
    };
    let recovery_key = wanted(&command.recovery_key_file, "--recovery-key-file", "recovery key", false, true)?;
    let new = "new passphrase of the data file";
    let new_passphrase = wanted(&command.new_passphrase_file, "--new-passphrase-file", new, true, false)?;
    let passphrase =
        if entry.has_passphrase() && recovery_key.is_none() { Some(entry.passphrase(false)?) } else { None };
    if entry.seat.stands() && !command.yes {
        let place = harmless(&entry.data_dir.display().to_string());
        let question = format!("There is an organisation in {place}. Put the backup in its place, and keep it beside?");
        if !output::is_conversation() {
            return Err(Failure::usage(format!("There is an organisation in {place} already. Nothing was changed."))
                .hint("Add --yes to put the backup in its place; what stands there is kept beside it."));
        }
        if !output::confirm(&question) {
            return Err(Failure::cancelled("Nothing was changed."));
        }
    }
    let request = OpenFileRequest { passphrase, recovery_key, new_passphrase };
    let restored = entry.seat.restore(&command.file, request).await.map_err(|error| not_taken(error.into()))?;
    let kept = restored.replaced.as_ref().map(|path| format!(" What stood there is at {}.", harmless(path)));
    let trouble =
        restored.trouble.as_ref().map(|error| format!("\nIt does not open yet: {}", harmless(&error.message)));
    let text = format!(
        "The backup is in place, with {} events.{}{}\n",
        restored.events,
        kept.unwrap_or_default(),
        trouble.unwrap_or_default()
    );
    Ok(Answer::new(&restored, text))
}

/// Removes the hint to restore a backup, when it was the backup that failed.
fn not_taken(failure: Failure) -> Failure {
    if failure.is(ErrorCode::FileCorrupt) {
        return failure.hint("What stood there still stands. Take another backup.");
    }
    of_another_file(failure)
}
