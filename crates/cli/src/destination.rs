//! Where a file goes that a command makes: to a place of the asker's, or to standard output by way of a private folder
//! that is gone before anything is written. Keeps out what stands in it.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::secrets::STANDARD_INPUT;
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Stands for standard output.
const STANDARD_OUTPUT: &str = STANDARD_INPUT;

/// A place for a file.
pub enum Destination {
    /// Named.
    Place(PathBuf),
    /// Standard output.
    Output(TempDir),
}

impl Destination {
    /// Reads what was typed. Makes nothing at the place.
    pub fn of(entry: &Entry, typed: PathBuf) -> Result<Self, Failure> {
        if typed != Path::new(STANDARD_OUTPUT) {
            usable(entry, &typed)?;
            return Ok(Self::Place(typed));
        }
        let mut folder = tempfile::Builder::new();
        folder.prefix("vestibule-");
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        folder.tempdir().map(Self::Output).map_err(|error| nowhere(&error))
    }

    /// Where the file is to be made.
    pub fn path(&self) -> PathBuf {
        match self {
            Self::Place(path) => path.clone(),
            Self::Output(folder) => folder.path().join("out"),
        }
    }

    /// What is said once it is there: so many of `what` (a key of JSON) went to the place, or the file itself.
    pub fn answer(self, what: &str, number: u64, text: String) -> Result<Answer, Failure> {
        self.answer_with(json!({ what: number }), text)
    }

    /// The same with several facts.
    pub fn answer_with(self, mut facts: Value, text: String) -> Result<Answer, Failure> {
        match &self {
            Self::Place(path) => {
                facts["path"] = path.display().to_string().into();
                Ok(Answer::new(&facts, text))
            }
            Self::Output(_) => {
                let file = File::open(self.path()).map_err(|error| nowhere(&error))?;
                // An open file can still be read; nobody finds it by name any more, whatever happens from here on.
                drop(self);
                Ok(Answer::file(file))
            }
        }
    }
}

/// Refuses places at which a file would do harm, or never could be, before any work is done for it.
pub fn usable(entry: &Entry, path: &Path) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shown = path.display();
    let folder = std::fs::canonicalize(folder)
        .map_err(|error| Failure::usage(format!("{shown} can't be written: its folder can't be used: {error}.")))?;
    if path.is_dir() {
        return Err(Failure::usage(format!("{shown} is a folder: give the name of a file.")));
    }
    if std::fs::canonicalize(&entry.data_dir).is_ok_and(|data| folder.starts_with(data)) {
        return Err(Failure::usage(format!("{shown} lies in the data folder, which holds nothing else.")));
    }
    Ok(())
}

fn nowhere(error: &std::io::Error) -> Failure {
    Failure::fault(format!("No file could be made on the way to standard output: {error}."))
}
