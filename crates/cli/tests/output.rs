//! Tests of output: no colours without a terminal, no panic on a closed pipe, completions and manual.

use crate::support::Folder;
use std::process::Stdio;

#[test]
fn a_table_has_whole_codes_and_no_escape_sequence_when_it_is_not_on_a_terminal() {
    let folder = Folder::with_organisation();
    let empty = folder.amara(&["invitation", "list"]).done();
    assert!(empty.out.contains("vestibulectl invitation create"), "an empty list says what to do: {}", empty.out);
    let created = folder.invitation(&["--label", &"long label ".repeat(18)]);
    let code = created["code"].as_str().unwrap();
    for arguments in
        [&["invitation", "list"][..], &["invitation", "show", code], &["audit", "list"], &["audit", "verify"]]
    {
        let ran = folder.amara(arguments).done();
        assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
    }
    assert!(
        folder.amara(&["invitation", "list"]).out.lines().any(|line| line.starts_with(code) && line.contains("label"))
    );
}

#[test]
fn a_refusal_names_the_program_the_option_and_what_would_be_right() {
    let folder = Folder::with_organisation();
    let refused = folder.amara(&["invitation", "create", "--role", "staff", "--limit", "0"]);
    assert!(refused.err.starts_with("vestibulectl: ") && refused.err.contains("--limit"), "{}", refused.err);
    let nobody = folder.vestibulectl(&["invitation", "list"]);
    assert_eq!(nobody.exit, Some(4), "{}", nobody.err);
    assert!(nobody.err.contains("vestibulectl sign-in"), "{}", nobody.err);
}

#[test]
fn a_reader_that_goes_away_is_no_fault_unless_the_answer_is_the_only_one() {
    let folder = Folder::with_organisation();
    let closed = |mut command: std::process::Command| {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(closed(folder.bare(&["--help"])), (Some(0), String::new()));
    assert_eq!(closed(folder.bare(&["completions", "bash"])), (Some(0), String::new()));
    assert_eq!(closed(folder.command(&["doctor"])), (Some(0), String::new()));

    let empty = Folder::empty();
    let init = [
        "--password-file",
        "amara.password",
        "init",
        "--organisation",
        "F",
        "--admin",
        "amara",
        "--email",
        "a@f.example",
    ];
    let (exit, said) = closed(empty.command(&init));
    assert_eq!(exit, Some(1), "a recovery key that nobody saw is not passed over");
    assert!(said.contains("could not be written"), "{said}");
}

#[test]
fn completions_and_manual_name_every_command() {
    let folder = Folder::empty();
    let page = folder.bare(&["man"]).output().unwrap();
    let page = String::from_utf8(page.stdout).unwrap();
    assert!(page.contains(".TH vestibulectl 1") && page.contains("EXIT CODES"), "{page}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.bare(&["completions", shell]).output().unwrap();
        let script = String::from_utf8(script.stdout).unwrap();
        for command in ["sign-in", "invitation", "redeem", "audit", "doctor"] {
            assert!(script.contains(command), "{shell} knows {command}");
        }
    }
    std::fs::create_dir(folder.path().join("man1")).unwrap();
    assert!(folder.bare(&["man", "--dir", "man1"]).output().unwrap().status.success());
    assert!(folder.path().join("man1/vestibulectl-invitation-create.1").exists());
    assert_eq!(folder.bare(&["man", "--dir", "absent"]).output().unwrap().status.code(), Some(1));
}

#[test]
fn help_names_every_exit_code() {
    let folder = Folder::empty();
    let help = String::from_utf8(folder.bare(&["--help"]).output().unwrap().stdout).unwrap();
    let (_, codes) = help.split_once("Exit codes:").unwrap();
    for code in 0..=6 {
        assert!(codes.contains(&format!("\n  {code}  ")), "{code}");
    }
}

#[test]
fn help_says_that_an_argument_can_be_seen_and_how_a_code_is_not() {
    let folder = Folder::empty();
    for command in [
        &["redeem"][..],
        &["invitation", "show"],
        &["invitation", "history"],
        &["invitation", "label"],
        &["invitation", "replace"],
        &["invitation", "revoke"],
        &["invitation", "print"],
    ] {
        let help = folder.bare(&[command, &["--help"]].concat()).output().unwrap().stdout;
        let help = String::from_utf8(help).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, arguments) = help.split_once("Arguments:").unwrap();
        let unseen = arguments.find("- reads ").unwrap_or_else(|| panic!("{command:?}: {help}"));
        let seen = arguments.find("can be seen by other users of this machine").unwrap();
        assert!(unseen < seen, "what is safe comes first: {help}");
    }
}
