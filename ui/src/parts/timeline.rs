//! What happened, one under the other. Keeps out the words for it and the order.

use super::icon::Icon;
use super::said::Said;
use crate::prelude::*;

/// What kind of thing happened: the colour behind its icon, which the words say as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventTone {
    /// Neither.
    #[default]
    Plain,
    /// It went well.
    Good,
    /// It was refused or ended.
    Bad,
    /// It was looked at.
    Info,
}

impl EventTone {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Good => Some("good"),
            Self::Bad => Some("bad"),
            Self::Info => Some("info"),
        }
    }
}

/// One line of the timeline, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Tells events apart.
    pub id: String,
    /// The symbol before it.
    pub icon: &'static str,
    /// The colour behind the symbol.
    pub mood: EventTone,
    /// The sentence; names in it stand between `**`.
    pub text: String,
    /// In grey below: what people wrote (a reason, a label); shown as it is.
    pub quoted: Vec<String>,
    /// In grey below: where.
    pub place: String,
    /// When, short.
    pub when: String,
    /// When, exactly.
    pub exact: String,
}

/// The events.
#[component]
pub fn Timeline(events: Vec<Event>, test: String) -> Element {
    rsx! {
        ol { class: "timeline", "data-test": test,
            for event in events {
                li { key: "{event.id}", class: "event", "data-mood": event.mood.class(),
                    i { class: event.mood.class(), "aria-hidden": "true", Icon { name: event.icon } }
                    span { class: "what",
                        Said { text: event.text.clone(), names: true }
                        for (at , quoted) in event.quoted.iter().enumerate() {
                            small { key: "{at}", class: "quoted", translate: "no", {quoted.clone()} }
                        }
                        small { translate: "no", {event.place.clone()} }
                    }
                    time { title: event.exact.clone(), {event.when.clone()} }
                }
            }
        }
    }
}
