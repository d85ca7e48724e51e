//! The threads that SQLite runs on, and the end of the process. Each connection has a thread of its own, which outlives
//! the connection by a moment; a process that ends meanwhile must find nothing torn down under that thread's feet.
//! Keeps out what the threads do.

use std::time::{Duration, Instant};

/// How our threads' names begin. Linux keeps 15 bytes of a thread's name.
const PREFIX: &str = "vstb-sql-";
/// Between two looks at which threads still run.
const PAUSE: Duration = Duration::from_millis(1);

/// Before the first connection: tells OpenSSL, which SQLCipher encrypts with, not to clean up when the process exits.
/// By default it does so in `exit`, on the main thread, while a connection's thread that is just ending frees what
/// OpenSSL keeps for each thread: both free the same memory ("double free or corruption"). The system takes the memory
/// back without either.
pub(crate) fn keep_libraries_standing() {
    openssl_sys::init();
}

/// The name of a connection's thread.
pub(crate) fn name(number: u64) -> String {
    format!("{PREFIX}{number}")
}

/// Waits until all threads of closed connections are gone, for at most `limit`. False: one still runs. Where the system
/// does not list a process's threads by name (all but Linux), there is nothing to wait by: what keeps the end safe
/// there is that OpenSSL stays as it is.
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

/// How many of our threads run.
fn running() -> usize {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return 0 };
    // A thread that ends between the two looks has no name any more.
    let names = threads.flatten().filter_map(|thread| std::fs::read_to_string(thread.path().join("comm")).ok());
    names.filter(|name| name.starts_with(PREFIX)).count()
}
