//! Tests of changes to other people's accounts.

use crate::support::Folder;
use serde_json::json;

#[test]
fn an_erased_person_is_signed_out_and_stands_in_no_answer_any_more() {
    let folder = Folder::with_organisation();
    let first = folder.invitation(&["--email", "noor@post.example", "--label", "For Noor, at first"]);
    let replace = ["invitation", "replace", first["id"].as_str().unwrap(), "--label", "For Noor", "--json"];
    let made = folder.amara(&replace).done().json()["new"].clone();
    let (id, code) = (made["id"].as_str().unwrap(), made["code"].as_str().unwrap());
    folder.redeem(code, "noor").done();
    folder.newcomer("noor", &["policy", "show", "--json"]).done();
    let done = folder.amara(&["user", "erase", "NOOR", "--json"]).done().json();
    assert_eq!(done["invitations"], json!([first["id"], id]));
    folder.newcomer("noor", &["policy", "show", "--json"]).refused("sign_in_refused", 4);
    for arguments in [
        &["invitation", "show", id][..],
        &["invitation", "history", id],
        &["invitation", "list"],
        &["audit", "list", "--page-size", "100"],
    ] {
        let said = folder.amara(&[arguments, &["--json"]].concat()).done().out.to_lowercase();
        assert!(!said.contains("noor"), "{arguments:?}: {said}");
    }
    assert_eq!(folder.total(&["--search", "noor"]), 0);
    let verified = folder.amara(&["audit", "verify", "--json"]).done().json();
    assert_eq!((&verified["complete"], &verified["tables"]), (&json!(true), &json!([])));
    folder.amara(&["user", "erase", "noor", "--json"]).refused("person_unknown", 5);
}

#[test]
fn nobody_is_erased_by_who_ranks_as_high_or_may_not() {
    let folder = Folder::with_organisation();
    folder.manager("mira", "Library");
    let code = folder.invitation(&["--department", "Library"])["code"].as_str().unwrap().to_owned();
    folder.redeem(&code, "stef").done();
    folder.newcomer("mira", &["user", "erase", "stef", "--json"]).refused("not_permitted", 4);
    folder.amara(&["user", "erase", "amara", "--json"]).refused("not_permitted", 4);
    folder.newcomer("stef", &["policy", "show", "--json"]).done();
    let trail = folder.amara(&["audit", "list", "--json"]).done().json();
    let noted = trail["items"].as_array().unwrap().iter().filter(|item| item["outcome"] == "not_permitted");
    assert_eq!(
        noted.map(|item| item["subject"].as_str().unwrap()).collect::<Vec<_>>(),
        ["erase_person", "erase_person"]
    );
}
