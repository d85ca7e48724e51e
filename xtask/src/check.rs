//! `test` and `check`: cargo's own commands, in the order that fails soonest, after building what they need. Keeps out
//! the tests themselves.

use anyhow::Result;

use crate::command::{self, cargo, root, target};
use crate::setup::{self, WASM};
use crate::smtp;
use crate::times::{Notes, Steps};
use crate::ui::{self, Build};

/// The `test` chore: every test of the workspace, or those that match the filter.
pub fn test(filter: &[String]) -> Result<()> {
    told(|steps| {
        setup::build()?;
        setup::window()?;
        steps.take("the window's pages", || ui::make(Build::Dev))?;
        tests(filter, steps)
    })
}

/// The `check` chore.
pub fn chore(skip_tests: bool) -> Result<()> {
    told(|steps| checks(skip_tests, steps))?;
    println!("All is well.");
    Ok(())
}

/// Run steps, and print how long each took, even if one fails.
fn told(act: impl FnOnce(&mut Steps) -> Result<()>) -> Result<()> {
    let mut steps = Steps::default();
    let done = act(&mut steps);
    print!("{}", steps.told());
    done
}

fn checks(skip_tests: bool, steps: &mut Steps) -> Result<()> {
    setup::build()?;
    setup::component("rustfmt", "rustfmt")?;
    setup::component("clippy", "cargo-clippy")?;
    steps.take("format", || command::execute(cargo().args(["fmt", "--all", "--check"])))?;
    steps.take("the window's pages", || ui::make(Build::Dev))?;
    steps.take("lints", || {
        command::execute(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })?;
    steps.take("lints of the window's pages, as WASM", || {
        command::execute(
            cargo()
                .args(["clippy", "--package", "vestibule-ui", "--target", WASM, "--profile", "wasm-dev"])
                .args(["--", "-D", "warnings"])
                .env("CARGO_TARGET_DIR", root().join("target/ui")),
        )
    })?;
    steps.take("documentation", || {
        command::execute(cargo().args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    if !skip_tests {
        setup::window()?;
        tests(&[], steps)?;
    }
    Ok(())
}

/// Cargo's tests. The window's tests find its program built: cargo builds a package's programs with its tests.
fn tests(filter: &[String], steps: &mut Steps) -> Result<()> {
    smtp::server()?;
    if filter.is_empty() {
        steps.take("the tests, built", || command::execute(cargo().args(["test", "--workspace", "--no-run"])))?;
        steps.take("what was built, written to the disk", || {
            write_out();
            Ok(())
        })?;
    }
    let notes = Notes::begin(target().join("tests.times"))?;
    let mut test = cargo();
    test.args(["test", "--workspace", "--no-fail-fast", "--config", &notes.setting()?]);
    if !filter.is_empty() {
        test.arg("--").args(filter);
    }
    let done = steps.take("the tests", || command::execute(&mut test));
    print!("{}", notes.told()?);
    done
}

/// Flush what was built to disk, where `sync` exists. Otherwise each commit of a test would wait behind gigabytes of
/// it, on a slow disk for minutes.
fn write_out() {
    if cfg!(unix) {
        let _ = command::execute(&mut command::program("sync"));
    }
}
