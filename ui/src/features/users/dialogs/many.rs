//! The dialog before something is done with many users, and the report after it: for how many it can be done, for whom
//! not, and why. Keeps out which they are: the backend decides about each.

use super::proof::{Proof, ProofFields, use_proof};
use crate::features::users::board::{UsersState, use_board};
use crate::features::users::many::{ManyAct, done_words, reason_words};
use crate::job::{JobSlot, discard, use_work};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::{self, Dialog};
use crate::parts::field::Field;
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::parts::select::{Choice, Select, TriggerStyle};
use crate::prelude::*;
use crate::{backend, t, words};
use vestibule_wire::{
    ErrorView, JobResult, JobState, JobView, ManyUsersRequest, MoveUsersRequest, RefusedUsersView, Secret,
    UsersChangedView, command,
};

/// The value of "no department": a path is never empty.
const NONE: &str = "";
/// How many names are listed per reason in the preview.
const SHOWN: usize = 3;

/// The dialog's state.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    act: ManyAct,
    /// The department's path, for a move.
    to: Signal<Option<String>>,
    preview: Signal<Option<UsersChangedView>>,
    refused: Signal<Option<ErrorView>>,
    /// The job that computes the preview.
    looking: JobSlot,
    proof: Proof,
}

impl Asked {
    /// For how many users it would be done; 0 until the preview has arrived.
    fn count(self) -> u64 {
        self.preview.read().as_ref().map_or(0, |preview| preview.changed)
    }

    /// Cancels the preview that runs and drops its answer. Gives the number of the next one.
    fn discard_look(self, board: UsersState) -> u32 {
        let mut looks = board.looks;
        let number = looks.peek().wrapping_add(1);
        looks.set(number);
        self.looking.discard();
        number
    }

    fn needs_password(self) -> bool {
        self.preview.read().as_ref().is_some_and(|preview| preview.peers > 0)
    }
}

/// The dialog.
#[component]
pub fn ManyDialog(act: ManyAct) -> Element {
    let board = use_board();
    let (mut preview, mut refused) = (use_signal(|| None), use_signal(|| None));
    let looked = use_callback(move |state| match state {
        JobState::Done { result: JobResult::UsersChanged(report) } => preview.set(Some(report)),
        JobState::Failed { error } => refused.set(Some(error)),
        _ => {}
    });
    let to = use_signal(|| None);
    let asked = Asked { act, to, preview, refused, looking: use_work(looked), proof: use_proof() };
    use_effect(move || {
        let to = to.read().clone();
        if act != ManyAct::Move || to.is_some() {
            let number = asked.discard_look(board);
            // It outlives the dialog, so that a job that begins after the dialog is closed can be cancelled.
            board.asks.spawn(async move { look(board, asked, number, to) });
        }
    });
    use_drop(move || {
        asked.discard_look(board);
    });
    let busy = (asked.proof.busy)() || board.acting.read().is_some();
    let close = use_callback(move |()| {
        if !*asked.proof.busy.peek() && board.acting.peek().is_none() {
            board.close();
        }
    });
    let confirm = use_callback(move |()| confirm(board, asked));
    let ends = act == ManyAct::Suspend;
    rsx! {
        Dialog {
            name: "users-many", title: act.title(), narrow: true, alert: ends, describedby: "users-many-words",
            onclose: move |()| close.call(()), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, focus: act != ManyAct::Move, test: "user-cancel", onclick: move |_| close.call(()), {t!("user-cancel")} }
                if asked.count() > 0 {
                    Button {
                        kind: if ends { Kind::DangerPrimary } else { Kind::Primary }, size: Size::Form, busy, disabled: asked.proof.is_held(),
                        test: "users-many-confirm", onclick: move |_| confirm.call(()), {act.button(asked.count())}
                    }
                }
            },
            section {
                div { class: "fields", onkeydown: move |event| dialog::enter(&event, || confirm.call(())),
                    if act == ManyAct::Move {
                        Where { to }
                    }
                    Expected { asked }
                    ProofFields { proof: asked.proof, needed: asked.needs_password() }
                }
            }
        }
    }
}

#[component]
fn Where(to: Signal<Option<String>>) -> Element {
    let options = use_board().list.choices.cloned().unwrap_or_default();
    let nowhere = options.everywhere.then(|| Choice::new(NONE, t!("user-department-none")));
    let departments = options.departments.iter().map(|one| Choice::new(&one.path, &one.path));
    let choices: Vec<Choice> = nowhere.into_iter().chain(departments).collect();
    let first = Choice::new("?", t!("users-many-department-choose"));
    let chosen = to().unwrap_or_else(|| "?".to_owned());
    let choices: Vec<Choice> = (chosen == "?").then_some(first).into_iter().chain(choices).collect();
    rsx! {
        Field { name: "users-many-department", label: t!("user-department-choose"),
            Select {
                id: "users-many-department", label: t!("user-department-choose"), look: TriggerStyle::Form, choices, chosen, names: true,
                on_choose: move |path: String| if path != "?" { to.set(Some(path)) },
            }
        }
    }
}

/// The preview, or that it is being computed.
#[component]
fn Expected(asked: Asked) -> Element {
    let Asked { act, preview, refused, to, .. } = asked;
    let waits = refused.read().is_none() && (act != ManyAct::Move || to.read().is_some());
    rsx! {
        if let Some(error) = refused() {
            Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
        }
        // Rendered empty at first: screen readers announce only what is added to an existing live region.
        div { class: "fields told", id: "users-many-words", role: "status",
            if let Some(report) = preview() {
                Verdict { act, report }
            } else if waits {
                div { class: "stack counting", aria_hidden: "true", span { class: "bone" } span { class: "bone" } }
            }
        }
    }
}

/// The preview: how many will be changed, and who is refused.
#[component]
fn Verdict(act: ManyAct, report: UsersChangedView) -> Element {
    let text = if report.changed > 0 { act.does(report.changed) } else { t!("users-many-none") };
    rsx! {
        p { "data-test": "users-many-words", Said { text } }
        if report.unchanged > 0 {
            p { class: "soft", {t!("users-many-unchanged", count = report.unchanged)} }
        }
        Reasons { refused: report.refused, most: SHOWN }
        if report.peers > 0 {
            p { {t!("users-many-peers", count = report.peers)} }
        }
    }
}

/// The users for whom it may not be done: each reason, with the first names.
#[component]
fn Reasons(refused: Vec<RefusedUsersView>, most: usize) -> Element {
    rsx! {
        for refused in refused {
            div { key: "{refused.reason:?}", class: "stack", "data-test": "users-many-refused",
                p { class: "soft", {reason_words(&refused)} }
                p { class: "small muted", translate: "no", {names(&refused, most)} }
            }
        }
    }
}

/// The first names, and whether there are more.
fn names(refused: &RefusedUsersView, most: usize) -> String {
    let shown: Vec<&str> = refused.names.iter().take(most).map(String::as_str).collect();
    let more = if refused.users > shown.len() as u64 { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

fn request(board: UsersState, password: Option<Secret>, matched: Option<String>) -> ManyUsersRequest {
    let selection = board.list.selection.picked.peek().request();
    ManyUsersRequest { selection, password, make: matched.is_some(), matched }
}

fn moving(users: ManyUsersRequest, to: Option<String>) -> MoveUsersRequest {
    MoveUsersRequest { users, department: to.filter(|path| path != NONE) }
}

/// Starts a new preview, unless a later one has begun or the dialog is closed: then `number` is not the newest.
fn look(board: UsersState, asked: Asked, number: u32, to: Option<String>) {
    let is_newest = move || *board.looks.peek() == number;
    if !is_newest() {
        return;
    }
    let Asked { act, mut preview, mut refused, looking, .. } = asked;
    preview.set(None);
    refused.set(None);
    let users = request(board, None, None);
    spawn(async move {
        let job: Result<JobView, ErrorView> = match act {
            ManyAct::Move => backend::ask::<command::MoveUsers>(&moving(users, to)).await,
            ManyAct::SignOut => backend::ask::<command::SignOutUsers>(&users).await,
            ManyAct::Reactivate => backend::ask::<command::ReactivateUsers>(&users).await,
            ManyAct::Suspend => backend::ask::<command::SuspendUsers>(&users).await,
        };
        match job {
            Ok(job) if is_newest() => looking.begin.call(job),
            Ok(job) => discard(job.job),
            Err(error) if is_newest() => refused.set(Some(error)),
            Err(_) => {}
        }
    });
}

fn confirm(board: UsersState, asked: Asked) {
    let UsersState { mut acting, work, .. } = board;
    let (act, needed) = (asked.act, asked.needs_password());
    if acting.peek().is_some() || asked.preview.peek().as_ref().is_none_or(|preview| preview.changed == 0) {
        return;
    }
    let begun = move |job| {
        acting.set(Some(act));
        work.begin.call(job);
    };
    let shown = asked.preview.peek().as_ref().map(|preview| preview.matched.clone());
    let users = |password| request(board, password, shown.clone());
    match act {
        ManyAct::Move => {
            let to = asked.to.peek().clone();
            asked.proof.ask::<command::MoveUsers>(needed, |password| moving(users(password), to), begun);
        }
        ManyAct::SignOut => asked.proof.ask::<command::SignOutUsers>(needed, users, begun),
        ManyAct::Reactivate => asked.proof.ask::<command::ReactivateUsers>(needed, users, begun),
        ManyAct::Suspend => asked.proof.ask::<command::SuspendUsers>(needed, users, begun),
    }
}

/// The report, shown if it could not be done for all.
#[component]
pub fn ManyReport(act: Option<ManyAct>, report: UsersChangedView) -> Element {
    let board = use_board();
    rsx! {
        Dialog {
            name: "users-report", title: t!("users-many-report"), narrow: true, describedby: "users-report-words",
            onclose: move |()| board.close(), onprimary: move |()| board.close(),
            footer: rsx! {
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, focus: true, test: "users-report-close", onclick: move |_| board.close(), {t!("users-many-report-close")} }
            },
            section {
                div { class: "fields",
                    if let Some(error) = report.stopped.as_ref() {
                        Notice { tone: Tone::Bad, text: words::error(error), test: "error" }
                    }
                    p { id: "users-report-words", "data-test": "users-report-words", {done_words(act, &report)} }
                    Reasons { refused: report.refused, most: usize::MAX }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::users::tests::use_page;
    use crate::testing::{render, use_is_settled};
    use serde_json::to_value;
    use std::cell::Cell;
    use vestibule_wire::ErrorCode;

    thread_local! {
        static ASKED: Cell<Option<(UsersState, Asked)>> = const { Cell::new(None) };
    }

    fn report(state: JobState) -> JobView {
        JobView { job: "look-1".into(), done: 1, total: None, state }
    }

    fn use_asked() -> (UsersState, Asked) {
        let board = use_page();
        let (preview, refused) = (use_signal(|| None), use_signal(|| None));
        let looking = use_work(use_callback(|_| ()));
        let asked =
            Asked { act: ManyAct::Move, to: use_signal(|| None), preview, refused, looking, proof: use_proof() };
        ASKED.set(Some((board, asked)));
        (board, asked)
    }

    fn asked_of(command: &str) -> usize {
        fake::asked().iter().filter(|(name, _)| name == command).count()
    }

    #[test]
    fn a_look_that_was_replaced_while_it_was_asked_for_is_cancelled_and_not_told() {
        fake::answer(command::CancelJob::NAME, |_| Ok(to_value(report(JobState::Cancelled)).unwrap()));
        fake::answer(command::MoveUsers::NAME, |_| {
            let (board, asked) = ASKED.get().unwrap();
            asked.discard_look(board);
            Ok(to_value(report(JobState::Running)).unwrap())
        });
        let html = render(|| {
            let (board, asked) = use_asked();
            use_hook(|| {
                let number = asked.discard_look(board);
                look(board, asked, number, Some("Science".into()));
                look(board, asked, number.wrapping_sub(1), Some("Arts".into())); // too late to be asked for
            });
            rsx! { {format!("{:?}", asked.looking.job_id())} }
        });
        assert!(html.contains("None"), "{html}");
        assert_eq!((asked_of(command::MoveUsers::NAME), asked_of(command::CancelJob::NAME)), (1, 1));
    }

    #[test]
    fn a_look_that_runs_is_cancelled_when_its_dialog_is_closed() {
        fake::answer(command::CancelJob::NAME, |_| Ok(to_value(report(JobState::Cancelled)).unwrap()));
        fake::answer(command::SuspendUsers::NAME, |_| Ok(to_value(report(JobState::Running)).unwrap()));
        render(|| {
            use_page();
            let closed = use_is_settled();
            if closed {
                assert_eq!((asked_of(command::SuspendUsers::NAME), asked_of(command::CancelJob::NAME)), (1, 0));
            }
            rsx! {
                if !closed {
                    ManyDialog { act: ManyAct::Suspend }
                }
            }
        });
        assert_eq!(asked_of(command::CancelJob::NAME), 1);
    }

    #[test]
    fn what_is_expected_has_its_place_before_it_is_known_so_that_it_is_read_out() {
        let html = render(|| {
            use_page();
            rsx! { ManyDialog { act: ManyAct::Move } }
        });
        let place = html.split('<').find(|tag| tag.contains("id=\"users-many-words\"")).expect("it is there");
        assert!(place.contains("role=\"status\"") && html.contains("aria-describedby=\"users-many-words\""), "{html}");
    }

    #[test]
    fn the_first_names_stand_behind_a_reason_and_that_there_are_more() {
        let refused = |users, names: &[&str]| RefusedUsersView {
            reason: ErrorCode::NotPermitted,
            users,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert_eq!(names(&refused(2, &["Ada", "Ben"]), 3), "Ada, Ben");
        assert_eq!(names(&refused(3, &["Ada", "Ben", "Eve"]), 2), "Ada, Ben, …");
        assert_eq!(names(&refused(900, &["Ada"]), usize::MAX), "Ada, …");
    }
}
