//! Vestibule's encrypted file: the log of events, the tables derived from it, and search. Keeps out Tauri, network,
//! permissions and sign-in rules; time and random bytes are arguments.
//!
//! Data flows one way: [`WriteTx::append`] writes events to the log and applies them in the same transaction; nothing
//! else writes to the tables of facts. Data of this device only (credentials, sessions, throttles) is in [`local`] and
//! `sessions`.

mod account_names;
mod admit;
mod apply;
mod audit;
mod backup;
mod batch;
mod chain;
mod context;
mod departments;
mod error;
mod event_row;
mod file;
mod key;
mod last_time;
mod list;
pub mod local;
mod log;
mod logo;
mod mail;
pub mod private;
mod replay;
mod rows;
mod scratch;
mod sessions;
mod sql;
pub mod threads;
mod transaction;
mod users;
mod watch;
mod writer;

pub use admit::Admitted;
pub use audit::{AuditPage, AuditRow};
pub use backup::remove_copies;
pub use context::{ActorContext, PresentedCode, RedemptionContext, RedemptionRow};
pub use departments::DepartmentRow;
pub use error::StoreError;
pub use event_row::EventRow;
pub use file::{FILE_NAME, Store};
pub use key::FileKey;
pub use last_time::LastTime;
pub use list::{Counters, FoundPage, KnownAddress, ListFilter, ListPage, ListQuery, ListSort, StatusSum, Summary};
pub use log::{ChainBreak, ChainHead, ReadEvent, Verified};
pub use logo::{LogoRow, of_picture as logo_of};
pub use mail::{MailOutcome, MailRow, MailServerRow, NewMail, OutboxQuery};
pub use rows::{AccountRow, InvitationRow, OrganisationRow, PersonRow, UseRow};
pub use sessions::{KeptSession, NewSession, SessionRow};
pub use sqlx::SqlitePool;
pub use transaction::{Appended, Random, ReadTx, Stamp, WriteTx};
pub use users::{UserCounters, UserFilter, UserPage, UserQuery, UserRow, UserSort};
