//! What can be done with a row: two quick buttons on hover and focus, and the ellipsis that is always there (everybody may see the details). Tab passes them by; arrows reach them
//! from the row. Keeps out doing it.

use super::icon::Icon;
use crate::prelude::*;
use crate::t;
use vestibule_wire::{CopyWhat, InvitationActionsView};

/// How many buttons there are; the ellipsis is the last.
pub fn count(may: InvitationActionsView) -> usize {
    if may.copy { 3 } else { 1 }
}

/// The buttons of one row.
#[component]
pub fn RowActions(
    may: InvitationActionsView,
    /// The row's name, for who does not see where the buttons stand.
    of: String,
    /// What was copied a moment ago: its button shows a tick.
    copied: Option<CopyWhat>,
    /// The menu is open.
    open: bool,
    on_copy: EventHandler<CopyWhat>,
    on_more: EventHandler<()>,
) -> Element {
    let last = count(may).saturating_sub(1);
    rsx! {
        span { class: "row-acts", "data-quick": may.copy,
            if may.copy {
                Copier { what: CopyWhat::Code, of: of.clone(), done: copied == Some(CopyWhat::Code), on_copy }
                Copier { what: CopyWhat::Link, of: of.clone(), done: copied == Some(CopyWhat::Link), on_copy }
            }
            button {
                class: "icon-btn more", r#type: "button", aria_label: t!("invitations-more-of", name = of.clone()), title: t!("invitations-more"),
                aria_haspopup: "menu", aria_expanded: open, tabindex: "-1", "data-place": last, "data-test": "row-menu",
                onclick: move |_| on_more.call(()),
                Icon { name: "ellipsis" }
            }
        }
    }
}

#[component]
fn Copier(what: CopyWhat, of: String, done: bool, on_copy: EventHandler<CopyWhat>) -> Element {
    let (icon, place, test, label, title) = match what {
        CopyWhat::Code => ("copy", 0, "row-copy-code", t!("invitations-copy-code"), t!("invitations-copy-code-title")),
        CopyWhat::Text => {
            ("message-square-text", 1, "row-copy-text", t!("invitations-copy-text"), t!("invitations-copy-text"))
        }
        CopyWhat::Link => ("link", 1, "row-copy-link", t!("invitations-copy-link"), t!("invitations-copy-link-title")),
        CopyWhat::Picture => ("qr-code", 1, "row-copy-picture", t!("details-qr-copy"), t!("details-qr-copy")),
    };
    rsx! {
        button {
            class: "icon-btn", r#type: "button", aria_label: t!("invitations-act-of", act = label, name = of), title, tabindex: "-1", "data-place": place, "data-test": test,
            "data-done": done, onclick: move |_| on_copy.call(what),
            Icon { name: if done { "check" } else { icon } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_do_nothing_has_the_menu_alone() {
        assert_eq!(count(InvitationActionsView { copy: false, revoke: false, ..Default::default() }), 1);
        assert_eq!(count(InvitationActionsView { copy: true, revoke: false, ..Default::default() }), 3);
        assert_eq!(count(InvitationActionsView { copy: false, revoke: true, ..Default::default() }), 1);
    }
}
