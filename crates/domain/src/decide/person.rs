//! Whether this person may change another person's account. Keeps out passwords (`decide::password`) and sessions,
//! which are stored per device.

use crate::role::STAFF_RANK;
use crate::{
    AccountState, DepartmentId, Email, Event, Fact, Invitation, Permission, PersonName, Personal, Role, Scope, Standing,
};

/// Why the change is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    /// The role lacks the permission, the other account or its invitations are out of reach, or its rank is not lower
    /// than the asker's.
    #[error("you may do this only with people who rank below you")]
    NotPermitted,
    /// The other account has, or would have, the asker's own rank: that takes the asker's password again
    /// (docs/product.md, People and rights).
    #[error("this needs your own password")]
    PasswordNeeded,
    /// The change would leave nobody who can assign roles.
    #[error("this is the last administrator; make somebody else an administrator first")]
    LastAdministrator,
    /// Refuse to suspend one's own account: its owner could not undo it.
    #[error("you can't suspend yourself")]
    Yourself,
    /// Another account has this address.
    #[error("somebody else has this address")]
    EmailTaken,
    /// The role's scope is a division, and the person has no department.
    #[error("this role needs a department; move the person into one first")]
    DepartmentMissing,
}

/// What a change to somebody's account is decided from.
#[derive(Debug, Clone, Copy)]
pub struct PersonChange<'a> {
    /// The asker, as they are now.
    pub who: &'a Standing,
    /// The account to be changed.
    pub other: &'a Standing,
    /// Whether there is an administrator ([`Standing::is_administrator`]) beside `other`, of the same rank or higher.
    pub has_other_administrator: bool,
    /// Whether the asker has just entered their own password.
    pub is_proved: bool,
}

impl PersonChange<'_> {
    /// A lower rank within reach, or an administrator's own rank. Ranks are compared as numbers (incident 5).
    fn expect_reach(&self, permission: Permission) -> Result<(), PersonRefusal> {
        let Self { who, other, .. } = self;
        let reaches_further = other.reaches_everything() && !who.reaches_everything();
        let is_below = other.role.rank < who.role.rank;
        let is_peer = other.role.rank == who.role.rank && who.is_administrator();
        if who.may(permission) && who.reaches(other.department) && !reaches_further && (is_below || is_peer) {
            Ok(())
        } else {
            Err(PersonRefusal::NotPermitted)
        }
    }

    fn expect_administrator_left(&self) -> Result<(), PersonRefusal> {
        if self.other.is_administrator() && !self.has_other_administrator {
            return Err(PersonRefusal::LastAdministrator);
        }
        Ok(())
    }

    fn expect_proof_if(&self, is_peer: bool) -> Result<(), PersonRefusal> {
        if is_peer && !self.is_proved { Err(PersonRefusal::PasswordNeeded) } else { Ok(()) }
    }

    fn is_of_peers(&self) -> bool {
        self.other.role.rank == self.who.role.rank
    }
}

/// Assigns another role, of at most the asker's own rank. None: the person has it already.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn assign_role(change: PersonChange<'_>, role: &Role) -> Result<Option<Event>, PersonRefusal> {
    let PersonChange { who, other, .. } = change;
    change.expect_reach(Permission::AssignRoles)?;
    let highest = if who.reaches_everything() { who.role.rank } else { who.role.rank.min(STAFF_RANK) };
    let reaches_further = role.scope == Scope::Organisation && !who.reaches_everything();
    if role.rank > highest || other.role.rank > highest || reaches_further {
        return Err(PersonRefusal::NotPermitted);
    }
    if other.role.id == role.id {
        return Ok(None);
    }
    if role.needs_department() && other.department.is_none() {
        return Err(PersonRefusal::DepartmentMissing);
    }
    if !role.is_administrator() {
        change.expect_administrator_left()?;
    }
    change.expect_proof_if(change.is_of_peers() || role.rank == who.role.rank)?;
    Ok(Some(Event::AccountRoleChanged { account: other.account, role: role.id }))
}

/// Moves somebody to another department that the asker reaches as well. None: they are in it already.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn move_person(change: PersonChange<'_>, to: Option<DepartmentId>) -> Result<Option<Event>, PersonRefusal> {
    let PersonChange { who, other, .. } = change;
    change.expect_reach(Permission::MovePeople)?;
    if !who.reaches(to) {
        return Err(PersonRefusal::NotPermitted);
    }
    if to.is_none() && other.role.needs_department() {
        return Err(PersonRefusal::DepartmentMissing);
    }
    change.expect_proof_if(change.is_of_peers())?;
    Ok((other.department != to).then_some(Event::AccountMoved { account: other.account, department: to }))
}

/// Suspends somebody: they can't sign in, and every session of theirs ends. None: they are suspended already.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn suspend_person(change: PersonChange<'_>) -> Result<Option<Event>, PersonRefusal> {
    let account = change.other.account;
    change.expect_reach(Permission::SuspendPeople)?;
    change.expect_administrator_left()?;
    if account == change.who.account {
        return Err(PersonRefusal::Yourself);
    }
    change.expect_proof_if(change.is_of_peers())?;
    Ok((change.other.state == AccountState::Active).then_some(Event::AccountSuspended { account }))
}

/// Lets a suspended person sign in again. None: they are not suspended.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn reactivate_person(change: PersonChange<'_>) -> Result<Option<Event>, PersonRefusal> {
    let account = change.other.account;
    change.expect_reach(Permission::SuspendPeople)?;
    change.expect_proof_if(change.is_of_peers())?;
    Ok((change.other.state == AccountState::Suspended).then_some(Event::AccountReactivated { account }))
}

/// Whether the asker may end a session of that person. Their own sessions, always.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn end_session(change: PersonChange<'_>) -> Result<(), PersonRefusal> {
    let is_own = change.who.account == change.other.account && change.who.state == AccountState::Active;
    if is_own { Ok(()) } else { change.expect_reach(Permission::EndSessions) }
}

/// Whether the asker may see that person's details. Their own, always.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn see_person(who: &Standing, other: &Standing) -> Result<(), PersonRefusal> {
    let is_own = who.account == other.account && who.state == AccountState::Active;
    let may_see = is_own || (who.may(Permission::SeePeople) && who.reaches(other.department));
    if may_see { Ok(()) } else { Err(PersonRefusal::NotPermitted) }
}

/// A change of one's own profile: the values before and after.
#[derive(Debug, Clone)]
pub struct ProfileDraft<'a> {
    /// The name before the change.
    pub before_name: &'a str,
    /// The address before the change; empty: none.
    pub before_email: &'a str,
    /// The name after the change.
    pub name: PersonName,
    /// The address after the change.
    pub email: Email,
}

impl ProfileDraft<'_> {
    /// Whether the address changes; a difference in case does not count.
    pub fn has_new_email(&self) -> bool {
        Email::parse(self.before_email).map(|before| before.key()).ok() != Some(self.email.key())
    }

    fn is_as_before(&self) -> bool {
        self.name.as_str() == self.before_name && self.email.as_str() == self.before_email
    }
}

/// Changes one's own profile. Another address takes the password again: reset codes and invitations find people by it.
/// `is_email_taken`: another account has the new address. None: nothing would change.
///
/// # Errors
/// See [`PersonRefusal`].
pub fn change_profile(
    who: &Standing,
    draft: ProfileDraft<'_>,
    is_email_taken: bool,
    is_proved: bool,
) -> Result<Option<Fact>, PersonRefusal> {
    if who.state != AccountState::Active {
        return Err(PersonRefusal::NotPermitted);
    }
    if draft.has_new_email() && !is_proved {
        return Err(PersonRefusal::PasswordNeeded);
    }
    if draft.has_new_email() && is_email_taken {
        return Err(PersonRefusal::EmailTaken);
    }
    if draft.is_as_before() {
        return Ok(None);
    }
    let personal = Personal { name: Some(draft.name), email: Some(draft.email), ..Personal::default() };
    Ok(Some(Fact { event: Event::ProfileChanged { account: who.account }, personal }))
}

/// Erases somebody's personal data for good. `theirs`: the invitation that they joined through, those it replaced, and
/// those bound to their address. Revokes those that could still be used first: without its address, an invitation would
/// let anybody in.
///
/// # Errors
/// See [`PersonRefusal`]. Equal ranks are refused, so the last administrator stays.
pub fn erase_person(who: &Standing, other: &Standing, theirs: &[Invitation]) -> Result<Vec<Event>, PersonRefusal> {
    if !who.may(Permission::ErasePeople) || !who.reaches(other.department) || other.role.rank >= who.role.rank {
        return Err(PersonRefusal::NotPermitted);
    }
    // Only an administrator may erase an administrator, so that one is left.
    if other.is_administrator() && !who.is_administrator() {
        return Err(PersonRefusal::NotPermitted);
    }
    // Keep an invitation that several people may use: its label and note are about all of them.
    let is_theirs = |invitation: &&Invitation| invitation.email.is_some() || invitation.usage_limit.get() == 1;
    let theirs: Vec<&Invitation> = theirs.iter().filter(is_theirs).collect();
    if theirs.iter().any(|invitation| !who.reaches(invitation.department)) {
        return Err(PersonRefusal::NotPermitted);
    }
    // Ignore expiry: if this clock is ahead, an invitation that looks expired could still be used on another device.
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
    use crate::{AccountId, Division, Expiry, InvitationId, Moment, Reach, RoleId, UsageLimit};

    fn somebody(role: usize, department: u8) -> Standing {
        let role = Role::built_in()[role].clone();
        let department = DepartmentId::from_bytes([department; 16]);
        let reach = Reach::from_scope(role.scope, Some(Division::new(department, [])));
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
        // Expired only because this clock is ahead.
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

    fn asked<'a>(who: &'a Standing, other: &'a Standing) -> PersonChange<'a> {
        PersonChange { who, other, has_other_administrator: true, is_proved: false }
    }

    fn another(role: usize, department: u8, account: u8) -> Standing {
        Standing { account: AccountId::from_bytes([account; 16]), ..somebody(role, department) }
    }

    #[test]
    fn an_administrator_changes_who_ranks_below_without_a_password_and_a_peer_with_it() {
        let (amara, ben, stef) = (somebody(0, 1), another(0, 1, 9), somebody(2, 1));
        let [administrator, manager, staff] = Role::built_in();
        let given =
            |role: &Role, to: &Standing| Ok(Some(Event::AccountRoleChanged { account: to.account, role: role.id }));
        assert_eq!(assign_role(asked(&amara, &stef), &manager), given(&manager, &stef));
        assert_eq!(assign_role(asked(&amara, &stef), &staff), Ok(None), "they have it");
        let needed = Err(PersonRefusal::PasswordNeeded);
        assert_eq!(assign_role(asked(&amara, &stef), &administrator), needed, "a promotion to one's own rank");
        assert_eq!(assign_role(asked(&amara, &ben), &staff), needed);
        assert_eq!(suspend_person(asked(&amara, &ben)), needed);
        let proved = |other| PersonChange { is_proved: true, ..asked(&amara, other) };
        assert_eq!(assign_role(proved(&stef), &administrator), given(&administrator, &stef));
        assert_eq!(assign_role(proved(&ben), &staff), given(&staff, &ben));
        assert_eq!(suspend_person(proved(&ben)), Ok(Some(Event::AccountSuspended { account: ben.account })));
        assert_eq!(suspend_person(proved(&amara)), Err(PersonRefusal::Yourself));
    }

    #[test]
    fn the_last_administrator_is_neither_demoted_nor_suspended_whatever_is_proved() {
        let amara = somebody(0, 1);
        let last = PersonChange { has_other_administrator: false, is_proved: true, ..asked(&amara, &amara) };
        let [_, _, staff] = Role::built_in();
        assert_eq!(assign_role(last, &staff), Err(PersonRefusal::LastAdministrator));
        assert_eq!(suspend_person(last), Err(PersonRefusal::LastAdministrator));
        let another_with_their_rights = Role { id: RoleId::from_bytes([5; 16]), ..amara.role.clone() };
        assert!(assign_role(last, &another_with_their_rights).is_ok(), "one is left");
    }

    #[test]
    fn incident_5_nobody_gives_a_role_above_their_own_or_reaches_beyond_their_division() {
        let stef = somebody(2, 1);
        let mut deputy = somebody(1, 1);
        deputy.role.permissions.extend([
            Permission::AssignRoles,
            Permission::MovePeople,
            Permission::SuspendPeople,
            Permission::EndSessions,
        ]);
        let [administrator, manager, staff] = Role::built_in();
        let refused = PersonRefusal::NotPermitted;
        let proved = |other| PersonChange { is_proved: true, ..asked(&deputy, other) };
        for role in [&administrator, &manager] {
            assert_eq!(assign_role(proved(&stef), role), Err(refused), "{}: not from a division", role.name);
        }
        let further = Role { id: RoleId::from_bytes([6; 16]), scope: Scope::Organisation, ..staff.clone() };
        assert_eq!(assign_role(proved(&stef), &further), Err(refused), "it reaches further than they do");
        let elsewhere = another(2, 2, 8);
        let peer = another(1, 1, 7);
        for other in [&elsewhere, &peer, &deputy, &somebody(0, 1)] {
            assert_eq!(suspend_person(proved(other)), Err(refused));
            assert_eq!(reactivate_person(proved(other)), Err(refused));
            assert_eq!(move_person(proved(other), Some(DepartmentId::from_bytes([1; 16]))), Err(refused));
        }
        assert_eq!(end_session(asked(&deputy, &elsewhere)), Err(refused));
        assert_eq!(end_session(asked(&deputy, &deputy)), Ok(()), "their own");
        assert!(suspend_person(asked(&deputy, &stef)).is_ok());
        for to in [None, Some(DepartmentId::from_bytes([2; 16]))] {
            assert_eq!(move_person(asked(&deputy, &stef), to), Err(refused), "{to:?}: beyond their reach");
        }
        for change in [suspend_person, reactivate_person] {
            let manager = somebody(1, 1);
            assert_eq!(change(asked(&manager, &stef)), Err(refused), "without the permission");
        }
    }

    #[test]
    fn who_reaches_a_division_belongs_to_a_department() {
        let amara = somebody(0, 1);
        let [_, manager, _] = Role::built_in();
        let nowhere = Standing { department: None, ..somebody(2, 1) };
        assert_eq!(assign_role(asked(&amara, &nowhere), &manager), Err(PersonRefusal::DepartmentMissing));
        let leads = another(1, 1, 4);
        assert_eq!(move_person(asked(&amara, &leads), None), Err(PersonRefusal::DepartmentMissing));
        let to = DepartmentId::from_bytes([2; 16]);
        let moved = Event::AccountMoved { account: leads.account, department: Some(to) };
        assert_eq!(move_person(asked(&amara, &leads), Some(to)), Ok(Some(moved)));
        assert_eq!(move_person(asked(&amara, &leads), leads.department), Ok(None));
    }

    #[test]
    fn suspending_and_reactivating_twice_changes_nothing() {
        let (amara, stef) = (somebody(0, 1), somebody(2, 1));
        let suspended = Standing { state: AccountState::Suspended, ..stef.clone() };
        assert_eq!(suspend_person(asked(&amara, &suspended)), Ok(None));
        assert_eq!(reactivate_person(asked(&amara, &stef)), Ok(None));
        let again = Ok(Some(Event::AccountReactivated { account: stef.account }));
        assert_eq!(reactivate_person(asked(&amara, &suspended)), again);
        let erased = Standing { state: AccountState::Erased, ..stef };
        assert_eq!(reactivate_person(asked(&amara, &erased)), Ok(None), "nobody is left to sign in");
    }

    #[test]
    fn people_are_seen_within_reach_and_everybody_sees_themselves() {
        let (manager, stef) = (somebody(1, 1), somebody(2, 1));
        assert_eq!(see_person(&manager, &stef), Ok(()));
        assert_eq!(see_person(&manager, &somebody(2, 2)), Err(PersonRefusal::NotPermitted));
        assert_eq!(see_person(&stef, &stef), Ok(()));
        assert_eq!(see_person(&stef, &manager), Err(PersonRefusal::NotPermitted));
    }

    #[test]
    fn another_address_takes_the_password_and_another_name_does_not() {
        let stef = somebody(2, 1);
        let (own, other) = ("stef@post.example", "stef@elsewhere.example");
        assert_eq!(change_profile(&stef, profile("Stef", other), false, false), Err(PersonRefusal::PasswordNeeded));
        assert_eq!(change_profile(&stef, profile("Stef", other), true, true), Err(PersonRefusal::EmailTaken));
        for (email, proved) in [(other, true), (own, false), ("Stef@Post.example", false)] {
            let fact = change_profile(&stef, profile("Stef Ember", email), false, proved).unwrap().unwrap();
            assert_eq!(fact.event, Event::ProfileChanged { account: stef.account });
            assert_eq!(fact.personal.email, Some(Email::parse(email).unwrap()));
        }
        assert!(change_profile(&stef, profile("Stef Ember", own), true, false).is_ok(), "it is their own");
        let suspended = Standing { state: AccountState::Suspended, ..stef };
        assert_eq!(change_profile(&suspended, profile("S", own), false, true), Err(PersonRefusal::NotPermitted));
    }

    #[test]
    fn a_profile_that_says_what_stands_there_already_is_no_change() {
        let stef = somebody(2, 1);
        assert_eq!(change_profile(&stef, profile("Stef", "stef@post.example"), false, false), Ok(None));
        for (name, email) in [("Stef E.", "stef@post.example"), ("Stef", "Stef@post.example")] {
            assert!(change_profile(&stef, profile(name, email), false, false).unwrap().is_some(), "{name} {email}");
        }
    }

    fn profile(name: &str, email: &str) -> ProfileDraft<'static> {
        let (name, email) = (PersonName::parse(name).unwrap(), Email::parse(email).unwrap());
        ProfileDraft { before_name: "Stef", before_email: "stef@post.example", name, email }
    }
}
