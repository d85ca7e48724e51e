//! `bench`: measurements, always of the optimised build: the use cases beside plain SQLite, the size of the pages, the
//! time until the window is usable, and its memory. The times are also written to target/bench as JSON.

use anyhow::{Context, Result};

use crate::bundle;
use crate::command::{self, cargo, root, target};
use crate::setup;
use crate::ui::{self, Build};

/// Runs the chore. Arguments (numbers of invitations) are passed on; with any, only the use cases are measured.
pub fn chore(args: &[String]) -> Result<()> {
    setup::build()?;
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).context("could not make target/bench")?;
    command::execute(
        cargo()
            .args(["bench", "--package", "vestibule-desk", "--features", "measure", "--bench", "invitations", "--"])
            .args(args),
    )?;
    println!("The same for machines: {}", folder.display());
    if !args.is_empty() {
        return Ok(());
    }
    let pages = ui::make(Build::Release)?;
    let judged = window();
    println!("{}", ui::sizes(&pages));
    ui::beside_last(&pages)?;
    judged
}

/// On Linux, the time from the program's start until the list is drawn, with 100 000 invitations, and the memory of
/// all its processes then. Measured by the root package's bench, which drives the window like the journeys. The bench
/// itself is not what is measured, so it is built in the test profile, reusing what the tests have built.
fn window() -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("The window's start is measured on Linux only.");
        return Ok(());
    }
    setup::window()?;
    let app = bundle::shell()?;
    command::execute(cargo().args([
        "build",
        "--release",
        "--package",
        "vestibule-desk",
        "--features",
        "measure",
        "--example",
        "fill",
    ]))?;
    command::execute(
        cargo()
            .args(["bench", "--profile", "dev", "--package", "vestibule", "--bench", "window"])
            .env("VESTIBULE_MEASURE", app)
            .env("VESTIBULE_FILL", target().join("release/examples/fill"))
            .env("VESTIBULE_BENCH", root().join("target/bench")),
    )
}
