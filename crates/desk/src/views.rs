//! Converts rows to views. Without the permission to copy, no view contains a code or link (incident 4).

use crate::permit::may;
use vestibule_domain::{Code, Moment, Permission, Policy, Role, Standing, Status, status};
use vestibule_store::{AccountRow, DepartmentRow, InvitationRow, PersonRow, UseRow};
use vestibule_wire::{
    DepartmentView, InvitationActionsView, InvitationView, PersonView, RoleView, SessionView, UseView, command,
};

/// Displayed instead of an erased person's name.
const ERASED: &str = "—";

pub(crate) fn role(role: &Role) -> RoleView {
    RoleView {
        id: role.id.to_string(),
        name: role.name.clone(),
        rank: role.rank.get().into(),
        needs_department: role.needs_department(),
    }
}

pub(crate) fn department(row: &DepartmentRow) -> DepartmentView {
    DepartmentView { id: row.id.to_string(), name: row.name.clone(), path: row.path.clone() }
}

pub(crate) fn person(row: &PersonRow) -> PersonView {
    let name = if row.name.is_empty() { ERASED.to_owned() } else { row.name.clone() };
    PersonView { id: row.id.to_string(), name, username: row.username.clone() }
}

pub(crate) fn account(row: &AccountRow) -> PersonView {
    person(&PersonRow { id: row.standing.account, name: row.name.clone(), username: row.username.clone() })
}

pub(crate) fn used(row: &UseRow) -> UseView {
    UseView { person: person(&row.person), at: row.at, device: row.device.clone() }
}

pub(crate) fn session(row: &AccountRow, policy: Policy) -> SessionView {
    let who = &row.standing;
    SessionView {
        account: who.account.to_string(),
        name: row.name.clone(),
        email: row.email.clone(),
        username: row.username.clone(),
        role: role(&who.role),
        department: row.department.clone(),
        permissions: who.role.permissions.clone(),
        everywhere: who.reaches_everything(),
        idle_minutes: policy.idle_minutes,
        keep_failed: None,
    }
}

pub(crate) fn invitation(
    row: &InvitationRow,
    uses: &[UseRow],
    who: &Standing,
    join_address: Option<&str>,
    now: Moment,
) -> InvitationView {
    let it = &row.invitation;
    let state = status(it, now);
    let reached = who.reaches(it.department);
    let active = state == Status::Active;
    // None also if this device may not hold the code.
    let code = row.code.as_ref().filter(|_| reached && who.may(Permission::CopyInvitations));
    InvitationView {
        id: it.id.to_string(),
        code: code.map(Code::grouped),
        link: code.map(|code| code.link(join_address)),
        email: it.email.as_ref().map(|email| email.as_str().to_owned()),
        domain: it.domain.as_ref().map(|domain| domain.as_str().to_owned()),
        role: role(&row.role),
        department: row.department.clone(),
        groups: row.groups.clone(),
        label: it.label.as_ref().map(|label| label.as_str().to_owned()),
        note: it.note.as_ref().map(|note| note.as_str().to_owned()),
        status: state,
        usage_limit: it.usage_limit.get(),
        uses: it.uses,
        expires_at: it.expiry.at(),
        created_at: it.created_at,
        created_by: person(&row.creator),
        used_by: uses.iter().map(used).collect(),
        revoked_at: it.revoked.as_ref().map(|end| end.at),
        revoked_by: row.revoked_by.as_ref().map(person),
        revoke_reason: it.revoked.as_ref().and_then(|end| end.reason.as_ref()).map(|why| why.as_str().to_owned()),
        replaces: it.replaces.map(|id| id.to_string()),
        replaced_by: it.replaced_by.map(|id| id.to_string()),
        archived_at: it.archived_at,
        may: InvitationActionsView {
            copy: code.is_some(),
            revoke: reached && active && may::<command::RevokeInvitation>(who),
            replace: reached && active && may::<command::ReplaceInvitation>(who),
            describe: reached && may::<command::DescribeInvitation>(who),
        },
    }
}
