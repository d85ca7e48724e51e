//! Key events for a component while it is mounted. Keeps out what the keys mean.

use crate::dom::{self, KeyPress};
use crate::overlay;
use crate::prelude::*;
use std::rc::Rc;

/// Calls `heard` with each press that no element has handled; true: it is handled.
pub fn use_presses(heard: impl FnMut(KeyPress) -> bool + 'static) {
    let heard = use_told(heard);
    use_hook(|| Rc::new(dom::on_press(move |press| heard.call(press))));
}

/// Calls `heard` with each press before any element gets it; true: no element gets it.
pub fn use_presses_first(heard: impl FnMut(KeyPress) -> bool + 'static) {
    let heard = use_told(heard);
    use_hook(|| Rc::new(dom::on_any_press(move |press| heard.call(press))));
}

/// Adds whether an overlay is open, which the browser's event does not say.
fn use_told(mut heard: impl FnMut(KeyPress) -> bool + 'static) -> Callback<KeyPress, bool> {
    use_callback(move |press: KeyPress| heard(KeyPress { in_overlay: overlay::is_any(), ..press }))
}
