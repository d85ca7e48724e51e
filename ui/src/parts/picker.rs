//! A menu to choose one of many: typed text narrows it, and may be taken as it is. It has the focus; Esc, Tab or a
//! press elsewhere closes it and gives the focus back. Keeps out what the choices mean.

use super::listbox::{Choice, px};
use super::suggest::{SuggestKey, SuggestOffer, offered, pressed};
use super::type_ahead::TypeAhead;
use crate::overlay::{Overlay, use_overlay};
use crate::prelude::*;
use crate::{dom, t};

/// Its width in CSS, in CSS pixels.
const WIDTH: f64 = 248.0;
const ROW: f64 = 30.0;
const TALLEST: f64 = 248.0;
const FIELD: f64 = 42.0;

/// The choices that match the typed text; `free`: the text itself is the last one.
fn offers(choices: &[Choice], typed: &str, free: bool) -> SuggestOffer {
    offered(
        choices,
        typed,
        free.then(|| Choice::new(typed.trim(), t!("picker-exactly", typed = typed.trim().to_owned()))),
    )
}

fn reveal(at: usize) {
    dom::reveal(&format!(".picker .choices > :nth-child({})", at + 1));
}

/// The menu. `id`: the prefix of its choices' test ids.
#[component]
pub fn Picker(
    id: String,
    label: String,
    /// A CSS selector: the menu opens beside that element and gives the focus back to it.
    anchor: String,
    choices: Vec<Choice>,
    /// Shows a field: there are many choices, or any text may be typed.
    typing: bool,
    /// Any text may be typed.
    #[props(default)]
    free: bool,
    /// The choices are names that people gave, so they are not translated.
    #[props(default)]
    names: bool,
    on_choose: EventHandler<String>,
    on_close: EventHandler<()>,
) -> Element {
    use_overlay(Overlay::Menu);
    let mut typed = use_signal(String::new);
    let mut at = use_signal(|| None::<usize>); // None: at the first match
    let mut ahead = use_signal(TypeAhead::default);
    let SuggestOffer { list, first, .. } = offers(&choices, &typed.read(), free);
    let count = list.len();
    let here = at().unwrap_or(first).min(count.saturating_sub(1));
    let tall = if typing { FIELD } else { 0.0 } + (choices.len().max(1) as f64 * ROW + 8.0).min(TALLEST);
    let (left, top) = use_hook(|| {
        dom::beside(dom::bounding_rect(&anchor).unwrap_or_default(), WIDTH, tall, dom::window_size(), false)
    });
    let back = anchor.clone();
    let close = use_callback(move |()| {
        on_close.call(());
        dom::focus(&back);
    });
    let shown = list.clone();
    let choose = move |value: String| {
        close.call(());
        on_choose.call(value);
    };
    use_effect(use_reactive!(|here| reveal(here)));
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        event.stop_propagation();
        let found = (!typing).then(|| ahead.write().typed_now(&key, &shown, Some(here))).flatten();
        match (found, pressed(&key, Some(here), first, count, false)) {
            (Some(next), _) | (None, SuggestKey::To(next)) => at.set(Some(next)),
            (None, SuggestKey::Take(place)) => choose(shown[place].value.clone()),
            (None, SuggestKey::Close) => close.call(()),
            (None, _) if key == "Escape" || key == "Tab" => close.call(()),
            (None, _) if key == " " && !typing && count > 0 => choose(shown[here].value.clone()),
            (None, _) => return,
        }
        event.prevent_default();
    };
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div { class: "menu fixed picker", left: px(left), top: px(top), width: px(WIDTH), onkeydown: keys, "data-test": "{id}-menu",
            if typing {
                Typing {
                    id: id.clone(), label: label.clone(), free, typed, at: (count > 0).then_some(here),
                    on_type: move |text| {
                        typed.set(text);
                        at.set(None);
                    },
                }
            }
            Lines { id: id.clone(), label, list, here, typing, names, on_here: move |n| if here != n { at.set(Some(n)) }, on_choose: choose }
        }
    }
}

/// The choices. Without a text field they have the focus themselves.
#[component]
fn Lines(
    id: String,
    label: String,
    list: Vec<Choice>,
    here: usize,
    typing: bool,
    names: bool,
    on_here: EventHandler<usize>,
    on_choose: EventHandler<String>,
) -> Element {
    let none = list.is_empty();
    let focused = !typing && !none;
    rsx! {
        div {
            class: "choices", id: "{id}-list", role: "listbox", aria_label: label, tabindex: if typing { "-1" } else { "0" }, translate: names.then_some("no"),
            aria_activedescendant: focused.then(|| format!("{id}-option-{here}")),
            onmounted: move |_| if !typing { dom::focus(".picker .choices") },
            onmousedown: move |event| event.prevent_default(),
            for (n , choice) in list.into_iter().enumerate() {
                Line { key: "{choice.value}", id: "{id}-option-{n}", hook: "{id}-{choice.value}", choice: choice.clone(), on: n == here,
                    on_here: move |()| on_here.call(n), on_choose: move |()| on_choose.call(choice.value.clone()),
                }
            }
        }
        if none {
            p { class: "none muted small", role: "status", {t!("picker-none")} }
        }
    }
}

/// The field that narrows the list.
#[component]
fn Typing(
    id: String,
    label: String,
    free: bool,
    typed: Signal<String>,
    at: Option<usize>,
    on_type: EventHandler<String>,
) -> Element {
    rsx! {
        input {
            class: "input", r#type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "300", "data-test": "{id}-typed",
            aria_label: label, placeholder: if free { t!("picker-type") } else { t!("picker-find") },
            aria_expanded: "true", aria_controls: "{id}-list", aria_activedescendant: at.map(|at| format!("{id}-option-{at}")),
            value: typed(), onmounted: move |_| dom::focus(".picker input"), oninput: move |event| on_type.call(event.value()),
        }
    }
}

#[component]
fn Line(
    id: String,
    hook: String,
    choice: Choice,
    on: bool,
    on_here: EventHandler<()>,
    on_choose: EventHandler<()>,
) -> Element {
    rsx! {
        div {
            id, role: "option", "data-test": hook, aria_selected: on, "data-at": on, title: choice.words.clone(),
            onmousemove: move |_| on_here.call(()), onclick: move |_| on_choose.call(()),
            span { class: "clip", "{choice.words}" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(typed: &str, free: bool) -> Vec<String> {
        let choices = [Choice::new("amara", "Amara Osei"), Choice::new("jonas", "Jonas Lindqvist")];
        offers(&choices, typed, free).list.into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn typing_narrows_by_words_and_by_value() {
        assert_eq!(values("", false), ["amara", "jonas"]);
        assert_eq!(values("lind", false), ["jonas"]);
        assert!(values("priya", false).is_empty());
    }

    #[test]
    fn what_is_typed_may_stand_for_itself_only_where_anything_may_be_typed() {
        assert_eq!(values(" priya ", true), ["priya"]);
        assert_eq!(
            values("JONAS lindqvist", true),
            ["amara", "jonas"],
            "a whole name offers all, and itself not twice"
        );
        assert_eq!(values("", true), ["amara", "jonas"]);
    }
}
