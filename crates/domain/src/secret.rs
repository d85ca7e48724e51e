//! Normalises passwords and passphrases before they are hashed or compared, so that the same secret typed on another
//! system matches. Keeps out strength rules and hashing.

use unicode_normalization::UnicodeNormalization;

/// The PRECIS profile `OpaqueString` (RFC 8265, section 4.2): every other space becomes U+0020, then Unicode
/// normalization form C. Case, width and direction stay as they are; ASCII stays byte for byte. Prohibited characters
/// are refused only where a secret is *set* ([`is_secret_text`]): older secrets that contain them must still work.
pub fn opaque(typed: &str) -> String {
    // Enough capacity to never reallocate, which would leave a copy of the secret in freed memory.
    let mut form = String::with_capacity(typed.len() * 3);
    form.extend(typed.chars().map(|c| if is_space(c) { ' ' } else { c }).nfc());
    form
}

/// Whether a new secret may be this text: no control character and no invisible mark (RFC 8264, section 9.13, as far as
/// typed input can contain it: U+FEFF, zero-width and direction marks come with pasted text and can't be typed again).
pub fn is_secret_text(typed: &str) -> bool {
    !typed.chars().any(|c| c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
}

/// Unicode's category Zs.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_form_of_a_form_is_itself(typed in any::<String>()) {
            let form = opaque(&typed);
            prop_assert_eq!(opaque(&form), form);
        }

        #[test]
        fn ascii_stays_byte_for_byte(typed in "[\\x00-\\x7f]*") {
            prop_assert_eq!(opaque(&typed), typed);
        }
    }

    #[test]
    fn composed_and_decomposed_letters_and_all_spaces_are_one() {
        assert_eq!(opaque("me\u{301}decine"), opaque("m\u{e9}decine"));
        for space in ["\u{a0}", "\u{2003}", "\u{202f}", "\u{3000}"] {
            assert_eq!(opaque(&format!("seven{space}herons")), "seven herons");
        }
    }

    #[test]
    fn case_and_width_are_not_folded() {
        assert_ne!(opaque("Heron"), opaque("heron"));
        assert_ne!(opaque("\u{ff48}eron"), opaque("heron"));
        assert_ne!(opaque("stra\u{df}e"), opaque("strasse"));
    }

    #[test]
    fn what_nobody_can_type_again_is_no_new_secret() {
        assert!(is_secret_text("seven herons m\u{e9}decine \u{56f3}\u{66f8}"));
        for mark in ["\u{feff}", "\u{200b}", "\u{202e}", "\t", "\0", "\r"] {
            assert!(!is_secret_text(&format!("seven{mark}herons")), "{mark:?}");
        }
    }
}
