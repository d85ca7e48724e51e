//! `vestibulectl` on the same desktop, with the same data folder and keychain. Uses its arguments, never its code.

use super::Window;
use super::person::{AMARA, ORGANISATION, Person};
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

impl Window {
    /// Sets the organisation up from the terminal, with its key in the keychain, where the window finds it. Returns
    /// its output, recovery key included.
    pub fn found_in_terminal(&self) -> Value {
        let who = ["--admin", AMARA.username, "--name", AMARA.name, "--email", AMARA.email];
        self.execute(AMARA.password, &[&["init", "--organisation", ORGANISATION], &who[..]].concat())
    }

    /// Runs a command as a person with an account. Returns its output.
    pub fn in_terminal(&self, person: &Person, args: &[&str]) -> Value {
        self.execute(person.password, &[&["--as", person.username], args].concat())
    }

    /// Joins with a code.
    pub fn join_in_terminal(&self, code: &str, person: &Person) {
        let who = ["--name", person.name, "--email", person.email, "--username", person.username];
        self.execute(person.password, &[&["redeem", code], &who[..]].concat());
    }

    fn execute(&self, password: &str, args: &[&str]) -> Value {
        let program = vestibulectl();
        let mut command = self.desktop().command(program.to_str().expect("a path of plain letters"));
        command.args(["--json", "--password-file", "-"]).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().expect("vestibulectl starts");
        writeln!(running.stdin.take().expect("it is piped"), "{password}").expect("it reads the password");
        let ended = running.wait_with_output().expect("it ends");
        assert!(ended.status.success(), "vestibulectl {args:?}: {}", String::from_utf8_lossy(&ended.stderr));
        serde_json::from_slice(&ended.stdout).expect("it answers in JSON")
    }
}

/// The program, in the same folder as the window's.
fn vestibulectl() -> PathBuf {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_vestibule")).with_file_name("vestibulectl");
    assert!(program.exists(), "{} is not there: tests of the whole workspace build it", program.display());
    program
}
