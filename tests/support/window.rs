//! The real window, running or not: start, close, restart, and what it leaves on disk. What a person sees and does in
//! it is in `eyes` and `hands`. Uses the window's test ids (`data-test`), never its code.

use super::{Desktop, GLANCE, PATIENCE, disk, page, process::Running, until};
use fantoccini::{Client, ClientBuilder, Locator};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The application on a desktop, running or not.
pub struct Window {
    desktop: Desktop,
    program: String,
    args: Vec<String>,
    running: Option<Driven>,
}

/// The application while it runs, with its WebDriver.
struct Driven {
    client: Client,
    heard: Heard,
    _driver: Running,
}

/// How many toasts of the current page load a test has checked.
#[derive(Default)]
pub struct Heard(RefCell<(String, usize)>);

impl Heard {
    /// The number for that page load; 0 for a new one.
    pub fn count_for(&self, load: &str) -> usize {
        let heard = self.0.borrow();
        if heard.0 == load { heard.1 } else { 0 }
    }

    pub fn up_to(&self, load: &str, number: usize) {
        *self.0.borrow_mut() = (load.to_owned(), number);
    }
}

impl Window {
    /// An application that is not started yet.
    pub fn on(desktop: Desktop, program: &str) -> Self {
        Window { desktop, program: program.to_owned(), args: Vec::new(), running: None }
    }

    /// The desktop that it runs on.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The desktop, mutably, to change its keychain.
    pub fn desktop_mut(&mut self) -> &mut Desktop {
        &mut self.desktop
    }

    /// Starts it with these arguments, which are used for later starts too.
    pub async fn open_with(&mut self, args: &[&str]) {
        self.args = args.iter().map(|arg| (*arg).to_owned()).collect();
        self.open().await;
    }

    /// Starts the application.
    pub async fn open(&mut self) {
        assert!(self.running.is_none(), "the window is open already");
        let (driver, port) = self.driver().await;
        let options = serde_json::json!({ "binary": self.program, "args": self.args });
        let timeouts = serde_json::json!({ "script": PATIENCE.as_millis() as u64 });
        let wanted = [("webkitgtk:browserOptions".to_owned(), options), ("timeouts".to_owned(), timeouts)];
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(wanted.into_iter().collect());
        let address = format!("http://127.0.0.1:{port}");
        let started = tokio::time::timeout(PATIENCE, builder.connect(&address)).await;
        let client =
            started.expect("the application starts in time").expect("the application starts and can be driven");
        self.running = Some(Driven { client, heard: Heard::default(), _driver: driver });
    }

    /// A driver on a free port. If another program takes the port first, tries another one.
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

    /// Closes the window by its frame, and waits until the program has ended.
    pub async fn close(&mut self) {
        let Some(driven) = self.running.take() else { return };
        let display = self.desktop.display();
        let mut processes = Vec::new();
        for window in display.windows() {
            processes.extend(display.process(window));
            display.close(window);
        }
        let is_gone = |process: &u32| !Path::new(&format!("/proc/{process}/exe")).exists();
        // If something unsaved would be lost the page asks first: these tests confirm.
        let ended = until(async || {
            if processes.iter().all(is_gone) {
                return Some(());
            }
            let sure = page::selector("leave-anyway");
            let asked = tokio::time::timeout(GLANCE * 5, page::is(&driven.client, "isShown", &[&sure])).await;
            if matches!(asked, Ok(Some(true)))
                && let Ok(Ok(button)) = tokio::time::timeout(GLANCE * 25, driven.client.find(Locator::Css(&sure))).await
            {
                let _closes = tokio::time::timeout(GLANCE * 25, button.click()).await;
            }
            None
        })
        .await;
        drop(driven);
        assert!(ended.is_some(), "the application does not end when its window is closed");
    }

    pub async fn restart(&mut self) {
        self.close().await;
        self.open().await;
    }

    /// Saves a picture of the screen, the page's source, and the application's log.
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
        if let Some(picture) = self.desktop.display().screen() {
            let _ = std::fs::write(kept.with_extension("png"), picture);
        }
        if let Ok(Ok(source)) = tokio::time::timeout(limit, driven.client.source()).await {
            let _ = std::fs::write(kept.with_extension("html"), source);
        }
    }

    /// What the application has printed to its terminal.
    pub fn printed(&self) -> String {
        std::fs::read_to_string(self.said()).expect("it has been started")
    }

    /// The file with the output of the driver and the application.
    fn said(&self) -> PathBuf {
        self.desktop.home().join("printed.log")
    }

    /// The driver, for queries that only one test needs.
    pub fn client(&self) -> &Client {
        &self.driven().client
    }

    /// The toasts of this start that were checked.
    pub fn heard(&self) -> &Heard {
        &self.driven().heard
    }

    fn driven(&self) -> &Driven {
        self.running.as_ref().expect("the window is open")
    }

    pub async fn fail(&self, what: &str) -> ! {
        panic!("{what}; on the screen: “{}”", self.words().await)
    }

    /// The files of this desktop that contain a secret in plain bytes, in any case of its letters.
    pub fn files_with(&self, secret: impl AsRef<[u8]>) -> Vec<PathBuf> {
        disk::files_with(self.desktop.home(), secret.as_ref())
    }
}
