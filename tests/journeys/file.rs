//! Unusable data files: the page says so, and the file is not changed.

use crate::support::{Keychain, Window, journey};
use std::path::PathBuf;

#[test]
fn a_damaged_file_is_told_calmly_and_left_alone() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.close().await;
        let file = file(window);
        let mut bytes = std::fs::read(&file).expect("the file is there");
        let middle = bytes.len() / 2;
        bytes[100..middle].fill(0xa5);
        std::fs::write(&file, &bytes).expect("it can be written");
        window.open().await;
        window.see_test("error").await;
        window.see("Nothing was changed.").await;
        window.see_test("unusable-again").await;
        window.close().await;
        assert!(std::fs::read(&file).expect("the file is there") == bytes, "the damaged file was changed");
    });
}

#[test]
fn a_file_that_is_not_ours_is_told_calmly_and_left_alone() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.close().await;
        let file = file(window);
        let another = "SQLite format 3\0".to_owned() + &"another program's database ".repeat(400);
        std::fs::write(&file, &another).expect("it can be written");
        window.open().await;
        window.see("This is not a Vestibule file").await;
        window.see("Nothing was changed.").await;
        window.close().await;
        assert_eq!(std::fs::read_to_string(&file).expect("the file is there"), another);
    });
}

#[test]
fn a_data_folder_that_is_a_file_is_told_calmly() {
    journey(Keychain::Open, async |window| {
        std::fs::write(window.desktop().data(), "in the way").expect("it can be written");
        window.open().await;
        window.see_test("error").await;
        window.see("Nothing was changed.").await;
        window.close().await;
        assert_eq!(std::fs::read_to_string(window.desktop().data()).expect("it is there"), "in the way");
    });
}

/// The data file's path.
fn file(window: &Window) -> PathBuf {
    window.desktop().data().join("vestibule.db")
}
