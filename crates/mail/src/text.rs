//! Makes text of people's harmless for headers and bodies. Keeps out encodings and escapes.

use unicode_segmentation::UnicodeSegmentation;

/// The most characters kept of one grapheme: a letter has a few combining marks, and a family of emoji eleven parts.
const MOST_MARKS: usize = 16;

/// One line of at most `most` graphemes: breaks and tabs become spaces, runs of spaces one. Characters that control
/// something, have no shape or change the direction of text are left out. A text that is cut ends with `…`.
pub fn line(text: &str, most: usize) -> String {
    let mut clean = String::new();
    let mut kept = 0;
    // Spaces and characters without a shape count as well, so that a hostile text ends too.
    for grapheme in text.graphemes(true).take(8 * most) {
        let before = clean.len();
        for c in grapheme.chars().take(MOST_MARKS) {
            if is_space(c) {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
            } else if !is_harmful(c) {
                clean.push(c);
            }
        }
        kept += usize::from(clean.len() > before);
        if kept > most {
            clean.truncate(before);
            return format!("{}…", clean.trim_end());
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Lines of text: every kind of break becomes `\n`, a tab a space, and what [`line`] leaves out is left out, except for
/// marks and isolates, which sentences in right-to-left scripts need and which end with their line.
pub fn block(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => clean.push(c),
            _ if is_harmful(c) => {}
            _ => clean.push(c),
        }
        after_return = c == '\r';
    }
    clean.trim().to_owned()
}

/// White space and every kind of line break.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, direction marks, overrides and isolates (Unicode TR 9), and marks for programs only. Joiners
/// stay: Persian and emoji need them.
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_controls_or_marks_of_direction() {
        assert_eq!(line("  Two\r\nlines\u{2028}and \u{202e}turned\u{202c}\u{0} ", 100), "Two lines and turned");
        assert_eq!(line("\u{0}\u{7}\u{200b}\r\n", 100), "");
    }

    #[test]
    fn a_long_line_is_cut_where_a_letter_ends() {
        assert_eq!(line(&"a".repeat(10_000), 3), "aaa…");
        assert_eq!(line("aaa", 3), "aaa");
        assert_eq!(line("é́x", 1), "é́…");
        assert!(line(&format!("a{}", "\u{301}".repeat(10_000)), 9).chars().count() <= MOST_MARKS);
    }

    #[test]
    fn a_block_keeps_its_lines_and_the_marks_of_its_script() {
        assert_eq!(block("one\r\ntwo\rthree\u{2029}four\tfive\n\n"), "one\ntwo\nthree\nfour five");
        assert_eq!(block("\u{2068}שלום\u{2069}\u{200f}"), "\u{2068}שלום\u{2069}\u{200f}");
        assert_eq!(block("safe\u{202e}txt.exe"), "safetxt.exe");
    }
}
