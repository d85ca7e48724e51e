//! Which columns the table has, how wide they are, and by what it is sorted: chosen by each person, remembered on this device. Pure, but for where it is
//! kept. Keeps out the menu and the edges that are dragged.

use super::filters::{sort_name, sort_named};
use super::fit::{Fit, Room, fit};
use super::query::List;
use super::select::may_select;
use crate::parts::status_pill;
use crate::prelude::*;
use crate::{app, dom, keep};
use vestibule_wire::{ListInvitationsRequest, SortField};

/// Where it is remembered.
const KEPT: &str = "columns";
/// What Email has at the least, in CSS pixels; it takes the rest.
pub const EMAIL: u16 = 160;
/// No column is wider, in CSS pixels.
const WIDEST: u16 = 480;
/// How far a key moves an edge, in CSS pixels.
pub const STEP: i32 = 8;

/// A column, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Col {
    /// The code; always there.
    Code,
    /// For whom.
    Email,
    /// The role.
    Role,
    /// The status.
    Status,
    /// When it ends.
    Expires,
    /// Who used it.
    Used,
    /// Who made it.
    By,
    /// When it was made.
    Created,
}

/// All of them.
pub const COLS: [Col; 8] =
    [Col::Code, Col::Email, Col::Role, Col::Status, Col::Expires, Col::Used, Col::By, Col::Created];

impl Col {
    /// As stored, and the end of its test hook.
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Email => "email",
            Self::Role => "role",
            Self::Status => "status",
            Self::Expires => "expires",
            Self::Used => "used",
            Self::By => "by",
            Self::Created => "created",
        }
    }

    /// Its class in the table.
    pub fn class(self) -> &'static str {
        match self {
            Self::Code => "w-code",
            Self::Email => "w-email",
            Self::Role => "w-role",
            Self::Status => "c-status",
            Self::Expires => "w-expires",
            Self::Used => "c-used",
            Self::By => "c-by",
            Self::Created => "c-age num",
        }
    }

    /// What a press on its head sorts by.
    pub fn sort(self) -> SortField {
        match self {
            Self::Code => SortField::Code,
            Self::Email => SortField::Email,
            Self::Role => SortField::Role,
            Self::Status => SortField::Status,
            Self::Expires => SortField::Expires,
            Self::Used => SortField::Uses,
            Self::By => SortField::CreatedBy,
            Self::Created => SortField::Created,
        }
    }

    /// The one of that class.
    pub fn of_class(class: &str) -> Option<Self> {
        COLS.into_iter().find(|col| col.class() == class)
    }

    fn named(name: &str) -> Option<Self> {
        COLS.into_iter().find(|col| col.name() == name)
    }

    fn place(self) -> usize {
        self as usize
    }

    /// In CSS pixels: a code is never cut, a status neither, the rest keeps a word.
    pub fn least(self) -> u16 {
        match self {
            Self::Code => 154,
            Self::Email => EMAIL,
            Self::Status => 102,
            Self::Role | Self::Expires | Self::Used | Self::By => 72,
            Self::Created => 64,
        }
    }
}

/// One person's table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// By place.
    hidden: [bool; COLS.len()],
    /// By place; none: as `fit` has it.
    widths: [Option<u16>; COLS.len()],
}

impl Layout {
    /// Whether that column is there.
    pub fn has(self, col: Col) -> bool {
        !self.hidden[col.place()]
    }

    /// Those that are there.
    pub fn shown(self) -> Vec<Col> {
        COLS.into_iter().filter(|col| self.has(*col)).collect()
    }

    /// Shows a column or takes it away. The code stays.
    pub fn show(&mut self, col: Col, on: bool) {
        self.hidden[col.place()] = !on && col != Col::Code;
    }

    /// Its own width, in CSS pixels.
    pub fn width(self, col: Col) -> Option<u16> {
        self.widths[col.place()]
    }

    /// Gives it a width, within bounds; none: the usual one. Email has none of its own.
    pub fn set_width(&mut self, col: Col, width: Option<i32>) {
        let within = |width: i32| {
            let width = width.clamp(i32::from(col.least()), i32::from(WIDEST));
            u16::try_from(width).unwrap_or(WIDEST)
        };
        self.widths[col.place()] = width.map(within).filter(|_| col != Col::Email);
    }

    /// The column that an edge moves, and whether it grows (1) or shrinks (-1) as the edge goes on: Email takes the rest, so its edge is its neighbour's.
    pub fn moved_by(self, col: Col) -> Option<(Col, i32)> {
        if col != Col::Email {
            return Some((col, 1));
        }
        COLS.into_iter().skip(col.place() + 1).find(|next| self.has(*next)).map(|next| (next, -1))
    }

    /// The column that takes the rest: Email, else the last but the age.
    pub fn flexible(self) -> Option<Col> {
        let shown = self.shown();
        let last = shown.iter().rev().find(|col| **col != Col::Created).copied();
        shown.into_iter().find(|col| *col == Col::Email).or(last)
    }

    /// Whether nothing was changed.
    pub fn is_usual(self) -> bool {
        self == Self::default()
    }
}

/// As it is stored.
fn written(layout: Layout, sort: SortField, descending: bool) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for col in COLS {
        if !layout.has(col) {
            pairs.append_pair("hide", col.name());
        }
        if let Some(width) = layout.width(col) {
            pairs.append_pair(col.name(), &width.to_string());
        }
    }
    pairs.append_pair("sort", &sort_name(sort, descending));
    pairs.finish()
}

/// What is stored; what of it is none of ours is passed over.
fn read(stored: &str) -> (Layout, Option<(SortField, bool)>) {
    let (mut layout, mut sort) = (Layout::default(), None);
    for (name, value) in form_urlencoded::parse(stored.as_bytes()) {
        match &*name {
            "hide" => {
                if let Some(col) = Col::named(&value) {
                    layout.show(col, false);
                }
            }
            "sort" => sort = sort_named(&value).or(sort),
            name => {
                let width = value.parse::<i32>().ok().filter(|width| (1..=i32::from(WIDEST)).contains(width));
                if let (Some(col), Some(width)) = (Col::named(name), width) {
                    layout.set_width(col, Some(width));
                }
            }
        }
    }
    (layout, sort)
}

/// An edge that is dragged: the column that it moves, its width and the pointer's place when it began, which way it grows, and the most it may have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag {
    /// The column.
    pub col: Col,
    /// Its width at the start.
    pub width: i32,
    /// The pointer's place at the start.
    pub from: f64,
    /// 1: wider to the right; -1: wider to the left.
    pub way: i32,
    /// What Email can give.
    pub most: i32,
}

impl Drag {
    /// The width while the pointer is there.
    pub fn at(self, pointer: f64) -> i32 {
        let moved = (pointer - self.from).round() as i32;
        (self.width + self.way * moved).min(self.most)
    }
}

/// The page's columns.
#[derive(Clone, Copy, PartialEq)]
pub struct Columns {
    /// As this person has them.
    pub layout: Signal<Layout>,
    /// What the table stands in, in CSS pixels.
    pub room: Signal<u32>,
    /// As there is room for them.
    pub fit: Memo<Fit>,
    /// The edge that is dragged.
    pub drag: Signal<Option<Drag>>,
    /// The menu is open.
    pub open: Signal<bool>,
}

/// A code of 16 symbols as shown.
const USUAL_CODE: usize = 19;

/// Before the table has been measured: what the sidebar leaves of the window (`--side`, `--rail` and a line;
/// DESIGN.md, Layout).
fn first_room() -> u32 {
    let (window, _) = dom::window_size();
    (window - if window < 1024.0 { 57.0 } else { 229.0 }).max(0.0) as u32
}

/// Columns are as wide as the longest word that a status has in this language needs (DESIGN.md, notes): seven letters
/// in English.
fn long_words() -> bool {
    use vestibule_wire::Status::{Active, Expired, Revoked, Used};
    [Active, Used, Expired, Revoked].into_iter().any(|status| status_pill::word(status).chars().count() > 7)
}

/// Takes up what was remembered; remembers what is changed, the list's order too.
pub fn use_columns(list: List) -> Columns {
    let filters = list.filters;
    let session = app::use_session();
    let account = session.peek().account.clone();
    let stored = use_hook(|| keep::read(&account, KEPT).unwrap_or_default());
    let layout = use_signal(|| read(&stored).0);
    let room = use_signal(first_room);
    let fit = use_memo(move || {
        let long = |code: &str| code.len() > USUAL_CODE;
        let shown = list.shown.read();
        let mut codes = shown.iter().flat_map(|page| page.items.iter().filter_map(|row| row.code.as_deref()));
        let ticks = may_select(&session.read(), &filters.read());
        fit(layout(), Room { width: room(), ticks, long_codes: codes.any(long), long_words: long_words() })
    });
    let columns = Columns { layout, room, fit, drag: use_signal(|| None), open: use_signal(|| false) };
    let now = use_memo(move || {
        let filters = filters.read();
        written(*columns.layout.read(), filters.sort, filters.descending)
    });
    let mut last = use_hook(|| CopyValue::new(now.peek().clone()));
    use_effect(move || {
        // Not while an edge is dragged: only what comes of it.
        if columns.drag.read().is_none() && *last.peek() != *now.read() {
            last.set(now.cloned());
            keep::write(&account, KEPT, &now.read());
        }
    });
    columns
}

/// A list in the order that person had last.
pub fn remembered_order(account: &str) -> ListInvitationsRequest {
    let usual = ListInvitationsRequest::default();
    match keep::read(account, KEPT).and_then(|stored| read(&stored).1) {
        Some((sort, descending)) => ListInvitationsRequest { sort, descending, ..usual },
        None => usual,
    }
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
