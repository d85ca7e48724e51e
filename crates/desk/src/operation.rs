//! The frame of every changing operation: reads the account and its permissions inside the transaction, calls the use
//! case to decide, then stamps, writes and commits its facts, or refuses. Keeps out the decisions.

use crate::error::SessionError;
use crate::jobs::Job;
use crate::permit::may;
use crate::seat::{Seat, Session};
use crate::{Desk, DeskError};
use std::ops::{Deref, DerefMut};
use vestibule_domain::{AccountId, Actor, Event, Fact, InvitationId, Logo, Moment, Policy, Role, SessionId};
use vestibule_store::{
    AccountRow, ActorContext, InvitationRow, PresentedCode, RedemptionContext, Stamp, Store, WriteTx,
};
use vestibule_wire::command::Command;

/// The account that makes a change, with what it is decided from, as read inside the transaction.
pub(crate) struct Acting {
    pub(crate) who: AccountRow,
    /// All roles, highest rank first.
    pub(crate) roles: Vec<Role>,
    pub(crate) policy: Policy,
    /// Base address of invite links; none: not set.
    pub(crate) join: Option<String>,
    /// The session that the request came from.
    pub(crate) session: SessionId,
}

impl Acting {
    /// Whether the password was proved in this session.
    pub(crate) fn has_proved(&self, proof: Option<SessionId>) -> bool {
        proof == Some(self.session)
    }
}

/// An operation in progress.
pub(crate) struct Operation {
    pub(crate) acting: Acting,
    pub(crate) tx: Transaction,
}

/// A write transaction with actor and time. Dropped without commit: rolls back.
pub(crate) struct Transaction {
    tx: WriteTx,
    desk: Desk,
    stamp: WhoAndWhen,
}

/// The stamp of all facts in a transaction.
#[derive(Clone, Copy)]
struct WhoAndWhen {
    by: Actor,
    at: Moment,
}

impl WhoAndWhen {
    /// The stamp, with this device's random source.
    fn to_stamp(self, desk: &Desk) -> Stamp<'_> {
        Stamp { at: self.at, actor: self.by, random: desk.ports() }
    }
}

/// The answer of a completed operation. Only a [`Transaction`] creates one.
pub(crate) struct Ended<T>(T);

impl<T> Ended<T> {
    pub(crate) fn answer(self) -> T {
        self.0
    }

    /// The same completion with another answer.
    pub(crate) fn map<U>(self, other: impl FnOnce(T) -> U) -> Ended<U> {
        Ended(other(self.0))
    }
}

impl Seat {
    /// Runs a command: begins, lets `decide` read, decide and complete, and returns the answer. A refusal changes
    /// nothing; if it concerns rights, it is logged in the trail.
    pub(crate) async fn operate<C: Command, T>(
        &self,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        self.carry_out::<C, T>(true, decide).await
    }

    /// As [`Seat::operate`], as part of a job, for the account that started it.
    pub(crate) async fn operate_for<C: Command, T>(
        &self,
        job: &Job,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        self.carry_out_for::<C, T>(job, true, decide).await
    }

    /// As [`Seat::operate_for`], for one of several changes of a job: locking the screen does not stop it.
    pub(crate) async fn operate_step<C: Command, T>(
        &self,
        job: &Job,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        self.carry_out_for::<C, T>(job, false, decide).await
    }

    async fn carry_out_for<C: Command, T>(
        &self,
        job: &Job,
        needs_open_screen: bool,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        // Before any permission is checked: a refusal must not be logged against somebody who did not ask.
        self.still_begun_by(job)?;
        let still = async |operation: Operation| {
            job.still_of(&operation.acting.who)?;
            decide(operation).await
        };
        self.carry_out::<C, T>(needs_open_screen, still).await
    }

    async fn carry_out<C: Command, T>(
        &self,
        needs_open_screen: bool,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        let session = self.session().ok_or(DeskError::Session(SessionError::NotSignedIn))?;
        let decided = match self.begin_as::<C>(session, needs_open_screen).await {
            Ok(operation) => decide(operation).await,
            Err(error) => Err(error),
        };
        self.judged::<C, T>(session.account, decided.map(Ended::answer)).await
    }

    /// Begins a change as the signed-in account, read inside the transaction, so that a demotion takes effect at once.
    async fn begin_as<C: Command>(&self, session: Session, needs_open_screen: bool) -> Result<Operation, DeskError> {
        if needs_open_screen && session.locked {
            return Err(SessionError::Locked.into());
        }
        let (tx, context) = self.desk.store().await?.begin_write_by(session.account, session.written()).await?;
        let ActorContext { who, organisation, roles, policy } = context;
        if needs_open_screen {
            if self.rested(session, policy) {
                // Locking is a transaction of its own.
                drop(tx);
                self.lock_if_idle(session, policy).await;
                return Err(SessionError::Locked.into());
            }
            self.stir(session)?;
        }
        let who = self.still_sits(who, session)?;
        if !may::<C>(&who.standing) {
            return Err(DeskError::NotPermitted);
        }
        let by = Actor::Account(who.standing.account);
        let join = organisation.and_then(|row| row.join_address);
        let acting = Acting { who, roles, policy, join, session: session.id };
        Ok(Operation { acting, tx: self.desk.stamping(tx, by) })
    }

    /// The result for the caller. A refusal that concerns rights is first logged in the trail, with the command's name.
    pub(crate) async fn judged<C: Command, T>(
        &self,
        account: AccountId,
        decided: Result<T, impl Into<DeskError>>,
    ) -> Result<T, DeskError> {
        let error: DeskError = match decided {
            Ok(answer) => return Ok(answer),
            Err(error) => error.into(),
        };
        if error.is_of_rights() {
            let operation = C::NAME;
            let event = Event::NotPermitted { account, operation: operation.to_owned() };
            self.desk.record(&self.desk.store().await?, Actor::Account(account), event).await?;
            tracing::warn!(operation, "not permitted");
        }
        Err(error)
    }
}

impl Desk {
    /// Begins a change without a signed-in person: a stranger's, or the program's own.
    pub(crate) async fn transaction(&self, store: &Store, by: Actor) -> Result<Transaction, DeskError> {
        Ok(self.stamping(store.begin_write().await?, by))
    }

    /// Begins a change by somebody with a code, and reads everything about the code.
    pub(crate) async fn transaction_at(
        &self,
        presented: PresentedCode<'_>,
    ) -> Result<(Transaction, RedemptionContext), DeskError> {
        let (tx, case) = self.store().await?.begin_write_with_code(presented).await?;
        Ok((self.stamping(tx, Actor::Stranger), case))
    }

    /// Takes the time after the write lock was obtained, so that waiting does not make it stale.
    fn stamping(&self, tx: WriteTx, by: Actor) -> Transaction {
        Transaction { tx, desk: self.clone(), stamp: WhoAndWhen { by, at: self.ports().now() } }
    }

    /// Writes and commits a single event.
    pub(crate) async fn record(&self, store: &Store, by: Actor, event: Event) -> Result<(), DeskError> {
        self.transaction(store, by).await?.commit_facts(&[event.into()], ()).await.map(Ended::answer)
    }
}

impl Deref for Transaction {
    type Target = WriteTx;
    fn deref(&self) -> &WriteTx {
        &self.tx
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut WriteTx {
        &mut self.tx
    }
}

impl Transaction {
    /// The time of everything in this transaction.
    pub(crate) fn now(&self) -> Moment {
        self.stamp.at
    }

    /// A new id with the transaction's time.
    pub(crate) fn id<I>(&self, new: impl FnOnce(Moment, [u8; 10]) -> I) -> I {
        new(self.stamp.at, self.desk.ports().random())
    }

    /// Changes actor and time for the facts that follow.
    pub(crate) fn stamp_by(&mut self, by: Actor, at: Moment) {
        self.stamp = WhoAndWhen { by, at };
    }

    /// Appends the facts of one decision.
    pub(crate) async fn append(&mut self, facts: &[Fact]) -> Result<(), DeskError> {
        Ok(self.tx.append(facts, self.stamp.to_stamp(&self.desk)).await?)
    }

    /// Appends an event, if there is one.
    pub(crate) async fn append_any(&mut self, event: Option<impl Into<Fact>>) -> Result<(), DeskError> {
        match event {
            Some(event) => self.append(&[event.into()]).await,
            None => Ok(()),
        }
    }

    /// Appends many decisions, each of which can later be judged separately.
    pub(crate) async fn append_all(&mut self, decisions: &[&[Fact]]) -> Result<(), DeskError> {
        Ok(self.tx.append_all(decisions, self.stamp.to_stamp(&self.desk)).await?)
    }

    /// Appends the facts of one decision; returns the invitation's state after it.
    pub(crate) async fn append_for(
        &mut self,
        facts: &[Fact],
        invitation: InvitationId,
    ) -> Result<InvitationRow, DeskError> {
        self.tx
            .append_for(facts, self.stamp.to_stamp(&self.desk), invitation)
            .await?
            .ok_or(DeskError::Fault("an invitation"))
    }

    /// Completes without a change.
    pub(crate) fn unchanged<T>(self, answer: T) -> Ended<T> {
        Ended(answer)
    }

    /// Commits everything that was appended.
    pub(crate) async fn commit<T>(self, answer: T) -> Result<Ended<T>, DeskError> {
        self.tx.commit().await?;
        Ok(Ended(answer))
    }

    /// Appends these facts and commits, in one round trip.
    pub(crate) async fn commit_facts<T>(self, facts: &[Fact], answer: T) -> Result<Ended<T>, DeskError> {
        self.tx.commit_facts(facts, self.stamp.to_stamp(&self.desk)).await?;
        Ok(Ended(answer))
    }

    /// As [`Transaction::commit_facts`]; the answer is the invitation's state after it.
    pub(crate) async fn commit_facts_for(
        self,
        facts: &[Fact],
        invitation: InvitationId,
    ) -> Result<Ended<InvitationRow>, DeskError> {
        let row = self.tx.commit_facts_for(facts, self.stamp.to_stamp(&self.desk), invitation).await?;
        row.map(Ended).ok_or(DeskError::Fault("an invitation"))
    }

    /// As [`Transaction::commit_facts`]; also stores an account's password hash (Argon2id).
    pub(crate) async fn commit_facts_with_credential<T>(
        self,
        facts: &[Fact],
        (account, phc): (AccountId, &str),
        answer: T,
    ) -> Result<Ended<T>, DeskError> {
        self.tx.commit_facts_with_credential(facts, self.stamp.to_stamp(&self.desk), account, phc).await?;
        Ok(Ended(answer))
    }

    /// Commits the event that sets the logo, and its picture.
    pub(crate) async fn set_logo(self, png: &[u8], width: u32, height: u32) -> Result<Ended<Logo>, DeskError> {
        Ok(Ended(self.tx.set_logo(png, width, height, self.stamp.to_stamp(&self.desk)).await?))
    }
}
