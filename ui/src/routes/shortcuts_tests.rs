//! Tests that the table of shortcuts and the keys' actions agree.

use super::*;
use crate::features::invitations::tests::{session, staff};
use std::collections::BTreeSet;

fn pressed(key: &str) -> KeyPress {
    KeyPress { key: key.to_owned(), ..KeyPress::default() }
}

#[test]
fn a_press_is_looked_up_whatever_its_case() {
    assert_eq!(
        (deed(&pressed("n")), deed(&pressed("N"))),
        (Some(ShortcutAction::Create), Some(ShortcutAction::Create))
    );
    assert_eq!(deed(&KeyPress { shift: true, ..pressed("?") }), Some(ShortcutAction::Shortcuts));
    assert_eq!(deed(&KeyPress { command: true, ..pressed("k") }), Some(ShortcutAction::Palette));
    let lock = KeyPress { command: true, shift: true, ..pressed("L") };
    assert_eq!(deed(&lock), Some(ShortcutAction::Lock));
}

#[test]
fn another_modifier_is_another_press() {
    assert_eq!(deed(&pressed("k")), None, "walking is the table's");
    assert_eq!(deed(&KeyPress { command: true, ..pressed("n") }), None);
    assert_eq!(deed(&KeyPress { alt: true, ..pressed("c") }), None);
    assert_eq!(deed(&KeyPress { command: true, shift: true, ..pressed("k") }), None);
    assert_eq!(deed(&KeyPress { shift: true, ..pressed("Delete") }), None);
}

#[test]
fn no_stroke_means_two_things() {
    let mut seen = BTreeSet::new();
    for shortcut in SHORTCUTS.iter().filter(|shortcut| shortcut.deed != ShortcutAction::Part) {
        for stroke in shortcut.strokes {
            assert!(seen.insert((stroke.first, stroke.key, stroke.command, stroke.alt, stroke.shift)), "{stroke:?}");
            let press = KeyPress {
                key: stroke.key.to_owned(),
                command: stroke.command,
                shift: stroke.shift,
                alt: stroke.alt,
                ..KeyPress::default()
            };
            let meant =
                if stroke.first.is_empty() { deed(&press) } else { deed_after(stroke.first, &press, &session()) };
            assert_eq!(meant, Some(shortcut.deed));
        }
    }
}

#[test]
fn a_first_key_means_nothing_alone_and_the_second_nothing_without_it() {
    assert_eq!(first_key(&pressed("G"), &session()), Some("g"));
    assert_eq!((deed(&pressed("g")), deed(&pressed("i")), deed(&pressed("u"))), (None, None, None));
    assert_eq!(deed_after("g", &pressed("n"), &session()), None, "what it means alone it does not mean after another");
    assert_eq!((first_key(&pressed("u"), &session()), first_key(&pressed("g"), &staff())), (None, None));
}

#[test]
fn keycaps_are_the_platforms() {
    let lock = Stroke { shift: true, ..command("l") };
    assert_eq!(caps(lock, false), ["Ctrl", "Shift", "L"]);
    assert_eq!(caps(lock, true), ["⌘", "⇧", "L"]);
    assert_eq!(caps(on(" "), false), ["Space"]);
    assert_eq!(keycap(ShortcutAction::ToUsers).as_deref(), Some("G U"));
}

#[test]
fn single_keys_can_be_switched_off_and_the_others_stay() {
    assert!(!is_off(&pressed("n")));
    set_single_keys("a-1", false);
    assert!(is_off(&pressed("n")) && is_off(&pressed("?")));
    let palette = KeyPress { command: true, ..pressed("k") };
    assert!(!is_off(&palette) && !is_off(&pressed("Delete")) && !is_off(&pressed(" ")));
    remember_single_keys("a-2");
    assert!(!is_off(&pressed("n")), "somebody else has them");
    remember_single_keys("a-1");
    assert!(is_off(&pressed("n")));
}
