//! Whether this person may replace this invitation by another. In an existing invitation only label and note ever
//! change (docs/product.md, An invitation's life).

use super::create::{CreateRefusal, InvitationDraft, NewInvitation, create_in_place_of};
use super::revoke::{RevokeRefusal, end};
use crate::{Event, Fact, Invitation, Label, Moment, Note, Permission, Personal, Policy, Reason, Standing};

/// Why the replacement is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplaceRefusal {
    /// The old one can't be revoked.
    #[error(transparent)]
    Old(#[from] RevokeRefusal),
    /// The new one can't be created.
    #[error(transparent)]
    New(#[from] CreateRefusal),
}

/// Decides: the facts that create the new invitation and revoke the old one, each naming the other; or a refusal.
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

/// Why a change of label and note is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DescribeRefusal {
    /// The role lacks the permission, or the invitation is out of reach.
    #[error("your role may not change invitations")]
    NotPermitted,
}

/// Decides on a new label and note. None when neither changes. Any status is allowed: notes on a past invitation are
/// useful too.
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
