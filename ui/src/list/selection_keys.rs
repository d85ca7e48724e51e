//! The keys that select rows, and those that go back and forward in the history. Keeps out the list's other keys (see
//! `keys`).

use super::keys::{focus_spot, spot};
use super::listed::Listed;
use super::query::List;
use super::selection::SelectedRows;
use crate::dom::KeyPress;
use crate::parts::table::{FocusGrid, GridSpot, walked};
use crate::prelude::*;
use crate::routes::shortcuts::back_or_forth;
use crate::{address, dom};
use vestibule_wire::SessionView;

/// The action that a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SelectionKey {
    /// Go back (false) or forward (true) in the history.
    Address(bool),
    /// Select or deselect that row.
    Row(String),
    /// Select from this row to that one, and move the focus there.
    Extend(String, GridSpot),
    /// Select or deselect the page.
    Page,
    /// Deselect all.
    Clear,
    /// Run the bulk action of that key, if there is one.
    Act,
}

/// `selected`: some row is. `on`: rows can be selected. `acts`: the keys of the bulk actions.
fn wish(press: &KeyPress, rows: &[String], on: bool, selected: bool, acts: &[&str], mac: bool) -> Option<SelectionKey> {
    if press.in_overlay {
        return None;
    }
    if let Some(forth) = back_or_forth(press, mac) {
        return Some(SelectionKey::Address(forth));
    }
    if press.in_field || press.alt || !on {
        return None;
    }
    let row = match spot(press) {
        Some(GridSpot::Row(id, None)) if !press.on_control => Some(id),
        _ => None,
    };
    match (press.key.as_str(), row) {
        ("a" | "A", _) if press.command && !press.shift => Some(SelectionKey::Page),
        _ if press.command => None,
        (" ", Some(id)) => Some(SelectionKey::Row(id)),
        ("ArrowDown" | "ArrowUp", Some(id)) if press.shift => {
            let ground = FocusGrid { rows, heads: 0, actions: 0 };
            let next = walked(&GridSpot::Row(id.clone(), None), &press.key, ground)?;
            Some(SelectionKey::Extend(id, next))
        }
        ("Escape", _) if selected => Some(SelectionKey::Clear),
        (key, _) if selected && acts.contains(&key) => Some(SelectionKey::Act),
        _ => None,
    }
}

/// Carries out the action of a press; false: it is none of these keys.
pub fn heard<L: Listed>(list: List<L>, board: L::PageState, press: &KeyPress) -> bool {
    let selection = list.selection;
    let rows = list.ids();
    let selected = *selection.picked.peek() != SelectedRows::default();
    let actions = if selected { L::bulk_actions(board, &session().peek()) } else { Vec::new() };
    let acts: Vec<&str> = actions.iter().filter_map(|action| action.key).collect();
    let Some(wish) = wish(press, &rows, *selection.on.peek(), selected, &acts, dom::is_mac()) else { return false };
    match wish {
        SelectionKey::Address(forth) => address::step(forth),
        SelectionKey::Row(id) => selection.press(&rows, &id, press.shift),
        SelectionKey::Extend(from, to) => {
            if let GridSpot::Row(id, _) = &to {
                selection.extend(&rows, &from, id);
            }
            focus_spot(&to);
        }
        SelectionKey::Page => selection.page(&rows),
        SelectionKey::Clear => selection.clear(),
        SelectionKey::Act => {
            let action = actions.iter().find(|action| action.key == Some(press.key.as_str()));
            if let Some(action) = action {
                L::act_on_selected(board, action.name);
            }
        }
    }
    true
}

/// A session as context.
fn session() -> Signal<SessionView> {
    consume_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str, at: &str) -> KeyPress {
        KeyPress { key: key.to_owned(), at: at.to_owned(), ..KeyPress::default() }
    }

    fn wished(press: &KeyPress, on: bool, selected: bool) -> Option<SelectionKey> {
        wish(press, &["a", "b", "c"].map(str::to_owned), on, selected, &["Delete"], false)
    }

    #[test]
    fn space_takes_the_row_and_shift_with_an_arrow_goes_on_from_it() {
        assert_eq!(wished(&press(" ", "row-a"), true, false), Some(SelectionKey::Row("a".into())));
        let shifted = KeyPress { shift: true, ..press("ArrowDown", "row-a") };
        assert_eq!(
            wished(&shifted, true, false),
            Some(SelectionKey::Extend("a".into(), GridSpot::Row("b".into(), None)))
        );
        assert_eq!(wished(&press("ArrowDown", "row-a"), true, true), None, "a plain arrow walks");
        assert_eq!(
            wished(&KeyPress { on_control: true, ..press(" ", "row-a") }, true, false),
            None,
            "a button is pressed"
        );
    }

    #[test]
    fn the_platforms_key_and_a_take_the_page_but_in_a_field_its_text() {
        let all = KeyPress { command: true, ..press("a", "row-a") };
        assert_eq!(wished(&all, true, false), Some(SelectionKey::Page));
        assert_eq!(wished(&KeyPress { in_field: true, ..all.clone() }, true, false), None);
        assert_eq!(wished(&KeyPress { in_overlay: true, ..all }, true, false), None);
    }

    #[test]
    fn escape_and_delete_mean_the_selection_only_while_there_is_one() {
        assert_eq!(wished(&press("Escape", "row-a"), true, true), Some(SelectionKey::Clear));
        assert_eq!(wished(&press("Delete", ""), true, true), Some(SelectionKey::Act));
        assert_eq!(wished(&press("Escape", "row-a"), true, false), None);
        assert_eq!(wished(&press("Delete", "row-a"), true, false), None);
    }

    #[test]
    fn who_may_not_select_has_no_such_keys() {
        for key in [" ", "Escape", "Delete"] {
            assert_eq!(wished(&press(key, "row-a"), false, true), None, "{key}");
        }
    }

    #[test]
    fn alt_and_an_arrow_go_back_and_forth_and_on_a_mac_the_brackets() {
        let alt = KeyPress { alt: true, in_field: true, ..press("ArrowLeft", "search-field") };
        assert_eq!(wished(&alt, false, false), Some(SelectionKey::Address(false)));
        let bracket = KeyPress { command: true, ..press("]", "") };
        assert_eq!(wished(&bracket, false, false), None);
        assert_eq!(wish(&bracket, &[], false, false, &[], true), Some(SelectionKey::Address(true)));
        assert_eq!(wish(&alt, &[], false, false, &[], true), None, "there it walks over words");
    }
}
