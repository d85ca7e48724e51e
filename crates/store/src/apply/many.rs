//! Applies many events by scripts of few texts, so that SQLite has their statements prepared: creations that follow
//! each other by one statement, revocations by another, of the others those of a decision together. Keeps out what an
//! event
//! does.

use super::{apply, counts, invitation};
use crate::StoreError;
use crate::batch::{Batch, ROWS, Upkeep, parts};
use crate::log::LoggedEvent;
use std::collections::HashSet;
use vestibule_domain::{Event, InvitationId};

/// Fewer creations or revocations than that stay with the other events of their decision.
const FEW: usize = 4;
/// A decision of more events is more than one script.
const MOST: usize = 8;
/// In how large parts decisions by the same statements go to SQLite: to prepare a batch takes ten times as long as to
/// send one more.
const ALIKE: [usize; 2] = [4, 1];

/// Before many events: what is counted at the end is noted from here on.
pub(crate) fn begin(batch: &mut Batch) {
    counts::begin(batch);
}

/// Behind many events, the first of which found `newest` as the last invitation: brings the counts up to date.
pub(crate) fn settle(batch: &mut Batch, newest: i64) {
    counts::settle(batch, newest);
}

/// What applies these events, in order. Those that change nothing but invitations of `new`, which the events before
/// them made, have no count to note and no search index to keep up: both learn of these rows at the end.
pub(crate) fn scripts(
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

/// What is to be done, in this order: `done`, `alike`, `decision`, `creations`, `revocations`. A creation asks nothing
/// of
/// what a revocation of another changes, so it may go before those that came before it.
struct GroupedEvents<'a> {
    keeping: Upkeep,
    creations: Vec<&'a LoggedEvent>,
    revocations: Vec<&'a LoggedEvent>,
    /// A revocation is of an invitation that stood before.
    revokes_old: bool,
    decision: Batch,
    /// The last event of `decision`, and how many it has.
    last: Option<&'a LoggedEvent>,
    events: usize,
    /// Decisions by the same statements.
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
        // What was revoked before it was made has to be refused.
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
