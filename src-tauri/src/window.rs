//! The one window: created from its description in tauri.conf.json, shown when its page has something to draw, and
//! kept on our own pages.

use std::time::Duration;
use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{AppHandle, Manager, Runtime, Theme, Url, WebviewWindow};

/// The window's label: the capability of that name lists the commands its page may call.
pub const LABEL: &str = "desk";

/// If the page has not called [`show`] by then, the window is shown anyway, so that a slow machine does not look dead.
const SHOWN_AT_THE_LATEST: Duration = Duration::from_secs(2);

/// The background until the page has drawn: `--canvas` in ui/style/10-tokens.css.
const LIGHT: Color = Color(0xf4, 0xf2, 0xed, 0xff);
const DARK: Color = Color(0x13, 0x14, 0x13, 0xff);

/// Makes the window, hidden until [`show`].
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    let described = app.config().app.windows.iter().find(|window| window.label == LABEL);
    let described = described.expect("tauri.conf.json describes the window `desk`");
    let window = WebviewWindowBuilder::from_config(app, described)?
        .visible(false)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let canvas = if window.theme().is_ok_and(|theme| theme == Theme::Dark) { DARK } else { LIGHT };
    window.set_background_color(Some(canvas)).ok();
    #[cfg(target_os = "linux")]
    crate::drawing::keep_light(&window)?;
    let late = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SHOWN_AT_THE_LATEST).await;
        show(&late);
    });
    Ok(window)
}

/// Brings the window to the front, after a second start.
pub fn focus<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.unminimize().ok();
        window.show().ok();
        window.set_focus().ok();
    }
}

/// Shows the window, once; called by the page's first command.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL).filter(|window| window.is_visible().is_ok_and(|seen| !seen)) {
        window.show().ok();
        window.set_focus().ok();
    }
}

/// Whether an address is one of our own pages: `tauri://localhost`, on Windows `http://tauri.localhost`. All others
/// are refused, whether a link, a script or a dropped file leads there.
pub fn is_ours(address: &Url) -> bool {
    let (scheme, host) = (address.scheme(), address.host_str());
    if cfg!(windows) {
        scheme == "http" && host == Some("tauri.localhost")
    } else {
        scheme == "tauri" && host == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(address: &str) -> bool {
        is_ours(&address.parse().unwrap())
    }

    #[test]
    fn the_window_stays_on_its_own_pages() {
        let home = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        assert!(ours(&format!("{home}/index.html?lang=en-XA")));
    }

    #[test]
    fn the_window_goes_nowhere_else() {
        for elsewhere in [
            "https://join.school.example/join/K7QF",
            "http://localhost/",
            "tauri://localhost.evil.example/",
            "tauri://evil.example/",
            "vestibule://join/K7QF2M9X4TZC8WHN",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!ours(elsewhere), "{elsewhere}");
        }
    }
}
