//! The machine's own clock and randomness: the only place of the window's program that reads either for the desk.

use rand::{TryRngCore, rngs::OsRng};
use vestibule_desk::{Clock, Entropy};
use vestibule_wire::Moment;

/// The system's clock, in UTC.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

/// The operating system's random bytes (getrandom, ProcessPrng …): a CSPRNG.
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        OsRng.try_fill_bytes(bytes).expect("the operating system has random bytes; without them nothing here is safe");
    }
}
