//! The Users page: people with an account, their details, and the actions on their accounts. Keeps out rules and
//! rights: the backend decides.

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
