//! The use cases: who asks, whether they may, and what happens. Keeps out Tauri and SQL; the program passes in clock,
//! random bytes and the choice of keychain.
//!
//! A [`Desk`] is one data folder. A [`Seat`] is one front end's access to it. It holds the signed-in session privately,
//! so that a front end can't forge one. Every operation looks up the account's current state.

mod anchor;
mod argon;
mod audit;
mod backup;
#[cfg(test)]
mod college;
mod departments;
mod desk;
mod doctor;
mod error;
mod export;
mod fields;
mod import;
mod indexing;
mod invitations;
mod jobs;
mod join;
mod keychain;
mod keyfile;
mod logo;
mod mail;
#[cfg(feature = "measure")]
pub mod measure;
mod opening;
mod operation;
mod password;
mod people;
mod permit;
mod policy;
mod ports;
mod preferences;
mod print;
mod profile;
mod recovery;
mod reset;
mod restore;
mod sample;
mod seat;
mod selection;
mod session;
mod throttle;
mod time;
mod users;
mod views;
mod wrapping;

/// The tests' support module, for tests of private items.
#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;
#[cfg(test)]
extern crate self as vestibule_desk;

pub use desk::{Desk, default_data_dir};
pub use error::{
    DeskError, FieldFault, FileError, ImportError, InvitationError, JobError, MailError, OpeningError,
    OrganisationError, PersonError, SessionError,
};
pub use export::FileUse;
pub use import::{ImportSource, LocalTime, LocalTimeOf};
pub use keychain::KeychainError;
pub use ports::{Clock, Entropy, KeychainChoice, Ports};
pub use print::Pixels;
pub use seat::{COMMAND_LINE, Seat};
pub use vestibule_domain::InviteLink;
pub use vestibule_store::SqlitePool;
