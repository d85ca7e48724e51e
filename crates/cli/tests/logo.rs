//! Tests of `organisation logo`: set from a file and from standard input, saved, removed, and refused.

use crate::support::{Folder, Ran, fed};
use std::process::Output;

const JPEG: &[u8] = include_bytes!("../../paper/tests/logo.jpg");

fn set(folder: &Folder, file: &str) -> Ran {
    folder.amara(&["organisation", "logo", "set", file, "--json"])
}

fn save(folder: &Folder, file: &str) -> Output {
    folder.command(&["organisation", "logo", "save", file]).output().unwrap()
}

/// Width and height from a PNG's header.
fn size(png: &[u8]) -> (u64, u64) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "it is a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()).into();
    (number(16), number(20))
}

#[test]
fn a_picture_is_set_and_saved_and_removed() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("logo.jpg"), JPEG).unwrap();
    let kept = set(&folder, "logo.jpg").done().json();
    assert_eq!(kept["picture"].as_str().map(str::len), Some(64));
    let saved = folder.vestibulectl(&["organisation", "logo", "save", "saved.png", "--json"]).done().json();
    assert_eq!((&saved["bytes"], &saved["path"]), (&kept["bytes"], &serde_json::json!("saved.png")));
    let file = std::fs::read(folder.path().join("saved.png")).unwrap();
    assert_eq!((file.len() as u64, size(&file).0), (kept["bytes"].as_u64().unwrap(), kept["width"].as_u64().unwrap()));
    assert_eq!(save(&folder, "-").stdout, file, "standard output has the picture and nothing else");
    let again = fed(&mut piped(&folder), &file).done().json();
    assert_eq!(again["picture"], kept["picture"], "what was kept is kept as it is");
    let remove = ["organisation", "logo", "remove", "--json"];
    assert_eq!(folder.amara(&remove).done().json()["removed"], true);
    assert_eq!(folder.amara(&remove).done().json()["removed"], false);
    folder.vestibulectl(&["organisation", "logo", "save", "gone.png", "--json"]).refused("logo_missing", 5);
    assert!(!folder.path().join("gone.png").exists());
    folder.vestibulectl(&["audit", "verify"]).done();
}

fn piped(folder: &Folder) -> std::process::Command {
    let who = ["--as", "amara", "--password-file", "amara.password"];
    folder.command(&[&who[..], &["organisation", "logo", "set", "-", "--json"]].concat())
}

#[test]
fn people_are_told_in_sentences() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("logo.jpg"), JPEG).unwrap();
    let told = folder.amara(&["organisation", "logo", "set", "logo.jpg"]).done().out;
    assert!(told.starts_with("This is the logo now: ") && told.ends_with(" bytes.\n"), "{told}");
    assert_eq!(folder.amara(&["organisation", "logo", "remove"]).done().out, "The logo is removed.\n");
    assert_eq!(folder.amara(&["organisation", "logo", "remove"]).done().out, "There was no logo.\n");
}

#[test]
fn what_is_no_logo_is_refused_and_nothing_is_set() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("text.png"), "no picture").unwrap();
    std::fs::write(folder.path().join("half.jpg"), &JPEG[..JPEG.len() / 2]).unwrap();
    std::fs::write(folder.path().join("large.png"), vec![0; 3 << 20]).unwrap();
    set(&folder, "text.png").refused("picture_unknown", 3);
    set(&folder, "half.jpg").refused("picture_damaged", 3);
    set(&folder, "large.png").refused("picture_too_large", 3);
    set(&folder, "gone.png").refused("file_not_usable", 1);
    set(&folder, ".").refused("file_not_usable", 1);
    fed(&mut piped(&folder), b"").refused("picture_unknown", 3);
    fed(&mut piped(&folder), &vec![0; 3 << 20]).refused("picture_too_large", 3);
    folder.vestibulectl(&["organisation", "logo", "save", "-", "--json"]).refused("logo_missing", 5);
    let both = ["--as", "amara", "--password-file", "-", "organisation", "logo", "set", "-", "--json"];
    folder.vestibulectl(&both).refused("usage", 2);
}

#[test]
fn a_place_in_the_data_folder_is_refused() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("logo.jpg"), JPEG).unwrap();
    set(&folder, "logo.jpg").done();
    for place in ["data/logo.png", "data/vestibule.db", "nowhere/logo.png", "data"] {
        folder.vestibulectl(&["organisation", "logo", "save", place, "--json"]).refused("usage", 2);
    }
}

#[test]
fn a_manager_sets_and_removes_none() {
    let folder = Folder::with_organisation();
    std::fs::write(folder.path().join("logo.jpg"), JPEG).unwrap();
    let kept = set(&folder, "logo.jpg").done().json();
    folder.manager("mona", "Library");
    for command in [&["set", "logo.jpg"][..], &["remove"]] {
        let arguments = [&["organisation", "logo", "--json"], command].concat();
        folder.newcomer("mona", &arguments).refused("not_permitted", 4);
    }
    folder.vestibulectl(&["organisation", "logo", "remove", "--json"]).refused("not_signed_in", 4);
    assert_eq!(save(&folder, "-").stdout.len() as u64, kept["bytes"].as_u64().unwrap());
}

#[test]
fn an_organisation_may_begin_with_its_logo_and_a_bad_picture_makes_nothing() {
    let folder = Folder::empty();
    std::fs::write(folder.path().join("no.png"), b"no picture at all").unwrap();
    folder.init(&["--logo", "no.png", "--json"]).refused("picture_unknown", 3);
    folder.init(&["--logo", "missing.png", "--json"]).refused("file_not_usable", 1);
    assert!(!folder.data().join("vestibule.db").exists(), "nothing was made");
    std::fs::write(folder.path().join("logo.jpg"), JPEG).unwrap();
    folder.init(&["--logo", "logo.jpg", "--json"]).done();
    folder.vestibulectl(&["organisation", "logo", "save", "saved.png", "--json"]).done();
    let kept = set(&folder, "logo.jpg").done().json();
    assert_eq!(std::fs::read(folder.path().join("saved.png")).unwrap().len(), kept["bytes"].as_u64().unwrap() as usize);
    assert_eq!(folder.vestibulectl(&["audit", "verify", "--json"]).done().json()["complete"], true);
}
