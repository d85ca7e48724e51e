//! May this person end this invitation?

use crate::{Event, Fact, Invitation, InvitationId, Moment, Permission, Personal, Reason, Standing, Status, status};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RevokeRefusal {
    /// The role may not revoke, or not here.
    #[error("your role may not revoke invitations")]
    NotPermitted,
    /// Only Active ones can be revoked.
    #[error("only an active invitation can be revoked; this one is {}", .0.as_str())]
    NotActive(Status),
}

/// Decides. Members who already joined stay.
pub fn revoke_invitation(
    who: &Standing,
    invitation: &Invitation,
    reason: Option<Reason>,
    now: Moment,
) -> Result<Fact, RevokeRefusal> {
    end(who, invitation, reason, None, now)
}

/// The one way to an end by somebody: with or without another in its place.
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
