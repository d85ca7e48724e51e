//! A message in the page that stays until its cause is gone. Keeps out when it is shown.

use super::icon::Icon;
use super::said::Said;
use crate::prelude::*;

/// How serious a message is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    #[default]
    Info,
    /// A warning.
    Warn,
    /// A failure.
    Bad,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Warn => "notice warn",
            Self::Bad => "notice bad",
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "circle-alert",
            Self::Bad => "circle-x",
        }
    }
}

/// A message; `**…**` in its text is bold. A failure is read out at once.
#[component]
pub fn Notice(
    #[props(default)] tone: Tone,
    text: String,
    icon: Option<&'static str>,
    test: Option<String>,
    /// Buttons or links after the text.
    #[props(default)]
    children: Element,
) -> Element {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    rsx! {
        div { class: tone.class(), role, "data-test": test,
            Icon { name: icon.unwrap_or(tone.icon()) }
            p { class: "grow", Said { text } }
            {children}
        }
    }
}
