//! Who may do what: every command for nobody, Staff, Manager and Administrator, and for a locked session. What is not
//! allowed is refused, changes nothing, and is recorded in the audit trail. Every command has its row in one of the
//! tables below; there is no other list.

use super::house::{House, PASSWORD, code_of, decode, joining};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use vestibule_desk::Seat;
use vestibule_domain::{Permission, Role, Scope};
use vestibule_wire::ErrorCode::{
    self, InvitationNotFound, JobUnknown, NotPermitted, NotSignedIn, RoleNotAllowed, SessionLocked,
};
use vestibule_wire::command::*;
use vestibule_wire::{ListAuditRequest, SessionView, VerifyAuditRequest};

/// The callers, in the order of the columns below.
const WHO: [Option<&str>; 4] = [None, Some("stef"), Some("mona"), Some("amara")];
/// Allowed.
const YES: Option<ErrorCode> = None;

/// A command, its request, and its result for nobody, Staff, Manager and Administrator.
type Row = (&'static str, Value, [Option<ErrorCode>; 4]);

/// Invitations for the requests: one of the manager's division, one of another, one that is replaced.
struct Ids {
    library: Value,
    office: Value,
    old: Value,
}

impl Ids {
    fn create(house: &House) -> Self {
        house.seat(Some("amara"));
        let made = |department: &str| house.create(json!({ "role": "Staff", "department": department }))["id"].clone();
        Self { library: made("Library"), office: made("Office"), old: made("Library") }
    }
}

/// Every command that needs a session, except those that leave the window (`copies`, `dialogs`). In a locked session
/// all are refused, except `IN_A_LOCKED_SESSION`.
fn questions(ids: &Ids) -> Vec<Row> {
    let (nobody, staff) = (Some(NotSignedIn), Some(NotPermitted));
    let overseer = [nobody, staff, Some(NotPermitted), YES];
    let of = |id: &Value| json!({ "invitation": id });
    let staff_role = json!({ "role": "Staff", "department": "Library" });
    let mut rows = vec![
        (InvitationOptions::NAME, Value::Null, [nobody, staff, YES, YES]),
        (ListInvitations::NAME, json!({}), [nobody, staff, YES, YES]),
        (GetInvitation::NAME, of(&ids.library), [nobody, staff, YES, YES]),
        (GetInvitation::NAME, of(&ids.office), [nobody, staff, Some(InvitationNotFound), YES]),
        (CreateInvitation::NAME, staff_role, [nobody, staff, YES, YES]),
        (
            CreateInvitation::NAME,
            json!({ "role": "Staff", "department": "Office" }),
            [nobody, staff, Some(ErrorCode::DepartmentNotAllowed), YES],
        ),
        (
            CreateInvitation::NAME,
            json!({ "role": "Manager", "department": "Library" }),
            [nobody, staff, Some(RoleNotAllowed), YES],
        ),
        (
            CreateInvitation::NAME,
            json!({ "role": "Administrator" }),
            [nobody, staff, Some(RoleNotAllowed), Some(RoleNotAllowed)],
        ),
        (InvitationHistory::NAME, of(&ids.library), [nobody, staff, YES, YES]),
        (InvitationHistory::NAME, of(&ids.office), [nobody, staff, Some(InvitationNotFound), YES]),
        (ShowQr::NAME, of(&ids.library), [nobody, staff, YES, YES]),
        (ShowQr::NAME, of(&ids.office), [nobody, staff, Some(InvitationNotFound), YES]),
        (DescribeInvitation::NAME, json!({ "invitation": ids.library, "label": "x" }), overseer),
        (
            ReplaceInvitation::NAME,
            json!({ "invitation": ids.old, "reason": null, "with": { "role": "Staff" } }),
            overseer,
        ),
        (PreviewRevoke::NAME, all_of_them(), overseer),
        (CreateMany::NAME, json!({ "each": { "role": "Staff" }, "count": 2 }), overseer),
        (ImportInvitations::NAME, json!({ "text": "email\nines@x.example" }), overseer),
        (PreviewCleanUp::NAME, json!({}), overseer),
        (CleanUp::NAME, json!({}), overseer),
        (Job::NAME, json!({ "job": "none" }), [nobody, Some(JobUnknown), Some(JobUnknown), Some(JobUnknown)]),
        (CancelJob::NAME, json!({ "job": "none" }), [nobody, Some(JobUnknown), Some(JobUnknown), Some(JobUnknown)]),
        (Policy::NAME, Value::Null, [nobody, YES, YES, YES]),
        (SetPolicy::NAME, json!({}), overseer),
        (Preference::NAME, json!({ "name": "views" }), [nobody, YES, YES, YES]),
        (SetPreference::NAME, json!({ "name": "views", "value": "x" }), [nobody, YES, YES, YES]),
        (RevokeInvitation::NAME, json!({ "invitation": ids.office, "reason": null }), overseer),
        (RevokeInvitation::NAME, json!({ "invitation": ids.library, "reason": null }), overseer),
        (RemoveLogo::NAME, Value::Null, overseer),
        (RevokeMany::NAME, all_of_them(), overseer),
        (ConfirmClock::NAME, Value::Null, [nobody, staff, staff, YES]),
        (ShowRecoveryKey::NAME, json!({ "password": PASSWORD }), [nobody, staff, staff, YES]),
        (StayAwake::NAME, Value::Null, [nobody, YES, YES, YES]),
        (Sitting::NAME, Value::Null, [nobody, YES, YES, YES]),
    ];
    rows.extend(about_users());
    rows.extend([
        (LockSession::NAME, Value::Null, [nobody, YES, YES, YES]),
        (UnlockSession::NAME, json!({ "password": PASSWORD }), [nobody, YES, YES, YES]),
    ]);
    rows
}

/// Commands about Stef, called by Stef, his manager and an administrator; the last one erases him.
fn about_users() -> Vec<Row> {
    let (nobody, staff, unknown) = (Some(NotSignedIn), Some(NotPermitted), Some(ErrorCode::PersonUnknown));
    let overseer = [nobody, staff, Some(NotPermitted), YES];
    let own = [nobody, YES, YES, YES];
    let needs_password = Some(ErrorCode::PasswordNeeded);
    let everybody = json!({ "kind": "matching", "list": {}, "but": [] });
    vec![
        (ListUsers::NAME, json!({}), [nobody, staff, YES, YES]),
        (UserOptions::NAME, Value::Null, [nobody, staff, YES, YES]),
        (GetUser::NAME, json!({ "user": "stef" }), own),
        (GetUser::NAME, json!({ "user": "amara" }), [nobody, unknown, unknown, YES]),
        (AssignRole::NAME, json!({ "user": "stef", "role": "Staff" }), overseer),
        (MoveUser::NAME, json!({ "user": "stef", "department": "Library" }), overseer),
        (EndSessions::NAME, json!({ "user": "stef" }), [nobody, YES, Some(NotPermitted), YES]),
        (EndSessions::NAME, json!({ "user": "amara" }), [nobody, unknown, unknown, YES]),
        (SuspendUser::NAME, json!({ "user": "stef" }), overseer),
        (ReactivateUser::NAME, json!({ "user": "stef" }), overseer),
        (SuspendUsers::NAME, json!({ "selection": everybody }), overseer),
        (ReactivateUsers::NAME, json!({ "selection": everybody }), overseer),
        (MoveUsers::NAME, json!({ "users": { "selection": everybody }, "department": "Library" }), overseer),
        (SignOutUsers::NAME, json!({ "selection": everybody }), overseer),
        (ResetPassword::NAME, json!({ "username": "stef" }), overseer),
        (
            ChangeProfile::NAME,
            json!({ "name": "Somebody", "email": "new@post.example" }),
            [nobody, needs_password, needs_password, needs_password],
        ),
        (ChangePassword::NAME, json!({ "current": PASSWORD, "password": PASSWORD }), own),
        (ErasePerson::NAME, json!({ "username": "stef" }), overseer),
    ]
}

fn all_of_them() -> Value {
    json!({ "selection": { "kind": "matching", "list": {}, "but": [] }, "reason": null })
}

/// Commands that copy: people who may get a copy, or an error if there is no clipboard.
fn copies(ids: &Ids) -> Vec<Row> {
    let (nobody, staff, foreign) = (Some(NotSignedIn), Some(NotPermitted), Some(InvitationNotFound));
    let done = at_the_clipboard();
    let code = |id: &Value| json!({ "invitation": id, "what": "code" });
    vec![
        (CopyInvitation::NAME, code(&ids.library), [nobody, staff, done, done]),
        (CopyInvitation::NAME, code(&ids.office), [nobody, staff, foreign, done]),
        (CopyQr::NAME, json!({ "invitation": ids.library }), [nobody, staff, done, done]),
        (CopyQr::NAME, json!({ "invitation": ids.office }), [nobody, staff, foreign, done]),
        // An invalid code: rights are checked before it.
        (
            CopyPasswordCode::NAME,
            json!({ "username": "stef", "code": "K7QF-2M9X" }),
            [nobody, staff, Some(NotPermitted), Some(ErrorCode::CodeMalformed)],
        ),
    ]
}

/// The result of a copy on this machine: success, except that Linux without a display has no clipboard.
pub fn at_the_clipboard() -> Option<ErrorCode> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !display { Some(ErrorCode::ClipboardFailed) } else { YES }
}

/// Commands that need no session: everybody gets an answer, in a locked session too. The order matters, since the last
/// ones read the session; `who` calls them, and no request names `amara`.
fn open_to_all(who: Option<&str>, code: &Value, newcomer: &str) -> Vec<(&'static str, Value, Option<ErrorCode>)> {
    let own_name = who.unwrap_or("amara");
    vec![
        (AppState::NAME, Value::Null, YES),
        (Clock::NAME, Value::Null, YES),
        (ProtectScreen::NAME, json!({ "on": true }), YES),
        (ZoomWindow::NAME, json!({ "percent": 150 }), YES),
        (PasswordStrength::NAME, json!({ "password": PASSWORD, "inputs": [] }), YES),
        (ReportFault::NAME, json!({ "message": "nothing" }), YES),
        (AnswerClose::NAME, json!({ "close": false }), YES),
        (TakeInviteLink::NAME, Value::Null, YES),
        (LogoPicture::NAME, Value::Null, YES),
        (PreviewJoin::NAME, json!({ "code": code }), YES),
        (RedeemInvitation::NAME, joining(code, newcomer), YES),
        (CreateOrganisation::NAME, super::house::founding(), Some(ErrorCode::OrganisationExists)),
        (ChooseFirstLogo::NAME, json!({ "title": "x", "name": "" }), Some(ErrorCode::OrganisationExists)),
        (OpenSample::NAME, Value::Null, Some(ErrorCode::OrganisationExists)),
        (OpenFile::NAME, json!({}), YES),
        // An invitation's code is not a one-time code.
        (
            SetPassword::NAME,
            json!({ "username": newcomer, "code": code, "password": "quiet-meadow-17-heron" }),
            Some(ErrorCode::PasswordCodeRefused),
        ),
        (
            RecoverPassword::NAME,
            json!({ "username": own_name, "recovery_key": "no key", "password": "quiet-meadow-17-heron" }),
            Some(ErrorCode::RecoveryKeyMistyped),
        ),
        (SignIn::NAME, json!({ "username": own_name, "password": PASSWORD, "keep": false }), YES),
        (SignOut::NAME, Value::Null, YES),
    ]
}

/// Commands allowed in a locked session.
const IN_A_LOCKED_SESSION: [&str; 3] = [LockSession::NAME, UnlockSession::NAME, Sitting::NAME];

/// Commands that open the system's file dialog, which only a real window has: called here only where they are refused
/// before it opens. The journeys (`saving`, `sheet`, `logo`) test that the others are allowed.
fn dialogs() -> Vec<(&'static str, Value, [bool; 4])> {
    let dialog = json!({ "title": "Save", "name": "list" });
    let words = json!({ "time": "" });
    let print = json!({ "selection": all_of_them()["selection"], "layout": "eight", "paper": "a4", "words": words });
    let (all, own) = ([false, false, false, true], [false, false, true, true]);
    vec![
        (ChooseSheet::NAME, dialog.clone(), all),
        (ChooseLogo::NAME, dialog.clone(), all),
        (SaveLeftOut::NAME, dialog.clone(), all),
        (
            ExportInvitations::NAME,
            json!({ "selection": { "kind": "matching", "list": {}, "but": [] }, "form": "csv", "dialog": dialog }),
            all,
        ),
        (
            ExportUsers::NAME,
            json!({ "selection": { "kind": "matching", "list": {}, "but": [] }, "form": "csv", "dialog": dialog }),
            all,
        ),
        (PrintInvitations::NAME, json!({ "print": print, "dialog": dialog }), own),
        (SaveQr::NAME, json!({ "invitation": "x", "form": "png", "dialog": dialog }), own),
    ]
}

#[test]
fn no_dialog_opens_for_whoever_may_not_save() {
    let house = House::peopled();
    for (column, who) in WHO.into_iter().enumerate() {
        house.seat(who);
        for (command, request, may) in dialogs() {
            if !may[column] {
                let expected = if who.is_none() { NotSignedIn } else { NotPermitted };
                assert_eq!(code_of(house.ask(command, request)), Some(expected), "{who:?} asks {command}");
            }
        }
    }
}

#[test]
fn every_role_may_what_it_may_and_nothing_else() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    for (column, who) in WHO.into_iter().enumerate() {
        house.seat(who);
        for (command, request, expected) in questions(&ids) {
            let answer = house.ask(command, request.clone());
            assert_eq!(code_of(answer.clone()), expected[column], "{who:?} asks {command} {request}: {answer:?}");
        }
    }
}

#[test]
fn a_refused_copy_is_refused_before_any_clipboard() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    for (column, who) in WHO.into_iter().enumerate() {
        house.seat(who);
        for (command, request, expected) in copies(&ids) {
            assert_eq!(code_of(house.ask(command, request)), expected[column], "{who:?} asks {command}");
        }
    }
}

#[test]
fn what_needs_no_session_answers_everybody() {
    let house = House::peopled();
    house.seat(Some("amara"));
    let made = || house.create(json!({ "role": "Staff", "department": "Library" }))["code"].clone();
    let (codes, for_locked) = (WHO.map(|_| made()), made());
    for (number, (who, code)) in WHO.into_iter().zip(codes).enumerate() {
        house.seat(who);
        for (command, request, expected) in open_to_all(who, &code, &format!("newcomer-{number}")) {
            assert_eq!(code_of(house.ask(command, request)), expected, "{who:?} asks {command}");
        }
    }
    house.seat(Some("amara"));
    house.done(LockSession::NAME, Value::Null);
    for (command, request, expected) in open_to_all(Some("amara"), &for_locked, "newcomer-locked") {
        assert_eq!(code_of(house.ask(command, request)), expected, "a locked session asks {command}");
    }
}

#[test]
fn every_command_stands_in_the_matrix() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    let mut rows: BTreeSet<&str> =
        questions(&ids).into_iter().chain(copies(&ids)).map(|(command, ..)| command).collect();
    rows.extend(dialogs().into_iter().map(|(command, ..)| command));
    rows.extend(open_to_all(None, &Value::Null, "").into_iter().map(|(command, ..)| command));
    assert_eq!(rows, ALL.iter().map(|row| row.name).collect::<BTreeSet<_>>());
}

/// Whether a built-in role has the permissions that the table demands for a command.
fn has(role: &Role, command: &str) -> bool {
    let row = ALL.iter().find(|row| row.name == command).expect("every row is in the table");
    row.needs.are_met(&role.permissions, role.scope == Scope::Organisation)
}

#[test]
fn the_matrix_finds_what_the_table_of_commands_says() {
    let ids = Ids { library: json!("x"), office: json!("y"), old: json!("z") };
    let [administrator, manager, staff] = Role::built_in();
    let columns = [staff, manager, administrator];
    for (command, _, expected) in questions(&ids).into_iter().chain(copies(&ids)) {
        assert_eq!(expected[0], Some(NotSignedIn), "{command} needs a session");
        for (role, expected) in columns.iter().zip(&expected[1..]) {
            // With the permissions a rule may still refuse; without them the table does.
            if !has(role, command) {
                assert_eq!(*expected, Some(NotPermitted), "{command} by {}", role.name);
            }
        }
        assert!(columns.iter().any(|role| has(role, command)), "{command} is for nobody");
    }
    for (command, _, may) in dialogs() {
        let by_table: Vec<bool> = columns.iter().map(|role| has(role, command)).collect();
        assert_eq!((may[0], &may[1..]), (false, by_table.as_slice()), "{command}");
    }
    for (command, ..) in open_to_all(None, &Value::Null, "") {
        assert!(ALL.iter().any(|row| row.name == command && row.needs == Needs::Nothing), "{command}");
    }
}

/// The permissions that the table demands for a command; None: it demands none.
fn permissions_of(command: &str) -> Option<(&'static [Permission], Scope)> {
    match ALL.iter().find(|row| row.name == command).expect("every row is in the table").needs {
        Needs::Nothing | Needs::Session => None,
        Needs::May(permissions) => Some((permissions, Scope::Organisation)),
        Needs::MayEverywhere(permissions) => Some((permissions, Scope::Division)),
    }
}

/// A role in place of Manager's, of an administrator's rank and with these permissions.
fn instead(scope: Scope, permissions: Vec<Permission>) -> Role {
    let [administrator, manager, _] = Role::built_in();
    Role { rank: administrator.rank, scope, permissions, ..manager }
}

/// Every permission in the table is checked: a person who lacks one is refused, despite having all others; and, for a
/// command about the whole organisation, so is a person who has all of them for a division only.
#[test]
fn no_permission_stands_in_for_another() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    let asked: Vec<(&str, Value)> = questions(&ids)
        .into_iter()
        .chain(copies(&ids))
        .map(|(command, request, _)| (command, request))
        .chain(dialogs().into_iter().map(|(command, request, _)| (command, request)))
        .collect();
    for lacking in Permission::ALL {
        let others = Permission::ALL.into_iter().filter(|one| *one != lacking).collect();
        house.change_role(instead(Scope::Organisation, others));
        house.seat(Some("mona"));
        for (command, request) in &asked {
            if permissions_of(command).is_some_and(|(needed, _)| needed.contains(&lacking)) {
                assert_eq!(code_of(house.ask(command, request.clone())), Some(NotPermitted), "{command}: {lacking:?}");
            }
        }
    }
    house.change_role(instead(Scope::Division, Permission::ALL.to_vec()));
    house.seat(Some("mona"));
    for (command, request) in &asked {
        if permissions_of(command).is_some_and(|(_, refused)| refused == Scope::Division) {
            assert_eq!(code_of(house.ask(command, request.clone())), Some(NotPermitted), "{command} in a division");
        }
    }
}

/// The permissions in the table suffice: no command needs another one. And a person who has all of them for a division
/// reaches nothing outside it.
#[test]
fn the_permissions_of_the_table_are_enough_and_end_where_the_division_ends() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    for (command, request, expected) in questions(&ids) {
        // Skipped where the request grants the caller's own role, which nobody may.
        let Some((needed, _)) = permissions_of(command).filter(|_| request["role"] != "Manager") else { continue };
        house.change_role(instead(Scope::Organisation, needed.to_vec()));
        house.seat(Some("mona"));
        assert_eq!(code_of(house.ask(command, request)), expected[3], "{command} by {needed:?}");
    }
    let library = house.create_by("amara", json!({ "role": "Staff", "department": "Library" }))["id"].clone();
    let office = house.create_by("amara", json!({ "role": "Staff", "department": "Office" }))["id"].clone();
    house.change_role(instead(Scope::Division, Permission::ALL.to_vec()));
    house.seat(Some("mona"));
    let done = house.done(PreviewRevoke::NAME, all_of_them());
    assert_eq!(done["revoked"], house.done(ListInvitations::NAME, json!({}))["counters"]["active"]);
    let replace = |id: &Value| json!({ "invitation": id, "reason": null, "with": { "role": "Staff" } });
    for (command, request) in [
        (DescribeInvitation::NAME, json!({ "invitation": office, "label": "mine" })),
        (ReplaceInvitation::NAME, replace(&office)),
        (RevokeInvitation::NAME, json!({ "invitation": office, "reason": null })),
    ] {
        assert_eq!(code_of(house.ask(command, request)), Some(InvitationNotFound), "{command}");
    }
    house.done(DescribeInvitation::NAME, json!({ "invitation": library, "label": "ours" }));
    let replaced = house.done(ReplaceInvitation::NAME, replace(&library));
    assert_eq!(replaced["new"]["department"], "Library");
}

#[test]
fn a_locked_session_does_nothing_until_it_is_unlocked() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    house.done(LockSession::NAME, Value::Null);
    let dialogs = dialogs().into_iter().map(|(command, request, _)| (command, request));
    let others = questions(&ids).into_iter().chain(copies(&ids)).map(|(command, request, _)| (command, request));
    for (command, request) in dialogs.chain(others) {
        if !IN_A_LOCKED_SESSION.contains(&command) {
            assert_eq!(code_of(house.ask(command, request)), Some(SessionLocked), "{command}");
        }
    }
    assert_eq!(
        code_of(house.ask(UnlockSession::NAME, json!({ "password": "not-the-password-at-all" }))),
        Some(ErrorCode::SignInRefused)
    );
    house.done(UnlockSession::NAME, json!({ "password": PASSWORD }));
    house.done(ListInvitations::NAME, json!({}));
}

#[test]
fn what_a_role_may_not_is_noted_with_who_asked() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    for who in ["stef", "mona"] {
        house.seat(Some(who));
        house.refused(RevokeInvitation::NAME, json!({ "invitation": ids.library, "reason": null }));
    }
    house.seat(Some("stef"));
    house.refused(ListInvitations::NAME, json!({}));
    let trail = house.trail();
    let noted: Vec<&str> = trail
        .iter()
        .filter(|event| event.outcome == "not_permitted")
        .filter_map(|event| event.actor.as_ref().map(|actor| actor.username.as_str()))
        .collect();
    assert_eq!(noted, ["stef", "mona", "stef"], "newest first");
}

#[test]
fn a_manager_sees_and_offers_their_own_division_only() {
    let house = House::peopled();
    let ids = Ids::create(&house);
    house.seat(Some("mona"));
    let list = house.done(ListInvitations::NAME, json!({}));
    let items = list["items"].as_array().expect("a list");
    assert!(items.iter().any(|item| item["id"] == ids.library));
    assert!(items.iter().all(|item| item["department"] == "Library" && item["may"]["revoke"] == false), "{items:?}");
    assert_eq!(list["total"], list["counters"]["all"], "the counters count what may be seen");
    let options = house.done(InvitationOptions::NAME, Value::Null);
    assert_eq!((&options["role_locked"], &options["department_locked"]), (&json!(true), &json!("Library")));
    let mine = house.create(json!({ "role": "Staff" }));
    assert_eq!(mine["department"], "Library", "preset and locked");
}

#[test]
fn the_built_in_roles_get_nothing_back_at_a_start_that_was_taken_from_them() {
    let house = House::peopled();
    let [administrator, manager, _] = Role::built_in();
    let before = [Permission::SeeInvitations, Permission::CreateInvitations, Permission::CopyInvitations];
    house.change_role(Role { permissions: before.to_vec(), ..manager });
    let older = [&before[..], &[Permission::RevokeInvitations, Permission::SeeAuditTrail]].concat();
    house.change_role(Role { permissions: older, ..administrator });
    let changed = async |seat: &Seat| {
        let page = seat.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.expect("amara sees it");
        let of_roles = page.items.into_iter().filter(|event| event.event == "role_changed");
        of_roles.map(|event| (event.subject, event.actor.is_some())).collect::<Vec<_>>()
    };
    for _ in 0..2 {
        house.in_another_process(async |seat| {
            assert_eq!(changed(seat).await.len(), 2, "the test's two, and none of the program's");
            assert!(seat.verify_audit(VerifyAuditRequest::default()).await.expect("it is read").complete);
        });
    }
    house.seat(Some("amara"));
    assert_eq!(house.refused(SetPolicy::NAME, json!({})).code, NotPermitted);
    house.done(SignOut::NAME, Value::Null);
    let mona: SessionView = decode(house.enter("mona"));
    assert!(mona.may::<CreateInvitation>() && !mona.may::<PrintInvitations>());
}
