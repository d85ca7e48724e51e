//! Tests of what no page may use, whoever is signed in: SQL, clipboard, files, other windows and pages.

use super::house::{HOME, House, PASSWORD, block_on};
use serde_json::{Value, json};
use tauri::Manager;
use vestibule_desk::{DeskError, Seat};
use vestibule_shell::seats::{Seats, kind_of};
use vestibule_wire::command::{ALL, Needs, WindowKind};
use vestibule_wire::{ErrorCode, ErrorView, ListInvitationsRequest};

/// Refused by Tauri itself, before the plugin is called: a sentence, not one of our errors. Returns the sentence.
#[track_caller]
fn is_walled(house: &House, command: &str, request: Value) -> String {
    let answer = house.ask_from(&house.window, HOME, command, request);
    let refusal = answer.expect_err(command).as_str().unwrap_or_default().to_owned();
    assert!(refusal.contains("not allowed"), "{command}: {refusal}");
    refusal
}

/// Also refused by Tauri, for a plugin that is registered: its command exists, and only the permission is missing.
#[track_caller]
fn is_not_granted(house: &House, command: &str, request: Value) {
    let refusal = is_walled(house, command, request);
    assert!(!refusal.contains("Plugin not found") && !refusal.contains("Command not found"), "{command}: {refusal}");
}

#[test]
fn javascript_never_runs_sql() {
    let house = House::opened();
    let db = vestibule_shell::pool::NAME;
    is_not_granted(&house, "plugin:sql|load", json!({ "db": db }));
    is_not_granted(&house, "plugin:sql|select", json!({ "db": db, "query": "select 1", "values": [] }));
    is_not_granted(&house, "plugin:sql|execute", json!({ "db": db, "query": "delete from invitation", "values": [] }));
    is_not_granted(&house, "plugin:sql|close", json!({ "db": db }));
}

#[test]
fn javascript_never_touches_the_clipboard() {
    let house = House::opened();
    for command in ["write_text", "write_secret", "write_html", "write_image", "read_text", "read_image", "clear"] {
        is_not_granted(
            &house,
            &format!("plugin:clipboard-manager|{command}"),
            json!({ "text": "K7QF-2M9X-4TZC-8WHN" }),
        );
    }
}

#[test]
fn javascript_reaches_nothing_else_of_the_machine() {
    let house = House::opened();
    for command in [
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "plugin:opener|open_url",
        "plugin:process|exit",
        "plugin:window-state|save_window_state",
        "plugin:path|resolve_directory",
        "plugin:webview|create_webview_window",
        "plugin:window|create",
        "plugin:window|close",
        "plugin:event|emit",
        "plugin:menu|new",
        "plugin:resources|close",
    ] {
        is_walled(&house, command, json!({}));
    }
}

#[test]
fn a_window_of_another_kind_is_refused_the_desks_commands() {
    let house = House::opened();
    for label in ["kiosk", "main", "desk-2"] {
        let other = house.window_called(label);
        for command in ALL.iter().map(|row| row.name) {
            let answer = house.ask_from(&other, HOME, command, json!({}));
            let refusal = answer.expect_err(command);
            assert!(
                refusal.as_str().is_some_and(|said| said.contains("not allowed")),
                "{label} asks {command}: {refusal}"
            );
        }
    }
}

#[test]
fn there_is_one_window_and_one_capability() {
    let house = House::empty();
    assert_eq!(house.app.webview_windows().into_keys().collect::<Vec<_>>(), ["desk"]);
    let described = &house.app.config().app.windows;
    assert_eq!(described.len(), 1);
    let window = &described[0];
    assert_eq!((window.title.as_str(), window.create), ("Vestibule", false));
    assert_eq!((window.min_width, window.min_height), (Some(900.0), Some(600.0)));
    let capabilities =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src-tauri/capabilities")).unwrap().count();
    assert_eq!(capabilities, 1);
}

#[test]
fn the_page_may_load_nothing_from_elsewhere_and_run_nothing_inline() {
    let house = House::empty();
    let csp = house.app.config().app.security.csp.clone().expect("a content security policy").to_string();
    for rule in [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(csp.contains(rule), "{rule} in {csp}");
    }
    for hole in ["unsafe-inline", "'unsafe-eval'", "https:", " *", "http://*"] {
        assert!(!csp.contains(hole), "{hole} in {csp}");
    }
    assert!(house.app.config().app.security.dangerous_disable_asset_csp_modification == Default::default());
    assert!(!house.app.config().app.security.asset_protocol.enable);
}

#[test]
fn a_request_of_another_shape_is_refused_and_not_repeated() {
    let house = House::founded();
    for request in [json!({ "username": 5, "password": PASSWORD }), json!(PASSWORD), json!([PASSWORD]), Value::Null] {
        let refusal = house.ask_from(&house.window, HOME, "sign_in", request).expect_err("it is no request");
        assert_eq!(refusal, json!("this is no request of the command sign_in"));
    }
    // A command without a request accepts no argument.
    let refusal = house.ask_from(&house.window, HOME, "sign_out", json!({ "keep": PASSWORD }));
    assert_eq!(refusal, Err(json!("this is no request of the command sign_out")));
}

/// The error code of a refusal by the desk.
fn code<T>(answer: Result<T, DeskError>) -> Option<ErrorCode> {
    answer.err().map(|error| ErrorView::from(error).code)
}

#[test]
fn who_signs_in_at_one_window_sits_at_no_other() {
    let house = House::opened();
    let seats = house.app.state::<Seats>();
    let list = |seat: Seat| block_on(seat.list_invitations(ListInvitationsRequest::default()));
    assert!(list(seats.get_or_create("desk", WindowKind::Desk)).is_ok());
    let kiosk = seats.get_or_create("kiosk", WindowKind::Kiosk);
    assert_eq!(code(list(kiosk.clone())), Some(ErrorCode::NotSignedIn));
    block_on(kiosk.sign_out()).expect("nobody is signed out");
    assert!(list(seats.get_or_create("desk", WindowKind::Desk)).is_ok(), "another window's sign-out is its own");
    seats.left("desk");
    assert_eq!(
        code(list(seats.get_or_create("desk", WindowKind::Desk))),
        Some(ErrorCode::NotSignedIn),
        "gone with its window"
    );
}

#[test]
fn a_lobby_s_window_asks_for_nothing_that_needs_a_session() {
    let of_kiosk = ALL.iter().filter(|row| row.windows.contains(&WindowKind::Kiosk));
    let wrong: Vec<&str> = of_kiosk.filter(|row| row.needs != Needs::Nothing).map(|row| row.name).collect();
    assert_eq!(wrong, [""; 0]);
    assert!(ALL.iter().all(|row| row.windows.contains(&WindowKind::Desk)), "the desk's window asks for everything");
    assert_eq!(
        [kind_of("desk"), kind_of("kiosk"), kind_of("desk-2")],
        [Some(WindowKind::Desk), Some(WindowKind::Kiosk), None]
    );
}
