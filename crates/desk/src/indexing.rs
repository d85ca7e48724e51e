//! The search index catches up after many rows were written. Keeps out searching.

use crate::{Desk, DeskError};
use std::sync::PoisonError;
use vestibule_domain::Actor;

impl Desk {
    /// Begins to bring the search index up to date, beside whatever else is done.
    pub(crate) fn index_soon(&self) {
        let begun = tokio::spawn(self.clone().index_in_peace());
        *self.inner.indexing.lock().unwrap_or_else(PoisonError::into_inner) = Some(begun);
    }

    /// Waits until what was begun beside other work is done: before a program ends that nobody will start again soon.
    pub async fn settle(&self) {
        let begun = self.inner.indexing.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(begun) = begun {
            begun.await.ok();
        }
    }

    /// Brings the search index up to date after many rows, some thousand at a time, so that nobody waits long for the
    /// file. What is left undone is done by the next creations; until then those rows are searched one by one.
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
