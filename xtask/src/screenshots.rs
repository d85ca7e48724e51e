//! `screenshots`: a picture of every screen, by the otherwise ignored tests of `screens`. Builds what they need, and
//! tells them the folder.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::assets;
use crate::command::{self, cargo, root};
use crate::setup;
use crate::ui::{self, Build};

/// Runs the chore.
pub fn chore(folder: Option<PathBuf>) -> Result<()> {
    setup::build()?;
    setup::window()?;
    ui::make(Build::Release)?;
    let folder = match folder {
        Some(folder) => std::env::current_dir()?.join(folder),
        None => root().join("target/screenshots"),
    };
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    command::execute(
        cargo()
            .args(["test", "--package", "vestibule", "--test", "tests", "--"])
            .args(["screens::", "--ignored", "--nocapture"])
            .env("VESTIBULE_SCREENSHOTS", &folder),
    )?;
    let saved = assets::read_folder(&folder)?
        .into_keys()
        .filter(|path| path.extension().is_some_and(|kind| kind == "png"))
        .count();
    if saved == 0 {
        bail!("the test of the screens saved no picture in {}", folder.display());
    }
    println!("{saved} pictures in {}", folder.display());
    Ok(())
}
