//! Events that other devices wrote, taken into this log word for word and applied. Keeps out how they came here, and
//! whether they may: that is decided where they are asked for.

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

/// So many events are judged and written at once; while they are written, the next are judged.
const PAGE: usize = 512;
/// So many are judged before it is seen whether SQLite waits for the next script.
const STEP: usize = 32;

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Admitted {
    /// Events that the log did not hold.
    pub new: u64,
    /// Events that it held already, word for word.
    pub known: u64,
}

/// A chain as this log has it.
struct AdmittedChain {
    num: i64,
    end: ChainEnd,
    hash: Vec<u8>,
    /// Where it ended before.
    before: i64,
    /// It is this device's own: nobody else writes it.
    is_own: bool,
}

/// What events are judged by, one after the other.
struct AdmissionCheck {
    organisation: Option<Vec<u8>>,
    chains: BTreeMap<[u8; 16], AdmittedChain>,
    /// The last invitation's number before all of them.
    newest: i64,
    /// The invitations that they make.
    made: HashSet<InvitationId>,
}

/// Events that were judged, and what writes and applies them.
#[derive(Default)]
struct Page<'a> {
    scripts: Vec<Batch>,
    new: u64,
    /// Those that the log holds, if they are the same.
    known: Vec<&'a EventRow>,
    /// Why those behind them are not taken in.
    refused: Option<StoreError>,
}

impl WriteTx {
    /// Takes events of other devices into the log as they were written, and applies each to the tables. Those of one
    /// device come in their order; what the log holds already is passed over. All of them, or nothing: after an error
    /// this transaction can't be committed. New invitations enter the search index behind it
    /// ([`WriteTx::index_search`]).
    ///
    /// # Errors
    /// [`StoreError::Forked`] where the log holds another event of that number, [`StoreError::NotNext`] where one is
    /// missing before or it is not what was written, [`StoreError::EventDoesNotFit`] where the tables refuse it.
    pub async fn admit(&mut self, events: &[EventRow]) -> Result<Admitted, StoreError> {
        // Also when whoever asks turns away half way.
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
                event_row::ends(&mut batch, chain.num, chain.end.seq, &chain.hash);
                let (before, last) = (chain.before.unsigned_abs(), chain.end.seq.unsigned_abs());
                self.appends(DeviceId::from_bytes(*device), before + 1, last);
            }
            many::settle(&mut batch, judge.newest);
            batch.run_and(self.connection(), None).await?;
        }
        Ok(admitted)
    }

    /// What the log holds of the devices whose events come.
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

    /// Writes events that were judged into the log and applies them, in their order.
    async fn write(&mut self, page: Page<'_>) -> Result<(), StoreError> {
        for batch in page.scripts {
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

    /// A device's chain as it is here; one that is not known yet begins.
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
    /// Whether the log holds these events, of one device and next to each other, word for word.
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
    /// Judges events in their order, up to the first that is refused.
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
        // Erasing takes from the events before it, and from none behind it.
        let erases = |one: &LoggedEvent| matches!(one.event, Event::PersonErased { .. });
        for logged in logged.split_inclusive(erases) {
            let (now, later) = rows.split_at(logged.len());
            let events: Vec<_> = now.iter().zip(logged).map(|(row, one)| (one.device, *row, &one.event)).collect();
            page.scripts.extend(event_row::written(&events));
            match many::scripts(logged, Upkeep::Later { newest: self.newest }, &mut self.made) {
                Ok(scripts) => page.scripts.extend(scripts),
                Err(refused) => {
                    page.refused = Some(refused);
                    break;
                }
            }
            rows = later;
        }
        page
    }

    /// An event that is the next of its device's chain, which ends in it from then on. None: the log holds one of that
    /// number.
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
    /// What is personal in it is what its digest says, or was erased.
    fn holds_its_personal_part(&self) -> bool {
        match (&self.salt, &self.personal, &self.digest) {
            (Some(salt), Some(body), Some(expected)) => digest(salt, body).as_slice() == expected,
            (None, None, _) => true,
            _ => false,
        }
    }
}

/// SQLITE_CONSTRAINT, of whatever kind.
fn is_constraint(error: &sqlx::Error) -> bool {
    code_of(error).is_some_and(|code| code & 0xff == 19)
}

#[cfg(test)]
mod tests;
