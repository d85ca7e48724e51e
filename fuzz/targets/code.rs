#![no_main]
//! Codes as people type them, and single typing mistakes in valid ones. Keeps out links.

use libfuzzer_sys::fuzz_target;
use vestibule_domain::code::{ALPHABET, grouped, symbols_so_far};
use vestibule_domain::{Code, CodeError, CodeLength};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(code) = Code::parse(&text) {
        same(&code);
    }
    let so_far = symbols_so_far(&text);
    // Longer ones, with their hyphens, exceed the length that is read.
    if so_far.len() <= 100 {
        assert_eq!(symbols_so_far(&grouped(&so_far)), so_far);
    }
    if let [length, place, symbol, random @ ..] = bytes {
        let length = [CodeLength::Twelve, CodeLength::Sixteen, CodeLength::Twenty][usize::from(*length) % 3];
        if let Ok(code) = Code::generate(length, random) {
            same(&code);
            mistyped(&code, usize::from(*place), usize::from(*symbol));
        }
    }
});

/// Every spelling of a code is read as the same code.
fn same(code: &Code) {
    for written in
        [code.symbols().to_owned(), code.grouped(), code.grouped().to_lowercase(), code.symbols().replace('1', "l")]
    {
        assert!(Code::parse(&written).is_ok_and(|read| read == *code), "{written}");
    }
}

/// A wrong symbol is always refused, and its group is reported.
fn mistyped(code: &Code, place: usize, symbol: usize) {
    let place = place % code.symbols().len();
    let mut typed: Vec<char> = code.symbols().chars().collect();
    let wrong = char::from(ALPHABET[symbol % ALPHABET.len()]);
    if typed[place] != wrong {
        typed[place] = wrong;
        let group = u8::try_from(place / 4 + 1).ok();
        assert_eq!(Code::parse(&String::from_iter(typed)), Err(CodeError::Mistyped { group }));
    }
}
