//! `open`: uses the recovery key to restore a lost key to the keychain, or to set a new passphrase.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use crate::secrets::Wanted;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use vestibule_wire::{ErrorCode, OpenFileRequest, Secret};

/// Open the data file with its recovery key, and store its key in the keychain or behind a new passphrase
///
/// For a machine whose keychain lost the key, a forgotten passphrase, a lost vestibule.json, or a folder that came
/// from another machine. With --new-passphrase-file, only that passphrase opens the file from now on. Exit code 6:
/// this is not the file's recovery key, or it has a typing mistake; 3: the passphrase is too short or easy to guess.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl open --recovery-key-file recovery-key.txt
  vestibulectl open --recovery-key-file recovery-key.txt \\
      --new-passphrase-file new-passphrase")]
pub struct Open {
    /// The recovery key as printed, in FILE, which only you can read; - is standard input
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: PathBuf,
    /// A new passphrase of at least 12 characters: FILE's first line; - is standard input
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// Runs the command.
pub async fn open_data_file(entry: &Entry, command: Open) -> Result<Answer, Failure> {
    let file = Some(command.recovery_key_file.as_path());
    let key =
        Wanted { file, option: "--recovery-key-file", what: "recovery key", twice: false, all_lines: true }.obtain()?;
    let new = match command.new_passphrase_file.as_deref() {
        Some(file) => {
            let (option, what) = ("--new-passphrase-file", "new passphrase of the data file");
            Some(Wanted { file: Some(file), option, what, twice: true, all_lines: false }.obtain()?)
        }
        None => None,
    };
    let request = OpenFileRequest { passphrase: None, recovery_key: Some(key), new_passphrase: new.clone() };
    entry.seat.open_file(request).await.map_err(|error| of_another_file(error.into()))?;
    let (source, words) = opens_by_itself(entry, new).await?;
    let place = entry.data_dir.display().to_string();
    let text = format!("The recovery key opens {}. {words}\n", harmless(&place));
    Ok(Answer::new(&json!({ "opened": true, "data_dir": place, "key": source }), text))
}

/// Opens the file again without the recovery key, which proves that the key was stored.
async fn opens_by_itself(entry: &Entry, new: Option<Secret>) -> Result<(&'static str, &'static str), Failure> {
    entry.desk.close().await;
    let set = new.is_some();
    let request = OpenFileRequest { passphrase: new, ..OpenFileRequest::default() };
    match entry.seat.open_file(request).await.map_err(Failure::from) {
        Ok(()) if set => Ok(("passphrase", "From now on the new passphrase opens it.")),
        Ok(()) => Ok(("keychain", "Its key is back in the keychain.")),
        Err(failure) if !set && failure.is(ErrorCode::PassphraseRequired) => {
            Ok(("passphrase", "Its passphrase stays as it was; --new-passphrase-file FILE sets a new one."))
        }
        Err(failure) => {
            let message = format!("The recovery key is right, but could not be put back: {}", failure.message);
            Err(Failure { message, ..failure }
                .hint("Add --new-passphrase-file FILE: a passphrase opens it then, and no keychain is needed."))
        }
    }
}

/// Removes the hint to use the recovery key, when it was the recovery key that failed.
pub fn of_another_file(failure: Failure) -> Failure {
    if !failure.is(ErrorCode::FileWrongKey) {
        return failure;
    }
    let message = "This recovery key is well typed, but belongs to another file. Nothing was changed.".to_owned();
    Failure { message, ..failure }
        .hint("Take the recovery key of this organisation; --data-dir DIR names another folder.")
}
