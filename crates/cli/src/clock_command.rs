//! `clock show` and `clock confirm`: whether this machine's clock is doubted, and the word of somebody who has looked
//! at it.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::{FAULT, Failure};
use crate::times;
use clap::Subcommand;
use serde_json::json;

/// What about the clock.
#[derive(Subcommand)]
pub enum ClockCommand {
    /// Say whether this machine's clock is doubted
    ///
    /// It is where it stands far ahead of the last thing that happened here (more than 60 days), or behind it. Until it
    /// is put right or confirmed, nothing is cleaned up by it, and time does not run backwards. Needs nobody signed in.
    /// Exit code 0: it is not doubted; 1: it is.
    #[command(after_help = "JSON:\n  {\"doubted\",\"clock\",\"last\",\"ahead\"}")]
    Show,
    /// Confirm that this machine's clock is right
    ///
    /// For administrators, who have looked at it. Everything is decided by it from then on.
    #[command(after_help = "Example:\n  vestibulectl --as amara clock confirm")]
    Confirm,
}

/// Does it.
pub async fn run(entry: &Entry, command: ClockCommand) -> Result<Answer, Failure> {
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
