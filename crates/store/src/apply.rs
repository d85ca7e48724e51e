//! The one function that applies an event to the tables of facts. Nothing else writes to them (a test holds the code to it). It decides nothing: the rules
//! have spoken when an event exists, except for the conditional write behind a use, which carries every limit once more (incident 7).

pub(crate) mod invitation;
pub(crate) mod logo;
mod people;
mod tally;

use crate::StoreError;
use crate::log::Logged;
use crate::script::Script;
use vestibule_domain::Event;

/// Applies creations that follow each other, together.
pub(crate) fn apply_created(script: &mut Script, logged: &[Logged]) -> Result<(), StoreError> {
    invitation::created(script, logged)
}

/// Applies one event: adds to `script` what it does to the tables.
pub(crate) fn apply(script: &mut Script, logged: &Logged) -> Result<(), StoreError> {
    match &logged.event {
        Event::OrganisationCreated { organisation, name, join_address } => {
            people::organisation(script, organisation, name, join_address.as_ref(), logged.at);
        }
        Event::RoleAdded { role } => people::role(script, role)?,
        Event::DepartmentCreated { department, name } => people::department(script, department, name),
        Event::GroupCreated { group, name } => people::group(script, group, name),
        Event::PolicySet { policy } => people::policy(script, policy)?,
        Event::LogoSet { logo } => logo::set(script, logo),
        Event::LogoRemoved => logo::removed(script),
        Event::AccountCreated { account, role, department, joined_through, groups } => {
            people::account(script, logged, account, role, department.as_ref(), joined_through.as_ref());
            people::put_into(script, account, groups);
        }
        Event::PersonErased { account } => people::erase(script, account),
        Event::InvitationCreated { .. } => invitation::created(script, std::slice::from_ref(logged))?,
        Event::InvitationDescribed { invitation } => invitation::described(script, logged, invitation),
        Event::InvitationsArchived { invitations } => invitation::archived(script, logged, invitations),
        Event::InvitationRevoked { invitation, replaced_by } => {
            invitation::revoked(script, logged, invitation, replaced_by.as_ref())?;
        }
        Event::InvitationRedeemed { invitation, account } => {
            invitation::redeemed(script, logged, invitation, account);
        }
        // History only: they change no table.
        Event::InvitationCopied { .. }
        | Event::InvitationsShown { .. }
        | Event::InvitationsExported { .. }
        | Event::RedemptionRefused { .. }
        | Event::SignedIn { .. }
        | Event::SignInFailed { .. }
        | Event::SignedOut { .. }
        | Event::NotPermitted { .. } => {}
    }
    Ok(())
}
