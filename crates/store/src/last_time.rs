//! The time of the last event: time does not run backwards behind it. Keeps out what a clock says.

use crate::log::moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use vestibule_domain::Moment;

/// Of the last event that this device wrote, in Unix milliseconds; as a column. What another one's clock says moves
/// nothing here.
pub(crate) const LAST_TIME: &str = "coalesce((SELECT at FROM event WHERE device = (
    SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device') ORDER BY seq DESC LIMIT 1), 0)";

/// When the last event of an open file happened, as this process has seen it last: at opening, and at the beginning of
/// each of its changes. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct LastTime(Arc<AtomicI64>);

impl LastTime {
    /// None: no event was seen yet.
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
