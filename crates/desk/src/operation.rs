//! An operation, from its one begin to its one end: who asks and whether they may is read inside the transaction, a use
//! case decides, and what it decided is stamped, written and committed here, or refused here. Keeps out the deciding.

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

/// Somebody who may make the change they asked for, and what it is decided from: all as it is inside the change.
pub(crate) struct Acting {
    pub(crate) who: AccountRow,
    /// All roles, highest rank first.
    pub(crate) roles: Vec<Role>,
    pub(crate) policy: Policy,
    /// Where the organisation's invite links lead.
    pub(crate) join: Option<String>,
    /// Who acts sits in it.
    pub(crate) session: SessionId,
}

impl Acting {
    /// Whether whoever acts has just proved who they are: in this session, and no other.
    pub(crate) fn has_proved(&self, proof: Option<SessionId>) -> bool {
        proof == Some(self.session)
    }
}

/// An operation that has begun.
pub(crate) struct Operation {
    pub(crate) acting: Acting,
    pub(crate) tx: Transaction,
}

/// A write transaction that knows who makes it and when. Dropped without an end, it never was.
pub(crate) struct Transaction {
    tx: WriteTx,
    desk: Desk,
    stamp: WhoAndWhen,
}

/// What all facts of a transaction are stamped with.
#[derive(Clone, Copy)]
struct WhoAndWhen {
    by: Actor,
    at: Moment,
}

impl WhoAndWhen {
    /// With this device's own randomness for ids.
    fn of(self, desk: &Desk) -> Stamp<'_> {
        Stamp { at: self.at, actor: self.by, random: desk.ports() }
    }
}

/// The answer of an operation that has come to its end. Only a [`Transaction`] makes one.
pub(crate) struct Ended<T>(T);

impl<T> Ended<T> {
    pub(crate) fn answer(self) -> T {
        self.0
    }

    /// The same end with another answer.
    pub(crate) fn map<U>(self, other: impl FnOnce(T) -> U) -> Ended<U> {
        Ended(other(self.0))
    }
}

impl Seat {
    /// Does what a command asks for: begins, lets `decide` read, decide and end, and answers. What is refused leaves
    /// nothing behind, but for the line in the trail where somebody asked for more than they may.
    pub(crate) async fn operate<C: Command, T>(
        &self,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        self.carry_out::<C, T>(true, decide).await
    }

    /// The same as the work of a job, for who began it and nobody else.
    pub(crate) async fn operate_for<C: Command, T>(
        &self,
        job: &Job,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        // Before anybody's rights are looked at: who sits here by now has asked for nothing.
        self.still_begun_by(job)?;
        let still = async |operation: Operation| {
            job.still_of(&operation.acting.who)?;
            decide(operation).await
        };
        self.operate::<C, T>(still).await
    }

    /// The same for one of several changes of a job: a screen that is locked meanwhile stops nothing.
    pub(crate) async fn operate_step<C: Command, T>(
        &self,
        job: &Job,
        decide: impl AsyncFnOnce(Operation) -> Result<Ended<T>, DeskError>,
    ) -> Result<T, DeskError> {
        self.still_begun_by(job)?;
        let still = async |operation: Operation| {
            job.still_of(&operation.acting.who)?;
            decide(operation).await
        };
        self.carry_out::<C, T>(false, still).await
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

    /// Begins a change as the signed-in account, read inside it: whoever is demoted meanwhile is demoted here.
    async fn begin_as<C: Command>(&self, session: Session, needs_open_screen: bool) -> Result<Operation, DeskError> {
        if needs_open_screen && session.locked {
            return Err(SessionError::Locked.into());
        }
        let (tx, context) = self.desk.store().await?.begin_write_by(session.account, session.written()).await?;
        let ActorContext { who, organisation, roles, policy } = context;
        if needs_open_screen {
            if self.rested(session, policy) {
                // Locking is a change of its own.
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

    /// What somebody is told of what was decided. A refusal that is a matter of rights is written into the trail first,
    /// under the command's name.
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
    /// Begins a change that no command of a signed-in person is behind: a stranger's, or the program's own.
    pub(crate) async fn transaction(&self, store: &Store, by: Actor) -> Result<Transaction, DeskError> {
        Ok(self.stamping(store.begin_write().await?, by))
    }

    /// The same for who came with a code, with everything that bears on it.
    pub(crate) async fn transaction_at(
        &self,
        presented: PresentedCode<'_>,
    ) -> Result<(Transaction, RedemptionContext), DeskError> {
        let (tx, case) = self.store().await?.begin_write_with_code(presented).await?;
        Ok((self.stamping(tx, Actor::Stranger), case))
    }

    /// The time is taken inside: whoever waited for the lock is judged by the time at which it is their turn.
    fn stamping(&self, tx: WriteTx, by: Actor) -> Transaction {
        Transaction { tx, desk: self.clone(), stamp: WhoAndWhen { by, at: self.ports().now() } }
    }

    /// One event, by itself.
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
    /// The time at which all of it happens.
    pub(crate) fn now(&self) -> Moment {
        self.stamp.at
    }

    /// A new id, of this time.
    pub(crate) fn id<I>(&self, new: impl FnOnce(Moment, [u8; 10]) -> I) -> I {
        new(self.stamp.at, self.desk.ports().random())
    }

    /// Somebody else does what follows, or at another time.
    pub(crate) fn stamp_by(&mut self, by: Actor, at: Moment) {
        self.stamp = WhoAndWhen { by, at };
    }

    /// Appends the facts of one decision.
    pub(crate) async fn append(&mut self, facts: &[Fact]) -> Result<(), DeskError> {
        Ok(self.tx.append(facts, self.stamp.of(&self.desk)).await?)
    }

    /// Appends an event that was decided, if anything changes.
    pub(crate) async fn append_any(&mut self, event: Option<impl Into<Fact>>) -> Result<(), DeskError> {
        match event {
            Some(event) => self.append(&[event.into()]).await,
            None => Ok(()),
        }
    }

    /// The same with many decisions, each of which is judged by itself wherever it is judged again.
    pub(crate) async fn append_all(&mut self, decisions: &[&[Fact]]) -> Result<(), DeskError> {
        Ok(self.tx.append_all(decisions, self.stamp.of(&self.desk)).await?)
    }

    /// Appends the facts of one decision, and how an invitation stands then.
    pub(crate) async fn append_for(
        &mut self,
        facts: &[Fact],
        invitation: InvitationId,
    ) -> Result<InvitationRow, DeskError> {
        self.tx.append_for(facts, self.stamp.of(&self.desk), invitation).await?.ok_or(DeskError::Fault("an invitation"))
    }

    /// The end where nothing changes.
    pub(crate) fn unchanged<T>(self, answer: T) -> Ended<T> {
        Ended(answer)
    }

    /// The end: everything that was appended becomes true at once.
    pub(crate) async fn commit<T>(self, answer: T) -> Result<Ended<T>, DeskError> {
        self.tx.commit().await?;
        Ok(Ended(answer))
    }

    /// The end with these facts, on one trip.
    pub(crate) async fn commit_facts<T>(self, facts: &[Fact], answer: T) -> Result<Ended<T>, DeskError> {
        self.tx.commit_facts(facts, self.stamp.of(&self.desk)).await?;
        Ok(Ended(answer))
    }

    /// The same; the answer is how an invitation stands then.
    pub(crate) async fn commit_facts_for(
        self,
        facts: &[Fact],
        invitation: InvitationId,
    ) -> Result<Ended<InvitationRow>, DeskError> {
        let row = self.tx.commit_facts_for(facts, self.stamp.of(&self.desk), invitation).await?;
        row.map(Ended).ok_or(DeskError::Fault("an invitation"))
    }

    /// The same, and somebody's password (its Argon2id hash) with it.
    pub(crate) async fn commit_facts_with_credential<T>(
        self,
        facts: &[Fact],
        (account, phc): (AccountId, &str),
        answer: T,
    ) -> Result<Ended<T>, DeskError> {
        self.tx.commit_facts_with_credential(facts, self.stamp.of(&self.desk), account, phc).await?;
        Ok(Ended(answer))
    }

    /// The end with the event that sets the logo, and its picture.
    pub(crate) async fn set_logo(self, png: &[u8], width: u32, height: u32) -> Result<Ended<Logo>, DeskError> {
        Ok(Ended(self.tx.set_logo(png, width, height, self.stamp.of(&self.desk)).await?))
    }
}
