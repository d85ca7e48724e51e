//! Tests of the shell around the page: how it starts and ends, what it stores, what it logs, when it clears the
//! clipboard.

#[cfg(target_os = "linux")]
mod clearing;
#[cfg(target_os = "linux")]
mod log;
#[cfg(target_os = "linux")]
mod place;
mod start;
