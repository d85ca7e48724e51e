//! The errors of a file, of one row and of a mapping. Keeps out how they are found.

use crate::{MAX_CELLS, MAX_ROW, MAX_ROWS};
use std::io;

/// Why a file can't be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It has no cell at all.
    #[error("the file is empty: it needs one row per {row}")]
    Empty {
        /// What a row stands for.
        row: &'static str,
    },
    /// Reading failed midway: the file vanished, or the disk failed.
    #[error("the file could not be read beyond line {line}: {source}")]
    Unreadable {
        /// The last line reached, from 1.
        line: u64,
        /// The system's error.
        source: io::Error,
    },
    /// A workbook, a picture, a program: no text.
    #[error("this is {what}, not text: open it in a spreadsheet and save it as CSV first")]
    NotText {
        /// What it looks like, with its article.
        what: &'static str,
    },
    /// `sep=` names a character that is no separator.
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
    /// A quotation mark that is never closed: all that follows would be one cell.
    #[error(
        "the quotation mark that opens in line {line} is never closed: close it, or double it if it is part of the text"
    )]
    UnclosedQuote {
        /// The line of the quotation mark, from 1.
        line: u64,
    },
}

/// Why a row can't be used unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// Longer than [`MAX_ROW`].
    #[error("the row is longer than {} KiB: is a quotation mark left open?", MAX_ROW / 1024)]
    TooLong,
    /// Bytes that are invalid in the file's encoding, or replacement characters that another program saved.
    #[error("column {column} has characters that can't be read: save the file as CSV UTF-8")]
    NotText {
        /// The column, from 1.
        column: usize,
    },
    /// A control character other than tab and line end.
    #[error("column {column} has a control character (U+{code:04X}): remove it")]
    ControlCharacter {
        /// The column, from 1.
        column: usize,
        /// Its Unicode code point.
        code: u32,
    },
    /// A quotation mark inside a quoted cell that is not doubled: it would be lost.
    #[error("column {column} has a quotation mark within quotation marks: double the inner one")]
    StrayQuote {
        /// The column, from 1.
        column: usize,
    },
    /// Typographic quotation marks, which don't quote a cell.
    #[error("column {column} has curly quotation marks (“ ”) around it: use straight ones (\")")]
    CurlyQuotes {
        /// The column, from 1.
        column: usize,
    },
    /// A bracketed list with a syntax error.
    #[error("column {column} looks like a list that can't be read: put a semicolon between the {field}")]
    List {
        /// The column, from 1.
        column: usize,
        /// The name of its field.
        field: &'static str,
    },
    /// An address in an ignored column, and none in the column for addresses.
    #[error("column {column} has an address, and is not taken for the {field}: say what the columns hold")]
    AddressElsewhere {
        /// The column, from 1.
        column: usize,
        /// The field for addresses.
        field: &'static str,
    },
    /// A filled cell beyond the last column.
    #[error(
        "the row goes on to column {found}, the file has {columns}: put text with a separator in it in quotation marks"
    )]
    MoreCells {
        /// The number of cells up to the last filled one.
        found: usize,
        /// The number of columns of the file.
        columns: usize,
    },
}

/// Why a mapping of columns is invalid.
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
