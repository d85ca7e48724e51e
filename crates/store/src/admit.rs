//! Admits events of other devices: appends them to this log word for word and applies them. Keeps out transport, and
//! permission, which the caller checks.

use crate::apply::many;
use crate::batch::{Batch, Upkeep, code_of};
use crate::chain::ChainEnd;
use crate::event_row::{self, EventRow};
use crate::log::{LoggedEvent, actor_of, as_received, digest, moment, personal_of, read_event};
use crate::sql::Sql;
use crate::transaction::WriteTx;
use crate::{ReadTx, StoreError};
use sqlx::Row;
use std::collections::{BTreeMap, HashSet};
use vestibule_domain::{DeviceId, Event, InvitationId};

/// Events checked and written at a time; the next page is checked while one is written.
const PAGE: usize = 512;
/// Events checked before yielding, so that SQLite's thread gets its next batch without waiting.
const STEP: usize = 32;

/// Result of an admission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Admitted {
    /// Events that the log did not hold.
    pub new: u64,
    /// Events that the log already held, word for word.
    pub known: u64,
}

/// The state of a device's chain in this log.
struct AdmittedChain {
    num: i64,
    end: ChainEnd,
    hash: Vec<u8>,
    /// Sequence number of its end before the admission.
    before: i64,
    /// It is this device's own chain, which no other device may extend.
    is_own: bool,
}

/// The state against which events are checked, updated by each.
struct AdmissionCheck {
    organisation: Option<Vec<u8>>,
    chains: BTreeMap<[u8; 16], AdmittedChain>,
    /// The last invitation's number before the admission.
    newest: i64,
    /// The invitations that the admitted events create.
    made: HashSet<InvitationId>,
}

/// A page of checked events, with the batches that write and apply them.
#[derive(Default)]
struct Page<'a> {
    batches: Vec<Batch>,
    new: u64,
    /// Events whose numbers the log already has; still to be compared with it.
    known: Vec<&'a EventRow>,
    /// The error that ends the page; events after it are not admitted.
    refused: Option<StoreError>,
}

impl WriteTx {
    /// Appends other devices' events as they were written and applies each to the tables. Events of one device must be
    /// in order; those that the log holds already are skipped. All or nothing: after an error this transaction can't be
    /// committed. New invitations are not yet in the search index ([`WriteTx::index_search`]).
    ///
    /// # Errors
    /// [`StoreError::Forked`] if the log holds another event of that number, [`StoreError::NotNext`] if a predecessor
    /// is missing or the event was altered, [`StoreError::EventDoesNotFit`] if the tables refuse it.
    pub async fn admit(&mut self, events: &[EventRow]) -> Result<Admitted, StoreError> {
        // Stays true, so that no commit is possible, if this future is dropped half way.
        let before = std::mem::replace(&mut self.refused, true);
        let admitted = self.take_in(events).await;
        self.refused = before || admitted.is_err();
        admitted
    }

    async fn take_in(&mut self, events: &[EventRow]) -> Result<Admitted, StoreError> {
        let mut judge = self.judge(events).await?;
        let mut admitted = Admitted::default();
        let mut pages = events.chunks(PAGE);
        let mut next = Page::default();
        loop {
            let page = std::mem::take(&mut next);
            let following = async {
                match pages.next() {
                    Some(rows) => Some(judge.page(rows).await),
                    None => None,
                }
            };
            admitted.new += page.new;
            admitted.known += page.known.len() as u64;
            let (written, following) = tokio::join!(self.write(page), following);
            written?;
            match following {
                Some(page) => next = page,
                None => break,
            }
        }
        if admitted.new > 0 {
            let mut batch = Batch::default();
            for (device, chain) in &judge.chains {
                event_row::set_chain_end(&mut batch, chain.num, chain.end.seq, &chain.hash);
                let (before, last) = (chain.before.unsigned_abs(), chain.end.seq.unsigned_abs());
                self.appends(DeviceId::from_bytes(*device), before + 1, last);
            }
            many::settle(&mut batch, judge.newest);
            batch.run_and(self.connection(), None).await?;
        }
        Ok(admitted)
    }

    /// Reads the chains of the devices that the events are from.
    async fn judge(&mut self, events: &[EventRow]) -> Result<AdmissionCheck, StoreError> {
        let mut begin = Batch::default();
        many::begin(&mut begin);
        let found = Sql::new(
            "SELECT (SELECT id FROM organisation), (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device'),
                 (SELECT coalesce(max(pos), 0) FROM invitation)",
        );
        let found = begin.run_and(self.connection(), Some(&found)).await?;
        let found = found.first().ok_or(StoreError::Unreadable { what: "device" })?;
        let mut chains: BTreeMap<[u8; 16], AdmittedChain> = BTreeMap::new();
        let mut last = None;
        for row in events {
            if last != Some(row.device) && !chains.contains_key(&row.device) {
                chains.insert(row.device, self.chain_of(row.device, found.get(1)).await?);
            }
            last = Some(row.device);
        }
        Ok(AdmissionCheck { organisation: found.get(0), chains, newest: found.get(2), made: HashSet::new() })
    }

    /// Appends checked events to the log and applies them, in order.
    async fn write(&mut self, page: Page<'_>) -> Result<(), StoreError> {
        for batch in page.batches {
            batch.run_and(self.connection(), None).await.map_err(|error| match error {
                StoreError::RowNotChanged => {
                    StoreError::EventDoesNotFit("a row that it changes is not there, or not as it was")
                }
                StoreError::Database(inner) if is_constraint(&inner) => {
                    StoreError::EventDoesNotFit("it names what is not there, or what is there already")
                }
                other => other,
            })?;
        }
        let goes_on = |a: &&EventRow, b: &&EventRow| a.device == b.device && a.seq + 1 == b.seq;
        for run in page.known.chunk_by(goes_on) {
            self.expect_same(run).await?;
        }
        page.refused.map_or(Ok(()), Err)
    }

    /// The state of a device's chain; an unknown device gets a row and an empty chain.
    async fn chain_of(&mut self, device: [u8; 16], own: Option<i64>) -> Result<AdmittedChain, StoreError> {
        let num = self.device_number(DeviceId::from_bytes(device)).await?;
        let mut sql = Sql::new(
            "SELECT d.head_seq, d.head_hash, coalesce(e.version, 0), e.decision FROM device AS d
             LEFT JOIN event AS e ON e.device = d.num AND e.seq = d.head_seq",
        );
        sql.int(" WHERE d.num = ?", num);
        let rows = sql.rows(self.connection()).await?;
        let row = rows.first().ok_or(StoreError::Unreadable { what: "device" })?;
        let end = ChainEnd { seq: row.get(0), version: row.get(2), decision: row.get(3) };
        Ok(AdmittedChain { num, end, hash: row.get(1), before: end.seq, is_own: own == Some(num) })
    }
}

impl ReadTx {
    /// Checks that the log holds these consecutive events of one device word for word.
    async fn expect_same(&mut self, events: &[&EventRow]) -> Result<(), StoreError> {
        let Some((first, last)) = events.first().zip(events.last()) else { return Ok(()) };
        let mut sql = Sql::default();
        sql.bind("SELECT seq, hash FROM event WHERE device = (SELECT num FROM device WHERE id = ?)", &first.device);
        sql.int(" AND seq BETWEEN ?", first.seq);
        sql.int(" AND ? ORDER BY seq", last.seq);
        let held = sql.rows(self.connection()).await?;
        for (number, event) in events.iter().enumerate() {
            let same = held.get(number).is_some_and(|row| {
                row.get::<i64, _>(0) == event.seq && row.get::<&[u8], _>(1) == event.hash.as_slice()
            });
            if !same {
                return Err(StoreError::Forked { seq: event.seq.unsigned_abs() });
            }
        }
        Ok(())
    }
}

impl AdmissionCheck {
    /// Checks events in order, up to the first that is refused.
    async fn page<'a>(&mut self, rows: &'a [EventRow]) -> Page<'a> {
        let mut page = Page::default();
        let mut taken: Vec<(&EventRow, LoggedEvent)> = Vec::with_capacity(rows.len());
        for (number, row) in rows.iter().enumerate() {
            if number % STEP == 0 {
                tokio::task::yield_now().await;
            }
            match self.judge(row) {
                Ok(Some(logged)) => taken.push((row, logged)),
                Ok(None) => page.known.push(row),
                Err(refused) => {
                    page.refused = Some(refused);
                    break;
                }
            }
        }
        let (rows, logged): (Vec<&EventRow>, Vec<LoggedEvent>) = taken.into_iter().unzip();
        page.new = rows.len() as u64;
        let mut rows = rows.as_slice();
        // An erasure clears only events that are written already: end a part at each.
        let erases = |one: &LoggedEvent| matches!(one.event, Event::PersonErased { .. });
        for logged in logged.split_inclusive(erases) {
            let (now, later) = rows.split_at(logged.len());
            let events: Vec<_> = now.iter().zip(logged).map(|(row, one)| (one.device, *row, &one.event)).collect();
            page.batches.extend(event_row::append_batches(&events));
            match many::batches(logged, Upkeep::Later { newest: self.newest }, &mut self.made) {
                Ok(batches) => page.batches.extend(batches),
                Err(refused) => {
                    page.refused = Some(refused);
                    break;
                }
            }
            rows = later;
        }
        page
    }

    /// Checks that an event is the next of its device's chain, and advances the chain. None: the log has an event of
    /// that number.
    fn judge(&mut self, row: &EventRow) -> Result<Option<LoggedEvent>, StoreError> {
        let seq = row.seq.unsigned_abs();
        let chain = self.chains.get_mut(&row.device).ok_or(StoreError::Unreadable { what: "device" })?;
        if row.seq <= chain.end.seq {
            return Ok(None);
        }
        if chain.is_own {
            return Err(StoreError::Forked { seq });
        }
        let event = read_event(&row.payload)?;
        if let (None, Event::OrganisationCreated { organisation: id, .. }) = (&self.organisation, &event) {
            self.organisation = Some(id.as_bytes().to_vec());
        }
        let hashed = row.hashed(self.organisation.as_deref().unwrap_or_default(), &chain.hash);
        if let Some(problem) = chain.end.misfit(&hashed, &row.hash) {
            return Err(StoreError::NotNext { seq, problem });
        }
        if !row.holds_its_personal_part() {
            let problem = "the personal part of this event is not what was written";
            return Err(StoreError::NotNext { seq, problem });
        }
        chain.end = ChainEnd { seq: row.seq, version: row.version, decision: row.decision };
        chain.hash.clone_from(&row.hash);
        let (actor, personal) = (actor_of(row.kind, row.actor.clone())?, personal_of(row.personal.as_deref())?);
        Ok(Some(LoggedEvent {
            id: row.id,
            device: chain.num,
            seq: row.seq,
            version: row.version,
            decision: row.decision,
            via: row.via.clone(),
            placed: None,
            at: moment(row.at)?,
            actor,
            received: as_received(&event, &row.payload),
            event,
            personal,
        }))
    }
}

impl EventRow {
    /// Whether the personal data matches its digest, or was erased.
    fn holds_its_personal_part(&self) -> bool {
        match (&self.salt, &self.personal, &self.digest) {
            (Some(salt), Some(body), Some(expected)) => digest(salt, body).as_slice() == expected,
            (None, None, _) => true,
            _ => false,
        }
    }
}

/// Any kind of SQLITE_CONSTRAINT.
fn is_constraint(error: &sqlx::Error) -> bool {
    code_of(error).is_some_and(|code| code & 0xff == 19)
}

#[cfg(test)]
mod tests;
