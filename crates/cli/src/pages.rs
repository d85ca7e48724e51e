//! `completions` and `man`, generated from the definition of `--help`, so that they can't disagree with it.

use crate::answer::Answer;
use crate::args::Cli;
use crate::failure::Failure;
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use std::io::Write;
use std::path::{Path, PathBuf};

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

/// The completion script for a shell.
pub fn completions(command: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Cli::command(), "vestibulectl", &mut script);
    Answer::page(String::from_utf8_lossy(&script).into_owned())
}

/// The manual page, or all pages as files.
pub fn man(command: &Man) -> Result<Answer, Failure> {
    // The pages refer to each other: a command's own `help` needs none.
    let mut whole = Cli::command().disable_help_subcommand(true);
    whole.build();
    let Some(dir) = &command.dir else { return Ok(Answer::page(page(&whole))) };
    write_all(&whole, dir)
        .map_err(|error| Failure::fault(format!("{} could not be written to: {error}.", dir.display())))?;
    Ok(Answer::page(format!("Manual pages written to {}.\n", dir.display())))
}

fn write_all(command: &Command, dir: &Path) -> std::io::Result<()> {
    for inner in command.get_subcommands() {
        write_all(inner, dir)?;
    }
    std::fs::write(dir.join(clap_mangen::Man::new(command.clone()).get_filename()), page(command))
}

/// One page: clap's, then the parts of the long help, each a section whose lines are kept.
fn page(command: &Command) -> String {
    let man = clap_mangen::Man::new(command.clone());
    let mut roff = Vec::new();
    let mut render = |section: Render| section(&man, &mut roff).expect("memory takes what is written");
    let has = |wanted: bool, section: Render| wanted.then_some(section);
    let sections: [Option<Render>; 6] = [
        Some(clap_mangen::Man::render_title),
        Some(clap_mangen::Man::render_name_section),
        Some(clap_mangen::Man::render_synopsis_section),
        Some(clap_mangen::Man::render_description_section),
        Some(clap_mangen::Man::render_options_section),
        has(command.has_subcommands(), clap_mangen::Man::render_subcommands_section),
    ];
    sections.into_iter().flatten().for_each(&mut render);
    let mut text = String::from_utf8_lossy(&roff).into_owned();
    let more = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string).unwrap_or_default();
    for part in more.split("\n\n") {
        if let Some((title, lines)) = part.split_once(":\n") {
            text.push_str(&format!(".SH \"{}\"\n.nf\n", title.to_uppercase()));
            lines.lines().for_each(|line| text.push_str(&literal(line)));
            text.push_str(".fi\n");
        }
    }
    text
}

type Render = fn(&clap_mangen::Man, &mut dyn Write) -> std::io::Result<()>;

/// Escapes a line for roff, so that no character of it is a request.
fn literal(line: &str) -> String {
    let escaped = line.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
    let guard = if escaped.starts_with('.') { "\\&" } else { "" };
    format!("{guard}{escaped}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_exit_codes_as_they_are_written_and_no_line_becomes_a_request() {
        let text = page(&Cli::command());
        assert!(text.contains(".SH \"EXIT CODES\"\n.nf\n  0  done\n"), "{text}");
        assert_eq!(literal("it's .a \\ b"), "it\\(aqs .a \\e b\n");
        assert_eq!(literal(".so x"), "\\&.so x\n");
    }
}
