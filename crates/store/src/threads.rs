//! SQLite's threads at the end of the process. Each connection has a thread, which outlives the connection briefly; no
//! library may be cleaned up while one still runs. Keeps out what the threads do.

use std::time::{Duration, Instant};

/// Prefix of the threads' names. Linux keeps 15 bytes of a name.
const PREFIX: &str = "vstb-sql-";
/// Between two checks for running threads.
const PAUSE: Duration = Duration::from_millis(1);

/// Call before the first connection: disables OpenSSL's clean-up at exit (SQLCipher encrypts with OpenSSL). By default
/// `exit` runs it on the main thread while an ending connection's thread frees its own OpenSSL data: a double free
/// ("double free or corruption"). The system reclaims the memory anyway.
pub(crate) fn keep_libraries_standing() {
    openssl_sys::init();
}

/// Name of a connection's thread.
pub(crate) fn name(number: u64) -> String {
    format!("{PREFIX}{number}")
}

/// Waits at most `limit` until all threads of closed connections have ended. False: one still runs. On systems other
/// than Linux, thread names can't be listed, so it does not wait: there, only the disabled clean-up of OpenSSL protects
/// the exit.
pub async fn all_gone(limit: Duration) -> bool {
    let until = Instant::now() + limit;
    while running() > 0 {
        if Instant::now() >= until {
            return false;
        }
        tokio::time::sleep(PAUSE).await;
    }
    true
}

/// How many of these threads run.
fn running() -> usize {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return 0 };
    // A thread that ended since the listing has no name.
    let names = threads.flatten().filter_map(|thread| std::fs::read_to_string(thread.path().join("comm")).ok());
    names.filter(|name| name.starts_with(PREFIX)).count()
}
