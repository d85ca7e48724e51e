//! Every way of closing the window ends the program cleanly: its frame, Ctrl-C in its terminal, and the session's end.

use crate::support::process::Running;
use crate::support::{Keychain, journey, until};
use std::process::Command;
use std::time::Duration;

/// Longer than closing the file may take (five seconds), on a machine that is slow.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn however_it_is_asked_to_end_it_ends_without_a_fault() {
    journey(Keychain::Absent, async |window| {
        let display = window.desktop().display();
        for way in ["-INT", "-TERM", "-HUP", "frame"] {
            // The program has files open and SQLite threads running.
            let mut program = Running::start(window.desktop().command(env!("CARGO_BIN_EXE_vestibule")).arg("--sample"));
            let number = program.0.id();
            let shown = until(async || {
                let own = |window: &_| display.process(*window) == Some(number);
                display.windows().into_iter().find(own)
            });
            let shown = shown.await.unwrap_or_else(|| panic!("no window before {way}"));
            if way == "frame" {
                display.close(shown);
            } else {
                let sent = Command::new("kill").args([way, &number.to_string()]).status().expect("kill");
                assert!(sent.success(), "{way}");
            }
            let ended = program.ended_within(PATIENCE).unwrap_or_else(|| panic!("{way} does not end it"));
            assert_eq!(ended.code(), Some(0), "{way}: {ended:?}");
        }
    });
}
