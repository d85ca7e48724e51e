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
    if is_installed(app) {
        return;
    }
    let app = app.clone();
    // It runs programs of the desktop on Linux, which take a while.
    tauri::async_runtime::spawn_blocking(move || {
        let link = app.deep_link();
        let done = match link.is_registered(SCHEME) {
            Ok(true) => Ok(()),
            _ => link.register(SCHEME),
        };
        if let Err(fault) = done {
            tracing::warn!(%fault, "invite links do not open this program: the system did not take it as their handler");
        }
    });
}

/// Whether a package has put the program where the system finds its desktop entry, which names the scheme.
fn is_installed<R: Runtime>(app: &AppHandle<R>) -> bool {
    let is_loose = app.env().appimage.is_some() || cfg!(windows);
    let program = tauri::process::current_binary(&app.env());
    !is_loose && program.is_ok_and(|program| program.starts_with("/usr"))
}
