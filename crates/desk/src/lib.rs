//! The use cases: who asks, may they, and what follows. It may not know Tauri and no SQL text; a clock, random bytes
//! and the choice of keychain are given to it by the program around it.
//!
//! A [`Desk`] is one data folder. A [`Seat`] is one front end's place at it: it holds the signed-in session and never
//! shows it, so that no front end has an authority it could forge. Every operation looks up who sits there, as they are
//! at that moment.

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

/// The room with a desk in it, for tests of what is not public.
#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;
#[cfg(test)]
extern crate self as vestibule_desk;

pub use desk::{Desk, default_data_dir};
pub use error::{
    DeskError, FieldFault, FileError, ImportError, InvitationError, JobError, OpeningError, OrganisationError,
    PersonError, SessionError,
};
pub use export::FileUse;
pub use import::{ImportSource, LocalTime, LocalTimeOf};
pub use keychain::KeychainError;
pub use ports::{Clock, Entropy, KeychainChoice, Ports};
pub use print::Pixels;
pub use seat::{COMMAND_LINE, Seat};
pub use vestibule_store::SqlitePool;
