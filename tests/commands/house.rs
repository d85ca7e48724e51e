//! An organisation for tests of commands: the shell on Tauri's mock runtime, a data file in a scratch folder, and
//! people of every role who can sign in. Nothing else is mocked, except the clock, which tests set.

use chrono::{TimeDelta, Utc};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use vestibule_desk::{Clock, Desk, Entropy, KeychainChoice, Ports, Seat};
use vestibule_domain::{Actor, Event, Role, recovery};
use vestibule_shell::clock::SystemEntropy;
use vestibule_store::{FileKey, Stamp, Store};
use vestibule_wire::{AuditEventView, ErrorCode, ErrorView, ListAuditRequest, Moment, Secret, SignInRequest, command};

/// The password of every person here.
pub const PASSWORD: &str = "sunlit-harbour-42-otter";
/// The origin of our own pages.
pub const HOME: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// The desk's clock, which a test may put forward.
#[derive(Default)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// Lets `hours` pass.
    pub fn pass_hours(&self, hours: i64) {
        self.0.fetch_add(hours, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        Utc::now() + TimeDelta::hours(self.0.load(Ordering::Relaxed))
    }
}

/// An organisation with a window.
pub struct House {
    pub app: App<MockRuntime>,
    pub window: WebviewWindow<MockRuntime>,
    pub desk: Desk,
    pub clock: Arc<TestClock>,
    pub folder: TempDir,
}

impl House {
    /// A house with an empty folder.
    pub fn empty() -> Self {
        Self::prepared(Path::to_owned)
    }

    /// A house whose data folder `prepare` creates or chooses in a scratch folder.
    pub fn prepared(prepare: impl FnOnce(&Path) -> PathBuf) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let clock = Arc::new(TestClock::default());
        let ports = Ports { clock: clock.clone(), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::Memory };
        let desk = Desk::new(prepare(folder.path()), ports);
        let app = build(&desk);
        let window = vestibule_shell::window::open(app.handle()).expect("the mock makes windows");
        Self { app, window, desk, clock, folder }
    }

    /// A house with its administrator, `amara`; nobody is signed in.
    pub fn founded() -> Self {
        let house = Self::empty();
        house.done(command::CreateOrganisation::NAME, founding());
        house
    }

    /// A house with `amara` signed in.
    pub fn opened() -> Self {
        let house = Self::founded();
        house.enter("amara");
        house
    }

    /// A house with `mona`, Manager of Library, and `stef`, Staff of Library; nobody is signed in.
    pub fn peopled() -> Self {
        let house = Self::opened();
        for (username, role) in [("mona", "Manager"), ("stef", "Staff")] {
            let code = house.create(json!({ "role": role, "department": "Library" }))["code"].clone();
            house.done(command::RedeemInvitation::NAME, joining(&code, username));
        }
        house.done(command::SignOut::NAME, Value::Null);
        house
    }

    /// Calls a command as the page does; `null` for commands without a request.
    pub fn ask(&self, command: &str, request: Value) -> Result<Value, ErrorView> {
        self.ask_from(&self.window, HOME, command, request).map_err(|refusal| {
            serde_json::from_value(refusal.clone()).unwrap_or_else(|_| panic!("{command} answered {refusal}"))
        })
    }

    /// Calls a command from any window and page; the refusal is returned as the page gets it.
    pub fn ask_from(
        &self,
        window: &WebviewWindow<MockRuntime>,
        page: &str,
        command: &str,
        request: Value,
    ) -> Result<Value, Value> {
        let body = if command.starts_with("plugin:") { request } else { json!({ "request": request }) };
        let message = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: page.parse().expect("an address"),
            body: InvokeBody::Json(body),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(window, message).map(|answer| answer.deserialize().expect("commands answer JSON"))
    }

    /// A window with another label.
    pub fn window_called(&self, label: &str) -> WebviewWindow<MockRuntime> {
        WebviewWindowBuilder::new(&self.app, label, Default::default()).build().expect("the mock makes windows")
    }

    /// Calls a command and expects success.
    #[track_caller]
    pub fn done(&self, command: &str, request: Value) -> Value {
        self.ask(command, request).unwrap_or_else(|error| panic!("{command} was refused: {error:?}"))
    }

    /// Calls a command and expects a refusal.
    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> ErrorView {
        match self.ask(command, request) {
            Ok(answer) => panic!("{command} was done: {answer}"),
            Err(error) => error,
        }
    }

    /// Signs in.
    pub fn enter(&self, username: &str) -> Value {
        self.done(command::SignIn::NAME, json!({ "username": username, "password": PASSWORD, "keep": false }))
    }

    /// Signs out, and signs in `username`; None: nobody.
    pub fn seat(&self, username: Option<&str>) {
        self.ask(command::SignOut::NAME, Value::Null).ok();
        if let Some(username) = username {
            self.enter(username);
        }
    }

    /// Creates an invitation as the person signed in.
    pub fn create(&self, request: Value) -> Value {
        self.done(command::CreateInvitation::NAME, request)
    }

    /// Creates an invitation as that person.
    pub fn create_by(&self, username: &str, request: Value) -> Value {
        self.seat(Some(username));
        self.create(request)
    }

    /// Runs `work` as the administrator at another desk, which shares only the folder with the window.
    pub fn in_another_process(&self, work: impl AsyncFnOnce(&Seat)) {
        let ports =
            Ports { clock: self.clock.clone(), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::Memory };
        let desk = Desk::new(self.folder.path().to_owned(), ports);
        block_on(async {
            let seat = desk.seat("cli");
            enter_at(&seat, "amara").await;
            work(&seat).await;
            desk.close().await;
        });
    }

    /// Changes a role of this organisation directly, without a command. Signs `amara` in.
    pub fn change_role(&self, role: Role) {
        self.seat(Some("amara"));
        let shown = self.done(command::ShowRecoveryKey::NAME, json!({ "password": PASSWORD }));
        let lines: Vec<String> = decode(shown["lines"].clone());
        let key = FileKey::new(recovery::parse(&lines.join("\n")).expect("a recovery key as it is shown"));
        block_on(async {
            let file = self.folder.path().join("vestibule.db");
            let store = Store::open(&file, &key, env!("CARGO_PKG_VERSION")).await.expect("the key opens the file");
            let mut tx = store.begin_write().await.expect("nobody else writes");
            let random = |bytes: &mut [u8]| SystemEntropy.fill(bytes);
            let stamp = Stamp { at: self.clock.now(), actor: Actor::Vestibule, random: &random };
            tx.append(&[Event::RoleChanged { role }.into()], stamp).await.expect("the role is there");
            tx.commit().await.expect("it is kept");
            store.close().await.expect("it closes");
        });
    }

    /// Runs `work` as that person in another seat of this desk, not the window's.
    pub fn in_another_seat(&self, username: &str, work: impl AsyncFnOnce(&Seat)) {
        let seat = self.desk.seat("cli");
        block_on(async {
            enter_at(&seat, username).await;
            work(&seat).await;
        });
    }

    /// The audit trail, newest first, as the administrator sees it in a seat of their own.
    pub fn trail(&self) -> Vec<AuditEventView> {
        let mut items = Vec::new();
        self.in_another_seat("amara", async |seat| {
            let page = seat.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await;
            items = page.expect("an administrator sees the trail").items;
        });
        items
    }
}

/// The shell on the mock runtime. Built one at a time: Tauri's mock has global state.
fn build(desk: &Desk) -> App<MockRuntime> {
    static ONE: OnceLock<Mutex<()>> = OnceLock::new();
    let _one = ONE.get_or_init(Mutex::default).lock();
    vestibule_shell::register_commands(mock_builder(), desk, None)
        .build(vestibule_shell::context())
        .expect("the shell builds")
}

async fn enter_at(seat: &Seat, username: &str) {
    let request = SignInRequest { username: username.to_owned(), password: Secret::new(PASSWORD), keep: false };
    seat.sign_in(request).await.expect("they may sign in");
}

/// Runs a call of desk to its end, without the window.
pub fn block_on<T>(call: impl Future<Output = T>) -> T {
    tauri::async_runtime::block_on(call)
}

/// The request of first start.
pub fn founding() -> Value {
    json!({
        "organisation": "Fernhill College", "join_address": "https://join.fernhill.example", "name": "Amara Osei",
        "email": "amara@fernhill.example", "username": "amara", "password": PASSWORD, "passphrase": null,
    })
}

/// The request of a newcomer.
pub fn joining(code: &Value, username: &str) -> Value {
    json!({
        "code": code, "version": null, "name": format!("New {username}"), "email": format!("{username}@post.example"),
        "username": username, "password": PASSWORD,
    })
}

/// Parses a view.
pub fn decode<T: DeserializeOwned>(view: Value) -> T {
    serde_json::from_value(view).expect("a view of wire's")
}

/// The error code of a refusal; None for success.
pub fn code_of(answer: Result<Value, ErrorView>) -> Option<ErrorCode> {
    answer.err().map(|error| error.code)
}
