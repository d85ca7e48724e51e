//! The window's areas: each has its pages, dialogs and state in a folder of its own. Keeps out what they share: lists
//! (`list`), parts (`parts`), the other pages (`routes`).

pub mod invitations;
pub mod users;
