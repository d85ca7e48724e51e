//! An email address, checked for shape only. Keeps out whether the mailbox exists.

use crate::letters::is_invisible;
use crate::text::{TextError, checked};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// An address, as given, without spaces around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// RFC 5321 §4.5.3.1: 254 octets in all, 64 before the @.
const MAX: usize = 254;
const MAX_LOCAL: usize = 64;

/// Why a text is not an email address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Empty, too long, or with characters that are not allowed in a line of text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It lacks the shape `name@domain.example`.
    #[error("an email address looks like name@school.example")]
    Shape,
    /// Two or more different addresses.
    #[error("there are two addresses here; give one")]
    Several,
}

impl Email {
    /// Finds an address: alone, in quotes, in angle brackets after a name, as mail programs copy it. Folds full-width
    /// letters. Checks the shape: one `@`, a plain local part, a domain of at least two labels.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        if text.len() > MAX * 8 {
            return Err(TextError::TooLong { max: MAX }.into());
        }
        let folded = folded_forms(text);
        let found = match Self::shaped(&folded) {
            Some(email) => Some(email),
            None => within_words(&folded)?,
        };
        if let Some(email) = found {
            return Ok(email);
        }
        checked(text, MAX)?;
        Err(EmailError::Shape)
    }

    /// The whole text as an address. Drops a leading quotation mark that a mail program added, if the rest is an
    /// address.
    fn shaped(text: &str) -> Option<Self> {
        let bare = |text: &str| {
            let (local, domain) = text.rsplit_once('@')?;
            let fits = text.len() <= MAX && local.len() <= MAX_LOCAL && is_local(local) && is_domain(domain);
            fits.then(|| Self(text.to_owned()))
        };
        let without = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c) || is_quote(c));
        bare(without).or_else(|| bare(text))
    }

    /// As given, without spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For comparison: addresses that differ only in case, in Unicode composition, or in how the domain is written
    /// (`szkoła.example`, `xn--szkoa-n7a.example`) have the same key.
    pub fn key(&self) -> String {
        let (local, domain) = self.parts();
        format!("{}@{}", folded(local), domain_key(domain))
    }

    fn parts(&self) -> (&str, &str) {
        self.0.rsplit_once('@').expect("an Email has an @")
    }

    /// `n•••••••••d@post.example`: enough for the owner to recognise, too little for anybody else.
    pub fn obscured(&self) -> String {
        let (local, domain) = self.parts();
        let letters: Vec<char> = local.chars().collect();
        match letters.as_slice() {
            [first, .., last] if letters.len() > 2 => {
                format!("{first}{}{last}@{domain}", "•".repeat(letters.len() - 2))
            }
            [first, ..] => format!("{first}•@{domain}"),
            [] => format!("•@{domain}"),
        }
    }
}

/// All addresses of one domain: `@school.example`. Subdomains are not included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailDomain(String);

impl EmailDomain {
    /// Checks the shape; a leading `@` is optional.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = checked(&folded_forms(text), MAX)?;
        let text = text.trim_matches(|c: char| c.is_whitespace() || is_quote(c));
        let domain = text.strip_prefix('@').unwrap_or(text);
        if domain.len() > MAX || !is_domain(domain) {
            return Err(EmailError::Shape);
        }
        Ok(Self(domain.to_owned()))
    }

    /// As given, without the `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For comparison, as [`Email::key`].
    pub fn key(&self) -> String {
        domain_key(&self.0)
    }

    /// Whether the address belongs to this domain.
    pub fn holds(&self, email: &Email) -> bool {
        domain_key(email.parts().1) == self.key()
    }

    /// `@s•••••.example`: enough for its members to recognise.
    pub fn obscured(&self) -> String {
        let (first, rest) = self.0.split_once('.').expect("a domain has a dot");
        let initial: String = first.chars().take(1).collect();
        format!("@{initial}{}.{rest}", "•".repeat(first.chars().count().saturating_sub(1).max(1)))
    }
}

impl TryFrom<String> for EmailDomain {
    type Error = EmailError;
    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::parse(&text)
    }
}

impl From<EmailDomain> for String {
    fn from(domain: EmailDomain) -> Self {
        domain.0
    }
}

/// Quotation marks that programs and people put around an address.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›')
}

/// Folds full-width and other forms of letters (Unicode TR 15, form KC), so that the bound address and the one typed
/// later compare equal.
fn folded_forms(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfkc().collect() }
}

/// The one address among words: `Name <address>`, `mailto:address`, `address;`. Repeats of it are allowed. None: there
/// is none.
fn within_words(text: &str) -> Result<Option<Email>, EmailError> {
    let ends = |c: char| c.is_whitespace() || is_invisible(c) || is_quote(c) || "<>()[],;:|".contains(c);
    let found: Vec<Email> = text.split(ends).filter_map(Email::shaped).collect();
    let Some(first) = found.first() else { return Ok(None) };
    if found.iter().any(|other| other.key() != first.key()) {
        return Err(EmailError::Several);
    }
    // Allow a name before angle brackets, and punctuation around the address; other words beside it are an error.
    let outer = text.trim_matches(|c: char| ends(c) || c == '.');
    let is_bracketed = text.contains(&format!("<{}>", first.0)) || text.to_lowercase().contains("<mailto:");
    let is_alone =
        outer.to_lowercase().strip_prefix("mailto:").unwrap_or(&outer.to_lowercase()) == first.0.to_lowercase();
    Ok(Some(first.clone()).filter(|_| is_bracketed || is_alone || found.len() > 1))
}

/// Without case, and composed (Unicode TR 15, form C).
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// The domain in Unicode form (Unicode TR 46); one that is not valid there is compared as written.
fn domain_key(domain: &str) -> String {
    let lower = domain.to_ascii_lowercase();
    if lower.is_ascii() && !lower.contains("xn--") {
        // For plain ASCII, the conversion would only change the case.
        return lower;
    }
    match idna::domain_to_unicode(domain) {
        (unicode, Ok(())) => unicode,
        _ => folded(domain),
    }
}

fn is_local(local: &str) -> bool {
    // RFC 5322 dot-atom, with letters of any script (RFC 6531).
    local
        .split('.')
        .all(|atom| !atom.is_empty() && atom.chars().all(|c| is_letter(c) || "!#$%&'*+-/=?^_`{|}~".contains(c)))
}

/// A letter or digit of any script, or an accent that stands apart from its letter (Unicode, Combining Diacritical
/// Marks).
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| is_letter(c) || c == '-')
        })
        && labels.last().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()))
}

impl TryFrom<String> for Email {
    type Error = EmailError;
    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_taken() {
        for good in ["noor.haddad@post.example", " a+b@x.example ", "o'neil@mail.co.example", "żółw@szkoła.example"]
        {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in [
            "",
            "noor",
            "@post.example",
            "noor@",
            "noor@post",
            "a@b@",
            "a b@c.example",
            "a..b@c.example",
            ".a@c.example",
            "a@-c.example",
            "a@c..example",
            "a@1.2.3.4",
            "a@c.exa\u{202e}mple",
            "a\0@c.example",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
        assert!(Email::parse(&format!("{}@c.example", "a".repeat(65))).is_err());
        assert!(Email::parse(&"x".repeat(10_000_000)).is_err());
    }

    #[test]
    fn an_address_is_read_as_mail_programs_and_people_copy_it() {
        for copied in [
            "'noor@post.example",
            "'noor@post.example'",
            "noor@post.example’",
            "\u{201c}noor@post.example\u{201d}",
            "\u{feff}noor@post.example\u{200f}\r\n",
            "<noor@post.example>",
            "Noor Haddad <noor@post.example>",
            "\"Haddad, Noor\" <noor@post.example>",
            "Haddad, Noor <noor@post.example>;",
            "noor@post.example <noor@post.example>",
            "mailto:noor@post.example",
            "noor@post.example,",
            "\u{ff4e}oor\u{ff20}post\u{ff0e}example",
        ] {
            assert_eq!(Email::parse(copied).map(String::from).as_deref(), Ok("noor@post.example"), "{copied}");
        }
        assert_eq!(EmailDomain::parse("“@post．example”").unwrap().as_str(), "post.example");
    }

    #[test]
    fn two_addresses_are_told_as_two_and_a_line_break_as_one() {
        for two in [
            "a@post.example\nb@post.example",
            "a@post.example ::: b@post.example",
            "a@post.example; b@post.example",
            "a@post.example b@post.example",
            "a@post.example,b@post.example",
            "Ann <a@post.example>, Ben <b@post.example>",
            "a@post.example <b@post.example>",
        ] {
            assert_eq!(Email::parse(two), Err(EmailError::Several), "{two:?}");
        }
        assert_eq!(Email::parse("noor\n@post.example"), Err(TextError::LineBreak.into()));
        assert_eq!(Email::parse("write to noor@post.example soon"), Err(EmailError::Shape));
    }

    #[test]
    fn case_does_not_tell_two_people_apart() {
        assert_eq!(Email::parse("Noor@Post.Example").unwrap().key(), Email::parse("noor@post.example").unwrap().key());
    }

    #[test]
    fn one_address_written_in_two_ways_is_one_person() {
        let key = |text: &str| Email::parse(text).unwrap().key();
        assert_eq!(key("ines@szko\u{142}a.example"), key("INES@xn--szkoa-n7a.EXAMPLE"));
        assert_eq!(key("jose\u{301}@post.example"), key("Jos\u{e9}@post.example"));
        assert_ne!(key("jose@post.example"), key("jos\u{e9}@post.example"));
    }

    #[test]
    fn a_domain_holds_its_own_addresses_and_no_other() {
        let school = EmailDomain::parse("@School.example").unwrap();
        let holds = |text: &str| school.holds(&Email::parse(text).unwrap());
        assert!(holds("noor@school.example") && holds("noor@SCHOOL.EXAMPLE"));
        for other in ["noor@sub.school.example", "noor@notschool.example", "noor@school.example.evil.example"] {
            assert!(!holds(other), "{other}");
        }
        assert_eq!(EmailDomain::parse("@school"), Err(EmailError::Shape));
        assert_eq!(EmailDomain::parse("a@school.example"), Err(EmailError::Shape));
        assert_eq!(school.obscured(), "@S•••••.example");
    }

    #[test]
    fn an_obscured_address_keeps_only_the_ends() {
        assert_eq!(Email::parse("noor.haddad@post.example").unwrap().obscured(), "n•••••••••d@post.example");
        assert_eq!(Email::parse("ab@post.example").unwrap().obscured(), "a•@post.example");
    }
}
