//! Fills an organisation with very many invitations and keeps its sign-in: `cargo xtask bench` starts the window on it.
//! `fill DIR ROWS`; the file's key and the sign-in's token go into the session's keychain. Measures nothing itself.
#![allow(clippy::unwrap_used, missing_docs, reason = "a program for a measurement, not for people")]

use std::sync::Arc;
use vestibule_desk::{Clock, Desk, Entropy, KeychainChoice, Ports};
use vestibule_wire::{CreateOrganisationRequest, ListInvitationsRequest, Moment, Secret, SignInRequest};

struct SystemClock;
impl Clock for SystemClock {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

struct SystemEntropy;
impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, rows] = arguments.as_slice() else { panic!("fill DIR ROWS") };
    let ports = Ports { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::Os };
    let desk = Desk::new(folder.into(), ports);
    let seat = desk.seat("window");
    let password = Secret::new("sunlit-harbour-42-otter");
    let request = CreateOrganisationRequest {
        organisation: "Fernhill College".into(),
        join_address: None,
        name: "Amara Osei".into(),
        email: "amara@fernhill.example".into(),
        username: "amara".into(),
        password: password.clone(),
        passphrase: None,
        logo: None,
    };
    seat.create_organisation(request).await.unwrap();
    desk.fill_for_bench(rows.parse().unwrap()).await.unwrap();
    let signed_in = seat.sign_in(SignInRequest { username: "amara".into(), password, keep: true }).await.unwrap();
    assert!(signed_in.keep_failed.is_none(), "the keychain keeps the sign-in");
    // Updates the list states of expired invitations here, all at once; in normal use this happens day by day.
    seat.list_invitations(ListInvitationsRequest::default()).await.unwrap();
    desk.close().await;
}
