//! Pieces of SQL with their values, so that no value ever becomes SQL text.

use crate::StoreError;
use crate::change::Look;
use sqlx::Row;

/// A value to bind.
#[derive(Debug, Clone)]
pub(super) enum Bind {
    Int(i64),
    Text(String),
}

/// SQL text and its values in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) binds: Vec<Bind>,
}

impl Sql {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), binds: Vec::new() }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn int(&mut self, text: &str, value: i64) {
        self.text.push_str(text);
        self.binds.push(Bind::Int(value));
    }

    pub(super) fn text(&mut self, text: &str, value: &str) {
        self.text.push_str(text);
        self.binds.push(Bind::Text(value.to_owned()));
    }

    pub(super) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.binds.extend(other.binds.iter().cloned());
    }

    /// ` AND column IN (?, ?, …)`; nothing for an empty list of alternatives means "no restriction" to no caller: they ask with at least one.
    pub(super) fn one_of(&mut self, before: &str, column: &str, values: &[i64]) {
        self.push(before);
        self.push(column);
        self.push(" IN (SELECT value FROM json_each(");
        self.text("?))", &format!("{values:?}"));
    }

    /// Runs it; the first column of each row.
    pub(super) async fn positions(&self, look: &mut Look) -> Result<Vec<i64>, StoreError> {
        let mut query = sqlx::query(&self.text);
        for bind in &self.binds {
            query = match bind {
                Bind::Int(value) => query.bind(value),
                Bind::Text(value) => query.bind(value),
            };
        }
        Ok(query.fetch_all(look.connection()).await?.iter().map(|row| row.get(0)).collect())
    }

    /// Runs it; the first column of its only row, a count.
    pub(super) async fn count(&self, look: &mut Look) -> Result<u64, StoreError> {
        Ok(self.positions(look).await?.first().map_or(0, |n| n.unsigned_abs()))
    }
}
