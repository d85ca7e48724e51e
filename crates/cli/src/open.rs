//! `open`: a recovery key puts a lost key back where it belongs.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use crate::secrets::Wanted;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use vestibule_wire::{ErrorCode, OpenFileRequest};

/// Open the data file with its recovery key, and put the key back into the keychain
///
/// For a machine whose keychain lost the key, or a folder that came from another machine.
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl open --recovery-key-file recovery-key.txt")]
pub struct Open {
    /// The recovery key as printed, all lines in one, in FILE, which only you can read; - is standard input
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: PathBuf,
}

/// Opens it.
pub async fn run(entry: &Entry, command: Open) -> Result<Answer, Failure> {
    let file = Some(command.recovery_key_file.as_path());
    let key =
        Wanted { file, option: "--recovery-key-file", what: "recovery key", twice: false, all_lines: true }.obtain()?;
    entry.seat.open_file(OpenFileRequest { passphrase: None, recovery_key: Some(key) }).await?;
    // Opened once more, without: only then is it known that the key is where it belongs.
    entry.desk.close().await;
    if let Err(failure) = entry.seat.open_file(OpenFileRequest::default()).await.map_err(Failure::from)
        && !failure.is(ErrorCode::PassphraseRequired)
    {
        let message = format!("The recovery key is right, but could not be put back: {}", failure.message);
        return Err(Failure { message, ..failure });
    }
    let place = entry.data_dir.display().to_string();
    let text = format!("The recovery key opens {}.\n", harmless(&place));
    Ok(Answer::new(&json!({ "opened": true, "data_dir": place }), text))
}
