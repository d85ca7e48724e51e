//! Whether this person may revoke this invitation.

use crate::{Event, Fact, Invitation, InvitationId, Moment, Permission, Personal, Reason, Standing, Status, status};

/// Why it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RevokeRefusal {
    /// The role lacks the permission, or the invitation is out of reach.
    #[error("your role may not revoke invitations")]
    NotPermitted,
    /// Its status is not Active.
    #[error("only an active invitation can be revoked; this one is {}", .0.as_str())]
    NotActive(Status),
}

/// Decides. People who already joined stay.
pub fn revoke_invitation(
    who: &Standing,
    invitation: &Invitation,
    reason: Option<Reason>,
    now: Moment,
) -> Result<Fact, RevokeRefusal> {
    end(who, invitation, reason, None, now)
}

/// Builds the revocation, with or without a replacement. The only place that does.
pub(super) fn end(
    who: &Standing,
    invitation: &Invitation,
    reason: Option<Reason>,
    replaced_by: Option<InvitationId>,
    now: Moment,
) -> Result<Fact, RevokeRefusal> {
    if !who.may(Permission::RevokeInvitations) || !who.reaches(invitation.department) {
        return Err(RevokeRefusal::NotPermitted);
    }
    match status(invitation, now) {
        Status::Active => Ok(Fact {
            event: Event::InvitationRevoked { invitation: invitation.id, replaced_by },
            personal: Personal { reason, ..Personal::default() },
        }),
        ended => Err(RevokeRefusal::NotActive(ended)),
    }
}
