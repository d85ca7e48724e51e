//! QR pictures and printable invitations. It may not know Vestibule's file, sessions, rules or clock, and no file on
//! disk: every word, date and picture comes in as an argument and a PDF or a picture goes out as bytes. The one
//! exception is `fonts::system`, which looks for a font of this computer when a name is written in letters that the
//! bundled fonts lack.
//!
//! - [`Qr`]: the QR code of a link, as modules, SVG and PNG.
//! - [`pdf`]: a [`PrintJob`] and its [`Card`]s as one PDF, eight or ten to a page, or a poster each.
//! - [`Picture`]: a picture of somebody's, made small and written anew: what a logo is kept as.
//!
//! The same job gives the same bytes, on the same fonts.

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
