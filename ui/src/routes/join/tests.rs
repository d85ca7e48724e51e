//! Tests of Join, page by page.

use super::*;
use crate::testing::render;
use vestibule_wire::ErrorCode;

fn invitation() -> JoinView {
    JoinView {
        code: "K7QF-2M9X-4TZC-8WHN".into(),
        version: "1".into(),
        organisation: "Fernhill College".into(),
        invited_by: "Jonas Lindqvist".into(),
        role: "Staff".into(),
        department: Some("Sciences".into()),
        bound_email: Some("n•••••••••d@post.example".into()),
        bound_domain: None,
        expires_at: Some("2026-09-15T10:24:00Z".parse().unwrap()),
        password_min: 10,
    }
}

fn form(invitation: JoinView) -> Element {
    let step = use_signal(|| JoinStep::Code(None));
    rsx! {
        form::JoinForm { step, invitation }
    }
}

#[test]
fn it_begins_with_the_code_and_nothing_is_asked_of_the_backend() {
    let html = render(|| rsx! { Join { onleave: |_| {} } });
    assert!(html.contains(r#"data-test="join-code""#) && !html.contains("join-name"));
    assert!(crate::backend::fake::asked().is_empty());
}

#[test]
fn a_refusal_that_comes_back_from_the_form_is_shown_above_the_code() {
    fn refused() -> Element {
        let step = use_signal(|| JoinStep::Code(None));
        rsx! {
            code::EnterCode { step, refused: Some(ErrorView::new(ErrorCode::InvitationRevoked, "x")), onleave: |_| {} }
        }
    }
    assert!(render(refused).contains("This code was revoked."));
}

#[test]
fn one_that_was_replaced_is_told_so_and_not_by_what() {
    fn refused() -> Element {
        let step = use_signal(|| JoinStep::Code(None));
        rsx! {
            code::EnterCode { step, refused: Some(ErrorView::new(ErrorCode::InvitationReplaced, "x")), onleave: |_| {} }
        }
    }
    let html = render(refused);
    assert!(html.contains("This code was replaced by another one. Ask the person who gave it to you."), "{html}");
}

#[test]
fn an_invitation_for_a_domain_says_whose_addresses_it_is_for() {
    let html = render(|| {
        form(JoinView { bound_email: None, bound_domain: Some("@s•••••.example".into()), ..invitation() })
    });
    assert!(html.contains("This invitation is for addresses of @s•••••.example."), "{html}");
    let open = render(|| form(JoinView { bound_email: None, ..invitation() }));
    assert!(!open.contains("for addresses of"));
}

#[test]
fn the_form_says_who_invites_as_what_and_until_when() {
    let html = render(|| form(invitation()));
    for said in [
        "Jonas Lindqvist",
        "Staff",
        "Sciences",
        "Tue 15 Sep",
        "The code is used only when you press Join.",
        "You join as Staff in Sciences, invited by Jonas Lindqvist",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(html.contains("This invitation is for n•••••••••d@post.example."));
    assert!(html.contains(r#"aria-label="Code K7QF-2M9X-4TZC-8WHN""#));
}

#[test]
fn an_open_invitation_without_department_or_end_says_nothing_of_them() {
    let html = render(|| form(JoinView { department: None, bound_email: None, expires_at: None, ..invitation() }));
    for unsaid in ["Department", "Open until", "This invitation is for"] {
        assert!(!html.contains(unsaid), "{unsaid}");
    }
}

#[test]
fn who_has_joined_is_welcomed_and_told_the_username() {
    fn joined() -> Element {
        let joined = JoinedView {
            account: "1".into(),
            username: "noor.h".into(),
            name: "Noor Haddad".into(),
            organisation: "Fernhill College".into(),
            role: "Staff".into(),
            department: None,
        };
        rsx! {
            joined::Joined { joined, onleave: |_| {} }
        }
    }
    let html = render(joined);
    assert!(html.contains("Welcome, Noor Haddad") && html.contains(">noor.h<"));
}
