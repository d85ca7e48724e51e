//! The organisation's logo in the file: set, replaced, removed, replayed from the log, and verified with it.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{File, day};
use vestibule_domain::{Actor, Event, Logo};
use vestibule_store::{LogoRow, ReadEvent, Stamp, Store};

/// The store accepts any bytes: the caller checks that they are a picture.
const FIRST: &[u8] = b"first picture";
const SECOND: &[u8] = b"second picture";

async fn set(file: &File, at: i64, picture: &[u8]) -> Logo {
    let random = file.random::<32>();
    let random = |bytes: &mut [u8]| bytes.iter_mut().zip(random).for_each(|(byte, next)| *byte = next ^ at as u8);
    let stamp = Stamp { at: day(at), actor: Actor::Account(file.amara), random: &random };
    file.store.begin_write().await.unwrap().set_logo(picture, 30, 20, stamp).await.unwrap()
}

async fn shown(store: &Store) -> Option<LogoRow> {
    let mut tx = store.begin_read().await.unwrap();
    let row = tx.logo_file().await.unwrap();
    assert_eq!(tx.logo().await.unwrap(), row.as_ref().map(|row| row.logo), "both ways to ask agree");
    row
}

async fn pictures(store: &Store) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM picture").fetch_one(&store.pool()).await.unwrap()
}

async fn remove(file: &File, at: i64) {
    file.happen(day(at), Actor::Account(file.amara), &[Event::LogoRemoved.into()]).await.unwrap();
}

/// Another file with the same log and the same picture.
async fn copied(file: &File) -> (tempfile::TempDir, Store) {
    let (folder, copy) = file.copied().await;
    let mut tx = copy.begin_write().await.unwrap();
    for picture in [FIRST, SECOND] {
        let shown = file.store.begin_read().await.unwrap().logo_file().await.unwrap();
        let is_it = shown.is_some_and(|row| row.file == picture);
        assert_eq!(tx.admit_picture(picture).await.unwrap(), is_it, "only the logo's own picture");
    }
    tx.commit().await.unwrap();
    (folder, copy)
}

#[tokio::test]
async fn an_organisation_begins_without_a_logo() {
    let file = File::new().await;
    assert_eq!(shown(&file.store).await, None);
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken, None);
}

#[tokio::test]
async fn the_last_one_set_is_the_logo_and_the_log_knows_both() {
    let file = File::new().await;
    let first = set(&file, 1, FIRST).await;
    let second = set(&file, 2, SECOND).await;
    assert_eq!((first.bytes, second.width, second.height), (13, 30, 20));
    assert_eq!(shown(&file.store).await, Some(LogoRow { logo: second, file: SECOND.to_vec() }));
    assert_eq!(pictures(&file.store).await, 1, "the one before is not kept");
    let trail = file.store.begin_read().await.unwrap().audit(0, 2).await.unwrap();
    let events: Vec<ReadEvent> = trail.items.into_iter().map(|row| row.event).collect();
    assert_eq!(events, [second, first].map(|logo| ReadEvent::from(Event::LogoSet { logo })));
}

#[tokio::test]
async fn the_same_picture_twice_is_one_picture() {
    let file = File::new().await;
    set(&file, 1, FIRST).await;
    set(&file, 2, FIRST).await;
    assert_eq!((shown(&file.store).await.unwrap().file, pictures(&file.store).await), (FIRST.to_vec(), 1));
}

#[tokio::test]
async fn a_removed_logo_leaves_no_picture_behind() {
    let file = File::new().await;
    set(&file, 1, FIRST).await;
    remove(&file, 2).await;
    assert_eq!((shown(&file.store).await, pictures(&file.store).await), (None, 0));
    set(&file, 3, FIRST).await;
    assert_eq!(shown(&file.store).await.unwrap().file, FIRST, "and can come back");
}

#[tokio::test]
async fn whoever_turns_away_from_setting_a_logo_leaves_it_set_or_as_it_was() {
    let file = File::new().await;
    set(&file, 1, FIRST).await;
    for turn in 0..40 {
        let picture = if turn % 2 == 0 { SECOND } else { FIRST };
        let told =
            tokio::time::timeout(std::time::Duration::from_micros(turn * 25), set(&file, 2, picture)).await.is_ok();
        // Wait until the previous write transaction is rolled back.
        drop(file.store.begin_write().await.unwrap());
        let row = shown(&file.store).await.unwrap();
        assert!(row.file == picture || !told, "told, and not so");
        assert_eq!(pictures(&file.store).await, 1);
        let trail = file.store.begin_read().await.unwrap().audit(0, 1).await.unwrap();
        assert_eq!(trail.items[0].event, Event::LogoSet { logo: row.logo }.into(), "the log says the same");
    }
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken, None);
}

#[tokio::test]
async fn the_admitted_log_has_the_same_logo_with_its_picture() {
    let file = File::new().await;
    for steps in 0..4 {
        match steps {
            1 => drop(set(&file, 1, FIRST).await),
            2 => drop(set(&file, 2, SECOND).await),
            3 => remove(&file, 3).await,
            _ => {}
        }
        let (_folder, copy) = copied(&file).await;
        assert_eq!(shown(&copy).await, shown(&file.store).await, "after {steps} steps");
        assert_eq!(pictures(&copy).await, pictures(&file.store).await);
    }
}

#[tokio::test]
async fn a_picture_that_was_exchanged_or_is_gone_is_found() {
    for sql in [
        "UPDATE picture SET file = x'00'",
        "DELETE FROM picture",
        "UPDATE organisation_logo SET picture = zeroblob(32)",
    ] {
        let file = File::new().await;
        set(&file, 1, FIRST).await;
        assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken, None);
        sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
        let broken = file.store.begin_read().await.unwrap().verify().await.unwrap().broken.unwrap();
        assert!(broken.seq == 0 && broken.problem.contains("logo"), "{sql}: {}", broken.problem);
    }
}

#[tokio::test]
async fn a_set_logo_changed_in_the_log_breaks_the_chain() {
    let file = File::new().await;
    set(&file, 1, FIRST).await;
    let sql =
        "UPDATE event SET payload = replace(payload, '\"width\":30', '\"width\":31') WHERE payload LIKE '%logo_set%'";
    sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
    assert!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken.is_some_and(|broken| broken.seq > 0));
}
