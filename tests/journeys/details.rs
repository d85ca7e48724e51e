//! One invitation from all sides: its details, its label changed, another one in its place.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn an_invitation_is_looked_at_described_and_replaced() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
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
        window.see("Link copied").await;
        window.words_where("details-events", "the copy", |events| events.contains("Link copied by Amara Osei")).await;
        window.press("q").await;
        window.see_test("details-qr").await;
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
