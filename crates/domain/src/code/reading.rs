//! Finds the one code in typed, pasted or scanned text: alone, in quotes, in a link, in a link within a link, in a
//! sentence. Keeps out whether it was ever issued.

use super::{Code, CodeError, CodeLength, GROUP, is_separator, value_of};
use crate::letters::{as_symbols, is_invisible};

/// In bytes: room for an invitation's whole text in any script, and for the longest wrapped links of mail programs.
const MOST: usize = 8_000;

/// Where the code begins in an invite link.
const JOIN: &str = "join/";

/// The one code in a text, or why there is none.
pub(super) fn extract_code(text: &str) -> Result<Code, CodeError> {
    if text.len() > MOST {
        return Err(CodeError::Length { found: text.len() });
    }
    let plain = as_symbols(&unwrapped(text));
    let bare = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let whole = match Code::parse(bare) {
        Ok(code) => return Ok(code),
        Err(error) => error,
    };
    let found = candidates(&plain);
    let fault = match one_of(&found) {
        Err(CodeError::Several) => return Err(CodeError::Several),
        Err(fault) => fault,
        found => return found,
    };
    Err(match whole {
        _ if is_of_another_layout(text) => CodeError::Layout,
        _ if !found.is_empty() => fault,
        CodeError::Symbol { .. } if plain.contains("://") => CodeError::Empty,
        CodeError::Symbol { .. } => behind_colon(text),
        other => other,
    })
}

/// The one code among the candidates; else the error for several, or for the first that is malformed.
fn one_of(found: &[Result<Code, CodeError>]) -> Result<Code, CodeError> {
    let mut right = found.iter().flatten();
    match right.next() {
        Some(first) if right.all(|other| other == first) => Ok(first.clone()),
        Some(_) => Err(CodeError::Several),
        None => found.first().cloned().unwrap_or(Err(CodeError::Empty)),
    }
}

/// Candidates: first those in links, then words and groups of words outside links that look like a code.
fn candidates(plain: &str) -> Vec<Result<Code, CodeError>> {
    let mut found = linked(plain);
    let words =
        plain.split_whitespace().filter(|word| !word.contains("://") && !word.to_ascii_lowercase().contains(JOIN));
    found.extend(spoken(&words.collect::<Vec<_>>().join(" ")));
    found.extend(in_groups(plain));
    if found.is_empty() { spoken(plain) } else { found }
}

/// What follows the last `join/` of each link, in any case.
fn linked(plain: &str) -> Vec<Result<Code, CodeError>> {
    let links = plain.split("://").flat_map(str::split_whitespace);
    let behind = links.filter_map(|link| {
        let lower = link.to_ascii_lowercase();
        let begins = |at: &usize| !lower[..*at].ends_with(char::is_alphanumeric);
        let last = lower.match_indices(JOIN).map(|(at, _)| at).filter(begins).last()?;
        Some(Code::parse(leading_word(&link[last + JOIN.len()..])))
    });
    behind.collect()
}

/// The leading letters, digits and group separators, up to the first other character.
fn leading_word(text: &str) -> &str {
    let end = text.find(|c: char| !in_word(c)).unwrap_or(text.len());
    text[..end].trim_matches(|c: char| !c.is_alphanumeric())
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || (is_separator(c) && !c.is_whitespace())
}

/// Words with the length of a code and at least one digit, as every code has.
fn spoken(plain: &str) -> Vec<Result<Code, CodeError>> {
    let ends = |c: char| c.is_whitespace() || ":=,;|#?&()[]<>{}\"'*`“”„«»".contains(c);
    let words = plain.split(ends).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_like_one = |word: &&str| {
        let symbols = word.chars().filter(|c| c.is_alphanumeric()).count();
        CodeLength::from_symbols(symbols).is_some()
            && word.contains(|c: char| c.is_ascii_digit())
            && word.chars().all(in_word)
    };
    words.filter(is_like_one).map(Code::parse).collect()
}

/// Codes whose groups are separate words: `K7QF 2M9X 4TZC 8WHN`. Valid ones only, since other four-letter words may
/// stand beside them.
fn in_groups(plain: &str) -> Vec<Result<Code, CodeError>> {
    let words: Vec<&str> =
        plain.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let is_group = |word: &&str| word.chars().count() == GROUP && word.chars().all(|c| value_of(c).is_some());
    words.split(|word| !is_group(word)).flat_map(|run| in_run(run).into_iter().map(Ok)).collect()
}

/// The whole run of groups as one code, or else each code found in it.
fn in_run(run: &[&str]) -> Vec<Code> {
    let code = |groups: &[&str]| {
        let code = groups.concat();
        let has = |such: fn(&char) -> bool| code.chars().any(|c| such(&c));
        let mixed = has(char::is_ascii_digit) && has(char::is_ascii_alphabetic);
        Code::parse(&code).ok().filter(|_| mixed)
    };
    if let Some(whole) = code(run) {
        return vec![whole];
    }
    for groups in [4, 5, 3] {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(some) = run.get(at..at + groups) {
            let right = code(some);
            at += if right.is_some() { groups } else { 1 };
            found.extend(right);
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Undoes link wrapping: percent-encoding, however often applied, and the substitute for it of one mail filter
/// (Proofpoint, version 2).
fn unwrapped(text: &str) -> String {
    let mut text = text.to_owned();
    if text.contains("-3A__") {
        text = text.replace("-3A", ":").replace('_', "/").replace("-2D", "-");
    }
    for _ in 0..4 {
        match decoded(&text) {
            Some(inner) => text = inner,
            None => break,
        }
    }
    text
}

/// Decodes percent-encoding once. None: there is nothing to decode.
fn decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let value =
        |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|n| u8::try_from(n).ok());
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, value(at + 1), value(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high * 16 + low);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    (out.len() < bytes.len()).then(|| String::from_utf8_lossy(&out).into_owned())
}

/// The error for what follows `Code:`, or for the whole text. It names the character as typed, not its folded form.
fn behind_colon(text: &str) -> CodeError {
    let ends = |c: char| !c.is_alphanumeric();
    let all = text.trim_matches(ends);
    let behind = all.rsplit([':', '：']).next().unwrap_or(all).trim_matches(ends);
    match Code::parse(behind) {
        Err(CodeError::Symbol { .. }) => {}
        Err(other) => return other,
        Ok(_) => return CodeError::Empty,
    }
    let is_foreign = |c: &char| {
        let plain = as_symbols(c.encode_utf8(&mut [0; 4]));
        !is_invisible(*c) && plain.chars().any(|c| !is_separator(c) && value_of(c).is_none())
    };
    behind.chars().find(is_foreign).map_or(CodeError::Empty, |found| CodeError::Symbol { found })
}

/// What other keyboard layouts type for the hyphen key: German, Swiss, Italian, Spanish, Portuguese, Nordic, Dutch,
/// French, Turkish, Czech, Hungarian.
const FOR_HYPHEN: &str = "ß'’´`+/)*=üó°§\\";
/// What French and Czech layouts type for the digit keys, and the French one for M.
const FOR_DIGITS: &str = "&é\"'(-è_çà?,+ěščřžýáí";

/// Whether the text looks like a scan whose scanner and computer use different layouts: `httpsÖ--…`,
/// `JXAAß1JZQßC3ANßR10W`, `JXQQ)&JYA)…`.
fn is_of_another_layout(text: &str) -> bool {
    let typed: Vec<char> = text.trim().chars().take(30).collect();
    let lower: String = typed.iter().map(char::to_ascii_lowercase).collect();
    let link = ["https", "http", "vestibule"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let behind: Option<Vec<char>> = link.map(|rest| rest.chars().take(3).collect());
    if let Some([colon, slash, again]) = behind.as_deref() {
        return slash == again && !slash.is_alphanumeric() && !slash.is_whitespace() && [*colon, *slash] != [':', '/'];
    }
    let between = |place: usize| place % (GROUP + 1) == GROUP;
    let Some(hyphen) = typed.get(GROUP).filter(|hyphen| FOR_HYPHEN.contains(**hyphen)) else { return false };
    matches!(typed.len(), 14 | 19 | 24)
        && typed.iter().enumerate().all(|(place, c)| match between(place) {
            true => c == hyphen,
            false => c.is_ascii_alphanumeric() || FOR_DIGITS.contains(*c),
        })
}
