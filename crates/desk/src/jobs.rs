//! Long-running work: runs in the background, reports progress and can be cancelled. Each job is one transaction, so a
//! cancelled or failed job changes nothing. Exceptions: changes of many users, which are decided user by user
//! (`users::many`), and queueing many messages, 500 at a time (`mail::queue`).

use crate::error::{JobError, SessionError};
use crate::permit::may;
use crate::seat::Seat;
use crate::{DeskError, keyfile};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use vestibule_domain::{AccountId, Reach};
use vestibule_store::AccountRow;
use vestibule_wire::command::Command;
use vestibule_wire::{ErrorView, JobRequest, JobResult, JobState, JobView};

/// The number of ended jobs that are kept.
const REMEMBERED: usize = 32;

/// The jobs of a desk. The account that started one can watch and cancel it from any seat.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<HashMap<String, Arc<Job>>>);

/// A job. Its worker counts steps; callers poll its view.
pub(crate) struct Job {
    id: String,
    begun: u64,
    owner: AccountId,
    done: AtomicU64,
    /// 0: not known yet.
    total: AtomicU64,
    cancelled: AtomicBool,
    state: Mutex<JobState>,
}

impl Job {
    /// Sets the number of steps.
    pub(crate) fn expect(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// Who began it.
    pub(crate) fn owner(&self) -> AccountId {
        self.owner
    }

    /// So many steps more are done.
    pub(crate) fn count(&self, steps: u64) {
        self.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// The same; refused once the job was cancelled.
    pub(crate) fn step(&self, steps: u64) -> Result<(), DeskError> {
        self.count(steps);
        if self.cancelled.load(Ordering::Relaxed) { Err(JobError::Cancelled.into()) } else { Ok(()) }
    }

    /// Fails unless the account is the one that started the job: a seat may have another user by now.
    pub(crate) fn still_of(&self, who: &AccountRow) -> Result<(), DeskError> {
        if who.standing.account == self.owner { Ok(()) } else { Err(JobError::Cancelled.into()) }
    }

    fn view(&self) -> JobView {
        let total = self.total.load(Ordering::Relaxed);
        JobView {
            job: self.id.clone(),
            done: self.done.load(Ordering::Relaxed),
            total: (total > 0).then_some(total),
            state: self.state.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    fn ends(&self, state: JobState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

impl Seat {
    /// Checks who is signed in before any permission: a refusal must not be logged against somebody who did not ask.
    pub(crate) fn still_begun_by(&self, job: &Job) -> Result<(), DeskError> {
        let here = self.session().is_some_and(|session| session.account == job.owner);
        if here { Ok(()) } else { Err(JobError::Cancelled.into()) }
    }

    /// The account a job works for, if it is still signed in (also when locked), still has the permission and, with
    /// `reach`, still reaches as far. Called again for each page.
    pub(crate) async fn goes_on<C: Command>(&self, job: &Job, reach: Option<&Reach>) -> Result<AccountRow, DeskError> {
        self.still_begun_by(job)?;
        let session = self.session().ok_or(DeskError::Session(SessionError::NotSignedIn))?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let (row, _) = tx.account_under_rules(session.account, session.written()).await?;
        drop(tx);
        let who = self.still_sits(row, session)?;
        job.still_of(&who)?;
        let is_wide = reach.is_none_or(|reach| who.standing.reach.covers(reach));
        let account = who.standing.account;
        let decided = if is_wide && may::<C>(&who.standing) { Ok(who) } else { Err(DeskError::NotPermitted) };
        self.judged::<C, _>(account, decided).await
    }

    /// Starts `work` for `owner`, with a job to report to.
    pub(crate) fn start<W>(&self, owner: AccountId, work: impl FnOnce(Arc<Job>) -> W) -> JobView
    where
        W: Future<Output = Result<JobResult, DeskError>> + Send + 'static,
    {
        let mut jobs = self.desk.inner.jobs.0.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = jobs.values().map(|job| job.begun + 1).max().unwrap_or(0);
        let job = Arc::new(Job {
            id: keyfile::hex(&self.desk.ports().random::<16>()),
            begun,
            owner,
            done: AtomicU64::new(0),
            total: AtomicU64::new(0),
            cancelled: AtomicBool::new(false),
            state: Mutex::new(JobState::Running),
        });
        jobs.retain(|_, other| {
            other.begun + REMEMBERED as u64 > begun || matches!(other.view().state, JobState::Running)
        });
        jobs.insert(job.id.clone(), job.clone());
        let working = work(job.clone());
        let at_work = job.clone();
        tokio::spawn(async move {
            at_work.ends(match working.await {
                Ok(result) => JobState::Done { result },
                Err(DeskError::Job(JobError::Cancelled)) => JobState::Cancelled,
                Err(error) => JobState::Failed { error: ErrorView::from(error) },
            });
        });
        job.view()
    }

    /// Progress of a job.
    pub async fn job(&self, request: JobRequest) -> Result<JobView, DeskError> {
        Ok(self.own_job(&request).await?.view())
    }

    /// Cancels a job. One that has ended is not changed.
    pub async fn cancel_job(&self, request: JobRequest) -> Result<JobView, DeskError> {
        let job = self.own_job(&request).await?;
        job.cancelled.store(true, Ordering::Relaxed);
        Ok(job.view())
    }

    /// A job of the signed-in account. Those of others are not found.
    async fn own_job(&self, request: &JobRequest) -> Result<Arc<Job>, DeskError> {
        // Progress bars poll, which must not keep the session awake.
        let (_, who) = self.present(true).await?;
        let jobs = self.desk.inner.jobs.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = jobs.get(&request.job).filter(|job| job.owner == who.standing.account);
        own.cloned().ok_or(DeskError::Job(JobError::Unknown))
    }
}
