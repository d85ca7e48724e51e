//! The system clipboard: puts a code or link on it without JavaScript ever seeing it, and takes it off again. The text stays out of every log.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use vestibule_wire::{ErrorCode, ErrorView, Secret};

/// How long a copy stays (PRODUCT.md, "Copy"), in seconds.
pub const CLEARS_AFTER_SECONDS: u32 = 60;

/// How long the end of the program waits for a clipboard that another program holds.
const AT_EXIT: Duration = Duration::from_millis(500);

/// What was copied last, until it is cleared, with its number: a later copy has a clock of its own.
#[derive(Default)]
pub struct Copied(Mutex<(u64, Option<Secret>)>);

impl Copied {
    fn lock(&self) -> MutexGuard<'_, (u64, Option<Secret>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, text: Secret) -> u64 {
        let mut copied = self.lock();
        *copied = (copied.0 + 1, Some(text));
        copied.0
    }

    /// What was kept under that number, or under any; once.
    fn take(&self, number: Option<u64>) -> Option<Secret> {
        let mut copied = self.lock();
        if number.is_none_or(|number| number == copied.0) { copied.1.take() } else { None }
    }
}

/// Writes `text`, marked so that clipboard histories leave it out, and clears it after [`CLEARS_AFTER_SECONDS`] if it is still there.
pub fn write<R: Runtime>(app: &AppHandle<R>, text: Secret) -> Result<(), ErrorView> {
    app.clipboard().write_secret(text.reveal()).map_err(|fault| {
        tracing::warn!(%fault, "the clipboard could not be written");
        ErrorView::new(ErrorCode::ClipboardFailed, "Could not copy. Select the code and copy it by hand.")
    })?;
    let number = app.state::<Copied>().keep(text);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(Duration::from_secs(CLEARS_AFTER_SECONDS.into())).await;
        // Reading waits for whoever holds the clipboard, so it has a thread of its own.
        tauri::async_runtime::spawn_blocking(move || clear(&app, Some(number))).await.ok();
    });
    Ok(())
}

/// Clears the clipboard before the program ends, if our text is still on it.
pub fn clear_at_exit<R: Runtime>(app: &AppHandle<R>) {
    let (done, end) = mpsc::channel();
    let app = app.clone();
    std::thread::spawn(move || {
        clear(&app, None);
        done.send(()).ok();
    });
    end.recv_timeout(AT_EXIT).ok();
}

/// Clears what was copied, unless the clipboard holds something else by now.
fn clear<R: Runtime>(app: &AppHandle<R>, number: Option<u64>) {
    let Some(ours) = app.state::<Copied>().take(number) else { return };
    if app.clipboard().read_text().is_ok_and(|held| Secret::new(held) == ours) {
        app.clipboard().clear().ok();
        tracing::info!("clipboard cleared");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_copy_is_not_cleared_by_the_clock_of_an_earlier_one() {
        let copied = Copied::default();
        let first = copied.keep(Secret::new("K7QF"));
        let second = copied.keep(Secret::new("K7QF"));
        assert_eq!(copied.take(Some(first)), None);
        assert_eq!(copied.take(Some(second)), Some(Secret::new("K7QF")));
        assert_eq!(copied.take(None), None);
    }

    #[test]
    fn the_end_of_the_program_takes_whatever_was_copied_last() {
        let copied = Copied::default();
        copied.keep(Secret::new("K7QF"));
        assert_eq!(copied.take(None), Some(Secret::new("K7QF")));
    }
}
