//! The only function that applies an event to the tables of facts; a test fails if other code writes to them. It
//! decides nothing, since the rules ran before the event was created. One exception: the conditional update of a
//! redemption repeats every limit (incident 7).

mod counts;
mod department;
mod device;
pub(crate) mod invitation;
pub(crate) mod logo;
pub(crate) mod many;
pub(crate) mod names;
pub(crate) mod people;

use crate::StoreError;
use crate::batch::Batch;
use crate::log::LoggedEvent;
use vestibule_domain::Event;

/// Consecutive creations that are written by one statement per table.
pub(crate) const TOGETHER: usize = 160;

/// How many events were applied.
pub(crate) struct Applied(pub(crate) usize);

/// Applies the first of these events, together with the creations that follow it if there are enough. `logged` is not
/// empty.
pub(crate) fn apply_next(batch: &mut Batch, logged: &[LoggedEvent]) -> Result<Applied, StoreError> {
    let run =
        logged.iter().take(TOGETHER).take_while(|one| matches!(one.event, Event::InvitationCreated { .. })).count();
    if run >= TOGETHER {
        invitation::created(batch, &logged[..run].iter().collect::<Vec<_>>())?;
        return Ok(Applied(run));
    }
    apply(batch, &logged[0])?;
    Ok(Applied(1))
}

/// Each table of counts with the query that recounts it from the rows.
pub(crate) fn counts() -> Vec<(&'static str, String)> {
    counts::recounted().into_iter().chain(people::recounted()).collect()
}

/// Recounts all counts from the rows.
pub(crate) fn rebuild_counts(batch: &mut Batch) {
    for (table, counted) in counts() {
        batch.add(&format!("DELETE FROM {table}"), []);
        batch.add(&format!("INSERT INTO {table} {counted}"), []);
    }
}

/// Applies one event: adds its changes of the tables to `batch`.
pub(crate) fn apply(batch: &mut Batch, logged: &LoggedEvent) -> Result<(), StoreError> {
    write(batch, logged).inspect_err(|error| {
        let (event, seq, version) = (uuid::Uuid::from_bytes(logged.id), logged.seq, logged.version);
        tracing::warn!(%event, seq, version, %error, "an event can't be applied");
    })
}

fn write(batch: &mut Batch, logged: &LoggedEvent) -> Result<(), StoreError> {
    match &logged.event {
        Event::OrganisationCreated { organisation, name, join_address } => {
            people::organisation(batch, logged, organisation, name, join_address.as_ref());
        }
        Event::DeviceAdded { device, name, kind } => device::added(batch, logged, device, name, *kind),
        Event::RoleAdded { role } => people::role_added(batch, logged, role)?,
        Event::RoleChanged { role } => people::role_changed(batch, logged, role)?,
        Event::DepartmentCreated { department, name, parent } => {
            department::created(batch, logged, department, name, parent.as_ref());
        }
        Event::DepartmentMoved { department, parent } => department::moved(batch, logged, department, parent.as_ref()),
        Event::DepartmentRenamed { department, name } => department::renamed(batch, logged, department, name),
        Event::GroupCreated { group, name } => people::group(batch, logged, group, name),
        Event::PolicySet { .. } => people::policy(batch, logged)?,
        Event::LogoSet { logo } => logo::set(batch, logged, logo),
        Event::LogoRemoved => logo::removed(batch),
        Event::AccountCreated { account, role, department, joined_through, groups } => {
            people::account(batch, logged, account, role, department.as_ref(), joined_through.as_ref());
            people::put_into(batch, account, groups);
            people::count_new(batch, account, groups);
        }
        Event::AccountRoleChanged { account, role } => people::role_assigned(batch, logged, account, role),
        Event::AccountMoved { account, department } => people::moved(batch, logged, account, department.as_ref()),
        Event::AccountSuspended { account } => people::suspended(batch, logged, account),
        Event::AccountReactivated { account } => people::reactivated(batch, logged, account),
        Event::ProfileChanged { account } => people::profile(batch, logged, account),
        Event::SignedIn { account, .. } => people::signed_in(batch, logged, account),
        Event::SessionEnded { account, session } => people::session_ended(batch, account, session),
        Event::PasswordSet { account, .. } => people::forget_password(batch, account),
        Event::PersonErased { account, invitations } => {
            for invitation in invitations {
                invitation::erased(batch, logged, invitation);
            }
            people::erase(batch, logged, account);
        }
        Event::InvitationCreated { .. } => invitation::created(batch, &[logged])?,
        Event::InvitationDescribed { invitation } => invitation::described(batch, logged, invitation),
        Event::InvitationsArchived { invitations } => invitation::archived(batch, logged, invitations),
        Event::InvitationRevoked { invitation, replaced_by } => {
            invitation::revoked(batch, logged, invitation, replaced_by.as_ref())?;
        }
        Event::InvitationRedeemed { invitation, account } => {
            invitation::redeemed(batch, logged, invitation, account);
        }
        // History only: no table changes.
        Event::BackupMade
        | Event::BackupRestored { .. }
        | Event::ClockDoubted { .. }
        | Event::ClockConfirmed { .. }
        | Event::InvitationCopied { .. }
        | Event::InvitationsShown { .. }
        | Event::InvitationSent { .. }
        | Event::InvitationsExported { .. }
        | Event::PeopleExported { .. }
        | Event::RedemptionRefused { .. }
        | Event::SignInFailed { .. }
        | Event::SignedOut { .. }
        | Event::FileKeyPlaced { .. }
        | Event::RecoveryKeyShown { .. }
        | Event::PasswordCodeIssued { .. }
        | Event::PasswordCodeRefused { .. }
        | Event::ProfileRefused { .. }
        | Event::NotPermitted { .. } => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests;
