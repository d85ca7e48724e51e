//! Waits for a job of the desk, with progress on a terminal, and Ctrl-C to cancel. Keeps out what the job does.

use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::Progress;
use std::time::Duration;
use vestibule_wire::{JobRequest, JobResult, JobState, JobView};

/// The pause between polls: short at first, so that a quick job is reported at once; doubled up to the rate that
/// people notice.
const SOONEST: Duration = Duration::from_millis(2);
const LATEST: Duration = Duration::from_millis(100);

/// Waits until the job has ended. `doing` is printed before the numbers; `nothing` says what did not happen if it was
/// cancelled.
pub async fn await_result(entry: &Entry, begun: JobView, doing: &str, nothing: &str) -> Result<JobResult, Failure> {
    let heeding = entry.interrupt.heed();
    let named = || JobRequest { job: begun.job.clone() };
    let mut progress = Progress::new(doing);
    let (mut view, mut pause) = (begun.clone(), SOONEST);
    loop {
        match view.state {
            JobState::Running => progress.show(view.done, view.total),
            JobState::Done { result } => return Ok(result),
            JobState::Cancelled => return Err(Failure::cancelled(nothing)),
            JobState::Failed { error } => return Err(error.into()),
        }
        view = tokio::select! {
            () = heeding.told() => entry.seat.cancel_job(named()).await?,
            () = tokio::time::sleep(pause) => entry.seat.job(named()).await?,
        };
        pause = (pause * 2).min(LATEST);
    }
}
