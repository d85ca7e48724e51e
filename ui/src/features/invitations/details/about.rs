//! The drawer's facts: every field of the invitation; label and note can be edited there. Keeps out the form for those
//! two (see `edit`).

use super::{edit, telling};
use crate::features::invitations::board::use_board;
use crate::parts::facts::Fact;
use crate::parts::icon::{Icon, IconSize};
use crate::parts::mask::MaskedCode;
use crate::prelude::*;
use crate::{focus, t, time};
use vestibule_wire::{InvitationView, Moment};

/// The section.
#[component]
pub fn About(row: InvitationView) -> Element {
    let board = use_board();
    let now = (board.list.now)();
    let editing = (board.details.edit.open)() && row.may.describe;
    rsx! {
        section { "data-test": "details-facts",
            dl { class: "facts",
                What { row: row.clone() }
                Made { row: row.clone(), now }
                if !editing {
                    Described { row: row.clone() }
                }
            }
            if editing {
                edit::Form { row }
            }
        }
    }
}

/// What it opens, to whom, how often and until when.
#[component]
fn What(row: InvitationView) -> Element {
    let address = row.email.is_some();
    rsx! {
        Fact { term: t!("details-role"), named: true, {row.role.name.clone()} }
        Fact { term: t!("details-who"), named: address, test: "details-who", {telling::who(&row)} }
        Fact { term: t!("details-department"), named: true, {row.department.clone().unwrap_or_else(none)} }
        Fact { term: t!("details-groups"), named: true, test: "details-groups",
            if row.groups.is_empty() {
                {none()}
            } else {
                {row.groups.join(", ")}
            }
        }
        Fact { term: t!("details-limit"), {t!("invitations-uses", uses = row.uses, limit = row.usage_limit)} }
        Fact { term: t!("details-ends"), test: "details-ends", {telling::expires(&row)} }
    }
}

/// Who made it, how it ended, and which invitation it replaces or was replaced by.
#[component]
fn Made(row: InvitationView, now: Moment) -> Element {
    let revoked = row.revoked_by.as_ref().zip(row.revoked_at).map(|(person, at)| telling::by(person, at, now));
    rsx! {
        Fact { term: t!("details-created"), named: true, title: time::exact(row.created_at), {telling::by(&row.created_by, row.created_at, now)} }
        if let Some(id) = row.replaces.clone() {
            Fact { term: t!("details-replaces"),
                Other { id, words: t!("details-replaces-open"), test: "details-replaces" }
            }
        }
        if let Some(revoked) = revoked {
            Fact { term: t!("details-was-revoked"), named: true, title: row.revoked_at.map(time::exact), test: "details-revoked-by", {revoked} }
            if let Some(reason) = row.revoke_reason.clone() {
                Fact { term: t!("details-reason"), named: true, {reason} }
            }
        }
        if let Some(id) = row.replaced_by.clone() {
            Fact { term: t!("details-replaced-by"),
                Other { id, words: t!("details-replaced-by-open"), test: "details-replaced-by" }
            }
        }
        if let Some(at) = row.archived_at {
            Fact { term: t!("details-archived"), {time::exact(at)} }
        }
    }
}

/// A link to the other invitation of a replacement, by its code where the list has it.
#[component]
fn Other(id: String, words: String, test: String) -> Element {
    let board = use_board();
    let place = format!("other-{id}");
    let code = board
        .list
        .shown
        .read()
        .as_ref()
        .and_then(|page| page.items.iter().find(|row| row.id == id).and_then(|row| row.code.clone()));
    rsx! {
        button {
            class: "link other", r#type: "button", "data-test": test, onclick: move |_| board.show_details(&id),
            if let Some(code) = code {
                MaskedCode { code, place }
            } else {
                {words}
            }
            Icon { name: "chevron-right", size: IconSize::Small }
        }
    }
}

/// Label and note, the only fields that can be changed.
#[component]
fn Described(row: InvitationView) -> Element {
    let edit = use_board().details.edit;
    let mut back = edit.back;
    let may = row.may.describe;
    let label = row.label.clone().unwrap_or_else(none);
    let note = row.note.clone().unwrap_or_else(none);
    rsx! {
        Fact { term: t!("details-label"), test: "details-label-shown", span { translate: "no", {label} } }
        Fact { term: t!("details-note"), test: "details-note-shown",
            span { class: "lines", translate: "no", {note} }
            if may {
                " "
                button {
                    class: "link small", r#type: "button", title: t!("details-edit-title"), "aria-label": t!("details-edit-title"), "data-test": "details-edit",
                    onmounted: move |element| async move {
                        if *back.peek() {
                            back.set(false);
                            focus::on_mounted(element).await;
                        }
                    },
                    onclick: move |_| edit.start(&row),
                    {t!("details-edit")}
                }
            }
        }
    }
}

fn none() -> String {
    "–".to_owned()
}
