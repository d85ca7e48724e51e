//! `ui`: builds the window's pages from ui/ to target/ui/dist: WASM by cargo, its JavaScript by wasm-bindgen's
//! library, the rest copied. Repeats only what has changed. Keeps out what the pages show.

use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::{self, Files};
use crate::command::{self, cargo, root};
use crate::setup::{self, WASM};

/// The file with the last release's size of WASM, JavaScript and CSS together, to compare with. Size itself is not
/// noticeable to people; what is (the time until the window is usable, its memory) is measured by `bench`.
const LAST: &str = "ui/size.txt";
/// Growth in per cent of the stored size that causes a warning.
const NOTABLE: usize = 5;

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Build {
    /// Built quickly, for `run` and `test`.
    Dev,
    /// Optimised for size, for releases.
    Release,
}

impl Build {
    /// A release, or not.
    pub fn new(release: bool) -> Self {
        if release { Build::Release } else { Build::Dev }
    }

    /// The profile in Cargo.toml.
    fn profile(self) -> &'static str {
        match self {
            Build::Dev => "wasm-dev",
            Build::Release => "wasm",
        }
    }
}

/// Runs the chore: builds, and prints the size.
pub fn chore(build: Build) -> Result<()> {
    setup::build()?;
    let files = make(build)?;
    println!("{}", sizes(&files));
    if build == Build::Release { beside_last(&files) } else { Ok(()) }
}

/// Prints a release's size and the stored one, with a warning if it has grown by more than [`NOTABLE`].
pub fn beside_last(files: &Files) -> Result<()> {
    let kept = fs::read_to_string(root().join(LAST)).with_context(|| format!("could not read {LAST}"))?;
    println!("{}", compared(total(files), last(&kept)?));
    Ok(())
}

/// The stored size: the file's first line, in bytes.
fn last(kept: &str) -> Result<usize> {
    let line = kept.lines().next().unwrap_or_default().trim();
    line.parse().ok().filter(|size| *size > 0).with_context(|| format!("the first line of {LAST} is no size in bytes"))
}

/// Both sizes in words, and the warning.
fn compared(now: usize, last: usize) -> String {
    let percent = (now as f64 / last as f64 - 1.0) * 100.0;
    let said = format!("The pages take {now} bytes; {LAST} has {last} ({percent:+.1} %).");
    if now * 100 <= last * (100 + NOTABLE) {
        return said;
    }
    format!(
        "{said}\nwarning: they have grown by more than {NOTABLE} %. If what has come is worth it, put the new size into {LAST}."
    )
}

/// Build into target/ui/dist.
pub fn make(build: Build) -> Result<Files> {
    let target = root().join("target/ui");
    fs::create_dir_all(&target)?;
    let lock = File::create(target.join(".xtask.lock"))?;
    lock.lock().context("could not lock target/ui")?;

    let wasm = compile(build, &target)?;
    let bound = bind(build, &wasm, &target)?;
    let files = gather(&bound)?;
    let changed = assets::sync(&target.join("dist"), &files)?;
    if changed > 0 {
        println!("target/ui/dist: {changed} files changed");
    }
    Ok(files)
}

/// Compile; cargo decides what has changed. Returns the path of the WASM file.
fn compile(build: Build, target: &Path) -> Result<PathBuf> {
    command::execute(
        cargo()
            .args(["build", "--package", "vestibule-ui", "--bin", "vestibule-ui"])
            .args(["--target", WASM, "--profile", build.profile()])
            .env("CARGO_TARGET_DIR", target),
    )?;
    Ok(target.join(WASM).join(build.profile()).join("vestibule-ui.wasm"))
}

/// Write WASM with its JavaScript into a folder per profile, unless done for this very file. Returns the folder.
fn bind(build: Build, wasm: &Path, target: &Path) -> Result<PathBuf> {
    let folder = target.join("bound").join(build.profile());
    let stamp_file = target.join("bound").join(format!("{}.stamp", build.profile()));
    // The settings below are compiled into xtask, so a new xtask does it again.
    let stamp = format!("{}\n{}\n", stamp(wasm)?, stamp(&std::env::current_exe()?)?);
    if fs::read_to_string(&stamp_file).is_ok_and(|done| done == stamp) {
        return Ok(folder);
    }
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Bindgen::new()
        .input_path(wasm)
        .out_name("vestibule-ui")
        .web(true)?
        .omit_default_module_path(false)
        .typescript(false)
        .remove_name_section(build == Build::Release)
        .remove_producers_section(build == Build::Release)
        .generate(&folder)
        .context("wasm-bindgen (its version here and in ui/Cargo.toml must be the same)")?;
    fs::write(&stamp_file, stamp)?;
    Ok(folder)
}

/// All that the window loads.
fn gather(bound: &Path) -> Result<Files> {
    let ui = root().join("ui");
    let mut files = assets::read_folder(bound)?;
    let page = assets::read_file(&ui.join("index.html"))?;
    assets::refuse_inline(&String::from_utf8_lossy(&page))?;
    files.insert("index.html".into(), page);
    files.insert("start.js".into(), assets::read_file(&ui.join("start.js"))?);
    files.insert("app.css".into(), assets::join_styles(&ui.join("style"))?);
    files.insert("icons.svg".into(), assets::read_file(&ui.join("icons.svg"))?);
    for (name, font) in assets::read_folder(&ui.join("fonts"))? {
        files.insert(Path::new("fonts").join(name), font);
    }
    Ok(files)
}

/// Distinguishes versions of a file: its length and modification time.
fn stamp(file: &Path) -> Result<String> {
    let about = fs::metadata(file).with_context(|| format!("could not find {}", file.display()))?;
    let written = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{} {} {}", file.display(), about.len(), written.as_nanos()))
}

/// The size of all files except fonts, which don't change.
fn total(files: &Files) -> usize {
    ["wasm", "js", "css"].iter().map(|kind| assets::size(files, kind)).sum()
}

/// The sizes in words.
pub fn sizes(files: &Files) -> String {
    let of = |kind| megabytes(assets::size(files, kind));
    format!("UI {}: WASM {}, JavaScript {}, CSS {}", megabytes(total(files)), of("wasm"), of("js"), of("css"))
}

/// Bytes as a readable number.
fn megabytes(bytes: usize) -> String {
    format!("{}.{:02} MB", bytes / 1_000_000, bytes % 1_000_000 / 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(wasm: usize, font: usize) -> Files {
        Files::from([("a_bg.wasm".into(), vec![0; wasm]), ("fonts/f.woff2".into(), vec![0; font])])
    }

    #[test]
    fn fonts_do_not_count() {
        assert_eq!(total(&files(1_200_000, 900_000)), 1_200_000);
    }

    #[test]
    fn pages_of_any_size_pass_and_growth_of_more_than_a_twentieth_is_warned_of() {
        for now in [1_000_000, 9, 1_050_000] {
            assert!(!compared(now, 1_000_000).contains("warning"), "{now}");
        }
        let said = compared(1_050_001, 1_000_000);
        assert!(said.contains("1050001 bytes; ui/size.txt has 1000000 (+5.0 %).\nwarning:"), "{said}");
        assert!(compared(2_000_000, 1_000_000).contains("(+100.0 %)"));
    }

    #[test]
    fn the_size_kept_is_read_and_nonsense_is_refused() {
        assert_eq!(last("1234567\n").unwrap(), 1_234_567);
        assert!(last(&fs::read_to_string(root().join(LAST)).unwrap()).is_ok());
        for nonsense in ["", "0", "about a megabyte"] {
            assert!(last(nonsense).unwrap_err().to_string().contains(LAST), "{nonsense}");
        }
    }

    #[test]
    fn sizes_read_as_megabytes() {
        assert_eq!(megabytes(1_234_567), "1.23 MB");
        assert_eq!(megabytes(56_000), "0.05 MB");
        assert_eq!(sizes(&files(380_000, 0)), "UI 0.38 MB: WASM 0.38 MB, JavaScript 0.00 MB, CSS 0.00 MB");
    }

    #[test]
    fn each_build_has_its_profile() {
        assert_eq!(Build::new(true).profile(), "wasm");
        assert_eq!(Build::new(false).profile(), "wasm-dev");
    }

    #[test]
    fn a_file_that_is_written_again_has_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("f");
        fs::write(&file, "1").unwrap();
        let before = stamp(&file).unwrap();
        assert_eq!(stamp(&file).unwrap(), before);
        fs::write(&file, "12").unwrap();
        assert_ne!(stamp(&file).unwrap(), before);
    }

    #[test]
    fn a_missing_file_is_named() {
        assert!(stamp(Path::new("no-such-file")).unwrap_err().to_string().contains("no-such-file"));
    }
}
