//! The one function that applies an event to the tables of facts. Nothing else writes to them (a test holds the code to it). It decides nothing: the rules
//! have spoken when an event exists, except for the conditional write behind a use, which carries every limit once more (incident 7).

pub(crate) mod invitation;
mod people;

use crate::StoreError;
use crate::log::Logged;
use crate::script::Script;
use vestibule_domain::Event;

/// Applies one event: adds to `script` what it does to the tables.
pub(crate) fn apply(script: &mut Script, logged: &Logged) -> Result<(), StoreError> {
    match &logged.event {
        Event::OrganisationCreated { organisation, name, join_address } => {
            people::organisation(script, organisation, name, join_address.as_ref(), logged.at);
        }
        Event::RoleAdded { role } => people::role(script, role)?,
        Event::DepartmentCreated { department, name } => people::department(script, department, name),
        Event::AccountCreated { account, role, department, joined_through } => {
            people::account(script, logged, account, role, department.as_ref(), joined_through.as_ref());
        }
        Event::PersonErased { account } => people::erase(script, account),
        Event::InvitationCreated { .. } => invitation::created(script, logged)?,
        Event::InvitationRevoked { invitation } => invitation::revoked(script, logged, invitation)?,
        Event::InvitationRedeemed { invitation, account } => {
            invitation::redeemed(script, logged, invitation, account);
        }
        // History only: they change no table.
        Event::InvitationCopied { .. }
        | Event::RedemptionRefused { .. }
        | Event::SignedIn { .. }
        | Event::SignInFailed { .. }
        | Event::SignedOut { .. }
        | Event::NotPermitted { .. } => {}
    }
    Ok(())
}
