//! Measures the time from the start of the window's process to the first drawn row of the list, and the memory then,
//! with 100 000 invitations and a kept sign-in. Above the limits it fails. `cargo xtask bench` runs this with
//! optimised programs; run without them it measures nothing and says so.
//!
//! The result is an upper bound: the driver that queries the page runs beside it, the second frame after the row
//! counts, and a display without a graphics card draws on the processor.
#![allow(clippy::print_stdout, clippy::print_stderr, missing_docs, reason = "a bench is a program of its own")]

#[cfg(target_os = "linux")]
#[path = "measure/start.rs"]
mod start;
#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "the words of the journeys; a start needs few of them")]
#[path = "support/mod.rs"]
mod support;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (Some(program), Some(fill)) = (named("VESTIBULE_MEASURE"), named("VESTIBULE_FILL")) else {
        return nothing("it is not told which programs: run `cargo xtask bench`");
    };
    if start::measure(&program, &fill, named("VESTIBULE_BENCH").map(Into::into)) {
        return ExitCode::SUCCESS;
    }
    eprintln!("The window is slower or larger than people should have to bear.");
    ExitCode::FAILURE
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    nothing("the window is driven on Linux only")
}

fn nothing(why: &str) -> ExitCode {
    eprintln!("Nothing was measured: {why}.");
    ExitCode::FAILURE
}
