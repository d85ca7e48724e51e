//! The one window: made from its description in tauri.conf.json, shown when its page has something to draw, and never
//! anywhere but on our own pages.

use std::time::Duration;
use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{AppHandle, Manager, Runtime, Theme, Url, WebviewWindow};

/// The window's label: the capability of that name says what its page may ask.
pub const LABEL: &str = "desk";

/// A page that has not asked by then is shown in the making, so that a slow machine does not look dead.
const SHOWN_AT_THE_LATEST: Duration = Duration::from_secs(2);

/// What stands behind the page until it has drawn: `--canvas` in ui/style/10-tokens.css.
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

/// Brings the window to the front: a second start ends here.
pub fn focus<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.unminimize().ok();
        window.show().ok();
        window.set_focus().ok();
    }
}

/// Shows the window, once: the page calls for this by asking what to draw.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL).filter(|window| window.is_visible().is_ok_and(|seen| !seen)) {
        window.show().ok();
        window.set_focus().ok();
    }
}

/// Our own pages only, however a link, a script or a dropped file asks: `tauri://localhost`, on Windows
/// `http://tauri.localhost`.
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
