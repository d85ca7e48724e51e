//! The Settings page: the organisation's rules, for people who may change them, and preferences on this device, for
//! everybody. Keeps out rights: the backend decides, this hides what the role may not do.

mod device;
mod draft;
mod logo;
mod recovery_key;
mod row;
pub mod rules;
mod rules_page;
pub mod screen;
#[cfg(test)]
mod tests;

use self::device::DevicePage;
use self::rules::RulesForm;
use self::rules_page::RulesPage;
use super::desk::KeepFailed;
use super::shortcuts::{ShortcutAction, back_or_forth, deed};
use super::work_left::WorkLeft;
use crate::features::users::ProfilePage;
use crate::keyboard::use_presses;
use crate::navigator::Navigator;
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::route::{Part, Route};
use crate::{address, app, dom, t};

/// The regions that F6 cycles through.
const REGIONS: &[(&str, &str)] = &[
    (".side", ".nav a[aria-current]"),
    (".sub-nav", ".sub-nav a[aria-current]"),
    ("#settings-body", "#settings-body :is(input, button):not(:disabled):not([tabindex=\"-1\"])"),
    (".save", ".save button:not(:disabled)"),
];

/// The page.
#[component]
pub fn Settings(part: Part) -> Element {
    let session = app::use_session();
    let rules_too = session.read().may_administer();
    let part = if rules_too || part != Part::Rules { part } else { Part::Device };
    use_keys(part);
    use_effect(|| dom::focus_if_lost("#settings-body"));
    rsx! {
        main { class: "main settings",
            header { class: "head", h1 { {t!("settings-title")} } }
            KeepFailed {}
            WorkLeft {}
            div { class: "settings-parts",
                nav { class: "sub-nav", aria_label: t!("settings-title"),
                    if rules_too {
                        To { part: Part::Rules, here: part, icon: "building-2", words: t!("settings-rules"), test: "settings-rules" }
                    }
                    To { part: Part::Profile, here: part, icon: "user-cog", words: t!("settings-profile"), test: "settings-profile" }
                    To { part: Part::Device, here: part, icon: "monitor", words: t!("settings-device"), test: "settings-device" }
                }
                match part {
                    Part::Rules => rsx! { RulesPage {} },
                    Part::Device => rsx! { DevicePage {} },
                    Part::Profile => rsx! { ProfilePage {} },
                }
            }
        }
    }
}

#[component]
fn To(part: Part, here: Part, icon: &'static str, words: String, test: &'static str) -> Element {
    let navigator = use_context::<Navigator>();
    let title = words.clone();
    rsx! {
        a {
            href: Route::Settings(part).to_string(), aria_current: (part == here).then_some("page"), title, "data-test": test,
            onclick: move |event| {
                event.prevent_default();
                navigator.go(&Route::Settings(part));
            },
            Icon { name: icon }
            span { class: "clip", {words} }
        }
    }
}

/// F6 moves to the next region; Esc leaves the field, then the page.
fn use_keys(part: Part) {
    let navigator = use_context::<Navigator>();
    let rules = use_context::<RulesForm>();
    use_presses(move |press| {
        if press.in_overlay {
            return false;
        }
        if let Some(forth) = back_or_forth(&press, dom::is_mac()) {
            address::step(forth);
            return true;
        }
        match deed(&press) {
            _ if press.key == "F6" => dom::jump(REGIONS, press.shift),
            _ if press.key == "Enter" && press.command && part == Part::Rules => rules.save(),
            Some(ShortcutAction::Escape) if press.in_field => dom::focus("#settings-body"),
            Some(ShortcutAction::Escape) => navigator.go(&Route::Home),
            _ => return false,
        }
        true
    });
}
