//! Ends a process while its connections are being closed: it must not crash. The test runs itself many times, as a
//! process that opens a file and exits at once.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]
#![allow(clippy::exit, reason = "it is the end of a process that is looked at")]

mod support;

use std::process::Command;
use std::time::Duration;
use support::{File, KEY, path};
use vestibule_store::{FileKey, Store, threads};

/// Environment variable with the file for the short-lived process.
const SHORT_LIVED: &str = "VESTIBULE_TEST_SHORT_LIVED";
/// Name of the test that the child process runs.
const CHILD: &str = "a_short_lived_process_opens_the_file_and_exits";
/// Number of runs, unless the environment sets it.
const TIMES: usize = 400;
/// Environment variable with the number of runs.
const HOW_OFTEN: &str = "VESTIBULE_TEST_TIMES";

#[test]
fn a_short_lived_process_opens_the_file_and_exits() {
    let Some(file) = std::env::var_os(SHORT_LIVED) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let store = runtime.block_on(Store::open(file.as_ref(), &FileKey::new(KEY), "0.1.0")).unwrap();
    let seen = runtime.block_on(async { store.begin_read().await.unwrap().organisation().await }).unwrap();
    // The threads end from here on, while `exit` runs.
    drop((store, runtime));
    std::process::exit(if seen.is_some() { 0 } else { 3 });
}

#[tokio::test]
async fn a_process_that_exits_while_connections_close_ends_well() {
    let folder = File::new().await.closed().await;
    let this = std::env::current_exe().unwrap();
    let run = || {
        let mut child = Command::new(&this);
        child.args([CHILD, "--exact", "--nocapture", "--test-threads=1"]).env(SHORT_LIVED, path(&folder));
        let ended = child.output().unwrap();
        assert!(ended.status.success(), "{:?}: {}", ended.status, String::from_utf8_lossy(&ended.stderr));
    };
    let times: usize = std::env::var(HOW_OFTEN).map_or(TIMES, |times| times.parse().unwrap());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..times / 4).for_each(|_| run()));
        }
    });
}

#[tokio::test]
async fn no_thread_of_sqlite_is_left_once_a_file_is_closed() {
    let file = File::new().await;
    assert!(!threads::all_gone(Duration::ZERO).await || !cfg!(target_os = "linux"), "an open file has threads");
    let _folder = file.closed().await;
    assert!(threads::all_gone(Duration::from_secs(20)).await);
}
