//! The languages of the window: which there are, which one is shown, and whose choice it is. Each person has their own,
//! and the pages before sign-in have one for this device. Keeps out the words, and the first paint (start.js).

use crate::{keep, words};
use std::cell::Cell;
use vestibule_wire::{AppStateView, StageView};

/// The key under which a choice is stored: a person's, or this device's.
const KEPT: &str = "language";
/// The key under which start.js finds the language that was shown last.
#[cfg(target_arch = "wasm32")]
const SHOWN: &str = "language-shown";

/// One language of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// British English; what another language lacks is said in it.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// Modern Standard Arabic, from right to left.
    Arabic,
    /// Welsh.
    Welsh,
    /// For tests: shows which words are not in the catalogue and whether longer ones fit.
    Pseudo,
}

impl Language {
    /// The languages to choose from, by their own names.
    pub const OFFERED: [Self; 4] = [Self::Arabic, Self::Welsh, Self::English, Self::Spanish];

    /// Its BCP 47 tag, for `<html lang>`, plural rules and storage.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Welsh => "cy",
            Self::Pseudo => "en-XA",
        }
    }

    /// Its name in its own words.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "English",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Welsh => "Cymraeg",
        }
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Self::Arabic
    }

    /// The locale of its dates. Arabic: Gregorian dates in Latin digits (docs/decisions.md, "Four languages").
    pub fn locale(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "en-GB",
            Self::Spanish => "es",
            Self::Arabic => "ar-u-ca-gregory-nu-latn",
            Self::Welsh => "cy",
        }
    }

    /// What stands after every three digits, and from how many digits on (Unicode CLDR: `minimumGroupingDigits`).
    pub fn grouping(self) -> (char, usize) {
        match self {
            Self::Spanish => ('.', 5),
            Self::English | Self::Arabic | Self::Welsh | Self::Pseudo => (',', 4),
        }
    }

    /// The language of a tag; its region does not matter.
    pub fn named(tag: &str) -> Option<Self> {
        if tag == Self::Pseudo.tag() {
            return Some(Self::Pseudo);
        }
        let first = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::OFFERED.into_iter().find(|language| language.tag() == first)
    }
}

thread_local! {
    static DOOR: Cell<Language> = const { Cell::new(Language::English) };
}

/// Takes over what start.js has found: the language that is shown, and the one of the pages before sign-in.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    let (shown, door) = browser::found();
    DOOR.set(door);
    words::show(shown);
}

/// Shows the language that fits the stage: behind sign-in the person's own, before it this device's. Locked, the window
/// stays as the person left it.
pub fn settle(state: &AppStateView) {
    let own = || state.session.as_ref().and_then(|session| chosen_by(&session.account));
    match state.stage {
        StageView::Locked => {}
        StageView::Desk => show(own().unwrap_or(DOOR.get())),
        _ => show(DOOR.get()),
    }
}

/// The language that a person has chosen on this device.
fn chosen_by(account: &str) -> Option<Language> {
    keep::load(account, KEPT).and_then(|tag| Language::named(&tag))
}

/// Shows a language at once, and stores it for that person on this device.
pub fn choose(account: &str, language: Language) {
    keep::save(account, KEPT, language.tag());
    show(language);
}

/// Shows a language at once, and stores it for the pages before sign-in.
pub fn choose_at_door(language: Language) {
    keep::write_for_all(KEPT, language.tag());
    DOOR.set(language);
    show(language);
}

fn show(language: Language) {
    if words::showing() != language {
        words::show(language);
        browser::apply(language);
    }
}

/// An arrow key as the language is written: from right to left, the left one goes on and the right one back.
pub fn facing(key: String) -> String {
    match key.as_str() {
        "ArrowLeft" if words::is_right_to_left() => "ArrowRight".to_owned(),
        "ArrowRight" if words::is_right_to_left() => "ArrowLeft".to_owned(),
        _ => key,
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{Language, SHOWN};
    use crate::keep;

    fn root() -> Option<web_sys::Element> {
        web_sys::window()?.document()?.document_element()
    }

    /// The language shown, and the one of the door.
    pub fn found() -> (Language, Language) {
        let named = |attribute| root()?.get_attribute(attribute).and_then(|tag| Language::named(&tag));
        (named("lang").unwrap_or_default(), named("data-door").unwrap_or_default())
    }

    pub fn apply(language: Language) {
        keep::write_for_all(SHOWN, language.tag());
        if let Some(root) = root() {
            let _always_set = root.set_attribute("lang", language.tag());
            let _always_set = root.set_attribute("dir", if language.is_right_to_left() { "rtl" } else { "ltr" });
        }
        crate::fault::translate();
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod browser {
    pub fn apply(_language: super::Language) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::session;
    use crate::testing::state;

    fn at(stage: StageView) -> Language {
        let session = (stage == StageView::Desk).then(session);
        settle(&AppStateView { session, ..state(stage) });
        words::showing()
    }

    #[test]
    fn a_tag_gives_its_language_whatever_the_region() {
        for language in Language::OFFERED {
            assert_eq!(Language::named(language.tag()), Some(language));
        }
        assert_eq!(Language::named("es-MX"), Some(Language::Spanish));
        assert_eq!(Language::named("AR_eg"), Some(Language::Arabic));
        assert_eq!(Language::named("en-XA"), Some(Language::Pseudo));
        assert_eq!((Language::named("de"), Language::named(""), Language::named("eng")), (None, None, None));
    }

    #[test]
    fn the_languages_stand_in_the_order_of_their_tags() {
        assert!(Language::OFFERED.is_sorted_by_key(|language| language.tag()), "an order that is nobody's own");
    }

    #[test]
    fn behind_sign_in_a_person_has_their_own_and_the_door_keeps_the_devices() {
        choose_at_door(Language::Welsh);
        assert_eq!(at(StageView::Desk), Language::Welsh, "who has chosen none has the device's");
        choose(&session().account, Language::Arabic);
        assert_eq!(at(StageView::Locked), Language::Arabic);
        assert_eq!(at(StageView::SignIn), Language::Welsh);
        assert_eq!(at(StageView::Desk), Language::Arabic);
    }

    #[test]
    fn arrows_follow_the_direction_of_the_language() {
        let faced = || ["ArrowLeft", "ArrowRight", "ArrowUp"].map(|key| facing(key.to_owned()));
        assert_eq!(faced(), ["ArrowLeft", "ArrowRight", "ArrowUp"]);
        words::show(Language::Arabic);
        assert_eq!(faced(), ["ArrowRight", "ArrowLeft", "ArrowUp"]);
    }
}
