//! How many there are in each status; each count is a filter too. Keeps out the list.

use super::icon::Icon;
use crate::prelude::*;
use crate::{t, words};
use vestibule_wire::{CountersView, Status};

/// What a counter filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// All of them.
    All,
    /// One status.
    In(Status),
    /// Active, and ends within 48 hours.
    Expiring,
}

/// In the order of the keys 1 to 6.
pub const COUNTED: [Counted; 6] = [
    Counted::All,
    Counted::In(Status::Active),
    Counted::In(Status::Used),
    Counted::In(Status::Expired),
    Counted::In(Status::Revoked),
    Counted::Expiring,
];

/// The row of counters; bones until the counts are known.
#[component]
pub fn Counters(counts: Option<CountersView>, pressed: Option<Counted>, on_press: EventHandler<Counted>) -> Element {
    let (main, soon) = COUNTED.split_at(5);
    rsx! {
        div { class: "counters", role: "group", aria_label: t!("invitations-counters"),
            for part in [main, soon] {
                div {
                    for counted in part.iter().copied() {
                        Counter { counted, count: counts.map(|counts| count(&counts, counted)), on: pressed == Some(counted), on_press }
                    }
                }
            }
        }
    }
}

fn count(counts: &CountersView, counted: Counted) -> u64 {
    match counted {
        Counted::All => counts.all,
        Counted::In(Status::Active) => counts.active,
        Counted::In(Status::Used) => counts.used,
        Counted::In(Status::Expired) => counts.expired,
        Counted::In(Status::Revoked) => counts.revoked,
        Counted::Expiring => counts.expiring,
    }
}

#[component]
fn Counter(counted: Counted, count: Option<u64>, on: bool, on_press: EventHandler<Counted>) -> Element {
    let (name, icon, colour, words) = match counted {
        Counted::All => ("counter-all", "layers", "", t!("invitations-all")),
        Counted::In(Status::Active) => ("counter-active", "st-active", "fg-active", t!("invitations-active")),
        Counted::In(Status::Used) => ("counter-used", "st-used", "fg-used", t!("invitations-used")),
        Counted::In(Status::Expired) => ("counter-expired", "st-expired", "fg-expired", t!("invitations-expired")),
        Counted::In(Status::Revoked) => ("counter-revoked", "st-revoked", "fg-revoked", t!("invitations-revoked")),
        Counted::Expiring => ("counter-expiring", "clock-alert", "fg-expired", t!("invitations-expiring")),
    };
    rsx! {
        button { class: "counter", r#type: "button", aria_pressed: on, "data-test": name, onclick: move |_| on_press.call(counted),
            span {
                i { class: "tint {colour}", Icon { name: icon } }
                span { class: "clip", title: words.clone(), {words.clone()} }
            }
            if let Some(count) = count {
                b { {words::number(count)} }
            } else {
                b { aria_hidden: "true", span { class: "bone" } }
            }
        }
    }
}
