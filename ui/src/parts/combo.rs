//! A line of text with suggestions: one of them, or something new. Keeps out where the suggestions come from.

use super::listbox::Choice;
use super::suggest::{Suggest, SuggestStyle, offered};
use crate::prelude::*;

/// The field with its list. What is new is chosen as such, or by leaving the field; until then Enter does not send the
/// form.
#[component]
pub fn Combo(
    /// The field's id and test hook.
    id: &'static str,
    label: String,
    typed: String,
    choices: Vec<String>,
    on_type: EventHandler<String>,
    #[props(default)] on_leave: EventHandler<()>,
    #[props(default)] hint: String,
    /// On the button that opens the list.
    show: String,
    /// The choice that makes something new of what is typed; none: any text will do.
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
    // A known name in other letters is written as it is known.
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
