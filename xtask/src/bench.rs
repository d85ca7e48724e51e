//! `bench`: measured numbers, always of the optimised build: the use cases beside their floor, and how soon the window is usable.
//! For machines, both leave JSON in target/bench.

use anyhow::{Context, Result};

use crate::command::{self, cargo, output, root};
use crate::setup;
use crate::ui::{self, Build};

/// The tests that measure the window; they have a module of their own, so that `test` may leave the times out of account.
const MEASURES: &str = "measures::";

/// The chore itself. Arguments (numbers of invitations) are handed on; with any, only the use cases are measured.
pub fn chore(args: &[String]) -> Result<()> {
    setup::build()?;
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).context("could not make target/bench")?;
    command::run(
        cargo()
            .args(["bench", "--package", "vestibule-desk", "--features", "measure", "--bench", "invitations", "--"])
            .args(args),
    )?;
    if args.is_empty() && cfg!(target_os = "linux") {
        window_usable()?;
    }
    println!("The same for machines: {}", folder.display());
    Ok(())
}

/// From the start of the program to the list being drawn, with 100 000 invitations. A test of the root package measures it, since it
/// drives the window with the pieces that the journeys use; it prints the time and writes it into the folder that VESTIBULE_BENCH names.
fn window_usable() -> Result<()> {
    setup::window()?;
    ui::make(Build::Release)?;
    let measures = || {
        let mut test = cargo();
        test.args(["test", "--release", "--package", "vestibule", "--test", "tests", "--", MEASURES])
            .env("VESTIBULE_BENCH", root().join("target/bench"));
        test
    };
    if !output(measures().arg("--list"))?.contains(MEASURES) {
        println!("No test measures the window (none is named {MEASURES}…), so its start was not measured.");
        return Ok(());
    }
    command::run(measures().args(["--nocapture", "--test-threads", "1"]))
}
