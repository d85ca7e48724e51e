//! Ctrl-C for work that must end cleanly: the work is notified, cancels itself, and reports the result. Keeps out what
//! the work is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

/// Connects the handler of Ctrl-C with the running work. Cheap to clone.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// Keeps one notification until somebody waits for it.
    word: Notify,
    heeded: AtomicBool,
}

/// While this value exists, Ctrl-C is left to the work.
pub struct Heeding<'a>(&'a Interrupt);

impl Interrupt {
    /// Called at Ctrl-C. True: the work cancels itself and must be awaited.
    pub fn tell(&self) -> bool {
        self.0.word.notify_one();
        self.0.heeded.load(Ordering::SeqCst)
    }

    /// Declares that the work cancels itself at Ctrl-C, until the value is dropped.
    pub fn heed(&self) -> Heeding<'_> {
        self.0.heeded.store(true, Ordering::SeqCst);
        Heeding(self)
    }
}

impl Heeding<'_> {
    /// Waits for Ctrl-C.
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
