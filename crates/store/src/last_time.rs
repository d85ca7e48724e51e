//! The time of the last event, which later events may not precede. Keeps out the clock.

use crate::log::moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use vestibule_domain::Moment;

/// Time of this device's last event, in Unix milliseconds, as an SQL expression. Events of other devices don't count,
/// since their clocks may be wrong.
pub(crate) const LAST_TIME: &str = "coalesce((SELECT at FROM event WHERE device = (
    SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device') ORDER BY seq DESC LIMIT 1), 0)";

/// Time of an open file's last event, as this process last read it: at opening, and at the start of each change. Clones
/// share the value.
#[derive(Debug, Clone, Default)]
pub struct LastTime(Arc<AtomicI64>);

impl LastTime {
    /// None: the log has no event yet.
    pub fn get(&self) -> Option<Moment> {
        match self.0.load(Ordering::Acquire) {
            0 => None,
            at => moment(at).ok(),
        }
    }

    pub(crate) fn set(&self, at: i64) {
        self.0.store(at, Ordering::Release);
    }
}
