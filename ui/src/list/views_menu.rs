//! The menu of saved views, at its chip. Keeps out what a view is, and the dialogs.

use super::days::today;
use super::listed::{Listed, use_list};
use super::views::{MOST, SavedView, SavedViews, ViewsLayer, use_views};
use crate::overlay::{Overlay, use_overlay};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::listbox::px;
use crate::parts::menu;
use crate::parts::said::Said;
use crate::prelude::*;
use crate::{dom, focus, t, words};
use std::rc::Rc;

/// The menu's width in CSS, in CSS pixels.
const WIDTH: f64 = 280.0;
const ROW: f64 = 30.0;
const EDGES: f64 = 17.0;
const TALLEST: f64 = 340.0;

/// The `data-test` names of the menu's two actions.
const SAVE: &str = "views-save";
const MANAGE: &str = "views-manage";

/// The chip.
#[component]
pub fn ViewsChip<L: Listed>() -> Element {
    let mut views = use_views::<L>();
    rsx! {
        button {
            id: "chip-views", class: "chip icon", r#type: "button", "data-test": "chip-views", aria_haspopup: "menu", aria_expanded: (views.over)() == ViewsLayer::Menu,
            aria_label: t!("views"), title: t!("views"),
            onclick: move |_| views.over.set(ViewsLayer::Menu),
            Icon { name: "bookmark" }
        }
    }
}

/// The menu's position; updated when the window is resized.
fn use_stand(lines: usize) -> (f64, f64) {
    let tall = (lines as f64 * ROW + EDGES).min(TALLEST);
    let find = move || {
        dom::beside(dom::bounding_rect("#chip-views").unwrap_or_default(), WIDTH, tall, dom::window_size(), false)
    };
    let mut stands = use_signal(find);
    let again = use_callback(move |()| stands.set(find()));
    use_hook(|| Rc::new(dom::listen(&["resize"], move || again.call(()))));
    stands()
}

/// The menu: the views, then the actions.
#[component]
pub fn ViewsMenu<L: Listed>() -> Element {
    let views = use_views::<L>();
    match views.all.cloned() {
        Some(all) => rsx! {
            Known::<L> { views, all }
        },
        None => rsx! {
            Unread::<L> {}
        },
    }
}

#[component]
fn Known<L: Listed>(views: SavedViews<L>, all: Vec<SavedView<L>>) -> Element {
    use_overlay(Overlay::Menu);
    let mut views = views;
    let list = use_list::<L>();
    let here = all.iter().position(|view| view.is(&list.query.read(), today()));
    let mut at = use_signal(|| here.unwrap_or(0));
    let (may_save, may_manage, after) = (all.len() < MOST, !all.is_empty(), all.len());
    let count = after + usize::from(may_save) + usize::from(may_manage);
    let (left, top) = use_stand(after.max(1) + 2);
    let close = use_callback(move |()| {
        views.over.set(ViewsLayer::Nothing);
        dom::focus("#chip-views");
    });
    let mut act = move |over: ViewsLayer| {
        close.call(());
        views.over.set(over);
    };
    use_effect(move || dom::focus(&format!(".views [data-place=\"{}\"]", at())));
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div { class: "menu fixed views", role: "menu", aria_label: t!("views"), left: px(left), top: px(top), width: px(WIDTH), "data-test": "views-menu",
            onkeydown: move |event| menu::keys(&event, at, count, close),
            if all.is_empty() {
                p { class: "none muted small", {t!("views-none")} }
            } else {
                All::<L> { all, here, on_here: move |n| if at() != n { at.set(n) },
                    on_choose: move |n| {
                        close.call(());
                        views.open(list, n);
                    },
                }
            }
            hr {}
            if may_save {
                Action { place: after, icon: "plus", words: t!("views-save"), test: SAVE, on_here: move |n| at.set(n), on_choose: move |()| act(ViewsLayer::Save) }
            } else {
                p { class: "none muted small", "data-test": "views-full", {t!("views-full", most = MOST)} }
            }
            if may_manage {
                Action { place: after + usize::from(may_save), icon: "pencil", words: t!("views-manage"), test: MANAGE, on_here: move |n| at.set(n), on_choose: move |()| act(ViewsLayer::All) }
            }
        }
    }
}

/// Why no views are shown, with a button to fetch them again.
#[component]
fn Unread<L: Listed>() -> Element {
    use_overlay(Overlay::Menu);
    let mut views = use_views::<L>();
    let fault = views.unread.cloned();
    let (left, top) = use_stand(4);
    let close = use_callback(move |()| {
        views.over.set(ViewsLayer::Nothing);
        dom::focus("#chip-views");
    });
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div { class: "menu fixed views", role: "menu", aria_label: t!("views"), left: px(left), top: px(top), width: px(WIDTH), "data-test": "views-menu",
            onkeydown: move |event: KeyboardEvent| {
                event.stop_propagation();
                if matches!(event.key(), Key::Escape | Key::Tab) {
                    event.prevent_default();
                    close.call(());
                }
            },
            if let Some(error) = fault {
                p { class: "none small", role: "alert", "data-test": "views-unread", Said { text: words::error(&error) } }
            }
            button {
                r#type: "button", role: "menuitem", "data-test": "views-again", onmounted: focus::on_mounted, onclick: move |_| views.fetch(),
                Icon { name: "refresh-cw" }
                span { class: "clip", {t!("views-again")} }
            }
        }
    }
}

/// The views; many of them scroll, so that the actions stay in sight.
#[component]
fn All<L: Listed>(
    all: Vec<SavedView<L>>,
    here: Option<usize>,
    on_here: EventHandler<usize>,
    on_choose: EventHandler<usize>,
) -> Element {
    rsx! {
        div { class: "all", role: "group", translate: "no",
            for (n , view) in all.into_iter().enumerate() {
                button {
                    key: "{view.name}", r#type: "button", role: "menuitemradio", tabindex: "-1", aria_checked: here == Some(n), title: view.name.clone(),
                    "data-place": n, "data-test": "view-{n}", onmousemove: move |_| on_here.call(n), onclick: move |_| on_choose.call(n),
                    span { class: "clip", "{view.name}" }
                    if here == Some(n) {
                        Icon { name: "check", size: IconSize::Small }
                    }
                }
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
