//! Saving files through the system's dialog: the list as CSV and JSON, cards as PDF. Also cancelling these dialogs.

use super::many::count;
use crate::support::person::Wanted;
use crate::support::{Keychain, Window, journey, until};
use std::path::Path;

/// A label that a spreadsheet would run as a formula.
const FORMULA: &str = "=2+5 at the fair";

#[test]
fn the_list_as_it_is_filtered_is_saved_as_csv_and_as_json() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.create_and_close(Wanted { label: Some(FORMULA), ..Wanted::default() }).await;
        let shown = look_for_fairs(window).await;
        let total = shown.len() as u64;

        let file = window.desktop().home().join("fairs.csv");
        window.click("export").await;
        window.click("export-csv").await;
        window.save_file("Export invitations", &file).await;
        saved(window, total, "fairs.csv").await;
        let rows = rows_of(&file);
        assert_eq!(column(&rows, "code"), shown, "those that the list shows, in its order");
        assert_eq!(column(&rows, "label")[0], format!("'{FORMULA}"), "no spreadsheet takes it for a formula");
        assert!(column(&rows, "status").iter().all(|status| status == "active"), "only what the filter takes");
        let formulas = rows.iter().flatten().filter(|(_, cell)| cell.starts_with(['=', '+', '-', '@']));
        assert_eq!(formulas.count(), 0);

        let file = window.desktop().home().join("fairs.json");
        window.click("export").await;
        window.click("export-json").await;
        window.save_file("Export invitations", &file).await;
        saved(window, total, "fairs.json").await;
        let text = std::fs::read_to_string(&file).expect("it was saved");
        let rows: Vec<serde_json::Value> = serde_json::from_str(&text).expect("it is JSON");
        let codes: Vec<_> = rows.iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect();
        assert_eq!(codes, shown);
        assert_eq!(rows[0]["label"], FORMULA, "programs read what was typed");
    });
}

#[test]
fn cards_are_saved_as_a_pdf_of_as_many_pages_as_was_said() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        let total = look_for_fairs(window).await.len() as u64;
        for (layout, per_page, name) in
            [("print-layout-10", 10, "cards.pdf"), ("print-layout-poster", 1, "posters.pdf")]
        {
            window.click("print").await;
            window.click(layout).await;
            let pages = total.div_ceil(per_page);
            let told = format!("{total} active invitations on {pages} page");
            window.words_where("print-words", &told, |words| words.starts_with(&told)).await;
            let file = window.desktop().home().join(name);
            window.click("print-submit").await;
            window.save_file("Print invitations", &file).await;
            let done = format!("{total} invitations ready to print {name}");
            window.hear_where(&done, |words| words == done).await;
            window.not_see_test("print-preview").await;
            let bytes = std::fs::read(&file).expect("it was saved");
            assert!(bytes.starts_with(b"%PDF-"), "{name} is no PDF");
            let pdf = hayro_syntax::Pdf::new(bytes).unwrap_or_else(|fault| panic!("{name} cannot be read: {fault:?}"));
            assert_eq!(pdf.pages().len() as u64, pages, "{name}");
            window.not_see_test("toast").await;
        }
    });
}

#[test]
fn a_dialog_that_is_closed_saves_nothing_and_nothing_is_said() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        let before = window.files_at_home();
        let total = count(&window.words_of("counter-all").await);
        for form in ["export-csv", "export-json"] {
            window.click("export").await;
            window.click(form).await;
            window.cancel_dialog("Export invitations").await;
            window.see_idle("export").await;
            window.click("print").await;
            // Before the count is shown, the button is disabled.
            window.words_where("print-words", "how many", |words| words.contains("active invitations")).await;
            window.click("print-submit").await;
            window.cancel_dialog("Print invitations").await;
            window.see_idle("print-submit").await;
            nothing_is_said(window).await;
            window.click("print-cancel").await;
        }

        window.click("from-sheet").await;
        for _ in 0..2 {
            window.see_idle("sheet-choose").await;
            window.click("sheet-choose").await;
            window.cancel_dialog("Choose a sheet").await;
        }
        window.see_idle("sheet-choose").await;
        window.not_see_test("sheet-name").await;
        nothing_is_said(window).await;
        window.paste_into("sheet-paste", "email,role\nnew.one@post.example,Staff\nnobody,Staff\n").await;
        window.click("sheet-check").await;
        for _ in 0..2 {
            window.see_idle("sheet-left-out").await;
            window.click("sheet-left-out").await;
            window.cancel_dialog("Save the rows left out").await;
        }
        window.see_idle("sheet-left-out").await;
        nothing_is_said(window).await;
        assert_eq!(window.files_at_home(), before);

        // Saved a second time.
        window.click("sheet-back").await;
        window.click("export").await;
        window.click("export-csv").await;
        window.save_file("Export invitations", &window.desktop().home().join("all.csv")).await;
        saved(window, total, "all.csv").await;
    });
}

/// The page shows neither an error nor a success.
async fn nothing_is_said(window: &Window) {
    assert!(!window.shows("error").await, "{}", window.words_of("error").await);
    window.hear_nothing().await;
}

/// Filters the list to active ones of the fairs; returns the codes, in the list's order. They fit on one page.
async fn look_for_fairs(window: &Window) -> Vec<String> {
    window.narrow_to("counter-active").await;
    window.paste_into("search", "fair").await;
    let range = window.words_where("pager-range", "a few", |range| (2..=20).contains(&found(range))).await;
    let mut codes = Vec::new();
    for row in 0..found(&range) {
        codes.push(window.words_of(&format!("row-{row} code")).await);
    }
    window.not_see_test(&format!("row-{}", codes.len())).await;
    codes
}

/// The last number in "21–40 of 2,000".
fn found(range: &str) -> u64 {
    range.rsplit_once("of ").map_or(0, |(_, total)| count(total))
}

/// Sees the message that so many were saved under that name, and checks that the file is complete.
pub async fn saved(window: &Window, total: u64, name: &str) {
    let done = |words: &str| count(words) == total && words.contains("exported") && words.ends_with(name);
    window.hear_where("what was saved", done).await;
    window.not_see_test("toast").await;
    let file = window.desktop().home().join(name);
    until(async || Path::exists(&file).then_some(())).await.expect("the file is in its place");
}

/// The rows of an exported list: each cell with its title.
pub fn rows_of(file: &Path) -> Vec<Vec<(String, String)>> {
    let text = std::fs::read_to_string(file).expect("it was saved");
    let text = text.strip_prefix('\u{feff}').expect("the mark by which spreadsheets know UTF-8");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let titles = reader.headers().expect("titles").clone();
    let named = |row: csv::StringRecord| titles.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|row| named(row.expect("a row of as many cells"))).collect()
}

/// All cells with one title.
pub fn column(rows: &[Vec<(String, String)>], title: &str) -> Vec<String> {
    let cell = |row: &Vec<(String, String)>| row.iter().find(|(name, _)| name == title).map(|(_, cell)| cell.clone());
    rows.iter().map(|row| cell(row).expect("a cell under that title")).collect()
}
