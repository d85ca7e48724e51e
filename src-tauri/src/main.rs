//! The program: reads its arguments, hands over to the shell, turns the end into an exit code. Everything else is the library's.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what a start says in its terminal is said here")]

use std::process::ExitCode;
use vestibule_shell::options::{Asked, HELP, parse};

fn main() -> ExitCode {
    match parse(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => println!("{HELP}"),
        Ok(Asked::Version) => println!("vestibule {}", env!("CARGO_PKG_VERSION")),
        Ok(Asked::Window(options)) => {
            if let Err(problem) = vestibule_shell::run(options, |line| println!("{line}")) {
                eprintln!("vestibule: {problem}");
                return ExitCode::FAILURE;
            }
        }
        Err(problem) => {
            eprintln!("vestibule: {problem}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
