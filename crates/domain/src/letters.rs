//! Normalises characters: invisible ones, digits and letters of other scripts, dashes, white space, and the key by
//! which names are compared. Keeps out what the text means.

use unicode_normalization::UnicodeNormalization;

/// Invisible: soft hyphen, zero-width characters, direction marks, byte-order mark, variation selectors (Unicode,
/// Default_Ignorable).
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A hyphen, or a dash that keyboards, word processors and other scripts use for it.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1806}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{207b}' | '\u{208b}'
    ) || matches!(
        c,
        '\u{2212}' | '\u{2e3a}' | '\u{2e3b}' | '\u{30fc}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{ff70}'
    )
}

/// The digit 0 of each script with ten consecutive digits (Unicode 16, General_Category Nd) that NFKC does not fold.
const ZEROS: [u32; 60] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
    0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
];

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// Cyrillic and Greek letters that look like Latin capitals, as typed when the keyboard is set to the other script.
/// Small Greek letters look like other ones.
const ALIKE: [(&str, &str); 2] = [
    ("АВЕЅІЈКМНОРСТХУԚԜавеѕіјкмнорстхуԛԝ", "ABESIJKMHOPCTXYQWABESIJKMHOPCTXYQW"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
];

fn latin(c: char) -> Option<char> {
    ALIKE.iter().find_map(|(from, to)| from.chars().position(|other| other == c).and_then(|at| to.chars().nth(at)))
}

/// Normalises one character: drops invisible ones, folds full width and other forms (Unicode TR 15, form KC), digits to
/// 0–9, dashes to hyphens. Appends nothing, one or several characters.
fn plain_of(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c);
    } else if is_dash(c) {
        out.push('-');
    } else if !is_invisible(c) {
        for folded in std::iter::once(c).nfkc() {
            out.push(digit(folded).unwrap_or(folded));
        }
    }
}

/// Normalises a text, character by character.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| plain_of(c, &mut out));
    out
}

/// Like [`plain`], and maps Cyrillic and Greek look-alikes to Latin capitals: for codes and keys only.
pub(crate) fn as_symbols(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    plain(text).chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// Composes (form C), collapses white space to one space, and trims invisible characters at the ends.
pub fn collapsed(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || is_invisible(c);
    let words: Vec<&str> = text.trim_matches(ends).split_whitespace().collect();
    let joined = words.join(" ");
    // ASCII is composed already.
    if joined.is_ascii() { joined } else { joined.nfc().collect() }
}

/// The key by which names are compared: composed, without case, white space collapsed. Lower, upper and lower case of
/// each letter in turn give Unicode's full case folding (`ß` is `ss`, `ς` is `σ`); only the dotless `ı` stays distinct
/// from `i`.
pub fn key(text: &str) -> String {
    let text = collapsed(text);
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let folded: String = text
        .chars()
        .flat_map(|c| {
            let lower = c.to_lowercase();
            let through: Vec<char> = match c {
                'ı' => lower.collect(),
                _ => lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect(),
            };
            through
        })
        .collect();
    folded.nfc().collect()
}

/// The existing name that a new one is probably a misspelling of: a letter or two apart by [`key`]. None if the name
/// itself exists, or no other is close.
pub fn close_to<'a>(name: &str, standing: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (key_of_name, name) = (key(name), bare(name));
    let mut nearest: Option<(usize, &str)> = None;
    for other in standing {
        let letters = bare(other);
        // Names that differ in a number are different: Class 7 is not Class 8.
        let both_number = numbers(&letters).next().is_some() && numbers(&name).next().is_some();
        if both_number && !numbers(&letters).eq(numbers(&name)) {
            continue;
        }
        if letters == name && key(other) == key_of_name {
            return None;
        }
        // Allow one difference in a short word, two in a long one, none in up to three letters.
        let most = match name.len().min(letters.len()) {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        if let Some(apart) = distance(&name, &letters, most)
            && nearest.is_none_or(|(so_far, _)| apart < so_far)
        {
            nearest = Some((apart, other));
        }
    }
    nearest.map(|(_, other)| other)
}

/// The letters and digits of a name's key; the whole key if it has none.
fn bare(name: &str) -> Vec<char> {
    let letters: Vec<char> = key(name).chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.is_empty() { key(name).chars().collect() } else { letters }
}

fn numbers(letters: &[char]) -> impl Iterator<Item = &char> {
    letters.iter().filter(|c| c.is_numeric())
}

/// Edit distance (insertions, deletions, replacements, swaps of neighbours), if it is at most `most` (optimal string
/// alignment).
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|apart| *apart <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_people_read_them() {
        let same = [
            ["Médecine", "me\u{301}DECINE"],
            ["Main  Library", " Main\u{a0}library "],
            ["Straße", "STRASSE"],
            ["ẞ", "ss"],
            ["ΟΔΟΣ", "οδος"],
            ["İzmir", "i\u{307}zmir"],
            ["\u{200f}علي", "علي\u{200f}"],
        ];
        for [one, other] in same {
            assert_eq!(key(one), key(other), "{one} {other}");
            assert_eq!(key(&key(one)), key(one), "{one}");
        }
        for [one, other] in [["resume", "résumé"], ["kış", "kiş"], ["a b", "ab"], ["A-1", "A1"]] {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_with_a_slip_is_near_the_one_that_stands() {
        let standing = ["Library", "Front office", "図書館", "IT", "Médecine"];
        for (slip, meant) in [
            ("Libary", "Library"),
            ("Lirbary", "Library"),
            ("LIBRARY.", "Library"),
            ("front-office", "Front office"),
            ("Frontt ofice", "Front office"),
            ("Medecine", "Médecine"),
        ] {
            assert_eq!(close_to(slip, standing), Some(meant), "{slip}");
        }
        for other in ["library", "Laundry", "AT", "Kitchen", "", "図書室"] {
            assert_eq!(close_to(other, standing), None, "{other}");
        }
        assert_eq!(close_to("Class 7", ["Class 8", "Clas 7"]), Some("Clas 7"), "another number is another name");
    }

    #[test]
    fn digits_of_every_script_are_digits() {
        assert_eq!(plain("٠١٢٣٤٥٦٧٨٩ ０９ ०९ ۰۹ 𝟘𝟡 𞥐𞥙"), "0123456789 09 09 09 09 09");
        assert_eq!(plain("Ⅷ"), "VIII");
        assert!(ZEROS.is_sorted());
    }
}
