//! A real mail server for the tests: aiosmtpd, from PyPI into target/tools if missing. Keeps out running it, which its
//! test does.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::command::{self, output, program, root};

/// Installs it, with the versions that its test names.
pub fn server() -> Result<()> {
    let folder = root().join("target/tools/aiosmtpd");
    let wanted = root().join("crates/mail/tests/aiosmtpd/requirements.txt");
    let wanted_text = fs::read(&wanted).with_context(|| format!("could not read {}", wanted.display()))?;
    // Written last, so that what was installed half-way is installed anew.
    let installed = folder.join("requirements.txt");
    if fs::read(&installed).is_ok_and(|text| text == wanted_text) {
        return Ok(());
    }
    if output(program("python3").args(["-m", "pip", "--version"])).is_err() {
        bail!("fetching a mail server for the tests needs Python's pip. On Debian: sudo apt-get install python3-pip");
    }
    println!("Fetching aiosmtpd, a mail server for the tests …");
    command::execute(
        program("python3")
            .args(["-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target"])
            .arg(&folder)
            .arg("--requirement")
            .arg(&wanted)
            .env("PIP_ROOT_USER_ACTION", "ignore"),
    )?;
    fs::write(&installed, wanted_text).with_context(|| format!("could not write {}", installed.display()))
}
