//! Makes cells harmless that a spreadsheet would run as formulas, and restores them. Keeps out files and rows.
//!
//! A formula begins with `= + - @` (or their full-width forms); a leading tab or line end of a cell is skipped.
//! Source: <https://owasp.org/www-community/attacks/CSV_Injection>, which also says that a spreadsheet set to another
//! separator cuts a cell anew, at separators, quotes and line ends inside it: no formula may follow these either. So
//! an apostrophe is put before each. A text that already has apostrophes there gets one more, so that removing one
//! always restores what was written.

use std::borrow::Cow;

/// The mark that spreadsheets also use for "this is text".
const MARK: char = '\'';

/// The cell, harmless in a spreadsheet.
pub fn defused(cell: &str) -> Cow<'_, str> {
    changed(cell, |rest, first| is_formula(rest, first).then_some(("'", 0)))
}

/// The cell as it was before [`defused`].
pub(crate) fn restored(cell: &str) -> Cow<'_, str> {
    changed(cell, |rest, first| (rest.starts_with(MARK) && is_formula(rest, first)).then_some(("", MARK.len_utf8())))
}

/// Calls `change` at each place where a cell could begin: it returns what to insert, and how many bytes to drop.
fn changed(cell: &str, change: impl Fn(&str, bool) -> Option<(&'static str, usize)>) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let mut copied = 0;
    let inner = cell.bytes().enumerate().filter(|(_, byte)| cuts(*byte)).map(|(at, _)| at + 1);
    for place in std::iter::once(0).chain(inner) {
        if let Some((put, left_out)) = change(&cell[place..], place == 0) {
            let out = out.get_or_insert_default();
            out.push_str(&cell[copied..place]);
            out.push_str(put);
            copied = place + left_out;
        }
    }
    match out {
        Some(mut out) => {
            out.push_str(&cell[copied..]);
            out.into()
        }
        None => cell.into(),
    }
}

/// Whether some spreadsheet, with some setting, would cut a cell at that byte.
fn cuts(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b'\t' | b'|' | b'"' | b'\r' | b'\n')
}

/// Whether the text here, after any marks, begins a formula.
fn is_formula(rest: &str, first: bool) -> bool {
    match rest.trim_start_matches(MARK).chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => true,
        Some('\t' | '\r' | '\n') => first,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_beginning_of_a_formula_is_defused() {
        for (cell, harmless) in [
            ("=1+1", "'=1+1"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-1", "'-1"),
            ("@school.example", "'@school.example"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\nx", "'\nx"),
            ("＝1", "'＝1"),
            ("＠x", "'＠x"),
            ("spring;=1", "spring;'=1"),
            ("spring\",\"=1", "spring\",\"'=1"),
            ("one\n=two", "one\n'=two"),
            ("'=1", "''=1"),
        ] {
            assert_eq!(defused(cell), harmless);
            assert_eq!(restored(harmless), cell);
        }
    }

    #[test]
    fn what_is_no_formula_stays_as_it_is() {
        for cell in ["", "amara@fernhill.example", "2026-12-31T17:00", "O'Neill", "'quoted'", "a - b", "x,'y"] {
            assert!(matches!(defused(cell), Cow::Borrowed(same) if same == cell), "{cell}");
            assert_eq!(restored(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(cell in "[=+@'\",;|\t\r\n a＝-]{0,12}|\\PC{0,20}") {
            let harmless = defused(&cell);
            prop_assert!(!harmless.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            prop_assert_eq!(restored(&harmless), cell.as_str());
        }
    }
}
