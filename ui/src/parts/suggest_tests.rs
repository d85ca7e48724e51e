//! Tests of which choices match a text, and which keys the list takes. Focus and the open list are tested in the
//! journeys.

use super::*;

fn names(list: &[&str]) -> Vec<Choice> {
    list.iter().map(|name| Choice::new(*name, *name)).collect()
}

fn values(offer: &SuggestOffer) -> Vec<&str> {
    offer.list.iter().map(|choice| choice.value.as_str()).collect()
}

#[test]
fn typing_narrows_what_is_offered_and_an_exact_name_offers_all_again_with_itself_at_hand() {
    let choices = names(&["Library", "Life sciences", "Sciences"]);
    assert_eq!(values(&offered(&choices, "", None)).len(), 3);
    assert_eq!(values(&offered(&choices, "li", None)), ["Library", "Life sciences"]);
    let exact = offered(&choices, " SCIENCES ", None);
    assert_eq!((exact.list.len(), exact.first, exact.exact), (3, 2, true));
    assert!(offered(&choices, "Sports", None).list.is_empty());
}

#[test]
fn what_would_be_new_comes_last_and_never_beside_its_own_name() {
    let choices = names(&["Library"]);
    let new = || Some(Choice::new("lib", "New department “lib”"));
    assert_eq!(values(&offered(&choices, "lib", new())), ["Library", "lib"]);
    assert_eq!(values(&offered(&choices, "library", new())), ["Library"]);
    assert_eq!(values(&offered(&choices, " ", new())), ["Library"], "nothing is typed");
}

#[test]
fn an_arrow_opens_the_list_at_the_first_match_and_enter_takes_it() {
    assert_eq!(pressed("ArrowDown", None, 2, 3, false), SuggestKey::To(2));
    assert_eq!(pressed("Enter", Some(2), 2, 3, false), SuggestKey::Take(2));
    assert_eq!(pressed("Enter", Some(9), 0, 3, true), SuggestKey::Take(2), "a list that has become shorter");
}

#[test]
fn enter_is_the_forms_only_while_the_list_is_closed_and_the_text_stands_for_something() {
    assert_eq!(pressed("Enter", None, 0, 3, false), SuggestKey::Not);
    assert_eq!(pressed("Enter", None, 1, 3, true), SuggestKey::To(1), "lib is no department yet");
    assert_eq!(pressed("Enter", None, 0, 0, true), SuggestKey::Settle);
    for unsettled in [true, false] {
        for count in 1..4 {
            for at in 0..count {
                assert_ne!(
                    pressed("Enter", Some(at), 0, count, unsettled),
                    SuggestKey::Not,
                    "an open list never lets it through"
                );
            }
        }
    }
}

#[test]
fn arrows_stop_at_both_ends_and_letters_stay_text() {
    assert_eq!(pressed("ArrowDown", Some(2), 0, 3, true), SuggestKey::To(2));
    assert_eq!(pressed("ArrowUp", Some(0), 0, 3, true), SuggestKey::To(0));
    assert_eq!(
        (pressed("PageDown", Some(0), 0, 3, true), pressed("PageUp", Some(2), 0, 3, true)),
        (SuggestKey::To(2), SuggestKey::To(0))
    );
    for text in ["a", " ", "Home", "End", "Backspace", "Tab"] {
        assert_eq!(pressed(text, Some(1), 0, 3, true), SuggestKey::Not, "{text}");
    }
}

#[test]
fn escape_closes_the_list_first_and_belongs_to_the_dialog_afterwards() {
    assert_eq!(pressed("Escape", Some(0), 0, 3, true), SuggestKey::Close);
    assert_eq!(pressed("Escape", None, 0, 3, true), SuggestKey::Not);
    assert_eq!(pressed("ArrowDown", None, 0, 0, false), SuggestKey::Not, "an empty list takes no keys");
}
