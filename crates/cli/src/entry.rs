//! From the global options to an open file and a session. Keeps out what commands do then.

use crate::args::{Cli, Command};
use crate::clock;
use crate::failure::Failure;
use crate::interrupt::Interrupt;
use crate::organisation::OrganisationCommand;
use crate::secrets::Wanted;
use crate::user::UserCommand;
use std::path::PathBuf;
use vestibule_desk::{Desk, KeychainChoice, Seat};
use vestibule_wire::{ErrorCode, OpenFileRequest, Secret, SessionView, SignInRequest};

/// The keychain slot of the command line's kept sign-in.
const SLOT: &str = vestibule_desk::COMMAND_LINE;

/// The open desk with the command line's seat.
pub struct Entry {
    /// Must be closed at the end.
    pub desk: Desk,
    /// The command line's session.
    pub seat: Seat,
    /// The data folder.
    pub data_dir: PathBuf,
    /// Ctrl-C, for work that cancels itself.
    pub interrupt: Interrupt,
    /// The answer is printed as JSON.
    pub json: bool,
    as_user: Option<String>,
    password_file: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
}

impl Entry {
    /// Checks that the options fit the command. Opens nothing yet.
    pub fn new(cli: &Cli, interrupt: Interrupt) -> Result<Self, Failure> {
        let global = &cli.global;
        let takes_password = matches!(cli.command, Command::Init(_) | Command::SignIn(_) | Command::Redeem(_));
        let sets_password = matches!(cli.command, Command::User { command: UserCommand::SetPassword(_) });
        let asks_again = match &cli.command {
            Command::Organisation { command } => matches!(command, OrganisationCommand::RecoveryKey(_)),
            Command::User { command } => command.asks_again(),
            _ => false,
        };
        let needs_nobody =
            matches!(cli.command, Command::SignOut | Command::Doctor(_) | Command::Open(_) | Command::Restore(_));
        if sets_password && (global.as_user.is_some() || global.password_file.is_some()) {
            return Err(Failure::usage(
                "--as and --password-file do not fit here: nobody is signed in by this command.",
            )
            .hint("The new password is in --new-password-file FILE."));
        }
        if takes_password && global.as_user.is_some() {
            return Err(Failure::usage("--as does not fit here: this command signs in nobody else."));
        }
        if !takes_password && !needs_nobody && !asks_again && global.password_file.is_some() && global.as_user.is_none()
        {
            return Err(Failure::usage("--password-file needs --as USER: whose password is it?"));
        }
        let data_dir = global
            .data_dir
            .clone()
            .or_else(|| std::env::var_os("VESTIBULE_DATA_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from))
            .or_else(vestibule_desk::default_data_dir)
            .ok_or_else(|| {
                Failure::usage("This machine names no data folder.").hint("Give --data-dir DIR or VESTIBULE_DATA_DIR.")
            })?;
        let data_dir = std::path::absolute(&data_dir)
            .map_err(|error| Failure::usage(format!("{} is no folder: {error}.", data_dir.display())))?;
        let desk = Desk::new(data_dir.clone(), clock::ports(keychain(cli)));
        Ok(Self {
            seat: desk.seat(SLOT),
            desk,
            data_dir,
            interrupt,
            json: global.json,
            as_user: global.as_user.clone(),
            password_file: global.password_file.clone(),
            passphrase_file: global.passphrase_file.clone(),
        })
    }

    /// Opens the file: with the passphrase if one is given, else with the keychain's key, else asks.
    pub async fn open(&self) -> Result<(), Failure> {
        if self.passphrase_file.is_some() {
            return self.open_with(self.passphrase(false)?).await;
        }
        match self.seat.open_file(OpenFileRequest::default()).await.map_err(Failure::from) {
            Err(failure) if failure.is(ErrorCode::PassphraseRequired) => self.open_with(self.passphrase(false)?).await,
            opened => opened,
        }
    }

    async fn open_with(&self, passphrase: Secret) -> Result<(), Failure> {
        let request = OpenFileRequest { passphrase: Some(passphrase), ..OpenFileRequest::default() };
        Ok(self.seat.open_file(request).await?)
    }

    /// Opens the file and signs in: as --as says, else by the kept sign-in.
    pub async fn signed_in(&self) -> Result<(), Failure> {
        self.enter().await.map(drop)
    }

    /// Signs in for a command that always needs the password, even with a kept sign-in; returns the password.
    pub async fn signed_in_by_password(&self) -> Result<Secret, Failure> {
        match self.enter().await? {
            (_, Some(password)) => Ok(password),
            (session, None) => self.password(&format!("password for {}", session.username), false),
        }
    }

    /// Signs in; returns the password if --as asked for it.
    pub async fn signed_in_and_proved(&self) -> Result<Option<Secret>, Failure> {
        Ok(self.enter().await?.1)
    }

    /// Opens and signs in; returns the session, and the password if --as asked for it.
    async fn enter(&self) -> Result<(SessionView, Option<Secret>), Failure> {
        if let Some(user) = &self.as_user {
            // Asked before the file is opened, so that it is not held open while a question waits.
            let password = self.password(&format!("password for {user}"), false)?;
            self.open().await?;
            return Ok((self.sign_in(user.clone(), password.clone(), false).await?, Some(password)));
        }
        self.open().await?;
        match self.seat.resume().await? {
            Some(session) => Ok((session, None)),
            None => Err(vestibule_wire::ErrorView::new(ErrorCode::NotSignedIn, "Nobody is signed in.").into()),
        }
    }

    /// Opens the file for a command that needs no session; with --as it still signs in.
    pub async fn open_or_sign_in(&self) -> Result<(), Failure> {
        if self.as_user.is_some() { self.signed_in().await } else { self.open().await }
    }

    /// Signs in; `keep`: and keeps a token in the keychain.
    pub async fn sign_in(&self, username: String, password: Secret, keep: bool) -> Result<SessionView, Failure> {
        Ok(self.seat.sign_in(SignInRequest { username, password, keep }).await?)
    }

    /// The password from --password-file, or from the terminal.
    pub fn password(&self, what: &str, twice: bool) -> Result<Secret, Failure> {
        Wanted { file: self.password_file.as_deref(), option: "--password-file", what, twice, all_lines: false }
            .obtain()
    }

    /// The passphrase from --passphrase-file, or from the terminal.
    pub fn passphrase(&self, twice: bool) -> Result<Secret, Failure> {
        let what = "passphrase of the data file";
        Wanted { file: self.passphrase_file.as_deref(), option: "--passphrase-file", what, twice, all_lines: false }
            .obtain()
    }

    /// Whether a passphrase was given.
    pub fn has_passphrase(&self) -> bool {
        self.passphrase_file.is_some()
    }
}

/// Uses the keychain only where it can matter: a script that has passphrase and password in files is not slowed down
/// by a keychain that is missing or hangs.
fn keychain(cli: &Cli) -> KeychainChoice {
    let by_passphrase = cli.global.passphrase_file.is_some();
    let without = match &cli.command {
        Command::Init(init) => by_passphrase || init.no_keychain,
        Command::Redeem(_) | Command::Doctor(_) => by_passphrase,
        // The recovery key alone opens the file.
        Command::User { command: UserCommand::SetPassword(set) } => by_passphrase || set.recovery_key_file.is_some(),
        Command::Invitation { .. }
        | Command::Audit { .. }
        | Command::Policy { .. }
        | Command::Mail { .. }
        | Command::Department { .. }
        | Command::Organisation { .. }
        | Command::Backup(_)
        | Command::User { .. }
        | Command::Clock { .. } => by_passphrase && cli.global.as_user.is_some(),
        _ => false,
    };
    if without { KeychainChoice::None } else { KeychainChoice::Os }
}
