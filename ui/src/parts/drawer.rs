//! A drawer beside the list: not modal, the list stays usable. It takes the focus when it opens; the caller that
//! closes it sets the focus. Keeps out its content.

use super::button::IconButton;
use crate::focus;
use crate::prelude::*;

/// The drawer. `tools`: before its close button; `footer`: below the scrolling part.
#[component]
pub fn Drawer(
    /// Its id, and the prefix of its `data-test`.
    name: &'static str,
    title: String,
    /// The title is a text that people wrote: not translated.
    #[props(default)]
    named: bool,
    /// The label of the close button.
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
            // The scrolling box has the focus, so that Page Down and the space bar scroll it.
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
