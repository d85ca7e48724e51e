//! The real program, run as people and scripts run it, on real folders. Keeps out its internals.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that can't go on fails, and says what it saw")]

mod asking;
mod codes;
mod crash;
mod departments;
mod fields;
mod files;
mod keeping;
#[cfg(target_os = "linux")]
mod keychain;
mod lists;
mod logo;
mod mail;
mod many;
mod older;
mod output;
mod past;
mod path;
mod people;
#[path = "../../mail/tests/support/plain_server.rs"]
mod plain_server;
mod policy;
mod race;
mod reading;
mod rights;
mod script;
mod secrets;
mod sheets;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod users;
mod way_back;
