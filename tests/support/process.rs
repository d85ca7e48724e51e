//! Programs that a test starts, and that are ended when it ends, even by a panic. Keeps out what they do.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take to end when asked to; then it is killed.
const GRACE: Duration = Duration::from_secs(2);

/// A command for [`Running::start`]. `setpriv` makes the program end even if the test is killed and nothing is dropped.
pub fn command(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--", program]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A program with all its children: a process group that is ended on drop.
pub struct Running(pub Child);

impl Running {
    /// Starts it as the leader of a process group of its own.
    pub fn start(command: &mut Command) -> Self {
        let started = command.process_group(0).spawn();
        Running(started.unwrap_or_else(|error| panic!("could not start {command:?}: {error}")))
    }

    /// Starts a program that prints a line when it is ready; returns that line too.
    pub fn announced(command: &mut Command) -> (Self, String) {
        let mut running = Self::start(command.stdout(Stdio::piped()));
        let mut line = String::new();
        let output = running.0.stdout.as_mut().expect("it is piped");
        BufReader::new(output).read_line(&mut line).expect("what it prints is text");
        assert!(!line.trim().is_empty(), "{command:?} ended before it was ready");
        (running, line.trim().to_owned())
    }

    /// Whether it still runs.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    /// Its exit status, if it ends in time.
    pub fn ended_within(&mut self, limit: Duration) -> Option<ExitStatus> {
        let end = Instant::now() + limit;
        loop {
            if let Ok(Some(status)) = self.0.try_wait() {
                return Some(status);
            }
            if Instant::now() > end {
                return None;
            }
            std::thread::sleep(super::GLANCE / 4);
        }
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.signal("-TERM");
        self.ended_within(GRACE);
        self.signal("-KILL");
        let _ = self.0.wait();
    }
}
