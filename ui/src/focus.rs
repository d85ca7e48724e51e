//! Where the keyboard is: moving it, keeping it inside a dialog, giving it back. Does nothing on the host.

use crate::prelude::*;

/// Focuses an element that has just appeared.
pub async fn on_mounted(element: Event<MountedData>) {
    // The element may be gone again before the browser answers: then there is nothing to focus.
    let _gone = element.set_focus(true).await;
}

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use host::*;

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::JsCast;
    use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node};

    const FOCUSABLE: &str = "a[href], button:not([disabled]):not([tabindex='-1']), input:not([disabled]), select:not([disabled]), \
                             textarea:not([disabled]), [tabindex]:not([tabindex='-1'])";

    /// What had the focus, to give it back.
    #[derive(Clone, PartialEq)]
    pub struct Place(Option<HtmlElement>);

    fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    fn focus(element: &HtmlElement) {
        let _not_focusable = element.focus();
    }

    fn all_in(id: &str) -> Vec<HtmlElement> {
        let Some(found) =
            document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.query_selector_all(FOCUSABLE).ok())
        else {
            return Vec::new();
        };
        (0..found.length())
            .filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok())
            .filter(|e| e.offset_width() > 0)
            .collect()
    }

    /// Remembers who has the focus now.
    pub fn remember() -> Place {
        Place(document().and_then(|d| d.active_element()).and_then(|e| e.dyn_into().ok()))
    }

    impl Place {
        /// Gives the focus back, if the element is still there.
        pub fn give_back(&self) {
            if let Some(element) = self.0.as_ref().filter(|e| e.is_connected()) {
                focus(element);
            }
        }
    }

    /// Focuses the element with that id.
    pub fn on(id: &str) {
        if let Some(element) = document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into().ok()) {
            focus(&element);
        }
    }

    /// Focuses the element with that id and selects its text.
    pub fn select(id: &str) {
        if let Some(input) =
            document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlInputElement>().ok())
        {
            focus(&input);
            input.select();
        }
    }

    /// Whether the cursor stands behind the last character of that input.
    pub fn at_end(id: &str) -> bool {
        let input =
            document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        input.is_none_or(|input| {
            let length = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
            input.selection_start().ok().flatten().is_none_or(|at| at >= length)
        })
    }

    /// Focuses the first field inside, else the first control; nothing if the focus is inside already.
    pub fn first_in(id: &str) {
        let all = all_in(id);
        if all.iter().any(is_active) {
            return;
        }
        let field = all.iter().find(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if let Some(element) = field.or(all.first()) {
            focus(element);
        }
    }

    fn is_active(element: &HtmlElement) -> bool {
        let active: Option<Element> = document().and_then(|d| d.active_element());
        active.is_some_and(|active| element.is_same_node(Some(active.unchecked_ref::<Node>())))
    }

    /// Moves the focus on from the last control to the first, and back from the first to the last. True: it has moved, so the key is done with.
    pub fn keep_inside(id: &str, backwards: bool) -> bool {
        let all = all_in(id);
        let (Some(first), Some(last)) = (all.first(), all.last()) else { return true };
        let here = all.iter().position(is_active);
        let target = match (here, backwards) {
            (None, false) => first,
            (None, true) => last,
            (Some(0), true) => last,
            (Some(at), false) if at + 1 == all.len() => first,
            _ => return false,
        };
        focus(target);
        true
    }

    /// Whether the keyboard writes into a field now: then single letters are text, not shortcuts.
    pub fn is_typing() -> bool {
        document().and_then(|d| d.active_element()).is_some_and(|e| {
            matches!(e.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || (e.tag_name() == "INPUT"
                    && !matches!(e.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "button")))
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    /// What had the focus, to give it back.
    #[derive(Clone, PartialEq)]
    pub struct Place;

    /// Remembers who has the focus now.
    pub fn remember() -> Place {
        Place
    }

    impl Place {
        /// Gives the focus back.
        pub fn give_back(&self) {}
    }

    /// Focuses the element with that id.
    pub fn on(_id: &str) {}

    /// Focuses the element with that id and selects its text.
    pub fn select(_id: &str) {}

    /// Whether the cursor stands behind the last character of that input.
    pub fn at_end(_id: &str) -> bool {
        true
    }

    /// Focuses the first field inside, else the first control.
    pub fn first_in(_id: &str) {}

    /// Keeps the focus inside.
    pub fn keep_inside(_id: &str, _backwards: bool) -> bool {
        false
    }

    /// Whether the keyboard writes into a field now.
    pub fn is_typing() -> bool {
        false
    }
}
