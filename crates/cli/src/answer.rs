//! What a command has to say, for people and for programs. Keeps out where it is written.

use serde::Serialize;

/// An answer in both its forms.
pub struct Answer {
    /// One line of JSON, keys in the documented order.
    pub json: String,
    /// For people; may hold styles, which only a terminal gets to see.
    pub text: String,
    /// 0, but for commands that look for trouble and found some.
    pub exit: u8,
}

impl Answer {
    /// Something was done or found.
    pub fn new(json: &impl Serialize, text: impl Into<String>) -> Self {
        let json = serde_json::to_string(json).expect("views have string keys and no failing parts");
        Self { json, text: text.into(), exit: 0 }
    }

    /// The same text in both forms: a page for another program (completions, the manual).
    pub fn page(text: String) -> Self {
        Self { json: text.clone(), text, exit: 0 }
    }

    /// With another exit code.
    pub fn exit(mut self, exit: u8) -> Self {
        self.exit = exit;
        self
    }
}
