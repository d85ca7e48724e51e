//! The system's clock and random bytes, for the desk. The only place of the command line that reads either.

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

/// Now.
pub fn now() -> Moment {
    SystemClock.now()
}

/// The ports of this machine.
pub fn ports(keychain: KeychainChoice) -> Ports {
    Ports { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), keychain }
}
