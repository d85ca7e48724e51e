//! `bench`: measured numbers, always of the optimised build: the use cases beside their floor, and how soon the window is usable.
//! For machines, both leave JSON in target/bench.

use anyhow::{Context, Result};

use crate::command::{self, cargo, root};
use crate::setup;
use crate::ui::{self, Build};

/// The chore itself.
pub fn chore(args: &[String]) -> Result<()> {
    setup::build()?;
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).context("could not make target/bench")?;
    command::run(
        cargo()
            .args(["bench", "--package", "vestibule-desk", "--bench", "invitations", "--"])
            .args(args)
            .env("VESTIBULE_BENCH", &folder),
    )?;
    if args.is_empty() && cfg!(target_os = "linux") {
        window_usable()?;
    }
    println!("The same for machines: {}", folder.display());
    Ok(())
}

/// From the start of the program to the list being drawn, with 100 000 invitations. A test measures it, since it drives the window
/// with the pieces that the journeys use; it prints the time and writes it beside the others.
fn window_usable() -> Result<()> {
    setup::window()?;
    ui::make(Build::Release)?;
    command::run(
        cargo()
            .args(["test", "--release", "--package", "vestibule", "--test", "tests"])
            .args(["--", "measures::", "--nocapture", "--test-threads", "1"])
            .env("VESTIBULE_BENCH", root().join("target/bench")),
    )
}
