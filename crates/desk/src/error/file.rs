//! Files and folders chosen by people: why they can't be used, and the wire errors. Keeps out the data file.

use super::Told;
use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
use std::path::Path;
use vestibule_wire::{ErrorCode, ErrorView};

/// Why a file can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file's extension stands for another format.
    #[error("the name ends in .{ending}, and what is written is {form}: end it in .{form}")]
    OtherForm {
        /// The extension as given.
        ending: String,
        /// The format to be written.
        form: &'static str,
    },
    /// A person's file could not be read or written.
    #[error("the file {path} can't be used: {cause}")]
    NotUsable {
        /// Path of the file.
        path: String,
        /// The system's error message.
        cause: String,
        /// The wire error's code.
        code: ErrorCode,
    },
    /// The folder can't be used.
    #[error("the folder {path} can't be used: {cause}")]
    Folder {
        /// Path of the folder.
        path: String,
        /// The system's error message.
        cause: String,
        /// The wire error's code.
        code: ErrorCode,
    },
}

impl FileError {
    /// An error of the system about a file, with its path.
    pub(super) fn of_file(path: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileNotUsable,
        };
        Self::NotUsable { path: path.display().to_string(), cause: error.to_string(), code }
    }

    /// An error of the system about a folder, with its path.
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
