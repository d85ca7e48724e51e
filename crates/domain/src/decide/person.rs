//! May this person do that to another one's account?

use crate::{Event, Invitation, Permission, Standing};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    /// Their role may not or does not reach the other, or the other ranks as high as they do, or higher.
    #[error("you may do this only with people who rank below you")]
    NotPermitted,
}

/// Erases what is personal about somebody, for good. `invitation`: the one that they came through.
///
/// # Errors
/// [`PersonRefusal`], as it says. Nobody reaches their own rank, so the last administrator stays.
pub fn erase_person(who: &Standing, other: &Standing, invitation: Option<&Invitation>) -> Result<Event, PersonRefusal> {
    if !who.may(Permission::ErasePeople) || !who.reaches(other.department) || other.role.rank >= who.role.rank {
        return Err(PersonRefusal::NotPermitted);
    }
    // Label and note of one that many came through are about all of them.
    let is_theirs = |invitation: &&Invitation| invitation.email.is_some() || invitation.usage_limit.get() == 1;
    let invitation = invitation.filter(is_theirs).map(|invitation| invitation.id);
    Ok(Event::PersonErased { account: other.account, invitation })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AccountId, AccountState, Code, CodeLength, DepartmentId, Division, Email, Expiry, InvitationId, Moment, Reach,
        Role, RoleId, UsageLimit,
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
            code: Code::generate(CodeLength::Sixteen, &std::array::from_fn::<u8, 128, _>(|at| at as u8)).unwrap(),
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

    #[test]
    fn who_ranks_lower_is_erased_with_the_invitation_that_was_for_them_alone() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let (once, poster) = (came_through(1, None), came_through(30, None));
        let bound = came_through(30, Some("stef@post.example"));
        for (through, erased) in
            [(None, None), (Some(&once), Some(once.id)), (Some(&bound), Some(bound.id)), (Some(&poster), None)]
        {
            let event = Event::PersonErased { account: stef.account, invitation: erased };
            assert_eq!(erase_person(&amara, &stef, through), Ok(event));
        }
    }

    #[test]
    fn nobody_is_erased_by_who_ranks_as_high_does_not_reach_them_or_may_not() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let refused = Err(PersonRefusal::NotPermitted);
        assert_eq!(erase_person(&amara, &amara, None), refused, "nobody reaches their own rank");
        let mut deputy = somebody(1, 1);
        assert_eq!(erase_person(&deputy, &stef, None), refused, "a manager may not");
        deputy.role.permissions.push(Permission::ErasePeople);
        assert!(erase_person(&deputy, &stef, None).is_ok());
        assert_eq!(erase_person(&deputy, &somebody(2, 2), None), refused, "of another division");
        let suspended = Standing { state: AccountState::Suspended, ..amara };
        assert_eq!(erase_person(&suspended, &stef, None), refused);
    }
}
