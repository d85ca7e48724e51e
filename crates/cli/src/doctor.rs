//! `doctor`: checks, each with what to do if it fails.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::{FAULT, Failure};
use crate::table::{Table, bad, good};
use clap::Args;
use clap::builder::styling::Style;
use vestibule_wire::CheckView;

/// Check the data file, its key and the audit trail, and say what to do about problems
///
/// Needs nobody signed in. Exit code 0: all is well; 6: the data file can't be used; 1: something else needs a look.
#[derive(Args)]
pub struct Doctor {
    /// Rebuild the counts that lists use, where they are wrong
    #[arg(long)]
    rebuild_counts: bool,
}

/// The desk's name for the check that fails when the file does not open.
const DATA_FILE: &str = "data file";

/// Runs the checks.
pub async fn check_health(entry: &Entry, command: Doctor) -> Result<Answer, Failure> {
    // A file that does not open is itself a finding.
    let opened = entry.open_or_sign_in().await;
    if command.rebuild_counts && opened.is_ok() {
        entry.seat.rebuild_counts().await?;
    }
    let mut found = entry.seat.doctor().await;
    if let Err(failure) = &opened {
        found.ok = false;
        for check in found.checks.iter_mut().filter(|check| check.name == DATA_FILE) {
            // Reports why it did not open with the key given, not that it does not open without one.
            *check = CheckView { name: DATA_FILE.to_owned(), ok: false, detail: failure.message.clone() };
        }
    }
    let mut table = Table::default();
    for check in &found.checks {
        let (word, style) = if check.ok { ("ok", good()) } else { ("look", bad()) };
        let cells = [(word, style), (&check.name, Style::new()), (&check.detail, Style::new())];
        table.styled(cells.map(|(text, style)| (text.to_owned(), style)));
    }
    let exit = match &opened {
        Err(failure) => failure.exit,
        Ok(()) if !found.ok => FAULT,
        Ok(()) => 0,
    };
    Ok(Answer::new(&found, table.text()).exit(exit))
}
