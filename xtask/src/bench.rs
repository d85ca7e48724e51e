//! `bench`: measured numbers, always of the optimised build: the use cases beside their floor, how large the pages are,
//! how soon the window is usable, and how much memory it takes. For machines, the times are in target/bench as JSON.

use anyhow::{Context, Result};

use crate::bundle;
use crate::command::{self, cargo, root, target};
use crate::setup;
use crate::ui::{self, Build};

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

/// On Linux, the time from the start of the program to the list being drawn, with 100 000 invitations, and the memory
/// of all its processes then. The root package's bench measures it, since it drives the window with the pieces that the
/// journeys use. It is itself no part of what is measured, so it is built quickly, from what the tests have built
/// before.
fn window() -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("The window's start is measured on Linux only.");
        return Ok(());
    }
    setup::window()?;
    let app = bundle::shell()?;
    command::run(cargo().args([
        "build",
        "--release",
        "--package",
        "vestibule-desk",
        "--features",
        "measure",
        "--example",
        "fill",
    ]))?;
    command::run(
        cargo()
            .args(["bench", "--profile", "dev", "--package", "vestibule", "--bench", "window"])
            .env("VESTIBULE_MEASURE", app)
            .env("VESTIBULE_FILL", target().join("release/examples/fill"))
            .env("VESTIBULE_BENCH", root().join("target/bench")),
    )
}
