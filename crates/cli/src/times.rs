//! Parsing and printing times for people: a date or local time is read; times are printed with their zone, or relative
//! to now. JSON has UTC and does not use this.

use crate::failure::Failure;
use chrono::offset::LocalResult;
use chrono::{Local, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use vestibule_wire::{ExpiryInput, Moment};

/// The hint for a local time that is skipped or occurs twice.
pub const OFFSET_HINT: &str = "Add the offset that is meant, as in 2026-12-31T17:00:00+01:00.";

/// The longest text that is repeated in a message, in characters.
const LONGEST_ECHO: usize = 60;

/// Which end of a span a time is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A date means its midnight.
    From,
    /// A date means the next midnight, so that it is included whole.
    To,
}

/// The instant of a local time; or why there is none, or more than one.
pub fn from_local<Tz: TimeZone>(local: NaiveDateTime, zone: &Tz) -> Result<Moment, &'static str> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Ok(at.with_timezone(&Utc)),
        LocalResult::None => Err("does not exist here: clocks are set forward over it."),
        LocalResult::Ambiguous(..) => Err("happens twice here: clocks are set back over it."),
    }
}

/// Reads one end of a span: a date, a local time, or RFC 3339. `option` is its name.
pub fn parse_edge<Tz: TimeZone>(option: &str, text: &str, edge: Edge, zone: &Tz) -> Result<Moment, Failure> {
    let text = text.trim();
    let unreadable = || {
        let echo: String = text.chars().take(LONGEST_ECHO).collect();
        Failure::usage(format!("{option} is no date and no time: {echo}"))
            .hint("Give a date like 2026-12-31, a local time like 2026-12-31T17:00, or RFC 3339 with an offset.")
    };
    // Refuses signs: a year without one has four digits at most, so no arithmetic below overflows.
    if text.len() > 40 || !text.as_bytes().starts_with(b"2") && !text.as_bytes().starts_with(b"1") {
        return Err(unreadable());
    }
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        let date = if edge == Edge::To { date.succ_opt() } else { Some(date) };
        return date.and_then(|date| midnight(date, zone)).ok_or_else(unreadable);
    }
    let trouble = std::cell::Cell::new(None);
    let to_utc = |local| from_local(local, zone).inspect_err(|cause| trouble.set(Some(*cause))).ok();
    match (ExpiryInput::parse(text, to_utc), trouble.get()) {
        (Ok(ExpiryInput::At(at)), _) => Ok(at),
        (_, Some(cause)) => Err(Failure::usage(format!("{option}: {text} {cause}")).hint(OFFSET_HINT)),
        _ => Err(unreadable()),
    }
}

/// When a date begins: at midnight, the first one if there are two; if clocks skip midnight, at the date's first
/// instant.
fn midnight<Tz: TimeZone>(date: NaiveDate, zone: &Tz) -> Option<Moment> {
    let begin = date.and_time(NaiveTime::MIN);
    // Zones skip at most a day, in quarters of an hour.
    (0..=96).find_map(|quarter: i32| {
        let local = begin.checked_add_signed(TimeDelta::minutes(15 * i64::from(quarter)))?;
        zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
    })
}

/// `31 December 2026, 17:00 (+01:00)`: local time with its zone.
pub fn exact(at: Moment) -> String {
    exact_in(at, &Local)
}

/// `2026-12-31 17:00:04`: local time, for tables that are read from top to bottom.
pub fn stamp(at: Moment) -> String {
    at.with_timezone(&Local).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// `in 6 days`, `2 hours ago`.
pub fn relative(at: Moment, now: Moment) -> String {
    let seconds = (at - now).num_seconds();
    let size = seconds.unsigned_abs();
    // Rounded to the nearest, so that what was just set to 7 days is printed as 7 days.
    let (count, unit) = match size {
        0..45 => return if seconds < 0 { "just now" } else { "in a moment" }.to_owned(),
        45..5_370 => ((size + 30) / 60, "minute"),
        5_370..170_000 => ((size + 1_800) / 3_600, "hour"),
        _ => ((size + 43_200) / 86_400, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    if seconds < 0 { format!("{count} {unit}{plural} ago") } else { format!("in {count} {unit}{plural}") }
}

fn exact_in<Tz: TimeZone>(at: Moment, zone: &Tz) -> String
where
    Tz::Offset: std::fmt::Display,
{
    at.with_timezone(zone).format("%-d %B %Y, %H:%M (%:z)").to_string()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use chrono::FixedOffset;

    /// A test zone, an hour ahead of UTC. Clocks go from 02:00 to 03:00 on 28 March 2027, and back from 03:00 to 02:00
    /// on 31 October; 5 September has no midnight, and 6 November has two.
    #[derive(Clone, Copy)]
    pub struct Seasons;

    impl TimeZone for Seasons {
        type Offset = FixedOffset;
        fn from_offset(_: &FixedOffset) -> Self {
            Self
        }
        fn offset_from_local_date(&self, _: &NaiveDate) -> LocalResult<FixedOffset> {
            LocalResult::None
        }
        fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> LocalResult<FixedOffset> {
            let [winter, summer] = [1, 2].map(|hours| FixedOffset::east_opt(hours * 3_600).unwrap());
            match local.to_string().as_str() {
                "2027-03-28 02:30:00" => LocalResult::None,
                skipped if skipped.starts_with("2027-09-05 00:") => LocalResult::None,
                "2027-10-31 02:30:00" | "2027-11-06 00:00:00" => LocalResult::Ambiguous(summer, winter),
                _ => LocalResult::Single(winter),
            }
        }
        fn offset_from_utc_date(&self, _: &NaiveDate) -> FixedOffset {
            FixedOffset::east_opt(3_600).unwrap()
        }
        fn offset_from_utc_datetime(&self, _: &NaiveDateTime) -> FixedOffset {
            FixedOffset::east_opt(3_600).unwrap()
        }
    }

    fn noon() -> Moment {
        Utc.with_ymd_and_hms(2026, 12, 31, 12, 0, 0).unwrap()
    }

    #[test]
    fn an_exact_time_names_its_zone() {
        let zone = FixedOffset::east_opt(3_600).unwrap();
        assert_eq!(exact_in(noon(), &zone), "31 December 2026, 13:00 (+01:00)");
    }

    #[test]
    fn a_relative_time_rounds_to_the_nearest_and_knows_past_from_future() {
        for (span, said) in [
            (TimeDelta::days(7) - TimeDelta::seconds(3), "in 7 days"),
            (TimeDelta::hours(36), "in 36 hours"),
            (TimeDelta::minutes(-60), "60 minutes ago"),
            (TimeDelta::hours(-2), "2 hours ago"),
            (TimeDelta::seconds(-3), "just now"),
            (TimeDelta::minutes(1), "in 1 minute"),
        ] {
            assert_eq!(relative(noon() + span, noon()), said);
        }
    }

    #[track_caller]
    fn assert_edge(text: &str, at: Edge, said: &str) {
        let found = parse_edge("--created-from", text, at, &Seasons).unwrap();
        assert_eq!(found.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), said, "{text}");
    }

    #[test]
    fn a_date_begins_at_its_local_midnight_and_as_an_end_is_included_whole() {
        assert_edge("2026-12-31", Edge::From, "2026-12-30T23:00:00Z");
        assert_edge("2026-12-31", Edge::To, "2026-12-31T23:00:00Z");
        assert_edge("2026-12-31T17:00", Edge::From, "2026-12-31T16:00:00Z");
        assert_edge("2026-12-31T17:00", Edge::To, "2026-12-31T16:00:00Z");
        assert_edge(" 2026-12-31T17:00:00-05:00 ", Edge::To, "2026-12-31T22:00:00Z");
    }

    #[test]
    fn a_date_without_a_midnight_begins_when_it_is_that_date_and_one_with_two_at_the_first() {
        assert_edge("2027-09-05", Edge::From, "2027-09-05T00:00:00Z");
        assert_edge("2027-09-04", Edge::To, "2027-09-05T00:00:00Z");
        assert_edge("2027-11-06", Edge::From, "2027-11-05T22:00:00Z");
    }

    #[test]
    fn what_is_no_time_or_more_than_one_is_refused_with_its_option() {
        let long = "2".repeat(1_000_000);
        for text in
            ["", "never", "14d", "2026-13-01", "2026-02-29", "+262142-12-31", "99999-01-01", "-1", "31.12.2026", &long]
        {
            let refused = parse_edge("--created-to", text, Edge::To, &Seasons).unwrap_err();
            assert!(refused.message.starts_with("--created-to is no date") && refused.message.len() < 200);
            assert_eq!(refused.exit, crate::failure::USAGE);
        }
        for text in ["2027-03-28T02:30", "2027-10-31T02:30"] {
            let refused = parse_edge("--created-to", text, Edge::To, &Seasons).unwrap_err();
            assert!(refused.hint.unwrap().contains("offset"), "{}", refused.message);
        }
    }
}
