//! `test` and `check`: cargo's own commands, in the order that fails soonest, with all built that they need. Knows no test.

use anyhow::Result;

use crate::command::{self, cargo, root};
use crate::setup::{self, WASM};
use crate::ui::{self, Build};

/// The `test` chore: every test of the workspace, or those that match.
pub fn test(filter: &[String]) -> Result<()> {
    setup::build()?;
    setup::window()?;
    ui::make(Build::Dev)?;
    tests(filter)
}

/// The `check` chore.
pub fn chore(skip_tests: bool) -> Result<()> {
    setup::build()?;
    setup::component("rustfmt", "rustfmt")?;
    setup::component("clippy", "cargo-clippy")?;
    step("format");
    command::run(cargo().args(["fmt", "--all", "--check"]))?;
    step("the window's pages");
    ui::make(Build::Dev)?;
    step("lints");
    command::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    step("lints of the window's pages, as WASM");
    command::run(
        cargo()
            .args(["clippy", "--package", "vestibule-ui", "--target", WASM, "--profile", "wasm-dev"])
            .args(["--", "-D", "warnings"])
            .env("CARGO_TARGET_DIR", root().join("target/ui")),
    )?;
    step("documentation");
    command::run(cargo().args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    if !skip_tests {
        step("tests");
        setup::window()?;
        tests(&[])?;
    }
    println!("All is well.");
    Ok(())
}

/// Cargo's tests. The tests of the window find its program built: cargo builds a package's programs with its tests.
fn tests(filter: &[String]) -> Result<()> {
    let mut build = cargo();
    let mut test = cargo();
    for command in [&mut build, &mut test] {
        command.args(["test", "--workspace"]);
    }
    test.arg("--no-fail-fast");
    if filter.is_empty() {
        command::run(build.arg("--no-run"))?;
        write_out();
    } else {
        test.arg("--").args(filter);
    }
    command::run(&mut test)
}

/// Wait until what was built is on the disk, where that can be asked for. Each commit of a test waits for the disk, and on a slow one it
/// would wait for minutes, behind gigabytes.
fn write_out() {
    if cfg!(unix) {
        let _ = command::run(&mut command::program("sync"));
    }
}

/// Say what comes now.
fn step(name: &str) {
    println!("── {name}");
}
