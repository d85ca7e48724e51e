//! Whether this person may send this invitation to that address, and whether a queued message may still go out.

use crate::{Email, Event, Fact, Invitation, MailPurpose, Moment, Permission, Personal, Standing, Status, status};

/// Why an invitation is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendRefusal {
    /// The role lacks a permission, or the invitation is out of reach.
    #[error("your role may not send invitations")]
    NotPermitted,
    /// Its status is not Active.
    #[error("only an active invitation can be sent; this one is {}", .0.as_str())]
    NotActive(Status),
    /// It is bound to no address, and none was given.
    #[error("this invitation is bound to no address; say to whom it should be sent")]
    NoRecipient,
    /// It is bound to another address.
    #[error("this invitation is for another address, and nobody else could use it")]
    OtherRecipient,
    /// It is bound to a domain that the address is not of.
    #[error("this invitation is for addresses of another domain, and nobody else could use it")]
    OtherDomain,
}

/// Why a queued message is not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Withheld {
    /// The invitation can no longer be used.
    #[error("the invitation is {}", .0.as_str())]
    NotActive(Status),
    /// Whoever queued it was suspended, erased, demoted or moved since.
    #[error("whoever queued it may no longer send this invitation")]
    Sender,
}

/// Decides. The recipient is the bound address, or the given one if the invitation is for it too.
pub fn send_invitation(
    who: &Standing,
    invitation: &Invitation,
    to: Option<Email>,
    purpose: MailPurpose,
    now: Moment,
) -> Result<(Email, Fact), SendRefusal> {
    if !may_send(who, invitation) {
        return Err(SendRefusal::NotPermitted);
    }
    let recipient = match (&invitation.email, to) {
        (Some(bound), Some(given)) if bound.key() != given.key() => return Err(SendRefusal::OtherRecipient),
        (Some(bound), _) => bound.clone(),
        (None, Some(given)) => given,
        (None, None) => return Err(SendRefusal::NoRecipient),
    };
    if invitation.domain.as_ref().is_some_and(|domain| !domain.holds(&recipient)) {
        return Err(SendRefusal::OtherDomain);
    }
    match status(invitation, now) {
        Status::Active => Ok((recipient.clone(), queued(invitation, recipient, purpose))),
        ended => Err(SendRefusal::NotActive(ended)),
    }
}

/// The event of a reminder to a recipient of an earlier message. None: the invitation can no longer be used, or its
/// sender may no longer send it.
pub fn remind(sender: &Standing, invitation: &Invitation, recipient: &Email, now: Moment) -> Option<Fact> {
    let goes = still_goes_out(Some(sender), invitation, now).is_ok();
    goes.then(|| queued(invitation, recipient.clone(), MailPurpose::Reminder))
}

/// Whether a queued message may be handed over now. `sender`: who queued it, as they are now.
pub fn still_goes_out(sender: Option<&Standing>, invitation: &Invitation, now: Moment) -> Result<(), Withheld> {
    match status(invitation, now) {
        Status::Active => {}
        ended => return Err(Withheld::NotActive(ended)),
    }
    if sender.is_some_and(|sender| may_send(sender, invitation)) { Ok(()) } else { Err(Withheld::Sender) }
}

/// A message shows the code, so copying is needed as well.
fn may_send(who: &Standing, invitation: &Invitation) -> bool {
    who.may(Permission::SendInvitations) && who.may(Permission::CopyInvitations) && who.reaches(invitation.department)
}

/// The address is named only where erasing a person erases the invitation's events too: not of one that several people
/// may use.
fn queued(invitation: &Invitation, recipient: Email, purpose: MailPurpose) -> Fact {
    let is_for_one = invitation.email.is_some() || invitation.usage_limit.get() == 1;
    Fact {
        event: Event::InvitationSent { invitation: invitation.id, purpose },
        personal: Personal { email: is_for_one.then_some(recipient), ..Personal::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AccountId, AccountState, DepartmentId, Division, EmailDomain, Expiry, InvitationId, Reach, Revocation, Role,
        UsageLimit,
    };

    fn now() -> Moment {
        Moment::from_timestamp_millis(1_789_000_000_000).unwrap()
    }

    fn somebody(role: usize, department: u8) -> Standing {
        let role = Role::built_in()[role].clone();
        let department = DepartmentId::from_bytes([department; 16]);
        let reach = Reach::from_scope(role.scope, Some(Division::new(department, [])));
        Standing { account: AccountId::from_bytes([1; 16]), role, department: None, reach, state: AccountState::Active }
    }

    fn invitation(email: Option<&str>, limit: u64) -> Invitation {
        Invitation {
            id: InvitationId::from_bytes([8; 16]),
            email: email.map(|email| Email::parse(email).unwrap()),
            domain: None,
            role: Role::built_in()[2].id,
            department: Some(DepartmentId::from_bytes([4; 16])),
            groups: vec![],
            label: None,
            note: None,
            usage_limit: UsageLimit::new(limit).unwrap(),
            uses: 0,
            expiry: Expiry::stored(Some(now() + chrono::TimeDelta::days(7))),
            created_by: AccountId::from_bytes([1; 16]),
            created_at: now(),
            revoked: None,
            replaces: None,
            replaced_by: None,
            archived_at: None,
        }
    }

    fn sent(invitation: &Invitation, to: Option<&str>) -> Result<(String, Option<Email>), SendRefusal> {
        let to = to.map(|to| Email::parse(to).unwrap());
        let (recipient, fact) = send_invitation(&somebody(1, 4), invitation, to, MailPurpose::First, now())?;
        assert_eq!(fact.event, Event::InvitationSent { invitation: invitation.id, purpose: MailPurpose::First });
        Ok((recipient.as_str().to_owned(), fact.personal.email))
    }

    #[test]
    fn a_bound_invitation_goes_to_its_address_and_to_no_other() {
        let bound = invitation(Some("Noor@post.example"), 1);
        let address = Email::parse("Noor@post.example").unwrap();
        assert_eq!(sent(&bound, None), Ok((address.as_str().to_owned(), Some(address.clone()))));
        assert_eq!(sent(&bound, Some("noor@post.example")), Ok((address.as_str().to_owned(), Some(address))));
        assert_eq!(sent(&bound, Some("ines@post.example")), Err(SendRefusal::OtherRecipient));
    }

    #[test]
    fn an_unbound_one_goes_where_it_is_sent_and_names_an_address_only_if_it_is_for_one() {
        assert_eq!(sent(&invitation(None, 1), None), Err(SendRefusal::NoRecipient));
        assert!(sent(&invitation(None, 1), Some("ines@post.example")).unwrap().1.is_some());
        assert!(sent(&invitation(None, 2), Some("ines@post.example")).unwrap().1.is_none());
        let domain = EmailDomain::parse("@school.example").ok();
        let of_a_domain = Invitation { domain, ..invitation(None, 2) };
        assert_eq!(sent(&of_a_domain, Some("ines@post.example")), Err(SendRefusal::OtherDomain));
        assert!(sent(&of_a_domain, Some("ines@school.example")).is_ok());
    }

    #[test]
    fn only_who_may_send_it_sends_it() {
        let email = || Email::parse("ines@post.example").ok();
        let open = invitation(None, 1);
        let by = |who: &Standing| send_invitation(who, &open, email(), MailPurpose::First, now()).map(|_| ());
        assert_eq!(by(&somebody(0, 4)), Ok(()));
        assert_eq!(by(&somebody(1, 4)), Ok(()));
        let mut cases = vec![somebody(1, 5), somebody(2, 4)];
        cases.push(Standing { state: AccountState::Suspended, ..somebody(1, 4) });
        for lacking in [Permission::SendInvitations, Permission::CopyInvitations] {
            let mut who = somebody(1, 4);
            who.role.permissions.retain(|one| *one != lacking);
            cases.push(who);
        }
        for who in cases {
            assert_eq!(by(&who), Err(SendRefusal::NotPermitted), "{who:?}");
            assert_eq!(still_goes_out(Some(&who), &open, now()), Err(Withheld::Sender), "{who:?}");
            assert_eq!(remind(&who, &open, &email().unwrap(), now()), None);
        }
        assert_eq!(still_goes_out(None, &open, now()), Err(Withheld::Sender));
    }

    #[test]
    fn what_can_no_longer_be_used_is_neither_queued_nor_handed_over() {
        let open = invitation(Some("noor@post.example"), 1);
        let who = somebody(0, 4);
        assert_eq!(still_goes_out(Some(&who), &open, now()), Ok(()));
        let revoked = Some(Revocation { by: None, at: now(), reason: None });
        for (ended, status) in [
            (Invitation { revoked, ..open.clone() }, Status::Revoked),
            (Invitation { uses: 1, ..open.clone() }, Status::Used),
            (Invitation { expiry: Expiry::stored(Some(now())), ..open.clone() }, Status::Expired),
            (Invitation { archived_at: Some(now()), ..open.clone() }, Status::Expired),
        ] {
            assert_eq!(sent(&ended, None), Err(SendRefusal::NotActive(status)));
            assert_eq!(still_goes_out(Some(&who), &ended, now()), Err(Withheld::NotActive(status)));
            assert_eq!(remind(&who, &ended, ended.email.as_ref().unwrap(), now()), None);
        }
    }
}
