//! Judges each row: whether it can be parsed, duplicates an earlier row or existing data, and passes the rules. Keeps
//! out the rules, which the [`Imported`] type applies.

use super::imported::{Imported, Judging, LeftOf, RowVerdict, VerdictOf};
use super::source::{self, Read};
use crate::DeskError;
use crate::error::ImportError;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use vestibule_store::WriteTx;
use vestibule_wire::{ErrorView, NewNamesView, SheetClass};

pub(super) struct RowJudge<'a, K> {
    by: Judging<'a>,
    kind: K,
    /// First line of each key so far, by half of the key's SHA-256: some forty megabytes for a million.
    seen: HashMap<[u8; 16], u64>,
}

impl<'a, K: Imported> RowJudge<'a, K> {
    pub(super) async fn new(each: K::Each, by: Judging<'a>, tx: &mut WriteTx) -> Result<Self, DeskError> {
        let kind = K::begin(each, &by, tx).await?;
        Ok(Self { by, kind, seen: HashMap::new() })
    }

    /// The defaults for rows, for display.
    pub(super) fn each(&self) -> K::EachView {
        self.kind.each(&self.by)
    }

    /// The departments and groups that the ready rows create.
    pub(super) fn new_names(&self) -> NewNamesView {
        self.kind.new_names()
    }

    /// The verdicts on some rows, in order.
    pub(super) async fn judge(
        &mut self,
        rows: &[Read<K::Field>],
        tx: &mut WriteTx,
    ) -> Result<Vec<VerdictOf<K>>, DeskError> {
        let wishes: Vec<Result<K::ParsedRow, Vec<DeskError>>> = rows.iter().map(|row| self.wish(row)).collect();
        let keys: Vec<String> = wishes.iter().flatten().filter_map(K::key).collect();
        let known = self.kind.known(&keys, tx).await?;
        let mut verdicts = Vec::with_capacity(rows.len());
        for (row, wish) in rows.iter().zip(wishes) {
            verdicts.push(match wish {
                Ok(wish) => self.verdict(source::line(row), wish, &known)?,
                Err(errors) => RowVerdict::Left(K::Class::MALFORMED, errors.into_iter().map(ErrorView::from).collect()),
            });
        }
        Ok(verdicts)
    }

    fn wish(&self, row: &Read<K::Field>) -> Result<K::ParsedRow, Vec<DeskError>> {
        let row = row.as_ref().map_err(|fault| vec![DeskError::Import(ImportError::Row(fault.kind))])?;
        self.kind.wish(row, &self.by)
    }

    fn verdict(
        &mut self,
        line: u64,
        wish: K::ParsedRow,
        known: &HashMap<String, K::Known>,
    ) -> Result<VerdictOf<K>, DeskError> {
        match K::key(&wish).and_then(|key| self.same(line, &key, known)) {
            Some((class, error)) => {
                let also = self.kind.also(&wish, &self.by).map(ErrorView::from);
                Ok(RowVerdict::Left(class, [error].into_iter().chain(also).collect()))
            }
            None => self.kind.decide(wish, &self.by),
        }
    }

    /// Why a row is a duplicate of an earlier row or of existing data; none: it is not.
    fn same(&mut self, line: u64, key: &str, known: &HashMap<String, K::Known>) -> Option<LeftOf<K>> {
        let half: [u8; 16] = Sha256::digest(key.as_bytes())[..16].try_into().expect("half of 32 bytes");
        if let Some(first) = self.seen.get(&half) {
            return Some(K::doubled(*first));
        }
        self.seen.insert(half, line);
        K::taken(known.get(key).copied().unwrap_or_default())
    }
}
