//! Opens every screen once in the pseudo-language, which shows words left in the code and whether longer ones fit:
//! large and small, each has a heading, nothing is cut or outside of the window, and the page reports no fault. Also
//! takes a picture of every screen, light and dark; those tests are ignored except by `cargo xtask screenshots`.

mod languages;
mod link;
mod logo;
mod many;
mod palette;
mod settings;
mod sheets;
mod users;

use crate::support::person::{AMARA, JONAS, NOOR, ORGANISATION, PASSPHRASE, Wanted};
use crate::support::{GLANCE, Keychain, Window, journey, target};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The size that the designs are drawn for.
const LARGE: (u32, u32) = (1280, 832);
/// The smallest window (docs/design.md, Layout).
const SMALL: (u32, u32) = (900, 600);
/// How long the page may take to follow a change of its size, on a busy machine.
const SETTLED: Duration = Duration::from_secs(10);

#[test]
fn every_screen_of_the_first_day_opens_whole() {
    let mut album = Album::without_pictures();
    journey(Keychain::Open, async |window| first_day(window, &mut album).await);
    album.close();
}

#[test]
fn every_screen_of_full_lists_opens_whole() {
    let mut album = Album::without_pictures();
    journey(Keychain::Open, async |window| sample(window, &mut album).await);
    album.close();
}

#[test]
fn every_screen_without_a_keychain_opens_whole() {
    let mut album = Album::without_pictures();
    journey(Keychain::Absent, async |window| passphrase(window, &mut album).await);
    album.close();
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn every_screen_in_light_dark_and_small() {
    every_screen(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn every_screen_in_the_pseudo_language() {
    every_screen(Album::new("en-XA", &["light"]));
}

#[test]
fn faults_of_a_page_are_found() {
    let mut album = Album::without_pictures();
    journey(Keychain::Absent, async |window| {
        album.open(window, &[]).await;
        window.see_test("first-begin").await;
        assert_eq!(album.look(window).await, [""; 0]);
        window.spoil().await;
        let found = album.look(window).await.join("\n");
        for fault in ["too-long-for-its-place is cut", "too-far-to-the-right stands outside", "the page is 1330 wide"] {
            assert!(found.contains(fault), "{fault}: {found}");
        }
        assert!(found.contains("not from the catalogue: “Too long for its place”"), "{found}");
        for trouble in ["there is no heading", "Error: spoilt", "unhandled: Error: spoilt too"] {
            assert!(found.contains(trouble), "{trouble}: {found}");
        }
    });
}

fn every_screen(mut album: Album) {
    journey(Keychain::Open, async |window| first_day(window, &mut album).await);
    journey(Keychain::Open, async |window| sample(window, &mut album).await);
    journey(Keychain::Absent, async |window| passphrase(window, &mut album).await);
    album.close();
}

/// From first start to the first newcomer, then a lost keychain and a damaged file.
async fn first_day(window: &mut Window, album: &mut Album) {
    album.open(window, &[]).await;
    let key = first_start(window, album).await;
    sign_in(window, album).await;
    let code = first_invitation(window, album).await;
    join(window, album, &code).await;
    lost(window, album, &key).await;
}

async fn first_start(window: &Window, album: &mut Album) -> String {
    window.see_test("first-begin").await;
    album.shoot(window, "first-start").await;
    window.click("first-begin").await;
    window.type_into("first-organisation", ORGANISATION).await;
    window.type_into("first-join-address", "https://join.fernhill.example").await;
    album.shoot(window, "first-organisation").await;
    window.click("first-continue").await;
    window.type_into("first-name", AMARA.name).await;
    window.type_into("first-email", "amara@").await;
    window.type_into("first-username", "Amara Osei").await;
    window.type_into("first-password", "fernhill").await;
    window.type_into("first-password-again", "fernhell").await;
    window.click("first-create").await;
    window.see_test("first-password-again-error").await;
    album.shoot(window, "first-administrator-errors").await;
    window.type_into("first-email", AMARA.email).await;
    window.type_into("first-username", AMARA.username).await;
    window.type_into("first-password", AMARA.password).await;
    window.type_into("first-password-again", AMARA.password).await;
    album.shoot(window, "first-administrator").await;
    window.click("first-create").await;
    let key = window.written_down().await;
    album.shoot(window, "first-recovery-key").await;
    window.click("recovery-kept").await;
    window.click("first-continue").await;
    window.see_test("first-ready").await;
    album.shoot(window, "first-ready").await;
    window.click("first-finish").await;
    key
}

async fn sign_in(window: &Window, album: &mut Album) {
    window.see_test("sign-in-submit").await;
    album.shoot(window, "sign-in").await;
    window.try_to_sign_in(AMARA.username, "not her password").await;
    window.see_test("error").await;
    album.shoot(window, "sign-in-refused").await;
    window.sign_in(&AMARA).await;
    window.see_test("empty").await;
    album.shoot(window, "invitations-empty").await;
}

async fn first_invitation(window: &Window, album: &mut Album) -> String {
    let wanted = Wanted { email: Some(NOOR.email), department: Some("Library"), ..Wanted::default() };
    let code = window.create(wanted).await;
    album.shoot(window, "created").await;
    window.click("result-qr-show").await;
    window.see_test("result-qr").await;
    album.shoot(window, "created-qr").await;
    window.click("result-done").await;
    window.see_test("row-0").await;
    album.shoot(window, "invitations-one").await;
    window.sign_out().await;
    code
}

async fn join(window: &Window, album: &mut Album, code: &str) {
    window.click("i-have-a-code").await;
    window.see_test("join-code").await;
    album.shoot(window, "join-code").await;
    let mistyped = code.replacen(&code[6..7], if &code[6..7] == "7" { "4" } else { "7" }, 1);
    window.try_code(&mistyped).await;
    window.see_test("join-code-error").await;
    album.shoot(window, "join-code-mistyped").await;
    window.try_code("0123-4567-89AB-CDEF").await;
    window.see_test("join-code-error").await;
    window.try_code(code).await;
    window.see_test("join-submit").await;
    album.shoot(window, "join").await;
    window.type_into("join-name", NOOR.name).await;
    window.type_into("join-email", "noor@else.example").await;
    window.type_into("join-username", "no").await;
    window.type_into("join-password", "fernhill").await;
    window.click("join-submit").await;
    window.see_test("join-username-error").await;
    album.shoot(window, "join-errors").await;
    window.fill_in(&NOOR).await;
    album.shoot(window, "join-filled").await;
    window.click("join-submit").await;
    window.see_test("joined").await;
    album.shoot(window, "joined").await;
    window.click("joined-sign-in").await;
    window.sign_in(&NOOR).await;
    window.see_test("nothing-here").await;
    album.shoot(window, "nothing-here").await;
    window.sign_out().await;
}

async fn lost(window: &mut Window, album: &mut Album, key: &str) {
    window.close().await;
    window.desktop_mut().lose_the_keychain().await;
    window.open().await;
    window.see_test("open-recovery-key").await;
    album.shoot(window, "open-recovery-key").await;
    let other = if key.starts_with('7') { '4' } else { '7' };
    window.type_into("open-recovery-key", &format!("{other}{}", &key[1..])).await;
    window.click("open-submit").await;
    window.see_test("open-recovery-key-error").await;
    album.shoot(window, "open-recovery-key-mistyped").await;
    window.type_into("open-recovery-key", key).await;
    window.click("open-submit").await;
    window.see_test("sign-in-submit").await;
    window.close().await;
    std::fs::write(window.desktop().data().join("vestibule.db"), "no database ".repeat(999))
        .expect("it can be written");
    window.open().await;
    window.see_test("unusable-again").await;
    album.shoot(window, "file-unusable").await;
}

/// With the sample data: full lists, and the dialogs for them.
async fn sample(window: &mut Window, album: &mut Album) {
    album.open(window, &["--sample"]).await;
    window.see_test("sign-in-samples").await;
    album.shoot(window, "sign-in-sample").await;
    window.click("sign-in-samples sign-in-sample-amara").await;
    window.click("sign-in-submit").await;
    list(window, album).await;
    create(window, album).await;
    details(window, album).await;
    let dialog = "revoke-words";
    window.narrow_to("counter-active").await;
    window.click("row-0 row-menu").await;
    window.click("menu-revoke").await;
    window.see_test(dialog).await;
    album.shoot(window, "revoke").await;
    window.click("revoke-keep").await;
    window.not_see_test(dialog).await;
    window.click("lock").await;
    window.see_test("unlock-password").await;
    album.shoot(window, "locked").await;
}

async fn list(window: &Window, album: &mut Album) {
    window.see_test("row-0").await;
    album.shoot(window, "invitations").await;
    window.press("j").await;
    window.press("j").await;
    window.see_focus_on("row-1").await;
    album.shoot(window, "invitations-row").await;
    window.click("counter-expired").await;
    window.words_where("some-of", "how many of how many", |words| !words.is_empty()).await;
    album.shoot(window, "invitations-expired").await;
    window.click("counter-expired").await;
    window.click("pager-next").await;
    window.words_where("pager-range", "the second page", |range| range.starts_with("21")).await;
    album.shoot(window, "invitations-page-2").await;
    window.type_into("search", "nobody has this").await;
    window.see_test("none-found").await;
    album.shoot(window, "nothing-found").await;
    window.click("clear-all").await;
    window.see_test("row-0").await;
    window.click("theme-switch").await;
    window.see_test("theme-dark").await;
    album.shoot_once(window, "theme").await;
    window.press("Escape").await;
    window.not_see_test("theme-dark").await;
}

async fn create(window: &Window, album: &mut Album) {
    window.click("create-invitation").await;
    window.see_test("create-email").await;
    album.shoot(window, "create").await;
    window.type_into("create-email", "noor@").await;
    window.click("create-expiry-date").await;
    window.type_into("create-date", "2020-02-30").await;
    window.click("create-submit").await;
    window.see_test("create-email-error").await;
    album.shoot(window, "create-errors").await;
    window.click("create-bound-anyone").await;
    window.click("create-expiry-30").await;
    window.type_into("create-limit", "120").await;
    window.type_into("create-label", "Science open day, the stand beside the greenhouse").await;
    album.shoot(window, "create-anyone").await;
    window.click("create-submit").await;
    window.see_test("result-code").await;
    album.shoot(window, "created-anyone").await;
    window.click("result-copy-code").await;
    window.see_test("toast").await;
    album.shoot_once(window, "copied").await;
    window.click("result-done").await;
    window.not_see_test("result-code").await;
}

/// One invitation in full, and its replacement.
async fn details(window: &Window, album: &mut Album) {
    window.narrow_to("counter-active").await;
    window.click("row-1 row-menu").await;
    window.see_test("row-replace").await;
    album.shoot_once(window, "row-menu").await;
    window.click("row-details").await;
    window.see_test("details-events").await;
    album.shoot(window, "details").await;
    window.press("q").await;
    window.see_test("details-qr").await;
    window.press("c").await;
    window.see_test("toast").await;
    album.shoot(window, "details-qr").await;
    window.click("details-edit").await;
    window.type_into("details-label", "Science open day, the stand beside the greenhouse").await;
    window.type_into("details-note", "Ask Priya for the key of the greenhouse.").await;
    window.click("details-next").await;
    window.see_test("details-unsaved").await;
    album.shoot(window, "details-edit").await;
    window.press("Control+Enter").await;
    window.see_test("details-edit").await;
    window.press("r").await;
    window.see_test("replace-submit").await;
    album.shoot(window, "replace").await;
    window.type_into("replace-reason", "It was sent to the wrong person").await;
    window.click("replace-submit").await;
    window.see_test("result-code").await;
    album.shoot(window, "replaced").await;
    window.click("result-done").await;
    window.click("details-replaces").await;
    window.see_test("details-replaced-by").await;
    album.shoot(window, "details-replaced").await;
    window.press("Escape").await;
    window.not_see_test("details").await;
    window.click("counter-active").await;
    window.click("sort-5").await;
    window.see_sorted(5, "descending").await;
    window.words_where("row-0 used-by", "nine uses, the most", |uses| uses.starts_with('9')).await;
    window.press("j").await;
    window.see_focus_on("row-0").await;
    window.press("Enter").await;
    window.see_test("details-use").await;
    album.shoot(window, "details-used").await;
    window.press("Escape").await;
    window.not_see_test("details").await;
}

/// A machine without a keychain.
async fn passphrase(window: &mut Window, album: &mut Album) {
    album.open(window, &[]).await;
    window.name_organisation().await;
    window.type_into("first-passphrase", PASSPHRASE).await;
    window.type_into("first-passphrase-again", PASSPHRASE).await;
    album.shoot(window, "first-administrator-passphrase").await;
    window.click("first-create").await;
    window.written_down().await;
    album.shoot(window, "first-recovery-key-passphrase").await;
    window.restart().await;
    window.see_test("open-passphrase").await;
    album.shoot(window, "open-passphrase").await;
    window.type_into("open-passphrase", JONAS.password).await;
    window.click("open-submit").await;
    window.see_empty("open-passphrase").await;
    album.shoot(window, "open-passphrase-refused").await;
}

/// The pictures in one language, and the faults found on the way.
struct Album {
    /// None: no pictures are taken.
    folder: Option<PathBuf>,
    language: &'static str,
    themes: &'static [&'static str],
    faults: Vec<String>,
}

impl Album {
    fn new(language: &'static str, themes: &'static [&'static str]) -> Self {
        let folder =
            std::env::var_os("VESTIBULE_SCREENSHOTS").map_or_else(|| target().join("screenshots"), PathBuf::from);
        std::fs::create_dir_all(&folder).expect("the folder for pictures can be made");
        Album { folder: Some(folder), language, themes, faults: Vec::new() }
    }

    /// Checks every screen, in the language that reveals most faults, and saves nothing.
    fn without_pictures() -> Self {
        Album { folder: None, language: "en-XA", themes: &["light"], faults: Vec::new() }
    }

    /// Starts the application in the album's language.
    async fn open(&mut self, window: &mut Window, args: &[&str]) {
        window.open_with(args).await;
        window.remember(&[("language", self.language), ("theme", "light")]).await;
    }

    /// A picture in every theme and size. Journeys continue in the large one.
    async fn shoot(&mut self, window: &Window, screen: &str) {
        for pose in self.poses() {
            let look = self.pose(window, pose).await;
            self.keep(window, &format!("{screen}-{look}")).await;
        }
        window.paint("light").await;
    }

    /// Like [`Self::shoot`], for something that does not last: begun again for each picture, and ended after it.
    async fn glimpse(&mut self, window: &Window, screen: &str, begin: impl AsyncFn(), end: impl AsyncFn()) {
        for pose in self.poses() {
            let name = format!("{screen}-{}", self.pose(window, pose).await);
            begin().await;
            if self.folder.is_some() {
                self.save(&name, window.glimpse().await);
            }
            self.note(window, &name).await;
            end().await;
        }
        window.paint("light").await;
    }

    /// Every size, the large one last, with every theme.
    fn poses(&self) -> Vec<((u32, u32), &'static str)> {
        [SMALL, LARGE].into_iter().flat_map(|size| self.themes.iter().map(move |theme| (size, *theme))).collect()
    }

    /// Sets a size and a theme; returns the suffix of the picture's name.
    async fn pose(&self, window: &Window, ((width, height), theme): ((u32, u32), &'static str)) -> String {
        window.resize(width, height).await;
        window.paint(theme).await;
        format!("{}-{width}x{height}", if self.language == "en" { theme } else { self.language })
    }

    /// A single picture, of something that does not last.
    async fn shoot_once(&mut self, window: &Window, screen: &str) {
        let (width, height) = LARGE;
        let look = if self.language == "en" { "light" } else { self.language };
        self.keep(window, &format!("{screen}-{look}-{width}x{height}")).await;
    }

    async fn keep(&mut self, window: &Window, name: &str) {
        window.be_still().await;
        if self.folder.is_some() {
            self.save(name, window.picture().await);
        }
        self.note(window, name).await;
    }

    fn save(&self, name: &str, picture: Vec<u8>) {
        let Some(folder) = &self.folder else { return };
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture can be saved");
    }

    /// Records lasting faults only: after a change of the window's size the page may be a few frames behind.
    async fn note(&mut self, window: &Window, name: &str) {
        let begun = Instant::now();
        let mut faults = self.look(window).await;
        while !faults.is_empty() && begun.elapsed() < SETTLED {
            tokio::time::sleep(GLANCE).await;
            faults = self.look(window).await;
        }
        self.faults.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }

    /// The faults of the page at this moment.
    async fn look(&self, window: &Window) -> Vec<String> {
        let mut faults = window.faults().await;
        // Spanish and Welsh have words without any accent: there a word of English would not be known by its letters.
        if matches!(self.language, "en-XA" | "ar") {
            let left = window.untranslated().await;
            faults.extend(left.into_iter().map(|text| format!("not from the catalogue: {text}")));
        }
        faults
    }

    fn close(self) {
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}
