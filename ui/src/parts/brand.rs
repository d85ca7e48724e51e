//! The product's wordmark and an organisation's mark. Keeps out where they stand.

use super::icon::{Icon, IconSize};
use dioxus::prelude::*;

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
}
