//! The dialogs of saved views: a name for a new one, and the list to rename and delete. Keeps out what a view is, and
//! where they are stored.

use super::days::today;
use super::listed::{Listed, use_list};
use super::views::{MOST, SavedView, SavedViews, ViewsLayer, checked, use_views};
use super::views_menu::ViewsMenu;
use crate::parts::button::{Button, IconButton, Kind, Size};
use crate::parts::dialog::{Dialog, enter};
use crate::parts::field::{Entry, Note, TextField, use_entry};
use crate::parts::said::Said;
use crate::prelude::*;
use crate::{dom, focus, t};

/// The open dialog or menu.
#[component]
pub fn ViewsOverlay<L: Listed>() -> Element {
    let views = use_views::<L>();
    match (views.over)() {
        ViewsLayer::Nothing => rsx! {},
        ViewsLayer::Menu => rsx! {
            ViewsMenu::<L> {}
        },
        ViewsLayer::Save => rsx! {
            SaveView::<L> {}
        },
        ViewsLayer::All => rsx! {
            AllViews::<L> {}
        },
    }
}

#[component]
fn SaveView<L: Listed>() -> Element {
    let mut views = use_views::<L>();
    let list = use_list::<L>();
    let entry = use_entry();
    let check = use_callback(move |typed: String| checked(&typed, &views.known(), None).err());
    let close = use_callback(move |()| views.over.set(ViewsLayer::Nothing));
    let save = use_callback(move |()| {
        let made = entry.checked(|typed| {
            let name = checked(typed, &views.known(), None)?;
            SavedView::<L>::from_query(name, &list.query.peek(), today()).ok_or_else(|| t!("views-too-long"))
        });
        let Some(view) = made.filter(|_| views.known().len() < MOST) else { return dom::focus("#view-name") };
        views.change(("bookmark", t!("views-saved")), |all| all.push(view), close);
    });
    rsx! {
        Dialog {
            name: "view-save", title: t!("views-save-title"), narrow: true, onclose: move |()| close.call(()), onprimary: move |()| save.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "view-cancel", onclick: move |_| close.call(()), {t!("views-cancel")} }
                Button { kind: Kind::Primary, size: Size::Form, busy: (views.busy)(), test: "view-save-do", onclick: move |_| save.call(()), {t!("views-save-do")} }
            },
            section { onkeydown: move |event: KeyboardEvent| enter(&event, || save.call(())),
                div { class: "fields",
                    TextField { name: "view-name", label: t!("views-name"), entry, hint: t!("views-save-hint"), check, focus: true }
                }
            }
        }
    }
}

/// What is being done to one view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ViewEdit {
    Nothing,
    Renaming(usize),
    Deleting(usize),
}

#[component]
fn AllViews<L: Listed>() -> Element {
    let mut views = use_views::<L>();
    let mut doing = use_signal(|| ViewEdit::Nothing);
    let entry = use_entry();
    let all = views.all.cloned().unwrap_or_default();
    let mut close = move || views.over.set(ViewsLayer::Nothing);
    rsx! {
        Dialog {
            name: "views", title: t!("views"), onclose: move |()| close(),
            footer: rsx! {
                span { class: "muted small grow", "data-test": "views-count", {t!("views-count", count = all.len(), most = MOST)} }
                Button { size: Size::Form, focus: true, id: "views-done", test: "views-done", onclick: move |_| close(), {t!("views-done")} }
            },
            section {
                if all.is_empty() {
                    p { class: "muted", {t!("views-none")} }
                }
                ul { class: "views-all",
                    for (n , view) in all.into_iter().enumerate() {
                        li { key: "{view.name}",
                            onkeydown: move |event: KeyboardEvent| {
                                if event.key() == Key::Escape && doing() != ViewEdit::Nothing {
                                    event.stop_propagation();
                                    event.prevent_default();
                                    doing.set(ViewEdit::Nothing);
                                    dom::focus("#views-done");
                                }
                            },
                            match doing() {
                                ViewEdit::Renaming(at) if at == n => rsx! { Rename::<L> { views, place: n, name: view.name, entry, doing } },
                                ViewEdit::Deleting(at) if at == n => rsx! { Delete::<L> { views, place: n, name: view.name, doing } },
                                _ => rsx! { One { place: n, name: view.name, entry, doing } },
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn One(place: usize, name: String, entry: Entry, doing: Signal<ViewEdit>) -> Element {
    let mut doing = doing;
    let before = name.clone();
    rsx! {
        span { class: "clip grow", title: name.clone(), translate: "no", "data-test": "views-name-{place}", "{name}" }
        IconButton {
            icon: "pencil", label: t!("views-rename", name = name.clone()), id: "view-rename-{place}", test: "view-rename-{place}",
            onclick: move |_| {
                entry.set(before.clone());
                doing.set(ViewEdit::Renaming(place));
            },
        }
        IconButton {
            icon: "trash-2", label: t!("views-delete", name = name.clone()), id: "view-delete-{place}", test: "view-delete-{place}",
            onclick: move |_| doing.set(ViewEdit::Deleting(place)),
        }
    }
}

#[component]
fn Rename<L: Listed>(
    views: SavedViews<L>,
    place: usize,
    name: String,
    entry: Entry,
    doing: Signal<ViewEdit>,
) -> Element {
    let (mut doing, mut text) = (doing, entry.text);
    let back = use_callback(move |()| {
        doing.set(ViewEdit::Nothing);
        dom::focus("#views-done");
    });
    let save = use_callback(move |()| {
        let Some(new) = entry.checked(|typed| checked(typed, &views.known(), Some(place))) else { return };
        let rename = |all: &mut Vec<SavedView<L>>| {
            if let Some(view) = all.get_mut(place) {
                view.name = new;
            }
        };
        views.change(("pencil", t!("views-renamed")), rename, back);
    });
    let invalid = entry.error.read().is_some().then_some("true");
    rsx! {
        div { class: "grow", onkeydown: move |event: KeyboardEvent| enter(&event, || save.call(())),
            input {
                class: "input", id: "view-rename", r#type: "text", autocomplete: "off", "data-test": "view-rename", aria_label: t!("views-rename", name = name),
                aria_invalid: invalid, aria_describedby: "view-rename-note", value: "{text}", onmounted: focus::on_mounted,
                oninput: move |event| {
                    text.set(event.value());
                    entry.refuse(None);
                },
            }
            Note { name: "view-rename", hint: None, error: entry.error.cloned() }
        }
        Button { size: Size::Small, kind: Kind::Ghost, test: "view-rename-cancel", onclick: move |_| back.call(()), {t!("views-cancel")} }
        Button { size: Size::Small, test: "view-rename-do", onclick: move |_| save.call(()), {t!("views-rename-do")} }
    }
}

#[component]
fn Delete<L: Listed>(views: SavedViews<L>, place: usize, name: String, doing: Signal<ViewEdit>) -> Element {
    let mut doing = doing;
    let back = use_callback(move |()| {
        doing.set(ViewEdit::Nothing);
        dom::focus("#views-done");
    });
    rsx! {
        p { class: "grow", role: "alert", Said { text: t!("views-delete-ask", name = name) } }
        Button { size: Size::Small, focus: true, test: "view-delete-keep", onclick: move |_| back.call(()), {t!("views-keep")} }
        Button {
            size: Size::Small, kind: Kind::DangerPrimary, test: "view-delete-do",
            onclick: move |_| {
                let delete = |all: &mut Vec<SavedView<L>>| {
                    if place < all.len() {
                        all.remove(place);
                    }
                };
                views.change(("trash-2", t!("views-deleted")), delete, back);
            },
            {t!("views-delete-do")}
        }
    }
}
