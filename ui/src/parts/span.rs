//! A menu for a span of days: presets, or from one day to another. Keeps out which dates it filters.

use super::button::{Button, IconButton, Kind, Size};
use super::calendar::Calendar;
use super::field::Note;
use super::listbox::px;
use crate::overlay::{Overlay, use_overlay};
use crate::prelude::*;
use crate::{dom, t};
use chrono::{Days, NaiveDate};

/// Its width in CSS, in CSS pixels.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 270.0;

/// A preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPreset {
    /// Its label.
    pub words: String,
    /// `2026-09-01`, or empty.
    pub from: String,
    /// `2026-09-08`, or empty.
    pub to: String,
}

/// The menu.
#[component]
pub fn SpanMenu(
    /// The prefix of its test ids.
    id: String,
    label: String,
    /// A CSS selector: the menu opens beside that element and gives the focus back to it.
    anchor: String,
    often: Vec<DayPreset>,
    today: NaiveDate,
    /// From and to, as typed. Returns what is wrong with them.
    on_choose: Callback<(String, String), Result<(), String>>,
    on_close: EventHandler<()>,
) -> Element {
    use_overlay(Overlay::Menu);
    let from = use_signal(String::new);
    let to = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let (left, top) = use_hook(|| {
        dom::beside(dom::bounding_rect(&anchor).unwrap_or_default(), WIDTH, HEIGHT, dom::window_size(), false)
    });
    let back = anchor.clone();
    let close = use_callback(move |()| {
        on_close.call(());
        dom::focus(&back);
    });
    let choose = use_callback(move |(from, to): (String, String)| match on_choose.call((from, to)) {
        Ok(()) => close.call(()),
        Err(sentence) => wrong.set(Some(sentence)),
    });
    let apply = use_callback(move |()| choose.call((from.peek().clone(), to.peek().clone())));
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div {
            class: "menu fixed span", id: "span-menu", role: "dialog", aria_label: label, left: px(left), top: px(top), width: px(WIDTH), "data-test": "{id}-menu",
            onkeydown: move |event: KeyboardEvent| {
                event.stop_propagation();
                match event.key() {
                    Key::Escape => close.call(()),
                    Key::Enter if crate::focus::is_typing() => apply.call(()),
                    Key::Tab if crate::focus::keep_inside("span-menu", event.modifiers().shift()) => {}
                    _ => return,
                }
                event.prevent_default();
            },
            div { class: "often",
                for (n , days) in often.into_iter().enumerate() {
                    button {
                        key: "{n}", class: "chip", r#type: "button", "data-test": "{id}-often-{n}",
                        onmounted: move |_| if n == 0 { dom::focus(".span .often button") },
                        onclick: move |_| choose.call((days.from.clone(), days.to.clone())),
                        {days.words}
                    }
                }
            }
            div { class: "two",
                Day { id: "{id}-from", end: "from", label: t!("span-from"), text: from, wrong, today }
                Day { id: "{id}-to", end: "to", label: t!("span-to"), text: to, wrong, today }
            }
            Note { name: "{id}", error: wrong(), hint: t!("span-hint") }
            div { class: "row end",
                Button { kind: Kind::Primary, size: Size::Small, test: "{id}-apply", onclick: move |_| apply.call(()), {t!("span-apply")} }
            }
        }
    }
}

#[component]
fn Day(
    id: String,
    end: &'static str,
    label: String,
    text: Signal<String>,
    wrong: Signal<Option<String>>,
    today: NaiveDate,
) -> Element {
    let mut open = use_signal(|| false);
    let chosen = NaiveDate::parse_from_str(text.read().trim(), "%Y-%m-%d").unwrap_or(today);
    // The calendar covers ten years to either side; days further away can be typed.
    let first = today.checked_sub_days(Days::new(3_650)).unwrap_or(today);
    let last = today.checked_add_days(Days::new(3_650)).unwrap_or(today);
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "span-{end}", {label} }
            div { class: "input", id: "span-{end}-box", aria_invalid: wrong.read().is_some().then_some("true"),
                input {
                    id: "span-{end}", r#type: "text", "data-test": id.clone(), autocomplete: "off", maxlength: "10", placeholder: t!("span-example"),
                    value: text(),
                    oninput: move |event| {
                        text.set(event.value());
                        wrong.set(None);
                    },
                }
                IconButton { icon: "calendar", label: t!("create-date-show"), id: "span-{end}-show", test: "{id}-show", onclick: move |_| open.set(true) }
            }
            if open() {
                Calendar {
                    anchor: "#span-{end}-box", back: "#span-{end}-show", today, first, last, chosen,
                    on_close: move |()| open.set(false),
                    on_choose: move |day: NaiveDate| {
                        text.set(day.format("%Y-%m-%d").to_string());
                        wrong.set(None);
                    },
                }
            }
        }
    }
}
