//! Removes tooltips that only repeat visible text, and restores them where that text is cut off. Keeps out where
//! tooltips come from (`title`).

/// Drops white space and separators, and lower-cases, since CSS may change the case.
#[cfg(any(test, target_arch = "wasm32"))]
fn plain(text: &str) -> String {
    let parts = text.split(|c: char| c.is_whitespace() || ",·—|".contains(c)).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a tooltip adds nothing. `seen`: the visible text; `whole`: none of it is cut off.
#[cfg(any(test, target_arch = "wasm32"))]
fn is_idle(title: &str, seen: &str, whole: bool) -> bool {
    let (title, seen) = (plain(title), format!(" {} ", plain(seen)));
    whole && !title.is_empty() && seen.contains(&format!(" {title} "))
}

#[cfg(target_arch = "wasm32")]
pub use window::watch;

#[cfg(target_arch = "wasm32")]
mod window {
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Element, Event, HtmlElement};

    /// The attribute that keeps a removed tooltip.
    const IDLE: &str = "data-title";

    /// Checks each tooltip when the pointer enters its element, before the system shows it.
    pub fn watch() {
        let heard = Closure::<dyn FnMut(Event)>::new(|event: Event| {
            let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let mut here = at.and_then(|at| at.closest("[title], [data-title]").ok().flatten());
            while let Some(element) = here {
                look(&element);
                here = element.parent_element().and_then(|above| above.closest("[title], [data-title]").ok().flatten());
            }
        });
        if let Some(window) = web_sys::window() {
            let callback = heard.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool("mouseover", callback, true);
        }
        heard.forget(); // kept for the lifetime of the page
    }

    fn look(element: &Element) {
        let title = element.get_attribute("title").filter(|title| !title.is_empty());
        let Some(words) = title.clone().or_else(|| element.get_attribute(IDLE)) else { return };
        let seen = element.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).unwrap_or_default();
        let idle = super::is_idle(&words, &seen, is_whole(element));
        let _ = match (idle, title.is_some()) {
            (true, true) => element.set_attribute(IDLE, &words).and_then(|()| element.remove_attribute("title")),
            (false, false) => element.set_attribute("title", &words).and_then(|()| element.remove_attribute(IDLE)),
            _ => Ok(()),
        };
    }

    /// Whether none of its text is cut off.
    fn is_whole(element: &Element) -> bool {
        let cut = |element: &Element| element.scroll_width() > element.client_width() && element.client_width() > 0;
        let Ok(inside) = element.query_selector_all(".clip, .two-lines") else { return true };
        let parts = (0..inside.length()).filter_map(|at| inside.get(at)?.dyn_into::<Element>().ok());
        let tall = |element: &Element| {
            element.scroll_height() > element.client_height() + 1 && element.class_list().contains("two-lines")
        };
        ![element.clone()].into_iter().chain(parts).any(|part| cut(&part) || tall(&part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tooltip_that_repeats_what_is_read_is_idle() {
        assert!(is_idle("Invitations", " Invitations\n", true));
        assert!(is_idle("noor@post.example", "noor@post.example", true));
        assert!(is_idle("Invitations", "Invitations\n211", true), "with a count beside it");
        assert!(is_idle("Amara Osei, Administrator", "AO\nAmara Osei\nAdministrator\namara@fernhill.example", true));
    }

    #[test]
    fn one_that_tells_more_or_the_whole_of_what_is_cut_is_not() {
        assert!(!is_idle("noor@post.example", "noor@post.example", false), "the end of it is cut");
        assert!(!is_idle("Copy code (C)", "Copy code", true));
        assert!(!is_idle("Close", "", true), "an icon alone");
        assert!(!is_idle("Staff", "Staffroom", true), "a part of a word is not the word");
        assert!(!is_idle("Tuesday 15 September 2026", "in 2 days", true));
    }
}
