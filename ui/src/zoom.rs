//! The window's zoom: Ctrl with +, - and 0 or with the wheel, on every page and in every dialog; stored on this
//! device. Keeps out how it is done: the shell does it, and the page then has fewer CSS pixels.

use crate::dom::KeyPress;
use crate::keyboard::use_presses_first;
use crate::prelude::*;
use crate::{backend, dom, keep, t};
use std::rc::Rc;
use vestibule_wire::{ZoomRequest, command};

/// The key under which it is stored.
const KEPT: &str = "zoom";
/// The sizes, in per cent.
const SIZES: [u32; 8] = [80, 90, 100, 110, 125, 150, 175, 200];
/// The default zoom.
const USUAL: u32 = 100;
/// How far the wheel turns for one step, in CSS pixels of scrolling: less than a notch, far more than one event of a
/// touchpad.
const NOTCH: f64 = 40.0;

/// A change of the zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoomChange {
    /// One size up.
    Larger,
    /// One size down.
    Smaller,
    /// Back to the default.
    Usual,
}

/// The change that a press asks for. The plus may need Shift or not (`=`).
pub fn wished(press: &KeyPress) -> Option<ZoomChange> {
    if !press.command || press.alt {
        return None;
    }
    match press.key.as_str() {
        "+" | "=" => Some(ZoomChange::Larger),
        "-" | "_" => Some(ZoomChange::Smaller),
        "0" => Some(ZoomChange::Usual),
        _ => None,
    }
}

/// The zoom after a change.
pub fn after(now: u32, change: ZoomChange) -> u32 {
    match change {
        ZoomChange::Larger => SIZES.into_iter().find(|size| *size > now).unwrap_or(now),
        ZoomChange::Smaller => SIZES.into_iter().rev().find(|size| *size < now).unwrap_or(now),
        ZoomChange::Usual => USUAL,
    }
}

/// The stored zoom; a value that is none of [`SIZES`] is ignored.
fn remembered(stored: Option<&str>) -> u32 {
    stored.and_then(|text| text.parse().ok()).filter(|size| SIZES.contains(size)).unwrap_or(USUAL)
}

/// The wheel's turn with Ctrl so far, and the change that one more event causes. A turn the other way starts from zero.
fn turned(before: f64, by: f64) -> (f64, Option<ZoomChange>) {
    let sum = if before * by < 0.0 { by } else { before + by };
    match sum {
        sum if sum <= -NOTCH => (0.0, Some(ZoomChange::Larger)),
        sum if sum >= NOTCH => (0.0, Some(ZoomChange::Smaller)),
        sum => (sum, None),
    }
}

/// The window's zoom.
#[derive(Clone, Copy, PartialEq)]
pub struct Zoom {
    /// In per cent.
    pub percent: Signal<u32>,
    /// It was changed since the page was loaded.
    changed: Signal<bool>,
}

/// For the root of the window: restores the stored zoom, and handles keys and wheel.
pub fn use_zoom_provider() -> Zoom {
    let zoom =
        Zoom { percent: use_signal(|| remembered(keep::read_for_all(KEPT).as_deref())), changed: use_signal(|| false) };
    use_context_provider(|| zoom);
    use_hook(move || {
        if *zoom.percent.peek() != USUAL {
            show(*zoom.percent.peek());
        }
    });
    let change = use_callback(move |change| zoom.change(change));
    let mut turns = use_hook(|| CopyValue::new(0.0));
    use_presses_first(move |press| wished(&press).map(|wish| change.call(wish)).is_some());
    let wheeled = use_callback(move |by: f64| {
        let (sum, wish) = turned(*turns.peek(), by);
        turns.set(sum);
        if let Some(wish) = wish {
            change.call(wish);
        }
    });
    use_hook(|| Rc::new(dom::on_wheel(move |by| wheeled.call(by))));
    zoom
}

/// The window's zoom, from the context.
pub fn use_zoom() -> Zoom {
    use_context()
}

impl Zoom {
    /// Applies the zoom at once and stores it on this device.
    pub fn change(mut self, change: ZoomChange) {
        let now = *self.percent.peek();
        let next = after(now, change);
        if next != now {
            self.percent.set(next);
            self.changed.set(true);
            keep::write_for_all(KEPT, &next.to_string());
            show(next);
        }
    }
}

fn show(percent: u32) {
    spawn(async move {
        // If the shell fails to zoom, the window stays as it is; the log says why.
        let _as_it_was = backend::ask::<command::ZoomWindow>(&ZoomRequest { percent }).await;
    });
}

/// Announces the zoom to screen readers, once it was changed.
#[component]
pub fn ZoomSaid() -> Element {
    let zoom = use_zoom();
    rsx! {
        div { class: "sr", role: "status",
            if (zoom.changed)() {
                p { {t!("zoom-now", percent = (zoom.percent)())} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str) -> KeyPress {
        KeyPress { key: key.to_owned(), command: true, ..KeyPress::default() }
    }

    #[test]
    fn plus_minus_and_nought_with_ctrl_whatever_else_is_held_for_the_sign() {
        assert_eq!(wished(&pressed("=")), Some(ZoomChange::Larger));
        assert_eq!(wished(&KeyPress { shift: true, ..pressed("+") }), Some(ZoomChange::Larger));
        assert_eq!(wished(&pressed("-")), Some(ZoomChange::Smaller));
        assert_eq!(wished(&pressed("0")), Some(ZoomChange::Usual));
    }

    #[test]
    fn without_ctrl_the_same_keys_are_text() {
        for key in ["+", "=", "-", "0"] {
            assert_eq!(wished(&KeyPress { command: false, ..pressed(key) }), None);
            assert_eq!(wished(&KeyPress { alt: true, ..pressed(key) }), None);
        }
        assert_eq!(wished(&pressed("1")), None);
    }

    #[test]
    fn sizes_go_from_80_to_200_and_no_further() {
        let (least, most) = ZoomRequest::BOUNDS;
        assert_eq!((SIZES.first(), SIZES.last()), (Some(&least), Some(&most)));
        assert_eq!(
            [after(100, ZoomChange::Larger), after(125, ZoomChange::Larger), after(most, ZoomChange::Larger)],
            [110, 150, 200]
        );
        assert_eq!([after(100, ZoomChange::Smaller), after(least, ZoomChange::Smaller)], [90, 80]);
        assert_eq!(after(175, ZoomChange::Usual), 100);
    }

    #[test]
    fn a_size_that_was_not_ours_is_the_usual_one() {
        assert_eq!(remembered(Some("150")), 150);
        for stored in [None, Some("3"), Some("1000"), Some("large"), Some("-100"), Some("")] {
            assert_eq!(remembered(stored), USUAL, "{stored:?}");
        }
    }

    /// WebKitGTK 2.50 compares a container's width in screen pixels with the rule's CSS pixels: at 200 % no rule for
    /// narrow containers matched.
    #[test]
    fn rules_for_narrow_containers_hold_at_every_size() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
        let mut rules = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for rule in text.lines().filter(|line| line.trim_start().starts_with("@container")) {
                assert!(rule.contains("rem)") && !rule.contains("px"), "{rule}");
                rules += 1;
            }
        }
        assert!(rules > 0, "they are found");
    }

    #[test]
    fn one_notch_is_one_step_and_a_touchpad_needs_many_events() {
        assert_eq!(turned(0.0, -120.0), (0.0, Some(ZoomChange::Larger)));
        assert_eq!(turned(0.0, 53.0), (0.0, Some(ZoomChange::Smaller)));
        let mut sum = 0.0;
        let steps = (0..30).filter(|_| {
            let (next, change) = turned(sum, 4.0);
            sum = next;
            change.is_some()
        });
        assert_eq!(steps.count(), 3);
        assert_eq!(turned(36.0, -8.0), (-8.0, None), "back is not the rest of forth");
    }
}
