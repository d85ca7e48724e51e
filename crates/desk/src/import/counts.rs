//! Result of judging a sheet: counts by class, the first rows of each, and which rows were left out and why. Keeps out
//! judging.

use super::imported::{Imported, RowVerdict, VerdictOf, ViewOf};
use super::source::{self, Read};
use std::collections::BTreeMap;
use vestibule_domain::Fact;
use vestibule_wire::{ErrorView, SheetClass, SheetRowView};

/// Rows shown per class; the file of rows left out contains all.
const SHOWN: u64 = 200;
/// The longest cell shown, in characters.
const CELL: usize = 200;
/// Up to this many made rows, the view holds their ids: as many as a selection can name.
const IDS: usize = 10_000;

/// The rows left out: line numbers, each with the index of its reason.
#[derive(Default)]
pub(super) struct Left {
    /// Ordered by line; each distinct reason is stored once in `reasons`.
    pub(super) lines: Vec<(u64, u32)>,
    pub(super) reasons: Vec<String>,
}

/// Counts and results so far.
pub(super) struct ImportCounts<K: Imported> {
    classes: BTreeMap<K::Class, u64>,
    shown: Vec<SheetRowView<K::Class>>,
    left: Left,
    /// Ids of the first [`IDS`] made.
    ids: Vec<String>,
}

impl<K: Imported> ImportCounts<K> {
    pub(super) fn new() -> Self {
        Self { classes: BTreeMap::new(), shown: Vec::new(), left: Left::default(), ids: Vec::new() }
    }

    /// The number of ready rows.
    pub(super) fn ready(&self) -> u64 {
        self.classes.get(&K::Class::READY).copied().unwrap_or(0)
    }

    /// Takes the rows left out, leaving none.
    pub(super) fn take_left(&mut self) -> Left {
        std::mem::take(&mut self.left)
    }

    /// Fills in the view.
    pub(super) fn tell(self, view: &mut ViewOf<K>) {
        view.rows = self.classes.values().sum();
        view.classes = self.classes;
        view.shown = self.shown;
        // An incomplete list of ids would be mistaken for a complete one.
        view.ids = if view.created == self.ids.len() as u64 { self.ids } else { Vec::new() };
    }

    /// Counts a row; returns the facts that make it.
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
    /// Index of a reason. Most rows share few reasons; reasons that contain a value are stored separately up to a
    /// limit.
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
