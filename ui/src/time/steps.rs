//! Relative times in words: pure, so that every boundary can be tested. Keeps out the clock and the zone.

use crate::t;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use vestibule_wire::Moment;

/// A rounded distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RoundedDistance {
    Moments,
    Minutes(i64),
    Hours(i64),
    Days(i64),
    Months(i64),
    Years(i64),
}

/// "in 7 days", "in 5 h", "2 days ago", "just now".
pub fn relative(at: Moment, now: Moment) -> String {
    let ahead = at > now;
    // Future times are told in hours up to two days, for planning; past ones up to one day (the tooltip has the exact
    // time).
    let distance = if ahead { distance(at - now, 48) } else { distance(now - at, 24) };
    match (distance, ahead) {
        (RoundedDistance::Moments, true) => t!("time-in-moments"),
        (RoundedDistance::Moments, false) => t!("time-just-now"),
        (RoundedDistance::Minutes(n), true) => t!("time-in-minutes", n = n),
        (RoundedDistance::Minutes(n), false) => t!("time-minutes-ago", n = n),
        (RoundedDistance::Hours(n), true) => t!("time-in-hours", n = n),
        (RoundedDistance::Hours(n), false) => t!("time-hours-ago", n = n),
        (RoundedDistance::Days(n), true) => t!("time-in-days", n = n),
        (RoundedDistance::Days(n), false) => t!("time-days-ago", n = n),
        (RoundedDistance::Months(n), true) => t!("time-in-months", n = n),
        (RoundedDistance::Months(n), false) => t!("time-months-ago", n = n),
        (RoundedDistance::Years(n), true) => t!("time-in-years", n = n),
        (RoundedDistance::Years(n), false) => t!("time-years-ago", n = n),
    }
}

/// The same for what has happened. A page that was drawn before it is not told of the future.
pub fn ago(at: Moment, now: Moment) -> String {
    relative(at.min(now), now)
}

/// Rounds to the nearest unit: hours up to that number, days up to two months, months up to two years.
fn distance(span: TimeDelta, hours: i64) -> RoundedDistance {
    let rounded = |unit: i64| (span.num_seconds() + unit / 2) / unit;
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    // The mean Gregorian month and year.
    const MONTH: i64 = 2_629_746;
    const YEAR: i64 = 12 * MONTH;
    if span.num_seconds() < 45 {
        RoundedDistance::Moments
    } else if rounded(MINUTE) < 60 {
        RoundedDistance::Minutes(rounded(MINUTE))
    } else if rounded(HOUR) < hours {
        RoundedDistance::Hours(rounded(HOUR))
    } else if rounded(DAY) < 61 {
        RoundedDistance::Days(rounded(DAY))
    } else if rounded(MONTH) < 24 {
        RoundedDistance::Months(rounded(MONTH))
    } else {
        RoundedDistance::Years(rounded(YEAR))
    }
}

/// Reads a date, with or without a time of day; a date alone means its last minute.
pub fn typed(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(23, 59, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(seconds: i64) -> String {
        let now: Moment = "2026-09-08T12:00:00Z".parse().unwrap();
        relative(now + TimeDelta::seconds(seconds), now)
    }

    #[test]
    fn what_has_happened_is_never_to_come() {
        let now: Moment = "2026-09-08T12:00:00Z".parse().unwrap();
        assert_eq!(ago(now + TimeDelta::minutes(2), now), "just now");
        assert_eq!(ago(now - TimeDelta::days(2), now), "2 days ago");
    }

    #[test]
    fn each_step_has_its_words_on_both_sides_of_now() {
        for (seconds, words) in [
            (10, "in a moment"),
            (-10, "just now"),
            (60, "in 1 min"),
            (-59 * 60, "59 min ago"),
            (5 * 3600, "in 5 h"),
            (-3600, "1 h ago"),
            (45 * 3600, "in 45 h"),
            (-45 * 3600, "2 days ago"),
            (7 * 86_400, "in 7 days"),
            (-2 * 86_400, "2 days ago"),
            (90 * 86_400, "in 3 months"),
            (-365 * 86_400, "12 months ago"),
            (3 * 365 * 86_400, "in 3 years"),
            (-1000 * 86_400, "3 years ago"),
        ] {
            assert_eq!(said(seconds), words, "{seconds} s");
        }
    }

    #[test]
    fn a_step_never_shows_a_full_next_unit() {
        assert_eq!(said(59 * 60 + 40), "in 1 h");
        assert_eq!(said(47 * 3600 + 3000), "in 2 days");
        assert_eq!(said(44), "in a moment");
    }

    #[test]
    fn a_date_alone_means_its_last_minute() {
        assert_eq!(typed("2026-12-31").unwrap().to_string(), "2026-12-31 23:59:00");
    }
}
