//! The recovery key, shown once, on paper that stays white. No copy is offered: a clipboard is no safe place for it.

use super::{Draft, Step};
use crate::parts::arch::DoorArch;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::Check;
use crate::parts::icon::Icon;
use crate::parts::said::Said;
use crate::prelude::*;
use crate::unsaved::{self, Stake};
use crate::{t, time};
use vestibule_wire::RecoveryKeyView;

#[component]
pub(super) fn Recovery(draft: Draft) -> Element {
    let kept = use_signal(|| false);
    use_hook(|| unsaved::risk(Stake::RecoveryKey, true));
    use_drop(|| unsaved::risk(Stake::RecoveryKey, false));
    let keychain = !(draft.by_passphrase)();
    let Some(key) = draft.key.cloned() else { return rsx! {} };
    rsx! {
        form { class: "col",
            "aria-labelledby": "first-title",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                if kept() {
                    forget(draft);
                }
            },
            header {
                h1 { id: "first-title", tabindex: "-1", onmounted: move |element| async move { crate::focus::on_mounted(element).await },
                    {t!("first-recovery-title")}
                }
                p { class: "soft", Said { text: if keychain { t!("first-recovery-text") } else { t!("first-recovery-text-passphrase") } } }
            }
            Sheet { recovery: key }
            div { class: "row",
                Check { on: kept, label: t!("first-recovery-kept"), test: "recovery-kept" }
                span { class: "grow" }
                Button { size: Size::Form, icon: "printer", test: "recovery-print", onclick: move |_| print(), {t!("first-recovery-print")} }
            }
            footer { class: "row",
                span { class: "small muted", {t!("first-recovery-once")} }
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, keys: "↵", submit: true, disabled: !kept(), test: "first-continue", {t!("first-continue")} }
            }
        }
        div { class: "setup-arch", DoorArch {} }
    }
}

/// What is printed: white in both themes.
#[component]
fn Sheet(recovery: RecoveryKeyView) -> Element {
    let printed = use_hook(|| time::exact(time::now()));
    rsx! {
        section { class: "sheet", "data-theme": "light", "aria-label": t!("first-recovery-title"),
            header {
                Icon { name: "key-round" }
                span { class: "grow clip", b { class: "strong", translate: "no", {recovery.organisation.clone()} } }
                span { class: "muted", {t!("first-recovery-sheet")} }
            }
            ol { class: "key-lines", "data-test": "recovery-key",
                for (at , line) in recovery.lines.iter().enumerate() {
                    li { key: "{at}",
                        small { "aria-hidden": "true", "{at + 1}" }
                        span { {line.clone()} }
                    }
                }
            }
            p { class: "print-only", {t!("first-recovery-printed", at = printed)} }
            p { class: "print-only", {t!("first-recovery-how")} }
        }
    }
}

/// From here on the key is on paper only.
fn forget(mut draft: Draft) {
    draft.key.set(None);
    draft.go(Step::Ready);
}

#[cfg(target_arch = "wasm32")]
fn print() {
    if let Some(window) = web_sys::window() {
        // Where there is no print dialog nothing happens; the lines can still be written down.
        let _no_dialog = window.print();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn print() {}
