//! The display as the window manager sees it: the windows, the active one, and closing, hiding and resizing them by
//! their frame; and its keyboard. Keeps out the contents of windows.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, ImageFormat, KEY_PRESS_EVENT,
    KEY_RELEASE_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// ICCCM 4.1.4: the state that a client requests to be minimised.
const ICONIC: u32 = 3;

/// Keys that are not letters (the X protocol's keysyms).
pub mod keysym {
    pub const RETURN: u32 = 0xff0d;
    pub const ESCAPE: u32 = 0xff1b;
    pub const SHIFT: u32 = 0xffe1;
    pub const CONTROL: u32 = 0xffe3;
}

/// A connection to the display.
pub struct Display {
    connection: RustConnection,
    root: Window,
}

impl Display {
    /// Connects to the display with that name.
    pub fn named(name: &str) -> Self {
        let (connection, screen) = RustConnection::connect(Some(name)).expect("the display is there");
        let root = connection.setup().roots[screen].root;
        Display { connection, root }
    }

    /// Whether a window manager is running (EWMH `_NET_SUPPORTING_WM_CHECK`).
    pub fn is_managed(&self) -> bool {
        !self.property(self.root, "_NET_SUPPORTING_WM_CHECK").is_empty()
    }

    /// The windows, oldest first (`_NET_CLIENT_LIST`).
    pub fn windows(&self) -> Vec<Window> {
        self.property(self.root, "_NET_CLIENT_LIST")
    }

    /// The window that gets the keys (`_NET_ACTIVE_WINDOW`).
    pub fn active(&self) -> Option<Window> {
        self.property(self.root, "_NET_ACTIVE_WINDOW").first().copied().filter(|window| *window != 0)
    }

    /// The process id of a window's owner (`_NET_WM_PID`).
    pub fn process(&self, window: Window) -> Option<u32> {
        self.property(window, "_NET_WM_PID").first().copied()
    }

    /// Closes it by the cross in its frame.
    pub fn close(&self, window: Window) {
        self.tell(window, "_NET_CLOSE_WINDOW", [0; 5]);
    }

    /// Minimises it by the button in its frame.
    pub fn hide(&self, window: Window) {
        self.tell(window, "WM_CHANGE_STATE", [ICONIC, 0, 0, 0, 0]);
    }

    /// Resizes it by its frame.
    pub fn resize(&self, window: Window, width: u32, height: u32) {
        let size = ConfigureWindowAux::new().width(width).height(height);
        self.connection.configure_window(window, &size).expect("the display is there");
        self.connection.flush().expect("the display is there");
    }

    /// A window's pixels, as PNG. None: it is gone, or partly outside of the screen.
    pub fn picture(&self, window: Window) -> Option<Vec<u8>> {
        let area = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let (width, height) = (area.width, area.height);
        let asked = self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, !0).ok()?;
        // 24-bit colour in 32 bits, blue first.
        let pixels: Vec<u8> =
            asked.reply().ok()?.data.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width.into(), height.into());
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header().ok()?.write_image_data(&pixels).ok()?;
        Some(file)
    }

    /// The whole screen, as PNG.
    pub fn screen(&self) -> Option<Vec<u8>> {
        self.picture(self.root)
    }

    /// The title in its frame (`_NET_WM_NAME`).
    pub fn title(&self, window: Window) -> String {
        let asked = self.connection.get_property(false, window, self.atom("_NET_WM_NAME"), AtomEnum::ANY, 0, 1024);
        let Ok(Ok(answer)) = asked.map(|asked| asked.reply()) else { return String::new() };
        String::from_utf8_lossy(&answer.value).into_owned()
    }

    /// Types on the display's keyboard: the keys go to the active window, whichever program owns it. (The driver's
    /// keys reach only the page.)
    pub fn type_keys(&self, text: &str) {
        for symbol in text.chars() {
            assert!(symbol.is_ascii_graphic() || symbol == ' ', "{symbol:?} is on no key of this keyboard");
            self.press(&[u32::from(symbol)]);
        }
    }

    /// Presses keys together, by their keysyms; a capital letter adds Shift.
    pub fn press(&self, keys: &[u32]) {
        let shift = self.key(keysym::SHIFT).0;
        let mut down = Vec::new();
        for (code, shifted) in keys.iter().map(|key| self.key(*key)) {
            down.extend(shifted.then_some(shift));
            down.push(code);
        }
        let strokes = down.iter().map(|code| (KEY_PRESS_EVENT, *code));
        for (kind, code) in strokes.chain(down.iter().rev().map(|code| (KEY_RELEASE_EVENT, *code))) {
            self.connection.xtest_fake_input(kind, code, 0, self.root, 0, 0, 0).expect("the display is there");
        }
        self.connection.sync().expect("the display takes the keys");
    }

    /// The keycode of that keysym, and whether it needs Shift.
    fn key(&self, keysym: u32) -> (u8, bool) {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let asked = self.connection.get_keyboard_mapping(first, last - first + 1).expect("the display is there");
        let keyboard = asked.reply().expect("the display answers");
        let keys = keyboard.keysyms.chunks(usize::from(keyboard.keysyms_per_keycode));
        let mut found = (first..=last).zip(keys).filter_map(|(code, symbols)| {
            let level = symbols.iter().take(2).position(|symbol| *symbol == keysym)?;
            Some((code, level == 1))
        });
        found.next().unwrap_or_else(|| panic!("no key of this keyboard is {keysym:#x}"))
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
