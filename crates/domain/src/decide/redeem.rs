//! May this newcomer come in with this invitation? The same checks stand behind the preview and behind the redeeming
//! transaction (incidents 3, 5, 8, 9, 11, 17).

use crate::{
    AccountId, Email, Event, Fact, Invitation, Moment, PersonName, Personal, Role, Standing, Status, Username, status,
};

/// Who wants to come in.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// Their id from now on.
    pub account: AccountId,
    /// Their name.
    pub name: PersonName,
    /// Their address.
    pub email: Email,
    /// What they will type to sign in.
    pub username: Username,
}

/// Everything that bears on it, as it stands inside the transaction.
#[derive(Debug, Clone)]
pub struct Redemption<'a> {
    /// The invitation.
    pub invitation: &'a Invitation,
    /// Its role, as it is now.
    pub role: &'a Role,
    /// Its creator, as they are now; none when they are gone.
    pub creator: Option<&'a Standing>,
    /// What the page showed is what stands here.
    pub as_shown: bool,
    /// Somebody has this address already.
    pub email_known: bool,
    /// Somebody has this username already.
    pub username_known: bool,
    /// Somebody has one that differs in dots, hyphens and underscores only.
    pub username_alike: bool,
}

/// The facts of one use: the account, and the use.
pub type Redeemed = [Fact; 2];

/// Why not. All of these are told only to somebody who holds the right code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RedeemRefusal {
    /// Ended by somebody.
    #[error("this code was revoked")]
    Revoked,
    /// Ended, and another one made in its place. By which is not told.
    #[error("this code was replaced by another one")]
    Replaced,
    /// All uses gone.
    #[error("this code has been used up")]
    UsedUp,
    /// Its time is over.
    #[error("this code expired")]
    Expired,
    /// Who made it may no longer bring anybody into this role.
    #[error("the person who made this code may no longer invite into this role")]
    CreatorMayNot,
    /// The page showed something else.
    #[error("the invitation changed while you were here")]
    Changed,
    /// Bound to another address.
    #[error("this code is for another email address")]
    WrongEmail,
    /// Bound to a domain, and the address is not one of it.
    #[error("this code is for email addresses of another domain")]
    WrongDomain,
    /// This person is in already.
    #[error("there is an account with this email address already")]
    AlreadyMember,
    /// The name is taken.
    #[error("this username is taken")]
    UsernameTaken,
    /// It reads as another's name.
    #[error("this username differs from another one in its dots, hyphens or underscores only")]
    UsernameAlike,
}

/// Whether the invitation lets anybody in now: its status, and its creator's standing.
pub fn usable(
    invitation: &Invitation,
    role: &Role,
    creator: Option<&Standing>,
    now: Moment,
) -> Result<(), RedeemRefusal> {
    match status(invitation, now) {
        Status::Active => {}
        Status::Used => return Err(RedeemRefusal::UsedUp),
        Status::Expired => return Err(RedeemRefusal::Expired),
        Status::Revoked if invitation.replaced_by.is_some() => return Err(RedeemRefusal::Replaced),
        Status::Revoked => return Err(RedeemRefusal::Revoked),
    }
    match creator {
        Some(creator) if creator.may_grant(role) && creator.reaches(invitation.department) => Ok(()),
        _ => Err(RedeemRefusal::CreatorMayNot),
    }
}

/// Decides one use.
pub fn redeem_invitation(case: &Redemption<'_>, newcomer: Newcomer, now: Moment) -> Result<Redeemed, RedeemRefusal> {
    let invitation = case.invitation;
    usable(invitation, case.role, case.creator, now)?;
    if !case.as_shown {
        return Err(RedeemRefusal::Changed);
    }
    if invitation.email.as_ref().is_some_and(|bound| bound.key() != newcomer.email.key()) {
        return Err(RedeemRefusal::WrongEmail);
    }
    if invitation.domain.as_ref().is_some_and(|bound| !bound.holds(&newcomer.email)) {
        return Err(RedeemRefusal::WrongDomain);
    }
    if case.email_known {
        return Err(RedeemRefusal::AlreadyMember);
    }
    if case.username_known {
        return Err(RedeemRefusal::UsernameTaken);
    }
    if case.username_alike {
        return Err(RedeemRefusal::UsernameAlike);
    }
    let account = Fact {
        event: Event::AccountCreated {
            account: newcomer.account,
            role: invitation.role,
            department: invitation.department,
            joined_through: Some(invitation.id),
            groups: invitation.groups.clone(),
        },
        personal: Personal {
            name: Some(newcomer.name),
            email: Some(newcomer.email),
            username: Some(newcomer.username),
            ..Personal::default()
        },
    };
    let used = Event::InvitationRedeemed { invitation: invitation.id, account: newcomer.account };
    Ok([account, used.into()])
}
