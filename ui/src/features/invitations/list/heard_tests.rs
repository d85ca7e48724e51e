//! Tests of what assistive software reads of the list: accessible names in a row, row numbers.

use crate::features::invitations::tests::{invitation, page_of, session, shown};
use crate::keep;
use vestibule_wire::InvitationPageView;

/// Every value of an attribute, in order; numbers are not in quotation marks.
fn all(html: &str, attribute: &str) -> Vec<String> {
    let value = |rest: &str| match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().map(str::to_owned),
        None => rest.split([' ', '>']).next().map(str::to_owned),
    };
    html.split(&format!(" {attribute}=")).skip(1).filter_map(value).collect()
}

fn two() -> InvitationPageView {
    let mut anyone = invitation("b");
    anyone.email = None;
    page_of(vec![invitation("a"), anyone])
}

#[test]
fn each_tick_and_menu_carries_the_name_of_its_row() {
    let labels = all(&shown(session(), Ok(two())), "aria-label");
    for name in ["noor.haddad@post.example", "K7QF-2M9X-4TZC-8WHN"] {
        for act in ["Select row", "Copy code", "Copy link", "More actions"] {
            let label = format!("{act}: {name}");
            assert_eq!(labels.iter().filter(|found| **found == label).count(), 1, "{label} in {labels:?}");
        }
    }
}

#[test]
fn a_masked_code_is_no_name() {
    keep::save("a-1", "mask", "1");
    let html = shown(session(), Ok(two()));
    let labels = all(&html, "aria-label");
    assert!(labels.iter().any(|label| label == "More actions: Anyone"), "{labels:?}");
    assert!(labels.iter().all(|label| !label.contains("K7QF")), "{labels:?}");
}

#[test]
fn rows_are_numbered_from_the_head_to_the_last_of_all_pages() {
    let mut page = two();
    (page.page, page.page_size, page.total) = (3, 20, 42);
    let html = shown(session(), Ok(page));
    assert_eq!(
        (all(&html, "aria-rowcount"), all(&html, "aria-rowindex")),
        (vec!["43".to_owned()], ["1", "42", "43"].map(str::to_owned).to_vec())
    );
}
