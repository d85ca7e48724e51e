//! The dialog after an invitation was made: its code, to hand out at once. Keeps out making it.

use crate::features::invitations::board::use_board;
use crate::features::invitations::details::head::NewPicture;
use crate::features::invitations::list::cells;
use crate::features::invitations::many::use_many;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::dialog::Dialog;
use crate::parts::icon::Icon;
use crate::parts::mask::MaskedLink;
use crate::parts::notice::Notice;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{CopyWhat, InvitationView};

/// The dialog; replaces the form.
#[component]
pub fn Created(row: InvitationView) -> Element {
    let board = use_board();
    rsx! {
        Dialog {
            name: "created", title: t!("created-title"), onclose: move |()| board.close(), onprimary: move |()| board.close(),
            footer: rsx! {
                Button {
                    size: Size::Form, icon: "plus", test: "result-another",
                    onclick: move |_| {
                        board.close();
                        board.create.call(None);
                    },
                    {t!("created-another")}
                }
                span { class: "grow" }
                Button { size: Size::Form, test: "result-done", onclick: move |_| board.close(), {t!("created-done")} }
            },
            section {
                div { class: "created",
                    if let Some(code) = row.code.clone() {
                        CodeStrip { code, test: "result-code" }
                        Copying { row: row.clone() }
                    } else {
                        Notice { text: t!("created-kept") }
                    }
                    div { class: "code-forms",
                        if row.may.copy {
                            NewPicture { id: row.id.clone() }
                        }
                        Facts { row: row.clone() }
                    }
                }
            }
        }
    }
}

#[component]
fn Copying(row: InvitationView) -> Element {
    let (board, many) = (use_board(), use_many());
    let id = row.id.clone();
    let copied = board.copied.read().as_ref().filter(|(of, _)| *of == id).map(|(_, what)| *what);
    let icon = |what, usual| if copied == Some(what) { "check" } else { usual };
    let (code_id, link_id, text_id) = (id.clone(), id.clone(), id);
    rsx! {
        div { class: "copying",
            Button {
                kind: Kind::Primary, size: Size::Form, icon: icon(CopyWhat::Code, "copy"), focus: true, test: "result-copy-code",
                onclick: move |_| board.copy.call((code_id.clone(), CopyWhat::Code)),
                {t!("invitations-copy-code")}
            }
            Button {
                size: Size::Form, icon: icon(CopyWhat::Link, "link"), test: "result-copy-link",
                onclick: move |_| board.copy.call((link_id.clone(), CopyWhat::Link)),
                {t!("invitations-copy-link")}
            }
            Button {
                size: Size::Form, icon: icon(CopyWhat::Text, "message-square-text"), test: "result-copy-text",
                onclick: move |_| board.copy.call((text_id.clone(), CopyWhat::Text)),
                {t!("invitations-copy-text")}
            }
            Button { size: Size::Form, icon: "printer", test: "result-print", onclick: move |_| many.print_one(row.clone()), {t!("print-one")} }
        }
    }
}

#[component]
fn Facts(row: InvitationView) -> Element {
    let meant = cells::meant_for(&row);
    let expires = match row.expires_at {
        None => t!("create-expires-never"),
        Some(at) => t!("created-expires-both", exact = time::exact(at), relative = time::relative(at, time::now())),
    };
    let role = cells::role(&row);
    rsx! {
        dl { class: "facts",
            if let Some(link) = row.link {
                dt { {t!("created-link")} }
                dd { class: "link-line", dir: "ltr", MaskedLink { link, place: "result-code", test: "result-link" } }
            }
            dt { {t!("created-for")} }
            dd { translate: "no", {meant.title} }
            dt { {t!("created-role")} }
            dd { translate: "no", {role.title.unwrap_or(role.text)} }
            if !row.groups.is_empty() {
                dt { {t!("created-groups")} }
                dd { translate: "no", {row.groups.join(", ")} }
            }
            dt { {t!("created-expires")} }
            dd { {expires} }
            if row.usage_limit > 1 {
                dt { {t!("created-uses")} }
                dd { {crate::words::number(u64::from(row.usage_limit))} }
            }
            if let Some(note) = row.note {
                dt { {t!("created-note")} }
                dd { class: "lines", translate: "no", {note} }
            }
            if row.email.is_some() {
                dd { class: "hint whole", Icon { name: "info" } p { {t!("create-email-hint")} } }
            }
        }
    }
}
