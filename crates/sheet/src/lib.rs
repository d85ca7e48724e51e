//! Rows from CSV and to CSV. It may not know what a row stands for, the database, sessions, rules, who may do what or
//! the clock: it reads from a `Read`, writes to a `Write`, and leaves what a cell means to others. Whoever reads a
//! sheet says which [`Field`]s its columns can hold.
//!
//! [`Sheet`] reads whatever a spreadsheet, a script or a clipboard made: its encoding, separator and columns are found
//! by a look at the first [`HEAD`] bytes, and then it goes row by row, once through, in the same memory for a file of
//! any size. A row that can't be used is a [`RowFault`] and the next row follows; only what makes the whole file
//! useless is a [`SheetError`]. [`SheetWriter`] writes CSV that every spreadsheet opens and none takes for formulas,
//! and [`RejectedWriter`] what was left out, so that it can be mended and read again.

mod address;
mod cells;
mod columns;
mod cutter;
mod dates;
mod error;
mod field;
mod formula;
mod head;
mod letters;
mod list;
mod separator;
mod sheet;
mod text;
mod titles;
pub mod words;
mod writer;

#[cfg(test)]
extern crate self as vestibule_sheet;
#[cfg(test)]
#[path = "../tests/support/guest.rs"]
mod guest;

pub use cells::Cells;
pub use columns::{Columns, FirstRow, Mapping, Question};
pub use dates::{DateOrder, Dates};
pub use error::{FaultKind, MappingError, SheetError};
pub use field::{Field, Holds};
pub use formula::defused;
pub use letters::Letters;
pub use separator::Separator;
pub use sheet::{Options, Row, RowFault, Sheet};
pub use text::Encoding;
pub use titles::Titles;
pub use writer::{RejectedWriter, SheetWriter};

/// Bounds that a fuzzer reaches with small files.
const SMALL: bool = cfg!(feature = "small");

/// Bytes looked at before the first row is read, and read at a time: some hundreds of rows, enough to tell separator,
/// columns and encoding.
pub const HEAD: usize = if SMALL { 2 * 1024 } else { 64 * 1024 };
/// The longest row in bytes of UTF-8, its cells together. The fields of a person or an invitation, groups and notes
/// included, stay far below; what is longer is mostly a quote that was never closed.
pub const MAX_ROW: usize = if SMALL { 512 } else { 64 * 1024 };
/// The most cells that are kept of a row, and the most columns of a sheet. The directories of large organisations
/// export some dozens of columns; thousands of empty ones (spreadsheets write them) may follow in a row.
pub const MAX_CELLS: usize = if SMALL { 8 } else { 256 };
/// The most rows of one file. One transaction makes them all, and the largest organisations that are served hold a
/// million invitations.
pub const MAX_ROWS: u64 = if SMALL { 100 } else { 1_000_000 };
