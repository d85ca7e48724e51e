//! A sentence of the catalogue with bold parts, marked `**…**`. Keeps out any other mark-up.

use crate::prelude::*;

/// The pieces of a sentence, each with whether it is bold.
fn pieces(text: &str) -> Vec<(String, bool)> {
    text.split("**")
        .enumerate()
        .map(|(at, piece)| (piece.to_owned(), at % 2 == 1))
        .filter(|(piece, _)| !piece.is_empty())
        .collect()
}

/// Shows a sentence.
#[component]
pub fn Said(
    text: String,
    /// The bold parts are names: not translated.
    #[props(default)]
    names: bool,
) -> Element {
    rsx! {
        for (piece, bold) in pieces(&text) {
            if bold {
                b { class: "strong", translate: names.then_some("no"), {piece} }
            } else {
                {piece}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_two_pairs_of_stars_is_bold() {
        let found = pieces("and **3 of 5 uses** are lost. **This cannot be undone.**");
        let bold: Vec<_> = found.iter().filter(|(_, bold)| *bold).map(|(piece, _)| piece.as_str()).collect();
        assert_eq!(bold, ["3 of 5 uses", "This cannot be undone."]);
    }

    #[test]
    fn a_sentence_without_stars_is_one_plain_piece() {
        assert_eq!(pieces("plain"), [("plain".to_owned(), false)]);
    }
}
