//! Queues messages with invitations: one, many, or an earlier one again. The event of the history and the row of the
//! outbox are written in one transaction. Keeps out handing them over (`pass`).

use super::outbox::mail_view;
use crate::DeskError;
use crate::error::{JobError, MailError};
use crate::fields::{for_field, parse_optional};
use crate::invitations::{chosen, reachable};
use crate::jobs::Job;
use crate::operation::{Ended, Operation, Transaction};
use crate::seat::Seat;
use std::sync::Arc;
use vestibule_domain::decide::{SendRefusal, send_invitation};
use vestibule_domain::{AccountId, Email, Fact, InvitationId, MailId, MailPurpose, MailState, PersonName};
use vestibule_store::NewMail;
use vestibule_wire::{
    JobResult, JobView, MailRequest, MailView, SendInvitationRequest, SendManyRequest, SendManyView, command,
};

/// Messages per transaction.
const STEP: usize = 500;
/// Messages written together, by SQL text that SQLite has prepared already.
const WRITTEN: usize = 32;

impl Seat {
    /// Queues one invitation, to the address that it is bound to or to the given one.
    pub async fn send_invitation(&self, request: SendInvitationRequest) -> Result<MailView, DeskError> {
        self.operate::<command::SendInvitation, _>(async |Operation { acting, mut tx }| {
            let to = parse_optional("to", request.to.as_deref(), Email::parse)?;
            let name = parse_optional("name", request.name.as_deref(), PersonName::parse)?;
            let row = reachable(&mut tx, &acting.who.standing, &request.invitation).await?;
            expect_set_up(&mut tx).await?;
            let who = &acting.who.standing;
            let (address, fact) = send_invitation(who, &row.invitation, to, MailPurpose::First, tx.now())?;
            let name = name.map(|name| name.as_str().to_owned()).unwrap_or_default();
            let mail = new_mail(&tx, (row.invitation.id, address, name), MailPurpose::First, who.account);
            queue_one(tx, mail, fact).await
        })
        .await
    }

    /// Queues a message that was sent, given up or dropped once more: as a new message, by the asker.
    pub async fn resend_mail(&self, request: MailRequest) -> Result<MailView, DeskError> {
        self.permit::<command::ResendMail>().await?;
        self.settle_left_mail().await?;
        self.operate::<command::ResendMail, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let id = request.mail.trim().parse::<MailId>().map_err(|_| MailError::Unknown)?;
            let before = tx.mail(id).await?.ok_or(MailError::Unknown)?;
            let row = tx.invitation(before.invitation).await?;
            let row = row.filter(|row| who.reaches(row.invitation.department)).ok_or(MailError::Unknown)?;
            if matches!(before.state, MailState::Queued | MailState::Sending) {
                return Err(MailError::OnItsWay.into());
            }
            expect_set_up(&mut tx).await?;
            if before.address.is_empty() {
                return Err(MailError::from(SendRefusal::NoRecipient).into());
            }
            let to = for_field("to", Email::parse(&before.address))?;
            let (address, fact) = send_invitation(who, &row.invitation, Some(to), MailPurpose::Again, tx.now())?;
            let mail = new_mail(&tx, (row.invitation.id, address, before.name), MailPurpose::Again, who.account);
            queue_one(tx, mail, fact).await
        })
        .await
    }

    /// Queues the invitations of a selection that are bound to an address and were not sent before.
    pub async fn send_many(&self, request: SendManyRequest) -> Result<JobView, DeskError> {
        let who = self.permit::<command::SendMany>().await?;
        self.scope_of::<command::SendMany>(&who).await?;
        expect_set_up(&mut self.desk.store().await?.begin_read().await?).await?;
        let seat = self.clone();
        Ok(self.start(who.standing.account, |job| async move { seat.send_all(request, &job).await }))
    }

    async fn send_all(&self, request: SendManyRequest, job: &Arc<Job>) -> Result<JobResult, DeskError> {
        let who = self.goes_on::<command::SendMany>(job, None).await?;
        let scope = self.scope_of::<command::SendMany>(&who).await?;
        let now = self.desk.ports().now();
        let mut tx = self.desk.store().await?.look_at(now).await?;
        let found = chosen(&mut tx, &request.selection, scope.as_ref(), now).await?.find(&mut tx).await?;
        let ids = tx.ids(&found, 0, usize::MAX).await?;
        drop(tx);
        job.expect(ids.len() as u64);
        let mut told = SendManyView::default();
        for ids in ids.chunks(STEP) {
            let step = async |Operation { acting, tx }: Operation| {
                let scope = scope.as_ref();
                queue_step(tx, &acting.who.standing, ids, scope, told).await
            };
            told = self.operate_step::<command::SendMany, _>(job, step).await?;
            if job.step(ids.len() as u64).is_err() {
                // What is queued stays, so it is told.
                if told.queued == 0 {
                    return Err(JobError::Cancelled.into());
                }
                break;
            }
        }
        Ok(JobResult::Queued(told))
    }
}

/// Queues those of these invitations that can be sent, and adds them to what was told before.
async fn queue_step(
    mut tx: Transaction,
    who: &vestibule_domain::Standing,
    ids: &[InvitationId],
    scope: Option<&vestibule_domain::Division>,
    mut told: SendManyView,
) -> Result<Ended<SendManyView>, DeskError> {
    let sent_before = tx.mailed_among(ids).await?;
    let found = tx.find_these(ids, scope).await?;
    let (mut facts, mut mails) = (Vec::new(), Vec::new());
    for row in tx.rows(&found, 0, ids.len()).await? {
        let id = row.invitation.id;
        match send_invitation(who, &row.invitation, None, MailPurpose::First, tx.now()) {
            Ok(_) if sent_before.contains(&id) => told.sent_before += 1,
            Ok((address, fact)) => {
                mails.push(new_mail(&tx, (id, address, String::new()), MailPurpose::First, who.account));
                facts.push(fact);
                told.queued += 1;
            }
            Err(SendRefusal::NoRecipient | SendRefusal::OtherRecipient | SendRefusal::OtherDomain) => {
                told.without_address += 1;
            }
            Err(SendRefusal::NotActive(_)) => told.not_active += 1,
            Err(refusal @ SendRefusal::NotPermitted) => return Err(MailError::from(refusal).into()),
        }
    }
    queue_all(&mut tx, &facts, &mails).await?;
    tx.commit(told).await
}

/// Appends the facts, each a decision of its own, and queues their messages.
pub(super) async fn queue_all(tx: &mut Transaction, facts: &[Fact], mails: &[NewMail]) -> Result<(), DeskError> {
    for facts in facts.chunks(WRITTEN) {
        tx.append_all(&facts.chunks(1).collect::<Vec<&[Fact]>>()).await?;
    }
    let now = tx.now();
    for mails in mails.chunks(WRITTEN) {
        tx.queue_mail(mails, now).await?;
    }
    Ok(())
}

/// Refuses where the message would only wait.
async fn expect_set_up(tx: &mut vestibule_store::ReadTx) -> Result<(), DeskError> {
    if tx.mail_server().await?.is_some() { Ok(()) } else { Err(MailError::NotSetUp.into()) }
}

pub(super) fn new_mail(
    tx: &Transaction,
    (invitation, address, name): (InvitationId, Email, String),
    purpose: MailPurpose,
    by: AccountId,
) -> NewMail {
    NewMail { id: tx.id(MailId::new), invitation, address, name, purpose, by }
}

async fn queue_one(mut tx: Transaction, mail: NewMail, fact: Fact) -> Result<Ended<MailView>, DeskError> {
    if tx.is_mail_on_its_way(mail.invitation, &mail.address.key()).await? {
        return Err(MailError::OnItsWay.into());
    }
    let (id, by, now) = (mail.id, mail.by, tx.now());
    tx.append(&[fact]).await?;
    tx.queue_mail(&[mail], now).await?;
    let row = tx.mail(id).await?.ok_or(DeskError::Fault("a message"))?;
    let people = tx.people(&[by]).await?;
    tx.commit(mail_view(row, &people)).await
}
