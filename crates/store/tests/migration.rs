//! Older files: copied before they are migrated, by one process at a time, and the copy kept until a start has shown
//! that the file is well.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use support::{File, KEY, day, path};
use vestibule_store::{FileKey, Store};

async fn open(path: &Path) -> Store {
    Store::open(path, &FileKey::new(KEY), "0.1.0").await.unwrap()
}

/// A file as the program before the logo left it, with an invitation in it.
async fn older() -> tempfile::TempDir {
    let file = File::new().await;
    file.invite(day(1), 1, None).await;
    // All on one connection: another one of the pool may still hold the schema as it was, and "CREATE INDEX" is judged by
    // that.
    let mut connection = file.store.pool().acquire().await.unwrap();
    for step in [
        "DROP INDEX department_parent",
        "ALTER TABLE department DROP COLUMN parent",
        "ALTER TABLE department DROP COLUMN path",
        "ALTER TABLE department RENAME COLUMN path_key TO name_key",
        "DROP INDEX account_username_letters",
        "DROP INDEX invitation_label",
        "ALTER TABLE invitation DROP COLUMN label_key",
        "CREATE INDEX invitation_label ON invitation (label, shelf, created_at) WHERE label IS NOT NULL",
        "DROP TABLE password_code",
        "DROP TABLE picture",
        "DROP TABLE organisation_logo",
        "DELETE FROM _sqlx_migrations WHERE version >= 3",
    ] {
        sqlx::query(step).execute(&mut *connection).await.unwrap();
    }
    drop(connection);
    file.closed().await
}

/// The names beside the file that are copies of it.
fn copies(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("before")).collect()
}

async fn events(store: &Store) -> u64 {
    let verified = store.look().await.unwrap().verify().await.unwrap();
    assert_eq!(verified.broken, None);
    verified.events
}

#[tokio::test]
async fn an_older_file_is_copied_before_it_is_migrated_and_the_copy_goes_after_the_next_good_start() {
    let folder = older().await;
    let store = open(&path(&folder)).await;
    assert_eq!(events(&store).await, 6);
    store.close().await.unwrap();
    assert_eq!(copies(folder.path()), ["vestibule.db.before-2"]);

    // The copy is the older file: whole, encrypted with the same key, and it opens and migrates like any other.
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::copy(folder.path().join("vestibule.db.before-2"), path(&elsewhere)).unwrap();
    assert_ne!(&std::fs::read(path(&elsewhere)).unwrap()[..16], b"SQLite format 3\0");
    let copy = open(&path(&elsewhere)).await;
    assert_eq!(events(&copy).await, 6);
    copy.close().await.unwrap();
    assert_eq!(copies(elsewhere.path()), ["vestibule.db.before-2"]);

    open(&path(&folder)).await.close().await.unwrap();
    assert_eq!(copies(folder.path()), [""; 0]);
}

#[tokio::test]
async fn eight_who_open_an_older_file_at_once_all_succeed() {
    let folder = older().await;
    let open = || async {
        let store = open(&path(&folder)).await;
        let seen = events(&store).await;
        store.close().await.ok();
        seen
    };
    let (a, b, c, d, e, f, g, h) = tokio::join!(open(), open(), open(), open(), open(), open(), open(), open());
    assert_eq!([a, b, c, d, e, f, g, h], [6; 8]);
}

#[tokio::test]
async fn without_room_for_its_copy_an_older_file_is_not_migrated() {
    let folder = older().await;
    let before = std::fs::read(path(&folder)).unwrap();
    // Nothing can be made in the copy's place.
    let place = folder.path().join("vestibule.db.before-2.new");
    std::fs::create_dir_all(place.join("in the way")).unwrap();
    Store::open(&path(&folder), &FileKey::new(KEY), "0.1.0").await.map(drop).unwrap_err();
    assert_eq!(std::fs::read(path(&folder)).unwrap(), before);
    std::fs::remove_dir_all(place).unwrap();
    assert_eq!(events(&open(&path(&folder)).await).await, 6);
}

#[tokio::test]
async fn a_copy_is_taken_while_the_file_is_in_use_and_holds_what_was_true_then() {
    let file = File::new().await;
    file.invite(day(1), 1, None).await;
    let elsewhere = tempfile::tempdir().unwrap();
    file.store.copy_into(&path(&elsewhere)).await.unwrap();
    file.invite(day(2), 1, None).await;
    assert_eq!((events(&file.store).await, events(&open(&path(&elsewhere)).await).await), (7, 6));
    // Where something stands, nothing is written over it.
    file.store.copy_into(&path(&elsewhere)).await.unwrap_err();
}
