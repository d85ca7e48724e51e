//! Tests of lenient input: codes, names, addresses, usernames, recovery keys, as typed, pasted and scanned.

use crate::support::{Folder, Ran, fed};
use serde_json::Value;

fn code_of(invitation: &Value) -> String {
    invitation["code"].as_str().unwrap().to_owned()
}

fn list(folder: &Folder, more: &[&str]) -> Value {
    folder.amara(&[&["invitation", "list", "--json"], more].concat()).done().json()
}

#[test]
fn a_code_is_read_wherever_a_code_can_stand() {
    let folder = Folder::with_organisation();
    let made = folder.invitation(&["--limit", "50"]);
    folder.invitation(&[]);
    let code = code_of(&made);
    let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
    let forms = [
        format!("HTTPS://JOIN.FERNHILL.EXAMPLE/JOIN/{code}"),
        format!("VESTIBULE://JOIN/{code}"),
        format!("Your code is {code}."),
        format!("https://links.example/?url=https%3A%2F%2Fjoin.fernhill.example%2Fjoin%2F{code}&data=05"),
        code.replace('-', "\u{ad}"),
        wide,
    ];
    for (number, form) in forms.iter().enumerate() {
        let seen = folder.amara(&["invitation", "show", form, "--json"]).done().json();
        assert_eq!(seen["id"], made["id"], "{form}");
        let found = list(&folder, &["--search", form]);
        assert_eq!((&found["total"], &found["items"][0]["id"]), (&Value::from(1), &made["id"]), "{form}");
        folder.redeem(form, &format!("newcomer{}", ["a", "b", "c", "d", "e", "f"][number])).done();
    }
    folder.amara(&["invitation", "revoke", &forms[0], "--json"]).done();
}

#[test]
fn what_is_no_code_is_told_by_its_character_and_a_scan_from_another_keyboard_counts_as_no_guess() {
    let folder = Folder::with_organisation();
    let code = code_of(&folder.invitation(&[]));
    let other = code_of(&folder.invitation(&[]));
    let refused = |typed: &str, as_what: &str| folder.redeem(typed, "noor").refused(as_what, 3);
    let error = refused(&format!("{}U{}", &code[..3], &code[4..]), "code_malformed");
    assert_eq!(error["values"]["symbol"], "U", "{error}");
    for _ in 0..12 {
        refused("JXAAß1JZQßC3ANßR10W", "code_layout");
    }
    refused(&format!("{code} {other}"), "code_several");
    folder.redeem(&code, "noor").done();
}

#[test]
fn names_that_read_the_same_are_one_and_filters_take_either_spelling() {
    let folder = Folder::with_organisation();
    let sheet = "email,role,department,groups,label\n\
        a1@post.example,staff,Médecine,été,Spring fair\n\
        a2@post.example,staff,Me\u{301}decine,e\u{301}te\u{301},spring  fair\n\
        a3@post.example,staff,Main Library,été,other\n\
        a4@post.example,staff,Main\u{a0} library,été,other\n";
    std::fs::write(folder.path().join("s.csv"), sheet).unwrap();
    folder.amara(&["invitation", "import", "s.csv", "--yes", "--json"]).done();
    for filter in [
        ["--department", "Médecine"],
        ["--department", "ME\u{301}DECINE"],
        ["--department", "main   LIBRARY"],
        ["--label", "SPRING FAIR"],
    ] {
        assert_eq!(list(&folder, &filter)["total"], 2, "{filter:?}");
    }
    assert_eq!(list(&folder, &["--group", "ÉTÉ"])["total"], 4);
    assert_eq!(list(&folder, &["--search", "spring fair"])["total"], 2);
}

#[test]
fn usernames_of_an_office_or_alike_to_another_are_refused_and_the_first_administrator_may_be_admin() {
    let folder = Folder::with_organisation();
    let code = code_of(&folder.invitation(&["--limit", "9"]));
    let refused = |name: &str, as_what: &str| folder.redeem_as(&code, name, "noor@post.example").refused(as_what, 3);
    for office in ["admin", "Administrator", "root", "support", "vestibule", "every-one"] {
        refused(office, "username_reserved");
    }
    for sign in ["amara.", "noor..or", "n.-_.x"] {
        refused(sign, "username_signs");
    }
    refused("a.mara", "username_alike");
    refused("amara", "username_taken");
    folder.redeem(&code, "noor").done();

    let first = Folder::empty();
    let init = ["--password-file", "amara.password", "init", "--organisation", "Fernhill", "--admin", "admin"];
    first.vestibulectl(&[&init[..], &["--email", "amara@fernhill.example", "--name", "Amara Osei"]].concat()).done();
    first.vestibulectl(&["--as", "admin", "--password-file", "amara.password", "invitation", "list", "--json"]).done();
}

#[test]
fn an_address_as_mail_programs_copy_it_binds_and_redeems_the_same_person() {
    let folder = Folder::with_organisation();
    for (bound, typed) in
        [("'ida@post.example", "ida@post.example"), ("\u{ff4e}oor@post.example", "Noor Haddad <noor@post.example>")]
    {
        let made = folder.invitation(&["--email", bound]);
        let name = if bound.contains("ida") { "ida" } else { "noor" };
        folder.redeem_as(&code_of(&made), name, typed).done();
    }
    let two = folder.amara(&[
        "invitation",
        "create",
        "--role",
        "staff",
        "--email",
        "a@post.example; b@post.example",
        "--json",
    ]);
    two.refused("email_several", 3);
    let broken = folder.amara(&["invitation", "create", "--role", "staff", "--label", "two\nlines", "--json"]);
    let error: Value = broken.refused("field_line_break", 3);
    assert!(error["message"].as_str().unwrap().contains("line break"), "{error}");
}

#[test]
fn a_recovery_key_is_taken_as_people_keep_it() {
    let folder = Folder::empty();
    let made = folder.init(&["--json"]).done().json();
    let lines: Vec<&str> = made["recovery_key"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let numbered: Vec<String> = lines.iter().enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect();
    let kept = [
        format!("\u{feff}\nFernhill, our key (keep it safe!)\n\n{}\n", lines.join("\n\n")),
        numbered.join("\r\n\r\n"),
        format!("{}\n{}\n{}\n{}", numbered[2], numbered[0], numbered[3], numbered[1]).to_lowercase(),
    ];
    for text in kept {
        folder.secret("key", &text);
        folder.bare(&["open", "--recovery-key-file", "key", "--json"]).output().map(Ran::from).unwrap().done();
        fed(&mut folder.bare(&["open", "--recovery-key-file", "-", "--json"]), text.as_bytes()).done();
    }
}
