//! The first page: what the program is, the way on, and a second window with sample data. Keeps out the form.

use super::{Draft, SetupStep};
use crate::parts::arch::DoorArch;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::icon::Icon;
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{backend, t, words};
use vestibule_wire::{ErrorView, command};

#[component]
pub(super) fn Start(draft: Draft) -> Element {
    let folder = draft.stage.get().data_dir;
    rsx! {
        div { class: "col",
            header {
                h1 { {t!("first-start-title")} }
                p { class: "lead soft", {t!("first-start-text")} }
            }
            ul { class: "promises",
                li { Icon { name: "ticket" } span { {t!("first-start-codes")} } }
                li { Icon { name: "hard-drive" } span { {t!("first-start-offline")} } }
                li { Icon { name: "shield-check" } span { {t!("first-start-trail")} } }
            }
            if (draft.stray_link)() {
                Notice { tone: Tone::Warn, text: t!("first-start-link"), test: "first-link" }
            }
            div { class: "stack",
                Ways { draft }
                p { class: "small muted wrap", {t!("door-data", path = folder)} }
                p { class: "small muted", {t!("first-start-sample-hint")} }
            }
        }
        div { class: "setup-arch", DoorArch {} }
    }
}

/// The button that goes on, and the one that opens the sample window, beside which this page stays open.
#[component]
fn Ways(draft: Draft) -> Element {
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<ErrorView>);
    let open_sample = use_callback(move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        refused.set(None);
        spawn(async move {
            if let Err(error) = backend::call::<command::OpenSample>().await {
                refused.set(Some(error));
            }
            busy.set(false);
        });
    });
    rsx! {
        if let Some(error) = refused.cloned() {
            Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
        }
        div { class: "row ways",
            Button { kind: Kind::Primary, size: Size::Form, icon: "plus", test: "first-begin", onclick: move |_| draft.go(SetupStep::Organisation),
                {t!("first-start-create")}
            }
            Button { size: Size::Form, icon: "eye", busy: busy(), test: "first-sample", onclick: move |_| open_sample.call(()), {t!("first-start-sample")} }
        }
    }
}
