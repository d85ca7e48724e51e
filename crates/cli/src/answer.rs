//! The answer of a command, for people and for programs. Keeps out where it is written.

use serde::Serialize;
use std::fs::File;

/// An answer in both its forms.
pub struct Answer {
    /// One line of JSON, keys in the documented order.
    pub json: String,
    /// For people; may hold styles, which are written to a terminal only.
    pub text: String,
    /// Written to standard output instead of both, if the command was asked for a file there.
    pub file: Option<File>,
    /// 0, except for commands that look for trouble and found some.
    pub exit: u8,
}

impl Answer {
    /// An answer with exit code 0.
    pub fn new(json: &impl Serialize, text: impl Into<String>) -> Self {
        let json = serde_json::to_string(json).expect("views have string keys and no failing parts");
        Self { json, text: text.into(), file: None, exit: 0 }
    }

    /// The same text in both forms: a page for another program (completions, the manual).
    pub fn page(text: String) -> Self {
        Self { json: text.clone(), text, file: None, exit: 0 }
    }

    /// A file's content, unchanged, for standard output.
    pub fn file(file: File) -> Self {
        Self { json: String::new(), text: String::new(), file: Some(file), exit: 0 }
    }

    /// Sets another exit code.
    pub fn exit(mut self, exit: u8) -> Self {
        self.exit = exit;
        self
    }
}
