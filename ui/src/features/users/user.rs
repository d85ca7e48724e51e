//! A user's name, state, and link to their invitation, as all parts of the page show them. Keeps out where they are
//! shown.

use crate::parts::icon::{Icon, IconSize};
use crate::prelude::*;
use crate::routes::desk::PaletteHandler;
use crate::routes::palette_offers::PaletteAction;
use crate::{app, t};
use vestibule_wire::{UserState, UserView, command};

/// A user's name; an erased user has none, and a fixed word is shown.
pub fn name(row: &UserView) -> String {
    if row.name.is_empty() { t!("users-erased-name") } else { row.name.clone() }
}

/// The name, with the username in case two users have the same name.
pub fn full_name(row: &UserView) -> String {
    if row.username.is_empty() {
        name(row)
    } else {
        t!("users-full-name", name = row.name.clone(), username = row.username.clone())
    }
}

/// A state's class, for CSS and tests.
pub fn state_class(state: UserState) -> &'static str {
    match state {
        UserState::Active => "active",
        UserState::Suspended => "suspended",
        UserState::Erased => "erased",
    }
}

/// A state in words.
pub fn state_word(state: UserState) -> String {
    match state {
        UserState::Active => t!("users-active"),
        UserState::Suspended => t!("users-suspended"),
        UserState::Erased => t!("users-erased"),
    }
}

/// The state as a word, an icon of its own shape, and a colour.
#[component]
pub fn StatePill(state: UserState) -> Element {
    let (class, icon) = match state {
        UserState::Active => ("active", "st-active"),
        UserState::Suspended => ("revoked", "st-revoked"),
        UserState::Erased => ("expired", "st-expired"),
    };
    rsx! {
        span { class: "pill {class}", "data-test": "user-state", "data-state": state_class(state),
            Icon { name: icon }
            {state_word(state)}
        }
    }
}

/// A link to the invitation with which they joined, for people who may see it.
#[component]
pub fn Through(invitation: Option<String>) -> Element {
    let deal = try_consume_context::<PaletteHandler>();
    let sees_invitations = app::use_session().read().may::<command::GetInvitation>();
    let Some(invitation) = invitation.filter(|_| sees_invitations) else {
        return rsx! {
            span { class: "muted", "–" }
        };
    };
    rsx! {
        button {
            class: "link other", r#type: "button", "data-test": "user-invitation",
            onclick: move |event| {
                event.stop_propagation();
                if let Some(PaletteHandler(deal)) = deal {
                    deal.call(PaletteAction::Show(invitation.clone()));
                }
            },
            {t!("user-invitation-open")}
            Icon { name: "chevron-right", size: IconSize::Small }
        }
    }
}
