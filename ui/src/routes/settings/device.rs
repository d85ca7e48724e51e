//! One person's preferences on this device: applied at once, for that person only. Keeps out where each is stored.

use super::row::{Row, Toggle};
use super::screen::ScreenProtection;
use crate::features::invitations::mask;
use crate::parts::button::{Button, IconButton, Size};
use crate::parts::languages::LanguageSelect;
use crate::parts::mask::use_mask;
use crate::parts::segmented::{Segment, Segmented};
use crate::parts::select::TriggerStyle;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::theme::{self, Theme, use_theme};
use crate::zoom::{ZoomChange, after, use_zoom};
use crate::{app, dom, language, t};
use vestibule_wire::command;

/// The section.
#[component]
pub fn DevicePage() -> Element {
    let session = app::use_session();
    rsx! {
        div { class: "scroll", id: "settings-body", tabindex: "-1",
            h2 { class: "h2", {t!("settings-device")} }
            p { class: "muted small", {t!("settings-device-hint")} }
            if session.read().may::<command::ListInvitations>() {
                MaskRow {}
            }
            LanguageRow {}
            ThemeRow {}
            SizeRow {}
            ScreenRow {}
        }
    }
}

#[component]
fn MaskRow() -> Element {
    let toasts = use_toasts();
    let session = app::use_session();
    let Some(mask) = use_mask() else { return rsx! {} };
    rsx! {
        Row { id: "settings-mask", title: t!("mask"), hint: t!("settings-mask-hint"),
            Toggle { id: "settings-mask", on: (mask.on)(), on_switch: move |on| mask::choose(mask, toasts, &session.peek().account, on) }
        }
    }
}

#[component]
fn LanguageRow() -> Element {
    let session = app::use_session();
    rsx! {
        Row { id: "settings-language", title: t!("language"), hint: t!("language-hint"),
            LanguageSelect {
                id: "settings-language", look: TriggerStyle::Form,
                on_choose: move |to| language::choose(&session.peek().account, to),
            }
        }
    }
}

const THEMES: [(Theme, &str, &str); 3] = [
    (Theme::Light, "settings-light", "sun"),
    (Theme::Dark, "settings-dark", "moon"),
    (Theme::System, "settings-system", "monitor"),
];

#[component]
fn ThemeRow() -> Element {
    let shown = use_theme();
    let words = |theme| match theme {
        Theme::Light => t!("desk-theme-light"),
        Theme::Dark => t!("desk-theme-dark"),
        Theme::System => t!("desk-theme-system"),
    };
    let segments = THEMES.map(|(theme, name, icon)| Segment {
        name: name.to_owned(),
        words: words(theme),
        icon: Some(icon),
        off: None,
    });
    let chosen = THEMES.into_iter().find(|(theme, ..)| *theme == shown()).map_or("", |(_, name, _)| name);
    rsx! {
        Row { id: "settings-theme", title: t!("desk-theme"), hint: t!("settings-theme-hint"),
            Segmented {
                labelled_by: "settings-theme-label", segments: segments.to_vec(), chosen,
                on_choose: move |chosen: String| {
                    if let Some((theme, ..)) = THEMES.into_iter().find(|(_, name, _)| *name == chosen) {
                        theme::choose(shown, theme);
                    }
                },
            }
        }
    }
}

#[component]
fn SizeRow() -> Element {
    let zoom = use_zoom();
    let percent = (zoom.percent)();
    let change = move |change| move |_| zoom.change(change);
    rsx! {
        Row { id: "settings-zoom", title: t!("settings-zoom"), hint: t!("settings-zoom-hint"),
            div { class: "row", role: "group", aria_labelledby: "settings-zoom-label", aria_describedby: "settings-zoom-hint",
                IconButton { icon: "minus", label: t!("settings-zoom-smaller"), disabled: after(percent, ZoomChange::Smaller) == percent, test: "zoom-smaller", onclick: change(ZoomChange::Smaller) }
                Button { size: Size::Small, title: t!("settings-zoom-usual"), test: "zoom-usual", onclick: change(ZoomChange::Usual), "{percent} %" }
                IconButton { icon: "plus", label: t!("settings-zoom-larger"), disabled: after(percent, ZoomChange::Larger) == percent, test: "zoom-larger", onclick: change(ZoomChange::Larger) }
            }
        }
    }
}

#[component]
fn ScreenRow() -> Element {
    let guard = use_context::<ScreenProtection>();
    let session = app::use_session();
    let supported = (guard.supported)();
    let hint = match supported {
        Some(false) => t!("settings-screen-not-here"),
        _ if dom::is_mac() => t!("settings-screen-mac"),
        _ => t!("settings-screen-hint"),
    };
    rsx! {
        Row { id: "settings-screen", title: t!("settings-screen"), hint,
            Toggle {
                id: "settings-screen", on: (guard.wanted)() && supported == Some(true), off: supported != Some(true),
                on_switch: move |on| guard.choose(&session.peek().account, on),
            }
        }
    }
}
