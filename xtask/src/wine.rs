//! Wine, to run a Windows console program: a prefix of its own below target/, and the one library function that Wine 8
//! lacks. Keeps out the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command::{self, output, program, root};

/// A Wine prefix; its server is stopped on drop.
pub struct Wine {
    prefix: PathBuf,
}

impl Wine {
    /// Make the prefix below `folder`, or use an existing one.
    pub fn new(folder: &Path) -> Result<Self> {
        let wine = Wine { prefix: folder.join("prefix") };
        if !wine.prefix.join("system.reg").is_file() {
            std::fs::create_dir_all(folder)?;
            println!("Making a Wine prefix …");
            output(wine.environment(program("wine").args(["wineboot", "--init"])))?;
            output(wine.environment(program("wineserver").arg("--wait")))?;
        }
        Ok(wine)
    }

    /// Set Wine's variables for a command: our prefix, no debug output, our bcryptprimitives.dll, and neither .NET nor
    /// a browser.
    pub fn environment<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEARCH", "win64")
            .env("WINEDEBUG", "-all")
            .env("WINEDLLOVERRIDES", "bcryptprimitives=n;mscoree,mshtml=")
            .env_remove("DISPLAY")
    }

    /// Build the function that Wine 8 lacks into a program's folder.
    pub fn lend_random_bytes(folder: &Path) -> Result<()> {
        command::execute(
            program("x86_64-w64-mingw32-gcc")
                .args(["-O2", "-shared", "-o"])
                .arg(folder.join("bcryptprimitives.dll"))
                .arg(root().join("xtask/assets/bcryptprimitives.c"))
                .arg("-ladvapi32"),
        )
        .context("could not build bcryptprimitives.dll")
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        let mut end = program("wineserver");
        self.environment(end.arg("--kill")).stderr(Stdio::null());
        let _ = end.status();
    }
}
