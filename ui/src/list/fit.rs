//! Which columns fit, and how wide each is: some are always shown, with the row's menu; the others are hidden one
//! after the other. Pure. Keeps out what a person has chosen (see `columns`).
//!
//! Widths are CSS pixels. Larger text (the window's zoom, the system's text size) leaves fewer of them, so one rule
//! covers both.

use super::columns::{Layout, MOST, place};
use super::listed::{ColumnOf, ListColumn, Listed, TableSpace};

/// The width of the tick column, with the page's gutter.
pub const TICK: u32 = 48;
/// The width of the row's buttons: with one, and with two.
pub const ACTS: u32 = 46;
const ACTS_COMPACT: u32 = 76;
/// From this page width on down, columns are hidden (DESIGN.md, Layout).
const NARROW: u32 = 860;

/// The table's layout for one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit<L: Listed> {
    /// The columns that are shown.
    pub shown: Layout<L>,
    /// Values of hidden columns are abbreviated in another cell.
    pub compact: bool,
    /// The width of the row's buttons.
    pub acts: u32,
    /// The table's least width: below it the table scrolls sideways, under the row's buttons.
    pub least: u32,
    widths: [u32; MOST],
}

impl<L: Listed> Fit<L> {
    /// The width of a column; None: it takes the rest.
    pub fn width(&self, column: ColumnOf<L>) -> Option<u32> {
        (self.shown.flexible() != Some(column)).then(|| self.widths[place::<L>(column)])
    }
}

/// The first step at which the remaining columns fit; else the last step.
pub fn fit<L: Listed>(layout: Layout<L>, room: TableSpace) -> Fit<L> {
    let narrow = L::STEPS.iter().position(|step| step.compact).unwrap_or_default();
    let first = if room.width <= NARROW { narrow } else { 0 };
    let last = L::STEPS.len().saturating_sub(1);
    let steps = (first..=last).map(|step| at(step, layout, room));
    steps.into_iter().find(|fit| fit.least <= room.width).unwrap_or_else(|| at(last, layout, room))
}

fn at<L: Listed>(step: usize, layout: Layout<L>, room: TableSpace) -> Fit<L> {
    let mut shown = layout;
    for column in L::STEPS.iter().take(step + 1).flat_map(|step| step.leave) {
        shown.show(*column, false);
    }
    let compact = L::STEPS.get(step).is_some_and(|step| step.compact);
    let acts = if compact { ACTS_COMPACT } else { ACTS };
    let mut widths = [0; MOST];
    for (width, column) in widths.iter_mut().zip(ColumnOf::<L>::ALL) {
        *width = layout.width(*column).map_or_else(|| column.width(room, compact), u32::from);
    }
    let of_columns: u32 = shown.shown().into_iter().map(|column| widths[place::<L>(column)]).sum();
    let least = of_columns + acts + if room.ticks { TICK } else { 0 };
    Fit { shown, compact, acts, least, widths }
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
