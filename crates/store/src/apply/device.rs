//! Applies events about devices. The same row also holds the end of the device's chain, which is not a fact.

use crate::batch::Batch;
use crate::log::LoggedEvent;
use vestibule_domain::{DeviceId, DeviceKind, DeviceName};

/// The row may exist already: it must exist before an event of the device can be logged.
pub(super) fn added(batch: &mut Batch, logged: &LoggedEvent, id: &DeviceId, name: &DeviceName, kind: DeviceKind) {
    batch.add(
        "INSERT INTO device (id, name, kind, head_hash, as_of) VALUES (?, ?, ?, zeroblob(32), ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, as_of = excluded.as_of",
        [id.as_bytes().into(), name.as_str().into(), kind.as_str().into(), logged.placed.into()],
    );
}
