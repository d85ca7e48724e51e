//! Light, dark, or as the system is. Keeps out colours (CSS has them) and following the system live, which start.js
//! does before the first paint.

use crate::prelude::*;

/// What was chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follow prefers-color-scheme.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Its name in storage.
    #[cfg(any(target_arch = "wasm32", test))]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// The choice, for a switch to show. Set it by [`choose`].
pub fn use_theme() -> Signal<Theme> {
    use_hook(|| {
        try_consume_context::<Signal<Theme>>().unwrap_or_else(|| {
            dioxus::core::provide_root_context(Signal::new_in_scope(browser::stored(), ScopeId::ROOT))
        })
    })
}

/// Applies the theme at once and stores it on this device.
pub fn choose(mut shown: Signal<Theme>, theme: Theme) {
    browser::apply(theme);
    shown.set(theme);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Theme;

    fn storage() -> Option<web_sys::Storage> {
        web_sys::window()?.local_storage().ok().flatten()
    }

    pub fn stored() -> Theme {
        storage()
            .and_then(|storage| storage.get_item("theme").ok().flatten())
            .map_or_else(Theme::default, |name| Theme::named(&name))
    }

    pub fn apply(theme: Theme) {
        if let Some(storage) = storage() {
            // If storage is full or off, the theme lasts for this run.
            let _not_remembered = storage.set_item("theme", theme.name());
        }
        let Some(window) = web_sys::window() else { return };
        let dark = match theme {
            Theme::Dark => true,
            Theme::Light => false,
            Theme::System => {
                window.match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|media| media.matches())
            }
        };
        if let Some(root) = window.document().and_then(|document| document.document_element()) {
            let _always_set = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod browser {
    use super::Theme;

    pub fn stored() -> Theme {
        Theme::named("")
    }

    pub fn apply(_theme: Theme) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_name_gives_the_same_theme_and_an_unknown_one_the_systems() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::named(theme.name()), theme);
        }
        assert_eq!(Theme::named("sepia"), Theme::System);
    }
}
