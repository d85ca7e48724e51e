//! `--expires`: spans, instants and local times. Keeps out what policy allows.

use crate::failure::Failure;
use chrono::offset::LocalResult;
use chrono::{NaiveDateTime, TimeZone, Utc};
use std::cell::Cell;
use vestibule_wire::{ErrorCode, ErrorView, ExpiryChoice, ExpiryWish, Moment};

/// Reads what was typed. `zone` is this machine's.
pub fn choice<Tz: TimeZone>(text: Option<&str>, zone: &Tz) -> Result<ExpiryChoice, Failure> {
    let Some(text) = text else { return Ok(ExpiryChoice::Default) };
    let trouble = Cell::new(None);
    let to_utc = |local: NaiveDateTime| -> Option<Moment> {
        match zone.from_local_datetime(&local) {
            LocalResult::Single(at) => Some(at.with_timezone(&Utc)),
            LocalResult::None => {
                trouble.set(Some("does not exist here: clocks are set forward over it."));
                None
            }
            LocalResult::Ambiguous(..) => {
                trouble.set(Some("happens twice here: clocks are set back over it."));
                None
            }
        }
    };
    match ExpiryWish::parse(text, to_utc) {
        Ok(ExpiryWish::Default) => Ok(ExpiryChoice::Default),
        Ok(ExpiryWish::Never) => Ok(ExpiryChoice::Never),
        Ok(ExpiryWish::At(at)) => Ok(ExpiryChoice::At { at }),
        // More hours than fit are further ahead than any policy goes; the rule itself says so.
        Ok(ExpiryWish::In(span)) => {
            Ok(ExpiryChoice::Hours { hours: u32::try_from(span.num_hours()).unwrap_or(u32::MAX) })
        }
        Err(error) => Err(unreadable(text, trouble.get(), &error.to_string())),
    }
}

fn unreadable(text: &str, trouble: Option<&str>, otherwise: &str) -> Failure {
    let view = |message: String| ErrorView::new(ErrorCode::ExpiryMalformed, message).at("expires");
    match trouble {
        Some(trouble) => Failure::from(view(format!("{} {trouble}", text.trim())))
            .hint("Add the offset that is meant, as in 2026-12-31T17:00:00+01:00."),
        None => Failure { hint: None, ..view(format!("This is no expiry: {otherwise}.")).into() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{FixedOffset, NaiveDate};

    /// Clocks go from 02:00 to 03:00 on 28 March 2027, and back from 03:00 to 02:00 on 31 October.
    #[derive(Clone, Copy)]
    struct Seasons;

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
                "2027-10-31 02:30:00" => LocalResult::Ambiguous(summer, winter),
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

    #[test]
    fn a_local_time_becomes_utc_and_spans_become_hours() {
        let five = Utc.with_ymd_and_hms(2026, 12, 31, 16, 0, 0).unwrap();
        assert_eq!(choice(Some("2026-12-31T17:00"), &Seasons).unwrap(), ExpiryChoice::At { at: five });
        assert_eq!(choice(Some("14d"), &Seasons).unwrap(), ExpiryChoice::Hours { hours: 336 });
        assert_eq!(choice(Some("never"), &Seasons).unwrap(), ExpiryChoice::Never);
        assert_eq!(choice(None, &Seasons).unwrap(), ExpiryChoice::Default);
    }

    #[test]
    fn a_local_time_that_is_skipped_or_doubled_is_refused_with_its_cause() {
        for (text, cause) in [("2027-03-28T02:30", "does not exist"), ("2027-10-31T02:30", "happens twice")] {
            let refused = choice(Some(text), &Seasons).unwrap_err();
            assert!(refused.message.contains(cause), "{}", refused.message);
            assert_eq!(refused.exit, crate::failure::USAGE);
        }
        assert!(choice(Some("2027-10-31T02:30:00+01:00"), &Seasons).is_ok());
    }

    #[test]
    fn nonsense_is_refused_and_the_furthest_span_is_left_to_policy() {
        for text in ["", "tomorrow", "14", "-1d"] {
            assert!(choice(Some(text), &Seasons).unwrap_err().is(ErrorCode::ExpiryMalformed), "{text:?}");
        }
        assert_eq!(choice(Some("4294967295w"), &Seasons).unwrap(), ExpiryChoice::Hours { hours: u32::MAX });
    }
}
