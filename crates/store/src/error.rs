//! The errors of the file, one per situation. Keeps out how they are shown to people.

use std::path::PathBuf;

/// Why the file could not be used or a change could not be made. Unless a variant says otherwise, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file does not exist.
    #[error("there is no data file at {0}")]
    Missing(PathBuf),
    /// The file exists already.
    #[error("there is a data file at {0} already")]
    Exists(PathBuf),
    /// Written by a newer version.
    #[error("this file was made by Vestibule {written_by}; update this device to open it")]
    Newer {
        /// The program version that wrote it last.
        written_by: String,
    },
    /// Not a Vestibule file.
    #[error("{0} is not a Vestibule file")]
    Foreign(PathBuf),
    /// Damaged.
    #[error("the data file {0} is damaged; restore it from a backup")]
    Corrupt(PathBuf),
    /// The file has another key.
    #[error("the key does not open this file")]
    WrongKey,
    /// Another process or task held the write lock for too long.
    #[error("the data file is busy: another process has held it for too long")]
    Busy,
    /// The file or folder can't be written.
    #[error("the data file or its folder can't be written to")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file can't be reached.
    #[error("{path} can't be reached: {cause}")]
    Unreachable {
        /// The file or folder.
        path: PathBuf,
        /// The system's error message.
        cause: String,
    },
    /// A row that had to change did not: it is missing, or differs from what the change expects.
    #[error("what was to be changed is not as it was when this was decided")]
    RowNotChanged,
    /// An event contradicts the tables.
    #[error("an event does not fit: {0}")]
    EventDoesNotFit(&'static str),
    /// The log holds another event of that device and number: the chain has forked.
    #[error("event {seq} of this device is another one here")]
    Forked {
        /// Its number in the chain.
        seq: u64,
    },
    /// An event does not continue its device's chain.
    #[error("event {seq}: {problem}")]
    NotNext {
        /// Its number in the chain.
        seq: u64,
        /// What is wrong, in one sentence.
        problem: &'static str,
    },
    /// Any other error of SQLite.
    #[error("database fault: {0}")]
    Database(#[source] sqlx::Error),
    /// A stored value can't be parsed.
    #[error("unreadable {what} in the data file")]
    Unreadable {
        /// What it was parsed as.
        what: &'static str,
    },
}

impl StoreError {
    /// The errors that SQLite's result codes stand for.
    pub(crate) fn of_code(code: Option<i32>) -> Option<Self> {
        // SQLITE_IOERR_SHMSIZE: no room to grow the index of the write-ahead log.
        if code == Some(4874) {
            return Some(Self::DiskFull);
        }
        // Primary result codes are the low byte. <https://www.sqlite.org/rescode.html>
        match code.map(|code| code & 0xff) {
            // 15, SQLITE_PROTOCOL: repeated lock conflicts on the index of the write-ahead log.
            Some(5 | 6 | 15) => Some(Self::Busy),
            Some(8) => Some(Self::ReadOnly),
            Some(13) => Some(Self::DiskFull),
            Some(11 | 26) => Some(Self::Corrupt(PathBuf::from(crate::FILE_NAME))),
            Some(14) => {
                let path = PathBuf::from(crate::FILE_NAME);
                Some(Self::Unreachable { path, cause: "it could not be opened".to_owned() })
            }
            _ => None,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            sqlx::Error::PoolTimedOut => return Self::Busy,
            other => crate::batch::code_of(other),
        };
        Self::of_code(code).unwrap_or(Self::Database(error))
    }
}
