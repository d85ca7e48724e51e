//! Who may replace whose password, and who may see the recovery key again. Keeps out passwords, codes and their
//! storage.

use crate::{AccountState, Permission, Role, Standing};

/// Why it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// The role lacks the permission, the other account is out of reach, or its rank is not lower than the asker's.
    #[error("you may reset passwords only of people who rank below you")]
    NotPermitted,
    /// A suspended account gets no new password, since it can't sign in anyway.
    #[error("this account is suspended")]
    Suspended,
    /// The recovery key resets only accounts that can reset everybody else's password.
    #[error("the recovery key sets passwords of administrators only; an administrator resets the others'")]
    NotAnAdministrator,
    /// The asker may not see the recovery key: it lets its holder set an administrator's password.
    #[error("only an administrator may see the recovery key")]
    KeyNotShown,
}

/// Whether `who` may let `other` set a new password. Ranks are compared as numbers (incident 5), and an equal rank is
/// refused: anybody at an administrator's open window could otherwise lock the owner out.
pub fn reset_password(who: &Standing, other: &Standing) -> Result<(), PasswordRefusal> {
    // Setting a password gives access to the account: refuse one whose reach is larger than the asker's.
    let reaches_further = other.reaches_everything() && !who.reaches_everything();
    let reached = who.reaches(other.department) && !reaches_further;
    if !who.may(Permission::ResetPasswords) || !reached || other.role.rank >= who.role.rank {
        return Err(PasswordRefusal::NotPermitted);
    }
    if other.state == AccountState::Active { Ok(()) } else { Err(PasswordRefusal::Suspended) }
}

/// Whether the recovery key may set this account's password. The key ignores ranks, and works only for accounts that
/// can reset everybody else's password.
pub fn recover_password(other: &Standing) -> Result<(), PasswordRefusal> {
    if other.state != AccountState::Active {
        return Err(PasswordRefusal::Suspended);
    }
    let helps_all = other.may(Permission::ResetPasswords) && other.reaches_everything();
    if helps_all { Ok(()) } else { Err(PasswordRefusal::NotAnAdministrator) }
}

/// Whether `who` may see the recovery key. It makes its holder an administrator, so the asker's rank must be the
/// highest of `roles`, which are all the organisation's roles.
pub fn show_recovery_key(who: &Standing, roles: &[Role]) -> Result<(), PasswordRefusal> {
    let is_highest = roles.iter().all(|role| role.rank <= who.role.rank);
    let may_see = who.may(Permission::SeeRecoveryKey) && who.reaches_everything();
    if may_see && is_highest { Ok(()) } else { Err(PasswordRefusal::KeyNotShown) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, DepartmentId, Division, Rank, Reach};

    fn person(role: usize) -> Standing {
        let role = Role::built_in()[role].clone();
        let account = AccountId::from_bytes([role.rank.get() as u8; 16]);
        let department = DepartmentId::from_bytes([1; 16]);
        let reach = Reach::from_scope(role.scope, Some(Division::new(department, [])));
        Standing { account, role, department: Some(department), reach, state: AccountState::Active }
    }

    #[test]
    fn an_administrator_resets_who_ranks_below() {
        for lower in [1, 2] {
            assert_eq!(reset_password(&person(0), &person(lower)), Ok(()));
        }
    }

    #[test]
    fn incident_5_nobody_resets_who_ranks_as_high_or_higher_whatever_the_role_is_called() {
        let (amara, mut other) = (person(0), person(2));
        assert_eq!(reset_password(&amara, &amara), Err(PasswordRefusal::NotPermitted), "not even themselves");
        other.role.rank = amara.role.rank;
        assert_eq!(reset_password(&amara, &other), Err(PasswordRefusal::NotPermitted));
        other.role.rank = Rank::new(amara.role.rank.get() + 1);
        assert_eq!(reset_password(&amara, &other), Err(PasswordRefusal::NotPermitted));
    }

    #[test]
    fn nobody_resets_beyond_their_division_or_without_the_permission_or_suspended() {
        let staff = person(2);
        assert_eq!(reset_password(&person(1), &staff), Err(PasswordRefusal::NotPermitted));
        let mut divided = person(0);
        divided.reach = person(1).reach;
        assert_eq!(reset_password(&divided, &staff), Ok(()), "of their own division");
        for department in [None, Some(DepartmentId::from_bytes([2; 16]))] {
            let other = Standing { department, ..staff.clone() };
            assert_eq!(reset_password(&divided, &other), Err(PasswordRefusal::NotPermitted), "{department:?}");
        }
        let mut without = person(0);
        without.role.permissions.retain(|permission| *permission != Permission::ResetPasswords);
        assert_eq!(reset_password(&without, &staff), Err(PasswordRefusal::NotPermitted));
        let mut suspended = person(0);
        suspended.state = AccountState::Suspended;
        assert_eq!(reset_password(&suspended, &staff), Err(PasswordRefusal::NotPermitted));
    }

    #[test]
    fn a_suspended_account_gets_no_password_by_any_way() {
        for role in [0, 1, 2] {
            let mut other = person(role);
            other.state = AccountState::Suspended;
            assert!(reset_password(&person(0), &other).is_err());
            assert_eq!(recover_password(&other), Err(PasswordRefusal::Suspended));
        }
    }

    #[test]
    fn the_recovery_key_is_for_who_looks_after_the_organisation() {
        assert_eq!(recover_password(&person(0)), Ok(()));
        for role in [1, 2] {
            assert_eq!(recover_password(&person(role)), Err(PasswordRefusal::NotAnAdministrator));
        }
    }

    #[test]
    fn nobody_sees_the_recovery_key_who_ranks_below_an_administrator() {
        let roles = Role::built_in();
        assert_eq!(show_recovery_key(&person(0), &roles), Ok(()));
        for role in [1, 2] {
            assert_eq!(show_recovery_key(&person(role), &roles), Err(PasswordRefusal::KeyNotShown));
        }
        let mut deputy = person(0);
        deputy.role.rank = Rank::new(deputy.role.rank.get() - 1);
        assert_eq!(show_recovery_key(&deputy, &roles), Err(PasswordRefusal::KeyNotShown), "all rights, a lower rank");
        let mut suspended = person(0);
        suspended.state = AccountState::Suspended;
        assert_eq!(show_recovery_key(&suspended, &roles), Err(PasswordRefusal::KeyNotShown));
    }
}
