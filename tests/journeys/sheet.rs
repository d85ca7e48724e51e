//! A sheet of five hundred rows of every kind: looked at, made, and what was left out mended and read again.

use crate::support::person::Wanted;
use crate::support::{Keychain, journey};

/// How many of each: 470 that are ready, and thirty that are not.
const CLASSES: [(&str, u64); 6] =
    [("ready", 470), ("malformed", 10), ("duplicate", 8), ("invited", 1), ("member", 3), ("permitted", 8)];

fn sheet() -> String {
    let mut rows = vec!["Email;Role;Department;Uses;Label".to_owned()];
    rows.extend((0..470).map(|n| format!("starter.{n}@sheet.example;Staff;Sciences;1;September")));
    rows.extend((0..10).map(|n| format!("starter {n} at sheet.example;Staff;Sciences;1;September")));
    rows.extend((0..8).map(|n| format!("STARTER.{n}@sheet.example;Staff;Sciences;1;September")));
    rows.push("noor.haddad@post.example;Staff;Sciences;1;September".to_owned());
    rows.extend(["amara", "jonas", "noor"].map(|name| format!("{name}@fernhill.example;Staff;Library;1;September")));
    rows.extend((0..8).map(|n| format!("chief.{n}@sheet.example;Administrator;;1;September")));
    rows.join("\n")
}

#[test]
fn five_hundred_rows_are_judged_made_together_and_the_rest_is_mended() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.create_and_close(Wanted { email: Some("noor.haddad@post.example"), ..Wanted::default() }).await;
        let before = number(&window.words_of("counter-all").await);

        window.click("from-sheet").await;
        window.paste_into("sheet-paste", &sheet()).await;
        window.click("sheet-check").await;
        for (class, expected) in CLASSES {
            let hook = format!("sheet-class-{class}");
            window.words_where(&hook, &expected.to_string(), |words| number(words) == expected).await;
        }
        // The rows after the good ones begin on line 472.
        window.click("sheet-class-malformed").await;
        window.words_where("sheet-row-472", "why", |row| row.contains("An email address looks like")).await;
        window.click("sheet-class-duplicate").await;
        window.words_where("sheet-row-482", "where the other stands", |row| row.contains("line 2")).await;

        window.click("sheet-create").await;
        window.see_test("sheet-done").await;
        window.click("sheet-show").await;
        window.words_where("counter-all", "470 more", |words| number(words) == before + 470).await;

        // Read a second time, all of them are there already; mended, the others are ready.
        window.click("from-sheet").await;
        let mended = sheet().replace("starter ", "mended.").replace(" at sheet", "@sheet");
        window.paste_into("sheet-paste", &mended).await;
        window.click("sheet-check").await;
        window.words_where("sheet-class-ready", "10", |words| number(words) == 10).await;
        window.words_where("sheet-class-invited", "471", |words| number(words) == 471).await;
        window.click("sheet-create").await;
        window.see_test("sheet-done").await;
        window.click("sheet-show").await;
        window.words_where("counter-all", "480 more", |words| number(words) == before + 480).await;
    });
}

/// The number in the words of a counter.
fn number(words: &str) -> u64 {
    words.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}
