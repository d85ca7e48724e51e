//! Starts the window repeatedly, and measures time and memory of each start. Depends on the first row's test id, and
//! on Linux's /proc.

use crate::support::{Keychain, Window, journey_in, until};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The number of invitations of an organisation after some years.
const ROWS: u32 = 100_000;
/// A second: within it a person's flow of thought is not broken (Nielsen 1993, Usability Engineering, 5.5).
const LIMIT: Duration = Duration::from_secs(1);
/// The memory limit for all processes of the window, in MB: it is one of many programs on a laptop with 8 GB.
const MOST: f64 = 300.0;
const STARTS: usize = 7;
/// The resolution of a process's start time in Linux (USER_HZ, proc(5)).
const TICK: Duration = Duration::from_millis(10);

/// The time of the second frame after the first row exists, in milliseconds since 1970: by then the first frame has
/// been drawn.
const FIRST_ROW: &str = r#"
    const done = arguments[0];
    const drawn = () => requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
    const look = () => {
        const row = document.querySelector('[data-test="row-0"]');
        row && row.checkVisibility() ? drawn() : requestAnimationFrame(look);
    };
    look();
"#;

/// The result of one start.
struct Start {
    time: Duration,
    /// The memory of each process when the list is drawn, by name, in bytes.
    memory: Vec<(String, u64)>,
    /// The part of it that replaces a graphics card, in bytes: the display of this measurement has none.
    renderer: u64,
}

/// Fills an organisation and starts `program` on it; prints the results, and writes them into `folder`. Returns
/// whether the median is within the limits. The first start is slower: it is the first on this desktop, with empty
/// caches.
pub fn measure(program: &str, fill: &str, folder: Option<PathBuf>) -> bool {
    let mut found = Vec::new();
    journey_in(program, Keychain::Open, async |window| {
        found = starts(window, fill).await;
        if let Some(folder) = &folder {
            pictures(window, folder).await;
        }
    });
    let times: Vec<f64> = found.iter().map(|start| start.time.as_secs_f64() * 1e3).collect();
    let memory: Vec<f64> = found.iter().map(|start| sum(&start.memory) as f64 / 1e6).collect();
    println!("{:<46} {:>7}  {:>9}  {:>9}  {:>9}", "", "rows", "median", "most", "first");
    let line = |name: &str, unit: &str, values: &[f64], limit: f64| {
        let (median, most) = (median(values), values.iter().copied().fold(0.0, f64::max));
        let is_kept = median <= limit;
        let verdict = if is_kept { "kept" } else { "NOT KEPT" };
        println!(
            "{name:<46} {ROWS:>7}  {median:>9.0}  {most:>9.0}  {:>9.0}  ≤ {limit:.0} {unit}: {verdict}",
            values[0]
        );
        let told =
            serde_json::json!({ "median": median, "most": most, "each": values, "limit": limit, "is_kept": is_kept });
        (is_kept, told)
    };
    let limit = LIMIT.as_secs_f64() * 1e3;
    let (is_soon, time) = line("window usable (list drawn), by start, ms", "ms", &times, limit);
    let (is_light, weight) = line("memory of all its processes then, MB", "MB", &memory, MOST);
    for (name, bytes) in found.last().map(|start| start.memory.as_slice()).unwrap_or_default() {
        println!("  {name:<44} {ROWS:>7}  {:>9.0}", *bytes as f64 / 1e6);
    }
    let renderer = found.last().map_or(0, |start| start.renderer) as f64 / 1e6;
    println!("  {:<44} {ROWS:>7}  {renderer:>9.0}", "of it, what stands in for a graphics card");
    if let Some(folder) = folder {
        let told = serde_json::json!({ "rows": ROWS, "usable_ms": time, "memory_mb": weight });
        std::fs::write(folder.join("window.json"), format!("{told}\n")).expect("the folder can be written");
    }
    is_soon && is_light
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

async fn starts(window: &mut Window, fill: &str) -> Vec<Start> {
    let desktop = window.desktop();
    let filled = desktop.command(fill).arg(desktop.data()).arg(ROWS.to_string()).status().expect("it can be started");
    assert!(filled.success(), "the organisation could not be filled");
    let mut found = Vec::new();
    for _ in 0..STARTS {
        window.open().await;
        let row = UNIX_EPOCH + Duration::from_secs_f64(first_row(window).await / 1e3);
        let process = process(window);
        let time = row.duration_since(started(process)).expect("it is drawn after it was started");
        let family = family(process);
        let renderer = family.iter().map(|of| renderer(*of)).sum();
        found.push(Start { time, memory: family.into_iter().map(|of| (name(of), memory(of))).collect(), renderer });
        window.close().await;
    }
    found
}

/// Saves pictures of so long a list, as list-….png: too many rows to create for every picture test.
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

/// When the first row was drawn. A page that reloads drops the query: it is sent again.
async fn first_row(window: &Window) -> f64 {
    let asked = async || window.client().execute_async(FIRST_ROW, Vec::new()).await.ok()?.as_f64();
    match until(asked).await {
        Some(drawn) => drawn,
        None => window.fail("the list is not drawn").await,
    }
}

/// The window's process id.
fn process(window: &Window) -> u32 {
    let display = window.desktop().display();
    display.windows().first().and_then(|window| display.process(*window)).expect("the window has a process")
}

/// A field of `/proc/…/stat`, counted from the one after the name, which may contain anything but is in parentheses
/// (proc(5)). None: the process has ended.
fn field(process: u32, number: usize) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit(')').next()?.split_whitespace().nth(number)?.parse().ok()
}

/// A process and all its descendants: the page is drawn by processes of its own.
fn family(first: u32) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").expect("Linux tells of processes");
    let all: Vec<u32> = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let parents: Vec<(u32, u32)> = all.into_iter().filter_map(|process| Some((process, field(process, 1)?))).collect();
    let mut family = vec![first];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, by)| *by == parent).map(|(process, _)| *process));
        at += 1;
    }
    family
}

fn sum(memory: &[(String, u64)]) -> u64 {
    memory.iter().map(|(_, bytes)| bytes).sum()
}

/// The process's name in the system.
fn name(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

/// A process's memory, in bytes: its proportional share (`Pss`), which divides shared pages among their users.
fn memory(process: u32) -> u64 {
    let Ok(rollup) = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")) else { return 0 };
    let share =
        rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok());
    share.map_or(0, |kilobytes: u64| kilobytes * 1024)
}

/// The part of a process's memory that is Mesa's software renderer, which compiles its shaders with LLVM.
fn renderer(process: u32) -> u64 {
    let Ok(maps) = std::fs::read_to_string(format!("/proc/{process}/smaps")) else { return 0 };
    let (mut sum, mut is_its) = (0, false);
    for line in maps.lines() {
        // A mapping's first line begins with its address range, the lines after it with a name.
        if line.split(' ').next().is_some_and(|range| range.contains('-')) {
            is_its = ["libLLVM", "swrast_dri", "libgallium"].iter().any(|library| line.contains(library));
        } else if let Some(share) = line.strip_prefix("Pss:").filter(|_| is_its) {
            sum += share.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap_or(0) * 1024;
        }
    }
    sum
}

/// When a process was started: the twentieth field is the start since boot.
fn started(process: u32) -> SystemTime {
    let ticks = field(process, 19).expect("as in proc(5)");
    let up = std::fs::read_to_string("/proc/uptime").expect("Linux tells of processes");
    let up: f64 = up.split(' ').next().and_then(|up| up.parse().ok()).expect("as in proc(5)");
    SystemTime::now() - Duration::from_secs_f64(up) + TICK * ticks
}
