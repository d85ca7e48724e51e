//! Vestibule's chores, as `cargo xtask <chore>`: set up, build, run, test, measure, pack.
//!
//! Each chore is a file of its own. They start programs and check the results; none depends on Vestibule's data. Only
//! locked crates, rustup targets, system packages and (for `platforms`) one PyPI wheel are downloaded.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person at the terminal")]

mod assets;
mod bench;
mod bundle;
mod check;
mod command;
mod display;
mod fuzz;
mod icons;
mod mac;
mod packages;
mod platforms;
mod run;
mod screenshots;
mod script;
mod setup;
mod smtp;
mod times;
mod ui;
mod wine;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Vestibule's chores.
#[derive(Parser)]
#[command(name = "cargo xtask", version, about, max_term_width = 100)]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

/// The chores.
#[derive(Subcommand)]
enum Chore {
    /// Install what is missing: the WASM target and, on Debian and Ubuntu, the system packages
    Setup {
        /// Also what the tests need: a virtual display, a session bus, a keyring, a mail server
        #[arg(long)]
        window: bool,
        /// Also what `platforms` needs: mingw, Wine, zig
        #[arg(long)]
        platforms: bool,
    },
    /// Build the window's pages into target/ui/dist
    Ui {
        /// Optimised for size; warns when it has grown by more than 5 % (ui/size.txt)
        #[arg(long)]
        release: bool,
    },
    /// Build everything and open the window
    Run {
        /// Use an organisation with 2 000 invitations in a scratch folder; needs no keychain
        #[arg(long)]
        sample: bool,
        /// Use the optimised build
        #[arg(long)]
        release: bool,
        /// Passed on to Vestibule
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Run every test, those in the real window included
    Test {
        /// Passed on to the tests, for example a part of a test's name
        #[arg(last = true)]
        filter: Vec<String>,
    },
    /// Run all checks that a change must pass: format, lints, WASM, tests, documentation
    Check {
        /// Leave out the tests
        #[arg(long)]
        skip_tests: bool,
    },
    /// Check the workspace for Windows and macOS, and run vestibulectl.exe under Wine
    Platforms,
    /// Measure create, list, search and redeem beside plain SQLite
    Bench {
        /// Passed on to the benchmark
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Feed random input to the parsers of people's input, and keep what breaks them
    Fuzz {
        /// Seconds for each target
        #[arg(long, default_value_t = 60, conflicts_with = "inputs")]
        seconds: u32,
        /// Number of inputs for each target, instead of seconds
        #[arg(long)]
        inputs: Option<u64>,
        /// Only these targets
        targets: Vec<String>,
    },
    /// Save a picture of every screen, light and dark, in both window sizes
    Screenshots {
        /// The folder, instead of target/screenshots
        folder: Option<PathBuf>,
    },
    /// Pack a release for this machine's platform into target/bundle
    Bundle,
    /// Draw icons/ again from icons/vestibule.svg
    Icons,
    /// Started by cargo in place of a test program, to record how long its tests take
    #[command(hide = true)]
    Timed {
        notes: PathBuf,
        program: PathBuf,
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match chore(Chores::parse().chore) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Run one chore.
fn chore(chore: Chore) -> anyhow::Result<ExitCode> {
    match chore {
        Chore::Timed { notes, program, arguments } => {
            let code = times::runner(&notes, &program, &arguments)?;
            return Ok(ExitCode::from(u8::try_from(code).unwrap_or(101)));
        }
        Chore::Setup { window, platforms } => setup::chore(window, platforms),
        Chore::Ui { release } => ui::chore(ui::Build::new(release)),
        Chore::Run { sample, release, args } => run::chore(sample, release, &args),
        Chore::Test { filter } => check::test(&filter),
        Chore::Check { skip_tests } => check::chore(skip_tests),
        Chore::Platforms => platforms::chore(),
        Chore::Bench { args } => bench::chore(&args),
        Chore::Fuzz { seconds, inputs, targets } => {
            fuzz::chore(inputs.map_or(fuzz::Until::Seconds(seconds), fuzz::Until::Inputs), &targets)
        }
        Chore::Screenshots { folder } => screenshots::chore(folder),
        Chore::Bundle => bundle::chore(),
        Chore::Icons => icons::chore(),
    }?;
    Ok(ExitCode::SUCCESS)
}
