//! What a person does in the window with mouse and keyboard. Elements must be visible to be used.

use super::{Window, page, promptly, until};
use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;

impl Window {
    /// Clicks an element, as soon as it can be clicked.
    pub async fn click(&self, hook: &str) {
        let clicked = async || match self.find(hook).await?.click().await {
            Ok(()) => Some(()),
            Err(_) => None, // something covers it, or it has just been redrawn
        };
        if until(clicked).await.is_none() {
            self.fail(&format!("{hook} cannot be clicked")).await;
        }
    }

    /// Clicks the choice with these words in an open list.
    pub async fn click_option(&self, words: &str) {
        let named = format!("//*[@role='option'][contains(normalize-space(.), '{words}')]");
        let clicked = async || self.client().find(Locator::XPath(&named)).await.ok()?.click().await.ok();
        if until(clicked).await.is_none() {
            self.fail(&format!("no choice says “{words}”")).await;
        }
    }

    async fn find(&self, hook: &str) -> Option<Element> {
        let selector = page::selector(hook);
        if !page::is(self.client(), "isShown", &[&selector]).await? {
            return None;
        }
        self.client().find(Locator::Css(&selector)).await.ok()
    }

    /// Types into a field, replacing its text.
    pub async fn type_into(&self, hook: &str, text: &str) {
        self.click(hook).await;
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        if until(value).await.is_some_and(|before| !before.is_empty()) {
            self.press("Control+a").await;
        }
        self.type_keys(text).await;
        let typed = plain(text);
        if until(async || value().await.filter(|now| plain(now) == typed)).await.is_none() {
            self.fail(&format!("{hook} has not taken what was typed")).await;
        }
    }

    /// Puts a long text into a field at once, replacing its text, as pasting does.
    pub async fn paste_into(&self, hook: &str, text: &str) {
        self.click(hook).await;
        let selector = page::selector(hook);
        page::ask(self.client(), "fill", &[&selector, text]).await;
        let taken = async || page::is(self.client(), "isFilled", &[&selector]).await.filter(|filled| *filled);
        if until(taken).await.is_none() {
            self.fail(&format!("{hook} has not taken what was pasted")).await;
        }
    }

    /// Types into the focused element. A new line is the Enter key.
    pub async fn type_keys(&self, text: &str) {
        let focused = promptly(self.client().active_element()).await;
        promptly(focused.send_keys(&text.replace('\n', &Key::Enter.to_string()))).await;
    }

    /// Presses a key or several at once: `Enter`, `n`, `Shift+Tab`.
    pub async fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        promptly(self.client().perform_actions(actions)).await;
    }

    /// Clicks an element with the right mouse button.
    pub async fn right_click(&self, hook: &str) {
        let Some(element) = until(async || self.find(hook).await).await else {
            self.fail(&format!("{hook} is not to be seen")).await
        };
        let to = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
        self.point(to, MOUSE_BUTTON_RIGHT).await;
    }

    /// Clicks at a position of the page, whatever is there.
    pub async fn click_at(&self, x: f64, y: f64) {
        self.point(PointerAction::MoveTo { duration: None, x, y }, MOUSE_BUTTON_LEFT).await;
    }

    async fn point(&self, to: PointerAction, button: u64) {
        let mouse = MouseActions::new("mouse".to_owned()).then(to);
        let mouse = mouse.then(PointerAction::Down { button }).then(PointerAction::Up { button });
        promptly(self.client().perform_actions(mouse)).await;
    }

    /// Goes to an address of the page, as by a link.
    pub async fn go(&self, address: &str) {
        let led = format!("location.hash = {address:?}");
        promptly(self.client().execute(&led, Vec::new())).await;
    }

    /// Presses Tab until an element has the focus.
    pub async fn tab_to(&self, hook: &str) {
        for _ in 0..60 {
            if self.focused().await.as_deref() == Some(hook) {
                return;
            }
            self.press("Tab").await;
        }
        self.fail(&format!("{hook} is not reached by Tab")).await;
    }
}

/// The typed text without what a field may add: a code gets hyphens and capitals.
fn plain(text: &str) -> String {
    text.chars().filter(|symbol| !matches!(symbol, '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// A key by its name.
fn key(name: &str) -> char {
    let key = match name {
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Delete" => Key::Delete,
        "F10" => Key::F10,
        "Space" => return ' ',
        "Up" => Key::Up,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Alt" => Key::Alt,
        "Down" => Key::Down,
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        one => {
            let mut symbols = one.chars();
            let symbol = symbols.next().expect("a key has a name");
            assert!(symbols.next().is_none(), "no key is called {one}");
            return symbol;
        }
    };
    key.into()
}
