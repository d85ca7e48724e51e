//! A list by pages, whatever its rows are: query and address, filters, columns, selection, keys, saved views, and the
//! table with its states. Each list defines its own parts through [`Listed`]. Keeps out what any row is, and its
//! actions.

pub mod address;
mod answer;
mod bar;
pub mod cells;
mod columns;
mod columns_menu;
pub mod days;
pub mod export;
mod filter_menus;
mod fit;
mod keys;
mod listed;
mod live;
mod page;
pub mod query;
mod row;
mod row_buttons;
pub mod selection;
mod selection_bar;
mod selection_keys;
mod table;
#[cfg(test)]
pub mod tests;
mod views;
mod views_dialog;
mod views_menu;

pub use keys::{focus_spot, use_list_keys};
pub use listed::*;
pub use page::{Body, Overlays, SomeOf};
pub use query::{List, searchable, use_list_provider};
#[cfg(test)]
pub use selection_bar::SelectionBar;
