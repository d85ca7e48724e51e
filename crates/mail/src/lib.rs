//! Email: makes a message, and hands it to an SMTP server. Keeps out the database, sessions, rules, the keychain, the
//! clock and files of words: the time, every id and every word of a message are arguments, and nothing is logged.
//!
//! - [`Sender`], [`Recipient`], [`Subject`]: what stands in headers, checked where it is made.
//! - [`Template`]: words with placeholders.
//! - [`Content`], [`compose`], [`mailto`]: one content as HTML, as plain text, as a whole message, and as a link that
//!   opens a mail program.
//! - [`Connection`]: hands [`Composed`] messages to an [`SmtpServer`]. [`SendError`] tells whether a message may have
//!   been accepted all the same, and [`backoff`] when to try again. All of this is the feature `server`; the rest knows
//!   no network.

mod address;
mod backoff;
mod content;
mod error;
mod html;
mod mailto;
mod message;
mod plain;
mod template;
mod text;

#[cfg(feature = "server")]
mod connection;
#[cfg(feature = "server")]
mod dialogue;
#[cfg(feature = "server")]
mod reply;
#[cfg(feature = "server")]
mod route;
#[cfg(feature = "server")]
mod send_error;
#[cfg(feature = "server")]
mod server;
#[cfg(feature = "server")]
mod tls;

pub use address::{Recipient, Sender};
pub use backoff::backoff;
pub use content::{Content, Direction, Fact, Language, Link, Logo, paragraphs};
pub use error::{AddressError, MessageError, TemplateError};
pub use mailto::mailto;
pub use message::{Composed, MessageId, Subject, compose};
pub use template::Template;

#[cfg(feature = "server")]
pub use connection::{Accepted, Connection};
#[cfg(feature = "server")]
pub use send_error::{CertificateFault, Resend, SendError, Step, Unreachable};
#[cfg(feature = "server")]
pub use server::{Login, Security, SmtpServer, Timeouts};
