//! The clipboard as another program uses it: reads it, and copies something of its own. Uses xclip. Keeps out the
//! application.

use super::process::Running;
use super::{Desktop, Window, until};
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

impl Desktop {
    /// What another program reads from the clipboard; empty if no program owns it. None: its owner does not answer
    /// within five seconds.
    pub fn clipboard(&self) -> Option<String> {
        let mut reader = self.command("timeout");
        reader.args(["5", "xclip", "-out", "-selection", "clipboard"]).stdout(Stdio::piped());
        let read = reader.output().expect("xclip starts");
        match read.status.code() {
            Some(0) => Some(String::from_utf8(read.stdout).expect("the clipboard holds text")),
            Some(1) => Some(String::new()),
            _ => None,
        }
    }

    /// Copies a text as another program, which owns the clipboard until the returned value is dropped.
    pub async fn copy(&self, text: &str) -> Offer {
        let said = self.home().join("copied.log");
        let mut program = self.command("xclip");
        program.args(["-in", "-selection", "clipboard", "-verbose"]).stdin(Stdio::piped());
        program.stderr(std::fs::File::create(&said).expect("a scratch file"));
        let mut running = Running::start(&mut program);
        running.0.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("xclip reads");
        let offer = Offer { said, _running: running };
        offer.waits_for(1).await;
        offer
    }
}

/// A copy by another program, which reports each time it is read.
pub struct Offer {
    said: PathBuf,
    _running: Running,
}

impl Offer {
    /// Waits until the copy has been read.
    pub async fn looked_at(&self) {
        self.waits_for(2).await;
    }

    /// Waits until xclip waits for that request, counted from 1.
    async fn waits_for(&self, number: u32) {
        let line = format!("selection request number {number}");
        let said = async || std::fs::read_to_string(&self.said).is_ok_and(|said| said.contains(&line)).then_some(());
        until(said).await.unwrap_or_else(|| panic!("nobody looks at the clipboard: no “{line}”"));
    }
}

impl Window {
    /// What another program reads from the clipboard, once there is something.
    pub async fn clipboard(&self) -> String {
        match until(async || self.desktop().clipboard().filter(|text| !text.is_empty())).await {
            Some(text) => text,
            None => self.fail("the clipboard is empty").await,
        }
    }

    /// Waits until the clipboard is empty.
    pub async fn see_clipboard_empty(&self) {
        let empty = async || self.desktop().clipboard().filter(String::is_empty);
        if until(empty).await.is_none() {
            panic!("the clipboard still holds {:?}", self.desktop().clipboard());
        }
    }
}
