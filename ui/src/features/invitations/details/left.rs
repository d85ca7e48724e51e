//! A half-typed label or note: kept while the window is locked, with a warning before closing. Keeps out the form.

use super::state::Details;
use crate::navigator::Navigator;
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use vestibule_wire::ErrorCode;

/// The key under which it is kept.
const LEFT: &str = "details-edit";

/// The invitation's id, the fields as typed, and as they were before.
#[derive(Clone)]
struct EditDraft {
    of: String,
    label: String,
    note: String,
    before: (String, String),
}

/// Restores the drawer and its form after a lock, and keeps what is typed from then on.
pub fn use_left(details: Details, account: &str) {
    use_hook(|| {
        if let Some(left) = unsaved::kept::<EditDraft>(account, LEFT) {
            let (mut of, mut edit) = (details.of, details.edit);
            edit.label.set(left.label);
            edit.note.set(left.note);
            edit.before.set(left.before);
            edit.open.set(true);
            of.set(Some(left.of));
        }
    });
    let navigator = use_context::<Navigator>();
    use_effect(move || {
        if navigator.held() == Some(UnsavedWork::Describe) {
            details.may_leave();
        }
    });
    // It may be gone by now, or this person may no longer describe it: then no form is restored.
    use_effect(move || {
        let of = details.of.cloned();
        let is_gone = details.fault.read().as_ref().is_some_and(|error| error.code == ErrorCode::InvitationNotFound);
        let whole = details.whole.read();
        let is_barred = whole.as_ref().is_some_and(|row| Some(&row.id) == of.as_ref() && !row.may.describe);
        if is_gone || is_barred {
            details.edit.end();
        }
    });
    let account = account.to_owned();
    use_effect(move || {
        let edit = details.edit;
        let (label, note, before) = (edit.label.text.cloned(), edit.note.text.cloned(), edit.before.cloned());
        let is_changed = (edit.open)() && (&label, &note) != (&before.0, &before.1);
        let of = details.of.cloned().filter(|_| is_changed);
        unsaved::risk(UnsavedWork::Describe, of.is_some());
        match of {
            Some(of) => unsaved::keep(&account, LEFT, EditDraft { of, label, note, before }),
            None => unsaved::forget(LEFT),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::tests::{has, invitation, page_of, session, shown};
    use crate::testing::at_stake;
    use vestibule_wire::{InvitationActionsView, InvitationView, SessionView, command};

    fn left() -> InvitationView {
        let may = InvitationActionsView { describe: true, ..InvitationActionsView::default() };
        let row = InvitationView { may, ..invitation("i-1") };
        let answer = row.clone();
        fake::answer(command::GetInvitation::NAME, move |_| Ok(serde_json::to_value(&answer).expect("plain")));
        let before = (String::new(), String::new());
        unsaved::keep(
            "a-1",
            LEFT,
            EditDraft { of: "i-1".into(), label: "Spring f".into(), note: "Ask I".into(), before },
        );
        row
    }

    #[test]
    fn a_half_typed_note_is_there_again_after_the_lock() {
        let row = left();
        let html = shown(session(), Ok(page_of(vec![row])));
        assert!(has(&html, "details-note") && html.contains("Spring f") && html.contains("Ask I"), "{html}");
        assert_eq!(at_stake(), Some(UnsavedWork::Describe), "and closing the window asks first");
    }

    #[test]
    fn another_person_finds_nothing_of_it() {
        let row = left();
        let html = shown(SessionView { account: "a-2".into(), ..session() }, Ok(page_of(vec![row])));
        assert!(!has(&html, "details-note") && !html.contains("Ask I"), "{html}");
        assert_eq!(at_stake(), None);
    }
}
