//! Messages and servers as others see them: a parser that is not ours reads what was composed, servers of the tests
//! take it or don't, and one real server takes it too. Keeps out what no caller sees (`src`).

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that can't go on fails, and says what it saw")]

mod certificates;
mod delivery;
mod encryption;
mod message;
mod properties;
mod real_server;
mod sign_in;
mod speed;
mod support;
