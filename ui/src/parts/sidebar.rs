//! The sidebar: the organisation, the sections, the connection, the person, and signing out. Keeps out what the
//! sections contain.

use super::brand::{OrganisationMark, initials, tint};
use super::button::IconButton;
use super::icon::{Icon, IconSize};
use crate::prelude::*;
use crate::route::{Part, Route};
use crate::theme::Theme;
use crate::{dom, t, words};
use vestibule_wire::{OrganisationView, SessionView, command};

/// The shell's left side.
#[component]
pub fn Sidebar(
    organisation: Option<OrganisationView>,
    session: SessionView,
    version: String,
    /// How many invitations are active; None: not fetched yet.
    active: Option<u64>,
    theme: Theme,
    theme_open: bool,
    /// The current page.
    here: Route,
    on_go: EventHandler<Route>,
    on_theme: EventHandler<()>,
    on_lock: EventHandler<()>,
    on_sign_out: EventHandler<()>,
    /// Opens the command palette.
    on_jump: EventHandler<()>,
) -> Element {
    let sees = session.may::<command::ListInvitations>();
    let sees_users = session.may::<command::ListUsers>();
    let at_settings = matches!(here, Route::Settings(_));
    let administers = session.may_administer();
    rsx! {
        aside { class: "side", aria_label: t!("desk-sidebar"),
            if let Some(organisation) = organisation {
                Organisation { organisation }
            }
            Jump { on_jump }
            nav { class: "nav", aria_label: t!("desk-sections"),
                if sees || sees_users {
                    h2 { {t!("desk-explore")} }
                }
                if sees {
                    Section { to: Route::Invitations(None), here: here.clone(), icon: "ticket", words: t!("desk-invitations"), test: "nav-invitations", on_go,
                        if let Some(active) = active.filter(|active| *active > 0) {
                            span { class: "n", title: t!("desk-active-count", count = active), {words::number(active)} }
                        }
                    }
                }
                if sees_users {
                    Section { to: Route::Users(None), here, icon: "users", words: t!("desk-users"), test: "nav-users", on_go }
                }
                if administers {
                    h2 { {t!("desk-admin")} }
                }
                a { class: (!administers).then_some("apart"), href: "#", aria_current: at_settings.then_some("page"), title: t!("desk-settings"), "data-test": "nav-settings",
                    onclick: move |event| {
                        event.prevent_default();
                        // Without any list, a second press on Settings returns to the start page.
                        on_go.call(if at_settings && !sees { Route::Home } else { Route::Settings(Part::Rules) });
                    },
                    Icon { name: "settings" }
                    span { class: "clip", {t!("desk-settings")} }
                }
            }
            div { class: "side-foot",
                Tools { theme, theme_open, on_theme, on_lock }
                Me { session }
                div { class: "side-end",
                    span { class: "ver grow clip", "data-test": "version", {t!("desk-version", version = version)} }
                    button {
                        class: "btn ghost small", r#type: "button", aria_label: t!("desk-sign-out"), title: t!("desk-sign-out"),
                        "data-test": "sign-out", onclick: move |_| on_sign_out.call(()),
                        Icon { name: "log-out", size: IconSize::Small }
                        span { class: "ver", {t!("desk-sign-out")} }
                    }
                }
            }
        }
    }
}

/// A link to a section, with a count or mark after its label.
#[component]
fn Section(
    to: Route,
    here: Route,
    icon: &'static str,
    words: String,
    test: &'static str,
    on_go: EventHandler<Route>,
    children: Element,
) -> Element {
    rsx! {
        a { href: "#", aria_current: (to == here).then_some("page"), title: words.clone(), "data-test": test,
            onclick: move |event| {
                event.prevent_default();
                on_go.call(to.clone());
            },
            Icon { name: icon }
            span { class: "clip", {words.clone()} }
            {children}
        }
    }
}

#[component]
fn Jump(on_jump: EventHandler<()>) -> Element {
    let keys = format!("{} K", dom::command_key());
    rsx! {
        button {
            class: "jump", r#type: "button", aria_label: t!("palette-open"), title: t!("palette-open"), aria_haspopup: "dialog", "data-test": "palette-open",
            onclick: move |_| on_jump.call(()),
            Icon { name: "search", size: IconSize::Small }
            span { class: "grow clip", {t!("palette-open-short")} }
            span { class: "kbd", aria_hidden: "true", {keys} }
        }
    }
}

#[component]
fn Organisation(organisation: OrganisationView) -> Element {
    let address =
        organisation.join_address.as_deref().map(|address| address.split("://").last().unwrap_or(address).to_owned());
    rsx! {
        div { class: "org", translate: "no", title: organisation.name.clone(),
            OrganisationMark { name: organisation.name.clone() }
            span { class: "grow clip",
                b { class: "clip", "data-test": "organisation", "{organisation.name}" }
                if let Some(address) = address {
                    small { class: "clip", {address} }
                }
            }
        }
    }
}

#[component]
fn Tools(theme: Theme, theme_open: bool, on_theme: EventHandler<()>, on_lock: EventHandler<()>) -> Element {
    let icon = match theme {
        Theme::Light => "sun",
        Theme::Dark => "moon",
        Theme::System => "monitor",
    };
    rsx! {
        div { class: "side-tools",
            div { class: "conn", "data-state": "local", role: "status", title: t!("desk-local-title"),
                Icon { name: "hard-drive", size: IconSize::Small }
                p { class: "clip", {t!("desk-local")} }
            }
            button {
                class: "icon-btn", r#type: "button", aria_label: t!("desk-theme"), title: t!("desk-theme"),
                aria_haspopup: "menu", aria_expanded: theme_open, "data-test": "theme-switch", onclick: move |_| on_theme.call(()),
                Icon { name: icon }
            }
            IconButton { icon: "lock", label: t!("desk-lock-title", command = dom::command_key()), test: "lock", onclick: move |_| on_lock.call(()) }
        }
    }
}

#[component]
fn Me(session: SessionView) -> Element {
    let title = t!("desk-person", name = session.name.clone(), role = session.role.name.clone());
    rsx! {
        div { class: "me", translate: "no", title,
            i { class: "avatar", "data-h": tint(&session.account), aria_hidden: "true", {initials(&session.name)} }
            span { class: "grow clip",
                span { class: "name",
                    b { class: "strong clip", "data-test": "me-name", "{session.name}" }
                    span { class: "small muted clip", "data-test": "me-role", "{session.role.name}" }
                }
                small { class: "clip", title: session.email.clone(), "{session.email}" }
            }
        }
    }
}
