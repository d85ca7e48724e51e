//! How long each step of a chore took, and the slowest tests. Keeps out chores and tests; parses the output of Rust's
//! test harness.
//!
//! The harness prints a test's time only if unstable options are allowed. They are allowed for the test programs only,
//! which cargo starts through this program (`runner`, below), so compilation is unaffected. A harness without that
//! option runs without it, and no times are shown.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How many of the slowest tests are shown.
const SHOWN: usize = 20;

/// The steps of a chore, in their order.
#[derive(Default)]
pub struct Steps(Vec<(String, Duration)>);

impl Steps {
    /// Print the step's name, and run it.
    pub fn take<T>(&mut self, name: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("── {name}");
        let begun = Instant::now();
        let done = act();
        self.0.push((name.to_owned(), begun.elapsed()));
        done
    }

    /// The steps with their times, as text.
    pub fn told(&self) -> String {
        table("Where the time went, by step:", self.0.iter().map(|(name, took)| (*took, name.as_str())))
    }
}

/// The times of the tests of a run, written to a file by the programs that ran them.
pub struct Notes(PathBuf);

impl Notes {
    /// Creates an empty file at that path.
    pub fn begin(file: PathBuf) -> Result<Self> {
        fs::write(&file, "").with_context(|| format!("could not write {}", file.display()))?;
        Ok(Notes(file))
    }

    /// The cargo setting that makes it start every test program through this one.
    pub fn setting(&self) -> Result<String> {
        let own = std::env::current_exe().context("could not find xtask itself")?;
        Ok(format!("target.'cfg(all())'.runner = [{:?}, \"timed\", {:?}]", own, self.0))
    }

    /// The slowest tests and programs, as text.
    pub fn told(&self) -> Result<String> {
        let text = fs::read_to_string(&self.0).with_context(|| format!("could not read {}", self.0.display()))?;
        let mut all: Vec<(Duration, &str)> = text.lines().filter_map(noted).collect();
        all.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
        let (programs, tests): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, name)| !name.contains(' '));
        let long = programs.into_iter().filter(|(took, _)| took.as_secs() > 0);
        Ok(table("Test programs that took a second or more:", long)
            + &table(&format!("The {SHOWN} slowest tests:"), tests.into_iter().take(SHOWN)))
    }
}

/// Parses a line of the file: milliseconds, and a name.
fn noted(line: &str) -> Option<(Duration, &str)> {
    let (milliseconds, name) = line.split_once('\t')?;
    Some((Duration::from_millis(milliseconds.parse().ok()?), name))
}

/// A heading and lines of times; empty without lines.
fn table<'a>(heading: &str, lines: impl Iterator<Item = (Duration, &'a str)>) -> String {
    let mut text = String::new();
    for (took, name) in lines {
        let tenths = took.as_millis() / 100;
        let _ = writeln!(text, "  {:>3} min {:>2}.{} s  {name}", tenths / 600, tenths % 600 / 10, tenths % 10);
    }
    if text.is_empty() { text } else { format!("\n{heading}\n{text}") }
}

/// Runs a test program in cargo's place: passes on its output, and records in `file` how long its tests took. Returns
/// its exit code.
pub fn runner(file: &Path, program: &Path, arguments: &[String]) -> Result<i32> {
    let mut test = Command::new(program);
    test.args(arguments);
    // Cargo's test programs are in `deps`; others that it starts this way (tests in documentation) have another
    // harness, and are run unchanged.
    let is_harness = program.parent().is_some_and(|folder| folder.ends_with("deps"));
    let timed = ["-Zunstable-options", "--report-time"];
    if !is_harness || !knows(program, &timed) {
        let status = test.status().with_context(|| format!("could not start {}", program.display()))?;
        return Ok(status.code().unwrap_or(101));
    }
    test.env("RUSTC_BOOTSTRAP", "1").args(timed).stdout(Stdio::piped());
    if std::io::stdout().is_terminal() {
        test.arg("--color=always");
    }
    let begun = Instant::now();
    let mut running = test.spawn().with_context(|| format!("could not start {}", program.display()))?;
    let mut notes = hand_on(running.stdout.take().expect("it is piped"), &name(program))?;
    let status = running.wait()?;
    let _ = writeln!(notes, "{}\t{}", begun.elapsed().as_millis(), name(program));
    let mut file = fs::File::options().create(true).append(true).open(file)?;
    file.write_all(notes.as_bytes())?;
    Ok(status.code().unwrap_or(101))
}

/// Whether the harness accepts these options.
fn knows(program: &Path, options: &[&str]) -> bool {
    let mut asked = Command::new(program);
    asked.args(["--list", "--format=terse"]).args(options).env("RUSTC_BOOTSTRAP", "1");
    asked.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Print all output as it comes; returns the recorded times.
fn hand_on(output: impl std::io::Read, program: &str) -> Result<String> {
    let mut notes = String::new();
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        let mut out = std::io::stdout().lock();
        out.write_all(&line)?;
        out.flush()?;
        if let Some((test, took)) = reported(&String::from_utf8_lossy(&line)) {
            let _ = writeln!(notes, "{}\t{program} {test}", took.as_millis());
        }
        line.clear();
    }
    Ok(notes)
}

/// The test and time in a line of the harness: `test name ... ok <0.012s>`.
fn reported(line: &str) -> Option<(&str, Duration)> {
    let (test, end) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let seconds: f64 = end.trim_end().rsplit_once('<')?.1.strip_suffix("s>")?.parse().ok()?;
    Some((test, Duration::try_from_secs_f64(seconds).ok()?))
}

/// A test program's name without cargo's hash at its end.
fn name(program: &Path) -> String {
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    name.rsplit_once('-').map_or_else(|| name.to_string(), |(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tests_time_is_read_from_what_the_harness_prints_in_colour_or_not() {
        let took = |line| reported(line).map(|(test, took)| (test, took.as_millis()));
        assert_eq!(took("test a::b ... ok <0.012s>\n"), Some(("a::b", 12)));
        assert_eq!(took("test a::b ... \u{1b}[31mFAILED\u{1b}(B\u{1b}[m <61.500s>\n"), Some(("a::b", 61_500)));
    }

    #[test]
    fn what_is_no_tests_line_has_no_time() {
        for line in
            ["running 3 tests\n", "test a ... ignored\n", "test a ... ok\n", "test result: ok. 3 passed\n", "\n"]
        {
            assert!(reported(line).is_none(), "{line}");
        }
    }

    #[test]
    fn this_programs_own_harness_tells_its_times() {
        let own = std::env::current_exe().unwrap();
        assert!(knows(&own, &["-Zunstable-options", "--report-time"]));
        assert!(!knows(&own, &["--no-such-option"]));
    }

    #[test]
    fn the_slowest_come_first_and_twenty_are_shown() {
        let folder = tempfile::tempdir().unwrap();
        let notes = Notes::begin(folder.path().join("times")).unwrap();
        let lines: String = (0..30).map(|n| format!("{}\tdesk test_{n}\n", n * 1_000)).collect();
        fs::write(&notes.0, lines + "90500\tdesk\n").unwrap();
        let told = notes.told().unwrap();
        assert!(told.contains("  1 min 30.5 s  desk\n"), "{told}");
        let tests: Vec<&str> = told.lines().filter(|line| line.contains("test_")).collect();
        assert_eq!((tests.len(), tests[0]), (SHOWN, "    0 min 29.0 s  desk test_29"));
    }

    #[test]
    fn a_step_that_fails_is_told_with_the_others() {
        let mut steps = Steps::default();
        steps.take("one", || Ok(())).unwrap();
        assert!(steps.take::<()>("two", || anyhow::bail!("no")).is_err());
        let told = steps.told();
        assert!(told.contains("one") && told.contains("two"), "{told}");
        assert_eq!(Steps::default().told(), "");
    }

    #[test]
    fn a_programs_name_is_told_without_cargos_mark() {
        assert_eq!(name(Path::new("/t/deps/tests-0a1b2c")), "tests");
        assert_eq!(name(Path::new("/t/deps/vestibule_desk-0a1b2c")), "vestibule_desk");
    }
}
