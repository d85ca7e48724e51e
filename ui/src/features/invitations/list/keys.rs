//! The keys of invitations, in addition to those of any list, when no field has the focus and no overlay is open.
//! Keeps out the list's own keys.

use super::is_pictured;
use crate::dom::KeyPress;
use crate::features::invitations::board::InvitationsState;
use crate::features::invitations::many::BulkQuestion;
use crate::features::invitations::mask;
use crate::prelude::*;
use crate::routes::shortcuts::{ShortcutAction, deed, is_off};
use vestibule_wire::CopyWhat;

/// The action that a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum InvitationKey {
    /// Open the Create form.
    Create,
    /// Copy that row's code or link.
    Copy(String, CopyWhat),
    /// Open the confirmation before revoking that row.
    Revoke(String),
    /// Open the form that replaces that row.
    Replace(String),
    /// Show that row's QR code, in the drawer.
    Code(String),
    /// Step the drawer to the next row (true) or the previous one; second: the focus is on a row and moves along.
    Step(bool, bool),
    /// Close the drawer.
    CloseDetails,
    /// Mask codes, or show them.
    Mask,
    /// Show the masked code at that place while the key is held.
    Hold(String),
}

/// The action of a key press, if it is one of these keys. `row`: the row that has the focus. `open`: the one shown in
/// the drawer.
fn wish(press: &KeyPress, row: Option<&str>, open: Option<&str>) -> Option<InvitationKey> {
    if press.in_field || press.in_overlay || press.alt || is_off(press) {
        return None;
    }
    if press.command {
        return copied(press, row.or(open));
    }
    open.and_then(|_| in_drawer(press, row.is_some()))
        .or_else(|| on_page(press))
        .or_else(|| held(press, row, open))
        .or_else(|| on_one(press, row.or(open)))
        .or_else(|| pointed(press))
}

fn on_page(press: &KeyPress) -> Option<InvitationKey> {
    match deed(press)? {
        ShortcutAction::Create => Some(InvitationKey::Create),
        ShortcutAction::Mask => Some(InvitationKey::Mask),
        _ => None,
    }
}

/// While the drawer is open: letters step from anywhere, arrows from the list or the drawer.
fn in_drawer(press: &KeyPress, in_list: bool) -> Option<InvitationKey> {
    let inside = in_list || press.at == "details" || press.at.starts_with("details-");
    match press.key.as_str() {
        "Escape" => Some(InvitationKey::CloseDetails),
        "j" | "J" => Some(InvitationKey::Step(true, in_list)),
        "k" | "K" => Some(InvitationKey::Step(false, in_list)),
        "ArrowDown" if inside || !press.on_control => Some(InvitationKey::Step(true, in_list)),
        "ArrowUp" if inside || !press.on_control => Some(InvitationKey::Step(false, in_list)),
        _ => None,
    }
}

/// The actions on one invitation: the row that has the focus, else the one in the drawer.
fn on_one(press: &KeyPress, one: Option<&str>) -> Option<InvitationKey> {
    let id = one?.to_owned();
    match deed(press)? {
        ShortcutAction::CopyCode => Some(InvitationKey::Copy(id, CopyWhat::Code)),
        ShortcutAction::CopyLink => Some(InvitationKey::Copy(id, CopyWhat::Link)),
        ShortcutAction::Code => Some(InvitationKey::Code(id)),
        ShortcutAction::Replace => Some(InvitationKey::Replace(id)),
        ShortcutAction::Revoke => Some(InvitationKey::Revoke(id)),
        _ => None,
    }
}

/// Copies from the row under the pointer when no row has the focus: its buttons' tooltips name these keys.
fn pointed(press: &KeyPress) -> Option<InvitationKey> {
    let id = press.over.strip_prefix("row-")?.to_owned();
    match deed(press)? {
        ShortcutAction::CopyCode => Some(InvitationKey::Copy(id, CopyWhat::Code)),
        ShortcutAction::CopyLink => Some(InvitationKey::Copy(id, CopyWhat::Link)),
        _ => None,
    }
}

/// Ctrl C copies the code, unless text is selected.
fn copied(press: &KeyPress, one: Option<&str>) -> Option<InvitationKey> {
    let meant = !press.marked && deed(press) == Some(ShortcutAction::CopyCode);
    one.filter(|_| meant).map(|id| InvitationKey::Copy(id.to_owned(), CopyWhat::Code))
}

/// Shows the code of the focused row, else of the drawer. Key repeats are ignored: a code that was hidden again by its
/// time limit stays hidden.
fn held(press: &KeyPress, row: Option<&str>, open: Option<&str>) -> Option<InvitationKey> {
    if press.repeat || deed(press) != Some(ShortcutAction::Hold) {
        return None;
    }
    let place = row.map(|id| format!("row-{id}")).or_else(|| open.map(|_| "details-code".to_owned()));
    place.map(InvitationKey::Hold)
}

/// Carries out the action of a key press; false: it is none of these keys, or cannot be done now.
pub fn heard(board: InvitationsState, press: &KeyPress, row: Option<&str>) -> bool {
    if *board.many.asking.peek() == BulkQuestion::Sheet {
        // The import page has its own keys. Masking works from anywhere; the list is reached by the back button or the
        // palette.
        let masks = !press.in_field && !press.in_overlay && !is_off(press) && deed(press) == Some(ShortcutAction::Mask);
        if masks {
            switch_mask(board);
        }
        return masks;
    }
    let open = board.details.of.peek().clone();
    wish(press, row, open.as_deref()).is_some_and(|wish| grant(board, wish))
}

fn switch_mask(board: InvitationsState) {
    if let Some(mask) = board.mask {
        let on = !*mask.on.peek();
        mask::choose(mask, board.toasts, &board.session.peek().account, on);
    }
}

fn grant(board: InvitationsState, wish: InvitationKey) -> bool {
    match wish {
        InvitationKey::Create if board.may_create() => board.create.call(None),
        InvitationKey::Create => return false,
        InvitationKey::Copy(id, what) => match board.known(&id).filter(|row| row.may.copy) {
            Some(row) => board.copy.call((row.id, what)),
            None => return false,
        },
        InvitationKey::Revoke(id) => return board.ask_revoke(&id),
        InvitationKey::Replace(id) => return board.known(&id).is_some_and(|row| board.ask_replace(&row)),
        InvitationKey::Code(id) => match board.known(&id).filter(is_pictured) {
            Some(row) => board.show_qr(&row.id),
            None => return false,
        },
        InvitationKey::Step(forward, in_list) => board.step_details(forward, in_list),
        InvitationKey::CloseDetails => board.close_details(),
        InvitationKey::Mask => switch_mask(board),
        InvitationKey::Hold(place) => return board.mask.is_some_and(|mask| mask.hold(&place)),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, at: &str) -> KeyPress {
        KeyPress { key: key.to_owned(), at: at.to_owned(), ..KeyPress::default() }
    }

    fn wished(press: &KeyPress) -> Option<InvitationKey> {
        wish(press, press.at.strip_prefix("row-"), None)
    }

    fn with_drawer(press: &KeyPress) -> Option<InvitationKey> {
        wish(press, press.at.strip_prefix("row-"), Some("b"))
    }

    #[test]
    fn the_pages_keys_work_from_anywhere() {
        assert_eq!(wished(&pressed("n", "")), Some(InvitationKey::Create));
    }

    #[test]
    fn letters_are_text_in_a_field_and_a_dialogs_own_in_a_dialog() {
        assert_eq!(wished(&KeyPress { in_field: true, ..pressed("n", "search-field") }), None);
        assert_eq!(wished(&KeyPress { in_overlay: true, ..pressed("n", "create") }), None);
        assert_eq!(wished(&KeyPress { command: true, ..pressed("n", "row-a") }), None);
    }

    #[test]
    fn ctrl_c_on_a_row_copies_its_code_but_selected_text_first() {
        let press = KeyPress { command: true, ..pressed("c", "row-a") };
        assert_eq!(wished(&press), Some(InvitationKey::Copy("a".into(), CopyWhat::Code)));
        assert_eq!(wished(&KeyPress { marked: true, ..press.clone() }), None);
        assert_eq!(wished(&KeyPress { in_field: true, ..press.clone() }), None);
        assert_eq!(wished(&KeyPress { command: true, ..pressed("c", "counter") }), None, "no row has the focus");
        assert_eq!(wished(&KeyPress { shift: true, ..press }), None);
        let drawer = KeyPress { command: true, ..pressed("C", "details-body") };
        assert_eq!(with_drawer(&drawer), Some(InvitationKey::Copy("b".into(), CopyWhat::Code)));
    }

    #[test]
    fn a_held_key_shows_a_masked_code_once() {
        assert_eq!(wished(&pressed("h", "row-a")), Some(InvitationKey::Hold("row-a".into())));
        assert_eq!(with_drawer(&pressed("h", "details-body")), Some(InvitationKey::Hold("details-code".into())));
        assert_eq!(with_drawer(&pressed("H", "row-a")), Some(InvitationKey::Hold("row-a".into())));
        assert_eq!(wished(&pressed("h", "")), None);
        assert_eq!(wished(&KeyPress { repeat: true, ..pressed("h", "row-a") }), None, "it was held all the time");
        assert_eq!(wished(&pressed("m", "")), Some(InvitationKey::Mask));
    }

    #[test]
    fn single_keys_that_are_switched_off_mean_nothing() {
        crate::routes::shortcuts::set_single_keys("a-1", false);
        assert_eq!(wished(&pressed("n", "")), None);
        assert_eq!(wished(&pressed("Delete", "row-a")), Some(InvitationKey::Revoke("a".into())));
    }

    #[test]
    fn a_rows_keys_need_a_row() {
        assert_eq!(wished(&pressed("c", "row-b")), Some(InvitationKey::Copy("b".into(), CopyWhat::Code)));
        assert_eq!(wished(&pressed("l", "row-b")), Some(InvitationKey::Copy("b".into(), CopyWhat::Link)));
        assert_eq!(wished(&pressed("Delete", "row-b")), Some(InvitationKey::Revoke("b".into())));
        assert_eq!(wished(&pressed("r", "row-b")), Some(InvitationKey::Replace("b".into())));
        assert_eq!(wished(&pressed("q", "row-b")), Some(InvitationKey::Code("b".into())));
        assert_eq!(wished(&pressed("q", "")), None);
        assert_eq!(wished(&pressed("c", "")), None);
        assert_eq!(wished(&pressed("Delete", "head-1")), None);
    }

    #[test]
    fn keys_that_a_tooltip_tells_work_on_the_row_under_the_pointer_and_others_do_not() {
        let over = |key: &str, at: &str| wished(&KeyPress { over: "row-b".into(), ..pressed(key, at) });
        assert_eq!(over("c", ""), Some(InvitationKey::Copy("b".into(), CopyWhat::Code)));
        assert_eq!(over("l", ""), Some(InvitationKey::Copy("b".into(), CopyWhat::Link)));
        assert_eq!(over("c", "row-a"), Some(InvitationKey::Copy("a".into(), CopyWhat::Code)), "the focus comes first");
        assert_eq!((over("Delete", ""), over("r", "")), (None, None), "nothing ends by where the pointer rests");
    }

    #[test]
    fn an_open_drawer_takes_the_keys_of_its_invitation() {
        assert_eq!(with_drawer(&pressed("c", "details-body")), Some(InvitationKey::Copy("b".into(), CopyWhat::Code)));
        assert_eq!(with_drawer(&pressed("Delete", "")), Some(InvitationKey::Revoke("b".into())));
        assert_eq!(
            with_drawer(&pressed("r", "row-a")),
            Some(InvitationKey::Replace("a".into())),
            "the row's own come first"
        );
        assert_eq!(with_drawer(&pressed("Escape", "row-a")), Some(InvitationKey::CloseDetails));
        assert_eq!(with_drawer(&KeyPress { in_field: true, ..pressed("r", "details-note") }), None);
        assert_eq!(with_drawer(&pressed("n", "details-body")), Some(InvitationKey::Create));
    }

    #[test]
    fn an_open_drawer_steps_through_the_list() {
        assert_eq!(with_drawer(&pressed("j", "")), Some(InvitationKey::Step(true, false)));
        assert_eq!(with_drawer(&pressed("ArrowUp", "details-body")), Some(InvitationKey::Step(false, false)));
        assert_eq!(with_drawer(&pressed("ArrowDown", "row-b")), Some(InvitationKey::Step(true, true)));
        let button = KeyPress { on_control: true, ..pressed("ArrowDown", "details") };
        assert_eq!(with_drawer(&button), Some(InvitationKey::Step(true, false)));
        assert_eq!(with_drawer(&KeyPress { on_control: true, ..pressed("ArrowDown", "counter") }), None);
        assert_eq!(with_drawer(&KeyPress { in_overlay: true, ..pressed("j", "") }), None);
    }
}
