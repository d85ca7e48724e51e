//! Certificates: an authority that signs for servers.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    date_time_ymd,
};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use std::sync::Arc;

/// Somebody who vouches for servers.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// Its own certificate.
    pub pem: Vec<u8>,
}

/// What stands in a server's certificate.
pub struct Claim {
    pub names: Vec<String>,
    /// The year in which it ends.
    pub ends: i32,
}

impl Claim {
    /// A valid one for these names and addresses.
    pub fn to(names: &[&str]) -> Self {
        Self { names: names.iter().map(|&name| name.to_owned()).collect(), ends: 2100 }
    }
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem().into_bytes();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// A certificate for this claim, and its key, both as PEM.
    pub fn signed(&self, claim: Claim) -> (String, String) {
        let (certificate, key) = self.sign(claim);
        (certificate.pem(), key.serialize_pem())
    }

    /// How a server with a certificate for this claim encrypts.
    pub fn config(&self, claim: Claim) -> Arc<ServerConfig> {
        let (certificate, key) = self.sign(claim);
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key);
        Arc::new(config.unwrap())
    }

    fn sign(&self, claim: Claim) -> (rcgen::Certificate, KeyPair) {
        let mut params = CertificateParams::new(claim.names).unwrap();
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.not_before = date_time_ymd(1999, 1, 1);
        params.not_after = date_time_ymd(claim.ends, 1, 1);
        let key = KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.issuer).unwrap(), key)
    }
}
