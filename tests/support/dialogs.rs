//! The system's own dialogs for files, used as a person does: found by the words in the frame, worked by the keyboard.
//! Knows GTK's chooser, which begins with a field for the path; nothing of what the application does with the file.

use super::display::{Display, keysym};
use super::{Window, until};
use std::path::{Path, PathBuf};

impl Window {
    /// Choose a file in the dialog of that title.
    pub async fn choose_file(&self, title: &str, file: &Path) {
        let display = self.dialog(title).await;
        display.type_keys(file.to_str().expect("a path of plain letters"));
        self.leave(title, &display, &[keysym::RETURN]).await;
    }

    /// Save under that path in the dialog of that title, in place of the name that it offers.
    pub async fn save_file(&self, title: &str, file: &Path) {
        let display = self.dialog(title).await;
        display.press(&[keysym::CONTROL, u32::from('a')]);
        display.type_keys(file.to_str().expect("a path of plain letters"));
        self.leave(title, &display, &[keysym::RETURN]).await;
    }

    /// Close the dialog of that title without choosing anything.
    pub async fn cancel_dialog(&self, title: &str) {
        let display = self.dialog(title).await;
        self.leave(title, &display, &[keysym::ESCAPE]).await;
    }

    /// The files that lie in the home folder itself, where the dialogs begin.
    pub fn files_at_home(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.desktop().home()).expect("the home folder is there");
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        files.sort();
        files
    }

    /// Wait until the dialog is there and the keys go to it.
    async fn dialog(&self, title: &str) -> Display {
        let display = self.desktop().display();
        let active = async || display.active().filter(|window| display.title(*window) == title);
        if until(active).await.is_none() {
            let open: Vec<_> = display.windows().into_iter().map(|window| display.title(window)).collect();
            self.fail(&format!("no dialog “{title}” is used; there are {open:?}")).await;
        }
        display
    }

    /// Press these keys, and wait until the dialog is gone and the keys go to the window again.
    async fn leave(&self, title: &str, display: &Display, keys: &[u32]) {
        display.press(keys);
        let is_open = || display.windows().into_iter().any(|window| display.title(window) == title);
        if until(async || (!is_open() && display.active().is_some()).then_some(())).await.is_none() {
            self.fail(&format!("the dialog “{title}” stays open")).await;
        }
    }
}
