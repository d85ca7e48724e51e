//! The outbox: messages that were queued on this device, and what became of them. Data of this device only, so no
//! events. Keeps out their content, the mail server (`mail::server`), and who may see or send them.

mod server;

pub use server::MailServerRow;

use crate::batch::Batch;
use crate::log::moment;
use crate::sql::{Bind, Sql};
use crate::transaction::id_of;
use crate::{ReadTx, StoreError, WriteTx};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::HashSet;
use vestibule_domain::{AccountId, Division, Email, InvitationId, MailId, MailPurpose, MailState, Moment};

/// A message to be queued.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// UUID, made by the caller.
    pub id: MailId,
    /// The invitation that it carries.
    pub invitation: InvitationId,
    /// Whom it is for.
    pub address: Email,
    /// The recipient's name; empty: not known.
    pub name: String,
    /// Why it is queued.
    pub purpose: MailPurpose,
    /// The account that queues it.
    pub by: AccountId,
}

/// A message of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRow {
    /// Names it in requests.
    pub id: MailId,
    /// The invitation that it carries.
    pub invitation: InvitationId,
    /// Whom it is for; empty once erased.
    pub address: String,
    /// The recipient's name; empty: not known.
    pub name: String,
    /// Why it was queued.
    pub purpose: MailPurpose,
    /// What became of it.
    pub state: MailState,
    /// It failed, and may have arrived all the same.
    pub in_doubt: bool,
    /// How often it was begun to be handed over.
    pub attempts: u32,
    /// A queued one is not handed over before then.
    pub next_at: Moment,
    /// The server's words, or why it was not sent.
    pub reply: Option<String>,
    /// When it was queued.
    pub queued_at: Moment,
    /// When the server accepted it.
    pub sent_at: Option<Moment>,
    /// The account that queued it.
    pub queued_by: AccountId,
}

/// What came of handing a message over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailOutcome<'a> {
    /// The server has accepted it, with these words.
    Sent(&'a str),
    /// Try again then, for this reason.
    Later(Moment, &'a str),
    /// Given up for this reason.
    Failed(&'a str),
    /// Given up, but it may have arrived.
    InDoubt(&'a str),
    /// Not to be sent any more, for this reason.
    Dropped(&'a str),
}

/// Which messages of the outbox.
#[derive(Debug, Clone, Copy)]
pub struct OutboxQuery<'a> {
    /// Only those in this state.
    pub state: Option<MailState>,
    /// Only those of invitations in this division; none: all.
    pub division: Option<&'a Division>,
    /// Only those that were queued before this one.
    pub before: Option<MailId>,
    /// At most so many.
    pub most: u32,
}

const MAIL: &str =
    "SELECT m.id, m.invitation, m.address, m.name, m.purpose, m.state, m.in_doubt, m.attempts, m.next_at, m.reply,
    m.queued_at, m.sent_at, m.queued_by FROM mail AS m";

impl ReadTx {
    /// A message by id.
    pub async fn mail(&mut self, id: MailId) -> Result<Option<MailRow>, StoreError> {
        let mut sql = Sql::new(MAIL);
        sql.bind(" WHERE m.id = ?", id.as_bytes());
        sql.rows(self.connection()).await?.first().map(mail_of).transpose()
    }

    /// The queued message that has been due longest at that time.
    pub async fn due_mail(&mut self, at: Moment) -> Result<Option<MailRow>, StoreError> {
        Ok(self.all_due_mail(at, 1).await?.pop())
    }

    /// Queued messages that are due at that time, the longest due first.
    pub async fn all_due_mail(&mut self, at: Moment, most: u32) -> Result<Vec<MailRow>, StoreError> {
        let mut sql = Sql::new(MAIL);
        // Named, since SQLite takes the index of states without statistics, and sorts all that is queued.
        sql.push(" INDEXED BY mail_due");
        sql.int(" WHERE m.state = 'queued' AND m.next_at <= ?", at.timestamp_millis());
        sql.int(" ORDER BY m.next_at, m.num LIMIT ?", most.into());
        sql.rows(self.connection()).await?.iter().map(mail_of).collect()
    }

    /// How many messages are queued.
    pub async fn waiting_mail(&mut self) -> Result<u64, StoreError> {
        Sql::new("SELECT count(*) FROM mail WHERE state = 'queued'").count(self).await
    }

    /// Whether a message was left half-way by a program that ended: begun before that time.
    pub async fn has_left_mail(&mut self, before: Moment) -> Result<bool, StoreError> {
        let mut sql = Sql::default();
        let before = before.timestamp_millis();
        sql.int(
            "SELECT EXISTS (SELECT 1 FROM mail INDEXED BY mail_claimed WHERE state = 'sending' AND claimed_at < ?)",
            before,
        );
        Ok(sql.count(self).await? > 0)
    }

    /// A page of the outbox, the newest first.
    pub async fn outbox(&mut self, query: OutboxQuery<'_>) -> Result<Vec<MailRow>, StoreError> {
        let mut sql = Sql::new(MAIL);
        if let Some(division) = query.division {
            let departments = self.numbers_of(division).await?;
            sql.push(" JOIN invitation AS i ON i.id = m.invitation");
            sql.one_of(" AND ", "i.department", &departments);
        }
        sql.push(" WHERE true");
        if let Some(state) = query.state {
            sql.text(" AND m.state = ?", state.as_str());
        }
        if let Some(before) = query.before {
            sql.bind(" AND m.num < (SELECT num FROM mail WHERE id = ?)", before.as_bytes());
        }
        sql.int(" ORDER BY m.num DESC LIMIT ?", query.most.into());
        sql.rows(self.connection()).await?.iter().map(mail_of).collect()
    }

    /// Whether a message with this invitation to that address ([`Email::key`]) is on its way.
    pub async fn is_mail_on_its_way(&mut self, invitation: InvitationId, key: &str) -> Result<bool, StoreError> {
        let mut sql = Sql::default();
        sql.bind("SELECT EXISTS (SELECT 1 FROM mail WHERE invitation = ?", invitation.as_bytes());
        sql.text(" AND address_key = ? AND state IN ('queued', 'sending'))", key);
        Ok(sql.count(self).await? > 0)
    }

    /// Which of these invitations have a message that is on its way, was sent, or may have arrived.
    pub async fn mailed_among(&mut self, ids: &[InvitationId]) -> Result<HashSet<InvitationId>, StoreError> {
        let ids: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.to_string().replace('-', ""))).collect();
        let mut sql = Sql::default();
        sql.text(
            "SELECT DISTINCT m.invitation FROM json_each(?) AS l CROSS JOIN mail AS m ON m.invitation = unhex(l.value)
             WHERE m.state IN ('queued', 'sending', 'sent') OR m.in_doubt = 1",
            &format!("[{}]", ids.join(",")),
        );
        let rows = sql.rows(self.connection()).await?;
        rows.iter().map(|row| Ok(InvitationId::from_bytes(id_of(row, 0)?))).collect()
    }

    /// The sent messages to remind of: sent earlier than `lead` before their invitation expires, which is open and
    /// expires within `lead`; the recipient has no account, and had no reminder. One for each invitation and address.
    pub async fn mail_to_remind_of(
        &mut self,
        now: Moment,
        lead: chrono::TimeDelta,
        most: u32,
    ) -> Result<Vec<MailRow>, StoreError> {
        let mut sql = Sql::new(MAIL);
        sql.push(" JOIN invitation AS i ON i.id = m.invitation");
        sql.int(" WHERE m.state = 'sent' AND m.address <> '' AND i.list_state = 0 AND i.expires_at > ?", millis(now));
        sql.int(" AND i.expires_at <= ?", millis(now + lead));
        sql.int(" AND m.sent_at <= i.expires_at - ?", lead.num_milliseconds());
        sql.push(
            " AND NOT EXISTS (SELECT 1 FROM mail AS r WHERE r.invitation = m.invitation
                  AND r.address_key = m.address_key AND r.purpose = 'reminder')
              AND NOT EXISTS (SELECT 1 FROM account AS a WHERE a.email_key = m.address_key)
              GROUP BY m.invitation, m.address_key",
        );
        sql.int(" ORDER BY i.expires_at, m.num LIMIT ?", most.into());
        sql.rows(self.connection()).await?.iter().map(mail_of).collect()
    }
}

impl WriteTx {
    /// Queues messages, due at once.
    pub async fn queue_mail(&mut self, mails: &[NewMail], at: Moment) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        for mail in mails {
            batch.add(
                "INSERT INTO mail (id, invitation, address, address_key, name, purpose, state, next_at, queued_at, queued_by)
                 VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)",
                [
                    mail.id.as_bytes().into(),
                    mail.invitation.as_bytes().into(),
                    mail.address.as_str().into(),
                    mail.address.key().into(),
                    mail.name.as_str().into(),
                    mail.purpose.as_str().into(),
                    millis(at).into(),
                    millis(at).into(),
                    mail.by.as_bytes().into(),
                ],
            );
        }
        batch.run_and(self.connection(), None).await.map(|_| ())
    }

    /// Takes a queued message to hand it over. False: another program has taken it.
    pub async fn claim_mail(&mut self, id: MailId, at: Moment) -> Result<bool, StoreError> {
        let mut sql = Sql::default();
        sql.int("UPDATE mail SET state = 'sending', attempts = attempts + 1, claimed_at = ?", millis(at));
        sql.bind(" WHERE id = ? AND state = 'queued' RETURNING 1", id.as_bytes());
        Ok(!sql.rows(self.connection()).await?.is_empty())
    }

    /// Writes down what came of the attempt of that number; nothing if the message is no longer in the state `from`.
    pub async fn settle_mail(
        &mut self,
        id: MailId,
        (from, attempts): (MailState, u32),
        outcome: MailOutcome<'_>,
        at: Moment,
    ) -> Result<(), StoreError> {
        let (state, reply) = match outcome {
            MailOutcome::Sent(reply) => (MailState::Sent, reply),
            MailOutcome::Later(_, reply) => (MailState::Queued, reply),
            MailOutcome::Failed(reply) | MailOutcome::InDoubt(reply) => (MailState::Failed, reply),
            MailOutcome::Dropped(reply) => (MailState::Dropped, reply),
        };
        let next = if let MailOutcome::Later(next, _) = outcome { next } else { at };
        let is_sent = matches!(outcome, MailOutcome::Sent(_));
        let mut batch = Batch::default();
        batch.add(
            // Of somebody who was erased meanwhile nothing is kept, and nothing more is sent to them.
            "UPDATE mail SET state = iif(address = '' AND ?1 = 'queued', 'dropped', ?1),
                 reply = iif(address = '', NULL, ?2), next_at = ?3, sent_at = ?4, in_doubt = ?5, attempts = ?6
             WHERE id = ?7 AND state = ?8 AND attempts <= ?6",
            [
                state.as_str().into(),
                reply.into(),
                millis(next).into(),
                is_sent.then(|| millis(at)).into(),
                i64::from(matches!(outcome, MailOutcome::InDoubt(_))).into(),
                i64::from(attempts).into(),
                id.as_bytes().into(),
                from.as_str().into(),
            ],
        );
        batch.run_and(self.connection(), None).await.map(|_| ())
    }

    /// Gives up messages that were left half-way: begun before that time. They may have arrived.
    pub async fn doubt_left_mail(&mut self, before: Moment, why: &str) -> Result<(), StoreError> {
        let sql =
            "UPDATE mail SET state = 'failed', in_doubt = 1, reply = ? WHERE state = 'sending' AND claimed_at < ?";
        sqlx::query(sql).bind(why).bind(millis(before)).execute(self.connection()).await?;
        Ok(())
    }

    /// Gives up all messages that are on their way: whoever goes on with a copy of a file does not know whether they
    /// were sent since.
    pub async fn doubt_all_mail(&mut self, why: &str) -> Result<(), StoreError> {
        let sql = "UPDATE mail SET state = 'failed', in_doubt = 1, reply = ? WHERE state IN ('queued', 'sending')";
        sqlx::query(sql).bind(why).execute(self.connection()).await?;
        Ok(())
    }

    /// Makes all queued messages due.
    pub async fn hasten_mail(&mut self, at: Moment) -> Result<(), StoreError> {
        let sql = "UPDATE mail SET next_at = min(next_at, ?) WHERE state = 'queued'";
        sqlx::query(sql).bind(millis(at)).execute(self.connection()).await?;
        Ok(())
    }

    /// Erases a person from the outbox, by every address that they have or had.
    pub async fn forget_mail_to(&mut self, account: AccountId) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        for key in self.email_keys_of(account).await? {
            forget(&mut batch, "address_key = ?", key.into());
        }
        if batch.is_empty() { Ok(()) } else { batch.run_and(self.connection(), None).await.map(|_| ()) }
    }
}

/// Erases a person from the outbox. Runs before the account's address is erased.
pub(crate) fn forget_person(batch: &mut Batch, account: &AccountId) {
    forget(batch, "address_key = (SELECT email_key FROM account WHERE id = ?)", account.as_bytes().into());
    forget(batch, "address = (SELECT email FROM account WHERE id = ?)", account.as_bytes().into());
}

/// Erases the recipients of an invitation from the outbox.
pub(crate) fn forget_invitation(batch: &mut Batch, invitation: &InvitationId) {
    forget(batch, "invitation = ?", invitation.as_bytes().into());
}

/// What is queued goes; of the rest stays that there was a message. A server's words may repeat the address.
fn forget(batch: &mut Batch, such: &str, value: Bind) {
    batch.add(&format!("DELETE FROM mail WHERE state = 'queued' AND {such}"), [value.clone()]);
    batch
        .add(&format!("UPDATE mail SET address = '', address_key = '', name = '', reply = NULL WHERE {such}"), [value]);
}

fn millis(at: Moment) -> i64 {
    at.timestamp_millis()
}

/// The value among `all` that is stored as `text`.
fn named<T: Copy>(all: &[T], text: &str, name: impl Fn(T) -> &'static str) -> Result<T, StoreError> {
    all.iter().copied().find(|one| name(*one) == text).ok_or(StoreError::Unreadable { what: "message" })
}

/// Reads a row of [`MAIL`].
fn mail_of(row: &SqliteRow) -> Result<MailRow, StoreError> {
    Ok(MailRow {
        id: MailId::from_bytes(id_of(row, 0)?),
        invitation: InvitationId::from_bytes(id_of(row, 1)?),
        address: row.get(2),
        name: row.get(3),
        purpose: named(&MailPurpose::ALL, row.get(4), MailPurpose::as_str)?,
        state: named(&MailState::ALL, row.get(5), MailState::as_str)?,
        in_doubt: row.get(6),
        attempts: u32::try_from(row.get::<i64, _>(7)).unwrap_or(u32::MAX),
        next_at: moment(row.get(8))?,
        reply: row.get(9),
        queued_at: moment(row.get(10))?,
        sent_at: row.get::<Option<i64>, _>(11).map(moment).transpose()?,
        queued_by: AccountId::from_bytes(id_of(row, 12)?),
    })
}
