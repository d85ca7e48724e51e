//! Tests of an invitation's whole path, and of the JSON along it.

use crate::support::{ADMINISTRATOR, Folder, NEWCOMER_PASSWORD, ORGANISATION, PASSPHRASE, PASSWORD};
use serde_json::{Value, json};

pub fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

fn is_utc(time: &Value) -> bool {
    let time = time.as_str().unwrap();
    time.ends_with('Z') && chrono::DateTime::parse_from_rfc3339(time).is_ok()
}

#[test]
fn the_whole_path_from_an_empty_folder_to_a_verified_trail() {
    let folder = Folder::empty();
    let made = folder.init(&["--json"]).done().json();
    assert_eq!(made["organisation"], ORGANISATION);
    assert!(!made["recovery_key"].as_array().unwrap().is_empty());

    let created = folder.invitation(&["--label", "spring fair", "--department", "Library", "--expires", "14d"]);
    let code = created["code"].as_str().unwrap();
    assert_eq!(created["status"], "active");

    let listed = folder.amara(&["invitation", "list", "--json"]).done().json();
    assert_eq!((&listed["total"], &listed["items"][0]), (&json!(1), &created));

    let joined = folder.redeem(code, "noor").done().json();
    assert_eq!((&joined["role"], &joined["department"]), (&json!("staff"), &json!("Library")));

    let shown = folder.amara(&["invitation", "show", code, "--json"]).done().json();
    assert_eq!((&shown["status"], &shown["uses"]), (&json!("used"), &json!(1)));
    assert_eq!(
        (&shown["used_by"][0]["username"], &shown["used_by"][0]["name"]),
        (&json!("noor"), &json!("Noor Haddad"))
    );
    assert!(is_utc(&shown["used_by"][0]["at"]) && shown["used_by"][0]["device"].is_string());

    let open = folder.invitation(&["--limit", "2"]);
    let id = open["id"].as_str().unwrap();
    let revoked = folder.amara(&["invitation", "revoke", id, "--reason", "poster taken down", "--json"]).done().json();
    assert_eq!(revoked["status"], "revoked");
    assert!(is_utc(&revoked["revoked_at"]));
    folder.redeem(open["code"].as_str().unwrap(), "ida").refused("invitation_revoked", 3);

    let trail = folder.amara(&["audit", "list", "--json"]).done().json();
    let events: Vec<_> =
        trail["items"].as_array().unwrap().iter().map(|item| item["event"].as_str().unwrap()).collect();
    for expected in ["invitation_created", "invitation_redeemed", "invitation_revoked"] {
        assert!(events.contains(&expected), "{expected} is not in {events:?}");
    }
    let verified = folder.amara(&["audit", "verify", "--json"]).done().json();
    assert_eq!((&verified["complete"], &verified["breaks_at"]), (&json!(true), &Value::Null));
    let health = folder.vestibulectl(&["doctor", "--json"]).done().json();
    assert_eq!(health["ok"], true, "{health}");
}

#[test]
fn one_invitation_has_exactly_the_documented_keys_and_null_for_what_is_absent() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&["--expires", "never"]);
    let mut documented = [
        "id",
        "code",
        "link",
        "email",
        "domain",
        "role",
        "department",
        "groups",
        "label",
        "note",
        "status",
        "usage_limit",
        "uses",
        "expires_at",
        "created_at",
        "created_by",
        "used_by",
        "revoked_at",
        "replaces",
        "replaced_by",
        "archived_at",
    ];
    documented.sort_unstable();
    assert_eq!(keys(&created), documented);
    let absent =
        ["email", "domain", "department", "label", "note", "expires_at", "revoked_at", "replaces", "replaced_by"];
    for absent in absent.into_iter().chain(["archived_at"]) {
        assert_eq!(created[absent], Value::Null, "{absent}");
    }
    assert_eq!(created["groups"], json!([]));
    assert_eq!((&created["role"], &created["created_by"]), (&json!("staff"), &json!(ADMINISTRATOR)));
    assert_eq!((&created["usage_limit"], &created["uses"], &created["used_by"]), (&json!(1), &json!(0), &json!([])));
    assert!(is_utc(&created["created_at"]));
    let code = created["code"].as_str().unwrap();
    assert_eq!(created["link"], format!("vestibule://join/{code}"));
}

#[test]
fn a_list_is_one_page_with_its_place_and_filters_narrow_it() {
    let folder = Folder::with_organisation();
    let noor = folder.invitation(&["--email", "noor@post.example", "--label", "desk"]);
    let manager = ["invitation", "create", "--role", "manager", "--department", "Library", "--json"];
    folder.amara(&manager).done();
    let list = |more: &[&str]| folder.amara(&[&["invitation", "list", "--json"], more].concat()).done().json();

    let all = list(&["--page-size", "1", "--page", "2"]);
    assert_eq!(keys(&all), ["items", "page", "page_size", "total"]);
    assert_eq!(all["items"][0]["id"], noor["id"], "newest first, so the older one is on the second page");
    assert_eq!((&all["total"], &all["page"], &all["page_size"]), (&json!(2), &json!(2), &json!(1)));

    let code = noor["code"].as_str().unwrap().to_lowercase().replace('-', "");
    let narrow: [&[&str]; 4] = [
        &["--search", "noor@post"],
        &["--search", &code[..6]],
        &["--role", "staff"],
        &["--sort", "created", "--page-size", "1"],
    ];
    for filter in narrow {
        assert_eq!(list(filter)["items"][0]["id"], noor["id"], "{filter:?}");
    }
    assert_eq!(list(&["--sort", "created", "--desc"])["items"][1]["id"], noor["id"]);
    assert_eq!(list(&["--status", "revoked"])["total"], 0);
    folder.amara(&["invitation", "list", "--page", "0", "--json"]).refused("page_out_of_range", 2);
    assert_eq!(list(&["--search", "@", "--role", "staff"])["items"][0]["id"], noor["id"], "from the first symbol");
    assert_eq!(list(&["--search", "%"])["total"], 0);
}

#[test]
fn codes_are_forgiven_their_spelling_and_a_typing_mistake_is_located() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&[]);
    let code = created["code"].as_str().unwrap();
    let sloppy = code.to_lowercase().replace('-', " ");
    assert_eq!(folder.amara(&["invitation", "show", &sloppy, "--json"]).done().json()["id"], created["id"]);

    let wrong = if code.as_bytes()[5] == b'2' { "3" } else { "2" };
    let mistyped = format!("{}{wrong}{}", &code[..5], &code[6..]);
    let error = folder.redeem(&mistyped, "noor").refused("code_mistyped", 3);
    assert_eq!(error["values"]["group"], "2");
    folder.redeem("K7QF-2M9", "noor").refused("code_malformed", 3);
    folder.redeem(created["link"].as_str().unwrap(), "noor").done();
}

#[test]
fn no_secret_stands_in_any_answer() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&[]);
    let code = created["code"].as_str().unwrap();
    let answers = [
        folder.redeem(code, "noor"),
        folder.redeem(code, "ida"),
        folder.amara(&["audit", "list", "--page-size", "500", "--json"]),
        folder.amara(&["audit", "list"]),
        folder.vestibulectl(&["doctor", "--json"]),
        folder.newcomer("noor", &["invitation", "list"]),
    ];
    for ran in &answers {
        for secret in [PASSWORD, NEWCOMER_PASSWORD, PASSPHRASE, code, &code.replace('-', "")] {
            assert!(!ran.out.contains(secret) && !ran.err.contains(secret), "{}{}", ran.out, ran.err);
        }
    }
}
