//! Invite links that the system hands over when somebody clicks one: kept until a page of the window asks for it. Keeps
//! out what the page does with it. Anybody can make such a link, so nothing here touches a session or looks a code up.

use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_deep_link::DeepLinkExt;
use vestibule_desk::InviteLink;
use vestibule_wire::{ErrorView, InviteLinkView, LINK_EVENT};

use crate::commands::Caller;
use crate::window;

/// The scheme of invite links; tauri.conf.json names it for the installers.
const SCHEME: &str = "vestibule";

/// The invite link that was opened last, until a page takes it.
#[derive(Default)]
pub struct OpenedLink(Mutex<Option<InviteLink>>);

impl OpenedLink {
    fn with<T>(&self, act: impl FnOnce(&mut Option<InviteLink>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Keeps an opened link and tells the page of it. Anything but an invite link changes nothing.
pub fn opened<R: Runtime>(app: &AppHandle<R>, link: &str) {
    let Some(link) = InviteLink::parse(link) else {
        // What it says is not logged: it may be a code in a link of another form.
        tracing::warn!("a link was opened that is no invite link; nothing is done with it");
        return;
    };
    app.state::<OpenedLink>().with(|kept| *kept = Some(link));
    if let Some(page) = app.get_webview_window(window::LABEL) {
        page.eval(format!("window.dispatchEvent(new Event({LINK_EVENT:?}))")).ok();
    }
}

/// Gives the opened link to the page, once.
pub async fn take_invite_link<R: Runtime>(caller: Caller<R>, (): ()) -> Result<Option<InviteLinkView>, ErrorView> {
    let link = caller.app.state::<OpenedLink>().with(Option::take);
    Ok(link.map(|link| InviteLinkView { code: link.typed().to_owned() }))
}

/// Makes this program the one that opens invite links, where no installer has done it. On macOS the bundle says it,
/// and links arrive as an event of the system.
pub fn register<R: Runtime>(app: &AppHandle<R>) {
    if cfg!(target_os = "macos") {
        let links = app.clone();
        app.deep_link().on_open_url(move |event| {
            window::focus(&links);
            event.urls().iter().for_each(|link| opened(&links, link.as_str()));
        });
        return;
    }
    if entry::is_installed(app) {
        return;
    }
    let app = app.clone();
    // It runs programs of the desktop on Linux, which take a while.
    tauri::async_runtime::spawn_blocking(move || {
        let link = app.deep_link();
        let done = match link.is_registered(SCHEME) {
            Ok(true) if entry::names_this_program(&app) => Ok(()),
            _ => link.register(SCHEME),
        };
        if let Err(fault) = done.map_err(|fault| fault.to_string()).and_then(|()| entry::unquote(&app)) {
            tracing::warn!(%fault, "invite links do not open this program: the system did not take it as their handler");
        }
    });
}

/// The desktop entry that the plugin writes. xdg-open of Debian 12 and Ubuntu 22.04 (xdg-utils 1.1) can't start a
/// program whose path is quoted there, as the plugin quotes it.
#[cfg(target_os = "linux")]
mod entry {
    use std::path::PathBuf;
    use tauri::{AppHandle, Manager, Runtime};

    /// Whether a package has put the program where the system finds its desktop entry, which names the scheme.
    pub fn is_installed<R: Runtime>(app: &AppHandle<R>) -> bool {
        let env = app.env();
        env.appimage.is_none() && tauri::process::current_binary(&env).is_ok_and(|program| program.starts_with("/usr"))
    }

    /// The entry's file and the program's path, if that needs no quotes (Desktop Entry Specification, "The Exec key").
    fn known<R: Runtime>(app: &AppHandle<R>) -> Option<(PathBuf, String)> {
        let env = app.env();
        let binary = tauri::process::current_binary(&env).ok()?;
        let name = format!("{}-handler.desktop", binary.file_name()?.to_str()?);
        let program = env.appimage.as_deref().map_or_else(|| binary.to_str(), |image| image.to_str())?;
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+');
        let program = program.chars().all(is_plain).then(|| program.to_owned())?;
        Some((app.path().data_dir().ok()?.join("applications").join(name), program))
    }

    /// Whether the entry starts the program where it is now, in the plain form.
    pub fn names_this_program<R: Runtime>(app: &AppHandle<R>) -> bool {
        known(app).is_some_and(|(file, program)| {
            std::fs::read_to_string(file)
                .is_ok_and(|entry| entry.lines().any(|line| line == format!("Exec={program} %u")))
        })
    }

    /// Writes the program's path without quotes.
    pub fn unquote<R: Runtime>(app: &AppHandle<R>) -> Result<(), String> {
        let Some((file, program)) = known(app) else { return Ok(()) };
        let plain = |entry: String| entry.replace(&format!("Exec=\"{program}\" "), &format!("Exec={program} "));
        let written = std::fs::read_to_string(&file).map(plain).and_then(|entry| std::fs::write(&file, entry));
        written.map_err(|fault| fault.to_string())
    }
}

/// Other systems have no desktop entries.
#[cfg(not(target_os = "linux"))]
mod entry {
    use tauri::{AppHandle, Runtime};

    pub fn is_installed<R: Runtime>(_app: &AppHandle<R>) -> bool {
        false
    }

    pub fn names_this_program<R: Runtime>(_app: &AppHandle<R>) -> bool {
        true
    }

    pub fn unquote<R: Runtime>(_app: &AppHandle<R>) -> Result<(), String> {
        Ok(())
    }
}
