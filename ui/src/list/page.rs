//! The body of a list's page: counters, bar, table and foot, or why there are none; and its overlays. Keeps out the
//! head.

use super::address::is_filtered;
use super::bar::Bar;
use super::filter_menus::FilterMenus;
use super::keys::{count, counters};
use super::listed::{CountersOf, ListCounter, Listed, PageOf, Words, use_list};
use super::query::List;
use super::selection_bar::SelectionBar;
use super::table::{Foot, RowMenu, Table};
use super::views_dialog::ViewsOverlay;
use crate::parts::button::Button;
use crate::parts::counters::{Count, Counters};
use crate::parts::notice::{Notice, Tone};
use crate::parts::states::Blank;
use crate::prelude::*;
use crate::{t, time, words};
use vestibule_wire::{ErrorView, Moment};

/// "12 of 248" beside the title while a search or filter is set.
#[component]
pub fn SomeOf<L: Listed>() -> Element {
    let list = use_list::<L>();
    let narrowed = (list.narrowed)();
    let counts = list.shown.read().as_ref().map(|page| (page.total, L::all(&page.counters)));
    let at_least = list.shown.read().as_ref().is_some_and(|page| page.is_at_least);
    let archive = list.is_archive();
    rsx! {
        span { class: "sub", role: "status", "data-test": "some-of",
            if let Some((total, _)) = counts.filter(|_| archive) {
                {t!("archive-count", count = total)}
            } else if let Some((total, all)) = counts.filter(|_| narrowed) {
                if at_least { {t!("list-least-of", count = total, all = all)} } else { {t!("list-some-of", count = total, all = all)} }
            }
        }
    }
}

/// The body. Nothing for the first 200 ms, then placeholders; old rows stay until new ones arrive.
#[component]
pub fn Body<L: Listed>() -> Element {
    let list = use_list::<L>();
    let shown = list.shown.read().clone();
    let fault = list.fault.read().clone();
    let slow = (list.slow)();
    match (shown, fault) {
        (None, Some(error)) => rsx! {
            Unread::<L> { list, error }
        },
        (None, None) if !slow => rsx! {},
        (Some(_), _) if list.is_empty() => L::none_yet(),
        (page, fault) => rsx! {
            Filters::<L> { counts: page.as_ref().map(|page| page.counters) }
            if let (Some(error), Some(page)) = (fault, page.as_ref()) {
                Stale::<L> { list, error, at: page.at }
            }
            Found::<L> { page }
        },
    }
}

#[component]
fn Found<L: Listed>(page: Option<PageOf<L>>) -> Element {
    let list = use_list::<L>();
    if let Some(all) = page.as_ref().filter(|page| page.total == 0).map(|page| L::all(&page.counters)) {
        return rsx! {
            NoneFound::<L> { list, all }
        };
    }
    rsx! {
        Table::<L> { page: page.clone() }
        if let Some(page) = page {
            Foot::<L> { page }
        } else {
            footer { class: "pager", role: "status", span { class: "sr", {L::words(Words::Loading)} } }
        }
    }
}

/// The page's overlays: the menus of a row, of filters and of saved views, with their dialogs. Drawn outside of the
/// page's main part, which would clip them.
#[component]
pub fn Overlays<L: Listed>() -> Element {
    rsx! {
        RowMenu::<L> {}
        FilterMenus::<L> {}
        ViewsOverlay::<L> {}
    }
}

#[component]
fn Filters<L: Listed>(counts: Option<CountersOf<L>>) -> Element {
    let list = use_list::<L>();
    let selecting = list.selection.is_any();
    let query = list.query.read();
    let groups: Vec<Vec<Count>> = L::Counter::GROUPS
        .iter()
        .map(|group| {
            let one = |counter: &L::Counter| {
                let look = counter.look();
                Count {
                    hook: look.hook,
                    icon: look.icon,
                    colour: look.colour,
                    words: counter.words(),
                    count: counts.map(|counts| counter.count(&counts)),
                    on: counter.is_on(&query.filter),
                }
            };
            group.iter().map(one).collect()
        })
        .collect();
    rsx! {
        if !groups.is_empty() {
            Counters {
                label: L::words(Words::Counters), groups,
                on_press: move |hook| {
                    if let Some(counter) = counters::<L>().find(|counter| counter.look().hook == hook) {
                        count(list, counter);
                    }
                },
            }
        }
        if selecting {
            SelectionBar::<L> {}
        } else {
            Bar::<L> {}
        }
    }
}

#[component]
fn NoneFound<L: Listed>(list: List<L>, all: u64) -> Element {
    let query = list.query.read();
    if list.is_archive() && !is_filtered::<L>(&query) {
        return L::none_archived();
    }
    if query.search.is_empty() {
        return rsx! {
            Blank {
                icon: "search", title: t!("list-none-filtered"), text: L::words(Words::NoneFiltered(all)), test: "none-found",
                Button { test: "clear-all", onclick: move |_| list.clear(), {t!("list-clear-filters")} }
            }
        };
    }
    rsx! {
        Blank {
            icon: "search", title: t!("list-none-found", search = query.search.clone()), text: L::words(Words::NoneFound), test: "none-found",
            Button { test: "clear-all", onclick: move |_| list.clear(), {t!("list-search-clear")} }
        }
    }
}

#[component]
fn Unread<L: Listed>(list: List<L>, error: ErrorView) -> Element {
    rsx! {
        Blank {
            icon: "database", title: t!("list-unread"), text: t!("list-unread-hint", reason = words::plain(&error)), test: "error", alert: true,
            Button { icon: "refresh-cw", test: "try-again", onclick: move |_| list.again.call(false), {t!("list-try-again")} }
        }
    }
}

/// Says that the rows shown could not be refreshed, and since when.
#[component]
fn Stale<L: Listed>(list: List<L>, error: ErrorView, at: Moment) -> Element {
    let when = time::short(at, time::now());
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Warn, text: t!("list-stale", reason = words::plain(&error), when = when), test: "stale",
                button { class: "link", r#type: "button", "data-test": "try-again", onclick: move |_| list.again.call(false), {t!("list-try-again")} }
            }
        }
    }
}
