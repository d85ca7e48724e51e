//! The system's file dialogs. The page passes their texts and gets file names; paths stay in this program.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tokio::sync::oneshot;
use vestibule_wire::FileDialogRequest;

use crate::window;

/// The longest text for a dialog that is taken from the page, in characters.
const LONGEST: usize = 120;

/// The path of the sheet that was chosen last.
#[derive(Default)]
pub struct ChosenSheet(Mutex<Option<PathBuf>>);

impl ChosenSheet {
    /// Sets the chosen sheet.
    pub fn keep(&self, path: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    /// The chosen sheet's path.
    pub fn path(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A file's name without its folder, for people.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Opens a dialog for a file to read. None: cancelled.
pub async fn ask_open<R: Runtime>(app: &AppHandle<R>, words: &FileDialogRequest, endings: &[&str]) -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    dialog(app, words).add_filter(endings.join(", "), endings).pick_file(|chosen| {
        tell.send(chosen).ok();
    });
    told.await.ok().flatten()?.into_path().ok()
}

/// Opens a dialog for a path to save to. None: cancelled. The extension is added to a name without one.
pub async fn ask_save<R: Runtime>(app: &AppHandle<R>, words: &FileDialogRequest, ending: &str) -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    dialog(app, words).set_file_name(offered(&words.name, ending)).add_filter(ending, &[ending]).save_file(|chosen| {
        tell.send(chosen).ok();
    });
    let path = told.await.ok().flatten()?.into_path().ok()?;
    Some(if path.extension().is_none() { path.with_extension(ending) } else { path })
}

fn dialog<R: Runtime>(app: &AppHandle<R>, words: &FileDialogRequest) -> FileDialogBuilder<R> {
    let title: String = words.title.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let mut dialog = app.dialog().file().set_title(title);
    if let Some(window) = app.get_webview_window(window::LABEL) {
        dialog = dialog.set_parent(&window);
    }
    dialog
}

/// A suggested name that any file system accepts and that stays in the dialog's folder.
fn offered(name: &str, ending: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_alphanumeric() || " -_.".contains(c) { c } else { '-' }).take(LONGEST).collect();
    let plain = plain.trim_matches(['.', ' ']);
    let plain = plain.strip_suffix(&format!(".{ending}")).unwrap_or(plain);
    if plain.is_empty() { format!("vestibule.{ending}") } else { format!("{plain}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offered_name_stays_in_its_folder_and_has_its_ending_once() {
        assert_eq!(offered("Invitations 2026-11-20", "csv"), "Invitations 2026-11-20.csv");
        assert_eq!(offered("list.csv", "csv"), "list.csv");
        assert_eq!(offered("../../etc/passwd", "csv"), "-..-etc-passwd.csv");
        assert_eq!(offered("C:\\x\0y", "pdf"), "C--x-y.pdf");
        assert_eq!(offered(" ... ", "png"), "vestibule.png");
    }
}
