//! Asks the page before its window closes, since only the page knows what is unsaved. If it does not answer, the
//! window closes anyway. Keeps out what the page asks the person.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager, RunEvent, Runtime, WindowEvent};
use vestibule_wire::CLOSE_EVENT;

use crate::window;

/// How long a page may take to answer. Normally it answers at once; a slow machine gets some time, and a dead page
/// does not delay the close longer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The state of the request to close.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct State {
    /// How many times the window was asked to close; the request's number.
    number: u64,
    /// The page has answered the last request.
    answered: bool,
    /// The window is closing: no more requests are made.
    closes: bool,
}

impl State {
    /// Called when the window should close. The number of the request to the page; None: close now.
    fn ask(&mut self) -> Option<u64> {
        if self.closes {
            return None;
        }
        (self.number, self.answered) = (self.number + 1, false);
        Some(self.number)
    }

    /// Takes the page's answer. True: close the window.
    fn answer(&mut self, close: bool) -> bool {
        self.answered = true;
        self.closes |= close;
        close
    }

    /// Called at the time limit of a request. True: the page did not answer, so close the window.
    fn is_over(&mut self, number: u64) -> bool {
        let silent = number == self.number && !self.answered;
        self.closes |= silent;
        silent
    }
}

/// The request to close, shared by the program.
#[derive(Default)]
pub struct Question(Mutex<State>);

impl Question {
    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Keeps a window open until its page has answered.
pub fn handle_run_event<R: Runtime>(app: &AppHandle<R>, event: RunEvent) {
    let RunEvent::WindowEvent { label, event: WindowEvent::CloseRequested { api, .. }, .. } = event else { return };
    let Some(page) = app.get_webview_window(&label).filter(|_| label == window::LABEL) else { return };
    let Some(number) = app.state::<Question>().with(State::ask) else { return };
    api.prevent_close();
    if page.eval(format!("window.dispatchEvent(new Event({CLOSE_EVENT:?}))")).is_err() {
        return close(app);
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if app.state::<Question>().with(|state| state.is_over(number)) {
            tracing::warn!("the page does not answer; its window closes");
            close(&app);
        }
    });
}

/// Called with the page's answer.
pub fn finish_closing<R: Runtime>(app: &AppHandle<R>, closes: bool) {
    if app.state::<Question>().with(|state| state.answer(closes)) {
        close(app);
    }
}

/// Closes without another request. (The program ends then: closing.rs.)
fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        window.destroy().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_nothing_to_lose_lets_the_window_close() {
        let mut state = State::default();
        assert_eq!(state.ask(), Some(1));
        assert!(state.answer(true));
        assert_eq!(state.ask(), None, "and nothing is asked on the way out");
    }

    #[test]
    fn a_page_that_asks_the_person_keeps_the_window_open_for_as_long_as_that_takes() {
        let mut state = State::default();
        let number = state.ask().unwrap();
        assert!(!state.answer(false));
        assert!(!state.is_over(number));
        assert_eq!(state.ask(), Some(2), "and is asked again the next time");
    }

    #[test]
    fn a_silent_page_does_not_hold_its_window_and_an_old_question_closes_nothing() {
        let mut state = State::default();
        let (first, second) = (state.ask().unwrap(), state.ask().unwrap());
        assert!(!state.is_over(first), "the second one is still open");
        assert!(state.is_over(second));
        assert_eq!(state.ask(), None);
    }
}
