//! Tells the pages that something was written, by this program or another one, so that they ask again only then. Keeps
//! out what was written: a page asks for what it may see.

use crate::seats::kind_of;
use std::time::Duration;
use tauri::{AppHandle, Manager, Runtime};
use vestibule_desk::Desk;
use vestibule_wire::CHANGED_EVENT;

/// How long something that was written waits for the pages to hear of it, at the most.
const LOOKS: Duration = Duration::from_millis(500);

/// Looks and tells, until the program ends.
pub fn tell<R: Runtime>(app: AppHandle<R>, desk: Desk) {
    tauri::async_runtime::spawn(async move {
        let mut seen = None;
        loop {
            tokio::time::sleep(LOOKS).await;
            let now = desk.data_version().await;
            // A file that was opened meanwhile may have been written before it was first looked at.
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
