//! What is done with other people's accounts. Keeps out passwords (`reset`) and who may (`domain::decide`).

use crate::DeskError;
use crate::reset::named;
use crate::seat::Seat;
use vestibule_domain::decide::erase_person;
use vestibule_domain::{Actor, Event};
use vestibule_wire::{ErasePersonRequest, ErasedView, command};

impl Seat {
    /// Erases what is personal about somebody of lower rank, for good: their account and its events, the invitation that
    /// was for them alone and its events, and what stood of both in the search index and in free pages. They are signed
    /// out everywhere. The log stays whole.
    pub async fn erase_person(&self, request: ErasePersonRequest) -> Result<ErasedView, DeskError> {
        let (acting, mut change) = self.permit_change::<command::ErasePerson>().await?;
        let row = named(&mut change, &request.username).await?.ok_or(DeskError::PersonUnknown)?;
        let account = row.standing.account;
        let came_through = change.joined_through(account).await?.map(|row| row.invitation);
        let event = match erase_person(&acting.who.standing, &row.standing, came_through.as_ref()) {
            Ok(event) => event,
            Err(refusal) => return Err(self.refuse_change::<command::ErasePerson>(change, &acting, refusal).await?),
        };
        let invitation = match &event {
            Event::PersonErased { invitation, .. } => invitation.map(|id| id.to_string()),
            _ => None,
        };
        let by = Actor::Account(acting.who.standing.account);
        change.append(&[event.into()], self.desk.stamp(by, self.desk.ports().now())).await?;
        change.purge_search().await?;
        change.commit().await?;
        if let Err(error) = self.desk.store().await?.settle().await {
            // What another process reads now leaves the write-ahead log with the next change.
            tracing::info!(%error, "the write-ahead log was not emptied yet");
        }
        Ok(ErasedView { id: account.to_string(), invitation })
    }
}
