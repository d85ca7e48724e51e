//! What can go wrong with a file, named after the situation. Keeps out how it is told to people.

use std::path::PathBuf;

/// Why the file could not be used, or a change not be made. Unless a variant says otherwise, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error("there is no data file at {0}")]
    Missing(PathBuf),
    /// There is one already.
    #[error("there is a data file at {0} already")]
    Exists(PathBuf),
    /// Written by a newer version.
    #[error("this file was made by Vestibule {written_by}; update this device to open it")]
    Newer {
        /// The version that wrote it last.
        written_by: String,
    },
    /// Not one of ours.
    #[error("{0} is not a Vestibule file")]
    Foreign(PathBuf),
    /// Damaged.
    #[error("the data file {0} is damaged; restore it from a backup")]
    Corrupt(PathBuf),
    /// The key is another's.
    #[error("the key does not open this file")]
    WrongKey,
    /// Somebody else wrote for too long.
    #[error("the data file is busy: another process has held it for too long")]
    Busy,
    /// Can't be written.
    #[error("the data file or its folder can't be written to")]
    ReadOnly,
    /// No room.
    #[error("the disk is full")]
    DiskFull,
    /// Can't be reached.
    #[error("{path} can't be reached: {cause}")]
    Unreachable {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// A row that had to change did not: it is not there, or not as the change takes it to be.
    #[error("what was to be changed is not as it was when this was decided")]
    RowNotChanged,
    /// An event does not fit what stands in the tables.
    #[error("an event does not fit: {0}")]
    EventDoesNotFit(&'static str),
    /// The log holds another event of that device and number: its chain goes on in two ways.
    #[error("event {seq} of this device is another one here")]
    Forked {
        /// Its number in the chain.
        seq: u64,
    },
    /// An event is not the next one of its device's chain.
    #[error("event {seq}: {problem}")]
    NotNext {
        /// Its number in the chain.
        seq: u64,
        /// In one sentence.
        problem: &'static str,
    },
    /// SQLite says something else.
    #[error("database fault: {0}")]
    Database(#[source] sqlx::Error),
    /// Something in the file can't be read as what it must be.
    #[error("unreadable {what} in the data file")]
    Unreadable {
        /// What it was read as.
        what: &'static str,
    },
}

impl StoreError {
    /// The situations that SQLite's result codes tell.
    pub(crate) fn of_code(code: Option<i32>) -> Option<Self> {
        // SQLITE_IOERR_SHMSIZE: the index of the write-ahead log finds no room to grow in.
        if code == Some(4874) {
            return Some(Self::DiskFull);
        }
        // Primary result codes are the low byte. <https://www.sqlite.org/rescode.html>
        match code.map(|code| code & 0xff) {
            // 15, SQLITE_PROTOCOL: others were in the way of the index of the write-ahead log, over and over.
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
