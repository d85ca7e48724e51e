//! The display as the window manager sees it: which windows there are, which one is used, and closing, hiding and sizing them as
//! a person does with the frame. Knows nothing of what is in a window.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// ICCCM 4.1.4: the state that a client asks for when it wants to be an icon.
const ICONIC: u32 = 3;

/// A connection to the display.
pub struct Display {
    connection: RustConnection,
    root: Window,
}

impl Display {
    /// The one of that name.
    pub fn named(name: &str) -> Self {
        let (connection, screen) = RustConnection::connect(Some(name)).expect("the display is there");
        let root = connection.setup().roots[screen].root;
        Display { connection, root }
    }

    /// Whether a window manager is there (EWMH `_NET_SUPPORTING_WM_CHECK`).
    pub fn is_managed(&self) -> bool {
        !self.property(self.root, "_NET_SUPPORTING_WM_CHECK").is_empty()
    }

    /// The windows, oldest first (`_NET_CLIENT_LIST`).
    pub fn windows(&self) -> Vec<Window> {
        self.property(self.root, "_NET_CLIENT_LIST")
    }

    /// The window that keys go to (`_NET_ACTIVE_WINDOW`).
    pub fn active(&self) -> Option<Window> {
        self.property(self.root, "_NET_ACTIVE_WINDOW").first().copied().filter(|window| *window != 0)
    }

    /// The process that a window belongs to (`_NET_WM_PID`).
    pub fn process(&self, window: Window) -> Option<u32> {
        self.property(window, "_NET_WM_PID").first().copied()
    }

    /// Close it by the cross in its frame.
    pub fn close(&self, window: Window) {
        self.tell(window, "_NET_CLOSE_WINDOW", [0; 5]);
    }

    /// Hide it by the line in its frame.
    pub fn hide(&self, window: Window) {
        self.tell(window, "WM_CHANGE_STATE", [ICONIC, 0, 0, 0, 0]);
    }

    /// Draw its frame to that size.
    pub fn resize(&self, window: Window, width: u32, height: u32) {
        let size = ConfigureWindowAux::new().width(width).height(height);
        self.connection.configure_window(window, &size).expect("the display is there");
        self.connection.flush().expect("the display is there");
    }

    fn tell(&self, window: Window, what: &str, values: [u32; 5]) {
        let event = ClientMessageEvent::new(32, window, self.atom(what), values);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.connection.send_event(false, self.root, mask, event).expect("the display is there");
        self.connection.flush().expect("the display is there");
    }

    fn atom(&self, name: &str) -> u32 {
        let asked = self.connection.intern_atom(false, name.as_bytes()).expect("the display is there");
        asked.reply().expect("the display answers").atom
    }

    fn property(&self, window: Window, name: &str) -> Vec<u32> {
        let asked = self.connection.get_property(false, window, self.atom(name), AtomEnum::ANY, 0, 1024);
        let Ok(Ok(answer)) = asked.map(|asked| asked.reply()) else { return Vec::new() };
        answer.value32().map(|values| values.collect()).unwrap_or_default()
    }
}
