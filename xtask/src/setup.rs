//! `setup`: installs what a build, a window test or another platform's check needs and this machine lacks. Quick and
//! silent if nothing is missing. Uses rustup and, on Debian and Ubuntu, apt; elsewhere it lists what the person must
//! install.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, is_there, output, program};
use crate::mac;
use crate::packages::{Family, Group, family, missing};
use crate::smtp;

/// The target of the window's pages.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Runs the chore.
pub fn chore(window: bool, platforms: bool) -> Result<()> {
    build()?;
    if window {
        self::window()?;
        smtp::server()?;
    }
    if platforms {
        self::platforms()?;
    }
    println!("Everything needed is there.");
    Ok(())
}

/// What a build needs.
pub fn build() -> Result<()> {
    targets(&[WASM])?;
    system(Group::Build)
}

/// What a window on a virtual display needs.
pub fn window() -> Result<()> {
    if cfg!(target_os = "linux") { system(Group::Window) } else { Ok(()) }
}

/// What the checks for other platforms need.
pub fn platforms() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("`cargo xtask platforms` runs on Linux; here, build for this platform itself");
    }
    targets(&["x86_64-pc-windows-gnu", "aarch64-apple-darwin"])?;
    system(Group::Platforms)?;
    mac::zig().map(|_| ())
}

/// Adds a rustup component if it is missing.
pub fn component(name: &str, proof: &str) -> Result<()> {
    if is_there(proof) && output(program(proof).arg("--version")).is_ok() {
        return Ok(());
    }
    command::execute(program("rustup").args(["component", "add", name]))
}

/// Install these targets by rustup. Without rustup, the person's own toolchain must have them.
fn targets(wanted: &[&str]) -> Result<()> {
    if !is_there("rustup") {
        return targets_without_rustup(wanted);
    }
    let there = output(program("rustup").args(["target", "list", "--installed"]))?;
    let absent: Vec<&str> =
        wanted.iter().copied().filter(|target| !there.lines().any(|line| line == *target)).collect();
    if absent.is_empty() {
        return Ok(());
    }
    println!("Adding what Rust needs to build for {} …", absent.join(", "));
    command::execute(program("rustup").args(["target", "add"]).args(&absent))
        .context("no network? The target comes with the Rust toolchain, by rustup")
}

/// A distribution's own Rust has the libraries of each target in its sysroot.
fn targets_without_rustup(wanted: &[&str]) -> Result<()> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    for target in wanted {
        let libraries = std::path::Path::new(sysroot.trim()).join("lib/rustlib").join(target);
        if !libraries.is_dir() {
            bail!(
                "this Rust has no target {target} and there is no rustup to add it: \
                 install Rust by https://rustup.rs, or your distribution's package for that target"
            );
        }
    }
    Ok(())
}

/// Install the system packages of a group.
fn system(group: Group) -> Result<()> {
    if cfg!(target_os = "macos") {
        return xcode();
    }
    if !cfg!(target_os = "linux") {
        return Ok(()); // Windows: the MSVC build tools come with rustup; WebView2 with Windows.
    }
    let os_release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    match family(&os_release) {
        Family::Debian => apt(group),
        Family::Fedora => named("rpm", &["-q"], "dnf install", group.fedora()),
        Family::Arch => named("pacman", &["-Q"], "pacman -S --needed", group.arch()),
        Family::Other => unknown(group),
    }
}

/// Install packages on Debian or Ubuntu.
fn apt(group: Group) -> Result<()> {
    let absent = absent_from_dpkg(group)?;
    if absent.is_empty() {
        return Ok(());
    }
    println!("Installing {} …", absent.join(", "));
    let by_hand = format!("sudo apt-get install {}", absent.join(" "));
    let mut prefix: Vec<&str> = Vec::new();
    if output(program("id").arg("-u"))?.trim() != "0" {
        prefix = vec!["sudo", "-n"];
        if !is_there("sudo") || output(program("sudo").args(["-n", "true"])).is_err() {
            bail!("some system packages are missing, and installing them needs your password. Run:\n\n    {by_hand}\n");
        }
    }
    let apt_get = |arguments: &[&str]| {
        let mut words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
        let mut command = program(words.next().expect("it is never empty"));
        command.args(words).args(arguments);
        command::execute(&mut command)
    };
    let install: Vec<&str> =
        ["install", "-y", "--no-install-recommends"].into_iter().chain(absent.iter().copied()).collect();
    // Lists are refreshed only on failure: on a new machine they are empty, elsewhere no network is needed.
    if apt_get(&install).is_err() {
        apt_get(&["update"])?;
        apt_get(&install).with_context(|| format!("run it yourself:\n\n    {by_hand}\n"))?;
    }
    let still = absent_from_dpkg(group)?;
    if !still.is_empty() {
        bail!("apt did not install {}. Run:\n\n    {by_hand}\n", still.join(", "));
    }
    Ok(())
}

/// The packages of a group that are not installed.
fn absent_from_dpkg(group: Group) -> Result<Vec<&'static str>> {
    let mut query = program("dpkg-query");
    query.args(["-W", "-f", "${Package} ${db:Status-Abbrev}\n"]).args(group.debian());
    // dpkg-query exits with 1 if one of the names is unknown to it, but still lists the others.
    let answer = query.output().context("could not start `dpkg-query`")?;
    Ok(missing(group.debian(), &String::from_utf8_lossy(&answer.stdout)))
}

/// List the missing packages, where another package manager can be asked about each.
fn named(asks: &str, arguments: &[&str], install: &str, wanted: &[&'static str]) -> Result<()> {
    let is_absent = |package: &&&str| {
        let mut query: Command = program(asks);
        output(query.args(arguments).arg(package)).is_err()
    };
    let absent: Vec<&str> = wanted.iter().filter(is_absent).copied().collect();
    if absent.is_empty() {
        return Ok(());
    }
    bail!("some system packages are missing. Run:\n\n    sudo {install} {}\n", absent.join(" "))
}

/// On an unknown distribution: continue if the build can find WebKitGTK, else list the Debian names.
fn unknown(group: Group) -> Result<()> {
    let is_ready = match group {
        Group::Build => output(program("pkg-config").args(["--exists", "webkit2gtk-4.1"])).is_ok(),
        Group::Window => ["Xvfb", "WebKitWebDriver", "openbox", "import"].iter().all(|name| is_there(name)),
        Group::Platforms => ["x86_64-w64-mingw32-gcc", "wine"].iter().all(|name| is_there(name)),
    };
    if is_ready {
        return Ok(());
    }
    bail!(
        "some system packages are missing. On Debian they are called:\n\n    {}\n\n\
         Install what your distribution calls them, then try again.",
        group.debian().join(" ")
    )
}

/// macOS: Apple's compiler package has everything.
fn xcode() -> Result<()> {
    if output(program("xcode-select").arg("-p")).is_ok() {
        return Ok(());
    }
    bail!("Apple's command line tools are missing. Run:\n\n    xcode-select --install\n")
}
