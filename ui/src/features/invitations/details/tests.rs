//! Tests of the drawer, rendered on the host with the fake backend. Keeps out keys and clicks: see the journeys.

use super::state::Code;
use super::*;
use crate::backend::fake;
use crate::features::invitations::board::{InvitationDialog, use_board_provider};
use crate::features::invitations::create::Create;
use crate::features::invitations::list::page::Overlay;
use crate::features::invitations::tests::{invitation, moment, options, page_of, person, session, use_by};
use crate::navigator::use_navigator_provider;
use crate::testing::{render_in, state, within};
use crate::unsaved;
use serde_json::{Value, json, to_value};
use vestibule_wire::{
    HistoryEvent, HistoryEventView, HistoryView, InvitationActionsView, QrView, StageView, Status, UseView, command,
};

fn history(events: usize, total: u64) -> HistoryView {
    let one = |number: usize| HistoryEventView {
        id: format!("e-{number}"),
        at: moment("2026-09-08T09:13:00Z"),
        what: HistoryEvent::Copied { form: "link".into() },
        actor: Some(person("Jonas Lindqvist")),
        device: "JL-Laptop".into(),
    };
    HistoryView { items: (0..events).map(one).collect(), total }
}

/// Sets the answers of a backend that has this invitation, in the list as well.
fn has(row: &InvitationView) {
    let (listed, whole) = (page_of(vec![row.clone(), invitation("other")]), row.clone());
    fake::answer(command::ListInvitations::NAME, move |_| Ok(to_value(&listed).unwrap()));
    fake::answer(command::GetInvitation::NAME, move |_| Ok(to_value(&whole).unwrap()));
    fake::answer(command::InvitationHistory::NAME, |_| Ok(to_value(history(2, 2)).unwrap()));
    fake::answer(command::InvitationOptions::NAME, |_| Ok(to_value(options()).unwrap()));
}

fn drawer(act: fn(crate::features::invitations::board::InvitationsState)) -> String {
    thread_local! { static ACT: std::cell::Cell<Option<fn(crate::features::invitations::board::InvitationsState)>> = const { std::cell::Cell::new(None) }; }
    ACT.set(Some(act));
    fn page() -> Element {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        let board = use_board_provider();
        use_effect(move || {
            if board.list.shown.read().is_some()
                && let Some(act) = ACT.take()
            {
                act(board);
            }
        });
        rsx! {
            DetailsDrawer {}
            Overlay {}
        }
    }
    render_in(state(StageView::Desk), page)
}

fn shown(row: &InvitationView) -> String {
    has(row);
    drawer(|board| board.show_details("i-1"))
}

fn row() -> InvitationView {
    InvitationView {
        usage_limit: 5,
        uses: 2,
        email: None,
        domain: Some("fernhill.example".into()),
        department: Some("Sciences".into()),
        groups: vec!["Choir".into(), "First aiders".into()],
        label: Some("Science open day".into()),
        note: Some("Poster by the lab entrance".into()),
        used_by: vec![use_by("Oscar Brandt"), use_by("Leila Haddad")],
        ..invitation("i-1")
    }
}

fn is_there(html: &str, hook: &str) -> bool {
    html.contains(&format!("data-test=\"{hook}\""))
}

#[test]
fn every_field_is_shown() {
    let html = shown(&row());
    for part in [
        "Science open day",
        "2 of 5 used",
        "Staff",
        "Any address @fernhill.example",
        "Sciences",
        "Choir, First aiders",
        "Poster by the lab entrance",
        "Tuesday 15 September 2026, 10:00 UTC",
        "Tuesday 8 September 2026, 09:00 UTC",
        ">K7QF<",
        "vestibule://join/K7QF2M9X4TZC8WHN",
        "3 left",
        "Front desk",
        "2 events",
        "Link copied by",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    for hook in [
        "details-copy-code",
        "details-copy-link",
        "details-copy-text",
        "details-print",
        "details-replace",
        "details-revoke",
        "details-edit",
    ] {
        assert!(is_there(&html, hook), "{hook}");
    }
}

#[test]
fn a_closed_drawer_is_not_there_and_asks_nothing() {
    has(&row());
    let html = drawer(|_| {});
    assert!(!is_there(&html, "details"));
    assert!(fake::asked().iter().all(|(name, _)| name != command::GetInvitation::NAME));
}

#[test]
fn a_manager_may_look_and_copy_and_nothing_else() {
    let html = shown(&InvitationView {
        may: InvitationActionsView { copy: true, ..InvitationActionsView::default() },
        ..row()
    });
    assert!(is_there(&html, "details-copy-code") && is_there(&html, "details-history"));
    for hook in ["details-replace", "details-revoke", "details-edit"] {
        assert!(!is_there(&html, hook), "{hook}");
    }
    assert!(!html.contains("<footer>"));
}

#[test]
fn who_may_not_copy_sees_no_code_and_nothing_to_copy_it_with() {
    let html = shown(&InvitationView { code: None, link: None, may: InvitationActionsView::default(), ..row() });
    assert!(is_there(&html, "details-code-kept"));
    for hook in
        ["details-code", "details-link", "details-copy-code", "details-copy-text", "details-qr-show", "details-print"]
    {
        assert!(!is_there(&html, hook), "{hook}");
    }
}

#[test]
fn a_code_is_shown_as_a_picture_when_somebody_asks_and_not_before() {
    has(&row());
    fake::answer(command::ShowQr::NAME, |_| Ok(to_value(QrView { size: 1, modules: "1".into() }).unwrap()));
    let html = drawer(|board| board.show_details("i-1"));
    assert!(is_there(&html, "details-qr-show") && !is_there(&html, "details-qr"));
    assert!(fake::asked().iter().all(|(name, _)| name != command::ShowQr::NAME), "looking is written into the history");
    let html = drawer(|board| board.show_qr("i-1"));
    assert!(is_there(&html, "details-qr") && html.contains("M0 0h1v1h-1z") && html.contains("viewBox=\"-4 -4 9 9\""));
}

#[test]
fn a_picture_that_cannot_be_had_says_why() {
    has(&row());
    fake::answer(command::ShowQr::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    let html = drawer(|board| board.show_qr("i-1"));
    assert!(is_there(&html, "details-qr-failed") && is_there(&html, "details-qr-again"));
    assert!(is_there(&html, "details-code"), "everything else stays");
}

#[test]
fn an_ended_invitation_is_not_handed_out_again() {
    let html = shown(&InvitationView { status: Status::Expired, ..row() });
    assert!(is_there(&html, "details-code") && is_there(&html, "details-copy-code"));
    for hook in ["details-qr-show", "details-copy-link", "details-copy-text", "details-link"] {
        assert!(!is_there(&html, hook), "{hook}");
    }
}

#[test]
fn of_many_uses_and_events_fifty_are_shown_and_all_can_be() {
    let uses: Vec<UseView> = (0..120).map(|number| use_by(&format!("Person {number}"))).collect();
    has(&InvitationView { usage_limit: 10_000, uses: 120, used_by: uses, ..row() });
    fake::answer(command::InvitationHistory::NAME, |_| Ok(to_value(history(500, 1_234)).unwrap()));
    let html = drawer(|board| board.show_details("i-1"));
    assert_eq!(html.matches("details-use\"").count(), 50);
    assert!(html.contains("Person 119") && !html.contains("Person 3<"), "the latest come first");
    assert!(html.contains("Show all 120") && html.contains("The latest 500 of 1,234"));
    assert_eq!(html.matches("class=\"event\"").count(), 50);
    let html = drawer(|board| {
        board.show_details("i-1");
        let mut shown = board.details.uses;
        shown += super::state::MORE;
    });
    assert_eq!(html.matches("details-use\"").count(), 120);
    assert!(!is_there(&html, "details-uses-all"));
}

#[test]
fn a_revoked_one_says_by_whom_why_and_what_is_in_its_place() {
    let html = shown(&InvitationView {
        status: Status::Revoked,
        revoked_by: Some(person("Amara Osei")),
        revoked_at: Some(moment("2026-09-08T09:30:00Z")),
        revoke_reason: Some("Poster taken down".into()),
        replaced_by: Some("other".into()),
        may: InvitationActionsView { copy: true, describe: true, ..InvitationActionsView::default() },
        ..row()
    });
    assert!(is_there(&html, "details-revoked-by") && html.contains("Poster taken down"));
    assert!(is_there(&html, "details-replaced-by") && !is_there(&html, "details-replaces"));
    assert!(is_there(&html, "details-edit") && !is_there(&html, "details-revoke"));
}

#[test]
fn one_that_is_gone_says_so_and_another_fault_can_be_tried_again() {
    has(&row());
    fake::answer(command::GetInvitation::NAME, |_| Err(ErrorView::new(ErrorCode::InvitationNotFound, "gone")));
    let html = drawer(|board| board.show_details("i-1"));
    assert!(is_there(&html, "details-gone") && !is_there(&html, "details-again") && !html.contains("K7QF"));
    fake::answer(command::GetInvitation::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    let html = drawer(|board| board.show_details("unlisted"));
    assert!(is_there(&html, "details-error") && is_there(&html, "details-again"));
}

#[test]
fn what_is_known_stays_when_it_cannot_be_read_again() {
    has(&row());
    fake::answer(command::InvitationHistory::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    let html = drawer(|board| board.show_details("i-1"));
    assert!(is_there(&html, "details-stale") && is_there(&html, "details-again") && is_there(&html, "details-code"));
}

#[test]
fn label_and_note_are_changed_in_place_by_who_may() {
    has(&row());
    let open = |board: crate::features::invitations::board::InvitationsState| {
        board.show_details("i-1");
        board.details.edit.start(&board.known("i-1").unwrap());
    };
    let html = drawer(open);
    for hook in ["details-label", "details-note", "details-save", "details-cancel"] {
        assert!(is_there(&html, hook), "{hook}");
    }
    assert!(!is_there(&html, "details-edit"));
    has(&InvitationView { may: InvitationActionsView::default(), ..row() });
    assert!(!is_there(&drawer(open), "details-save"));
}

#[test]
fn unsaved_words_keep_the_drawer_where_it_is_and_untouched_ones_do_not() {
    fn leave(typed: &'static str) -> impl Fn(crate::features::invitations::board::InvitationsState) {
        move |board| {
            board.show_details("i-1");
            board.details.edit.start(&board.known("i-1").unwrap());
            if !typed.is_empty() {
                board.details.edit.label.set(typed);
            }
            board.step_details(true, false);
            let still = board.details.of.peek().as_deref() == Some("i-1");
            assert_eq!(still, !typed.is_empty());
        }
    }
    has(&row());
    let html = drawer(|board| leave("Another label")(board));
    assert!(is_there(&html, "details-unsaved"));
    assert!(!is_there(&drawer(|board| leave("")(board)), "details-unsaved"));
}

#[test]
fn the_form_of_a_replacement_is_filled_and_says_what_it_does() {
    has(&row());
    let html = drawer(|board| {
        let mut board = board;
        board.open.set(InvitationDialog::Replace(row(), options()));
    });
    assert!(html.contains("Replace this invitation?") && html.contains("Both stay linked"));
    assert!(
        is_there(&html, "replace-submit") && is_there(&html, "replace-reason") && !is_there(&html, "create-submit")
    );
    assert!(html.contains("Science open day"), "{html}");
}

#[test]
fn a_new_invitation_asks_for_no_reason() {
    fn page() -> Element {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        use_board_provider();
        rsx! { Create { options: options() } }
    }
    has(&row());
    let html = render_in(state(StageView::Desk), page);
    assert!(
        is_there(&html, "create-submit") && !is_there(&html, "replace-reason") && !is_there(&html, "replace-words")
    );
}

#[test]
fn only_what_may_be_replaced_opens_the_form() {
    let asked = |may: InvitationActionsView| {
        within(async { unsaved::follow(&state(StageView::SignIn)) }); // discards the form of an earlier test
        has(&InvitationView { may, ..row() });
        drawer(|board| {
            let row = board.known("i-1").unwrap();
            assert_eq!(board.ask_replace(&row), row.may.replace);
        })
    };
    assert!(is_there(&asked(row().may), "replace-submit"));
    assert!(!is_there(
        &asked(InvitationActionsView { copy: true, ..InvitationActionsView::default() }),
        "replace-submit"
    ));
}

#[test]
fn the_backend_is_asked_for_the_invitation_by_its_id() {
    let html = shown(&row());
    let asked: Vec<Value> = fake::asked()
        .into_iter()
        .filter(|(name, _)| name == command::GetInvitation::NAME || name == command::InvitationHistory::NAME)
        .map(|(_, request)| request)
        .collect();
    assert!(asked.len() >= 2 && asked.iter().all(|request| *request == json!({ "invitation": "i-1" })), "{html}");
    assert!(!matches!(Code::Hidden, Code::Asked));
}
