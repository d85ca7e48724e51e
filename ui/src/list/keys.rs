//! The keys of a list, when no field has the focus and no overlay is open. Keeps out the keys that select (see
//! `selection_keys`) and those of one list only.

use super::listed::{ListCounter, Listed};
use super::query::List;
use super::selection_keys;
use crate::dom::{self, KeyPress};
use crate::keyboard::use_presses;
use crate::parts::table::{FocusGrid, GridSpot, selector, walked};
use crate::prelude::*;
use crate::routes::shortcuts::{ShortcutAction, deed, is_off};

/// The regions that F6 cycles through: (the region, what gets the focus in it) (DESIGN.md, Behaviour).
const REGIONS: &[(&str, &str)] = &[
    (".side", ".nav a"),
    (".head", ".head button"),
    (".counters", ".counter"),
    (".bar", ".bar input, .bar button"),
    (".tbl-wrap", ".tbl [tabindex=\"0\"]"),
    (".pager", ".pager button:not([disabled])"),
    (".drawer", ".drawer > .scroll"),
];

/// The action that a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ListKey {
    /// Focus the search field.
    Search,
    /// Filter by the counter at that index.
    Count(usize),
    /// Clear all filters.
    Clear,
    /// Move the focus to the next region of the window (false), or back (true).
    Region(bool),
    /// Move the focus within the list.
    Walk(GridSpot),
    /// Open that row's menu.
    Menu(String),
    /// Show that row in the drawer.
    Open(String),
}

/// Where in the list the focus is; None: elsewhere.
pub fn spot(press: &KeyPress) -> Option<GridSpot> {
    if let Some(id) = press.at.strip_prefix("row-") {
        return Some(GridSpot::Row(id.to_owned(), press.place));
    }
    press.at.strip_prefix("head-").and_then(|place| place.parse().ok()).map(GridSpot::Head)
}

/// The row that has the focus.
fn row(press: &KeyPress) -> Option<&str> {
    press.at.strip_prefix("row-")
}

/// Puts the focus on a spot of the list.
pub fn focus_spot(spot: &GridSpot) {
    let selector = selector(spot);
    dom::focus(&selector);
    dom::reveal(&selector);
}

/// The action of a key press, if it is one of the list's keys. `counters`: how many counters there are.
fn wish(press: &KeyPress, ground: FocusGrid, stop: &GridSpot, counters: usize) -> Option<ListKey> {
    if press.key == "F6" && !press.in_overlay {
        return Some(ListKey::Region(press.shift));
    }
    if press.in_field || press.in_overlay || press.alt || press.command || is_off(press) {
        return None;
    }
    on_page(press, counters).or_else(|| on_row(press)).or_else(|| walk(press, spot(press), ground, stop))
}

fn on_page(press: &KeyPress, counters: usize) -> Option<ListKey> {
    match deed(press)? {
        ShortcutAction::Search => Some(ListKey::Search),
        ShortcutAction::Escape => Some(ListKey::Clear),
        ShortcutAction::Count => {
            let place = press.key.parse::<usize>().ok()?.checked_sub(1)?;
            (place < counters).then_some(ListKey::Count(place))
        }
        _ => None,
    }
}

fn on_row(press: &KeyPress) -> Option<ListKey> {
    let id = row(press)?.to_owned();
    match press.key.as_str() {
        "Enter" if !press.on_control => Some(ListKey::Open(id)),
        "ContextMenu" => Some(ListKey::Menu(id)),
        "F10" if press.shift => Some(ListKey::Menu(id)),
        _ => None,
    }
}

/// Letters move from anywhere; arrows from inside the list, where no field uses them.
fn walk(press: &KeyPress, here: Option<GridSpot>, ground: FocusGrid, stop: &GridSpot) -> Option<ListKey> {
    if let Some(here) = here {
        return walked(&here, &press.key, ground).map(ListKey::Walk);
    }
    let letter = matches!(press.key.as_str(), "j" | "J" | "k" | "K");
    let arrow = matches!(press.key.as_str(), "ArrowDown" | "ArrowUp") && !press.on_control;
    (!ground.rows.is_empty() && (letter || arrow)).then(|| {
        let known = matches!(stop, GridSpot::Row(id, _) if ground.rows.contains(id));
        let first = GridSpot::Row(ground.rows[0].clone(), None);
        ListKey::Walk(if known { stop.clone() } else { first })
    })
}

/// Handles the keys of the list: first those that select, since the selection changes the meaning of others; then
/// [`Listed::heard`]; then these.
pub fn use_list_keys<L: Listed>(list: List<L>, board: L::PageState) {
    use_presses(move |press| {
        if L::is_covered(board) {
            return L::heard(board, &press, row(&press));
        }
        if selection_keys::heard(list, board, &press) || L::heard(board, &press, row(&press)) {
            return true;
        }
        let rows = list.ids();
        let here = row(&press).and_then(|id| list.row(id));
        let heads = list.columns.fit.peek().shown.shown().len();
        let actions = here.map_or(0, |row| L::quick_actions(&row).len() + 1);
        let ground = FocusGrid { rows: &rows, heads, actions };
        let wish = wish(&press, ground, &list.spot.peek(), counters::<L>().count());
        wish.is_some_and(|wish| grant(list, board, wish))
    });
}

/// All counters, in the order of their number keys.
pub fn counters<L: Listed>() -> impl Iterator<Item = L::Counter> {
    L::Counter::GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// Filters by a counter; if it is already on, by the first one, which shows all.
pub fn count<L: Listed>(list: List<L>, counter: L::Counter) {
    let first = counters::<L>().next().unwrap_or(counter);
    list.filter(|query| {
        let put = if counter.is_on(&query.filter) { first } else { counter };
        put.put(&mut query.filter);
    });
}

/// Carries out the action of a key; false: it cannot be done now.
fn grant<L: Listed>(mut list: List<L>, board: L::PageState, wish: ListKey) -> bool {
    match wish {
        ListKey::Search => dom::focus_and_select("#search-field"),
        ListKey::Count(place) => {
            if let Some(counter) = counters::<L>().nth(place) {
                count(list, counter);
            }
        }
        ListKey::Clear => list.clear(),
        ListKey::Region(back) => dom::jump(REGIONS, back),
        ListKey::Walk(spot) => {
            list.spot.set(match &spot {
                GridSpot::Row(id, _) => GridSpot::Row(id.clone(), None),
                other => other.clone(),
            });
            focus_spot(&spot);
        }
        ListKey::Menu(id) => return list.open_menu(&id, None),
        ListKey::Open(id) => L::open(board, &id),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, at: &str) -> KeyPress {
        KeyPress { key: key.to_owned(), at: at.to_owned(), ..KeyPress::default() }
    }

    fn wished(press: &KeyPress) -> Option<ListKey> {
        let rows = ["a", "b"].map(str::to_owned);
        wish(press, FocusGrid { rows: &rows, heads: 8, actions: 3 }, &GridSpot::Start, 6)
    }

    #[test]
    fn the_lists_keys_work_from_anywhere() {
        assert_eq!(wished(&pressed("/", "row-a")), Some(ListKey::Search));
        assert_eq!(wished(&pressed("1", "")), Some(ListKey::Count(0)));
        assert_eq!(wished(&pressed("6", "")), Some(ListKey::Count(5)));
        assert_eq!(wished(&pressed("7", "")), None);
        assert_eq!(wished(&pressed("0", "")), None);
        assert_eq!(wished(&pressed("Escape", "row-a")), Some(ListKey::Clear));
    }

    #[test]
    fn letters_are_text_in_a_field_and_a_dialogs_own_in_a_dialog() {
        assert_eq!(wished(&KeyPress { in_field: true, ..pressed("j", "search-field") }), None);
        assert_eq!(wished(&KeyPress { in_overlay: true, ..pressed("j", "create") }), None);
        assert_eq!(wished(&KeyPress { command: true, ..pressed("j", "row-a") }), None);
    }

    #[test]
    fn single_keys_that_are_switched_off_mean_nothing() {
        crate::routes::shortcuts::set_single_keys("a-1", false);
        assert_eq!(wished(&pressed("j", "row-a")), None);
        assert_eq!(wished(&pressed("ArrowDown", "row-a")), Some(ListKey::Walk(GridSpot::Row("b".into(), None))));
    }

    #[test]
    fn f6_goes_from_region_to_region_even_out_of_a_field() {
        assert_eq!(wished(&KeyPress { in_field: true, ..pressed("F6", "search-field") }), Some(ListKey::Region(false)));
        assert_eq!(wished(&KeyPress { shift: true, ..pressed("F6", "row-a") }), Some(ListKey::Region(true)));
        assert_eq!(wished(&KeyPress { in_overlay: true, ..pressed("F6", "") }), None);
    }

    #[test]
    fn enter_opens_a_row_but_presses_a_button() {
        assert_eq!(wished(&pressed("Enter", "row-a")), Some(ListKey::Open("a".into())));
        assert_eq!(wished(&pressed("ContextMenu", "row-a")), Some(ListKey::Menu("a".into())));
        assert_eq!(wished(&KeyPress { shift: true, ..pressed("F10", "row-a") }), Some(ListKey::Menu("a".into())));
        assert_eq!(wished(&pressed("F10", "row-a")), None);
        assert_eq!(wished(&KeyPress { on_control: true, place: Some(0), ..pressed("Enter", "row-a") }), None);
    }

    #[test]
    fn letters_enter_the_list_and_arrows_walk_in_it() {
        let first = Some(ListKey::Walk(GridSpot::Row("a".into(), None)));
        assert_eq!(wished(&pressed("j", "")), first);
        assert_eq!(wished(&pressed("ArrowDown", "row-a")), Some(ListKey::Walk(GridSpot::Row("b".into(), None))));
        assert_eq!(wished(&KeyPress { on_control: true, ..pressed("ArrowDown", "counter") }), None);
    }
}
