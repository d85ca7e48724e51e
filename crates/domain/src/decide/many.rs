//! Whether this person may do one thing to each of many accounts. Each is decided like a single one (`decide::person`);
//! the asker's own account is refused.

use super::person::{PersonChange, PersonRefusal, end_session, move_person, reactivate_person, suspend_person};
use crate::{AccountState, DepartmentId, Event, SessionId};

/// What is done to one of many accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonAct<'a> {
    /// Suspend the account.
    Suspend,
    /// Reactivate the account.
    Reactivate,
    /// Move it to that department, or to none.
    Move(Option<DepartmentId>),
    /// End these sessions of it.
    SignOut(&'a [SessionId]),
}

/// Decides one of many accounts. No events when nothing would change, or when the account is erased.
///
/// # Errors
/// See [`PersonRefusal`]. Also refuses the asker's own account: a selection could otherwise lock the asker out.
pub fn act_on_one(change: PersonChange<'_>, act: PersonAct<'_>) -> Result<Vec<Event>, PersonRefusal> {
    let account = change.other.account;
    if account == change.who.account {
        return Err(PersonRefusal::Yourself);
    }
    if change.other.state == AccountState::Erased {
        return Ok(Vec::new());
    }
    let one = match act {
        PersonAct::Suspend => suspend_person(change)?,
        PersonAct::Reactivate => reactivate_person(change)?,
        PersonAct::Move(to) => move_person(change, to)?,
        PersonAct::SignOut(sessions) => {
            end_session(change)?;
            return Ok(sessions.iter().map(|session| Event::SessionEnded { account, session: *session }).collect());
        }
    };
    Ok(one.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, Division, Reach, Role, Standing};

    fn somebody(role: usize, department: u8, account: u8) -> Standing {
        let role = Role::built_in()[role].clone();
        let department = DepartmentId::from_bytes([department; 16]);
        let reach = Reach::from_scope(role.scope, Some(Division::new(department, [])));
        let account = AccountId::from_bytes([account; 16]);
        Standing { account, role, department: Some(department), reach, state: AccountState::Active }
    }

    fn asked<'a>(who: &'a Standing, other: &'a Standing) -> PersonChange<'a> {
        PersonChange { who, other, has_other_administrator: true, is_proved: false }
    }

    fn sessions() -> [SessionId; 2] {
        [1, 2].map(|number| SessionId::from_bytes([number; 16]))
    }

    fn acts(sessions: &[SessionId]) -> [PersonAct<'_>; 4] {
        let to = Some(DepartmentId::from_bytes([2; 16]));
        [PersonAct::Suspend, PersonAct::Reactivate, PersonAct::Move(to), PersonAct::SignOut(sessions)]
    }

    #[test]
    fn each_of_many_is_decided_as_they_would_be_alone() {
        let (amara, stef) = (somebody(0, 1, 1), somebody(2, 1, 2));
        let account = stef.account;
        let ended = sessions().map(|session| Event::SessionEnded { account, session }).to_vec();
        let to = Some(DepartmentId::from_bytes([2; 16]));
        let expected = [
            vec![Event::AccountSuspended { account }],
            vec![],
            vec![Event::AccountMoved { account, department: to }],
            ended,
        ];
        for (act, expected) in acts(&sessions()).into_iter().zip(expected) {
            assert_eq!(act_on_one(asked(&amara, &stef), act), Ok(expected), "{act:?}");
        }
        let suspended = Standing { state: AccountState::Suspended, ..stef };
        let again = vec![Event::AccountReactivated { account }];
        assert_eq!(act_on_one(asked(&amara, &suspended), PersonAct::Reactivate), Ok(again));
    }

    #[test]
    fn nobody_is_among_the_many_whom_they_select() {
        let amara = somebody(0, 1, 1);
        for act in acts(&sessions()) {
            let proved = PersonChange { is_proved: true, ..asked(&amara, &amara) };
            assert_eq!(act_on_one(proved, act), Err(PersonRefusal::Yourself), "{act:?}");
        }
    }

    #[test]
    fn who_ranks_as_high_lies_out_of_reach_or_is_the_last_administrator_is_refused_among_many_too() {
        let (amara, ben, elsewhere) = (somebody(0, 1, 1), somebody(0, 1, 3), somebody(2, 2, 4));
        let mut deputy = somebody(1, 1, 5);
        for act in acts(&sessions()) {
            assert_eq!(act_on_one(asked(&deputy, &somebody(2, 1, 2)), act), Err(PersonRefusal::NotPermitted));
            if !matches!(act, PersonAct::SignOut(_)) {
                assert_eq!(act_on_one(asked(&amara, &ben), act), Err(PersonRefusal::PasswordNeeded), "{act:?}");
            }
        }
        deputy.role.permissions = crate::Permission::ALL.to_vec();
        for act in acts(&sessions()) {
            for other in [&elsewhere, &ben] {
                assert_eq!(act_on_one(asked(&deputy, other), act), Err(PersonRefusal::NotPermitted), "{act:?}");
            }
        }
        let last = PersonChange { has_other_administrator: false, is_proved: true, ..asked(&amara, &ben) };
        assert_eq!(act_on_one(last, PersonAct::Suspend), Err(PersonRefusal::LastAdministrator));
    }

    #[test]
    fn who_was_erased_stays_as_they_are() {
        let (amara, stef) = (somebody(0, 1, 1), somebody(2, 1, 2));
        let erased = Standing { state: AccountState::Erased, ..stef };
        for act in acts(&sessions()) {
            assert_eq!(act_on_one(asked(&amara, &erased), act), Ok(vec![]), "{act:?}");
        }
    }
}
