//! The outbox as people see it: messages of invitations within their reach. Keeps out what changes it.

use crate::error::MailError;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use chrono::TimeDelta;
use std::collections::HashMap;
use vestibule_domain::{AccountId, Actor, MailId, MailState, Moment};
use vestibule_store::{MailRow, OutboxQuery, PersonRow};
use vestibule_wire::{MailView, OutboxRequest, OutboxView, command};

/// Rows of a page, if nothing is said.
const ROWS: u32 = 50;
/// The most rows of a page.
const MOST_ROWS: u32 = 500;
/// After so long, whoever was handing a message over has ended: all waits for the server together take 8 minutes.
const LEFT_AFTER: TimeDelta = TimeDelta::minutes(15);
/// Why such a message is not sent again by itself.
const LEFT: &str = "Handing it over was cut off; it may have arrived. Only sending it again by hand sends it.";

impl Seat {
    /// A page of the outbox, the newest first.
    pub async fn outbox(&self, request: OutboxRequest) -> Result<OutboxView, DeskError> {
        let who = self.permit::<command::Outbox>().await?;
        let scope = self.scope_of::<command::Outbox>(&who).await?;
        let most = request.most.unwrap_or(ROWS);
        if !(1..=MOST_ROWS).contains(&most) {
            return Err(DeskError::Field { field: "most", fault: FieldFault::Count { max: MOST_ROWS } });
        }
        let before = request.before.as_deref().map(|id| id.trim().parse::<MailId>());
        let before = before.transpose().map_err(|_| MailError::Unknown)?;
        self.settle_left_mail().await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let query = OutboxQuery { state: request.state, division: scope.as_ref(), before, most: most + 1 };
        let mut rows = tx.outbox(query).await?;
        let has_more = rows.len() > most as usize;
        rows.truncate(most as usize);
        let next = rows.last().filter(|_| has_more).map(|row| row.id.to_string());
        let people = tx.people(&rows.iter().map(|row| row.queued_by).collect::<Vec<_>>()).await?;
        Ok(OutboxView { items: rows.into_iter().map(|row| mail_view(row, &people)).collect(), next })
    }

    /// Gives up messages whose handing over was cut off long ago, by whatever program.
    pub(super) async fn settle_left_mail(&self) -> Result<(), DeskError> {
        let store = self.desk.store().await?;
        let before: Moment = self.desk.ports().now() - LEFT_AFTER;
        if !store.begin_read().await?.has_left_mail(before).await? {
            return Ok(());
        }
        let mut tx = self.desk.transaction(&store, Actor::Vestibule).await?;
        tx.doubt_left_mail(before, LEFT).await?;
        tx.commit(()).await.map(|_| ())
    }
}

pub(super) fn mail_view(row: MailRow, people: &HashMap<AccountId, PersonRow>) -> MailView {
    let queued_by = people.get(&row.queued_by).map(|person| person.username.clone()).unwrap_or_default();
    MailView {
        id: row.id.to_string(),
        invitation: row.invitation.to_string(),
        to: row.address,
        name: row.name,
        purpose: row.purpose,
        state: row.state,
        may_have_arrived: row.in_doubt,
        attempts: row.attempts,
        next_at: (row.state == MailState::Queued).then_some(row.next_at),
        reason: row.reply,
        queued_at: row.queued_at,
        sent_at: row.sent_at,
        queued_by,
    }
}
