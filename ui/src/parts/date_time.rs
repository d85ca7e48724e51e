//! Fields for a date and a time of day, the date also from a calendar. Keeps out whether they are within policy: the
//! form says so.

use super::button::IconButton;
use super::calendar::Calendar;
use super::field::Field;
use crate::prelude::*;
use crate::{dom, t};
use chrono::{Days, NaiveDate};

/// The two fields.
#[component]
pub fn DateTime(
    /// The prefix of the ids: `{name}-date`, `{name}-time`.
    name: &'static str,
    date: String,
    time: String,
    /// Marks the date as wrong.
    date_wrong: bool,
    /// Marks the time as wrong.
    time_wrong: bool,
    /// Today in local time, `2026-09-08T…`.
    today: String,
    /// How many days ahead can be chosen in the calendar.
    days: u32,
    on_date: EventHandler<String>,
    on_time: EventHandler<String>,
) -> Element {
    let mut open = use_signal(|| false);
    // In a low window the fields would appear below the dialog's edge.
    use_effect(move || dom::reveal(&format!("#{name}-expires-note")));
    let today = NaiveDate::parse_from_str(today.split('T').next().unwrap_or_default(), "%Y-%m-%d").unwrap_or_default();
    let last = today.checked_add_days(Days::new(u64::from(days))).unwrap_or(today);
    let chosen = NaiveDate::parse_from_str(date.trim(), "%Y-%m-%d").unwrap_or(today);
    let (date_flag, time_flag) = (date_wrong.then_some("true"), time_wrong.then_some("true"));
    let note = format!("{name}-expires-note");
    rsx! {
        div { class: "when",
            Field { name: "{name}-date", label: t!("create-date"),
                div { class: "input", id: "{name}-date-box", aria_invalid: date_flag,
                    input {
                        id: "{name}-date", r#type: "text", "data-test": "{name}-date", autocomplete: "off", placeholder: t!("create-date-hint"),
                        aria_invalid: date_flag, aria_describedby: note.clone(), value: date, oninput: move |event| on_date.call(event.value()),
                    }
                    IconButton {
                        icon: "calendar", label: t!("create-date-show"), id: "{name}-date-show", test: "{name}-date-show",
                        onclick: move |_| open.set(true),
                    }
                }
            }
            Field { name: "{name}-time", label: t!("create-time"),
                input {
                    class: "input", id: "{name}-time", r#type: "text", "data-test": "{name}-time", autocomplete: "off", placeholder: t!("create-time-hint"),
                    aria_invalid: time_flag, aria_describedby: note, value: time, oninput: move |event| on_time.call(event.value()),
                }
            }
            if open() {
                Calendar {
                    anchor: "#{name}-date-box", back: "#{name}-date-show", today, last, chosen,
                    on_close: move |()| open.set(false),
                    on_choose: move |day: NaiveDate| on_date.call(day.format("%Y-%m-%d").to_string()),
                }
            }
        }
    }
}
