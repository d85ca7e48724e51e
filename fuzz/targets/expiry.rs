#![no_main]
//! Expiries as typed, decided at any time under any policy. Keeps out zones: a local time is taken as UTC, or as
//! missing.

use chrono::{DateTime, TimeDelta};
use libfuzzer_sys::fuzz_target;
use vestibule_domain::{Expiry, ExpiryInput, Moment, Policy};

fuzz_target!(|bytes: &[u8]| {
    let Some((numbers, text)) = bytes.split_at_checked(13) else { return };
    let number = |from: usize, to: usize| numbers[from..to].iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
    let now = DateTime::from_timestamp_millis(number(0, 8).cast_signed()).unwrap_or_default();
    let policy = Policy {
        default_expiry_days: u32::try_from(number(8, 10)).unwrap_or(7),
        max_expiry_days: u32::try_from(number(10, 12) << (numbers[12] % 17)).unwrap_or(u32::MAX),
        never_allowed: numbers[12] & 128 == 0,
        ..Policy::default()
    };
    let text = String::from_utf8_lossy(text);
    let none = ExpiryInput::parse(&text, |_| None);
    let Ok(wish) = ExpiryInput::parse(&text, |local| Some(local.and_utc())) else {
        return assert!(none.is_err(), "{text:?}");
    };
    for wish in [wish, ExpiryInput::Default, ExpiryInput::Never] {
        decided(wish, &policy, now);
    }
});

/// A decided expiry is within policy.
fn decided(wish: ExpiryInput, policy: &Policy, now: Moment) {
    let Ok(expiry) = Expiry::decide(wish, policy, now) else { return };
    assert!(!expiry.is_over(now));
    match expiry.at() {
        None => assert!(policy.never_allowed && wish == ExpiryInput::Never),
        Some(at) => {
            assert!(expiry.is_over(at) && at > now && at - now <= TimeDelta::days(policy.max_expiry_days.into()));
            assert_eq!(Expiry::stored(expiry.at()), expiry);
        }
    }
}
