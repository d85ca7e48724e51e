//! Who asks, and may they: the one door that every operation goes through. A refusal is written into the audit trail.

use crate::DeskError;
use crate::seat::{Seat, Session};
use vestibule_domain::{AccountState, Actor, Event, Permission, Policy, Role};
use vestibule_store::{AccountRow, Change, Grounds, Look};

/// Somebody who may make the change they asked for, and what it is decided from: all as it is inside the change.
pub(crate) struct Acting {
    pub(crate) who: AccountRow,
    /// All roles, highest rank first.
    pub(crate) roles: Vec<Role>,
    pub(crate) policy: Policy,
    /// Where the organisation's invite links lead.
    pub(crate) join: Option<String>,
}

impl Seat {
    /// The signed-in account as it is now, if it may do this. `operation` is the operation's name, for the trail.
    pub(crate) async fn permit(&self, permission: Permission, operation: &str) -> Result<AccountRow, DeskError> {
        self.permit_quietly(permission, operation, false).await
    }

    /// The same; a quiet request is made by a timer and does not keep the session awake.
    pub(crate) async fn permit_quietly(
        &self,
        permission: Permission,
        operation: &str,
        quiet: bool,
    ) -> Result<AccountRow, DeskError> {
        let session = self.awake(quiet).await?;
        let row = self.who_sits(&mut self.desk.store().await?.look().await?, session).await?;
        if row.standing.may(permission) {
            return Ok(row);
        }
        Err(self.refuse(&row, operation).await?)
    }

    /// Begins a change as the signed-in account, read inside it: whoever is demoted meanwhile is demoted here.
    pub(crate) async fn permit_change(
        &self,
        permission: Permission,
        operation: &str,
    ) -> Result<(Acting, Change), DeskError> {
        let session = self.awake(false).await?;
        let (change, grounds) = self.desk.store().await?.change_by(session.account).await?;
        let Grounds { who, organisation, roles, policy } = grounds;
        let who = self.still_sits(who, session)?;
        if who.standing.may(permission) {
            let join = organisation.and_then(|row| row.join_address);
            self.desk.note_policy(policy);
            return Ok((Acting { who, roles, policy, join }, change));
        }
        drop(change);
        Err(self.refuse(&who, operation).await?)
    }

    /// Whoever sits here, if they look after all invitations, and with them after the organisation's rules and its logo.
    pub(crate) async fn permit_overseer(&self, operation: &str) -> Result<AccountRow, DeskError> {
        let who = self.permit(Permission::RevokeInvitations, operation).await?;
        if who.standing.looks_after_invitations() { Ok(who) } else { Err(self.refuse(&who, operation).await?) }
    }

    /// The same, read inside the change.
    pub(crate) async fn permit_overseer_change(&self, operation: &str) -> Result<(Acting, Change), DeskError> {
        let (acting, change) = self.permit_change(Permission::RevokeInvitations, operation).await?;
        if acting.who.standing.looks_after_invitations() {
            return Ok((acting, change));
        }
        drop(change);
        Err(self.refuse(&acting.who, operation).await?)
    }

    /// The session, if somebody sits here and it is not locked.
    pub(crate) async fn awake(&self, quiet: bool) -> Result<Session, DeskError> {
        let session = self.session().ok_or(DeskError::NotSignedIn)?;
        if self.lock_if_idle(session).await {
            return Err(DeskError::SessionLocked);
        }
        let now = self.desk.ports().now();
        let awake =
            quiet || self.amend(session, |session| session.iter_mut().for_each(|session| session.active_at = now));
        if awake { Ok(session) } else { Err(DeskError::NotSignedIn) }
    }

    /// The account behind a session. Whoever was suspended or erased meanwhile sits here no more.
    pub(crate) async fn who_sits(&self, look: &mut Look, session: Session) -> Result<AccountRow, DeskError> {
        self.still_sits(look.account(session.account).await?, session)
    }

    fn still_sits(&self, row: Option<AccountRow>, session: Session) -> Result<AccountRow, DeskError> {
        match row {
            Some(row) if row.standing.state == AccountState::Active => Ok(row),
            _ => {
                self.amend(session, |session| *session = None);
                Err(DeskError::NotSignedIn)
            }
        }
    }

    /// Writes down that somebody asked for what they may not do.
    pub(crate) async fn refuse(&self, who: &AccountRow, operation: &str) -> Result<DeskError, DeskError> {
        let account = who.standing.account;
        let event = Event::NotPermitted { account, operation: operation.to_owned() };
        self.record(&self.desk.store().await?, Actor::Account(account), event).await?;
        tracing::warn!(operation, "not permitted");
        Ok(DeskError::NotPermitted)
    }
}
