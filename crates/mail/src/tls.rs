//! Encryption, with the server's certificate always checked by what this computer trusts. Keeps out when it begins.

use crate::send_error::{CertificateFault, SendError, Unreachable};
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig};
use rustls_platform_verifier::Verifier;
use std::io;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// Begin encryption with the server of that name. Takes as long as it takes.
pub async fn encrypt(stream: TcpStream, host: &str, extra: Option<Vec<u8>>) -> Result<TlsStream<TcpStream>, SendError> {
    let name =
        ServerName::try_from(host.to_owned()).map_err(|_| SendError::Certificate { reason: CertificateFault::Name })?;
    // Reads the system's certificates from the disk.
    let config = tokio::task::spawn_blocking(move || config(extra)).await.map_err(|_| SendError::NoRoots)??;
    TlsConnector::from(Arc::new(config)).connect(name, stream).await.map_err(|error| cause(&error))
}

/// TLS 1.2 and 1.3. The provider is named, so that no other crate's choice of one matters.
fn config(extra: Option<Vec<u8>>) -> Result<ClientConfig, SendError> {
    let provider = Arc::new(ring::default_provider());
    let verifier = match extra {
        None => Verifier::new(provider.clone()).map_err(|_| SendError::NoRoots)?,
        Some(pem) => {
            Verifier::new_with_extra_roots(roots(&pem)?, provider.clone()).map_err(|_| SendError::ExtraRoot)?
        }
    };
    // "Dangerous" is only that a verifier of one's own may check nothing; this one is the platform's.
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| SendError::Handshake)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(config)
}

/// The certificates in a PEM file, at least one.
fn roots(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, SendError> {
    let roots: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    roots.ok().filter(|roots| !roots.is_empty()).ok_or(SendError::ExtraRoot)
}

/// Why encryption did not begin.
fn cause(error: &io::Error) -> SendError {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        Some(rustls::Error::InvalidCertificate(fault)) => SendError::Certificate { reason: reason(fault) },
        // Not a message of TLS: the server goes on in plain text.
        Some(rustls::Error::InvalidMessage(_)) => SendError::NoTls,
        Some(_) => SendError::Handshake,
        None => SendError::Unreachable { why: Unreachable::Closed },
    }
}

fn reason(fault: &CertificateError) -> CertificateFault {
    match fault {
        // A signature is wrong where an authority has the right name and another key.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => CertificateFault::Issuer,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => CertificateFault::Name,
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => CertificateFault::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => CertificateFault::NotYet,
        CertificateError::Revoked => CertificateFault::Revoked,
        _ => CertificateFault::Other,
    }
}
