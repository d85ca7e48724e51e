//! Tells the pages when the file was written, by this or another program, so that they fetch again only then. Keeps
//! out what was written: a page fetches what it may see.

use crate::seats::kind_of;
use std::time::Duration;
use tauri::{AppHandle, Manager, Runtime};
use vestibule_desk::Desk;
use vestibule_wire::CHANGED_EVENT;

/// How often the file's version is checked; the longest delay until pages are told of a write.
const LOOKS: Duration = Duration::from_millis(500);

/// Checks and tells the pages, until the program ends.
pub fn watch_for_changes<R: Runtime>(app: AppHandle<R>, desk: Desk) {
    tauri::async_runtime::spawn(async move {
        let mut seen = None;
        loop {
            tokio::time::sleep(LOOKS).await;
            let now = desk.data_version().await;
            // Also after opening a file, which may have been written before its first check.
            if now.is_some() && now != seen {
                let ours = app.webview_windows().into_iter().filter(|(label, _)| kind_of(label).is_some());
                for (_, page) in ours {
                    page.eval(format!("window.dispatchEvent(new Event({CHANGED_EVENT:?}))")).ok();
                }
            }
            seen = now;
        }
    });
}
