//! Signing in and out, kept sign-ins, locking. Keeps out what a signed-in person may do.

use crate::argon::PasswordMatch;
use crate::error::{OpeningError, SessionError};
use crate::keyfile::KeyFile;
use crate::operation::Ended;
use crate::seat::{COMMAND_LINE, Seat, Session};
use crate::throttle::{Tries, clear_throttle, count_wrong_password};
use crate::{Desk, DeskError, views};
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use std::sync::PoisonError;
use vestibule_domain::{AccountId, AccountState, Actor, Email, Event, Policy, SessionId, SignInFault, Username};
use vestibule_store::{AccountRow, NewSession, Store};
use vestibule_wire::{ErrorView, Secret, SessionView, SignInRequest, UnlockRequest};
use zeroize::Zeroizing;

/// Proof that somebody entered their password.
pub(crate) struct PasswordProof {
    /// The account at that time.
    pub(crate) row: AccountRow,
    /// The rules at that time.
    pub(crate) policy: Policy,
    /// The hash that matched: if the password is changed meanwhile, the proof is void.
    phc: String,
}

/// The name that somebody signs in by: their username, or their address as it is compared. What is neither is empty,
/// which names nobody, and is handled like an unknown name.
fn sign_in_name(typed: &str) -> String {
    if typed.contains('@') {
        return Email::parse(typed).map(|email| email.key()).unwrap_or_default();
    }
    Username::parse(typed).map(|name| name.as_str().to_owned()).unwrap_or_default()
}

/// How often the file is told that somebody is active.
const NOTED: TimeDelta = TimeDelta::minutes(10);

impl Seat {
    /// Signs in. A wrong password and an unknown username get the same answer after the same work; failures are
    /// throttled.
    pub async fn sign_in(&self, request: SignInRequest) -> Result<SessionView, DeskError> {
        let store = self.desk.store().await?;
        let name = sign_in_name(&request.username);
        let tries = Tries::at_the_door(&name);
        let PasswordProof { row, policy, phc } =
            self.verify_credentials(&store, &name, request.password, tries).await?;
        let account = row.standing.account;
        let token = if request.keep { Some(self.keep_token().await) } else { None };
        let token_hash = token.as_ref().and_then(|token| token.as_ref().ok());
        let kept = token_hash.is_some();
        let session = self.new_session(account, kept);
        self.end_left_sessions(&store).await?;
        let mut tx = self.desk.transaction(&store, Actor::Account(account)).await?;
        // Check again, since hashing and the keychain took time: the account must still be active and its password
        // unchanged.
        let is_active = tx.account(account).await?.is_some_and(|row| row.standing.state == AccountState::Active);
        if !is_active || tx.credential(account).await? != Some(phc) {
            return Err(SessionError::SignInRefused.into());
        }
        if let Some(replaced) = self.session() {
            tx.end_session(replaced.id).await?;
        }
        if self.slot == COMMAND_LINE && kept {
            // The command line has one kept sign-in; the earlier one is no longer used.
            tx.end_kept_sessions(self.slot).await?;
        }
        if let Some(id) = session.written() {
            let (token_hash, now) = (token_hash.map(Vec::as_slice), tx.now());
            tx.begin_session(NewSession { id, account, slot: self.slot, token_hash }, now).await?;
        }
        let doubt = self.desk.clock_doubt(&mut tx).await?;
        let mut facts = vec![Event::SignedIn { account, kept }.into()];
        facts.extend(doubt.as_ref().map(|doubt| Desk::doubt_event(doubt).into()));
        tx.commit_facts(&facts, ()).await?;
        self.set_session(Some(session));
        let mut view = views::session(&row, policy);
        view.keep_failed = token.and_then(Result::err).map(ErrorView::from);
        Ok(view)
    }

    /// Checks username and password; returns the account and its rules. A failure is throttled and logged.
    pub(crate) async fn verify_credentials(
        &self,
        store: &Store,
        username: &str,
        password: Secret,
        tries: Tries,
    ) -> Result<PasswordProof, DeskError> {
        let _turn = self.desk.begin_try(store, &tries).await?;
        let mut tx = store.begin_read().await?;
        let row = match username.contains('@') {
            true => tx.account_of_email(username).await?,
            false => tx.account_named(username).await?,
        };
        let phc = match &row {
            Some(row) => tx.credential(row.standing.account).await?,
            None => None,
        };
        let policy = tx.policy().await?;
        drop(tx);
        let verdict = crate::argon::verify(password.clone(), phc.clone()).await?;
        let right = verdict != PasswordMatch::Wrong;
        match row {
            Some(row) if right && row.standing.state == AccountState::Active => {
                self.desk.passed(store, &tries).await?;
                let mut phc = phc.ok_or(DeskError::Fault("a credential"))?;
                if verdict == PasswordMatch::RightAsTyped {
                    phc = self.hash_again(store, row.standing.account, &phc, password).await?;
                }
                Ok(PasswordProof { row, policy, phc })
            }
            row => {
                let fault = if right { SignInFault::Suspended } else { SignInFault::Refused };
                let event = Event::SignInFailed { account: row.map(|row| row.standing.account), fault };
                let mut tx = self.desk.transaction(store, Actor::Stranger).await?;
                count_wrong_password(&mut tx, &tries, self.desk.ports().span_time()).await?;
                tx.commit_facts(&[event.into()], ()).await?;
                Err(if right { SessionError::Suspended } else { SessionError::SignInRefused }.into())
            }
        }
    }

    /// Replaces a hash from before passwords were normalised, so that the password can be typed on every system.
    async fn hash_again(
        &self,
        store: &Store,
        account: AccountId,
        before: &str,
        password: Secret,
    ) -> Result<String, DeskError> {
        let phc = crate::argon::hash(password, self.desk.ports().random()).await?;
        let mut tx = self.desk.transaction(store, Actor::Account(account)).await?;
        tx.hash_again(account, before, &phc).await?;
        tx.commit(()).await?;
        Ok(phc)
    }

    /// Resumes a kept sign-in of this slot, if its token is in the keychain and in the file, and the account is active.
    pub async fn resume(&self) -> Result<Option<SessionView>, DeskError> {
        let store = self.desk.store().await?;
        let Some(about) = KeyFile::load(self.desk.folder())? else { return Ok(None) };
        let Ok(Some(token)) = self.desk.keychain().get(about.token_entry(self.slot)).await else { return Ok(None) };
        let mut tx = store.begin_read().await?;
        let Some(kept) = tx.kept_session(&Sha256::digest(&token), self.slot).await? else { return Ok(None) };
        let (Some(row), policy) = tx.account_under_rules(kept.account, Some(kept.id)).await? else {
            return Ok(None);
        };
        if row.standing.state != AccountState::Active {
            return Ok(None);
        }
        let session = Session { id: kept.id, locked: kept.is_locked, ..self.new_session(kept.account, true) };
        self.set_session(Some(session));
        if self.desk.ports().now() - kept.active_at >= NOTED {
            self.note(kept.id).await;
        }
        Ok(Some(views::session(&row, policy)))
    }

    fn new_session(&self, account: AccountId, kept: bool) -> Session {
        let (now, ports) = (self.desk.ports().span_time(), self.desk.ports());
        Session {
            account,
            id: SessionId::new(ports.now(), ports.random()),
            is_written: kept || self.slot != COMMAND_LINE,
            active_at: now,
            noted_at: now,
            locked: false,
        }
    }

    /// Ends sessions that an earlier program left without keeping them: only one program at a time has windows on a
    /// file. Done once, before this program's first session.
    pub(crate) async fn end_left_sessions(&self, store: &Store) -> Result<(), DeskError> {
        let is_first = {
            let mut looked = self.desk.inner.looked_after.lock().unwrap_or_else(PoisonError::into_inner);
            self.slot != COMMAND_LINE && looked.insert(self.slot)
        };
        if is_first && store.begin_read().await?.has_left_sessions(self.slot).await? {
            let mut tx = self.desk.transaction(store, Actor::Vestibule).await?;
            tx.end_left_sessions(self.slot).await?;
            tx.commit(()).await?;
        }
        Ok(())
    }

    /// Records activity in the file from time to time.
    async fn note_activity(&self) {
        let now = self.desk.ports().span_time();
        let due = |session: &Session| now - session.noted_at >= NOTED;
        let Some((seen, id)) = self.session().filter(due).and_then(|seen| Some((seen, seen.written()?))) else {
            return;
        };
        self.amend(seen, |session| session.iter_mut().for_each(|session| session.noted_at = now));
        self.note(id).await;
    }

    /// Errors are ignored: the time is for display only.
    async fn note(&self, id: SessionId) {
        let noted = async {
            let mut tx = self.desk.transaction(&self.desk.store().await?, Actor::Vestibule).await?;
            let now = tx.now();
            tx.note_activity(id, now).await?;
            tx.commit(()).await
        };
        if let Err(error) = noted.await {
            tracing::info!(%error, "activity was not written down");
        }
    }

    /// Stores a new token in the keychain; returns its hash for the file.
    async fn keep_token(&self) -> Result<Vec<u8>, DeskError> {
        let about = KeyFile::load(self.desk.folder())?.ok_or(OpeningError::KeyMissing)?;
        let token = Zeroizing::new(self.desk.ports().random::<32>().to_vec());
        let hash = Sha256::digest(&token).to_vec();
        self.desk.keychain().set(about.token_entry(self.slot), token).await?;
        Ok(hash)
    }

    /// Ends the session and this slot's kept sign-in, first in the file, then in the keychain.
    pub async fn sign_out(&self) -> Result<(), DeskError> {
        // Clear the session first, whatever fails afterwards.
        let session = self.session();
        self.set_session(None);
        let store = self.desk.store().await?;
        let by = session.map_or(Actor::Vestibule, |session| Actor::Account(session.account));
        let mut tx = self.desk.transaction(&store, by).await?;
        tx.end_kept_sessions(self.slot).await?;
        if let Some(Session { account, id, .. }) = session {
            tx.end_session(id).await?;
            clear_throttle(&mut tx, &Tries::within(id)).await?;
            tx.append(&[Event::SignedOut { account }.into()]).await?;
        }
        tx.commit(()).await?;
        if let Some(about) = KeyFile::load(self.desk.folder())? {
            // The token is invalid already; if the keychain can't be reached, its entry stays without effect.
            let _ = self.desk.keychain().delete(about.token_entry(self.slot)).await;
        }
        Ok(())
    }

    /// Counts as activity.
    pub async fn stay_awake(&self) -> Result<(), DeskError> {
        self.present(false).await.map(drop)?;
        self.note_activity().await;
        Ok(())
    }

    /// Locks the session.
    pub async fn lock_session(&self) -> Result<(), DeskError> {
        let session = self.session().ok_or(SessionError::NotSignedIn)?;
        self.amend(session, |session| session.iter_mut().for_each(|session| session.locked = true));
        self.remember_lock(session, true).await
    }

    /// Stores the lock, so that reopening the window does not unlock a kept sign-in.
    async fn remember_lock(&self, session: Session, locked: bool) -> Result<(), DeskError> {
        let mut tx = self.desk.transaction(&self.desk.store().await?, Actor::Account(session.account)).await?;
        tx.lock_session(session.id, locked).await?;
        tx.commit(()).await.map(Ended::answer)
    }

    /// Unlocks with the signed-in person's password. Failures are throttled as at sign-in, but for this session only.
    pub async fn unlock_session(&self, request: UnlockRequest) -> Result<SessionView, DeskError> {
        let seen = self.session().ok_or(SessionError::NotSignedIn)?;
        let store = self.desk.store().await?;
        let (row, _) = store.begin_read().await?.account_under_rules(seen.account, seen.written()).await?;
        let row = self.still_sits(row, seen)?;
        let PasswordProof { row: proved, policy, .. } =
            self.verify_credentials(&store, &row.username, request.password, Tries::within(seen.id)).await?;
        self.remember_lock(seen, false).await?;
        let now = self.desk.ports().span_time();
        let here = self.amend(seen, |session| {
            if let Some(session) = session {
                session.locked = false;
                session.active_at = now;
            }
        });
        if here { Ok(views::session(&proved, policy)) } else { Err(SessionError::NotSignedIn.into()) }
    }

    /// The signed-in person, locked or not, for display.
    pub async fn sitting(&self) -> Result<SessionView, DeskError> {
        let session = self.session().ok_or(SessionError::NotSignedIn)?;
        let store = self.desk.store().await?;
        let (row, policy) = store.begin_read().await?.account_under_rules(session.account, session.written()).await?;
        self.lock_if_idle(session, policy).await;
        Ok(views::session(&self.still_sits(row, session)?, policy))
    }

    /// Whether it must lock after inactivity. A clock set back by more than a moment counts as inactivity, since its
    /// length is unknown.
    pub(crate) fn rested(&self, session: Session, policy: Policy) -> bool {
        let rest = self.desk.ports().span_time() - session.active_at;
        rest >= TimeDelta::minutes(policy.idle_minutes.into()) || rest < TimeDelta::minutes(-1)
    }

    /// Locks after inactivity; returns whether it is locked.
    pub(crate) async fn lock_if_idle(&self, session: Session, policy: Policy) -> bool {
        if !session.locked && self.rested(session, policy) {
            if let Err(error) = self.lock_session().await {
                tracing::warn!(%error, "a locked session could not be remembered as locked");
            }
            return true;
        }
        session.locked
    }
}
