//! Masked codes: the switch, and each person's choice, stored on this device. Keeps out how a code is shown (see
//! `parts::mask`).

use crate::parts::mask::{Mask, use_mask};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, keep, t};

/// The key under which it is stored.
const KEPT: &str = "mask";

/// That person's choice; false by default.
pub fn remembered(account: &str) -> bool {
    keep::load(account, KEPT).as_deref() == Some("1")
}

/// Masks codes or shows them, and stores the choice.
pub fn choose(mask: Mask, toasts: Toasts, account: &str, on: bool) {
    let mut masked = mask.on;
    mask.release();
    masked.set(on);
    keep::save(account, KEPT, if on { "1" } else { "0" });
    if on {
        toasts.show("eye", t!("mask-on"), Some(t!("mask-on-hint")));
    } else {
        toasts.show("eye", t!("mask-off"), None);
    }
}

/// The switch.
#[component]
pub fn MaskSwitch() -> Element {
    let toasts = use_toasts();
    let account = app::use_session().read().account.clone();
    let Some(mask) = use_mask() else { return rsx! {} };
    let on = (mask.on)();
    rsx! {
        button {
            class: "switch", r#type: "button", role: "switch", aria_checked: on.to_string(), "data-test": "mask", title: t!("mask-title"),
            onclick: move |_| choose(mask, toasts, &account, !on),
            i {}
            {t!("mask")}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, page_of, session, shown};
    use vestibule_wire::SessionView;

    fn listed(session: SessionView) -> String {
        shown(session, Ok(page_of(vec![invitation("i-1")])))
    }

    #[test]
    fn a_masked_code_does_not_stand_in_the_page_but_can_be_copied() {
        keep::save("a-1", KEPT, "1");
        let html = listed(session());
        assert!(!html.contains("K7QF") && html.contains("••••-••••-••••-••••"), "{html}");
        assert!(html.contains("row-copy-code") && html.contains("data-masked=\"dots\""));
    }

    #[test]
    fn codes_are_shown_at_first_and_to_the_next_person() {
        keep::save("a-1", KEPT, "1");
        let html = listed(SessionView { account: "a-2".into(), ..session() });
        assert!(html.contains("K7QF-2M9X-4TZC-8WHN") && html.contains("data-test=\"mask\""));
    }

    #[test]
    fn what_is_stored_and_is_no_choice_masks_nothing() {
        for stored in ["", "0", "true", "\u{0}"] {
            keep::save("a-1", KEPT, stored);
            assert!(!remembered("a-1"), "{stored:?}");
        }
    }
}
