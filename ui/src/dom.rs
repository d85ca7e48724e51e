//! What the pages need of the browser beyond Dioxus: focus, positions, timers, and keys of the whole window. On the
//! host every query gives a fixed answer and nothing happens. Keeps out: state of ours, words, the backend.

/// Where an element is in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ElementRect {
    /// From the window's left edge.
    pub left: f64,
    /// From the window's top edge.
    pub top: f64,
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
}

/// One key press that reached the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// `KeyboardEvent.key`: `n`, `/`, `Escape`, `ArrowDown` … In a language from right to left, `ArrowRight` is the key
    /// that goes on: the left one.
    pub key: String,
    /// Ctrl, or Cmd on macOS.
    pub command: bool,
    /// Shift was held.
    pub shift: bool,
    /// Alt was held.
    pub alt: bool,
    /// The focus is in a field, where letters are text.
    pub in_field: bool,
    /// A dialog or menu is open and handles keys itself; set by `keyboard`.
    pub in_overlay: bool,
    /// The id of the focused element, or of the nearest one around it that has an id.
    pub at: String,
    /// The focused element's `data-place`: its index among several in a row.
    pub place: Option<usize>,
    /// A button or link has the focus and handles Enter itself.
    pub on_control: bool,
    /// The key is still held down since an earlier press.
    pub repeat: bool,
    /// Text is selected: Ctrl C copies that.
    pub marked: bool,
    /// The id of the row under the pointer; its tooltips name these shortcuts.
    pub over: String,
}

/// Where a menu of this size is placed beside `anchor`: below it if there is room, else above, and never outside the
/// window. Its start, or its end, is in line with the anchor's, as the language is written.
pub fn beside(anchor: ElementRect, width: f64, height: f64, window: (f64, f64), at_end: bool) -> (f64, f64) {
    const GAP: f64 = 4.0;
    let below = anchor.top + anchor.height + GAP;
    let above = anchor.top - GAP - height;
    let lowest = (window.1 - height - GAP).max(GAP);
    let top = if below <= lowest {
        below
    } else if above >= GAP {
        above
    } else {
        lowest
    };
    let left =
        if at_end != crate::words::is_right_to_left() { anchor.left + anchor.width - width } else { anchor.left };
    (left.clamp(GAP, (window.0 - width - GAP).max(GAP)), top)
}

/// The index after `here` of `count`, wrapping round; with None the first, or backwards the last.
#[cfg(any(test, target_arch = "wasm32"))]
fn next(here: Option<usize>, count: usize, back: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (here, back) {
        (None, false) => 0,
        (None | Some(0), true) => last,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => at - 1,
    })
}

/// The keycap of the key for commands (docs/design.md, Keys): ⌘ on macOS, Ctrl elsewhere.
pub fn command_key() -> String {
    if is_mac() { "⌘".to_owned() } else { crate::t!("desk-ctrl") }
}

#[cfg(target_arch = "wasm32")]
pub use window::*;

#[cfg(target_arch = "wasm32")]
mod window {
    use super::{ElementRect, KeyPress};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

    fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    fn find(selector: &str) -> Option<Element> {
        document()?.query_selector(selector).ok()?
    }

    /// Puts the focus on the first element that matches.
    pub fn focus(selector: &str) {
        if let Some(element) = find(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    /// Puts the focus on the first match if nothing has it, because the focused element was removed.
    pub fn focus_if_lost(selector: &str) {
        let active = document().and_then(|document| document.active_element());
        if active.is_none_or(|active| active.tag_name() == "BODY") {
            focus(selector);
        }
    }

    /// Puts the focus on the first match and marks its text.
    pub fn focus_and_select(selector: &str) {
        focus(selector);
        if let Some(input) = find(selector).and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
            input.select();
        }
    }

    /// Moves the focus to the next region that exists. Each region: (its selector, what gets the focus in it).
    pub fn jump(regions: &[(&str, &str)], back: bool) {
        let there: Vec<_> = regions.iter().filter(|(_, target)| find(target).is_some()).collect();
        let active = document().and_then(|document| document.active_element());
        let surrounds =
            |region: &str| active.as_ref().is_some_and(|active| active.closest(region).ok().flatten().is_some());
        let here = there.iter().position(|(region, _)| surrounds(region));
        if let Some((_, target)) = super::next(here, there.len(), back).and_then(|next| there.get(next)) {
            focus(target);
        }
    }

    /// Takes the focus from whatever has it.
    pub fn blur() {
        let active = document().and_then(|document| document.active_element());
        if let Some(element) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
            let _ = element.blur();
        }
    }

    /// Scrolls the first match into sight, no further than needed.
    pub fn reveal(selector: &str) {
        if let Some(element) = find(selector) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// The position of the first match; None: there is none.
    pub fn bounding_rect(selector: &str) -> Option<ElementRect> {
        let rect = find(selector)?.get_bounding_client_rect();
        Some(ElementRect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() })
    }

    /// The window's width and height in CSS pixels.
    pub fn window_size() -> (f64, f64) {
        let Some(window) = web_sys::window() else { return (1280.0, 832.0) };
        let side = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|side| side.as_f64());
        (side(window.inner_width()).unwrap_or(1280.0), side(window.inner_height()).unwrap_or(832.0))
    }

    /// Whether the keyboard has a Command key.
    pub fn is_mac() -> bool {
        let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
        platform.is_some_and(|platform| platform.starts_with("Mac"))
    }

    /// Whether anybody can see the window.
    pub fn is_visible() -> bool {
        document().is_some_and(|document| !document.hidden())
    }

    /// Resolves after so many milliseconds.
    pub async fn sleep(milliseconds: u32) {
        gloo_timers::future::TimeoutFuture::new(milliseconds).await;
    }

    /// Listens at the window until dropped.
    pub struct Listening {
        target: EventTarget,
        event: &'static str,
        heard: Closure<dyn FnMut(Event)>,
        first: bool,
    }

    impl Listening {
        fn new(event: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
            Self::at(web_sys::window()?.into(), event, false, heard)
        }

        /// `first`: in the capture phase, before any element in the page handles the event.
        fn at(
            target: EventTarget,
            event: &'static str,
            first: bool,
            heard: impl FnMut(Event) + 'static,
        ) -> Option<Self> {
            let heard = Closure::<dyn FnMut(Event)>::new(heard);
            let listener = heard.as_ref().unchecked_ref();
            target.add_event_listener_with_callback_and_bool(event, listener, first).ok()?;
            Some(Self { target, event, heard, first })
        }
    }

    impl Drop for Listening {
        fn drop(&mut self) {
            let listener = self.heard.as_ref().unchecked_ref();
            let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, listener, self.first);
        }
    }

    /// Calls `heard` on each of these events of the window.
    pub fn listen(events: &[&'static str], heard: impl Fn() + Clone + 'static) -> Vec<Listening> {
        let listen = |event: &&'static str| {
            let heard = heard.clone();
            Listening::new(event, move |_| heard())
        };
        events.iter().filter_map(listen).collect()
    }

    /// Calls `heard` on each key press; when it returns true, the press does nothing else.
    pub fn on_press(heard: impl Fn(KeyPress) -> bool + 'static) -> Vec<Listening> {
        let listening = Listening::new("keydown", move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            if key.default_prevented() || key.is_composing() {
                return;
            }
            if heard(press(key)) {
                event.prevent_default();
            }
        });
        listening.into_iter().collect()
    }

    /// Like `on_press`, but before any part of the page: so an open dialog keeps keys from what is under it.
    pub fn on_any_press(heard: impl Fn(KeyPress) -> bool + 'static) -> Vec<Listening> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let listening = Listening::at(window.into(), "keydown", true, move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing()) else { return };
            if heard(press(key)) {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        listening.into_iter().collect()
    }

    /// Calls `heard` with how far the wheel turned while Ctrl is held, and prevents scrolling. (Not on `window`: there
    /// a listener cannot prevent it.)
    pub fn on_wheel(heard: impl Fn(f64) + 'static) -> Vec<Listening> {
        let Some(root) = find("#main") else { return Vec::new() };
        let listening = Listening::at(root.into(), "wheel", true, move |event| {
            if !event.dyn_ref::<MouseEvent>().is_some_and(|wheel| wheel.ctrl_key()) {
                return;
            }
            event.prevent_default();
            if let Some(by) = js_sys::Reflect::get(&event, &"deltaY".into()).ok().and_then(|by| by.as_f64()) {
                heard(by);
            }
        });
        listening.into_iter().collect()
    }

    fn is_marked() -> bool {
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        selection.is_some_and(|selection| !selection.is_collapsed())
    }

    fn press(key: &KeyboardEvent) -> KeyPress {
        let active = document().and_then(|document| document.active_element());
        let tag = active.as_ref().map(|element| element.tag_name()).unwrap_or_default();
        let place = active.as_ref().and_then(|element| element.get_attribute("data-place")?.parse().ok());
        let at = active.and_then(|element| element.closest("[id]").ok().flatten()).map(|element| element.id());
        KeyPress {
            key: crate::language::facing(key.key()),
            command: key.ctrl_key() || key.meta_key(),
            shift: key.shift_key(),
            alt: key.alt_key(),
            in_field: matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT"),
            in_overlay: false,
            at: at.unwrap_or_default(),
            place,
            on_control: matches!(tag.as_str(), "BUTTON" | "A"),
            repeat: key.repeat(),
            marked: is_marked(),
            over: find("tr[id^='row-']:hover").map(|row| row.id()).unwrap_or_default(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use host::*;

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use super::{ElementRect, KeyPress};

    /// Does nothing on the host.
    pub fn focus(_selector: &str) {}

    /// Does nothing on the host.
    pub fn focus_if_lost(_selector: &str) {}

    /// Does nothing on the host.
    pub fn focus_and_select(_selector: &str) {}

    /// Does nothing on the host.
    pub fn jump(_regions: &[(&str, &str)], _back: bool) {}

    /// Does nothing on the host.
    pub fn blur() {}

    /// Does nothing on the host.
    pub fn reveal(_selector: &str) {}

    /// None: nothing is laid out on the host.
    pub fn bounding_rect(_selector: &str) -> Option<ElementRect> {
        None
    }

    thread_local! {
        static SIZE: std::cell::Cell<(f64, f64)> = const { std::cell::Cell::new((1280.0, 832.0)) };
    }

    /// The size that the design is drawn for, or the one a test has set.
    pub fn window_size() -> (f64, f64) {
        SIZE.get()
    }

    /// For tests: sets the window's size.
    #[cfg(test)]
    pub fn pretend_size(width: f64, height: f64) {
        SIZE.set((width, height));
    }

    /// False: the host's keyboard has Ctrl.
    pub fn is_mac() -> bool {
        false
    }

    /// False, so nothing is refreshed periodically.
    pub fn is_visible() -> bool {
        false
    }

    /// Never resolves: no time passes on the host.
    pub async fn sleep(_milliseconds: u32) {
        std::future::pending().await
    }

    /// A listener that receives nothing.
    pub struct Listening;

    /// Never calls back.
    pub fn listen(_events: &[&'static str], _heard: impl Fn() + Clone + 'static) -> Vec<Listening> {
        Vec::new()
    }

    /// Never calls back.
    pub fn on_press(_heard: impl Fn(KeyPress) -> bool + 'static) -> Vec<Listening> {
        Vec::new()
    }

    /// Never calls back.
    pub fn on_any_press(_heard: impl Fn(KeyPress) -> bool + 'static) -> Vec<Listening> {
        Vec::new()
    }

    /// Never calls back.
    pub fn on_wheel(_heard: impl Fn(f64) + 'static) -> Vec<Listening> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_follow_each_other_round_and_round() {
        assert_eq!(
            [next(None, 3, false), next(Some(1), 3, false), next(Some(2), 3, false)],
            [Some(0), Some(2), Some(0)]
        );
        assert_eq!([next(None, 3, true), next(Some(0), 3, true), next(Some(2), 3, true)], [Some(2), Some(2), Some(1)]);
        assert_eq!(next(None, 0, false), None);
    }

    const WINDOW: (f64, f64) = (900.0, 600.0);

    #[test]
    fn a_menu_opens_below_what_it_belongs_to() {
        let anchor = ElementRect { left: 100.0, top: 100.0, width: 80.0, height: 28.0 };
        assert_eq!(beside(anchor, 200.0, 120.0, WINDOW, false), (100.0, 132.0));
        assert_eq!(beside(ElementRect { left: 400.0, ..anchor }, 200.0, 120.0, WINDOW, true), (280.0, 132.0));
    }

    #[test]
    fn from_right_to_left_a_menu_is_in_line_with_the_other_edge() {
        let anchor = ElementRect { left: 400.0, top: 100.0, width: 80.0, height: 28.0 };
        crate::words::show(crate::language::Language::Arabic);
        let (start, end) = (beside(anchor, 200.0, 120.0, WINDOW, false), beside(anchor, 200.0, 120.0, WINDOW, true));
        crate::words::show(crate::language::Language::English);
        assert_eq!((start, end), ((280.0, 132.0), (400.0, 132.0)));
    }

    #[test]
    fn a_menu_at_the_windows_foot_opens_above() {
        let anchor = ElementRect { left: 100.0, top: 560.0, width: 80.0, height: 28.0 };
        assert_eq!(beside(anchor, 200.0, 120.0, WINDOW, false), (100.0, 436.0));
    }

    #[test]
    fn a_menu_that_fits_neither_below_nor_above_stays_within_the_window() {
        let anchor = ElementRect { left: 100.0, top: 140.0, width: 80.0, height: 28.0 };
        assert_eq!(beside(anchor, 200.0, 240.0, (450.0, 300.0), false).1, 56.0);
        assert_eq!(beside(anchor, 200.0, 400.0, (450.0, 300.0), false).1, 4.0);
    }

    #[test]
    fn a_menu_never_leaves_the_window_sideways() {
        let anchor = ElementRect { left: 860.0, top: 10.0, width: 28.0, height: 28.0 };
        assert_eq!(beside(anchor, 200.0, 120.0, WINDOW, false).0, 696.0);
        assert_eq!(beside(ElementRect { left: 2.0, ..anchor }, 200.0, 120.0, WINDOW, true).0, 4.0);
    }
}
