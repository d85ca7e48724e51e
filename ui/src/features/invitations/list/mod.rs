//! The list of invitations on its page. Keeps out the dialogs over it.

pub mod bar;
pub mod cells;
pub mod columns;
pub mod columns_menu;
pub mod filters;
pub mod filters_menu;
pub mod fit;
pub mod grid;
#[cfg(test)]
mod heard_tests;
pub mod keys;
pub mod live;
pub mod page;
pub mod query;
pub mod row;
pub mod select;
pub mod select_bar;
pub mod select_keys;
pub mod views;
pub mod views_dialog;
pub mod views_menu;
