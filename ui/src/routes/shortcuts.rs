//! All shortcuts in one table, used to interpret keys and for the list that `?` shows. Keeps out carrying them out.

use crate::dom::KeyPress;
use crate::language::facing;
use crate::{dom, keep, t};
use std::cell::Cell;
use vestibule_wire::command::{Command, Operation};
use vestibule_wire::{SessionView, command};

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortcutAction {
    /// Open the command palette.
    Palette,
    /// Open the list of all shortcuts.
    Shortcuts,
    /// Go to the settings.
    Settings,
    /// Go to the list of invitations.
    ToInvitations,
    /// Go to the list of users.
    ToUsers,
    /// Lock the session.
    Lock,
    /// Make a new invitation.
    Create,
    /// Focus the search field.
    Search,
    /// Filter by a counter.
    Count,
    /// Mask codes, or show them.
    Mask,
    /// Move the focus to the next region of the window.
    Region,
    /// Close, clear, go back.
    Escape,
    /// Show an invitation's details.
    Details,
    /// Copy its code.
    CopyCode,
    /// Copy its link.
    CopyLink,
    /// Show its QR code.
    Code,
    /// Show a masked code while the key is held.
    Hold,
    /// Replace it by a new one.
    Replace,
    /// Revoke it, after a confirmation.
    Revoke,
    /// Handled by the part that has the focus: the table, a dialog, the selection.
    Part,
}

/// The heading under which a shortcut is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Works everywhere.
    Window,
    /// Works on the table.
    Table,
    /// Works on one invitation.
    One,
}

/// One way to press it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// A key pressed and released before it; empty: none.
    pub first: &'static str,
    /// As in [`KeyPress::key`]; letters in lower case.
    pub key: &'static str,
    /// With Ctrl, or Cmd on macOS.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt.
    pub alt: bool,
}

/// One line of the table.
#[derive(Clone, Copy)]
pub struct Shortcut {
    /// What it does.
    pub deed: ShortcutAction,
    /// The strokes that trigger it.
    pub strokes: &'static [Stroke],
    /// Its strokes are shown as a range, first to last.
    pub range: bool,
    /// Where it is listed.
    pub group: Group,
    /// Its description.
    pub words: fn() -> String,
    /// The person needs the right to one of these operations to have it; empty: everybody has it.
    pub needs: &'static [Operation],
}

const fn on(key: &'static str) -> Stroke {
    Stroke { first: "", key, command: false, shift: false, alt: false }
}

const fn after(first: &'static str, key: &'static str) -> Stroke {
    Stroke { first, ..on(key) }
}

const fn command(key: &'static str) -> Stroke {
    Stroke { command: true, ..on(key) }
}

const fn shift(key: &'static str) -> Stroke {
    Stroke { shift: true, ..on(key) }
}

const fn alt(key: &'static str) -> Stroke {
    Stroke { alt: true, ..on(key) }
}

const fn line(
    deed: ShortcutAction,
    group: Group,
    strokes: &'static [Stroke],
    words: fn() -> String,
    needs: &'static [Operation],
) -> Shortcut {
    Shortcut { deed, strokes, range: false, group, words, needs }
}

const ALL: &[Operation] = &[];
const INVITATIONS: &[Operation] = &[command::ListInvitations::OPERATION];
const USERS: &[Operation] = &[command::ListUsers::OPERATION];
/// The operations of which a person needs one to see any list.
const LISTS: &[Operation] = &[command::ListInvitations::OPERATION, command::ListUsers::OPERATION];
const CREATES: &[Operation] = &[command::CreateInvitation::OPERATION];
const REVOKES: &[Operation] = &[command::RevokeInvitation::OPERATION];
const REPLACES: &[Operation] = &[command::ReplaceInvitation::OPERATION];
const REVOKES_MANY: &[Operation] = &[command::RevokeMany::OPERATION];

/// The table (docs/design.md, Keys).
pub const SHORTCUTS: &[Shortcut] = {
    use Group::{One, Table, Window};
    use ShortcutAction::*;
    &[
        line(Palette, Window, &[command("k")], || t!("shortcuts-palette"), ALL),
        line(Shortcuts, Window, &[on("?")], || t!("shortcuts-shortcuts"), ALL),
        line(Create, Window, &[on("n")], || t!("shortcuts-create"), CREATES),
        line(Search, Window, &[on("/")], || t!("shortcuts-search"), LISTS),
        Shortcut {
            range: true,
            ..line(
                Count,
                Window,
                &[on("1"), on("2"), on("3"), on("4"), on("5"), on("6")],
                || t!("shortcuts-counters"),
                LISTS,
            )
        },
        line(Mask, Window, &[on("m")], || t!("shortcuts-mask"), INVITATIONS),
        line(Escape, Window, &[on("Escape")], || t!("shortcuts-escape"), ALL),
        line(Part, Window, &[command("Enter")], || t!("shortcuts-primary"), ALL),
        line(Region, Window, &[on("F6")], || t!("shortcuts-region"), LISTS),
        line(Part, Window, &[alt("ArrowLeft"), alt("ArrowRight")], || t!("shortcuts-history"), LISTS),
        // Handled before all others, by `zoom`.
        line(Part, Window, &[command("+"), command("-"), command("0")], || t!("shortcuts-zoom"), ALL),
        line(ToInvitations, Window, &[after("g", "i")], || t!("shortcuts-to-invitations"), INVITATIONS),
        line(ToUsers, Window, &[after("g", "u")], || t!("shortcuts-to-users"), USERS),
        line(Settings, Window, &[command(",")], || t!("shortcuts-settings"), ALL),
        line(Lock, Window, &[Stroke { shift: true, ..command("l") }], || t!("shortcuts-lock"), ALL),
        line(Details, One, &[on("Enter")], || t!("shortcuts-details"), INVITATIONS),
        line(CopyCode, One, &[on("c"), command("c")], || t!("shortcuts-copy-code"), INVITATIONS),
        line(CopyLink, One, &[on("l")], || t!("shortcuts-copy-link"), INVITATIONS),
        line(Code, One, &[on("q")], || t!("shortcuts-qr"), INVITATIONS),
        line(Hold, One, &[on("h")], || t!("shortcuts-hold"), INVITATIONS),
        line(Replace, One, &[on("r")], || t!("shortcuts-replace"), REPLACES),
        line(Revoke, One, &[on("Delete")], || t!("shortcuts-revoke"), REVOKES),
        line(Part, Table, &[on("j"), on("k"), on("ArrowDown"), on("ArrowUp")], || t!("shortcuts-rows"), LISTS),
        line(Part, Table, &[on("Home"), on("End")], || t!("shortcuts-ends"), LISTS),
        line(Part, Table, &[on("PageUp"), on("PageDown")], || t!("shortcuts-leaps"), LISTS),
        line(Part, Table, &[on("ArrowRight"), on("ArrowLeft")], || t!("shortcuts-buttons"), LISTS),
        line(Part, Table, &[on(" ")], || t!("shortcuts-select"), REVOKES_MANY),
        line(Part, Table, &[shift("ArrowDown"), shift("ArrowUp")], || t!("shortcuts-extend"), REVOKES_MANY),
        line(Part, Table, &[command("a")], || t!("shortcuts-page"), REVOKES_MANY),
        line(Part, Table, &[alt("ArrowLeft"), alt("ArrowRight")], || t!("shortcuts-widths"), LISTS),
    ]
};

impl Stroke {
    /// Whether a press matches. Shift may be needed to type a symbol, so it counts with other keys only.
    fn is(self, press: &KeyPress) -> bool {
        let is_symbol = self.key.chars().count() == 1;
        let shift_counts = self.command || self.alt || !is_symbol;
        let same = if is_symbol { press.key.eq_ignore_ascii_case(self.key) } else { press.key == self.key };
        same && press.command == self.command && press.alt == self.alt && (!shift_counts || press.shift == self.shift)
    }
}

impl Shortcut {
    /// Whether that person has it.
    pub fn is_for(&self, session: &SessionView) -> bool {
        let may = |operation: &Operation| operation.needs.are_met(&session.permissions, session.everywhere);
        self.needs.is_empty() || self.needs.iter().any(may)
    }
}

/// The shortcuts of two keys in sequence that the person has.
fn of_two(session: &SessionView) -> impl Iterator<Item = (&'static Shortcut, &'static Stroke)> {
    let all = SHORTCUTS.iter().filter(|shortcut| shortcut.is_for(session));
    let strokes = all.flat_map(|shortcut| shortcut.strokes.iter().map(move |stroke| (shortcut, stroke)));
    strokes.filter(|(_, stroke)| !stroke.first.is_empty())
}

/// The key of a press, if it is the first key of a shortcut that the person has.
pub fn first_key(press: &KeyPress, session: &SessionView) -> Option<&'static str> {
    of_two(session).map(|(_, stroke)| stroke.first).find(|first| on(first).is(press))
}

/// The action of a press after that first key.
pub fn deed_after(first: &str, press: &KeyPress, session: &SessionView) -> Option<ShortcutAction> {
    let mut all = of_two(session).filter(|(_, stroke)| stroke.first == first && stroke.is(press));
    all.next().map(|(shortcut, _)| shortcut.deed)
}

/// The action of a press without a first key; [`ShortcutAction::Part`] is left to its part.
pub fn deed(press: &KeyPress) -> Option<ShortcutAction> {
    let alone = |stroke: &Stroke| stroke.first.is_empty() && stroke.is(press);
    let said = |shortcut: &&Shortcut| shortcut.strokes.iter().any(alone);
    SHORTCUTS.iter().filter(|shortcut| shortcut.deed != ShortcutAction::Part).find(said).map(|shortcut| shortcut.deed)
}

/// Whether a press goes back (false) or forward (true) in the history, by the keys of the platform's browsers.
pub fn back_or_forth(press: &KeyPress, mac: bool) -> Option<bool> {
    match press.key.as_str() {
        "ArrowLeft" if press.alt && !mac => Some(false),
        "ArrowRight" if press.alt && !mac => Some(true),
        "[" if press.command && mac => Some(false),
        "]" if press.command && mac => Some(true),
        _ => None,
    }
}

/// The keycap of an action; None: it has no key.
pub fn keycap(deed: ShortcutAction) -> Option<String> {
    let shortcut = SHORTCUTS.iter().find(|shortcut| shortcut.deed == deed)?;
    shortcut.strokes.first().map(|stroke| caps(*stroke, dom::is_mac()).join(" "))
}

/// The keycaps of a stroke, its first key included. macOS has its own symbols.
pub fn caps(stroke: Stroke, mac: bool) -> Vec<String> {
    let mut caps: Vec<_> = Some(stroke.first.to_uppercase()).filter(|first| !first.is_empty()).into_iter().collect();
    let mut cap = |on: bool, sign: &str, words: fn() -> String| {
        if on {
            caps.push(if mac { sign.to_owned() } else { words() });
        }
    };
    cap(stroke.command, "⌘", || t!("desk-ctrl"));
    cap(stroke.alt, "⌥", || t!("key-alt"));
    cap(stroke.shift, "⇧", || t!("key-shift"));
    caps.push(match facing(stroke.key.to_owned()).as_str() {
        "ArrowDown" => "↓".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "Enter" => "↵".to_owned(),
        "Escape" => t!("key-escape"),
        "Delete" => t!("key-delete"),
        "Home" => t!("key-home"),
        "End" => t!("key-end"),
        "PageUp" => t!("key-page-up"),
        "PageDown" => t!("key-page-down"),
        " " => t!("key-space"),
        letter => letter.to_uppercase(),
    });
    caps
}

thread_local! {
    static SINGLE_KEYS: Cell<bool> = const { Cell::new(true) };
}

/// The key under which it is stored whether single keys are shortcuts.
const KEPT: &str = "keys";

/// Restores that person's choice.
pub fn remember_single_keys(account: &str) {
    SINGLE_KEYS.set(keep::load(account, KEPT).as_deref() != Some("0"));
}

/// Whether single letters and symbols are shortcuts; people who use speech input may want them off (WCAG 2.1.4).
pub fn single_keys() -> bool {
    SINGLE_KEYS.get()
}

/// Switches them on or off, for that person on this device.
pub fn set_single_keys(account: &str, on: bool) {
    SINGLE_KEYS.set(on);
    keep::save(account, KEPT, if on { "1" } else { "0" });
}

/// Whether a press is a single letter or symbol while those are off.
pub fn is_off(press: &KeyPress) -> bool {
    let is_symbol = press.key.chars().count() == 1 && press.key != " ";
    is_symbol && !press.command && !press.alt && !single_keys()
}

#[cfg(test)]
#[path = "shortcuts_tests.rs"]
mod tests;
