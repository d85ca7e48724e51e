//! Dialogs: keep the focus inside, close on Esc, give the focus back. Keeps out what they ask.

use super::button::IconButton;
use crate::keyboard::use_presses;
use crate::overlay::{self, Overlay, use_overlay};
use crate::prelude::*;
use crate::{focus, t};

/// A dialog over the page. `children` are its section; `footer` its buttons (the primary one last).
///
/// The focus goes to the first field, else to the element that asks for it itself (a `Button` with `focus: true`), else
/// to the first control. A click beside it does nothing: what was typed is not lost by a slip.
#[component]
pub fn Dialog(
    /// Tells dialogs apart; also the prefix of its ids and its `data-test`.
    name: &'static str,
    title: String,
    /// 440 px instead of 600, for confirmations.
    #[props(default)]
    narrow: bool,
    /// A question about something that can't be undone.
    #[props(default)]
    alert: bool,
    /// Stays until its work is done: no cross.
    #[props(default)]
    held: bool,
    /// The id of the sentence that explains it, for screen readers.
    describedby: Option<String>,
    /// Esc and the cross.
    onclose: EventHandler<()>,
    /// Ctrl/Cmd Enter.
    #[props(default)]
    onprimary: EventHandler<()>,
    footer: Element,
    children: Element,
) -> Element {
    let before = use_hook(|| focus::remember_for(name, overlay::top_dialog()));
    use_drop(move || before.give_back());
    use_overlay(Overlay::Dialog(name));
    // With the focus elsewhere (a click on a message beside it has taken it), the keys are still the dialog's.
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
        // A press beside the dialog takes the focus from nothing.
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

/// Enter in a field of one line does what the dialog's primary button does. (With Ctrl or Cmd it does so anywhere: that
/// key is the dialog's own.)
pub fn enter(event: &KeyboardEvent, primary: impl FnOnce()) {
    let modifiers = event.modifiers();
    if event.key() == Key::Enter && !modifiers.ctrl() && !modifiers.meta() && focus::is_typing() {
        event.prevent_default();
        primary();
    }
}

fn keys(name: &str, event: &Event<KeyboardData>, onclose: EventHandler<()>, onprimary: EventHandler<()>) {
    // Whatever the dialog's keys are, the page's shortcuts don't hear them.
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
