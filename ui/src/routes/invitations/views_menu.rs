//! The menu of saved views, at its chip. Keeps out what a view is, and the dialogs.

use super::board::use_board;
use super::views::{MOST, Over, today, use_views};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::listbox::px;
use crate::parts::menu::stepped;
use crate::prelude::*;
use crate::{dom, t};

/// What CSS gives it, in CSS pixels.
const WIDTH: f64 = 280.0;
const ROW: f64 = 30.0;
const TALLEST: f64 = 320.0;

/// What the menu's two actions are called in `data-test`.
const SAVE: &str = "views-save";
const MANAGE: &str = "views-manage";

/// The chip.
#[component]
pub fn ViewsChip() -> Element {
    let mut views = use_views();
    rsx! {
        button {
            id: "chip-views", class: "chip", r#type: "button", "data-test": "chip-views", aria_haspopup: "menu", aria_expanded: (views.over)() == Over::Menu, title: t!("views"),
            onclick: move |_| views.over.set(Over::Menu),
            Icon { name: "bookmark" }
            {t!("views-short")}
        }
    }
}

/// The menu: the views, then what can be done with them.
#[component]
pub fn ViewsMenu() -> Element {
    let mut views = use_views();
    let list = use_board().list;
    let all = views.all.read().clone();
    let today = today();
    let shown = list.filters.read().clone();
    let here = all.iter().position(|view| view.is(&shown, today));
    let mut at = use_signal(|| here.unwrap_or(0));
    let (may_save, may_manage) = (all.len() < MOST, !all.is_empty());
    let count = all.len() + usize::from(may_save) + usize::from(may_manage);
    let tall = ((all.len().max(1) + 2) as f64 * ROW + 17.0).min(TALLEST);
    let (left, top) =
        use_hook(|| dom::beside(dom::place("#chip-views").unwrap_or_default(), WIDTH, tall, dom::window_size(), false));
    let close = use_callback(move |()| {
        views.over.set(Over::Nothing);
        dom::focus("#chip-views");
    });
    let mut act = move |over: Over| {
        close.call(());
        views.over.set(over);
    };
    use_effect(move || dom::focus(&format!(".views [data-place=\"{}\"]", at())));
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        event.stop_propagation();
        match stepped(&key, at(), count) {
            Some(next) => at.set(next),
            None if key == "Escape" || key == "Tab" => close.call(()),
            None => return,
        }
        event.prevent_default();
    };
    let after = all.len();
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div { class: "menu fixed views", role: "menu", aria_label: t!("views"), left: px(left), top: px(top), width: px(WIDTH), "data-test": "views-menu", onkeydown: keys,
            if all.is_empty() {
                p { class: "none muted small", {t!("views-none")} }
            }
            for (n , view) in all.into_iter().enumerate() {
                button {
                    key: "{view.name}", r#type: "button", role: "menuitemradio", tabindex: "-1", aria_checked: here == Some(n), translate: "no", title: view.name.clone(),
                    "data-place": n, "data-test": "view-{n}", onmousemove: move |_| if at() != n { at.set(n) },
                    onclick: move |_| {
                        close.call(());
                        views.open(list, n);
                    },
                    span { class: "clip", "{view.name}" }
                    if here == Some(n) {
                        Icon { name: "check", size: IconSize::Small }
                    }
                }
            }
            hr {}
            if may_save {
                Action { place: after, icon: "plus", words: t!("views-save"), test: SAVE, on_here: move |n| at.set(n), on_choose: move |()| act(Over::Save) }
            } else {
                p { class: "none muted small", "data-test": "views-full", {t!("views-full", most = MOST)} }
            }
            if may_manage {
                Action { place: after + usize::from(may_save), icon: "pencil", words: t!("views-manage"), test: MANAGE, on_here: move |n| at.set(n), on_choose: move |()| act(Over::All) }
            }
        }
    }
}

#[component]
fn Action(
    place: usize,
    icon: &'static str,
    words: String,
    test: &'static str,
    on_here: EventHandler<usize>,
    on_choose: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            r#type: "button", role: "menuitem", tabindex: "-1", "data-place": place, "data-test": test,
            onmousemove: move |_| on_here.call(place), onclick: move |_| on_choose.call(()),
            Icon { name: icon }
            span { class: "clip", {words} }
        }
    }
}
