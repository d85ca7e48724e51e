//! What can be wrong with a file, with one row and with a mapping. Keeps out how it is found.

use crate::{MAX_CELLS, MAX_ROW, MAX_ROWS};
use std::io;

/// Why a file can't be read, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Not one cell.
    #[error("the file is empty: it needs one row per {row}")]
    Empty {
        /// What a row stands for.
        row: &'static str,
    },
    /// The file could not be read on: it vanished, or the disk failed.
    #[error("the file could not be read beyond line {line}: {source}")]
    Unreadable {
        /// The line that was reached, from 1.
        line: u64,
        /// What the system says.
        source: io::Error,
    },
    /// A workbook, a picture, a program: no text.
    #[error("this is {what}, not text: open it in a spreadsheet and save it as CSV first")]
    NotText {
        /// What it looks like, with its article.
        what: &'static str,
    },
    /// `sep=` names what is no separator.
    #[error("the first line names {found:?} as separator: it can be a comma, a semicolon, a tab or a bar")]
    UnknownSeparator {
        /// The character named.
        found: char,
    },
    /// More columns than [`MAX_CELLS`].
    #[error("the file has more than {MAX_CELLS} columns: keep those about {rows}")]
    TooManyColumns {
        /// What the rows stand for.
        rows: &'static str,
    },
    /// More rows than [`MAX_ROWS`].
    #[error("the file has more than {MAX_ROWS} rows: split it into files of at most that many")]
    TooManyRows,
    /// A quote that nothing closes: all that follows it would be one cell.
    #[error(
        "the quotation mark that opens in line {line} is never closed: close it, or double it if it is part of the text"
    )]
    UnclosedQuote {
        /// The line in which the quote stands, from 1.
        line: u64,
    },
}

/// Why a row can't be used as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// Longer than [`MAX_ROW`].
    #[error("the row is longer than {} KiB: is a quotation mark left open?", MAX_ROW / 1024)]
    TooLong,
    /// Bytes that are no characters in the file's encoding, or that were lost when something else saved the file.
    #[error("column {column} has characters that can't be read: save the file as CSV UTF-8")]
    NotText {
        /// From 1.
        column: usize,
    },
    /// A control character other than tab and line end.
    #[error("column {column} has a control character (U+{code:04X}): remove it")]
    ControlCharacter {
        /// From 1.
        column: usize,
        /// Its number in Unicode.
        code: u32,
    },
    /// A quotation mark within a quoted cell that is not doubled: cutting there would lose it.
    #[error("column {column} has a quotation mark within quotation marks: double the inner one")]
    StrayQuote {
        /// From 1.
        column: usize,
    },
    /// Quotation marks as in print, which hold nothing together.
    #[error("column {column} has curly quotation marks (“ ”) around it: use straight ones (\")")]
    CurlyQuotes {
        /// From 1.
        column: usize,
    },
    /// A list in brackets that is broken.
    #[error("column {column} looks like a list that can't be read: put a semicolon between the {field}")]
    List {
        /// From 1.
        column: usize,
        /// What it lists, by the name of its field.
        field: &'static str,
    },
    /// An address in a column that is left out, and none in the one for addresses.
    #[error("column {column} has an address, and is not taken for the {field}: say what the columns hold")]
    AddressElsewhere {
        /// From 1.
        column: usize,
        /// The field that addresses stand in.
        field: &'static str,
    },
    /// A filled cell beyond the last column.
    #[error(
        "the row goes on to column {found}, the file has {columns}: put text with a separator in it in quotation marks"
    )]
    MoreCells {
        /// Up to the last filled one.
        found: usize,
        /// Of the file.
        columns: usize,
    },
}

/// Why a mapping of columns can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Two columns for one field.
    #[error("two columns are named {field}: choose one and ignore the other")]
    Twice {
        /// The field's name.
        field: &'static str,
    },
    /// More columns than a sheet can have.
    #[error("at most {MAX_CELLS} columns can be named")]
    TooMany,
    /// Every column is ignored.
    #[error("no column is named: say which one holds what")]
    Nothing,
}
