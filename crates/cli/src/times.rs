//! Instants for people: exact in local time with its zone, or relative to now. JSON has them in UTC and does not pass here.

use chrono::{Local, TimeZone};
use vestibule_wire::Moment;

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
    // Rounded to the nearest, so that what was just set to 7 days says so.
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
mod tests {
    use super::*;
    use chrono::{FixedOffset, TimeDelta, Utc};

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
}
