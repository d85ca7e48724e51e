//! The recovery key of the organisation just made: to be kept before going on.

use super::{Draft, SetupStep};
use crate::parts::arch::DoorArch;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::Check;
use crate::parts::key_sheet::{KeySheet, print};
use crate::parts::said::Said;
use crate::prelude::*;
use crate::t;
use crate::unsaved::{self, UnsavedWork};

#[component]
pub(super) fn Recovery(draft: Draft) -> Element {
    let kept = use_signal(|| false);
    use_effect(move || unsaved::risk(UnsavedWork::RecoveryKey, !kept()));
    use_drop(|| unsaved::risk(UnsavedWork::RecoveryKey, false));
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
            KeySheet { recovery: key, label: t!("first-recovery-title") }
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

/// Drops the key from memory; from here on it is on paper only.
fn forget(mut draft: Draft) {
    draft.key.set(None);
    draft.go(SetupStep::Ready);
}
