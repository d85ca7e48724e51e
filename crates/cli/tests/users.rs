//! Tests of users: lists and details within reach, roles, departments, suspension and signing out, with every rule.

use crate::support::Folder;
use serde_json::{Value, json};

/// Amara; Mira, manager of Science; Stef in Science/Physics and Ines in Arts, both Staff.
fn with_people() -> Folder {
    let folder = Folder::with_organisation();
    for arguments in [&["create", "Science"][..], &["create", "Physics", "--parent", "Science"], &["create", "Arts"]] {
        folder.amara(&[&["department"], arguments].concat()).done();
    }
    folder.manager("mira", "Science");
    for (username, department) in [("stef", "Science/Physics"), ("ines", "Arts")] {
        let code = folder.invitation(&["--department", department])["code"].as_str().unwrap().to_owned();
        folder.redeem_as(&code, username, &format!("{username}@post.example")).done();
    }
    folder
}

fn user(folder: &Folder, arguments: &[&str]) -> Value {
    folder.amara(&[&["user"], arguments, &["--json"]].concat()).done().json()
}

fn usernames(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["username"].as_str().unwrap()).collect()
}

#[test]
fn people_are_exported_as_the_list_has_them_and_by_nobody_who_may_not() {
    let folder = with_people();
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let said = user(&folder, &["export", "people.json", "--sort", "username", "--department", "Science"]);
    assert_eq!(said, json!({ "rows": 2, "path": "people.json" }));
    let listed = user(&folder, &["list", "--sort", "username", "--department", "Science"]);
    assert_eq!(serde_json::from_str::<Value>(&read("people.json")).unwrap(), listed["items"], "the same fields");
    let said = folder.amara(&["user", "export", "people.csv"]).done().out;
    assert_eq!(said, "4 people written to people.csv.\n");
    let csv = read("people.csv");
    assert!(csv.starts_with("\u{feff}id,username,name,") && csv.lines().count() == 5, "{csv}");
    let who = ["--as", "amara", "--password-file", "amara.password", "user", "export", "-", "--json"];
    let piped = folder.command(&who).output().unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&piped.stdout).unwrap().as_array().unwrap().len(), 4);
    let trail = folder.amara(&["audit", "list", "--json"]).done().out;
    assert!(trail.contains("people_exported") && trail.contains("Science"), "{trail}");
    let mira = |arguments: &[&str]| folder.newcomer("mira", &[&["user", "export"], arguments, &["--json"]].concat());
    mira(&["own.csv"]).refused("not_permitted", 4);
    for arguments in [&["a.pdf"][..], &["a.csv", "--search", " "], &["data/a.csv"], &[]] {
        folder.amara(&[&["user", "export"], arguments, &["--json"]].concat()).refused("usage", 2);
    }
    folder.amara(&["user", "export", "a.csv", "--group", "None", "--json"]).refused("group_unknown", 3);
    assert!(!folder.path().join("own.csv").exists() && !folder.path().join("a.csv").exists());
}

#[test]
fn people_are_listed_searched_and_shown() {
    let folder = with_people();
    let all = user(&folder, &["list", "--sort", "username"]);
    assert_eq!(usernames(&all), ["amara", "ines", "mira", "stef"]);
    assert_eq!((&all["total"], &all["is_at_least"], &all["page"]), (&json!(4), &json!(false), &json!(1)));
    let stef = &all["items"][3];
    let mut keys: Vec<&str> = stef.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "created_at",
            "department",
            "email",
            "groups",
            "id",
            "joined_through",
            "last_sign_in_at",
            "name",
            "role",
            "state",
            "username"
        ]
    );
    assert_eq!(
        (&stef["role"], &stef["department"], &stef["state"], &stef["last_sign_in_at"]),
        (&json!("staff"), &json!("Science/Physics"), &json!("active"), &Value::Null)
    );
    let through = stef["joined_through"].as_str().unwrap();
    let invitation = folder.amara(&["invitation", "show", through, "--json"]).done().json();
    assert_eq!(invitation["used_by"][0]["username"], "stef");
    for (filter, expected) in [
        (&["--search", "INES@"][..], &["ines"][..]),
        (&["--department", "Science"], &["mira", "stef"]),
        (&["--role", "manager"], &["mira"]),
        (&["--state", "suspended"], &[]),
        (&["--desc", "--page-size", "3", "--page", "2"], &["amara"]),
    ] {
        assert_eq!(
            usernames(&user(&folder, &[&["list", "--sort", "username"], filter].concat())),
            expected,
            "{filter:?}"
        );
    }
    folder.amara(&["user", "list", "--role", "baker", "--json"]).refused("role_unknown", 3);
    folder.amara(&["user", "list", "--department", "Nowhere", "--json"]).refused("department_unknown", 5);
    folder.amara(&["user", "list", "--page-size", "501", "--json"]).refused("page_out_of_range", 2);
    folder.newcomer("stef", &["policy", "show"]).done();
    let shown = user(&folder, &["show", "stef"]);
    assert!(shown["last_sign_in_at"].is_string(), "{shown}");
    let events: Vec<&str> =
        shown["activity"].as_array().unwrap().iter().map(|event| event["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["signed_in", "invitation_redeemed", "account_created"], "newest first");
    let text = folder.amara(&["user", "show", "stef"]).done().out;
    for part in ["Science/Physics", "stef@post.example", "Active", "Joined through"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_manager_sees_their_division_before_a_move_and_not_after_and_staff_see_themselves() {
    let folder = with_people();
    let seen = |by: &str| {
        let list = folder.newcomer(by, &["user", "list", "--sort", "username", "--json"]).done().json();
        usernames(&list).join(" ")
    };
    assert_eq!(seen("mira"), "mira stef");
    folder.newcomer("mira", &["user", "show", "stef", "--json"]).done();
    for hidden in ["ines", "amara", "nobody"] {
        folder.newcomer("mira", &["user", "show", hidden, "--json"]).refused("person_unknown", 5);
    }
    folder.newcomer("mira", &["user", "list", "--department", "Arts", "--json"]).refused("department_unknown", 5);
    for arguments in [
        &["set-role", "stef", "manager"][..],
        &["move", "stef", "Science"],
        &["suspend", "stef"],
        &["reactivate", "stef"],
        &["sign-out", "stef"],
        &["reset-password", "stef"],
        &["erase", "stef"],
    ] {
        let asked = [&["user"], arguments, &["--json"]].concat();
        folder.newcomer("mira", &asked).refused("not_permitted", 4);
        folder.newcomer("stef", &[&["user"], &arguments[..1], &["mira"], &arguments[2..], &["--json"]].concat());
    }
    folder.newcomer("stef", &["user", "list", "--json"]).refused("not_permitted", 4);
    let own = folder.newcomer("stef", &["user", "show", "stef", "--json"]).done().json();
    assert_eq!(own["username"], "stef");
    folder.newcomer("stef", &["user", "show", "mira", "--json"]).refused("person_unknown", 5);
    user(&folder, &["move", "stef", "Arts"]);
    assert_eq!(seen("mira"), "mira");
    folder.newcomer("mira", &["user", "show", "stef", "--json"]).refused("person_unknown", 5);
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}

#[test]
fn a_role_counts_at_once_and_one_s_own_rank_takes_the_password() {
    let folder = with_people();
    let given = user(&folder, &["set-role", "stef", "Manager"]);
    assert_eq!((&given["role"], &given["username"]), (&json!("manager"), &json!("stef")));
    folder.newcomer("stef", &["user", "list", "--json"]).done();
    // The password that came with --as is enough.
    assert_eq!(user(&folder, &["set-role", "stef", "administrator"])["role"], "administrator");
    folder.newcomer("stef", &["user", "set-role", "amara", "staff", "--json"]).done();
    folder.amara(&["user", "list", "--json"]).refused("not_permitted", 4);
    for (arguments, code) in
        [(&["set-role", "stef", "staff"][..], "last_administrator"), (&["suspend", "stef"], "last_administrator")]
    {
        folder.newcomer("stef", &[&["user"], arguments, &["--json"]].concat()).refused(code, 3);
    }
    folder.newcomer("stef", &["user", "set-role", "amara", "administrator", "--json"]).done();
    folder.newcomer("stef", &["user", "suspend", "stef", "--json"]).refused("not_yourself", 3);
    folder.newcomer("stef", &["user", "move", "ines", "--to-none", "--json"]).done();
    folder.newcomer("stef", &["user", "set-role", "ines", "manager", "--json"]).refused("user_without_department", 3);
    folder.newcomer("stef", &["user", "move", "mira", "--to-none", "--json"]).refused("user_without_department", 3);
    folder.newcomer("stef", &["user", "set-role", "ines", "baker", "--json"]).refused("role_unknown", 3);
    folder.newcomer("stef", &["user", "set-role", "nobody", "staff", "--json"]).refused("person_unknown", 5);
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}

#[test]
fn who_is_suspended_does_nothing_until_they_are_reactivated_with_their_old_password() {
    let folder = with_people();
    let suspended = user(&folder, &["suspend", "mira"]);
    assert_eq!(suspended["state"], "suspended");
    folder.newcomer("mira", &["user", "list", "--json"]).refused("account_suspended", 4);
    folder.amara(&["user", "reset-password", "mira", "--json"]).refused("account_suspended", 4);
    assert_eq!(user(&folder, &["suspend", "mira"])["state"], "suspended", "twice is once");
    assert_eq!(usernames(&user(&folder, &["list", "--state", "suspended"])), ["mira"]);
    assert_eq!(user(&folder, &["reactivate", "mira"])["state"], "active");
    folder.newcomer("mira", &["user", "list", "--json"]).done();
    let trail = folder.amara(&["audit", "list", "--json"]).done().json();
    let events: Vec<&str> = trail["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| item["event"].as_str())
        .filter(|event| event.starts_with("account_") && *event != "account_created")
        .collect();
    assert_eq!(events, ["account_reactivated", "account_suspended"]);
    user(&folder, &["erase", "ines"]);
    folder.amara(&["user", "reactivate", "ines", "--json"]).refused("person_unknown", 5);
    let erased = user(&folder, &["list", "--state", "erased"]);
    let id = erased["items"][0]["id"].as_str().unwrap().to_owned();
    for command in ["suspend", "reactivate"] {
        folder.amara(&["user", command, &id, "--json"]).refused("person_unknown", 5);
    }
}

#[test]
fn help_and_text_name_what_is_done() {
    let folder = with_people();
    for (arguments, text) in [
        (&["user", "set-role", "stef", "manager"][..], "has the role Manager now.\n"),
        (&["user", "move", "stef", "Arts"], "belongs to Arts now.\n"),
        (&["user", "suspend", "stef"], "is suspended, and signed out everywhere.\n"),
        (&["user", "reactivate", "stef"], "can sign in again.\n"),
        (&["user", "sign-out", "stef"], "There was no session to end.\n"),
    ] {
        let said = folder.amara(arguments).done().out;
        assert!(said.ends_with(text), "{arguments:?}: {said}");
    }
    let table = folder.amara(&["user", "list"]).done().out;
    assert!(table.starts_with("USER") && table.contains("Page 1 of 1, 4 people."), "{table}");
}
