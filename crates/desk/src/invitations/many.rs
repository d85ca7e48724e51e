//! Bulk operations on invitations within the asker's reach: revoke a selection, create many of one kind, clean up. Each
//! is one transaction.

use super::create::{KnownNames, ParsedInvitation};
use super::listing::{query, scope};
use super::role_among;
use crate::error::InvitationError;
use crate::fields::parse_optional;
use crate::jobs::Job;
use crate::operation::Operation;
use crate::seat::Seat;
use crate::selection::{parse_chosen_ids, parse_excluded_ids};
use crate::{DeskError, FieldFault};
use chrono::TimeDelta;
use std::sync::Arc;
use vestibule_domain::decide::{NewInvitation, create_invitation, revoke_invitation};
use vestibule_domain::limit::{LONGEST_AGO_DAYS, MOST_AT_ONCE};
use vestibule_domain::{Division, Event, Fact, InvitationId, Moment, Permission, Reason, Standing, Status};
use vestibule_store::{FoundPage, ListQuery, ReadTx, Summary};
use vestibule_wire::{
    CleanUpRequest, CleanUpView, CreateManyRequest, JobResult, JobView, MadeInvitationView, RevokeManyRequest,
    RevokeManyView, SelectionRequest, command,
};

/// Rows read, decided and written between two checks for cancellation.
const STEP: usize = 640;

impl Seat {
    /// Previews the revocation of a selection. Changes nothing.
    pub async fn preview_revoke(&self, request: RevokeManyRequest) -> Result<RevokeManyView, DeskError> {
        let who = self.permit::<command::PreviewRevoke>().await?;
        let scope = self.scope_of::<command::PreviewRevoke>(&who).await?;
        let store = self.desk.store().await?;
        let now = self.desk.ports().now();
        let mut tx = store.look_at(now).await?;
        let found = chosen(&mut tx, &request.selection, scope.as_ref(), now).await?.find(&mut tx).await?;
        Ok(told(&tx.summary(&found).await?))
    }

    /// Revokes all active invitations of a selection.
    pub async fn revoke_many(&self, request: RevokeManyRequest) -> Result<JobView, DeskError> {
        let who = self.permit::<command::RevokeMany>().await?;
        parse_optional("reason", request.reason.as_deref(), Reason::parse)?;
        let seat = self.clone();
        Ok(self.start(who.standing.account, |job| async move { seat.revoke_all(request, &job).await }))
    }

    async fn revoke_all(&self, request: RevokeManyRequest, job: &Arc<Job>) -> Result<JobResult, DeskError> {
        self.operate_for::<command::RevokeMany, _>(job, async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let reason = parse_optional("reason", request.reason.as_deref(), Reason::parse)?;
            let scope = scope(who)?;
            let now = tx.now();
            tx.look_at(now).await?;
            let found = chosen(&mut tx, &request.selection, scope.as_ref(), now).await?.find(&mut tx).await?;
            // Decided inside the transaction: invitations used up or revoked since the preview are skipped and counted.
            let result = told(&tx.summary(&found).await?);
            job.expect(found.len() as u64);
            for from in (0..found.len()).step_by(STEP) {
                let rows = tx.rows(&found, from, STEP).await?;
                let facts: Vec<Fact> = rows
                    .iter()
                    .filter_map(|row| revoke_invitation(who, &row.invitation, reason.clone(), now).ok())
                    .collect();
                // Group by kind of statement, in batches whose SQL text SQLite has prepared already.
                for facts in facts.chunks(32) {
                    tx.append_all(&facts.chunks(1).collect::<Vec<_>>()).await?;
                }
                job.step(rows.len() as u64)?;
            }
            tx.commit(JobResult::Revoked(result)).await
        })
        .await
    }

    /// Creates many invitations of one kind.
    pub async fn create_many(&self, request: CreateManyRequest) -> Result<JobView, DeskError> {
        let who = self.permit::<command::CreateMany>().await?;
        if !(1..=MOST_AT_ONCE).contains(&request.count) {
            return Err(DeskError::Field { field: "count", fault: FieldFault::Count { max: MOST_AT_ONCE } });
        }
        // Report errors before a job begins.
        let rehearsed = self.rehearse(&who.standing, &request).await;
        self.judged::<command::CreateMany, _>(who.standing.account, rehearsed).await?;
        let seat = self.clone();
        Ok(self.start(who.standing.account, |job| async move { seat.create_all(request, &job).await }))
    }

    async fn rehearse(&self, who: &Standing, request: &CreateManyRequest) -> Result<(), DeskError> {
        let wish = ParsedInvitation::from_request(request.each.clone())?;
        if wish.email().is_some() && request.count > 1 {
            return Err(DeskError::Field { field: "email", fault: FieldFault::OneAddressForMany });
        }
        let mut tx = self.desk.store().await?.begin_read().await?;
        let (roles, policy) = (tx.roles().await?, tx.policy().await?);
        let mut names = KnownNames::all(&mut tx).await?;
        drop(tx);
        let now = self.desk.ports().now();
        let role = role_among(&roles, &wish.role)?;
        let draft = wish.draft(role, &mut names, &who.reach, || self.desk.ports().random(), now)?;
        create_invitation(who, draft, self.new_invitation(&policy, now)?, &policy, now)?;
        Ok(())
    }

    async fn create_all(&self, request: CreateManyRequest, job: &Arc<Job>) -> Result<JobResult, DeskError> {
        let created = self
            .operate_for::<command::CreateMany, _>(job, async |Operation { acting, mut tx }| {
                let who = &acting.who.standing;
                let wish = ParsedInvitation::from_request(request.each)?;
                let role = role_among(&acting.roles, &wish.role)?;
                let mut names = KnownNames::all(&mut tx).await?;
                let now = tx.now();
                job.expect(request.count.into());
                let mut left = request.count as usize;
                let mut named = Vec::new();
                while left > 0 {
                    let step = left.min(STEP);
                    let mut decisions = Vec::with_capacity(step);
                    for _ in 0..step {
                        let random = || self.desk.ports().random();
                        let draft = wish.clone().draft(role, &mut names, &who.reach, random, now)?;
                        let made = self.new_invitation(&acting.policy, now)?;
                        if request.named {
                            named.push(named_view(&made, who));
                        }
                        decisions.push(create_invitation(who, draft, made, &acting.policy, now)?);
                    }
                    tx.append_all(&decisions.iter().map(Vec::as_slice).collect::<Vec<_>>()).await?;
                    left -= step;
                    job.step(step as u64)?;
                }
                tx.commit(JobResult::Created { invitations: request.count.into(), made: named }).await
            })
            .await?;
        self.desk.index_soon();
        Ok(created)
    }

    /// Previews a clean-up. Changes nothing.
    pub async fn preview_clean_up(&self, request: CleanUpRequest) -> Result<CleanUpView, DeskError> {
        let who = self.permit::<command::PreviewCleanUp>().await?;
        let scope = self.scope_of::<command::PreviewCleanUp>(&who).await?;
        let mut tx = self.desk.store().await?.look_at(self.desk.ports().now()).await?;
        let (days, before) = self.long_ago(&mut tx, request).await?;
        let found = tx.ended_before(before, scope.as_ref()).await?;
        Ok(cleaned(days, &tx.summary(&found).await?))
    }

    /// Archives invitations that ended long ago.
    pub async fn clean_up(&self, request: CleanUpRequest) -> Result<JobView, DeskError> {
        let who = self.permit::<command::CleanUp>().await?;
        self.long_ago(&mut self.desk.store().await?.begin_read().await?, request).await?;
        let seat = self.clone();
        Ok(self.start(who.standing.account, |job| async move { seat.archive(request, &job).await }))
    }

    async fn archive(&self, request: CleanUpRequest, job: &Arc<Job>) -> Result<JobResult, DeskError> {
        self.operate_for::<command::CleanUp, _>(job, async |Operation { acting, mut tx }| {
            self.desk.refuse_doubted_clock(&mut tx).await?;
            let (days, before) = self.long_ago(&mut tx, request).await?;
            let now = tx.now();
            tx.look_at(now).await?;
            let found = tx.ended_before(before, scope(&acting.who.standing)?.as_ref()).await?;
            let result = cleaned(days, &tx.summary(&found).await?);
            job.expect(found.len() as u64);
            for from in (0..found.len()).step_by(STEP) {
                let invitations = tx.ids(&found, from, STEP).await?;
                let steps = invitations.len() as u64;
                tx.append(&[Event::InvitationsArchived { invitations }.into()]).await?;
                job.step(steps)?;
            }
            tx.commit(JobResult::CleanedUp(result)).await
        })
        .await
    }

    async fn long_ago(&self, tx: &mut ReadTx, request: CleanUpRequest) -> Result<(u32, Moment), DeskError> {
        let days = match request.days {
            Some(days) => days,
            None => tx.policy().await?.clean_up_days,
        };
        if !(1..=LONGEST_AGO_DAYS).contains(&days) {
            return Err(DeskError::Field { field: "days", fault: FieldFault::Count { max: LONGEST_AGO_DAYS } });
        }
        Ok((days, self.desk.ports().now() - TimeDelta::days(days.into())))
    }
}

/// A created invitation for its creator; the code is included if they may copy it.
fn named_view(made: &NewInvitation, who: &Standing) -> MadeInvitationView {
    let code = who.may(Permission::CopyInvitations).then(|| made.code.grouped());
    MadeInvitationView { id: made.id.to_string(), code }
}

/// A parsed selection.
pub(crate) enum ParsedSelection {
    /// These, as far as they are in the division.
    These(Vec<InvitationId>, Option<Division>),
    /// All that match, except some.
    Matching(Box<ListQuery>, Vec<InvitationId>),
}

impl ParsedSelection {
    /// Finds the rows. Statuses must be up to date.
    pub(crate) async fn find(&self, tx: &mut ReadTx) -> Result<FoundPage, DeskError> {
        match self {
            Self::These(ids, scope) => Ok(tx.find_these(ids, scope.as_ref()).await?),
            Self::Matching(query, but) => {
                let found = tx.find_all(query).await?;
                Ok(tx.without(found, but).await?)
            }
        }
    }
}

pub(crate) async fn chosen(
    tx: &mut ReadTx,
    selection: &SelectionRequest,
    scope: Option<&Division>,
    now: Moment,
) -> Result<ParsedSelection, DeskError> {
    let unknown = DeskError::Invitation(InvitationError::NotFound);
    match selection {
        SelectionRequest::These { ids } => Ok(ParsedSelection::These(parse_chosen_ids(ids, unknown)?, scope.cloned())),
        SelectionRequest::Matching { list, but } => Ok(ParsedSelection::Matching(
            Box::new(query(tx, list, scope, now).await?),
            parse_excluded_ids(but, unknown)?,
        )),
    }
}

fn told(summary: &Summary) -> RevokeManyView {
    let of = |status| summary.for_status(status);
    RevokeManyView {
        revoked: of(Status::Active).rows,
        uses_left: of(Status::Active).uses_left,
        joined: of(Status::Active).uses,
        used: of(Status::Used).rows,
        expired: of(Status::Expired).rows,
        already_revoked: of(Status::Revoked).rows,
    }
}

fn cleaned(days: u32, summary: &Summary) -> CleanUpView {
    let of = |status| summary.for_status(status).rows;
    let (used, expired, revoked) = (of(Status::Used), of(Status::Expired), of(Status::Revoked));
    CleanUpView { days, invitations: used + expired + revoked, used, expired, revoked }
}
