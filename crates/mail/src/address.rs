//! Who a message is from and for: a name and an address, checked once. Keeps out whether the mailbox exists, and how
//! addresses that people type are read: the rules do that before.

use crate::error::AddressError;
use crate::text::{is_harmful, line};

/// RFC 5321, 4.5.3.1: 254 bytes in all (a path of 256 has angle brackets), 64 before the @.
const MOST: usize = 254;
const MOST_LOCAL: usize = 64;
/// The most letters of a name that are shown; mail programs cut far earlier.
const MOST_NAME: usize = 100;

/// A name, which may be empty, and an address that can't end a header or a command.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mailbox {
    name: String,
    local: String,
    domain: String,
}

impl Mailbox {
    /// A name is made harmless, since a message is not held back for a stray mark in a name. An address is refused,
    /// since it is never changed silently.
    fn new(name: &str, address: &str) -> Result<Self, AddressError> {
        let (local, domain) = address.trim().rsplit_once('@').ok_or(AddressError::Shape)?;
        if local.len() > MOST_LOCAL || domain.len() > MOST {
            return Err(AddressError::TooLong);
        }
        if address.chars().any(is_harmful) {
            return Err(AddressError::Character);
        }
        if !is_local(local) {
            return Err(AddressError::Shape);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| AddressError::Domain)?;
        if domain.is_empty() || domain.ends_with('.') {
            return Err(AddressError::Domain);
        }
        if local.len() + 1 + domain.len() > MOST {
            return Err(AddressError::TooLong);
        }
        Ok(Self { name: line(name, MOST_NAME), local: local.to_owned(), domain })
    }
}

/// Words joined by single dots (a dot-atom of RFC 5322), with letters of any script (RFC 6531). Not `=?`, by which some
/// mail programs would decode it to something else.
fn is_local(local: &str) -> bool {
    let is_of_a_word =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || (!c.is_ascii() && !is_blank(c));
    local.split('.').all(|word| !word.is_empty() && word.chars().all(is_of_a_word)) && !local.contains("=?")
}

/// Whether a character shows as nothing: spaces of any width, joiners and fillers.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || is_harmful(c)
        || matches!(
            c,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{200c}' | '\u{200d}' | '\u{3164}' | '\u{ffa0}' | '\u{fe00}'
                ..='\u{fe0f}'
        )
}

/// The two parties have the same shape and must not be taken for each other.
macro_rules! party {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(Mailbox);

        impl $name {
            /// A name of at most 100 letters, made one harmless line, which may be empty; and an address. The address
            /// is as given, without spaces around it; its domain in the form that servers understand
            /// (`xn--…`, lower case).
            pub fn new(name: &str, address: &str) -> Result<Self, AddressError> {
                Mailbox::new(name, address).map(Self)
            }

            /// The name as it is shown.
            pub fn name(&self) -> &str {
                &self.0.name
            }

            /// The address as it is given to the server.
            pub fn address(&self) -> String {
                format!("{}@{}", self.0.local, self.0.domain)
            }

            /// Whether only a server with SMTPUTF8 can take it: letters other than ASCII before the @.
            pub fn needs_smtputf8(&self) -> bool {
                !self.0.local.is_ascii()
            }

            /// For the builder of messages.
            pub(crate) fn mailbox(&self) -> Result<lettre::message::Mailbox, lettre::address::AddressError> {
                let address = lettre::Address::new(&self.0.local, &self.0.domain)?;
                let name = (!self.0.name.is_empty()).then(|| self.0.name.clone());
                Ok(lettre::message::Mailbox::new(name, address))
            }
        }
    };
}

party! {
    /// Who a message is from.
    Sender
}
party! {
    /// Who a message is for: always one person, so that nobody learns of anybody else.
    Recipient
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_it_is_and_its_domain_as_servers_know_it() {
        for (given, taken) in [
            ("noor@post.example", "noor@post.example"),
            (" o'neil+x@post.example ", "o'neil+x@post.example"),
            ("noor@Szkoła.example", "noor@xn--szkoa-n7a.example"),
            ("nöör@post.example", "nöör@post.example"),
            ("root@localhost", "root@localhost"),
        ] {
            assert_eq!(Recipient::new("", given).unwrap().address(), taken);
        }
        assert!(Recipient::new("", "nöör@post.example").unwrap().needs_smtputf8());
        assert!(!Recipient::new("Nöör", "noor@szkoła.example").unwrap().needs_smtputf8());
    }

    #[test]
    fn what_could_end_a_header_or_a_command_is_no_address() {
        for bad in [
            "",
            "noor",
            "@post.example",
            "noor@",
            "a b@post.example",
            "a\r\nBcc: x@post.example",
            "a\n@post.example",
            "a\0@post.example",
            "a@post.example>\r\nDATA",
            "a@post.example> SIZE=1",
            "\"a b\"@post.example",
            "a@b@post.example",
            "<a@post.example>",
            "a@post.example, b@post.example",
            "a..b@post.example",
            ".a@post.example",
            "a\u{2028}@post.example",
            "a\u{202e}b@post.example",
            "a\u{200d}@post.example",
            "=?utf-8?q?a?=@post.example",
            "a@post..example",
            "a@post.example.",
            "a@-post.example",
            "a@[127.0.0.1]",
            "a@post.exa mple",
        ] {
            assert!(Recipient::new("", bad).is_err(), "{bad:?}");
        }
        assert_eq!(Sender::new("", &format!("{}@post.example", "a".repeat(10_000))), Err(AddressError::TooLong));
        assert_eq!(Sender::new("", &format!("a@{}", "b.".repeat(10_000))), Err(AddressError::TooLong));
    }

    #[test]
    fn a_name_is_one_harmless_line() {
        let name = |name: &str| Sender::new(name, "a@post.example").unwrap().name().to_owned();
        assert_eq!(name(" Noor\r\nBcc: x@post.example\u{0} "), "Noor Bcc: x@post.example");
        assert_eq!(name("No\u{202e}or\u{2028}Haddad"), "Noor Haddad");
        assert_eq!(name(&"x".repeat(10_000)), format!("{}…", "x".repeat(100)));
        assert_eq!(name("\u{200e}"), "");
    }
}
