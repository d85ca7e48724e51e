//! Throttling after failures: of sign-in by username and device, of password proofs by session, of wrong codes by
//! device. Survives a restart.

use crate::error::SessionError;
use crate::operation::Ended;
use crate::{Desk, DeskError};
use sha2::{Digest, Sha256};
use vestibule_domain::{AccountId, Actor, Moment, SessionId};
use vestibule_store::local::Throttle;
use vestibule_store::{ReadTx, Store, WriteTx};

/// Parameters of a throttle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ThrottleRule {
    /// Failures without a wait.
    free: u32,
    /// The first wait, in seconds; each further failure doubles it.
    first: u64,
    /// The longest wait, in seconds.
    most: u64,
}

/// One username, or one session: five tries, then 5 s, 10 s, 20 s … up to a quarter of an hour.
const BY_NAME: ThrottleRule = ThrottleRule { free: 4, first: 5, most: 900 };
/// All usernames on this device: also slows trying one password on many names.
const BY_DEVICE: ThrottleRule = ThrottleRule { free: 49, first: 5, most: 60 };
/// Well-formed but unknown codes (typing mistakes are not well-formed). Not reset by a right code: its holder could
/// otherwise try others without limit.
pub(crate) const CODES: ThrottleRule = ThrottleRule { free: 9, first: 5, most: 300 };
/// A holder of a right code who tries addresses and usernames with it. Mild, since many people hold a poster's code.
pub(crate) const HOLDERS: ThrottleRule = ThrottleRule { free: 19, first: 2, most: 30 };
/// Attempts to take addresses that belong to others: equally mild, per account.
pub(crate) const PROFILES: ThrottleRule = HOLDERS;
/// Repeated use of an expired, used-up, revoked or replaced code. Milder still: many people try a poster's code after
/// it is used up.
pub(crate) const DEAD: ThrottleRule = ThrottleRule { free: 49, first: 2, most: 30 };
/// In milliseconds: refusals of one invitation for one cause are logged once per hour, so that trail and details are
/// not flooded.
const TOLD: i64 = 3_600_000;
/// In milliseconds: clocks are corrected by up to this much.
const CORRECTION: i64 = 60_000;
/// The longest wait for the lock.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);
/// Failures are forgotten after this time without one, in milliseconds.
const FORGOTTEN: i64 = 3_600_000;

const ALL_NAMES: &str = "sign-in";
pub(crate) const ALL_CODES: &str = "code";
/// Prefix of the throttle of an invitation's holders; the id in hexadecimal follows.
pub(crate) const OF_HOLDERS: &str = "invitation/";

/// Prefix of the throttle of an account's profile; the id in hexadecimal follows.
const OF_PROFILES: &str = "profile/";

/// The throttles of password attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tries {
    own: String,
    is_at_the_door: bool,
}

impl Tries {
    /// At sign-in or a reset: by username, and by device.
    pub(crate) fn at_the_door(username: &str) -> Self {
        Self { own: of_name(username), is_at_the_door: true }
    }

    /// Within a session, locked or not: by session only. Failures at sign-in must not keep signed-in people from
    /// proving their password.
    pub(crate) fn within(session: SessionId) -> Self {
        Self { own: format!("proof/{}", crate::keyfile::hex(session.as_bytes())), is_at_the_door: false }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.own.as_str()].into_iter().chain(self.is_at_the_door.then_some(ALL_NAMES))
    }
}

/// Name of an account's throttle for addresses of others.
pub(crate) fn of_profile(account: AccountId) -> String {
    format!("{OF_PROFILES}{}", crate::keyfile::hex(account.as_bytes()))
}

/// Name of a username's throttle, also for unknown ones. A digest, so that the username is not stored.
fn of_name(username: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(b"vestibule throttle");
    hash.update(username.as_bytes());
    format!("sign-in/{}", crate::keyfile::hex(&hash.finalize()[..8]))
}

impl ThrottleRule {
    fn wait(self, failures: u32) -> i64 {
        let beyond = failures.saturating_sub(self.free + 1);
        let seconds =
            if failures <= self.free { 0 } else { self.first.saturating_mul(1 << beyond.min(20)).min(self.most) };
        i64::try_from(seconds).unwrap_or(i64::MAX / 1000) * 1000
    }

    /// The throttle after one more failure.
    fn failed(self, before: Throttle, now: i64) -> Throttle {
        let rested = now.saturating_sub(before.failed_at) > FORGOTTEN;
        let failures = if rested { 1 } else { before.failures.saturating_add(1) };
        Throttle { failures, failed_at: now, blocked_until: now.saturating_add(self.wait(failures)) }
    }
}

/// Seconds until `throttle` allows a try; none: now. If the clock is before the last failure, the time since is
/// unknown, and waiting for the clock could take forever: allow it. Failures still count, so the next wait is longer.
/// Turning the clock forward would gain an attacker as much.
fn blocked(throttle: Throttle, now: i64) -> Option<u64> {
    if now < throttle.failed_at - CORRECTION {
        return None;
    }
    let rest = throttle.blocked_until - now.max(throttle.failed_at);
    (rest > 0).then(|| (rest.unsigned_abs()).div_ceil(1000))
}

/// A lock for trying a password, held by one attempt at a time across processes, so that parallel attempts count as
/// consecutive failures. The system releases it when a process dies, which counts no failure.
pub(crate) struct AttemptLock(#[allow(dead_code, reason = "held, not read")] std::fs::File);

impl Desk {
    /// Waits for the lock; refuses while attempts are blocked.
    pub(crate) async fn begin_try(&self, store: &Store, tries: &Tries) -> Result<AttemptLock, DeskError> {
        let folder = self.folder().to_owned();
        let path = folder.join(".sign-in.lock");
        let file = vestibule_store::private::lock_file(&path).map_err(|error| DeskError::folder(&folder, &error))?;
        let since = std::time::Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(std::fs::TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
                Err(std::fs::TryLockError::WouldBlock) => return Err(vestibule_store::StoreError::Busy.into()),
                Err(std::fs::TryLockError::Error(error)) => return Err(DeskError::folder(&folder, &error)),
            }
        }
        let now = self.ports().span_time();
        let mut tx = store.begin_read().await?;
        for name in tries.names() {
            refuse_while_blocked(&mut tx, name, now).await?;
        }
        Ok(AttemptLock(file))
    }

    /// After a right password: forgets the failures of this username or session. The device's failures stay, so that
    /// signing in to one's own account does not allow more tries on others.
    pub(crate) async fn passed(&self, store: &Store, tries: &Tries) -> Result<(), DeskError> {
        if store.begin_read().await?.throttle(&tries.own).await? == Throttle::default() {
            return Ok(());
        }
        let mut tx = self.transaction(store, Actor::Stranger).await?;
        clear_throttle(&mut tx, tries).await?;
        tx.commit(()).await.map(Ended::answer)
    }
}

/// Deletes the throttle of this username or session.
pub(crate) async fn clear_throttle(tx: &mut WriteTx, tries: &Tries) -> Result<(), DeskError> {
    Ok(tx.set_throttle(&tries.own, Throttle::default()).await?)
}

/// After a wrong password: counts a failure of this session, or of this username and the device.
pub(crate) async fn count_wrong_password(tx: &mut WriteTx, tries: &Tries, now: Moment) -> Result<(), DeskError> {
    count_failure(tx, &tries.own, BY_NAME, now).await?;
    if tries.is_at_the_door { count_failure(tx, ALL_NAMES, BY_DEVICE, now).await } else { Ok(()) }
}

/// Fails while the throttle of that name blocks.
pub(crate) async fn refuse_while_blocked(tx: &mut ReadTx, name: &str, now: Moment) -> Result<(), DeskError> {
    refuse_blocked(tx.throttle(name).await?, now)
}

/// Fails while this throttle blocks.
pub(crate) fn refuse_blocked(throttle: Throttle, now: Moment) -> Result<(), DeskError> {
    match blocked(throttle, now.timestamp_millis()) {
        Some(seconds) => Err(SessionError::TooManyTries { seconds }.into()),
        None => Ok(()),
    }
}

/// Counts a failure, in the transaction that detected it, so that none is lost.
pub(crate) async fn count_failure(
    tx: &mut WriteTx,
    name: &str,
    rule: ThrottleRule,
    now: Moment,
) -> Result<(), DeskError> {
    let before = tx.throttle(name).await?;
    Ok(tx.set_throttle(name, rule.failed(before, now.timestamp_millis())).await?)
}

/// Whether to log a refusal of this name: some with the number of refusals not logged since the last one; none: only
/// count this one.
pub(crate) async fn refusals_to_log(tx: &mut WriteTx, name: &str, now: Moment) -> Result<Option<u32>, DeskError> {
    let (telling, after) = told(tx.throttle(name).await?, now.timestamp_millis());
    tx.set_throttle(name, after).await?;
    Ok(telling)
}

/// Here, `failures` counts refusals not logged, and `blocked_until` is when the next one will be logged.
fn told(before: Throttle, now: i64) -> (Option<u32>, Throttle) {
    if now < before.blocked_until && now >= before.failed_at - CORRECTION {
        let failures = before.failures.saturating_add(1);
        return (None, Throttle { failures, failed_at: now.max(before.failed_at), ..before });
    }
    (Some(before.failures), Throttle { failures: 0, failed_at: now, blocked_until: now.saturating_add(TOLD) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_tries_are_free_and_then_each_waits_twice_as_long() {
        let mut throttle = Throttle::default();
        let mut waits = Vec::new();
        for _ in 0..8 {
            throttle = BY_NAME.failed(throttle, 1_000_000);
            waits.push(blocked(throttle, 1_000_000).unwrap_or(0));
        }
        assert_eq!(waits, [0, 0, 0, 0, 5, 10, 20, 40]);
    }

    #[test]
    fn a_wait_never_passes_its_longest() {
        let many = Throttle { failures: u32::MAX - 1, failed_at: 0, blocked_until: 0 };
        assert_eq!(blocked(BY_NAME.failed(many, 10), 10), Some(900));
    }

    #[test]
    fn a_clock_put_right_by_a_moment_does_not_end_a_wait() {
        let waiting = Throttle { failures: 5, failed_at: 1_000_000, blocked_until: 1_005_000 };
        assert_eq!(blocked(waiting, 999_000), Some(5));
        assert_eq!(blocked(waiting, 1_001_000), Some(4));
        assert_eq!(blocked(waiting, 1_005_000), None);
    }

    #[test]
    fn a_clock_put_back_by_an_hour_does_not_make_a_wait_of_an_hour_and_forgets_no_failure() {
        let waiting = Throttle { failures: 5, failed_at: 9_000_000, blocked_until: 9_005_000 };
        assert_eq!(blocked(waiting, 5_400_000), None);
        assert_eq!(blocked(BY_NAME.failed(waiting, 5_400_000), 5_400_000), Some(10));
    }

    #[test]
    fn of_many_refusals_in_an_hour_one_is_told_and_the_next_tells_how_many_there_were() {
        let (first, mut kept) = told(Throttle::default(), 1_000_000);
        assert_eq!(first, Some(0));
        for minute in 1..60 {
            let (telling, after) = told(kept, 1_000_000 + minute * 60_000);
            assert_eq!(telling, None, "minute {minute}");
            kept = after;
        }
        assert_eq!(told(kept, 1_000_000 + TOLD).0, Some(59));
        assert_eq!(told(kept, 0).0, Some(59), "with a clock that was put back, it is told");
    }

    #[test]
    fn rest_forgives() {
        let waiting = Throttle { failures: 7, failed_at: 0, blocked_until: 40_000 };
        assert_eq!(BY_NAME.failed(waiting, FORGOTTEN + 1).failures, 1);
    }
}
