//! The code's promises, tried on thousands of codes.

use super::*;
use proptest::prelude::*;

fn any_code() -> impl Strategy<Value = Code> {
    let lengths = prop_oneof![Just(CodeLength::Twelve), Just(CodeLength::Sixteen), Just(CodeLength::Twenty)];
    (lengths, proptest::collection::vec(any::<u8>(), 128))
        .prop_filter_map("needs a letter and a digit", |(length, bytes)| Code::generate(length, &bytes).ok())
}

fn with_symbol(code: &Code, place: usize, symbol: u8) -> String {
    let mut symbols = code.symbols().as_bytes().to_vec();
    symbols[place] = symbol;
    String::from_utf8(symbols).unwrap()
}

proptest! {
    #[test]
    fn every_code_is_read_back_from_every_allowed_spelling(code in any_code(), spelling in any::<u64>()) {
        let mut typed = String::new();
        for (place, symbol) in code.grouped().chars().enumerate() {
            let choice = spelling.rotate_left(place as u32 * 3) & 7;
            match symbol {
                '-' => typed.push_str(["", "-", " ", "  ", "–", "\t", "\u{a0}", "- "][choice as usize]),
                '1' => typed.push(['1', 'i', 'I', 'l', 'L', '1', 'l', 'I'][choice as usize]),
                '0' => typed.push(['0', 'o', 'O', '0', 'o', 'O', '0', 'o'][choice as usize]),
                other if choice & 1 == 0 => typed.push(other.to_ascii_lowercase()),
                other => typed.push(other),
            }
        }
        prop_assert_eq!(Code::parse(&typed), Ok(code));
    }

    #[test]
    fn every_single_wrong_symbol_is_caught_and_its_group_named(code in any_code()) {
        for place in 0..code.symbols().len() {
            for symbol in ALPHABET {
                if code.symbols().as_bytes()[place] != *symbol {
                    let group = Some(u8::try_from(place / GROUP + 1).unwrap());
                    prop_assert_eq!(Code::parse(&with_symbol(&code, place, *symbol)), Err(CodeError::Mistyped { group }));
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught(code in any_code()) {
        for place in 1..code.symbols().len() {
            let mut symbols = code.symbols().as_bytes().to_vec();
            if symbols[place] != symbols[place - 1] {
                symbols.swap(place, place - 1);
                let swapped = String::from_utf8(symbols).unwrap();
                prop_assert_eq!(Code::parse(&swapped), Err(CodeError::Mistyped { group: None }));
            }
        }
    }

    #[test]
    fn every_code_has_a_letter_and_a_digit_and_no_lookalike(code in any_code()) {
        prop_assert!(code.symbols().bytes().any(|b| b.is_ascii_digit()));
        prop_assert!(code.symbols().bytes().any(|b| b.is_ascii_uppercase()));
        prop_assert!(!code.symbols().contains(['I', 'L', 'O', 'U']));
    }

    #[test]
    fn no_input_makes_the_reader_panic(text in "\\PC*", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Code::parse(&text);
        let _ = Code::parse_or_link(&text);
        let _ = Code::parse(&String::from_utf8_lossy(&bytes));
        let _ = symbols_so_far(&text);
    }

    #[test]
    fn a_link_carries_its_code(code in any_code()) {
        prop_assert_eq!(Code::parse_or_link(&code.link(None)), Ok(code.clone()));
        prop_assert_eq!(Code::parse_or_link(&code.link(Some("https://join.fernhill.example/"))), Ok(code));
    }
}

#[test]
fn what_is_no_code_says_why() {
    assert_eq!(Code::parse(" - "), Err(CodeError::Empty));
    assert_eq!(Code::parse("K7QF"), Err(CodeError::Length { found: 4 }));
    assert_eq!(Code::parse("K7QF-2M9X-4TZC-8WU0"), Err(CodeError::Symbol { found: 'U' }));
    assert_eq!(Code::parse("K7QF\0"), Err(CodeError::Symbol { found: '\0' }));
    assert_eq!(Code::parse("K7QF\u{202e}"), Err(CodeError::Symbol { found: '\u{202e}' }));
    assert!(matches!(Code::parse(&"K".repeat(10_000_000)), Err(CodeError::Length { .. })));
    assert!(matches!(Code::parse_or_link("https://join.fernhill.example/other"), Err(CodeError::Empty)));
}

#[test]
fn random_bytes_that_give_no_digit_are_passed_over() {
    let mut bytes = vec![20; 14];
    assert!(
        Code::generate(CodeLength::Sixteen, &bytes).is_ok_and(|c| c.symbols().bytes().any(|b| b.is_ascii_digit()))
            || Code::generate(CodeLength::Sixteen, &bytes) == Err(NotEnoughRandom)
    );
    bytes.extend(1..=14);
    assert!(Code::generate(CodeLength::Sixteen, &bytes).is_ok());
    assert_eq!(Code::generate(CodeLength::Sixteen, &[]), Err(NotEnoughRandom));
}

#[test]
fn a_code_does_not_print_itself() {
    let code = Code::generate(CodeLength::Sixteen, &(0..64).collect::<Vec<u8>>()).unwrap();
    assert_eq!(format!("{code:?}"), "Code(…)");
}
