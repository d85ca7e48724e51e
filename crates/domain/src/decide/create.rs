//! May this person make this invitation? Keeps out how the code and the ids were made.

use crate::{
    Code, DepartmentId, DepartmentName, Email, Event, Expiry, ExpiryError, ExpiryWish, Fact, InvitationId, Label,
    Moment, Permission, Personal, Policy, Role, Standing, UsageLimit,
};

/// What somebody wants.
#[derive(Debug, Clone)]
pub struct InvitationDraft<'a> {
    /// Bound address.
    pub email: Option<Email>,
    /// The role, as it is now.
    pub role: &'a Role,
    /// Into which department: one that exists, or a new one with its id.
    pub department: Option<Division>,
    /// Until when.
    pub expires: ExpiryWish,
    /// How often.
    pub usage_limit: UsageLimit,
    /// What for.
    pub label: Option<Label>,
}

/// A department that exists, or one to be made.
#[derive(Debug, Clone)]
pub enum Division {
    /// It stands already.
    Existing(DepartmentId),
    /// It is made together with the invitation.
    New(DepartmentId, DepartmentName),
}

/// What was made for it: an id and a code.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Its id.
    pub id: InvitationId,
    /// Its secret.
    pub code: Code,
}

/// Why not.
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
    /// The role belongs into a department.
    #[error("this role needs a department")]
    DepartmentRequired,
    /// The expiry can't be.
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
    if !who.may(Permission::CreateInvitations) {
        return Err(CreateRefusal::NotPermitted);
    }
    if !who.may_grant(draft.role) {
        return Err(CreateRefusal::RoleNotAllowed);
    }
    let own = who.department.map(Division::Existing);
    let division = if who.reaches(None) { draft.department } else { draft.department.or(own) };
    let department = match &division {
        Some(Division::Existing(id) | Division::New(id, _)) => Some(*id),
        None => None,
    };
    if !who.reaches(department) {
        return Err(CreateRefusal::DepartmentNotAllowed);
    }
    if draft.role.needs_department() && department.is_none() {
        return Err(CreateRefusal::DepartmentRequired);
    }
    let expiry = Expiry::decide(draft.expires, policy, now)?;
    let mut facts = Vec::with_capacity(2);
    if let Some(Division::New(department, name)) = division {
        facts.push(Event::DepartmentCreated { department, name }.into());
    }
    facts.push(Fact {
        event: Event::InvitationCreated {
            invitation: made.id,
            code: made.code,
            role: draft.role.id,
            department,
            usage_limit: draft.usage_limit,
            expiry,
        },
        personal: Personal { email: draft.email, label: draft.label, ..Personal::default() },
    });
    Ok(facts)
}
