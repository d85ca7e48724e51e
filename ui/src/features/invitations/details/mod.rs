//! The details drawer: everything about one invitation, beside the list, which stays usable. Keeps out rules and
//! rights: the backend decides.

mod about;
mod edit;
mod happened;
pub mod head;
mod left;
mod state;
mod telling;
#[cfg(test)]
mod tests;

pub use left::use_left;
pub use state::{Details, use_details};

use crate::features::invitations::board::{InvitationDialog, use_board};
use crate::overlay;
use crate::parts::button::{Button, IconButton};
use crate::parts::drawer::Drawer;
use crate::parts::icon::{Icon, IconSize};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{dom, t, words};
use state::Neighbour;
use vestibule_wire::{ErrorCode, ErrorView, InvitationView};

/// The drawer, while it is open.
#[component]
pub fn DetailsDrawer() -> Element {
    let board = use_board();
    let open = board.details.of.read().is_some();
    rsx! {
        if open {
            Shown {}
        }
    }
}

#[component]
fn Shown() -> Element {
    let board = use_board();
    let details = board.details;
    use_asking();
    let row = details.row(board);
    let fault = details.fault.cloned();
    let gone = fault.as_ref().is_some_and(|error| error.code == ErrorCode::InvitationNotFound);
    let row = row.filter(|_| !gone);
    let (title, named) = row.as_ref().map_or_else(|| (t!("details-menu"), false), telling::title);
    let acts = row.clone().filter(|row| row.may.replace || row.may.revoke);
    let footer = acts.map(|row| rsx! { Acts { row } });
    rsx! {
        Drawer {
            name: "details", title, named, close: t!("details-close"), onclose: move |()| board.close_details(),
            tools: rsx! { Steps {} },
            footer,
            match (row, fault) {
                (Some(row), fault) => rsx! {
                    if let Some(error) = fault {
                        section { StaleNotice { error } }
                    }
                    head::Head { row: row.clone() }
                    about::About { row: row.clone() }
                    happened::Uses { row: row.clone() }
                    happened::History { id: row.id }
                },
                (None, Some(error)) => rsx! { Unread { error, gone } },
                (None, None) => rsx! { Loading {} },
            }
        }
    }
}

/// Fetches the details when another invitation is shown, when its row in the list changes, and when its history has
/// grown.
fn use_asking() {
    let board = use_board();
    let details = board.details;
    let listed = use_memo(move || {
        let (id, page) = (details.of.cloned()?, board.list.shown.read());
        page.as_ref()?.items.iter().find(|row| row.id == id).cloned()
    });
    use_effect(move || {
        listed.read();
        (details.again)();
        if let Some(id) = details.of.cloned() {
            details.ask(id);
        }
    });
    use_effect(move || {
        let mut again = details.again;
        let copied = board.copied.read().as_ref().map(|(id, _)| id.clone());
        if copied.is_some() && copied == *details.of.peek() {
            *again.write() += 1;
        }
    });
    use_effect(move || board.turn());
    // The focused button may be gone after its action. Under a dialog the focus stays where the dialog put it.
    use_effect(move || {
        listed.read();
        details.whole.read();
        if !overlay::is_modal() {
            dom::focus_if_lost("#details-body");
        }
    });
}

/// The buttons to the previous and the next invitation in the list.
#[component]
fn Steps() -> Element {
    let board = use_board();
    let step = move |forward: bool| move |_| board.step_details(forward, false);
    let none = |forward| board.way(forward) == Neighbour::Nowhere;
    rsx! {
        IconButton { icon: "chevron-up", label: t!("details-previous"), test: "details-prev", disabled: none(false), onclick: step(false) }
        IconButton { icon: "chevron-down", label: t!("details-next"), test: "details-next", disabled: none(true), onclick: step(true) }
    }
}

/// The buttons for what may be done with it.
#[component]
fn Acts(row: InvitationView) -> Element {
    let mut board = use_board();
    let (revoked, replaced) = (row.clone(), row.clone());
    rsx! {
        if row.may.replace {
            Button {
                icon: "repeat-2", title: t!("details-replace-title"), test: "details-replace", busy: (board.starting)(),
                onclick: move |_| {
                    board.ask_replace(&replaced);
                },
                {t!("details-replace")}
            }
        }
        span { class: "grow" }
        if row.may.revoke {
            button {
                class: "btn danger", r#type: "button", title: t!("details-revoke-title"), "data-test": "details-revoke",
                onclick: move |_| board.open.set(InvitationDialog::Revoke(revoked.clone())),
                Icon { name: "ban" }
                {t!("invitations-revoke")}
            }
        }
    }
}

/// Says that what is shown may be out of date.
#[component]
fn StaleNotice(error: ErrorView) -> Element {
    rsx! {
        Notice { tone: Tone::Warn, text: t!("details-stale", reason = words::plain(&error)), test: "details-stale",
            Again { link: true }
        }
    }
}

/// Shown when there are no details: why, and what can be done.
#[component]
fn Unread(error: ErrorView, gone: bool) -> Element {
    let (test, icon) = if gone { ("details-gone", "circle-alert") } else { ("details-error", "database") };
    let (title, text) =
        if gone { (t!("details-gone"), t!("details-gone-hint")) } else { (t!("details-unread"), words::plain(&error)) };
    rsx! {
        div { class: "empty", role: "alert", "data-test": test,
            Icon { name: icon, size: IconSize::Large }
            h2 { {title} }
            p { {text} }
            if !gone {
                Again { link: false }
            }
        }
    }
}

#[component]
fn Again(link: bool) -> Element {
    let mut again = use_board().details.again;
    rsx! {
        if link {
            button { class: "link", r#type: "button", "data-test": "details-again", onclick: move |_| *again.write() += 1, {t!("list-try-again")} }
        } else {
            Button { icon: "refresh-cw", test: "details-again", onclick: move |_| *again.write() += 1, {t!("list-try-again")} }
        }
    }
}

/// Shows nothing for 200 ms, then placeholders in the shape of the content.
#[component]
fn Loading() -> Element {
    let details = use_board().details;
    rsx! {
        span { class: "sr", role: "status", {t!("details-loading")} }
        if (details.slow)() {
            section { class: "bones", "aria-hidden": "true", "data-test": "details-bones",
                for line in 0..9 {
                    span { key: "{line}", class: "bone" }
                }
            }
        }
    }
}
