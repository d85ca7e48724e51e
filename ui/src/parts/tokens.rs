//! A field that takes several names: each becomes a token with an x. Known ones are offered while one types. Keeps out which names are allowed.

use super::combo::{offered, stepped};
use super::icon::{Icon, IconSize};
use super::listbox::{Choice, Choices, place_for, spend};
use crate::{dom, t};
use dioxus::prelude::*;

/// What is offered for what is typed: the known ones that are not chosen yet, then the typed one if it is new and may be made.
fn choices(known: &[String], chosen: &[String], typed: &str, new: Option<&str>) -> Vec<Choice> {
    let free: Vec<String> = known.iter().filter(|name| !chosen.contains(name)).cloned().collect();
    let mut list: Vec<Choice> = offered(&free, typed).into_iter().map(|name| Choice::new(name.clone(), name)).collect();
    list.extend(new.map(|words| Choice::new(typed.trim(), words)));
    list
}

/// The field. Enter, a comma and leaving the field add what is typed; Backspace in the empty field takes the last one away.
#[component]
pub fn Tokens(
    /// The field's id and test hook.
    id: &'static str,
    label: String,
    tokens: Vec<String>,
    typed: String,
    /// Names that exist.
    known: Vec<String>,
    /// What is offered for a name that is new; none: it exists, or may not be made.
    new: Option<String>,
    hint: String,
    #[props(default)] invalid: bool,
    #[props(default)] described_by: Option<String>,
    on_type: EventHandler<String>,
    on_add: EventHandler<String>,
    /// The place of the one that goes.
    on_remove: EventHandler<usize>,
) -> Element {
    // The inner option: the choice that Enter takes.
    let mut open = use_signal(|| None::<Option<usize>>);
    let list = choices(&known, &tokens, &typed, new.as_deref());
    let shown = open().filter(|_| !list.is_empty());
    let (count, last) = (list.len(), tokens.len().checked_sub(1));
    let (take, by_click, now, left) = (list.clone(), list.clone(), typed.clone(), typed.clone());
    let flag = invalid.then_some("true");
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        match (stepped(&key, shown.flatten(), count), key.as_str(), shown) {
            (Some(next), _, Some(_)) => open.set(Some(Some(next))),
            (Some(_), _, None) => open.set(Some(None)),
            (None, "Enter", Some(Some(at))) => on_add.call(take[at].value.clone()),
            (None, "Enter" | "," | ";", _) if !now.trim().is_empty() => on_add.call(now.clone()),
            (None, "," | ";", _) => {}
            (None, "Escape", Some(_)) => open.set(None),
            (None, "Backspace", _) if now.is_empty() && last.is_some() => on_remove.call(last.unwrap_or_default()),
            _ => return,
        }
        spend(&event);
    };
    rsx! {
        span { id: "{id}-box", class: "pop fill",
            div { class: "input tokens", aria_invalid: flag, onclick: move |_| dom::focus(&format!("#{id}")),
                for (place , name) in tokens.into_iter().enumerate() {
                    Token { key: "{name}", id, name, on_remove: move |()| on_remove.call(place) }
                }
                input {
                    id, r#type: "text", role: "combobox", "data-test": id, autocomplete: "off", spellcheck: "false", value: typed, placeholder: hint,
                    maxlength: "200", aria_autocomplete: "list", aria_expanded: shown.is_some(), aria_controls: "{id}-list", aria_invalid: flag,
                    aria_describedby: described_by, aria_activedescendant: shown.flatten().map(|at| format!("{id}-option-{at}")),
                    oninput: move |event| {
                        open.set(Some(None));
                        on_type.call(event.value());
                    },
                    onclick: move |_| open.set(Some(None)),
                    onkeydown: keys,
                    onblur: move |_| {
                        open.set(None);
                        if !left.trim().is_empty() {
                            on_add.call(left.clone());
                        }
                    },
                }
            }
            if let Some(at) = shown {
                Choices {
                    id, label, choices: list, at, chosen: None, place: place_for(id, true, count),
                    on_at: move |at| open.set(Some(Some(at))),
                    on_choose: move |at: usize| {
                        open.set(Some(None));
                        on_add.call(by_click[at].value.clone());
                    },
                }
            }
        }
    }
}

#[component]
fn Token(id: &'static str, name: String, on_remove: EventHandler<()>) -> Element {
    let words = t!("tokens-remove", name = name.clone());
    rsx! {
        span { class: "token", "data-test": "{id}-token",
            span { class: "clip", translate: "no", title: name.clone(), "{name}" }
            button {
                r#type: "button", aria_label: words.clone(), title: words, "data-test": "{id}-remove",
                onmousedown: move |event| event.prevent_default(),
                onclick: move |event| {
                    event.stop_propagation();
                    on_remove.call(());
                },
                Icon { name: "x", size: IconSize::Small }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(typed: &str, new: Option<&str>) -> Vec<String> {
        let known = ["Choir", "First aiders"].map(str::to_owned);
        choices(&known, &["Choir".to_owned()], typed, new).into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn what_is_chosen_is_not_offered_again() {
        assert_eq!(values("", None), ["First aiders"]);
        assert!(values("choir", None).is_empty());
    }

    #[test]
    fn a_new_name_is_offered_last_and_only_where_it_may_be_made() {
        assert_eq!(values(" first ", Some("New group “first”")), ["First aiders", "first"]);
        assert_eq!(values("lab", None), [""; 0]);
    }
}
