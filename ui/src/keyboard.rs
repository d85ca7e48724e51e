//! Hearing keys while a component is there. Keeps out what they mean.

use crate::dom::{self, KeyPress};
use crate::overlay;
use crate::prelude::*;
use std::rc::Rc;

/// Hears each press that no part of the page has used up; true: it is done with.
pub fn use_presses(heard: impl FnMut(KeyPress) -> bool + 'static) {
    let heard = use_told(heard);
    use_hook(|| Rc::new(dom::on_press(move |press| heard.call(press))));
}

/// Hears each press before any part of the page does; true: no part hears of it.
pub fn use_presses_first(heard: impl FnMut(KeyPress) -> bool + 'static) {
    let heard = use_told(heard);
    use_hook(|| Rc::new(dom::on_any_press(move |press| heard.call(press))));
}

/// With what lies over the page: the browser does not know it.
fn use_told(mut heard: impl FnMut(KeyPress) -> bool + 'static) -> Callback<KeyPress, bool> {
    use_callback(move |press: KeyPress| heard(KeyPress { in_overlay: overlay::is_any(), ..press }))
}
