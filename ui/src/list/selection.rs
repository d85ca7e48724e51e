//! The selected rows: some by id, or all that match except some. Pure but for its signals. Keeps out actions on them.

use super::listed::{Listed, Query};
use crate::app;
use crate::prelude::*;
use std::collections::BTreeSet;
use vestibule_wire::SelectRequest;

/// The selected rows.
#[derive(Debug, Clone, PartialEq)]
pub enum SelectedRows<L: Listed> {
    /// The rows with these ids.
    These(BTreeSet<String>),
    /// All that match the query, except those ids.
    All(Box<Query<L>>, BTreeSet<String>),
}

impl<L: Listed> Default for SelectedRows<L> {
    fn default() -> Self {
        Self::These(BTreeSet::new())
    }
}

impl<L: Listed> SelectedRows<L> {
    /// Whether that row is selected.
    pub fn has(&self, id: &str) -> bool {
        match self {
            Self::These(ids) => ids.contains(id),
            Self::All(_, but) => !but.contains(id),
        }
    }

    /// How many are selected; `total`: how many match.
    pub fn count(&self, total: u64) -> u64 {
        match self {
            Self::These(ids) => ids.len() as u64,
            Self::All(_, but) => total.saturating_sub(but.len() as u64),
        }
    }

    /// Selects or deselects a row.
    pub fn put(&mut self, id: &str, on: bool) {
        let (ids, insert) = match self {
            Self::These(ids) => (ids, on),
            Self::All(_, but) => (but, !on),
        };
        if insert {
            ids.insert(id.to_owned());
        } else {
            ids.remove(id);
        }
    }

    /// Selects all rows between two, both included. If `from` is not on this page, only `to`.
    pub fn extend(&mut self, rows: &[String], from: Option<&str>, to: &str) {
        let Some(to) = rows.iter().position(|row| row == to) else { return };
        let from = from.and_then(|from| rows.iter().position(|row| row == from)).unwrap_or(to);
        for row in &rows[from.min(to)..=from.max(to)] {
            self.put(row, true);
        }
    }

    /// How much of a page is selected.
    pub fn of_page(&self, rows: &[String]) -> SelectedShare {
        match rows.iter().filter(|row| self.has(row)).count() {
            0 => SelectedShare::None,
            some if some < rows.len() => SelectedShare::Some,
            _ => SelectedShare::All,
        }
    }
}

impl<L: Listed> SelectedRows<L> {
    /// The selection as sent to the backend.
    pub fn request(&self) -> SelectRequest<Query<L>> {
        match self {
            Self::These(ids) => SelectRequest::These { ids: ids.iter().cloned().collect() },
            Self::All(query, but) => {
                SelectRequest::Matching { list: query.clone(), but: but.iter().cloned().collect() }
            }
        }
    }
}

/// How much of a page is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelectedShare {
    /// Nothing.
    None,
    /// A part.
    Some,
    /// All.
    All,
}

/// A list's query without its page and order.
pub fn matching<L: Listed>(of: &Query<L>) -> Query<L> {
    Query::<L> { search: of.search.clone(), ..Query::<L>::with_filter(of.filter.clone()) }
}

/// The list's selection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Selection<L: Listed> {
    /// The selected rows.
    pub picked: Signal<SelectedRows<L>>,
    /// The row from which Shift extends the selection.
    pub anchor: Signal<Option<String>>,
    /// Whether rows can be selected on this list.
    pub on: Memo<bool>,
}

/// An empty selection; it is cleared when the query changes, so that no row is selected that was never shown.
pub fn use_selection<L: Listed>(query: Signal<Query<L>>) -> Selection<L> {
    let mut picked = use_signal(SelectedRows::<L>::default);
    let session = app::use_session();
    let on = use_memo(move || L::may_select(&session.read(), &query.read().filter));
    let asked = use_memo(move || matching::<L>(&query.read()));
    let mut before = use_hook(|| CopyValue::new(asked.peek().clone()));
    use_effect(move || {
        let now = asked.read().clone();
        if *before.peek() != now {
            before.set(now);
            if *picked.peek() != SelectedRows::default() {
                picked.set(SelectedRows::default());
            }
        }
    });
    Selection { picked, anchor: use_signal(|| None), on }
}

impl<L: Listed> Selection<L> {
    /// Whether that row is selected.
    pub fn has(self, id: &str) -> bool {
        (self.on)() && self.picked.read().has(id)
    }

    /// Whether something is selected.
    pub fn is_any(self) -> bool {
        (self.on)() && *self.picked.read() != SelectedRows::default()
    }

    /// Selects or deselects a row; with Shift selects all rows from the last one to it.
    pub fn press(mut self, rows: &[String], id: &str, shift: bool) {
        let anchor = self.anchor.peek().clone();
        let is_on = self.picked.peek().has(id);
        if shift {
            self.picked.write().extend(rows, anchor.as_deref(), id);
        } else {
            self.picked.write().put(id, !is_on);
            self.anchor.set(Some(id.to_owned()));
        }
    }

    /// Selects the rows from where Shift began to that one.
    pub fn extend(mut self, rows: &[String], from: &str, to: &str) {
        let anchor = self.anchor.peek().clone().unwrap_or_else(|| from.to_owned());
        self.picked.write().extend(rows, Some(&anchor), to);
        self.anchor.set(Some(anchor));
    }

    /// Selects the whole page, or deselects it if it is selected.
    pub fn page(mut self, rows: &[String]) {
        let on = self.picked.peek().of_page(rows) != SelectedShare::All;
        let mut picked = self.picked.write();
        for row in rows {
            picked.put(row, on);
        }
    }

    /// Selects all rows that match.
    pub fn all(mut self, of: &Query<L>) {
        self.picked.set(SelectedRows::All(Box::new(matching::<L>(of)), BTreeSet::new()));
    }

    /// Deselects all.
    pub fn clear(mut self) {
        self.picked.set(SelectedRows::default());
        self.anchor.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationList;
    use vestibule_wire::ListInvitationsRequest;

    type SelectedRows = super::SelectedRows<InvitationList>;

    fn rows() -> Vec<String> {
        ["a", "b", "c", "d"].map(str::to_owned).to_vec()
    }

    fn of_role(role: &str) -> ListInvitationsRequest {
        let role = Some(role.to_owned());
        ListInvitationsRequest::with_filter(vestibule_wire::InvitationFilter { role, ..Default::default() })
    }

    #[test]
    fn rows_go_in_and_out_one_by_one() {
        let mut picked = SelectedRows::default();
        picked.put("a", true);
        picked.put("b", true);
        picked.put("a", false);
        assert!(picked.has("b") && !picked.has("a"));
        assert_eq!((picked.count(900), picked.of_page(&rows())), (1, SelectedShare::Some));
    }

    #[test]
    fn a_range_goes_both_ways_and_from_nowhere_it_is_one_row() {
        let mut picked = SelectedRows::default();
        picked.extend(&rows(), Some("c"), "a");
        assert_eq!(picked.count(0), 3);
        let mut one = SelectedRows::default();
        one.extend(&rows(), Some("on another page"), "d");
        assert_eq!(one, SelectedRows::These(["d".to_owned()].into()));
        one.extend(&rows(), None, "gone");
        assert_eq!(one.count(0), 1, "a row that is gone changes nothing");
    }

    #[test]
    fn all_that_match_are_counted_without_those_taken_out() {
        let list = ListInvitationsRequest { page: 3, ..of_role("Staff") };
        let mut picked = SelectedRows::All(Box::new(matching::<InvitationList>(&list)), BTreeSet::new());
        picked.put("b", false);
        assert_eq!((picked.count(12_345), picked.of_page(&rows())), (12_344, SelectedShare::Some));
        let SelectedRows::All(list, but) = &picked else { panic!("all that match") };
        assert_eq!((list.page, list.filter.role.as_deref(), but.len()), (1, Some("Staff"), 1));
        picked.put("b", true);
        assert_eq!(picked.of_page(&rows()), SelectedShare::All);
    }

    #[test]
    fn page_and_order_do_not_change_what_matches_and_a_filter_does() {
        let one = ListInvitationsRequest { page: 7, descending: false, quiet: true, ..Default::default() };
        assert_eq!(matching::<InvitationList>(&one), matching::<InvitationList>(&ListInvitationsRequest::default()));
        let other = ListInvitationsRequest { filter: of_role("Staff").filter, ..one.clone() };
        assert_ne!(matching::<InvitationList>(&one), matching::<InvitationList>(&other));
    }
}
