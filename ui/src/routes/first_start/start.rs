//! The first page of all: what this is, and the one way on. Keeps out the form.

use super::{Draft, Step};
use crate::parts::arch::DoorArch;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::t;

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
            div { class: "stack",
                div { class: "row",
                    Button { kind: Kind::Primary, size: Size::Form, icon: "plus", test: "first-begin", onclick: move |_| draft.go(Step::Organisation),
                        {t!("first-start-create")}
                    }
                }
                p { class: "small muted wrap", {t!("door-data", path = folder)} }
                p { class: "small muted", {t!("first-start-sample")} }
            }
        }
        div { class: "setup-arch", DoorArch {} }
    }
}
