//! The log records each command and its result, but never its request.

use crate::support::person::{AMARA, NOOR, ORGANISATION, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn the_log_names_commands_and_refusals_and_holds_no_secret() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        let recovery_key = window.found_organisation().await;
        window.try_to_sign_in(AMARA.username, "not-the-password-at-all").await;
        window.see("Username or password is wrong").await;
        window.sign_in(&AMARA).await;
        let code = window
            .create_and_close(Wanted { email: Some(NOOR.email), label: Some("Front desk"), ..Wanted::default() })
            .await;
        window.sign_out().await;
        window.enter_code(&code).await;
        window.see_test("join-name").await;
        window.close().await;

        let logs = std::fs::read_dir(window.desktop().data().join("logs")).expect("the log's folder").flatten();
        let log: String = logs.map(|file| std::fs::read_to_string(file.path()).expect("the log is text")).collect();
        for said in ["start", "sign_in", "SignInRefused", "create_invitation", "preview_join", "ms=", "end"] {
            assert!(log.contains(said), "{said} is not in the log:\n{log}");
        }
        let plain = code.replace('-', "");
        let words =
            [AMARA.password, AMARA.email, AMARA.name, NOOR.email, ORGANISATION, "not-the-password", "Front desk"];
        for secret in words.into_iter().chain([code.as_str(), plain.as_str()]).chain(recovery_key.lines()) {
            assert!(!log.contains(secret), "the log holds {secret}");
        }
    });
}
