//! Servers that can't prove who they are. Keeps out what is said once they have.

use crate::support::authority::{Authority, Claim};
use crate::support::server::{Act, Server};
use vestibule_mail::{CertificateFault, Connection, Resend, Security, SendError};

/// What comes of connecting to a server with this certificate, whose authority is trusted.
async fn opened(claim: Claim, security: Security) -> Option<SendError> {
    let server = Server::with(&Authority::new("Ours"), claim, security, |_| Act::Usual).await;
    let error = Connection::open(&server.settings()).await.err();
    // Before the certificate is trusted, nothing but the wish to encrypt is said.
    let said = ["EHLO [127.0.0.1]", "STARTTLS"];
    assert!(error.is_none() || server.lines().iter().all(|line| said.contains(&line.as_str())));
    error
}

fn untrusted(reason: CertificateFault) -> Option<SendError> {
    Some(SendError::Certificate { reason })
}

#[tokio::test]
async fn a_certificate_is_for_the_name_in_the_settings() {
    for security in [Security::Tls, Security::StartTls] {
        let other = Claim::to(&["mail.elsewhere.example", "127.0.0.2"]);
        assert_eq!(opened(other, security).await, untrusted(CertificateFault::Name));
        assert_eq!(opened(Claim::to(&["127.0.0.1"]), security).await, None);
    }
}

#[tokio::test]
async fn a_certificate_of_the_past_is_none() {
    let past = Claim { ends: 2001, ..Claim::to(&["127.0.0.1"]) };
    assert_eq!(opened(past, Security::Tls).await, untrusted(CertificateFault::Expired));
}

#[tokio::test]
async fn an_authority_must_be_known() {
    for security in [Security::Tls, Security::StartTls] {
        let server = Server::usual(security).await;
        // An authority of the same name with another key is another one.
        for root in [None, Some(Authority::new("Authority of the tests").pem)] {
            let mut settings = server.settings();
            settings.extra_root = root;
            let error = Connection::open(&settings).await.err().unwrap();
            let trusts_nobody = settings.extra_root.is_none() && error == SendError::NoRoots;
            assert!(trusts_nobody || error == untrusted(CertificateFault::Issuer).unwrap(), "{error:?}");
            assert_eq!(error.resend(), Resend::OnceRepaired);
        }
    }
}

#[tokio::test]
async fn a_name_is_as_good_as_an_address() {
    let server = Server::usual(Security::Tls).await;
    let mut settings = server.settings();
    settings.host = " LocalHost ".to_owned();
    Connection::check(&settings).await.unwrap();
}

#[tokio::test]
async fn a_file_without_a_certificate_is_no_authority() {
    let server = Server::usual(Security::Tls).await;
    for pem in ["", "not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let mut settings = server.settings();
        settings.extra_root = Some(pem.as_bytes().to_vec());
        assert_eq!(Connection::open(&settings).await.err(), Some(SendError::ExtraRoot), "{pem}");
    }
}
