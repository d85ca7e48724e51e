//! Times in words: "in 7 days", "Tuesday 15 September 2026, 10:24 BST". Keeps out which time is shown where.
//!
//! Instants are UTC; what is shown and typed is local to this device, by the browser's calendar. Tests use UTC.

mod local;
mod steps;

pub use steps::{ago, relative};
use vestibule_wire::Moment;

/// The current time, in whole milliseconds.
pub fn now() -> Moment {
    local::now()
}

/// `Tuesday 15 September 2026, 10:24 BST`, for hover and forms.
pub fn exact(at: Moment) -> String {
    let parts = local::parts(at);
    crate::t!("time-exact", weekday = parts.weekday, date = parts.date, time = parts.time, zone = parts.zone)
}

/// `Tue 15 Sep, 10:24`, with the year when it is another one than `now`'s.
pub fn short(at: Moment, now: Moment) -> String {
    let parts = local::short_parts(at, now);
    crate::t!("time-short", date = parts.date, time = parts.time)
}

/// `Tue 15 Sep`, with the year when it is another one than `now`'s.
pub fn short_day(at: Moment, now: Moment) -> String {
    local::short_parts(at, now).date
}

/// `15 September 2026`.
pub fn day(at: Moment) -> String {
    local::parts(at).date
}

/// `2026-09-15T10:24` in local time: the form in which a date and time is typed and read back by [`from_local`].
pub fn to_local(at: Moment) -> String {
    local::to_local(at).format("%Y-%m-%dT%H:%M").to_string()
}

/// Reads `2026-09-15T10:24`, `2026-09-15 10:24` or `2026-09-15` (its last minute) as local time. None: not such a form,
/// or no such day.
pub fn from_local(text: &str) -> Option<Moment> {
    steps::typed(text).and_then(local::to_utc)
}

/// Waits. On the host (tests) it returns at once.
pub async fn sleep(milliseconds: u32) {
    local::sleep(milliseconds).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn an_exact_time_has_weekday_date_time_and_zone() {
        assert_eq!(exact(at("2026-09-15T10:24:00Z")), "Tuesday 15 September 2026, 10:24 UTC");
    }

    #[test]
    fn a_short_time_names_the_year_only_when_it_is_another() {
        let now = at("2026-09-08T09:00:00Z");
        assert_eq!(short(at("2026-09-15T10:24:00Z"), now), "Tue 15 Sep, 10:24");
        assert_eq!(short(at("2027-01-05T08:05:00Z"), now), "Tue 5 Jan 2027, 08:05");
    }

    #[test]
    fn a_local_time_is_read_back_as_it_was_written() {
        let moment = at("2026-09-15T10:24:00Z");
        assert_eq!(from_local(&to_local(moment)), Some(moment));
    }

    #[test]
    fn what_is_no_local_time_is_not_read() {
        for text in ["", "2026-02-30T10:00", "tomorrow", "2026-09-15T25:00", "15.9.2026"] {
            assert_eq!(from_local(text), None, "{text}");
        }
    }
}
