//! Invitations: their list, and the dialogs that create, replace, revoke, import, export and print. Keeps out rules
//! and rights: the backend decides.

mod archive;
mod board;
mod create;
mod details;
mod errands;
#[cfg(test)]
mod hand_out_tests;
mod head;
mod import;
mod letter;
mod list;
mod many;
#[cfg(test)]
pub mod many_tests;
pub mod mask;
mod print;
mod replace;
mod revoke;
#[cfg(test)]
pub mod tests;

#[cfg(test)]
pub use create::draft::Draft;
#[cfg(test)]
pub use import::InvitationSheet;
pub use list::InvitationList;
pub use list::page::Invitations;
pub use list::{COUNTED, InvitationCounter};
#[cfg(test)]
pub use list::{Column, Filter};

/// Who an invitation is for, in one line.
pub fn meant_for(row: &vestibule_wire::InvitationView) -> String {
    list::cells::meant_for(row).title
}
