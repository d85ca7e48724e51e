//! Pictures of the page, and the state they need: size, theme, language, no animation; and finding faults.

use super::{Window, page, promptly, until};

impl Window {
    /// Resizes the window by its frame, and waits until the page has that size.
    pub async fn resize(&self, width: u32, height: u32) {
        let display = self.desktop().display();
        let sized = async || {
            let window = *display.windows().first()?;
            display.resize(window, width, height);
            let page = page::ask(self.client(), "size", &[]).await?;
            (page == serde_json::json!([width, height])).then_some(())
        };
        if until(sized).await.is_none() {
            self.fail(&format!("the window cannot be {width} × {height}")).await;
        }
    }

    /// Sets the page's stored settings (theme, language), and reloads it.
    pub async fn remember(&self, settings: &[(&str, &str)]) {
        for (key, value) in settings {
            page::ask(self.client(), "remember", &[key, value]).await;
        }
        promptly(self.client().refresh()).await;
    }

    /// Shows the page in that theme (`light`, `dark`) until it is reloaded.
    pub async fn paint(&self, theme: &str) {
        page::ask(self.client(), "paint", &[theme]).await;
    }

    /// Waits until nothing moves: fonts are loaded, and all finite animations have ended.
    pub async fn be_still(&self) {
        let still = async || {
            page::is(self.client(), "isStill", &[]).await.filter(|is| *is)?;
            // A menu follows a change of the window's size some frames later: a click before that would miss.
            let before = page::ask(self.client(), "places", &[]).await?;
            page::drawn(self.client()).await?;
            (page::ask(self.client(), "places", &[]).await? == before).then_some(())
        };
        if until(still).await.is_none() {
            self.fail("the page does not come to rest").await;
        }
    }

    /// A picture of the page at this moment, during an animation.
    pub async fn glimpse(&self) -> Vec<u8> {
        // A picture is taken even if the page never stops drawing.
        let _ = page::drawn(self.client()).await;
        self.shot().expect("the window is on the screen")
    }

    /// The window's pixels on the screen. (WebKit's driver waits for ever for a picture of a page that no graphics card
    /// draws.)
    fn shot(&self) -> Option<Vec<u8>> {
        let display = self.desktop().display();
        display.picture(*display.windows().first()?)
    }

    /// A picture of the page at rest: two in a row are equal. (One taken just after a change may show half of it.)
    pub async fn picture(&self) -> Vec<u8> {
        let mut before = Vec::new();
        let drawn = async || {
            page::drawn(self.client()).await?;
            let now = self.shot()?;
            let is_done = now == before;
            before = now;
            is_done.then(|| before.clone())
        };
        match until(drawn).await {
            Some(picture) => picture,
            None => self.fail("the page is drawn differently every time").await,
        }
    }

    /// The faults of the page at this size: parts outside of the window, words that are cut.
    pub async fn faults(&self) -> Vec<String> {
        until(async || page::list(self.client(), "faults").await).await.expect("the page answers")
    }

    /// Puts one of each fault into the page.
    pub async fn spoil(&self) {
        page::ask(self.client(), "spoil", &[]).await;
    }

    /// The texts that are not from the catalogue, while the page uses the pseudo-language.
    pub async fn untranslated(&self) -> Vec<String> {
        until(async || page::list(self.client(), "untranslated").await).await.expect("the page answers")
    }
}
