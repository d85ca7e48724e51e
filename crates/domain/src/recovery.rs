//! The recovery key: 32 bytes as four printed lines, each with its own check symbols, so that a copying mistake is
//! located in its line. Keeps out where the bytes come from and what they unlock.

use crate::code::{ALPHABET, is_separator, locate, syndromes, value_of, with_checks};
use crate::letters::as_symbols;

const LINES: usize = 4;
/// 4 × 13 symbols of 5 bits hold 256 bits and 4 that are zero.
const DATA: usize = 13;
const LINE: usize = DATA + 2;
const GROUP: usize = 5;
/// In bytes: the four lines in full width, with headings around them.
const MAX_TYPED: usize = 4_000;

/// Why the input is not a recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Not 60 symbols.
    #[error("a recovery key has four lines of 15 symbols; this has {found} symbols")]
    Length {
        /// Symbols found.
        found: usize,
    },
    /// A character outside the alphabet.
    #[error("a recovery key has no {found:?}")]
    Symbol {
        /// The character, as typed.
        found: char,
    },
    /// A typing mistake in `line`, and in its `group` if only one symbol is wrong (both 1-based).
    #[error("there is a typing mistake in line {line}")]
    Mistyped {
        /// The line's number, from 1.
        line: u8,
        /// The group within the line, from 1; none when it can't be located.
        group: Option<u8>,
    },
    /// Each line is valid, but not in this order ([`candidate_keys`] returns the others).
    #[error("each line is right, but they stand in another order than they were printed in")]
    Order,
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

/// A line as typed: its symbols' values, and the number before it.
struct Typed {
    number: Option<u8>,
    values: Vec<u8>,
}

/// Reads typed input as leniently as for a code: with headings, empty lines and numbers. Numbered lines are sorted,
/// others are taken in the order given.
pub fn parse(typed: &str) -> Result<[u8; 32], RecoveryKeyError> {
    let lines = lines_of(typed)?;
    key_of([0, 1, 2, 3].map(|at| &lines[at])).ok_or(RecoveryKeyError::Order)
}

/// All keys that these lines can form, the one of [`parse`] first. Check symbols don't cover the order of lines, so the
/// caller tries each against the key's fingerprint. At most 24.
pub fn candidate_keys(typed: &str) -> Result<Vec<[u8; 32]>, RecoveryKeyError> {
    let lines = lines_of(typed)?;
    let mut keys = Vec::new();
    for first in 0..LINES {
        for second in 0..LINES {
            for third in 0..LINES {
                let order = [first, second, third, 6_usize.saturating_sub(first + second + third)];
                let each_once = (0..LINES).all(|line| order.contains(&line));
                if let Some(key) = each_once.then(|| key_of(order.map(|at| &lines[at]))).flatten() {
                    keys.push(key);
                }
            }
        }
    }
    if keys.is_empty() { Err(RecoveryKeyError::Order) } else { Ok(keys) }
}

/// The values of four valid lines, sorted by their numbers if they have any.
fn lines_of(typed: &str) -> Result<Vec<Vec<u8>>, RecoveryKeyError> {
    if typed.len() > MAX_TYPED {
        return Err(RecoveryKeyError::Length { found: typed.len() });
    }
    let plain = as_symbols(typed);
    let mut lines: Vec<Typed> = plain.lines().filter_map(line_of).collect();
    if lines.len() > LINES {
        // Drop a heading that happens to be as long as a line.
        lines.retain(|line| syndromes(&line.values) == (0, 0));
    }
    if lines.len() != LINES {
        lines = in_one_run(&plain)?;
    }
    if (1..=4).all(|number| lines.iter().any(|line| line.number == Some(number))) {
        lines.sort_by_key(|line| line.number);
    }
    for (number, line) in (1u8..).zip(&lines) {
        let (sum, weighed) = syndromes(&line.values);
        if (sum, weighed) != (0, 0) {
            return Err(RecoveryKeyError::Mistyped { line: number, group: locate(sum, weighed, LINE, GROUP) });
        }
    }
    Ok(lines.into_iter().map(|line| line.values).collect())
}

/// A line of the key: its last fifteen symbols, with at most a number or a word or two before them.
fn line_of(text: &str) -> Option<Typed> {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let begins = text.char_indices().filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric));
    for (at, _) in begins {
        let (before, symbols) = text.split_at(at);
        if let Ok(values) = values_of(symbols)
            && values.len() == LINE
        {
            let digits: String = before.chars().filter(char::is_ascii_digit).collect();
            return Some(Typed { number: digits.parse().ok(), values });
        }
    }
    None
}

/// All sixty symbols, ignoring line breaks; else without lines that can't be of a key, which are headings.
fn in_one_run(plain: &str) -> Result<Vec<Typed>, RecoveryKeyError> {
    let whole = values_of(plain);
    let values = match whole {
        Ok(values) if values.len() == LINES * LINE => values,
        Ok(values) => {
            let longest = plain.lines().filter_map(|line| values_of(line).ok()).find(|line| line.len() == LINES * LINE);
            longest.ok_or(RecoveryKeyError::Length { found: values.len() })?
        }
        Err(fault) => {
            let (lines, others): (Vec<&str>, Vec<&str>) = plain.lines().partition(|line| values_of(line).is_ok());
            let values: Vec<u8> = lines.iter().filter_map(|line| values_of(line).ok()).flatten().collect();
            // Treat a line of about the right length as a key line with a wrong character.
            let is_near = |line: &&&str| line.chars().filter(|c| value_of(*c).is_some()).count().abs_diff(LINE) <= 2;
            match others.iter().find(is_near).map(|line| values_of(line)) {
                _ if values.len() == LINES * LINE => values,
                Some(Err(nearer)) => return Err(nearer),
                _ if values.is_empty() => return Err(fault),
                _ => return Err(RecoveryKeyError::Length { found: values.len() }),
            }
        }
    };
    Ok(values.chunks(LINE).map(|line| Typed { number: None, values: line.to_vec() }).collect())
}

fn values_of(plain: &str) -> Result<Vec<u8>, RecoveryKeyError> {
    let symbols = plain.chars().filter(|c| !is_separator(*c));
    symbols.map(|c| value_of(c).ok_or(RecoveryKeyError::Symbol { found: c })).collect()
}

/// The key of four lines in this order. None if the four unused bits, zero in every key, are not zero.
fn key_of(lines: [&Vec<u8>; LINES]) -> Option<[u8; 32]> {
    let data: Vec<u8> = lines.iter().flat_map(|line| &line[..DATA]).copied().collect();
    let mut key = [0u8; 32];
    for at in 0..256 {
        key[at / 8] |= (data[at / 5] >> (4 - at % 5) & 1) << (7 - at % 8);
    }
    (data[LINES * DATA - 1] & 0b1111 == 0).then_some(key)
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
            prop_assert_eq!(parse(&printed), Ok(key));
            prop_assert_eq!(parse(&printed.to_lowercase().replace('-', " ")), Ok(key));
        }

        #[test]
        fn one_wrong_symbol_is_found_in_its_line_and_group(key in any::<[u8; 32]>(), place in 0usize..60, other in 0usize..32) {
            let mut symbols: Vec<u8> = write(&key).concat().replace('-', "").into_bytes();
            prop_assume!(symbols[place] != ALPHABET[other]);
            symbols[place] = ALPHABET[other];
            let line = u8::try_from(place / LINE + 1).unwrap();
            let group = Some(u8::try_from(place % LINE / GROUP + 1).unwrap());
            prop_assert_eq!(parse(&String::from_utf8(symbols).unwrap()), Err(RecoveryKeyError::Mistyped { line, group }));
        }

        #[test]
        fn no_input_makes_the_reader_panic(text in "\\PC*") {
            let _ = parse(&text);
        }
    }

    fn lines() -> Vec<String> {
        write(&std::array::from_fn(|at| u8::try_from(at).unwrap().wrapping_mul(37) ^ 0x5a))
    }

    #[test]
    fn a_key_is_read_as_people_keep_it() {
        let lines = lines();
        let key = parse(&lines.join("\n")).unwrap();
        let numbered = |form: fn(usize, &str) -> String| -> Vec<String> {
            lines.iter().enumerate().map(|(at, line)| form(at + 1, line)).collect()
        };
        let wide =
            |line: &str| line.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect::<String>();
        let kept = [
            lines.join("\n\n"),
            format!("\u{feff}{}\r\n", lines.join("\r\n")),
            format!("\n\nFernhill, our recovery key (keep it safe!)\n\n{}\n\nprinted 31.12.2026", lines.join("\n")),
            numbered(|n, line| format!("{n}. {line}")).join("\n"),
            numbered(|n, line| format!(" {n}) {}", line.replace('-', " "))).join("\n"),
            numbered(|n, line| format!("Line {n}: {line}.")).join("\n \n"),
            numbered(|n, line| format!("{n} {}", line.to_lowercase())).join("\n"),
            lines.iter().map(|line| wide(line)).collect::<Vec<_>>().join("\n"),
            lines.join(" ").replace('-', "–"),
            format!("Recovery key:\n{}", lines.join(" ")),
            lines.concat(),
            lines.join("\n").replace('0', "O").replace('1', "l"),
        ];
        for text in kept {
            assert_eq!(parse(&text), Ok(key), "{text}");
            assert_eq!(candidate_keys(&text).unwrap()[0], key, "{text}");
        }
    }

    #[test]
    fn numbers_put_swapped_lines_in_order_and_without_them_the_right_key_is_among_all_orders() {
        let lines = lines();
        let key = parse(&lines.join("\n")).unwrap();
        let numbered = format!("3. {}\n1. {}\n4. {}\n2. {}", lines[2], lines[0], lines[3], lines[1]);
        assert_eq!(parse(&numbered), Ok(key));
        let swapped = [&lines[3], &lines[1], &lines[0], &lines[2]].map(String::as_str).join("\n");
        assert_ne!(parse(&swapped), Ok(key));
        let all = candidate_keys(&swapped).unwrap();
        assert!(all.contains(&key) && all.len() <= 24, "{}", all.len());
    }

    #[test]
    fn under_a_heading_a_mistake_is_still_found_in_its_line() {
        let mut lines = lines();
        let swap = |line: &str| line.replacen(&line[..1], if line.starts_with('7') { "8" } else { "7" }, 1);
        lines[2] = format!("3. {}", swap(&lines[2]));
        let text = format!("Our key\n\n{}", lines.join("\n\n"));
        assert_eq!(parse(&text), Err(RecoveryKeyError::Mistyped { line: 3, group: Some(1) }));
        let bad = text.replace("3. 7", "3. !").replace("3. 8", "3. !");
        assert_eq!(parse(&bad), Err(RecoveryKeyError::Symbol { found: '!' }));
        assert_eq!(parse("Our key\n"), Err(RecoveryKeyError::Symbol { found: 'u' }));
    }

    #[test]
    fn half_a_key_is_no_key() {
        let lines = write(&[7; 32]);
        assert_eq!(parse(&lines[..2].join(" ")), Err(RecoveryKeyError::Length { found: 30 }));
        assert!(matches!(parse(&"K".repeat(10_000_000)), Err(RecoveryKeyError::Length { .. })));
    }
}
