//! A text field with suggestions: takes one of them, or a new text. Keeps out where the suggestions come from.

use super::listbox::Choice;
use super::suggest::{Suggest, SuggestStyle, offered};
use crate::prelude::*;

/// The field with its list. A new text is accepted by choosing it in the list, or by leaving the field; until then
/// Enter does not submit the form.
#[component]
pub fn Combo(
    /// The field's id and test id.
    id: &'static str,
    label: String,
    typed: String,
    choices: Vec<String>,
    on_type: EventHandler<String>,
    #[props(default)] on_leave: EventHandler<()>,
    #[props(default)] hint: String,
    /// The label of the button that opens the list.
    show: String,
    /// The label of the choice that takes the text as new; None: any text is valid.
    #[props(default)]
    new: Option<String>,
    /// The most characters that can be typed.
    #[props(default = 300)]
    most: u32,
    #[props(default)] locked: bool,
    #[props(default)] invalid: bool,
    #[props(default)] described_by: Option<String>,
) -> Element {
    let mut settled = use_signal(|| typed.clone());
    let any = new.is_none();
    let known: Vec<Choice> = choices.iter().map(|name| Choice::new(name, name)).collect();
    let offer = offered(&known, &typed, new.map(|words| Choice::new(typed.trim(), words)));
    let unsettled = !any && !typed.trim().is_empty() && !offer.exact && *settled.read() != typed;
    // A known name typed in other letters (case, spaces) is replaced by the known spelling.
    let known_as = offer.exact.then(|| offer.list[offer.first].value.clone()).filter(|name| *name != typed);
    let now = typed.clone();
    let settle = use_callback(move |text: String| {
        if *settled.peek() != text {
            settled.set(text);
        }
    });
    let looks = SuggestStyle { label, hint, class: "", most, locked, invalid, described_by, show: Some(show) };
    rsx! {
        Suggest {
            id, looks, typed, offer, unsettled, on_type,
            on_take: move |choice: Choice| {
                settle.call(choice.value.clone());
                on_type.call(choice.value);
            },
            on_settle: {
                let now = now.clone();
                move |()| settle.call(now.clone())
            },
            on_leave: move |()| {
                match &known_as {
                    Some(name) => {
                        settle.call(name.clone());
                        on_type.call(name.clone());
                    }
                    None => settle.call(now.clone()),
                }
                on_leave.call(());
            },
        }
    }
}
