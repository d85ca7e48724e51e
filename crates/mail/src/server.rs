//! Which server, and how it is spoken to. Keeps out where these settings are kept and the speaking itself.

use secrecy::SecretString;
use std::net::IpAddr;
use std::time::Duration;

/// A server that takes messages for others to see.
#[derive(Debug, Clone)]
pub struct SmtpServer {
    /// A name or an address. The certificate must be for it.
    pub host: String,
    /// Usually 465 for [`Security::Tls`] and 587 for [`Security::StartTls`].
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// Who signs in there; nobody on servers that know this device by where it is.
    pub login: Option<Login>,
    /// The longest waits.
    pub timeouts: Timeouts,
    /// Certificates of authorities, as PEM, that are trusted beside those of this computer: an organisation may have an
    /// authority of its own.
    pub extra_root: Option<Vec<u8>>,
}

/// A username and a password.
#[derive(Debug, Clone)]
pub struct Login {
    /// As the server knows it, often an address.
    pub username: String,
    /// Shown and logged nowhere.
    pub password: SecretString,
}

/// How a connection is encrypted. The certificate is always checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// From the first byte on.
    Tls,
    /// After a few lines without; nothing is said before that, and nothing sent if the server offers none.
    StartTls,
    /// Not at all: to this computer only, as for a relay that runs here.
    None,
}

/// The longest waits. None is prolonged by an answer that comes bit by bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For the name and the connection, all addresses of the name together; and then for the encryption.
    pub connect: Duration,
    /// For each command and its answer.
    pub command: Duration,
    /// For handing over the message, and then for the answer: servers look for viruses before they answer.
    pub data: Duration,
}

impl Default for Timeouts {
    /// 10 s, 30 s and 120 s. RFC 5321 (4.5.3.2) has minutes for all of them, for servers; here a person waits.
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), command: Duration::from_secs(30), data: Duration::from_secs(120) }
    }
}

/// Whether an address is this computer itself.
pub(crate) fn is_here(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_is_here() {
        for here in ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"] {
            assert!(is_here(here.parse().unwrap()), "{here}");
        }
        for there in ["0.0.0.0", "::", "10.0.0.1", "192.168.0.1", "::ffff:10.0.0.1", "169.254.0.1", "fe80::1"] {
            assert!(!is_here(there.parse().unwrap()), "{there}");
        }
    }

    #[test]
    fn a_password_is_not_shown_with_its_server() {
        let login = Login { username: "noor".to_owned(), password: "correct horse".into() };
        let server = SmtpServer {
            host: "mail.example".to_owned(),
            port: 465,
            security: Security::Tls,
            login: Some(login),
            timeouts: Timeouts::default(),
            extra_root: None,
        };
        assert!(!format!("{server:#?}").contains("horse"));
    }
}
