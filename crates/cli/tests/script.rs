//! Runs the script in README as it is printed there.

use std::path::Path;

const BEGIN: &str = "<!-- script: begin -->";
const END: &str = "<!-- script: end -->";

/// The script between README's markers, without the fence.
fn shown(readme: &str) -> Option<String> {
    let block = readme.split_once(BEGIN)?.1.split_once(END)?.0;
    let lines = block.lines().filter(|line| !line.starts_with("```")).collect::<Vec<_>>().join("\n");
    Some(lines.trim().to_owned())
}

#[test]
fn readme_shows_the_script_that_is_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let block = shown(&readme).expect("README.md has the markers of the script");
    assert_eq!(block, include_str!("readme.sh").trim(), "README.md and crates/cli/tests/readme.sh are the same");
}

#[test]
#[cfg(unix)]
fn the_script_in_readme_does_the_whole_path() {
    let scratch = tempfile::TempDir::new().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_vestibulectl")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut bash = std::process::Command::new("bash");
    crate::support::isolate(&mut bash, scratch.path());
    bash.env("PATH", path).env("TMPDIR", scratch.path()).args([
        "-e",
        "-u",
        "-o",
        "pipefail",
        "-c",
        include_str!("readme.sh"),
    ]);
    let ran = bash.output().unwrap();
    let (out, err) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap());
    assert!(ran.status.success(), "{out}{err}");
    for said in ["Recovery key", "Noor Haddad", "1 of 1", "refused, exit code 3", "The trail is complete."] {
        assert!(out.contains(said), "{said:?} is not in\n{out}{err}");
    }
}
