//! Reads passwords, passphrases, recovery keys and codes from a file that others can't read, standard input, or the
//! terminal. Never from an argument or the environment, which other programs can see.

use crate::args::{Cli, Command};
use crate::failure::Failure;
use crate::{invitation, mail, organisation, user};
use std::io::{BufRead, IsTerminal, Read};
use std::path::Path;
use vestibule_wire::{ErrorCode, ErrorView, Secret};
use zeroize::Zeroizing;

/// In bytes. No password or key is longer; a longer file is a mistake.
const LONGEST: usize = 4096;

const OPEN_TO_OTHERS: &str = "can be read by others";

/// As a path, means standard input.
pub const STANDARD_INPUT: &str = "-";

/// A secret and where to get it.
pub struct Wanted<'a> {
    /// The file given on the command line; None: ask.
    pub file: Option<&'a Path>,
    /// The option that names the file.
    pub option: &'static str,
    /// `password for amara`.
    pub what: &'a str,
    /// Ask twice, for a new secret.
    pub twice: bool,
    /// All lines of the file, where a secret has several (a recovery key); else the first.
    pub all_lines: bool,
}

impl Wanted<'_> {
    /// Reads it from its file, or asks on the terminal.
    pub fn obtain(&self) -> Result<Secret, Failure> {
        match self.file {
            Some(path) if path == Path::new(STANDARD_INPUT) => self.read_standard_input(),
            Some(path) => self.read_file(path),
            None => self.ask(),
        }
    }

    fn read_standard_input(&self) -> Result<Secret, Failure> {
        if std::io::stdin().is_terminal() {
            return self.ask();
        }
        self.read_secret(std::io::stdin().lock(), STANDARD_INPUT)
    }

    fn read_file(&self, path: &Path) -> Result<Secret, Failure> {
        let shown = path.display().to_string();
        let unreadable = |error: std::io::Error| unsafe_file(&shown, &format!("can't be read: {error}"));
        let file = std::fs::File::open(path).map_err(unreadable)?;
        // Checks the open file, not the name, so that the file checked is the file read.
        let about = file.metadata().map_err(unreadable)?;
        if about.is_dir() {
            return Err(unsafe_file(&shown, "is a folder"));
        }
        if others_can_read(&about) {
            return Err(unsafe_file(&shown, OPEN_TO_OTHERS));
        }
        self.read_secret(std::io::BufReader::new(file), &shown)
    }

    fn read_secret(&self, input: impl BufRead, from: &str) -> Result<Secret, Failure> {
        if !self.all_lines {
            return first_line(input, self.what, from);
        }
        all_lines(input, self.what, from)
    }

    fn ask(&self) -> Result<Secret, Failure> {
        let missing = || {
            Failure::usage(format!("The {} is needed, and there is no terminal to ask on.", self.what))
                .hint(format!("Give {} FILE, or - to read it from standard input.", self.option))
        };
        if !std::io::stderr().is_terminal() {
            return Err(missing());
        }
        let ask = |question: String| match rpassword::prompt_password(question) {
            Ok(answer) => Ok(Zeroizing::new(answer)),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Err(Failure::interrupted()),
            Err(_) => Err(missing()),
        };
        let first = ask(format!("The {}: ", self.what))?;
        if self.twice && *ask("Once more: ".to_owned())? != *first {
            return Err(Failure::usage("The two entries differ. Nothing was done."));
        }
        if first.is_empty() {
            return Err(Failure::usage(format!("The {} is empty. Nothing was done.", self.what)));
        }
        Ok(Secret::new(first.as_str()))
    }
}

/// The code or id as an argument, or the first line of standard input for `-`.
pub fn code_or_input(argument: String) -> Result<String, Failure> {
    if argument != STANDARD_INPUT {
        return Ok(argument);
    }
    first_line(std::io::stdin().lock(), "code", STANDARD_INPUT).map(|code| code.reveal().to_owned())
}

/// Refuses standard input for more than one purpose.
pub fn only_one_from_standard_input(cli: &Cli) -> Result<(), Failure> {
    let dash = Path::new(STANDARD_INPUT);
    let files = [&cli.global.password_file, &cli.global.passphrase_file];
    let mut wanted = files.into_iter().filter(|file| file.as_deref() == Some(dash)).count();
    wanted += match &cli.command {
        Command::Redeem(command) => usize::from(command.code == STANDARD_INPUT),
        Command::Open(command) => {
            let new = command.new_passphrase_file.as_deref() == Some(dash);
            usize::from(command.recovery_key_file == dash) + usize::from(new)
        }
        Command::Restore(command) => {
            let named = [&command.recovery_key_file, &command.new_passphrase_file];
            named.into_iter().filter(|file| file.as_deref() == Some(dash)).count()
        }
        Command::User { command } => user::reads_standard_input(command),
        Command::Mail { command } => mail::reads_standard_input(command),
        Command::Invitation { command } => invitation::reads_standard_input(command),
        Command::Organisation { command } => organisation::reads_standard_input(command),
        _ => 0,
    };
    if wanted > 1 {
        return Err(Failure::usage("Standard input can be read for one purpose only.")
            .hint("Give the others as files; those with secrets must be readable by you only."));
    }
    Ok(())
}

/// Windows has no mode bits; files in a user's profile are private by default.
#[cfg(not(unix))]
fn others_can_read(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(unix)]
fn others_can_read(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    about.mode() & 0o077 != 0
}

/// Some editors put it before UTF-8 text; not part of a secret.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// More than a secret can be with a byte-order mark and a line ending.
const ROOM: usize = LONGEST + 5;

/// The first line, without byte-order mark and line ending.
fn first_line(input: impl BufRead, what: &str, from: &str) -> Result<Secret, Failure> {
    let mut line = Zeroizing::new(Vec::with_capacity(ROOM));
    let room = u64::try_from(ROOM).expect("a small number");
    input
        .take(room)
        .read_until(b'\n', &mut line)
        .map_err(|error| unsafe_file(from, &format!("can't be read: {error}")))?;
    let bytes = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line);
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    if bytes.len() > LONGEST {
        return Err(unsafe_file(
            from,
            &format!("holds more than a {what}: its first line is longer than {LONGEST} bytes"),
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok("") => Err(unsafe_file(from, "is empty")),
        Ok(secret) => Ok(Secret::new(secret)),
        Err(_) => Err(unsafe_file(from, "is not text in UTF-8")),
    }
}

/// All of the input, empty lines too; the reader of the secret decides which part counts.
fn all_lines(input: impl BufRead, what: &str, from: &str) -> Result<Secret, Failure> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    let most = u64::try_from(LONGEST + 1).expect("a small number");
    input.take(most).read_to_end(&mut bytes).map_err(|error| unsafe_file(from, &format!("can't be read: {error}")))?;
    if bytes.len() > LONGEST {
        return Err(unsafe_file(from, &format!("holds more than a {what}: it is longer than {LONGEST} bytes")));
    }
    match std::str::from_utf8(&bytes).map(str::trim) {
        Ok("" | "\u{feff}") => Err(unsafe_file(from, "is empty")),
        Ok(secret) => Ok(Secret::new(secret)),
        Err(_) => Err(unsafe_file(from, "is not text in UTF-8")),
    }
}

fn unsafe_file(path: &str, trouble: &str) -> Failure {
    let place = if path == STANDARD_INPUT { "Standard input".to_owned() } else { format!("The file {path}") };
    let failure = Failure::from(
        ErrorView::new(ErrorCode::SecretFileUnsafe, format!("{place} {trouble}. Nothing was done.")).with("path", path),
    );
    if trouble == OPEN_TO_OTHERS { failure } else { Failure { hint: None, ..failure } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_line_counts_and_its_ending_is_not_part_of_the_secret() {
        for text in ["sunlit-harbour", "sunlit-harbour\n", "sunlit-harbour\r\nnext\n"] {
            assert_eq!(first_line(text.as_bytes(), "password", "-").unwrap().reveal(), "sunlit-harbour", "{text:?}");
        }
        assert_eq!(first_line(" spaced \n".as_bytes(), "password", "-").unwrap().reveal(), " spaced ");
    }

    #[test]
    fn a_secret_of_several_lines_goes_on_behind_an_empty_one() {
        let read =
            |text: &str| all_lines(text.as_bytes(), "recovery key", "-").map(|secret| secret.reveal().to_owned());
        assert_eq!(read("\n\nOur key\r\n\n1. K7QF2\n\n2. 8WHN\n\n").unwrap(), "Our key\r\n\n1. K7QF2\n\n2. 8WHN");
        for bad in ["", "\n \n", "\u{feff}\n", &"x\n".repeat(3_000)] {
            assert!(read(bad).unwrap_err().is(ErrorCode::SecretFileUnsafe));
        }
        assert!(all_lines(&b"\xff\xfe"[..], "recovery key", "-").is_err());
    }

    #[test]
    fn a_byte_order_mark_and_any_line_ending_are_no_part_of_a_secret() {
        for text in ["\u{feff}sunlit-harbour", "\u{feff}sunlit-harbour\r\n", "sunlit-harbour\r", "sunlit-harbour\n"] {
            assert_eq!(first_line(text.as_bytes(), "password", "-").unwrap().reveal(), "sunlit-harbour", "{text:?}");
        }
        let longest = "x".repeat(LONGEST);
        let whole = format!("\u{feff}{longest}\r\n");
        assert_eq!(first_line(whole.as_bytes(), "password", "-").unwrap().reveal(), longest);
    }

    #[test]
    fn an_empty_an_endless_and_a_binary_secret_are_refused() {
        let endless = vec![b'x'; 10_000_000];
        for bytes in [&b""[..], b"\n", b"\r\n", &endless, b"\xff\xfe"] {
            let refused = first_line(bytes, "password", "-").unwrap_err();
            assert!(refused.is(ErrorCode::SecretFileUnsafe));
            assert_eq!(refused.exit, crate::failure::USAGE);
        }
    }
}
