//! Queues reminders: one for each invitation and recipient, before it expires. Keeps out when a pass is made.

use super::queue::{new_mail, queue_all};
use crate::DeskError;
use crate::operation::Ended;
use crate::seat::Seat;
use chrono::TimeDelta;
use vestibule_domain::decide::remind;
use vestibule_domain::{Actor, Email, MailPurpose};
use vestibule_store::Store;

/// The most reminders that one pass queues; the next one goes on.
const MOST: u32 = 2_000;

impl Seat {
    /// Queues what is to be reminded of now. Decided and written in one transaction, so that two passes at once remind
    /// once.
    pub(super) async fn queue_reminders(&self, store: &Store, days: u32) -> Result<u64, DeskError> {
        let mut tx = self.desk.transaction(store, Actor::Vestibule).await?;
        let (now, lead) = (tx.now(), TimeDelta::days(days.into()));
        let (mut facts, mut mails) = (Vec::new(), Vec::new());
        for first in tx.mail_to_remind_of(now, lead, MOST).await? {
            let sender = tx.account(first.queued_by).await?;
            let invitation = tx.invitation(first.invitation).await?;
            let (Some(sender), Some(row), Ok(address)) = (sender, invitation, Email::parse(&first.address)) else {
                continue;
            };
            let Some(fact) = remind(&sender.standing, &row.invitation, &address, now) else { continue };
            let by = sender.standing.account;
            mails.push(new_mail(&tx, (first.invitation, address, first.name), MailPurpose::Reminder, by));
            facts.push(fact);
        }
        queue_all(&mut tx, &facts, &mails).await?;
        tx.commit(mails.len() as u64).await.map(Ended::answer)
    }
}
