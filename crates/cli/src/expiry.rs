//! `--expires`: spans, instants and local times. Keeps out what policy allows.

use crate::failure::Failure;
use crate::times;
use chrono::{TimeDelta, TimeZone};
use std::cell::Cell;
use vestibule_wire::{ErrorCode, ErrorView, ExpiryChoice, ExpiryInput, Moment};

const HOUR_MS: i64 = 3_600_000;

/// Reads what was typed. `zone` is this machine's.
pub fn parse<Tz: TimeZone>(text: Option<&str>, zone: &Tz) -> Result<ExpiryChoice, Failure> {
    let Some(text) = text else { return Ok(ExpiryChoice::Default) };
    let trouble = Cell::new(None);
    let to_utc = |local| times::from_local(local, zone).inspect_err(|cause| trouble.set(Some(*cause))).ok();
    match ExpiryInput::parse(text, to_utc) {
        Ok(ExpiryInput::Default) => Ok(ExpiryChoice::Default),
        Ok(ExpiryInput::Never) => Ok(ExpiryChoice::Never),
        Ok(ExpiryInput::At(at)) => Ok(ExpiryChoice::At { at }),
        // A span that does not fit is longer than any policy allows; the rule itself refuses it.
        Ok(ExpiryInput::In(span)) => {
            Ok(ExpiryChoice::Hours { hours: u32::try_from(span.num_hours()).unwrap_or(u32::MAX) })
        }
        Err(error) => Err(unreadable(text, trouble.get(), &error.to_string())),
    }
}

/// A span as long as from `created` to `expires`, from `now` on.
pub fn same_span_from_now(created: Moment, expires: Option<Moment>, now: Moment) -> ExpiryChoice {
    let Some(expires) = expires else { return ExpiryChoice::Never };
    let length = expires - created;
    let hours = (length.num_milliseconds() + HOUR_MS / 2) / HOUR_MS;
    // Both times were rounded when stored: a span of whole hours stays whole hours, instead of losing a moment with
    // each replacement.
    let off = (length - TimeDelta::milliseconds(hours * HOUR_MS)).abs();
    match u32::try_from(hours) {
        Ok(hours) if hours > 0 && off < TimeDelta::seconds(1) => ExpiryChoice::Hours { hours },
        _ => ExpiryChoice::At { at: now + length },
    }
}

fn unreadable(text: &str, trouble: Option<&str>, otherwise: &str) -> Failure {
    let view = |message: String| ErrorView::new(ErrorCode::ExpiryMalformed, message).at("expires");
    match trouble {
        Some(trouble) => Failure::from(view(format!("{} {trouble}", text.trim()))).hint(times::OFFSET_HINT),
        None => Failure { hint: None, ..view(format!("This is no expiry: {otherwise}.")).into() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::times::tests::Seasons;
    use chrono::Utc;

    #[test]
    fn a_local_time_becomes_utc_and_spans_become_hours() {
        let five = Utc.with_ymd_and_hms(2026, 12, 31, 16, 0, 0).unwrap();
        assert_eq!(parse(Some("2026-12-31T17:00"), &Seasons).unwrap(), ExpiryChoice::At { at: five });
        assert_eq!(parse(Some("14d"), &Seasons).unwrap(), ExpiryChoice::Hours { hours: 336 });
        assert_eq!(parse(Some("never"), &Seasons).unwrap(), ExpiryChoice::Never);
        assert_eq!(parse(None, &Seasons).unwrap(), ExpiryChoice::Default);
    }

    #[test]
    fn a_local_time_that_is_skipped_or_doubled_is_refused_with_its_cause() {
        for (text, cause) in [("2027-03-28T02:30", "does not exist"), ("2027-10-31T02:30", "happens twice")] {
            let refused = parse(Some(text), &Seasons).unwrap_err();
            assert!(refused.message.contains(cause), "{}", refused.message);
            assert_eq!(refused.exit, crate::failure::USAGE);
        }
        assert!(parse(Some("2027-10-31T02:30:00+01:00"), &Seasons).is_ok());
    }

    #[test]
    fn nonsense_is_refused_and_the_furthest_span_is_left_to_policy() {
        for text in ["", "tomorrow", "14", "-1d"] {
            assert!(parse(Some(text), &Seasons).unwrap_err().is(ErrorCode::ExpiryMalformed), "{text:?}");
        }
        assert_eq!(parse(Some("4294967295w"), &Seasons).unwrap(), ExpiryChoice::Hours { hours: u32::MAX });
    }

    #[test]
    fn the_same_length_again_is_the_same_and_never_stays_never() {
        let [created, now] = [1, 20].map(|day| Utc.with_ymd_and_hms(2026, 9, day, 12, 0, 0).unwrap());
        let week = TimeDelta::days(7);
        for rounded in [week, week - TimeDelta::milliseconds(3), week + TimeDelta::milliseconds(3)] {
            assert_eq!(same_span_from_now(created, Some(created + rounded), now), ExpiryChoice::Hours { hours: 168 });
        }
        let odd = TimeDelta::minutes(90);
        assert_eq!(same_span_from_now(created, Some(created + odd), now), ExpiryChoice::At { at: now + odd });
        let short = TimeDelta::milliseconds(400);
        assert_eq!(same_span_from_now(created, Some(created + short), now), ExpiryChoice::At { at: now + short });
        assert_eq!(same_span_from_now(created, None, now), ExpiryChoice::Never);
    }
}
