//! The system's clock and random bytes, for the desk. No other module of the window's program reads either for it.

use rand::{TryRngCore, rngs::OsRng};
use std::sync::Arc;
use vestibule_desk::{Clock, Entropy, LocalTime, LocalTimeOf};
use vestibule_wire::Moment;

/// The system's clock, in UTC.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

/// Converts this machine's local time to an instant; None for a time that is skipped or occurs twice.
pub fn instant_of() -> LocalTime {
    use chrono::TimeZone;
    Arc::new(|local| chrono::Local.from_local_datetime(&local).single().map(|at| at.to_utc()))
}

/// Converts an instant to this machine's local time.
pub fn local_of() -> LocalTimeOf {
    Arc::new(|at: Moment| at.with_timezone(&chrono::Local).naive_local())
}

/// The operating system's random bytes (getrandom, ProcessPrng …): a CSPRNG.
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        OsRng.try_fill_bytes(bytes).expect("the operating system has random bytes; without them nothing here is safe");
    }
}
