//! Tests of an invitation's fields: at creation, changed later, on replacement, and in its history.

use crate::path::keys;
use crate::support::Folder;
use serde_json::{Value, json};

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

#[test]
fn an_invitation_is_bound_to_a_domain_and_brings_into_groups() {
    let folder = Folder::with_organisation();
    let note = "asked for by the head of music\nsecond line";
    let made = folder.invitation(&[
        "--domain",
        "@Post.Example",
        "--group",
        "Choir",
        "--group",
        "Orchestra",
        "--group",
        "choir",
        "--note",
        note,
    ]);
    assert_eq!((&made["domain"], &made["groups"]), (&json!("Post.Example"), &json!(["Choir", "Orchestra"])));
    assert_eq!(made["note"], note);
    let code = text(&made, "code");
    folder.redeem_as(code, "ida", "ida@other.example").refused("invitation_wrong_domain", 3);
    folder.redeem(code, "noor").done();
    let shown = folder.amara(&["invitation", "show", code]).done().out;
    assert!(shown.contains("@Post.Example") && shown.lines().any(|line| line.trim() == "second line"), "{shown}");
}

#[test]
fn bindings_that_can_not_be_are_refused_by_name() {
    let folder = Folder::with_organisation();
    let create = |more: &[&str]| folder.amara(&[&["invitation", "create", "--role", "staff", "--json"], more].concat());
    create(&["--domain", "@school.example", "--email", "noor@post.example"]).refused("bound_twice", 3);
    let long = "x".repeat(100_000);
    for domain in ["@", "school", "a@b@c", "sch\u{202e}ool.example", &long] {
        assert_eq!(create(&["--domain", domain]).exit, Some(3), "{domain:?}");
    }
    for (option, value) in [("--group", &long), ("--note", &long)] {
        create(&[option, value]).refused("field_too_long", 3);
    }
    for (option, value) in
        [("--group", "a\u{1b}[31mb"), ("--group", "a\u{200b}b"), ("--note", "a\u{202e}b"), ("--note", "a\tb")]
    {
        create(&[option, value]).refused("field_not_text", 3);
    }
    assert_eq!(folder.total(&[]), 0, "nothing was made");
}

#[test]
fn a_list_is_narrowed_by_creator_group_label_and_times() {
    let folder = Folder::with_organisation();
    folder.manager("mira", "Library");
    let poster = folder.invitation(&["--label", "Poster", "--group", "Choir", "--expires", "2d"]);
    folder.invitation(&["--expires", "never"]);
    let by_mira = ["invitation", "create", "--role", "staff", "--json"];
    folder.newcomer("mira", &by_mira).done();

    let today = chrono::Local::now().date_naive();
    // A day more on each side, in case midnight passes during the test.
    let [yesterday, tomorrow, soon] = [-1, 1, 4].map(|days| (today + chrono::TimeDelta::days(days)).to_string());
    for (filters, expected) in [
        (&["--creator", "mira"][..], 1),
        (&["--creator", "amara"], 3),
        (&["--group", "CHOIR"], 1),
        (&["--label", "Poster"], 1),
        (&["--label", "Post"], 0),
        (&["--created-from", &yesterday, "--created-to", &tomorrow], 4),
        (&["--created-from", "2999-01-01"], 0),
        (&["--created-to", "2026-01-01T00:00:00Z"], 0),
        (&["--expires-from", &tomorrow, "--expires-to", &soon], 1),
        (&["--archived"], 0),
    ] {
        assert_eq!(folder.total(filters), expected, "{filters:?}");
    }
    let listed =
        folder.amara(&["invitation", "list", "--label", "Poster", "--creator", "amara", "--json"]).done().json();
    assert_eq!(listed["items"][0]["id"], poster["id"]);

    let list = |more: &[&str]| folder.amara(&[&["invitation", "list", "--json"], more].concat());
    list(&["--creator", "nobody"]).refused("creator_unknown", 3);
    list(&["--group", "Fencing"]).refused("group_unknown", 3);
    let long = "2".repeat(100_000);
    for when in ["", "tomorrow", "2026-02-30", "14d", "never", "-1", &long] {
        let error = list(&["--created-from", when]).refused("usage", 2);
        assert!(error.to_string().len() < 1_000, "what is too long is not repeated");
    }
    list(&["--created-from", &tomorrow, "--created-to", &yesterday]).refused("usage", 2);
    list(&["--archived", "--status", "active"]).refused("usage", 2);
}

#[test]
fn label_and_note_change_one_by_one_and_the_history_keeps_what_they_were() {
    let folder = Folder::with_organisation();
    let made = folder.invitation(&["--label", "fair", "--note", "by the door"]);
    let id = text(&made, "id");
    let label = |more: &[&str]| folder.amara(&[&["invitation", "label", id, "--json"], more].concat());
    let described = label(&["--label", "spring fair"]).done().json();
    assert_eq!((&described["label"], &described["note"]), (&json!("spring fair"), &json!("by the door")));
    let described = label(&["--clear-note"]).done().json();
    assert_eq!((&described["label"], &described["note"]), (&json!("spring fair"), &Value::Null));
    let described = label(&["--clear-label", "--note", "in the hall"]).done().json();
    assert_eq!((&described["label"], &described["note"]), (&Value::Null, &json!("in the hall")));

    label(&[]).refused("usage", 2);
    label(&["--label", "x", "--clear-label"]).refused("usage", 2);
    label(&["--label", "a\nb"]).refused("field_line_break", 3);
    folder
        .amara(&["invitation", "label", "01890a5d-ac96-774b-bcce-b302099a8057", "--label", "x", "--json"])
        .refused("invitation_not_found", 5);

    let history = folder.amara(&["invitation", "history", id, "--json"]).done().json();
    assert_eq!(keys(&history), ["items", "total"]);
    let events: Vec<_> = history["items"].as_array().unwrap().iter().map(|item| text(item, "event")).collect();
    assert_eq!(events, ["described", "described", "described", "created"], "a refusal changes nothing");
    let first = &history["items"][2];
    assert_eq!(keys(first), ["actor", "at", "details", "device", "event", "id"]);
    assert_eq!(
        (&first["actor"], &first["details"]["label_before"], &first["details"]["label"]),
        (&json!("amara"), &json!("fair"), &json!("spring fair"))
    );
    let table = folder.amara(&["invitation", "history", id]).done().out;
    assert!(table.contains("label “fair” → “spring fair”"), "{table}");
}

#[test]
fn one_that_replaces_another_is_like_it_but_for_what_was_given_and_both_say_so() {
    let folder = Folder::with_organisation();
    let like = ["--email", "nour@post.example", "--department", "Library", "--group", "Choir", "--limit", "3"];
    let old = folder.invitation(&[&like[..], &["--label", "fair", "--note", "n", "--expires", "36h"]].concat());
    let (id, code) = (text(&old, "id"), text(&old, "code"));
    let replace =
        |which: &str, more: &[&str]| folder.amara(&[&["invitation", "replace", which, "--json"], more].concat());
    let done = replace(code, &["--email", "noor@post.example", "--reason", "misspelt"]).done().json();
    assert_eq!(keys(&done), ["new", "old"]);
    let (was, new) = (&done["old"], &done["new"]);
    assert_eq!((&was["status"], &was["id"], &was["replaced_by"]), (&json!("revoked"), &json!(id), &new["id"]));
    assert_eq!((&new["replaces"], &new["email"]), (&json!(id), &json!("noor@post.example")));
    for same in ["role", "department", "groups", "usage_limit", "label", "note", "domain"] {
        assert_eq!(new[same], old[same], "{same}");
    }
    let time = |view: &Value, key| chrono::DateTime::parse_from_rfc3339(text(view, key)).unwrap();
    assert_eq!((time(new, "expires_at") - time(new, "created_at")).num_hours(), 36, "the same length again");

    folder.redeem_as(code, "noor", "noor@post.example").refused("invitation_replaced", 3);
    replace(id, &[]).refused("invitation_not_active", 3);
    let history = folder.amara(&["invitation", "history", id, "--json"]).done().json();
    let revoked = history["items"].as_array().unwrap().iter().find(|item| item["event"] == "revoked").unwrap();
    assert_eq!(revoked["details"], json!({ "reason": "misspelt", "replaced_by": new["id"] }));

    let unbound =
        replace(text(new, "id"), &["--domain", "@post.example", "--group", "", "--expires", "never"]).done().json();
    let unbound = &unbound["new"];
    assert_eq!((&unbound["email"], &unbound["domain"]), (&Value::Null, &json!("post.example")));
    assert_eq!((&unbound["groups"], &unbound["expires_at"]), (&json!([]), &Value::Null));
    folder.redeem(text(unbound, "code"), "noor").done();
}

#[test]
fn a_replacement_that_can_not_be_leaves_the_old_one_as_it_was() {
    let folder = Folder::with_organisation();
    let old = folder.invitation(&[]);
    let id = text(&old, "id");
    for (more, code, exit) in [
        (&["--limit", "0"][..], "usage_limit_out_of_range", 3),
        (&["--role", "administrator"], "role_not_allowed", 3),
        (&["--role", "wizard"], "role_unknown", 3),
        (&["--expires", "tomorrow"], "expiry_malformed", 2),
        (&["--expires", "2020-01-01T00:00:00Z"], "expiry_past", 3),
        (&["--email", "nobody"], "email_malformed", 3),
        (&["--reason", "a\u{202e}b"], "field_not_text", 3),
    ] {
        folder.amara(&[&["invitation", "replace", id, "--json"], more].concat()).refused(code, exit);
    }
    assert_eq!(folder.amara(&["invitation", "show", id, "--json"]).done().json(), old);
    assert_eq!(folder.total(&[]), 1);
}
