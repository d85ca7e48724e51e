//! Events that other devices wrote, taken into this log word for word and applied. Keeps out how they came here, and
//! whether they may: that is decided where they are asked for.

use crate::apply::{self, TOGETHER};
use crate::chain::End;
use crate::change::Change;
use crate::event_row::{self, EventRow};
use crate::log::{Logged, actor_of, digest, moment, personal_of, read_event};
use crate::script::{Script, code_of};
use crate::sql::Sql;
use crate::{Look, StoreError};
use sqlx::Row;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use vestibule_domain::{DeviceId, Event};

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Admitted {
    /// Events that the log did not hold.
    pub new: u64,
    /// Events that it held already, word for word.
    pub known: u64,
}

/// A chain as this log has it.
struct Chain {
    num: i64,
    end: End,
    hash: Vec<u8>,
    /// It is this device's own: nobody else writes it.
    is_own: bool,
}

impl Change {
    /// Takes events of other devices into the log as they were written, and applies each to the tables. Those of one
    /// device come in their order; what the log holds already is passed over. All of them, or nothing.
    ///
    /// # Errors
    /// [`StoreError::Forked`] where the log holds another event of that number, [`StoreError::NotNext`] where one is
    /// missing before or it is not what was written, [`StoreError::EventDoesNotFit`] where the tables refuse it.
    pub async fn admit(&mut self, events: &[EventRow]) -> Result<Admitted, StoreError> {
        let mut organisation: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT id FROM organisation").fetch_optional(self.connection()).await?;
        let own = self.own_device().await?;
        let mut chains: HashMap<[u8; 16], Chain> = HashMap::new();
        let (mut next, mut admitted) = (Vec::new(), Admitted::default());
        for row in events {
            let seq = row.seq.unsigned_abs();
            let chain = match chains.entry(row.device) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(self.chain_of(row.device, own).await?),
            };
            if row.seq <= chain.end.seq {
                // What this call has taken in stands in no table yet.
                self.write(std::mem::take(&mut next)).await?;
                self.expect_same(chain.num, row).await?;
                admitted.known += 1;
                continue;
            }
            if chain.is_own {
                return Err(StoreError::Forked { seq });
            }
            let event = read_event(&row.payload)?;
            if let (None, Event::OrganisationCreated { organisation: id, .. }) = (&organisation, &event) {
                organisation = Some(id.as_bytes().to_vec());
            }
            let hashed = row.hashed(organisation.as_deref().unwrap_or_default(), &chain.hash);
            if let Some(problem) = chain.end.misfit(&hashed, &row.hash) {
                return Err(StoreError::NotNext { seq, problem });
            }
            if !row.holds_its_personal_part() {
                let problem = "the personal part of this event is not what was written";
                return Err(StoreError::NotNext { seq, problem });
            }
            chain.end = End { seq: row.seq, version: row.version, decision: row.decision };
            chain.hash.clone_from(&row.hash);
            let (actor, personal) = (actor_of(row.kind, row.actor.clone())?, personal_of(row.personal.as_deref())?);
            next.push((row, Logged { device: chain.num, at: moment(row.at)?, actor, event, personal }));
            admitted.new += 1;
        }
        self.write(next).await?;
        Ok(admitted)
    }

    /// Writes events that were judged into the log and applies them, in their order; creations of one device that
    /// follow each other together.
    async fn write(&mut self, events: Vec<(&EventRow, Logged)>) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        let (rows, logged): (Vec<&EventRow>, Vec<Logged>) = events.into_iter().unzip();
        let mut script = Script::default();
        let mut at = 0;
        while let Some(first) = logged.get(at) {
            let is_alike =
                |one: &&Logged| one.device == first.device && matches!(one.event, Event::InvitationCreated { .. });
            let run = logged[at..].iter().take(TOGETHER).take_while(is_alike).count();
            let end = at + if run >= TOGETHER { TOGETHER } else { 1 };
            let of_run = rows[at..end].iter().copied().zip(logged[at..end].iter().map(|one| &one.event));
            event_row::write(&mut script, first.device, of_run);
            apply::apply_next(&mut script, &logged[at..end])?;
            if let Some(last) = rows.get(end - 1) {
                event_row::ends(&mut script, first.device, last.seq, &last.hash);
            }
            at = end;
        }
        script.run_and(self.connection(), None).await.map_err(|error| match error {
            StoreError::NotUsable => {
                StoreError::EventDoesNotFit("a row that it changes is not there, or not as it was")
            }
            StoreError::Database(inner) if is_constraint(&inner) => {
                StoreError::EventDoesNotFit("it names what is not there, or what is there already")
            }
            other => other,
        })?;
        Ok(())
    }

    /// A device's chain as it is here; one that is not known yet begins.
    async fn chain_of(&mut self, device: [u8; 16], own: Option<i64>) -> Result<Chain, StoreError> {
        let num = self.device_number(DeviceId::from_bytes(device)).await?;
        let mut sql = Sql::new(
            "SELECT d.head_seq, d.head_hash, coalesce(e.version, 0), e.decision FROM device AS d
             LEFT JOIN event AS e ON e.device = d.num AND e.seq = d.head_seq",
        );
        sql.int(" WHERE d.num = ?", num);
        let rows = sql.rows(self.connection()).await?;
        let row = rows.first().ok_or(StoreError::Unreadable { what: "device" })?;
        let end = End { seq: row.get(0), version: row.get(2), decision: row.get(3) };
        Ok(Chain { num, end, hash: row.get(1), is_own: own == Some(num) })
    }
}

impl Look {
    /// The local number of this device.
    async fn own_device(&mut self) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device'";
        Ok(sqlx::query_scalar(sql).fetch_optional(self.connection()).await?)
    }

    /// Whether the log holds this event of that device word for word.
    async fn expect_same(&mut self, device: i64, row: &EventRow) -> Result<(), StoreError> {
        let sql = "SELECT hash FROM event WHERE device = ? AND seq = ?";
        let hash: Option<Vec<u8>> =
            sqlx::query_scalar(sql).bind(device).bind(row.seq).fetch_optional(self.connection()).await?;
        if hash.as_ref() == Some(&row.hash) { Ok(()) } else { Err(StoreError::Forked { seq: row.seq.unsigned_abs() }) }
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
