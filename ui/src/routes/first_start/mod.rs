//! First start: the organisation, its first administrator, and the recovery key. Nothing is written before the
//! administrator's page is submitted.

mod administrator;
mod logo;
mod organisation;
mod preview;
mod ready;
mod recovery;
mod start;
#[cfg(test)]
mod tests;

use super::forms::{FormField, Strength, use_strength};
use crate::app::{Stage, use_stage};
use crate::opened_link::use_opened_link;
use crate::parts::brand::Wordmark;
use crate::parts::field::{Entry, use_entry};
use crate::parts::icon::Icon;
use crate::parts::languages::DoorLanguage;
use crate::prelude::*;
use crate::t;
use vestibule_wire::{ErrorView, RecoveryKeyView};

/// The current step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum SetupStep {
    Start,
    Organisation,
    Administrator,
    Recovery,
    Ready,
}

impl SetupStep {
    const ALL: [SetupStep; 5] =
        [SetupStep::Start, SetupStep::Organisation, SetupStep::Administrator, SetupStep::Recovery, SetupStep::Ready];

    fn words(self) -> String {
        match self {
            SetupStep::Start => t!("first-step-start"),
            SetupStep::Organisation => t!("first-step-organisation"),
            SetupStep::Administrator => t!("first-step-administrator"),
            SetupStep::Recovery => t!("first-step-recovery"),
            SetupStep::Ready => t!("first-step-ready"),
        }
    }
}

/// What is typed in all steps, kept when going back and forth.
#[derive(Clone, Copy, PartialEq)]
struct Draft {
    step: Signal<SetupStep>,
    stage: Stage,
    organisation: Entry,
    join_address: Entry,
    logo: logo::FirstLogo,
    name: Entry,
    email: Entry,
    username: Entry,
    password: Entry,
    again: Entry,
    passphrase: Entry,
    passphrase_again: Entry,
    /// There is a keychain, but it refused the key: a passphrase may be used instead.
    keychain_refused: Signal<bool>,
    /// The file is opened by a passphrase.
    by_passphrase: Signal<bool>,
    strength: Strength,
    passphrase_strength: Strength,
    error: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
    key: Signal<Option<RecoveryKeyView>>,
    /// An invite link was opened, which leads nowhere here.
    stray_link: Signal<bool>,
}

impl Draft {
    fn organisation_fields(self) -> [FormField; 2] {
        [
            ("organisation", "first-organisation", self.organisation),
            ("join_address", "first-join-address", self.join_address),
        ]
    }

    fn administrator_fields(self) -> [FormField; 7] {
        [
            ("name", "first-name", self.name),
            ("email", "first-email", self.email),
            ("username", "first-username", self.username),
            ("password", "first-password", self.password),
            ("again", "first-password-again", self.again),
            ("passphrase", "first-passphrase", self.passphrase),
            ("passphrase_again", "first-passphrase-again", self.passphrase_again),
        ]
    }

    fn go(mut self, step: SetupStep) {
        self.error.set(None);
        self.step.set(step);
    }
}

fn use_draft(first: SetupStep) -> Draft {
    Draft {
        step: use_signal(|| first),
        stage: use_stage(),
        organisation: use_entry(),
        join_address: use_entry(),
        logo: logo::use_first_logo(),
        name: use_entry(),
        email: use_entry(),
        username: use_entry(),
        password: use_entry(),
        again: use_entry(),
        passphrase: use_entry(),
        passphrase_again: use_entry(),
        keychain_refused: use_signal(|| false),
        by_passphrase: use_signal(|| false),
        strength: use_strength(),
        passphrase_strength: use_strength(),
        error: use_signal(|| None),
        busy: use_signal(|| false),
        key: use_signal(|| None),
        stray_link: use_signal(|| false),
    }
}

/// The page.
#[component]
pub fn FirstStart() -> Element {
    let draft = use_draft(SetupStep::Start);
    // An organisation that is made here has issued no code yet: the link is told of once, and nothing else.
    let link = use_opened_link();
    let mut stray = draft.stray_link;
    use_effect(move || {
        if link.code().is_some() {
            link.take();
            stray.set(true);
        }
    });
    rsx! {
        Setup { draft }
    }
}

#[component]
fn Setup(draft: Draft) -> Element {
    let step = (draft.step)();
    rsx! {
        div { class: "setup",
            aside {
                Wordmark {}
                Steps { step }
                div { class: "setup-foot",
                    p { class: "small muted", {t!("first-local")} }
                    DoorLanguage {}
                }
            }
            main {
                match step {
                    SetupStep::Start => rsx! { start::Start { draft } },
                    SetupStep::Organisation => rsx! { organisation::Organisation { draft } },
                    SetupStep::Administrator => rsx! { administrator::Administrator { draft } },
                    SetupStep::Recovery => rsx! { recovery::Recovery { draft } },
                    SetupStep::Ready => rsx! { ready::Ready { draft } },
                }
            }
        }
    }
}

/// The steps with the current one marked. They are not links: the Back button goes back.
#[component]
fn Steps(step: SetupStep) -> Element {
    rsx! {
        ol { class: "steps tall", "aria-label": t!("first-steps"),
            for (at , one) in SetupStep::ALL.into_iter().enumerate() {
                li {
                    key: "{at}",
                    class: if one < step { "done" },
                    "aria-current": (one == step).then_some("step"),
                    i {
                        if one < step {
                            Icon { name: "check" }
                        } else {
                            "{at + 1}"
                        }
                    }
                    span { {one.words()} }
                }
            }
        }
    }
}
