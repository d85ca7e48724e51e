//! Properties of the code, checked on thousands of codes.

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
    fn a_code_is_read_wherever_it_stands(code in any_code()) {
        for text in standing(&code) {
            prop_assert_eq!(Code::parse_or_link(&text), Ok(code.clone()), "{}", text);
        }
    }

    #[test]
    fn another_keyboard_layout_is_told_as_such(code in any_code()) {
        for text in [german(&code.grouped()), german(&code.link(None)), german(&code.link(Some("https://join.fernhill.example")))] {
            prop_assert_eq!(Code::parse_or_link(&text), Err(CodeError::Layout), "{}", text);
        }
        for text in [french(&code.grouped()), french(&code.link(Some("https://join.fernhill.example")))] {
            prop_assert_eq!(Code::parse_or_link(&text), Err(CodeError::Layout), "{}", text);
        }
    }

    #[test]
    fn a_link_carries_its_code(code in any_code()) {
        prop_assert_eq!(Code::parse_or_link(&code.link(None)), Ok(code.clone()));
        prop_assert_eq!(Code::parse_or_link(&code.link(Some("https://join.fernhill.example/"))), Ok(code.clone()));
        // Whatever the join address contains, the code comes last.
        let address = Code::generate(CodeLength::Sixteen, &[9, 3, 20, 9, 31, 7, 14].repeat(8)).unwrap().link(None);
        let address = address.replace("vestibule", "https");
        prop_assert_eq!(Code::parse_or_link(&code.link(Some(&address))), Ok(code));
    }
}

#[test]
fn what_is_no_code_says_why() {
    assert_eq!(Code::parse(" - "), Err(CodeError::Empty));
    assert_eq!(Code::parse("K7QF"), Err(CodeError::Length { found: 4 }));
    assert_eq!(Code::parse("K7QF-2M9X-4TZC-8WU0"), Err(CodeError::Symbol { found: 'U' }));
    assert_eq!(Code::parse("K7QF\0"), Err(CodeError::Symbol { found: '\0' }));
    assert_eq!(Code::parse("K7QF\u{1b}"), Err(CodeError::Symbol { found: '\u{1b}' }));
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

/// A scan typed as on an American keyboard, as a computer set to another layout receives it.
fn swapped(text: &str, from: &str, to: &str) -> String {
    text.chars()
        .map(|c| from.chars().position(|other| other == c).map_or(c, |at| to.chars().nth(at).unwrap()))
        .collect()
}

fn german(text: &str) -> String {
    swapped(text, "-:/yzYZ", "ßÖ-zyZY")
}

fn french(text: &str) -> String {
    swapped(text, "-:/1234567890aqzwmAQZWM", ")M!&é\"'(-è_çàqawz,QAWZ?")
}

/// A code in the forms in which people and programs pass it on.
fn standing(code: &Code) -> Vec<String> {
    let (grouped, link) = (code.grouped(), code.link(Some("https://join.fernhill.example")));
    let wide = |text: &str| -> String {
        text.chars()
            .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
            .collect()
    };
    let arabic: String =
        grouped.chars().map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(0x660 + digit).unwrap())).collect();
    let encoded = link.replace(':', "%3A").replace('/', "%2F");
    let twice = encoded.replace('%', "%25");
    let mut all = vec![wide(&grouped), wide(&link), arabic, swapped(&grouped, "ABCEHKMPTXY", "АВСЕНКМРТХУ")];
    for dash in ['\u{ad}', '\u{fe63}', '\u{2043}', '\u{2011}', '\u{2212}', 'ー', '.', '_', '\u{200b}', '\n'] {
        all.push(grouped.replace('-', &dash.to_string()));
    }
    for around in
        ["\u{feff}{}\r\n", "\u{200f}{}\u{200e}", "Code: {}", "Code：{}", "{}.", "{},", "\"{}\"", "“{}”", "«{}»", "`{}`"]
    {
        all.push(around.replace("{}", &grouped));
    }
    for around in ["**{}**", "<{}>", "({})", "[{}]", "'{}'", "{}!", "#{}"] {
        all.extend([around.replace("{}", &grouped), around.replace("{}", &link)]);
    }
    all.extend([
        format!("Your code is {grouped}."),
        format!("Your code is {} Bye", grouped.replace('-', " ")),
        format!("Dear Noor,\nplease join with {link}.\nYours, Amara (2026-11-25)"),
        format!("{link} ({grouped})"),
        format!("join with {grouped}, see https://fernhill.example/2026/help-me"),
        link.to_uppercase(),
        link.replace("/join/", "/Join/"),
        code.link(None).to_uppercase(),
        format!("{link}/?from=mail#top"),
        link.trim_start_matches("https://").to_owned(),
        link.replace('-', "%2D"),
        encoded.clone(),
        format!("https://www.google.example/url?q={encoded}&sa=D&source=1234567890123456"),
        format!(
            "https://eur01.safelinks.example/?url={encoded}&data=05%7C01%7Camara%40fernhill.example%7C0&reserved=0"
        ),
        format!("https://first.example/?to=https%3A%2F%2Fsecond.example%2F%3Furl%3D{twice}"),
        format!("https://urldefense.example/v3/__{link}__;!!abc$"),
        format!(
            "https://urldefense.example/v2/url?u={}&d=DwMF",
            link.replace('-', "-2D").replace(':', "-3A").replace('/', "_")
        ),
    ]);
    all
}

#[test]
fn two_codes_are_told_as_two_and_the_same_twice_is_one() {
    let of = |seed: u8| Code::generate(CodeLength::Sixteen, &[seed, 3, 20, 9, 31, 7, 14].repeat(8)).unwrap();
    let (one, other) = (of(1), of(2));
    for text in [
        format!("{} {}", one.grouped(), other.grouped()),
        format!("{} or {}", one.link(None), other.link(None)),
        format!("{},{}", one.link(None), other.link(None)),
        format!("{} and {}", one.link(None), other.grouped()),
        format!("{} / {}", one.grouped().replace('-', " "), other.grouped().replace('-', " ")),
    ] {
        assert_eq!(Code::parse_or_link(&text), Err(CodeError::Several), "{text}");
    }
    assert_eq!(Code::parse_or_link(&format!("{} {}", one.grouped(), one.link(None))), Ok(one));
}

#[test]
fn what_is_wrong_with_a_code_among_words_is_told_of_the_code() {
    let code = Code::generate(CodeLength::Sixteen, &(0..64).collect::<Vec<u8>>()).unwrap().grouped();
    let wrong = with_symbol(&Code::parse(&code).unwrap(), 5, if code.as_bytes()[6] == b'7' { b'8' } else { b'7' });
    for around in ["Your code is {}.", "https://join.fernhill.example/join/{}", "“{}”", "Code: {}"] {
        let read = Code::parse_or_link(&around.replace("{}", &wrong));
        assert_eq!(read, Err(CodeError::Mistyped { group: Some(2) }), "{around}");
    }
    let with = |symbol: &str| Code::parse_or_link(&format!("{}{symbol}{}", &code[..3], &code[4..]));
    for foreign in ['U', '/', 'ß', '字', '🎓'] {
        assert_eq!(with(&foreign.to_string()), Err(CodeError::Symbol { found: foreign }));
    }
    assert_eq!(Code::parse_or_link("Code: K7QF-2M9X"), Err(CodeError::Length { found: 8 }));
    for nothing in ["", "\u{feff}", "…", "https://join.fernhill.example/join/"] {
        assert_eq!(Code::parse_or_link(nothing), Err(CodeError::Empty), "{nothing:?}");
    }
    assert!(matches!(Code::parse_or_link(&"K".repeat(10_000_000)), Err(CodeError::Length { .. })));
}

#[test]
fn symbols_of_any_script_are_grouped_while_they_are_typed_and_other_text_is_not() {
    assert_eq!(only_symbols("ｋ７ｑｆ－２"), Some("K7QF2".to_owned()));
    assert_eq!(only_symbols("k7qf.2m\u{ad}9x "), Some("K7QF2M9X".to_owned()));
    assert_eq!(only_symbols("https://"), None);
    assert_eq!(only_symbols("K7QU"), None);
}
