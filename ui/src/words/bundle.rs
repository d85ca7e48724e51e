//! The catalogues as Fluent has them, each parsed once, when its language is first shown. Keeps out where the messages
//! are used.

use super::catalogues::catalogue;
use super::pseudo;
use crate::language::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;
use unic_langid::LanguageIdentifier;

/// One bundle of messages.
pub type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static MADE: RefCell<Vec<(Language, &'static Bundle)>> = const { RefCell::new(Vec::new()) };
}

/// The bundle of a language.
fn made(language: Language) -> &'static Bundle {
    MADE.with_borrow_mut(|made| {
        if let Some((_, bundle)) = made.iter().find(|(of, _)| *of == language) {
            return *bundle;
        }
        // It lasts as long as the window.
        let bundle: &'static Bundle = Box::leak(Box::new(make(language)));
        made.push((language, bundle));
        bundle
    })
}

/// The message in that language, else in English; None if there is no such id or a value is missing.
pub fn say(language: Language, id: &str, values: &[(&str, FluentValue)]) -> Option<String> {
    let english = || format(made(Language::English), id, values).filter(|_| language != Language::English);
    format(made(language), id, values).or_else(english)
}

/// A bundle of all files. A fault in a file drops that message only; a test finds it.
pub fn make(language: Language) -> Bundle {
    let tag = if language == Language::Pseudo { "en" } else { language.tag() };
    let mut bundle = FluentBundle::new(vec![tag.parse::<LanguageIdentifier>().expect("a plain language tag")]);
    // Names and codes are mostly from left to right: in a sentence from right to left each stands for itself.
    bundle.set_use_isolating(language.is_right_to_left());
    bundle.set_formatter(Some(match language {
        Language::English | Language::Pseudo => |value, _| shown(Language::English, value),
        Language::Spanish => |value, _| shown(Language::Spanish, value),
        Language::Arabic => |value, _| shown(Language::Arabic, value),
        Language::Welsh => |value, _| shown(Language::Welsh, value),
    }));
    if language == Language::Pseudo {
        bundle.set_transform(Some(pseudo::lengthen));
    }
    for (_, text) in catalogue(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, _)| partly);
        let _already_there = bundle.add_resource(resource);
    }
    bundle
}

fn shown(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(language, &number.as_string())),
        _ => None,
    }
}

/// The message with its values; None if there is no such id or a value is missing.
pub fn format(bundle: &Bundle, id: &str, values: &[(&str, FluentValue)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut named = FluentArgs::new();
    for (name, value) in values {
        named.set(*name, sentence(value));
    }
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&named), &mut faults);
    faults.is_empty().then(|| text.into_owned())
}

/// A value that was said from right to left itself, and has values of its own, goes from right to left: what stands in
/// their isolates does not count for the direction of the whole (UAX #9, P2), so a mark says it.
fn sentence<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::String(text) if text.contains('\u{2068}') => FluentValue::from(format!("\u{200f}{text}")),
        value => value.clone(),
    }
}

/// Parts a whole number after every three digits, as the language does.
pub fn grouped(language: Language, digits: &str) -> String {
    let (sign, least) = language.grouping();
    if digits.len() < least || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(digit);
    }
    out
}
