//! The list keeps up by itself: what other windows and the command line do appears within two seconds. Keeps out asking, and what came of it.

use crate::prelude::*;
use crate::{dom, time};
use chrono::TimeDelta;
use std::rc::Rc;
use vestibule_wire::Moment;

/// How often a list that can be seen is asked for again, in milliseconds: with the answer, also a busy machine's, it stays under two seconds.
pub const AGAIN: u32 = 1_000;
/// How often one that nobody sees is, in milliseconds.
const HIDDEN: u32 = 10_000;

/// Whether it is time to ask again.
fn is_due(visible: bool, last: Moment, now: Moment) -> bool {
    let rest = if visible { AGAIN } else { HIDDEN };
    // A clock set back must not stop the list.
    now < last || now - last >= TimeDelta::milliseconds(i64::from(rest))
}

/// Asks again in time, and at once when the window is looked at again.
pub fn use_live(again: Callback<()>) {
    let mut last = use_hook(|| CopyValue::new(time::now()));
    let ask = use_callback(move |()| {
        last.set(time::now());
        again.call(());
    });
    use_future(move || async move {
        loop {
            dom::rest(AGAIN).await;
            // A timer may come a little early.
            let now = time::now() + TimeDelta::milliseconds(50);
            if is_due(dom::is_visible(), *last.peek(), now) {
                ask.call(());
            }
        }
    });
    use_hook(|| {
        Rc::new(dom::on(&["focus", "visibilitychange"], move || {
            if dom::is_visible() {
                ask.call(());
            }
        }))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(milliseconds: i64, visible: bool) -> bool {
        let last: Moment = "2026-09-08T10:00:00Z".parse().unwrap();
        is_due(visible, last, last + TimeDelta::milliseconds(milliseconds))
    }

    #[test]
    fn a_list_that_is_seen_is_never_two_seconds_old() {
        assert!(after(1_000, true));
        assert!(!after(999, true));
        const { assert!(AGAIN < 2_000) };
    }

    #[test]
    fn one_that_is_hidden_is_asked_for_rarely() {
        assert!(!after(1_500, false) && !after(9_999, false));
        assert!(after(10_000, false));
    }

    #[test]
    fn a_clock_set_back_does_not_stop_it() {
        assert!(after(-86_400_000, true) && after(-1, false));
    }
}
