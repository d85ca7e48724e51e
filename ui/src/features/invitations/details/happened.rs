//! Its uses and its history, newest first; fifty of each at first, so that a thousand don't slow the drawer. Keeps out
//! the words (see `telling`).

use super::state::MORE;
use super::telling;
use crate::features::invitations::board::use_board;
use crate::parts::brand::{initials, tint};
use crate::parts::timeline::Timeline;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{HistoryView, InvitationView, Moment, Status, UseView};

/// Up to this many uses, the gauge shows each as a mark of its own.
const PIPS: u32 = 10;

/// Who joined with it.
#[component]
pub fn Uses(row: InvitationView) -> Element {
    let board = use_board();
    let now = (board.list.now)();
    let shown = (board.details.uses)();
    let left = row.usage_limit.saturating_sub(row.uses);
    // A row of the list carries the first three only.
    let known = row.used_by.len();
    let whole = u32::try_from(known) == Ok(row.uses);
    rsx! {
        section { class: "stack", "data-test": "details-uses",
            div { class: "row",
                h3 { class: "h2 grow", {t!("details-uses")} }
                if row.usage_limit > 1 && row.status == Status::Active {
                    span { class: "small muted", "data-test": "details-left", {t!("details-left", count = left)} }
                }
            }
            if row.usage_limit > 1 {
                Gauge { uses: row.uses, limit: row.usage_limit }
            }
            if row.uses == 0 {
                p { class: "muted", {t!("details-unused")} }
            } else if whole {
                div {
                    for (at , one) in row.used_by.into_iter().enumerate().rev().take(shown) {
                        Use { key: "{at}", one, now }
                    }
                }
                More { shown: board.details.uses, of: known, test: "details-uses-all" }
            } else {
                Bones { lines: row.uses.min(3) }
            }
        }
    }
}

/// The share of its uses that is taken.
#[component]
fn Gauge(uses: u32, limit: u32) -> Element {
    let label = t!("invitations-uses", uses = uses, limit = limit);
    let percent = f64::from(uses) * 100.0 / f64::from(limit.max(1));
    rsx! {
        if limit <= PIPS {
            div { class: "pips", role: "img", "aria-label": label,
                for at in 0..limit {
                    i { key: "{at}", class: (at < uses).then_some("on") }
                }
            }
        } else {
            div { class: "progress used", role: "img", "aria-label": label, i { width: "{percent:.1}%" } }
        }
    }
}

#[component]
fn Use(one: UseView, now: Moment) -> Element {
    let person = one.person;
    rsx! {
        div { class: "line use", "data-test": "details-use",
            i { class: "avatar s", "data-h": tint(&person.id), "aria-hidden": "true", {initials(&person.name)} }
            span { class: "grow clip", translate: "no", title: "{person.name} ({person.username}), {one.device}",
                {person.name.clone()}
                span { class: "muted", " · {one.device}" }
            }
            time { class: "small muted", title: time::exact(one.at), {time::short(one.at, now)} }
        }
    }
}

/// Shows more of what was already fetched.
#[component]
fn More(shown: Signal<usize>, of: usize, test: String) -> Element {
    let rest = of.saturating_sub(shown());
    let words =
        if rest > MORE { t!("details-more", count = MORE as u64) } else { t!("details-all", count = of as u64) };
    rsx! {
        if rest > 0 {
            button { class: "link more-of", r#type: "button", "data-test": test, onclick: move |_| shown += MORE, {words} }
        }
    }
}

#[component]
fn Bones(lines: u32) -> Element {
    let slow = use_board().details.slow;
    rsx! {
        div { class: "bones", "aria-hidden": "true",
            if slow() {
                for line in 0..lines {
                    span { key: "{line}", class: "bone" }
                }
            }
        }
    }
}

/// The events of its history.
#[component]
pub fn History(id: String) -> Element {
    let board = use_board();
    let history = board.details.history.read().as_ref().filter(|(of, _)| *of == id).map(|(_, history)| history.clone());
    rsx! {
        section { class: "stack history", "data-test": "details-history",
            div { class: "row",
                h3 { class: "h2 grow", {t!("details-history")} }
                if let Some(history) = &history {
                    span { class: "small muted", "data-test": "details-history-total", {total(history)} }
                }
            }
            if let Some(history) = history {
                Events { history }
            } else {
                Bones { lines: 3 }
            }
        }
    }
}

#[component]
fn Events(history: HistoryView) -> Element {
    let board = use_board();
    let now = (board.list.now)();
    let shown = board.details.events;
    let known = history.items.len();
    rsx! {
        Timeline {
            test: "details-events",
            events: history.items.iter().take(shown()).map(|told| telling::event(told, now)).collect::<Vec<_>>(),
        }
        More { shown, of: known, test: "details-history-all" }
    }
}

/// How many events there are; and how many are shown, if not all were sent.
fn total(history: &HistoryView) -> String {
    let here = history.items.len() as u64;
    if here < history.total {
        t!("details-history-part", count = here, total = history.total)
    } else {
        t!("details-history-total", count = history.total)
    }
}
