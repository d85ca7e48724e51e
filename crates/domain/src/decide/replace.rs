//! May this person put another invitation in the place of this one? Nothing but label and note ever changes in one that
//! stands (docs/product.md, An invitation's life).

use super::create::{CreateRefusal, InvitationDraft, NewInvitation, create_in_place_of};
use super::revoke::{RevokeRefusal, end};
use crate::{Event, Fact, Invitation, Label, Moment, Note, Permission, Personal, Policy, Reason, Standing};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplaceRefusal {
    /// The old one can't be ended.
    #[error(transparent)]
    Old(#[from] RevokeRefusal),
    /// The new one can't be made.
    #[error(transparent)]
    New(#[from] CreateRefusal),
}

/// Decides: the facts of the new invitation and of the old one's end, both linked both ways; or none of them.
pub fn replace_invitation(
    who: &Standing,
    old: &Invitation,
    reason: Option<Reason>,
    draft: InvitationDraft<'_>,
    made: NewInvitation,
    policy: &Policy,
    now: Moment,
) -> Result<Vec<Fact>, ReplaceRefusal> {
    if !who.may(Permission::ReplaceInvitations) {
        return Err(RevokeRefusal::NotPermitted.into());
    }
    let new = made.id;
    let ended = end(who, old, reason, Some(new), now)?;
    let mut facts = create_in_place_of(who, draft, made, Some(old.id), policy, now)?;
    facts.push(ended);
    Ok(facts)
}

/// Why label and note can't be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DescribeRefusal {
    /// The role may not change invitations, or not here.
    #[error("your role may not change invitations")]
    NotPermitted,
}

/// Decides on a new label and note. None when both are what they were. Whatever its status: what it was for may become
/// clear when it is over.
pub fn describe_invitation(
    who: &Standing,
    invitation: &Invitation,
    label: Option<Label>,
    note: Option<Note>,
) -> Result<Option<Fact>, DescribeRefusal> {
    if !who.may(Permission::DescribeInvitations) || !who.reaches(invitation.department) {
        return Err(DescribeRefusal::NotPermitted);
    }
    if label == invitation.label && note == invitation.note {
        return Ok(None);
    }
    Ok(Some(Fact {
        event: Event::InvitationDescribed { invitation: invitation.id },
        personal: Personal {
            label,
            note,
            label_before: invitation.label.clone(),
            note_before: invitation.note.clone(),
            ..Personal::default()
        },
    }))
}
