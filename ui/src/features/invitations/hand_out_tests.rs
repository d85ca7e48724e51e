//! Tests of handing out one invitation: print ignores the selection, and the text is built from the current state.

use crate::backend::fake;
use crate::features::invitations::archive::ManyOverlay;
use crate::features::invitations::board::use_board_provider;
use crate::features::invitations::create::created::Created;
use crate::features::invitations::tests::{has, invitation, session};
use crate::list::selection::SelectedRows;
use crate::navigator::use_navigator_provider;
use crate::prelude::*;
use crate::testing::{render_in, state};
use serde_json::{json, to_value};
use vestibule_wire::{CopyWhat, InvitationView, StageView, Status, command};

fn poster() -> InvitationView {
    InvitationView { email: None, usage_limit: 30, label: Some("Spring fair".into()), ..invitation("i-7") }
}

/// Renders the print dialog for that one while others are selected.
fn printing(row: fn() -> InvitationView) -> String {
    thread_local! { static ROW: std::cell::Cell<Option<fn() -> InvitationView>> = const { std::cell::Cell::new(None) }; }
    ROW.set(Some(row));
    fn page() -> Element {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        let board = use_board_provider();
        use_hook(|| {
            let mut picked = board.list.selection.picked;
            picked.set(SelectedRows::These(["i-1".to_owned(), "i-2".to_owned()].into()));
            board.many.print_one(ROW.take().expect("it was set")());
        });
        rsx! { ManyOverlay {} }
    }
    render_in(state(StageView::Desk), page)
}

#[test]
fn one_is_printed_without_counting_what_is_selected() {
    let html = printing(poster);
    assert!(html.contains("This invitation</b> on one page"), "{html}");
    assert!(!html.contains("K7QF-2M9X"), "a card is shown, and nobody's code");
    assert!(html.contains("data-layout=\"poster\""), "for many it is a poster at first: {html}");
    assert!(fake::asked().iter().all(|(name, _)| name != command::PreviewRevoke::NAME), "nothing is counted");
}

#[test]
fn one_that_has_ended_meanwhile_is_not_printed() {
    let html = printing(|| InvitationView { status: Status::Revoked, ..poster() });
    assert!(html.contains("no longer active") && html.contains("disabled"), "{html}");
}

#[test]
fn a_new_invitation_is_printed_from_where_it_is_shown() {
    fn page() -> Element {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        use_board_provider();
        rsx! { Created { row: poster() } }
    }
    let html = render_in(state(StageView::Desk), page);
    assert!(has(&html, "result-print") && has(&html, "result-copy-text"), "{html}");
}

#[test]
fn the_text_is_written_from_what_the_invitation_is_now() {
    fake::answer(command::GetInvitation::NAME, |_| Ok(to_value(poster()).unwrap()));
    fake::answer(command::CopyInvitation::NAME, |_| Ok(json!({ "what": "text", "clears_after_seconds": 60 })));
    fn page() -> Element {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        let board = use_board_provider();
        use_hook(|| board.copy.call(("i-7".to_owned(), CopyWhat::Text)));
        rsx! {}
    }
    render_in(state(StageView::Desk), page);
    let asked = fake::asked();
    let (_, request) = asked.iter().find(|(name, _)| name == command::CopyInvitation::NAME).expect("it is copied");
    let words = request["words"].as_str().expect("there are words");
    assert!(words.starts_with("Amara Osei invites you to join Fernhill College as Staff."), "{words}");
    assert!(words.contains("{link}") && words.contains("{code}") && words.contains("30 people can use it."), "{words}");
}
