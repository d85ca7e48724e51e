//! Applies many events by batches with few distinct texts, so that SQLite can reuse prepared statements: consecutive
//! creations by one statement, revocations by another, other events decision by decision. Keeps out what an event does.

use super::{apply, counts, invitation};
use crate::StoreError;
use crate::batch::{Batch, ROWS, Upkeep, parts};
use crate::log::LoggedEvent;
use std::collections::HashSet;
use vestibule_domain::{Event, InvitationId};

/// Fewer creations or revocations than this are applied with the other events of their decision.
const FEW: usize = 4;
/// A decision with more events is split into several batches.
const MOST: usize = 8;
/// How many decisions with equal statements go to SQLite together: preparing a batch takes ten times as long as sending
/// one more.
const ALIKE: [usize; 2] = [4, 1];

/// Call before many events: prepares the temporary table of counts.
pub(crate) fn begin(batch: &mut Batch) {
    counts::begin(batch);
}

/// Call after many events, with the last invitation's number before them: updates the counts.
pub(crate) fn settle(batch: &mut Batch, newest: i64) {
    counts::settle(batch, newest);
}

/// The batches that apply these events, in order. Events that only change invitations of `new`, created by earlier
/// events, skip counts and search index, which pick up these rows at the end.
pub(crate) fn batches(
    logged: &[LoggedEvent],
    keeping: Upkeep,
    new: &mut HashSet<InvitationId>,
) -> Result<Vec<Batch>, StoreError> {
    let mut gathered = GroupedEvents {
        keeping,
        decision: Batch::default(),
        last: None,
        events: 0,
        creations: Vec::new(),
        revocations: Vec::new(),
        revokes_old: false,
        alike: Vec::new(),
        done: Vec::new(),
    };
    for one in logged {
        let of_new = match &one.event {
            Event::InvitationCreated { invitation, .. } => {
                new.insert(*invitation);
                gathered.add_creation(one)?;
                continue;
            }
            Event::InvitationRevoked { invitation, .. } => {
                gathered.add_revocation(one, new.contains(invitation));
                continue;
            }
            Event::InvitationRedeemed { invitation, .. } | Event::InvitationDescribed { invitation } => {
                new.contains(invitation)
            }
            _ => false,
        };
        let mut batch = Batch::keeping(if of_new { Upkeep::FactsOnly } else { keeping });
        apply(&mut batch, one)?;
        if !batch.is_empty() {
            gathered.end_runs()?;
            gathered.add(batch, one);
        }
    }
    gathered.end_runs()?;
    gathered.end_decision();
    gathered.end_alike();
    Ok(gathered.done)
}

/// Pending work, in the order in which it runs: `done`, `alike`, `decision`, `creations`, `revocations`. A creation
/// does not depend on the revocation of another invitation, so it may run before it.
struct GroupedEvents<'a> {
    keeping: Upkeep,
    creations: Vec<&'a LoggedEvent>,
    revocations: Vec<&'a LoggedEvent>,
    /// One of `revocations` is of an invitation from before these events.
    revokes_old: bool,
    decision: Batch,
    /// The last event in `decision`, and the number of events.
    last: Option<&'a LoggedEvent>,
    events: usize,
    /// Decisions with equal statements.
    alike: Vec<Batch>,
    done: Vec<Batch>,
}

impl<'a> GroupedEvents<'a> {
    fn add(&mut self, batch: Batch, one: &'a LoggedEvent) {
        let goes_on = self
            .last
            .is_some_and(|last| one.decision.is_some() && (last.device, last.decision) == (one.device, one.decision));
        if !goes_on || self.events >= MOST {
            self.end_decision();
        }
        self.decision.append(batch);
        (self.last, self.events) = (Some(one), self.events + 1);
    }

    fn add_creation(&mut self, one: &'a LoggedEvent) -> Result<(), StoreError> {
        // A revocation logged before its invitation's creation must fail, so keep the order.
        if self.revokes_old {
            self.end_runs()?;
        }
        self.creations.push(one);
        Ok(())
    }

    fn add_revocation(&mut self, one: &'a LoggedEvent, of_new: bool) {
        self.revocations.push(one);
        self.revokes_old |= !of_new;
    }

    fn end_runs(&mut self) -> Result<(), StoreError> {
        let creations = std::mem::take(&mut self.creations);
        self.end_run(&creations, self.keeping, invitation::created)?;
        let revocations = std::mem::take(&mut self.revocations);
        let revokes_old = std::mem::take(&mut self.revokes_old);
        let keeping = if revokes_old { self.keeping } else { Upkeep::FactsOnly };
        self.end_run(&revocations, keeping, invitation::revoked_together)
    }

    fn end_run(
        &mut self,
        mut run: &[&'a LoggedEvent],
        keeping: Upkeep,
        write: impl Fn(&mut Batch, &[&LoggedEvent]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if run.len() < FEW {
            for one in run {
                let mut batch = Batch::keeping(keeping);
                apply(&mut batch, one)?;
                self.add(batch, one);
            }
            return Ok(());
        }
        self.end_decision();
        self.end_alike();
        for many in parts(run.len(), ROWS) {
            let (now, later) = run.split_at(many);
            let mut batch = Batch::keeping(keeping);
            write(&mut batch, now)?;
            self.done.push(batch);
            run = later;
        }
        Ok(())
    }

    fn end_decision(&mut self) {
        let decision = std::mem::take(&mut self.decision);
        (self.last, self.events) = (None, 0);
        if decision.is_empty() {
            return;
        }
        if self.alike.first().is_some_and(|first| !first.is_alike(&decision)) {
            self.end_alike();
        }
        self.alike.push(decision);
    }

    fn end_alike(&mut self) {
        let mut alike = std::mem::take(&mut self.alike).into_iter();
        for many in parts(alike.len(), ALIKE) {
            let mut together = Batch::default();
            alike.by_ref().take(many).for_each(|batch| together.append(batch));
            self.done.push(together);
        }
    }
}
