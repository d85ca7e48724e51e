//! The menus that chips open: one of many, days, and the filters that have no chip yet. They stand outside of the page's main part, which would clip them.
//! Keeps out what an address makes of a choice.

use super::bar::{is_always_there, is_offered};
use super::filters::{FILTERS, Filter, day, day_of, usual_days, usual_words};
use crate::features::invitations::board::use_board;
use crate::features::invitations::many::use_many;
use crate::parts::listbox::Choice;
use crate::parts::menu::{Item, Menu};
use crate::parts::picker::Picker;
use crate::parts::span::{Often, SpanMenu};
use crate::parts::status_pill;
use crate::prelude::*;
use crate::t;
use chrono::{Days, NaiveDate};
use vestibule_wire::{InvitationOptionsView, Status};

/// The archive, among the filters.
const ARCHIVE: &str = "more-archive";
/// So many choices and more are narrowed by typing.
const MANY: usize = 9;

/// Whichever of them is open.
#[component]
pub fn FilterMenus() -> Element {
    let mut many = use_many();
    if (many.more)() {
        return rsx! {
            More {}
        };
    }
    let Some(filter) = (many.filtering)() else { return rsx! {} };
    let close = use_callback(move |()| many.filtering.set(None));
    rsx! {
        match filter {
            Filter::Created | Filter::Expires => rsx! { SpanOf { key: "{filter.name()}", filter, close } },
            _ => rsx! { OneOf { key: "{filter.name()}", filter, close } },
        }
    }
}

/// Where a filter's menu stands: at its chip, else at "More".
fn anchor(filter: Filter) -> String {
    if is_always_there(filter) { format!("#chip-{}", filter.name()) } else { "#chip-more".to_owned() }
}

#[component]
fn More() -> Element {
    let board = use_board();
    let mut many = use_many();
    let filters = board.list.filters.read().clone();
    let options = board.options.read().clone();
    let icon = |filter| match filter {
        Filter::Group => "users",
        Filter::Label => "ticket",
        Filter::Created => "calendar",
        _ => "clock-alert",
    };
    let hook = |filter| match filter {
        Filter::Group => "more-group",
        Filter::Label => "more-label",
        Filter::Created => "more-created",
        _ => "more-expires",
    };
    let behind =
        FILTERS.into_iter().filter(|filter| !is_always_there(*filter) && is_offered(*filter, options.as_ref()));
    let archived = filters.filter.archived;
    let item = |filter: Filter| {
        Item::new(hook(filter), icon(filter), filter.words()).checked(filter.value(&filters).is_some())
    };
    let mut items: Vec<Item> = behind.map(item).collect();
    items.push(Item::new(ARCHIVE, "archive", t!("archive")).checked(archived));
    rsx! {
        Menu {
            label: t!("filter-more"), anchor: "#chip-more", items,
            on_close: move |()| many.more.set(false),
            on_choose: move |name| {
                if name == ARCHIVE {
                    return board.list.show_archive(!archived);
                }
                if let Some(filter) = FILTERS.into_iter().find(|filter| hook(*filter) == name && !is_always_there(*filter)) {
                    many.filter(filter);
                }
            },
        }
    }
}

/// What can be chosen, and whether something else may be typed.
fn choices(filter: Filter, options: Option<&InvitationOptionsView>) -> (Vec<Choice>, bool) {
    let Some(options) = options.filter(|_| filter != Filter::Status) else {
        let statuses = [Status::Active, Status::Used, Status::Expired, Status::Revoked];
        let mut list =
            statuses.map(|status| Choice::new(status_pill::class(status), status_pill::word(status))).to_vec();
        list.push(Choice::new("expiring", t!("invitations-expiring")));
        return (list, false);
    };
    let named = |names: &mut dyn Iterator<Item = &String>| names.map(|name| Choice::new(name, name)).collect();
    match filter {
        Filter::Role => (named(&mut options.roles.iter().map(|role| &role.name)), false),
        Filter::Department => (named(&mut options.departments.iter().map(|department| &department.path)), false),
        Filter::Group => (named(&mut options.groups.iter()), false),
        Filter::Label => (named(&mut options.labels.iter()), true),
        _ => {
            let person = |person: &vestibule_wire::PersonView| Choice::new(&person.username, &person.name);
            (options.creators.iter().map(person).collect(), true)
        }
    }
}

#[component]
fn OneOf(filter: Filter, close: Callback<()>) -> Element {
    let board = use_board();
    let (choices, free) = choices(filter, board.options.read().as_ref());
    rsx! {
        Picker {
            id: "chip-{filter.name()}", label: filter.words(), anchor: anchor(filter), typing: free || choices.len() >= MANY, free,
            names: filter != Filter::Status, choices,
            on_choose: move |value: String| {
                let _every_name_may_be_asked_for = board.list.choose(filter, Some(&value));
            },
            on_close: move |()| close.call(()),
        }
    }
}

#[component]
fn SpanOf(filter: Filter, close: Callback<()>) -> Element {
    let list = use_board().list;
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
            id: "chip-{filter.name()}", label: filter.words(), anchor: anchor(filter), often: often(filter, today), today,
            on_choose: choose, on_close: move |()| close.call(()),
        }
    }
}

fn often(filter: Filter, today: NaiveDate) -> Vec<Often> {
    let day = |away: Option<i64>| {
        let day = away.and_then(|away| match away {
            ..0 => today.checked_sub_days(Days::new(away.unsigned_abs())),
            _ => today.checked_add_days(Days::new(away.unsigned_abs())),
        });
        day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default()
    };
    let one = |(from, to)| Some(Often { words: usual_words(from, to)?, from: day(from), to: day(to) });
    usual_days(filter).into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;

    #[test]
    fn days_that_are_often_asked_for_are_counted_from_today() {
        let days = often(Filter::Created, "2026-09-08".parse().unwrap());
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

    #[test]
    fn of_labels_and_people_others_may_be_typed_and_of_roles_not() {
        let free = |filter| choices(filter, Some(&options())).1;
        assert!(free(Filter::Label) && free(Filter::Creator));
        assert!(!free(Filter::Role) && !free(Filter::Status) && !free(Filter::Department));
    }
}
