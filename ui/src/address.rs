//! The page's address (what follows `#`), and going back and forth in it. Keeps out what an address means.
//!
//! Each history entry carries the account it was written for, so that one person's search is not shown to the next.

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use host::*;

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::JsValue;

    /// The address with its `#`; empty when there is none.
    pub fn current() -> String {
        web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
    }

    /// The account that this history entry was written for; None: the address was typed, or was there at the start.
    pub fn whose() -> Option<String> {
        web_sys::window()?.history().ok()?.state().ok()?.as_string()
    }

    /// Sets the address. `own`: as a history entry of its own, else in place of this one.
    pub fn write(address: &str, whose: &str, own: bool) {
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        let state = JsValue::from_str(whose);
        // A browser may refuse too many of these per second; then only the address is out of date, the page is right.
        let _behind = if own {
            history.push_state_with_url(&state, "", Some(address))
        } else {
            history.replace_state_with_url(&state, "", Some(address))
        };
    }

    /// Goes one entry back or forth.
    pub fn step(forth: bool) {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _nowhere_to_go = if forth { history.forward() } else { history.back() };
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::cell::RefCell;

    thread_local! {
        static ADDRESS: RefCell<(String, Option<String>)> = RefCell::default();
    }

    /// As last written on this thread.
    pub fn current() -> String {
        ADDRESS.with(|address| address.borrow().0.clone())
    }

    /// As last written on this thread.
    pub fn whose() -> Option<String> {
        ADDRESS.with(|address| address.borrow().1.clone())
    }

    /// Remembered on this thread.
    pub fn write(address: &str, whose: &str, _own: bool) {
        ADDRESS.with(|kept| *kept.borrow_mut() = (address.to_owned(), Some(whose.to_owned())));
    }

    /// Sets an address that carries no account, as if somebody had typed it.
    #[cfg(test)]
    pub fn typed(address: &str) {
        ADDRESS.with(|kept| *kept.borrow_mut() = (address.to_owned(), None));
    }

    /// Does nothing: there is no history on the host.
    pub fn step(_forth: bool) {}
}
