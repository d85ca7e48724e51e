//! Whether this newcomer may join with this invitation. Preview and redeeming transaction make the same checks
//! (incidents 3, 5, 8, 9, 11, 17).

use crate::{
    AccountId, Email, Event, Fact, Invitation, Moment, PersonName, Personal, Role, Standing, Status, Username, status,
};

/// The person who wants to join.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// The id their account will have.
    pub account: AccountId,
    /// Their name, as entered.
    pub name: PersonName,
    /// Their address; must match the invitation's binding.
    pub email: Email,
    /// The username they choose.
    pub username: Username,
}

/// Everything the decision needs, as read inside the transaction.
#[derive(Debug, Clone)]
pub struct Redemption<'a> {
    /// The invitation that is redeemed.
    pub invitation: &'a Invitation,
    /// Its role, as it is now.
    pub role: &'a Role,
    /// Its creator, as they are now; none when the account is unknown.
    pub creator: Option<&'a Standing>,
    /// Whether the preview showed the current state.
    pub as_shown: bool,
    /// An account has this address already.
    pub email_known: bool,
    /// An account has this username already.
    pub username_known: bool,
    /// An account's username differs from it in dots, hyphens and underscores only.
    pub username_alike: bool,
}

/// The facts of one use: the new account and the redemption.
pub type Redeemed = [Fact; 2];

/// Why it is refused. Told only to somebody who holds the right code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RedeemRefusal {
    /// Revoked by somebody.
    #[error("this code was revoked")]
    Revoked,
    /// Revoked and replaced by another one, which is not named.
    #[error("this code was replaced by another one")]
    Replaced,
    /// All its uses are used up.
    #[error("this code has been used up")]
    UsedUp,
    /// It has expired.
    #[error("this code expired")]
    Expired,
    /// Its creator may no longer grant this role.
    #[error("the person who made this code may no longer invite into this role")]
    CreatorMayNot,
    /// The preview showed another state.
    #[error("the invitation changed while you were here")]
    Changed,
    /// Bound to another address.
    #[error("this code is for another email address")]
    WrongEmail,
    /// Bound to a domain, and the address is not one of it.
    #[error("this code is for email addresses of another domain")]
    WrongDomain,
    /// An account has this address already.
    #[error("there is an account with this email address already")]
    AlreadyMember,
    /// An account has this username already.
    #[error("this username is taken")]
    UsernameTaken,
    /// An account's username differs in signs only.
    #[error("this username differs from another one in its dots, hyphens or underscores only")]
    UsernameAlike,
}

/// Whether the invitation can be used now: its status and its creator's rights.
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

/// Decides one use of an invitation.
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
