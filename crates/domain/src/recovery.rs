//! The recovery key: 32 bytes as four printed lines, each with check symbols of its own, so that a mistake made in copying is found in its line.
//! Keeps out where the bytes come from and what they open.

use crate::code::{ALPHABET, is_separator, locate, syndromes, value_of, with_checks};

const LINES: usize = 4;
/// 4 × 13 symbols of 5 bits hold 256 bits and 4 that are zero.
const DATA: usize = 13;
const LINE: usize = DATA + 2;
const GROUP: usize = 5;
const MAX_TYPED: usize = 400;

/// Why what was typed is no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Not 60 symbols.
    #[error("a recovery key has four lines of 15 symbols; this has {found} symbols")]
    Length {
        /// Symbols found.
        found: usize,
    },
    /// A character that no key has.
    #[error("a recovery key has no {found:?}")]
    Symbol {
        /// The character.
        found: char,
    },
    /// A typing mistake in `line`, and in its `group` if only one symbol is wrong (both 1-based).
    #[error("there is a typing mistake in line {line}")]
    Mistyped {
        /// 1-based.
        line: u8,
        /// 1-based.
        group: Option<u8>,
    },
}

/// Four lines such as `K7QF2-M9X4T-ZC8WH`.
pub fn write(key: &[u8; 32]) -> Vec<String> {
    let bits = |at: usize| (0..5).fold(0u8, |symbol, bit| symbol << 1 | bit_of(key, at * 5 + bit));
    (0..LINES)
        .map(|line| {
            let symbols = with_checks((0..DATA).map(|at| bits(line * DATA + at)).collect());
            let text: Vec<u8> = symbols.iter().map(|v| ALPHABET[usize::from(*v)]).collect();
            let groups: Vec<String> =
                text.chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
            groups.join("-")
        })
        .collect()
}

/// Reads what was typed, as forgiving as for a code.
pub fn read(typed: &str) -> Result<[u8; 32], RecoveryKeyError> {
    if typed.len() > MAX_TYPED {
        return Err(RecoveryKeyError::Length { found: typed.len() });
    }
    let values = typed
        .chars()
        .filter(|c| !is_separator(*c))
        .map(|c| value_of(c).ok_or(RecoveryKeyError::Symbol { found: c }))
        .collect::<Result<Vec<u8>, _>>()?;
    if values.len() != LINES * LINE {
        return Err(RecoveryKeyError::Length { found: values.len() });
    }
    let mut key = [0u8; 32];
    for (number, line) in (1u8..).zip(values.chunks(LINE)) {
        let (sum, weighed) = syndromes(line);
        if (sum, weighed) != (0, 0) {
            return Err(RecoveryKeyError::Mistyped { line: number, group: locate(sum, weighed, LINE, GROUP) });
        }
    }
    let data: Vec<u8> = values.chunks(LINE).flat_map(|line| &line[..DATA]).copied().collect();
    for at in 0..256 {
        key[at / 8] |= (data[at / 5] >> (4 - at % 5) & 1) << (7 - at % 8);
    }
    // The four bits left over are zero in every key that was written.
    if data[LINES * DATA - 1] & 0b1111 != 0 {
        return Err(RecoveryKeyError::Mistyped { line: 4, group: None });
    }
    Ok(key)
}

fn bit_of(key: &[u8; 32], at: usize) -> u8 {
    key.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_key_is_read_back_as_printed_and_in_lower_case(key in any::<[u8; 32]>()) {
            let printed = write(&key).join("\n");
            prop_assert_eq!(read(&printed), Ok(key));
            prop_assert_eq!(read(&printed.to_lowercase().replace('-', " ")), Ok(key));
        }

        #[test]
        fn one_wrong_symbol_is_found_in_its_line_and_group(key in any::<[u8; 32]>(), place in 0usize..60, other in 0usize..32) {
            let mut symbols: Vec<u8> = write(&key).concat().replace('-', "").into_bytes();
            prop_assume!(symbols[place] != ALPHABET[other]);
            symbols[place] = ALPHABET[other];
            let line = u8::try_from(place / LINE + 1).unwrap();
            let group = Some(u8::try_from(place % LINE / GROUP + 1).unwrap());
            prop_assert_eq!(read(&String::from_utf8(symbols).unwrap()), Err(RecoveryKeyError::Mistyped { line, group }));
        }

        #[test]
        fn no_input_makes_the_reader_panic(text in "\\PC*") {
            let _ = read(&text);
        }
    }

    #[test]
    fn half_a_key_is_no_key() {
        let lines = write(&[7; 32]);
        assert_eq!(read(&lines[..2].join(" ")), Err(RecoveryKeyError::Length { found: 30 }));
        assert!(matches!(read(&"K".repeat(10_000_000)), Err(RecoveryKeyError::Length { .. })));
    }
}
