//! A select box with its own list: as a form field, or as a small button in a foot. Keeps out what the choices mean.
//!
//! The trigger keeps the focus (ARIA "select-only combobox"), so a dialog's focus trap need not handle the list.

use super::icon::{Icon, IconSize};
use super::listbox::{Choices, Move, consume, moved, place_for};
use super::suggest::is_for_others;
use super::type_ahead::TypeAhead;
use crate::dom;
use crate::prelude::*;

pub use super::listbox::Choice;

/// How the trigger looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriggerStyle {
    /// A form field; its list may extend beyond the dialog.
    Form,
    /// A small ghost button at the window's foot; its list opens upwards.
    Quiet,
}

impl TriggerStyle {
    /// The trigger's class, and the size of its icon.
    fn trigger(self) -> (&'static str, IconSize) {
        match self {
            Self::Form => ("select", IconSize::Normal),
            Self::Quiet => ("btn ghost small", IconSize::Small),
        }
    }

    /// Whether letters open the list. Not on a quiet trigger: the list of rows beside it uses letters as shortcuts, so
    /// it takes them only while open.
    fn takes_letters(self, open: bool) -> bool {
        open || self == Self::Form
    }
}

/// A field that offers a list.
#[component]
pub fn Select(
    /// The trigger's id and test id.
    id: &'static str,
    /// Its name for screen readers; in forms the same as the visible label.
    label: String,
    look: TriggerStyle,
    choices: Vec<Choice>,
    /// A value among the choices.
    chosen: String,
    on_choose: EventHandler<String>,
    #[props(default)] locked: bool,
    #[props(default)] described_by: Option<String>,
    /// The choices are names that people gave, so they are not translated.
    #[props(default)]
    names: bool,
) -> Element {
    let mut open = use_signal(|| None::<usize>);
    let current = choices.iter().position(|choice| choice.value == chosen);
    let words = current.map(|at| choices[at].words.clone()).unwrap_or_default();
    let (count, offered, named) = (choices.len(), choices.clone(), choices.clone());
    let choose = use_callback(move |at: usize| {
        open.set(None);
        if let Some(choice) = offered.get(at) {
            on_choose.call(choice.value.clone());
        }
    });
    let mut ahead = use_signal(TypeAhead::default);
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        let mut letter = || ahead.write().typed_now(&key, &named, open().or(current));
        let found = if look.takes_letters(open().is_some()) { letter() } else { None };
        match found.map_or_else(|| moved(&key, open(), current, count), Move::To) {
            _ if is_for_others(&event) => return,
            Move::Not => return,
            Move::To(at) => open.set(Some(at)),
            Move::Choose(at) => choose.call(at),
            Move::Close => open.set(None),
        }
        consume(&event);
    };
    let (class, size) = look.trigger();
    let icon = if locked { "lock" } else { "chevron-down" };
    rsx! {
        span { id: "{id}-box", translate: names.then_some("no"), class: if look == TriggerStyle::Form { "pop fill" } else { "pop" },
            button {
                id, class, r#type: "button", role: "combobox", "data-test": id,
                aria_haspopup: "listbox", aria_expanded: open().is_some(), aria_controls: "{id}-list",
                aria_label: "{label}: {words}", aria_describedby: described_by,
                aria_activedescendant: open().map(|at| format!("{id}-option-{at}")),
                aria_disabled: locked.then_some("true"), disabled: locked, title: words.clone(),
                onclick: move |_| {
                    dom::focus(&format!("#{id}"));
                    open.set(if open().is_some() { None } else { Some(current.unwrap_or(0)) });
                },
                onkeydown: keys,
                onblur: move |_| open.set(None),
                span { class: "clip", "{words}" }
                Icon { name: icon, size }
            }
            if let Some(at) = open() {
                Choices {
                    id, label: label.clone(), choices: choices.clone(), at, chosen: current,
                    place: place_for(id, look == TriggerStyle::Form, count),
                    on_at: move |at| open.set(Some(at)),
                    on_choose: choose,
                }
            }
        }
    }
}
