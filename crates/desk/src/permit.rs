//! Who asks, and may they: the one door that every operation goes through. A refusal is written into the audit trail.

use crate::DeskError;
use crate::seat::{Seat, Session};
use vestibule_domain::{Actor, Event, Permission};
use vestibule_store::AccountRow;

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
        let session = self.session().ok_or(DeskError::NotSignedIn)?;
        if self.lock_if_idle(session) {
            return Err(DeskError::SessionLocked);
        }
        let row = self.row_of(session.account).await?;
        if !quiet {
            self.set_session(Some(Session { active_at: self.desk.ports().now(), ..session }));
        }
        if row.standing.may(permission) {
            return Ok(row);
        }
        Err(self.refuse(&row, operation).await?)
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
