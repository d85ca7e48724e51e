//! The audit trail, for those who may see it. Contains no invitation codes.

use crate::error::OrganisationError;
use crate::operation::Ended;
use crate::seat::Seat;
use crate::{DeskError, anchor, fields, views};
use std::collections::HashMap;
use vestibule_domain::{AccountId, Actor, Event, InvitationId, KeyPlace, Moment, PasswordWay};
use vestibule_store::{AuditRow, PersonRow, ReadEvent};
use vestibule_wire::{AuditEventView, AuditPageView, AuditVerifyView, ListAuditRequest, VerifyAuditRequest, command};

impl Seat {
    /// A page of the trail, newest first.
    pub async fn list_audit(&self, request: ListAuditRequest) -> Result<AuditPageView, DeskError> {
        self.permit::<command::ListAudit>().await?;
        fields::check_page(request.page, request.page_size)?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let skip = u64::from(request.page - 1) * u64::from(request.page_size);
        let page = tx.audit(skip, request.page_size).await?;
        let about: Vec<AccountId> = page.items.iter().filter_map(|row| account_of(&row.event)).collect();
        let people = tx.people(&about).await?;
        let items = page.items.into_iter().map(|row| event_view(&people, row)).collect();
        Ok(AuditPageView { items, total: page.total, page: request.page, page_size: request.page_size })
    }

    /// Walks the hash chains, compares a replay with the tables, and looks for the noted head. Needs only an open file,
    /// since it returns numbers, not contents.
    pub async fn verify_audit(&self, request: VerifyAuditRequest) -> Result<AuditVerifyView, DeskError> {
        let given = request
            .head
            .as_deref()
            .map(|text| anchor::parse_head(text).ok_or(DeskError::Organisation(OrganisationError::HeadMalformed)))
            .transpose()?;
        let store = self.desk.store().await?;
        let verified = store.verify().await?;
        let noted = match given {
            Some(given) => Some(given),
            None => self.desk.noted_head().await,
        };
        let mut tx = store.begin_read().await?;
        let holds_noted = match &noted {
            Some(noted) => Some(tx.holds(noted).await?),
            None => None,
        };
        let head = tx.head().await?.as_ref().map(anchor::format_head);
        let lacks = noted.filter(|_| holds_noted == Some(false)).map(|noted| {
            let seq = noted.seq;
            format!("it does not hold event {seq} as it was noted: its end was cut off, or an older file was put back")
        });
        let problem = verified.broken.as_ref().map(|at| at.problem.clone()).or(lacks);
        let problem = problem.or_else(|| {
            let tables = verified.tables.join(", ");
            (!tables.is_empty()).then(|| format!("the tables do not say what the events give: {tables}"))
        });
        Ok(AuditVerifyView {
            complete: problem.is_none() && verified.counts.is_empty(),
            events: verified.events,
            // 0: no event is at fault; the tables differ.
            breaks_at: verified.broken.as_ref().map(|at| at.seq).filter(|seq| *seq > 0),
            problem,
            tables: verified.tables,
            counts: verified.counts,
            head,
            holds_noted,
        })
    }

    /// Recounts all counts from the rows. Counts are not facts and nothing is shown, so it needs only an open file.
    pub async fn rebuild_counts(&self) -> Result<(), DeskError> {
        let mut tx = self.desk.transaction(&self.desk.store().await?, Actor::Vestibule).await?;
        tx.rebuild_counts().await?;
        tx.commit(()).await.map(Ended::answer)
    }
}

pub(crate) fn event_view(people: &HashMap<AccountId, PersonRow>, row: AuditRow) -> AuditEventView {
    let who = account_of(&row.event).map(|account| named(people, account));
    let (event, outcome, subject) = match &row.event {
        ReadEvent::Known(event) => told(event, &row, who),
        ReadEvent::Unknown { name } => (name.as_str(), "unknown", None),
    };
    AuditEventView {
        id: row.id.to_string(),
        seq: row.seq,
        at: row.at,
        event: event.to_owned(),
        actor: row.actor.as_ref().map(views::person),
        device: row.device.clone(),
        outcome: outcome.to_owned(),
        subject,
    }
}

/// An event's name, outcome and subject. `who`: username of the account that it concerns.
fn told(event: &Event, row: &AuditRow, who: Option<String>) -> (&'static str, &'static str, Option<String>) {
    match event {
        Event::OrganisationCreated { name, .. } => ("organisation_created", "done", Some(name.as_str().to_owned())),
        Event::DeviceAdded { name, .. } => ("device_added", "done", Some(name.as_str().to_owned())),
        Event::RoleAdded { role } => ("role_added", "done", Some(role.name.clone())),
        Event::RoleChanged { role } => ("role_changed", "done", Some(role.name.clone())),
        Event::DepartmentCreated { name, .. } => ("department_created", "done", Some(name.as_str().to_owned())),
        Event::DepartmentMoved { department, .. } => ("department_moved", "done", Some(department.to_string())),
        Event::DepartmentRenamed { name, .. } => ("department_renamed", "done", Some(name.as_str().to_owned())),
        Event::AccountCreated { .. } => ("account_created", "done", who),
        Event::AccountRoleChanged { role, .. } => {
            ("account_role_changed", "done", Some(format!("{} ({role})", who.unwrap_or_default())))
        }
        Event::AccountMoved { .. } => ("account_moved", "done", who),
        Event::AccountSuspended { .. } => ("account_suspended", "done", who),
        Event::AccountReactivated { .. } => ("account_reactivated", "done", who),
        Event::ProfileChanged { .. } => ("profile_changed", "done", who),
        Event::InvitationCreated { invitation, .. } => ("invitation_created", "done", Some(invitation.to_string())),
        Event::GroupCreated { name, .. } => ("group_created", "done", Some(name.as_str().to_owned())),
        Event::PolicySet { .. } => ("policy_set", "done", None),
        Event::LogoSet { logo } => ("logo_set", "done", Some(logo.picture.to_string())),
        Event::LogoRemoved => ("logo_removed", "done", None),
        Event::ClockDoubted { clock, .. } => ("clock_doubted", "done", Some(rfc3339(*clock))),
        Event::ClockConfirmed { clock, .. } => ("clock_confirmed", "done", Some(rfc3339(*clock))),
        Event::BackupRestored { device, .. } => ("backup_restored", "done", Some(device.to_string())),
        Event::BackupMade => ("backup_made", "done", None),
        Event::InvitationDescribed { invitation } => ("invitation_described", "done", Some(invitation.to_string())),
        Event::InvitationsShown { invitations, .. } => ("invitations_shown", "done", Some(which(invitations))),
        Event::InvitationsArchived { invitations } => ("invitations_archived", "done", Some(which(invitations))),
        Event::InvitationsExported { rows, form } => ("invitations_exported", "done", Some(exported(*rows, form, row))),
        Event::PeopleExported { rows, form } => ("people_exported", "done", Some(exported(*rows, form, row))),
        Event::InvitationCopied { invitation, .. } => ("invitation_copied", "done", Some(invitation.to_string())),
        Event::InvitationSent { invitation, .. } => ("invitation_sent", "done", Some(invitation.to_string())),
        Event::InvitationRevoked { invitation, .. } => ("invitation_revoked", "done", Some(invitation.to_string())),
        Event::InvitationRedeemed { invitation, .. } => ("invitation_redeemed", "done", Some(invitation.to_string())),
        Event::RedemptionRefused { invitation, cause, repeats } => {
            let cause = counted(cause, *repeats);
            let which = invitation.map(|id| id.to_string());
            ("redemption_refused", "refused", Some(which.map_or(cause.clone(), |id| format!("{id} ({cause})"))))
        }
        Event::ProfileRefused { cause, repeats, .. } => {
            let who = who.unwrap_or_default();
            ("profile_refused", "refused", Some(format!("{who} ({})", counted(cause, *repeats))))
        }
        Event::SignedIn { .. } => ("signed_in", "done", who),
        Event::SignInFailed { .. } => ("sign_in_failed", "refused", who),
        Event::SignedOut { .. } => ("signed_out", "done", who),
        Event::SessionEnded { .. } => ("session_ended", "done", who),
        Event::NotPermitted { operation, .. } => ("not_permitted", "not_permitted", Some(operation.clone())),
        Event::FileKeyPlaced { place } => ("file_key_placed", "done", Some(placed(*place).to_owned())),
        Event::RecoveryKeyShown { .. } => ("recovery_key_shown", "done", who),
        Event::PasswordCodeIssued { .. } => ("password_code_issued", "done", who),
        Event::PasswordSet { way, .. } => {
            let who = who.unwrap_or_default();
            ("password_set", "done", Some(format!("{who} ({})", by(*way))))
        }
        Event::PasswordCodeRefused { .. } => ("password_code_refused", "refused", who),
        Event::PersonErased { account, .. } => ("person_erased", "done", Some(account.to_string())),
    }
}

/// A refusal's name, and how many repeats were only counted.
fn counted(cause: &str, repeats: u32) -> String {
    if repeats == 0 { cause.to_owned() } else { format!("{cause}, {repeats} more before") }
}

/// An export as text: number of rows, format and filter.
fn exported(rows: u64, form: &str, row: &AuditRow) -> String {
    let filter = row.personal.filter.as_ref().map(|filter| format!(": {filter}")).unwrap_or_default();
    format!("{rows} ({form}){filter}")
}

/// The account that an event concerns, if the account's username is the best description.
pub(crate) fn account_of(event: &ReadEvent) -> Option<AccountId> {
    let ReadEvent::Known(event) = event else { return None };
    match event.as_ref() {
        Event::AccountCreated { account, .. }
        | Event::AccountRoleChanged { account, .. }
        | Event::AccountMoved { account, .. }
        | Event::AccountSuspended { account }
        | Event::AccountReactivated { account }
        | Event::ProfileChanged { account }
        | Event::ProfileRefused { account, .. }
        | Event::SessionEnded { account, .. }
        | Event::SignedIn { account, .. }
        | Event::SignedOut { account }
        | Event::RecoveryKeyShown { account }
        | Event::PasswordCodeIssued { account, .. }
        | Event::PasswordSet { account, .. } => Some(*account),
        Event::SignInFailed { account, .. } | Event::PasswordCodeRefused { account } => *account,
        _ => None,
    }
}

/// In UTC, with whole seconds.
pub(crate) fn rfc3339(at: Moment) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Where the file's key is kept, as text.
fn placed(place: KeyPlace) -> &'static str {
    match place {
        KeyPlace::Keychain => "keychain, by the recovery key",
        KeyPlace::Passphrase => "new passphrase, by the recovery key",
    }
}

/// How a password was authorised, as text.
fn by(way: PasswordWay) -> &'static str {
    match way {
        PasswordWay::RecoveryKey => "by the recovery key",
        PasswordWay::Code => "by a one-time code",
        PasswordWay::Password => "by the password before",
    }
}

/// One invitation by its id, several by their number.
fn which(invitations: &[InvitationId]) -> String {
    match invitations {
        [one] => one.to_string(),
        many => many.len().to_string(),
    }
}

fn named(people: &HashMap<AccountId, PersonRow>, account: AccountId) -> String {
    let username = people.get(&account).map(|person| person.username.clone()).filter(|name| !name.is_empty());
    username.unwrap_or_else(|| account.to_string())
}
