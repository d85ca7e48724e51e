//! The product's wordmark, an organisation's mark, a person's initials and tint. Keeps out where they stand.

use super::icon::{Icon, IconSize};
use crate::prelude::*;

/// The mark and the word Vestibule.
#[component]
pub fn Wordmark() -> Element {
    rsx! {
        span { class: "wordmark",
            Icon { name: "mark", size: IconSize::Large }
            // The product's name is the same in every language.
            "Vestibule"
        }
    }
}

/// Up to two initials: of the first and the last word that begin with a letter or digit.
pub fn initials(name: &str) -> String {
    let mut firsts = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = firsts.next();
    let last = firsts.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// One of four tints for a person's initials, by the account's id: the same for the same person everywhere.
pub fn tint(account: &str) -> u32 {
    account.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 4 + 1
}

/// The organisation's tile: its initials, until it has a logo. Decorative: the name stands beside it.
#[component]
pub fn OrganisationMark(
    name: String,
    /// `s` 32, `m` 44, `l` 56, `xl` 64 px.
    #[props(default = "s")]
    size: &'static str,
) -> Element {
    let letters = initials(&name);
    rsx! {
        span { class: "org-mark {size}", "aria-hidden": "true",
            if letters.is_empty() {
                Icon { name: "mark", size: IconSize::Large }
            } else {
                {letters}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Fernhill College"), "FC");
        assert_eq!(initials("University of the Arts"), "UA");
        assert_eq!(initials("ÉCOLE"), "É");
        assert_eq!(initials("(the) 3rd & Main"), "TM");
        assert_eq!(initials("  "), "");
    }

    #[test]
    fn a_person_keeps_their_tint() {
        assert_eq!(tint("0199-a"), tint("0199-a"));
        assert!((1..=4).contains(&tint("")) && (1..=4).contains(&tint("0199-b")));
    }
}
