//! The drawer's first section: the status, the code in three forms, and the copy buttons. Keeps out the copying itself.

use super::state::{Code, code_of};
use super::telling;
use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::many::use_many;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::icon::{Icon, IconSize};
use crate::parts::mask::MaskedLink;
use crate::parts::menu::{Item, Menu};
use crate::parts::qr::Qr;
use crate::parts::status_pill::{self, StatusPill};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, dom, t, words};
use vestibule_wire::{CopyWhat, FileDialogRequest, InvitationView, PictureForm, SaveQrRequest, Status, command};

/// The section.
#[component]
pub fn Head(row: InvitationView) -> Element {
    let board = use_board();
    let now = (board.list.now)();
    // Only an invitation that can still be used is shown as a QR code; an ended one's code is kept for looking it up.
    let pictured = row.may.copy && row.status == Status::Active;
    rsx! {
        section { class: "stack code-card", "data-status": status_pill::class(row.status),
            div { class: "row",
                StatusPill { status: row.status, uses: row.uses, limit: row.usage_limit }
                span { class: "soft", "data-test": "details-summary", {telling::summary(&row, now)} }
            }
            div { class: "code-forms",
                if pictured {
                    Picture { place: "details", id: row.id.clone(), code: board.details.qr, on_show: move |()| board.details.show_qr() }
                }
                div { class: "stack grow",
                    if let Some(code) = row.code.clone() {
                        div { CodeStrip { code, small: true, test: "details-code" } }
                    } else {
                        p { class: "muted", "data-test": "details-code-kept", {t!("invitations-code-kept")} }
                    }
                    if let Some(link) = row.link.clone().filter(|_| pictured) {
                        p { class: "small muted link-line", dir: "ltr",
                            Icon { name: "link", size: IconSize::Small }
                            MaskedLink { link, place: "details-code", test: "details-link" }
                        }
                    }
                    if row.may.copy {
                        Copying { row: row.clone(), all: pictured }
                    }
                }
            }
        }
    }
}

/// The QR code of an invitation made just now, or the button that shows it.
#[component]
pub fn NewPicture(id: String) -> Element {
    let mut code = use_signal(|| Code::Hidden);
    let of = id.clone();
    let show = move |()| {
        let asking = *code.peek() == Code::Asked;
        if asking {
            return;
        }
        code.set(Code::Asked);
        let of = of.clone();
        spawn(async move {
            let answer = code_of(of).await;
            code.set(answer);
        });
    };
    rsx! {
        Picture { place: "result", id, code, on_show: show }
    }
}

/// The QR code, or the button that shows it. `place` is the prefix of its test ids.
#[component]
fn Picture(place: &'static str, id: String, code: Signal<Code>, on_show: EventHandler<()>) -> Element {
    // The focused button is gone when the answer arrives; the focus moves to what replaces it, or keys would reach
    // nothing.
    use_effect(move || match &*code.read() {
        Code::Here(_) => dom::focus_if_lost(&format!("[data-test={place}-qr-copy]")),
        Code::Failed(_) => dom::focus_if_lost(&format!("[data-test={place}-qr-again]")),
        Code::Hidden | Code::Asked => {}
    });
    let code = code.cloned();
    match code {
        Code::Here(code) => rsx! {
            div { class: "qr-side",
                Qr { code, label: t!("details-qr"), test: "{place}-qr" }
                Taking { place, id }
            }
        },
        Code::Hidden | Code::Asked => rsx! {
            button {
                class: "qr-ask", r#type: "button", title: t!("details-qr-title"), "data-test": "{place}-qr-show",
                "aria-busy": (code == Code::Asked).then_some("true"), onclick: move |_| on_show.call(()),
                Icon { name: "qr-code", size: IconSize::Large }
                span { {t!("details-qr-show")} }
                if code == Code::Asked {
                    span { class: "spinner", "aria-hidden": "true" }
                }
            }
        },
        Code::Failed(error) => rsx! {
            div { class: "qr-ask", role: "alert", "data-test": "{place}-qr-failed",
                p { class: "small", {words::error(&error).replace("**", "")} }
                button { class: "link", r#type: "button", "data-test": "{place}-qr-again", onclick: move |_| on_show.call(()), {t!("list-try-again")} }
            }
        },
    }
}

/// Copies the picture to the clipboard, or saves it to a file chosen in the system's dialog.
#[component]
fn Taking(place: &'static str, id: String) -> Element {
    let board = use_board();
    let toasts = use_toasts();
    let mut open = use_signal(|| false);
    let saved = id.clone();
    let save = use_callback(move |form: PictureForm| save(board, toasts, saved.clone(), form));
    rsx! {
        div { class: "row small",
            button {
                class: "link", r#type: "button", title: t!("details-qr-copy"), "data-test": "{place}-qr-copy",
                onclick: move |_| board.copy.call((id.clone(), CopyWhat::Picture)),
                {t!("details-qr-copy-short")}
            }
            button {
                class: "link", r#type: "button", title: t!("details-qr-save"), aria_haspopup: "menu", aria_expanded: open(), "data-test": "{place}-qr-save",
                onclick: move |_| open.set(true),
                {t!("details-qr-save-short")}
            }
        }
        if open() {
            Menu {
                label: t!("details-qr-save"), anchor: "[data-test={place}-qr-save]", on_close: move |()| open.set(false),
                items: vec![
                    Item::new("details-qr-png", "download", t!("details-qr-png")),
                    Item::new("details-qr-svg", "download", t!("details-qr-svg")),
                ],
                on_choose: move |name| save.call(if name == "details-qr-svg" { PictureForm::Svg } else { PictureForm::Png }),
            }
        }
    }
}

fn save(board: InvitationsState, toasts: Toasts, id: String, form: PictureForm) {
    let ending = match form {
        PictureForm::Png => "png",
        PictureForm::Svg => "svg",
    };
    // The file name reveals nothing of the code: others may see the folder.
    let dialog =
        FileDialogRequest { title: t!("details-qr-save"), name: format!("{}.{ending}", t!("details-qr-file")) };
    let mut again = board.details.again;
    spawn(async move {
        let request = SaveQrRequest { invitation: id, form, dialog };
        match backend::ask::<command::SaveQr>(&request).await {
            Ok(Some(file)) => {
                toasts.show("download", t!("details-qr-saved", name = file.name), None);
                *again.write() += 1;
            }
            Ok(None) => {}
            Err(error) => toasts.error(&error),
        }
    });
}

#[component]
fn Copying(row: InvitationView, all: bool) -> Element {
    let (board, many) = (use_board(), use_many());
    let id = row.id.clone();
    let copied = board.copied.read().as_ref().filter(|(of, _)| *of == id).map(|(_, what)| *what);
    let icon = |what, usual| if copied == Some(what) { "check" } else { usual };
    let copy = |what| {
        let id = id.clone();
        move |_| board.copy.call((id.clone(), what))
    };
    // One primary button per view: while label and note are edited, that is Save.
    let kind = if (board.details.edit.open)() { Kind::Plain } else { Kind::Primary };
    rsx! {
        div { class: "copying",
            Button {
                kind: if all { kind } else { Kind::Plain }, size: Size::Small, icon: icon(CopyWhat::Code, "copy"), title: t!("invitations-copy-code-title"),
                test: "details-copy-code", onclick: copy(CopyWhat::Code),
                {t!("invitations-copy-code")}
            }
            if all {
                Button {
                    size: Size::Small, icon: icon(CopyWhat::Link, "link"), title: t!("invitations-copy-link-title"), test: "details-copy-link",
                    onclick: copy(CopyWhat::Link),
                    {t!("invitations-copy-link")}
                }
                Button {
                    size: Size::Small, icon: icon(CopyWhat::Text, "message-square-text"), test: "details-copy-text", onclick: copy(CopyWhat::Text),
                    {t!("invitations-copy-text")}
                }
                Button { size: Size::Small, icon: "printer", test: "details-print", onclick: move |_| many.print_one(row.clone()), {t!("print-one")} }
            }
        }
    }
}
