//! The only module that prints: answers to standard output, failures to standard error. Styles are for terminals only,
//! and never with NO_COLOR; a closed pipe (`| head`) is no fault.

use crate::answer::Answer;
use crate::failure::{Failure, USAGE};
use anstream::{AutoStream, ColorChoice};
use serde_json::json;
use std::io::{ErrorKind, IsTerminal, Write};

/// The longest message about wrong arguments, in characters: it repeats what was typed.
const LONGEST_ECHO: usize = 2_000;

/// Shorter work shows no progress, which would only flicker.
const UNSEEN: std::time::Duration = std::time::Duration::from_millis(300);

/// Prints an answer; returns the exit code. `must_arrive`: it holds something that can't be shown again.
pub fn print_answer(answer: &Answer, json: bool, must_arrive: bool) -> u8 {
    let stdout = std::io::stdout();
    let written = match (&answer.file, json) {
        (Some(file), _) => copied(stdout.lock(), file),
        (None, true) => line(stdout.lock(), &answer.json),
        (None, false) => styled(stdout, &answer.text),
    };
    match written {
        Ok(()) => answer.exit,
        Err(error) if error.kind() == ErrorKind::BrokenPipe && !must_arrive => answer.exit,
        Err(error) => {
            let told = Failure::fault(format!("It was done, but the answer could not be written: {error}."));
            print_failure(&told, json)
        }
    }
}

/// Prints a failure; returns its exit code.
pub fn print_failure(failure: &Failure, json: bool) -> u8 {
    let text = if json {
        let mut error = json!({ "code": failure.code, "message": failure.message });
        if let Some(field) = &failure.field {
            error["field"] = json!(field);
        }
        if !failure.values.is_empty() {
            error["values"] = json!(failure.values);
        }
        if let Some(hint) = &failure.hint {
            error["hint"] = json!(hint);
        }
        json!({ "error": error }).to_string()
    } else {
        let option = failure.field.as_deref().and_then(option_of).map(|o| format!(" ({o})")).unwrap_or_default();
        let hint = failure.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
        harmless(&format!("vestibulectl: {}{option}{hint}", failure.message))
    };
    // If standard error is closed, there is no other place to report it.
    let _ = line(std::io::stderr().lock(), &text);
    failure.exit
}

/// Prints the parser's message: help and version, or what is wrong with the arguments.
pub fn not_understood(error: &clap::Error) -> u8 {
    use clap::error::ErrorKind::{
        DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion, MissingSubcommand,
    };
    if matches!(error.kind(), DisplayHelp | DisplayVersion) {
        let _ = error.print();
        return 0;
    }
    let json = std::env::args_os().take_while(|argument| argument != "--").any(|argument| argument == "--json");
    let no_command = matches!(error.kind(), DisplayHelpOnMissingArgumentOrSubcommand | MissingSubcommand);
    if no_command && !json {
        let _ = error.print();
        return USAGE;
    }
    let whole = error.render().to_string();
    let whole = whole.strip_prefix("error: ").unwrap_or(&whole).trim_end();
    let text: String = whole.chars().take(LONGEST_ECHO).collect();
    let told = match (json, no_command) {
        (true, true) => Failure::usage("A command is needed; `vestibulectl --help` lists them."),
        (true, false) => Failure::usage(text.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")),
        (false, _) => Failure::usage(text),
    };
    print_failure(&told, json)
}

/// For the panic hook: prints where, not the message, which could hold what was typed.
pub fn report_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    let json = std::env::args_os().any(|argument| argument == "--json");
    print_failure(&Failure::fault(format!("A fault of vestibulectl's own{place}.")), json);
}

/// Whether standard output and standard error are terminals.
pub fn is_conversation() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks a yes-or-no question; anything but yes is no.
pub fn confirm(question: &str) -> bool {
    let _ = write!(std::io::stderr().lock(), "{} [y/N] ", harmless(question));
    let mut reply = String::new();
    let read = std::io::Read::take(std::io::stdin().lock(), 100);
    let heard = std::io::BufRead::read_line(&mut std::io::BufReader::new(read), &mut reply).is_ok();
    heard && matches!(reply.trim().to_lowercase().as_str(), "y" | "yes")
}

/// Progress on one line of standard error, overwritten and finally erased. On a terminal only.
pub struct Progress<'a> {
    doing: &'a str,
    since: std::time::Instant,
    seen: bool,
    /// The widest line so far, in characters.
    width: usize,
}

impl<'a> Progress<'a> {
    /// Makes it; nothing is shown yet.
    pub fn new(doing: &'a str) -> Self {
        let seen = std::io::stderr().is_terminal();
        Self { doing, since: std::time::Instant::now(), seen, width: 0 }
    }

    /// Shows the progress, unless the work has only just begun.
    pub fn show(&mut self, done: u64, total: Option<u64>) {
        if self.seen && self.since.elapsed() >= UNSEEN {
            let (text, wide) = (far(self.doing, done, total), self.width);
            let _ = write!(std::io::stderr().lock(), "\r{text:<wide$}");
            self.width = unicode_width::UnicodeWidthStr::width(text.as_str()).max(wide);
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.width > 0 {
            let _ = write!(std::io::stderr().lock(), "\r{:wide$}\r", "", wide = self.width);
        }
    }
}

/// `Creating invitations: 640 of 100000 (0 %)`.
fn far(doing: &str, done: u64, total: Option<u64>) -> String {
    match total {
        Some(total) if total > 0 => format!("{doing}: {done} of {total} ({} %)", done.min(total) * 100 / total),
        _ => format!("{doing} …"),
    }
}

/// Escapes control characters and direction marks, so that other people's text cannot control the terminal.
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let commands = (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        if commands { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// The command-line option of a request's field.
fn option_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "organisation" => "--organisation",
        "join_address" => "--join-address",
        "name" => "--name",
        "email" => "--email",
        "username" => "--username",
        "password" => "--password-file",
        "passphrase" => "--passphrase-file",
        "recovery_key" => "--recovery-key-file",
        "role" => "--role",
        "department" => "--department",
        "expires" => "--expires",
        "usage_limit" => "--limit",
        "domain" => "--domain",
        "group" | "groups" => "--group",
        "label" => "--label",
        "note" => "--note",
        "count" => "--count",
        "columns" => "--columns",
        "creator" => "--creator",
        "days" => "--days",
        "reason" => "--reason",
        "search" => "--search",
        "page" => "--page",
        "page_size" => "--page-size",
        "default_expiry_days" => "--default-expiry-days",
        "max_expiry_days" => "--max-expiry-days",
        "clipboard_seconds" => "--clipboard-seconds",
        "clean_up_days" => "--clean-up-days",
        "host" => "--host",
        "port" => "--port",
        "from_address" => "--from",
        "subject" => "--subject-file",
        "body" => "--body-file",
        "remind_days" => "--remind-days",
        "root" => "--root-file",
        "to" => "--to",
        "most" => "--most",
        _ => return None,
    })
}

fn styled(stdout: std::io::Stdout, text: &str) -> std::io::Result<()> {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    let choice = if stdout.is_terminal() && !no_colour && !dumb { ColorChoice::Always } else { ColorChoice::Never };
    let mut stream = AutoStream::new(stdout.lock(), choice);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

fn copied(mut stream: impl Write, mut file: &std::fs::File) -> std::io::Result<()> {
    std::io::copy(&mut file, &mut stream)?;
    stream.flush()
}

fn line(mut stream: impl Write, text: &str) -> std::io::Result<()> {
    stream.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        stream.write_all(b"\n")?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_is_shown_and_not_obeyed() {
        assert_eq!(harmless("a\u{1b}[31m\u{202e}b\0\nc"), "a\\u{1b}[31m\\u{202e}b\\u{0}\nc");
        assert_eq!(harmless("Żółw 日本"), "Żółw 日本");
    }

    #[test]
    fn progress_counts_what_is_known_and_never_divides_by_nothing() {
        assert_eq!(far("Creating", 640, Some(1_280)), "Creating: 640 of 1280 (50 %)");
        assert_eq!(far("Creating", 9, Some(3)), "Creating: 9 of 3 (100 %)");
        assert_eq!(far("Creating", 0, None), "Creating …");
        assert_eq!(far("Creating", 0, Some(0)), "Creating …");
    }
}
