//! Three lists agree: the handlers that are registered, the names in wire, and the permission file.

use super::house::House;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use vestibule_wire::command::ALL;

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a source of ours")
}

fn names() -> BTreeSet<String> {
    ALL.iter().map(|name| (*name).to_owned()).collect()
}

/// The text between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("{start} stands in it")) + start.len();
    &text[from..from + text[from..].find(end).unwrap_or_else(|| panic!("{end} ends it"))]
}

#[test]
fn wire_names_each_command_once() {
    assert_eq!(names().len(), ALL.len());
}

#[test]
fn the_handlers_are_what_wire_names() {
    let text = source("src-tauri/src/commands.rs");
    let handlers = between(&text, "generate_handler![", "]");
    let handlers: BTreeSet<String> = handlers
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next().map(str::to_owned))
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(handlers, names());
}

#[test]
fn the_permissions_are_what_wire_names() {
    let text = source("src-tauri/permissions/desk.toml");
    let allowed = between(&text, "commands.allow = [", "]");
    let allowed: BTreeSet<String> = allowed
        .split(',')
        .map(|name| name.trim().trim_matches('"').to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(allowed, names());
}

#[test]
fn every_name_reaches_its_handler_and_no_other_name_does() {
    // With an organisation and nobody signed in: whatever would open a dialog or another window is refused first.
    let house = House::peopled();
    house.seat(None);
    for name in ALL {
        let answer = house.ask_from(&house.window, super::house::HOME, name, json!({}));
        let refusal = answer.err().and_then(|refusal| refusal.as_str().map(str::to_owned)).unwrap_or_default();
        assert!(!refusal.contains("not found") && !refusal.contains("not allowed"), "{name}: {refusal}");
    }
    for name in ["list_audit", "verify_audit", "doctor", "fill_with_sample", "eval", ""] {
        let answer = house.ask_from(&house.window, super::house::HOME, name, Value::Null);
        assert!(answer.is_err_and(|refusal| refusal.is_string()), "{name}");
    }
}
