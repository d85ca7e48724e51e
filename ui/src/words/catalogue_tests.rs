//! Tests that all catalogues say the same things: the same ids, values and bold parts, with the plural categories that
//! each language needs. What they compare is the text of the files, so that each rule has its failing twin.

use super::bundle;
use super::catalogues::catalogue;
use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};

const OTHERS: [Language; 3] = [Language::Spanish, Language::Arabic, Language::Welsh];

/// The categories of Unicode's plural rules.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Numbers that reach every category of every language here: Welsh has 3 for few and 6 for many; Arabic 3 to 10 and 11
/// to 99.
const NUMBERS: [u32; 9] = [0, 1, 2, 3, 6, 11, 20, 100, 1_184];

/// The categories that whole numbers of the language fall into.
fn needed(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::Pseudo | Language::Spanish => &["one", "other"],
        Language::Arabic | Language::Welsh => &CATEGORIES,
    }
}

/// What a message is made of.
#[derive(Debug, Default, PartialEq)]
struct Made {
    values: BTreeSet<String>,
    references: BTreeSet<String>,
    /// By what it tells apart, the keys of the choices that are no plurals.
    choices: BTreeMap<String, BTreeSet<String>>,
    /// The keys of each choice by a plural.
    plurals: Vec<BTreeSet<String>>,
    /// The number of bold marks, in each variant.
    marks: BTreeSet<usize>,
}

impl Made {
    fn from_pattern(pattern: &Pattern<&str>) -> Self {
        let mut made = Self::default();
        made.marks = made.walk(pattern);
        made
    }

    /// Adds a pattern; returns how many bold marks its variants have.
    fn walk(&mut self, pattern: &Pattern<&str>) -> BTreeSet<usize> {
        let mut marks = BTreeSet::from([0]);
        for element in &pattern.elements {
            let more = match element {
                PatternElement::TextElement { value } => BTreeSet::from([value.matches("**").count()]),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.name(inline);
                    BTreeSet::from([0])
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let by = self.name(selector);
                    let keys = variants.iter().map(|variant| key(&variant.key)).collect();
                    if is_plural(&keys) {
                        self.plurals.push(keys);
                    } else {
                        self.choices.entry(by).or_default().extend(keys);
                    }
                    variants.iter().flat_map(|variant| self.walk(&variant.value)).collect()
                }
            };
            marks = marks.iter().flat_map(|so_far| more.iter().map(move |here| so_far + here)).collect();
        }
        marks
    }

    fn name(&mut self, inline: &InlineExpression<&str>) -> String {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
                id.name.to_owned()
            }
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.references.insert(id.name.to_owned());
                id.name.to_owned()
            }
            InlineExpression::StringLiteral { .. } => String::new(),
            other => panic!("{other:?} is used in no catalogue"),
        }
    }
}

fn key(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

fn is_plural(keys: &BTreeSet<String>) -> bool {
    keys.iter().all(|key| CATEGORIES.contains(&key.as_str()) || key.parse::<u32>().is_ok())
}

/// Which category a plural's key takes the place of.
fn covers(key: &str) -> &str {
    match key {
        "0" => "zero",
        "1" => "one",
        "2" => "two",
        category => category,
    }
}

/// The messages and terms of a file.
fn messages(text: &str) -> BTreeMap<String, Made> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, faults)| panic!("{faults:?}"));
    let entries = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), Made::from_pattern(message.value.as_ref()?))),
        Entry::Term(term) => Some((format!("-{}", term.id.name), Made::from_pattern(&term.value))),
        _ => None,
    });
    entries.collect()
}

/// How a file differs from the English one in what both must have.
fn differences(language: Language, english: &str, other: &str) -> Vec<String> {
    let (english, other) = (messages(english), messages(other));
    let mut found = Vec::new();
    found.extend(english.keys().filter(|id| !other.contains_key(*id)).map(|id| format!("{id} is missing")));
    for (id, made) in &other {
        let Some(model) = english.get(id) else {
            found.push(format!("{id} is in no English file"));
            continue;
        };
        if made.values != model.values {
            found.push(format!("{id} has the values {:?}, not {:?}", made.values, model.values));
        }
        if made.references != model.references {
            found.push(format!("{id} names {:?}, not {:?}", made.references, model.references));
        }
        if made.choices != model.choices {
            found.push(format!("{id} tells apart {:?}, not {:?}", made.choices, model.choices));
        }
        if made.marks != model.marks {
            found.push(format!("{id} has {:?} bold marks, not {:?}", made.marks, model.marks));
        }
        if made.plurals.is_empty() && !model.plurals.is_empty() {
            found.push(format!("{id} has no plurals"));
        }
        for keys in &made.plurals {
            let there: BTreeSet<_> = keys.iter().map(|key| covers(key)).collect();
            let lacks: Vec<_> = needed(language).iter().filter(|category| !there.contains(**category)).collect();
            if !lacks.is_empty() {
                found.push(format!("{id} lacks the plurals {lacks:?}"));
            }
        }
    }
    found
}

#[test]
fn every_language_says_what_english_says_with_the_same_values() {
    let mut found = Vec::new();
    for language in OTHERS {
        for ((file, english), (_, other)) in catalogue(Language::English).iter().zip(catalogue(language)) {
            let differ = differences(language, english, other);
            found.extend(differ.into_iter().map(|what| format!("{}/{file}: {what}", language.tag())));
        }
    }
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_differs_from_english_is_found() {
    let english = "a = { $n ->\n    [one] **One** { $who }\n   *[other] **{ $n }** { $who }\n }\nb = B { a }\n";
    let fault = |other: &str| differences(Language::Spanish, english, other).join("; ");
    let whole = "a = { $n ->\n    [one] **Uno** { $who }\n   *[other] **{ $n }** { $who }\n }\n";
    assert_eq!(fault(&format!("{whole}b = Be {{ a }}\n")), "");
    assert_eq!(fault(whole), "b is missing");
    assert_eq!(fault(&format!("{whole}b = Be\n")), r#"b names {}, not {"a"}"#);
    assert!(fault(&format!("{whole}b = {{ a }}\nc = Ce\n")).contains("c is in no English file"));
    let rest = "b = { a }\n";
    assert!(fault(&format!("a = **{{ $n }}** {{ $who }}\n{rest}")).contains("a has no plurals"));
    assert!(fault(&format!("{}{rest}", whole.replace(" { $who }", ""))).contains("a has the values"));
    assert!(fault(&format!("{}{rest}", whole.replace("**Uno**", "Uno"))).contains("bold marks"));
    assert!(fault(&format!("{}{rest}", whole.replace("[one]", "[zero]"))).contains("lacks the plurals"));
    let six = differences(Language::Arabic, english, &format!("{whole}{rest}")).join("; ");
    assert!(six.contains(r#"["zero", "two", "few", "many"]"#), "{six}");
}

#[test]
fn other_choices_than_those_of_english_are_found() {
    let english = "a = { $by ->\n    [hand] by hand\n   *[machine] by machine\n }\n";
    assert_eq!(differences(Language::Welsh, english, english), [""; 0]);
    let other = differences(Language::Welsh, english, &english.replace("[hand]", "[llaw]"));
    assert!(other.len() == 1 && other[0].contains("tells apart"), "{other:?}");
}

/// Every message of a language with sample values, by id; Err: Fluent's complaint.
fn samples(language: Language) -> Vec<(String, Result<String, String>)> {
    let bundle = bundle::make(language);
    let mut said = Vec::new();
    for (_, text) in catalogue(language) {
        for (id, made) in messages(text).into_iter().filter(|(id, _)| !id.starts_with('-')) {
            let words = made.choices.values().flatten().map(|key| Value::from(key.clone()));
            for value in NUMBERS.into_iter().map(Value::from).chain(words) {
                let named: Vec<_> = made.values.iter().map(|name| (name.as_str(), value.clone())).collect();
                let text = bundle::format(&bundle, &id, &named);
                said.push((id.clone(), text.ok_or_else(|| format!("{}: {id} with {named:?}", language.tag()))));
            }
        }
    }
    said
}

#[test]
fn every_message_can_be_said_with_any_number_and_any_choice() {
    for language in [Language::English].into_iter().chain(OTHERS) {
        let said = samples(language);
        let faults: Vec<_> = said.iter().filter_map(|(_, text)| text.as_ref().err()).collect();
        assert!(faults.is_empty() && said.len() > 1_000, "{faults:?}");
        for (id, text) in said.iter().filter_map(|(id, text)| Some((id, text.as_ref().ok()?))) {
            assert!(!text.trim().is_empty() && !text.contains(['{', '}']) && !text.contains("->"), "{id}: {text}");
            assert!(text.matches("**").count().is_multiple_of(2), "{id}: {text}");
        }
    }
}

/// Codes are in Latin digits, and so is all else; and what turns the direction of text is Fluent's alone.
#[test]
fn every_language_writes_latin_digits_and_no_marks_of_direction() {
    let is_other = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(is_other('٣') && !is_other('3'));
    for language in OTHERS {
        for (file, text) in catalogue(language) {
            let found: Vec<_> = text.lines().filter(|line| line.contains(is_other)).collect();
            assert!(found.is_empty(), "{}/{file}: {found:?}", language.tag());
        }
    }
}

/// The text of a message without values.
pub fn plain(language: Language) -> BTreeMap<String, String> {
    let bundle = bundle::make(language);
    let all = catalogue(language).iter().flat_map(|(_, text)| messages(text));
    let plain = all.filter(|(id, made)| made.values.is_empty() && !id.starts_with('-'));
    plain.filter_map(|(id, _)| Some((bundle::format(&bundle, &id, &[])?, id))).map(|(text, id)| (id, text)).collect()
}

/// Messages that are the same as in English: examples of addresses and dates, a size of paper, what is printed on keys,
/// and words that the language has too.
const SAME: [(Language, &[&str]); 3] = [
    (
        Language::Spanish,
        &[
            "create-domain-example",
            "desk-ctrl",
            "desk-local",
            "first-join-address-example",
            "key-alt",
            "key-escape",
            "print-a4",
            "span-example",
        ],
    ),
    (
        Language::Arabic,
        &[
            "create-domain-example",
            "desk-ctrl",
            "first-join-address-example",
            "key-alt",
            "key-delete",
            "key-end",
            "key-escape",
            "key-home",
            "key-page-down",
            "key-page-up",
            "key-shift",
            "key-space",
            "print-a4",
            "print-letter",
            "sheet-paste-example",
            "span-example",
        ],
    ),
    (
        Language::Welsh,
        &[
            "calendar-saturday",
            "calendar-sunday",
            "create-domain-example",
            "create-label",
            "desk-ctrl",
            "details-label",
            "filter-label",
            "first-join-address-example",
            "key-alt",
            "key-delete",
            "key-end",
            "key-escape",
            "key-home",
            "key-page-down",
            "key-page-up",
            "key-shift",
            "key-space",
            "logo",
            "print-a4",
            "print-layout-poster",
            "print-letter",
            "sheet-field-label",
            "sheet-paste-example",
            "span-example",
        ],
    ),
];

#[test]
fn no_message_was_left_in_english() {
    let english = plain(Language::English);
    let mut wrong = Vec::new();
    for (language, same) in SAME {
        let left: Vec<_> =
            plain(language).into_iter().filter(|(id, text)| english.get(id) == Some(text)).map(|(id, _)| id).collect();
        if left != same {
            wrong.push(format!("the same in {} as in English: {left:?}", language.tag()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_six_plurals_of_arabic_and_welsh_are_reached() {
    for (language, numbers) in [(Language::Arabic, [0, 1, 2, 3, 11, 100]), (Language::Welsh, [0, 1, 2, 3, 6, 11])] {
        let tag: unic_langid::LanguageIdentifier = language.tag().parse().unwrap();
        let mut bundle = bundle::Bundle::new(vec![tag]);
        let variants: String =
            CATEGORIES[..5].iter().map(|category| format!("    [{category}] {category}\n")).collect();
        let text = format!("n = {{ $n ->\n{variants}   *[other] other\n }}\n");
        bundle.add_resource(fluent_bundle::FluentResource::try_new(text).unwrap()).unwrap();
        let said = numbers.map(|n: u32| bundle::format(&bundle, "n", &[("n", Value::from(n))]).unwrap());
        assert_eq!(said, CATEGORIES, "{language:?}");
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let said = |language| [118, 1_184, 12_345_678].map(|n: u64| bundle::grouped(language, &n.to_string()));
    assert_eq!(said(Language::English), ["118", "1,184", "12,345,678"]);
    assert_eq!(said(Language::Spanish), ["118", "1184", "12.345.678"]);
    assert_eq!(said(Language::Arabic), ["118", "1,184", "12,345,678"]);
    assert_eq!(said(Language::Welsh), ["118", "1,184", "12,345,678"]);
}

#[test]
fn values_in_arabic_stand_for_themselves_until_they_leave_the_window() {
    show(Language::Arabic);
    let text = say_with("code-strip", &[("code", Value::from("K7QF-2M9X"))]);
    let nested = say_with("code-strip", &[("code", Value::from(text.clone()))]);
    let other = find("no-such-id", &[]);
    show(Language::English);
    assert!(text.contains("\u{2068}K7QF-2M9X\u{2069}"), "{text:?}");
    assert!(!without_marks(&text).contains(['\u{2068}', '\u{2069}']));
    assert!(nested.contains("\u{2068}\u{200f}"), "a sentence in a sentence goes from right to left: {nested:?}");
    assert_eq!(without_marks(&nested).matches(char::is_control).count(), 0);
    assert!(!without_marks(&nested).contains('\u{200f}'));
    assert_eq!(other, None);
}
