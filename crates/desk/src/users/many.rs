//! Bulk changes of users within the asker's reach: suspend, reactivate, move, sign out. Each user is decided
//! individually inside the transaction; refused ones are reported with the reason, and the others are changed.

use super::{asked, asked_beside, find_chosen};
use crate::DeskError;
use crate::departments::find_department;
use crate::error::PersonError;
use crate::jobs::Job;
use crate::operation::{Acting, Operation, Transaction};
use crate::seat::Seat;
use std::collections::HashMap;
use std::sync::Arc;
use vestibule_domain::decide::{PersonAct, PersonChange, PersonRefusal, act_on_one};
use vestibule_domain::{AccountId, DepartmentId, Event, Fact, Role, SessionId, Standing};
use vestibule_store::{FoundPage, ReadTx, UserRow};
use vestibule_wire::command::{self, Command};
use vestibule_wire::{
    ErrorView, JobResult, JobView, ManyUsersRequest, MoveUsersRequest, RefusedUsersView, UserSelectionRequest,
    UsersChangedView,
};

/// Users read, decided and written in one transaction: some tens of milliseconds, while other writers wait.
const BATCH: usize = 500;
/// Decisions written together, by SQL text that SQLite has prepared already.
const WRITTEN: usize = 32;
/// Names reported of those refused for one reason.
const NAMED: usize = 50;

/// The requested change.
#[derive(Debug, Clone)]
enum RequestedAct {
    Suspend,
    Reactivate,
    Move(Option<String>),
    SignOut,
}

/// The change, with the department looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Suspend,
    Reactivate,
    Move(Option<DepartmentId>),
    SignOut,
}

impl RequestedAct {
    async fn resolve(self, tx: &mut ReadTx, who: &Standing) -> Result<Kind, DeskError> {
        Ok(match self {
            Self::Suspend => Kind::Suspend,
            Self::Reactivate => Kind::Reactivate,
            Self::Move(None) => Kind::Move(None),
            Self::Move(Some(named)) => Kind::Move(Some(find_department(tx, "department", &named, &who.reach).await?)),
            Self::SignOut => Kind::SignOut,
        })
    }
}

impl Seat {
    /// Suspends many and ends all their sessions.
    pub async fn suspend_users(&self, request: ManyUsersRequest) -> Result<JobView, DeskError> {
        self.begin_with_many::<command::SuspendUsers>(request, RequestedAct::Suspend).await
    }

    /// Lets many sign in again.
    pub async fn reactivate_users(&self, request: ManyUsersRequest) -> Result<JobView, DeskError> {
        self.begin_with_many::<command::ReactivateUsers>(request, RequestedAct::Reactivate).await
    }

    /// Moves many to another department.
    pub async fn move_users(&self, request: MoveUsersRequest) -> Result<JobView, DeskError> {
        self.begin_with_many::<command::MoveUsers>(request.users, RequestedAct::Move(request.department)).await
    }

    /// Ends the sessions of many.
    pub async fn sign_out_users(&self, request: ManyUsersRequest) -> Result<JobView, DeskError> {
        self.begin_with_many::<command::SignOutUsers>(request, RequestedAct::SignOut).await
    }

    async fn begin_with_many<C: Command>(
        &self,
        request: ManyUsersRequest,
        act: RequestedAct,
    ) -> Result<JobView, DeskError> {
        let ManyUsersRequest { selection, password, make, matched } = request;
        let proof = self.proved::<C>(password).await?;
        let who = self.permit::<C>().await?;
        self.scope_of::<C>(&who).await?;
        let seat = self.clone();
        Ok(self.start(who.standing.account, move |job| async move {
            let (list, kind) = seat.find_many::<C>(&selection, act, &job).await?;
            let found = list.fingerprint();
            if matched.is_some_and(|shown| shown != found) {
                return Err(PersonError::OthersMatch.into());
            }
            let mut report = match make {
                true => seat.act_on_many::<C>(&list, kind, proof, &job).await?,
                false => seat.look_at_many::<C>(&list, kind, &job).await?,
            };
            report.view.matched = found;
            Ok(JobResult::UsersChanged(report.view))
        }))
    }

    /// Finds the users once, before any change: later they may no longer match the selection. Row numbers never change,
    /// so the list stays valid in later transactions.
    async fn find_many<C: Command>(
        &self,
        selection: &UserSelectionRequest,
        act: RequestedAct,
        job: &Arc<Job>,
    ) -> Result<(FoundPage, Kind), DeskError> {
        let who = self.goes_on::<C>(job, None).await?.standing;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let list = find_chosen(&mut tx, selection, &who).await?;
        let kind = act.resolve(&mut tx, &who).await?;
        job.expect(list.len() as u64);
        job.step(0)?;
        Ok((list, kind))
    }

    /// Previews the change, assuming that the asker gives their password. Changes nothing.
    async fn look_at_many<C: Command>(
        &self,
        list: &FoundPage,
        kind: Kind,
        job: &Arc<Job>,
    ) -> Result<Report, DeskError> {
        let store = self.desk.store().await?;
        let mut report = Report::default();
        // Administrators whom it would suspend are none beside those that follow.
        let mut gone: Vec<AccountId> = Vec::new();
        for from in (0..list.len()).step_by(BATCH) {
            let who = self.goes_on::<C>(job, None).await?.standing;
            // After `goes_on`, which reads too: work that holds one of the two connections must not wait for another.
            let mut tx = store.begin_read().await?;
            let roles = tx.roles().await?;
            let rows = tx.users_at(list, from, BATCH).await?;
            let sessions = sessions_of(&mut tx, kind, &rows).await?;
            for row in &rows {
                let asked = change_of(&mut tx, &who, &roles, (row, &gone), true).await?;
                let decided = act_on_one(asked, act(kind, &sessions, row));
                let unproved = PersonChange { is_proved: false, ..asked };
                let is_peer = act_on_one(unproved, act(kind, &sessions, row)) == Err(PersonRefusal::PasswordNeeded);
                report.count(row, &decided, is_peer);
                let is_lost = kind == Kind::Suspend && decided.is_ok() && row.account.standing.is_administrator();
                gone.extend(is_lost.then_some(row.account.standing.account));
            }
            job.step(rows.len() as u64)?;
        }
        Ok(report)
    }

    /// Changes in batches, each a transaction. If cancelled or stopped, finished batches stay; the rest is reported.
    async fn act_on_many<C: Command>(
        &self,
        list: &FoundPage,
        kind: Kind,
        proof: Option<SessionId>,
        job: &Arc<Job>,
    ) -> Result<Report, DeskError> {
        let mut report = Report::default();
        for from in (0..list.len()).step_by(BATCH) {
            if from > 0 && job.step(0).is_err() {
                report.view.left = (list.len() - from) as u64;
                break;
            }
            match self.act_on_batch::<C>(list, from, kind, proof, job).await {
                Ok(batch) => {
                    if batch.is_of_rights && !report.is_of_rights {
                        // It is written down, once; who asked is told by the report.
                        let refused = Err::<(), _>(DeskError::NotPermitted);
                        let _ = self.judged::<C, ()>(job.owner(), refused).await;
                    }
                    report.add(batch);
                }
                Err(error) if from == 0 => return Err(error),
                Err(error) => {
                    report.view.left = (list.len() - from) as u64;
                    report.view.stopped = Some(ErrorView::from(error));
                    break;
                }
            }
            job.count((BATCH.min(list.len() - from)) as u64);
        }
        Ok(report)
    }

    async fn act_on_batch<C: Command>(
        &self,
        list: &FoundPage,
        from: usize,
        kind: Kind,
        proof: Option<SessionId>,
        job: &Arc<Job>,
    ) -> Result<Report, DeskError> {
        self.operate_step::<C, _>(job, async |Operation { acting, mut tx }| {
            let Acting { who, roles, .. } = &acting;
            let rows = tx.users_at(list, from, BATCH).await?;
            let sessions = sessions_of(&mut tx, kind, &rows).await?;
            let mut report = Report::default();
            let mut decisions: Vec<Vec<Fact>> = Vec::new();
            for row in &rows {
                // Write earlier decisions first, so that the check for another administrator sees them.
                if row.account.standing.is_administrator() || decisions.len() == WRITTEN {
                    write(&mut tx, &mut decisions).await?;
                }
                let is_proved = acting.has_proved(proof);
                let asked = change_of(&mut tx, &who.standing, roles, (row, &[]), is_proved).await?;
                let decided = act_on_one(asked, act(kind, &sessions, row));
                report.count(row, &decided, false);
                if let Some(events) = decided.ok().filter(|events| !events.is_empty()) {
                    decisions.push(events.into_iter().map(Fact::from).collect());
                }
            }
            write(&mut tx, &mut decisions).await?;
            tx.commit(report).await
        })
        .await
    }
}

/// Appends these decisions and clears the list.
async fn write(tx: &mut Transaction, decisions: &mut Vec<Vec<Fact>>) -> Result<(), DeskError> {
    let facts: Vec<&[Fact]> = decisions.iter().map(Vec::as_slice).collect();
    if !facts.is_empty() {
        tx.append_all(&facts).await?;
    }
    decisions.clear();
    Ok(())
}

/// What a change to one of many is decided from. Counts administrators only if one could be lost.
async fn change_of<'a>(
    tx: &mut ReadTx,
    who: &'a Standing,
    roles: &[Role],
    (row, gone): (&'a UserRow, &[AccountId]),
    is_proved: bool,
) -> Result<PersonChange<'a>, DeskError> {
    let other = &row.account.standing;
    if other.is_administrator() {
        return asked_beside(tx, who, roles, (other, gone), is_proved).await;
    }
    Ok(asked(who, other, is_proved))
}

/// The sessions of all of them, for signing out.
async fn sessions_of(
    tx: &mut ReadTx,
    kind: Kind,
    rows: &[UserRow],
) -> Result<HashMap<AccountId, Vec<SessionId>>, DeskError> {
    let mut sessions: HashMap<AccountId, Vec<SessionId>> = HashMap::new();
    if kind == Kind::SignOut {
        let accounts: Vec<AccountId> = rows.iter().map(|row| row.account.standing.account).collect();
        for (account, session) in tx.sessions_of(&accounts).await? {
            sessions.entry(account).or_default().push(session);
        }
    }
    Ok(sessions)
}

fn act<'a>(kind: Kind, sessions: &'a HashMap<AccountId, Vec<SessionId>>, row: &UserRow) -> PersonAct<'a> {
    match kind {
        Kind::Suspend => PersonAct::Suspend,
        Kind::Reactivate => PersonAct::Reactivate,
        Kind::Move(to) => PersonAct::Move(to),
        Kind::SignOut => {
            let theirs = sessions.get(&row.account.standing.account);
            PersonAct::SignOut(theirs.map_or(&[], Vec::as_slice))
        }
    }
}

/// The result so far.
#[derive(Default)]
struct Report {
    view: UsersChangedView,
    /// Somebody was refused for lack of rights, which is to be logged.
    is_of_rights: bool,
}

impl Report {
    fn count(&mut self, row: &UserRow, decided: &Result<Vec<Event>, PersonRefusal>, is_peer: bool) {
        match decided {
            Ok(events) if events.is_empty() => self.view.unchanged += 1,
            Ok(_) => {
                self.view.changed += 1;
                self.view.peers += u64::from(is_peer);
            }
            Err(refusal) => {
                let told = DeskError::from(*refusal);
                self.is_of_rights |= told.is_of_rights();
                let reason = ErrorView::from(told).code;
                self.refused(RefusedUsersView { reason, users: 1, names: vec![row.account.name.clone()] });
            }
        }
    }

    fn refused(&mut self, more: RefusedUsersView) {
        let Some(known) = self.view.refused.iter_mut().find(|known| known.reason == more.reason) else {
            return self.view.refused.push(more);
        };
        known.users += more.users;
        let room = NAMED.saturating_sub(known.names.len());
        known.names.extend(more.names.into_iter().take(room));
    }

    fn add(&mut self, batch: Self) {
        self.view.changed += batch.view.changed;
        self.view.unchanged += batch.view.unchanged;
        self.is_of_rights |= batch.is_of_rights;
        for refused in batch.view.refused {
            self.refused(refused);
        }
    }
}

#[cfg(test)]
mod tests;
