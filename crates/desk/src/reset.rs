//! New passwords for forgotten ones: an administrator's with the recovery key, anybody's with a one-time code from
//! somebody of higher rank. Keeps out who may reset whom (`domain::decide`) and the file's key.

use crate::error::{PersonError, SessionError};
use crate::operation::{Operation, Transaction};
use crate::seat::Seat;
use crate::throttle::{Tries, clear_throttle, count_wrong_password};
use crate::{DeskError, password};
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use vestibule_domain::decide::{recover_password, reset_password};
use vestibule_domain::{AccountState, Actor, Code, CodeLength, Event, PasswordWay, Standing, Username};
use vestibule_store::local::PasswordCode;
use vestibule_store::{AccountRow, ReadTx, Store};
use vestibule_wire::{
    CopyPasswordCodeRequest, PasswordCodeView, PasswordSetView, RecoverPasswordRequest, ResetPasswordRequest, Secret,
    SetPasswordRequest, command,
};

/// How long a code is valid.
const GOOD_FOR: TimeDelta = TimeDelta::hours(24);

impl Seat {
    /// Sets an administrator's password with the recovery key. Needs nobody signed in, and no other way to open the
    /// file.
    pub async fn recover_password(&self, request: RecoverPasswordRequest) -> Result<PasswordSetView, DeskError> {
        self.desk.expect_file()?;
        // Opening the file with this key is the proof, also if it is open already.
        let (store, ..) = self.desk.open_by_recovery_key(&request.recovery_key).await?;
        let done = self.recover_in(&store, &request).await;
        if let Err(error) = store.close().await {
            tracing::warn!(%error, "closed with a part in the write-ahead log, where the next start finds it");
        }
        let open = self.desk.inner.store.lock().await.clone();
        if let Some(open) = open {
            self.desk.follow_time(&open).await?;
        }
        done
    }

    async fn recover_in(&self, store: &Store, request: &RecoverPasswordRequest) -> Result<PasswordSetView, DeskError> {
        let mut tx = store.begin_read().await?;
        let row = find_account(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
        let policy = tx.policy().await?;
        drop(tx);
        recover_password(&row.standing)?;
        let proposed = self.desk.propose(&request.password, &words(&row), policy).await?;
        let mut tx = self.desk.transaction(store, Actor::Stranger).await?;
        // Read again, since hashing took time.
        let row = tx.account(row.standing.account).await?.ok_or(PersonError::Unknown)?;
        recover_password(&row.standing)?;
        proposed.fits(tx.policy().await?)?;
        set(tx, &row, proposed.phc(), PasswordWay::RecoveryKey).await
    }

    /// Issues a one-time code with which somebody of lower rank sets a new password. Invalidates an earlier code; the
    /// password stays until the code is used.
    pub async fn reset_password(&self, request: ResetPasswordRequest) -> Result<PasswordCodeView, DeskError> {
        self.operate::<command::ResetPassword, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let row = find_account(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
            expect_reached(who, &row.standing)?;
            reset_password(who, &row.standing)?;
            let expires_at = tx.now() + GOOD_FOR;
            let code = self.desk.new_code(CodeLength::Sixteen)?;
            let kept = PasswordCode {
                digest: digest(&code),
                expires_at: expires_at.timestamp_millis(),
                issuer: Some(who.account),
            };
            tx.set_password_code(row.standing.account, &kept).await?;
            let issued = Event::PasswordCodeIssued { account: row.standing.account, expires_at };
            let view = PasswordCodeView { code: code.grouped(), expires_at, username: row.username, name: row.name };
            tx.commit_facts(&[issued.into()], view).await
        })
        .await
    }

    /// The text of a one-time code for the clipboard. Its digest must be of a valid code that the asker issued, so that
    /// nothing else is copied this way, and no code issued since by somebody else.
    pub async fn copy_password_code(&self, request: CopyPasswordCodeRequest) -> Result<Secret, DeskError> {
        let who = self.permit::<command::CopyPasswordCode>().await?.standing;
        let code = Code::parse(request.code.reveal())?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let row = find_account(&mut tx, &request.username).await?.ok_or(DeskError::Person(PersonError::Unknown))?;
        expect_reached(&who, &row.standing)?;
        let now = self.desk.ports().now().timestamp_millis();
        let is_theirs = |kept: &PasswordCode| {
            kept.digest == digest(&code) && kept.issuer == Some(who.account) && now < kept.expires_at
        };
        let kept = tx.password_code(row.standing.account).await?.filter(is_theirs);
        kept.map(|_| Secret::new(code.grouped())).ok_or(DeskError::Session(SessionError::PasswordCodeRefused))
    }

    /// Sets a person's new password with their one-time code. Unknown usernames, wrong codes and invalid codes get one
    /// answer after the same work (incident 15), and are throttled as at sign-in.
    pub async fn set_password(&self, request: SetPasswordRequest) -> Result<PasswordSetView, DeskError> {
        // A typing mistake does not count as a failure.
        let code = Code::parse(&request.code)?;
        let store = self.desk.store().await?;
        let name = Username::parse(&request.username).map(|name| name.as_str().to_owned()).unwrap_or_default();
        let tries = Tries::at_the_door(&name);
        let _turn = self.desk.begin_try(&store, &tries).await?;
        let policy = store.begin_read().await?.policy().await?;
        // Check and hash first: neither answer nor time may reveal whether the username exists.
        let proposed = self.desk.propose(&request.password, &[&name], policy).await?;
        let mut tx = self.desk.transaction(&store, Actor::Stranger).await?;
        let row = tx.account_named(&name).await?;
        let kept = match &row {
            Some(row) => tx.password_code(row.standing.account).await?,
            None => None,
        };
        let now = tx.now();
        let good = kept.filter(|kept| kept.digest == digest(&code) && now.timestamp_millis() < kept.expires_at);
        // By current state: the issuer may be suspended, or the holder have a higher rank since (incident 10).
        let is_good = match (&good, &row) {
            (Some(PasswordCode { issuer: Some(issuer), .. }), Some(row)) => {
                let issuer = tx.account(*issuer).await?;
                issuer.is_some_and(|issuer| reset_password(&issuer.standing, &row.standing).is_ok())
            }
            (good, row) => good.is_some() && row.is_some(),
        };
        match row {
            Some(row) if is_good && row.standing.state == AccountState::Active => {
                let policy = tx.policy().await?;
                proposed.fits(policy)?;
                // Own words count only now: earlier, they would reveal that the username exists. The code stays valid.
                crate::fields::for_field("password", password::accept(&request.password, &words(&row), policy))?;
                set(tx, &row, proposed.phc(), PasswordWay::Code).await
            }
            row => {
                count_wrong_password(&mut tx, &tries, self.desk.ports().span_time()).await?;
                let refused = Event::PasswordCodeRefused { account: row.map(|row| row.standing.account) };
                tx.commit_facts(&[refused.into()], ()).await?;
                Err(SessionError::PasswordCodeRefused.into())
            }
        }
    }
}

/// Commits the event, which deletes the old hash, the code and all kept sign-ins, with the new hash.
async fn set(mut tx: Transaction, row: &AccountRow, phc: &str, way: PasswordWay) -> Result<PasswordSetView, DeskError> {
    let account = row.standing.account;
    // Earlier failures must not delay a sign-in with the new password.
    clear_throttle(&mut tx, &Tries::at_the_door(&row.username)).await?;
    let view = PasswordSetView { username: row.username.clone(), name: row.name.clone() };
    let set = Event::PasswordSet { account, way };
    Ok(tx.commit_facts_with_credential(&[set.into()], (account, phc), view).await?.answer())
}

/// A person out of the asker's reach is reported as unknown.
pub(crate) fn expect_reached(who: &Standing, other: &Standing) -> Result<(), DeskError> {
    let is_there = who.account == other.account || who.reaches(other.department);
    if is_there { Ok(()) } else { Err(PersonError::Unknown.into()) }
}

pub(crate) async fn find_account(tx: &mut ReadTx, typed: &str) -> Result<Option<AccountRow>, DeskError> {
    match Username::parse(typed) {
        Ok(name) => Ok(tx.account_named(name.as_str()).await?),
        Err(_) => Ok(None),
    }
}

/// The person's own words, which make a password weak.
fn words(row: &AccountRow) -> [&str; 3] {
    [&row.name, &row.email, &row.username]
}

/// SHA-256 of the code. It has 70 random bits, so no slow hash is needed.
fn digest(code: &Code) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"vestibule password code");
    hash.update(code.symbols());
    hash.finalize().to_vec()
}
