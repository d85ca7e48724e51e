//! What a screen reader reads in the window: the list, a dialog, a toast, and a newcomer's page, on the accessibility
//! bus.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::reader::{Reader, Said};
use crate::support::{Keychain, Window, journey, until};

#[test]
fn a_screen_reader_hears_list_dialog_toast_and_join() {
    journey(Keychain::Open, async |window| {
        let reader = window.desktop_mut().give_reader().await;
        window.open().await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        window.create_and_close(Wanted { email: Some(NOOR.email), ..Wanted::default() }).await;
        the_list(&reader, &code).await;
        a_toast(window, &reader).await;
        the_dialog(window, &reader).await;
        window.sign_out().await;
        joining(window, &reader, &code).await;
    });
}

/// Both rows have names; the row numbers end with the rows.
async fn the_list(reader: &Reader, code: &str) {
    let named = |all: &[Said], role: &str, name: &str| all.iter().any(|one| one.role == role && one.name == name);
    let all = reader.until("the list", |all| named(all, "checkbox", &format!("Select row: {}", NOOR.email))).await;
    for of in [NOOR.email, code] {
        assert!(named(&all, "checkbox", &format!("Select row: {of}")), "the tick of {of}");
        assert!(named(&all, "button", &format!("More actions: {of}")), "the menu of {of}");
    }
    let count = all.iter().find_map(|one| one.number("rowcount"));
    let last = all.iter().filter_map(|one| one.number("rowindex")).max();
    assert_eq!((count, last), (Some(3), Some(3)), "the head and two rows");
}

/// A toast disappears after a while: it is caused again until it has been read.
async fn a_toast(window: &Window, reader: &Reader) {
    let all = reader.until("the place for toasts", |all| all.iter().any(is_toasts)).await;
    let place = all.iter().find(|one| is_toasts(one)).and_then(|one| one.place.clone()).expect("it was there");
    window.press("j").await;
    window.see_focus_on("row-0").await;
    let heard = async || {
        window.press("c").await;
        let toasts = reader.below(&place).await;
        let says = |one: &Said| {
            one.role == "paragraph" && one.text.as_deref().is_some_and(|text| text.contains("Code copied"))
        };
        toasts.iter().any(says).then_some(())
    };
    assert!(until(heard).await.is_some(), "a toast has no words: {:?}", reader.below(&place).await);
}

fn is_toasts(one: &Said) -> bool {
    one.role == "status" && one.attributes.get("id").is_some_and(|id| id == "toasts")
}

/// A fault is read at once, and describes its field.
async fn the_dialog(window: &Window, reader: &Reader) {
    window.press("n").await;
    window.see_test("create").await;
    window.type_into("create-email", "noor@").await;
    window.click("create-submit").await;
    let wrong = window.words_of("create-email-error").await;
    let all = reader
        .until("the field with its fault", |all| field(all, "Email").is_some_and(|one| one.description == wrong))
        .await;
    assert!(all.iter().any(|one| one.role == "dialog" && one.name == "Create invitation"));
    assert!(is_alert(&all, &wrong), "an alert says “{wrong}”");
    window.type_into("create-department", "Astronomy").await;
    let news = |one: &Said| {
        let live = one.attributes.get("container-live").is_some_and(|live| live == "polite");
        live && one.text.as_deref().is_some_and(|text| text.contains("New department “Astronomy”"))
    };
    reader.until("what would be new", |all| all.iter().any(news)).await;
    // The first Esc closes the list, the second the dialog.
    window.see_test("create-department-Astronomy").await;
    window.press("Escape").await;
    window.not_see_test("create-department-Astronomy").await;
    window.press("Escape").await;
    window.not_see_test("create").await;
}

async fn joining(window: &Window, reader: &Reader, code: &str) {
    window.click("i-have-a-code").await;
    window.try_code("0123-4567-89AB-CDEF").await;
    let wrong = window.words_of("join-code-error").await;
    let all = reader.until("the fault of the code", |all| is_alert(all, &wrong)).await;
    assert!(all.iter().any(|one| one.role == "textbox" && one.description == wrong), "“{wrong}” describes the field");
    window.try_code(code).await;
    window.see_test("join-submit").await;
    window.type_into("join-username", "no").await;
    window.click("join-submit").await;
    let wrong = window.words_of("join-username-error").await;
    let all = reader.until("the fault of the name", |all| is_alert(all, &wrong)).await;
    assert!(all.iter().any(|one| one.role == "textbox" && one.description == wrong), "“{wrong}” describes the field");
}

fn field<'a>(all: &'a [Said], name: &str) -> Option<&'a Said> {
    all.iter().find(|one| one.role == "textbox" && one.name == name)
}

/// Whether a box that is read at once contains these words.
fn is_alert(all: &[Said], words: &str) -> bool {
    let live = |one: &Said| one.attributes.get("container-live").is_some_and(|live| live == "assertive");
    all.iter().any(|one| live(one) && one.text.as_deref().is_some_and(|text| text.trim() == words))
}
