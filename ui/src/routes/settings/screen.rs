//! Keeps the window out of screen recordings while codes are shown, if the person wants that and the system can. Keeps
//! out how: the shell does it.

use crate::parts::key_sheet::KeyShown;
use crate::parts::mask::Mask;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{app, backend, keep};
use vestibule_wire::{ProtectScreenRequest, ScreenProtectionView, command};

/// The key under which the choice is stored.
const KEPT: &str = "screen";

/// The person's choice, and whether the system can do it.
#[derive(Clone, Copy, PartialEq)]
pub struct ScreenProtection {
    /// The person wants it.
    pub wanted: Signal<bool>,
    /// Whether the system can do it; None: not known yet.
    pub supported: Signal<Option<bool>>,
}

/// That person's stored choice; false by default.
fn remembered(account: &str) -> bool {
    keep::load(account, KEPT).as_deref() == Some("1")
}

/// Restores the choice, and protects the window accordingly from then on.
pub fn use_guard(mask: Option<Mask>) -> ScreenProtection {
    let session = app::use_session();
    let toasts = use_toasts();
    let wanted = use_signal(|| remembered(&session.peek().account));
    let mut supported = use_signal(|| None);
    let KeyShown(key) = use_context_provider(|| KeyShown(Signal::new(false)));
    // A held code is visible though masking is on. A recovery key is protected whatever the choice.
    let needed = use_memo(move || key() || (wanted() && mask.is_none_or(|mask| !(mask.on)() || mask.is_held())));
    let mut asking = use_hook(|| CopyValue::new(false));
    let ask = use_callback(move |()| {
        // One request at a time: of two, the earlier could arrive last.
        if *asking.peek() {
            return;
        }
        asking.set(true);
        spawn(async move {
            loop {
                let on = *needed.peek();
                let answer = backend::ask::<command::ProtectScreen>(&ProtectScreenRequest { on }).await;
                match answer {
                    Ok(ScreenProtectionView { supported: can, .. }) => supported.set(Some(can)),
                    Err(error) if on => toasts.error(&error),
                    Err(_) => {}
                }
                if *needed.peek() == on {
                    break;
                }
            }
            asking.set(false);
        });
    });
    use_effect(move || {
        needed.read();
        ask.call(());
    });
    use_context_provider(|| ScreenProtection { wanted, supported })
}

impl ScreenProtection {
    /// Sets and stores the choice.
    pub fn choose(mut self, account: &str, on: bool) {
        self.wanted.set(on);
        keep::save(account, KEPT, if on { "1" } else { "0" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::tests::session;
    use crate::parts::mask::use_mask_provider;
    use crate::testing::render;
    use serde_json::{Value, json};

    /// The requests sent to the shell.
    fn asked(page: fn() -> Element) -> Vec<Value> {
        fake::answer(command::ProtectScreen::NAME, |request| Ok(json!({ "supported": true, "on": request["on"] })));
        render(page);
        let all = fake::asked().into_iter().filter(|(name, _)| name == command::ProtectScreen::NAME);
        all.map(|(_, request)| request["on"].clone()).collect()
    }

    fn page(masked: bool, held: bool) -> Element {
        use_context_provider(|| Signal::new(session()));
        let mask = use_mask_provider(masked);
        if held {
            use_hook(|| mask.hold("row-0"));
        }
        use_guard(Some(mask));
        rsx! {}
    }

    #[test]
    fn what_was_wanted_is_done_from_the_start() {
        keep::save("a-1", KEPT, "1");
        assert_eq!(asked(|| page(false, false)), [true]);
    }

    #[test]
    fn it_is_not_done_unasked_and_not_for_the_next_person() {
        keep::save("a-2", KEPT, "1");
        assert_eq!(asked(|| page(false, false)), [false]);
        for stored in ["", "0", "true", "\u{0}"] {
            keep::save("a-1", KEPT, stored);
            assert!(!remembered("a-1"), "{stored:?}");
        }
    }

    #[test]
    fn masked_codes_need_no_protection_but_a_held_one_does() {
        keep::save("a-1", KEPT, "1");
        assert_eq!(asked(|| page(true, false)), [false]);
        assert_eq!(asked(|| page(true, true)).last(), Some(&json!(true)));
    }

    #[test]
    fn a_change_of_mind_under_way_is_asked_for_after() {
        assert_eq!(
            asked(|| {
                use_context_provider(|| Signal::new(session()));
                let mask = use_mask_provider(false);
                let guard = use_guard(Some(mask));
                use_effect(move || guard.choose("a-1", true));
                rsx! {}
            })
            .last(),
            Some(&json!(true))
        );
        assert!(remembered("a-1"));
    }
}
