//! The time by which everything is decided: the clock's, and never behind the last event. And the clock in doubt: far
//! ahead of the last event, or behind it. Keeps out what is decided.

use crate::error::OrganisationError;
use crate::operation::{Ended, Operation};
use crate::seat::Seat;
use crate::{Clock, Desk, DeskError};
use chrono::TimeDelta;
use std::sync::{Arc, PoisonError, RwLock};
use vestibule_domain::{Actor, Event, Moment};
use vestibule_store::{LastTime, ReadTx, Store};
use vestibule_wire::{ClockDoubtView, ErrorView, command};

/// A clock that stands further ahead of the last event is doubted. Longer than a school's summer holidays; shorter than
/// what a clock loses that begins anew.
const FAR_AHEAD: TimeDelta = TimeDelta::days(60);
/// By so much clocks are put right now and then.
const CORRECTION: TimeDelta = TimeDelta::minutes(1);
/// Under which name the doubt is kept in the file: since this time nobody knows how late it is.
const DOUBTED_SINCE: &str = "clock_doubted_since";

/// A clock that never stands behind the last event of the open file.
pub(crate) struct SteadyClock {
    clock: Arc<dyn Clock>,
    last: RwLock<LastTime>,
}

impl SteadyClock {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, last: RwLock::default() }
    }

    /// From now on, that file's events count.
    pub(crate) fn follow(&self, last: LastTime) {
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = last;
    }

    fn last(&self) -> Option<Moment> {
        self.last.read().unwrap_or_else(PoisonError::into_inner).get()
    }
}

impl Clock for SteadyClock {
    fn now(&self) -> Moment {
        let now = self.clock.now();
        self.last().map_or(now, |last| last.max(now))
    }

    fn bare(&self) -> Moment {
        self.clock.now()
    }
}

impl Desk {
    /// After a file was opened: its events count, and a clock far ahead of them is noted as doubted before anything
    /// happens by it.
    pub(crate) async fn follow_time(&self, store: &Store) -> Result<(), DeskError> {
        let steady = &self.inner.steady;
        steady.follow(store.last_time());
        let Some(last) = store.last_time().get() else { return Ok(()) };
        let since = store.begin_read().await?.own(DOUBTED_SINCE).await?.and_then(|text| text.parse::<i64>().ok());
        let is_ahead = |since: Moment| steady.bare() - since > FAR_AHEAD;
        let noted = since.and_then(Moment::from_timestamp_millis);
        let to_note = match noted {
            Some(since) if is_ahead(since) => return Ok(()),
            // Put right since: what happened meanwhile may lie ahead of it, which is another doubt.
            Some(_) => None,
            None if is_ahead(last) => Some(last.timestamp_millis().to_string()),
            None => return Ok(()),
        };
        let mut tx = self.transaction(store, Actor::Vestibule).await?;
        tx.set_own(DOUBTED_SINCE, to_note.as_deref()).await?;
        tx.commit(()).await.map(Ended::answer)
    }

    /// Why the clock is doubted, if it is.
    pub(crate) async fn clock_doubt(&self, tx: &mut ReadTx) -> Result<Option<ClockDoubtView>, DeskError> {
        let clock = self.inner.steady.bare();
        if let Some(last) = self.inner.steady.last().filter(|last| *last - clock > CORRECTION) {
            return Ok(Some(ClockDoubtView { clock, last, ahead: false }));
        }
        let since = tx.own(DOUBTED_SINCE).await?.and_then(|text| text.parse::<i64>().ok());
        let last = since.and_then(Moment::from_timestamp_millis);
        Ok(last.map(|last| ClockDoubtView { clock, last, ahead: true }))
    }

    /// Refuses while the clock is doubted: what can't be taken back is not done by it.
    pub(crate) async fn refuse_doubted_clock(&self, tx: &mut ReadTx) -> Result<(), DeskError> {
        match self.clock_doubt(tx).await? {
            Some(doubt) => Err(OrganisationError::ClockDoubted(Box::new(doubt)).into()),
            None => Ok(()),
        }
    }

    /// The event that writes a doubt down.
    pub(crate) fn doubted(doubt: &ClockDoubtView) -> Event {
        Event::ClockDoubted { clock: doubt.clock, last: doubt.last }
    }
}

impl Seat {
    /// Why the clock is doubted, if it is. Needs no more than an open file.
    pub async fn clock(&self) -> Result<Option<ClockDoubtView>, DeskError> {
        self.desk.clock_doubt(&mut self.desk.store().await?.begin_read().await?).await
    }

    /// Somebody who looks after everything has looked at the clock, and it is right: everything is decided by it from
    /// now on, even where that is earlier than what happened last.
    pub async fn confirm_clock(&self) -> Result<(), DeskError> {
        let is_confirmed = self
            .operate::<command::ConfirmClock, _>(async |Operation { acting, mut tx }| {
                let Some(ClockDoubtView { clock, last, .. }) = self.desk.clock_doubt(&mut tx).await? else {
                    return Ok(tx.unchanged(false));
                };
                tx.set_own(DOUBTED_SINCE, None).await?;
                tx.stamp_by(Actor::Account(acting.who.standing.account), clock);
                tx.commit_facts(&[Event::ClockConfirmed { clock, last }.into()], true).await
            })
            .await?;
        if !is_confirmed {
            return Ok(());
        }
        // The event that was just written is the last one.
        drop(self.desk.transaction(&self.desk.store().await?, Actor::Vestibule).await?);
        // Whoever has just said so is awake.
        if let Some(session) = self.session() {
            let now = self.desk.ports().span_time();
            self.amend(session, |session| session.iter_mut().for_each(|session| session.active_at = now));
        }
        Ok(())
    }
}

/// As one sentence.
pub(crate) fn sentence(doubt: &ClockDoubtView) -> String {
    let day = |at: Moment| at.format("%Y-%m-%d %H:%M UTC");
    let relation = if doubt.ahead { "long after" } else { "before" };
    format!(
        "this device's clock says {}, {relation} the last thing that happened here ({}); put it right, or have it confirmed by an administrator",
        day(doubt.clock),
        day(doubt.last)
    )
}

/// How it crosses.
pub(crate) fn error(doubt: &ClockDoubtView, view: impl Fn(vestibule_wire::ErrorCode) -> ErrorView) -> ErrorView {
    let at = crate::audit::rfc3339;
    view(vestibule_wire::ErrorCode::ClockDoubted).with("clock", at(doubt.clock)).with("last", at(doubt.last))
}
