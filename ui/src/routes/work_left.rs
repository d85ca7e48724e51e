//! Running jobs that change things, by name, and those that were running when the window closed or its person signed
//! out: stored on this device, and reported at the next start. Keeps out the jobs themselves.

use crate::parts::button::IconButton;
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, dom, keep, t};
use std::cell::RefCell;
use std::collections::BTreeMap;
use vestibule_wire::{JobRequest, JobResult, JobState, JobView, command};

/// The key under which they are stored: one `name=outcome` for each job, separated by spaces.
const KEPT: &str = "work";

/// After a cancel, how often the job is polled for its end, in milliseconds, and how many times: two seconds in all.
const AGAIN: u32 = 50;
const LOOKS: u32 = 40;

/// When a job commits its changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commits {
    /// All of them at its end: a cancelled job has changed nothing.
    Together,
    /// In several transactions: what a cancelled job has committed stays.
    InParts,
}

/// How a job ended, as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WorkOutcome {
    /// It was still running when this was written.
    Unknown(Commits),
    /// It has changed nothing.
    Stopped,
    /// It has changed `done` users, and has not reached `left` more.
    Partly { done: u64, left: u64 },
}

/// A job that has not ended.
#[derive(Debug, Clone)]
struct RunningWork {
    account: String,
    job: String,
    commits: Commits,
    /// Its page is shown, and will report its end.
    watched: bool,
    /// The person is leaving: its end is stored for the next start, and the page no longer reports it.
    stopping: bool,
}

thread_local! {
    static UNDER_WAY: RefCell<BTreeMap<&'static str, RunningWork>> = const { RefCell::new(BTreeMap::new()) };
}

impl WorkOutcome {
    /// The outcome of a job in that state; None: it has done everything.
    fn from_state(state: JobState) -> Option<Self> {
        match state {
            JobState::Done { result: JobResult::UsersChanged(report) }
                if report.left > 0 || report.stopped.is_some() =>
            {
                Some(Self::Partly { done: report.changed, left: report.left })
            }
            JobState::Done { .. } => None,
            JobState::Running | JobState::Cancelled | JobState::Failed { .. } => Some(Self::Stopped),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Unknown(Commits::Together) => "runs".to_owned(),
            Self::Unknown(Commits::InParts) => "runs-in-parts".to_owned(),
            Self::Stopped => "stopped".to_owned(),
            Self::Partly { done, left } => format!("partly-{done}-{left}"),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "runs" => Some(Self::Unknown(Commits::Together)),
            "runs-in-parts" => Some(Self::Unknown(Commits::InParts)),
            "stopped" => Some(Self::Stopped),
            _ => {
                let (done, left) = text.strip_prefix("partly-")?.split_once('-')?;
                Some(Self::Partly { done: done.parse().ok()?, left: left.parse().ok()? })
            }
        }
    }

    fn words(self) -> String {
        match self {
            Self::Unknown(Commits::Together) => t!("work-left-unknown"),
            Self::Unknown(Commits::InParts) => t!("work-left-unknown-parts"),
            Self::Stopped => t!("work-left-stopped"),
            Self::Partly { done, left } => t!("work-left-partly", done = done, left = left),
        }
    }
}

/// The stored outcomes of this person's jobs, by name.
fn remembered(account: &str) -> BTreeMap<String, WorkOutcome> {
    let kept = keep::load(account, KEPT).unwrap_or_default();
    let one = |part: &str| {
        let (name, how) = part.split_once('=')?;
        Some((name.to_owned(), WorkOutcome::parse(how)?))
    };
    kept.split(' ').filter_map(one).collect()
}

/// Stores the outcome of that job; None: deletes it.
fn remember(account: &str, name: &str, how: Option<WorkOutcome>) {
    let mut all = remembered(account);
    let before = match how {
        Some(how) => all.insert(name.to_owned(), how),
        None => all.remove(name),
    };
    if before != how {
        let parts: Vec<String> = all.iter().map(|(name, how)| format!("{name}={}", how.text())).collect();
        keep::save(account, KEPT, &parts.join(" "));
    }
}

/// Updates the stakes from the jobs that run now.
fn weigh() {
    let (any, watched) =
        UNDER_WAY.with_borrow(|works| (!works.is_empty(), works.values().any(|work| work.watched && !work.stopping)));
    unsaved::risk(UnsavedWork::Work, any);
    unsaved::risk(UnsavedWork::WorkWatched, watched);
}

/// Drops the jobs of a session that ended without [`stop`], as when an administrator ends it: their stake is gone.
fn drop_ended_sessions() {
    if !unsaved::is_at_stake(UnsavedWork::Work) {
        UNDER_WAY.take();
    }
}

/// Stores that a job of this person has begun or is resumed, and that its page watches it.
pub fn record_begun(account: &str, name: &'static str, job: &JobView, commits: Commits) {
    drop_ended_sessions();
    let (account, id) = (account.to_owned(), job.job.clone());
    remember(&account, name, Some(WorkOutcome::Unknown(commits)));
    let work = RunningWork { account, job: id, commits, watched: true, stopping: false };
    UNDER_WAY.with_borrow_mut(|works| works.insert(name, work));
    weigh();
}

/// The page that watched it is gone, as after a lock. The job continues.
pub fn record_unwatched(name: &str) {
    drop_ended_sessions();
    let was = UNDER_WAY.with_borrow_mut(|works| works.get_mut(name).map(|work| std::mem::take(&mut work.watched)));
    if was == Some(true) {
        weigh();
    }
}

/// Drops it: the job has ended, and its page reports that.
pub fn forget_ended(account: &str, name: &str) {
    let told_later = |works: &BTreeMap<_, RunningWork>| works.get(name).is_none_or(|work| work.stopping);
    if UNDER_WAY.with_borrow(told_later) {
        return;
    }
    UNDER_WAY.with_borrow_mut(|works| works.remove(name));
    weigh();
    remember(account, name, None);
}

/// Whether a running job commits in parts.
pub fn is_in_parts() -> bool {
    UNDER_WAY.with_borrow(|works| works.values().any(|work| work.commits == Commits::InParts))
}

/// Before the window closes or its person signs out: cancels the running jobs, so that their ends can be reported when
/// they return.
pub async fn stop() {
    let works = UNDER_WAY.with_borrow_mut(|works| {
        works.values_mut().for_each(|work| work.stopping = true);
        works.clone()
    });
    for (name, work) in works {
        // Without an answer, the next start says that the end is unknown.
        if let Some(state) = stopped(work.job).await {
            remember(&work.account, name, WorkOutcome::from_state(state));
        }
        UNDER_WAY.with_borrow_mut(|works| works.remove(name));
    }
    weigh();
}

/// Cancels the job and waits for its end; None: the request fails (the window is locked), or it takes too long.
async fn stopped(job: String) -> Option<JobState> {
    let request = JobRequest { job };
    let mut view: Result<JobView, _> = backend::ask::<command::CancelJob>(&request).await;
    for _ in 0..LOOKS {
        match view {
            Ok(JobView { state: JobState::Running, .. }) => {
                dom::sleep(AGAIN).await;
                view = backend::ask::<command::Job>(&request).await;
            }
            Ok(JobView { state, .. }) => return Some(state),
            Err(_) => return None,
        }
    }
    None
}

/// The stored jobs, each with its name and words, without those that still run in this window.
fn left(account: &str) -> Vec<(String, String)> {
    drop_ended_sessions();
    let is_here = |name: &str| {
        UNDER_WAY.with_borrow(|works| works.get(name).is_some_and(|work| work.account == account && !work.stopping))
    };
    let gone = remembered(account).into_iter().filter(|(name, _)| !is_here(name));
    gone.map(|(name, how)| (name, how.words())).collect()
}

/// Deletes a stored job whose message was closed, unless one of that name runs by now.
fn forget_reported(account: &str, name: &str) {
    if !UNDER_WAY.with_borrow(|works| works.contains_key(name)) {
        remember(account, name, None);
    }
}

/// Reports it, until it is dismissed.
#[component]
pub fn WorkLeft() -> Element {
    let session = app::use_session();
    let account = use_hook(|| session.peek().account.clone());
    let mut told = use_signal(|| left(&account));
    let close = use_callback(move |name: String| {
        forget_reported(&account, &name);
        told.write().retain(|(other, _)| *other != name);
    });
    rsx! {
        for (name, text) in told() {
            div { key: "{name}", class: "desk-notice",
                Notice { tone: Tone::Warn, text, test: "work-left",
                    IconButton {
                        icon: "x", label: t!("desk-notice-close"), test: "work-left-close",
                        onclick: move |_| close.call(name.clone()),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::testing::{state, within};
    use serde_json::to_value;
    use vestibule_wire::{ErrorCode, ErrorView, StageView, UsersChangedView};

    const USERS: &str = "users-work";
    const CREATE: &str = "create-work";

    fn job(state: JobState) -> JobView {
        JobView { job: "j-1".into(), done: 0, total: None, state }
    }

    fn told(account: &str) -> Vec<String> {
        left(account).into_iter().map(|(_, words)| words).collect()
    }

    async fn closed_with(commits: Commits, state: JobState) -> Vec<String> {
        record_begun("a-1", USERS, &job(JobState::Running), commits);
        assert_eq!((left("a-1"), unsaved::is_at_stake(UnsavedWork::Work)), (vec![], true), "it is under way, not left");
        fake::answer(command::CancelJob::NAME, move |_| Ok(to_value(job(state.clone())).unwrap()));
        stop().await;
        assert!(!unsaved::is_at_stake(UnsavedWork::Work));
        forget_ended("a-1", USERS); // the page hears of its end, too, while the window closes
        told("a-1")
    }

    fn users(report: UsersChangedView) -> JobState {
        JobState::Done { result: JobResult::UsersChanged(report) }
    }

    #[test]
    fn work_that_closing_stopped_is_told_at_the_next_start() {
        let told = within(closed_with(Commits::Together, JobState::Cancelled));
        assert!(told.len() == 1 && told[0].contains("nothing of it was done"), "{told:?}");
    }

    #[test]
    fn work_that_was_done_all_the_same_is_not_told() {
        let result = JobResult::Created { invitations: 3, made: Vec::new() };
        assert!(within(closed_with(Commits::Together, JobState::Done { result })).is_empty());
        let all = users(UsersChangedView { changed: 3, ..UsersChangedView::default() });
        assert!(within(closed_with(Commits::InParts, all)).is_empty());
    }

    #[test]
    fn work_on_users_that_was_cut_off_is_told_with_what_was_done_and_what_is_left() {
        let cut = users(UsersChangedView { changed: 1_500, left: 2_001, ..UsersChangedView::default() });
        let told = within(closed_with(Commits::InParts, cut));
        assert!(told[0].contains("1,500 users") && told[0].contains("2,001"), "{told:?}");
        let fault = Some(ErrorView::new(ErrorCode::Fault, "no"));
        let failed = users(UsersChangedView { changed: 1, left: 1, stopped: fault, ..UsersChangedView::default() });
        let told = within(closed_with(Commits::InParts, failed));
        assert!(told[0].contains("1 user,") && told[0].contains("1 was not"), "{told:?}");
    }

    /// What the next start tells where closing could not ask.
    fn cut_off(commits: Commits) -> String {
        within(async move {
            record_begun("a-1", USERS, &job(JobState::Running), commits);
            UNDER_WAY.take();
            let told = told("a-1").remove(0);
            forget_reported("a-1", USERS);
            assert!(left("a-1").is_empty(), "once");
            told
        })
    }

    #[test]
    fn where_nobody_knows_how_it_ended_that_is_said() {
        assert!(cut_off(Commits::Together).contains("all of it was done, or nothing"));
        assert!(cut_off(Commits::InParts).contains("What was done stays"));
    }

    #[test]
    fn two_works_at_once_are_each_remembered_and_the_end_of_one_is_not_the_others() {
        within(async {
            record_begun("a-1", USERS, &job(JobState::Running), Commits::InParts);
            record_begun("a-1", CREATE, &job(JobState::Running), Commits::Together);
            forget_ended("a-1", CREATE);
            assert!(unsaved::is_at_stake(UnsavedWork::Work) && is_in_parts());
            UNDER_WAY.take();
            assert_eq!(told("a-1"), [t!("work-left-unknown-parts")]);
            record_begun("a-1", CREATE, &job(JobState::Running), Commits::Together);
            assert_eq!(told("a-1").len(), 1, "what runs is not left");
            UNDER_WAY.take();
            assert_eq!(told("a-1").len(), 2);
            forget_reported("a-1", USERS);
            assert_eq!(told("a-1"), [t!("work-left-unknown")]);
        });
    }

    #[test]
    fn a_job_of_a_session_that_was_ended_elsewhere_holds_nobody_and_is_told() {
        within(async {
            record_begun("a-1", USERS, &job(JobState::Running), Commits::InParts);
            unsaved::follow(&state(StageView::SignIn));
            record_unwatched(USERS);
            assert!(!unsaved::is_at_stake(UnsavedWork::Work));
            assert_eq!(told("a-1"), [t!("work-left-unknown-parts")]);
            record_begun("a-2", CREATE, &job(JobState::Running), Commits::Together);
            forget_ended("a-2", CREATE);
            assert!(!unsaved::is_at_stake(UnsavedWork::Work));
        });
    }

    #[test]
    fn the_page_is_held_while_it_watches_and_no_longer() {
        within(async {
            let held = || unsaved::lost_by(unsaved::Leave::Page);
            record_begun("a-1", USERS, &job(JobState::Running), Commits::InParts);
            assert_eq!(held(), Some(UnsavedWork::WorkWatched));
            record_unwatched(USERS); // a lock
            assert_eq!((held(), unsaved::is_at_stake(UnsavedWork::Work)), (None, true));
            record_begun("a-1", USERS, &job(JobState::Running), Commits::InParts);
            assert_eq!(held(), Some(UnsavedWork::WorkWatched));
            forget_ended("a-1", USERS);
            assert_eq!((held(), unsaved::is_at_stake(UnsavedWork::Work)), (None, false));
        });
    }
}
