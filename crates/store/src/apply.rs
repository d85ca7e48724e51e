//! The one function that applies an event to the tables of facts. Nothing else writes to them (a test holds the code to it). It decides nothing: the rules
//! have spoken when an event exists, except for the conditional write behind a use, which carries every limit once more (incident 7).

pub(crate) mod invitation;
mod people;

use crate::StoreError;
use crate::log::Logged;
use sqlx::SqliteConnection;
use vestibule_domain::Event;

/// Applies one event.
pub(crate) async fn apply(connection: &mut SqliteConnection, logged: &Logged) -> Result<(), StoreError> {
    match &logged.event {
        Event::OrganisationCreated { organisation, name, join_address } => {
            people::organisation(connection, organisation, name, join_address.as_ref(), logged.at).await
        }
        Event::RoleAdded { role } => people::role(connection, role).await,
        Event::DepartmentCreated { department, name } => people::department(connection, department, name).await,
        Event::AccountCreated { account, role, department, joined_through } => {
            people::account(connection, logged, account, role, department.as_ref(), joined_through.as_ref()).await
        }
        Event::PersonErased { account } => people::erase(connection, account).await,
        Event::InvitationCreated { .. } => invitation::created(connection, logged).await,
        Event::InvitationRevoked { invitation } => invitation::revoked(connection, logged, invitation).await,
        Event::InvitationRedeemed { invitation, account } => {
            invitation::redeemed(connection, logged, invitation, account).await
        }
        // History only: they change no table.
        Event::InvitationCopied { .. }
        | Event::RedemptionRefused { .. }
        | Event::SignedIn { .. }
        | Event::SignInFailed { .. }
        | Event::SignedOut { .. }
        | Event::NotPermitted { .. } => Ok(()),
    }
}
