//! The destination of a file that a command makes: a path that the user names, or standard output by way of a private
//! folder that is deleted before anything is written. Keeps out the file's content.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::secrets::STANDARD_INPUT;
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// As a path, means standard output.
const STANDARD_OUTPUT: &str = STANDARD_INPUT;

/// The destination of a file.
pub enum Destination {
    /// A path that the user named.
    Place(PathBuf),
    /// Standard output; the file is first made in this folder.
    Output(TempDir),
}

impl Destination {
    /// Checks the path as typed. Creates nothing there.
    pub fn from_path(entry: &Entry, typed: PathBuf) -> Result<Self, Failure> {
        if typed != Path::new(STANDARD_OUTPUT) {
            refuse_unusable(entry, &typed)?;
            return Ok(Self::Place(typed));
        }
        let mut folder = tempfile::Builder::new();
        folder.prefix("vestibule-");
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        folder.tempdir().map(Self::Output).map_err(|error| nowhere(&error))
    }

    /// Where the file must be made.
    pub fn path(&self) -> PathBuf {
        match self {
            Self::Place(path) => path.clone(),
            Self::Output(folder) => folder.path().join("out"),
        }
    }

    /// The answer once the file is made: that `number` of `what` (a JSON key) went to the path, or the file itself.
    pub fn answer(self, what: &str, number: u64, text: String) -> Result<Answer, Failure> {
        self.answer_with(json!({ what: number }), text)
    }

    /// Like [`Self::answer`], with several facts.
    pub fn answer_with(self, mut facts: Value, text: String) -> Result<Answer, Failure> {
        match &self {
            Self::Place(path) => {
                facts["path"] = path.display().to_string().into();
                Ok(Answer::new(&facts, text))
            }
            Self::Output(_) => {
                let file = File::open(self.path()).map_err(|error| nowhere(&error))?;
                // The open file can still be read, but its name is gone, whatever happens from here on.
                drop(self);
                Ok(Answer::file(file))
            }
        }
    }
}

/// Refuses a path at which a file would do harm or can't be made, before any work is done.
pub fn refuse_unusable(entry: &Entry, path: &Path) -> Result<(), Failure> {
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
