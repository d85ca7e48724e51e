//! Where the time went: what each step of a chore took, and the slowest tests. Knows no chore and no test; reads what
//! Rust's test harness prints.
//!
//! The harness tells a test's time only where unstable options are allowed. They are allowed to the test programs
//! alone, which cargo starts through this program (`runner`, below); what compiles sees nothing of it. A harness that
//! knows the option no more runs without it, and no times are told.

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
    /// Say which step comes now, and do it.
    pub fn take<T>(&mut self, name: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("── {name}");
        let begun = Instant::now();
        let done = act();
        self.0.push((name.to_owned(), begun.elapsed()));
        done
    }

    /// What each took.
    pub fn told(&self) -> String {
        table("Where the time went, by step:", self.0.iter().map(|(name, took)| (*took, name.as_str())))
    }
}

/// What the tests of a run took, noted in a file by the programs that ran them.
pub struct Notes(PathBuf);

impl Notes {
    /// An empty file of that name.
    pub fn begin(file: PathBuf) -> Result<Self> {
        fs::write(&file, "").with_context(|| format!("could not write {}", file.display()))?;
        Ok(Notes(file))
    }

    /// What cargo is to be told so that it starts every test program through this one.
    pub fn setting(&self) -> Result<String> {
        let own = std::env::current_exe().context("could not find xtask itself")?;
        Ok(format!("target.'cfg(all())'.runner = [{:?}, \"timed\", {:?}]", own, self.0))
    }

    /// The slowest tests, and the programs that they are in.
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

/// A line of the file: milliseconds, and of what.
fn noted(line: &str) -> Option<(Duration, &str)> {
    let (milliseconds, name) = line.split_once('\t')?;
    Some((Duration::from_millis(milliseconds.parse().ok()?), name))
}

/// A heading and lines of times; nothing at all without lines.
fn table<'a>(heading: &str, lines: impl Iterator<Item = (Duration, &'a str)>) -> String {
    let mut text = String::new();
    for (took, name) in lines {
        let tenths = took.as_millis() / 100;
        let _ = writeln!(text, "  {:>3} min {:>2}.{} s  {name}", tenths / 600, tenths % 600 / 10, tenths % 10);
    }
    if text.is_empty() { text } else { format!("\n{heading}\n{text}") }
}

/// What cargo starts in place of a test program: runs it, hands on what it prints, and notes in `file` what each of its
/// tests took. Gives its exit code.
pub fn runner(file: &Path, program: &Path, arguments: &[String]) -> Result<i32> {
    let mut test = Command::new(program);
    test.args(arguments);
    // Cargo's test programs lie in `deps`; what else it may start so (tests in documentation) is another harness's, and
    // is left as it is.
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

/// Whether the harness takes these options.
fn knows(program: &Path, options: &[&str]) -> bool {
    let mut asked = Command::new(program);
    asked.args(["--list", "--format=terse"]).args(options).env("RUSTC_BOOTSTRAP", "1");
    asked.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Print all that is read, as it comes; gives the notes.
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

/// The test that a line of the harness tells of, and its time: `test name ... ok <0.012s>`.
fn reported(line: &str) -> Option<(&str, Duration)> {
    let (test, end) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let seconds: f64 = end.trim_end().rsplit_once('<')?.1.strip_suffix("s>")?.parse().ok()?;
    Some((test, Duration::try_from_secs_f64(seconds).ok()?))
}

/// A test program's name without cargo's mark at its end.
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
