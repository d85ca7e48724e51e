//! `completions` and `man`: made from the same definition as `--help`, so that they can't disagree with it.

use crate::answer::Answer;
use crate::args::Cli;
use crate::failure::Failure;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::path::PathBuf;

/// Print completions for a shell
#[derive(Args)]
#[command(
    after_help = "Example:\n  vestibulectl completions bash > ~/.local/share/bash-completion/completions/vestibulectl"
)]
pub struct Completions {
    /// Which shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Print the manual page, or write one for each command
#[derive(Args)]
#[command(after_help = "Examples:\n  vestibulectl man | man -l -\n  vestibulectl man --dir ~/.local/share/man/man1")]
pub struct Man {
    /// Write vestibulectl.1 and a page for each command into DIR, which must exist
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The script for a shell.
pub fn completions(command: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Cli::command(), "vestibulectl", &mut script);
    Answer::page(String::from_utf8_lossy(&script).into_owned())
}

/// The page, or the pages.
pub fn man(command: &Man) -> Result<Answer, Failure> {
    let Some(dir) = &command.dir else {
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command())
            .render(&mut page)
            .map_err(|error| Failure::fault(format!("the page could not be made: {error}")))?;
        return Ok(Answer::page(String::from_utf8_lossy(&page).into_owned()));
    };
    clap_mangen::generate_to(Cli::command(), dir)
        .map_err(|error| Failure::fault(format!("{} could not be written to: {error}", dir.display())))?;
    Ok(Answer::page(format!("Manual pages written to {}.\n", dir.display())))
}
