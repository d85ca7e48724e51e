//! What a person sees in the window. Every wait has a limit; what is expected must be visible, not just present in the
//! page.

use super::{Window, page, until};

impl Window {
    /// Waits until these words are visible.
    pub async fn see(&self, words: &str) {
        let seen = until(async || self.words().await.contains(words).then_some(())).await;
        if seen.is_none() {
            self.fail(&format!("“{words}” is not to be seen")).await;
        }
    }

    /// Waits until these words are gone. (First wait for something that must be visible, or an empty page passes.)
    pub async fn not_see(&self, words: &str) {
        // An unanswered query is not "gone": a page that cannot answer may still show them.
        let said = async || page::text(self.client(), "words", &[]).await;
        let gone = until(async || said().await.filter(|said| !said.contains(words))).await;
        if gone.is_none() {
            self.fail(&format!("“{words}” is still to be seen")).await;
        }
    }

    /// Waits until an element is visible, by its test id: `sign-in-submit`, or one within another: `row-1 row-menu`.
    pub async fn see_test(&self, hook: &str) {
        if until(async || self.shows(hook).await.then_some(())).await.is_none() {
            self.fail(&format!("{hook} is not to be seen")).await;
        }
    }

    /// Waits until the element is gone.
    pub async fn not_see_test(&self, hook: &str) {
        let selector = page::selector(hook);
        let shown = async || page::is(self.client(), "isShown", &[&selector]).await;
        if until(async || shown().await.filter(|shown| !shown)).await.is_none() {
            self.fail(&format!("{hook} is still to be seen")).await;
        }
    }

    /// Whether an element is visible at this moment.
    pub async fn shows(&self, hook: &str) -> bool {
        let selector = page::selector(hook);
        match until(async || page::is(self.client(), "isShown", &[&selector]).await).await {
            Some(shown) => shown,
            None => panic!("the page does not say whether it shows {hook}"),
        }
    }

    /// All words on the page, as one line.
    pub async fn words(&self) -> String {
        page::text(self.client(), "words", &[]).await.unwrap_or_default()
    }

    /// The words of one element.
    pub async fn words_of(&self, hook: &str) -> String {
        let selector = page::selector(hook);
        let words = async || page::text(self.client(), "wordsOf", &[&selector]).await.filter(|words| !words.is_empty());
        match until(words).await {
            Some(words) => words,
            None => self.fail(&format!("{hook} says nothing")).await,
        }
    }

    /// Waits until an element's text satisfies `holds`, and returns it.
    pub async fn words_where(&self, hook: &str, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let selector = page::selector(hook);
        let words = async || page::text(self.client(), "wordsOf", &[&selector]).await.filter(|words| holds(words));
        match until(words).await {
            Some(words) => words,
            None => self.fail(&format!("{hook} does not say {what}")).await,
        }
    }

    /// Waits for a toast with these words, among those that appeared since the last one checked. It may have
    /// disappeared again.
    pub async fn hear(&self, words: &str) {
        self.hear_where(words, |told| told.contains(words)).await;
    }

    /// Waits for a toast that satisfies `holds`.
    pub async fn hear_where(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let heard = async || {
            let told = page::list(self.client(), "told").await?;
            let (load, told) = told.split_first()?;
            let from = self.heard().count_for(load);
            let at = from + told.iter().skip(from).position(|words| holds(words))?;
            self.heard().up_to(load, at + 1);
            Some(())
        };
        if until(heard).await.is_none() {
            let told = page::list(self.client(), "told").await;
            self.fail(&format!("{what} is not told, but {told:?}")).await;
        }
    }

    /// Expects that no toast has appeared since the last one checked.
    pub async fn hear_nothing(&self) {
        let told = until(async || page::list(self.client(), "told").await).await.expect("the page answers");
        let (load, told) = told.split_first().expect("its load stands first");
        let more: Vec<_> = told.iter().skip(self.heard().count_for(load)).collect();
        assert!(more.is_empty(), "it is told that {more:?}");
    }

    /// Waits until a button is not busy.
    pub async fn see_idle(&self, hook: &str) {
        let selector = page::selector(hook);
        if until(async || page::is(self.client(), "isIdle", &[&selector]).await.filter(|idle| *idle)).await.is_none() {
            self.fail(&format!("{hook} stays busy")).await;
        }
    }

    /// The value of a field.
    pub async fn value_of(&self, hook: &str) -> String {
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        match until(value).await {
            Some(value) => value,
            None => self.fail(&format!("{hook} is no field")).await,
        }
    }

    /// Waits until a field has that value.
    pub async fn see_value(&self, hook: &str, wanted: &str) {
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        if until(async || value().await.filter(|now| now == wanted)).await.is_none() {
            self.fail(&format!("{hook} does not hold “{wanted}”")).await;
        }
    }

    /// Waits until a field is empty.
    pub async fn see_empty(&self, hook: &str) {
        let value = async || page::text(self.client(), "valueOf", &[&page::selector(hook)]).await;
        if until(async || value().await.filter(String::is_empty)).await.is_none() {
            self.fail(&format!("{hook} is not emptied")).await;
        }
    }

    /// Waits until a column (from 0) is marked as sorted, visibly and for screen readers.
    pub async fn see_sorted(&self, column: usize, direction: &str) {
        let head = format!(r#"th:has([data-test="sort-{column}"])"#);
        self.see_attribute(&head, "aria-sort", direction).await;
    }

    /// Waits until the page has that theme.
    pub async fn see_theme(&self, theme: &str) {
        self.see_attribute("html", "data-theme", theme).await;
    }

    /// Waits until an attribute of an element (by a CSS selector) has that value.
    pub async fn see_attribute(&self, selector: &str, attribute: &str, value: &str) {
        let now = async || page::text(self.client(), "attribute", &[selector, attribute]).await;
        if until(async || now().await.filter(|now| now == value)).await.is_none() {
            self.fail(&format!("{attribute} is {:?}, not {value}", now().await)).await;
        }
    }

    /// The test id of the focused element, or of the nearest one around it.
    pub async fn focused(&self) -> Option<String> {
        page::text(self.client(), "focused", &[]).await
    }

    /// Waits until that element has the focus.
    pub async fn see_focus_on(&self, hook: &str) {
        if until(async || self.focused().await.filter(|now| now == hook)).await.is_none() {
            let now = self.focused().await;
            self.fail(&format!("the focus is on {now:?}, not on {hook}")).await;
        }
    }
}
