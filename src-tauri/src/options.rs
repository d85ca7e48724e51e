//! The command-line arguments of the window's program. Only parsing: opens and creates nothing.

use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
Vestibule lets the right people in: invitations for an organisation.

Usage: vestibule [--data-dir DIR | --sample] [LINK]

  --data-dir DIR  keep the data in DIR (else VESTIBULE_DATA_DIR, else the platform's data folder)
  --sample        open an organisation of made-up people and 2 000 invitations in a scratch folder
                  that is removed at the end; needs no keychain
  LINK            an invite link (vestibule://join/CODE): opens Join with its code filled in
  --help          print this
  --version       print the version

VESTIBULE_LOG=error|warn|info|debug|trace sets how much goes into DIR/logs.
The same operations from a terminal: vestibulectl --help";

/// What the arguments request.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// Open the window.
    Window(Options),
    /// Print [`HELP`].
    Help,
    /// Print the version.
    Version,
}

/// How the window is opened.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The data folder; None: `VESTIBULE_DATA_DIR`, else the platform's folder.
    pub data_dir: Option<PathBuf>,
    /// Use sample data in a scratch folder.
    pub sample: bool,
    /// A link to open, unchecked.
    pub link: Option<String>,
}

/// A fault of the arguments, with a hint.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// An unknown argument.
    #[error("{0:?} is not known here; see vestibule --help")]
    Unknown(String),
    /// `--data-dir` without a folder.
    #[error("--data-dir needs a folder: vestibule --data-dir DIR")]
    NoFolder,
    /// `--sample` and `--data-dir` at once.
    #[error("--sample makes a scratch folder of its own; leave out --data-dir")]
    SampleInFolder,
}

/// Reads the arguments, without the program's own name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, UsageError> {
    let mut options = Options::default();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        // Our option names are ASCII. A folder need not be Unicode: it is then a separate argument.
        match argument.to_str().unwrap_or_default() {
            "--help" | "-h" => return Ok(Asked::Help),
            "--version" | "-V" => return Ok(Asked::Version),
            "--sample" => options.sample = true,
            "--data-dir" => options.data_dir = Some(folder(arguments.next())?),
            other if other.starts_with("--data-dir=") => {
                options.data_dir = Some(folder(other.get(11..).map(Into::into))?)
            }
            // A link may be made to look like more arguments: what stands behind it is not read, nor is it itself then.
            other if is_link(other) => {
                options.link = Some(other.to_owned()).filter(|_| arguments.next().is_none());
                break;
            }
            // macOS adds -psn_… to a program started by a click.
            other if other.starts_with("-psn_") => {}
            _ => return Err(UsageError::Unknown(argument.to_string_lossy().into_owned())),
        }
    }
    if options.sample && options.data_dir.is_some() {
        return Err(UsageError::SampleInFolder);
    }
    Ok(Asked::Window(options))
}

/// Whether an argument is a link of our scheme, and no option of ours.
fn is_link(argument: &str) -> bool {
    const SCHEME: &str = "vestibule:";
    argument.get(..SCHEME.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(SCHEME))
}

fn folder(given: Option<OsString>) -> Result<PathBuf, UsageError> {
    given.filter(|folder| !folder.is_empty()).map(PathBuf::from).ok_or(UsageError::NoFolder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_strs(arguments: &[&str]) -> Result<Asked, UsageError> {
        parse(arguments.iter().map(OsString::from))
    }

    fn window(data_dir: Option<&str>, sample: bool) -> Result<Asked, UsageError> {
        Ok(Asked::Window(Options { data_dir: data_dir.map(PathBuf::from), sample, link: None }))
    }

    #[test]
    fn the_folder_may_be_given_in_two_ways_or_left_out() {
        assert_eq!(parse_strs(&["--data-dir", "here"]), window(Some("here"), false));
        assert_eq!(parse_strs(&["--data-dir=here"]), window(Some("here"), false));
        assert_eq!(parse_strs(&[]), window(None, false));
    }

    #[test]
    fn sample_data_never_goes_into_a_folder_of_ones_own() {
        assert_eq!(parse_strs(&["--sample"]), window(None, true));
        assert_eq!(parse_strs(&["--sample", "--data-dir", "here"]), Err(UsageError::SampleInFolder));
    }

    fn link(arguments: &[&str]) -> Option<String> {
        match parse_strs(arguments) {
            Ok(Asked::Window(options)) => options.link,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_invite_link_opens_the_window_and_is_passed_on() {
        let given = "vestibule://join/K7QF2M9X4TZC8WHN";
        assert_eq!(link(&[given]).as_deref(), Some(given));
        assert_eq!(link(&["--data-dir=here", given]).as_deref(), Some(given));
        assert_eq!(link(&["VESTIBULE://JOIN/K7QF2M9X4TZC8WHN"]).as_deref(), Some("VESTIBULE://JOIN/K7QF2M9X4TZC8WHN"));
    }

    #[test]
    fn what_stands_behind_a_link_is_no_option_and_makes_it_none() {
        for behind in ["--sample", "--data-dir=/tmp/elsewhere", "--help", "--version", "vestibule://join/OTHER"] {
            assert_eq!(parse_strs(&["vestibule://join/K7QF2M9X4TZC8WHN", behind]), window(None, false), "{behind}");
        }
        assert_eq!(link(&["vestibule:--sample"]).as_deref(), Some("vestibule:--sample"), "one argument stays one");
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        assert_eq!(parse_strs(&["--smaple"]), Err(UsageError::Unknown("--smaple".into())));
        assert_eq!(parse_strs(&["here"]), Err(UsageError::Unknown("here".into())));
    }

    #[test]
    fn a_folder_that_is_missing_is_asked_for() {
        assert_eq!(parse_strs(&["--data-dir"]), Err(UsageError::NoFolder));
        assert_eq!(parse_strs(&["--data-dir="]), Err(UsageError::NoFolder));
    }

    #[test]
    fn help_and_version_win() {
        assert_eq!(parse_strs(&["--sample", "--help"]), Ok(Asked::Help));
        assert_eq!(parse_strs(&["-V"]), Ok(Asked::Version));
    }
}
