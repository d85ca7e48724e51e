//! Automatic refresh of the list: changes made elsewhere appear within two seconds, since the backend reports each
//! write; changes by time alone (an expiry) appear when due. Keeps out fetching.

use crate::prelude::*;
use crate::{dom, time};
use chrono::TimeDelta;
use std::rc::Rc;
use vestibule_wire::{CHANGED_EVENT, Moment};

/// How often the due time is checked, in milliseconds.
const LOOKS: u32 = 1_000;
/// A list older than this is fetched again in any case, in milliseconds: times are shown in minutes.
const REST: i64 = 60_000;

/// How long the rows shown stay valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListFreshness {
    /// When they were fetched.
    pub at: Moment,
    /// When the next row changes by time alone, if any does.
    pub until: Option<Moment>,
}

impl ListFreshness {
    /// Whether it is time to fetch again.
    fn is_over(self, now: Moment) -> bool {
        // A clock that was set back must not stop the refresh.
        now < self.at
            || now - self.at >= TimeDelta::milliseconds(REST)
            || self.until.is_some_and(|until| now >= until && self.at < until)
    }
}

/// Fetches again after a write, when the due time has come, and when the window becomes visible. A hidden window
/// fetches nothing.
pub fn use_live(asked: CopyValue<ListFreshness>, again: Callback<()>) {
    let ask = use_callback(move |()| {
        if dom::is_visible() {
            let mut asked = asked;
            let at = time::now();
            asked.with_mut(|asked| asked.at = at);
            again.call(());
        }
    });
    use_future(move || async move {
        loop {
            dom::sleep(LOOKS).await;
            if asked.peek().is_over(time::now()) {
                ask.call(());
            }
        }
    });
    use_hook(|| Rc::new(dom::listen(&["focus", "visibilitychange", CHANGED_EVENT], move || ask.call(()))));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_over(after: i64, until: Option<i64>) -> bool {
        let at: Moment = "2026-09-08T10:00:00Z".parse().unwrap();
        let later = |milliseconds| at + TimeDelta::milliseconds(milliseconds);
        ListFreshness { at, until: until.map(later) }.is_over(later(after))
    }

    #[test]
    fn a_list_that_nobody_changes_is_asked_for_once_a_minute() {
        assert!(!is_over(1_000, None) && !is_over(59_999, None));
        assert!(is_over(60_000, None));
    }

    #[test]
    fn one_in_which_a_row_s_time_comes_is_asked_for_then_and_once() {
        assert!(!is_over(4_999, Some(5_000)) && is_over(5_000, Some(5_000)));
        assert!(!is_over(6_000, Some(-1)), "it was asked for after that time");
    }

    #[test]
    fn a_clock_set_back_does_not_stop_it() {
        assert!(is_over(-86_400_000, None) && is_over(-1, Some(5_000)));
    }
}
