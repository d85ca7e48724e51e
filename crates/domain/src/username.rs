//! Usernames, with which people sign in. Restricted to one spelling, so that no two look alike.

use crate::letters;
use serde::{Deserialize, Serialize};

/// 3 to 32 of a–z, 0–9, dot, hyphen, underscore; begins with a letter; kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Username(String);

/// Why a text is not a username, or may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UsernameError {
    /// Wrong length, first letter or characters.
    #[error("a username has 3 to 32 of a–z, 0–9, dot, hyphen and underscore, and begins with a letter")]
    Shape,
    /// A sign at the end, or two signs in a row.
    #[error("a username ends with a letter or digit, and has one dot, hyphen or underscore at a time")]
    Signs,
    /// It reads like an office or a system account.
    #[error("this username sounds like an office of the organisation; choose another one")]
    Reserved,
}

/// Names that could pass for an administrator, the program or everybody. Compared without signs.
#[rustfmt::skip]
const RESERVED: [&str; 38] = [
    "abuse", "account", "accounts", "adm", "admin", "administration", "administrator", "administrators", "admins", "all",
    "anonymous", "billing", "everybody", "everyone", "guest", "help", "helpdesk", "hostmaster", "info", "itsupport",
    "mailerdaemon", "moderator", "nobody", "noreply", "office", "official", "operator", "owner", "postmaster", "root",
    "security", "staff", "superuser", "support", "sysadmin", "system", "vestibule", "webmaster",
];

impl Username {
    /// Trims, lowers the case, checks. For existing names and for names typed to sign in.
    pub fn parse(text: &str) -> Result<Self, UsernameError> {
        if text.len() > 200 {
            return Err(UsernameError::Shape);
        }
        let name = letters::collapsed(&letters::plain(text)).to_ascii_lowercase();
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || is_sign(c));
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if (3..=32).contains(&name.len()) && plain && begins { Ok(Self(name)) } else { Err(UsernameError::Shape) }
    }

    /// A newly chosen name: also refuses signs that are easily overlooked.
    pub fn chosen(text: &str) -> Result<Self, UsernameError> {
        let name = Self::parse(text)?;
        let signs: Vec<bool> = name.0.chars().map(is_sign).collect();
        let doubled = signs.windows(2).any(|two| two == [true, true]);
        if doubled || signs.ends_with(&[true]) { Err(UsernameError::Signs) } else { Ok(name) }
    }

    /// A newcomer's name: also refuses reserved names.
    pub fn chosen_by_newcomer(text: &str) -> Result<Self, UsernameError> {
        let name = Self::chosen(text)?;
        let letters = name.letters();
        let office = letters.trim_end_matches(|c: char| c.is_ascii_digit());
        if RESERVED.contains(&letters.as_str()) || RESERVED.contains(&office) {
            return Err(UsernameError::Reserved);
        }
        Ok(name)
    }

    /// The name without its signs. Names with equal letters are easily confused.
    pub fn letters(&self) -> String {
        self.0.chars().filter(|c| !is_sign(*c)).collect()
    }

    /// In lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '.' | '-' | '_')
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
            assert_eq!(Username::parse(bad), Err(UsernameError::Shape));
        }
    }

    #[test]
    fn full_width_letters_are_the_same_letters() {
        assert_eq!(Username::parse("ａｍａｒａ．ｏ\u{200e}").unwrap().as_str(), "amara.o");
    }

    #[test]
    fn signs_that_are_overlooked_are_not_chosen_but_names_that_stand_are_read() {
        for bad in ["amara.", "amara-", "no..or", "n.-_.x", "noor_-x"] {
            assert_eq!(Username::chosen(bad), Err(UsernameError::Signs), "{bad}");
            assert!(Username::parse(bad).is_ok(), "{bad}");
        }
        assert_eq!(Username::chosen("a.b-c_d").unwrap().letters(), "abcd");
    }

    #[test]
    fn no_newcomer_passes_for_an_office_and_a_first_administrator_may() {
        for office in [
            "admin",
            "Administrator",
            "root",
            "system",
            "vestibule",
            "support",
            "everyone",
            "ad-min",
            "admin1",
            "help_desk",
        ] {
            assert_eq!(Username::chosen_by_newcomer(office), Err(UsernameError::Reserved), "{office}");
            assert!(Username::chosen(office).is_ok(), "{office}");
        }
        for person in ["amara", "admire", "rootes", "noor2", "adminah.o"] {
            assert!(Username::chosen_by_newcomer(person).is_ok(), "{person}");
        }
    }
}
