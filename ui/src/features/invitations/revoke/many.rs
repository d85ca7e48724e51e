//! The confirmation before many invitations are revoked: how many, how many are skipped and why, what is lost, who
//! keeps access. Keeps out which they are (see `select`), and whether it may be: the backend decides.

use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::many::{BulkQuestion, BulkState, use_many};
use crate::features::invitations::revoke::checked_reason;
use crate::job::{JobSlot, Progress, use_lasting_work};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::field::{Entry, TextField, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::work_left::Commits;
use crate::{backend, focus, t, words};
use vestibule_wire::{ErrorView, JobResult, JobState, RevokeManyRequest, RevokeManyView, command};

/// The effect, in words.
pub fn plain_words(preview: &RevokeManyView) -> String {
    if preview.revoked == 0 {
        return t!("bulk-revoke-none");
    }
    let mut sentences = vec![t!("bulk-revoke-body", count = preview.revoked, left = preview.uses_left)];
    if preview.joined > 0 {
        sentences.push(t!("bulk-revoke-stay", joined = preview.joined));
    }
    sentences.push(t!("revoke-final"));
    sentences.join(" ")
}

/// How many are skipped, and why; None: none is skipped.
pub fn skipped_words(done: &RevokeManyView) -> Option<String> {
    let skipped = done.used + done.expired + done.already_revoked;
    let of = [
        (done.used, t!("bulk-revoke-used", count = done.used)),
        (done.expired, t!("bulk-revoke-expired", count = done.expired)),
        (done.already_revoked, t!("bulk-revoke-revoked", count = done.already_revoked)),
    ];
    let reasons: Vec<String> = of.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    (skipped > 0).then(|| t!("bulk-revoke-skipped", count = skipped, reasons = reasons.join(", ")))
}

/// The dialog's state.
#[derive(Clone, Copy, PartialEq)]
struct RevokeManyState {
    preview: Signal<Option<RevokeManyView>>,
    reason: Entry,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
}

/// The confirmation.
#[component]
pub fn RevokeMany() -> Element {
    let (board, many, toasts) = (use_board(), use_many(), use_toasts());
    let asked = RevokeManyState {
        preview: use_signal(|| None),
        reason: use_entry(),
        refused: use_signal(|| None),
        busy: use_signal(|| false),
    };
    let ended = use_callback(move |state| ended(board, many, toasts, asked, state));
    let work =
        use_lasting_work("revoke-work", use_callback(|()| Some(Commits::Together)), ended, use_callback(|()| {}));
    use_future(move || look(board, asked));
    let confirm = use_callback(move |()| confirm(board, asked, work));
    let close = use_callback(move |()| {
        if !*asked.busy.peek() {
            many.ask(BulkQuestion::Nothing);
        }
    });
    let count = (asked.preview)().map(|preview| preview.revoked);
    rsx! {
        Dialog {
            name: "bulk-revoke-dialog", title: t!("bulk-revoke-title"), narrow: true, alert: true, describedby: "bulk-revoke-words",
            onclose: move |()| close.call(()), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "bulk-revoke-keep", onclick: move |_| close.call(()), {t!("bulk-revoke-keep")} }
                if let Some(count) = count.filter(|count| *count > 0) {
                    Button {
                        kind: Kind::DangerPrimary, size: Size::Form, busy: (asked.busy)(), test: "bulk-revoke-submit",
                        onclick: move |_| confirm.call(()),
                        {t!("bulk-revoke-confirm", count = count)}
                    }
                }
            },
            section {
                // Enter in the reason does nothing: an irreversible action takes Ctrl or Cmd Enter, or its button.
                Question { asked }
            }
        }
        Progress { work, title: t!("bulk-revoke-running-title"), text: t!("bulk-revoke-running", count = count.unwrap_or_default()) }
    }
}

#[component]
fn Question(asked: RevokeManyState) -> Element {
    let preview = (asked.preview)();
    // The field arrives with the preview, after the buttons in the page: it gets the focus once drawn.
    use_effect(move || {
        if asked.preview.read().as_ref().is_some_and(|preview| preview.revoked > 0) {
            focus::by_id("bulk-revoke-reason");
        }
    });
    let check = use_callback(|typed: String| checked_reason(&typed).err());
    rsx! {
        div { class: "fields", aria_busy: preview.is_none().to_string(),
            if let Some(error) = (asked.refused)() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            match preview {
                Some(preview) => rsx! {
                    p { id: "bulk-revoke-words", "data-test": "bulk-revoke-words", Said { text: plain_words(&preview) } }
                    if let Some(skipped) = skipped_words(&preview) {
                        p { class: "soft", "data-test": "bulk-revoke-skipped", {skipped} }
                    }
                    if preview.revoked > 0 {
                        TextField {
                            name: "bulk-revoke-reason", label: t!("revoke-reason"), entry: asked.reason, optional: true,
                            placeholder: t!("revoke-reason-hint"), check,
                        }
                    }
                },
                None if asked.refused.read().is_none() => rsx! {
                    div { class: "stack counting", aria_hidden: "true", span { class: "bone" } span { class: "bone" } }
                },
                None => rsx! {},
            }
        }
    }
}

fn request(board: InvitationsState, reason: Option<String>) -> RevokeManyRequest {
    RevokeManyRequest { selection: board.list.selection.picked.peek().request(), reason }
}

async fn look(board: InvitationsState, mut asked: RevokeManyState) {
    match backend::ask::<command::PreviewRevoke>(&request(board, None)).await {
        Ok(preview) => asked.preview.set(Some(preview)),
        Err(error) => asked.refused.set(Some(error)),
    }
}

fn confirm(board: InvitationsState, mut asked: RevokeManyState, work: JobSlot) {
    let is_any = asked.preview.peek().is_some_and(|preview| preview.revoked > 0);
    if *asked.busy.peek() || !is_any {
        return;
    }
    let Some(reason) = asked.reason.checked(checked_reason) else { return focus::by_id("bulk-revoke-reason") };
    asked.busy.set(true);
    asked.refused.set(None);
    spawn(async move {
        match backend::ask::<command::RevokeMany>(&request(board, reason)).await {
            Ok(job) => work.begin.call(job), // busy until the job has ended
            Err(error) => {
                asked.busy.set(false);
                asked.refused.set(Some(error));
            }
        }
    });
}

/// Reports the end of the job: it may have revoked fewer than the preview said; if it failed or was cancelled, none.
fn ended(board: InvitationsState, many: BulkState, toasts: Toasts, mut asked: RevokeManyState, state: JobState) {
    asked.busy.set(false);
    match state {
        JobState::Done { result: JobResult::Revoked(done) } => {
            toasts.show("ban", t!("bulk-revoke-done", count = done.revoked), skipped_words(&done));
            board.list.selection.clear();
            board.list.again.call(true);
            many.ask(BulkQuestion::Nothing);
        }
        JobState::Failed { error } => asked.refused.set(Some(error)),
        JobState::Done { .. } => many.ask(BulkQuestion::Nothing),
        JobState::Running | JobState::Cancelled => toasts.show("circle-check", t!("bulk-revoke-cancelled"), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PREVIEW: RevokeManyView =
        RevokeManyView { revoked: 9, uses_left: 31, joined: 4, used: 2, expired: 1, already_revoked: 0 };

    #[test]
    fn what_it_takes_and_what_it_skips_is_told_in_numbers() {
        assert_eq!(
            plain_words(&PREVIEW),
            "**9 invitations** stop working at once, with their codes, links and QR codes. **31 uses** are lost. The 4 people who joined stay. **This cannot be undone.**"
        );
        assert_eq!(skipped_words(&PREVIEW).unwrap(), "3 are skipped: 2 used up, 1 expired.");
    }

    #[test]
    fn one_of_each_is_said_as_one_and_nothing_skipped_is_not_said() {
        let one = RevokeManyView { revoked: 1, uses_left: 1, joined: 1, ..RevokeManyView::default() };
        assert_eq!(
            plain_words(&one),
            "**1 invitation** stops working at once, with its code, link and QR code. **1 use** is lost. The person who joined stays. **This cannot be undone.**"
        );
        assert_eq!(skipped_words(&one), None);
    }

    #[test]
    fn where_none_is_active_there_is_nothing_to_confirm() {
        let none = RevokeManyView { already_revoked: 1, ..RevokeManyView::default() };
        assert_eq!(plain_words(&none), "None of these is active, so there is nothing to revoke.");
        assert_eq!(skipped_words(&none).unwrap(), "1 is skipped: 1 revoked before.");
    }
}
