//! `clock show` and `clock confirm`: whether this machine's clock is doubted, and its confirmation by an administrator.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::{FAULT, Failure};
use crate::times;
use clap::Subcommand;
use serde_json::json;

/// The commands of the clock.
#[derive(Subcommand)]
pub enum ClockCommand {
    /// Say whether this machine's clock may be wrong
    ///
    /// It is doubted if it is more than 60 days ahead of the last event in the data file, or behind it. Until it is
    /// corrected or confirmed, nothing is cleaned up, and time does not run backwards. Needs nobody signed in. Exit
    /// code 0: it is not doubted; 1: it is.
    #[command(after_help = "JSON:\n  {\"doubted\",\"clock\",\"last\",\"ahead\"}")]
    Show,
    /// Confirm that this machine's clock is right
    ///
    /// For administrators who have checked it. From then on it is trusted.
    #[command(after_help = "Example:\n  vestibulectl --as amara clock confirm")]
    Confirm,
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: ClockCommand) -> Result<Answer, Failure> {
    match command {
        ClockCommand::Show => {
            entry.open_or_sign_in().await?;
            let Some(doubt) = entry.seat.clock().await? else {
                return Ok(Answer::new(&json!({ "doubted": false }), "The clock goes on from the last event.\n"));
            };
            let relation = if doubt.ahead { "long after" } else { "before" };
            let text = format!(
                "The clock says {}, {relation} the last thing that happened here ({}).\n\
                 Put it right; or, where it is right, let an administrator say so: vestibulectl clock confirm\n",
                times::exact(doubt.clock),
                times::exact(doubt.last)
            );
            let json = json!({ "doubted": true, "clock": doubt.clock, "last": doubt.last, "ahead": doubt.ahead });
            Ok(Answer::new(&json, text).exit(FAULT))
        }
        ClockCommand::Confirm => {
            entry.signed_in().await?;
            entry.seat.confirm_clock().await?;
            Ok(Answer::new(&json!({ "confirmed": true }), "The clock is confirmed.\n"))
        }
    }
}
