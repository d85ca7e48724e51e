//! The form that edits label and note: Save or Cancel, Ctrl Enter or Esc. Keeps out who may: the backend decides.

use super::state::Edit;
use crate::check::{self, Checked};
use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::create::draft::text_said;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::{Field, TextField};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, dom, t, words};
use vestibule_domain::{Label, Note};
use vestibule_wire::{DescribeInvitationRequest, ErrorView, InvitationView, command};

fn label(typed: &str) -> Checked<Option<String>> {
    check::optional(typed, |typed| {
        Label::parse(typed).map(|label| label.as_str().to_owned()).map_err(|error| text_said(&error))
    })
}

fn note(typed: &str) -> Checked<Option<String>> {
    check::optional(typed, |typed| {
        Note::parse(typed).map(|note| note.as_str().to_owned()).map_err(|error| text_said(&error))
    })
}

/// The request; None: something is wrong, and is shown under its field.
fn request(edit: Edit, id: &str) -> Option<DescribeInvitationRequest> {
    let (label, note) = (edit.label.checked(label), edit.note.checked(note));
    // A field that was not touched is not sent, so that somebody else's change to it survives.
    let before = edit.before.peek();
    Some(DescribeInvitationRequest {
        invitation: id.to_owned(),
        label: label?,
        note: note?,
        keep_label: *edit.label.text.peek() == before.0,
        keep_note: *edit.note.text.peek() == before.1,
    })
}

fn save(board: InvitationsState, toasts: Toasts, id: &str) {
    let (details, edit) = (board.details, board.details.edit);
    let (mut busy, mut refused, mut whole, mut again) = (edit.busy, edit.refused, details.whole, details.again);
    if *busy.peek() {
        return;
    }
    let Some(request) = request(edit, id) else {
        return dom::focus("#details [aria-invalid=true]");
    };
    busy.set(true);
    refused.set(None);
    spawn(async move {
        let answer = backend::ask::<command::DescribeInvitation>(&request).await;
        busy.set(false);
        match answer {
            Ok(row) => {
                board.list.replace(row.clone());
                whole.set(Some(row));
                *again.write() += 1;
                toasts.show("pencil", t!("details-saved"), None);
                leave(edit);
            }
            Err(error) if !belongs(edit, &error) => refused.set(Some(error)),
            Err(_) => {}
        }
    });
}

/// Puts a refusal under its field; false: it belongs to neither.
fn belongs(edit: Edit, error: &ErrorView) -> bool {
    match error.field.as_deref() {
        Some("label") => edit.label.refuse(Some(words::error(error))),
        Some("note") => edit.note.refuse(Some(words::error(error))),
        _ => return false,
    }
    true
}

/// Closes the form; the focus returns to the button that opened it, once that is drawn again.
fn leave(mut edit: Edit) {
    edit.back.set(true);
    edit.end();
}

/// The form.
#[component]
pub fn Form(row: InvitationView) -> Element {
    let board = use_board();
    let edit = board.details.edit;
    let toasts = use_toasts();
    let check = use_callback(|typed: String| label(&typed).err());
    let id = row.id;
    let save = use_callback(move |()| save(board, toasts, &id));
    rsx! {
        div {
            class: "fields describing",
            onkeydown: move |event: KeyboardEvent| keys(&event, edit, save),
            if let Some(error) = edit.refused.cloned() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            TextField {
                name: "details-label", label: t!("details-label"), entry: edit.label, optional: true, focus: true, placeholder: t!("details-label-hint"), check,
            }
            NoteField { edit }
            div { class: "row",
                Button { kind: Kind::Primary, size: Size::Small, busy: (edit.busy)(), test: "details-save", onclick: move |_| save.call(()), {t!("details-save")} }
                Button { kind: Kind::Ghost, size: Size::Small, test: "details-cancel", onclick: move |_| leave(edit), {t!("details-cancel")} }
                if (edit.warned)() {
                    div { class: "small soon row", role: "alert", "data-test": "details-unsaved",
                        Icon { name: "circle-alert", size: IconSize::Small }
                        p { {t!("details-unsaved")} }
                    }
                }
            }
        }
    }
}

fn keys(event: &Event<KeyboardData>, edit: Edit, save: Callback<()>) {
    let modifiers = event.modifiers();
    let command = modifiers.ctrl() || modifiers.meta();
    match event.key() {
        Key::Escape => leave(edit),
        Key::Enter if command => save.call(()),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

#[component]
fn NoteField(edit: Edit) -> Element {
    let mut entry = edit.note;
    let invalid = entry.error.read().is_some().then_some("true");
    rsx! {
        Field { name: "details-note", label: t!("details-note"), optional: true, error: entry.error.cloned(),
            textarea {
                class: "input", id: "details-note", rows: "4", "data-test": "details-note", placeholder: t!("details-note-hint"),
                aria_invalid: invalid, aria_describedby: "details-note-note", value: "{entry.text}",
                oninput: move |event| {
                    entry.text.set(event.value());
                    entry.refuse(None);
                },
                onblur: move |_| {
                    let wrong = note(&entry.text.peek()).err();
                    if wrong.is_some() {
                        entry.refuse(wrong);
                    }
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_and_note_may_be_empty_but_must_be_text_and_short_enough() {
        assert_eq!((label(" "), note(" \n ")), (Ok(None), Ok(None)));
        assert_eq!(note("two\nlines"), Ok(Some("two\nlines".into())));
        assert!(label("two\nlines").is_err() && label(&"x".repeat(201)).is_err());
        assert!(note("a\u{0}b").is_err() && note(&"x".repeat(2_001)).is_err());
    }
}
