//! A seat for each window: who signs in at one sits at no other. Keeps out what a seat may do.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use vestibule_desk::{Desk, Seat};
use vestibule_wire::command::WindowKind;

/// The seats of this program's windows, by the windows' labels.
pub struct Seats {
    desk: Desk,
    by_window: Mutex<HashMap<String, Seat>>,
}

impl Seats {
    /// Nobody sits anywhere yet.
    pub fn new(desk: Desk) -> Self {
        Self { desk, by_window: Mutex::default() }
    }

    /// The seat of the window of that label.
    pub fn of(&self, label: &str, kind: WindowKind) -> Seat {
        let mut seats = self.by_window.lock().unwrap_or_else(PoisonError::into_inner);
        seats.entry(label.to_owned()).or_insert_with(|| self.desk.seat(slot(kind))).clone()
    }

    /// The window is gone, and with it whoever sat there.
    pub fn left(&self, label: &str) {
        self.by_window.lock().unwrap_or_else(PoisonError::into_inner).remove(label);
    }
}

/// Under which name a kept sign-in is kept: windows of one kind share theirs.
fn slot(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Desk => "window",
        WindowKind::Kiosk => "kiosk",
    }
}

/// What a window is for, by its label. None: a window that asks for nothing of ours.
pub fn kind_of(label: &str) -> Option<WindowKind> {
    match label {
        crate::window::LABEL => Some(WindowKind::Desk),
        "kiosk" => Some(WindowKind::Kiosk),
        _ => None,
    }
}
