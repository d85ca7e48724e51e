//! Pictures of importing invitations, of saving a list, and of printing.

use super::{Album, Window};
use crate::support::{Keychain, journey};

#[test]
fn sheets_and_paper_open_whole() {
    sheets(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn sheets_and_paper_in_light_dark_and_small() {
    sheets(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn sheets_and_paper_in_the_pseudo_language() {
    sheets(Album::new("en-XA", &["light"]));
}

fn sheets(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.sign_in_to_sample().await;
        choose(window, &mut album).await;
        columns(window, &mut album).await;
        check(window, &mut album).await;
        running(window, &mut album).await;
        made(window, &mut album).await;
        export(window, &mut album).await;
        print(window, &mut album).await;
    });
    album.close();
}

async fn choose(window: &Window, album: &mut Album) {
    window.click("from-sheet").await;
    window.see_test("sheet-paste").await;
    window.click("create-note-add").await;
    window.type_into("create-limit", "0").await;
    window.paste_into("sheet-paste", "email\nnoor@post.example").await;
    window.press("Control+Enter").await;
    window.see_test("create-limit-error").await;
    window.type_into("create-limit", "1").await;
    window.type_into("create-label", "New starters, September").await;
    album.shoot(window, "sheet-choose").await;
}

/// A sheet whose columns must be chosen.
async fn columns(window: &Window, album: &mut Album) {
    let rows = "carla@post.example;Staff;second floor\nerik@post.example;Staff;first floor\n";
    window.paste_into("sheet-paste", rows).await;
    window.click("sheet-check").await;
    window.see_test("sheet-columns").await;
    album.shoot(window, "sheet-columns").await;
    window.click("sheet-column-2").await;
    window.click("sheet-column-2-note").await;
    window.see_test("sheet-row-2").await;
    album.shoot_once(window, "sheet-columns-chosen").await;
    window.click("sheet-back-to-form").await;
}

/// Rows of every class.
async fn check(window: &Window, album: &mut Album) {
    let mut rows = String::from("Email,Role,Department,Uses,Expires,Label\n");
    for name in ["amina.yusuf", "ben.cole", "erik.lund", "fatou.diallo", "gita.rao", "isla.fraser", "jin.park"] {
        rows += &format!("{name}@post.example,Staff,Sciences,1,30d,New starters\n");
    }
    rows += "carla.ng@@post.example,Staff,Sciences,1,30d,New starters\n";
    rows += "d.petrov@mail.example,Staff,Library,1,2026-02-31,New starters\n";
    rows += "amina.yusuf@post.example,Staff,Sciences,1,30d,New starters\n";
    rows += "amara@fernhill.example,Staff,Sciences,1,30d,New starters\n";
    rows += "hugo.silva@mail.example,Administrator,,1,30d,New starters\n";
    rows +=
        "a.person.whose.name.is.a.great.deal.longer.than.its.column@post.example,Staff,Sciences,1,30d,New starters\n";
    window.paste_into("sheet-paste", &rows).await;
    window.click("sheet-check").await;
    window.see_test("sheet-create").await;
    window.see_test("sheet-row-8").await;
    album.shoot(window, "sheet-preview").await;
    window.click("sheet-show-left-out").await;
    window.not_see_test("sheet-row-2").await;
    album.shoot_once(window, "sheet-left-out").await;
    window.click("sheet-class-invited").await;
    album.shoot_once(window, "sheet-none").await;
    window.click("sheet-back-to-form").await;
}

/// So many rows that the job takes time.
async fn running(window: &Window, album: &mut Album) {
    let mut rows = String::from("Email,Role,Department\n");
    for n in 0..100_000 {
        rows += &format!("starter.{n}@post.example,Staff,Sciences\n");
    }
    window.paste_into("sheet-paste", &rows).await;
    window.click("sheet-check").await;
    window.words_where("sheet-about", "how many rows", |words| words.starts_with("100,000")).await;
    let begin = async || {
        window.click("sheet-create").await;
        window.see_test("job-progress").await;
    };
    let end = async || {
        window.click("job-cancel").await;
        window.not_see_test("job-progress").await;
    };
    album.glimpse(window, "sheet-running", begin, end).await;
    window.click("sheet-back-to-form").await;
}

async fn made(window: &Window, album: &mut Album) {
    let rows = "email,role\nnew.one@post.example,Staff\nnew.two@post.example,Staff\nnobody,Staff\n";
    window.paste_into("sheet-paste", rows).await;
    window.click("sheet-check").await;
    window.see_test("sheet-row-4").await;
    window.click("sheet-create").await;
    window.see_test("sheet-done").await;
    album.shoot(window, "sheet-done").await;
    window.click("sheet-show").await;
    window.see_test("row-0").await;
}

async fn export(window: &Window, album: &mut Album) {
    album.shoot_once(window, "head-acts").await;
    window.click("row-1 select-row").await;
    window.see_test("select-print").await;
    album.shoot(window, "selection-acts").await;
    window.click("select-clear").await;
    window.not_see_test("selected").await;
    window.click("export").await;
    window.see_test("export-csv").await;
    album.shoot_once(window, "export").await;
    window.press("Escape").await;
    window.not_see_test("export-csv").await;
}

async fn print(window: &Window, album: &mut Album) {
    window.click("print").await;
    window.see_test("print-preview").await;
    album.shoot(window, "print").await;
    window.click("print-layout-10").await;
    window.click("print-paper-letter").await;
    album.shoot_once(window, "print-ten").await;
    window.click("print-layout-poster").await;
    album.shoot(window, "print-poster").await;
    window.click("print-cancel").await;
    window.not_see_test("print-preview").await;
}
