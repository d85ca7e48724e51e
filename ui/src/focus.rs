//! The keyboard focus: moving it, keeping it inside a dialog, restoring it. Does nothing on the host.

use crate::prelude::*;

/// Focuses an element that has just appeared.
pub async fn on_mounted(element: Event<MountedData>) {
    // The element may be removed before the browser answers: then there is nothing to focus.
    let _gone = element.set_focus(true).await;
}

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use host::*;

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;
    use std::collections::HashMap;
    use wasm_bindgen::JsCast;
    use web_sys::{Document, Element, HtmlElement, HtmlFormElement, HtmlInputElement, Node};

    const FOCUSABLE: &str = "a[href], button:not([disabled]):not([tabindex='-1']), input:not([disabled]), select:not([disabled]), \
                             textarea:not([disabled]), [tabindex]:not([tabindex='-1'])";

    /// The focused elements to restore, nearest first. If one was in a dialog, the element focused before that dialog
    /// follows: a dialog that opens another is gone when the second closes.
    #[derive(Clone, PartialEq)]
    pub struct FocusReturn(Vec<HtmlElement>);

    thread_local! {
        static BEFORE: RefCell<HashMap<String, FocusReturn>> = RefCell::default();
    }

    /// What gets the focus when none of the remembered elements exists any more.
    const ELSE: &str = ".tbl [tabindex='0'], #settings-body, .main .head .btn.primary";

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

    /// Remembers the focused element. `around`: the id of the topmost dialog.
    pub fn remember(around: Option<&str>) -> FocusReturn {
        let active: Option<HtmlElement> =
            document().and_then(|d| d.active_element()).and_then(|e| e.dyn_into().ok()).filter(is_of_use);
        let before = around.and_then(|id| BEFORE.with_borrow(|all| all.get(id).cloned()));
        FocusReturn(active.into_iter().chain(before.into_iter().flat_map(|place| place.0)).collect())
    }

    /// The focus is on the page's body when no element has it.
    fn is_of_use(element: &HtmlElement) -> bool {
        element.tag_name() != "BODY"
    }

    /// Like [`remember`], stored for the dialog of that id.
    pub fn remember_for(dialog: &str, around: Option<&str>) -> FocusReturn {
        let place = remember(around);
        BEFORE.with_borrow_mut(|all| all.insert(dialog.to_owned(), place.clone()));
        place
    }

    impl FocusReturn {
        /// Focuses the nearest remembered element that still exists, after the next drawing of the page. If another
        /// element has the focus by then, it keeps it.
        pub fn give_back(&self) {
            let places = self.0.clone();
            wasm_bindgen_futures::spawn_local(async move {
                gloo_timers::future::TimeoutFuture::new(0).await;
                let taken = document().and_then(|d| d.active_element()).is_some_and(|e| e.tag_name() != "BODY");
                if taken {
                    return;
                }
                let there = |e: &&HtmlElement| e.is_connected() && e.offset_width() > 0;
                match places.iter().find(there) {
                    Some(element) => focus(element),
                    None => crate::dom::focus(ELSE),
                }
            });
        }
    }

    /// Submits the form around the focus, as its button does. False: the focus is in no form.
    pub fn send_form() -> bool {
        let active = document().and_then(|d| d.active_element());
        let form = active.and_then(|e| e.closest("form").ok().flatten());
        let form = form.and_then(|e| e.dyn_into::<HtmlFormElement>().ok());
        form.is_some_and(|form| form.request_submit().is_ok())
    }

    /// Whether the focus is outside of the element of that id.
    pub fn is_outside(id: &str) -> bool {
        let active = document().and_then(|d| d.active_element());
        let element = document().and_then(|d| d.get_element_by_id(id));
        element.is_some_and(|element| !element.contains(active.as_ref().map(AsRef::as_ref)))
    }

    /// Focuses the element with that id.
    pub fn by_id(id: &str) {
        if let Some(element) = document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into().ok()) {
            focus(&element);
        }
    }

    /// Focuses the element with that id and selects its text.
    pub fn select_by_id(id: &str) {
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

    /// Focuses the first field inside, else the first control; does nothing if the focus is inside already.
    pub fn first_in(id: &str) {
        let all = all_in(id);
        if all.iter().any(is_active) {
            return;
        }
        let is_field = |e: &&HtmlElement| {
            let is_combobox = e.get_attribute("role").is_some_and(|role| role == "combobox");
            is_combobox || matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        };
        let field = all.iter().find(is_field);
        if let Some(element) = field.or(all.first()) {
            focus(element);
        }
    }

    fn is_active(element: &HtmlElement) -> bool {
        let active: Option<Element> = document().and_then(|d| d.active_element());
        active.is_some_and(|active| element.is_same_node(Some(active.unchecked_ref::<Node>())))
    }

    /// Wraps Tab from the last control to the first, and Shift Tab from the first to the last. True: it moved the
    /// focus, so the key must do nothing else.
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

    /// Whether the focus is in a text field: then single letters are text, not shortcuts.
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
    /// Nothing to restore on the host.
    #[derive(Clone, PartialEq)]
    pub struct FocusReturn;

    /// Remembers nothing.
    pub fn remember(_around: Option<&str>) -> FocusReturn {
        FocusReturn
    }

    /// Remembers nothing.
    pub fn remember_for(_dialog: &str, _around: Option<&str>) -> FocusReturn {
        FocusReturn
    }

    impl FocusReturn {
        /// Does nothing on the host.
        pub fn give_back(&self) {}
    }

    /// False: the focus is in no form.
    pub fn send_form() -> bool {
        false
    }

    /// Whether the focus is outside of the element of that id.
    pub fn is_outside(_id: &str) -> bool {
        false
    }

    /// Does nothing on the host.
    pub fn by_id(_id: &str) {}

    /// Does nothing on the host.
    pub fn select_by_id(_id: &str) {}

    /// Whether the cursor stands behind the last character of that input.
    pub fn at_end(_id: &str) -> bool {
        true
    }

    /// Does nothing on the host.
    pub fn first_in(_id: &str) {}

    /// Moves nothing.
    pub fn keep_inside(_id: &str, _backwards: bool) -> bool {
        false
    }

    /// Whether the keyboard writes into a field now.
    pub fn is_typing() -> bool {
        false
    }
}
