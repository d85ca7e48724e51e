//! A new password for who forgot theirs: an administrator's by the recovery key, anybody's by a one-time code from
//! somebody of higher rank. Keeps out who may reset whom (`domain::decide`) and the file's own key.

use crate::error::{PersonError, SessionError};
use crate::operation::{Operation, Transaction};
use crate::seat::Seat;
use crate::throttle::{Tries, failed, forget};
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

/// So long a code is good.
const GOOD_FOR: TimeDelta = TimeDelta::hours(24);

impl Seat {
    /// Sets an administrator's password for whoever holds the recovery key. Needs nobody signed in, and no other way to
    /// open the file.
    pub async fn recover_password(&self, request: RecoverPasswordRequest) -> Result<PasswordSetView, DeskError> {
        self.desk.expect_file()?;
        // Opened by this key alone, whether the file is open already or not: that is the proof.
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
        let row = named(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
        let policy = tx.policy().await?;
        drop(tx);
        recover_password(&row.standing)?;
        let proposed = self.desk.propose(&request.password, &words(&row), policy).await?;
        let mut tx = self.desk.transaction(store, Actor::Stranger).await?;
        // As they are now: hashing took its time.
        let row = tx.account(row.standing.account).await?.ok_or(PersonError::Unknown)?;
        recover_password(&row.standing)?;
        proposed.fits(tx.policy().await?)?;
        set(tx, &row, proposed.phc(), PasswordWay::RecoveryKey).await
    }

    /// Makes a one-time code with which somebody of lower rank sets a new password. The one before is worth nothing
    /// from then on; their password stays until the code is used.
    pub async fn reset_password(&self, request: ResetPasswordRequest) -> Result<PasswordCodeView, DeskError> {
        self.operate::<command::ResetPassword, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let row = named(&mut tx, &request.username).await?.ok_or(PersonError::Unknown)?;
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

    /// The text of a code that whoever sits here has made, for the clipboard: its digest says that it is that code, so
    /// that nothing else goes there by this way, and no code that somebody else has made since.
    pub async fn copy_password_code(&self, request: CopyPasswordCodeRequest) -> Result<Secret, DeskError> {
        let who = self.permit::<command::CopyPasswordCode>().await?.standing;
        let code = Code::parse(request.code.reveal())?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let row = named(&mut tx, &request.username).await?.ok_or(DeskError::Person(PersonError::Unknown))?;
        expect_reached(&who, &row.standing)?;
        let now = self.desk.ports().now().timestamp_millis();
        let is_theirs = |kept: &PasswordCode| {
            kept.digest == digest(&code) && kept.issuer == Some(who.account) && now < kept.expires_at
        };
        let kept = tx.password_code(row.standing.account).await?.filter(is_theirs);
        kept.map(|_| Secret::new(code.grouped())).ok_or(DeskError::Session(SessionError::PasswordCodeRefused))
    }

    /// Sets a person's new password by their one-time code. Unknown names, wrong codes and codes that are not good any
    /// more get one answer after the same work (incident 15), and are slowed down as at sign-in.
    pub async fn set_password(&self, request: SetPasswordRequest) -> Result<PasswordSetView, DeskError> {
        // A typing mistake is no try.
        let code = Code::parse(&request.code)?;
        let store = self.desk.store().await?;
        let name = Username::parse(&request.username).map(|name| name.as_str().to_owned()).unwrap_or_default();
        let tries = Tries::at_the_door(&name);
        let _turn = self.desk.begin_try(&store, &tries).await?;
        let policy = store.begin_read().await?.policy().await?;
        // Judged and hashed before anything is looked up: neither the answer nor the time tells whose name it is.
        let proposed = self.desk.propose(&request.password, &[&name], policy).await?;
        let mut tx = self.desk.transaction(&store, Actor::Stranger).await?;
        let row = tx.account_named(&name).await?;
        let kept = match &row {
            Some(row) => tx.password_code(row.standing.account).await?,
            None => None,
        };
        let now = tx.now();
        let good = kept.filter(|kept| kept.digest == digest(&code) && now.timestamp_millis() < kept.expires_at);
        // By what they are now: whoever made it may have been suspended, or whoever it is for have risen (incident 10).
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
                // Their own words count only now: before, they would have told whose name it is. The code stays good.
                crate::fields::at("password", password::accept(&request.password, &words(&row), policy))?;
                set(tx, &row, proposed.phc(), PasswordWay::Code).await
            }
            row => {
                failed(&mut tx, &tries, self.desk.ports().span_time()).await?;
                let refused = Event::PasswordCodeRefused { account: row.map(|row| row.standing.account) };
                tx.commit_facts(&[refused.into()], ()).await?;
                Err(SessionError::PasswordCodeRefused.into())
            }
        }
    }
}

/// The event takes away the old hash, the code and all kept sign-ins; the new hash stands behind it in the same
/// transaction.
async fn set(mut tx: Transaction, row: &AccountRow, phc: &str, way: PasswordWay) -> Result<PasswordSetView, DeskError> {
    let account = row.standing.account;
    // Whoever tried in vain before is let in with the new one at once.
    forget(&mut tx, &Tries::at_the_door(&row.username)).await?;
    let view = PasswordSetView { username: row.username.clone(), name: row.name.clone() };
    let set = Event::PasswordSet { account, way };
    Ok(tx.commit_facts_with_credential(&[set.into()], (account, phc), view).await?.answer())
}

/// Whoever is out of the asker's reach is not there for them.
pub(crate) fn expect_reached(who: &Standing, other: &Standing) -> Result<(), DeskError> {
    let is_there = who.account == other.account || who.reaches(other.department);
    if is_there { Ok(()) } else { Err(PersonError::Unknown.into()) }
}

pub(crate) async fn named(tx: &mut ReadTx, typed: &str) -> Result<Option<AccountRow>, DeskError> {
    match Username::parse(typed) {
        Ok(name) => Ok(tx.account_named(name.as_str()).await?),
        Err(_) => Ok(None),
    }
}

/// Their own words: a password of them is weak.
fn words(row: &AccountRow) -> [&str; 3] {
    [&row.name, &row.email, &row.username]
}

/// What stands for the code in the file. It has 70 random bits, so that it needs no slow hash.
fn digest(code: &Code) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"vestibule password code");
    hash.update(code.symbols());
    hash.finalize().to_vec()
}
