//! May this person do that to another one's account?

use crate::{Event, Invitation, Permission, Standing};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    /// Their role may not or does not reach the other or what was theirs, or the other ranks as high as they do, or
    /// higher.
    #[error("you may do this only with people who rank below you")]
    NotPermitted,
}

/// Erases what is personal about somebody, for good. `theirs`: the invitation that they came through, those in whose
/// place it was made, and those that are bound to their address. One of these that could still be used is revoked
/// first: without its address it would let anybody in.
///
/// # Errors
/// [`PersonRefusal`], as it says. Nobody reaches their own rank, so the last administrator stays.
pub fn erase_person(who: &Standing, other: &Standing, theirs: &[Invitation]) -> Result<Vec<Event>, PersonRefusal> {
    if !who.may(Permission::ErasePeople) || !who.reaches(other.department) || other.role.rank >= who.role.rank {
        return Err(PersonRefusal::NotPermitted);
    }
    // Label and note of one that many came through are about all of them.
    let is_theirs = |invitation: &&Invitation| invitation.email.is_some() || invitation.usage_limit.get() == 1;
    let theirs: Vec<&Invitation> = theirs.iter().filter(is_theirs).collect();
    if theirs.iter().any(|invitation| !who.reaches(invitation.department)) {
        return Err(PersonRefusal::NotPermitted);
    }
    // Whatever the clock says: one that has expired by a clock that is ahead could be used again by the right one.
    let open = theirs
        .iter()
        .filter(|one| one.revoked.is_none() && one.archived_at.is_none() && one.uses < one.usage_limit.get());
    let mut events: Vec<Event> =
        open.map(|one| Event::InvitationRevoked { invitation: one.id, replaced_by: None }).collect();
    let invitations = theirs.iter().map(|invitation| invitation.id).collect();
    events.push(Event::PersonErased { account: other.account, invitations });
    Ok(events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AccountId, AccountState, DepartmentId, Division, Email, Expiry, InvitationId, Moment, Reach, Role, RoleId,
        UsageLimit,
    };

    fn somebody(role: usize, department: u8) -> Standing {
        let role = Role::built_in()[role].clone();
        let department = DepartmentId::from_bytes([department; 16]);
        let reach = Reach::of(role.scope, Some(Division::new(department, [])));
        let account = AccountId::from_bytes([role.rank.get() as u8; 16]);
        Standing { account, role, department: Some(department), reach, state: AccountState::Active }
    }

    fn came_through(limit: u64, email: Option<&str>) -> Invitation {
        Invitation {
            id: InvitationId::from_bytes([8; 16]),
            email: email.map(|email| Email::parse(email).unwrap()),
            domain: None,
            role: RoleId::built_in(3),
            department: None,
            groups: vec![],
            label: None,
            note: None,
            usage_limit: UsageLimit::new(limit).unwrap(),
            uses: 1,
            expiry: Expiry::stored(None),
            created_by: AccountId::from_bytes([1; 16]),
            created_at: Moment::UNIX_EPOCH,
            revoked: None,
            replaces: None,
            replaced_by: None,
            archived_at: None,
        }
    }

    fn used(id: u8, limit: u64, email: Option<&str>) -> Invitation {
        Invitation { id: InvitationId::from_bytes([id; 16]), uses: limit as u32, ..came_through(limit, email) }
    }

    #[test]
    fn who_ranks_lower_is_erased_with_the_invitations_that_were_for_them_alone() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let theirs = [used(1, 1, None), used(2, 30, None), used(3, 1, Some("stef@post.example"))];
        let erased = Event::PersonErased { account: stef.account, invitations: vec![theirs[0].id, theirs[2].id] };
        assert_eq!(erase_person(&amara, &stef, &theirs), Ok(vec![erased]), "a poster keeps its words");
        let erased = Event::PersonErased { account: stef.account, invitations: vec![] };
        assert_eq!(erase_person(&amara, &stef, &[]), Ok(vec![erased]));
    }

    #[test]
    fn one_that_could_still_be_used_is_revoked_before_it_loses_the_address_that_binds_it() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let open = came_through(3, Some("stef@post.example"));
        let events = erase_person(&amara, &stef, std::slice::from_ref(&open)).unwrap();
        let erased = Event::PersonErased { account: stef.account, invitations: vec![open.id] };
        assert_eq!(events, [Event::InvitationRevoked { invitation: open.id, replaced_by: None }, erased]);
        // One that has expired by a clock that is ahead.
        let expired = Invitation { expiry: Expiry::stored(Some(Moment::UNIX_EPOCH)), ..open };
        assert_eq!(erase_person(&amara, &stef, &[expired]).unwrap().len(), 2);
    }

    #[test]
    fn nobody_is_erased_by_who_ranks_as_high_does_not_reach_them_or_may_not() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let erase = |who: &Standing, other: &Standing| erase_person(who, other, &[]);
        let refused = Err(PersonRefusal::NotPermitted);
        assert_eq!(erase(&amara, &amara), refused, "nobody reaches their own rank");
        let mut deputy = somebody(1, 1);
        assert_eq!(erase(&deputy, &stef), refused, "a manager may not");
        deputy.role.permissions.push(Permission::ErasePeople);
        assert!(erase(&deputy, &stef).is_ok());
        assert_eq!(erase(&deputy, &somebody(2, 2)), refused, "of another division");
        let elsewhere = used(4, 1, Some("stef@post.example"));
        let elsewhere = Invitation { department: Some(DepartmentId::from_bytes([2; 16])), ..elsewhere };
        assert_eq!(erase_person(&deputy, &stef, &[elsewhere]), refused, "what was theirs lies beyond");
        let suspended = Standing { state: AccountState::Suspended, ..amara };
        assert_eq!(erase(&suspended, &stef), refused);
    }
}
