//! Locks the session after so many minutes without pointer or key. Keeps out how it is unlocked.
//!
//! It compares times instead of waiting for a timer, so that a machine that wakes from sleep locks before it handles
//! any key.

use crate::prelude::*;
use crate::{backend, dom, time};
use chrono::TimeDelta;
use std::rc::Rc;
use vestibule_wire::{Moment, command};

/// How often the times are compared, in milliseconds.
const LOOK: u32 = 5_000;

/// The events that count as activity.
const SIGNS: &[&str] = &["pointerdown", "pointermove", "keydown", "wheel"];

/// Whether the idle time is over the limit; 0 minutes: never.
pub fn is_over(last: Moment, now: Moment, minutes: u32) -> bool {
    minutes > 0 && now - last >= TimeDelta::minutes(i64::from(minutes))
}

/// Calls `on_idle` after so many idle minutes, by the rule of that moment. Until then it tells the backend about
/// activity: reading or typing sends no requests of its own.
pub fn use_idle(minutes: impl Fn() -> u32 + Copy + 'static, on_idle: Callback<()>) {
    let mut last = use_hook(|| CopyValue::new(time::now()));
    use_hook(|| {
        Rc::new(dom::listen(SIGNS, move || {
            let now = time::now();
            if is_over(*last.peek(), now, minutes()) {
                on_idle.call(());
            } else {
                let mut last = last;
                last.set(now);
            }
        }))
    });
    use_future(move || async move {
        let mut told = time::now();
        loop {
            dom::sleep(LOOK).await;
            if is_over(*last.peek(), time::now(), minutes()) {
                last.set(time::now());
                on_idle.call(());
            } else if *last.peek() > told {
                told = time::now();
                // The answer is not needed: if the session has ended, `backend::call` has reported it.
                let _ = backend::call::<command::StayAwake>().await;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_locks_at_the_limit_and_not_before() {
        let last: Moment = "2026-09-08T10:00:00Z".parse().unwrap();
        assert!(!is_over(last, last + TimeDelta::seconds(599), 10));
        assert!(is_over(last, last + TimeDelta::seconds(600), 10));
    }

    #[test]
    fn a_clock_set_back_does_not_lock_and_zero_minutes_mean_never() {
        let last: Moment = "2026-09-08T10:00:00Z".parse().unwrap();
        assert!(!is_over(last, last - TimeDelta::hours(5), 10));
        assert!(!is_over(last, last + TimeDelta::days(5), 0));
    }
}
