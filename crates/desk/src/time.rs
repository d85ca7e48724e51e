//! The time for all decisions: the clock's, but never before the last event. And doubt about the clock: far ahead of
//! the last event, or behind it. Keeps out what is decided.

use crate::error::OrganisationError;
use crate::operation::{Ended, Operation};
use crate::seat::Seat;
use crate::{Clock, Desk, DeskError};
use chrono::TimeDelta;
use std::sync::{Arc, PoisonError, RwLock};
use vestibule_domain::{Actor, Event, Moment};
use vestibule_store::{LastTime, ReadTx, Store};
use vestibule_wire::{ClockDoubtView, ErrorView, command};

/// A clock further ahead of the last event is doubted. Longer than a school's summer holidays; shorter than the error
/// of a clock that was reset.
const FAR_AHEAD: TimeDelta = TimeDelta::days(60);
/// Clocks are corrected by up to this much.
const CORRECTION: TimeDelta = TimeDelta::minutes(1);
/// Name under which the file stores the time of the last event that is not in doubt.
const DOUBTED_SINCE: &str = "clock_doubted_since";

/// A clock that is never behind the last event of the open file.
pub(crate) struct SteadyClock {
    clock: Arc<dyn Clock>,
    last: RwLock<LastTime>,
}

impl SteadyClock {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, last: RwLock::default() }
    }

    /// Uses that file's events from now on.
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
    /// After a file was opened: uses its events, and records a doubt if the clock is far ahead of them, before anything
    /// is written with its time.
    pub(crate) async fn follow_time(&self, store: &Store) -> Result<(), DeskError> {
        let steady = &self.inner.steady;
        steady.follow(store.last_time());
        let Some(last) = store.last_time().get() else { return Ok(()) };
        let since = store.begin_read().await?.own(DOUBTED_SINCE).await?.and_then(|text| text.parse::<i64>().ok());
        let is_ahead = |since: Moment| steady.bare() - since > FAR_AHEAD;
        let noted = since.and_then(Moment::from_timestamp_millis);
        let to_note = match noted {
            Some(since) if is_ahead(since) => return Ok(()),
            // The clock was corrected. Events written meanwhile may be ahead of it, which is another doubt.
            Some(_) => None,
            None if is_ahead(last) => Some(last.timestamp_millis().to_string()),
            None => return Ok(()),
        };
        let mut tx = self.transaction(store, Actor::Vestibule).await?;
        tx.set_own(DOUBTED_SINCE, to_note.as_deref()).await?;
        tx.commit(()).await.map(Ended::answer)
    }

    /// The doubt about the clock; none: it is trusted.
    pub(crate) async fn clock_doubt(&self, tx: &mut ReadTx) -> Result<Option<ClockDoubtView>, DeskError> {
        let clock = self.inner.steady.bare();
        if let Some(last) = self.inner.steady.last().filter(|last| *last - clock > CORRECTION) {
            return Ok(Some(ClockDoubtView { clock, last, ahead: false }));
        }
        let since = tx.own(DOUBTED_SINCE).await?.and_then(|text| text.parse::<i64>().ok());
        let last = since.and_then(Moment::from_timestamp_millis);
        Ok(last.map(|last| ClockDoubtView { clock, last, ahead: true }))
    }

    /// Fails while the clock is doubted, for operations that can't be undone.
    pub(crate) async fn refuse_doubted_clock(&self, tx: &mut ReadTx) -> Result<(), DeskError> {
        match self.clock_doubt(tx).await? {
            Some(doubt) => Err(OrganisationError::ClockDoubted(Box::new(doubt)).into()),
            None => Ok(()),
        }
    }

    /// The event that records a doubt.
    pub(crate) fn doubt_event(doubt: &ClockDoubtView) -> Event {
        Event::ClockDoubted { clock: doubt.clock, last: doubt.last }
    }
}

impl Seat {
    /// The doubt about the clock, if there is one. Needs only an open file.
    pub async fn clock(&self) -> Result<Option<ClockDoubtView>, DeskError> {
        self.desk.clock_doubt(&mut self.desk.store().await?.begin_read().await?).await
    }

    /// Confirms that the clock is right: it is used for all decisions from now on, even if it is before the last event.
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
        // Make the event just written the last one.
        drop(self.desk.transaction(&self.desk.store().await?, Actor::Vestibule).await?);
        // Confirming counts as activity.
        if let Some(session) = self.session() {
            let now = self.desk.ports().span_time();
            self.amend(session, |session| session.iter_mut().for_each(|session| session.active_at = now));
        }
        Ok(())
    }
}

/// The doubt as a sentence.
pub(crate) fn sentence(doubt: &ClockDoubtView) -> String {
    let day = |at: Moment| at.format("%Y-%m-%d %H:%M UTC");
    let relation = if doubt.ahead { "long after" } else { "before" };
    format!(
        "this device's clock says {}, {relation} the last thing that happened here ({}); put it right, or have it confirmed by an administrator",
        day(doubt.clock),
        day(doubt.last)
    )
}

/// The doubt as a wire error.
pub(crate) fn error(doubt: &ClockDoubtView, view: impl Fn(vestibule_wire::ErrorCode) -> ErrorView) -> ErrorView {
    let at = crate::audit::rfc3339;
    view(vestibule_wire::ErrorCode::ClockDoubted).with("clock", at(doubt.clock)).with("last", at(doubt.last))
}
