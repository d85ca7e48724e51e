//! Masked codes: dots unless held, by the pointer or a key, for ten seconds at most. Keeps out where the choice is
//! stored.
//!
//! A masked code is not in the page at all, so neither a screenshot nor the page's text contains it.

use crate::dom;
use crate::prelude::*;
use std::rc::Rc;

/// How long a held code is shown at most, in milliseconds, in case a key sticks.
const LONGEST: u32 = 10_000;
/// The events that end a hold: a release, or the window losing focus or visibility.
const ENDS: &[&str] = &["pointerup", "pointercancel", "keyup", "blur", "visibilitychange"];

/// Whether codes are masked, and which one is held.
#[derive(Clone, Copy, PartialEq)]
pub struct Mask {
    /// Whether codes are shown as dots.
    pub on: Signal<bool>,
    held: Signal<Option<String>>,
    hold: Callback<String>,
    release: Callback<()>,
}

/// Makes the state and provides it to the components below.
pub fn use_mask_provider(on: bool) -> Mask {
    let on = use_signal(|| on);
    let mut held = use_signal(|| None::<String>);
    let mut turn = use_hook(|| CopyValue::new(0_u32));
    let release = use_callback(move |()| {
        if held.peek().is_some() {
            held.set(None);
        }
    });
    let hold = use_callback(move |place: String| {
        let mine = turn.peek().wrapping_add(1);
        turn.set(mine);
        held.set(Some(place));
        spawn(async move {
            dom::sleep(LONGEST).await;
            if *turn.peek() == mine {
                release.call(());
            }
        });
    });
    use_hook(|| Rc::new(dom::listen(ENDS, move || release.call(()))));
    use_context_provider(|| Mask { on, held, hold, release })
}

/// The window's state; None before sign-in, where a code is shown to the person who typed it.
pub fn use_mask() -> Option<Mask> {
    use_hook(try_consume_context::<Mask>)
}

impl Mask {
    /// Whether the code at that place is shown as dots now.
    pub fn hides(self, place: &str) -> bool {
        (self.on)() && self.held.read().as_deref() != Some(place)
    }

    /// Shows the code at that place until it is released. False: codes are not masked.
    pub fn hold(self, place: &str) -> bool {
        let masked = *self.on.peek();
        if masked {
            self.hold.call(place.to_owned());
        }
        masked
    }

    /// Whether a code is held, and so shown.
    pub fn is_held(self) -> bool {
        self.held.read().is_some()
    }

    /// Ends the hold: all codes are dots again.
    pub fn release(self) {
        self.release.call(());
    }
}

/// A code as dots, its groups kept.
pub fn dots(code: &str) -> String {
    code.chars().map(|symbol| if symbol == '-' { '-' } else { '•' }).collect()
}

/// A link with its code as dots.
pub fn dotted(link: &str) -> String {
    match link.rsplit_once('/') {
        Some((before, code)) => format!("{before}/{}", dots(code)),
        None => dots(link),
    }
}

/// Whether the event is a press of a key that shows the focused code; key repeats count as no press.
pub fn holds(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let held = matches!(key, Key::Enter)
        || matches!(&key, Key::Character(symbol) if matches!(symbol.as_str(), " " | "h" | "H"));
    held && event.modifiers().is_empty()
}

/// A code in one line: dots while masked. It is held by the pointer here, or by a key on its row.
#[component]
pub fn MaskedCode(
    code: String,
    /// A name for this place, unique among those where a code is shown.
    place: String,
    test: Option<&'static str>,
) -> Element {
    let mask = use_mask();
    let hidden = mask.is_some_and(|mask| mask.hides(&place));
    let (is_on, shown) = (mask.is_some_and(|mask| (mask.on)()), if hidden { dots(&code) } else { code });
    rsx! {
        span {
            class: "code", "data-test": test, "data-masked": is_on.then_some(if hidden { "dots" } else { "held" }), title: hidden.then(|| crate::t!("mask-hold")),
            aria_label: hidden.then(|| crate::t!("mask-hidden")),
            onpointerdown: move |_| if let Some(mask) = mask {
                mask.hold(&place);
            },
            onpointerleave: move |_| if let Some(mask) = mask { mask.release() },
            {shown}
        }
    }
}

/// A link with a code: dots in the code's place while masked. Holding the code at that place shows it too.
#[component]
pub fn MaskedLink(link: String, place: String, test: &'static str) -> Element {
    let shown = if use_mask().is_some_and(|mask| mask.hides(&place)) { dotted(&link) } else { link };
    rsx! {
        span { class: "clip", title: "{shown}", "data-test": test, {shown.clone()} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_groups_and_nothing_else() {
        assert_eq!(dots("K7QF-2M9X-4TZC-8WHN"), "••••-••••-••••-••••");
        assert_eq!(dots(""), "");
    }

    #[test]
    fn a_link_keeps_its_address_and_loses_its_code() {
        assert_eq!(dotted("vestibule://join/K7QF2M9X4TZC8WHN"), "vestibule://join/••••••••••••••••");
        assert_eq!(dotted("https://join.fernhill.example/join/K7QF"), "https://join.fernhill.example/join/••••");
        assert_eq!(dotted("K7QF"), "••••", "what is no link is all code");
    }
}
