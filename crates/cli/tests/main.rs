//! The real program, run as people and scripts run it, on real folders. Nothing here knows its insides.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that can't go on fails, and says what it saw")]

mod codes;
mod crash;
mod files;
#[cfg(target_os = "linux")]
mod keychain;
mod output;
mod path;
mod race;
mod script;
mod secrets;
mod support;
