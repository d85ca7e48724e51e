//! `platforms`: checks the other two platforms from Linux: the whole workspace is checked for Windows and macOS, and
//! the command line, built for Windows, runs README's script under Wine.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, cargo, program, root};
use crate::mac;
use crate::script;
use crate::setup;
use crate::ui::{self, Build};
use crate::wine::Wine;

/// Windows with GNU's tools: its only target for which Linux has a linker.
const WINDOWS: &str = "x86_64-pc-windows-gnu";
/// macOS on Apple's own processors.
const MAC: &str = "aarch64-apple-darwin";

/// Runs the chore.
pub fn chore() -> Result<()> {
    setup::build()?;
    setup::platforms()?;
    ui::make(Build::Dev)?;
    check()?;
    println!("The workspace passes cargo check for {WINDOWS} and {MAC}.");
    let program = command_line()?;
    try_script(&program)?;
    println!("vestibulectl.exe did README's script under Wine, with a passphrase and with the Credential Manager.");
    Ok(())
}

/// A target folder of its own: the variables below would make cargo rebuild everything for this machine.
fn folder() -> PathBuf {
    root().join("target/platforms")
}

/// `cargo check` for both in parallel: their C code compiles for minutes, and one at a time leaves processors idle.
fn check() -> Result<()> {
    let mut check = cargo();
    check.args(["check", "--workspace", "--target", WINDOWS, "--target", MAC]).env("CARGO_TARGET_DIR", folder());
    for (name, value) in mac::variables(&mac::zig()?, &folder().join("zig"))? {
        check.env(name, value);
    }
    command::execute(&mut check)
}

/// Build vestibulectl.exe, with the same selection of packages as above so that nothing is built twice. Returns its
/// path.
fn command_line() -> Result<PathBuf> {
    command::execute(
        cargo()
            .args(["build", "--workspace", "--bin", "vestibulectl", "--target", WINDOWS])
            .env("CARGO_TARGET_DIR", folder()),
    )?;
    Ok(folder().join(WINDOWS).join("debug/vestibulectl.exe"))
}

/// Run README's script unchanged, with `vestibulectl` meaning the Windows program; then once more without its
/// passphrase, so that the key is stored in Windows' Credential Manager.
fn try_script(program_file: &Path) -> Result<()> {
    let readme = std::fs::read_to_string(root().join("README.md")).context("could not read README.md")?;
    let shown = script::shown_in(&readme)?;
    Wine::lend_random_bytes(program_file.parent().expect("a program lies in a folder"))?;
    let wine = Wine::new(&folder().join("wine"))?;
    mac::write_script(
        &folder().join("bin/vestibulectl"),
        &format!("#!/bin/sh\nexec wine '{}' \"$@\"\n", program_file.display()),
    )?;
    run_script(&wine, "shown", &shown)?;
    run_script(&wine, "with-keychain", &shown.replace(" --passphrase-file passphrase", ""))
}

/// Run a script in a new folder.
fn run_script(wine: &Wine, name: &str, script: &str) -> Result<()> {
    let scratch = folder().join("script").join(name);
    if scratch.is_dir() {
        std::fs::remove_dir_all(&scratch).context("could not empty the script's folder")?;
    }
    std::fs::create_dir_all(&scratch)?;
    std::fs::write(scratch.join("script.sh"), script)?;
    let mut path = folder().join("bin").into_os_string();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    command::execute(
        wine.environment(program("bash").args(["-euxo", "pipefail", "script.sh"]))
            .current_dir(&scratch)
            .env("PATH", path)
            .env("TMPDIR", &scratch),
    )
    .with_context(|| format!("README's script ({name}) failed under Wine"))
}
