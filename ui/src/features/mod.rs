//! What the window does, by area: each has its pages, its dialogs and its state in a folder of its own. Keeps out what
//! all share: lists (`list`), parts (`parts`), the window itself (`routes`).

pub mod invitations;
pub mod users;
