//! Locks the session after rest: no pointer, no key for so many minutes. Keeps out how it is unlocked.
//!
//! The clock is compared, not a timer waited for, so that a machine that wakes from sleep locks before it takes any
//! key.

use crate::prelude::*;
use crate::{backend, dom, time};
use chrono::TimeDelta;
use std::rc::Rc;
use vestibule_wire::{Moment, command};

/// How often the clock is looked at, in milliseconds.
const LOOK: u32 = 5_000;

/// What counts as being there.
const SIGNS: &[&str] = &["pointerdown", "pointermove", "keydown", "wheel"];

/// Whether the rest is over the limit; 0 minutes: never.
pub fn is_over(last: Moment, now: Moment, minutes: u32) -> bool {
    minutes > 0 && now - last >= TimeDelta::minutes(i64::from(minutes))
}

/// Calls `on_idle` after so many minutes of rest, by the rule of that moment. Until then the backend is told that
/// somebody is there: who reads or types asks it for nothing.
pub fn use_idle(minutes: impl Fn() -> u32 + Copy + 'static, on_idle: Callback<()>) {
    let mut last = use_hook(|| CopyValue::new(time::now()));
    use_hook(|| {
        Rc::new(dom::on(SIGNS, move || {
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
            dom::rest(LOOK).await;
            if is_over(*last.peek(), time::now(), minutes()) {
                last.set(time::now());
                on_idle.call(());
            } else if *last.peek() > told {
                told = time::now();
                // What it answers matters to nobody but the backend: a session that is gone ends the page by itself.
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
