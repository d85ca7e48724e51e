//! Tests of the pages before sign-in as the root of the window shows them, stage by stage.

use crate::backend::fake;
use crate::testing::{render_app, state};
use vestibule_wire::{AppStateView, ErrorCode, ErrorView, FileLockView, SampleAccountView, StageView, command};

fn shown(state: AppStateView) -> String {
    fake::answer(command::AppState::NAME, move |_| Ok(serde_json::to_value(&state).unwrap()));
    render_app()
}

#[test]
fn each_stage_has_its_page() {
    let lock = |passphrase| FileLockView { passphrase, reason: None };
    for (stage, hook) in [
        (StageView::FirstStart, "first-begin"),
        (StageView::FileLocked { lock: lock(true) }, "open-passphrase"),
        (StageView::FileLocked { lock: lock(false) }, "open-recovery-key"),
        (StageView::FileUnusable { error: ErrorView::new(ErrorCode::FileCorrupt, "x") }, "unusable-again"),
        (StageView::SignIn, "sign-in-submit"),
        (StageView::Locked, "unlock-password"),
    ] {
        let html = shown(state(stage.clone()));
        assert!(html.contains(&format!(r#"data-test="{hook}""#)), "{stage:?}: {html}");
    }
}

#[test]
fn a_backend_that_does_not_answer_gives_a_calm_page_and_not_a_white_one() {
    fake::answer(command::AppState::NAME, |_| Err(ErrorView::new(ErrorCode::Fault, "the log has more")));
    let html = render_app();
    assert!(html.contains("Try again") && html.contains("Nothing was lost"), "{html}");
}

#[test]
fn a_file_that_is_newer_says_which_version_it_needs() {
    let error = ErrorView::new(ErrorCode::FileNewer, "x").with("needs", "1.4");
    let html = shown(state(StageView::FileUnusable { error }));
    assert!(
        html.contains("This file was made by Vestibule 1.4. Update this device to open it. Nothing was changed."),
        "{html}"
    );
}

#[test]
fn a_folder_that_can_not_be_written_to_is_named_with_the_remedy() {
    let error = ErrorView::new(ErrorCode::FileReadOnly, "x");
    let html = shown(state(StageView::FileUnusable { error }));
    assert!(
        html.contains("The folder /data/vestibule can’t be written to.") && html.contains("right to write"),
        "{html}"
    );
}

#[test]
fn who_has_forgotten_the_password_is_told_who_helps_and_only_when_they_ask() {
    let html = shown(state(StageView::SignIn));
    assert!(html.contains("Forgot it?") && html.contains(r#"data-test="sign-in-forgot""#), "{html}");
    assert!(!html.contains("one-time code"));
}

#[test]
fn sign_in_offers_to_keep_only_where_there_is_a_keychain() {
    assert!(shown(state(StageView::SignIn)).contains("sign-in-keep"));
    assert!(!shown(AppStateView { keychain: false, ..state(StageView::SignIn) }).contains("sign-in-keep"));
}

#[test]
fn sample_accounts_stand_on_the_sign_in_page_and_only_with_sample_data() {
    let account =
        SampleAccountView { username: "amara".into(), password: "sample-harbour".into(), role: "Administrator".into() };
    let html = shown(AppStateView { sample_accounts: vec![account], ..state(StageView::SignIn) });
    assert!(html.contains("Sample data: who may sign in") && html.contains("sample-harbour"));
    assert!(!shown(state(StageView::SignIn)).contains("Sample data"));
}

#[test]
fn a_locked_keychain_can_be_asked_again_and_a_missing_key_can_not() {
    let locked = |code| {
        shown(state(StageView::FileLocked {
            lock: FileLockView { passphrase: false, reason: Some(ErrorView::new(code, "x")) },
        }))
    };
    assert!(locked(ErrorCode::KeychainLocked).contains("open-again"));
    assert!(!locked(ErrorCode::KeyMissing).contains("open-again"));
}

#[test]
fn every_input_of_the_doorway_has_a_label_and_no_page_has_a_style_attribute() {
    let lock = FileLockView { passphrase: true, reason: None };
    for stage in [StageView::FirstStart, StageView::FileLocked { lock }, StageView::SignIn, StageView::Locked] {
        let html = shown(state(stage));
        assert!(!html.contains("style="), "the window's policy refuses inline styles: {html}");
        for input in html.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let id = input.split(r#"id=""#).nth(1).and_then(|rest| rest.split('"').next());
            let labelled =
                id.is_some_and(|id| html.contains(&format!(r#"for="{id}""#))) || input.contains("aria-hidden");
            assert!(labelled, "{input}");
        }
    }
}

#[test]
fn a_desk_without_a_session_is_a_fault_and_not_a_white_window() {
    assert!(shown(state(StageView::Desk)).contains("Something went wrong"));
}
