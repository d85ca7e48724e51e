//! A field for several names: each becomes a token with an x. Known names are suggested while typing. Keeps out which
//! names are allowed.

use super::icon::{Icon, IconSize};
use super::listbox::Choice;
use super::suggest::{Suggest, SuggestOffer, SuggestStyle, offered};
use crate::prelude::*;
use crate::t;

/// The suggestions: known names that are not chosen yet, then the typed one if it is new and may be created.
fn choices(known: &[String], chosen: &[String], typed: &str, new: Option<&str>) -> SuggestOffer {
    let free = known.iter().filter(|name| !chosen.contains(name)).map(|name| Choice::new(name, name));
    offered(&free.collect::<Vec<_>>(), typed, new.map(|words| Choice::new(typed.trim(), words)))
}

/// What a key does in the field, before the list gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TokenKey {
    /// Nothing: passed on to the list.
    Not,
    /// Nothing, and the list does not get it either.
    Nothing,
    /// Adds the typed text as a token.
    Typed,
    /// Removes the last token.
    Last,
}

fn pressed(key: &str, typed: &str, tokens: usize) -> TokenKey {
    match key {
        "," | ";" if typed.trim().is_empty() => TokenKey::Nothing,
        "," | ";" => TokenKey::Typed,
        "Backspace" if typed.is_empty() && tokens > 0 => TokenKey::Last,
        _ => TokenKey::Not,
    }
}

/// The field. Enter takes the list's choice, a comma adds the typed text; Backspace in the empty field removes the
/// last token.
#[component]
pub fn Tokens(
    /// The field's id and test id.
    id: &'static str,
    label: String,
    tokens: Vec<String>,
    typed: String,
    /// Names that exist.
    known: Vec<String>,
    /// The label of the choice that creates a new name; None: the name exists, or may not be created.
    new: Option<String>,
    hint: String,
    #[props(default)] invalid: bool,
    #[props(default)] described_by: Option<String>,
    on_type: EventHandler<String>,
    on_add: EventHandler<String>,
    on_leave: EventHandler<()>,
    /// Called with the index of the token to remove.
    on_remove: EventHandler<usize>,
) -> Element {
    let offer = choices(&known, &tokens, &typed, new.as_deref());
    let many = tokens.len();
    let (now, by_key) = (typed.clone(), typed.clone());
    let unsettled = !typed.trim().is_empty();
    let own = use_callback(move |key: String| {
        match pressed(&key, &by_key, many) {
            TokenKey::Not => return false,
            TokenKey::Nothing => {}
            TokenKey::Typed => on_add.call(by_key.clone()),
            TokenKey::Last => on_remove.call(many - 1),
        }
        true
    });
    let looks =
        SuggestStyle { label, hint, class: "tokens", most: 200, locked: false, invalid, described_by, show: None };
    rsx! {
        Suggest {
            id, looks, typed, offer, unsettled, on_type, on_leave, on_key: own,
            on_take: move |choice: Choice| on_add.call(choice.value),
            on_settle: move |()| on_add.call(now.clone()),
            for (place , name) in tokens.into_iter().enumerate() {
                Token { key: "{name}", id, name, on_remove: move |()| on_remove.call(place) }
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
        choices(&known, &["Choir".to_owned()], typed, new).list.into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn what_is_chosen_is_not_offered_again() {
        assert_eq!(values("", None), ["First aiders"]);
        assert!(values("choir", None).is_empty());
    }

    #[test]
    fn commas_add_and_backspace_takes_away_only_from_the_empty_field() {
        assert_eq!([pressed(",", "lab", 1), pressed(";", "lab", 1)], [TokenKey::Typed; 2]);
        assert_eq!(pressed(",", "", 1), TokenKey::Nothing, "no group is called a comma");
        assert_eq!((pressed("Backspace", "", 1), pressed("Backspace", "l", 1)), (TokenKey::Last, TokenKey::Not));
        assert_eq!((pressed("Backspace", "", 0), pressed("Enter", "lab", 1)), (TokenKey::Not, TokenKey::Not));
    }

    #[test]
    fn a_new_name_is_offered_last_and_only_where_it_may_be_made() {
        assert_eq!(values(" first ", Some("New group “first”")), ["First aiders", "first"]);
        assert_eq!(values("lab", None), [""; 0]);
    }
}
