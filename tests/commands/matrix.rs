//! Who may do what: every command for nobody, Staff, Manager and Administrator, and for a locked session. What may not
//! is refused, changes nothing, and stands in the audit trail. Every command has its row in one of the tables below;
//! there is no list of others.

use super::house::{House, PASSWORD, code_of, joining};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use vestibule_wire::ErrorCode::{
    self, InvitationNotFound, JobUnknown, NotPermitted, NotSignedIn, RoleNotAllowed, SessionLocked,
};
use vestibule_wire::command::*;

/// Who asks, in the order of the columns below.
const WHO: [Option<&str>; 4] = [None, Some("stef"), Some("mona"), Some("amara")];
/// Done.
const YES: Option<ErrorCode> = None;

/// A question, and how it ends for nobody, Staff, Manager and Administrator.
type Row = (&'static str, Value, [Option<ErrorCode>; 4]);

/// Invitations to ask about: one of the manager's division, one of another, one that is replaced.
struct Ids {
    library: Value,
    office: Value,
    old: Value,
}

impl Ids {
    fn of(house: &House) -> Self {
        house.seat(Some("amara"));
        let made = |department: &str| house.create(json!({ "role": "Staff", "department": department }))["id"].clone();
        Self { library: made("Library"), office: made("Office"), old: made("Library") }
    }
}

/// Everything that needs a session, but what leaves the window (`copies`, `dialogs`). Locked, all of it is refused but
/// `IN_A_LOCKED_SESSION`.
fn questions(ids: &Ids) -> Vec<Row> {
    let (nobody, staff) = (Some(NotSignedIn), Some(NotPermitted));
    let staff_role = json!({ "role": "Staff", "department": "Library" });
    vec![
        (INVITATION_OPTIONS, Value::Null, [nobody, staff, YES, YES]),
        (LIST_INVITATIONS, json!({}), [nobody, staff, YES, YES]),
        (GET_INVITATION, json!({ "invitation": ids.library }), [nobody, staff, YES, YES]),
        (GET_INVITATION, json!({ "invitation": ids.office }), [nobody, staff, Some(InvitationNotFound), YES]),
        (CREATE_INVITATION, staff_role, [nobody, staff, YES, YES]),
        (
            CREATE_INVITATION,
            json!({ "role": "Staff", "department": "Office" }),
            [nobody, staff, Some(ErrorCode::DepartmentNotAllowed), YES],
        ),
        (
            CREATE_INVITATION,
            json!({ "role": "Manager", "department": "Library" }),
            [nobody, staff, Some(RoleNotAllowed), YES],
        ),
        (
            CREATE_INVITATION,
            json!({ "role": "Administrator" }),
            [nobody, staff, Some(RoleNotAllowed), Some(RoleNotAllowed)],
        ),
        (INVITATION_HISTORY, json!({ "invitation": ids.library }), [nobody, staff, YES, YES]),
        (INVITATION_HISTORY, json!({ "invitation": ids.office }), [nobody, staff, Some(InvitationNotFound), YES]),
        (SHOW_QR, json!({ "invitation": ids.library }), [nobody, staff, YES, YES]),
        (SHOW_QR, json!({ "invitation": ids.office }), [nobody, staff, Some(InvitationNotFound), YES]),
        (
            DESCRIBE_INVITATION,
            json!({ "invitation": ids.library, "label": "x" }),
            [nobody, staff, Some(NotPermitted), YES],
        ),
        (
            REPLACE_INVITATION,
            json!({ "invitation": ids.old, "reason": null, "with": { "role": "Staff" } }),
            [nobody, staff, Some(NotPermitted), YES],
        ),
        (PREVIEW_REVOKE, all_of_them(), [nobody, staff, Some(NotPermitted), YES]),
        (CREATE_MANY, json!({ "each": { "role": "Staff" }, "count": 2 }), [nobody, staff, Some(NotPermitted), YES]),
        (READ_SHEET, json!({ "text": "email\nines@x.example" }), [nobody, staff, Some(NotPermitted), YES]),
        (PREVIEW_CLEAN_UP, json!({}), [nobody, staff, Some(NotPermitted), YES]),
        (CLEAN_UP, json!({}), [nobody, staff, Some(NotPermitted), YES]),
        (JOB, json!({ "job": "none" }), [nobody, Some(JobUnknown), Some(JobUnknown), Some(JobUnknown)]),
        (CANCEL_JOB, json!({ "job": "none" }), [nobody, Some(JobUnknown), Some(JobUnknown), Some(JobUnknown)]),
        (POLICY, Value::Null, [nobody, YES, YES, YES]),
        (SET_POLICY, json!({}), [nobody, staff, Some(NotPermitted), YES]),
        (PREFERENCE, json!({ "name": "views" }), [nobody, YES, YES, YES]),
        (SET_PREFERENCE, json!({ "name": "views", "value": "x" }), [nobody, YES, YES, YES]),
        (
            REVOKE_INVITATION,
            json!({ "invitation": ids.office, "reason": null }),
            [nobody, staff, Some(NotPermitted), YES],
        ),
        (
            REVOKE_INVITATION,
            json!({ "invitation": ids.library, "reason": null }),
            [nobody, staff, Some(NotPermitted), YES],
        ),
        (REMOVE_LOGO, Value::Null, [nobody, staff, Some(NotPermitted), YES]),
        (REVOKE_MANY, all_of_them(), [nobody, staff, Some(NotPermitted), YES]),
        (CONFIRM_CLOCK, Value::Null, [nobody, staff, staff, YES]),
        (SHOW_RECOVERY_KEY, json!({ "password": PASSWORD }), [nobody, staff, staff, YES]),
        (LOCK_SESSION, Value::Null, [nobody, YES, YES, YES]),
        (UNLOCK_SESSION, json!({ "password": PASSWORD }), [nobody, YES, YES, YES]),
    ]
}

fn all_of_them() -> Value {
    json!({ "selection": { "kind": "matching", "list": {}, "but": [] }, "reason": null })
}

/// What ends at the clipboard: whoever may gets a copy, or is told that there is no clipboard where there is none.
fn copies(ids: &Ids) -> Vec<Row> {
    let (nobody, staff, foreign) = (Some(NotSignedIn), Some(NotPermitted), Some(InvitationNotFound));
    let done = at_the_clipboard();
    let code = |id: &Value| json!({ "invitation": id, "what": "code" });
    vec![
        (COPY_INVITATION, code(&ids.library), [nobody, staff, done, done]),
        (COPY_INVITATION, code(&ids.office), [nobody, staff, foreign, done]),
        (COPY_QR, json!({ "invitation": ids.library }), [nobody, staff, done, done]),
        (COPY_QR, json!({ "invitation": ids.office }), [nobody, staff, foreign, done]),
    ]
}

/// What a copy comes to on this machine: it is done, but on Linux without a display there is no clipboard to put it on.
pub fn at_the_clipboard() -> Option<ErrorCode> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !display { Some(ErrorCode::ClipboardFailed) } else { YES }
}

/// What needs no session: everybody is answered, in a locked session too. In this order, since the last ones say who
/// sits there; `who` asks, and nobody names themselves `amara`.
fn open_to_all(who: Option<&str>, code: &Value, newcomer: &str) -> Vec<(&'static str, Value, Option<ErrorCode>)> {
    let own_name = who.unwrap_or("amara");
    vec![
        (APP_STATE, Value::Null, YES),
        (CLOCK, Value::Null, YES),
        (PROTECT_SCREEN, json!({ "on": true }), YES),
        (ZOOM_WINDOW, json!({ "percent": 150 }), YES),
        (PASSWORD_STRENGTH, json!({ "password": PASSWORD, "inputs": [] }), YES),
        (REPORT_FAULT, json!({ "message": "nothing" }), YES),
        (ANSWER_CLOSE, json!({ "close": false }), YES),
        (LOGO_PICTURE, Value::Null, YES),
        (PREVIEW_JOIN, json!({ "code": code }), YES),
        (REDEEM_INVITATION, joining(code, newcomer), YES),
        (CREATE_ORGANISATION, super::house::founding(), Some(ErrorCode::OrganisationExists)),
        (CHOOSE_FIRST_LOGO, json!({ "title": "x", "name": "" }), Some(ErrorCode::OrganisationExists)),
        (OPEN_SAMPLE, Value::Null, Some(ErrorCode::OrganisationExists)),
        (OPEN_FILE, json!({}), YES),
        // An invitation's code is no one-time code.
        (
            SET_PASSWORD,
            json!({ "username": newcomer, "code": code, "password": "quiet-meadow-17-heron" }),
            Some(ErrorCode::PasswordCodeRefused),
        ),
        (
            RECOVER_PASSWORD,
            json!({ "username": own_name, "recovery_key": "no key", "password": "quiet-meadow-17-heron" }),
            Some(ErrorCode::RecoveryKeyMistyped),
        ),
        (SIGN_IN, json!({ "username": own_name, "password": PASSWORD, "keep": false }), YES),
        (SIGN_OUT, Value::Null, YES),
    ]
}

/// What a person does before a locked screen.
const IN_A_LOCKED_SESSION: [&str; 2] = [LOCK_SESSION, UNLOCK_SESSION];

/// What ends in the system's own dialog for files, which only a real window has: asked here only where it is refused
/// before one opens. Whoever may is seen to come through it in the journeys (`saving`, `sheet`, `logo`).
fn dialogs() -> Vec<(&'static str, Value, [bool; 4])> {
    let dialog = json!({ "title": "Save", "name": "list" });
    let words = json!({ "time": "" });
    let print = json!({ "selection": all_of_them()["selection"], "layout": "eight", "paper": "a4", "words": words });
    let (all, own) = ([false, false, false, true], [false, false, true, true]);
    vec![
        (CHOOSE_SHEET, dialog.clone(), all),
        (CHOOSE_LOGO, dialog.clone(), all),
        (SAVE_LEFT_OUT, dialog.clone(), all),
        (
            EXPORT_INVITATIONS,
            json!({ "selection": { "kind": "matching", "list": {}, "but": [] }, "form": "csv", "dialog": dialog }),
            all,
        ),
        (PRINT_INVITATIONS, json!({ "print": print, "dialog": dialog }), own),
        (SAVE_QR, json!({ "invitation": "x", "form": "png", "dialog": dialog }), own),
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
    let ids = Ids::of(&house);
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
    let ids = Ids::of(&house);
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
    house.done(LOCK_SESSION, Value::Null);
    for (command, request, expected) in open_to_all(Some("amara"), &for_locked, "newcomer-locked") {
        assert_eq!(code_of(house.ask(command, request)), expected, "a locked session asks {command}");
    }
}

#[test]
fn every_command_stands_in_the_matrix() {
    let house = House::peopled();
    let ids = Ids::of(&house);
    let mut rows: BTreeSet<&str> =
        questions(&ids).into_iter().chain(copies(&ids)).map(|(command, ..)| command).collect();
    rows.extend(dialogs().into_iter().map(|(command, ..)| command));
    rows.extend(open_to_all(None, &Value::Null, "").into_iter().map(|(command, ..)| command));
    assert_eq!(rows, ALL.iter().copied().collect::<BTreeSet<_>>());
}

#[test]
fn a_locked_session_does_nothing_until_it_is_unlocked() {
    let house = House::peopled();
    let ids = Ids::of(&house);
    house.done(LOCK_SESSION, Value::Null);
    let dialogs = dialogs().into_iter().map(|(command, request, _)| (command, request));
    let others = questions(&ids).into_iter().chain(copies(&ids)).map(|(command, request, _)| (command, request));
    for (command, request) in dialogs.chain(others) {
        if !IN_A_LOCKED_SESSION.contains(&command) {
            assert_eq!(code_of(house.ask(command, request)), Some(SessionLocked), "{command}");
        }
    }
    assert_eq!(
        code_of(house.ask(UNLOCK_SESSION, json!({ "password": "not-the-password-at-all" }))),
        Some(ErrorCode::SignInRefused)
    );
    house.done(UNLOCK_SESSION, json!({ "password": PASSWORD }));
    house.done(LIST_INVITATIONS, json!({}));
}

#[test]
fn what_a_role_may_not_is_noted_with_who_asked() {
    let house = House::peopled();
    let ids = Ids::of(&house);
    for who in ["stef", "mona"] {
        house.seat(Some(who));
        house.refused(REVOKE_INVITATION, json!({ "invitation": ids.library, "reason": null }));
    }
    house.seat(Some("stef"));
    house.refused(LIST_INVITATIONS, json!({}));
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
    let ids = Ids::of(&house);
    house.seat(Some("mona"));
    let list = house.done(LIST_INVITATIONS, json!({}));
    let items = list["items"].as_array().expect("a list");
    assert!(items.iter().any(|item| item["id"] == ids.library));
    assert!(items.iter().all(|item| item["department"] == "Library" && item["may"]["revoke"] == false), "{items:?}");
    assert_eq!(list["total"], list["counters"]["all"], "the counters count what may be seen");
    let options = house.done(INVITATION_OPTIONS, Value::Null);
    assert_eq!((&options["role_locked"], &options["department_locked"]), (&json!(true), &json!("Library")));
    let mine = house.create(json!({ "role": "Staff" }));
    assert_eq!(mine["department"], "Library", "preset and locked");
}
