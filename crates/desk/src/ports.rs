//! What the program around the desk gives it: a clock, random bytes, a keychain.

use std::sync::Arc;
use vestibule_domain::Moment;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Moment;

    /// What the clock itself says, where [`Clock::now`] holds on to more than that.
    fn bare(&self) -> Moment {
        self.now()
    }
}

/// Gives random bytes. Codes, keys, tokens, salts and ids are made of them: a cryptographic source, always (incident
/// 14).
pub trait Entropy: Send + Sync {
    /// Fills all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Where secrets are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeychainChoice {
    /// The operating system's.
    Os,
    /// None: the file's key comes from a passphrase, and sign-ins are not kept.
    None,
    /// In this process's memory: for sample data and tests. Gone with the process.
    Memory,
}

/// All three.
#[derive(Clone)]
pub struct Ports {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// Keeps secrets.
    pub keychain: KeychainChoice,
}

impl Ports {
    /// The time by which everything is decided: never behind the last event.
    pub(crate) fn now(&self) -> Moment {
        whole(self.clock.now())
    }

    /// The time by which spans on this machine are measured: waits after failures, and rest. It goes on also where a
    /// clock was set back behind the last event, where [`Ports::now`] stands.
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

/// Whole milliseconds, as stored: what is decided now compares equal to what is read later.
fn whole(at: Moment) -> Moment {
    chrono::DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}
