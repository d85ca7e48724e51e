//! Tests that every command answers with the view that wire promises.

use super::house::{HOME, House, PASSWORD, block_on, code_of, decode, founding, joining};
use super::matrix::at_the_clipboard;
use serde_json::{Value, json};
use tauri::Manager;
use tauri_plugin_sql::{DbInstances, DbPool};
use vestibule_domain::Permission;
use vestibule_wire::{
    AppStateView, CopiedView, ErrorCode, InvitationOptionsView, InvitationPageView, InvitationView, JoinView,
    JoinedView, PasswordStrengthView, RecoveryKeyView, ScreenProtectionView, SessionView, StageView, Status, command,
};

fn stage(house: &House) -> StageView {
    decode::<AppStateView>(house.done(command::AppState::NAME, Value::Null)).stage
}

#[test]
fn an_empty_folder_begins_with_first_start_and_goes_on_to_the_desk() {
    let house = House::empty();
    assert_eq!(stage(&house), StageView::FirstStart);
    let key: RecoveryKeyView = decode(house.done(command::CreateOrganisation::NAME, founding()));
    assert!(!key.lines.is_empty());
    assert_eq!(key.organisation, "Fernhill College");
    assert_eq!(stage(&house), StageView::SignIn);
    let session: SessionView = decode(house.enter("amara"));
    assert_eq!(session.role.name, "Administrator");
    assert!(session.everywhere && Permission::ALL.iter().all(|one| session.permissions.contains(one)));
    assert_eq!(stage(&house), StageView::Desk);
    house.done(command::LockSession::NAME, Value::Null);
    assert_eq!(stage(&house), StageView::Locked);
    let back: SessionView = decode(house.done(command::UnlockSession::NAME, json!({ "password": PASSWORD })));
    assert_eq!(back.username, "amara");
    house.done(command::SignOut::NAME, Value::Null);
    assert_eq!(stage(&house), StageView::SignIn);
}

#[test]
fn an_organisation_is_created_once() {
    let house = House::founded();
    assert_eq!(house.refused(command::CreateOrganisation::NAME, founding()).code, ErrorCode::OrganisationExists);
}

#[test]
fn an_invitation_goes_from_create_to_used_by() {
    let house = House::opened();
    let options: InvitationOptionsView = decode(house.done(command::InvitationOptions::NAME, Value::Null));
    assert_eq!(options.roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(), ["Manager", "Staff"]);
    let made: InvitationView =
        decode(house.create(json!({ "role": "Staff", "department": "Library", "label": "spring fair" })));
    assert_eq!((made.status, made.uses, made.usage_limit), (Status::Active, 0, 1));
    let code = made.code.expect("an administrator may copy");

    let seen: JoinView = decode(house.done(command::PreviewJoin::NAME, json!({ "code": code })));
    let mut form = joining(&json!(code), "nia");
    form["version"] = json!(seen.version);
    let joined: JoinedView = decode(house.done(command::RedeemInvitation::NAME, form));
    assert_eq!((joined.username.as_str(), joined.role.as_str()), ("nia", "Staff"));

    let page: InvitationPageView = decode(house.done(command::ListInvitations::NAME, json!({})));
    assert_eq!((page.total, page.counters.used, page.items[0].status), (1, 1, Status::Used));
    let whole: InvitationView = decode(house.done(command::GetInvitation::NAME, json!({ "invitation": made.id })));
    assert_eq!(whole.used_by[0].person.username, "nia");
}

#[test]
fn a_revoked_invitation_says_so() {
    let house = House::opened();
    let made: InvitationView = decode(house.create(json!({ "role": "Staff" })));
    let ended: InvitationView =
        decode(house.done(
            command::RevokeInvitation::NAME,
            json!({ "invitation": made.id, "reason": "sent to the wrong person" }),
        ));
    assert_eq!((ended.status, ended.revoke_reason.as_deref()), (Status::Revoked, Some("sent to the wrong person")));
    let again = house.refused(command::RevokeInvitation::NAME, json!({ "invitation": made.id, "reason": null }));
    assert_eq!(again.code, ErrorCode::InvitationNotActive);
}

#[test]
fn a_copy_reaches_the_clipboard_or_says_that_there_is_none() {
    let house = House::opened();
    let made: InvitationView = decode(house.create(json!({ "role": "Staff" })));
    let code = made.code.expect("an administrator may copy");
    let answer = house.ask(command::CopyInvitation::NAME, json!({ "invitation": made.id, "what": "code" }));
    let crossed = format!("{answer:?}");
    // Without a display there is no clipboard: the copy is real, and window tests read it back.
    match at_the_clipboard() {
        None => assert_eq!(decode::<CopiedView>(answer.expect("there is a clipboard")).clears_after_seconds, 60),
        failed => assert_eq!(code_of(answer), failed),
    }
    assert!(!crossed.contains(&code), "the text never crosses to the page");
    assert!(house.trail().iter().any(|event| event.event == "invitation_copied"), "a copy stands in the audit trail");
}

#[test]
fn a_password_is_weighed_while_it_is_typed() {
    let house = House::founded();
    let weigh = |password: &str| -> PasswordStrengthView {
        decode(house.done(command::PasswordStrength::NAME, json!({ "password": password, "inputs": ["amara"] })))
    };
    assert!(weigh(PASSWORD).accepted);
    assert!(!weigh("amara12345").accepted);
}

#[test]
fn the_window_is_kept_out_of_recordings_or_it_is_said_that_this_system_can_not() {
    let house = House::empty();
    let can = cfg!(any(windows, target_os = "macos"));
    for on in [true, false] {
        let view: ScreenProtectionView = decode(house.done(command::ProtectScreen::NAME, json!({ "on": on })));
        assert_eq!(view, ScreenProtectionView { supported: can, on: can && on });
    }
}

#[test]
fn a_stale_save_of_the_rules_crosses_as_what_it_is() {
    let house = House::opened();
    let seen = house.done(command::Policy::NAME, Value::Null);
    let set = |days: u32| json!({ "seen": seen, "default_expiry_days": days });
    assert_eq!(house.done(command::SetPolicy::NAME, set(3))["default_expiry_days"], 3);
    assert_eq!(house.refused(command::SetPolicy::NAME, set(4)).code, ErrorCode::PolicyChanged);
    assert_eq!(house.done(command::Policy::NAME, Value::Null)["default_expiry_days"], 3);
}

#[test]
fn a_fault_of_the_page_is_taken_in_whatever_it_holds() {
    let house = House::empty();
    for message in ["panicked at ui/src/app.rs:1", "\0\n\u{202e}", &"x".repeat(10_000_000)] {
        house.done(command::ReportFault::NAME, json!({ "message": message }));
    }
}

#[test]
fn a_request_that_is_none_is_refused_and_changes_nothing() {
    let house = House::opened();
    for request in [Value::Null, json!(7), json!({ "role": 7 }), json!({ "role": "Staff", "usage_limit": -1 })] {
        assert!(house.ask_from(&house.window, HOME, command::CreateInvitation::NAME, request).is_err());
    }
    let page: InvitationPageView = decode(house.done(command::ListInvitations::NAME, json!({})));
    assert_eq!(page.total, 0);
}

#[test]
fn the_file_opened_by_its_key_is_handed_to_the_sql_plugin_which_closes_it() {
    let house = House::empty();
    let held = || {
        let instances = house.app.state::<DbInstances>();
        let pools = block_on(instances.0.read());
        pools
            .get(vestibule_shell::pool::NAME)
            .is_some_and(|pool| matches!(pool, DbPool::Sqlite(pool) if !pool.is_closed()))
    };
    house.done(command::AppState::NAME, Value::Null);
    assert!(!held(), "nothing is open yet");
    house.done(command::CreateOrganisation::NAME, founding());
    assert!(held());
}

#[test]
fn a_data_folder_that_cannot_be_used_is_a_page_and_not_an_end() {
    let house = House::prepared(|folder| {
        let file = folder.join("data");
        std::fs::write(&file, "a file where a folder should be").expect("a scratch folder can be written");
        file
    });
    assert!(matches!(stage(&house), StageView::FileUnusable { .. }), "{:?}", stage(&house));
    assert_eq!(house.refused(command::CreateOrganisation::NAME, founding()).code, ErrorCode::FileUnreachable);
}

#[test]
fn a_damaged_data_file_is_a_page_and_stays_as_it_is() {
    let house = House::founded();
    block_on(house.desk.close());
    let file = house.folder.path().join("vestibule.db");
    let damaged = b"not a database at all, and long enough to look like one".repeat(100);
    std::fs::write(&file, &damaged).unwrap();
    // The key is known to be right, so the stage is not "locked" but "unusable": the file is no longer a database.
    assert!(matches!(stage(&house), StageView::FileUnusable { .. }), "{:?}", stage(&house));
    let sign_in = json!({ "username": "amara", "password": PASSWORD, "keep": false });
    assert_eq!(house.refused(command::SignIn::NAME, sign_in).code, ErrorCode::FileCorrupt);
    assert!(std::fs::read(&file).unwrap() == damaged, "nothing was written to it");
}
