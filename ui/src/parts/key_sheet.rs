//! The recovery key in its printed form, and the field for typing it in; white in both themes. There is no copy
//! button: a clipboard is not safe for it. Keeps out who may see it.

use crate::parts::field::{Entry, Field};
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::RecoveryKeyView;

/// Whether a recovery key is on the screen: then the window is kept out of recordings, if the system can.
#[derive(Clone, Copy, PartialEq)]
pub struct KeyShown(pub Signal<bool>);

/// The sheet, named by `label` for screen readers.
#[component]
pub fn KeySheet(recovery: RecoveryKeyView, label: String) -> Element {
    let shown = use_hook(try_consume_context::<KeyShown>);
    use_hook(|| tell(shown, true));
    use_drop(move || tell(shown, false));
    let printed = use_hook(|| time::exact(time::now()));
    rsx! {
        section { class: "sheet", "data-theme": "light", "aria-label": label,
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

fn tell(shown: Option<KeyShown>, is: bool) {
    if let Some(KeyShown(mut shown)) = shown {
        shown.set(is);
    }
}

/// The field for the printed lines, in their printed form.
#[component]
pub fn KeyLines(
    /// The id, and the test id.
    name: &'static str,
    entry: Entry,
    /// Takes the focus when it appears.
    #[props(default)]
    focus: bool,
) -> Element {
    let mut entry = entry;
    let error = entry.error.cloned();
    rsx! {
        Field { name, label: t!("open-recovery-key"), hint: t!("open-recovery-hint"), error: error.clone(),
            textarea {
                class: "input key-lines",
                id: name,
                rows: "4",
                spellcheck: "false",
                autocomplete: "off",
                autocapitalize: "characters",
                value: "{entry.text}",
                "aria-invalid": error.is_some().then_some("true"),
                "aria-describedby": "{name}-note",
                "data-test": name,
                onmounted: move |element| async move {
                    if focus {
                        crate::focus::on_mounted(element).await;
                    }
                },
                oninput: move |event| {
                    entry.text.set(event.value());
                    entry.refuse(None);
                },
            }
        }
    }
}

/// Opens the system's print dialog. Without one nothing happens; the lines can still be written down.
#[cfg(target_arch = "wasm32")]
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _no_dialog = window.print();
    }
}

/// Does nothing on the host.
#[cfg(not(target_arch = "wasm32"))]
pub fn print() {}
