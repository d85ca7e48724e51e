//! The one function that applies an event to the tables of facts. Nothing else writes to them (a test holds the code to it). It decides nothing: the rules
//! have spoken when an event exists, except for the conditional write behind a use, which carries every limit once more (incident 7).

mod department;
mod device;
pub(crate) mod invitation;
pub(crate) mod logo;
pub(crate) mod many;
pub(crate) mod names;
pub(crate) mod people;
mod tally;

use crate::StoreError;
use crate::log::Logged;
use crate::script::Script;
use vestibule_domain::Event;

/// So many creations that follow each other are written by one statement for each table.
pub(crate) const TOGETHER: usize = 160;

/// How many events were applied.
pub(crate) struct Applied(pub(crate) usize);

/// Applies the first of these events, with the creations that follow it if there are enough of them; at least one event
/// is there.
pub(crate) fn apply_next(script: &mut Script, logged: &[Logged]) -> Result<Applied, StoreError> {
    let run =
        logged.iter().take(TOGETHER).take_while(|one| matches!(one.event, Event::InvitationCreated { .. })).count();
    if run >= TOGETHER {
        invitation::created(script, &logged[..run].iter().collect::<Vec<_>>())?;
        return Ok(Applied(run));
    }
    apply(script, &logged[0])?;
    Ok(Applied(1))
}

/// Each tally with what counts its rows anew.
pub(crate) fn tallies() -> Vec<(&'static str, String)> {
    tally::recounted().into_iter().chain(people::recounted()).collect()
}

/// Makes every tally what the rows add up to.
pub(crate) fn rebuild_tallies(script: &mut Script) {
    for (table, counted) in tallies() {
        script.add(&format!("DELETE FROM {table}"), []);
        script.add(&format!("INSERT INTO {table} {counted}"), []);
    }
}

/// Applies one event: adds to `script` what it does to the tables.
pub(crate) fn apply(script: &mut Script, logged: &Logged) -> Result<(), StoreError> {
    write(script, logged).inspect_err(|error| {
        let (event, seq, version) = (uuid::Uuid::from_bytes(logged.id), logged.seq, logged.version);
        tracing::warn!(%event, seq, version, %error, "an event can't be applied");
    })
}

fn write(script: &mut Script, logged: &Logged) -> Result<(), StoreError> {
    match &logged.event {
        Event::OrganisationCreated { organisation, name, join_address } => {
            people::organisation(script, logged, organisation, name, join_address.as_ref());
        }
        Event::DeviceAdded { device, name, kind } => device::added(script, logged, device, name, *kind),
        Event::RoleAdded { role } => people::role_added(script, logged, role)?,
        Event::RoleChanged { role } => people::role_changed(script, logged, role)?,
        Event::DepartmentCreated { department, name, parent } => {
            department::created(script, logged, department, name, parent.as_ref());
        }
        Event::DepartmentMoved { department, parent } => department::moved(script, logged, department, parent.as_ref()),
        Event::DepartmentRenamed { department, name } => department::renamed(script, logged, department, name),
        Event::GroupCreated { group, name } => people::group(script, logged, group, name),
        Event::PolicySet { .. } => people::policy(script, logged)?,
        Event::LogoSet { logo } => logo::set(script, logged, logo),
        Event::LogoRemoved => logo::removed(script),
        Event::AccountCreated { account, role, department, joined_through, groups } => {
            people::account(script, logged, account, role, department.as_ref(), joined_through.as_ref());
            people::put_into(script, account, groups);
            people::count_new(script, account, groups);
        }
        Event::AccountRoleChanged { account, role } => people::role_assigned(script, logged, account, role),
        Event::AccountMoved { account, department } => people::moved(script, logged, account, department.as_ref()),
        Event::AccountSuspended { account } => people::suspended(script, logged, account),
        Event::AccountReactivated { account } => people::reactivated(script, logged, account),
        Event::ProfileChanged { account } => people::profile(script, logged, account),
        Event::SignedIn { account, .. } => people::signed_in(script, logged, account),
        Event::SessionEnded { account, session } => people::session_ended(script, account, session),
        Event::PasswordSet { account, .. } => people::forget_password(script, account),
        Event::PersonErased { account, invitations } => {
            for invitation in invitations {
                invitation::erased(script, logged, invitation);
            }
            people::erase(script, logged, account);
        }
        Event::InvitationCreated { .. } => invitation::created(script, &[logged])?,
        Event::InvitationDescribed { invitation } => invitation::described(script, logged, invitation),
        Event::InvitationsArchived { invitations } => invitation::archived(script, logged, invitations),
        Event::InvitationRevoked { invitation, replaced_by } => {
            invitation::revoked(script, logged, invitation, replaced_by.as_ref())?;
        }
        Event::InvitationRedeemed { invitation, account } => {
            invitation::redeemed(script, logged, invitation, account);
        }
        // History only: they change no table.
        Event::BackupMade
        | Event::BackupRestored { .. }
        | Event::ClockDoubted { .. }
        | Event::ClockConfirmed { .. }
        | Event::InvitationCopied { .. }
        | Event::InvitationsShown { .. }
        | Event::InvitationsExported { .. }
        | Event::RedemptionRefused { .. }
        | Event::SignInFailed { .. }
        | Event::SignedOut { .. }
        | Event::FileKeyPlaced { .. }
        | Event::RecoveryKeyShown { .. }
        | Event::PasswordCodeIssued { .. }
        | Event::PasswordCodeRefused { .. }
        | Event::NotPermitted { .. } => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests;
