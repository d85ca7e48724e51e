//! What is done with other people's accounts. Keeps out passwords (`reset`) and who may (`domain::decide`).

use crate::DeskError;
use crate::error::PersonError;
use crate::operation::Operation;
use crate::reset::{expect_reached, named};
use crate::seat::Seat;
use crate::throttle::{Tries, forget};
use vestibule_domain::decide::erase_person;
use vestibule_domain::{Event, Fact};
use vestibule_wire::{ErasePersonRequest, ErasedView, command};

impl Seat {
    /// Erases what is personal about somebody of lower rank, for good: their account and its events, the invitations
    /// that were for them alone and theirs, and what stood of both in the search index and in free pages. They are
    /// signed out everywhere. The log stays whole.
    pub async fn erase_person(&self, request: ErasePersonRequest) -> Result<ErasedView, DeskError> {
        let erased = self
            .operate::<command::ErasePerson, _>(async |Operation { acting, mut tx }| {
                let row = named(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
                expect_reached(&acting.who.standing, &row.standing)?;
                let account = row.standing.account;
                let theirs = tx.invitations_about(account).await?;
                let theirs: Vec<_> = theirs.into_iter().map(|row| row.invitation).collect();
                let events = erase_person(&acting.who.standing, &row.standing, &theirs)?;
                let invitations = match events.last() {
                    Some(Event::PersonErased { invitations, .. }) => {
                        invitations.iter().map(ToString::to_string).collect()
                    }
                    _ => Vec::new(),
                };
                let facts: Vec<Fact> = events.into_iter().map(Fact::from).collect();
                // What slows down a name is called by the name's digest.
                forget(&mut tx, &Tries::at_the_door(&row.username)).await?;
                tx.append(&facts).await?;
                tx.purge_search().await?;
                tx.commit(ErasedView { id: account.to_string(), invitations }).await
            })
            .await?;
        if let Err(error) = self.desk.store().await?.empty_write_ahead_log().await {
            // Somebody reads an older state; what is left of it leaves the write-ahead log when the file is closed.
            tracing::info!(%error, "the write-ahead log was not emptied yet");
        }
        Ok(erased)
    }
}
