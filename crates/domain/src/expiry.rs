//! When an invitation ends. Keeps out the clock: "now" is an argument.

use crate::{Moment, Policy};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The instant from which an invitation no longer works. None inside: it never expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Expiry(Option<Moment>);

/// An expiry as requested, not yet checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpiryInput {
    /// The policy's default.
    Default,
    /// That long from now.
    In(TimeDelta),
    /// At that instant.
    At(Moment),
    /// Never.
    Never,
}

/// Why an expiry is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExpiryError {
    /// Now, or before.
    #[error("the expiry must lie in the future")]
    Past,
    /// Later than policy allows.
    #[error("the expiry may lie at most {max_days} days ahead, until {} UTC", .until.format("%Y-%m-%d %H:%M"))]
    TooFar {
        /// The policy's limit, in days.
        max_days: u32,
        /// The latest allowed instant.
        until: Moment,
    },
    /// "Never" is not allowed by policy.
    #[error("policy does not allow invitations that never expire")]
    NeverNotAllowed,
    /// Not a form that can be read.
    #[error("an expiry looks like 14d, 36h, 2026-12-31T17:00, 2026-12-31T17:00Z or never")]
    Unreadable,
}

impl Expiry {
    /// Checks the request against policy and the current time.
    pub fn decide(wish: ExpiryInput, policy: &Policy, now: Moment) -> Result<Self, ExpiryError> {
        let until = now.checked_add_signed(TimeDelta::days(policy.max_expiry_days.into()));
        let too_far = ExpiryError::TooFar { max_days: policy.max_expiry_days, until: until.unwrap_or(Moment::MAX_UTC) };
        let at = match wish {
            ExpiryInput::Never if policy.never_allowed => return Ok(Self(None)),
            ExpiryInput::Never => return Err(ExpiryError::NeverNotAllowed),
            ExpiryInput::Default => now.checked_add_signed(TimeDelta::days(policy.default_expiry_days.into())),
            ExpiryInput::In(span) => now.checked_add_signed(span),
            ExpiryInput::At(at) => Some(at),
        };
        let at = at.ok_or(too_far)?;
        // Round to whole milliseconds, as stored, so that comparisons use the value that is displayed.
        let at = DateTime::from_timestamp_millis(at.timestamp_millis()).ok_or(too_far)?;
        if at <= now {
            return Err(ExpiryError::Past);
        }
        if at - now > TimeDelta::days(policy.max_expiry_days.into()) {
            return Err(too_far);
        }
        Ok(Self(Some(at)))
    }

    /// From storage, without a check: it was decided before.
    pub fn stored(at: Option<Moment>) -> Self {
        Self(at)
    }

    /// None: never.
    pub fn at(self) -> Option<Moment> {
        self.0
    }

    /// Whether it has expired; at the instant itself, it has.
    pub fn is_over(self, now: Moment) -> bool {
        self.0.is_some_and(|at| at <= now)
    }
}

impl ExpiryInput {
    /// Reads `14d`, `36h`, `never`, an RFC 3339 time, one as databases write it (a space for the T, fractions of a
    /// second, `+0100`), or a local one (`2026-12-31T17:00`, `2026-12-31`), which `to_utc` converts.
    pub fn parse(text: &str, to_utc: impl Fn(NaiveDateTime) -> Option<Moment>) -> Result<Self, ExpiryError> {
        let text = text.trim();
        if text.len() > 40 {
            return Err(ExpiryError::Unreadable);
        }
        if text.eq_ignore_ascii_case("never") {
            return Ok(Self::Never);
        }
        if let Some(span) = span(text) {
            return Ok(Self::In(span));
        }
        let text = as_rfc3339(text);
        if let Some(at) = zoned(&text) {
            return Ok(Self::At(at));
        }
        let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())
            // A date alone means the end of that day: 23:59.
            .or_else(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?.and_hms_opt(23, 59, 0))
            .ok_or(ExpiryError::Unreadable)?;
        to_utc(local).map(Self::At).ok_or(ExpiryError::Unreadable)
    }
}

/// Puts the T between date and time, and drops the space before the zone.
fn as_rfc3339(text: &str) -> String {
    let mut parts = text.splitn(2, ' ');
    match (parts.next(), parts.next().map(str::trim_start)) {
        (Some(date), Some(time)) if date.len() == 10 => format!("{date}T{}", time.replacen(' ', "", 1)),
        _ => text.to_owned(),
    }
}

fn zoned(text: &str) -> Option<Moment> {
    let text = text.strip_suffix("UTC").map_or_else(|| text.to_owned(), |time| format!("{time}Z"));
    if let Ok(at) = DateTime::parse_from_rfc3339(&text) {
        return Some(at.with_timezone(&Utc));
    }
    let forms = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
    forms.iter().find_map(|form| DateTime::parse_from_str(&text, form).ok()).map(|at| at.with_timezone(&Utc))
}

fn span(text: &str) -> Option<TimeDelta> {
    let unit = text.chars().last()?.to_ascii_lowercase();
    let number = text.get(..text.len().checked_sub(unit.len_utf8())?)?;
    let number: i64 = number.parse::<u32>().ok()?.into();
    match unit {
        'h' => TimeDelta::try_hours(number),
        'd' => TimeDelta::try_days(number),
        'w' => TimeDelta::try_weeks(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn noon() -> Moment {
        Utc.with_ymd_and_hms(2026, 9, 8, 12, 0, 0).unwrap()
    }

    fn utc(local: NaiveDateTime) -> Option<Moment> {
        Some(local.and_utc())
    }

    #[test]
    fn a_wish_within_policy_becomes_an_expiry() {
        let expiry = Expiry::decide(ExpiryInput::Default, &Policy::default(), noon()).unwrap();
        assert_eq!(expiry.at(), Some(noon() + TimeDelta::days(7)));
    }

    #[test]
    fn now_and_before_are_refused() {
        for wish in [ExpiryInput::In(TimeDelta::zero()), ExpiryInput::At(noon()), ExpiryInput::At(Moment::MIN_UTC)] {
            assert_eq!(Expiry::decide(wish, &Policy::default(), noon()), Err(ExpiryError::Past));
        }
    }

    #[test]
    fn beyond_policy_is_refused_up_to_the_end_of_time() {
        for wish in
            [ExpiryInput::In(TimeDelta::days(366)), ExpiryInput::At(Moment::MAX_UTC), ExpiryInput::In(TimeDelta::MAX)]
        {
            assert_eq!(
                Expiry::decide(wish, &Policy::default(), noon()),
                Err(ExpiryError::TooFar { max_days: 365, until: noon() + TimeDelta::days(365) })
            );
        }
    }

    #[test]
    fn never_is_policys_to_allow() {
        assert_eq!(Expiry::decide(ExpiryInput::Never, &Policy::default(), noon()).unwrap().at(), None);
        let strict = Policy { never_allowed: false, ..Policy::default() };
        assert_eq!(Expiry::decide(ExpiryInput::Never, &strict, noon()), Err(ExpiryError::NeverNotAllowed));
    }

    #[test]
    fn every_written_form_is_read() {
        assert_eq!(ExpiryInput::parse("14d", utc), Ok(ExpiryInput::In(TimeDelta::days(14))));
        assert_eq!(ExpiryInput::parse("36H", utc), Ok(ExpiryInput::In(TimeDelta::hours(36))));
        assert_eq!(ExpiryInput::parse(" Never ", utc), Ok(ExpiryInput::Never));
        let five = ExpiryInput::At(Utc.with_ymd_and_hms(2026, 12, 31, 17, 0, 0).unwrap());
        for text in ["2026-12-31T17:00", "2026-12-31T17:00:00Z", "2026-12-31T18:00:00+01:00", "2026-12-31 17:00"] {
            assert_eq!(ExpiryInput::parse(text, utc), Ok(five), "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_databases_write_it() {
        let five = ExpiryInput::At(Utc.with_ymd_and_hms(2026, 12, 31, 17, 0, 0).unwrap());
        for text in [
            "2026-12-31 17:00:00",
            "2026-12-31 17:00:00.0000000",
            "2026-12-31T17:00:00.000",
            "2026-12-31T17:00:00.000000Z",
            "2026-12-31 17:00:00Z",
            "2026-12-31 17:00:00 UTC",
            "2026-12-31T18:00:00+0100",
            "2026-12-31 18:00:00.000 +0100",
            "2026-12-31 18:00:00+01",
            "2026-12-31T18:00+01:00",
        ] {
            assert_eq!(ExpiryInput::parse(text, utc), Ok(five), "{text}");
        }
    }

    #[test]
    fn a_day_beyond_policy_is_told_with_the_last_moment_that_is_allowed() {
        let evening = ExpiryInput::parse("2027-09-08", utc).unwrap();
        let refused = Expiry::decide(evening, &Policy::default(), noon()).unwrap_err();
        assert_eq!(refused.to_string(), "the expiry may lie at most 365 days ahead, until 2027-09-08 12:00 UTC");
    }

    #[test]
    fn what_is_no_expiry_is_refused() {
        for text in ["", "d", "-1d", "0x1d", "99999999999d", "2026-02-30T10:00", "tomorrow", "14", "1é"] {
            assert_eq!(ExpiryInput::parse(text, utc), Err(ExpiryError::Unreadable), "{text}");
        }
    }
}
