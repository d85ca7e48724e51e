//! `invitation clean-up`: archives what ended long ago.

use super::{a_number, or_too_many};
use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::job;
use crate::many_text as text;
use crate::output;
use clap::Args;
use vestibule_wire::{CleanUpRequest, CleanUpView, JobResult};

/// Clean up: archive invitations that ended long ago
///
/// Takes invitations that were used up, expired or revoked more than so many days ago. They move from the list to the
/// archive (`invitation list --archived`) and stay in the audit trail; their codes are refused for ever. On a terminal
/// it asks first, with the numbers, unless --yes is given.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation clean-up --dry-run
  vestibulectl invitation clean-up --days 30 --yes

JSON:
  {\"days\",\"invitations\",\"used\",\"expired\",\"revoked\"}")]
pub struct CleanUp {
    /// Ended more than so many days ago, 1 or more [default: policy's number, 90 unless it was changed]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_number)]
    days: Option<u64>,
    /// Only say what it would archive
    #[arg(long)]
    dry_run: bool,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
}

/// Runs the command.
pub async fn clean_up(entry: &Entry, clean_up: CleanUp) -> Result<Answer, Failure> {
    let CleanUp { days, dry_run, yes } = clean_up;
    let request = CleanUpRequest { days: days.map(or_too_many) };
    entry.signed_in().await?;
    if dry_run || (!yes && output::is_conversation()) {
        let preview = entry.seat.preview_clean_up(request).await?;
        if dry_run {
            return Ok(Answer::new(&preview, text::clean_up("would be archived", &preview)));
        }
        if preview.invitations > 0 && !output::confirm(&text::clean_up_question(&preview)) {
            let none = CleanUpView { days: preview.days, ..CleanUpView::default() };
            return Ok(Answer::new(&none, "Nothing was archived.\n"));
        }
    }
    let job = entry.seat.clean_up(request).await?;
    let JobResult::CleanedUp(done) = job::await_result(entry, job, "Cleaning up", "Nothing was archived.").await?
    else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    Ok(Answer::new(&done, text::clean_up("archived", &done)))
}
