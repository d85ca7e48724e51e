//! The bar of filters over the list: search, chips, and the mark of the archive. Keeps out fetching: setting a filter
//! does that.

use super::address::{describe_filter, is_filtered};
use super::listed::{FilterChoice, FilterOf, FilterPlace, ListFilter, Listed, Words, use_list};
use super::query::search_fault;
use super::views_menu::ViewsChip;
use crate::parts::chip::Chip;
use crate::parts::icon::Icon;
use crate::parts::search::Search;
use crate::prelude::*;
use crate::t;

/// The bar.
#[component]
pub fn Bar<L: Listed>() -> Element {
    let list = use_list::<L>();
    let typed = list.typed.read().clone();
    let fault = search_fault(&typed);
    let archive = list.is_archive();
    let narrowed = is_filtered::<L>(&list.query.read()) || !list.wrong.read().is_empty();
    rsx! {
        div { class: "bar filters", role: "search",
            div { class: "chips", "data-narrowed": narrowed,
                if archive {
                    ArchiveChip::<L> {}
                } else {
                    Search {
                        fault: fault.is_some().then_some("search-fault"), typed,
                        label: L::words(Words::Search), hint: L::words(Words::SearchHint), clear: t!("list-search-clear"),
                        on_type: move |text| list.search(text),
                    }
                }
                Chips::<L> {}
                if narrowed {
                    button {
                        class: "btn ghost", r#type: "button", "data-test": "clear-filters", onclick: move |_| list.clear(),
                        {t!("filter-clear")}
                    }
                }
                div { class: "small muted clip", role: "status",
                    if let Some(fault) = fault.filter(|_| !archive) {
                        p { id: "search-fault", class: "clip", {fault} }
                    }
                }
            }
            {L::bar_end()}
        }
    }
}

#[component]
fn Chips<L: Listed>() -> Element {
    let mut list = use_list::<L>();
    let query = list.query.read().clone();
    let wrong = list.wrong.read().clone();
    let known = list.choices.read().clone();
    let open = (list.filtering)();
    let archive = list.is_archive();
    let is_behind = |filter: &FilterOf<L>| matches!(filter.look().place, FilterPlace::More { .. });
    let has_more = L::HAS_ARCHIVE || FilterOf::<L>::ALL.iter().any(is_behind);
    let of_here = FilterOf::<L>::ALL.iter().copied().filter(|filter| !archive || filter.is_of_archive());
    let shown: Vec<_> = of_here
        .map(|filter| {
            let wrong = wrong.iter().find(|wrong| wrong.filter == filter);
            let said = match wrong {
                Some(wrong) => Some(wrong.value.clone()),
                None => describe_filter::<L>(filter, &query, known.as_ref(), (list.now)()),
            };
            (filter, filter.look(), said, wrong.map(|wrong| wrong.words.clone()))
        })
        .filter(|(filter, look, said, _)| {
            said.is_some() || (look.place == FilterPlace::Chip && filter.is_offered(known.as_ref()))
        })
        .collect();
    rsx! {
        for (filter , look , said , wrong) in shown {
            Chip {
                key: "{look.name}", id: "chip-{look.name}", label: filter.words(), said, named: wrong.is_some() || look.kind == FilterChoice::Names, wrong, open: open == Some(filter),
                on_open: move |()| list.open_filter(filter),
                on_drop: move |()| {
                    let _nothing_is_always_possible = list.choose(filter, None);
                },
            }
        }
        if has_more {
            button {
            id: "chip-more", class: "chip", r#type: "button", "data-test": "chip-more", aria_haspopup: "menu", aria_expanded: (list.more)(),
            onclick: move |_| list.more.set(true),
            Icon { name: "sliders-horizontal" }
            {t!("filter-more")}
            }
        }
        ViewsChip::<L> {}
    }
}

/// Says that this is the archive; a press leaves it.
#[component]
fn ArchiveChip<L: Listed>() -> Element {
    let list = use_list::<L>();
    rsx! {
        button {
            class: "chip", r#type: "button", aria_pressed: "true", "data-test": "archive", title: t!("archive-leave"),
            onclick: move |_| list.show_archive(false),
            Icon { name: "archive" }
            {t!("archive")}
            Icon { name: "x" }
        }
    }
}
