//! A file of an earlier version, with its key file and secrets: it opens, is copied and migrated, verifies, and keeps
//! all its contents. It was made before the trail was replayed; its passphrase and password have accents as separate
//! combining characters.

use crate::support::Folder;
use serde_json::Value;
use std::path::PathBuf;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema-3").join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap().trim_end().to_owned()
}

/// A folder with a copy of that file.
fn folder() -> Folder {
    let folder = Folder::empty();
    std::fs::create_dir(folder.data()).unwrap();
    for name in ["vestibule.db", "vestibule.json"] {
        std::fs::copy(fixture(name), folder.data().join(name)).unwrap();
    }
    for name in ["passphrase", "amara.password", "noor.password", "recovery-key"] {
        folder.secret(name, &text(name));
    }
    folder
}

fn copies(folder: &Folder) -> Vec<String> {
    let names =
        std::fs::read_dir(folder.data()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".before-")).collect()
}

/// The fields of an invitation that do not depend on the clock.
fn lasting(list: &Value) -> Vec<Value> {
    let mut items = list["items"].as_array().unwrap().clone();
    for item in &mut items {
        item.as_object_mut().unwrap().remove("status");
    }
    items
}

#[test]
fn a_file_of_schema_3_opens_and_everything_in_it_is_there() {
    let folder = folder();
    let list = folder.amara(&["invitation", "list", "--page-size", "500", "--json"]).done().json();
    // Names are now stored in composed form (NFC).
    let before: Value = serde_json::from_str(&text("list.json").replace("e\u{301}", "é")).unwrap();
    assert_eq!(lasting(&list), lasting(&before));
    assert_eq!(copies(&folder), ["vestibule.db.before-3"]);
    // The form in which labels are compared was not stored then.
    let label = list["items"].as_array().unwrap().iter().find_map(|item| item["label"].as_str()).unwrap();
    let with_label = list["items"].as_array().unwrap().iter().filter(|item| item["label"] == label).count();
    let filter = ["invitation", "list", "--label", &label.to_uppercase(), "--page-size", "500", "--json"];
    let found = folder.amara(&filter).done().json();
    assert_eq!(found["items"].as_array().unwrap().len(), with_label, "{label}");
    let verified = folder.vestibulectl(&["audit", "verify", "--json"]).done().json();
    assert_eq!(verified["complete"], true, "{verified}");
    assert!(verified["events"].as_u64().unwrap() > 70, "{verified}");
    assert_eq!(copies(&folder), [""; 0], "the next start has succeeded");
    folder.vestibulectl(&["doctor"]).done();
    // Members can still sign in, and an invitation that never expires can still be redeemed.
    folder.newcomer("noor", &["audit", "verify"]).done();
    folder.redeem(&text("open"), "kofi").done();
}

#[test]
fn four_programs_that_open_an_older_file_at_once_all_succeed() {
    let folder = folder();
    let verify = || folder.vestibulectl(&["audit", "verify", "--json"]).done().json()["complete"].clone();
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..4).map(|_| scope.spawn(verify)).collect();
        for one in started {
            assert_eq!(one.join().unwrap(), true);
        }
    });
}
