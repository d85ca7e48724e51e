//! Whether this person may make this invitation. Keeps out how the code and the ids are made.

use crate::{
    Code, DepartmentId, DepartmentName, Email, EmailDomain, Event, Expiry, ExpiryError, ExpiryInput, Fact, GroupId,
    GroupName, InvitationId, Label, Moment, Note, Permission, Personal, Policy, Role, Standing, UsageLimit,
};

/// The invitation that somebody asks for.
#[derive(Debug, Clone)]
pub struct InvitationDraft<'a> {
    /// Only this address may redeem it.
    pub email: Option<Email>,
    /// Only addresses of this domain may redeem it; excludes `email`.
    pub domain: Option<EmailDomain>,
    /// The role, as it is now.
    pub role: &'a Role,
    /// The newcomer's department: an existing one, or a new one with its id.
    pub department: Option<DepartmentChoice>,
    /// The newcomer's groups, existing or new.
    pub groups: Vec<GroupChoice>,
    /// The requested expiry, not yet checked.
    pub expires: ExpiryInput,
    /// How many people may use it.
    pub usage_limit: UsageLimit,
    /// What it is for, in the creator's words.
    pub label: Option<Label>,
    /// Longer remark, for those who look after the invitation.
    pub note: Option<Note>,
}

/// The newcomer's department.
#[derive(Debug, Clone)]
pub enum DepartmentChoice {
    /// It exists already.
    Existing(DepartmentId),
    /// An earlier decision of the same change creates it.
    Made {
        /// The id it gets there.
        id: DepartmentId,
        /// The nearest department above it that existed before the change; none: there is none.
        place: Option<DepartmentId>,
    },
    /// It is created along with the invitation.
    New {
        /// The id it will have.
        id: DepartmentId,
        /// Its own name, without the path.
        name: DepartmentName,
        /// The department that it is under; none: it stands at the top.
        parent: Option<DepartmentId>,
        /// The nearest department above it that existed before; none: there is none.
        place: Option<DepartmentId>,
    },
}

/// A group that exists, or one to be made.
#[derive(Debug, Clone)]
pub enum GroupChoice {
    /// It exists already.
    Existing(GroupId),
    /// It is created along with the invitation.
    New(GroupId, GroupName),
}

impl GroupChoice {
    fn id(&self) -> GroupId {
        match self {
            Self::Existing(id) | Self::New(id, _) => *id,
        }
    }
}

/// The id and the code that the caller generated.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Made by the caller, from clock and random bytes.
    pub id: InvitationId,
    /// The code that lets a newcomer in.
    pub code: Code,
}

/// Why the invitation is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreateRefusal {
    /// The role may not create invitations at all.
    #[error("your role may not create invitations")]
    NotPermitted,
    /// The role is not strictly lower than the asker's, or not of Staff rank from within a division.
    #[error("you can only invite into roles that rank below your own")]
    RoleNotAllowed,
    /// The asker may only use their own division.
    #[error("you can only invite into your own department")]
    DepartmentNotAllowed,
    /// The department is new, and the asker's role may not create one.
    #[error("your role may not make a new department")]
    NewDepartmentNotAllowed,
    /// The role needs a department, and none is given.
    #[error("this role needs a department")]
    DepartmentRequired,
    /// From within a division, only groups that exist can be used.
    #[error("your role may not make a new group")]
    GroupNotAllowed,
    /// Bound to an address and to a domain at once.
    #[error("bind an invitation to an address or to a domain, not to both")]
    BoundTwice,
    /// Policy requires an address or a domain.
    #[error("every invitation must be bound to an address or a domain")]
    BindingRequired,
    /// Why the expiry is not valid.
    #[error(transparent)]
    Expiry(#[from] ExpiryError),
}

/// Decides. A person whose reach is a division has it preset: leaving the department out means their own.
pub fn create_invitation(
    who: &Standing,
    draft: InvitationDraft<'_>,
    made: NewInvitation,
    policy: &Policy,
    now: Moment,
) -> Result<Vec<Fact>, CreateRefusal> {
    create_in_place_of(who, draft, made, None, policy, now)
}

pub(super) fn create_in_place_of(
    who: &Standing,
    draft: InvitationDraft<'_>,
    made: NewInvitation,
    replaces: Option<InvitationId>,
    policy: &Policy,
    now: Moment,
) -> Result<Vec<Fact>, CreateRefusal> {
    if !who.may(Permission::CreateInvitations) {
        return Err(CreateRefusal::NotPermitted);
    }
    if !who.may_grant(draft.role) {
        return Err(CreateRefusal::RoleNotAllowed);
    }
    let own = who.department.map(DepartmentChoice::Existing);
    let choice = if who.reaches_everything() { draft.department } else { draft.department.or(own) };
    // A new department counts as the nearest existing one above it.
    let (department, place) = match &choice {
        Some(DepartmentChoice::Existing(id)) => (Some(*id), Some(*id)),
        Some(DepartmentChoice::Made { id, place } | DepartmentChoice::New { id, place, .. }) => (Some(*id), *place),
        None => (None, None),
    };
    if !who.reaches(place) {
        return Err(CreateRefusal::DepartmentNotAllowed);
    }
    if place != department && !who.may(Permission::ManageDepartments) {
        return Err(CreateRefusal::NewDepartmentNotAllowed);
    }
    if draft.role.needs_department() && department.is_none() {
        return Err(CreateRefusal::DepartmentRequired);
    }
    match (&draft.email, &draft.domain) {
        (Some(_), Some(_)) => return Err(CreateRefusal::BoundTwice),
        (None, None) if policy.binding_required => return Err(CreateRefusal::BindingRequired),
        _ => {}
    }
    let expiry = Expiry::decide(draft.expires, policy, now)?;
    let mut facts = Vec::with_capacity(2);
    let mut groups: Vec<GroupId> = Vec::with_capacity(draft.groups.len());
    for group in draft.groups {
        if groups.contains(&group.id()) {
            continue;
        }
        groups.push(group.id());
        if let GroupChoice::New(group, name) = group {
            if !who.may(Permission::ManageGroups) || !who.reaches_everything() {
                return Err(CreateRefusal::GroupNotAllowed);
            }
            facts.push(Event::GroupCreated { group, name }.into());
        }
    }
    if let Some(DepartmentChoice::New { id: department, name, parent, .. }) = choice {
        facts.push(Event::DepartmentCreated { department, name, parent }.into());
    }
    facts.push(Fact {
        event: Event::InvitationCreated {
            invitation: made.id,
            code: made.code,
            role: draft.role.id,
            department,
            usage_limit: draft.usage_limit,
            expiry,
            domain: draft.domain,
            groups,
            replaces,
        },
        personal: Personal { email: draft.email, label: draft.label, note: draft.note, ..Personal::default() },
    });
    Ok(facts)
}
