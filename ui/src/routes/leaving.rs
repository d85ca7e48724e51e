//! The confirmation before closing the window or signing out would lose unsaved work. Keeps out what is unsaved (see
//! `unsaved`), and closing the window: the shell does that.

use super::work_left;
use crate::opened_link::use_opened_link;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::said::Said;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::unsaved::{self, Leave, UnsavedWork};
use crate::{app, backend, dom, t};
use std::rc::Rc;
use vestibule_wire::{AnswerCloseRequest, CLOSE_EVENT, ErrorView, command};

/// Handles the shell's request to close the window, with a confirmation if needed.
#[component]
pub fn Leaving() -> Element {
    let mut asking = use_signal(|| None::<UnsavedWork>);
    let asked = use_callback(move |()| {
        let stake = unsaved::lost_by(Leave::Window);
        spawn(answer(stake.is_none()));
        if *asking.peek() != stake {
            asking.set(stake);
        }
    });
    use_hook(|| Rc::new(dom::listen(&[CLOSE_EVENT], move || asked.call(()))));
    rsx! {
        if let Some(stake) = asking() {
            Question {
                stake, by: Leave::Window, on_stay: move |()| asking.set(None),
                on_leave: move |()| {
                    spawn(answer(true));
                },
            }
        }
    }
}

/// Signs out, with a confirmation if needed.
#[derive(Clone, Copy, PartialEq)]
pub struct SignOut {
    asking: Signal<Option<UnsavedWork>>,
    out: Callback<()>,
}

/// Makes the state; [`SigningOut`] shows the confirmation.
pub fn use_sign_out() -> SignOut {
    let toasts = use_toasts();
    let link = use_opened_link();
    let out = use_callback(move |()| {
        spawn(async move {
            match backend::call::<command::SignOut>().await {
                Ok(()) => app::refresh(),
                Err(error) => {
                    link.forget_joining();
                    toasts.error(&error);
                }
            }
        });
    });
    SignOut { asking: use_signal(|| None), out }
}

impl SignOut {
    /// Signs out, or opens the confirmation if something would be lost.
    pub fn ask(mut self) {
        match unsaved::lost_by(Leave::Session) {
            None => self.out.call(()),
            stake => self.asking.set(stake),
        }
    }
}

/// The confirmation before signing out.
#[component]
pub fn SigningOut(sign_out: SignOut) -> Element {
    let mut asking = sign_out.asking;
    let link = use_opened_link();
    rsx! {
        if let Some(stake) = asking() {
            Question {
                stake, by: Leave::Session,
                on_stay: move |()| {
                    asking.set(None);
                    link.forget_joining();
                },
                on_leave: move |()| {
                    asking.set(None);
                    sign_out.out.call(());
                },
            }
        }
    }
}

async fn answer(close: bool) {
    // If this fails, the shell closes the window after a while: there is no one to show an error to.
    let _unheard: Result<(), ErrorView> = backend::ask::<command::AnswerClose>(&AnswerCloseRequest { close }).await;
}

/// What would be lost, in words.
fn words(stake: UnsavedWork, by: Leave) -> String {
    let by = if by == Leave::Session { "sign-out" } else { "close" };
    match stake {
        UnsavedWork::RecoveryKey => t!("leave-recovery"),
        UnsavedWork::ResetCode => t!("leave-reset-code", by = by),
        UnsavedWork::Work | UnsavedWork::WorkWatched if work_left::is_in_parts() => t!("leave-work-parts", by = by),
        UnsavedWork::Work | UnsavedWork::WorkWatched => t!("leave-work", by = by),
        UnsavedWork::Rules => t!("leave-rules", by = by),
        UnsavedWork::Sheet | UnsavedWork::SheetBusy => t!("leave-sheet", by = by),
        UnsavedWork::Create => t!("leave-create", by = by),
        UnsavedWork::Describe => t!("leave-describe", by = by),
        UnsavedWork::Profile => t!("leave-profile", by = by),
    }
}

#[component]
fn Question(stake: UnsavedWork, by: Leave, on_stay: EventHandler<()>, on_leave: EventHandler<()>) -> Element {
    let mut busy = use_signal(|| false);
    let leave = use_callback(move |()| {
        if !*busy.peek() {
            busy.set(true);
            spawn(async move {
                work_left::stop().await;
                on_leave.call(());
            });
        }
    });
    let (name, title, anyway) = match by {
        Leave::Session => ("leave-session", t!("leave-session-title"), t!("leave-session-anyway")),
        Leave::Page | Leave::Window => ("leave", t!("leave-title"), t!("leave-anyway")),
    };
    rsx! {
        Dialog {
            name, title, narrow: true, alert: true, describedby: "leave-words", onclose: on_stay,
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, focus: true, test: "leave-stay", onclick: move |_| on_stay.call(()), {t!("leave-stay")} }
                Button { kind: Kind::DangerPrimary, size: Size::Form, busy: busy(), test: "leave-anyway", onclick: move |_| leave.call(()), {anyway} }
            },
            section {
                p { id: "leave-words", "data-test": "leave-words", Said { text: words(stake, by) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::routes::work_left::Commits;
    use crate::testing::{render, within};
    use vestibule_wire::{JobState, JobView};

    #[test]
    fn what_would_be_lost_is_said_and_staying_is_the_safe_way() {
        let html = render(|| {
            rsx! { Question { stake: UnsavedWork::RecoveryKey, by: Leave::Window, on_stay: |()| {}, on_leave: |()| {} } }
        });
        assert!(
            html.contains("You have not said that you kept the recovery key.") && html.contains("alertdialog"),
            "{html}"
        );
        let (stay, close) = (html.find("leave-stay").unwrap(), html.find("leave-anyway").unwrap());
        assert!(stay < close);
    }

    #[test]
    fn every_stake_has_words_of_its_own() {
        for by in [Leave::Session, Leave::Window] {
            let all = [
                UnsavedWork::RecoveryKey,
                UnsavedWork::ResetCode,
                UnsavedWork::Work,
                UnsavedWork::Rules,
                UnsavedWork::Sheet,
                UnsavedWork::Create,
            ];
            let several: std::collections::BTreeSet<_> = all.map(|stake| words(stake, by)).into();
            assert_eq!(several.len(), all.len());
        }
        let job = JobView { job: "j-1".into(), done: 0, total: None, state: JobState::Running };
        within(async move {
            work_left::record_begun("a-1", "create-work", &job, Commits::Together);
            assert!(words(UnsavedWork::Work, Leave::Window).contains("nothing of it is done"));
            work_left::record_begun("a-1", "users-work", &job, Commits::InParts);
            assert!(words(UnsavedWork::Work, Leave::Window).contains("what is done by then stays"));
        });
        assert!(words(UnsavedWork::Rules, Leave::Session).contains("if you sign out now"));
        assert!(words(UnsavedWork::Rules, Leave::Window).contains("if you close now"));
    }

    /// The HTML after asking to sign out with that unsaved work, and whether the backend was asked to.
    fn signed_out(stake: Option<UnsavedWork>) -> (String, bool) {
        thread_local! {
            static AT_STAKE: std::cell::Cell<Option<UnsavedWork>> = const { std::cell::Cell::new(None) };
        }
        AT_STAKE.set(stake);
        fake::answer(command::SignOut::NAME, |_| Ok(serde_json::Value::Null));
        let html = render(|| {
            let sign_out = use_sign_out();
            use_hook(|| {
                if let Some(stake) = AT_STAKE.get() {
                    unsaved::risk(stake, true);
                }
                sign_out.ask();
            });
            rsx! { SigningOut { sign_out } }
        });
        (html, fake::asked().iter().any(|(name, _)| *name == command::SignOut::NAME))
    }

    #[test]
    fn who_signs_out_on_a_half_filled_form_is_asked_first() {
        let (html, is_out) = signed_out(Some(UnsavedWork::Create));
        assert!(!is_out && html.contains("Sign out anyway") && html.contains("if you sign out now"), "{html}");
    }

    #[test]
    fn who_has_nothing_to_lose_is_signed_out_at_once() {
        let (html, is_out) = signed_out(None);
        assert!(is_out && !html.contains("leave-anyway"), "{html}");
    }
}
