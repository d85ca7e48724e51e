//! Short texts that people write: names, labels, reasons, notes. Refuses control characters and marks that change the
//! direction of text.

use crate::letters::{self, is_invisible};
use serde::{Deserialize, Serialize};

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Empty, or white space only.
    #[error("this is needed")]
    Empty,
    /// Longer than the type allows.
    #[error("at most {max} characters")]
    TooLong {
        /// The most characters.
        max: usize,
    },
    /// A character that is not allowed in text.
    #[error("control characters and text-direction marks can't be used here")]
    NotText,
    /// A path of departments with too many names.
    #[error("at most {max} departments stand one under the other")]
    TooDeep {
        /// The most names in a path.
        max: usize,
    },
    /// A line break where one line is expected.
    #[error("this has a line break; write it in one line")]
    LineBreak,
    /// Not an http or https address.
    #[error("an address looks like https://join.school.example")]
    NotAnAddress,
}

/// Trims invisible characters at the ends, composes (Unicode TR 15, form C), turns white space other than line breaks
/// into one space, and checks length (in characters) and characters.
pub(crate) fn checked(text: &str, max: usize) -> Result<String, TextError> {
    let text = bounded(text, max)?;
    let line = letters::collapsed(text);
    if line.is_empty() {
        return Err(TextError::Empty);
    }
    if line.chars().count() > max {
        return Err(TextError::TooLong { max });
    }
    if text.contains(is_line_break) {
        return Err(TextError::LineBreak);
    }
    if line.chars().any(is_unwanted) {
        return Err(TextError::NotText);
    }
    Ok(line)
}

/// Trims invisible characters at the ends; refuses what is certainly longer than `max` characters.
fn bounded(text: &str, max: usize) -> Result<&str, TextError> {
    // A character takes at most four bytes, so a longer text need not be counted.
    if text.len() > max.saturating_mul(4).saturating_add(64) {
        return Err(TextError::TooLong { max });
    }
    Ok(text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)))
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, line separators, direction marks and overrides (Unicode TR 9), and invisible characters that
/// make two names look alike.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

macro_rules! line {
    ($(#[$doc:meta])* $name:ident, $max:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters.
            pub const MAX: usize = $max;

            /// Composes, collapses white space, and checks.
            pub fn parse(text: &str) -> Result<Self, TextError> {
                checked(text, Self::MAX).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(line: $name) -> Self {
                line.0
            }
        }
    };
}

line!(/** A person's name as others know it. */ PersonName, 100);
line!(/** The organisation's name. */ OrganisationName, 100);
line!(/** A department's name. */ DepartmentName, 80);
line!(/** A device's name, as its system calls it. */ DeviceName, 60);
line!(/** What an invitation is for, or where it was handed out. */ Label, 200);
line!(/** Why something was revoked. */ Reason, 200);
line!(/** A group's name: a newcomer is put into any number of them. */ GroupName, 80);
line!(/** A saved view's name: filters and order of a list, kept by one person. */ ViewName, 60);

macro_rules! compared {
    ($($name:ident: $doc:literal),+) => {$(
        impl $name {
            #[doc = $doc]
            pub fn key(&self) -> String {
                letters::key(&self.0)
            }
        }
    )+};
}

compared!(
    ViewName: "What is compared: a person has one view of a name, however it is written ([`letters::key`]).",
    GroupName: "What is compared: one group exists per name, however it is written ([`letters::key`]).",
    DepartmentName: "What is compared: under one department no two have a name that reads the same ([`letters::key`]).",
    Label: "What is compared: labels that read the same are one, however they are written ([`letters::key`])."
);

/// A remark about an invitation, in several lines, for those who look after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// The most characters.
    pub const MAX: usize = 2000;

    /// Trims and checks; lines end in `\n`.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let lines = text.replace("\r\n", "\n");
        let lines = bounded(&lines, Self::MAX)?;
        if lines.is_empty() {
            return Err(TextError::Empty);
        }
        if lines.chars().count() > Self::MAX {
            return Err(TextError::TooLong { max: Self::MAX });
        }
        // Count a line break as one character; no other control character is allowed.
        if lines.chars().any(|c| c != '\n' && is_unwanted(c)) {
            return Err(TextError::NotText);
        }
        Ok(Self(lines.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Note {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0
    }
}

/// Base address of the organisation's invite links: `https://join.school.example`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct JoinAddress(String);

impl JoinAddress {
    /// An http or https address with a host, without query, fragment, user or spaces.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = checked(text, 200)?;
        let rest =
            text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or(TextError::NotAnAddress)?;
        let host = rest.split(['/', ':']).next().unwrap_or("");
        let plain = rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/:%".contains(c));
        if host.is_empty() || host.starts_with(['.', '-']) || !plain {
            return Err(TextError::NotAnAddress);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The address, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for JoinAddress {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<JoinAddress> for String {
    fn from(address: JoinAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_kept() {
        assert_eq!(PersonName::parse("  Inês Duarte ").unwrap().as_str(), "Inês Duarte");
    }

    #[test]
    fn empty_long_and_hostile_texts_are_refused_each_with_its_cause() {
        assert_eq!(PersonName::parse(" \t "), Err(TextError::Empty));
        assert_eq!(PersonName::parse(&"x".repeat(101)), Err(TextError::TooLong { max: 100 }));
        assert_eq!(PersonName::parse(&"x".repeat(10_000_000)), Err(TextError::TooLong { max: 100 }));
        for bad in ["a\0b", "a\u{1b}b", "a\u{202e}b", "a\u{200f}b", "a\u{2066}b"] {
            assert_eq!(PersonName::parse(bad), Err(TextError::NotText), "{bad:?}");
        }
    }

    #[test]
    fn white_space_within_a_name_is_one_space_and_a_line_break_is_called_so() {
        for spaces in ["  ", "\u{a0}", "\t", " \u{3000} "] {
            assert_eq!(DepartmentName::parse(&format!("Main{spaces}Library")).unwrap().as_str(), "Main Library");
        }
        for broken in ["two\nlines", "two\r\nlines", "two\u{2028}lines"] {
            assert_eq!(Label::parse(broken), Err(TextError::LineBreak), "{broken:?}");
        }
        assert_eq!(Label::parse("fair\r\n").unwrap().as_str(), "fair");
    }

    #[test]
    fn a_name_is_stored_composed_and_without_the_marks_that_word_processors_put_at_its_ends() {
        assert_eq!(DepartmentName::parse("Me\u{301}decine").unwrap(), DepartmentName::parse("Médecine").unwrap());
        assert_eq!(PersonName::parse("\u{200f}علي حسن\u{200e}").unwrap().as_str(), "علي حسن");
        assert_eq!(PersonName::parse("\u{feff}Noor").unwrap().as_str(), "Noor");
        assert_eq!(PersonName::parse("می\u{200c}خواهم").unwrap().as_str(), "می\u{200c}خواهم");
        assert_eq!(PersonName::parse("\u{200f} \u{feff}"), Err(TextError::Empty));
    }

    #[test]
    fn a_note_has_lines_and_nothing_hidden() {
        assert_eq!(Note::parse(" Handed out\r\nat the fair \n").unwrap().as_str(), "Handed out\nat the fair");
        assert_eq!(Note::parse("\n \n"), Err(TextError::Empty));
        assert_eq!(Note::parse("a\tb"), Err(TextError::NotText));
        assert_eq!(Note::parse("a\u{202e}b"), Err(TextError::NotText));
        assert_eq!(Note::parse(&"x\n".repeat(1001)), Err(TextError::TooLong { max: 2000 }));
    }

    #[test]
    fn only_web_addresses_are_join_addresses() {
        assert_eq!(
            JoinAddress::parse("https://join.fernhill.example/").unwrap().as_str(),
            "https://join.fernhill.example"
        );
        for bad in [
            "join.fernhill.example",
            "ftp://x.example",
            "https://",
            "https://a b",
            "javascript:alert(1)",
            "https://x.example/?q=1",
            "https://user@x.example",
        ] {
            assert!(JoinAddress::parse(bad).is_err(), "{bad}");
        }
    }
}
