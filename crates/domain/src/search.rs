//! What somebody types to find an invitation: any part of code, email, role, label, creator or link, from three symbols on.

/// A term of three symbols or more, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerm {
    text: String,
    code_part: Option<String>,
}

/// Why a term can't be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SearchTermError {
    /// Fewer than three symbols.
    #[error("a search needs at least {min} symbols", min = SearchTerm::MIN)]
    TooShort,
    /// Too long.
    #[error("a search has at most {max} characters", max = SearchTerm::MAX)]
    TooLong,
}

impl SearchTerm {
    /// In symbols: what the search index is made of.
    pub const MIN: usize = 3;
    /// In characters.
    pub const MAX: usize = 300;

    /// Reads a term; `None` for nothing but spaces.
    pub fn parse(text: &str) -> Result<Option<Self>, SearchTermError> {
        if text.len() > Self::MAX * 4 || text.chars().count() > Self::MAX {
            return Err(SearchTermError::TooLong);
        }
        let visible: String = text.chars().filter(|c| !c.is_control()).collect();
        let text = visible.trim().to_lowercase();
        if text.is_empty() {
            return Ok(None);
        }
        let code_part = code_part(&text);
        let longest = code_part.as_ref().map_or(0, |part| part.len()).max(text.chars().count());
        if longest < Self::MIN {
            return Err(SearchTermError::TooShort);
        }
        Ok(Some(Self { text, code_part }))
    }

    /// In lower case, as found in addresses, labels and names. May be shorter than three symbols only if there is a code part.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same as code symbols (upper case, look-alikes corrected, without hyphens), if it could be part of a code or an invite link.
    pub fn code_part(&self) -> Option<&str> {
        self.code_part.as_deref()
    }
}

fn code_part(text: &str) -> Option<String> {
    // Of a link, what follows join/ is the code.
    let inside = text.rsplit_once("join/").map_or(text, |(_, code)| code);
    let plain = inside.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ' ');
    let symbols = crate::code::symbols_so_far(inside);
    let typed = inside.chars().filter(char::is_ascii_alphanumeric).count();
    (plain && symbols.len() == typed && symbols.len() >= SearchTerm::MIN && symbols.len() <= 20).then_some(symbols)
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
    fn two_symbols_are_too_short_and_nothing_is_no_search() {
        assert_eq!(SearchTerm::parse("K7"), Err(SearchTermError::TooShort));
        assert_eq!(SearchTerm::parse("   "), Ok(None));
        assert_eq!(SearchTerm::parse(&"x".repeat(10_000_000)), Err(SearchTermError::TooLong));
    }
}
