//! One invitation in full: every field, its details, an edited label, and its replacement.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, Window, journey};

#[test]
fn an_invitation_is_looked_at_described_and_replaced() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let wanted = Wanted { email: Some(NOOR.email), label: Some("For the library"), ..Wanted::default() };
        let code = window.create_and_close(wanted).await;

        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Enter").await;
        window.see_focus_on("details").await;
        assert_eq!(window.words_of("details-title").await, "For the library");
        assert_eq!(window.words_of("details-code").await.replace(' ', "-"), code);
        window.press("l").await;
        window.hear("Link copied").await;
        window.words_where("details-events", "the copy", |events| events.contains("Link copied by Amara Osei")).await;
        window.press("q").await;
        window.see_test("details-qr").await;
        window.see_focus_on("details").await;
        window.words_where("details-events", "the QR code", |events| events.contains("QR code shown to")).await;

        window.click("details-edit").await;
        window.see_focus_on("details-label").await;
        window.type_into("details-label", "For the reading room").await;
        window.press("Escape").await;
        window.see_focus_on("details-edit").await;
        assert_eq!(window.words_of("details-title").await, "For the library");
        window.press("Enter").await;
        window.type_into("details-label", "For the reading room").await;
        window.press("Control+Enter").await;
        window.see_focus_on("details-edit").await;
        assert_eq!(window.words_of("details-title").await, "For the reading room");
        let changed = "“For the library” → “For the reading room”";
        window.words_where("details-events", changed, |events| events.contains(changed)).await;

        window.press("r").await;
        window.see("Replace this invitation?").await;
        window.see_focus_on("replace-reason").await;
        window.type_keys("Sent to the wrong person").await;
        window.press("Control+Enter").await;
        window.see_focus_on("result-copy-code").await;
        let new = window.words_of("result-code").await.replace(' ', "-");
        assert_ne!(new, code);
        window.click("result-qr-show").await;
        window.see_test("result-qr").await;
        window.see_focus_on("result-qr-copy").await;
        window.press("Escape").await;
        window.words_where("details-code", &new, |shown| shown.replace(' ', "-") == new).await;
        window.words_where("row-0 code", &new, |shown| shown == new).await;
        window.words_where("row-1 status", "Revoked", |status| status == "Revoked").await;
        window.click("details-replaces").await;
        window.words_where("details-code", &code, |shown| shown.replace(' ', "-") == code).await;
        window.see_test("details-replaced-by").await;
        window.not_see_test("details-revoke").await;

        window.press("k").await;
        window.words_where("details-code", &new, |shown| shown.replace(' ', "-") == new).await;
        window.press("Escape").await;
        window.not_see_test("details").await;
        window.see_focus_on("row-0").await;
    });
}

/// The values typed into the form, and the details that show them.
const GIVEN: [(&str, &str); 7] = [
    ("details-title", "Science open day"),
    ("details-who", "Any address @fernhill.example"),
    ("details-groups", "Choir, First aiders"),
    ("details-facts", "Department Library"),
    ("details-label-shown", "Science open day"),
    ("details-note-shown", "Ask for the reference before the first day."),
    ("details-ends", "17:30"),
];

#[test]
fn every_field_is_in_the_details_and_comes_along_when_it_is_replaced() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        fill_in_every_field(window).await;
        window.click("create-submit").await;
        let old = window.words_of("result-code").await;
        window.click("result-done").await;
        window.click("row-0 row-menu").await;
        window.click("row-details").await;
        window.words_where("details-code", &old, |code| code == old).await;
        see_all_given(window, "0 of 5").await;

        // The form is prefilled; only the changed field differs.
        window.click("details-replace").await;
        window.type_into("replace-reason", "More people than we thought").await;
        window.type_into("create-limit", "12").await;
        window.click("replace-submit").await;
        let new = window.words_of("result-code").await;
        assert_ne!(new, old);
        window.click("result-done").await;
        window.words_where("details-code", &new, |code| code == new).await;
        see_all_given(window, "0 of 12").await;

        // The two invitations link to each other.
        window.click("details-replaces").await;
        window.words_where("details-code", &old, |code| code == old).await;
        see_all_given(window, "0 of 5").await;
        window.words_where("details-facts", "why", |facts| facts.contains("More people than we thought")).await;
        window.not_see_test("details-replace").await;
        window.click("details-replaced-by").await;
        window.words_where("details-code", &new, |code| code == new).await;
        window.see_test("details-replace").await;

        // A holder of the old one learns that there is a new one, but not which.
        window.press("Escape").await;
        window.sign_out().await;
        window.enter_code(&old).await;
        window.see("This code was replaced by another one.").await;
        window.not_see(&new).await;
        window.not_see("Create your account").await;
    });
}

async fn fill_in_every_field(window: &Window) {
    let end = (chrono::Local::now() + chrono::TimeDelta::days(20)).format("%Y-%m-%d").to_string();
    window.see_list().await;
    window.click("create-invitation").await;
    window.click("create-bound-domain").await;
    window.type_into("create-domain", "@fernhill.example").await;
    window.choose("create-role", "Staff").await;
    window.type_into("create-department", "Library").await;
    window.press("Tab").await;
    for group in ["Choir", "First aiders"] {
        window.type_into("create-groups", group).await;
        window.press("Enter").await;
        window.see_empty("create-groups").await;
    }
    window.type_into("create-limit", "5").await;
    window.click("create-expiry-date").await;
    window.type_into("create-date", &end).await;
    window.type_into("create-time", "17:30").await;
    // A field outside the dialog's visible part scrolls into view when it gets the focus.
    window.tab_to("create-label").await;
    window.type_keys("Science open day").await;
    window.tab_to("create-note-add").await;
    window.press("Enter").await;
    window.tab_to("create-note").await;
    window.type_keys("Ask for the reference before the first day.").await;
}

async fn see_all_given(window: &Window, uses: &str) {
    for (hook, given) in GIVEN {
        window.words_where(hook, given, |words| words.contains(given)).await;
    }
    window.words_where("details-facts", uses, |facts| facts.contains(uses)).await;
}
