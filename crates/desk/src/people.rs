//! Erasing people. Keeps out passwords (`reset`) and who may erase whom (`domain::decide`).

use crate::DeskError;
use crate::error::PersonError;
use crate::operation::Operation;
use crate::reset::{expect_reached, find_account};
use crate::seat::Seat;
use crate::throttle::{Tries, clear_throttle};
use vestibule_domain::decide::erase_person;
use vestibule_domain::{Event, Fact};
use vestibule_wire::{ErasePersonRequest, ErasedView, command};

impl Seat {
    /// Erases the personal data of somebody of lower rank, for good: account and events, the invitations for them alone
    /// with their events, and remains in the search index and in free pages. Ends all their sessions. The log stays
    /// intact.
    pub async fn erase_person(&self, request: ErasePersonRequest) -> Result<ErasedView, DeskError> {
        let erased = self
            .operate::<command::ErasePerson, _>(async |Operation { acting, mut tx }| {
                let row = find_account(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
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
                // The username's throttle is stored under a digest of the name.
                clear_throttle(&mut tx, &Tries::at_the_door(&row.username)).await?;
                tx.forget_mail_to(account).await?;
                tx.append(&facts).await?;
                tx.purge_search().await?;
                tx.commit(ErasedView { id: account.to_string(), invitations }).await
            })
            .await?;
        if let Err(error) = self.desk.store().await?.empty_write_ahead_log().await {
            // A reader has an older snapshot; the remains leave the write-ahead log when the file is closed.
            tracing::info!(%error, "the write-ahead log was not emptied yet");
        }
        Ok(erased)
    }
}
