//! A drawer beside the list: not modal, the list goes on working. It takes the focus when it opens; who closes it says
//! where the focus goes. Keeps out what it shows.

use super::button::IconButton;
use crate::focus;
use crate::prelude::*;

/// The drawer. `tools` stand before its cross, `footer` below what scrolls.
#[component]
pub fn Drawer(
    /// Its id, and the prefix of its `data-test`.
    name: &'static str,
    title: String,
    /// The title is what people named: not translated.
    #[props(default)]
    named: bool,
    /// What the cross is called.
    close: String,
    onclose: EventHandler<()>,
    tools: Element,
    footer: Option<Element>,
    children: Element,
) -> Element {
    rsx! {
        aside { class: "drawer", id: name, role: "dialog", "aria-labelledby": "{name}-title", "data-test": name,
            header {
                h2 {
                    class: "clip", id: "{name}-title", title: "{title}", "aria-live": "polite", translate: named.then_some("no"), "data-test": "{name}-title",
                    "{title}"
                }
                {tools}
                IconButton { icon: "x", label: close, test: "{name}-close", onclick: move |_| onclose.call(()) }
            }
            // The box that scrolls has the focus, so that Page Down and the space bar scroll it.
            div {
                class: "scroll", id: "{name}-body", tabindex: "0", "aria-labelledby": "{name}-title",
                onmounted: focus::on_mounted,
                {children}
            }
            if let Some(footer) = footer {
                footer { {footer} }
            }
        }
    }
}
