//! Filters by days: whole local days, as written in an address and in words. Pure. Keeps out which date is filtered.

use crate::{t, time};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use vestibule_wire::Moment;

/// From and to, as instants.
pub type DayRange = (Option<Moment>, Option<Moment>);

/// `2026-09-01..2026-09-08`: whole local days, both ends included. Either end may be open. A span of one instant is
/// written as that instant.
pub fn format_range((from, to): DayRange) -> Option<String> {
    if let Some(at) = instant(from, to) {
        return Some(at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
    }
    let (from, to) = days((from, to));
    let said = |day: Option<NaiveDate>| day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
    (from.is_some() || to.is_some()).then(|| format!("{}..{}", said(from), said(to)))
}

/// The instant, if the span holds only one: rows made together have one creation time.
fn instant(from: Option<Moment>, to: Option<Moment>) -> Option<Moment> {
    from.filter(|from| to == Some(*from + TimeDelta::milliseconds(1)))
}

/// The first and the last day of a span.
pub fn days((from, to): DayRange) -> (Option<NaiveDate>, Option<NaiveDate>) {
    // A span ends at the midnight after its last day.
    (from.and_then(day_of), to.and_then(|to| day_of(to - TimeDelta::milliseconds(1))))
}

/// The local day of an instant.
pub fn day_of(at: Moment) -> Option<NaiveDate> {
    day(time::to_local(at).split('T').next()?)
}

/// Reads `2026-09-08`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    // Only years of four digits are accepted, for the day after too.
    let day = if text.len() == 10 { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
    day.filter(|day| (1900..9999).contains(&day.year()))
}

/// The instants at which a span of whole local days begins and ends.
pub fn between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> DayRange {
    let midnight = |day: NaiveDate| time::from_local(&day.format("%Y-%m-%dT00:00").to_string());
    (from.and_then(midnight), to.and_then(|to| to.checked_add_days(Days::new(1))).and_then(midnight))
}

/// Reads what [`format_range`] wrote; None: no span. Error: why it cannot be read.
pub fn parse(value: Option<&str>) -> Result<DayRange, String> {
    let Some(value) = value else { return Ok((None, None)) };
    if let Ok(at) = value.parse::<Moment>() {
        return Ok((Some(at), Some(at + TimeDelta::milliseconds(1))));
    }
    let unread = || t!("filter-span-unread");
    let (from, to) = value.split_once("..").ok_or_else(unread)?;
    let end = |text: &str| if text.is_empty() { Ok(None) } else { day(text).map(Some).ok_or_else(unread) };
    let (from, to) = (end(from)?, end(to)?);
    match (from, to) {
        (None, None) => Err(unread()),
        (Some(from), Some(to)) if from > to => Err(t!("filter-span-backwards")),
        _ => Ok(between(from, to)),
    }
}

/// The words for frequent spans, given as days from today.
pub fn usual_words(from: i64, to: i64) -> Option<String> {
    match (from, to) {
        (0, 0) => Some(t!("filter-today")),
        (from, 0) if from < 0 => Some(t!("filter-last-days", days = 1 - from)),
        (0, to) if to > 0 => Some(t!("filter-next-days", days = to + 1)),
        _ => None,
    }
}

/// A span in words, as short as possible.
pub fn describe((from, to): DayRange, now: Moment) -> String {
    if let Some(at) = instant(from, to) {
        return time::exact(at);
    }
    let (first, last) = days((from, to));
    let today = day_of(now);
    let away = |day: Option<NaiveDate>| Some((day? - today?).num_days());
    let often = [-29, -6, 0].into_iter().flat_map(|from| [0, 6, 29].map(|to| (from, to)));
    let asked = (away(first), away(last));
    if let Some(words) = often
        .into_iter()
        .find(|(from, to)| asked == (Some(*from), Some(*to)))
        .and_then(|(from, to)| usual_words(from, to))
    {
        return words;
    }
    let said = |day: Option<NaiveDate>| {
        let noon = day.and_then(|day| time::from_local(&day.format("%Y-%m-%dT12:00").to_string()));
        noon.map(|noon| time::short_day(noon, now)).unwrap_or_default()
    };
    match (first, last) {
        (Some(_), None) => t!("filter-since", day = said(first)),
        (None, Some(_)) => t!("filter-until", day = said(last)),
        (Some(one), Some(other)) if one == other => said(first),
        _ => t!("filter-between", from = said(first), to = said(last)),
    }
}

/// Today on this device.
pub fn today() -> NaiveDate {
    day_of(time::now()).unwrap_or_default()
}

/// The day that many days away.
pub fn add_days(day: NaiveDate, away: i64) -> Option<NaiveDate> {
    let by = Days::new(away.unsigned_abs());
    if away < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}
