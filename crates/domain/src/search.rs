//! A search term for invitations: any part of code, email, role, label, creator or link.

use crate::letters::{as_symbols, collapsed, is_dash};

/// A checked search term, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerm {
    text: String,
    code_part: Option<String>,
}

/// Why a term is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SearchTermError {
    /// Too long.
    #[error("a search has at most {max} characters", max = SearchTerm::MAX)]
    TooLong,
}

impl SearchTerm {
    /// Shortest term, in characters, that the search index can look up. Shorter ones need a scan of all rows.
    pub const INDEXED: usize = 3;
    /// The longest term, in characters.
    pub const MAX: usize = 300;

    /// Reads a term; `None` if it is empty. Normalises white space and composition as in the names that are searched.
    pub fn parse(text: &str) -> Result<Option<Self>, SearchTermError> {
        if text.len() > Self::MAX * 4 || text.chars().count() > Self::MAX {
            return Err(SearchTermError::TooLong);
        }
        let spaced: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        let text = collapsed(&collapsed(&spaced).to_lowercase());
        if text.is_empty() {
            return Ok(None);
        }
        let code_part = code_part(&text);
        Ok(Some(Self { text, code_part }))
    }

    /// In lower case, for addresses, labels and names.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The term as code symbols (upper case, look-alikes corrected, without hyphens), if it could be part of a code or
    /// an invite link, or contains one.
    pub fn code_part(&self) -> Option<&str> {
        self.code_part.as_deref()
    }

    /// Whether the term is too short for the search index.
    pub fn is_short(&self) -> bool {
        self.text.chars().count() < Self::INDEXED
    }
}

fn code_part(text: &str) -> Option<String> {
    if let Ok(code) = crate::Code::parse_or_link(text) {
        return Some(code.symbols().to_owned());
    }
    // In a link, the code follows `join/`.
    let inside = as_symbols(text.rsplit_once("join/").map_or(text, |(_, code)| code));
    let least = text.chars().count().min(SearchTerm::INDEXED);
    let plain = inside.chars().all(|c| c.is_ascii_alphanumeric() || is_dash(c) || c == ' ');
    let symbols = crate::code::symbols_so_far(&inside);
    let typed = inside.chars().filter(char::is_ascii_alphanumeric).count();
    (plain && symbols.len() == typed && symbols.len() >= least && symbols.len() <= 20).then_some(symbols)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str) -> SearchTerm {
        SearchTerm::parse(text).unwrap().unwrap()
    }

    #[test]
    fn part_of_a_code_is_found_with_or_without_hyphens_in_any_case() {
        assert_eq!(term("k7qf-2m").code_part(), Some("K7QF2M"));
        assert_eq!(term("K7QF2M").code_part(), Some("K7QF2M"));
        assert_eq!(term("vestibule://join/K7QF-2M9X").code_part(), Some("K7QF2M9X"));
    }

    #[test]
    fn what_no_code_holds_is_searched_as_text_only() {
        assert_eq!(term("noor@post").code_part(), None);
        assert_eq!(term("Umbrella").code_part(), None);
    }

    #[test]
    fn the_first_symbol_is_a_term_and_nothing_is_none() {
        assert!(term("K").is_short() && term("図書").is_short() && !term("K7Q").is_short());
        assert_eq!(term("k7").code_part(), Some("K7"));
        for text in ["%", "'", "🎓", "é", "-"] {
            assert_eq!((term(text).text(), term(text).code_part()), (text, None));
        }
        assert_eq!(SearchTerm::parse(" \u{200f}  "), Ok(None));
        assert_eq!(SearchTerm::parse(&"x".repeat(10_000_000)), Err(SearchTermError::TooLong));
    }

    #[test]
    fn a_name_is_looked_for_as_it_is_stored_and_a_code_wherever_it_stands() {
        assert_eq!(term("Me\u{301}decine").text(), "médecine");
        assert_eq!(term("Main\u{a0} Library").text(), "main library");
        let code = crate::Code::generate(crate::CodeLength::Sixteen, &(0..64).collect::<Vec<u8>>()).unwrap();
        for text in [
            format!("HTTPS://JOIN.FERNHILL.EXAMPLE/JOIN/{}", code.grouped()),
            format!("Code: {}.", code.grouped()),
            code.grouped().replace('-', "_"),
        ] {
            assert_eq!(term(&text).code_part(), Some(code.symbols()), "{text}");
        }
    }
}
