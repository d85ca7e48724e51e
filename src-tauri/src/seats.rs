//! One seat per window: a sign-in in one window is none in another. Keeps out what a seat may do.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use vestibule_desk::{Desk, Seat};
use vestibule_wire::command::WindowKind;

/// The seats of this program's windows, by window label.
pub struct Seats {
    desk: Desk,
    by_window: Mutex<HashMap<String, Seat>>,
}

impl Seats {
    /// No window has a seat yet.
    pub fn new(desk: Desk) -> Self {
        Self { desk, by_window: Mutex::default() }
    }

    /// The seat of the window with that label; made on first use.
    pub fn get_or_create(&self, label: &str, kind: WindowKind) -> Seat {
        let mut seats = self.by_window.lock().unwrap_or_else(PoisonError::into_inner);
        seats.entry(label.to_owned()).or_insert_with(|| self.desk.seat(slot(kind))).clone()
    }

    /// Drops the seat of a closed window, and with it the session.
    pub fn left(&self, label: &str) {
        self.by_window.lock().unwrap_or_else(PoisonError::into_inner).remove(label);
    }
}

/// The slot of a window's kept sign-in: windows of one kind share one.
fn slot(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Desk => "window",
        WindowKind::Kiosk => "kiosk",
    }
}

/// A window's kind, by its label. None: a window that may call no command.
pub fn kind_of(label: &str) -> Option<WindowKind> {
    match label {
        crate::window::LABEL => Some(WindowKind::Desk),
        "kiosk" => Some(WindowKind::Kiosk),
        _ => None,
    }
}
