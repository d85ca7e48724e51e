//! The bar shown while rows are selected: how many, "all that match", and actions. Keeps out the actions themselves.

use super::listed::{Listed, use_list};
use super::query::List;
use super::selection::{SelectedRows, SelectedShare};
use crate::parts::button::{Button, IconButton, Kind, Size};
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::{app, t};

/// The bar.
#[component]
pub fn SelectionBar<L: Listed>() -> Element {
    let list = use_list::<L>();
    let board = use_context::<L::PageState>();
    let session = app::use_session();
    let selection = list.selection;
    let (total, least) = list.shown.read().as_ref().map_or((0, false), |page| (page.total, page.is_at_least));
    let rows = list.ids();
    let picked = selection.picked.read();
    let count = picked.count(total);
    let is_page = picked.of_page(&rows) == SelectedShare::All && matches!(*picked, SelectedRows::These(_));
    let more = is_page && total > count;
    rsx! {
        div { class: "bar sel", role: "region", aria_label: t!("select-bar"),
            b { class: "strong", role: "status", "data-test": "selected", {count_words(count, least && matches!(*picked, SelectedRows::All(..)))} }
            if more {
                button {
                    class: "link", r#type: "button", "data-test": "select-all-matching",
                    onclick: move |_| selection.all(&list.query.peek()),
                    {all_words(total, least)}
                }
            }
            span { class: "grow" }
            for action in L::bulk_actions(board, &session.read()) {
                Button {
                    key: "{action.name}", kind: if action.ends { Kind::Danger } else { Kind::Ghost }, size: Size::Small, icon: action.icon,
                    id: action.id.map(str::to_owned), test: action.name, disabled: count == 0, busy: action.busy,
                    onclick: move |_| L::act_on_selected(board, action.name),
                    {action.words}
                }
            }
            IconButton { icon: "x", label: t!("select-clear"), test: "select-clear", onclick: move |_| selection.clear() }
        }
    }
}

/// How many rows are selected. `least`: the number is a lower bound.
fn count_words(count: u64, least: bool) -> String {
    if least { t!("select-count-least", count = count) } else { t!("select-count", count = count) }
}

/// The words of the button that selects all matching rows. `least`: the number is a lower bound.
fn all_words(total: u64, least: bool) -> String {
    if least { t!("select-all-matching-least", count = total) } else { t!("select-all-matching", count = total) }
}

/// The checkbox of a row.
#[component]
pub fn RowTick<L: Listed>(list: List<L>, id: String, name: String, on: bool) -> Element {
    rsx! {
        td { class: "w-tick",
            onclick: move |event| {
                event.stop_propagation();
                list.selection.press(&list.ids(), &id, event.modifiers().shift());
            },
            Tick { on: if on { SelectedShare::All } else { SelectedShare::None }, label: t!("select-row-of", name = name), title: t!("select-row"), test: "select-row" }
        }
    }
}

/// The checkbox for all rows of the page.
#[component]
pub fn PageTick<L: Listed>() -> Element {
    let list = use_list::<L>();
    let on = list.selection.picked.read().of_page(&list.ids());
    rsx! {
        th { class: "w-tick", scope: "col", onclick: move |_| list.selection.page(&list.ids()),
            Tick { on, label: t!("select-page"), title: t!("select-page"), test: "select-page" }
        }
    }
}

#[component]
fn Tick(on: SelectedShare, label: String, title: String, test: &'static str) -> Element {
    let checked = match on {
        SelectedShare::None => "false",
        SelectedShare::Some => "mixed",
        SelectedShare::All => "true",
    };
    rsx! {
        span { class: "tick", role: "checkbox", aria_checked: checked, aria_label: label, title, "data-test": test,
            match on {
                SelectedShare::None => rsx! {},
                SelectedShare::Some => rsx! { Icon { name: "minus" } },
                SelectedShare::All => rsx! { Icon { name: "check" } },
            }
        }
    }
}
