//! Import from a sheet, whatever its rows stand for: choose or paste, assign columns, check every row, import the
//! ready ones, save the rest. A kind defines its own parts through [`Imported`]. Keeps out what a row is, and what
//! follows an import.

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
