//! A test environment: a desk with a real file in a temporary folder, an adjustable clock, an in-memory keychain.
#![allow(dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "what a test sets up must work")]

use std::sync::{Arc, Mutex};
use vestibule_desk::{Clock, Desk, DeskError, Entropy, KeychainChoice, Ports, Seat};
use vestibule_wire::{
    CreateInvitationRequest, CreateOrganisationRequest, ErrorCode, ErrorView, Moment, RedeemInvitationRequest, Secret,
    SignInRequest,
};

pub const PASSWORD: &str = "sunlit-harbour-42-otter";

pub struct TurnedClock(Mutex<Moment>);

impl Clock for TurnedClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

pub struct Room {
    pub folder: tempfile::TempDir,
    clock: Arc<TurnedClock>,
    pub desk: Desk,
}

impl Room {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = chrono::DateTime::from_timestamp_millis(1_789_000_000_000).unwrap();
        let clock = Arc::new(TurnedClock(Mutex::new(now)));
        let desk = Self::desk(&folder, &clock);
        Self { folder, clock, desk }
    }

    fn desk(folder: &tempfile::TempDir, clock: &Arc<TurnedClock>) -> Desk {
        let ports = Ports { clock: clock.clone(), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::Memory };
        Desk::new(folder.path().join("data"), ports)
    }

    pub async fn founded() -> Self {
        let room = Self::empty();
        room.found(&room.seat()).await;
        room
    }

    pub async fn found(&self, seat: &Seat) -> Vec<String> {
        seat.create_organisation(first_start()).await.unwrap().lines.clone()
    }

    pub fn seat(&self) -> Seat {
        self.desk.seat("window")
    }

    /// A new desk on the same folder, as after a restart of the program.
    pub async fn reopened(&self) -> Desk {
        Self::desk(&self.folder, &self.clock)
    }

    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    pub async fn close(&self) {
        self.desk.close().await;
    }

    pub async fn sign_in(&self, seat: &Seat, username: &str) {
        let request = SignInRequest { username: username.into(), password: Secret::new(PASSWORD), keep: false };
        seat.sign_in(request).await.unwrap();
    }

    pub async fn signed_in(&self, username: &str) -> Seat {
        let seat = self.seat();
        self.sign_in(&seat, username).await;
        seat
    }

    pub fn later(&self, span: chrono::TimeDelta) {
        *self.clock.0.lock().unwrap() += span;
    }

    /// Lets somebody join with a role (and department) through an invitation, and signs them in.
    pub async fn newcomer(&self, by: &Seat, username: &str, role: &str, department: Option<&str>) -> Seat {
        let request = CreateInvitationRequest { department: department.map(str::to_owned), ..invite(role) };
        let code = by.create_invitation(request).await.unwrap().code.unwrap();
        self.seat().redeem_invitation(joining(&code, username)).await.unwrap();
        self.signed_in(username).await
    }
}

pub fn first_start() -> CreateOrganisationRequest {
    CreateOrganisationRequest {
        organisation: "Fernhill College".into(),
        join_address: None,
        name: "Amara Osei".into(),
        email: "amara@fernhill.example".into(),
        username: "amara".into(),
        password: Secret::new(PASSWORD),
        passphrase: None,
        logo: None,
    }
}

pub fn invite(role: &str) -> CreateInvitationRequest {
    CreateInvitationRequest { role: role.into(), ..Default::default() }
}

pub fn joining(code: &str, username: &str) -> RedeemInvitationRequest {
    RedeemInvitationRequest {
        code: code.into(),
        version: None,
        name: "Noor Haddad".into(),
        email: format!("{username}@post.example"),
        username: username.into(),
        password: Secret::new(PASSWORD),
    }
}

pub fn unknown_code(seed: u8) -> String {
    let bytes: Vec<u8> = (0..128u8).map(|at| at.wrapping_mul(37).wrapping_add(seed)).collect();
    vestibule_domain::Code::generate(vestibule_domain::CodeLength::Sixteen, &bytes).unwrap().grouped()
}

pub fn refused<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> ErrorCode {
    ErrorView::from(answer.unwrap_err()).code
}
