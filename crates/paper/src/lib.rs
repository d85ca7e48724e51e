//! QR pictures and printable invitations. Keeps out Vestibule's file, sessions, rules, clock, and the disk: every
//! word, date and picture is an argument, and a PDF or picture is returned as bytes. The one exception is
//! `fonts::system`, which searches the fonts of this computer for letters that the bundled fonts lack.
//!
//! - [`Qr`]: the QR code of a link, as modules, SVG and PNG.
//! - [`pdf`]: a [`PrintJob`] and its [`Card`]s as one PDF, eight or ten to a page, or a poster each.
//! - [`Picture`]: a picture made smaller and encoded anew, as a logo is stored.
//!
//! The same job gives the same bytes, given the same fonts.

mod canvas;
mod card;
mod clean;
mod error;
mod flow;
mod fonts;
mod job;
mod logo;
mod picture;
mod poster;
mod print;
mod qr;
mod shape;
mod sheet;

pub use error::PaperError;
pub use job::{Card, Layout, Paper, PrintJob, PrintWords};
pub use picture::{Picture, PictureLimits};
pub use print::{Printed, pdf};
pub use qr::Qr;
