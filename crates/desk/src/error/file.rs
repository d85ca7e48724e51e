//! Files and folders of somebody's: why they can't be used, as it crosses. Keeps out the data file.

use super::Told;
use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
use std::path::Path;
use vestibule_wire::{ErrorCode, ErrorView};

/// Why a file can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// One that would be taken for something else by its name.
    #[error("the name ends in .{ending}, and what is written is {form}: end it in .{form}")]
    OtherForm {
        /// As it was given.
        ending: String,
        /// As it should be.
        form: &'static str,
    },
    /// A file of somebody's, to be read or written.
    #[error("the file {path} can't be used: {cause}")]
    NotUsable {
        /// Which.
        path: String,
        /// What the system said.
        cause: String,
        /// How it is told.
        code: ErrorCode,
    },
    /// The folder can't be used.
    #[error("the folder {path} can't be used: {cause}")]
    Folder {
        /// Which.
        path: String,
        /// What the system said.
        cause: String,
        /// How it is told.
        code: ErrorCode,
    },
}

impl FileError {
    /// What the system said of a file, named.
    pub(super) fn of_file(path: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileNotUsable,
        };
        Self::NotUsable { path: path.display().to_string(), cause: error.to_string(), code }
    }

    /// What the system said of a folder, named.
    pub(super) fn of_folder(path: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            PermissionDenied | ReadOnlyFilesystem => ErrorCode::FileReadOnly,
            StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileUnreachable,
        };
        Self::Folder { path: path.display().to_string(), cause: error.to_string(), code }
    }

    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::OtherForm { ending, form } => {
                view(ErrorCode::FileNameOtherForm).with("ending", ending).with("form", form)
            }
            Self::NotUsable { path, code, .. } | Self::Folder { path, code, .. } => view(*code).with("path", path),
        }
    }
}
