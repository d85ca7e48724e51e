//! Tests that the permission file agrees with wire's table of commands, from which the handlers are made.

use super::house::House;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use vestibule_wire::command::ALL;

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a source of ours")
}

#[test]
fn wire_names_each_command_once() {
    assert_eq!(ALL.iter().map(|row| row.name).collect::<BTreeSet<_>>().len(), ALL.len());
}

#[test]
fn the_permissions_are_what_wire_names() {
    let text = source("src-tauri/permissions/desk.toml");
    let (_, list) = text.split_once("commands.allow = [").expect("the permission lists commands");
    let (list, _) = list.split_once(']').expect("the list ends");
    let allowed: Vec<&str> = list.split(',').map(|name| name.trim().trim_matches('"')).collect();
    let names: Vec<&str> = ALL.iter().map(|row| row.name).collect();
    assert_eq!(allowed.strip_suffix(&[""]), Some(names.as_slice()), "in the order of the table");
}

#[test]
fn every_name_reaches_its_handler_and_no_other_name_does() {
    // Nobody is signed in, so a command that would open a dialog or another window is refused first.
    let house = House::peopled();
    house.seat(None);
    for name in ALL.iter().map(|row| row.name) {
        let answer = house.ask_from(&house.window, super::house::HOME, name, json!({}));
        let refusal = answer.err().and_then(|refusal| refusal.as_str().map(str::to_owned)).unwrap_or_default();
        assert!(!refusal.contains("not found") && !refusal.contains("not allowed"), "{name}: {refusal}");
    }
    for name in ["list_audit", "verify_audit", "doctor", "fill_with_sample", "eval", ""] {
        let answer = house.ask_from(&house.window, super::house::HOME, name, Value::Null);
        assert!(answer.is_err_and(|refusal| refusal.is_string()), "{name}");
    }
}
