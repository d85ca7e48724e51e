//! One front end's access to the desk: its session, and what it displays first.

use crate::error::{OpeningError, OrganisationError};
use crate::import::LastSheet;
use crate::opening::opens_by_passphrase;
use crate::{Desk, DeskError};
use std::sync::{Arc, Mutex, PoisonError};
use vestibule_domain::{AccountId, Moment, SessionId};
use vestibule_wire::{
    AppStateView, CreateOrganisationRequest, ErrorCode, ErrorView, FileLockView, OpenFileRequest, OrganisationView,
    PasswordStrengthRequest, PasswordStrengthView, RecoveryKeyView, SessionView, StageView,
};

/// Up to this many unindexed rows, search is fast enough without an update of the index.
const MUCH: u64 = 1_000;

/// A seat. Clones share the session.
#[derive(Clone)]
pub struct Seat {
    pub(crate) desk: Desk,
    pub(crate) slot: &'static str,
    session: Arc<Mutex<Option<Session>>>,
    /// Whether resuming a kept sign-in has been tried, which is done once.
    resumed: Arc<Mutex<bool>>,
    pub(crate) last_sheet: LastSheet,
}

/// The signed-in session. Private to the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) account: AccountId,
    /// Differs for each sign-in at the seat.
    pub(crate) id: SessionId,
    /// Whether the file has a row for it, so that others can end it. False for a single call of the command line.
    pub(crate) is_written: bool,
    /// When activity was last recorded in the file.
    pub(crate) noted_at: Moment,
    pub(crate) active_at: Moment,
    pub(crate) locked: bool,
}

impl Session {
    /// The session's id, if the file has a row for it.
    pub(crate) fn written(&self) -> Option<SessionId> {
        self.is_written.then_some(self.id)
    }
}

/// The slot of the command line. A sign-in there that is not kept ends with the command.
pub const COMMAND_LINE: &str = "cli";

impl Seat {
    pub(crate) fn new(desk: Desk, slot: &'static str) -> Self {
        Self { desk, slot, session: Arc::default(), resumed: Arc::default(), last_sheet: LastSheet::default() }
    }

    pub(crate) fn session(&self) -> Option<Session> {
        *self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_session(&self, session: Option<Session>) {
        let mut now = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same_person = now.map(|session| session.account) == session.map(|session| session.account);
        *now = session;
        drop(now);
        if !is_same_person {
            self.forget_last_sheet();
        }
    }

    /// Whether the folder has a data file.
    pub fn stands(&self) -> bool {
        self.desk.file().exists()
    }

    /// Changes the session `seen`, if it is still the current one, so that a sign-out is not undone. False: it is not.
    pub(crate) fn amend(&self, seen: Session, tx: impl FnOnce(&mut Option<Session>)) -> bool {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let same = session.is_some_and(|session| session.id == seen.id);
        if same {
            tx(&mut session);
        }
        let is_over = session.is_none();
        drop(session);
        if is_over {
            self.forget_last_sheet();
        }
        same
    }

    fn first_look(&self) -> bool {
        let mut resumed = self.resumed.lock().unwrap_or_else(PoisonError::into_inner);
        !std::mem::replace(&mut *resumed, true)
    }

    /// First start: creates the organisation, its file and its first administrator. Signs nobody in.
    pub async fn create_organisation(&self, request: CreateOrganisationRequest) -> Result<RecoveryKeyView, DeskError> {
        self.desk.create(request).await
    }

    /// The desk of this seat.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Fails once there is an organisation.
    pub fn expect_first_start(&self) -> Result<(), DeskError> {
        self.desk.refuse_second()
    }

    /// Opens the file with a passphrase or the recovery key; with neither, through the keychain.
    pub async fn open_file(&self, request: OpenFileRequest) -> Result<(), DeskError> {
        self.desk.open_with(&request).await
    }

    /// Rates a password without storing anything.
    pub async fn password_strength(&self, request: PasswordStrengthRequest) -> Result<PasswordStrengthView, DeskError> {
        let inputs: Vec<&str> = request.inputs.iter().map(String::as_str).collect();
        Ok(crate::password::strength(&request.password, &inputs, self.desk.rules_to_show().await))
    }

    /// What to display now. Opens the file and resumes a kept sign-in if no input is needed. Never fails: errors are a
    /// page of their own.
    pub async fn app_state(&self) -> AppStateView {
        let keychain = self.desk.keychain().check().await;
        let mut view = AppStateView {
            stage: StageView::FirstStart,
            version: crate::desk::VERSION.to_owned(),
            organisation: None,
            session: None,
            sample_accounts: self.desk.inner.sample.get().cloned().unwrap_or_default(),
            keychain: keychain.is_ok(),
            data_dir: self.desk.folder().display().to_string(),
        };
        match self.look_around().await {
            Ok((organisation, session)) => {
                let locked = self.session().is_some_and(|session| session.locked);
                view.stage = match &session {
                    None => StageView::SignIn,
                    Some(_) if locked => StageView::Locked,
                    Some(_) => StageView::Desk,
                };
                view.organisation = Some(organisation);
                view.session = session;
            }
            Err(error) => view.stage = self.stage_of(error),
        }
        view
    }

    async fn look_around(&self) -> Result<(OrganisationView, Option<SessionView>), DeskError> {
        let store = self.desk.store().await?;
        let mut tx = store.begin_read().await?;
        let row = tx.organisation().await?.ok_or(OrganisationError::Missing)?;
        let logo = tx.logo().await?.as_ref().map(crate::logo::view);
        drop(tx);
        let organisation = OrganisationView { name: row.name, join_address: row.join_address, logo };
        if self.first_look() {
            if self.session().is_none() {
                self.end_left_sessions(&store).await?;
                self.resume().await?;
            }
            // A program that ended during an import left rows without index entries.
            if store.begin_read().await?.unindexed().await? > MUCH {
                self.desk.index_soon();
            }
        }
        let session = match self.session() {
            Some(_) => self.sitting().await.ok(),
            None => None,
        };
        Ok((organisation, session))
    }

    fn stage_of(&self, error: DeskError) -> StageView {
        let passphrase = opens_by_passphrase(self.desk.folder());
        let lock = |reason| StageView::FileLocked { lock: FileLockView { passphrase, reason } };
        match error {
            DeskError::Organisation(OrganisationError::Missing) => StageView::FirstStart,
            DeskError::Opening(OpeningError::PassphraseMissing) => lock(None),
            DeskError::Opening(OpeningError::KeyMissing | OpeningError::KeyFileUnreadable) | DeskError::Keychain(_) => {
                lock(Some(error.into()))
            }
            other => {
                let error = ErrorView::from(other);
                match error.code {
                    ErrorCode::FileWrongKey => lock(Some(error)),
                    _ => StageView::FileUnusable { error },
                }
            }
        }
    }
}
