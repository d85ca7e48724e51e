//! The menus of filter chips: one of many, days, and filters that have no chip yet. Drawn outside of the page's main
//! part, which would clip them. Keeps out how a choice is written in an address.

use super::days::{add_days, day, day_of, usual_words};
use super::listed::{FilterChoice, FilterOf, FilterPlace, ListFilter, Listed, use_list};
use super::query::List;
use crate::parts::listbox::Choice;
use crate::parts::menu::{Item, Menu};
use crate::parts::picker::Picker;
use crate::parts::span::{DayPreset, SpanMenu};
use crate::prelude::*;
use crate::t;
use chrono::NaiveDate;

/// The entry for the archive in the menu of filters.
const ARCHIVE: &str = "more-archive";
/// From this many choices on, the menu has a field that narrows them.
const MANY: usize = 9;

/// The menu that is open, if any.
#[component]
pub fn FilterMenus<L: Listed>() -> Element {
    let mut list = use_list::<L>();
    let close = use_callback(move |()| list.filtering.set(None));
    if (list.more)() {
        return rsx! {
            More::<L> {}
        };
    }
    let Some(filter) = (list.filtering)() else { return rsx! {} };
    let look = filter.look();
    rsx! {
        match look.kind {
            FilterChoice::Days(often) => rsx! { DaysOf::<L> { key: "{look.name}", list, filter, often, close } },
            _ => rsx! { OneOf::<L> { key: "{look.name}", list, filter, close } },
        }
    }
}

/// The element at which a filter's menu opens: its chip, else "More".
fn anchor<L: Listed>(filter: FilterOf<L>) -> String {
    let look = filter.look();
    if look.place == FilterPlace::Chip { format!("#chip-{}", look.name) } else { "#chip-more".to_owned() }
}

#[component]
fn More<L: Listed>() -> Element {
    let mut list = use_list::<L>();
    let query = list.query.read().clone();
    let known = list.choices.read().clone();
    let archive = list.is_archive();
    let behind = FilterOf::<L>::ALL.iter().filter(|filter| filter.is_offered(known.as_ref()));
    let item = |filter: &FilterOf<L>| match filter.look().place {
        FilterPlace::Chip => None,
        FilterPlace::More { hook, icon } => {
            Some(Item::new(hook, icon, filter.words()).checked(filter.value(&query.filter).is_some()))
        }
    };
    let mut items: Vec<Item> = behind.filter_map(item).collect();
    if L::HAS_ARCHIVE {
        items.push(Item::new(ARCHIVE, "archive", t!("archive")).checked(archive));
    }
    rsx! {
        Menu {
            label: t!("filter-more"), anchor: "#chip-more", items,
            on_close: move |()| list.more.set(false),
            on_choose: move |name| {
                if name == ARCHIVE {
                    return list.show_archive(!archive);
                }
                let is_named = |filter: &&FilterOf<L>| matches!(filter.look().place, FilterPlace::More { hook, .. } if hook == name);
                if let Some(filter) = FilterOf::<L>::ALL.iter().find(is_named) {
                    list.open_filter(*filter);
                }
            },
        }
    }
}

#[component]
fn OneOf<L: Listed>(list: List<L>, filter: FilterOf<L>, close: Callback<()>) -> Element {
    let names = filter.names(list.choices.read().as_ref()).into_iter();
    let (choices, free): (Vec<Choice>, _) =
        (names.map(|it| Choice::new(it.value, it.words)).collect(), filter.is_free());
    let look = filter.look();
    rsx! {
        Picker {
            id: "chip-{look.name}", label: filter.words(), anchor: anchor::<L>(filter), typing: free || choices.len() >= MANY, free,
            names: look.kind == FilterChoice::Names, choices,
            on_choose: move |value: String| {
                let _every_name_may_be_asked_for = list.choose(filter, Some(&value));
            },
            on_close: move |()| close.call(()),
        }
    }
}

#[component]
fn DaysOf<L: Listed>(list: List<L>, filter: FilterOf<L>, often: &'static [(i64, i64)], close: Callback<()>) -> Element {
    let today = day_of((list.now)()).unwrap_or_default();
    let choose = use_callback(move |(from, to): (String, String)| {
        let typed = |text: &str| match text.trim() {
            "" => Ok(String::new()),
            text => day(text).map(|_| text.to_owned()).ok_or_else(|| t!("span-unread")),
        };
        let (from, to) = (typed(&from)?, typed(&to)?);
        list.choose(filter, Some(&format!("{from}..{to}")))
    });
    rsx! {
        SpanMenu {
            id: "chip-{filter.look().name}", label: filter.words(), anchor: anchor::<L>(filter), often: offered(often, today), today,
            on_choose: choose, on_close: move |()| close.call(()),
        }
    }
}

fn offered(often: &[(i64, i64)], today: NaiveDate) -> Vec<DayPreset> {
    let day = |away: i64| add_days(today, away).map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
    let one =
        |(from, to): &(i64, i64)| Some(DayPreset { words: usual_words(*from, *to)?, from: day(*from), to: day(*to) });
    often.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_often_asked_for_are_counted_from_today() {
        let days = offered(&[(0, 0), (-6, 0), (-29, 0)], "2026-09-08".parse().unwrap());
        let said: Vec<_> = days.iter().map(|days| (&*days.words, &*days.from, &*days.to)).collect();
        assert_eq!(
            said,
            [
                ("Today", "2026-09-08", "2026-09-08"),
                ("Last 7 days", "2026-09-02", "2026-09-08"),
                ("Last 30 days", "2026-08-10", "2026-09-08")
            ]
        );
    }
}
