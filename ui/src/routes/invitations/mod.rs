//! The Invitations page: the list with its filters, and the dialogs that create and revoke. Keeps out rules and rights: the backend decides, this asks.

mod bar;
mod board;
mod cells;
mod columns;
mod columns_menu;
mod create;
mod create_fields;
mod created;
mod details;
mod draft;
mod errands;
mod export;
mod filters;
mod filters_menu;
mod fit;
mod grid;
#[cfg(test)]
mod hand_out_tests;
#[cfg(test)]
mod heard_tests;
mod keys;
mod letter;
mod list;
mod live;
mod many;
mod many_archive;
mod many_job;
mod many_revoke;
#[cfg(test)]
mod many_tests;
pub mod mask;
mod news;
mod page;
mod print;
mod print_card;
mod print_words;
mod replace;
mod revoke;
mod row;
mod select;
mod select_bar;
mod select_keys;
mod sheet;
mod sheet_columns;
mod sheet_foot;
mod sheet_left;
mod sheet_notes;
mod sheet_rows;
mod sheet_state;
#[cfg(test)]
mod sheet_tests;
mod sheet_words;
#[cfg(test)]
pub mod tests;
mod views;
mod views_dialog;
mod views_menu;

pub use list::searchable;
pub use page::Invitations;

/// For whom an invitation is, in one line.
pub fn meant_for(row: &vestibule_wire::InvitationView) -> String {
    cells::meant_for(row).title
}
