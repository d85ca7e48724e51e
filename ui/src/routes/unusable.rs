//! The pages for an unusable file and for a fault of the window: what happened, and what to do. Keeps out repairing it.

use crate::app;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::icon::{Icon, IconSize};
use crate::parts::said::Said;
use crate::prelude::*;
use crate::{t, words};
use vestibule_wire::{ErrorCode, ErrorView};

/// The file can't be used.
#[component]
pub fn Unusable(error: ErrorView) -> Element {
    let title = match error.code {
        ErrorCode::FileNewer => t!("unusable-newer"),
        ErrorCode::FileCorrupt => t!("unusable-corrupt"),
        ErrorCode::FileForeign => t!("unusable-foreign"),
        ErrorCode::FileReadOnly | ErrorCode::DiskFull => t!("unusable-unwritable"),
        ErrorCode::FileBusy => t!("unusable-busy"),
        ErrorCode::Fault => t!("fault-title"),
        _ => t!("unusable-title"),
    };
    let text = if error.code == ErrorCode::Fault { t!("unusable-fault") } else { words::error(&error) };
    let folder = app::try_data_dir();
    rsx! {
        Door {
            div { class: "door-page", role: "alert", "data-test": "error",
                span { class: "door-sign", Icon { name: "shield-alert", size: IconSize::Large } }
                h1 { class: "h1", {title} }
                p { class: "soft", Said { text } }
                if let Some(folder) = folder {
                    p { class: "small muted wrap", {t!("door-data", path = folder)} }
                }
                Button { kind: Kind::Primary, size: Size::Form, icon: "refresh-cw", focus: true, test: "unusable-again", onclick: move |_| app::refresh(),
                    {t!("door-again")}
                }
            }
        }
    }
}

/// A page could not be drawn.
#[component]
pub fn Broken() -> Element {
    rsx! {
        Door {
            div { class: "door-page", role: "alert", "data-test": "error",
                h1 { class: "h1", {t!("fault-title")} }
                p { class: "soft", {t!("fault-text")} }
            }
        }
    }
}
