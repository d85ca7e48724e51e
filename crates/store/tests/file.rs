//! The file itself: encrypted, and refused without any change when it is missing, foreign, damaged, newer or has
//! another key.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use support::{File, KEY, day, path};
use vestibule_domain::{Permission, Scope};
use vestibule_store::{FileKey, Store, StoreError};

async fn open(path: &Path, key: [u8; 32]) -> Result<Store, StoreError> {
    Store::open(path, &FileKey::new(key), "0.1.0").await
}

/// Opening fails and leaves every byte as it was.
async fn refused(path: &Path, key: [u8; 32]) -> StoreError {
    let before = std::fs::read(path).ok();
    let error = open(path, key).await.map(drop).unwrap_err();
    assert_eq!(std::fs::read(path).ok(), before, "a refused file must not be touched");
    error
}

#[tokio::test]
async fn a_file_opens_again_with_its_key() {
    let folder = File::new().await.closed().await;
    let store = open(&path(&folder), KEY).await.unwrap();
    assert_eq!(store.begin_read().await.unwrap().organisation().await.unwrap().unwrap().name, "Fernhill College");
}

#[tokio::test]
async fn a_missing_file_is_not_made_by_opening_it() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(refused(&path(&folder), KEY).await, StoreError::Missing(_)));
    assert!(!path(&folder).exists());
}

#[tokio::test]
async fn another_key_does_not_open_it() {
    let folder = File::new().await.closed().await;
    assert!(matches!(refused(&path(&folder), [8; 32]).await, StoreError::WrongKey));
}

#[tokio::test]
async fn a_plain_database_a_text_and_an_empty_file_are_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    let plain = [b"SQLite format 3\0".as_slice(), &[0; 8176]].concat();
    for bytes in [plain.as_slice(), b"dear diary", b""] {
        std::fs::write(path(&folder), bytes).unwrap();
        assert!(matches!(refused(&path(&folder), KEY).await, StoreError::Foreign(_)));
    }
    std::fs::remove_file(path(&folder)).unwrap();
    std::fs::create_dir(path(&folder)).unwrap();
    assert!(matches!(open(&path(&folder), KEY).await.map(drop), Err(StoreError::Unreachable { .. })));
}

#[tokio::test]
async fn an_encrypted_file_of_another_program_is_not_ours() {
    use sqlx::{ConnectOptions, Connection};
    let folder = tempfile::tempdir().unwrap();
    let key = format!("\"x'{}'\"", "07".repeat(32));
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(path(&folder)).create_if_missing(true).pragma("key", key);
    let mut other = options.connect().await.unwrap();
    sqlx::query("CREATE TABLE recipe (name TEXT)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    assert!(matches!(refused(&path(&folder), KEY).await, StoreError::Foreign(_)));
}

#[tokio::test]
async fn a_truncated_file_is_damaged() {
    let folder = File::new().await.closed().await;
    let bytes = std::fs::read(path(&folder)).unwrap();
    std::fs::write(path(&folder), &bytes[..bytes.len() - 100]).unwrap();
    assert!(matches!(refused(&path(&folder), KEY).await, StoreError::Corrupt(_)));
}

#[tokio::test]
async fn a_flipped_bit_is_found_by_its_pages_tag() {
    let folder = File::new().await.closed().await;
    let mut bytes = std::fs::read(path(&folder)).unwrap();
    // Damage the last page, which opening does not read; only the check of all pages finds it.
    let at = bytes.len() - 2_048;
    bytes[at] ^= 1;
    std::fs::write(path(&folder), &bytes).unwrap();
    let store = open(&path(&folder), KEY).await.unwrap();
    let found = store.check_pages().await.unwrap();
    assert!(found.first().is_some_and(|problem| problem.starts_with("HMAC verification failed for page")), "{found:?}");
}

#[tokio::test]
async fn a_newer_file_says_which_version_wrote_it() {
    let file = File::new().await;
    let pool = file.store.pool();
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (999, 'later', 1, x'00', 0)")
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query("UPDATE meta SET value = '9.4.0' WHERE name = 'written_by'").execute(&pool).await.unwrap();
    let folder = file.closed().await;
    assert!(matches!(refused(&path(&folder), KEY).await, StoreError::Newer { written_by } if written_by == "9.4.0"));
}

#[tokio::test]
async fn nothing_that_was_written_can_be_read_from_the_bytes() {
    let file = File::new().await;
    let (_, code) = file.invite(day(1), 1, None).await;
    let symbols = code.symbols().to_owned();
    // While open, with its write-ahead log, and after closing.
    let tx = |folder: &Path| {
        for entry in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            for secret in [
                symbols.as_bytes(),
                b"fernhill.example",
                b"Fernhill College",
                b"SQLite format 3",
                b"invitation_created",
            ] {
                assert!(
                    !bytes.windows(secret.len()).any(|window| window == secret),
                    "found {}",
                    String::from_utf8_lossy(secret)
                );
            }
        }
    };
    tx(file.folder.path());
    let folder = file.closed().await;
    tx(folder.path());
}

#[tokio::test]
async fn two_processes_may_have_the_file_open_at_once() {
    let file = File::new().await;
    let other = open(&path(&file.folder), KEY).await.unwrap();
    let (id, _) = file.invite(day(1), 1, None).await;
    assert!(other.begin_read().await.unwrap().invitation(id).await.unwrap().is_some());
    // A read transaction keeps its snapshot while another process writes.
    let mut tx = other.begin_read().await.unwrap();
    assert!(tx.roles().await.unwrap().len() == 3);
    let (later, _) = file.invite(day(2), 1, None).await;
    assert!(tx.invitation(later).await.unwrap().is_none());
}

#[tokio::test]
async fn a_role_that_a_newer_version_has_widened_is_read_as_far_as_it_is_known() {
    let file = File::new().await;
    let newer = r#"UPDATE role SET scope = '"galaxy"', permissions = '["see_invitations","see_the_future"]'
                   WHERE rank = 1000"#;
    sqlx::query(newer).execute(&file.store.pool()).await.unwrap();
    let who = file.store.begin_read().await.unwrap().account_named("amara").await.unwrap().unwrap().standing;
    assert_eq!((who.role.scope, who.role.permissions.as_slice()), (Scope::Own, &[Permission::SeeInvitations][..]));
}

#[tokio::test]
async fn who_watches_sees_what_was_written_here_and_elsewhere_and_nothing_else() {
    let file = File::new().await;
    let mut seen = file.store.data_version().await.unwrap().unwrap();
    let mut changed = async || {
        let before = std::mem::replace(&mut seen, file.store.data_version().await.unwrap().unwrap());
        before != seen
    };
    assert!(!changed().await);
    file.invite(day(1), 1, None).await;
    assert!(changed().await && !changed().await, "by this store");
    let other = open(&path(&file.folder), KEY).await.unwrap();
    // Opening may record the program's version.
    changed().await;
    other.begin_read().await.unwrap().roles().await.unwrap();
    drop(other.begin_write().await.unwrap());
    assert!(!changed().await, "reading and rolling back are no writing");
    let mut tx = other.begin_write().await.unwrap();
    tx.rebuild_counts().await.unwrap();
    tx.commit().await.unwrap();
    assert!(changed().await && !changed().await, "by another one");
    other.close().await.unwrap();
    file.store.close().await.unwrap();
    assert_eq!(file.store.data_version().await.unwrap(), None, "it does not open the file again");
}
