//! Turns text that people wrote into one printable line. Keeps out which texts are allowed: that was checked on entry.

use unicode_segmentation::UnicodeSegmentation;

/// More never fits where these texts are printed, and would only cost time.
const MOST: usize = 600;

/// One line: breaks and tabs become spaces, runs of spaces one; characters without a shape or that change text
/// direction are removed. Text is cut after 600 letters; the layout adds the ellipsis.
pub fn line(text: &str) -> String {
    let mut clean = String::new();
    for grapheme in text.graphemes(true).take(4 * MOST) {
        // A letter has a few combining marks; thousands of them are not text.
        for c in grapheme.chars().take(16) {
            if c.is_whitespace() || c == '\u{2028}' || c == '\u{2029}' || c == '\u{85}' {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(if c == '\u{a0}' || c == '\u{202f}' { c } else { ' ' });
                }
            } else if !is_unprintable(c) {
                clean.push(c);
            }
        }
    }
    let end = clean.grapheme_indices(true).nth(MOST).map_or(clean.len(), |(at, _)| at);
    clean.truncate(end);
    clean.truncate(clean.trim_end().len());
    clean
}

/// Control characters, direction marks, overrides and isolates (Unicode TR 9), and marks for programs only. Joiners
/// stay: Arabic and emoji need them.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character has no shape of its own, so that a font may lack it: joiners and variation selectors.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_overrides_are_not_printed() {
        assert_eq!(line("  Two\r\nlines\tand \u{202e}turned\u{202c} "), "Two lines and turned");
        assert_eq!(line("\u{0}\u{7}\u{200b}"), "");
    }

    #[test]
    fn a_very_long_text_is_cut_and_marks_do_not_pile_up() {
        assert_eq!(line(&"ä".repeat(10_000)).chars().count(), 600);
        assert!(line(&format!("a{}", "\u{301}".repeat(10_000))).chars().count() <= 16);
    }

    #[test]
    fn joiners_of_a_family_and_of_persian_stay() {
        let text = "👩\u{200d}👧 می\u{200c}خواهم";
        assert_eq!(line(text), text);
    }
}
