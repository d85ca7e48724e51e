//! Which columns the table has, their widths, and the order: chosen by each person, stored on this device. Pure but
//! for the storage. Keeps out the menu and the edges that are dragged.

use super::address::{order_name, order_named};
use super::fit::{Fit, fit};
use super::listed::{ColumnOf, ListColumn, Listed, PageOf, Query, TableSpace};
use crate::prelude::*;
use crate::{app, dom, keep, words};
use std::marker::PhantomData;

/// The greatest width, in CSS pixels.
const WIDEST: u16 = 480;
/// How far a key moves an edge, in CSS pixels.
pub const STEP: i32 = 8;
/// The most columns that any list has.
pub const MOST: usize = 16;

/// The column of that class.
pub fn of_class<L: Listed>(class: &str) -> Option<ColumnOf<L>> {
    ColumnOf::<L>::ALL.iter().copied().find(|column| column.look().class == class)
}

fn named<L: Listed>(name: &str) -> Option<ColumnOf<L>> {
    ColumnOf::<L>::ALL.iter().copied().find(|column| column.look().name == name)
}

/// A column's index among all columns.
pub fn place<L: Listed>(column: ColumnOf<L>) -> usize {
    ColumnOf::<L>::ALL.iter().position(|other| *other == column).unwrap_or_default()
}

/// One person's layout of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout<L: Listed> {
    /// By column index.
    hidden: [bool; MOST],
    /// By column index; None: the width that `fit` gives.
    widths: [Option<u16>; MOST],
    of: PhantomData<L>,
}

impl<L: Listed> Layout<L> {
    /// Whether that column is shown.
    pub fn has(self, column: ColumnOf<L>) -> bool {
        !self.hidden[place::<L>(column)]
    }

    /// The columns that are shown.
    pub fn shown(self) -> Vec<ColumnOf<L>> {
        ColumnOf::<L>::ALL.iter().copied().filter(|column| self.has(*column)).collect()
    }

    /// Shows or hides a column. The first one is always shown.
    pub fn show(&mut self, column: ColumnOf<L>, on: bool) {
        self.hidden[place::<L>(column)] = !on && column != L::FIRST;
    }

    /// The width that the person set, in CSS pixels.
    pub fn width(self, column: ColumnOf<L>) -> Option<u16> {
        self.widths[place::<L>(column)]
    }

    /// Sets a width, within bounds; None: the default. The flexible column has no width of its own.
    pub fn set_width(&mut self, column: ColumnOf<L>, width: Option<i32>) {
        let within = |width: i32| {
            let width = width.clamp(i32::from(column.look().least), i32::from(WIDEST));
            u16::try_from(width).unwrap_or(WIDEST)
        };
        self.widths[place::<L>(column)] = width.map(within).filter(|_| column != L::FLEXIBLE);
    }

    /// The column that an edge resizes, and whether it grows (1) or shrinks (-1) as the edge moves on: the flexible
    /// column takes the rest, so its edge resizes its neighbour.
    pub fn moved_by(self, column: ColumnOf<L>) -> Option<(ColumnOf<L>, i32)> {
        if column != L::FLEXIBLE {
            return Some((column, 1));
        }
        let behind = ColumnOf::<L>::ALL.iter().skip(place::<L>(column) + 1);
        behind.copied().find(|next| self.has(*next)).map(|next| (next, -1))
    }

    /// The column that takes the rest of the width: the flexible one, else the one before the list's last.
    pub fn flexible(self) -> Option<ColumnOf<L>> {
        let shown = self.shown();
        let last = shown.iter().rev().find(|column| **column != L::LAST).copied();
        shown.into_iter().find(|column| *column == L::FLEXIBLE).or(last)
    }

    /// Whether it is the default layout.
    pub fn is_usual(self) -> bool {
        self == Self::default()
    }
}

/// The layout as stored.
fn written<L: Listed>(layout: Layout<L>, sort: L::Sort, descending: bool) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for column in ColumnOf::<L>::ALL {
        if !layout.has(*column) {
            pairs.append_pair("hide", column.look().name);
        }
        if let Some(width) = layout.width(*column) {
            pairs.append_pair(column.look().name, &width.to_string());
        }
    }
    pairs.append_pair("sort", &order_name::<L>(sort, descending));
    pairs.finish()
}

/// Reads a stored layout; unknown parts are ignored.
fn parse_layout<L: Listed>(stored: &str) -> (Layout<L>, Option<(L::Sort, bool)>) {
    let (mut layout, mut sort) = (Layout::<L>::default(), None);
    for (name, value) in form_urlencoded::parse(stored.as_bytes()) {
        match &*name {
            "hide" => {
                if let Some(column) = named::<L>(&value) {
                    layout.show(column, false);
                }
            }
            "sort" => sort = order_named::<L>(&value).or(sort),
            name => {
                let width = value.parse::<i32>().ok().filter(|width| (1..=i32::from(WIDEST)).contains(width));
                if let (Some(column), Some(width)) = (named::<L>(name), width) {
                    layout.set_width(column, Some(width));
                }
            }
        }
    }
    (layout, sort)
}

/// A drag of a column's edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag<L: Listed> {
    /// The column that is resized.
    pub column: ColumnOf<L>,
    /// Its width when the drag began.
    pub width: i32,
    /// The pointer's position when the drag began.
    pub from: f64,
    /// 1: wider as it moves on, as the language is written; -1: wider as it moves back.
    pub way: i32,
    /// How much the flexible column can give up.
    pub most: i32,
}

impl<L: Listed> Drag<L> {
    /// The width for that pointer position.
    pub fn at(self, pointer: f64) -> i32 {
        let moved = (pointer - self.from).round() as i32;
        let moved = if words::is_right_to_left() { -moved } else { moved };
        (self.width + self.way * moved).min(self.most)
    }
}

/// The state of the table's columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Columns<L: Listed> {
    /// This person's layout.
    pub layout: Signal<Layout<L>>,
    /// The width available for the table, in CSS pixels.
    pub room: Signal<u32>,
    /// The columns and widths that fit into it.
    pub fit: Memo<Fit<L>>,
    /// The drag that is going on.
    pub drag: Signal<Option<Drag<L>>>,
    /// Whether the menu of columns is open.
    pub open: Signal<bool>,
}

/// The width before the table has been measured: the window without the sidebar (`--side`, `--rail` and a line;
/// DESIGN.md, Layout).
fn first_room() -> u32 {
    let (window, _) = dom::window_size();
    (window - if window < 1024.0 { 57.0 } else { 229.0 }).max(0.0) as u32
}

/// Restores the stored layout, and stores each change, with the list's order.
pub fn use_columns<L: Listed>(query: Signal<Query<L>>, shown: Signal<Option<PageOf<L>>>) -> Columns<L> {
    let session = app::use_session();
    let account = session.peek().account.clone();
    let stored = use_hook(|| keep::load(&account, L::COLUMNS_KEPT).unwrap_or_default());
    let layout = use_signal(|| parse_layout::<L>(&stored).0);
    let room = use_signal(first_room);
    let fit = use_memo(move || {
        let long_values = shown.read().as_ref().is_some_and(|page| L::has_long_values(&page.items));
        let ticks = L::may_select(&session.read(), &query.read().filter);
        fit(layout(), TableSpace { width: room(), ticks, long_values, long_words: L::has_long_words() })
    });
    let columns = Columns { layout, room, fit, drag: use_signal(|| None), open: use_signal(|| false) };
    let now = use_memo(move || {
        let query = query.read();
        written::<L>(*columns.layout.read(), query.sort, query.descending)
    });
    let mut last = use_hook(|| CopyValue::new(now.peek().clone()));
    use_effect(move || {
        // Not during a drag: only its result is stored.
        if columns.drag.read().is_none() && *last.peek() != *now.read() {
            last.set(now.cloned());
            keep::save(&account, L::COLUMNS_KEPT, &now.read());
        }
    });
    columns
}

/// A query in the order that the person used last.
pub fn remembered_order<L: Listed>(account: &str) -> Query<L> {
    let usual = Query::<L>::default();
    match keep::load(account, L::COLUMNS_KEPT).and_then(|stored| parse_layout::<L>(&stored).1) {
        Some((sort, descending)) => Query::<L> { sort, descending, ..usual },
        None => usual,
    }
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
