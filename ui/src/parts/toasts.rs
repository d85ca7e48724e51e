//! Toasts: short messages that something has happened, for 5 s, read out, without undo. Keeps out errors that need
//! action: those stay in the page.

use super::icon::Icon;
use super::said::Said;
use crate::prelude::*;
use crate::{dom, t};
use vestibule_wire::{CopiedView, ErrorCode, ErrorView};

/// How long a toast stays, in milliseconds (docs/design.md, Behaviour).
#[cfg(target_arch = "wasm32")]
const STAYS: u32 = 5_000;

/// How long a button shows that it has copied, in milliseconds (docs/design.md, Behaviour).
pub const COPIED: u32 = 1_500;

#[derive(Debug, Clone, PartialEq)]
struct Toast {
    number: u32,
    icon: &'static str,
    title: String,
    more: Option<String>,
}

/// Shows toasts; get it by [`use_toasts`].
#[derive(Clone, Copy, PartialEq)]
pub struct Toasts {
    shown: Signal<Vec<Toast>>,
    next: Signal<u32>,
}

impl Toasts {
    /// Made once, at the root of the window.
    pub fn new() -> Self {
        Self { shown: Signal::new_in_scope(Vec::new(), ScopeId::ROOT), next: Signal::new_in_scope(0, ScopeId::ROOT) }
    }

    /// Shows one, e.g. `toasts.show("copy-check", "Code copied", Some("Cleared from the clipboard in 60 s".into()))`.
    /// At most three are shown at once.
    pub fn show(mut self, icon: &'static str, title: impl Into<String>, more: Option<String>) {
        let number = *self.next.peek();
        self.next.set(number + 1);
        let mut shown = self.shown.write();
        shown.push(Toast { number, icon, title: title.into(), more });
        let surplus = shown.len().saturating_sub(3);
        shown.drain(..surplus);
        drop(shown);
        self.remove_later(number);
    }

    /// Shows a failure, in the error's words.
    pub fn error(self, error: &ErrorView) {
        self.show("circle-alert", crate::words::error(error), None);
    }

    /// Says that a secret was copied, and when it is removed from the clipboard.
    pub fn copied(self, title: String, copied: CopiedView) {
        let clears = t!("invitations-copied-clears", seconds = copied.clears_after_seconds);
        self.show("copy-check", title, Some(clears));
    }

    /// Says that copying failed, and how to copy by hand if the clipboard is the cause.
    pub fn not_copied(self, error: &ErrorView) {
        if error.code == ErrorCode::ClipboardFailed {
            let hint = t!("invitations-copy-failed-hint", command = dom::command_key());
            self.show("circle-alert", t!("invitations-copy-failed"), Some(hint));
        } else {
            self.error(error);
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn remove_later(mut self, number: u32) {
        dioxus::core::spawn_forever(async move {
            crate::time::sleep(STAYS).await;
            self.shown.write().retain(|toast| toast.number != number);
        });
    }

    /// On the host a toast stays, so that a test can see it.
    #[cfg(not(target_arch = "wasm32"))]
    fn remove_later(self, _number: u32) {}
}

/// The window's toasts.
pub fn use_toasts() -> Toasts {
    use_context()
}

/// The area for toasts. Once per window and always mounted, so that screen readers announce what appears in it.
#[component]
pub fn ToastArea() -> Element {
    let toasts = use_toasts();
    rsx! {
        div { class: "toasts", id: "toasts", role: "status", "aria-live": "polite",
            for toast in toasts.shown.read().iter() {
                div { key: "{toast.number}", class: "toast", "data-test": "toast",
                    Icon { name: toast.icon }
                    p {
                        Said { text: toast.title.clone() }
                        if let Some(more) = &toast.more {
                            br {}
                            small { "{more}" }
                        }
                    }
                }
            }
        }
    }
}
