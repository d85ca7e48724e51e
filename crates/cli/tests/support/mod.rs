//! A scratch folder with secrets in files, and the program to run on it. Keeps out this machine's keychain and data.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

pub const ORGANISATION: &str = "Fernhill College";
pub const ADMINISTRATOR: &str = "amara";
pub const ADMINISTRATOR_EMAIL: &str = "amara@fernhill.example";
pub const PASSWORD: &str = "sunlit-harbour-42-otter";
pub const NEWCOMER_PASSWORD: &str = "quiet-meadow-17-heron";
pub const PASSPHRASE: &str = "seven herons over a quiet lake";

/// A scratch folder: `data` is the data folder, the other files are secrets.
pub struct Folder {
    dir: TempDir,
}

/// The result of a run.
pub struct Ran {
    pub exit: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder without an organisation.
    pub fn empty() -> Self {
        let folder = Self { dir: TempDir::new().unwrap() };
        folder.secret("passphrase", PASSPHRASE);
        folder.secret("amara.password", PASSWORD);
        folder.secret("noor.password", NEWCOMER_PASSWORD);
        folder
    }

    /// A folder with an organisation: a copy of one made once, since deriving a key is slow by design.
    pub fn with_organisation() -> Self {
        static FIRST: OnceLock<Folder> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let folder = Self::empty();
            folder.init(&[]).done();
            folder
        });
        let folder = Self::empty();
        std::fs::create_dir(folder.data()).unwrap();
        for entry in std::fs::read_dir(first.data()).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), folder.data().join(entry.file_name())).unwrap();
            }
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// Writes a file that only its owner can read.
    pub fn secret(&self, name: &str, content: &str) -> PathBuf {
        let path = self.dir.path().join(name);
        let _ = std::fs::remove_file(&path);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        writeln!(options.open(&path).unwrap(), "{content}").unwrap();
        path
    }

    /// The program with only the data folder given: without this machine's keychain and settings.
    pub fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibulectl"));
        command.current_dir(self.path()).env("VESTIBULE_DATA_DIR", self.data()).args(arguments);
        isolate(&mut command, self.path());
        command
    }

    /// The program with the passphrase.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(&["--passphrase-file", "passphrase"]);
        command.args(arguments);
        command
    }

    /// Runs it with the passphrase.
    pub fn vestibulectl(&self, arguments: &[&str]) -> Ran {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs it as the administrator.
    pub fn amara(&self, arguments: &[&str]) -> Ran {
        self.vestibulectl(&[&["--as", ADMINISTRATOR, "--password-file", "amara.password"], arguments].concat())
    }

    /// Runs it as another person, who joined with [`NEWCOMER_PASSWORD`].
    pub fn newcomer(&self, username: &str, arguments: &[&str]) -> Ran {
        self.vestibulectl(&[&["--as", username, "--password-file", "noor.password"], arguments].concat())
    }

    pub fn init(&self, more: &[&str]) -> Ran {
        let arguments = ["--password-file", "amara.password", "init", "--organisation", ORGANISATION, "--admin"];
        let who = [ADMINISTRATOR, "--email", ADMINISTRATOR_EMAIL, "--name", "Amara Osei"];
        self.vestibulectl(&[&arguments[..], &who[..], more].concat())
    }

    /// Creates an invitation for Staff and gives its JSON.
    pub fn invitation(&self, more: &[&str]) -> Value {
        self.amara(&[&["invitation", "create", "--role", "staff", "--json"], more].concat()).done().json()
    }

    /// Adds a manager of a department, who signs in as [`Folder::newcomer`].
    pub fn manager(&self, username: &str, department: &str) {
        let invite = ["invitation", "create", "--role", "manager", "--department", department, "--json"];
        let code = self.amara(&invite).done().json()["code"].as_str().unwrap().to_owned();
        self.redeem(&code, username).done();
    }

    /// The number of invitations that match.
    #[track_caller]
    pub fn total(&self, filters: &[&str]) -> u64 {
        let list = [&["invitation", "list", "--page-size", "1", "--json"], filters].concat();
        self.amara(&list).done().json()["total"].as_u64().unwrap()
    }

    /// Redeems, with JSON.
    pub fn redeem(&self, code: &str, username: &str) -> Ran {
        self.redeem_as(code, username, &format!("{username}@post.example"))
    }

    /// Redeems with a given address, with JSON.
    pub fn redeem_as(&self, code: &str, username: &str, email: &str) -> Ran {
        self.vestibulectl(&redeem_arguments(code, username, email))
    }

    /// Every file of the data folder with its bytes, recursively.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.data()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path)
                } else {
                    found.push((path.clone(), std::fs::read(path).unwrap()))
                }
            }
        }
        found.sort();
        found
    }
}

/// The arguments of `redeem`, for a newcomer with an ordinary name.
pub fn redeem_arguments<'a>(code: &'a str, username: &'a str, email: &'a str) -> [&'a str; 11] {
    let password = ["--password-file", "noor.password"];
    let [option, file] = password;
    ["redeem", code, "--json", "--name", "Noor Haddad", "--email", email, "--username", username, option, file]
}

/// Hides this machine's keychain, folders and settings from the program.
pub fn isolate(command: &mut Command, home: &Path) {
    let removed = ["DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "CLICOLOR_FORCE"];
    for name in removed {
        command.env_remove(name);
    }
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
        command.env(name, home);
    }
    command.stdin(Stdio::null());
}

/// Runs a command with that standard input.
pub fn fed(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses early may close its standard input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap().into()
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is written is UTF-8");
        Self { exit: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// Expects success.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.exit, Some(0), "exit code\nout: {}\nerr: {}", self.out, self.err);
        assert_eq!(self.err, "", "nothing stands on standard error");
        self
    }

    /// The JSON object on standard output.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// The JSON error on standard error.
    #[track_caller]
    pub fn error(&self) -> Value {
        let whole: Value =
            serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {:?} {:?}", self.out, self.err));
        whole["error"].clone()
    }

    /// Expects this error code and exit code, with a sentence and no other output.
    #[track_caller]
    pub fn refused(&self, code: &str, exit: i32) -> Value {
        let error = self.error();
        assert_eq!((error["code"].as_str(), self.exit), (Some(code), Some(exit)), "{}", self.err);
        assert!(!error["message"].as_str().unwrap().is_empty());
        assert_eq!(self.out, "", "a refusal writes nothing to standard output");
        error
    }
}
