//! Who asks, and may they: the one door that every operation goes through. A refusal is written into the audit trail.

use crate::DeskError;
use crate::refusal::Refusal;
use crate::seat::{Seat, Session};
use vestibule_domain::{AccountState, Actor, Event, Policy, Role, SessionId, Standing};
use vestibule_store::{AccountRow, ActorContext, ReadTx, WriteTx};
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

/// Whether somebody has what a command needs.
pub(crate) fn may<C: Command>(who: &Standing) -> bool {
    who.state == AccountState::Active && C::NEEDS.are_met(&who.role.permissions, who.reaches_everything())
}

impl Seat {
    /// The signed-in account as it is now, if it has what the command needs.
    pub(crate) async fn permit<C: Command>(&self) -> Result<AccountRow, DeskError> {
        self.permit_quietly::<C>(false).await
    }

    /// The same; a quiet request is made by a timer and does not keep the session awake.
    pub(crate) async fn permit_quietly<C: Command>(&self, quiet: bool) -> Result<AccountRow, DeskError> {
        let (_, row) = self.present(quiet).await?;
        if may::<C>(&row.standing) { Ok(row) } else { Err(self.refuse::<C>(&row).await?) }
    }

    /// Begins a change as the signed-in account, read inside it: whoever is demoted meanwhile is demoted here.
    pub(crate) async fn permit_change<C: Command>(&self) -> Result<(Acting, WriteTx), DeskError> {
        let session = self.session().ok_or(DeskError::NotSignedIn)?;
        if session.locked {
            return Err(DeskError::SessionLocked);
        }
        let (tx, context) = self.desk.store().await?.begin_write_by(session.account, session.written()).await?;
        let ActorContext { who, organisation, roles, policy } = context;
        if self.rested(session, policy) {
            // Locking is a change of its own.
            drop(tx);
            self.lock_if_idle(session, policy).await;
            return Err(DeskError::SessionLocked);
        }
        self.stir(session)?;
        let who = self.still_sits(who, session)?;
        if !may::<C>(&who.standing) {
            drop(tx);
            return Err(self.refuse::<C>(&who).await?);
        }
        let join = organisation.and_then(|row| row.join_address);
        Ok((Acting { who, roles, policy, join, session: session.id }, tx))
    }

    /// Whoever sits here, as their account is now, unless the session is locked or, by the rules as they are now, has
    /// rested for so long that it locks. With the state in which they were looked up.
    pub(crate) async fn present(&self, quiet: bool) -> Result<(ReadTx, AccountRow), DeskError> {
        let session = self.session().ok_or(DeskError::NotSignedIn)?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let (row, policy) = tx.account_under_rules(session.account, session.written()).await?;
        if self.lock_if_idle(session, policy).await {
            return Err(DeskError::SessionLocked);
        }
        if !quiet {
            self.stir(session)?;
        }
        Ok((tx, self.still_sits(row, session)?))
    }

    /// Somebody did something: the session is awake from now on.
    fn stir(&self, session: Session) -> Result<(), DeskError> {
        let now = self.desk.ports().span_time();
        let here = self.amend(session, |session| session.iter_mut().for_each(|session| session.active_at = now));
        if here { Ok(()) } else { Err(DeskError::NotSignedIn) }
    }

    /// The account behind a session. Whoever was suspended or erased meanwhile sits here no more.
    pub(crate) fn still_sits(&self, row: Option<AccountRow>, session: Session) -> Result<AccountRow, DeskError> {
        match row {
            Some(row) if row.standing.state == AccountState::Active => Ok(row),
            _ => {
                self.amend(session, |session| *session = None);
                Err(DeskError::NotSignedIn)
            }
        }
    }

    /// Ends a change that the rules refuse. Where it is a matter of rights, the trail keeps that they asked.
    pub(crate) async fn refuse_change<C: Command>(
        &self,
        tx: WriteTx,
        acting: &Acting,
        refusal: impl Refusal,
    ) -> Result<DeskError, DeskError> {
        drop(tx);
        self.refuse_by::<C>(&acting.who, refusal).await
    }

    /// The same before any change began.
    pub(crate) async fn refuse_by<C: Command>(
        &self,
        who: &AccountRow,
        refusal: impl Refusal,
    ) -> Result<DeskError, DeskError> {
        if refusal.is_of_rights() {
            self.refuse::<C>(who).await?;
        }
        Ok(refusal.told())
    }

    /// Writes down that somebody asked for what they may not do.
    pub(crate) async fn refuse<C: Command>(&self, who: &AccountRow) -> Result<DeskError, DeskError> {
        let operation = C::NAME;
        let account = who.standing.account;
        let event = Event::NotPermitted { account, operation: operation.to_owned() };
        self.record(&self.desk.store().await?, Actor::Account(account), event).await?;
        tracing::warn!(operation, "not permitted");
        Ok(DeskError::NotPermitted)
    }
}
