//! Tests of what a manager and a member of staff may not do: exit code 4, and an entry in the audit trail.

use crate::support::Folder;
use serde_json::json;

#[test]
fn what_only_administrators_do_is_refused_to_a_manager_and_written_down() {
    let folder = Folder::with_organisation();
    folder.manager("mira", "Library");
    let [one, other] =
        [0; 2].map(|_| folder.invitation(&["--department", "Library"])["id"].as_str().unwrap().to_owned());
    for (forbidden, operation) in [
        (&["invitation", "create", "--role", "staff", "--count", "2"][..], "create_many"),
        (&["invitation", "replace", &one, "--limit", "2"], "replace_invitation"),
        (&["invitation", "label", &one, "--label", "x"], "describe_invitation"),
        (&["invitation", "label", &one, "--label", "x", "--note", "y"], "describe_invitation"),
        (&["invitation", "revoke", &one], "revoke_invitation"),
        (&["invitation", "revoke", &one, &other], "revoke_many"),
        (&["invitation", "revoke", &one, "--dry-run"], "preview_revoke"),
        (&["invitation", "revoke", "--matching", "--status", "active"], "revoke_many"),
        (&["invitation", "clean-up"], "clean_up"),
        (&["invitation", "clean-up", "--dry-run"], "preview_clean_up"),
        (&["invitation", "import", "amara.password"], "import_invitations"),
        (&["invitation", "import", "amara.password", "--dry-run", "--left-out", "x.csv"], "import_invitations"),
        (&["policy", "set", "--max-expiry-days", "30"], "set_policy"),
    ] {
        folder.newcomer("mira", &[forbidden, &["--json"]].concat()).refused("not_permitted", 4);
        let trail = folder.amara(&["audit", "list", "--page-size", "5", "--json"]).done().json();
        let noted = trail["items"].as_array().unwrap().iter().find(|item| item["outcome"] == "not_permitted").unwrap();
        assert_eq!((&noted["actor"], &noted["subject"]), (&json!("mira"), &json!(operation)), "{forbidden:?}");
    }
    assert_eq!(folder.total(&["--status", "active"]), 2, "nothing was changed");
    let shown = folder.amara(&["invitation", "show", &one, "--json"]).done().json();
    assert_eq!(shown["label"], json!(null));
}

#[test]
fn a_manager_does_what_managers_do_within_their_division() {
    let folder = Folder::with_organisation();
    folder.manager("mira", "Library");
    let elsewhere = folder.invitation(&["--department", "Sports"])["id"].as_str().unwrap().to_owned();
    let mira = |arguments: &[&str]| folder.newcomer("mira", &[arguments, &["--json"]].concat());
    let made =
        mira(&["invitation", "create", "--role", "staff", "--domain", "post.example", "--note", "n"]).done().json();
    assert_eq!((&made["department"], &made["domain"]), (&json!("Library"), &json!("post.example")));
    let history = mira(&["invitation", "history", made["id"].as_str().unwrap()]).done().json();
    assert_eq!(history["items"][0]["event"], "created");
    assert_eq!(mira(&["policy", "show"]).done().json()["default_expiry_days"], 7);
    assert_eq!(mira(&["invitation", "list", "--creator", "mira"]).done().json()["total"], 1);
    assert_eq!(mira(&["invitation", "list", "--creator", "amara", "--status", "active"]).done().json()["total"], 0);

    mira(&["invitation", "create", "--role", "staff", "--group", "New"]).refused("group_not_allowed", 3);
    for command in ["show", "history"] {
        mira(&["invitation", command, &elsewhere]).refused("invitation_not_found", 5);
    }
    // A manager without the right changes no invitation, wherever it is.
    mira(&["invitation", "label", &elsewhere, "--label", "x"]).refused("not_permitted", 4);
    for arguments in [&["replace", &elsewhere][..], &["revoke", &elsewhere, &elsewhere]] {
        mira(&[&["invitation"], arguments].concat()).refused("invitation_not_found", 5);
    }
    mira(&["invitation", "list", "--department", "Sports"]).refused("department_unknown", 5);
}

#[test]
fn who_is_neither_may_nothing_of_it() {
    let folder = Folder::with_organisation();
    let made = folder.invitation(&["--limit", "2"]);
    let id = made["id"].as_str().unwrap();
    folder.redeem(made["code"].as_str().unwrap(), "noor").done();
    for forbidden in [
        &["invitation", "history", id][..],
        &["invitation", "label", id, "--label", "x"],
        &["invitation", "replace", id],
        &["invitation", "revoke", id, id],
        &["invitation", "revoke", "--matching", "--status", "active"],
        &["invitation", "clean-up"],
        &["invitation", "create", "--role", "staff", "--count", "3"],
        &["invitation", "import", "noor.password", "--dry-run"],
        &["invitation", "export", "x.csv"],
        &["invitation", "export", "-"],
        &["invitation", "print", "x.pdf"],
        &["policy", "set", "--never-allowed", "true"],
    ] {
        folder.newcomer("noor", &[forbidden, &["--json"]].concat()).refused("not_permitted", 4);
        folder.vestibulectl(&[forbidden, &["--json"]].concat()).refused("not_signed_in", 4);
    }
}
