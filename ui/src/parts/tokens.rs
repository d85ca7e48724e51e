//! A field that takes several names: each becomes a token with an x. Known ones are offered while one types. Keeps out which names are allowed.

use super::combo::{offered, stepped};
use super::icon::{Icon, IconSize};
use super::listbox::{Choice, Choices, place_for, spend};
use crate::prelude::*;
use crate::{dom, t};

/// What is offered for what is typed: the known ones that are not chosen yet, then the typed one if it is new and may be made.
fn choices(known: &[String], chosen: &[String], typed: &str, new: Option<&str>) -> Vec<Choice> {
    let free: Vec<String> = known.iter().filter(|name| !chosen.contains(name)).cloned().collect();
    let mut list: Vec<Choice> = offered(&free, typed).into_iter().map(|name| Choice::new(name.clone(), name)).collect();
    list.extend(new.map(|words| Choice::new(typed.trim(), words)));
    list
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    /// Nothing of ours.
    Not,
    /// Nothing, and nobody else hears it.
    Nothing,
    /// Opens the list, at that choice or none.
    To(Option<usize>),
    /// Closes the list.
    Close,
    /// Adds that choice.
    Choice(usize),
    /// Adds what is typed.
    Typed,
    /// Takes the last token away.
    Last,
}

/// `open`: the list, and the choice that Enter takes.
fn pressed(key: &str, open: Option<Option<usize>>, count: usize, typed: &str, tokens: usize) -> Press {
    let is_typed = !typed.trim().is_empty();
    match (stepped(key, open.flatten(), count), key, open) {
        (Some(next), _, Some(_)) => Press::To(Some(next)),
        (Some(_), _, None) => Press::To(None),
        (None, "Enter", Some(Some(at))) => Press::Choice(at),
        (None, "Enter" | "," | ";", _) if is_typed => Press::Typed,
        (None, "," | ";", _) => Press::Nothing,
        (None, "Escape", Some(_)) => Press::Close,
        (None, "Backspace", _) if typed.is_empty() && tokens > 0 => Press::Last,
        _ => Press::Not,
    }
}

/// The field. Enter and a comma add what is typed; Backspace in the empty field takes the last one away.
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
    on_leave: EventHandler<()>,
    /// The place of the one that goes.
    on_remove: EventHandler<usize>,
) -> Element {
    let mut open = use_signal(|| None::<Option<usize>>); // the inner option: the choice that Enter takes
    let list = choices(&known, &tokens, &typed, new.as_deref());
    let (count, many) = (list.len(), tokens.len());
    let shown = open().filter(|_| count > 0);
    let (take, by_click, now) = (list.clone(), list.clone(), typed.clone());
    let flag = invalid.then_some("true");
    let keys = move |event: KeyboardEvent| {
        match pressed(&event.key().to_string(), shown, count, &now, many) {
            Press::Not => return,
            Press::Nothing => {}
            Press::To(at) => open.set(Some(at)),
            Press::Close => open.set(None),
            Press::Choice(at) => on_add.call(take[at].value.clone()),
            Press::Typed => on_add.call(now.clone()),
            Press::Last => on_remove.call(many - 1),
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
                        // The first known name is at hand; what is typed itself, when nothing is known by it.
                        open.set(Some((!event.value().trim().is_empty()).then_some(0)));
                        on_type.call(event.value());
                    },
                    onclick: move |_| open.set(Some(None)), onkeydown: keys,
                    onfocusout: move |_| open.set(None), onblur: move |_| on_leave.call(()),
                }
            }
            if let Some(at) = shown {
                Choices {
                    id, names: true, label, choices: list, at, chosen: None, place: place_for(id, true, count),
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
    fn enter_and_commas_add_and_backspace_takes_away_only_from_the_empty_field() {
        let key = |key, typed| pressed(key, None, 2, typed, 1);
        assert_eq!([key("Enter", "lab"), key(",", "lab"), key(";", "lab")], [Press::Typed; 3]);
        assert_eq!(key("Enter", " "), Press::Not, "then it sends the form");
        assert_eq!(key(",", ""), Press::Nothing, "no group is called a comma");
        assert_eq!((key("Backspace", ""), key("Backspace", "l")), (Press::Last, Press::Not));
        assert_eq!(pressed("Backspace", None, 2, "", 0), Press::Not);
        assert_eq!(pressed("Enter", Some(Some(1)), 2, "la", 1), Press::Choice(1));
        assert_eq!((pressed("Escape", Some(None), 2, "", 0), key("Escape", "")), (Press::Close, Press::Not));
    }

    #[test]
    fn a_new_name_is_offered_last_and_only_where_it_may_be_made() {
        assert_eq!(values(" first ", Some("New group “first”")), ["First aiders", "first"]);
        assert_eq!(values("lab", None), [""; 0]);
    }
}
