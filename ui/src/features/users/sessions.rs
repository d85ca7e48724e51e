//! A user's sessions, each with a button that ends it. Keeps out who may: the backend decides.

use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{Moment, UserSessionView};

/// The sessions; with none, a sentence says so.
#[component]
pub fn Sessions(sessions: Vec<UserSessionView>, now: Moment, on_end: EventHandler<String>) -> Element {
    rsx! {
        section { class: "stack", "data-test": "user-sessions",
            h3 { class: "h2", {t!("user-sessions")} }
            if sessions.is_empty() {
                p { class: "muted", {t!("user-no-sessions")} }
            }
            for session in sessions {
                Line { key: "{session.id}", session: session.clone(), now, on_end }
            }
        }
    }
}

#[component]
fn Line(session: UserSessionView, now: Moment, on_end: EventHandler<String>) -> Element {
    let place = place(&session);
    let id = session.id.clone();
    let icon = if session.place == "cli" { "table-2" } else { "monitor-smartphone" };
    rsx! {
        div { class: "line", "data-test": "user-session",
            Icon { name: icon }
            span { class: "grow clip", title: time::exact(session.began_at),
                {place.clone()}
                span { class: "muted", " · " {t!("user-session-active", when = time::ago(session.active_at, now))} }
            }
            if !session.current {
                IconButton {
                    icon: "log-out", label: t!("user-session-end", place = place, since = time::exact(session.began_at)), test: "user-session-end",
                    onclick: move |_| on_end.call(id.clone()),
                }
            }
        }
    }
}

fn place(session: &UserSessionView) -> String {
    let place = match session.place.as_str() {
        "cli" => t!("user-session-cli"),
        "kiosk" => t!("user-session-kiosk"),
        _ => t!("user-session-window"),
    };
    match (session.current, session.kept) {
        (true, _) => t!("user-session-this", place = place),
        (false, true) => t!("user-session-kept", place = place),
        (false, false) => place,
    }
}
