//! The system's clock and random bytes, for the desk. No other module of the command line reads either.

use rand::TryRngCore;
use std::sync::Arc;
use vestibule_desk::{Clock, Entropy, KeychainChoice, Ports};
use vestibule_wire::Moment;

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        rand::rngs::OsRng.try_fill_bytes(bytes).expect("the operating system gives random bytes");
    }
}

/// The current time.
pub fn now() -> Moment {
    SystemClock.now()
}

/// The clock, random bytes and keychain of this machine.
pub fn ports(keychain: KeychainChoice) -> Ports {
    Ports { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), keychain }
}
