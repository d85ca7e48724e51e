//! Applies events about the organisation's logo. A picture that is no longer the logo is deleted, so that removing a
//! logo really removes it.

use crate::batch::Batch;
use crate::log::LoggedEvent;
use vestibule_domain::{Logo, PictureDigest};

pub(super) fn set(batch: &mut Batch, logged: &LoggedEvent, logo: &Logo) {
    let picture = logo.picture.as_bytes().as_slice();
    batch.add(
        "INSERT INTO organisation_logo (organisation, picture, bytes, width, height, as_of)
         SELECT id, ?, ?, ?, ?, ? FROM organisation WHERE true
         ON CONFLICT DO UPDATE SET picture = excluded.picture, bytes = excluded.bytes, width = excluded.width,
             height = excluded.height, as_of = excluded.as_of",
        [
            picture.into(),
            i64::from(logo.bytes).into(),
            i64::from(logo.width).into(),
            i64::from(logo.height).into(),
            logged.placed.into(),
        ],
    );
    batch.add("DELETE FROM picture WHERE digest <> ?", [picture.into()]);
}

pub(super) fn removed(batch: &mut Batch) {
    batch.add("DELETE FROM organisation_logo", []);
    batch.add("DELETE FROM picture", []);
}

/// Stores the picture itself, which is sent beside its event.
pub(crate) fn picture(digest: &PictureDigest, file: &[u8]) -> Batch {
    let mut batch = Batch::default();
    batch.add(
        "INSERT INTO picture (digest, file) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [digest.as_bytes().as_slice().into(), file.into()],
    );
    batch
}
