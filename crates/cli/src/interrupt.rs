//! Ctrl-C, for work that must end well: it is told, cancels itself, and says what became of it. Keeps out what the work
//! is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

/// Between who hears Ctrl-C and who is at work. Cheap to clone.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// Keeps one word for who does not listen yet.
    word: Notify,
    heeded: AtomicBool,
}

/// While it stands, Ctrl-C is left to the work.
pub struct Heeding<'a>(&'a Interrupt);

impl Interrupt {
    /// Ctrl-C was pressed. True: the work ends by itself, and is to be waited for.
    pub fn tell(&self) -> bool {
        self.0.word.notify_one();
        self.0.heeded.load(Ordering::SeqCst)
    }

    /// From now on the work ends by itself.
    pub fn heed(&self) -> Heeding<'_> {
        self.0.heeded.store(true, Ordering::SeqCst);
        Heeding(self)
    }
}

impl Heeding<'_> {
    /// Until Ctrl-C.
    pub async fn told(&self) {
        self.0.0.word.notified().await;
    }
}

impl Drop for Heeding<'_> {
    fn drop(&mut self) {
        self.0.0.heeded.store(false, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_for_who_begins_to_heed_and_left_to_nobody_afterwards() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let interrupt = Interrupt::default();
        assert!(!interrupt.tell());
        let heeding = interrupt.heed();
        runtime.block_on(heeding.told());
        assert!(interrupt.tell());
        runtime.block_on(heeding.told());
        drop(heeding);
        assert!(!interrupt.tell());
    }
}
