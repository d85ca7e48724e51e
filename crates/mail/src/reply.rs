//! A server's answer to a command: a number and some lines. Keeps out the reading, and what an answer means where.

use crate::text;

/// The most letters of an answer that are shown.
const MOST_SHOWN: usize = 300;

/// A whole answer (RFC 5321, 4.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// From 200 to 599.
    pub code: u16,
    /// What stands behind the number in each line, unchecked.
    pub lines: Vec<String>,
}

/// One line of an answer.
pub struct ReplyLine<'a> {
    pub code: u16,
    pub is_last: bool,
    pub text: &'a str,
}

impl<'a> ReplyLine<'a> {
    /// Three digits, then a hyphen if more lines follow, or a space, or nothing. No line break.
    pub fn parse(line: &'a str) -> Option<Self> {
        let (digits, rest) = line.split_at_checked(3)?;
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let code = digits.parse().ok().filter(|code| (200..600).contains(code))?;
        let is_last = !rest.starts_with('-');
        let text = rest.strip_prefix(['-', ' ']).or(rest.is_empty().then_some(rest))?;
        Some(Self { code, is_last, text })
    }
}

impl Reply {
    /// What was asked was done.
    pub fn is_done(&self) -> bool {
        self.code / 100 == 2
    }

    /// The server waits for more.
    pub fn wants_more(&self) -> bool {
        self.code / 100 == 3
    }

    /// It will be refused the next time as well.
    pub fn is_permanent(&self) -> bool {
        self.code / 100 == 5
    }

    /// With its number, as one harmless line of at most 300 letters.
    pub fn shown(&self) -> String {
        shown(&format!("{} {}", self.code, self.lines.join(" ")))
    }
}

/// A server's words as one harmless line of at most 300 letters.
pub fn shown(words: &str) -> String {
    text::line(words, MOST_SHOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_number_and_tells_whether_it_is_the_last() {
        let parsed = |line| ReplyLine::parse(line).map(|line| (line.code, line.is_last, line.text));
        assert_eq!(parsed("250-SIZE 42"), Some((250, false, "SIZE 42")));
        assert_eq!(parsed("550 no"), Some((550, true, "no")));
        assert_eq!(parsed("354"), Some((354, true, "")));
        for bad in ["", "25", "2500", "199 x", "600 x", "2x0 a", "+50 a", "HTTP/1.1 400", "SSH-2.0", "äöü", "25ä x"]
        {
            assert_eq!(parsed(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_reply_is_shown_on_one_short_line() {
        let lines = vec!["5.1.1\u{7} no\tsuch".to_owned(), "\u{202e}x".repeat(1_000)];
        let shown = Reply { code: 550, lines }.shown();
        assert!(shown.starts_with("550 5.1.1 no such xxx") && shown.chars().count() <= 301, "{shown}");
    }
}
