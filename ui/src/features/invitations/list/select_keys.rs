//! Keys that select rows, and those that go back and forth between addresses. Keeps out the page's other keys (see `keys`).

use super::keys::spot;
use super::select::Picked;
use crate::dom::Press;
use crate::features::invitations::board::{Board, go};
use crate::features::invitations::many::{Asking, Many};
use crate::parts::table::{Ground, Spot, walked};
use crate::prelude::*;
use crate::routes::shortcuts::back_or_forth;
use crate::{address, dom};

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    /// The address before (false) or after (true).
    Address(bool),
    /// That row in or out.
    Row(String),
    /// From this row to that one, and the focus there.
    Extend(String, Spot),
    /// The page in or out.
    Page,
    /// Nothing selected any more.
    Clear,
    /// The question before the selected ones are revoked.
    Revoke,
}

/// `selected`: something is. `on`: rows can be selected.
fn wish(press: &Press, rows: &[String], on: bool, selected: bool, mac: bool) -> Option<Wish> {
    if press.in_overlay {
        return None;
    }
    if let Some(forth) = back_or_forth(press, mac) {
        return Some(Wish::Address(forth));
    }
    if press.in_field || press.alt || !on {
        return None;
    }
    let row = match spot(press) {
        Some(Spot::Row(id, None)) if !press.on_control => Some(id),
        _ => None,
    };
    match (press.key.as_str(), row) {
        ("a" | "A", _) if press.command && !press.shift => Some(Wish::Page),
        _ if press.command => None,
        (" ", Some(id)) => Some(Wish::Row(id)),
        ("ArrowDown" | "ArrowUp", Some(id)) if press.shift => {
            let ground = Ground { rows, heads: 0, actions: 0 };
            let next = walked(&Spot::Row(id.clone(), None), &press.key, ground)?;
            Some(Wish::Extend(id, next))
        }
        ("Escape", _) if selected => Some(Wish::Clear),
        ("Delete", _) if selected => Some(Wish::Revoke),
        _ => None,
    }
}

/// Does what a press asks for; false: it was none of these keys.
pub fn heard(board: Board, many: Many, press: &Press) -> bool {
    if *many.asking.peek() == Asking::Sheet {
        return false; // that page has keys of its own
    }
    let rows: Vec<String> = board.ids();
    let selected = *many.selection.picked.peek() != Picked::default();
    let Some(wish) = wish(press, &rows, *many.selection.on.peek(), selected, dom::is_mac()) else { return false };
    match wish {
        Wish::Address(forth) => address::step(forth),
        Wish::Row(id) => many.selection.press(&rows, &id, press.shift),
        Wish::Extend(from, to) => {
            if let Spot::Row(id, _) = &to {
                many.selection.extend(&rows, &from, id);
            }
            go(&to);
        }
        Wish::Page => many.selection.page(&rows),
        Wish::Clear => many.selection.clear(),
        Wish::Revoke => many.ask(Asking::Revoke),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str, at: &str) -> Press {
        Press { key: key.to_owned(), at: at.to_owned(), ..Press::default() }
    }

    fn wished(press: &Press, on: bool, selected: bool) -> Option<Wish> {
        wish(press, &["a", "b", "c"].map(str::to_owned), on, selected, false)
    }

    #[test]
    fn space_takes_the_row_and_shift_with_an_arrow_goes_on_from_it() {
        assert_eq!(wished(&press(" ", "row-a"), true, false), Some(Wish::Row("a".into())));
        let shifted = Press { shift: true, ..press("ArrowDown", "row-a") };
        assert_eq!(wished(&shifted, true, false), Some(Wish::Extend("a".into(), Spot::Row("b".into(), None))));
        assert_eq!(wished(&press("ArrowDown", "row-a"), true, true), None, "a plain arrow walks");
        assert_eq!(
            wished(&Press { on_control: true, ..press(" ", "row-a") }, true, false),
            None,
            "a button is pressed"
        );
    }

    #[test]
    fn the_platforms_key_and_a_take_the_page_but_in_a_field_its_text() {
        let all = Press { command: true, ..press("a", "row-a") };
        assert_eq!(wished(&all, true, false), Some(Wish::Page));
        assert_eq!(wished(&Press { in_field: true, ..all.clone() }, true, false), None);
        assert_eq!(wished(&Press { in_overlay: true, ..all }, true, false), None);
    }

    #[test]
    fn escape_and_delete_mean_the_selection_only_while_there_is_one() {
        assert_eq!(wished(&press("Escape", "row-a"), true, true), Some(Wish::Clear));
        assert_eq!(wished(&press("Delete", ""), true, true), Some(Wish::Revoke));
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
        let alt = Press { alt: true, in_field: true, ..press("ArrowLeft", "search-field") };
        assert_eq!(wished(&alt, false, false), Some(Wish::Address(false)));
        let bracket = Press { command: true, ..press("]", "") };
        assert_eq!(wished(&bracket, false, false), None);
        assert_eq!(wish(&bracket, &[], false, false, true), Some(Wish::Address(true)));
        assert_eq!(wish(&alt, &[], false, false, true), None, "there it walks over words");
    }
}
