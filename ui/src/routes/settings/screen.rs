//! The window stays out of screen recordings while codes are shown, where one wants that and the system can. Keeps out
//! how it is done: the shell does it.

use crate::parts::key_sheet::KeyShown;
use crate::parts::mask::Mask;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{app, backend, keep};
use vestibule_wire::{ProtectScreenRequest, ScreenProtectionView, command};

/// Where it is remembered.
const KEPT: &str = "screen";

/// What one wants, and whether it can be had.
#[derive(Clone, Copy, PartialEq)]
pub struct ScreenProtection {
    /// It is wanted.
    pub wanted: Signal<bool>,
    /// The system can do it; none: not known yet.
    pub supported: Signal<Option<bool>>,
}

/// What that person chose; not at first.
fn remembered(account: &str) -> bool {
    keep::read(account, KEPT).as_deref() == Some("1")
}

/// Takes up what was remembered, and keeps the window so from then on.
pub fn use_guard(mask: Option<Mask>) -> ScreenProtection {
    let session = app::use_session();
    let toasts = use_toasts();
    let wanted = use_signal(|| remembered(&session.peek().account));
    let mut supported = use_signal(|| None);
    let KeyShown(key) = use_context_provider(|| KeyShown(Signal::new(false)));
    // A held code is shown, though the others are dots. A recovery key is kept out whatever one chose.
    let needed = use_memo(move || key() || (wanted() && mask.is_none_or(|mask| !(mask.on)() || mask.is_held())));
    let mut asking = use_hook(|| CopyValue::new(false));
    let ask = use_callback(move |()| {
        // One question at a time: of two under way, the earlier could come last.
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
    /// Wants it or not, and remembers that.
    pub fn choose(mut self, account: &str, on: bool) {
        self.wanted.set(on);
        keep::write(account, KEPT, if on { "1" } else { "0" });
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

    /// What the shell was asked for.
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
        keep::write("a-1", KEPT, "1");
        assert_eq!(asked(|| page(false, false)), [true]);
    }

    #[test]
    fn it_is_not_done_unasked_and_not_for_the_next_person() {
        keep::write("a-2", KEPT, "1");
        assert_eq!(asked(|| page(false, false)), [false]);
        for stored in ["", "0", "true", "\u{0}"] {
            keep::write("a-1", KEPT, stored);
            assert!(!remembered("a-1"), "{stored:?}");
        }
    }

    #[test]
    fn masked_codes_need_no_protection_but_a_held_one_does() {
        keep::write("a-1", KEPT, "1");
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
