//! Every text of the window, from a Fluent catalogue for each language, by id. Keeps out where a text is shown and how
//! it looks.
//!
//! `t!("id")` and `t!("id", count = 3)` give a string. Bold parts of a text are marked `**…**`;
//! [`crate::parts::said::Said`] shows them.

mod bundle;
#[cfg(test)]
mod catalogue_tests;
mod catalogues;
#[cfg(test)]
mod page_tests;
mod pseudo;
#[cfg(test)]
mod tests;

use crate::language::Language;
use crate::prelude::*;
pub use fluent_bundle::FluentValue as Value;
use std::cell::{Cell, RefCell};
use vestibule_wire::{ErrorCode, ErrorView};

/// A message without values, or with: `t!("pager-range", from = 1, to = 20)`.
#[macro_export]
macro_rules! t {
    ($id:literal) => { $crate::words::say($id) };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::say_with($id, &[$((stringify!($name), $crate::words::Value::from($value))),+])
    };
}

/// The message with that id. A missing one gives its id (and fails a test).
pub fn say(id: &str) -> String {
    say_with(id, &[])
}

/// The message of that id, with the values in it.
pub fn say_with(id: &str, values: &[(&str, Value)]) -> String {
    find(id, values).unwrap_or_else(|| id.to_owned())
}

/// The message of that id in the language that is shown, else in English, if there is one.
pub fn find(id: &str, values: &[(&str, Value)]) -> Option<String> {
    bundle::say(language(), id, values)
}

thread_local! {
    static FOLDER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Sets the data folder, for sentences that name it.
pub fn know_folder(folder: &str) {
    FOLDER.with_borrow_mut(|known| folder.clone_into(known));
}

/// An error's sentence without bold marks.
pub fn plain(error: &ErrorView) -> String {
    self::error(error).replace("**", "")
}

/// The sentence for an error: the catalogue's, with the error's values; else the one in the error.
///
/// `values.group`, and `values.line` of a recovery key, become ordinal words. If a value that the sentence needs is
/// missing, the variant `…-plain` is used.
pub fn error(error: &ErrorView) -> String {
    let id = error_id(error.code);
    let folder = FOLDER.with_borrow(Clone::clone);
    let mut named: Vec<(&str, Value)> =
        error.values.iter().map(|(name, value)| (name.as_str(), shown(error.code, name, value))).collect();
    if error.code == ErrorCode::FileReadOnly && !folder.is_empty() {
        named.push(("folder", Value::from(folder.as_str())));
    }
    let plain = format!("{id}-plain");
    let usual = if named.is_empty() { find(&plain, &[]) } else { None };
    usual.or_else(|| find(&id, &named)).unwrap_or_else(|| error.message.clone())
}

/// `error-code-mistyped` for [`ErrorCode::CodeMistyped`].
fn error_id(code: ErrorCode) -> String {
    let name = format!("{code:?}");
    let mut id = String::from("error");
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}

fn shown<'a>(code: ErrorCode, name: &str, value: &'a str) -> Value<'a> {
    match name {
        "group" => Value::from(ordinal(value)),
        // "In the third line" of a recovery key; lines of a file are numbers.
        "line" if code == ErrorCode::RecoveryKeyMistyped => Value::from(ordinal(value)),
        "until" => Value::from(value.parse().map_or_else(|_| value.to_owned(), crate::time::exact)),
        "at" => Value::from(value.parse().map_or_else(|_| value.to_owned(), crate::time::day)),
        _ => value.parse::<u32>().map_or_else(|_| Value::from(value), Value::from),
    }
}

/// "third" for "3".
pub fn ordinal(number: &str) -> String {
    let id = match number {
        "1" => "ordinal-1",
        "2" => "ordinal-2",
        "3" => "ordinal-3",
        "4" => "ordinal-4",
        "5" => "ordinal-5",
        _ => return number.to_owned(),
    };
    say(id)
}

/// A number as the language writes it: `1,184`.
pub fn number(number: u64) -> String {
    bundle::grouped(language(), &number.to_string())
}

/// Text that leaves the window (a letter, a card): without the marks of direction around values, which another program
/// may take for a part of them.
pub fn without_marks(text: &str) -> String {
    text.replace(['\u{200f}', '\u{2068}', '\u{2069}'], "")
}

thread_local! {
    static SHOWN: Cell<Language> = const { Cell::new(Language::English) };
    static REDRAWN: Cell<Option<Signal<Language>>> = const { Cell::new(None) };
}

/// For the root of the window: from here on, whatever says a word is drawn again when the language changes, and keeps
/// what was typed into it.
pub fn use_redrawing() {
    use_hook(|| REDRAWN.set(Some(Signal::new_in_scope(SHOWN.get(), ScopeId::ROOT))));
}

/// The language that is shown. Who asks is drawn again when it changes.
pub fn language() -> Language {
    if let Some(redrawn) = REDRAWN.get() {
        // In a test, the window that it was made for may be gone.
        let _asked = redrawn.try_read().is_ok();
    }
    SHOWN.get()
}

/// The language that is shown, without being drawn again.
pub fn showing() -> Language {
    SHOWN.get()
}

/// Whether the language that is shown is written from right to left; without being drawn again.
pub fn is_right_to_left() -> bool {
    SHOWN.get().is_right_to_left()
}

/// Shows another language, and redraws what says a word.
pub fn show(language: Language) {
    SHOWN.set(language);
    if let Some(mut redrawn) = REDRAWN.get()
        && let Ok(mut now) = redrawn.try_write()
    {
        *now = language;
    }
}
