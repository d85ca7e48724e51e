//! A month from which to choose a day. Arrows move by days and weeks, PageUp and PageDown by months. Keeps out the
//! time of day.

use super::button::IconButton;
use super::listbox::px;
use crate::language::facing;
use crate::overlay::{Overlay, use_overlay};
use crate::prelude::*;
use crate::{dom, t};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A calendar's width in CSS, in CSS pixels.
const WIDTH: f64 = 252.0;
const HEIGHT: f64 = 258.0;

/// Six weeks of seven days, beginning with the Monday on or before the first of the month.
pub fn weeks(month: NaiveDate) -> Vec<Vec<NaiveDate>> {
    let first = month.with_day(1).unwrap_or(month);
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let days: Vec<NaiveDate> = monday.iter_days().take(42).collect();
    days.chunks(7).map(<[NaiveDate]>::to_vec).collect()
}

/// The day that a key moves to; None for other keys.
pub fn stepped(key: &str, day: NaiveDate) -> Option<NaiveDate> {
    match key {
        "ArrowRight" => day.checked_add_days(Days::new(1)),
        "ArrowLeft" => day.checked_sub_days(Days::new(1)),
        "ArrowDown" => day.checked_add_days(Days::new(7)),
        "ArrowUp" => day.checked_sub_days(Days::new(7)),
        "PageDown" => day.checked_add_months(Months::new(1)),
        "PageUp" => day.checked_sub_months(Months::new(1)),
        "Home" => Some(day - Days::new(u64::from(day.weekday().num_days_from_monday()))),
        "End" => Some(day + Days::new(6 - u64::from(day.weekday().num_days_from_monday()))),
        _ => None,
    }
}

/// The calendar; days before `first` (else today) and after `last` cannot be chosen.
#[component]
pub fn Calendar(
    /// A CSS selector: the calendar opens beside that element.
    anchor: String,
    /// A CSS selector: that element gets the focus back.
    back: String,
    today: NaiveDate,
    first: Option<NaiveDate>,
    last: NaiveDate,
    chosen: NaiveDate,
    on_choose: EventHandler<NaiveDate>,
    on_close: EventHandler<()>,
) -> Element {
    use_overlay(Overlay::Calendar);
    let first = first.unwrap_or(today);
    let mut at = use_signal(|| chosen.clamp(first, last));
    let (left, top) = use_hook(|| {
        dom::beside(dom::bounding_rect(&anchor).unwrap_or_default(), WIDTH, HEIGHT, dom::window_size(), true)
    });
    use_effect(move || dom::focus(&format!(".calendar [data-day=\"{}\"]", at())));
    let close = use_callback(move |()| {
        on_close.call(());
        dom::focus(&back);
    });
    let take = use_callback(move |day: NaiveDate| {
        if (first..=last).contains(&day) {
            on_choose.call(day);
            close.call(());
        }
    });
    let mut turn = move |key| at.set(stepped(key, at()).unwrap_or(at()).clamp(first, last));
    let month = at();
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div {
            class: "calendar", role: "dialog", aria_label: t!("calendar-label"), left: px(left), top: px(top),
            onkeydown: move |event: KeyboardEvent| {
                let key = facing(event.key().to_string());
                event.stop_propagation();
                match stepped(&key, at()) {
                    Some(day) => at.set(day.clamp(first, last)),
                    None if key == "Escape" || key == "Tab" => close.call(()),
                    None => return,
                }
                event.prevent_default();
            },
            header {
                b { class: "strong grow", aria_live: "polite", {t!("calendar-month", month = month_name(month.month()), year = month.year().to_string())} }
                IconButton { icon: "chevron-left", label: t!("calendar-earlier"), tabindex: -1, onclick: move |_| turn("PageUp") }
                IconButton { icon: "chevron-right", label: t!("calendar-later"), tabindex: -1, onclick: move |_| turn("PageDown") }
            }
            Weeks { month, at: at(), today, first, last, chosen, take }
        }
    }
}

#[component]
fn Weeks(
    month: NaiveDate,
    at: NaiveDate,
    today: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
    chosen: NaiveDate,
    take: Callback<NaiveDate>,
) -> Element {
    rsx! {
        table { role: "grid",
            thead {
                tr {
                    for name in weekday_names() {
                        th { scope: "col", "{name}" }
                    }
                }
            }
            tbody {
                for week in weeks(month) {
                    tr {
                        for day in week {
                            Day {
                                key: "{day}", day, month: month.month(), today, off: !(first..=last).contains(&day),
                                on: day == chosen, stop: day == at, take,
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Day(
    day: NaiveDate,
    month: u32,
    today: NaiveDate,
    off: bool,
    on: bool,
    stop: bool,
    take: Callback<NaiveDate>,
) -> Element {
    rsx! {
        td {
            button {
                r#type: "button", "data-day": "{day}", disabled: off, tabindex: if stop { "0" } else { "-1" }, aria_selected: on,
                aria_current: (day == today).then_some("date"), class: (day.month() != month).then_some("other"),
                onclick: move |_| take.call(day),
                "{day.day()}"
            }
        }
    }
}

/// The short names of the weekdays, from Monday.
pub fn weekday_names() -> [String; 7] {
    [
        t!("calendar-monday"),
        t!("calendar-tuesday"),
        t!("calendar-wednesday"),
        t!("calendar-thursday"),
        t!("calendar-friday"),
        t!("calendar-saturday"),
        t!("calendar-sunday"),
    ]
}

/// A month by its number, from 1.
pub fn month_name(month: u32) -> String {
    match month {
        1 => t!("calendar-january"),
        2 => t!("calendar-february"),
        3 => t!("calendar-march"),
        4 => t!("calendar-april"),
        5 => t!("calendar-may"),
        6 => t!("calendar-june"),
        7 => t!("calendar-july"),
        8 => t!("calendar-august"),
        9 => t!("calendar-september"),
        10 => t!("calendar-october"),
        11 => t!("calendar-november"),
        _ => t!("calendar-december"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_shown_in_whole_weeks_from_monday() {
        let weeks = weeks(day("2026-09-15"));
        assert_eq!((weeks.len(), weeks[0][0], weeks[0][1]), (6, day("2026-08-31"), day("2026-09-01")));
        assert!(weeks.iter().flatten().any(|shown| *shown == day("2026-09-30")));
    }

    #[test]
    fn arrows_go_by_days_and_weeks_and_pages_by_months() {
        let from = day("2026-01-31");
        assert_eq!(stepped("ArrowRight", from), Some(day("2026-02-01")));
        assert_eq!(stepped("ArrowUp", from), Some(day("2026-01-24")));
        assert_eq!(stepped("PageDown", from), Some(day("2026-02-28")));
        assert_eq!(
            (stepped("Home", day("2026-09-09")), stepped("End", day("2026-09-09"))),
            (Some(day("2026-09-07")), Some(day("2026-09-13")))
        );
        assert_eq!(stepped("a", from), None);
    }
}
