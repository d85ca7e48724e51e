//! `organisation logo set|remove|save`.

use crate::answer::Answer;
use crate::destination::Destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use crate::secrets::STANDARD_INPUT;
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::{Path, PathBuf};

/// The commands of the logo.
#[derive(Subcommand)]
pub enum LogoCommand {
    Set(Set),
    /// Remove the logo, also from the data file
    ///
    /// For administrators. Without a logo nothing happens, and the exit code is 0.
    Remove,
    Save(Save),
}

/// Set the logo: a PNG or JPEG picture
///
/// For administrators. The file may have up to 2 MB, and the picture up to 4096 pixels in each direction. What is kept
/// is a new PNG of its pixels, of at most 512 pixels in each direction, without the file's other contents.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl organisation logo set fernhill.png
  curl -s https://fernhill.example/logo.png | vestibulectl organisation logo set -

JSON:
  {\"picture\",\"bytes\",\"width\",\"height\"} of what is kept; `picture` is its SHA-256.")]
pub struct Set {
    /// The picture; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Save the logo as a PNG file, as stored
///
/// Needs nobody signed in: the Join page shows it to everybody. Exit code 5: there is none.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl organisation logo save logo.png
  vestibulectl organisation logo save - > logo.png

JSON:
  {\"bytes\",\"path\"}. With FILE -, standard output has the picture itself and nothing else.")]
pub struct Save {
    /// Where to; - is standard output
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: LogoCommand) -> Result<Answer, Failure> {
    match command {
        LogoCommand::Set(set) => {
            entry.signed_in().await?;
            let logo = if is_standard(&set.file) {
                entry.seat.set_logo_read(std::io::stdin()).await?
            } else {
                entry.seat.set_logo_from(&set.file).await?
            };
            let size = format!("{} × {} pixels, {} bytes", logo.width, logo.height, logo.bytes);
            Ok(Answer::new(&logo, format!("This is the logo now: {size}.\n")))
        }
        LogoCommand::Remove => {
            entry.signed_in().await?;
            let removed = entry.seat.remove_logo().await?;
            let text = if removed { "The logo is removed.\n" } else { "There was no logo.\n" };
            Ok(Answer::new(&json!({ "removed": removed }), text))
        }
        LogoCommand::Save(save) => {
            let destination = Destination::from_path(entry, save.file)?;
            entry.open_or_sign_in().await?;
            let path = destination.path();
            let logo = entry.seat.save_logo(&path).await?;
            let text = format!("The logo is written to {}.\n", harmless(&path.display().to_string()));
            destination.answer("bytes", logo.bytes.into(), text)
        }
    }
}

/// Whether the picture comes from standard input.
pub fn reads_standard_input(command: &LogoCommand) -> bool {
    matches!(command, LogoCommand::Set(set) if is_standard(&set.file))
}

fn is_standard(file: &Path) -> bool {
    file == Path::new(STANDARD_INPUT)
}
