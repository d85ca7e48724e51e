//! Starts the window again and again, and takes the time of each. Knows the window's first row by its hook, and Linux's account of processes.

use crate::support::{Keychain, Window, journey_in, until};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Issue 2, Numbers.
const ROWS: u32 = 100_000;
/// Issue 2, Numbers.
const LIMIT: &str = "≤ 1500 ms";
const STARTS: usize = 7;
/// Linux tells a process's start in hundredths of a second (USER_HZ, proc(5)).
const TICK: Duration = Duration::from_millis(10);

/// The time of the second frame after the first row is there, in milliseconds since 1970: by then the first has been drawn.
const FIRST_ROW: &str = r#"
    const done = arguments[0];
    const drawn = () => requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
    const look = () => {
        const row = document.querySelector('[data-test="row-0"]');
        row && row.checkVisibility() ? drawn() : requestAnimationFrame(look);
    };
    look();
"#;

/// Fills an organisation and starts `program` on it; prints what it found, and writes it into `folder`. The first start is slower: it is the first on
/// this desktop at all, so that nothing of it stands in a cache.
pub fn measure(program: &str, fill: &str, folder: Option<PathBuf>) {
    let mut times = Vec::new();
    journey_in(program, Keychain::Open, async |window| {
        times = starts(window, fill).await;
        if let Some(folder) = &folder {
            pictures(window, folder).await;
        }
    });
    let mut sorted = times.clone();
    sorted.sort();
    let [first, median, most] = [times[0], sorted[STARTS / 2], sorted[STARTS - 1]].map(|time| time.as_secs_f64() * 1e3);
    println!("{:<46} {:>7}  {:>9}  {:>9}  {:>9}", "", "rows", "median ms", "most ms", "first ms");
    println!(
        "{:<46} {ROWS:>7}  {median:>9.0}  {most:>9.0}  {first:>9.0}  {LIMIT}",
        "window usable (list drawn), by start"
    );
    let Some(folder) = folder else { return };
    let each: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
    let told = serde_json::json!({
        "name": "window usable (list drawn)", "rows": ROWS, "starts_ms": each, "median_ms": median, "max_ms": most, "limit": LIMIT,
    });
    std::fs::write(folder.join("window.json"), format!("{told}\n")).expect("the folder can be written");
}

async fn starts(window: &mut Window, fill: &str) -> Vec<Duration> {
    let desktop = window.desktop();
    let filled = desktop.command(fill).arg(desktop.data()).arg(ROWS.to_string()).status().expect("it can be started");
    assert!(filled.success(), "the organisation could not be filled");
    let mut times = Vec::new();
    for _ in 0..STARTS {
        window.open().await;
        let row = UNIX_EPOCH + Duration::from_secs_f64(first_row(window).await / 1e3);
        times.push(row.duration_since(started(window)).expect("it is drawn after it was started"));
        window.close().await;
    }
    times
}

/// What a list of so many rows looks like, as list-….png: too many to make for the pictures of every test.
async fn pictures(window: &mut Window, folder: &Path) {
    window.open().await;
    for theme in ["light", "dark"] {
        for (width, height) in [(1280, 832), (900, 600)] {
            window.resize(width, height).await;
            window.paint(theme).await;
            window.see_test("row-0").await;
            window.be_still().await;
            let picture = window.picture().await;
            std::fs::write(folder.join(format!("list-{ROWS}-{theme}-{width}x{height}.png")), picture)
                .expect("the folder can be written");
        }
    }
    window.close().await;
}

/// When the first row was drawn. A page that loads anew drops the question: it is asked again.
async fn first_row(window: &Window) -> f64 {
    let asked = async || window.client().execute_async(FIRST_ROW, Vec::new()).await.ok()?.as_f64();
    match until(asked).await {
        Some(drawn) => drawn,
        None => window.fail("the list is not drawn").await,
    }
}

/// When the window's process was started.
fn started(window: &Window) -> SystemTime {
    let display = window.desktop().display();
    let process =
        display.windows().first().and_then(|window| display.process(*window)).expect("the window has a process");
    let read = |file: PathBuf| std::fs::read_to_string(file).expect("Linux tells of processes");
    // proc(5): after the name, which may hold anything but stands in parentheses, the twentieth is the start since boot.
    let stat = read(Path::new("/proc").join(process.to_string()).join("stat"));
    let ticks: u32 =
        stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(19)?.parse().ok()).expect("as in proc(5)");
    let up: f64 = read("/proc/uptime".into()).split(' ').next().and_then(|up| up.parse().ok()).expect("as in proc(5)");
    SystemTime::now() - Duration::from_secs_f64(up) + TICK * ticks
}
