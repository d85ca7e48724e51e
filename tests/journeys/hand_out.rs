//! One invitation is handed out: as a text for the recipient, and on paper, from its row and from the drawer.

use crate::support::{Keychain, Window, journey};

#[test]
fn one_invitation_is_copied_as_a_text_and_printed_from_its_row_and_its_details() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.narrow_to("counter-active").await;
        let code = window.words_of("row-0 code").await;
        window.click("row-0 row-menu").await;
        window.click("menu-copy-text").await;
        window.hear("Invitation text copied").await;
        let text = window.clipboard().await;
        for part in [" invites you to join ", &code, "To join, open this link:", "The invitation ", "I have a code"] {
            assert!(text.contains(part), "“{part}” is missing in “{text}”");
        }
        assert!(text.contains(&format!("https://join.fernhill.example/join/{code}\n")), "the link: “{text}”");

        window.click("row-0 row-menu").await;
        window.click("row-print").await;
        print(window, "row.pdf").await;
        window.see_focus_on("row-menu").await;

        window.click("row-0 row-menu").await;
        window.click("row-details").await;
        window.click("details-print").await;
        print(window, "details.pdf").await;
        window.words_where("details-events", "both", |events| events.matches("rinted").count() >= 2).await;
    });
}

/// Prints one page, whatever the list shows.
async fn print(window: &Window, name: &str) {
    window.words_where("print-words", "that it is one", |words| words == "This invitation on one page.").await;
    let file = window.desktop().home().join(name);
    window.click("print-submit").await;
    window.save_file("Print invitations", &file).await;
    let done = format!("1 invitation ready to print {name}");
    window.hear_where(&done, |words| words == done).await;
    window.not_see_test("print-preview").await;
    let bytes = std::fs::read(&file).expect("it was saved");
    let pdf = hayro_syntax::Pdf::new(bytes).unwrap_or_else(|fault| panic!("{name} cannot be read: {fault:?}"));
    assert_eq!(pdf.pages().len(), 1, "{name}");
}
