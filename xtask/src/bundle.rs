//! `bundle`: a release package. On Linux a .deb if dpkg-deb is installed, else a .tar.gz of the same tree. On macOS
//! and Windows the stock Tauri command line makes the installer, since it handles their signing; tauri.conf.json is
//! prepared for it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, cargo, is_there, output, program, root};
use crate::run::built;
use crate::setup;
use crate::ui::{self, Build};

/// The version of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The place of each picture in a Linux tree (freedesktop.org's icon theme specification).
const ICONS: [(&str, &str); 5] = [
    ("32x32.png", "32x32/apps/vestibule.png"),
    ("128x128.png", "128x128/apps/vestibule.png"),
    ("128x128@2x.png", "256x256/apps/vestibule.png"),
    ("icon.png", "512x512/apps/vestibule.png"),
    ("vestibule.svg", "scalable/apps/vestibule.svg"),
];
/// The place of completions for each shell.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "share/bash-completion/completions/vestibulectl"),
    ("zsh", "share/zsh/vendor-completions/_vestibulectl"),
    ("fish", "share/fish/vendor_completions.d/vestibulectl.fish"),
];

/// Runs the chore.
pub fn chore() -> Result<()> {
    setup::build()?;
    println!("{}", ui::sizes(&ui::make(Build::Release)?));
    if !cfg!(target_os = "linux") {
        println!(
            "The pages are built. For this platform's installer use the stock Tauri command line:\n\n    \
             cargo install tauri-cli --version ^2 --locked\n    cargo tauri build\n"
        );
        return Ok(());
    }
    let app = shell()?;
    command::execute(cargo().args(["build", "--release", "--package", "vestibule-cli"]))?;

    let folder = root().join("target/bundle");
    let name = format!("vestibule_{VERSION}_{}", architecture());
    let tree = folder.join(&name);
    if tree.is_dir() {
        fs::remove_dir_all(&tree).context("could not empty the old bundle")?;
    }
    lay_out(&app, &tree.join("usr"))?;
    let made = if is_there("dpkg-deb") { deb(&tree)? } else { tar(&folder, &name)? };
    println!("{} ({} kB)", made.display(), fs::metadata(&made)?.len() / 1000);
    Ok(())
}

/// Build the window's program for release. Returns its path.
pub fn shell() -> Result<PathBuf> {
    // As the stock command line does: without this feature Tauri treats the build as one for development.
    command::execute(cargo().args(["build", "--release", "--package", "vestibule"]).args([
        "--bin",
        "vestibule",
        "--features",
        "tauri/custom-protocol",
    ]))?;
    Ok(built("vestibule", true))
}

/// Puts all files in their places below `usr`.
fn lay_out(app: &Path, usr: &Path) -> Result<()> {
    let cli = built("vestibulectl", true);
    copy(app, &usr.join("bin/vestibule"))?;
    copy(&cli, &usr.join("bin/vestibulectl"))?;
    copy(&root().join("xtask/assets/vestibule.desktop"), &usr.join("share/applications/vestibule.desktop"))?;
    for (from, to) in ICONS {
        copy(&root().join("icons").join(from), &usr.join("share/icons/hicolor").join(to))?;
    }
    for (shell, to) in COMPLETIONS {
        write(&usr.join(to), &output(program(&cli).args(["completions", shell]))?)?;
    }
    let pages = usr.join("share/man/man1");
    fs::create_dir_all(&pages)?;
    output(program(&cli).args(["man", "--dir"]).arg(&pages))?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root().join(licence), &usr.join("share/doc/vestibule").join(licence))?;
    }
    Ok(())
}

/// A package for Debian and Ubuntu.
fn deb(tree: &Path) -> Result<PathBuf> {
    let size: u64 = size_of(&tree.join("usr"))? / 1024;
    write(&tree.join("DEBIAN/control"), &control(VERSION, architecture(), size))?;
    output(program("dpkg-deb").args(["--build", "--root-owner-group"]).arg(tree))?;
    Ok(tree.with_file_name(format!("{}.deb", tree.file_name().expect("it has a name").to_string_lossy())))
}

/// An archive to unpack into / or ~/.local.
fn tar(folder: &Path, name: &str) -> Result<PathBuf> {
    let archive = folder.join(format!("{name}.tar.gz"));
    output(program("tar").arg("-C").arg(folder.join(name)).arg("-czf").arg(&archive).arg("usr"))?;
    Ok(archive)
}

/// The control file of a Debian package (Debian policy, chapter 5). The size is in KiB.
fn control(version: &str, architecture: &str, size: u64) -> String {
    format!(
        "Package: vestibule\nVersion: {version}\nArchitecture: {architecture}\nInstalled-Size: {size}\n\
         Maintainer: The Vestibule authors <authors@vestibule.example>\nSection: misc\nPriority: optional\n\
         Depends: libwebkit2gtk-4.1-0, libgtk-3-0, libc6\n\
         Recommends: gnome-keyring | kwalletmanager\n\
         Description: Invitations that let the right people in\n \
         Vestibule lets administrators and managers issue invitation codes and\n newcomers redeem them, online or not.\n"
    )
}

/// Debian's name of this machine's architecture.
fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    }
}

/// The size of all files in a folder, recursively, in bytes.
fn size_of(folder: &Path) -> Result<u64> {
    let files = crate::assets::read_folder(folder)?;
    Ok(files.values().map(|content| content.len() as u64).sum())
}

/// Copy a file with its permissions, creating the target folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
    fs::copy(from, to).with_context(|| format!("could not copy {}", from.display()))?;
    Ok(())
}

/// Write a file, creating its folder.
fn write(to: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
    fs::write(to, text).with_context(|| format!("could not write {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packages_description_follows_the_policy() {
        let control = control("1.2.3", "amd64", 9);
        assert!(control.contains("\nVersion: 1.2.3\nArchitecture: amd64\nInstalled-Size: 9\n"));
        assert!(control.ends_with('\n') && !control.contains("\n\n"));
        let (_, description) = control.split_once("Description: ").unwrap();
        assert!(description.lines().skip(1).all(|line| line.starts_with(' ')));
    }

    #[test]
    fn every_picture_to_pack_is_committed() {
        for (name, _) in ICONS {
            assert!(root().join("icons").join(name).is_file(), "{name}");
        }
    }
}
