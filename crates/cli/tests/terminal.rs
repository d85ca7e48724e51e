//! Tests on a terminal: confirmations, progress, and Ctrl-C, which leaves nothing behind. The terminal is made by
//! `script` of util-linux.

use crate::support::{Folder, isolate};
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

/// A run on a terminal.
struct Typed {
    child: Child,
    /// All output so far.
    shown: String,
}

impl Typed {
    fn start(folder: &Folder, arguments: &str) -> Self {
        let who = "--passphrase-file passphrase --as amara --password-file amara.password";
        let mut script = Command::new("script");
        isolate(&mut script, folder.path());
        script.current_dir(folder.path()).env("VESTIBULE_DATA_DIR", folder.data()).env("SHELL", "/bin/sh");
        script.env("V", env!("CARGO_BIN_EXE_vestibulectl")).env("TERM", "xterm");
        script.args(["-q", "-f", "-e", "-c", &format!("exec \"$V\" {who} {arguments}"), "/dev/null"]);
        let child = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        Self { child, shown: String::new() }
    }

    /// Reads until `text` appears.
    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        let mut bytes = [0; 4_096];
        while !self.shown.contains(text) {
            let read = self.child.stdout.as_mut().unwrap().read(&mut bytes).unwrap_or(0);
            assert!(read > 0, "it ended without showing {text:?}: {}", self.shown);
            self.shown.push_str(&String::from_utf8_lossy(&bytes[..read]));
        }
        self
    }

    fn types(&mut self, keys: &str) -> &mut Self {
        self.child.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
        self
    }

    /// The exit code, and all output.
    fn ends(mut self) -> (Option<i32>, String) {
        let mut rest = Vec::new();
        let _ = self.child.stdout.take().unwrap().read_to_end(&mut rest);
        self.shown.push_str(&String::from_utf8_lossy(&rest));
        (self.child.wait().unwrap().code(), self.shown)
    }
}

#[test]
fn it_asks_before_many_are_revoked_and_anything_but_yes_is_no() {
    let folder = Folder::with_organisation();
    folder.amara(&["invitation", "create", "--role", "staff", "--count", "3", "--label", "cards"]).done();
    let revoke = || Typed::start(&folder, "invitation revoke --matching --label cards");
    let mut refused = revoke();
    refused.sees("3 invitations would be revoked, with 3 uses left").sees("[y/N]").types("n\n");
    let (exit, shown) = refused.ends();
    assert!(exit == Some(0) && shown.contains("Nothing was revoked."), "{exit:?} {shown}");
    assert_eq!(folder.total(&["--status", "active"]), 3);
    let mut agreed = revoke();
    agreed.sees("[y/N]").types("y\n");
    assert_eq!(agreed.ends().0, Some(0));
    assert_eq!(folder.total(&["--status", "revoked"]), 3);
    let (exit, shown) = Typed::start(&folder, "invitation revoke --matching --label cards --yes").ends();
    assert!(exit == Some(0) && !shown.contains("[y/N]"), "{shown}");
}

#[test]
fn it_asks_before_one_takes_the_place_of_another() {
    let folder = Folder::with_organisation();
    let id = folder.invitation(&["--limit", "4"])["id"].as_str().unwrap().to_owned();
    let mut refused = Typed::start(&folder, &format!("invitation replace {id} --json"));
    refused.sees("4 of 4 uses are lost").sees("Replace this invitation? [y/N]").types("\n");
    let (exit, shown) = refused.ends();
    assert!(exit == Some(0) && shown.contains("\"new\":null"), "{shown}");
    assert_eq!(folder.total(&[]), 1);
    let mut agreed = Typed::start(&folder, &format!("invitation replace {id}"));
    agreed.sees("[y/N]").types("yes\n");
    assert_eq!(agreed.ends().0, Some(0));
    assert_eq!((folder.total(&["--status", "active"]), folder.total(&["--status", "revoked"])), (1, 1));
}

#[test]
fn it_asks_before_a_sheet_becomes_invitations_and_makes_what_it_showed() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("people.csv"), "email\nines@school.example\nnobody\nliam@school.example\n")
        .unwrap();
    let import = || Typed::start(&folder, "invitation import people.csv --role staff --left-out left.csv");
    let mut refused = import();
    refused.sees("3 rows: 2 ready, 1 malformed.").sees("Create 2 invitations? [y/N]").types("n\n");
    let (exit, shown) = refused.ends();
    assert!(exit == Some(0) && shown.contains("Nothing was made."), "{exit:?} {shown}");
    assert!(folder.total(&[]) == 0 && !folder.path().join("left.csv").exists());
    let mut changed = import();
    changed.sees("[y/N]");
    std::fs::write(folder.path().join("people.csv"), "email\nines@school.example\n").unwrap();
    changed.types("y\n");
    let (exit, shown) = changed.ends();
    assert!(exit == Some(3) && shown.contains("changed since the preview"), "{exit:?} {shown}");
    assert_eq!(folder.total(&[]), 0);
    let mut agreed = import();
    agreed.sees("Create 1 invitation? [y/N]").types("y\n");
    assert_eq!((agreed.ends().0, folder.total(&[])), (Some(0), 1));
    let (exit, shown) = import().ends();
    assert!(exit == Some(3) && !shown.contains("[y/N]") && shown.contains("no row is ready"), "{exit:?} {shown}");
}

#[test]
fn an_import_that_is_interrupted_leaves_nothing_behind() {
    let folder = Folder::with_organisation();
    let rows: String = (0..200_000).map(|at| format!("person{at}@school.example,Department {}\n", at % 7)).collect();
    std::fs::write(folder.path().join("people.csv"), format!("email,department\n{rows}")).unwrap();
    let mut work = Typed::start(&folder, "invitation import people.csv --role staff --yes");
    work.sees("Creating invitations, bytes read: ").sees(" %)").types("\u{3}");
    let (exit, shown) = work.ends();
    assert!(exit == Some(130) && shown.contains("Interrupted. Nothing was made."), "{exit:?} {shown}");
    assert_eq!(folder.total(&[]), 0);
    folder.amara(&["invitation", "list", "--department", "Department 1", "--json"]).refused("department_unknown", 5);
}

#[test]
fn work_that_is_interrupted_says_how_far_it_was_and_leaves_nothing_behind() {
    let folder = Folder::with_organisation();
    let mut work = Typed::start(&folder, "invitation create --role staff --count 100000 --group New --department New");
    work.sees("Creating invitations: ").sees(" of 100000 (").types("\u{3}");
    let (exit, shown) = work.ends();
    assert!(exit == Some(130) && shown.contains("Interrupted. Nothing was made."), "{exit:?} {shown}");
    assert_eq!(folder.total(&[]), 0);
    folder.amara(&["invitation", "list", "--group", "New", "--json"]).refused("group_unknown", 3);
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}
