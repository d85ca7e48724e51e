//! Cleaning up: the preview and its dialog; and the archive when it is empty. Keeps out the rule itself, which the
//! backend has.

use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::many::{BulkQuestion, BulkState, use_many};
use crate::job::{JobSlot, Progress, use_lasting_work};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::{Dialog, enter};
use crate::parts::field::Note;
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::parts::states::Blank;
use crate::parts::stepper::Stepper;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::work_left::Commits;
use crate::{app, backend, t, time, words};
use vestibule_wire::{
    CleanUpRequest, CleanUpView, ErrorCode, ErrorView, InvitationFilter, JobResult, JobState, ListInvitationsRequest,
    command,
};

/// How long after the last keystroke the preview is requested, in milliseconds.
const TYPING: u32 = 150;
/// A hundred years.
const MOST: u32 = vestibule_domain::limit::LONGEST_AGO_DAYS;

/// The dialog's state.
#[derive(Clone, Copy, PartialEq)]
struct CleanUpState {
    /// The number of days as typed; empty until the policy's default is known.
    days: Signal<String>,
    preview: Signal<Option<CleanUpView>>,
    fault: Signal<Option<String>>,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
}

fn read_days(typed: &str) -> Result<u32, String> {
    let days = typed.trim().parse::<u32>().ok().filter(|days| (1..=MOST).contains(days));
    days.ok_or_else(|| words::error(&ErrorView::new(ErrorCode::CountOutOfRange, "").with("max", MOST)))
}

/// What cleaning up would do, in words.
pub fn plain_words(preview: &CleanUpView) -> String {
    if preview.invitations == 0 {
        return t!("clean-up-none", days = preview.days);
    }
    t!("clean-up-words", count = preview.invitations, days = preview.days)
}

fn split_words(preview: &CleanUpView) -> String {
    let of = [
        (preview.used, t!("bulk-revoke-used", count = preview.used)),
        (preview.expired, t!("bulk-revoke-expired", count = preview.expired)),
        (preview.revoked, t!("clean-up-revoked", count = preview.revoked)),
    ];
    of.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect::<Vec<_>>().join(" · ")
}

/// The dialog.
#[component]
pub fn CleanUp() -> Element {
    let (board, many, toasts) = (use_board(), use_many(), use_toasts());
    let asked = CleanUpState {
        days: use_signal(String::new),
        preview: use_signal(|| None),
        fault: use_signal(|| None),
        refused: use_signal(|| None),
        busy: use_signal(|| false),
    };
    let ended = use_callback(move |state| ended(board, many, toasts, asked, state));
    let work =
        use_lasting_work("clean-up-work", use_callback(|()| Some(Commits::Together)), ended, use_callback(|()| {}));
    use_future(move || look(asked, None));
    let confirm = use_callback(move |()| confirm(asked, work));
    let close = use_callback(move |()| {
        if !*asked.busy.peek() {
            many.ask(BulkQuestion::Nothing);
        }
    });
    let count = (asked.preview)().map(|preview| preview.invitations).filter(|count| *count > 0);
    rsx! {
        Dialog {
            name: "clean-up-dialog", title: t!("clean-up-title"), narrow: true, describedby: "clean-up-words",
            onclose: move |()| close.call(()), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "clean-up-keep", onclick: move |_| close.call(()), {t!("create-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, busy: (asked.busy)(), disabled: count.is_none() || asked.fault.read().is_some(), test: "clean-up-submit",
                    onclick: move |_| confirm.call(()),
                    {t!("clean-up-confirm")}
                }
            },
            section {
                onkeydown: move |event: KeyboardEvent| enter(&event, || confirm.call(())),
                Question { asked }
            }
        }
        Progress { work, title: t!("clean-up-running-title"), text: t!("clean-up-running", count = count.unwrap_or_default()) }
    }
}

#[component]
fn Question(asked: CleanUpState) -> Element {
    let CleanUpState { mut days, mut fault, .. } = asked;
    rsx! {
        div { class: "fields",
            if let Some(error) = (asked.refused)() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            div { class: "field",
                span { class: "label", id: "clean-up-label", {t!("clean-up-days")} }
                div { class: "row",
                    Stepper {
                        id: "clean-up-days", labelled_by: "clean-up-label", typed: days(), least: 1, most: MOST,
                        fewer: t!("create-uses-fewer"), more: t!("create-uses-more"), invalid: fault.read().is_some(), described_by: "clean-up-days-note",
                        on_type: move |typed: String| {
                            fault.set(read_days(&typed).err());
                            days.set(typed.clone());
                            spawn(async move {
                                time::sleep(TYPING).await;
                                if *days.peek() == typed && let Ok(number) = read_days(&typed) {
                                    look(asked, Some(number)).await;
                                }
                            });
                        },
                    }
                    span { class: "soft", {t!("clean-up-days-ago")} }
                }
                Note { name: "clean-up-days", error: fault() }
            }
            match (asked.preview)().filter(|_| fault.read().is_none()) {
                Some(preview) => rsx! {
                    div { role: "status", "data-test": "clean-up-words",
                        div { class: "stack", id: "clean-up-words",
                            p { Said { text: plain_words(&preview) } }
                            p { class: "small muted", {split_words(&preview)} }
                        }
                    }
                },
                None => rsx! {
                    div { class: "stack counting", aria_hidden: "true", span { class: "bone" } span { class: "bone" } }
                },
            }
        }
    }
}

async fn look(mut asked: CleanUpState, days: Option<u32>) {
    match backend::ask::<command::PreviewCleanUp>(&CleanUpRequest { days }).await {
        Ok(preview) => {
            if days.is_none() {
                asked.days.set(preview.days.to_string());
            }
            // If another number was typed meanwhile, it is counted next.
            if read_days(&asked.days.peek()) == Ok(preview.days) {
                asked.preview.set(Some(preview));
                asked.refused.set(None);
            }
        }
        Err(error) => asked.refused.set(Some(error)),
    }
}

fn confirm(mut asked: CleanUpState, work: JobSlot) {
    let days = match read_days(&asked.days.peek()) {
        Ok(days) => days,
        Err(sentence) => return asked.fault.set(Some(sentence)),
    };
    // Only what the preview showed is done.
    let is_seen = asked.preview.peek().is_some_and(|preview| preview.days == days && preview.invitations > 0);
    if *asked.busy.peek() || !is_seen {
        return;
    }
    asked.busy.set(true);
    asked.refused.set(None);
    spawn(async move {
        match backend::ask::<command::CleanUp>(&CleanUpRequest { days: Some(days) }).await {
            Ok(job) => work.begin.call(job), // busy until it has ended
            Err(error) => {
                asked.busy.set(false);
                asked.refused.set(Some(error));
            }
        }
    });
}

fn ended(board: InvitationsState, many: BulkState, toasts: Toasts, mut asked: CleanUpState, state: JobState) {
    asked.busy.set(false);
    match state {
        JobState::Done { result: JobResult::CleanedUp(done) } => {
            toasts.show("archive", t!("clean-up-done", count = done.invitations), None);
            board.list.again.call(true);
            many.ask(BulkQuestion::Nothing);
        }
        JobState::Failed { error } => asked.refused.set(Some(error)),
        JobState::Done { .. } => many.ask(BulkQuestion::Nothing),
        JobState::Running | JobState::Cancelled => toasts.show("circle-check", t!("clean-up-cancelled"), None),
    }
}

/// The button that opens the dialog, for people who may clean up.
#[component]
pub fn CleanUpButton() -> Element {
    let many = use_many();
    if !app::use_session().read().may::<command::CleanUp>() {
        return rsx! {};
    }
    rsx! {
        Button { icon: "archive", test: "clean-up", onclick: move |_| many.ask(BulkQuestion::CleanUp), {t!("clean-up")} }
    }
}

/// Shown while nothing has been archived.
#[component]
pub fn EmptyArchive() -> Element {
    rsx! {
        Blank { icon: "archive", title: t!("archive-empty"), text: t!("archive-empty-hint"), test: "archive-empty" }
    }
}

/// The link to the archive when every invitation is in it.
#[component]
pub fn ToArchive() -> Element {
    let list = use_board().list;
    let mut holds = use_signal(|| false);
    use_future(move || async move {
        let archived = InvitationFilter { archived: true, ..InvitationFilter::default() };
        let request =
            ListInvitationsRequest { page_size: 1, quiet: true, ..ListInvitationsRequest::with_filter(archived) };
        let answer = backend::ask::<command::ListInvitations>(&request).await;
        holds.set(answer.is_ok_and(|page| page.total > 0));
    });
    rsx! {
        if holds() {
            button { class: "link", r#type: "button", "data-test": "to-archive", onclick: move |_| list.show_archive(true), {t!("archive-show")} }
        }
    }
}

/// The dialog about many invitations that is open.
#[component]
pub fn ManyOverlay() -> Element {
    match (use_many().asking)() {
        BulkQuestion::Nothing | BulkQuestion::Sheet => rsx! {},
        BulkQuestion::Print => rsx! {
            crate::features::invitations::print::Print {}
        },
        BulkQuestion::Revoke => rsx! {
            crate::features::invitations::revoke::many::RevokeMany {}
        },
        BulkQuestion::CleanUp => rsx! {
            CleanUp {}
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_list_is_told_in_the_words_of_the_design() {
        let preview = CleanUpView { days: 90, invitations: 18, used: 12, expired: 5, revoked: 1 };
        assert_eq!(
            plain_words(&preview),
            "**18 invitations** that ended more than 90 days ago leave the list. They stay in the audit trail and in the archive."
        );
        assert_eq!(split_words(&preview), "12 used up · 5 expired · 1 revoked");
    }

    #[test]
    fn where_nothing_ended_so_long_ago_that_is_told() {
        let none = CleanUpView { days: 1, ..CleanUpView::default() };
        assert_eq!(plain_words(&none), "No invitation ended more than 1 day ago, so there is nothing to clean up.");
        assert_eq!(split_words(&none), "");
    }

    #[test]
    fn days_are_from_one_to_a_hundred_years() {
        assert_eq!((read_days(" 90 "), read_days("36500")), (Ok(90), Ok(36_500)));
        for typed in ["0", "36501", "-1", "soon", ""] {
            assert!(read_days(typed).is_err(), "{typed}");
        }
    }
}
