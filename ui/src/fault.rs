//! Panics of the window's own code: writes them to the log and shows a plain HTML page instead of a white window.
//! Keeps out errors of the backend.

#[cfg(target_arch = "wasm32")]
use crate::t;

/// The most characters of a message that go to the log.
#[cfg(any(target_arch = "wasm32", test))]
const MOST: usize = 2_000;

/// Prepares the page's words and catches every panic from here on.
#[cfg(target_arch = "wasm32")]
pub fn watch() {
    translate();
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        crate::backend::report_fault(&clipped(&panic.to_string()));
        show();
    }));
}

/// Puts the words of the language that is shown into the page.
#[cfg(target_arch = "wasm32")]
pub fn translate() {
    set_text("fault-title", &t!("fault-title"));
    set_text("fault-text", &t!("fault-text"));
    set_text("fault-again", &t!("fault-again"));
}

/// Cuts a message to at most [`MOST`] characters.
#[cfg(any(target_arch = "wasm32", test))]
pub fn clipped(message: &str) -> String {
    message.chars().take(MOST).collect()
}

#[cfg(target_arch = "wasm32")]
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

#[cfg(target_arch = "wasm32")]
fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

#[cfg(target_arch = "wasm32")]
fn show() {
    if let Some(pages) = element("main") {
        pages.set_hidden(true);
    }
    if let Some(fault) = element("fault") {
        fault.set_hidden(false);
    }
    if let Some(again) = element("fault-again") {
        let _not_focusable = again.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_message_is_cut_for_the_log() {
        assert_eq!(clipped(&"é".repeat(5_000)).chars().count(), MOST);
        assert_eq!(clipped("short"), "short");
    }
}
