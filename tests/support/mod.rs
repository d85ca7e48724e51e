//! The basis of window tests: a desktop of their own, the real window on it, and methods for what a person does there.
//! Uses the application as its users do (window, files, keychain, clipboard), never its code.

mod camera;
mod clipboard;
mod crowd;
pub mod desktop;
mod dialogs;
mod disk;
pub mod display;
mod eyes;
mod hands;
pub mod keychain;
mod page;
pub mod person;
mod prepared;
pub mod process;
pub mod reader;
mod terminal;
pub mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

pub use desktop::{Desktop, Keychain};
pub use window::Window;

/// How long any wait may take: far longer than everything takes, for machines that are busy with other things.
pub const PATIENCE: Duration = Duration::from_secs(120);
/// The interval between checks of a condition.
pub const GLANCE: Duration = Duration::from_millis(40);

/// How many desktops run at once: each draws without a graphics card, and more than two starve each other.
const DESKTOPS: usize = 2;

static IN_USE: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// A permit to run a desktop; released on drop.
struct Place;

impl Place {
    fn take() -> Self {
        let in_use = IN_USE.lock().expect("no test panics while it holds this");
        let mut in_use = FREED.wait_while(in_use, |in_use| *in_use >= DESKTOPS).expect("as above");
        *in_use += 1;
        Place
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *IN_USE.lock().expect("as above") -= 1;
        FREED.notify_one();
    }
}

/// Runs a journey on a desktop of its own. If it fails, the screen's contents are saved in target/journeys/.
pub fn journey(keychain: Keychain, walk: impl AsyncFnOnce(&mut Window)) {
    journey_in(env!("CARGO_BIN_EXE_vestibule"), keychain, walk);
}

/// Like [`journey`], with that build of the program.
pub fn journey_in(program: &str, keychain: Keychain, walk: impl AsyncFnOnce(&mut Window)) {
    let _place = Place::take();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut window = Window::on(runtime.block_on(Desktop::start(keychain)), program);
    let walked = catch_unwind(AssertUnwindSafe(|| runtime.block_on(walk(&mut window))));
    if walked.is_err() {
        let kept = evidence();
        runtime.block_on(window.keep_evidence(&kept));
        panic!("why stands above; what was on the screen: {}.png, .html, .log", kept.display());
    }
    runtime.block_on(window.close());
}

/// The path (without extension) for the evidence of a failed journey: named after the test.
fn evidence() -> PathBuf {
    let folder = target().join("journeys");
    std::fs::create_dir_all(&folder).expect("target can be written");
    let thread = std::thread::current();
    folder.join(thread.name().unwrap_or("journey").replace("::", "-"))
}

/// Cargo's target folder: the program is in target/<profile>/.
pub fn target() -> PathBuf {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_vestibule"));
    program.ancestors().nth(2).expect("a profile's folder in the target folder").to_path_buf()
}

/// Waits for a call of the driver that should be quick, and panics if it fails or takes too long.
pub async fn promptly<T, E: std::fmt::Debug>(act: impl Future<Output = Result<T, E>>) -> T {
    let done = tokio::time::timeout(PATIENCE, act).await;
    done.expect("the application still runs").expect("the driver can do it")
}

/// Waits until `look` gives something. None: not before the limit.
pub async fn until<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        match tokio::time::timeout(left, look()).await {
            Ok(Some(found)) => return Some(found),
            Ok(None) if left.is_zero() => return None,
            Ok(None) => tokio::time::sleep(GLANCE).await,
            Err(_) => return None, // the driver waits for ever if the program has ended
        }
    }
}
