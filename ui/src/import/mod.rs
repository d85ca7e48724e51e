//! Rows of a sheet, whatever they stand for: choose or paste, say what columns hold, look at every row, make what the
//! ready ones stand for, save what was left out. A tenant says what is its own through [`Imported`]. Keeps out what a
//! row is, and what is done with what was made.

mod columns;
mod faults;
mod foot;
mod imported;
mod left;
mod notes;
mod page;
mod rows;
mod state;

#[cfg(test)]
pub use columns::Columns;
#[cfg(test)]
pub use faults::fault;
pub use foot::Done;
#[cfg(test)]
pub use foot::Foot;
pub use imported::{ClassLook, ImportWords, Imported};
pub use left::{forget, is_left};
#[cfg(test)]
pub use notes::Notes;
pub use page::{Head, Page, use_import};
#[cfg(test)]
pub use rows::{ClassCounters, FileLine, Rows, RowsBar};
pub use state::ImportState;
#[cfg(test)]
pub use state::{ImportStep, ImportTask, SheetSource, use_new_sheet, use_sheet};
