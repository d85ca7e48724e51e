//! Tests of columns: storing and reading back, bounds, and the table rendered with them.

use super::*;
use crate::features::invitations::tests::{invitation, page_of, session, shown};
use crate::features::invitations::{Column as Col, InvitationList};
use crate::list::Listed;
use vestibule_wire::{ListInvitationsRequest, SessionView, SortField};

type Layout = super::Layout<InvitationList>;
type Drag = super::Drag<InvitationList>;

const KEPT: &str = InvitationList::COLUMNS_KEPT;

fn listed() -> String {
    shown(session(), Ok(page_of(vec![invitation("i-1")])))
}

#[test]
fn what_is_chosen_is_read_back() {
    let mut layout = Layout::default();
    layout.show(Col::Role, false);
    layout.set_width(Col::By, Some(220));
    let stored = written::<InvitationList>(layout, SortField::Expires, true);
    assert_eq!(stored, "hide=role&by=220&sort=-expires");
    assert_eq!(parse_layout::<InvitationList>(&stored), (layout, Some((SortField::Expires, true))));
}

#[test]
fn what_is_stored_and_none_of_ours_is_passed_over() {
    for stored in
        ["", "{\"hide\":1}", "hide=nothing&sort=colour", "by=wide&role=-4&used=99999999999", "%%%&=&hide=&sort="]
    {
        assert_eq!(parse_layout::<InvitationList>(stored), (Layout::default(), None), "{stored}");
    }
    let (layout, sort) = parse_layout::<InvitationList>("by=9999&hide=role&sort=moon&expires=2");
    assert!(!layout.has(Col::Role) && layout.width(Col::By).is_none() && sort.is_none());
    assert_eq!(layout.width(Col::Expires), Some(Col::Expires.look().least), "too narrow is as narrow as can be");
}

#[test]
fn the_code_stays_and_email_takes_the_rest() {
    let (layout, _) = parse_layout::<InvitationList>("hide=code&email=300");
    assert!(layout.has(Col::Code) && layout.width(Col::Email).is_none());
}

#[test]
fn widths_have_bounds() {
    let mut layout = Layout::default();
    layout.set_width(Col::Status, Some(3));
    layout.set_width(Col::Used, Some(9_000));
    assert_eq!((layout.width(Col::Status), layout.width(Col::Used)), (Some(102), Some(WIDEST)));
    layout.set_width(Col::Status, None);
    layout.set_width(Col::Used, None);
    assert!(layout.is_usual());
}

#[test]
fn the_edge_of_email_is_its_neighbours() {
    let mut layout = Layout::default();
    assert_eq!(layout.moved_by(Col::By), Some((Col::By, 1)));
    assert_eq!(layout.moved_by(Col::Email), Some((Col::Role, -1)));
    layout.show(Col::Role, false);
    assert_eq!(layout.moved_by(Col::Email), Some((Col::Status, -1)));
    for col in Col::ALL {
        layout.show(*col, false);
    }
    layout.show(Col::Email, true);
    assert_eq!(layout.moved_by(Col::Email), None, "nothing stands beside it");
}

#[test]
fn a_dragged_edge_follows_the_pointer_as_far_as_email_gives() {
    let drag = Drag { column: Col::By, width: 138, from: 900.0, way: 1, most: 200 };
    assert_eq!([drag.at(900.0), drag.at(930.4), drag.at(1200.0), drag.at(860.0)], [138, 168, 200, 98]);
    assert_eq!(Drag { way: -1, ..drag }.at(880.0), 158);
}

#[test]
fn a_column_that_is_taken_away_is_in_no_row_and_not_among_the_heads() {
    keep::save("a-1", KEPT, "hide=role&hide=by&expires=150");
    let html = listed();
    assert!(!html.contains("w-role") && !html.contains("c-by") && !html.contains(">Staff<"), "{html}");
    assert!(
        html.contains("width:150px") && html.contains("data-test=\"sort-5\"") && !html.contains("data-test=\"sort-6\"")
    );
    assert_eq!(html.matches("<th ").count(), html.split("<tbody>").nth(1).unwrap().matches("<td").count(), "{html}");
}

#[test]
fn another_person_has_the_usual_table() {
    keep::save("a-1", KEPT, "hide=role&sort=email");
    let html = shown(SessionView { account: "a-2".into(), ..session() }, Ok(page_of(vec![invitation("i-1")])));
    assert!(html.contains("w-role") && html.contains("data-test=\"columns\""));
    assert_eq!(remembered_order::<InvitationList>("a-2"), ListInvitationsRequest::default());
}

#[test]
fn the_order_is_remembered() {
    keep::save("a-1", KEPT, "sort=email");
    listed();
    let asked = crate::backend::fake::asked();
    let (_, request) = asked.iter().find(|(name, _)| name == vestibule_wire::command::ListInvitations::NAME).unwrap();
    assert_eq!((&request["sort"], &request["descending"]), (&"email".into(), &false.into()));
    assert_eq!(keep::load("a-1", KEPT).as_deref(), Some("sort=email"), "to look changes nothing");
}

#[test]
fn columns_are_wider_in_a_language_with_longer_words() {
    assert!(!InvitationList::has_long_words());
    crate::words::show(crate::language::Language::Pseudo);
    assert!(InvitationList::has_long_words());
}

#[test]
fn in_a_narrow_window_the_table_has_the_columns_that_fit_and_no_more() {
    crate::dom::pretend_size(900.0, 600.0);
    let html = listed();
    assert!(html.contains("w-email") && html.contains("c-status") && html.contains("w-expires"), "{html}");
    assert!(!html.contains("c-used") && !html.contains("c-by") && !html.contains("c-age"), "{html}");
    assert_eq!(html.matches("<th ").count(), html.split("<tbody>").nth(1).unwrap().matches("<td").count(), "{html}");
    assert_eq!(html.matches("<th ").count(), html.matches("<col ").count(), "{html}");
}
