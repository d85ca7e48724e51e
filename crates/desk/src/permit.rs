//! Checks who asks and what they may: for every read, and at the start of every operation. Keeps out changes
//! (`operation`).

use crate::DeskError;
use crate::error::SessionError;
use crate::seat::{Seat, Session};
use vestibule_domain::{AccountState, Standing};
use vestibule_store::{AccountRow, ReadTx};
use vestibule_wire::command::Command;

/// Whether an account has what a command requires.
pub(crate) fn may<C: Command>(who: &Standing) -> bool {
    who.state == AccountState::Active && C::NEEDS.are_met(&who.role.permissions, who.reaches_everything())
}

impl Seat {
    /// The signed-in account as it is now, if it has what the command requires.
    pub(crate) async fn permit<C: Command>(&self) -> Result<AccountRow, DeskError> {
        self.permit_quietly::<C>(false).await
    }

    /// As [`Seat::permit`]; a quiet request comes from a timer and does not count as activity.
    pub(crate) async fn permit_quietly<C: Command>(&self, quiet: bool) -> Result<AccountRow, DeskError> {
        let (_, row) = self.present(quiet).await?;
        let account = row.standing.account;
        let judged = if may::<C>(&row.standing) { Ok(row) } else { Err(DeskError::NotPermitted) };
        self.judged::<C, _>(account, judged).await
    }

    /// The signed-in account as it is now, with the snapshot it was read from. Fails if the session is locked, or must
    /// lock now after inactivity by the current rules.
    pub(crate) async fn present(&self, quiet: bool) -> Result<(ReadTx, AccountRow), DeskError> {
        let session = self.session().ok_or(SessionError::NotSignedIn)?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let (row, policy) = tx.account_under_rules(session.account, session.written()).await?;
        if self.lock_if_idle(session, policy).await {
            return Err(SessionError::Locked.into());
        }
        if !quiet {
            self.stir(session)?;
        }
        Ok((tx, self.still_sits(row, session)?))
    }

    /// Records activity in the session.
    pub(crate) fn stir(&self, session: Session) -> Result<(), DeskError> {
        let now = self.desk.ports().span_time();
        let here = self.amend(session, |session| session.iter_mut().for_each(|session| session.active_at = now));
        if here { Ok(()) } else { Err(SessionError::NotSignedIn.into()) }
    }

    /// The account of a session. Fails if it was suspended or erased since sign-in.
    pub(crate) fn still_sits(&self, row: Option<AccountRow>, session: Session) -> Result<AccountRow, DeskError> {
        match row {
            Some(row) if row.standing.state == AccountState::Active => Ok(row),
            _ => {
                self.amend(session, |session| *session = None);
                Err(SessionError::NotSignedIn.into())
            }
        }
    }
}
