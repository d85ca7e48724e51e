//! Invite links that the system hands to the program (docs/incidents.md, 6): the page gets the code, once, and nothing
//! else happens.

use super::house::House;
use serde_json::{Value, json};
use vestibule_shell::link::opened;
use vestibule_wire::command::*;

/// Guard: `InviteLink::parse` replaced by `Code::parse_or_link`: the links with a query and with another action were
/// kept.
#[test]
fn incident_06_an_opened_link_is_handed_to_the_page_once_and_does_nothing_else() {
    let house = House::opened();
    let made = house.create(json!({ "role": "Staff" }));
    let code = made["code"].as_str().expect("a code").to_owned();
    let happened = || house.trail().iter().filter(|event| event.event != "signed_in").count();
    let before = happened();
    opened(house.app.handle(), &format!("vestibule://join/{code}"));
    assert_eq!(house.done(TakeInviteLink::NAME, Value::Null), json!({ "code": code }));
    assert_eq!(house.done(TakeInviteLink::NAME, Value::Null), Value::Null, "it is given once");
    let huge = format!("vestibule://join/{}", "K".repeat(10_000_000));
    for hostile in [
        format!("vestibule://join/{code}?redeem=1"),
        format!("vestibule://revoke/{code}"),
        format!("vestibule://join/{code}/redeem"),
        format!("vestibule://join/{}", code.replace('-', "%2D")),
        format!("vestibule://join/{code} --sample"),
        format!("https://join.fernhill.example/join/{code}"),
        "vestibule://join/--data-dir".to_owned(),
        huge,
    ] {
        opened(house.app.handle(), &hostile);
        assert_eq!(house.done(TakeInviteLink::NAME, Value::Null), Value::Null, "{hostile:.60}");
    }
    assert_eq!(happened(), before, "no link was looked up");
    assert_eq!(house.done(Sitting::NAME, Value::Null)["username"], "amara", "and the session is as it was");
    assert_eq!(house.done(GetInvitation::NAME, json!({ "invitation": made["id"] }))["uses"], 0);
}
