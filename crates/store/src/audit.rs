//! The audit trail: the log, newest first, with names. Keeps out who may read it.

use crate::StoreError;
use crate::log::{ReadEvent, moment, personal_of, read_forward};
use crate::rows::{PersonRow, person_of};
use crate::transaction::{ReadTx, id_of};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{Event, EventId, Moment, Personal, Role};

/// One event with names.
#[derive(Debug, Clone)]
pub struct AuditRow {
    /// UUID, made by the device that wrote it.
    pub id: EventId,
    /// The device's own number, from 1.
    pub seq: u64,
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub event: ReadEvent,
    /// The account that did it; none: a stranger or the program.
    pub actor: Option<PersonRow>,
    /// Name of the device that wrote it.
    pub device: String,
    /// Its personal data; empty once erased.
    pub personal: Personal,
}

/// One page of the trail.
#[derive(Debug, Clone)]
pub struct AuditPage {
    /// Newest first.
    pub items: Vec<AuditRow>,
    /// How many events the trail has.
    pub total: u64,
}

const EVENT: &str = "SELECT e.id, e.seq, e.at, e.payload, d.name, a.id, a.name, coalesce(a.username, ''), e.personal
    FROM event AS e JOIN device AS d ON d.num = e.device LEFT JOIN account AS a ON a.id = e.actor";

fn audit_of(row: &SqliteRow) -> Result<AuditRow, StoreError> {
    Ok(AuditRow {
        id: EventId::from_bytes(id_of(row, 0)?),
        seq: row.get::<i64, _>(1).unsigned_abs(),
        at: moment(row.get(2))?,
        event: read_forward(row.get(3))?,
        actor: row.get::<Option<&[u8]>, _>(5).is_some().then(|| person_of(row, 5)).transpose()?,
        device: row.get(4),
        personal: personal_of(row.get(8))?,
    })
}

impl ReadTx {
    /// A page of the trail: `size` events after the newest `skip`.
    pub async fn audit(&mut self, skip: u64, size: u32) -> Result<AuditPage, StoreError> {
        // The last event's number of each chain is the chain's length.
        let ends = "SELECT (SELECT coalesce(sum(head_seq), 0) FROM device), (SELECT coalesce(max(pos), 0) FROM event)";
        let (total, last): (i64, i64) = sqlx::query_as(ends).fetch_one(self.connection()).await?;
        let skip = i64::try_from(skip).unwrap_or(i64::MAX);
        // If no position is missing, the page starts at a computed position; else skip newer rows one by one.
        let (below, offset) = if last == total { (total.saturating_sub(skip), 0) } else { (last, skip) };
        let rows = sqlx::query(&format!("{EVENT} WHERE e.pos <= ? ORDER BY e.pos DESC LIMIT ? OFFSET ?"))
            .bind(below)
            .bind(i64::from(size))
            .bind(offset)
            .fetch_all(self.connection())
            .await?;
        let items = rows.iter().map(audit_of).collect::<Result<_, StoreError>>()?;
        Ok(AuditPage { items, total: total.unsigned_abs() })
    }

    /// All roles in every version that the log holds. Takes time in proportion to the log.
    pub async fn roles_at_any_time(&mut self) -> Result<Vec<Role>, StoreError> {
        // An event's name comes first in its JSON.
        let sql = r#"SELECT payload FROM event WHERE payload GLOB '{"event":"role_*'"#;
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        let mut roles = Vec::new();
        for row in &rows {
            if let ReadEvent::Known(event) = read_forward(row.get(0))?
                && let Event::RoleAdded { role } | Event::RoleChanged { role } = *event
            {
                roles.push(role);
            }
        }
        Ok(roles)
    }

    /// The history of an invitation or an account: the newest `most` events, newest first, and how many there are.
    pub async fn history(&mut self, subject: &[u8; 16], most: u32) -> Result<AuditPage, StoreError> {
        let id = subject.to_vec();
        let total: i64 = sqlx::query_scalar("SELECT count(*) FROM event_subject WHERE subject = ?")
            .bind(&id)
            .fetch_one(self.connection())
            .await?;
        let mine = "e.pos IN (SELECT event FROM event_subject WHERE subject = ? ORDER BY event DESC LIMIT ?)";
        let rows = sqlx::query(&format!("{EVENT} WHERE {mine} ORDER BY e.pos DESC"))
            .bind(&id)
            .bind(i64::from(most))
            .fetch_all(self.connection())
            .await?;
        let items = rows.iter().map(audit_of).collect::<Result<_, StoreError>>()?;
        Ok(AuditPage { items, total: total.unsigned_abs() })
    }
}
