//! A desktop for one test: its own display, session bus, window manager, keychain, and home folder. Keeps out windows.

use super::process::{self, Running};
use super::reader::{self, Reader};
use super::{display::Display, keychain};
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The size that the designs are drawn for.
const SCREEN: &str = "1280x832x24";
/// Environment variables that are passed on: where programs are, and whether errors have backtraces.
const KEPT: &[&str] = &["PATH", "LD_LIBRARY_PATH", "RUST_BACKTRACE"];

/// The folders in a home, and the variables that name them.
const FOLDERS: &[(&str, &str)] = &[
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_RUNTIME_DIR", "run"),
    ("TMPDIR", "tmp"),
];

/// The password of the keychain.
const PASSWORD: &[u8] = b"a password for tests";

/// The state of a desktop's keychain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keychain {
    /// Present and unlocked.
    Open,
    /// Present and locked, with nobody to answer its prompt.
    Locked,
    /// Missing.
    Absent,
}

/// The desktop. On drop all its programs end, those that others depend on last.
pub struct Desktop {
    keychain: Option<Running>,
    accessibility: Option<Running>,
    _manager: Running,
    _bus: Running,
    _server: Running,
    session: Session,
}

/// The environment of programs on the desktop.
struct Session {
    home: tempfile::TempDir,
    display: String,
    bus: String,
    /// Programs report their contents to assistive software.
    is_read: bool,
}

impl Desktop {
    /// Starts a desktop, and waits until all of it is ready.
    pub async fn start(keychain: Keychain) -> Self {
        let home = tempfile::Builder::new().prefix("desk-").tempdir().expect("a scratch folder");
        for (_, folder) in FOLDERS {
            let made = std::fs::DirBuilder::new().mode(0o700).create(home.path().join(folder));
            made.expect("the scratch folder can be written");
        }
        settle(home.path());
        let (server, number) = Running::announced(process::command("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            SCREEN,
            "-nolisten",
            "tcp",
            "-noreset",
        ]));
        let rules = concat!("--config-file=", env!("CARGO_MANIFEST_DIR"), "/tests/support/bus.xml");
        let socket = format!("--address=unix:path={}", home.path().join("run/bus").display());
        let (bus, address) =
            Running::announced(process::command("dbus-daemon").args(["--nofork", "--print-address", rules, &socket]));
        let session = Session { home, display: format!(":{number}"), bus: address, is_read: false };
        let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/xtask/assets/openbox.xml");
        let manager = Running::start(session.command("openbox").args(["--config-file", rules]));
        let mut desktop =
            Desktop { keychain: None, accessibility: None, _manager: manager, _bus: bus, _server: server, session };
        let managed = super::until(async || desktop.display().is_managed().then_some(())).await;
        managed.expect("openbox manages the windows");
        desktop.give(keychain).await;
        desktop
    }

    /// A command that runs on this desktop, isolated from the environment outside.
    pub fn command(&self, program: &str) -> Command {
        self.session.command(program)
    }

    /// The home folder, with everything that the application stores.
    pub fn home(&self) -> &Path {
        self.session.home.path()
    }

    /// The organisation's folder.
    pub fn data(&self) -> PathBuf {
        self.home().join("data/vestibule")
    }

    /// The display with its windows.
    pub fn display(&self) -> Display {
        Display::named(&self.session.display)
    }

    /// Sets the keychain's state; an existing keychain keeps its contents.
    pub async fn give(&mut self, state: Keychain) {
        self.keychain = None;
        if state == Keychain::Absent {
            return;
        }
        let mut daemon = self.command("gnome-keyring-daemon");
        daemon.args(["--foreground", "--unlock", "--components=secrets"]).stdin(Stdio::piped());
        let mut daemon = Running::start(&mut daemon);
        let mut password = daemon.0.stdin.take().expect("it is piped");
        password.write_all(PASSWORD).expect("the keychain reads its password");
        drop(password); // it reads until the end
        self.keychain = Some(daemon);
        let open = super::until(async || keychain::is_open(&self.session.bus).await.then_some(())).await;
        open.expect("the keychain opens");
        if state == Keychain::Locked {
            keychain::lock(&self.session.bus).await;
        }
    }

    /// Starts a screen reader: programs started from now on report their contents to it.
    pub async fn give_reader(&mut self) -> Reader {
        let mut bus = self.command(reader::launcher());
        self.accessibility = Some(Running::start(bus.args(["--launch-immediately", "--a11y=1"])));
        self.session.is_read = true;
        Reader::on(&self.session.bus).await
    }

    /// Unlocks the keychain, as a person does.
    pub async fn unlock_the_keychain(&self) {
        keychain::unlock(&self.session.bus, PASSWORD).await;
    }

    /// Replaces the keychain by an empty one, as with a new login, or a folder carried to another machine.
    pub async fn lose_the_keychain(&mut self) {
        self.keychain = None;
        std::fs::remove_dir_all(self.home().join("data/keyrings")).expect("the keychain's files are there");
        self.give(Keychain::Open).await;
    }

    /// The secrets in the keychain, read over the bus by another program than the application.
    pub async fn secrets(&self) -> Vec<Vec<u8>> {
        keychain::secrets(&self.session.bus).await
    }

    /// The complete entries of the keychain.
    pub async fn entries(&self) -> Vec<keychain::Entry> {
        keychain::entries(&self.session.bus).await
    }

    /// Puts these entries into the keychain.
    pub async fn keep(&self, entries: &[keychain::Entry]) {
        keychain::keep(&self.session.bus, entries).await;
    }
}

/// Sets GTK's preferences: file dialogs begin in a folder, with a field for the path. (GTK's other mode begins with
/// recent files, and loses keys while the field appears.)
fn settle(home: &Path) {
    let folder = home.join("config/glib-2.0/settings");
    std::fs::create_dir_all(&folder).expect("the scratch folder can be written");
    let chosen = "[org/gtk/settings/file-chooser]\nlocation-mode='filename-entry'\nstartup-mode='cwd'\n";
    std::fs::write(folder.join("keyfile"), chosen).expect("the scratch folder can be written");
}

impl Session {
    fn command(&self, program: &str) -> Command {
        let home = self.home.path();
        let mut command = process::command(program);
        command.env_clear();
        command.envs(KEPT.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
        command.env("HOME", home).current_dir(home);
        command.envs(FOLDERS.iter().map(|(name, folder)| (name, home.join(folder))));
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command.env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1").env("GSETTINGS_BACKEND", "keyfile");
        if !self.is_read {
            command.env("NO_AT_BRIDGE", "1");
        }
        command.env("LANG", "C.UTF-8").env("TZ", "Europe/London");
        command
    }
}
