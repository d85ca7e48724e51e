//! This device's calendar and clock: the browser's in the window, UTC on the host. Keeps out words.

use vestibule_wire::Moment;

/// A time in parts, written as the language does.
pub struct Parts {
    /// `Tuesday`.
    pub weekday: String,
    /// `15 September 2026`.
    pub date: String,
    /// `10:24`.
    pub time: String,
    /// `BST`.
    pub zone: String,
}

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use host::*;

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{Moment, Parts};
    use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
    use js_sys::{Date, Object, Reflect};
    use wasm_bindgen::JsValue;

    /// The current time, in whole milliseconds.
    pub fn now() -> Moment {
        DateTime::from_timestamp_millis(Date::now() as i64).expect("the browser's clock lies within its calendar")
    }

    /// The parts with full names.
    pub fn parts(at: Moment) -> Parts {
        let date = date_of(at);
        let day = [("day", "numeric"), ("month", "long"), ("year", "numeric")];
        Parts {
            weekday: day_string(&date, &[("weekday", "long")]),
            date: day_string(&date, &day),
            time: time_of(&date),
            zone: zone_of(&date),
        }
    }

    /// `Tue 15 Sep`, with the year when it is not `now`'s.
    pub fn short_parts(at: Moment, now: Moment) -> Parts {
        let date = date_of(at);
        let mut wanted = vec![("weekday", "short"), ("day", "numeric"), ("month", "short")];
        if date.get_full_year() != date_of(now).get_full_year() {
            wanted.push(("year", "numeric"));
        }
        // British English abbreviates to "Sept" and puts a comma after the weekday; the design has neither.
        let text = day_string(&date, &wanted).replace(',', "").replace("Sept", "Sep");
        Parts { weekday: String::new(), date: text, time: time_of(&date), zone: String::new() }
    }

    /// The local date and time of day.
    pub fn to_local(at: Moment) -> NaiveDateTime {
        let date = date_of(at);
        NaiveDate::from_ymd_opt(date.get_full_year() as i32, date.get_month() + 1, date.get_date())
            .and_then(|day| day.and_hms_opt(date.get_hours(), date.get_minutes(), date.get_seconds()))
            .expect("the browser's calendar is the Gregorian one")
    }

    /// The instant of a local date and time; in the hour that summer time skips, the hour after it.
    pub fn to_utc(local: NaiveDateTime) -> Option<Moment> {
        let date = Date::new_with_year_month_day_hr_min_sec(
            u32::try_from(local.year()).ok()?,
            local.month0().cast_signed(),
            local.day().cast_signed(),
            local.hour().cast_signed(),
            local.minute().cast_signed(),
            local.second().cast_signed(),
        );
        let milliseconds = date.get_time();
        milliseconds.is_finite().then(|| DateTime::from_timestamp_millis(milliseconds as i64)).flatten()
    }

    /// Waits that many milliseconds.
    pub async fn sleep(milliseconds: u32) {
        gloo_timers::future::TimeoutFuture::new(milliseconds).await;
    }

    fn date_of(at: Moment) -> Date {
        Date::new(&JsValue::from_f64(at.timestamp_millis() as f64))
    }

    fn options(wanted: &[(&str, &str)]) -> JsValue {
        let options = Object::new();
        for (name, value) in wanted {
            let _always_set = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        options.into()
    }

    fn day_string(date: &Date, wanted: &[(&str, &str)]) -> String {
        date.to_locale_date_string(crate::words::language().locale(), &options(wanted)).into()
    }

    fn time_of(date: &Date) -> String {
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    }

    /// The zone's short name, taken from the end of a formatted date: the engines have no common way to get it alone.
    fn zone_of(date: &Date) -> String {
        let with = day_string(date, &[("year", "numeric"), ("timeZoneName", "short")]);
        with.split_once(", ")
            .or_else(|| with.split_once("، "))
            .map_or_else(|| with.rsplit(' ').next().unwrap_or("").to_owned(), |(_, zone)| zone.to_owned())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use super::{Moment, Parts};
    use crate::language::Language;
    use crate::parts::calendar::{month_name, weekday_names};
    use chrono::{DateTime, Datelike, NaiveDateTime};
    use std::time::{SystemTime, UNIX_EPOCH};

    /// The current time, in whole milliseconds.
    pub fn now() -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        i64::try_from(since).ok().and_then(DateTime::from_timestamp_millis).expect("the clock lies within the calendar")
    }

    /// The parts with full names.
    pub fn parts(at: Moment) -> Parts {
        Parts {
            weekday: in_words(at.format("%A").to_string(), || weekday_name(at.weekday())),
            date: in_words(at.format("%-d %B %Y").to_string(), || day_of(at, month_name(at.month()), true)),
            time: at.format("%H:%M").to_string(),
            zone: "UTC".to_owned(),
        }
    }

    /// `Tue 15 Sep`, with the year when it is not `now`'s.
    pub fn short_parts(at: Moment, now: Moment) -> Parts {
        let years = at.year() != now.year();
        let form = if years { "%a %-d %b %Y" } else { "%a %-d %b" };
        let date = in_words(at.format(form).to_string(), || {
            format!("{} {}", weekday_name(at.weekday()), day_of(at, month_name(at.month()), years))
        });
        Parts { date, ..parts(at) }
    }

    /// English as chrono has it; other languages in the catalogue's names, which stand in for the browser's.
    fn in_words(english: String, other: impl FnOnce() -> String) -> String {
        let is_english = matches!(crate::words::language(), Language::English | Language::Pseudo);
        if is_english { english } else { other() }
    }

    fn day_of(at: Moment, month: String, years: bool) -> String {
        let day = format!("{} {month}", at.day());
        if years { format!("{day} {}", at.year()) } else { day }
    }

    fn weekday_name(day: chrono::Weekday) -> String {
        weekday_names()[day.num_days_from_monday() as usize].clone()
    }

    /// UTC stands in for local time.
    pub fn to_local(at: Moment) -> NaiveDateTime {
        at.naive_utc()
    }

    /// UTC stands in for local time.
    pub fn to_utc(local: NaiveDateTime) -> Option<Moment> {
        Some(local.and_utc())
    }

    /// Returns at once: tests don't sleep.
    pub async fn sleep(_milliseconds: u32) {}
}
