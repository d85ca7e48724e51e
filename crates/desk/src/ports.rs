//! What the program passes to the desk: a clock, random bytes, a keychain.

use std::sync::Arc;
use vestibule_domain::Moment;

/// Source of the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Moment;

    /// The clock's own time, also where [`Clock::now`] returns a later one.
    fn bare(&self) -> Moment {
        self.now()
    }
}

/// Source of random bytes for codes, keys, tokens, salts and ids. Must be cryptographic (incident 14).
pub trait Entropy: Send + Sync {
    /// Fills all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Where secrets are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeychainChoice {
    /// The operating system's.
    Os,
    /// None: the file's key comes from a passphrase, and sign-ins can't be kept.
    None,
    /// In this process's memory, for sample data and tests.
    Memory,
}

/// Clock, random source and keychain.
#[derive(Clone)]
pub struct Ports {
    /// Source of the time.
    pub clock: Arc<dyn Clock>,
    /// Source of random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// Where secrets are kept.
    pub keychain: KeychainChoice,
}

impl Ports {
    /// The time for all decisions: never before the last event.
    pub(crate) fn now(&self) -> Moment {
        whole(self.clock.now())
    }

    /// The time for spans on this machine: waits after failures, and inactivity. Unlike [`Ports::now`], it advances
    /// even if the clock was set back behind the last event.
    pub(crate) fn span_time(&self) -> Moment {
        whole(self.clock.bare())
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}

impl vestibule_store::Random for Ports {
    fn fill(&self, bytes: &mut [u8]) {
        self.entropy.fill(bytes);
    }
}

/// Truncates to whole milliseconds, as stored, so that values compare equal after being read back.
fn whole(at: Moment) -> Moment {
    chrono::DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}
