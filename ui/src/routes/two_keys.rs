//! Shortcuts of two keys in sequence: G, then a letter. Keeps out which there are (see `shortcuts`), and their actions.

use super::palette_offers::PaletteAction;
use super::shortcuts::{ShortcutAction, deed_after, first_key, is_off};
use crate::keyboard::{use_presses, use_presses_first};
use crate::prelude::*;
use crate::{app, dom};
use vestibule_wire::SessionView;

/// How long the second key is awaited, in milliseconds: as long as in other programs with such keys.
const WAITS: u32 = 1_500;

/// The first key that is still valid, and the serial number of its press.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct First {
    key: Option<&'static str>,
    number: u32,
}

/// Handles both keys. The second one is taken before any part of the page, where it may have another meaning.
pub fn use_two_keys(deal: Callback<PaletteAction>) {
    let session = app::use_session();
    let mut first = use_hook(|| CopyValue::new(First::default()));
    use_presses(move |press| {
        let Some(key) = begins(&press, &session.peek()) else { return false };
        let number = first.peek().number.wrapping_add(1);
        first.set(First { key: Some(key), number });
        spawn(async move {
            dom::sleep(WAITS).await;
            if first.peek().number == number {
                first.write().key = None;
            }
        });
        true
    });
    use_presses_first(move |press| {
        let Some(before) = first.write().key.take() else { return false };
        let meant = means(before, &press, &session.peek());
        let is_one = meant.is_some();
        if let Some(meant) = meant {
            deal.call(meant);
        }
        is_one
    });
}

/// Whether letters are text here, or an overlay is open.
fn is_elsewhere(press: &dom::KeyPress) -> bool {
    press.in_field || press.in_overlay || press.repeat || is_off(press)
}

/// The key of a press, if it is the first of two.
fn begins(press: &dom::KeyPress, session: &SessionView) -> Option<&'static str> {
    first_key(press, session).filter(|_| !is_elsewhere(press))
}

/// The action of both keys.
fn means(first: &str, press: &dom::KeyPress, session: &SessionView) -> Option<PaletteAction> {
    match deed_after(first, press, session).filter(|_| !is_elsewhere(press))? {
        ShortcutAction::ToInvitations => Some(PaletteAction::List),
        ShortcutAction::ToUsers => Some(PaletteAction::Users),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::KeyPress;
    use crate::features::invitations::tests::{manager, session, staff, without};
    use crate::routes::shortcuts::set_single_keys;
    use vestibule_domain::Permission;

    fn press(key: &str) -> KeyPress {
        KeyPress { key: key.to_owned(), ..KeyPress::default() }
    }

    fn led(key: &str, session: &SessionView) -> Option<PaletteAction> {
        let first = begins(&press("g"), session)?;
        means(first, &press(key), session)
    }

    #[test]
    fn g_and_a_letter_lead_to_a_page() {
        assert_eq!(
            (led("i", &session()), led("u", &session())),
            (Some(PaletteAction::List), Some(PaletteAction::Users))
        );
        assert_eq!(led("U", &manager()), Some(PaletteAction::Users), "whatever the case");
        assert_eq!((led("g", &session()), led("x", &session()), led("Escape", &session())), (None, None, None));
    }

    #[test]
    fn nobody_is_led_to_a_page_that_they_may_not_see() {
        assert_eq!((begins(&press("g"), &staff()), led("i", &staff())), (None, None));
        let sees_no_users = without(Permission::SeePeople);
        assert_eq!((led("i", &sees_no_users), led("u", &sees_no_users)), (Some(PaletteAction::List), None));
        let sees_no_invitations = without(Permission::SeeInvitations);
        assert_eq!(
            (led("i", &sees_no_invitations), led("u", &sees_no_invitations)),
            (None, Some(PaletteAction::Users))
        );
    }

    #[test]
    fn letters_are_text_in_a_field_and_a_dialogs_own_in_a_dialog() {
        let field = |key: &str| KeyPress { in_field: true, ..press(key) };
        let covered = |key: &str| KeyPress { in_overlay: true, ..press(key) };
        for typed in [field("g"), covered("g"), KeyPress { command: true, ..press("g") }] {
            assert_eq!(begins(&typed, &session()), None, "{typed:?}");
        }
        for typed in
            [field("u"), covered("u"), KeyPress { command: true, ..press("u") }, KeyPress { alt: true, ..press("u") }]
        {
            assert_eq!(means("g", &typed, &session()), None, "{typed:?}");
        }
    }

    #[test]
    fn single_keys_that_are_switched_off_lead_nowhere() {
        set_single_keys("a-1", false);
        assert_eq!(led("u", &session()), None);
    }
}
