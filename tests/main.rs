//! All tests of the whole program: the window's commands, the shell around the page, journeys in the real window,
//! pictures of every screen, and the house rules. One binary, since each would link the whole shell again.

mod commands;
#[cfg(target_os = "linux")]
mod journeys;
#[cfg(target_os = "linux")]
mod screens;
mod shell;
#[cfg(target_os = "linux")]
mod support;
mod tidy;
