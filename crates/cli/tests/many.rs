//! Tests of many invitations at once: created or revoked, all or none.

use crate::path::keys;
use crate::support::Folder;
use serde_json::json;

fn create<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["invitation", "create", "--role", "staff", "--json"], more].concat()
}

#[test]
fn a_thousand_of_one_kind_are_made_each_with_its_own_code() {
    let folder = Folder::with_organisation();
    let made = folder.amara(&create(&["--count", "1000", "--label", "cards", "--group", "Choir"])).done();
    let made = made.json();
    let named: std::collections::BTreeMap<&str, &str> = made["invitations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["code"].as_str().unwrap(), item["id"].as_str().unwrap()))
        .collect();
    assert_eq!((&made["created"], named.len()), (&json!(1000), 1000));
    let mut codes = std::collections::BTreeSet::new();
    for page in ["1", "2"] {
        let list = ["invitation", "list", "--label", "cards", "--page-size", "500", "--page", page, "--json"];
        for item in folder.amara(&list).done().json()["items"].as_array().unwrap() {
            assert_eq!(item["groups"], json!(["Choir"]));
            let code = item["code"].as_str().unwrap();
            assert_eq!(named.get(code), Some(&item["id"].as_str().unwrap()), "the answer names what was made");
            codes.insert(code.to_owned());
        }
    }
    assert_eq!(codes.len(), 1_000);
    folder.redeem(codes.first().unwrap(), "noor").done();
    let said = folder.amara(&["invitation", "create", "--role", "staff", "--count", "2"]).done().out;
    assert!(said.contains("2 invitations created"), "{said}");
    let one = folder.amara(&create(&["--count", "1", "--email", "ida@post.example"])).done().json();
    assert_eq!(one["email"], "ida@post.example", "one is one, as without --count");
}

#[test]
fn a_count_that_can_not_be_makes_nothing() {
    let folder = Folder::with_organisation();
    for count in ["0", "100001", "4294967296", "18446744073709551615"] {
        folder.amara(&create(&["--count", count])).refused("count_out_of_range", 3);
    }
    for count in ["-1", "many", "1e3", "", "99999999999999999999"] {
        folder.amara(&create(&["--count", count])).refused("usage", 2);
    }
    folder.amara(&create(&["--count", "2", "--email", "noor@post.example"])).refused("one_address_for_many", 3);
    folder.amara(&create(&["--count", "2", "--limit", "0"])).refused("usage_limit_out_of_range", 3);
    folder.amara(&create(&["--count", "2", "--expires", "400d"])).refused("expiry_too_far", 3);
    assert_eq!(folder.total(&[]), 0);
}

#[test]
fn several_are_revoked_by_id_or_code_and_what_is_over_is_skipped_and_counted() {
    let folder = Folder::with_organisation();
    let [open, used, kept] = [0; 3].map(|_| folder.invitation(&["--limit", "2"]));
    let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap().to_owned();
    let (code, used_code, used_id) = (text(&open, "code"), text(&used, "code"), text(&used, "id"));
    for name in ["noor", "ida"] {
        folder.redeem(&used_code, name).done();
    }
    folder.redeem(&code, "jonas").done();

    let revoke = |more: &[&str]| folder.amara(&[&["invitation", "revoke", "--json"], more].concat());
    let expected = json!({ "revoked": 1, "uses_left": 1, "joined": 1, "used": 1, "expired": 0, "already_revoked": 0 });
    let preview = revoke(&[&code, &used_id, "--dry-run"]).done().json();
    assert_eq!((&preview, folder.total(&["--status", "active"])), (&expected, 2), "a dry run changes nothing");
    let missing = "01890a5d-ac96-774b-bcce-b302099a8057";
    let error = revoke(&[&code, missing]).refused("invitation_not_found", 5);
    assert_eq!(error["values"]["number"], "2", "{error}");
    revoke(&[&code, "K7QF-2M9X"]).refused("code_malformed", 3);
    revoke(&[&code, &used_id, "--reason", "a\nb"]).refused("field_line_break", 3);
    assert_eq!(folder.total(&["--status", "active"]), 2, "one that is not there stops all of it");

    assert_eq!(revoke(&[&code, &used_id, "--reason", "fair is over"]).done().json(), expected);
    folder.redeem(&code, "anna").refused("invitation_revoked", 3);
    folder.redeem(&text(&kept, "code"), "anna").done();
    let again = revoke(&[&code, &used_id]).done().json();
    assert_eq!((&again["revoked"], &again["already_revoked"], &again["used"]), (&json!(0), &json!(1), &json!(1)));
    let one = revoke(&[&text(&kept, "id")]).done().json();
    assert_eq!(one["status"], "revoked", "one is told as an invitation");
}

#[test]
fn all_that_match_are_revoked_and_the_others_stay() {
    let folder = Folder::with_organisation();
    folder.amara(&create(&["--count", "700", "--label", "cards", "--limit", "3"])).done();
    folder.amara(&create(&["--count", "5", "--label", "poster"])).done();
    let revoke = |more: &[&str]| {
        folder.amara(&[&["invitation", "revoke", "--matching", "--label", "cards"], more].concat()).done()
    };
    let preview = revoke(&["--dry-run", "--json"]).json();
    assert_eq!(keys(&preview), ["already_revoked", "expired", "joined", "revoked", "used", "uses_left"]);
    assert_eq!((&preview["revoked"], &preview["uses_left"]), (&json!(700), &json!(2_100)));
    assert!(revoke(&["--dry-run"]).out.starts_with("700 invitations would be revoked, with 2100 uses left"));
    assert!(revoke(&["--reason", "misprinted"]).out.starts_with("700 invitations revoked, with 2100 uses left"));
    assert_eq!((folder.total(&["--status", "revoked"]), folder.total(&["--status", "active"])), (700, 5));
    assert!(revoke(&[]).out.contains("700 were skipped: 700 revoked before"));
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}

#[test]
fn what_would_match_more_than_was_meant_is_refused() {
    let folder = Folder::with_organisation();
    let id = folder.invitation(&[])["id"].as_str().unwrap().to_owned();
    for arguments in [
        &["--matching"][..],
        &["--matching", "--label", ""],
        &["--matching", "--status", "active", "--creator", " "],
        &["--matching", "--search", ""],
        &["--status", "active"],
        &[&id, "--status", "active"],
        &[&id, "--matching"],
        &["--matching", "--status", "active", "--archived"],
        &["-", "-"],
        &[],
    ] {
        folder.amara(&[&["invitation", "revoke", "--json"], arguments].concat()).refused("usage", 2);
    }
    folder
        .amara(&["invitation", "revoke", "--matching", "--search", &"ab".repeat(200), "--json"])
        .refused("field_too_long", 3);
    assert_eq!(folder.total(&["--status", "active"]), 1);
    folder.amara(&["invitation", "revoke", "--matching", "--status", "active", "--json"]).done();
    assert_eq!(folder.total(&["--status", "active"]), 0);
}
