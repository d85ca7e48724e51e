//! What was found in a sheet, row by row: how many of each class, the first of them, and which were left out and why.
//! Keeps out judging them.

use super::imported::{Imported, RowVerdict, VerdictOf, ViewOf};
use super::source::{self, Read};
use std::collections::BTreeMap;
use vestibule_domain::Fact;
use vestibule_wire::{ErrorView, SheetClass, SheetRowView};

/// So many rows of each class are shown; all of them go into the file of rows left out.
const SHOWN: u64 = 200;
/// The longest cell that is shown, in characters.
const CELL: usize = 200;
/// Of so many that were made the ids are told: as many as can be chosen one by one.
const IDS: usize = 10_000;

/// The rows that were left out: their lines, each with where its reason stands.
#[derive(Default)]
pub(super) struct Left {
    /// By line; reasons stand once each in `reasons`.
    pub(super) lines: Vec<(u64, u32)>,
    pub(super) reasons: Vec<String>,
}

/// What was found, row by row.
pub(super) struct ImportCounts<K: Imported> {
    classes: BTreeMap<K::Class, u64>,
    shown: Vec<SheetRowView<K::Class>>,
    left: Left,
    /// Of what was made, the first [`IDS`].
    ids: Vec<String>,
}

impl<K: Imported> ImportCounts<K> {
    pub(super) fn new() -> Self {
        Self { classes: BTreeMap::new(), shown: Vec::new(), left: Left::default(), ids: Vec::new() }
    }

    /// How many rows are ready.
    pub(super) fn ready(&self) -> u64 {
        self.classes.get(&K::Class::READY).copied().unwrap_or(0)
    }

    /// Which rows were left out; none from then on.
    pub(super) fn take_left(&mut self) -> Left {
        std::mem::take(&mut self.left)
    }

    /// What was counted, and which were made.
    pub(super) fn tell(self, view: &mut ViewOf<K>) {
        view.rows = self.classes.values().sum();
        view.classes = self.classes;
        view.shown = self.shown;
        // Some of them only would be taken for all.
        view.ids = if view.created == self.ids.len() as u64 { self.ids } else { Vec::new() };
    }

    /// Counts a row, and gives what it becomes.
    pub(super) fn count(&mut self, row: &Read<K::Field>, verdict: VerdictOf<K>) -> Vec<Fact> {
        let (class, errors, facts) = match verdict {
            RowVerdict::Ready(facts) => (K::Class::READY, Vec::new(), facts),
            RowVerdict::Left(class, errors) => (class, errors, Vec::new()),
        };
        if self.ids.len() < IDS {
            self.ids.extend(K::made(&facts));
        }
        let count = self.classes.entry(class).or_default();
        *count += 1;
        if *count <= SHOWN {
            let shortened = |cell: &str| cell.chars().take(CELL).collect();
            let cells = source::cells(row).iter().map(shortened).collect();
            let mut told = errors.iter().cloned();
            let (error, also) = (told.next(), told.collect());
            self.shown.push(SheetRowView { line: source::line(row), class, error, also, cells });
        }
        if !errors.is_empty() {
            let reason = self.left.reason(&errors);
            self.left.lines.push((source::line(row), reason));
        }
        facts
    }
}

impl Left {
    /// Where a reason stands. Most rows are left out for one of few; of those that name a value each, so many are kept
    /// apart.
    fn reason(&mut self, errors: &[ErrorView]) -> u32 {
        const APART: usize = 4_096;
        let message = errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join(" ");
        let known = self.reasons.iter().rev().take(64).position(|reason| *reason == message);
        let place = match known {
            Some(from_end) => self.reasons.len() - 1 - from_end,
            None if self.reasons.len() < APART => {
                self.reasons.push(message);
                self.reasons.len() - 1
            }
            None => match self.reasons.iter().position(|reason| *reason == message) {
                Some(place) => place,
                None => {
                    self.reasons
                        .push(errors.iter().map(|error| format!("{:?}", error.code)).collect::<Vec<_>>().join(" "));
                    self.reasons.len() - 1
                }
            },
        };
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}
