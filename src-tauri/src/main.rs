//! The program: parses its arguments, calls the shell, and sets the exit code. Keeps out everything else: see the
//! library.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::Write;
use std::process::ExitCode;
use vestibule_shell::options::{Asked, HELP, parse};

fn main() -> ExitCode {
    match parse(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => say(HELP),
        Ok(Asked::Version) => say(concat!("vestibule ", env!("CARGO_PKG_VERSION"))),
        Ok(Asked::Window(options)) => {
            if let Err(problem) = vestibule_shell::run_app(options, say) {
                complain(&problem.to_string());
                return ExitCode::FAILURE;
            }
        }
        Err(problem) => {
            complain(&problem.to_string());
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

// A closed terminal must not stop the program.
fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").ok();
}

fn complain(problem: &str) {
    writeln!(std::io::stderr(), "vestibule: {problem}").ok();
}
