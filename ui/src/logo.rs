//! The organisation's logo for the whole window: fetched once per picture, whichever page shows it. Keeps out how it
//! looks (`parts::brand`) and who may change it.

use crate::backend;
use crate::parts::brand::{Drawn, Logo};
use crate::prelude::*;
use vestibule_wire::{AppStateView, LogoPictureView, command};

/// Follows the application's state, and provides the logo to all pages.
pub fn use_logo_provider(state: Signal<Option<AppStateView>>) {
    let mut logo = use_context_provider(|| Logo(Signal::new(None)));
    let wanted = use_memo(move || {
        let state = state.read();
        state.as_ref().and_then(|state| state.organisation.as_ref()?.logo.as_ref().map(|logo| logo.picture.clone()))
    });
    use_effect(move || {
        let wanted = wanted();
        if logo.0.peek().as_ref().map(|drawn| &drawn.picture) == wanted.as_ref() {
            return;
        }
        // A removed logo disappears at once; a replaced one stays until the new one has arrived.
        let Some(_) = wanted else { return logo.0.set(None) };
        spawn(async move {
            // If the fetch fails the initials stay; the next change of the state fetches again.
            if let Ok(answer) = backend::call::<command::LogoPicture>().await {
                logo.0.set(answer.map(drawn));
            }
        });
    });
}

/// The picture in the form that pages draw.
pub fn drawn(view: LogoPictureView) -> Drawn {
    Drawn { address: format!("data:image/png;base64,{}", view.png), picture: view.logo.picture }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::testing;
    use serde_json::{Value, json};
    use vestibule_wire::{LogoView, StageView};

    fn with_logo() -> AppStateView {
        let mut state = testing::state(StageView::SignIn);
        let logo = LogoView { picture: "ab".repeat(32), bytes: 3, width: 2, height: 1 };
        state.organisation.as_mut().expect("the test's").logo = Some(logo);
        state
    }

    fn window(state: AppStateView) -> String {
        fake::answer(command::AppState::NAME, move |_| Ok(serde_json::to_value(&state).expect("plain")));
        testing::render_app()
    }

    fn asked() -> usize {
        fake::asked().iter().filter(|(asked, _)| asked == command::LogoPicture::NAME).count()
    }

    #[test]
    fn the_logo_stands_where_the_initials_were_and_is_asked_for_once() {
        let logo = with_logo().organisation.expect("the test's").logo;
        fake::answer(command::LogoPicture::NAME, move |_| Ok(json!({ "logo": logo, "png": "QUJD" })));
        let page = window(with_logo());
        assert!(page.contains(r#"src="data:image/png;base64,QUJD""#) && !page.contains(">FC<"), "{page}");
        assert_eq!(asked(), 1);
    }

    #[test]
    fn without_a_logo_nothing_is_asked_and_the_initials_stay() {
        let page = window(testing::state(StageView::SignIn));
        assert!(page.contains(">FC<") && !page.contains("data:image"), "{page}");
        assert_eq!(asked(), 0);
    }

    #[test]
    fn a_logo_that_does_not_come_leaves_the_initials() {
        fake::answer(command::LogoPicture::NAME, |_| Ok(Value::Null));
        let page = window(with_logo());
        assert!(page.contains(">FC<"), "{page}");
    }
}
