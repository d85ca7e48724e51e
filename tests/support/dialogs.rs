//! The system's file dialogs, used as a person does: found by their title, operated by keyboard. Depends on GTK's
//! chooser, which begins with a field for the path. Keeps out what the application does with the file.

use super::display::{Display, keysym};
use super::{Window, until};
use std::path::{Path, PathBuf};

impl Window {
    /// Chooses a file in the dialog with that title.
    pub async fn choose_file(&self, title: &str, file: &Path) {
        let display = self.dialog(title).await;
        display.type_keys(file.to_str().expect("a path of plain letters"));
        self.leave(title, &display, &[keysym::RETURN]).await;
    }

    /// Saves under that path in the dialog with that title, replacing the suggested name.
    pub async fn save_file(&self, title: &str, file: &Path) {
        let display = self.dialog(title).await;
        display.press(&[keysym::CONTROL, u32::from('a')]);
        display.type_keys(file.to_str().expect("a path of plain letters"));
        self.leave(title, &display, &[keysym::RETURN]).await;
    }

    /// Cancels the dialog with that title.
    pub async fn cancel_dialog(&self, title: &str) {
        let display = self.dialog(title).await;
        self.leave(title, &display, &[keysym::ESCAPE]).await;
    }

    /// The files directly in the home folder, where the dialogs begin.
    pub fn files_at_home(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.desktop().home()).expect("the home folder is there");
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        files.sort();
        files
    }

    /// Waits until the dialog is open and has the keyboard.
    async fn dialog(&self, title: &str) -> Display {
        let display = self.desktop().display();
        let active = async || display.active().filter(|window| display.title(*window) == title);
        if until(active).await.is_none() {
            let open: Vec<_> = display.windows().into_iter().map(|window| display.title(window)).collect();
            self.fail(&format!("no dialog “{title}” is used; there are {open:?}")).await;
        }
        display
    }

    /// Presses these keys, and waits until the dialog is closed and the window has the keyboard again.
    async fn leave(&self, title: &str, display: &Display, keys: &[u32]) {
        display.press(keys);
        let is_open = || display.windows().into_iter().any(|window| display.title(window) == title);
        if until(async || (!is_open() && display.active().is_some()).then_some(())).await.is_none() {
            self.fail(&format!("the dialog “{title}” stays open")).await;
        }
    }
}
