//! The list of languages, each under its own name, as a form field or as a small button at a page's foot. Keeps out
//! whose choice it is.

use super::icon::{Icon, IconSize};
use super::select::{Choice, Select, TriggerStyle};
use crate::language::{self, Language};
use crate::prelude::*;
use crate::{t, words};

/// The list.
#[component]
pub fn LanguageSelect(id: &'static str, look: TriggerStyle, on_choose: EventHandler<Language>) -> Element {
    let choices = Language::OFFERED.map(|language| Choice::new(language.tag(), language.own_name()));
    rsx! {
        Select {
            id, label: t!("language"), look, choices: choices.to_vec(), chosen: words::language().tag(), names: true,
            on_choose: move |tag: String| if let Some(language) = Language::named(&tag) { on_choose.call(language) },
        }
    }
}

/// The list on pages before sign-in: the choice is this device's.
#[component]
pub fn DoorLanguage() -> Element {
    rsx! {
        span { class: "door-language",
            Icon { name: "languages", size: IconSize::Small }
            LanguageSelect { id: "door-language", look: TriggerStyle::Quiet, on_choose: language::choose_at_door }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[test]
    fn the_language_that_is_shown_stands_there_under_its_own_name() {
        words::show(Language::Welsh);
        let html = render(|| rsx! { DoorLanguage {} });
        words::show(Language::English);
        assert!(html.contains(r#"<span class="clip">Cymraeg</span>"#) && html.contains(r#"translate="no""#), "{html}");
    }
}
