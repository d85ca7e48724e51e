//! Dialogs: keep the focus inside, close on Esc, restore the focus. Keeps out their content.

use super::button::IconButton;
use crate::keyboard::use_presses;
use crate::overlay::{self, Overlay, use_overlay};
use crate::prelude::*;
use crate::{focus, t};

/// A dialog over the page. `children` are its section; `footer` its buttons (the primary one last).
///
/// The focus goes to the first field, else to an element that requests it (a `Button` with `focus: true`), else to the
/// first control. A click beside the dialog does nothing, so that typed text is not lost by a slip.
#[component]
pub fn Dialog(
    /// The prefix of its ids and its `data-test`, unique among dialogs.
    name: &'static str,
    title: String,
    /// 440 px instead of 600, for confirmations.
    #[props(default)]
    narrow: bool,
    /// A confirmation of something that can't be undone: role `alertdialog`.
    #[props(default)]
    alert: bool,
    /// Has no close button: it stays until its work is done.
    #[props(default)]
    held: bool,
    /// The id of the sentence that explains it, for screen readers.
    describedby: Option<String>,
    /// Called by Esc and the cross.
    onclose: EventHandler<()>,
    /// Called by Ctrl/Cmd Enter.
    #[props(default)]
    onprimary: EventHandler<()>,
    footer: Element,
    children: Element,
) -> Element {
    let before = use_hook(|| focus::remember_for(name, overlay::top_dialog()));
    use_drop(move || before.give_back());
    use_overlay(Overlay::Dialog(name));
    // Keys go to the dialog even when a click elsewhere (on a toast) has taken the focus.
    use_presses(move |press| {
        if overlay::top_dialog() != Some(name) || !focus::is_outside(name) {
            return false;
        }
        match (press.key.as_str(), press.command) {
            ("Escape", _) => onclose.call(()),
            ("Enter", true) => onprimary.call(()),
            ("Tab", _) => focus::first_in(name),
            _ => return false,
        }
        true
    });
    rsx! {
        // A press beside the dialog does not move the focus.
        div { class: "scrim", onmousedown: move |event| event.prevent_default(),
            div {
                onmousedown: move |event| event.stop_propagation(),
                class: if narrow { "dialog narrow" } else { "dialog" },
                id: name,
                role: if alert { "alertdialog" } else { "dialog" },
                "aria-modal": "true",
                "aria-labelledby": "{name}-title",
                "aria-describedby": describedby,
                "data-test": name,
                tabindex: "-1",
                onmounted: move |_| focus::first_in(name),
                onkeydown: move |event| keys(name, &event, onclose, onprimary),
                header {
                    h2 { id: "{name}-title", {title} }
                    if !held {
                        IconButton { icon: "x", label: t!("dialog-close"), test: "{name}-close", onclick: move |_| onclose.call(()) }
                    }
                }
                {children}
                footer { {footer} }
            }
        }
    }
}

/// Calls `primary` for Enter in a single-line field. (The dialog itself handles Ctrl or Cmd Enter, anywhere in it.)
pub fn enter(event: &KeyboardEvent, primary: impl FnOnce()) {
    let modifiers = event.modifiers();
    if event.key() == Key::Enter && !modifiers.ctrl() && !modifiers.meta() && focus::is_typing() {
        event.prevent_default();
        primary();
    }
}

fn keys(name: &str, event: &Event<KeyboardData>, onclose: EventHandler<()>, onprimary: EventHandler<()>) {
    // No key pressed in a dialog reaches the page's shortcuts.
    event.stop_propagation();
    let modifiers = event.modifiers();
    match event.key() {
        Key::Escape => {
            event.prevent_default();
            onclose.call(());
        }
        Key::Enter if modifiers.ctrl() || modifiers.meta() => {
            event.prevent_default();
            onprimary.call(());
        }
        Key::Tab if focus::keep_inside(name, modifiers.shift()) => event.prevent_default(),
        _ => {}
    }
}
