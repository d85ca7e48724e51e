//! Tests of lists as files and of invitations on paper.

use crate::support::{Folder, Ran};
use serde_json::{Value, json};

fn file(folder: &Folder, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).unwrap()
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(file(folder, name)).unwrap()
}

fn export(folder: &Folder, more: &[&str]) -> Ran {
    folder.amara(&[&["invitation", "export"], more].concat())
}

#[test]
fn a_list_is_exported_as_it_is_filtered_in_the_form_that_its_name_says() {
    let folder = Folder::with_organisation();
    let made = folder.invitation(&["--label", "=1+1", "--department", "Library"]);
    folder.invitation(&["--label", "cards"]);
    let said = export(&folder, &["all.csv", "--json"]).done().json();
    assert_eq!(said, json!({ "rows": 2, "path": "all.csv" }));
    let csv = text(&folder, "all.csv");
    assert!(csv.contains("'=1+1") && csv.contains(made["code"].as_str().unwrap()), "{csv}");
    let said = export(&folder, &["library.json", "--department", "Library"]).done().out;
    assert_eq!(said, "1 invitation written to library.json.\n");
    let items: Value = serde_json::from_slice(&file(&folder, "library.json")).unwrap();
    assert_eq!((items.as_array().unwrap().len(), &items[0]["id"]), (1, &made["id"]));
    export(&folder, &["other", "--format", "json", "--sort", "code"]).done();
    let items: Vec<Value> = serde_json::from_slice(&file(&folder, "other")).unwrap();
    assert!(items[0]["code"].as_str() < items[1]["code"].as_str());
    export(&folder, &["all.csv", "--archived"]).done();
    assert_eq!(text(&folder, "all.csv").lines().count(), 1, "it takes the place of the one before");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let mode = std::fs::metadata(folder.path().join("all.csv")).unwrap().mode();
        assert_eq!(mode & 0o077, 0, "codes are for the owner only");
    }
    let trail = folder.amara(&["audit", "list", "--json"]).done().out;
    assert!(trail.contains("export"), "{trail}");
}

#[test]
fn what_goes_to_standard_output_is_the_list_and_nothing_stays_behind() {
    let folder = Folder::with_organisation();
    folder.invitation(&["--label", "cards"]);
    std::fs::create_dir(folder.path().join("scratch")).unwrap();
    let run = |more: &[&str]| -> Ran {
        let who = ["--as", "amara", "--password-file", "amara.password", "invitation"];
        let mut command = folder.command(&[&who[..], more].concat());
        command.env("TMPDIR", folder.path().join("scratch")).output().unwrap().into()
    };
    let csv = run(&["export", "-"]).done().out;
    assert!(csv.starts_with("\u{feff}email,") && csv.lines().count() == 2, "{csv}");
    assert_eq!(run(&["export", "-", "--json"]).done().json().as_array().unwrap().len(), 1);
    assert!(run(&["export", "-", "--json", "--format", "csv"]).done().out.starts_with('\u{feff}'));
    run(&["export", "-", "--json", "--group", "None"]).refused("group_unknown", 3);
    assert_eq!(std::fs::read_dir(folder.path().join("scratch")).unwrap().count(), 0);
    assert!(!folder.path().join("-").exists());
}

#[test]
fn what_can_not_be_exported_writes_no_file() {
    let folder = Folder::with_organisation();
    folder.invitation(&[]);
    let before = folder.bytes();
    for arguments in [
        &["data/vestibule.db"][..],
        &["data"],
        &["no/such/folder.csv"],
        &["a.csv", "--label", ""],
        &["a.csv", "--archived", "--status", "active"],
        &["a.csv", "--format", "pdf"],
        &[],
    ] {
        export(&folder, &[arguments, &["--json"]].concat()).refused("usage", 2);
    }
    assert!(folder.bytes() == before, "the data folder is as it was");
    export(&folder, &["a.csv", "--creator", "nobody", "--json"]).refused("creator_unknown", 3);
    export(&folder, &["a.csv", "--search", &"ab".repeat(200), "--json"]).refused("field_too_long", 3);
    assert!(!folder.path().join("a.csv").exists());
}

#[test]
fn cards_and_posters_are_printed_of_those_that_can_be_used() {
    let folder = Folder::with_organisation();
    let made: Vec<Value> = (0..3).map(|_| folder.invitation(&["--label", "cards"])).collect();
    let id = |at: usize| made[at]["id"].as_str().unwrap();
    folder.amara(&["invitation", "revoke", id(0)]).done();
    let print = |more: &[&str]| folder.amara(&[&["invitation", "print"], more].concat());
    let said = print(&["cards.pdf", "--label", "cards", "--layout", "10", "--json"]).done().json();
    assert_eq!(said, json!({ "invitations": 2, "left_out": null, "path": "cards.pdf" }));
    assert!(file(&folder, "cards.pdf").starts_with(b"%PDF"));
    let code = made[1]["code"].as_str().unwrap();
    let said = print(&["poster.PDF", code, "--layout", "poster", "--paper", "Letter"]).done().out;
    assert_eq!(said, "1 invitation printed into poster.PDF.\n");
    assert!(!String::from_utf8_lossy(&file(&folder, "poster.PDF")).is_empty());
    let history = folder.amara(&["invitation", "history", id(1), "--json"]).done().out;
    assert_eq!(history.matches("print").count(), 2, "{history}");
    print(&["none.pdf", id(0), "--json"]).refused("nothing_to_print", 3);
    print(&["none.pdf", id(0), "01890a5d-ac96-774b-bcce-b302099a8057", "--json"]).refused("invitation_not_found", 5);
    for arguments in [
        &[code][..],
        &[code, "none.pdf"],
        &["none.pdf", code, "--label", "cards"],
        &["none.pdf", "--layout", "9"],
        &["none.pdf", "--paper", "a3"],
        &["none.pdf", "--label", " "],
        &["data/none.pdf"],
        &[],
    ] {
        print(&[arguments, &["--json"]].concat()).refused("usage", 2);
    }
    assert!(!folder.path().join("none.pdf").exists() && !folder.path().join(code).exists());
    let who = ["--as", "amara", "--password-file", "amara.password", "invitation", "print", "-"];
    let piped = folder.command(&who).output().unwrap();
    assert!(piped.status.success() && piped.stdout.starts_with(b"%PDF") && piped.stderr.is_empty());
}

#[test]
fn a_managers_files_hold_their_own_division_only() {
    let folder = Folder::with_organisation();
    folder.manager("mira", "Library");
    let elsewhere = folder.invitation(&["--department", "Sports"]);
    folder.invitation(&["--department", "Library"]);
    let mira = |arguments: &[&str]| folder.newcomer("mira", &[&["invitation"], arguments, &["--json"]].concat());
    mira(&["export", "own.json", "--status", "active"]).refused("not_permitted", 4);
    assert_eq!(mira(&["print", "own.pdf"]).done().json()["invitations"], 1);
    let elsewhere = elsewhere["id"].as_str().unwrap();
    mira(&["print", "other.pdf", elsewhere]).refused("invitation_not_found", 5);
    mira(&["export", "other.csv", "--department", "Sports"]).refused("not_permitted", 4);
    mira(&["print", "other.pdf", "--department", "Sports"]).refused("department_unknown", 5);
    assert!(!folder.path().join("other.pdf").exists() && !folder.path().join("other.csv").exists());
}
