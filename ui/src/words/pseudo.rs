//! The pseudo-language: accents on every letter, and about a third more letters. Keeps out values, which Fluent passes
//! through unchanged.

use std::borrow::Cow;

/// Letters added per letter read: German and Finnish run about 35 % longer than English.
const MORE: f32 = 0.35;

/// Accents and lengthens a text; bold marks (`**`) and white space stay.
pub fn lengthen(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut owed = 0.0;
    for letter in text.chars() {
        let accented = accent(letter);
        out.push(accented);
        if accented != letter {
            owed += MORE;
            if owed >= 1.0 {
                owed -= 1.0;
                out.push(accented.to_lowercase().next().unwrap_or(accented));
            }
        }
    }
    Cow::Owned(out)
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const FOREIGN: &str = "áƀçđéƒğĥíĵķłɱñóþɋřšţúṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶŁṀÑÓÞɊŘŠŢÛṼŴẊÝŽ";
    PLAIN.find(letter).and_then(|at| FOREIGN.chars().nth(at)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_accented_and_the_text_grows_by_a_third() {
        let text = lengthen("Newcomers see this when they open an invitation");
        assert!(!text.chars().any(|c| c.is_ascii_alphabetic()), "{text}");
        let (before, after) = ("Newcomers see this when they open an invitation".chars().count(), text.chars().count());
        assert!(after * 100 >= before * 125 && after * 100 <= before * 140, "{before} → {after}");
    }

    #[test]
    fn what_is_no_letter_stays() {
        assert_eq!(lengthen("**3** – 5"), "**3** – 5");
    }
}
