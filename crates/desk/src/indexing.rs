//! Updates the search index after many rows were written. Keeps out searching.

use crate::{Desk, DeskError};
use std::sync::PoisonError;
use vestibule_domain::Actor;

impl Desk {
    /// Starts updating the search index in the background.
    pub(crate) fn index_soon(&self) {
        let begun = tokio::spawn(self.clone().index_in_peace());
        *self.inner.indexing.lock().unwrap_or_else(PoisonError::into_inner) = Some(begun);
    }

    /// Waits for the background update: for programs that end and may not start again soon.
    pub async fn settle(&self) {
        let begun = self.inner.indexing.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(begun) = begun {
            begun.await.ok();
        }
    }

    /// Updates the search index after bulk writes, some thousand rows per transaction, so that other writers wait
    /// briefly. Rows left over are added by later creations; until then, searches test them one by one.
    async fn index_in_peace(self) {
        loop {
            let step = async {
                let mut tx = self.transaction(&self.store().await?, Actor::Vestibule).await?;
                let more = tx.index_search().await?;
                Ok::<_, DeskError>(tx.commit(more).await?.answer())
            };
            match step.await {
                Ok(true) => tokio::task::yield_now().await,
                Ok(false) => return,
                Err(error) => return tracing::warn!(%error, "the search index is behind"),
            }
        }
    }
}
