//! The invite link in the application's own scheme, as the system hands it over when somebody clicks one. Any web page
//! or program can make one, so it is hostile input. Keeps out what is done with it, and links as people paste them
//! (`reading`), which may be wrapped in anything.

/// What stands before the code. Schemes and hosts have no case.
const BEFORE: &str = "vestibule://join/";
/// The longest code is 20 symbols with four hyphens; as many again leave room for one that was pasted wrongly.
const MOST: usize = 48;

/// The code of an invite link, as the link spells it: letters, digits and hyphens, at most 48. It may be mistyped and
/// was never looked up. `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct InviteLink(String);

impl InviteLink {
    /// Reads `vestibule://join/CODE`, and nothing that says more: no other action, query, fragment, user, port or
    /// percent-encoding. None: this is no invite link.
    pub fn parse(link: &str) -> Option<Self> {
        if link.len() > BEFORE.len() + MOST + 1 {
            return None;
        }
        let (before, code) = link.split_at_checked(BEFORE.len())?;
        // Some systems end a link that has one path segment with a slash.
        let code = code.strip_suffix('/').unwrap_or(code);
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let holds = before.eq_ignore_ascii_case(BEFORE)
            && (1..=MOST).contains(&code.len())
            && code.starts_with(|c: char| c.is_ascii_alphanumeric())
            && code.chars().all(is_plain);
        holds.then(|| Self(code.to_owned()))
    }

    /// The code as the link spells it.
    pub fn typed(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for InviteLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InviteLink(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(link: &str) -> Option<String> {
        InviteLink::parse(link).map(|link| link.typed().to_owned())
    }

    #[test]
    fn the_link_of_an_invitation_gives_its_code_as_it_is_spelled() {
        assert_eq!(typed("vestibule://join/K7QF-2M9X-4TZC-8WHN").as_deref(), Some("K7QF-2M9X-4TZC-8WHN"));
        assert_eq!(typed("VESTIBULE://JOIN/k7qf2m9x4tzc8whn/").as_deref(), Some("k7qf2m9x4tzc8whn"));
    }

    #[test]
    fn a_code_that_was_cut_off_is_given_too_so_that_the_page_can_say_so() {
        assert_eq!(typed("vestibule://join/K7QF-2M9X").as_deref(), Some("K7QF-2M9X"));
    }

    #[test]
    fn a_link_that_says_anything_more_is_none() {
        let long = format!("vestibule://join/{}", "K".repeat(MOST + 1));
        let huge = format!("vestibule://join/{}", "K".repeat(10_000_000));
        let hostile = [
            "",
            "vestibule:",
            "vestibule://join",
            "vestibule://join/",
            "vestibule://join//",
            "vestibule:join/K7QF-2M9X-4TZC-8WHN",
            "vestibule://revoke/K7QF-2M9X-4TZC-8WHN",
            "vestibule://join/K7QF-2M9X-4TZC-8WHN/redeem",
            "vestibule://join/K7QF-2M9X-4TZC-8WHN?redeem=1",
            "vestibule://join/K7QF-2M9X-4TZC-8WHN#form",
            "vestibule://amara@join/K7QF-2M9X-4TZC-8WHN",
            "vestibule://join:80/K7QF-2M9X-4TZC-8WHN",
            "vestibule://join/K7QF%2D2M9X",
            "vestibule://join/%4B7QF-2M9X-4TZC-8WHN",
            "vestibule://join/..-..-settings",
            "vestibule://join/--data-dir",
            "vestibule://join/K7QF --sample",
            "vestibule://join/K7QF\" --sample \"",
            "vestibule://join/K7QF\n2M9X",
            "vestibule://join/K7QF\u{202e}2M9X",
            "vestibule://join/Ｋ７ＱＦ",
            " vestibule://join/K7QF-2M9X-4TZC-8WHN",
            "https://join.fernhill.example/join/K7QF-2M9X-4TZC-8WHN",
            "other://join/K7QF-2M9X-4TZC-8WHN",
            "javascript:alert(1)",
            long.as_str(),
            huge.as_str(),
        ];
        for link in hostile {
            assert_eq!(typed(link), None, "{:.60}", link);
        }
    }

    #[test]
    fn a_link_does_not_print_its_code() {
        let link = InviteLink::parse("vestibule://join/K7QF-2M9X-4TZC-8WHN").unwrap();
        assert!(!format!("{link:?}").contains("K7QF"));
    }
}
