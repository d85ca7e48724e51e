//! Buttons. A busy one ignores clicks and, after 400 ms, shows a spinner instead of its label (the delay is in CSS).
//! Keeps out what they do.

use super::icon::Icon;
use crate::focus;
use crate::prelude::*;

/// What a button is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// One of several equal ones.
    #[default]
    Plain,
    /// The main action of the view.
    Primary,
    /// Opens a confirmation of something that can't be undone.
    Danger,
    /// Carries out what can't be undone; inside a confirmation only.
    DangerPrimary,
    /// A lesser action beside others: Cancel, Back.
    Ghost,
}

/// How large a button is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// 32 px.
    #[default]
    Normal,
    /// 28 px.
    Small,
    /// 36 px, on forms.
    Form,
    /// 36 px and as wide as the form.
    Wide,
}

fn class(kind: Kind, size: Size) -> String {
    let kind = match kind {
        Kind::Plain => "",
        Kind::Primary => " primary",
        Kind::Danger => " ghost danger",
        Kind::DangerPrimary => " danger primary",
        Kind::Ghost => " ghost",
    };
    let size = match size {
        Size::Normal => "",
        Size::Small => " small",
        Size::Form => " form",
        Size::Wide => " form wide",
    };
    format!("btn{size}{kind}")
}

/// A button with words.
#[component]
pub fn Button(
    #[props(default)] kind: Kind,
    #[props(default)] size: Size,
    /// An icon's name, before the words.
    icon: Option<&'static str>,
    /// Its key, shown as a keycap.
    keys: Option<String>,
    #[props(default)] busy: bool,
    #[props(default)] disabled: bool,
    /// Submits the form around it.
    #[props(default)]
    submit: bool,
    /// Takes the focus when it appears.
    #[props(default)]
    focus: bool,
    /// The test id.
    test: Option<String>,
    title: Option<String>,
    id: Option<String>,
    #[props(default)] onclick: EventHandler<MouseEvent>,
    children: Element,
) -> Element {
    rsx! {
        button {
            class: class(kind, size),
            r#type: if submit { "submit" } else { "button" },
            id,
            title,
            disabled,
            "aria-busy": busy.then_some("true"),
            "data-test": test,
            onmounted: move |element| async move {
                if focus {
                    focus::on_mounted(element).await;
                }
            },
            onclick: move |event| {
                if !busy && !disabled {
                    onclick.call(event);
                }
            },
            if let Some(icon) = icon {
                Icon { name: icon }
            }
            span { class: "btn-words", {children} }
            if let Some(keys) = keys {
                span { class: "kbd", "aria-hidden": "true", {keys} }
            }
            if busy {
                span { class: "spinner", "aria-hidden": "true" }
            }
        }
    }
}

/// A button with only an icon: its label is its accessible name and tooltip.
#[component]
pub fn IconButton(
    icon: &'static str,
    label: String,
    /// Additional CSS classes, such as `more`.
    #[props(default)]
    class: &'static str,
    /// For a toggle button: whether it is on.
    pressed: Option<bool>,
    #[props(default)] disabled: bool,
    test: Option<String>,
    id: Option<String>,
    tabindex: Option<i64>,
    #[props(default)] onclick: EventHandler<MouseEvent>,
) -> Element {
    rsx! {
        button {
            class: "icon-btn {class}",
            r#type: "button",
            id,
            tabindex,
            disabled,
            title: "{label}",
            "aria-label": "{label}",
            "aria-pressed": pressed.map(|on| on.to_string()),
            "data-test": test,
            onclick: move |event| onclick.call(event),
            Icon { name: icon }
        }
    }
}
