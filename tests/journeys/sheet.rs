//! Import of five hundred rows of every class: checked, imported, and the rest corrected and imported again. Once
//! pasted, once through files.

use super::saving::{column, rows_of, saved};
use crate::support::person::Wanted;
use crate::support::{Keychain, Window, journey};
use std::path::Path;

/// How many rows of each class: 470 ready, and thirty not.
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
        // The rows after the good ones begin at line 472.
        window.click("sheet-class-malformed").await;
        window.words_where("sheet-row-472", "why", |row| row.contains("An email address looks like")).await;
        window.click("sheet-class-duplicate").await;
        window.words_where("sheet-row-482", "where the other stands", |row| row.contains("line 2")).await;

        window.click("sheet-create").await;
        window.see_test("sheet-done").await;
        window.click("sheet-show").await;
        window.words_where("counter-all", "470 more", |words| number(words) == before + 470).await;

        // Checked a second time, all of them exist already; after corrections the others are ready.
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

#[test]
fn the_rows_left_out_are_saved_with_their_reasons_mended_and_read_again() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.create_and_close(Wanted { email: Some("noor.haddad@post.example"), ..Wanted::default() }).await;
        let before = number(&window.words_of("counter-all").await);
        let home = window.desktop().home().to_owned();
        let (file, left_out) = (home.join("starters.csv"), home.join("left-out.csv"));
        std::fs::write(&file, sheet()).expect("it can be written");

        window.click("from-sheet").await;
        choose_sheet(window, &file).await;
        for (class, expected) in CLASSES {
            let hook = format!("sheet-class-{class}");
            window.words_where(&hook, &expected.to_string(), |words| number(words) == expected).await;
        }
        window.click("sheet-create").await;
        window
            .words_where("sheet-done", "470 made, 30 left", |words| words.contains("470") && words.contains("30"))
            .await;
        window.click("sheet-left-out").await;
        window.save_file("Save the rows left out", &left_out).await;
        window.hear_where("what was saved", |words| words == "30 rows saved, with their reasons left-out.csv").await;
        mend(&left_out);

        window.click("sheet-again").await;
        choose_sheet(window, &left_out).await;
        window.words_where("sheet-class-ready", "30", |words| number(words) == 30).await;
        window.not_see_test("sheet-left-out").await;
        window.click("sheet-create").await;
        window.see("30 invitations created").await;
        window.see("Every row became an invitation.").await;
        window.not_see_test("sheet-left-out").await;
        window.click("sheet-show").await;
        window.words_where("counter-all", "500 more", |words| number(words) == before + 500).await;
    });
}

#[test]
fn a_sheet_with_unknown_titles_stops_and_asks_before_anything_is_made() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.click("from-sheet").await;
        window.paste_into("sheet-paste", "Wer;Bereich 7\nnew.starter@sheet.example;Libary\n").await;
        window.click("sheet-check").await;
        window.see_test("sheet-asks-columns").await;
        window.see_attribute("[data-test=sheet-create]", "disabled", "true").await;
        window.click("sheet-columns-right").await;
        window.not_see_test("sheet-asks-columns").await;
        window.words_where("sheet-class-ready", "1", |words| number(words) == 1).await;
        window.click("sheet-create").await;
        window.see_test("sheet-done").await;
        window.click("sheet-show").await;
        window.see("new.starter@sheet.example").await;
    });
}

#[test]
fn what_a_sheet_made_is_shown_exported_and_filtered_at_once() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.click("from-sheet").await;
        let rows =
            "Email;Role;Department\nnova.1@sheet.example;Staff;Astronomy\nnova.2@sheet.example;Staff;Astronomy\n";
        window.paste_into("sheet-paste", rows).await;
        window.click("sheet-check").await;
        window.words_where("sheet-new-names", "the new department", |words| words.contains("Astronomy")).await;
        window.click("sheet-create").await;
        window.see_test("sheet-done").await;
        window.click("sheet-show").await;
        window.words_where("pager-range", "both", |range| range.ends_with("of 2")).await;
        let file = window.desktop().home().join("made.csv");
        window.click("export").await;
        window.click("export-csv").await;
        window.save_file("Export invitations", &file).await;
        saved(window, 2, "made.csv").await;
        let mut emails = column(&rows_of(&file), "email");
        emails.sort();
        assert_eq!(emails, ["nova.1@sheet.example", "nova.2@sheet.example"], "these and no others");

        // The filter offers the department that was just created.
        window.click("chip-department").await;
        window.see_test("chip-department-Astronomy").await;
        window.click("chip-department-Astronomy").await;
        window.words_where("pager-range", "both", |range| range.ends_with("of 2")).await;
    });
}

/// Chooses that file, and sees its rows being checked.
async fn choose_sheet(window: &Window, file: &Path) {
    window.click("sheet-choose").await;
    window.choose_file("Choose a sheet", file).await;
    let name = file.file_name().and_then(|name| name.to_str()).expect("a file's name").to_owned();
    window.words_where("sheet-name", &name, |words| words == name).await;
    window.see_test("sheet-create").await;
}

/// Rows left out: how each is found, its reason, the wrong text, and its replacement.
const MENDED: [(&str, &str, &str, &str); 5] = [
    (" at sheet.example", "An email address looks like", " at sheet.example", ".mended@sheet.example"),
    ("STARTER.", "has the same address.", "STARTER.", "twin.of.starter."),
    ("noor.haddad@", "An active invitation is bound to this address.", "noor.haddad@", "noors.sister@"),
    ("@fernhill.example", "There is an account with this address.", "@fernhill.example", "@mended.example"),
    ("Administrator", "rank below your own", "Administrator", "Staff"),
];

/// Corrects the thirty saved rows in their file, as their reasons say.
fn mend(file: &Path) {
    let text = std::fs::read_to_string(file).expect("it was saved");
    let (titles, rows) = text.split_once('\n').expect("titles, and rows");
    assert_eq!(titles.trim_end(), "\u{feff}Email,Role,Department,Uses,Label,line,reason");
    let mut mended = vec![titles.to_owned()];
    for (row, line) in rows.lines().zip(472..) {
        let wrong = |(known, ..): &&(&str, &str, &str, &str)| row.contains(known);
        let (_, reason, wrong, right) = MENDED.iter().find(wrong).unwrap_or_else(|| panic!("nobody made this: {row}"));
        assert!(row.contains(&format!(",{line},")) && row.contains(reason), "“{reason}” and line {line}: {row}");
        mended.push(row.replace(wrong, right).replacen("starter ", "starter.", 1));
    }
    assert_eq!(mended.len(), 31, "the titles, and all that were left out");
    std::fs::write(file, mended.join("\r\n")).expect("it can be written");
}

/// The number in a counter's text.
fn number(words: &str) -> u64 {
    words.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}
