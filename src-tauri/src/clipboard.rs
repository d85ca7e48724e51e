//! The system clipboard: copies a code, a link, a text or a QR code without passing it to JavaScript, and clears it
//! later. The text is never logged.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;
use tauri::image::Image;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use vestibule_desk::Pixels;
use vestibule_wire::{ErrorCode, ErrorView, Secret};

/// How long the program's end waits for a clipboard that another program holds.
const AT_EXIT: Duration = Duration::from_millis(500);

/// The last copy until it is cleared, with its number: a later copy has its own timer.
#[derive(Default)]
pub struct Copied(Mutex<(u64, Option<Held>)>);

/// What was copied.
#[derive(Debug, PartialEq, Eq)]
enum Held {
    Text(Secret),
    /// The pixels of a picture.
    Picture(Vec<u8>),
}

impl Copied {
    fn lock(&self) -> MutexGuard<'_, (u64, Option<Held>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, held: Held) -> u64 {
        let mut copied = self.lock();
        *copied = (copied.0 + 1, Some(held));
        copied.0
    }

    /// Takes the copy with that number, or with any; None if it was taken before.
    fn take(&self, number: Option<u64>) -> Option<Held> {
        let mut copied = self.lock();
        if number.is_none_or(|number| number == copied.0) { copied.1.take() } else { None }
    }
}

/// Copies `text`, marked so that clipboard histories skip it, and clears it after so many seconds if it is still there.
pub fn write<R: Runtime>(app: &AppHandle<R>, text: Secret, seconds: u32) -> Result<(), ErrorView> {
    app.clipboard().write_secret(text.reveal()).map_err(failed)?;
    clear_later(app, Held::Text(text), seconds);
    Ok(())
}

/// Like [`write()`], for a picture. Clipboard histories have no such mark for pictures.
pub fn write_picture<R: Runtime>(app: &AppHandle<R>, pixels: Pixels, seconds: u32) -> Result<(), ErrorView> {
    app.clipboard().write_image(&Image::new(&pixels.rgba, pixels.width, pixels.width)).map_err(failed)?;
    clear_later(app, Held::Picture(pixels.rgba), seconds);
    Ok(())
}

fn failed(fault: tauri_plugin_clipboard_manager::Error) -> ErrorView {
    tracing::warn!(%fault, "the clipboard could not be written");
    ErrorView::new(ErrorCode::ClipboardFailed, "Could not copy. Select the code and copy it by hand.")
}

fn clear_later<R: Runtime>(app: &AppHandle<R>, held: Held, seconds: u32) {
    let number = app.state::<Copied>().keep(held);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        // Reading blocks until the clipboard's owner answers, so it has a thread of its own.
        tauri::async_runtime::spawn_blocking(move || clear(&app, Some(number))).await.ok();
    });
}

/// Clears the clipboard before the program ends, if our copy is still on it.
pub fn clear_at_exit<R: Runtime>(app: &AppHandle<R>) {
    let (done, end) = mpsc::channel();
    let app = app.clone();
    std::thread::spawn(move || {
        clear(&app, None);
        done.send(()).ok();
    });
    end.recv_timeout(AT_EXIT).ok();
}

/// Clears the copy, unless the clipboard holds something else by now.
fn clear<R: Runtime>(app: &AppHandle<R>, number: Option<u64>) {
    let Some(ours) = app.state::<Copied>().take(number) else { return };
    let still_there = match &ours {
        Held::Text(ours) => app.clipboard().read_text().is_ok_and(|held| Secret::new(held) == *ours),
        Held::Picture(ours) => app.clipboard().read_image().is_ok_and(|held| held.rgba() == ours),
    };
    if still_there {
        app.clipboard().clear().ok();
        tracing::info!("clipboard cleared");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &str) -> Held {
        Held::Text(Secret::new(text))
    }

    #[test]
    fn a_later_copy_is_not_cleared_by_the_clock_of_an_earlier_one() {
        let copied = Copied::default();
        let first = copied.keep(held("K7QF"));
        let second = copied.keep(held("K7QF"));
        assert_eq!(copied.take(Some(first)), None);
        assert_eq!(copied.take(Some(second)), Some(held("K7QF")));
        assert_eq!(copied.take(None), None);
    }

    #[test]
    fn the_end_of_the_program_takes_whatever_was_copied_last() {
        let copied = Copied::default();
        copied.keep(held("K7QF"));
        assert_eq!(copied.take(None), Some(held("K7QF")));
    }
}
