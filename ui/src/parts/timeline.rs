//! A list of events, one below the other. Keeps out their texts and their order.

use super::icon::Icon;
use super::said::Said;
use crate::prelude::*;

/// The kind of an event: gives the colour behind its icon; the text says it too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventTone {
    /// A neutral event.
    #[default]
    Plain,
    /// Something succeeded.
    Good,
    /// Something was refused or ended.
    Bad,
    /// Something was looked at.
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
    /// The list key, unique among the events.
    pub id: String,
    /// The name of its icon.
    pub icon: &'static str,
    /// The colour behind the icon.
    pub mood: EventTone,
    /// The sentence; names in it are between `**`.
    pub text: String,
    /// In grey below: texts that people wrote (a reason, a label), shown verbatim.
    pub quoted: Vec<String>,
    /// In grey below: the device.
    pub place: String,
    /// A short time.
    pub when: String,
    /// The exact time, as a tooltip.
    pub exact: String,
}

/// The list of events.
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
