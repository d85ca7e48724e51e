//! Form fields: label, input, hint or error, linked for screen readers. Keeps out rules: see `check`.

use super::button::IconButton;
use super::icon::Icon;
use crate::prelude::*;
use crate::{focus, t};

/// The text of one field, and its error.
#[derive(Clone, Copy, PartialEq)]
pub struct Entry {
    /// As typed.
    pub text: Signal<String>,
    /// The sentence under the field.
    pub error: Signal<Option<String>>,
}

/// An entry that begins empty.
pub fn use_entry() -> Entry {
    Entry { text: use_signal(String::new), error: use_signal(|| None) }
}

impl Entry {
    /// As typed.
    pub fn get(self) -> String {
        (self.text)()
    }

    /// Replaces the text and clears the error.
    pub fn set(mut self, text: impl Into<String>) {
        self.text.set(text.into());
        self.refuse(None);
    }

    /// Shows an error, or with None clears it.
    pub fn refuse(mut self, error: Option<String>) {
        if *self.error.peek() != error {
            self.error.set(error);
        }
    }

    /// Checks the text: gives the checked value, or None and shows the error under the field.
    pub fn checked<T>(self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let outcome = check(&self.text.peek());
        match outcome {
            Ok(value) => {
                self.refuse(None);
                Some(value)
            }
            Err(sentence) => {
                self.refuse(Some(sentence));
                None
            }
        }
    }

    /// Empties it: for passwords, after use.
    pub fn wipe(self) {
        self.set("");
    }
}

/// Label, control, and hint or error. The control's id is `name`, and it is described by `{name}-note`.
#[component]
pub fn Field(
    name: String,
    label: String,
    #[props(default)] optional: bool,
    hint: Option<String>,
    hint_icon: Option<&'static str>,
    error: Option<String>,
    /// An element at the label's far end.
    aside: Option<Element>,
    children: Element,
) -> Element {
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "{name}",
                {label}
                if optional {
                    small { {t!("field-optional")} }
                }
                {aside}
            }
            {children}
            Note { name: "{name}", hint, hint_icon, error }
        }
    }
}

/// The line under a control: the error, or else the hint. The control is described by the paragraph, not by the box
/// around it: WebKitGTK takes no description from an element with the role `alert`, and finds no text in a box that is
/// `display: flex` around a span.
#[component]
pub fn Note(name: String, hint: Option<String>, hint_icon: Option<&'static str>, error: Option<String>) -> Element {
    rsx! {
        if let Some(error) = error {
            div { class: "err", role: "alert", "data-test": "{name}-error",
                Icon { name: "circle-alert" }
                p { id: "{name}-note", {error} }
            }
        } else if let Some(hint) = hint {
            div { class: "hint",
                if let Some(icon) = hint_icon {
                    Icon { name: icon }
                }
                p { id: "{name}-note", {hint} }
            }
        }
    }
}

/// One line of text. It is checked when the focus leaves it (if not empty); further typing clears the error.
#[component]
pub fn TextField(
    /// The id, and the test id.
    name: &'static str,
    label: String,
    entry: Entry,
    /// `text`, `email`, `url`…
    #[props(default = "text")]
    kind: &'static str,
    #[props(default)] optional: bool,
    hint: Option<String>,
    hint_icon: Option<&'static str>,
    placeholder: Option<String>,
    #[props(default = "off")] autocomplete: &'static str,
    /// Takes the focus when it appears.
    #[props(default)]
    focus: bool,
    #[props(default)] disabled: bool,
    /// Gives the error for the text, if it has one.
    check: Option<Callback<String, Option<String>>>,
    #[props(default)] oninput: EventHandler<String>,
) -> Element {
    let mut entry = entry;
    let described = (entry.error.read().is_some() || hint.is_some()).then(|| format!("{name}-note"));
    rsx! {
        Field { name, label, optional, hint, hint_icon, error: entry.error.cloned(),
            input {
                class: "input",
                id: name,
                name,
                r#type: kind,
                autocomplete,
                autocapitalize: "none",
                spellcheck: "false",
                disabled,
                placeholder,
                value: "{entry.text}",
                "aria-invalid": entry.error.read().is_some().then_some("true"),
                "aria-describedby": described,
                "data-test": name,
                onmounted: move |element| async move {
                    if focus {
                        focus::on_mounted(element).await;
                    }
                },
                oninput: move |event| {
                    entry.text.set(event.value());
                    entry.refuse(None);
                    oninput.call(event.value());
                },
                onblur: move |_| leave(entry, check),
            }
        }
    }
}

fn leave(entry: Entry, check: Option<Callback<String, Option<String>>>) {
    let text = entry.text.peek().clone();
    let sentence = check.filter(|_| !text.trim().is_empty()).and_then(|check| check.call(text));
    // An error from the backend stays until the text changes.
    if sentence.is_some() {
        entry.refuse(sentence);
    }
}

/// A password field with a button that shows the text. `children` are drawn between the input and the hint (a meter).
#[component]
pub fn PasswordField(
    /// The id, and the test id.
    name: &'static str,
    label: String,
    entry: Entry,
    hint: Option<String>,
    /// `current-password` or `new-password`.
    #[props(default = "current-password")]
    autocomplete: &'static str,
    #[props(default)] focus: bool,
    #[props(default)] oninput: EventHandler<String>,
    #[props(default)] children: Element,
) -> Element {
    let mut entry = entry;
    let mut shown = use_signal(|| false);
    let described = (entry.error.read().is_some() || hint.is_some()).then(|| format!("{name}-note"));
    let invalid = entry.error.read().is_some().then_some("true");
    let (eye, eye_label) = if shown() { ("eye-off", t!("password-hide")) } else { ("eye", t!("password-show")) };
    rsx! {
        Field { name, label, error: entry.error.cloned(), hint: None,
            div { class: "input secret", "aria-invalid": invalid,
                input {
                    id: name,
                    name,
                    r#type: if shown() { "text" } else { "password" },
                    autocomplete,
                    autocapitalize: "none",
                    spellcheck: "false",
                    value: "{entry.text}",
                    "aria-invalid": invalid,
                    "aria-describedby": described,
                    "data-test": name,
                    onmounted: move |element| async move {
                        if focus {
                            focus::on_mounted(element).await;
                        }
                    },
                    oninput: move |event| {
                        entry.text.set(event.value());
                        entry.refuse(None);
                        oninput.call(event.value());
                    },
                }
                IconButton {
                    icon: eye,
                    label: eye_label,
                    test: "{name}-eye",
                    onclick: move |_| shown.toggle(),
                }
            }
            {children}
            if entry.error.read().is_none() {
                Note { name, hint, error: None }
            }
        }
    }
}

/// A checkbox that belongs to the form.
#[component]
pub fn Check(on: Signal<bool>, label: String, test: Option<String>) -> Element {
    let mut on = on;
    rsx! {
        button {
            class: "check",
            r#type: "button",
            role: "checkbox",
            "aria-checked": on().to_string(),
            "data-test": test,
            onclick: move |_| on.toggle(),
            // Space ticks; Enter submits the form, as in its other fields.
            onkeydown: move |event: KeyboardEvent| {
                if event.key() == Key::Enter && event.modifiers().is_empty() && focus::send_form() {
                    event.prevent_default();
                }
            },
            i {
                if on() {
                    Icon { name: "check" }
                }
            }
            span { {label} }
        }
    }
}
