//! Older files: copied before they are migrated, by one process at a time; the copy is kept until the next start
//! succeeds.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use sha2::{Digest, Sha256};
use sqlx::Row;
use std::path::Path;
use support::{File, KEY, day, path};
use vestibule_store::{FileKey, Store};

async fn open(path: &Path) -> Store {
    Store::open(path, &FileKey::new(KEY), "0.1.0").await.unwrap()
}

/// Takes a file back to the schema before migration 3, undoing the last migration first.
const UNDONE: &[&str] = &[
    "DROP TABLE mail",
    "DROP TABLE mail_server",
    "DROP INDEX invitation_list_state_created",
    "DROP INDEX invitation_list_state_expires",
    "ALTER TABLE invitation RENAME COLUMN list_state TO shelf",
    "ALTER TABLE invitation_count RENAME COLUMN list_state TO shelf",
    "ALTER TABLE invitation_count RENAME TO tally",
    "ALTER TABLE invitation_group_count RENAME COLUMN list_state TO shelf",
    "ALTER TABLE invitation_group_count RENAME TO tally_group",
    "ALTER TABLE invitation_hour_count RENAME COLUMN list_state TO shelf",
    "ALTER TABLE invitation_hour_count RENAME TO tally_hour",
    "CREATE INDEX invitation_shelf_created ON invitation (shelf, created_at)",
    "CREATE INDEX invitation_shelf_expires ON invitation (shelf, expires_at)",
    "DROP INDEX account_name",
    "DROP INDEX account_kind",
    "DROP INDEX account_sign_in",
    "DROP INDEX account_group_members",
    "ALTER TABLE account DROP COLUMN name_key",
    "ALTER TABLE account DROP COLUMN last_sign_in_at",
    "ALTER TABLE account RENAME COLUMN state TO suspended",
    "DROP TABLE account_count",
    "DROP TABLE account_group_count",
    "DROP TABLE account_search",
    "DROP TABLE session",
    "CREATE TABLE kept_sign_in (token_hash BLOB PRIMARY KEY, account INTEGER NOT NULL REFERENCES account (num),
         slot TEXT NOT NULL, locked INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO kept_sign_in SELECT x'0102', num, 'window', 1, 5 FROM account",
    "DROP TABLE expectation",
    "ALTER TABLE event DROP COLUMN decision",
    "ALTER TABLE event DROP COLUMN base",
    "ALTER TABLE event DROP COLUMN via",
    "ALTER TABLE event DROP COLUMN placed",
    "ALTER TABLE device DROP COLUMN kind",
    "DROP INDEX department_parent",
    "ALTER TABLE department DROP COLUMN parent",
    "ALTER TABLE department DROP COLUMN path",
    "ALTER TABLE department DROP COLUMN name_key",
    "ALTER TABLE department RENAME COLUMN path_key TO name_key",
    "DROP INDEX account_username_letters",
    "DROP INDEX invitation_label",
    "ALTER TABLE invitation DROP COLUMN label_key",
    "CREATE INDEX invitation_label ON invitation (label, shelf, created_at) WHERE label IS NOT NULL",
    "DROP TABLE password_code",
    "DROP TABLE picture",
    "DROP TABLE organisation_logo",
    "DELETE FROM _sqlx_migrations WHERE version >= 3",
];

/// A file from before the logo existed, with an invitation in it.
async fn older() -> tempfile::TempDir {
    let file = File::new().await;
    file.invite(day(1), 1, None).await;
    chain_of_version_1(&file).await;
    // All on one connection: others in the pool may have the old schema cached, which "CREATE INDEX" would use.
    let mut connection = file.store.pool().acquire().await.unwrap();
    for table in [
        "organisation",
        "policy",
        "device",
        "role",
        "department",
        "user_group",
        "account",
        "invitation",
        "invitation_use",
    ] {
        sqlx::query(&format!("ALTER TABLE {table} DROP COLUMN as_of")).execute(&mut *connection).await.unwrap();
    }
    for step in UNDONE {
        sqlx::query(step).execute(&mut *connection).await.unwrap();
    }
    drop(connection);
    file.closed().await
}

/// Rewrites the log in its version 1 form: no decisions, no DeviceAdded event, and hashes as in that version.
async fn chain_of_version_1(file: &File) {
    let pool = file.store.pool();
    sqlx::query("DELETE FROM event WHERE seq = 2").execute(&pool).await.unwrap();
    let rows = sqlx::query(
        "SELECT e.pos, e.id, d.id, e.at, e.kind, e.actor, e.payload, e.digest FROM event AS e JOIN device AS d ORDER BY e.pos",
    );
    let mut hash = vec![0; 32];
    let mut seq: i64 = 0;
    for row in rows.fetch_all(&pool).await.unwrap() {
        let bytes = |column: usize| row.get::<Option<Vec<u8>>, _>(column).unwrap_or_default();
        seq += 1;
        let numbers = [seq, row.get(3), row.get(4), 1].map(i64::to_be_bytes);
        let [seq_bytes, at, kind, version] = numbers.each_ref().map(|bytes| bytes.to_vec());
        let fields = [
            hash,
            bytes(1),
            bytes(2),
            seq_bytes,
            at,
            kind,
            version,
            bytes(5),
            row.get::<String, _>(6).into_bytes(),
            bytes(7),
        ];
        let mut all = Sha256::new();
        for field in fields {
            all.update((field.len() as u64).to_be_bytes());
            all.update(field);
        }
        hash = all.finalize().to_vec();
        let update = sqlx::query("UPDATE event SET seq = ?, version = 1, decision = NULL, hash = ? WHERE pos = ?");
        update.bind(seq).bind(&hash).bind(row.get::<i64, _>(0)).execute(&pool).await.unwrap();
    }
    sqlx::query("UPDATE device SET head_seq = ?, head_hash = ?").bind(seq).bind(&hash).execute(&pool).await.unwrap();
}

/// Names of the file's copies in its folder.
fn copies(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("before")).collect()
}

async fn events(store: &Store) -> u64 {
    let verified = store.begin_read().await.unwrap().verify().await.unwrap();
    assert_eq!(verified.broken, None);
    verified.events
}

#[tokio::test]
async fn an_older_file_is_copied_before_it_is_migrated_and_the_copy_goes_after_the_next_good_start() {
    let folder = older().await;
    let store = open(&path(&folder)).await;
    assert_eq!(events(&store).await, 6);
    let kept = store.begin_read().await.unwrap().kept_session(&[1, 2], "window").await.unwrap();
    assert!(kept.is_some_and(|kept| kept.is_locked), "a kept sign-in stays, locked as it was");
    store.close().await.unwrap();
    assert_eq!(copies(folder.path()), ["vestibule.db.before-2"]);

    // The copy is complete, has the same key, and opens and migrates like any other file.
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
    // A directory blocks the copy's temporary file.
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
    assert_eq!((events(&file.store).await, events(&open(&path(&elsewhere)).await).await), (8, 7));
    // An existing file is not overwritten.
    file.store.copy_into(&path(&elsewhere)).await.unwrap_err();
}
