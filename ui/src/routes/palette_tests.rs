//! Tests of the palette rendered on the host, and of its requests.

use super::*;
use crate::backend::fake;
use crate::features::invitations::tests::{invitation, page_of, session, staff};
use crate::testing::render;
use crate::theme::Theme;
use serde_json::{json, to_value};
use vestibule_wire::ErrorCode;

#[component]
fn Open() -> Element {
    use_context_provider(|| Signal::new(session()));
    rsx! {
        Palette { on_deal: |_| {}, on_close: |()| {} }
    }
}

/// The palette with `typed` in its field; its HTML ends with the action that was chosen, if any.
#[derive(Props, Clone, PartialEq)]
struct TypedProps {
    typed: &'static str,
    may_see: bool,
    eager: bool,
}

#[allow(non_snake_case)]
fn Typed(props: TypedProps) -> Element {
    let mut dealt = use_signal(|| None::<PaletteAction>);
    let choose = use_callback(move |deal| dealt.set(Some(deal)));
    let look = use_look();
    use_hook(move || {
        look.type_in(props.typed.to_owned(), props.may_see, choose);
        let mut eager = look.eager;
        eager.set(props.eager);
    });
    let offers = matching(offers(&session(), false, Theme::Light), &look.typed.read());
    rsx! {
        Found { offers, look, on_choose: choose }
        output { "{dealt:?}" }
    }
}

fn found(hits: bool) {
    fake::answer(command::ListInvitations::NAME, move |_| {
        Ok(to_value(page_of(if hits { vec![invitation("i-1"), invitation("i-2")] } else { Vec::new() })).unwrap())
    });
}

#[test]
fn it_is_a_combobox_over_a_list_whose_first_line_is_chosen() {
    let html = render(|| rsx! { Open {} });
    for part in [
        "role=\"combobox\"",
        "aria-activedescendant=\"palette-0\"",
        "data-test=\"palette-input\"",
        "Create invitation",
        "Sign out",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert_eq!(
        html.matches("aria-selected=\"true\"").count() + html.matches("aria-selected=true").count(),
        1,
        "{html}"
    );
}

#[test]
fn symbols_find_invitations_by_code_or_email() {
    found(true);
    let html = render(|| rsx! { Typed { typed: " K7QF ", may_see: true, eager: false } });
    assert!(html.contains("palette-hit-0") && html.contains("palette-hit-1") && html.contains("K7QF-2M9X-4TZC-8WHN"));
    let (name, request) = fake::asked().pop().unwrap();
    assert_eq!(name, command::ListInvitations::NAME);
    assert_eq!(
        (&request["search"], &request["page_size"], &request["quiet"]),
        (&json!("K7QF"), &json!(5), &json!(false))
    );
}

#[test]
fn the_first_symbol_asks() {
    found(true);
    let html = render(|| rsx! { Typed { typed: "図", may_see: true, eager: false } });
    assert!(html.contains("palette-hit-0") && fake::asked().pop().unwrap().1["search"] == "図");
}

#[test]
fn who_may_not_see_invitations_asks_nothing() {
    found(true);
    let html = render(|| rsx! { Typed { typed: "K7QF", may_see: false, eager: false } });
    assert!(!html.contains("palette-hit-0") && fake::asked().is_empty());
    assert!(html.contains("Nothing matches “K7QF”."), "nothing is looked for either: {html}");
}

#[test]
fn nothing_found_says_so_and_a_fault_says_why() {
    found(false);
    let html = render(|| rsx! { Typed { typed: "zzzz", may_see: true, eager: false } });
    assert!(html.contains("Nothing matches “zzzz”."), "{html}");
    fake::answer(command::ListInvitations::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    let html = render(|| rsx! { Typed { typed: "zzzz", may_see: true, eager: false } });
    assert!(html.contains("palette-fault") && !html.contains("palette-none\""), "{html}");
}

#[test]
fn enter_before_the_answer_opens_the_first_that_is_found_then() {
    found(true);
    let html = render(|| rsx! { Typed { typed: "zzzz", may_see: true, eager: true } });
    assert!(html.contains("Show(") && html.contains("i-1"), "{html}");
    found(false);
    let html = render(|| rsx! { Typed { typed: "zzzz", may_see: true, eager: true } });
    assert!(!html.contains("Show("), "{html}");
}

#[test]
fn enter_chooses_what_is_marked_and_beyond_the_end_nothing() {
    let all = offers(&staff(), false, Theme::Light);
    let hits = [invitation("i-1")];
    assert_eq!(chosen(0, &all, &hits), Some(all[0].deal.clone()));
    assert_eq!(chosen(all.len(), &all, &hits), Some(PaletteAction::Show("i-1".into())));
    assert_eq!(chosen(all.len() + 1, &all, &hits), None);
    assert_eq!(chosen(0, &[], &[]), None);
}

#[test]
fn what_was_found_before_one_typed_on_is_chosen_by_nothing_but_moving_to_it() {
    let html = render(|| {
        let mut look = use_look();
        let states = use_hook(|| {
            look.wanted.set("K7QF".to_owned());
            look.answered.set("K7QF".to_owned());
            let answered = look.is_behind(&[]);
            look.wanted.set("K7QF2".to_owned());
            let typed_on = look.is_behind(&[]);
            look.at.set(1);
            [answered, typed_on, look.is_behind(&[])]
        });
        rsx! { "{states:?}" }
    });
    assert!(html.contains("[false, true, false]"), "{html}");
}
