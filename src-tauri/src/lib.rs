//! The shell: one window around desk. It opens the window, passes commands to desk and answers back, and keeps the
//! page on our own addresses. Keeps out rules, SQL, keys and what a code means.
#![deny(missing_docs)]

pub mod asking;
pub mod clipboard;
pub mod clock;
pub mod closing;
pub mod commands;
#[cfg(target_os = "linux")]
pub mod drawing;
pub mod files;
pub mod link;
pub mod live;
pub mod log;
pub mod options;
pub mod pool;
pub mod seats;
pub mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{Builder, Context, Runtime};
use tempfile::TempDir;
use vestibule_desk::{Desk, DeskError, KeychainChoice, Ports};

use crate::options::Options;

/// How many invitations `--sample` creates. Organisations have up to 100 000; this many are created in a moment.
const SAMPLE_INVITATIONS: u32 = 2000;

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No argument, environment variable or platform default names a data folder.
    #[error("no folder for the data: give one with --data-dir DIR")]
    NoFolder,
    /// The scratch folder for sample data could not be made.
    #[error("the scratch folder for sample data could not be made: {0}")]
    Scratch(#[source] std::io::Error),
    /// The sample data could not be made.
    #[error("the sample data could not be made: {0}")]
    Sample(#[source] DeskError),
    /// The system could not create a window.
    #[error("no window could be opened ({0}); vestibulectl does the same from a terminal")]
    NoWindow(String),
}

/// Opens the window and stays until it is closed. `say` writes a line to the terminal.
pub fn run_app(options: Options, say: fn(&str)) -> Result<(), StartError> {
    let scratch = if options.sample { Some(scratch_folder().map_err(StartError::Scratch)?) } else { None };
    let folder = scratch.as_ref().map(|scratch| scratch.path().to_owned());
    let is_home = folder.is_none() && options.data_dir.is_none();
    let data_dir: PathBuf =
        folder.or(options.data_dir).or_else(vestibule_desk::default_data_dir).ok_or(StartError::NoFolder)?;
    log::start(&data_dir, std::env::var("VESTIBULE_LOG").ok().as_deref());
    if cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none()) {
        return Err(StartError::NoWindow("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set".into()));
    }
    let keychain = if options.sample { KeychainChoice::Memory } else { KeychainChoice::Os };
    let desk = Desk::new(data_dir, ports(keychain));
    let filled = if options.sample { fill(&desk, say) } else { Ok(()) };
    let to_close = desk.clone();
    let opening = Opening { desk, is_home, scratch, link: options.link, say };
    let shown = filled.and_then(|()| {
        catch_unwind(AssertUnwindSafe(|| open_window(opening)))
            .unwrap_or_else(|_| Err(StartError::NoWindow("the system gave none".into())))
    });
    // A window that was shown has closed the file in its exit event; this covers starts without a window.
    tauri::async_runtime::block_on(to_close.end(closing::PATIENCE));
    shown
}

/// The machine's own clock and randomness, and the keychain to use.
pub fn ports(keychain: KeychainChoice) -> Ports {
    Ports { clock: Arc::new(clock::SystemClock), entropy: Arc::new(clock::SystemEntropy), keychain }
}

/// Registers all that a window's commands need, on any runtime: tests use it with Tauri's mock.
pub fn register_commands<R: Runtime>(bare: Builder<R>, desk: &Desk, scratch: Option<TempDir>) -> Builder<R> {
    bare.plugin(closing::plugin(desk.clone(), scratch))
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_sql::Builder::new().build())
        .manage(desk.clone())
        .manage(seats::Seats::new(desk.clone()))
        .manage(asking::Question::default())
        .manage(clipboard::Copied::default())
        .manage(files::ChosenSheet::default())
        .manage(link::OpenedLink::default())
        .manage(commands::app::FaultGate::default())
        .manage(commands::app::SampleWindow::default())
        .invoke_handler(commands::handler())
}

/// tauri.conf.json, the pages, and the commands allowed in each window (src-tauri/capabilities, src-tauri/permissions).
#[allow(clippy::exit, reason = "the macro's own, for a configuration that it could not read at compile time")]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// What a window is opened with.
struct Opening {
    desk: Desk,
    /// The folder of sample data.
    scratch: Option<TempDir>,
    /// The link that started the program, unchecked.
    link: Option<String>,
    /// The data folder is the one that a link opens: the platform's.
    is_home: bool,
    say: fn(&str),
}

/// A second start of the program: the window comes to the front, with the link that it was started with, if any.
fn second_start<R: Runtime>(app: &tauri::AppHandle<R>, arguments: Vec<String>) {
    window::focus(app);
    if let Ok(options::Asked::Window(Options { link: Some(link), .. })) =
        options::parse(arguments.into_iter().skip(1).map(Into::into))
    {
        link::opened(app, &link);
    }
}

fn open_window(opening: Opening) -> Result<(), StartError> {
    use tauri_plugin_window_state::StateFlags;
    let Opening { desk, scratch, link, is_home, say } = opening;
    let mut bare = Builder::<tauri::Wry>::default();
    // The sample window can run beside the real one, and does not store its size and place.
    if scratch.is_none() {
        let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
        bare = bare
            .plugin(closing::second_start(say))
            .plugin(tauri_plugin_single_instance::init(|app, arguments, _| second_start(app, arguments)))
            .plugin(tauri_plugin_deep_link::init())
            .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build());
    }
    let watched = desk.clone();
    let app = register_commands(bare, &desk, scratch)
        .setup(move |app| {
            closing::only_start(app.handle());
            closing::heed_signals(app.handle().clone());
            if let Some(link) = link {
                link::opened(app.handle(), &link);
            }
            window::open(app.handle())?;
            if is_home {
                link::register(app.handle());
            }
            live::watch_for_changes(app.handle().clone(), watched);
            Ok(())
        })
        .build(context())
        .map_err(|fault| StartError::NoWindow(fault.to_string()))?;
    app.run(asking::handle_run_event);
    Ok(())
}

fn scratch_folder() -> std::io::Result<TempDir> {
    tempfile::Builder::new().prefix("vestibule-sample-").tempdir()
}

fn fill(desk: &Desk, say: fn(&str)) -> Result<(), StartError> {
    let accounts =
        tauri::async_runtime::block_on(desk.fill_with_sample(SAMPLE_INVITATIONS)).map_err(StartError::Sample)?;
    for account in accounts {
        say(&format!("Sample data. Sign in as {} / {} ({})", account.username, account.password, account.role));
    }
    Ok(())
}
