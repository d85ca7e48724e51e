//! The warning and dialog when this device's clock may be wrong. Keeps out when that is: the backend decides.

use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::said::Said;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{app, backend, t, time};
use vestibule_wire::{ClockDoubtView, command};

/// Asks the backend once whether the clock is doubted, and if so warns until it is confirmed or dismissed.
#[component]
pub fn ClockDoubt() -> Element {
    let mut doubt = use_signal(|| None::<ClockDoubtView>);
    use_future(move || async move {
        // If the request fails no warning is shown; the backend refuses whatever needs the clock in any case.
        if let Ok(answer) = backend::call::<command::Clock>().await {
            doubt.set(answer);
        }
    });
    match doubt() {
        Some(about) => rsx! { Doubted { about, on_done: move |()| doubt.set(None) } },
        None => rsx! {},
    }
}

#[component]
fn Doubted(about: ClockDoubtView, on_done: EventHandler<()>) -> Element {
    let session = app::use_session();
    let toasts = use_toasts();
    let mut busy = use_signal(|| false);
    let may_confirm = session.read().may::<command::ConfirmClock>();
    let confirm = use_callback(move |()| {
        if busy() || !may_confirm {
            return;
        }
        busy.set(true);
        spawn(async move {
            match backend::call::<command::ConfirmClock>().await {
                Ok(()) => {
                    on_done.call(());
                    app::refresh();
                }
                Err(error) => toasts.error(&error),
            }
            busy.set(false);
        });
    });
    let (clock, last) = (time::exact(about.clock), time::exact(about.last));
    let said = if about.ahead {
        t!("clock-ahead", clock = clock, last = last)
    } else {
        t!("clock-behind", clock = clock, last = last)
    };
    rsx! {
        Dialog {
            name: "clock-doubt", title: t!("clock-title"), narrow: true, alert: true, describedby: "clock-doubt-said",
            onclose: move |()| on_done.call(()), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                Button { size: Size::Form, focus: true, test: "clock-later", onclick: move |_| on_done.call(()), {t!("clock-later")} }
                if may_confirm {
                    Button { kind: Kind::Primary, size: Size::Form, busy: busy(), test: "clock-confirm", onclick: move |_| confirm.call(()), {t!("clock-confirm")} }
                }
            },
            section {
                p { id: "clock-doubt-said", Said { text: said } }
                p { class: "muted", if may_confirm { {t!("clock-advice")} } else { {t!("clock-advice-other")} } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::tests::{manager, session, signed_in};
    use crate::testing::render_app;
    use serde_json::json;
    use vestibule_wire::{ErrorCode, ErrorView};

    fn shown(by_administrator: bool, answer: serde_json::Value) -> String {
        signed_in(if by_administrator { session() } else { manager() });
        fake::answer(command::Clock::NAME, move |_| Ok(answer.clone()));
        render_app()
    }

    fn doubt(ahead: bool) -> serde_json::Value {
        json!({ "clock": "2031-03-03T09:00:00Z", "last": "2026-11-25T09:00:00Z", "ahead": ahead })
    }

    #[test]
    fn a_clock_that_nobody_doubts_is_not_spoken_of() {
        assert!(!shown(true, json!(null)).contains("clock-doubt"));
        signed_in(session());
        fake::answer(command::Clock::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
        assert!(!render_app().contains("clock-doubt"));
    }

    #[test]
    fn a_doubted_clock_is_named_with_the_last_event_and_confirmed_only_by_who_may() {
        let html = shown(true, doubt(true));
        for part in ["2031", "2026", "long before", "clock-confirm", "clock-later"] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(shown(true, doubt(false)).contains("was later"));
        let html = shown(false, doubt(true));
        assert!(html.contains("Tell an administrator") && !html.contains("clock-confirm"), "{html}");
    }
}
