//! Rows from CSV and to CSV. Keeps out what a row stands for, the database, sessions, rules, rights and the clock: it
//! reads from a `Read`, writes to a `Write`, and does not interpret cells. The caller defines which [`Field`]s the
//! columns can hold.
//!
//! [`Sheet`] reads what a spreadsheet, a script or a clipboard made: encoding, separator and columns are found from
//! the first [`HEAD`] bytes; then rows are read one by one, in a single pass, in constant memory for a file of any
//! size. A row that can't be used is a [`RowFault`], and reading goes on; only what makes the whole file useless is a
//! [`SheetError`]. [`SheetWriter`] writes CSV that every spreadsheet opens and none runs as formulas, and
//! [`RejectedWriter`] the rows left out, to be corrected and read again.

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

/// Small bounds, which a fuzzer reaches with small files.
const SMALL: bool = cfg!(feature = "small");

/// Bytes examined before the first row, and bytes read at a time: some hundreds of rows, enough to find separator,
/// columns and encoding.
pub const HEAD: usize = if SMALL { 2 * 1024 } else { 64 * 1024 };
/// The longest row in bytes of UTF-8, all cells together. The fields of a person or an invitation, groups and notes
/// included, stay far below; a longer row usually has an unclosed quote.
pub const MAX_ROW: usize = if SMALL { 512 } else { 64 * 1024 };
/// The most cells kept of a row, and the most columns of a sheet. Directories of large organisations export some
/// dozens of columns; spreadsheets may append thousands of empty cells.
pub const MAX_CELLS: usize = if SMALL { 8 } else { 256 };
/// The most rows of one file. All are created in one transaction, and the largest organisations served have a million
/// invitations.
pub const MAX_ROWS: u64 = if SMALL { 100 } else { 1_000_000 };
