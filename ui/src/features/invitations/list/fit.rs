//! Which columns there is room for, and how wide each is: the code, the email and the status always stay, and with
//! them the row's menu; the others leave one after the other. Pure. Keeps out what a person has chosen (see
//! `columns`).
//!
//! Widths are CSS pixels. Larger text (the window's zoom, the system's text size) makes the window narrower in them,
//! so one rule serves both.

use super::columns::{COLS, Col, EMAIL, Layout};

/// The tick's column, with the page's gutter.
const TICK: u32 = 48;
/// What the gutter before the first column adds to the code's where no tick stands there.
const GUTTER: u32 = 16;
/// The code of 16 symbols, and what more the longer one needs.
const CODE: u32 = 154;
const LONG_CODE: u32 = 41;
/// The row's buttons, and with room for a second one.
const ACTS: u32 = 46;
const ACTS_NARROW: u32 = 76;
/// "2 of 5" beside the status.
const USES: u32 = 56;
/// From this width of the page on down, who used it and who made it leave (DESIGN.md, Layout).
const NARROW: u32 = 860;

/// What the table stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// From one edge to the other.
    pub width: u32,
    /// Rows have ticks.
    pub ticks: bool,
    /// A code of more than 16 symbols is among them.
    pub long_codes: bool,
    /// The language has longer words than English (DESIGN.md, notes).
    pub long_words: bool,
}

/// The table as it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The columns that are there.
    pub shown: Layout,
    /// How often it was used stands beside the status: its own column has left.
    pub uses_beside: bool,
    /// Of the row's buttons.
    pub acts: u32,
    /// What it needs: in less it is scrolled sideways, under the row's buttons.
    pub least: u32,
    widths: [u32; COLS.len()],
}

impl Fit {
    /// The width of a column; none: it takes the rest.
    pub fn width(&self, col: Col) -> Option<u32> {
        (self.shown.flexible() != Some(col)).then(|| self.widths[col as usize])
    }
}

/// Who leaves at each step, beside those that left before.
const STEPS: [&[Col]; 7] = [&[], &[Col::Created], &[Col::By], &[Col::Used], &[Col::Expires], &[], &[Col::Role]];
/// The step from which on the uses stand beside the status, and the last one at which there is room for them.
const BESIDE: std::ops::RangeInclusive<usize> = 3..=4;

/// The first step at which all that is left has its room; the last one where none has.
pub fn fit(layout: Layout, room: Room) -> Fit {
    let first = if room.width <= NARROW { *BESIDE.start() } else { 0 };
    let steps = (first..STEPS.len()).map(|step| at(step, layout, room));
    let last = at(STEPS.len() - 1, layout, room);
    steps.into_iter().find(|fit| fit.least <= room.width).unwrap_or(last)
}

fn at(step: usize, layout: Layout, room: Room) -> Fit {
    let mut shown = layout;
    for col in STEPS[..=step].iter().flat_map(|cols| cols.iter()) {
        shown.show(*col, false);
    }
    let uses_beside = BESIDE.contains(&step);
    let acts = if uses_beside { ACTS_NARROW } else { ACTS };
    let widths = COLS.map(|col| match layout.width(col) {
        Some(width) => u32::from(width),
        None => usual(col, room) + if uses_beside && col == Col::Status { USES } else { 0 },
    });
    let of_columns: u32 = shown.shown().into_iter().map(|col| widths[col as usize]).sum();
    let least = of_columns + acts + if room.ticks { TICK } else { 0 };
    Fit { shown, uses_beside, acts, least, widths }
}

/// What a column has that nobody has widened: from the longest word of the language.
fn usual(col: Col, room: Room) -> u32 {
    let by_words = |usual, long| if room.long_words { long } else { usual };
    match col {
        Col::Code => CODE + if room.ticks { 0 } else { GUTTER } + if room.long_codes { LONG_CODE } else { 0 },
        Col::Email => u32::from(EMAIL),
        Col::Role if room.ticks => by_words(98, 100),
        Col::Role => by_words(108, 100),
        Col::Status => by_words(102, 122),
        Col::Expires => by_words(92, 108),
        Col::Used => by_words(112, 126),
        Col::By => by_words(138, 132),
        Col::Created => by_words(70, 92),
    }
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
