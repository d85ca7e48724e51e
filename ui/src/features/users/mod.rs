//! The Users page: people with an account, what is known of them, and what is done with their accounts. Keeps out rules
//! and rights: the backend
//! decides, this asks.

mod board;
mod details;
mod dialogs;
mod list;
mod many;
mod page;
mod profile;
mod sessions;
#[cfg(test)]
mod tests;
mod user;

pub use list::UserList;
pub use page::Users;
pub use profile::ProfilePage;
