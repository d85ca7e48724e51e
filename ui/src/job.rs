//! Watching a job of the backend: its progress, the time left, and Cancel. Keeps out what the job does, and which of
//! its changes a cancel leaves in place.

use crate::parts::button::{Button, Size};
use crate::parts::dialog::Dialog;
use crate::prelude::*;
use crate::routes::work_left::{self, Commits};
use crate::{app, backend, dom, t, time, unsaved};
use vestibule_wire::{ErrorCode, ErrorView, JobRequest, JobState, JobView, Moment, command};

/// How often the backend is asked for its progress, in milliseconds.
const AGAIN: u32 = 150;
/// The progress is shown after this many milliseconds; until then the button shows a spinner (DESIGN.md, Behaviour).
const SLOW: u32 = 400;
/// The time left is not estimated before this many milliseconds (DESIGN.md, Behaviour).
const TELLING: i64 = 2_000;

/// Room for one job at a time.
#[derive(Clone, Copy, PartialEq)]
pub struct JobSlot {
    job: Signal<Option<JobView>>,
    /// The job has run longer than [`SLOW`].
    slow: Signal<bool>,
    cancelling: Signal<bool>,
    /// Estimated seconds left.
    left: Signal<Option<u64>>,
    /// Starts watching a job.
    pub begin: Callback<JobView>,
}

/// An empty slot. `ended` is called once, with how a job ended.
pub fn use_work(ended: Callback<JobState>) -> JobSlot {
    let mut job = use_signal(|| None::<JobView>);
    let mut slow = use_signal(|| false);
    let mut cancelling = use_signal(|| false);
    let left = use_signal(|| None);
    let begin = use_callback(move |begun: JobView| {
        let (id, watched) = (begun.job.clone(), begun.job.clone());
        job.set(Some(begun));
        cancelling.set(false);
        spawn(async move {
            time::sleep(SLOW).await;
            if job.peek().as_ref().is_some_and(|now| now.job == id) {
                slow.set(true);
            }
        });
        spawn(async move {
            let Some(state) = watch(job, left, &watched).await else { return };
            job.set(None);
            slow.set(false);
            ended.call(state);
        });
    });
    JobSlot { job, slow, cancelling, left, begin }
}

/// Like [`use_work`], for jobs that change things: watching resumes after a lock of the window, and a job lost by
/// closing is reported at the next start. The page cannot be left while it watches. `resumed` is called when a job from
/// before the lock is resumed. `lasts`: when the job that begins commits its changes; None: it changes nothing.
pub fn use_lasting_work(
    name: &'static str,
    lasts: Callback<(), Option<Commits>>,
    ended: Callback<JobState>,
    resumed: Callback<()>,
) -> JobSlot {
    let account = app::use_account();
    let whose = account.clone();
    let ended = use_callback(move |state: JobState| {
        // The window is locked: the job goes on, and is watched again after the unlock.
        let locked = |error: &ErrorView| matches!(error.code, ErrorCode::SessionLocked | ErrorCode::NotSignedIn);
        if matches!(&state, JobState::Failed { error } if locked(error)) {
            return;
        }
        if unsaved::kept::<JobView>(&whose, name).is_some() {
            unsaved::forget(name);
            work_left::forget_ended(&whose, name);
        }
        ended.call(state);
    });
    let work = use_work(ended);
    let whose = account.clone();
    let begin = use_callback(move |job: JobView| {
        if let Some(commits) = lasts.call(()) {
            work_left::record_begun(&whose, name, &job, commits);
            unsaved::keep(&whose, name, job.clone());
        }
        work.begin.call(job);
    });
    use_hook(move || {
        if let Some(job) = unsaved::kept::<JobView>(&account, name) {
            spawn(async move {
                resumed.call(());
                begin.call(job);
            });
        }
    });
    use_drop(move || work_left::record_unwatched(name));
    JobSlot { begin, ..work }
}

/// The state of that job, while it is the one that is watched.
fn now(job: Signal<Option<JobView>>, id: &str) -> Option<JobView> {
    job.peek().as_ref().filter(|now| now.job == id).cloned()
}

/// Polls until the job has ended, and gives its end; None: another job has replaced it.
async fn watch(job: Signal<Option<JobView>>, left: Signal<Option<u64>>, id: &str) -> Option<JobState> {
    let begun = time::now();
    loop {
        let state = now(job, id)?.state;
        if state != JobState::Running {
            return Some(state);
        }
        dom::sleep(AGAIN).await;
        if let Err(error) = look_again(job, left, id, begun).await {
            return now(job, id).map(|_| JobState::Failed { error });
        }
    }
}

/// Polls once. The answer is dropped when another job has replaced this one meanwhile.
async fn look_again(
    mut job: Signal<Option<JobView>>,
    mut left: Signal<Option<u64>>,
    id: &str,
    begun: Moment,
) -> Result<(), ErrorView> {
    let answer = backend::ask::<command::Job>(&JobRequest { job: id.to_owned() }).await?;
    if now(job, id).is_some() {
        let seconds = seconds_left(answer.done, answer.total, since(begun));
        if *left.peek() != seconds {
            left.set(seconds);
        }
        job.set(Some(answer));
    }
    Ok(())
}

/// Cancels a job without waiting for its end.
pub fn discard(job: String) {
    dioxus::core::spawn_forever(async move {
        // An error means that it has ended already.
        let _nobody_waits: Result<JobView, _> = backend::ask::<command::CancelJob>(&JobRequest { job }).await;
    });
}

fn since(begun: Moment) -> i64 {
    (time::now() - begun).num_milliseconds()
}

/// Estimated seconds left at the speed so far, after that many milliseconds.
fn seconds_left(done: u64, total: Option<u64>, elapsed: i64) -> Option<u64> {
    let total = total?;
    if elapsed < TELLING || done == 0 || done > total {
        return None;
    }
    let left = u128::from(total - done) * u128::from(elapsed.unsigned_abs()) / u128::from(done);
    u64::try_from(left.div_ceil(1_000)).ok()
}

fn left_words(seconds: u64) -> String {
    match seconds {
        0..=1 => t!("job-left-moment"),
        2..=90 => t!("job-left-seconds", n = seconds),
        _ => t!("job-left-minutes", n = seconds.div_ceil(60)),
    }
}

/// The progress of a job that has run longer than [`SLOW`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobProgress {
    /// Steps done.
    pub done: u64,
    /// Steps in all, once that is known.
    pub total: Option<u64>,
    /// In per cent; None while the total is unknown.
    pub share: Option<u64>,
    /// The time left, or that it is being cancelled, in words.
    pub left: Option<String>,
    /// It is being cancelled.
    pub cancelling: bool,
}

impl JobSlot {
    /// The progress; None: no job runs, or it has only just begun.
    pub fn far(self) -> Option<JobProgress> {
        let job = self.job.read();
        let job = job.as_ref().filter(|_| (self.slow)())?;
        let cancelling = (self.cancelling)();
        Some(JobProgress {
            done: job.done,
            total: job.total,
            share: job.total.map(|total| job.done.min(total) * 100 / total.max(1)),
            left: if cancelling { Some(t!("job-cancelling")) } else { (self.left)().map(left_words) },
            cancelling,
        })
    }

    /// The id of the watched job.
    #[cfg(test)]
    pub fn job_id(self) -> Option<String> {
        self.job.peek().as_ref().map(|job| job.job.clone())
    }

    /// Cancels the job and stops watching it: `ended` is not called.
    pub fn discard(mut self) {
        let Some(job) = self.job.take() else { return };
        self.slow.set(false);
        discard(job.job);
    }

    /// Cancels the job. What it has committed by then stays (see [`Commits`]).
    pub fn cancel(mut self) {
        let Some(job) = self.job.peek().as_ref().map(|job| job.job.clone()) else { return };
        self.cancelling.set(true);
        spawn(async move {
            // The next poll shows whether it could be cancelled.
            let _seen_next: Result<JobView, _> = backend::ask::<command::CancelJob>(&JobRequest { job }).await;
        });
    }
}

/// The progress, laid over the dialog or page that began the job, once it takes longer.
#[component]
pub fn Progress(
    work: JobSlot,
    title: String,
    /// What is running, and what Cancel does.
    text: String,
) -> Element {
    let Some(far) = work.far() else { return rsx! {} };
    let words = match far.total {
        Some(total) => t!("job-far", done = far.done.min(total), total = total),
        None => t!("job-beginning"),
    };
    rsx! {
        Dialog {
            name: "job", title, narrow: true, held: true, describedby: "job-words", onclose: move |()| {},
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "job-cancel", busy: (work.cancelling)(), onclick: move |_| work.cancel(), {t!("job-cancel")} }
            },
            section {
                div { class: "stack job",
                    p { id: "job-words", {text} }
                    Bar { share: far.share, spoken: words.clone(), labelled_by: "job-words" }
                    p { class: "row small muted num", "data-test": "job-far",
                        span { class: "grow start", {words} }
                        if let Some(left) = far.left {
                            span { role: "status", {left} }
                        }
                    }
                }
            },
        }
    }
}

/// Only the bar.
#[component]
pub fn Bar(
    /// In per cent; None: not known yet.
    share: Option<u64>,
    /// The progress in words, for screen readers.
    spoken: String,
    /// The id of the element that names the job.
    labelled_by: &'static str,
) -> Element {
    rsx! {
        div {
            class: "progress", role: "progressbar", aria_valuemin: "0", aria_valuemax: "100", aria_valuenow: share,
            aria_valuetext: spoken, aria_labelledby: labelled_by, "data-test": "job-progress",
            i { width: format!("{}%", share.unwrap_or(0)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::testing::within;
    use serde_json::to_value;

    fn job(id: &str, done: u64) -> JobView {
        JobView { job: id.into(), done, total: None, state: JobState::Running }
    }

    #[test]
    fn an_answer_about_a_job_that_was_replaced_while_it_was_asked_changes_nothing() {
        thread_local! {
            static WATCHED: std::cell::Cell<Option<Signal<Option<JobView>>>> = const { std::cell::Cell::new(None) };
        }
        within(async {
            let (mut watched, left) = (Signal::new(Some(job("a", 0))), Signal::new(None));
            WATCHED.set(Some(watched));
            let own = |answer: JobView| move |_| Ok(to_value(answer.clone()).unwrap());
            fake::answer(command::Job::NAME, own(job("a", 5)));
            look_again(watched, left, "a", time::now()).await.unwrap();
            assert_eq!(*watched.peek(), Some(job("a", 5)), "its own");
            fake::answer(command::Job::NAME, move |_| {
                WATCHED.get().unwrap().set(Some(job("b", 1)));
                Ok(to_value(job("a", 9)).unwrap())
            });
            look_again(watched, left, "a", time::now()).await.unwrap();
            assert_eq!(*watched.peek(), Some(job("b", 1)));
            assert_eq!(watch(watched, left, "a").await, None, "and its end is not told");
            watched.set(Some(JobView { state: JobState::Cancelled, ..job("b", 1) }));
            assert_eq!(watch(watched, left, "b").await, Some(JobState::Cancelled));
        });
    }

    #[test]
    fn how_long_it_takes_is_told_after_two_seconds_at_the_speed_so_far() {
        assert_eq!(seconds_left(100, Some(1_000), 1_999), None, "too early to tell");
        assert_eq!(seconds_left(100, Some(1_000), 2_000), Some(18));
        assert_eq!(seconds_left(0, Some(1_000), 9_000), None, "nothing done yet");
        assert_eq!(seconds_left(5, None, 9_000), None, "nobody knows how much it is");
        assert_eq!(seconds_left(1_000, Some(1_000), 9_000), Some(0));
        assert_eq!(seconds_left(9, Some(3), 9_000), None, "more than all is no measure");
        assert_eq!(seconds_left(1, Some(u64::MAX), i64::MAX), None, "and no number is too large");
    }

    #[test]
    fn what_is_left_is_said_in_seconds_then_in_minutes() {
        assert_eq!(
            [left_words(1), left_words(45), left_words(91)],
            ["almost done", "about 45 s left", "about 2 min left"]
        );
    }
}
