//! Usernames: what people type to sign in. One spelling each, so that two never look alike.

use serde::{Deserialize, Serialize};

/// 3 to 32 of a–z, 0–9, dot, hyphen, underscore; begins with a letter; kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Username(String);

/// The text is not a username.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a username has 3 to 32 of a–z, 0–9, dot, hyphen and underscore, and begins with a letter")]
pub struct UsernameError;

impl Username {
    /// Trims, lowers the case, checks.
    pub fn parse(text: &str) -> Result<Self, UsernameError> {
        if text.len() > 200 {
            return Err(UsernameError);
        }
        let name = text.trim().to_ascii_lowercase();
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if (3..=32).contains(&name.len()) && plain && begins { Ok(Self(name)) } else { Err(UsernameError) }
    }

    /// In lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Username {
    type Error = UsernameError;
    fn try_from(text: String) -> Result<Self, UsernameError> {
        Self::parse(&text)
    }
}

impl From<Username> for String {
    fn from(name: Username) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_folded() {
        assert_eq!(Username::parse(" Amara.O ").unwrap().as_str(), "amara.o");
    }

    #[test]
    fn what_could_be_mistaken_is_refused() {
        for bad in ["", "ab", "1abc", "a b c", "amára", "a/b", "root\0", &"a".repeat(33), &"a".repeat(10_000_000)] {
            assert_eq!(Username::parse(bad), Err(UsernameError));
        }
    }
}
