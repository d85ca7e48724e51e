//! The end of the program, in order: clipboard, data file, scratch folder. Also the end of a second start, which never
//! opens a window.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{AppHandle, Manager, Resource, RunEvent, Runtime, WindowEvent};
use tempfile::TempDir;
use vestibule_desk::Desk;

use crate::clipboard;
use crate::seats::Seats;

/// How long a file held by another process may delay the end.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// A plugin, because plugins get the exit event in the order of registration, and other plugins close what is needed
/// here. Register it first.
pub fn plugin<R: Runtime>(desk: Desk, scratch: Option<TempDir>) -> TauriPlugin<R> {
    let scratch = Mutex::new(scratch);
    Builder::new("closing")
        .on_event(move |app, event| {
            if let RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. } = event {
                app.state::<Seats>().left(label);
            }
            if let RunEvent::Exit = event {
                clipboard::clear_at_exit(app);
                if !tauri::async_runtime::block_on(desk.end(PATIENCE)) {
                    tracing::warn!("the data file could not be closed in time; it is complete all the same");
                }
                tracing::info!("end");
                if let Some(folder) = scratch.lock().ok().and_then(|mut scratch| scratch.take()) {
                    folder.close().ok();
                }
            }
        })
        .build()
}

/// Ends the program in order on Ctrl-C or a signal from the system.
pub fn heed_signals<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        if asked_to_end().await.is_ok() {
            app.exit(0);
        }
    });
}

#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut hang_up) = (signal(SignalKind::terminate())?, signal(SignalKind::hangup())?);
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked,
        _ = terminate.recv() => Ok(()),
        _ = hang_up.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Prints in the terminal of a second start where the window is, when dropped. The single-instance plugin ends such a
/// process during its own set-up, and only resources of the resource table are dropped then.
struct SecondStart {
    first: AtomicBool,
    say: fn(&str),
}

impl Resource for SecondStart {}

impl Drop for SecondStart {
    fn drop(&mut self) {
        if !*self.first.get_mut() {
            (self.say)("Vestibule is open already: its window comes to the front.");
        }
    }
}

/// Registers the message for a second start, until [`only_start`] cancels it. Register it before the single-instance
/// plugin.
pub fn second_start<R: Runtime>(say: fn(&str)) -> TauriPlugin<R> {
    Builder::new("second-start")
        .setup(move |app, _| {
            let id = app.resources_table().add(SecondStart { first: AtomicBool::new(false), say });
            app.manage(SecondStartId(id));
            Ok(())
        })
        .build()
}

struct SecondStartId(tauri::ResourceId);

/// Cancels the message: this is the first start.
pub fn only_start<R: Runtime>(app: &AppHandle<R>) {
    let Some(id) = app.try_state::<SecondStartId>() else { return };
    if let Ok(start) = app.resources_table().get::<SecondStart>(id.0) {
        start.first.store(true, Ordering::Relaxed);
    }
}
