//! An optional logo at first start: chosen in the system's dialog, read by the backend, kept in this page until the
//! organisation is made. Keeps out which pictures are accepted.

use super::Draft;
use crate::logo::drawn;
use crate::parts::brand::{Logo, OrganisationMark};
use crate::parts::button::{Button, Kind};
use crate::parts::field::Field;
use crate::prelude::*;
use crate::{backend, dom, t, words};
use vestibule_wire::{FileDialogRequest, LogoPictureView, command};

const CHOOSE: &str = "first-logo";

/// The chosen picture, and why the last choice was refused.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct FirstLogo {
    chosen: Signal<Option<LogoPictureView>>,
    busy: Signal<bool>,
    fault: Signal<Option<String>>,
}

pub(super) fn use_first_logo() -> FirstLogo {
    FirstLogo { chosen: use_signal(|| None), busy: use_signal(|| false), fault: use_signal(|| None) }
}

impl FirstLogo {
    pub(super) fn is_chosen(self) -> bool {
        self.chosen.read().is_some()
    }

    /// The picture for the request, in base 64.
    pub(super) fn picture(self) -> Option<String> {
        self.chosen.peek().as_ref().map(|chosen| chosen.png.clone())
    }

    fn choose(mut self, shown: Option<Logo>) {
        if *self.busy.peek() {
            return;
        }
        self.busy.set(true);
        self.fault.set(None);
        spawn(async move {
            let dialog = FileDialogRequest { title: t!("logo-choose-title"), name: String::new() };
            let answer = backend::ask::<command::ChooseFirstLogo>(&dialog).await;
            self.busy.set(false);
            match answer {
                Ok(Some(picture)) => self.put(Some(picture), shown),
                // The dialog was closed without choosing.
                Ok(None) => {}
                Err(error) => self.fault.set(Some(words::error(&error))),
            }
        });
    }

    /// Sets the picture; the pages show it as they will once the organisation exists.
    fn put(mut self, picture: Option<LogoPictureView>, shown: Option<Logo>) {
        if let Some(mut shown) = shown {
            shown.0.set(picture.clone().map(drawn));
        }
        self.chosen.set(picture);
    }
}

#[component]
pub(super) fn LogoChoice(draft: Draft) -> Element {
    let logo = draft.logo;
    let shown = use_hook(try_consume_context::<Logo>);
    let has_one = logo.is_chosen();
    rsx! {
        Field { name: CHOOSE, label: t!("logo"), optional: true, hint: t!("first-logo-hint"), error: logo.fault.cloned(),
            div { class: "row",
                OrganisationMark { name: draft.organisation.get(), size: "m" }
                Button { icon: "upload", id: CHOOSE, busy: (logo.busy)(), test: "first-logo", onclick: move |_| logo.choose(shown), {t!("logo-choose")} }
                if has_one {
                    Button {
                        kind: Kind::Ghost, test: "first-logo-remove",
                        onclick: move |_| {
                            logo.put(None, shown);
                            // The focused button disappears with the logo.
                            dom::focus("#first-logo");
                        },
                        {t!("logo-remove")}
                    }
                }
            }
        }
    }
}
