//! The invitation code: 12, 16 or 20 symbols of Crockford's base 32, the last two of them check symbols of a
//! Reed–Solomon code over GF(32). Keeps out the source of random bytes and whether a code was ever issued.
//!
//! Symbol `i` of `n` weighs α^i, and a code is right when both Σ cᵢ = 0 and Σ cᵢ·αⁱ = 0. One wrong symbol `e` at place
//! `i` gives the syndromes `e` and `e·αⁱ`, whose quotient names the place; two neighbours swapped leave the first at 0
//! and not the second.

mod link;
mod reading;

pub use link::InviteLink;

use crate::letters::{as_symbols, is_dash};
use serde::{Deserialize, Serialize};

/// Crockford's base 32 (no I, L, O, U). <https://www.crockford.com/base32.html>
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols in a shown group.
pub const GROUP: usize = 4;
/// Longer input can't be a code: 20 symbols with spaces and hyphens between them are far shorter.
const MAX_TYPED: usize = 200;
const CHECKS: usize = 2;

/// How many symbols a code has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeLength {
    /// 12 symbols, 50 random bits.
    Twelve,
    /// 16 symbols, 70 random bits.
    #[default]
    Sixteen,
    /// 20 symbols, 90 random bits.
    Twenty,
}

impl CodeLength {
    /// In symbols.
    pub const fn symbols(self) -> usize {
        match self {
            Self::Twelve => 12,
            Self::Sixteen => 16,
            Self::Twenty => 20,
        }
    }

    /// How many bits of a code are random: five in each symbol that is no check symbol.
    pub const fn random_bits(self) -> usize {
        5 * (self.symbols() - CHECKS)
    }

    fn from_symbols(symbols: usize) -> Option<Self> {
        match symbols {
            12 => Some(Self::Twelve),
            16 => Some(Self::Sixteen),
            20 => Some(Self::Twenty),
            _ => None,
        }
    }
}

/// A code whose check symbols are right. `Debug` does not print it: use [`Code::grouped`] or [`Code::symbols`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// Why the input is not a code. None of these counts as a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code was given: it looks like K7QF-2M9X-4TZC-8WHN")]
    Empty,
    /// Not 12, 16 or 20 symbols.
    #[error("a code has 12, 16 or 20 symbols; this has {found}")]
    Length {
        /// Symbols found (spaces and hyphens apart); capped for very long input.
        found: usize,
    },
    /// A character outside the code alphabet.
    #[error("a code has no {found:?}: it has digits and letters without I, L, O and U")]
    Symbol {
        /// The character, as typed.
        found: char,
    },
    /// The check symbols don't fit: a typing mistake, in `group` (1-based) if only one symbol is wrong.
    #[error("there is a typing mistake{}", located(.group))]
    Mistyped {
        /// Number of the group, from 1; none when the mistake can't be located.
        group: Option<u8>,
    },
    /// Typical of a scanner set to another keyboard layout than the computer.
    #[error(
        "scanner and computer seem to be set to different keyboard layouts: set both to the same one, or type the code"
    )]
    Layout,
    /// Two different codes in one text.
    #[error("there are two codes here: give one of them")]
    Several,
}

fn located(group: &Option<u8>) -> String {
    match group {
        Some(group) => format!(" in group {group}"),
        None => String::new(),
    }
}

/// Not enough random bytes were given. 64 are enough in all but 1 of 10⁹ cases; retry with fresh ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the random bytes given hold no code with both a letter and a digit")]
pub struct NotEnoughRandom;

impl Code {
    /// Makes a code from random bytes (five bits of each are used). Skips stretches that would give a code without a
    /// letter or without a digit.
    pub fn generate(length: CodeLength, random: &[u8]) -> Result<Self, NotEnoughRandom> {
        let data = length.symbols() - CHECKS;
        random
            .chunks_exact(data)
            .map(|window| with_checks(window.iter().map(|byte| byte & 31).collect()))
            .find(|values| values.iter().any(|v| *v < 10) && values.iter().any(|v| *v >= 10))
            .map(|values| Self(values.iter().map(|v| ALPHABET[usize::from(*v)] as char).collect()))
            .ok_or(NotEnoughRandom)
    }

    /// Reads what was typed: any case, spaces, dashes, dots and underscores anywhere, i and l for 1, o for 0, full
    /// width and digits of other scripts.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let values = values_of(typed)?;
        if CodeLength::from_symbols(values.len()).is_none() {
            return Err(if values.is_empty() { CodeError::Empty } else { CodeError::Length { found: values.len() } });
        }
        match syndromes(&values) {
            (0, 0) => Ok(Self(values.iter().map(|v| ALPHABET[usize::from(*v)] as char).collect())),
            (sum, weighed) => Err(CodeError::Mistyped { group: locate(sum, weighed, values.len(), GROUP) }),
        }
    }

    /// Finds the code in a text: alone, in quotes, behind `Code:`, in an invite link (`vestibule://join/CODE`,
    /// `https://…/join/CODE`, in capitals, percent-encoded, wrapped in another link), in a sentence. Two different
    /// codes are refused.
    pub fn parse_or_link(text: &str) -> Result<Self, CodeError> {
        reading::extract_code(text)
    }

    /// Without hyphens: `K7QF2M9X4TZC8WHN`.
    pub fn symbols(&self) -> &str {
        &self.0
    }

    /// With hyphens, as displayed: `K7QF-2M9X-4TZC-8WHN`.
    pub fn grouped(&self) -> String {
        grouped(&self.0)
    }

    /// The invite link: under the organisation's join address or, without one, in the application's own scheme.
    pub fn link(&self, join_address: Option<&str>) -> String {
        match join_address {
            Some(address) => format!("{}/join/{}", address.trim_end_matches('/'), self.grouped()),
            None => format!("vestibule://join/{}", self.grouped()),
        }
    }
}

/// Puts a hyphen after every fourth symbol, also of an incomplete code.
pub fn grouped(symbols: &str) -> String {
    let mut out = String::with_capacity(symbols.len() + symbols.len() / GROUP);
    for (place, symbol) in symbols.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            out.push('-');
        }
        out.push(symbol);
    }
    out
}

/// The symbols in an incomplete input, corrected for case, look-alikes and other scripts; characters outside the
/// alphabet are dropped.
pub fn symbols_so_far(typed: &str) -> String {
    let typed: String = typed.chars().take(MAX_TYPED).collect();
    as_symbols(&typed).chars().take(MAX_TYPED).filter_map(value_of).map(|v| ALPHABET[usize::from(v)] as char).collect()
}

/// Like [`symbols_so_far`], but none if the input holds anything besides symbols and separators.
pub fn only_symbols(typed: &str) -> Option<String> {
    if typed.len() > MAX_TYPED {
        return None;
    }
    let only = as_symbols(typed).chars().all(|c| is_separator(c) || value_of(c).is_some());
    only.then(|| symbols_so_far(typed))
}

impl TryFrom<String> for Code {
    type Error = CodeError;
    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Separators between symbols: spaces, hyphens and the dashes that word processors make of them, dots, underscores.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || matches!(c, '.' | '_')
}

pub(crate) fn value_of(c: char) -> Option<u8> {
    let symbol = match c.to_ascii_uppercase() {
        'I' | 'L' => b'1',
        'O' => b'0',
        other => u8::try_from(other).ok()?,
    };
    ALPHABET.iter().position(|s| *s == symbol).and_then(|at| u8::try_from(at).ok())
}

fn values_of(typed: &str) -> Result<Vec<u8>, CodeError> {
    if typed.len() > MAX_TYPED {
        return Err(CodeError::Length { found: typed.len() });
    }
    as_symbols(typed)
        .chars()
        .filter(|c| !is_separator(*c))
        .map(|c| value_of(c).ok_or(CodeError::Symbol { found: c }))
        .collect()
}

// ---- GF(32) with x⁵ + x² + 1 (primitive), and the code over it.

const EXP: [u8; 31] = {
    let mut table = [0; 31];
    let (mut value, mut at) = (1u8, 0);
    while at < 31 {
        table[at] = value;
        value <<= 1;
        if value & 32 != 0 {
            value ^= 0b10_0101;
        }
        at += 1;
    }
    table
};

fn log(value: u8) -> usize {
    EXP.iter().position(|v| *v == value).expect("every element but 0 is a power of α")
}

fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 { 0 } else { EXP[(log(a) + log(b)) % 31] }
}

fn over(a: u8, b: u8) -> u8 {
    if a == 0 { 0 } else { EXP[(log(a) + 31 - log(b)) % 31] }
}

pub(crate) fn syndromes(values: &[u8]) -> (u8, u8) {
    values.iter().enumerate().fold((0, 0), |(sum, weighed), (at, v)| (sum ^ v, weighed ^ times(*v, EXP[at])))
}

pub(crate) fn with_checks(mut values: Vec<u8>) -> Vec<u8> {
    let (sum, weighed) = syndromes(&values);
    let (first, second) = (EXP[values.len()], EXP[values.len() + 1]);
    // x + y = sum and x·first + y·second = weighed.
    let y = over(weighed ^ times(sum, first), first ^ second);
    values.extend([sum ^ y, y]);
    values
}

pub(crate) fn locate(sum: u8, weighed: u8, length: usize, group: usize) -> Option<u8> {
    if sum == 0 || weighed == 0 {
        return None;
    }
    let place = log(over(weighed, sum));
    (place < length).then(|| u8::try_from(place / group + 1).expect("a code has at most five groups"))
}

#[cfg(test)]
mod tests;
