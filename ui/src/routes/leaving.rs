//! The question before the window closes on something that would be lost. Keeps out what that is (see `unsaved`), and
//! closing itself: the shell does.

use super::work_left;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::said::Said;
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use crate::{backend, dom, t};
use std::rc::Rc;
use vestibule_wire::{AnswerCloseRequest, CLOSE_EVENT, ErrorView, command};

/// Hears that the window is to close, and asks first where it must.
#[component]
pub fn Leaving() -> Element {
    let mut asking = use_signal(|| None::<UnsavedWork>);
    let asked = use_callback(move |()| {
        let stake = unsaved::at_stake();
        spawn(answer(stake.is_none()));
        if *asking.peek() != stake {
            asking.set(stake);
        }
    });
    use_hook(|| Rc::new(dom::on(&[CLOSE_EVENT], move || asked.call(()))));
    rsx! {
        if let Some(stake) = asking() {
            Question { stake, on_stay: move |()| asking.set(None) }
        }
    }
}

async fn answer(close: bool) {
    // Without an answer the shell closes the window by itself after a while: there is nobody to tell.
    let _unheard: Result<(), ErrorView> = backend::ask::<command::AnswerClose>(&AnswerCloseRequest { close }).await;
}

fn words(stake: UnsavedWork) -> String {
    match stake {
        UnsavedWork::RecoveryKey => t!("leave-recovery"),
        UnsavedWork::Work => t!("leave-work"),
        UnsavedWork::Rules => t!("leave-rules"),
        UnsavedWork::Sheet => t!("leave-sheet"),
        UnsavedWork::Create => t!("leave-create"),
        UnsavedWork::Describe => t!("leave-describe"),
        UnsavedWork::Profile => t!("leave-profile"),
    }
}

#[component]
fn Question(stake: UnsavedWork, on_stay: EventHandler<()>) -> Element {
    let mut busy = use_signal(|| false);
    let close = use_callback(move |()| {
        if !*busy.peek() {
            busy.set(true);
            spawn(async move {
                work_left::stop().await;
                answer(true).await;
            });
        }
    });
    rsx! {
        Dialog {
            name: "leave", title: t!("leave-title"), narrow: true, alert: true, describedby: "leave-words", onclose: on_stay,
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, focus: true, test: "leave-stay", onclick: move |_| on_stay.call(()), {t!("leave-stay")} }
                Button { kind: Kind::DangerPrimary, size: Size::Form, busy: busy(), test: "leave-anyway", onclick: move |_| close.call(()), {t!("leave-anyway")} }
            },
            section {
                p { id: "leave-words", "data-test": "leave-words", Said { text: words(stake) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[test]
    fn what_would_be_lost_is_said_and_staying_is_the_safe_way() {
        let html = render(|| rsx! { Question { stake: UnsavedWork::RecoveryKey, on_stay: |()| {} } });
        assert!(
            html.contains("You have not said that you kept the recovery key.") && html.contains("alertdialog"),
            "{html}"
        );
        let (stay, close) = (html.find("leave-stay").unwrap(), html.find("leave-anyway").unwrap());
        assert!(stay < close);
    }

    #[test]
    fn every_stake_has_words_of_its_own() {
        let all =
            [UnsavedWork::RecoveryKey, UnsavedWork::Work, UnsavedWork::Rules, UnsavedWork::Sheet, UnsavedWork::Create]
                .map(words);
        let several: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(several.len(), all.len());
    }
}
