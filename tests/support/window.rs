//! The real window, and what a person does there: see, click, type, press, copy, close, start again. Every wait has an end, and
//! what is asked for is what can be seen. Knows the window's hooks (`data-test`), never its code.

use super::{Desktop, PATIENCE, disk, page, process::Running, until};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The application on a desktop, running or not.
pub struct Window {
    desktop: Desktop,
    args: Vec<String>,
    running: Option<Driven>,
}

/// The application while it runs, with the driver that started it.
struct Driven {
    client: Client,
    _driver: Running,
}

impl Window {
    /// Not started yet.
    pub fn on(desktop: Desktop) -> Self {
        Window { desktop, args: Vec::new(), running: None }
    }

    /// The desktop that it stands on.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The desktop, to change its keychain.
    pub fn desktop_mut(&mut self) -> &mut Desktop {
        &mut self.desktop
    }

    /// Start it with these arguments, now and when it is started again.
    pub async fn open_with(&mut self, args: &[&str]) {
        self.args = args.iter().map(|arg| (*arg).to_owned()).collect();
        self.open().await;
    }

    /// Start the application.
    pub async fn open(&mut self) {
        assert!(self.running.is_none(), "the window is open already");
        let (driver, port) = self.driver().await;
        let options = serde_json::json!({ "binary": env!("CARGO_BIN_EXE_vestibule"), "args": self.args });
        let wanted = [("webkitgtk:browserOptions".to_owned(), options)];
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(wanted.into_iter().collect());
        let address = format!("http://127.0.0.1:{port}");
        let started = tokio::time::timeout(PATIENCE, builder.connect(&address)).await;
        let client =
            started.expect("the application starts in time").expect("the application starts and can be driven");
        self.running = Some(Driven { client, _driver: driver });
    }

    /// A driver on a port of its own. Another program may take the port between choosing and using it: then with another one.
    async fn driver(&self) -> (Running, u16) {
        for _ in 0..5 {
            let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
            let port = free.local_addr().expect("it is bound").port();
            drop(free);
            let said = std::fs::File::options().create(true).append(true).open(self.said()).expect("a scratch file");
            let mut driver = self.desktop.command("WebKitWebDriver");
            driver.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
            driver.stdout(said.try_clone().expect("a scratch file")).stderr(said);
            let mut driver = Running::start(&mut driver);
            let answers = async || tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok();
            let ready = until(async || (!driver.is_alive() || answers().await).then_some(())).await;
            if ready.is_some() && driver.is_alive() {
                return (driver, port);
            }
        }
        panic!("WebKitWebDriver does not start");
    }

    /// Close the window by its frame, and wait until the program has ended.
    pub async fn close(&mut self) {
        let Some(driven) = self.running.take() else { return };
        let display = self.desktop.display();
        let mut processes = Vec::new();
        for window in display.windows() {
            processes.extend(display.process(window));
            display.close(window);
        }
        let is_gone = |process: &u32| !Path::new(&format!("/proc/{process}/exe")).exists();
        let ended = until(async || processes.iter().all(is_gone).then_some(())).await;
        drop(driven);
        assert!(ended.is_some(), "the application does not end when its window is closed");
    }

    pub async fn restart(&mut self) {
        self.close().await;
        self.open().await;
    }

    /// See these words, now or soon.
    pub async fn see(&self, words: &str) {
        let seen = until(async || self.words().await.contains(words).then_some(())).await;
        if seen.is_none() {
            self.fail(&format!("“{words}” is not to be seen")).await;
        }
    }

    /// See them no more, now or soon. (Ask for something that must be there first, or nothing at all will do.)
    pub async fn not_see(&self, words: &str) {
        let gone = until(async || (!self.words().await.contains(words)).then_some(())).await;
        if gone.is_none() {
            self.fail(&format!("“{words}” is still to be seen")).await;
        }
    }

    /// See an element, by its hook: `sign-in-submit`, or one within another: `row-1 row-menu`.
    pub async fn see_test(&self, hook: &str) {
        if until(async || self.shows(hook).await.then_some(())).await.is_none() {
            self.fail(&format!("{hook} is not to be seen")).await;
        }
    }

    /// See it no more.
    pub async fn not_see_test(&self, hook: &str) {
        if until(async || (!self.shows(hook).await).then_some(())).await.is_none() {
            self.fail(&format!("{hook} is still to be seen")).await;
        }
    }

    /// Whether an element is to be seen at this moment.
    pub async fn shows(&self, hook: &str) -> bool {
        page::is(self.client(), "isShown", &[&page::selector(hook)]).await.unwrap_or(false)
    }

    /// How many elements of that hook are to be seen.
    pub async fn count(&self, selector: &str) -> u64 {
        page::ask(self.client(), "count", &[selector]).await.and_then(|count| count.as_u64()).unwrap_or(0)
    }

    /// All words on the page, as one line.
    pub async fn words(&self) -> String {
        page::text(self.client(), "words", &[]).await.unwrap_or_default()
    }

    /// The words of one element.
    pub async fn words_of(&self, hook: &str) -> String {
        let selector = page::selector(hook);
        let words = async || page::text(self.client(), "wordsOf", &[&selector]).await.filter(|words| !words.is_empty());
        match until(words).await {
            Some(words) => words,
            None => self.fail(&format!("{hook} says nothing")).await,
        }
    }

    /// Wait until an element says something of which that holds, and tell what.
    pub async fn words_where(&self, hook: &str, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let selector = page::selector(hook);
        let words = async || page::text(self.client(), "wordsOf", &[&selector]).await.filter(|words| holds(words));
        match until(words).await {
            Some(words) => words,
            None => self.fail(&format!("{hook} does not say {what}")).await,
        }
    }

    /// Wait until a field is empty.
    pub async fn see_empty(&self, hook: &str) {
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        if until(async || value().await.filter(String::is_empty)).await.is_none() {
            self.fail(&format!("{hook} is not emptied")).await;
        }
    }

    /// An attribute of an element.
    pub async fn attribute(&self, hook: &str, attribute: &str) -> Option<String> {
        page::text(self.client(), "attributeOf", &[&page::selector(hook), attribute]).await
    }

    /// Click an element, as soon as it can be clicked.
    pub async fn click(&self, hook: &str) {
        let clicked = async || match self.find(hook).await?.click().await {
            Ok(()) => Some(()),
            Err(_) => None, // something lies over it, or it has just been drawn anew
        };
        if until(clicked).await.is_none() {
            self.fail(&format!("{hook} cannot be clicked")).await;
        }
    }

    /// Click the choice of an open list that has these words.
    pub async fn click_option(&self, words: &str) {
        let named = format!("//*[@role='option'][contains(normalize-space(.), '{words}')]");
        let clicked = async || self.client().find(Locator::XPath(&named)).await.ok()?.click().await.ok();
        if until(clicked).await.is_none() {
            self.fail(&format!("no choice says “{words}”")).await;
        }
    }

    /// Point at an element, without a click.
    pub async fn point_at(&self, hook: &str) {
        use fantoccini::actions::{MouseActions, PointerAction};
        self.see_test(hook).await;
        let Some(element) = self.find(hook).await else { self.fail(&format!("{hook} has gone")).await };
        let there = PointerAction::MoveToElement { element, duration: None, x: 0., y: 0. };
        let moved = self.client().perform_actions(MouseActions::new("mouse".to_owned()).then(there)).await;
        moved.expect("the mouse moves");
    }

    /// Type into a field, in place of what stands there.
    pub async fn type_into(&self, hook: &str, text: &str) {
        self.click(hook).await;
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        if value().await.is_some_and(|before| !before.is_empty()) {
            self.press("Control+a").await;
        }
        self.type_keys(text).await;
        let typed = plain(text);
        if until(async || value().await.filter(|now| plain(now) == typed)).await.is_none() {
            self.fail(&format!("{hook} has not taken what was typed")).await;
        }
    }

    /// Type, wherever the keys go now.
    pub async fn type_keys(&self, text: &str) {
        let focused = self.client().active_element().await.expect("keys go somewhere");
        focused.send_keys(text).await.expect("keys can be typed");
    }

    /// Press a key or several at once: `Enter`, `n`, `Shift+Tab`.
    pub async fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.client().perform_actions(actions).await.expect("keys can be pressed");
    }

    /// The hook of what has the focus, or of what is around it.
    pub async fn focused(&self) -> Option<String> {
        page::text(self.client(), "focused", &[]).await
    }

    /// Press Tab until an element has the focus, as somebody without a mouse does.
    pub async fn tab_to(&self, hook: &str) {
        for _ in 0..60 {
            if self.focused().await.as_deref() == Some(hook) {
                return;
            }
            self.press("Tab").await;
        }
        self.fail(&format!("{hook} is not reached by Tab")).await;
    }

    /// Wait until the focus is there by itself.
    pub async fn see_focus_on(&self, hook: &str) {
        if until(async || self.focused().await.filter(|now| now == hook)).await.is_none() {
            let now = self.focused().await;
            self.fail(&format!("the focus is on {now:?}, not on {hook}")).await;
        }
    }

    /// What another program reads from the clipboard, once something stands there.
    pub async fn clipboard(&self) -> String {
        match until(async || self.desktop.clipboard()).await {
            Some(text) => text,
            None => self.fail("the clipboard is empty").await,
        }
    }

    /// The files of this desktop in which a secret stands in plain bytes, whatever the case of its letters.
    pub fn files_with(&self, secret: impl AsRef<[u8]>) -> Vec<PathBuf> {
        disk::files_with(self.desktop.home(), secret.as_ref())
    }

    /// Size the window by its frame, and wait until the page has that size.
    pub async fn resize(&self, width: u32, height: u32) {
        let display = self.desktop.display();
        let sized = async || {
            let window = *display.windows().first()?;
            display.resize(window, width, height);
            let page = page::ask(self.client(), "size", &[]).await?;
            (page == serde_json::json!([width, height])).then_some(())
        };
        if until(sized).await.is_none() {
            self.fail(&format!("the window cannot be {width} × {height}")).await;
        }
    }

    /// Set what the page remembers (theme, language), and let it start anew with that.
    pub async fn remember(&self, settings: &[(&str, &str)]) {
        for (key, value) in settings {
            page::ask(self.client(), "remember", &[key, value]).await;
        }
        self.client().refresh().await.expect("the page loads anew");
    }

    /// Show the page in that theme (`light`, `dark`) from now until it loads anew.
    pub async fn paint(&self, theme: &str) {
        page::ask(self.client(), "paint", &[theme]).await;
    }

    /// Wait until nothing moves any more: fonts are there, and every animation that ends has ended.
    pub async fn be_still(&self) {
        if until(async || page::is(self.client(), "isStill", &[]).await.filter(|is| *is)).await.is_none() {
            self.fail("the page does not come to rest").await;
        }
    }

    /// A picture of the page.
    pub async fn picture(&self) -> Vec<u8> {
        self.client().screenshot().await.expect("a picture can be taken")
    }

    /// What is wrong with the page at this size: parts outside of the window, words that are cut.
    pub async fn faults(&self) -> Vec<String> {
        page::list(self.client(), "faults").await.expect("the page answers")
    }

    /// What does not come from the catalogue, when the page speaks the pseudo-language.
    pub async fn untranslated(&self) -> Vec<String> {
        page::list(self.client(), "untranslated").await.expect("the page answers")
    }

    /// Keep what is on the screen, the page's source, and what the application has logged.
    pub async fn keep_evidence(&self, kept: &Path) {
        let mut log = std::fs::read(self.said()).unwrap_or_default();
        for file in disk::files(self.desktop.home())
            .iter()
            .filter(|file| file.components().any(|part| part.as_os_str() == "logs"))
        {
            log.extend(std::fs::read(file).unwrap_or_default());
        }
        let _ = std::fs::write(kept.with_extension("log"), log);
        let Some(driven) = &self.running else { return };
        let limit = Duration::from_secs(5);
        if let Ok(Ok(picture)) = tokio::time::timeout(limit, driven.client.screenshot()).await {
            let _ = std::fs::write(kept.with_extension("png"), picture);
        }
        if let Ok(Ok(source)) = tokio::time::timeout(limit, driven.client.source()).await {
            let _ = std::fs::write(kept.with_extension("html"), source);
        }
    }

    /// The file that takes what the driver and the application print.
    fn said(&self) -> PathBuf {
        self.desktop.home().join("printed.log")
    }

    async fn find(&self, hook: &str) -> Option<Element> {
        let selector = page::selector(hook);
        if !page::is(self.client(), "isShown", &[&selector]).await? {
            return None;
        }
        self.client().find(Locator::Css(&selector)).await.ok()
    }

    fn client(&self) -> &Client {
        &self.running.as_ref().expect("the window is open").client
    }

    async fn fail(&self, what: &str) -> ! {
        panic!("{what}; on the screen: “{}”", self.words().await)
    }
}

/// What is typed, without what a field may add to it: a code gets its hyphens and capitals.
fn plain(text: &str) -> String {
    text.chars().filter(|symbol| !matches!(symbol, '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// A key by its name.
fn key(name: &str) -> char {
    use fantoccini::key::Key;
    let key = match name {
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Delete" => Key::Delete,
        "Space" => return ' ',
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        one => {
            let mut symbols = one.chars();
            let symbol = symbols.next().expect("a key has a name");
            assert!(symbols.next().is_none(), "no key is called {one}");
            return symbol;
        }
    };
    key.into()
}
