//! What a key press means on this page when no field has the focus and nothing lies over the page. Keeps out doing it.

use crate::dom::Press;
use crate::parts::counters::{COUNTED, Counted};
use crate::parts::table::{Ground, Spot, walked};
use vestibule_wire::CopyWhat;

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// A new invitation.
    Create,
    /// The search field.
    Search,
    /// A counter as filter.
    Count(Counted),
    /// All filters off.
    Clear,
    /// The focus into the next region of the window, or back.
    Region(bool),
    /// The focus elsewhere in the list.
    Walk(Spot),
    /// The menu of that row.
    Menu(String),
    /// That row's code or link on the clipboard.
    Copy(String, CopyWhat),
    /// The question before that row is revoked.
    Revoke(String),
    /// The form that replaces that row.
    Replace(String),
    /// That row in the drawer.
    Details(String),
    /// That row's QR code, in the drawer.
    Code(String),
    /// The drawer to the next row (true) or the previous one; and whether the focus is on a row and goes along.
    Step(bool, bool),
    /// The drawer closed.
    CloseDetails,
}

/// Where in the list the focus is; none when it is elsewhere.
pub fn spot(press: &Press) -> Option<Spot> {
    if let Some(id) = press.at.strip_prefix("row-") {
        return Some(Spot::Row(id.to_owned(), press.place));
    }
    press.at.strip_prefix("head-").and_then(|place| place.parse().ok()).map(Spot::Head)
}

/// The wish behind a press, if it is one of this page's keys. `open`: what the drawer shows.
pub fn wish(press: &Press, ground: Ground, stop: &Spot, open: Option<&str>) -> Option<Wish> {
    if press.key == "F6" && !press.in_overlay {
        return Some(Wish::Region(press.shift));
    }
    if press.in_field || press.in_overlay || press.command || press.alt {
        return None;
    }
    let here = spot(press);
    let row = match &here {
        Some(Spot::Row(id, _)) => Some(id.as_str()),
        _ => None,
    };
    open.and_then(|_| in_drawer(press, row.is_some()))
        .or_else(|| on_page(press))
        .or_else(|| on_row(press, row))
        .or_else(|| on_one(press, row.or(open)))
        .or_else(|| walk(press, here, ground, stop))
}

fn on_page(press: &Press) -> Option<Wish> {
    match press.key.as_str() {
        "/" => Some(Wish::Search),
        "n" | "N" => Some(Wish::Create),
        "Escape" => Some(Wish::Clear),
        digit => {
            let place = digit.parse::<usize>().ok()?.checked_sub(1)?;
            COUNTED.get(place).copied().map(Wish::Count)
        }
    }
}

/// While the drawer is open: letters step from anywhere, arrows from the list and from the drawer.
fn in_drawer(press: &Press, in_list: bool) -> Option<Wish> {
    let inside = in_list || press.at == "details" || press.at.starts_with("details-");
    match press.key.as_str() {
        "Escape" => Some(Wish::CloseDetails),
        "j" | "J" => Some(Wish::Step(true, in_list)),
        "k" | "K" => Some(Wish::Step(false, in_list)),
        "ArrowDown" if inside || !press.on_control => Some(Wish::Step(true, in_list)),
        "ArrowUp" if inside || !press.on_control => Some(Wish::Step(false, in_list)),
        _ => None,
    }
}

fn on_row(press: &Press, row: Option<&str>) -> Option<Wish> {
    let id = row?.to_owned();
    match press.key.as_str() {
        "Enter" if !press.on_control => Some(Wish::Details(id)),
        "ContextMenu" => Some(Wish::Menu(id)),
        _ => None,
    }
}

/// What can be done with one invitation: that of the row that has the focus, else the one in the drawer.
fn on_one(press: &Press, one: Option<&str>) -> Option<Wish> {
    let id = one?.to_owned();
    match press.key.as_str() {
        "c" | "C" => Some(Wish::Copy(id, CopyWhat::Code)),
        "l" | "L" => Some(Wish::Copy(id, CopyWhat::Link)),
        "q" | "Q" => Some(Wish::Code(id)),
        "r" | "R" => Some(Wish::Replace(id)),
        "Delete" => Some(Wish::Revoke(id)),
        _ => None,
    }
}

/// Letters walk from anywhere; arrows from inside the list, where nothing else has a use for them.
fn walk(press: &Press, here: Option<Spot>, ground: Ground, stop: &Spot) -> Option<Wish> {
    if let Some(here) = here {
        return walked(&here, &press.key, ground).map(Wish::Walk);
    }
    let letter = matches!(press.key.as_str(), "j" | "J" | "k" | "K");
    let arrow = matches!(press.key.as_str(), "ArrowDown" | "ArrowUp") && !press.on_control;
    (!ground.rows.is_empty() && (letter || arrow)).then(|| {
        let known = matches!(stop, Spot::Row(id, _) if ground.rows.contains(id));
        let first = Spot::Row(ground.rows[0].clone(), None);
        Wish::Walk(if known { stop.clone() } else { first })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, at: &str) -> Press {
        Press { key: key.to_owned(), at: at.to_owned(), ..Press::default() }
    }

    fn wished(press: &Press) -> Option<Wish> {
        let rows = ["a", "b"].map(str::to_owned);
        wish(press, Ground { rows: &rows, heads: 8, actions: 3 }, &Spot::Start, None)
    }

    fn with_drawer(press: &Press) -> Option<Wish> {
        let rows = ["a", "b"].map(str::to_owned);
        wish(press, Ground { rows: &rows, heads: 8, actions: 3 }, &Spot::Start, Some("b"))
    }

    #[test]
    fn the_pages_keys_work_from_anywhere() {
        assert_eq!(wished(&pressed("n", "")), Some(Wish::Create));
        assert_eq!(wished(&pressed("/", "row-a")), Some(Wish::Search));
        assert_eq!(wished(&pressed("1", "")), Some(Wish::Count(Counted::All)));
        assert_eq!(wished(&pressed("6", "")), Some(Wish::Count(Counted::Expiring)));
        assert_eq!(wished(&pressed("7", "")), None);
        assert_eq!(wished(&pressed("0", "")), None);
    }

    #[test]
    fn letters_are_text_in_a_field_and_a_dialogs_own_in_a_dialog() {
        assert_eq!(wished(&Press { in_field: true, ..pressed("n", "search-field") }), None);
        assert_eq!(wished(&Press { in_overlay: true, ..pressed("n", "create") }), None);
        assert_eq!(wished(&Press { command: true, ..pressed("c", "row-a") }), None, "Ctrl C copies what is selected");
    }

    #[test]
    fn f6_goes_from_region_to_region_even_out_of_a_field() {
        assert_eq!(wished(&Press { in_field: true, ..pressed("F6", "search-field") }), Some(Wish::Region(false)));
        assert_eq!(wished(&Press { shift: true, ..pressed("F6", "row-a") }), Some(Wish::Region(true)));
        assert_eq!(wished(&Press { in_overlay: true, ..pressed("F6", "") }), None);
    }

    #[test]
    fn a_rows_keys_need_a_row() {
        assert_eq!(wished(&pressed("c", "row-b")), Some(Wish::Copy("b".into(), CopyWhat::Code)));
        assert_eq!(wished(&pressed("l", "row-b")), Some(Wish::Copy("b".into(), CopyWhat::Link)));
        assert_eq!(wished(&pressed("Delete", "row-b")), Some(Wish::Revoke("b".into())));
        assert_eq!(wished(&pressed("r", "row-b")), Some(Wish::Replace("b".into())));
        assert_eq!(wished(&pressed("q", "row-b")), Some(Wish::Code("b".into())));
        assert_eq!(wished(&pressed("q", "")), None);
        assert_eq!(wished(&pressed("c", "")), None);
        assert_eq!(wished(&pressed("Delete", "head-1")), None);
    }

    #[test]
    fn enter_opens_the_details_of_a_row_but_presses_a_button() {
        assert_eq!(wished(&pressed("Enter", "row-a")), Some(Wish::Details("a".into())));
        assert_eq!(wished(&pressed("ContextMenu", "row-a")), Some(Wish::Menu("a".into())));
        assert_eq!(wished(&Press { on_control: true, place: Some(0), ..pressed("Enter", "row-a") }), None);
    }

    #[test]
    fn an_open_drawer_takes_the_keys_of_its_invitation() {
        assert_eq!(with_drawer(&pressed("c", "details-body")), Some(Wish::Copy("b".into(), CopyWhat::Code)));
        assert_eq!(with_drawer(&pressed("Delete", "")), Some(Wish::Revoke("b".into())));
        assert_eq!(with_drawer(&pressed("r", "row-a")), Some(Wish::Replace("a".into())), "the row's own come first");
        assert_eq!(with_drawer(&pressed("Escape", "row-a")), Some(Wish::CloseDetails));
        assert_eq!(wished(&pressed("Escape", "row-a")), Some(Wish::Clear));
        assert_eq!(with_drawer(&Press { in_field: true, ..pressed("r", "details-note") }), None);
        assert_eq!(with_drawer(&pressed("n", "details-body")), Some(Wish::Create));
    }

    #[test]
    fn an_open_drawer_steps_through_the_list() {
        assert_eq!(with_drawer(&pressed("j", "")), Some(Wish::Step(true, false)));
        assert_eq!(with_drawer(&pressed("ArrowUp", "details-body")), Some(Wish::Step(false, false)));
        assert_eq!(with_drawer(&pressed("ArrowDown", "row-b")), Some(Wish::Step(true, true)));
        let button = Press { on_control: true, ..pressed("ArrowDown", "details") };
        assert_eq!(with_drawer(&button), Some(Wish::Step(true, false)));
        assert_eq!(with_drawer(&Press { on_control: true, ..pressed("ArrowDown", "counter") }), None);
        assert_eq!(with_drawer(&Press { in_overlay: true, ..pressed("j", "") }), None);
    }

    #[test]
    fn letters_enter_the_list_and_arrows_walk_in_it() {
        let first = Some(Wish::Walk(Spot::Row("a".into(), None)));
        assert_eq!(wished(&pressed("j", "")), first);
        assert_eq!(wished(&pressed("ArrowDown", "row-a")), Some(Wish::Walk(Spot::Row("b".into(), None))));
        assert_eq!(wished(&Press { on_control: true, ..pressed("ArrowDown", "counter") }), None);
    }
}
