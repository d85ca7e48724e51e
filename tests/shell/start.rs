//! Starts without a window: help, version, wrong arguments, and a machine without a display.

use std::process::{Command, Output};

fn start(arguments: &[&str]) -> Output {
    let mut start = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    let folder = tempfile::tempdir().expect("a scratch folder");
    start.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env("VESTIBULE_DATA_DIR", folder.path().join("data"));
    start.args(arguments).output().expect("it starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn help_says_what_may_be_said() {
    let help = start(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for word in ["--data-dir DIR", "--sample", "VESTIBULE_LOG", "vestibulectl"] {
        assert!(text(&help.stdout).contains(word), "{word}");
    }
}

#[test]
fn version_is_the_packages() {
    assert_eq!(text(&start(&["--version"]).stdout).trim(), concat!("vestibule ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_argument_that_is_not_known_is_named_and_nothing_is_opened() {
    let refused = start(&["--smaple"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--smaple"), "{}", text(&refused.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so_and_ends() {
    let ended = start(&[]);
    assert_eq!(ended.status.code(), Some(1));
    assert!(text(&ended.stderr).contains("DISPLAY"), "{}", text(&ended.stderr));
    assert_eq!(text(&ended.stderr).lines().count(), 1, "one calm sentence: {}", text(&ended.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_ends_in_a_sentence_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut start = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    start.env("DISPLAY", ":9876").env_remove("WAYLAND_DISPLAY").arg("--data-dir").arg(folder.path());
    let ended = start.output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(text(&ended.stderr).contains("no window could be opened"), "{}", text(&ended.stderr));
}
