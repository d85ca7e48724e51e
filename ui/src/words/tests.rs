//! Tests that the catalogue has exactly the messages that the sources use.

use super::bundle;
use super::catalogues::catalogue;
use super::*;
use crate::t;
use fluent_bundle::FluentResource;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "rs")
            && !path.ends_with("words/tests.rs")
            && !path.ends_with("words/catalogue_tests.rs")
            && !path.ends_with("words/page_tests.rs")
        {
            let text = fs::read_to_string(&path).unwrap();
            into.push(text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n"));
        }
    }
}

fn all_sources() -> Vec<String> {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

/// The ids written in the sources: `t!("…")`, `say("…")`, `find("…")`, also across a line break.
fn asked(source: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for call in ["t!(", "say(", "say_with(", "find("] {
        for (at, _) in source.match_indices(call) {
            let rest = source[at + call.len()..].trim_start();
            if let Some(id) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next())
                && !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.')
            {
                ids.insert(id.to_owned());
            }
        }
    }
    ids.retain(|id| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    ids
}

fn given() -> Vec<String> {
    let mut ids = Vec::new();
    for (_, text) in catalogue(Language::English) {
        for line in text.lines() {
            if let Some((id, _)) = line.split_once(" =")
                && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            {
                ids.push(id.to_owned());
            }
        }
    }
    ids
}

/// The ids of all error codes, from wire's list: `CodeMistyped` → `error-code-mistyped`.
fn error_ids() -> BTreeSet<String> {
    let listed = include_str!("../../../crates/wire/src/error.rs");
    let body = listed.split("pub enum ErrorCode {").nth(1).unwrap().split("\n}").next().unwrap();
    let names =
        body.lines().map(str::trim).filter(|line| !line.starts_with("//")).filter_map(|line| line.strip_suffix(','));
    let kebab = |name: &str| {
        let hyphened = name.chars().flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase()));
        format!("error{}", hyphened.collect::<String>())
    };
    names.map(kebab).collect()
}

#[test]
fn every_id_in_the_sources_is_in_the_catalogue() {
    let missing: Vec<_> =
        all_sources().iter().flat_map(|source| asked(source)).filter(|id| !given().contains(id)).collect();
    assert!(missing.is_empty(), "not in ui/locales/en: {missing:?}");
}

#[test]
fn every_message_of_the_catalogue_is_used() {
    let sources = all_sources();
    let errors = error_ids();
    let unused: Vec<_> = given()
        .into_iter()
        .filter(|id| !errors.contains(id.strip_suffix("-plain").unwrap_or(id)))
        .filter(|id| !sources.iter().any(|source| source.contains(&format!("\"{id}\""))))
        .collect();
    assert!(unused.is_empty(), "in ui/locales/en and nowhere used: {unused:?}");
}

#[test]
fn every_error_code_has_its_sentence() {
    let given = given();
    let missing: Vec<_> = error_ids().into_iter().filter(|id| !given.contains(id)).collect();
    assert!(missing.is_empty(), "not in errors.ftl: {missing:?}");
    assert!(error_ids().contains(&error_id(vestibule_wire::ErrorCode::CodeMistyped)), "read as the window names them");
}

#[test]
fn the_catalogue_can_be_read_and_names_nothing_twice() {
    let mut seen = BTreeSet::new();
    for (file, text) in catalogue(Language::English) {
        if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
            panic!("{file}: {faults:?}");
        }
    }
    for id in given() {
        assert!(seen.insert(id.clone()), "{id} stands twice");
    }
}

#[test]
fn an_error_with_a_group_names_it_in_words() {
    let error = ErrorView::new(ErrorCode::CodeMistyped, "x").with("group", 3);
    assert_eq!(super::error(&error), "There is a typing mistake in the third group.");
}

#[test]
fn an_error_whose_values_are_unknown_says_the_plain_sentence() {
    assert_eq!(
        super::error(&ErrorView::new(ErrorCode::CodeMistyped, "x")),
        "There is a typing mistake. Check the code again."
    );
    assert_eq!(
        super::error(&ErrorView::new(ErrorCode::TooManyTries, "x")),
        "Too many tries. Wait a little, then go on."
    );
}

#[test]
fn an_error_that_lacks_its_value_falls_back_to_the_backends_sentence() {
    let error = ErrorView::new(ErrorCode::PasswordTooShort, "from the backend").with("other", 1);
    assert_eq!(super::error(&error), "from the backend");
}

#[test]
fn a_folder_that_can_not_be_written_to_is_named_with_what_to_do_about_it() {
    let error = ErrorView::new(ErrorCode::FileReadOnly, "x");
    assert!(super::error(&error).starts_with("**The data folder can’t be written to.**"));
    know_folder("/data/vestibule");
    let said = super::error(&error);
    assert!(
        said.contains("The folder /data/vestibule can’t")
            && said.contains("right to write")
            && said.contains("--data-dir"),
        "{said}"
    );
}

#[test]
fn an_expiry_in_an_error_is_told_as_a_day() {
    let error = ErrorView::new(ErrorCode::InvitationExpired, "x").with("at", "2026-09-06T10:24:00Z");
    assert_eq!(super::error(&error), "This code expired on 6 September 2026.");
}

#[test]
fn numbers_in_sentences_have_thousands_separators() {
    let error = ErrorView::new(ErrorCode::UsageLimitOutOfRange, "x").with("max", 10_000);
    assert_eq!(super::error(&error), "A number from 1 to 10,000.");
    assert_eq!(number(1_184), "1,184");
    assert_eq!(number(118), "118");
}

#[test]
fn plurals_follow_the_number() {
    assert_eq!(t!("time-in-days", n = 1), "in 1 day");
    assert_eq!(t!("time-in-days", n = 7), "in 7 days");
}

#[test]
fn the_pseudo_language_changes_every_sentence_and_no_value() {
    let bundle = bundle::make(Language::Pseudo);
    let text = bundle::format(&bundle, "code-strip", &[("code", Value::from("K7QF-2M9X"))]).unwrap();
    assert!(text.ends_with(" K7QF-2M9X") && !text.starts_with("Code "), "{text}");
}

#[test]
fn a_missing_id_shows_itself() {
    assert_eq!(say("no-such-id"), "no-such-id");
}

#[test]
fn a_line_of_a_file_is_a_number_and_one_of_a_recovery_key_is_counted_in_words() {
    let at = |code| error(&ErrorView::new(code, "").with("line", "3"));
    assert_eq!(at(ErrorCode::DuplicateInFile), "Line 3 has the same address.");
    assert_eq!(at(ErrorCode::RecoveryKeyMistyped), "There is a typing mistake in the third line.");
}
