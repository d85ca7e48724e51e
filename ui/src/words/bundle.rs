//! The catalogue, compiled in and parsed once per language. Keeps out where the messages are used.

use super::pseudo;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;
use unic_langid::LanguageIdentifier;

/// One bundle of messages.
pub type Bundle = FluentBundle<FluentResource>;

/// The English catalogue, file by file.
pub const ENGLISH: &[(&str, &str)] = &[
    ("common.ftl", include_str!("../../locales/en/common.ftl")),
    ("door.ftl", include_str!("../../locales/en/door.ftl")),
    ("errors.ftl", include_str!("../../locales/en/errors.ftl")),
    ("desk.ftl", include_str!("../../locales/en/desk.ftl")),
    ("list.ftl", include_str!("../../locales/en/list.ftl")),
    ("invitations.ftl", include_str!("../../locales/en/invitations.ftl")),
    ("many.ftl", include_str!("../../locales/en/many.ftl")),
    ("sheets.ftl", include_str!("../../locales/en/sheets.ftl")),
    ("details.ftl", include_str!("../../locales/en/details.ftl")),
    ("palette.ftl", include_str!("../../locales/en/palette.ftl")),
    ("logo.ftl", include_str!("../../locales/en/logo.ftl")),
    ("settings.ftl", include_str!("../../locales/en/settings.ftl")),
    ("users.ftl", include_str!("../../locales/en/users.ftl")),
];

/// The pseudo-language that shows which words are not in the catalogue and whether longer ones fit.
pub const PSEUDO: &str = "en-XA";

thread_local! {
    static CURRENT: RefCell<Option<Bundle>> = const { RefCell::new(None) };
}

/// Sets the language of this thread.
pub fn choose(language: &str) {
    CURRENT.with(|current| *current.borrow_mut() = Some(make(language)));
}

/// Calls `read` with the current bundle; English, if none was set.
pub fn with_current<T>(read: impl FnOnce(&Bundle) -> T) -> T {
    CURRENT.with(|current| {
        let mut current = current.borrow_mut();
        read(current.get_or_insert_with(|| make("en")))
    })
}

/// A bundle of all files. A fault in a file drops that message only; a test finds it.
pub fn make(language: &str) -> Bundle {
    let mut bundle =
        FluentBundle::new(vec![super::locale().parse::<LanguageIdentifier>().expect("a plain language tag")]);
    // Values are names and numbers in a left-to-right language: no isolation marks needed.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }));
    if language == PSEUDO {
        bundle.set_transform(Some(pseudo::lengthen));
    }
    for (_, text) in ENGLISH {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, _)| partly);
        let _already_there = bundle.add_resource(resource);
    }
    bundle
}

/// The message with its values; None if there is no such id or a value is missing.
pub fn format(bundle: &Bundle, id: &str, values: &[(&str, FluentValue)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut named = FluentArgs::new();
    for (name, value) in values {
        named.set(*name, value.clone());
    }
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&named), &mut faults);
    faults.is_empty().then(|| text.into_owned())
}

/// Puts a comma after every three digits of a whole number.
pub fn grouped(digits: &str) -> String {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
