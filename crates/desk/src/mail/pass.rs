//! One pass through the outbox: hands over what is due, over one connection, and writes down what came of each message.
//! Keeps out when a pass is made, and how a mail server is spoken to.
//!
//! A message is claimed (`sending`) by a conditional update that is committed before its first byte goes out, so two
//! passes at once never hand over the same one, and one that was cut off is never handed over again by itself.

use super::letter::{Letter, date, domain_of};
use super::settings::MailSetup;
use super::words;
use crate::error::{InvitationError, MailError, OrganisationError};
use crate::operation::Transaction;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::decide::still_goes_out;
use vestibule_domain::{Actor, Code, MailState, Moment};
use vestibule_mail::{Composed, Connection, MessageId, Recipient, Resend, SendError, backoff, compose};
use vestibule_store::{AccountRow, InvitationRow, MailOutcome, MailRow, OrganisationRow, Store};
use vestibule_wire::{ErrorView, MailPassView, command};

/// Messages that are put off in one transaction.
const STEP: u32 = 500;

/// What one pass works with.
struct Pass<'a> {
    store: &'a Store,
    setup: MailSetup,
    logo: Option<Vec<u8>>,
    /// Only what was due then is taken, so that the pass ends.
    begun: Moment,
    told: MailPassView,
}

/// What comes next in the outbox.
enum Next {
    /// Nothing is due.
    Nothing,
    /// One message was settled without handing it over, or another program has taken it.
    Settled,
    /// This one was claimed.
    Claimed(Box<Claimed>),
}

/// A claimed message, with what it is made of.
struct Claimed {
    mail: MailRow,
    /// The number of this attempt, from 1.
    attempt: u32,
    invitation: InvitationRow,
    sender: AccountRow,
    organisation: OrganisationRow,
    at: Moment,
}

impl Seat {
    /// Hands over what is due, once. Who queued a message is asked for nothing: what they may now is read from the file
    /// right before it goes out.
    pub async fn run_mail(&self) -> Result<MailPassView, DeskError> {
        self.permit::<command::RunMail>().await?;
        let store = self.desk.store().await?;
        let mut tx = store.begin_read().await?;
        // By a wrong clock, messages would be dropped as expired.
        self.desk.refuse_doubted_clock(&mut tx).await?;
        let setup = self.desk.mail_setup(&mut tx).await?;
        let logo = tx.logo_file().await?.map(|row| row.file);
        drop(tx);
        self.settle_left_mail().await?;
        let reminders = match setup.remind_days {
            Some(days) => self.queue_reminders(&store, days).await?,
            None => 0,
        };
        let told = MailPassView { reminders, ..MailPassView::default() };
        let mut pass = Pass { store: &store, setup, logo, begun: self.desk.ports().now(), told };
        self.hand_over_all(&mut pass).await?;
        pass.told.waiting = store.begin_read().await?.waiting_mail().await?;
        Ok(pass.told)
    }

    async fn hand_over_all(&self, pass: &mut Pass<'_>) -> Result<(), DeskError> {
        let mut open: Option<Connection> = None;
        while pass.store.begin_read().await?.due_mail(pass.begun).await?.is_some() {
            let mut connection = match open.take().filter(Connection::is_usable) {
                Some(connection) => connection,
                // Before anything is claimed: an unreachable server leaves no message half-way.
                None => match Connection::open(&pass.setup.server).await {
                    Ok(connection) => connection,
                    Err(error) => return self.put_off_all(pass, &error).await,
                },
            };
            match self.claim(pass).await? {
                Next::Nothing => {
                    connection.close().await;
                    return Ok(());
                }
                Next::Settled => {}
                Next::Claimed(claimed) => {
                    let stop = self.hand_over(pass, &mut connection, *claimed).await?;
                    if let Some(error) = stop {
                        connection.close().await;
                        return self.put_off_all(pass, &error).await;
                    }
                }
            }
            open = Some(connection);
        }
        if let Some(connection) = open {
            connection.close().await;
        }
        Ok(())
    }

    /// Claims the message that has been due longest, if it may still go out.
    async fn claim(&self, pass: &mut Pass<'_>) -> Result<Next, DeskError> {
        let mut tx = self.desk.transaction(pass.store, Actor::Vestibule).await?;
        let at = tx.now();
        let Some(mail) = tx.due_mail(pass.begun).await? else { return Ok(Next::Nothing) };
        let sender = tx.account(mail.queued_by).await?;
        let Some(invitation) = tx.invitation(mail.invitation).await? else {
            let why = sentence(InvitationError::NotFound);
            return self.settle_unsent(pass, tx, &mail, MailOutcome::Dropped(&why)).await;
        };
        let standing = sender.as_ref().map(|sender| &sender.standing);
        if let Err(withheld) = still_goes_out(standing, &invitation.invitation, at) {
            let why = format!("Not sent: {withheld}.");
            return self.settle_unsent(pass, tx, &mail, MailOutcome::Dropped(&why)).await;
        }
        if invitation.code.is_none() {
            let why = sentence(InvitationError::CodeNotHere);
            return self.settle_unsent(pass, tx, &mail, MailOutcome::Failed(&why)).await;
        }
        let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?;
        let sender = sender.ok_or(DeskError::Fault("a sender"))?;
        if !tx.claim_mail(mail.id, at).await? {
            return Ok(Next::Settled);
        }
        tx.commit(()).await?;
        let attempt = mail.attempts.saturating_add(1);
        Ok(Next::Claimed(Box::new(Claimed { mail, attempt, invitation, sender, organisation, at })))
    }

    /// Ends a queued message that is not to be handed over.
    async fn settle_unsent(
        &self,
        pass: &mut Pass<'_>,
        mut tx: Transaction,
        mail: &MailRow,
        outcome: MailOutcome<'_>,
    ) -> Result<Next, DeskError> {
        let now = tx.now();
        tx.settle_mail(mail.id, (MailState::Queued, mail.attempts), outcome, now).await?;
        tx.commit(()).await?;
        count(&mut pass.told, outcome);
        Ok(Next::Settled)
    }

    /// Hands over a claimed message and writes down what came of it. Returns the error after which the server takes no
    /// message.
    async fn hand_over(
        &self,
        pass: &mut Pass<'_>,
        connection: &mut Connection,
        claimed: Claimed,
    ) -> Result<Option<SendError>, DeskError> {
        let message = match message(pass, &claimed) {
            Ok(message) => message,
            Err(error) => {
                let why = sentence(error);
                self.settle(pass, &claimed, MailOutcome::Failed(&why)).await?;
                return Ok(None);
            }
        };
        let sent = connection.send(&message).await;
        let now = self.desk.ports().now();
        let code = claimed.invitation.code.as_ref();
        let error = match sent {
            Ok(accepted) => {
                let reply = without_code(accepted.reply, code);
                self.settle(pass, &claimed, MailOutcome::Sent(&reply)).await?;
                return Ok(None);
            }
            Err(error) => error,
        };
        let why = without_code(error.to_string(), code);
        let outcome = match error.resend() {
            Resend::Never => MailOutcome::Failed(&why),
            Resend::InDoubt => MailOutcome::InDoubt(&why),
            Resend::Later | Resend::OnceRepaired => later(claimed.attempt, now, &why),
        };
        self.settle(pass, &claimed, outcome).await?;
        Ok((error.resend() == Resend::OnceRepaired).then_some(error))
    }

    async fn settle(&self, pass: &mut Pass<'_>, claimed: &Claimed, outcome: MailOutcome<'_>) -> Result<(), DeskError> {
        let mut tx = self.desk.transaction(pass.store, Actor::Vestibule).await?;
        let now = tx.now();
        tx.settle_mail(claimed.mail.id, (MailState::Sending, claimed.attempt), outcome, now).await?;
        tx.commit(()).await?;
        count(&mut pass.told, outcome);
        Ok(())
    }

    /// Puts off all that is due: there is no server that would take it.
    async fn put_off_all(&self, pass: &mut Pass<'_>, error: &SendError) -> Result<(), DeskError> {
        let why = error.to_string();
        loop {
            let mut tx = self.desk.transaction(pass.store, Actor::Vestibule).await?;
            let now = tx.now();
            let due = tx.all_due_mail(pass.begun, STEP).await?;
            for mail in &due {
                let attempt = mail.attempts.saturating_add(1);
                let outcome = later(attempt, now, &why);
                tx.settle_mail(mail.id, (MailState::Queued, attempt), outcome, now).await?;
                count(&mut pass.told, outcome);
            }
            tx.commit(()).await?;
            if due.is_empty() {
                pass.told.problem = Some(why);
                return Ok(());
            }
        }
    }
}

/// The server's words, unless they repeat the code, as content filters do: who sees the outbox may not copy codes.
fn without_code(said: String, code: Option<&Code>) -> String {
    let symbols: String = said.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    match code {
        Some(code) if symbols.contains(code.symbols()) => words::CODE_REPEATED.to_owned(),
        _ => said,
    }
}

fn message(pass: &Pass<'_>, claimed: &Claimed) -> Result<Composed, DeskError> {
    let letter = Letter {
        templates: &pass.setup.templates,
        organisation: &claimed.organisation,
        logo: pass.logo.as_deref(),
        inviter: &claimed.sender.name,
        recipient: &claimed.mail.name,
        invitation: &claimed.invitation,
        purpose: claimed.mail.purpose,
    };
    let (subject, content) = letter.write()?;
    let fault = |fault| DeskError::Field { field: "to", fault: FieldFault::MailAddress(fault) };
    let to = Recipient::new(&claimed.mail.name, &claimed.mail.address).map_err(fault)?;
    let sender = &pass.setup.sender;
    let id = MessageId::new(&claimed.mail.id.to_string(), &domain_of(sender)).map_err(MailError::NotMade)?;
    Ok(compose(sender, &to, &subject, &content, date(claimed.at), &id).map_err(MailError::NotMade)?)
}

/// To be tried again after the attempt of that number, or given up.
fn later(attempt: u32, now: Moment, why: &str) -> MailOutcome<'_> {
    match backoff(attempt).and_then(|wait| chrono::TimeDelta::from_std(wait).ok()) {
        Some(wait) => MailOutcome::Later(now + wait, why),
        None => MailOutcome::Failed(why),
    }
}

fn count(told: &mut MailPassView, outcome: MailOutcome<'_>) {
    match outcome {
        MailOutcome::Sent(_) => told.sent += 1,
        MailOutcome::Failed(_) | MailOutcome::InDoubt(_) => told.failed += 1,
        MailOutcome::Dropped(_) => told.dropped += 1,
        MailOutcome::Later(..) => {}
    }
}

fn sentence(error: impl Into<DeskError>) -> String {
    ErrorView::from(error.into()).message
}
