//! Jobs that were running when the window closed: stored on this device, and reported at the next start. Keeps out the
//! jobs themselves.

use crate::parts::button::IconButton;
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, dom, keep, t};
use std::cell::RefCell;
use vestibule_wire::{JobRequest, JobState, JobView, command};

/// The key under which it is stored.
const KEPT: &str = "work";
const RUNS: &str = "runs";
const STOPPED: &str = "stopped";

/// After a cancel, how often the job is polled for its end, in milliseconds, and how many times: two seconds in all.
const AGAIN: u32 = 50;
const LOOKS: u32 = 40;

thread_local! {
    static UNDER_WAY: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Stores that a job of this person has begun.
pub fn begun(account: &str, job: &JobView) {
    UNDER_WAY.set(Some((account.to_owned(), job.job.clone())));
    unsaved::risk(UnsavedWork::Work, true);
    keep::write(account, KEPT, RUNS);
}

/// Drops it: the job has ended, and the person has been told.
pub fn over(account: &str) {
    UNDER_WAY.set(None);
    unsaved::risk(UnsavedWork::Work, false);
    if keep::read(account, KEPT).is_some_and(|kept| !kept.is_empty()) {
        keep::write(account, KEPT, "");
    }
}

/// Before the window closes or its person signs out: cancels the running job, so that its end can be reported when
/// they return.
pub async fn stop() {
    let Some((account, job)) = UNDER_WAY.take() else { return };
    let request = JobRequest { job };
    // If the request fails (the window is locked), the next start says that the end is unknown.
    let mut view: Result<JobView, _> = backend::ask::<command::CancelJob>(&request).await;
    for _ in 0..LOOKS {
        match view {
            Ok(JobView { state: JobState::Running, .. }) => {
                dom::rest(AGAIN).await;
                view = backend::ask::<command::Job>(&request).await;
            }
            Ok(JobView { state: JobState::Cancelled | JobState::Failed { .. }, .. }) => {
                return keep::write(&account, KEPT, STOPPED);
            }
            Ok(_) => return over(&account),
            Err(_) => return,
        }
    }
}

/// The stored job, once; None while it still runs in this window.
fn left(account: &str) -> Option<String> {
    let here = UNDER_WAY.with_borrow(Option::is_some);
    match keep::read(account, KEPT).filter(|_| !here).as_deref() {
        Some(STOPPED) => Some(t!("work-left-stopped")),
        Some(RUNS) => Some(t!("work-left-unknown")),
        _ => None,
    }
}

/// Reports it, until it is dismissed.
#[component]
pub fn WorkLeft() -> Element {
    let session = app::use_session();
    let account = use_hook(|| session.peek().account.clone());
    let mut text = use_signal(|| left(&account));
    let Some(words) = text.cloned() else { return rsx! {} };
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Warn, text: words, test: "work-left",
                IconButton {
                    icon: "x", label: t!("desk-notice-close"), test: "work-left-close",
                    onclick: move |_| {
                        over(&account);
                        text.set(None);
                    },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::testing::within;
    use serde_json::to_value;
    use vestibule_wire::JobResult;

    fn job(state: JobState) -> JobView {
        JobView { job: "j-1".into(), done: 0, total: None, state }
    }

    async fn closed_with(state: JobState) -> Option<String> {
        begun("a-1", &job(JobState::Running));
        assert_eq!((left("a-1"), unsaved::is_at_stake(UnsavedWork::Work)), (None, true), "it is under way, not left");
        fake::answer(command::CancelJob::NAME, move |_| Ok(to_value(job(state.clone())).unwrap()));
        stop().await;
        left("a-1")
    }

    #[test]
    fn work_that_closing_stopped_is_told_at_the_next_start() {
        assert!(within(closed_with(JobState::Cancelled)).unwrap().contains("nothing of it was done"));
    }

    #[test]
    fn work_that_was_done_all_the_same_is_not_told() {
        let result = JobResult::Created { invitations: 3, made: Vec::new() };
        assert_eq!(within(closed_with(JobState::Done { result })), None);
    }

    #[test]
    fn where_nobody_knows_how_it_ended_that_is_said() {
        within(async {
            begun("a-1", &job(JobState::Running));
            UNDER_WAY.set(None);
            assert!(left("a-1").unwrap().contains("all of it was done, or nothing"));
            over("a-1");
            assert_eq!(left("a-1"), None, "once");
            assert!(!unsaved::is_at_stake(UnsavedWork::Work));
        });
    }
}
