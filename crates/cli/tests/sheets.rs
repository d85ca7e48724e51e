//! Tests of importing invitations: preview, import, and importing what was left out again after corrections.

use crate::support::{Folder, Ran, fed};
use serde_json::{Value, json};

const SHEET: &str = "\
email,role,department,groups,limit,expires,label\n\
ines@school.example,staff,Library,Choir; Chess,1,14d,spring\n\
INES@school.example,staff,,,,,\n\
not an address,staff,,,,,\n\
liam@school.example,wizard,,,,,\n\
kofi@school.example,administrator,,,,,\n\
amara@fernhill.example,staff,,,,,\n\
mei@school.example,,,,9,2099-01-01,\n\
ana@school.example,,,,zero,,\n\
known@school.example,staff,,,,,\n\
noor@school.example,,,,,,\n";

fn import(folder: &Folder, more: &[&str]) -> Ran {
    folder.amara(&[&["invitation", "import", "--json"], more].concat())
}

fn write(folder: &Folder, name: &str, content: impl AsRef<[u8]>) {
    std::fs::write(folder.path().join(name), content).unwrap();
}

/// The number of rows in each class.
fn classes(view: &Value) -> Value {
    view["classes"].clone()
}

#[test]
fn a_dry_run_sorts_every_row_and_makes_nothing() {
    let folder = Folder::with_organisation();
    folder.invitation(&["--email", "known@school.example"]);
    write(&folder, "people.csv", SHEET);
    let ran = import(&folder, &["people.csv", "--role", "staff", "--dry-run"]).done();
    let view = ran.json();
    let expected = json!({
        "ready": 2, "malformed": 4, "duplicate_in_file": 1, "already_invited": 1, "already_member": 1, "not_permitted": 1
    });
    assert_eq!((classes(&view), &view["rows"], &view["created"]), (expected, &json!(10), &json!(0)));
    let lines = |class: &str| -> Vec<u64> {
        let shown = view["shown"].as_array().unwrap().iter().filter(|row| row["class"] == class);
        shown.map(|row| row["line"].as_u64().unwrap()).collect()
    };
    assert_eq!((lines("malformed"), lines("already_member"), lines("ready")), (vec![4, 5, 8, 9], vec![7], vec![2, 11]));
    assert_eq!(folder.total(&[]), 1);
    folder.amara(&["invitation", "list", "--group", "Chess", "--json"]).refused("group_unknown", 3);

    let said = folder.amara(&["invitation", "import", "people.csv", "--role", "staff", "--dry-run"]).done().out;
    for expected in [
        "2 invitations would be created. Nothing was made",
        "10 rows: 2 ready, 4 malformed, 1 duplicate in file, 1 already invited, 1 already a member, 1 not permitted.",
        "email: Line 2 has the same address.",
        "--left-out FILE",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in {said}");
    }
}

#[test]
fn ready_rows_are_made_and_the_rest_is_saved_mended_and_read_again() {
    let folder = Folder::with_organisation();
    folder.invitation(&["--email", "known@school.example"]);
    write(&folder, "people.csv", SHEET);
    let each = ["--role", "staff", "--group", "New", "--expires", "30d", "--limit", "3", "--note", "autumn"];
    let ran = import(&folder, &[&["people.csv", "--left-out", "mend.csv"], &each[..]].concat()).done();
    assert_eq!((&ran.json()["created"], folder.total(&[])), (&json!(2), 3));
    let found = |email: &str| {
        let list = ["invitation", "list", "--search", email, "--json"];
        folder.amara(&list).done().json()["items"][0].clone()
    };
    let (ines, noor) = (found("ines@school"), found("noor@school"));
    assert_eq!((&ines["department"], &ines["groups"]), (&json!("Library"), &json!(["Choir", "Chess"])));
    assert_eq!((&ines["usage_limit"], &ines["label"], &ines["note"]), (&json!(1), &json!("spring"), &json!("autumn")));
    assert_eq!((&noor["usage_limit"], &noor["groups"], &noor["label"]), (&json!(3), &json!(["New"]), &json!(null)));

    let left = std::fs::read_to_string(folder.path().join("mend.csv")).unwrap();
    assert_eq!(left.lines().count(), 9, "titles, and each row left out: {left}");
    assert!(left.contains("Line 2 has the same address"), "{left}");
    write(&folder, "mend.csv", left.replace("not an address", "sofia@school.example").replace("2099-01-01", "never"));
    let said =
        folder.amara(&[&["invitation", "import", "mend.csv", "--left-out", "rest.csv"], &each[..]].concat()).done();
    assert!(said.out.starts_with("2 invitations created.\n8 rows: 2 ready"), "{}", said.out);
    assert!(said.out.contains("6 rows left out were saved in rest.csv."), "{}", said.out);
    assert_eq!((folder.total(&[]), &found("mei@school")["expires_at"]), (5, &json!(null)));

    let none = import(&folder, &["rest.csv", "--role", "staff"]);
    assert_eq!((none.exit, &none.json()["created"]), (Some(3), &json!(0)), "no row of it is ready: {}", none.err);
    import(&folder, &["rest.csv", "--role", "staff", "--dry-run"]).done();
    assert_eq!(folder.total(&[]), 5);
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}

#[test]
fn columns_are_named_where_the_sheet_does_not_say() {
    let folder = Folder::with_organisation();
    write(&folder, "bare.csv", "Ines;1234;Library;ines@school.example\nLiam;5678;Sports;liam@school.example\n");
    let named = ["bare.csv", "--columns", "-,,Department,email", "--role", "staff", "--dry-run"];
    let view = import(&folder, &[&named[..], &["--no-header"]].concat()).done().json();
    assert_eq!((classes(&view), &view["sure"]), (json!({ "ready": 2 }), &json!(true)));
    let view = import(&folder, &named).done().json();
    assert_eq!(classes(&view), json!({ "ready": 1 }), "the first row is titles");
    for columns in ["email,email", "email,colour", "-"] {
        let error = import(&folder, &["bare.csv", "--columns", columns]).refused("columns_unclear", 3);
        assert!(error["hint"].as_str().unwrap().contains("--columns"), "{error}");
    }
    import(&folder, &["bare.csv", "--no-header"]).refused("usage", 2);
    write(&folder, "roles.csv", "email\nines@school.example\n");
    let said = folder.amara(&["invitation", "import", "roles.csv"]);
    assert!(said.exit == Some(3) && said.out.contains("give --role"), "{}{}", said.out, said.err);
    assert_eq!(folder.total(&[]), 0);
}

#[test]
fn a_sheet_comes_through_a_pipe_in_whatever_encoding() {
    let folder = Folder::with_organisation();
    let piped = |input: &[u8], more: &[&str]| {
        let who = ["--as", "amara", "--password-file", "amara.password"];
        let command = ["invitation", "import", "-", "--role", "staff", "--json"];
        fed(&mut folder.command(&[&who[..], &command, more].concat()), input)
    };
    let western = b"email;department\r\nines@school.example;M\xe4dchenchor\r\n";
    // The text is readable, but its encoding is a guess, and the department would be permanent.
    let error = piped(western, &[]).refused("sheet_unclear", 3);
    assert!(error.to_string().contains("Mädchenchor"), "{error}");
    let view = piped(western, &["--encoding", "windows-1252"]).done().json();
    assert_eq!(view["created"], 1);
    let made = folder.amara(&["invitation", "list", "--json"]).done().json();
    assert_eq!(made["items"][0]["department"], "Mädchenchor");
    let view = piped("\u{feff}email\tdepartment\nliam@school.example\tŻółw\n".as_bytes(), &["--left-out", "x.csv"]);
    assert_eq!(view.done().json()["created"], 1);
    piped(b"", &[]).refused("sheet_unreadable", 3);
    assert_eq!(piped(b"email\n", &[]).done().json()["rows"], 0, "titles and no rows leave nobody out");
    let error = piped(&vec![b'x'; 64 * 1024 * 1024 + 1], &[]).refused("usage", 2);
    assert!(error["hint"].as_str().unwrap().contains("a file can be of any size"), "{error}");
    let both = ["--passphrase-file", "-", "--as", "amara", "--password-file", "amara.password"];
    let arguments = [&both[..], &["invitation", "import", "-", "--json"]].concat();
    fed(&mut folder.bare(&arguments), b"passphrase\n").refused("usage", 2);
    assert_eq!(folder.total(&[]), 2);
}

#[test]
fn every_kind_of_broken_row_is_told_and_the_others_are_made() {
    let folder = Folder::with_organisation();
    let mut sheet = b"email,role,limit,expires,label,note\n".to_vec();
    let rows: [&[u8]; 9] = [
        b"a@school.example,staff,1,14d,,\n",
        b"b@school.example,staff,1,14d,,,,one more\n",
        b"c@school.example,staff,0,,,\n",
        b"d@school.example,staff,,31.12.2026 25:00,,\n",
        b"e@school.example,staff,,2020-01-01,,\n",
        b"f@school.example,staff,,,\x07bell,\n",
        b"g\xef\xbf\xbd@school.example,staff,,,,\n",
        b"h@school.example,staff,,,,\"quoted\nnote, with \"\"commas\"\"\"\n",
        b"\"\",staff,10001,,,\n",
    ];
    sheet.extend(rows.concat());
    sheet.extend(format!("z@school.example,staff,,,,{}\n", "x".repeat(100_000)).bytes());
    write(&folder, "broken.csv", &sheet);
    let view = import(&folder, &["broken.csv"]).done().json();
    assert_eq!((classes(&view), &view["created"]), (json!({ "ready": 2, "malformed": 8 }), &json!(2)), "{view}");
    for row in view["shown"].as_array().unwrap().iter().filter(|row| row["class"] == "malformed") {
        assert!(row["error"]["message"].as_str().unwrap().ends_with(['.', '?']), "{row}");
    }
    let said = folder.amara(&["invitation", "import", "broken.csv", "--dry-run"]).done().out;
    assert!(!said.contains('\u{7}'), "no row commands the terminal");
    assert_eq!(folder.total(&[]), 2);
}

#[test]
fn a_sheet_that_can_not_be_read_is_told_in_its_own_words() {
    let folder = Folder::with_organisation();
    let error = import(&folder, &["nowhere.csv", "--role", "staff"]).refused("file_not_usable", 1);
    assert!(error["message"].as_str().unwrap().starts_with("The file nowhere.csv can't be used: "), "{error}");
    assert_eq!(error["values"]["path"], "nowhere.csv");
    import(&folder, &["data", "--role", "staff"]).refused("sheet_unreadable", 3);
    write(&folder, "empty.csv", "");
    write(&folder, "book.xlsx", b"PK\x03\x04\0\0\0\0");
    write(&folder, "quote.csv", format!("email\n\"a@school.example\n{}", "x\n".repeat(90_000)));
    for file in ["empty.csv", "book.xlsx", "quote.csv"] {
        import(&folder, &[file, "--role", "staff"]).refused("sheet_unreadable", 3);
    }
    assert_eq!(folder.total(&[]), 0);
}

#[test]
fn rows_left_out_go_where_they_do_no_harm() {
    let folder = Folder::with_organisation();
    write(&folder, "people.csv", SHEET);
    for place in ["people.csv", "./people.csv", "data/vestibule.db", "data/new.csv", "data", "no/such/folder.csv"] {
        let error = import(&folder, &["people.csv", "--role", "staff", "--left-out", place]).refused("usage", 2);
        assert!(error["message"].as_str().unwrap().len() > 20, "{error}");
    }
    assert_eq!(
        (folder.total(&[]), std::fs::read_to_string(folder.path().join("people.csv")).unwrap()),
        (0, SHEET.into())
    );
    import(&folder, &["people.csv", "--role", "staff", "--left-out", "left.csv", "--dry-run"]).done();
    assert!(std::fs::read_to_string(folder.path().join("left.csv")).unwrap().contains("not an address"));
    assert_eq!(folder.total(&[]), 0, "saved after a dry run too");
}
