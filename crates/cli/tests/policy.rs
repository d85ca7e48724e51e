//! Tests of the organisation's rules: shown, set, and enforced.

use crate::path::keys;
use crate::support::Folder;
use serde_json::json;

#[test]
fn a_rule_that_was_set_counts_and_what_was_not_given_stays() {
    let folder = Folder::with_organisation();
    let before = folder.amara(&["policy", "show", "--json"]).done().json();
    let set = ["policy", "set", "--default-expiry-days", "3", "--max-expiry-days", "30", "--never-allowed", "false"];
    let after = folder.amara(&[&set[..], &["--clean-up-days", "10", "--json"]].concat()).done().json();
    assert_eq!(after, folder.amara(&["policy", "show", "--json"]).done().json());
    assert_eq!(keys(&after), keys(&before));
    for (key, value) in [
        ("default_expiry_days", json!(3)),
        ("max_expiry_days", json!(30)),
        ("never_allowed", json!(false)),
        ("clean_up_days", json!(10)),
        ("binding_required", before["binding_required"].clone()),
        ("clipboard_seconds", before["clipboard_seconds"].clone()),
        ("code_length", json!(16)),
    ] {
        assert_eq!(after[key], value, "{key}");
    }
    let create = |more: &[&str]| folder.amara(&[&["invitation", "create", "--role", "staff", "--json"], more].concat());
    create(&["--expires", "never"]).refused("expiry_never_not_allowed", 3);
    create(&["--expires", "31d"]).refused("expiry_too_far", 3);
    create(&["--expires", "30d"]).done();
    assert_eq!(folder.amara(&["invitation", "clean-up", "--dry-run", "--json"]).done().json()["days"], 10);

    folder.amara(&["policy", "set", "--binding-required", "true"]).done();
    create(&[]).refused("binding_required", 3);
    create(&["--count", "2"]).refused("binding_required", 3);
    create(&["--count", "2", "--domain", "@post.example"]).done();
}

#[test]
fn rules_that_can_not_be_are_refused_with_their_option_and_change_nothing() {
    let folder = Folder::with_organisation();
    let before = folder.amara(&["policy", "show", "--json"]).done().json();
    for (option, value) in [
        ("--default-expiry-days", "0"),
        ("--default-expiry-days", "366"),
        ("--max-expiry-days", "3651"),
        ("--clipboard-seconds", "4"),
        ("--clipboard-seconds", "601"),
        ("--clean-up-days", "0"),
        ("--clean-up-days", "4294967295"),
    ] {
        folder.amara(&["policy", "set", option, value, "--json"]).refused("number_out_of_range", 3);
        let said = folder.amara(&["policy", "set", option, value]).err;
        assert!(said.contains(option), "{said}");
    }
    for nonsense in [
        &["--max-expiry-days", "-1"][..],
        &["--max-expiry-days", "4294967296"],
        &["--never-allowed", "maybe"],
        &["--never-allowed"],
        &["--password-min", "1"],
        &[],
    ] {
        folder.amara(&[&["policy", "set", "--json"], nonsense].concat()).refused("usage", 2);
    }
    assert_eq!(folder.amara(&["policy", "show", "--json"]).done().json(), before);
}

#[test]
fn who_set_different_rules_at_once_all_have_their_way() {
    let folder = Folder::with_organisation();
    let sets = [
        ("default_expiry_days", "--default-expiry-days", json!(3)),
        ("max_expiry_days", "--max-expiry-days", json!(30)),
        ("clipboard_seconds", "--clipboard-seconds", json!(20)),
        ("clean_up_days", "--clean-up-days", json!(10)),
        ("never_allowed", "--never-allowed", json!(false)),
    ];
    std::thread::scope(|scope| {
        for (_, option, value) in &sets {
            let folder = &folder;
            scope.spawn(move || folder.amara(&["policy", "set", option, &value.to_string()]).done());
        }
    });
    let after = folder.amara(&["policy", "show", "--json"]).done().json();
    for (key, _, value) in sets {
        assert_eq!(after[key], value, "{key}");
    }
}
