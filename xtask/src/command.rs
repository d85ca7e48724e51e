//! Starting other programs: from the root of the repository, with failures that show the command line. Keeps out the
//! chores.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The root of the repository: where cargo found xtask now, else (started without cargo) where it was compiled, which
/// is wrong after the checkout was moved or copied.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().expect("xtask lies in the root").to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A program, to be run in the root.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo, without the environment variables that the outer cargo has set about xtask itself: build scripts that watch
/// them would run again at each change between `cargo build` and `cargo xtask`.
pub fn cargo() -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_about_this_package) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether a variable is about the package that cargo is running, which is xtask.
fn is_about_this_package(name: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
}

/// Run to the end, with output to our own. Fails if the program does.
pub fn execute(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Run to the end and return its standard output. Fails with its error output if the program does.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| could_not_start(command))?;
    if !output.status.success() {
        bail!(
            "`{}` failed ({}):\n{}{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name is in the search path.
pub fn is_there(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

/// The command line for display, with only the program's name.
pub fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .map(|part| if part.contains(' ') { format!("'{part}'") } else { part.into_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The message if the program could not be started.
fn could_not_start(command: &Command) -> String {
    format!("could not start `{}`", shown(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.toml").is_file());
    }

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = program("/somewhere/cargo");
        command.args(["test", "--", "a name"]);
        assert_eq!(shown(&command), "cargo test -- 'a name'");
    }

    #[test]
    fn a_failing_program_fails_with_its_command_line() {
        let failed = execute(program("cargo").args(["no-such-chore"]).stderr(Stdio::null()));
        assert!(failed.unwrap_err().to_string().contains("`cargo no-such-chore` failed"));
    }

    #[test]
    fn a_missing_program_is_named() {
        assert!(!is_there("no-such-program-here"));
        let failed = execute(&mut program("no-such-program-here"));
        assert!(failed.unwrap_err().to_string().contains("could not start `no-such-program-here`"));
    }

    #[test]
    fn only_variables_about_this_package_are_taken_away() {
        assert!(is_about_this_package("CARGO_PKG_NAME"));
        assert!(is_about_this_package("CARGO_MANIFEST_DIR"));
        assert!(!is_about_this_package("CARGO_HOME"));
        assert!(!is_about_this_package("CARGO_TARGET_DIR"));
        assert!(!is_about_this_package("CARGO_INCREMENTAL"));
    }
}
