//! Applies events about devices. Where a device's chain ends stands in the same row, and is no fact.

use crate::batch::Batch;
use crate::log::LoggedEvent;
use vestibule_domain::{DeviceId, DeviceKind, DeviceName};

/// The row may stand already: an event needs its device's row before it can stand in the log.
pub(super) fn added(batch: &mut Batch, logged: &LoggedEvent, id: &DeviceId, name: &DeviceName, kind: DeviceKind) {
    batch.add(
        "INSERT INTO device (id, name, kind, head_hash, as_of) VALUES (?, ?, ?, zeroblob(32), ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, as_of = excluded.as_of",
        [id.as_bytes().into(), name.as_str().into(), kind.as_str().into(), logged.placed.into()],
    );
}
