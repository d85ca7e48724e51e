//! Open overlays: one stack for the whole window, the topmost last. Each dialog, menu, calendar and the palette is on
//! it while mounted; keys and focus read it. Keeps out how any of them looks.

use crate::prelude::*;

/// A kind of overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// A dialog; its name is its element's id.
    Dialog(&'static str),
    /// The command palette.
    Palette,
    /// A menu, or another list to choose from.
    Menu,
    /// A calendar.
    Calendar,
}

/// Each with a unique number, since two may be equal.
static STACK: GlobalSignal<Vec<(u64, Overlay)>> = Signal::global(Vec::new);

/// Puts the component on the stack while it is mounted.
pub fn use_overlay(overlay: Overlay) {
    let number = use_hook(|| {
        let mut stack = STACK.write();
        let number = stack.last().map_or(0, |(last, _)| last + 1);
        stack.push((number, overlay));
        number
    });
    use_drop(move || STACK.write().retain(|(other, _)| *other != number));
}

/// Whether any overlay is open.
pub fn is_any() -> bool {
    !STACK.peek().is_empty()
}

/// Whether a modal overlay is open. A menu is not modal: it closes when something else is used.
pub fn is_modal() -> bool {
    STACK.peek().iter().any(|(_, overlay)| matches!(overlay, Overlay::Dialog(_) | Overlay::Palette))
}

/// The name of the topmost dialog.
pub fn top_dialog() -> Option<&'static str> {
    STACK.peek().iter().rev().find_map(|(_, overlay)| match overlay {
        Overlay::Dialog(name) => Some(*name),
        Overlay::Palette | Overlay::Menu | Overlay::Calendar => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[component]
    fn Over(overlay: Overlay) -> Element {
        use_overlay(overlay);
        rsx! {}
    }

    /// The stack's answers with these open, after `closed` has been closed again.
    fn with(all: &'static [Overlay], closed: Option<Overlay>) -> String {
        thread_local! {
            static ALL: std::cell::Cell<(&'static [Overlay], Option<Overlay>)> = const { std::cell::Cell::new((&[], None)) };
        }
        ALL.set((all, closed));
        render(|| {
            let (all, closed) = ALL.get();
            let mut step = use_signal(|| 0);
            use_effect(move || {
                if step() < 2 {
                    step += 1;
                }
            });
            let shown = all.iter().copied().filter(|overlay| step() == 0 || Some(*overlay) != closed);
            rsx! {
                for overlay in shown {
                    Over { key: "{overlay:?}", overlay }
                }
                if step() == 2 {
                    p { "any {is_any()}, modal {is_modal()}, top {top_dialog():?}." }
                }
            }
        })
    }

    const TWO: &[Overlay] = &[Overlay::Dialog("created"), Overlay::Dialog("print"), Overlay::Menu];

    #[test]
    fn nothing_lies_over_a_page_at_first() {
        assert!(with(&[], None).contains("any false, modal false, top None."));
    }

    #[test]
    fn the_topmost_dialog_is_the_last_that_came_whatever_menu_is_open() {
        assert!(with(TWO, None).contains("any true, modal true, top Some(&#34;print&#34;)."), "{}", with(TWO, None));
        assert!(with(&[Overlay::Calendar], None).contains("any true, modal false, top None."));
        assert!(with(&[Overlay::Palette], None).contains("any true, modal true, top None."));
    }

    #[test]
    fn what_is_closed_lies_over_nothing_any_more_in_whatever_order() {
        let below = with(TWO, Some(Overlay::Dialog("created")));
        assert!(below.contains("top Some(&#34;print&#34;)."), "{below}");
        let top = with(TWO, Some(Overlay::Dialog("print")));
        assert!(top.contains("top Some(&#34;created&#34;)."), "{top}");
        assert!(with(&[Overlay::Menu], Some(Overlay::Menu)).contains("any false"));
    }
}
