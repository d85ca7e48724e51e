//! The Invitations page: the list with its filters, and the dialogs that create and revoke. Keeps out rules and rights: the backend decides, this asks.

mod bar;
mod board;
mod cells;
mod create;
mod create_fields;
mod created;
mod details;
mod draft;
mod filters;
mod filters_menu;
mod grid;
mod keys;
mod list;
mod many;
mod many_archive;
mod many_job;
mod many_revoke;
mod page;
mod replace;
mod revoke;
mod row;
mod select;
mod select_bar;
mod select_keys;
#[cfg(test)]
mod many_tests;
#[cfg(test)]
mod tests;

pub use page::Invitations;
