//! The rules, each with a case that is refused, and thousands of random sequences of operations.

use super::*;
use crate::*;
use chrono::{TimeDelta, TimeZone, Utc};
use proptest::prelude::*;

fn noon() -> Moment {
    Utc.with_ymd_and_hms(2026, 9, 8, 12, 0, 0).unwrap()
}

fn role(name: &str) -> Role {
    Role::built_in().into_iter().find(|r| r.name == name).unwrap()
}

fn somebody(role_name: &str, department: Option<DepartmentId>) -> Standing {
    let role = role(role_name);
    let reach = Reach::from_scope(role.scope, department.map(|head| Division::new(head, [])));
    let account = AccountId::new(noon(), [1; 10]);
    Standing { account, role, department, reach, state: AccountState::Active }
}

fn library() -> DepartmentId {
    DepartmentId::new(noon(), [2; 10])
}

fn sciences() -> DepartmentId {
    DepartmentId::new(noon(), [3; 10])
}

fn draft(role: &Role) -> InvitationDraft<'_> {
    InvitationDraft {
        email: None,
        domain: None,
        role,
        department: None,
        groups: vec![],
        expires: ExpiryInput::Default,
        usage_limit: UsageLimit::ONE,
        label: None,
        note: None,
    }
}

fn made() -> NewInvitation {
    let code = Code::generate(CodeLength::Sixteen, &(0..64).collect::<Vec<u8>>()).unwrap();
    NewInvitation { id: InvitationId::new(noon(), [4; 10]), code }
}

fn create(who: &Standing, draft: InvitationDraft<'_>) -> Result<Vec<Fact>, CreateRefusal> {
    create_invitation(who, draft, made(), &Policy::default(), noon())
}

fn invitation(role_name: &str) -> Invitation {
    let NewInvitation { id, .. } = made();
    Invitation {
        id,
        email: None,
        domain: None,
        role: role(role_name).id,
        department: None,
        groups: vec![],
        label: None,
        note: None,
        usage_limit: UsageLimit::ONE,
        uses: 0,
        expiry: Expiry::stored(Some(noon() + TimeDelta::days(7))),
        created_by: AccountId::new(noon(), [1; 10]),
        created_at: noon(),
        revoked: None,
        replaces: None,
        replaced_by: None,
        archived_at: None,
    }
}

fn revoked() -> Option<Revocation> {
    Some(Revocation { by: Some(AccountId::new(noon(), [1; 10])), at: noon(), reason: None })
}

fn noor() -> Newcomer {
    Newcomer {
        account: AccountId::new(noon(), [9; 10]),
        name: PersonName::parse("Noor Haddad").unwrap(),
        email: Email::parse("noor@post.example").unwrap(),
        username: Username::parse("noor").unwrap(),
    }
}

fn redeem(
    invitation: &Invitation,
    creator: Option<&Standing>,
    change: impl Fn(&mut Redemption<'_>),
) -> Result<Redeemed, RedeemRefusal> {
    let role = Role::built_in().into_iter().find(|r| r.id == invitation.role).unwrap();
    let mut case = Redemption {
        invitation,
        role: &role,
        creator,
        as_shown: true,
        email_known: false,
        username_known: false,
        username_alike: false,
    };
    change(&mut case);
    redeem_invitation(&case, noor(), noon())
}

// ---- create

#[test]
fn an_administrator_invites_into_lower_roles_and_not_into_their_own() {
    let amara = somebody("Administrator", None);
    assert!(create(&amara, draft(&role("Staff"))).is_ok());
    assert_eq!(create(&amara, draft(&role("Administrator"))), Err(CreateRefusal::RoleNotAllowed));
}

#[test]
fn rank_is_compared_as_a_number_whatever_the_name_says() {
    let amara = somebody("Administrator", None);
    let disguised = Role { name: "Staff".to_owned(), rank: Rank::new(1000), ..role("Administrator") };
    assert_eq!(create(&amara, draft(&disguised)), Err(CreateRefusal::RoleNotAllowed));
}

#[test]
fn a_manager_invites_staff_into_their_own_division_only() {
    let jonas = somebody("Manager", Some(library()));
    let staff = role("Staff");
    let facts = create(&jonas, draft(&staff)).unwrap();
    assert!(matches!(facts[0].event, Event::InvitationCreated { department: Some(d), .. } if d == library()));
    let elsewhere = InvitationDraft { department: Some(DepartmentChoice::Existing(sciences())), ..draft(&staff) };
    assert_eq!(create(&jonas, elsewhere), Err(CreateRefusal::DepartmentNotAllowed));
    let new = InvitationDraft { department: Some(new_department("Sciences", None)), ..draft(&staff) };
    assert_eq!(create(&jonas, new), Err(CreateRefusal::DepartmentNotAllowed));
    let editor = Role { rank: Rank::new(200), ..role("Staff") };
    assert_eq!(create(&jonas, draft(&editor)), Err(CreateRefusal::RoleNotAllowed));
}

#[test]
fn a_manager_without_a_department_reaches_nothing() {
    let adrift = somebody("Manager", None);
    assert_eq!(create(&adrift, draft(&role("Staff"))), Err(CreateRefusal::DepartmentNotAllowed));
}

#[test]
fn staff_and_the_suspended_create_nothing() {
    assert_eq!(create(&somebody("Staff", None), draft(&role("Staff"))), Err(CreateRefusal::NotPermitted));
    let suspended = Standing { state: AccountState::Suspended, ..somebody("Administrator", None) };
    assert_eq!(create(&suspended, draft(&role("Staff"))), Err(CreateRefusal::NotPermitted));
}

#[test]
fn a_manager_is_invited_into_a_department_or_not_at_all() {
    let amara = somebody("Administrator", None);
    let manager = role("Manager");
    assert_eq!(create(&amara, draft(&manager)), Err(CreateRefusal::DepartmentRequired));
    let placed = InvitationDraft { department: Some(new_department("Library", None)), ..draft(&manager) };
    assert_eq!(create(&amara, placed).unwrap().len(), 2);
}

// ---- revoke

#[test]
fn only_an_active_invitation_can_be_revoked_and_only_by_who_may() {
    let amara = somebody("Administrator", None);
    assert!(revoke_invitation(&amara, &invitation("Staff"), None, noon()).is_ok());
    let used = Invitation { uses: 1, ..invitation("Staff") };
    assert_eq!(revoke_invitation(&amara, &used, None, noon()), Err(RevokeRefusal::NotActive(Status::Used)));
    let over = noon() + TimeDelta::days(7);
    assert_eq!(
        revoke_invitation(&amara, &invitation("Staff"), None, over),
        Err(RevokeRefusal::NotActive(Status::Expired))
    );
    let again = Invitation { revoked: revoked(), ..invitation("Staff") };
    assert_eq!(revoke_invitation(&amara, &again, None, noon()), Err(RevokeRefusal::NotActive(Status::Revoked)));
    let own = Invitation { department: Some(library()), ..invitation("Staff") };
    assert_eq!(
        revoke_invitation(&somebody("Manager", Some(library())), &own, None, noon()),
        Err(RevokeRefusal::NotPermitted)
    );
}

// ---- redeem

#[test]
fn an_active_invitation_lets_its_newcomer_in() {
    let amara = somebody("Administrator", None);
    let [account, used] = redeem(&invitation("Staff"), Some(&amara), |_| {}).unwrap();
    assert!(matches!(account.event, Event::AccountCreated { .. }));
    assert!(matches!(used.event, Event::InvitationRedeemed { .. }));
}

#[test]
fn ended_invitations_let_nobody_in() {
    let amara = somebody("Administrator", None);
    let ended = [
        (Invitation { revoked: revoked(), ..invitation("Staff") }, RedeemRefusal::Revoked),
        (Invitation { uses: 1, ..invitation("Staff") }, RedeemRefusal::UsedUp),
        (Invitation { expiry: Expiry::stored(Some(noon())), ..invitation("Staff") }, RedeemRefusal::Expired),
    ];
    for (invitation, refusal) in ended {
        assert_eq!(redeem(&invitation, Some(&amara), |_| {}), Err(refusal));
    }
}

#[test]
fn a_creator_who_was_demoted_suspended_or_removed_brings_nobody_in() {
    let demoted = somebody("Manager", Some(library()));
    let suspended = Standing { state: AccountState::Suspended, ..somebody("Administrator", None) };
    for creator in [None, Some(&demoted), Some(&suspended)] {
        assert_eq!(redeem(&invitation("Manager"), creator, |_| {}), Err(RedeemRefusal::CreatorMayNot));
    }
}

#[test]
fn a_manager_who_moved_no_longer_brings_anybody_into_the_old_division() {
    let moved = somebody("Manager", Some(sciences()));
    let old = Invitation { department: Some(library()), ..invitation("Staff") };
    assert_eq!(redeem(&old, Some(&moved), |_| {}), Err(RedeemRefusal::CreatorMayNot));
}

#[test]
fn a_bound_invitation_is_for_that_address_whatever_its_case() {
    let amara = somebody("Administrator", None);
    let hers = Invitation { email: Some(Email::parse("NOOR@post.example").unwrap()), ..invitation("Staff") };
    assert!(redeem(&hers, Some(&amara), |_| {}).is_ok());
    let other = Invitation { email: Some(Email::parse("liam@post.example").unwrap()), ..invitation("Staff") };
    assert_eq!(redeem(&other, Some(&amara), |_| {}), Err(RedeemRefusal::WrongEmail));
}

#[test]
fn what_was_not_shown_is_not_redeemed_and_nobody_joins_twice() {
    let amara = somebody("Administrator", None);
    assert_eq!(redeem(&invitation("Staff"), Some(&amara), |case| case.as_shown = false), Err(RedeemRefusal::Changed));
    assert_eq!(
        redeem(&invitation("Staff"), Some(&amara), |case| case.email_known = true),
        Err(RedeemRefusal::AlreadyMember)
    );
    assert_eq!(
        redeem(&invitation("Staff"), Some(&amara), |case| case.username_known = true),
        Err(RedeemRefusal::UsernameTaken)
    );
    assert_eq!(
        redeem(&invitation("Staff"), Some(&amara), |case| case.username_alike = true),
        Err(RedeemRefusal::UsernameAlike)
    );
}

// ---- status and sequences

proptest! {
    #[test]
    fn status_is_total_and_in_the_order_of_the_specification(uses in 0u32..12_000, limit in 1u64..=10_000, ends in any::<i64>(), never: bool, ended: bool, now in any::<i64>()) {
        let at = |millis: i64| chrono::DateTime::from_timestamp_millis(millis % 4_000_000_000_000).unwrap();
        let expiry = Expiry::stored((!never).then(|| at(ends)));
        let it = Invitation { uses, usage_limit: UsageLimit::new(limit).unwrap(), expiry, revoked: if ended { revoked() } else { None }, ..invitation("Staff") };
        let expected = match () {
            () if ended => Status::Revoked,
            () if u64::from(uses) >= limit => Status::Used,
            () if !never && at(ends) <= at(now) => Status::Expired,
            () => Status::Active,
        };
        prop_assert_eq!(status(&it, at(now)), expected);
    }

    #[test]
    fn no_sequence_of_operations_passes_the_limit_or_outlives_the_end(limit in 1u64..5, steps in proptest::collection::vec(0u8..4, 1..40)) {
        let amara = somebody("Administrator", None);
        let staff = role("Staff");
        let mut now = noon();
        let mut it = Invitation { usage_limit: UsageLimit::new(limit).unwrap(), ..invitation("Staff") };
        for (turn, step) in steps.iter().enumerate() {
            match step {
                0 | 1 => {
                    let before = status(&it, now);
                    let case = Redemption { invitation: &it, role: &staff, creator: Some(&amara), as_shown: true, email_known: false, username_known: false, username_alike: false };
                    let newcomer = Newcomer { account: AccountId::new(now, [u8::try_from(turn).unwrap(); 10]), ..noor() };
                    let done = redeem_invitation(&case, newcomer, now);
                    prop_assert_eq!(done.is_ok(), before == Status::Active);
                    it.uses += u32::from(done.is_ok());
                }
                2 => now += TimeDelta::days(2),
                _ => if turn % 5 == 4 && revoke_invitation(&amara, &it, None, now).is_ok() {
                    it.revoked = revoked();
                },
            }
            prop_assert!(u64::from(it.uses) <= limit);
        }
    }
}

// ---- bindings, groups

fn school() -> EmailDomain {
    EmailDomain::parse("@school.example").unwrap()
}

#[test]
fn an_invitation_is_bound_to_an_address_or_to_a_domain_and_not_to_both() {
    let amara = somebody("Administrator", None);
    let staff = role("Staff");
    let email = Email::parse("noor@school.example").ok();
    assert!(create(&amara, InvitationDraft { domain: Some(school()), ..draft(&staff) }).is_ok());
    let both = InvitationDraft { email: email.clone(), domain: Some(school()), ..draft(&staff) };
    assert_eq!(create(&amara, both), Err(CreateRefusal::BoundTwice));
    let policy = Policy { binding_required: true, ..Policy::default() };
    let bound = InvitationDraft { email, ..draft(&staff) };
    assert!(create_invitation(&amara, bound, made(), &policy, noon()).is_ok());
    assert_eq!(create_invitation(&amara, draft(&staff), made(), &policy, noon()), Err(CreateRefusal::BindingRequired));
}

#[test]
fn a_bound_domain_lets_in_its_own_addresses_only() {
    let amara = somebody("Administrator", None);
    let elsewhere = Invitation { domain: Some(school()), ..invitation("Staff") };
    assert_eq!(redeem(&elsewhere, Some(&amara), |_| {}), Err(RedeemRefusal::WrongDomain));
    let here = Invitation { domain: EmailDomain::parse("POST.example").ok(), ..invitation("Staff") };
    assert!(redeem(&here, Some(&amara), |_| {}).is_ok());
}

#[test]
fn groups_are_made_as_needed_by_who_looks_after_all_and_only_used_from_within_a_division() {
    let group = |number| GroupId::new(noon(), [number; 10]);
    let new = || GroupChoice::New(group(1), GroupName::parse("First aiders").unwrap());
    let staff = role("Staff");
    let amara = somebody("Administrator", None);
    let wish = InvitationDraft { groups: vec![new(), GroupChoice::Existing(group(2)), new()], ..draft(&staff) };
    let facts = create(&amara, wish).unwrap();
    assert_eq!(facts.len(), 2, "the group is made once");
    let Event::InvitationCreated { groups, .. } = &facts[1].event else { panic!("no creation") };
    assert_eq!(groups, &[group(1), group(2)]);
    let priya = somebody("Manager", Some(library()));
    let known = InvitationDraft { groups: vec![GroupChoice::Existing(group(2))], ..draft(&staff) };
    assert!(create(&priya, known).is_ok());
    let unknown = InvitationDraft { groups: vec![new()], ..draft(&staff) };
    assert_eq!(create(&priya, unknown), Err(CreateRefusal::GroupNotAllowed));
}

#[test]
fn the_newcomer_is_put_into_the_groups() {
    let groups = vec![GroupId::new(noon(), [1; 10])];
    let it = Invitation { groups: groups.clone(), ..invitation("Staff") };
    let facts = redeem(&it, Some(&somebody("Administrator", None)), |_| {}).unwrap();
    assert!(matches!(&facts[0].event, Event::AccountCreated { groups: put, .. } if *put == groups));
}

// ---- replace, describe, archive

fn replaced(who: &Standing, old: &Invitation, role: &Role) -> Result<Vec<Fact>, ReplaceRefusal> {
    replace_invitation(who, old, None, draft(role), made(), &Policy::default(), noon())
}

#[test]
fn a_replacement_ends_the_old_one_and_links_both() {
    let old = Invitation { id: InvitationId::new(noon(), [8; 10]), ..invitation("Staff") };
    let facts = replaced(&somebody("Administrator", None), &old, &role("Staff")).unwrap();
    let new = made().id;
    assert!(
        matches!(&facts[0].event, Event::InvitationCreated { invitation, replaces: Some(of), .. } if *invitation == new && *of == old.id)
    );
    assert!(
        matches!(&facts[1].event, Event::InvitationRevoked { invitation, replaced_by: Some(by) } if *invitation == old.id && *by == new)
    );
}

#[test]
fn what_can_not_be_revoked_or_made_is_not_replaced() {
    let amara = somebody("Administrator", None);
    let staff = role("Staff");
    let ended = Invitation { revoked: revoked(), ..invitation("Staff") };
    let not_active = ReplaceRefusal::Old(RevokeRefusal::NotActive(Status::Revoked));
    assert_eq!(replaced(&amara, &ended, &staff), Err(not_active));
    let too_high = ReplaceRefusal::New(CreateRefusal::RoleNotAllowed);
    assert_eq!(replaced(&amara, &invitation("Staff"), &role("Administrator")), Err(too_high));
    let priya = somebody("Manager", Some(library()));
    let own = Invitation { department: Some(library()), ..invitation("Staff") };
    assert_eq!(replaced(&priya, &own, &staff), Err(ReplaceRefusal::Old(RevokeRefusal::NotPermitted)));
}

#[test]
fn a_replaced_code_says_so_to_its_holder() {
    let it = Invitation { revoked: revoked(), replaced_by: Some(made().id), ..invitation("Staff") };
    let amara = somebody("Administrator", None);
    assert_eq!(redeem(&it, Some(&amara), |_| {}), Err(RedeemRefusal::Replaced));
    let it = Invitation { revoked: revoked(), ..invitation("Staff") };
    assert_eq!(redeem(&it, Some(&amara), |_| {}), Err(RedeemRefusal::Revoked));
}

#[test]
fn an_archived_one_has_ended_at_any_clock_value_for_list_redeem_revoke_and_replace_alike() {
    // Not expired by this clock, as after the clock was set back.
    let it = Invitation { archived_at: Some(noon()), ..invitation("Staff") };
    assert_eq!(status(&Invitation { archived_at: None, ..it.clone() }, noon()), Status::Active);
    let amara = somebody("Administrator", None);
    assert_eq!(status(&it, noon()), Status::Expired);
    assert_eq!(redeem(&it, Some(&amara), |_| {}), Err(RedeemRefusal::Expired));
    let not_active = RevokeRefusal::NotActive(Status::Expired);
    assert_eq!(revoke_invitation(&amara, &it, None, noon()), Err(not_active));
    assert_eq!(replaced(&amara, &it, &role("Staff")), Err(ReplaceRefusal::Old(not_active)));
    let used = Invitation { uses: it.usage_limit.get(), ..it };
    assert_eq!(status(&used, noon()), Status::Used, "what else had ended it still says so");
}

#[test]
fn label_and_note_change_with_what_they_were_and_nothing_else_does() {
    let it = Invitation { label: Label::parse("Poster").ok(), ..invitation("Staff") };
    let amara = somebody("Administrator", None);
    let note = Note::parse("In the library").ok();
    let fact = describe_invitation(&amara, &it, None, note.clone()).unwrap().unwrap();
    assert_eq!(fact.event, Event::InvitationDescribed { invitation: it.id });
    assert_eq!((fact.personal.label, fact.personal.label_before), (None, it.label.clone()));
    assert_eq!((fact.personal.note, fact.personal.note_before), (note, None));
    assert_eq!(describe_invitation(&amara, &it, it.label.clone(), None), Ok(None), "nothing changed, nothing happened");
    let priya = somebody("Manager", Some(library()));
    let own = Invitation { department: Some(library()), ..it };
    assert_eq!(describe_invitation(&priya, &own, None, None), Err(DescribeRefusal::NotPermitted));
}

/// A department that the invitation would create.
fn new_department(name: &str, parent: Option<DepartmentId>) -> DepartmentChoice {
    let name = DepartmentName::parse(name).unwrap();
    DepartmentChoice::New { id: DepartmentId::from_bytes([9; 16]), name, parent, place: parent }
}

/// Somebody with every permission, and the library's division as their reach.
fn deputy() -> Standing {
    let mut deputy = somebody("Manager", Some(library()));
    deputy.role.permissions = Permission::ALL.to_vec();
    deputy
}

#[test]
fn a_division_s_permissions_end_where_it_ends() {
    let staff = role("Staff");
    let own = Invitation { department: Some(library()), ..invitation("Staff") };
    let label = Label::parse("Poster").ok();
    assert!(describe_invitation(&deputy(), &own, label.clone(), None).is_ok());
    assert!(revoke_invitation(&deputy(), &own, None, noon()).is_ok());
    assert!(replaced(&deputy(), &own, &staff).is_ok());
    for department in [None, Some(DepartmentId::from_bytes([9; 16]))] {
        let other = Invitation { department, ..own.clone() };
        assert_eq!(
            describe_invitation(&deputy(), &other, label.clone(), None),
            Err(DescribeRefusal::NotPermitted),
            "{department:?}"
        );
        assert_eq!(revoke_invitation(&deputy(), &other, None, noon()), Err(RevokeRefusal::NotPermitted));
        let refused = Err(ReplaceRefusal::Old(RevokeRefusal::NotPermitted));
        assert_eq!(replaced(&deputy(), &other, &staff), refused);
    }
}

#[test]
fn a_new_department_or_group_is_made_by_who_may_make_them_for_the_whole_organisation() {
    let staff = role("Staff");
    let group = || GroupChoice::New(GroupId::new(noon(), [1; 10]), GroupName::parse("Choir").unwrap());
    let with_department = || InvitationDraft { department: Some(new_department("Arts", None)), ..draft(&staff) };
    let with_group = || InvitationDraft { groups: vec![group()], ..draft(&staff) };
    let amara = somebody("Administrator", None);
    assert!(create(&amara, with_department()).is_ok() && create(&amara, with_group()).is_ok());
    let without = |permission| {
        let mut who = amara.clone();
        who.role.permissions.retain(|one| *one != permission);
        who
    };
    let no_departments = without(Permission::ManageDepartments);
    assert_eq!(create(&no_departments, with_department()), Err(CreateRefusal::NewDepartmentNotAllowed));
    assert!(create(&no_departments, with_group()).is_ok());
    let no_groups = without(Permission::ManageGroups);
    assert_eq!(create(&no_groups, with_group()), Err(CreateRefusal::GroupNotAllowed));
    assert!(create(&no_groups, with_department()).is_ok());
    assert_eq!(create(&deputy(), with_department()), Err(CreateRefusal::DepartmentNotAllowed));
    let under = |parent| InvitationDraft { department: Some(new_department("Archive", Some(parent))), ..draft(&staff) };
    assert!(create(&deputy(), under(library())).is_ok(), "within their own division");
    assert_eq!(create(&deputy(), under(sciences())), Err(CreateRefusal::DepartmentNotAllowed));
    let priya = somebody("Manager", Some(library()));
    assert_eq!(create(&priya, under(library())), Err(CreateRefusal::NewDepartmentNotAllowed));
    assert_eq!(create(&deputy(), with_group()), Err(CreateRefusal::GroupNotAllowed));
}

#[test]
fn a_manager_acts_in_all_of_their_division_and_after_a_move_no_more() {
    let staff = role("Staff");
    let physics = DepartmentId::from_bytes([5; 16]);
    let mut priya = somebody("Manager", Some(sciences()));
    let there = || InvitationDraft { department: Some(DepartmentChoice::Existing(physics)), ..draft(&staff) };
    let it = Invitation { department: Some(physics), ..invitation("Staff") };
    assert_eq!(create(&priya, there()), Err(CreateRefusal::DepartmentNotAllowed));
    priya.reach = Reach::Division(Division::new(sciences(), [physics]));
    assert!(create(&priya, there()).is_ok());
    priya.role.permissions.push(Permission::RevokeInvitations);
    assert!(revoke_invitation(&priya, &it, None, noon()).is_ok());
    let facts = create(&priya, draft(&staff)).unwrap();
    assert!(
        matches!(facts[0].event, Event::InvitationCreated { department: Some(own), .. } if own == sciences()),
        "their own is the usual one"
    );
}
