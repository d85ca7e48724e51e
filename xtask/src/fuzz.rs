//! `fuzz`: feeds random input to the parsers of people's input, for a time or a number of inputs, and keeps input that
//! breaks them. Keeps out the targets, except for their seeds.
//!
//! libFuzzer is guided by coverage counters from the compiler; on the stable toolchain they are requested by LLVM
//! flags. It is built in a target folder of its own, since the flags apply to every crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, cargo, output, program, root, target};
use crate::setup;

/// The flags of cargo-fuzz without the address sanitizer, which needs nightly (and none of the fuzzed crates has
/// unsafe code).
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// Longer inputs find nothing that shorter ones don't: the parsers' bounds are far below.
const LONGEST: u32 = 4_096;
/// The time limit for one input, in seconds. A thousandth of it is long already.
const SLOWEST: u32 = 10;
/// The memory limit for one target, in megabytes.
const MEMORY: u32 = 1_024;

/// The most lines of a panic and its backtrace that are printed.
const LONGEST_CAUSE: usize = 80;

/// How many targets run at the same time.
const AT_ONCE: usize = 2;

/// How long each target is fed.
#[derive(Clone, Copy)]
pub enum Until {
    /// So many seconds.
    Seconds(u32),
    /// So many inputs.
    Inputs(u64),
}

/// Runs the chore: the targets named, or all, a few at a time.
pub fn chore(until: Until, named: &[String]) -> Result<()> {
    let targets = chosen(targets()?, named)?;
    setup::build()?;
    let built = build()?;
    // Each target uses one thread.
    for some in targets.chunks(AT_ONCE) {
        std::thread::scope(|scope| {
            let fed: Vec<_> = some.iter().map(|target| scope.spawn(|| feed(&built, target, until))).collect();
            fed.into_iter().try_for_each(|fed| fed.join().unwrap_or_else(|_| bail!("a fuzz target could not be fed")))
        })?;
    }
    println!("Nothing was found by {}.", targets.join(", "));
    Ok(())
}

/// The targets, by the names of their folders of seeds.
fn targets() -> Result<Vec<String>> {
    let mut targets = Vec::new();
    for seeds in fs::read_dir(root().join("fuzz/seeds")).context("could not read fuzz/seeds")? {
        targets.push(seeds?.file_name().to_string_lossy().into_owned());
    }
    targets.sort();
    Ok(targets)
}

/// The targets named, or all.
fn chosen(all: Vec<String>, named: &[String]) -> Result<Vec<String>> {
    if let Some(unknown) = named.iter().find(|name| !all.contains(name)) {
        bail!("there is no fuzz target `{unknown}`; there are {}", all.join(", "));
    }
    Ok(if named.is_empty() { all } else { named.to_vec() })
}

/// Build all targets; returns their folder.
fn build() -> Result<PathBuf> {
    let host = host()?;
    let folder = target().join("fuzz");
    // With `--target`, the flags apply to the programs only, not to build scripts.
    command::execute(
        cargo()
            .args(["build", "--locked", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", &host])
            .env("CARGO_TARGET_DIR", &folder)
            .env("RUSTFLAGS", COUNTED)
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    Ok(folder.join(host).join("release"))
}

/// This machine's target triple.
fn host() -> Result<String> {
    let version = output(program("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say its host")?;
    Ok(host.to_owned())
}

/// Run one target. Its corpus stays in target/fuzz for the next time; input that breaks it is kept too, and named.
fn feed(built: &Path, name: &str, until: Until) -> Result<()> {
    let kept = target().join("fuzz/inputs").join(name);
    let broken = target().join("fuzz/broken").join(name);
    for folder in [&kept, &broken] {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    let before = names(&broken)?;
    let log = target().join("fuzz").join(format!("{name}.log"));
    println!("── {name} …");
    let fed = command::execute(
        program(built.join(name))
            .args([&kept, &root().join("fuzz/seeds").join(name)])
            .arg(match until {
                Until::Seconds(seconds) => format!("-max_total_time={seconds}"),
                Until::Inputs(inputs) => format!("-runs={inputs}"),
            })
            .args([format!("-max_len={LONGEST}"), format!("-timeout={SLOWEST}"), format!("-rss_limit_mb={MEMORY}")])
            .arg(format!("-artifact_prefix={}/", broken.display()))
            .stderr(fs::File::create(&log).with_context(|| format!("could not make {}", log.display()))?),
    );
    let said = fs::read(&log).with_context(|| format!("could not read {}", log.display()))?;
    let said = String::from_utf8_lossy(&said);
    match fed {
        Ok(()) => println!("── {name}: {}", end(&said)),
        Err(_) => println!("── {name}: {}", cause(&said)),
    }
    fed.with_context(|| verdict(name, &broken, &before))
}

/// libFuzzer's last line of statistics: inputs, branches covered (`cov`) and their counts (`ft`).
fn end(said: &str) -> &str {
    said.lines().rev().find(|line| line.contains("cov: ")).unwrap_or("")
}

/// The output from the panic (or another libFuzzer error) on, without the bytes of the input.
fn cause(said: &str) -> String {
    let lines = || said.lines().filter(|line| !line.starts_with("0x"));
    let start = lines().position(|line| line.contains("panicked at") || line.contains("ERROR: ")).unwrap_or(0);
    lines().skip(start).take(LONGEST_CAUSE).collect::<Vec<_>>().join("\n")
}

/// The message about a broken target: the inputs, and how to reproduce it.
fn verdict(name: &str, broken: &Path, before: &[String]) -> String {
    let new = names(broken).unwrap_or_default().into_iter().filter(|file| !before.contains(file));
    let new: Vec<String> = new.map(|file| broken.join(file).display().to_string()).collect();
    match new.as_slice() {
        [] => format!("the fuzz target `{name}` ended without having found anything"),
        files => format!(
            "the fuzz target `{name}` was broken by {0}. Put the input among fuzz/seeds/{name}, and its cause into a test",
            files.join(", ")
        ),
    }
}

/// The files in a folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_seeds_and_a_program() {
        let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
        let targets = targets().unwrap();
        assert_eq!(targets, ["code", "csv", "expiry", "link", "mail_template"]);
        for target in &targets {
            assert!(manifest.contains(&format!("path = \"targets/{target}.rs\"")), "{target}");
            assert!(!names(&root().join("fuzz/seeds").join(target)).unwrap().is_empty(), "{target}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), targets.len());
    }

    #[test]
    fn a_target_that_is_not_there_is_named() {
        let all = || vec!["code".to_owned(), "csv".to_owned()];
        assert_eq!(chosen(all(), &[]).unwrap(), all());
        assert_eq!(chosen(all(), &["csv".to_owned()]).unwrap(), ["csv"]);
        let refused = chosen(all(), &["qr".to_owned()]).unwrap_err();
        assert_eq!(refused.to_string(), "there is no fuzz target `qr`; there are code, csv");
    }

    #[test]
    fn the_sum_and_the_cause_are_taken_from_all_that_is_said() {
        let said = "INFO: seed\n#9 NEW    cov: 7 ft: 9\n#20 DONE   cov: 8 ft: 11 corp: 3\nDone 20 runs";
        assert_eq!(end(said), "#20 DONE   cov: 8 ft: 11 corp: 3");
        let said = "#9 NEW    cov: 7\nthread 'x' panicked at y.rs:1:1:\nit broke\n0x61,0x62\nBase64: YWI=";
        assert_eq!(cause(said), "thread 'x' panicked at y.rs:1:1:\nit broke\nBase64: YWI=");
    }

    #[test]
    fn what_broke_a_target_is_named_and_what_was_there_before_is_not() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("old"), "").unwrap();
        let before = names(folder.path()).unwrap();
        assert!(verdict("csv", folder.path(), &before).contains("without having found"));
        fs::write(folder.path().join("crash-1"), "").unwrap();
        let said = verdict("csv", folder.path(), &before);
        assert!(said.contains("crash-1") && !said.contains("old"), "{said}");
    }
}
