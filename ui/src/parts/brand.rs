//! The product's wordmark, an organisation's mark, a person's initials and tint. Keeps out where they are shown.

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

/// One of four tints for a person's initials, derived from the account's id, so that it is the same everywhere.
pub fn tint(account: &str) -> u32 {
    account.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 4 + 1
}

/// A logo as the window draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The id of the picture.
    pub picture: String,
    /// The picture as a `data:` URL.
    pub address: String,
}

/// The organisation's logo, for all pages; None until it is fetched, and if there is none.
#[derive(Clone, Copy)]
pub struct Logo(pub Signal<Option<Drawn>>);

/// The organisation's logo, or a tile with its initials. Decorative beside the name; `alt`: its text where it stands
/// alone.
#[component]
pub fn OrganisationMark(
    name: String,
    /// `s` 32, `m` 44, `l` 56, `xl` 64 px.
    #[props(default = "s")]
    size: &'static str,
    #[props(default)] alt: Option<String>,
) -> Element {
    let logo = use_hook(try_consume_context::<Logo>);
    if let Some(drawn) = logo.and_then(|logo| logo.0.cloned()) {
        return rsx! {
            img { class: "org-mark {size}", src: drawn.address, alt: alt.unwrap_or_default(), draggable: "false", "data-test": "logo" }
        };
    }
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

/// The logo as it will be printed before the name; nothing if there is none.
#[component]
pub fn PrintedLogo() -> Element {
    let logo = use_hook(try_consume_context::<Logo>);
    let drawn = logo.and_then(|logo| logo.0.cloned());
    rsx! {
        if let Some(drawn) = drawn {
            img { class: "paper-logo", src: drawn.address, alt: "", draggable: "false", "data-test": "print-logo" }
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
