//! The signed-in shell: sidebar, page, locking and signing out. Keeps out what the page shows.

use super::clock_doubt::ClockDoubt;
use super::idle::use_idle;
use super::leaving::{SignOut, SigningOut, use_sign_out};
use super::link_question::LinkQuestion;
use super::palette::Palette;
use super::palette_offers::PaletteAction;
use super::settings::Settings;
use super::settings::rules::use_rules;
use super::settings::screen::use_guard;
use super::shortcuts::{self, ShortcutAction, deed};
use super::shortcuts_dialog::ShortcutsDialog;
use super::two_keys::use_two_keys;
use super::work_left::WorkLeft;
use crate::features::invitations::COUNTED;
use crate::features::invitations::{Invitations, mask};
use crate::features::users::Users;
use crate::keyboard::{use_presses, use_presses_first};
use crate::navigator::{Navigator, use_navigator_provider};
use crate::parts::mask::{use_mask, use_mask_provider};
use crate::parts::menu::{Item, Menu};
use crate::parts::notice::{Notice, Tone};
use crate::parts::sidebar::Sidebar;
use crate::parts::states::Blank;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::route::{Part, Route};
use crate::theme::{self, Theme, use_theme};
use crate::{app, backend, dom, language, t, words};
use vestibule_wire::{ListInvitationsRequest, SessionView, command};

/// The number of active invitations, for the sidebar; set by the list of invitations.
#[derive(Clone, Copy)]
pub struct ActiveCount(pub Signal<Option<u64>>);

/// Carries out an action of the palette; can be called from anywhere.
#[derive(Clone, Copy)]
pub struct PaletteHandler(pub Callback<PaletteAction>);

/// An action that the command palette leaves to the page; None: none pending.
#[derive(Clone, Copy)]
pub struct PaletteRequests(pub Signal<Option<PaletteAction>>);

/// What is open over the whole shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Palette,
    Shortcuts,
}

/// Everything behind sign-in.
#[component]
pub fn Desk() -> Element {
    let session = app::use_session();
    let stage = app::use_stage();
    let active = use_context_provider(|| ActiveCount(Signal::new(None)));
    let theme = use_theme();
    let mut theme_open = use_signal(|| false);
    let lock = use_lock();
    let sign_out = use_sign_out();
    use_idle(move || session.peek().idle_minutes, lock);
    let mut over = use_signal(|| Over::Nothing);
    let navigator = use_navigator_provider();
    let page = use_memo(move || navigator.route().page());
    let go = use_callback(move |to| navigator.go(&to));
    use_rules();
    use_first_count(active, navigator);
    let deal = use_dealing(theme, over, lock, sign_out, go);
    use_context_provider(|| PaletteHandler(deal));
    use_window_keys(lock, over, go);
    use_keys_elsewhere(navigator, deal);
    use_two_keys(deal);
    use_guard(use_mask());
    let state = stage.get();
    rsx! {
        div { class: "app",
            Sidebar {
                organisation: state.organisation, session: session(), version: state.version, active: (active.0)(),
                theme: theme(), theme_open: theme_open(), here: page(), on_go: move |to| go.call(to),
                on_theme: move |()| theme_open.toggle(),
                on_lock: move |()| lock.call(()),
                on_sign_out: move |()| sign_out.ask(),
                on_jump: move |()| over.set(Over::Palette),
            }
            match page() {
                Route::Home => rsx! { Nothing {} },
                Route::Invitations(_) => rsx! { Invitations {} },
                Route::Users(_) => rsx! { Users {} },
                Route::Settings(part) => rsx! { Settings { part } },
                #[cfg(test)]
                Route::Rooms(_) => rsx! {},
            }
            ClockDoubt {}
            LinkQuestion { sign_out }
            SigningOut { sign_out }
            if theme_open() {
                ThemeMenu { theme, on_close: move |()| theme_open.set(false) }
            }
            match over() {
                Over::Nothing => rsx! {},
                Over::Palette => rsx! { Palette { on_deal: move |wanted| deal.call(wanted), on_close: move |()| over.set(Over::Nothing) } },
                Over::Shortcuts => rsx! { ShortcutsDialog { onclose: move |()| over.set(Over::Nothing) } },
            }
        }
    }
}

/// Fetches the number of active invitations for the sidebar if another page is shown first.
fn use_first_count(mut active: ActiveCount, navigator: Navigator) {
    let session = app::use_session();
    use_future(move || async move {
        let elsewhere =
            navigator.peek_page() != Route::Invitations(None) && session.peek().may::<command::ListInvitations>();
        if elsewhere {
            let asked = ListInvitationsRequest::default();
            let answer = backend::ask::<command::ListInvitations>(&asked).await;
            // If the request fails nothing changes: the invitations page shows the error.
            if let Ok(page) = answer {
                active.0.set(Some(page.counters.active));
            }
        }
    });
}

/// Locks the session; the new state decides which page follows. Nothing is lost by a lock, so nothing is confirmed.
fn use_lock() -> Callback<()> {
    let toasts = use_toasts();
    use_callback(move |()| {
        spawn(async move {
            match backend::call::<command::LockSession>().await {
                Ok(()) => app::refresh(),
                Err(error) => toasts.error(&error),
            }
        });
    })
}

/// The keys of the whole window: palette and lock wherever the focus is, `?` where it is not text.
fn use_window_keys(lock: Callback<()>, mut over: Signal<Over>, go: Callback<Route>) {
    let session = app::use_session();
    use_hook(|| shortcuts::remember_single_keys(&session.peek().account));
    // Works over every overlay and in every field, so that a person who leaves can lock at once. Typed text is kept.
    use_presses_first(move |press| {
        let meant = deed(&press) == Some(ShortcutAction::Lock);
        if meant {
            lock.call(());
        }
        meant
    });
    use_presses(move |press| {
        match deed(&press) {
            Some(ShortcutAction::Settings) if !press.in_overlay => go.call(Route::Settings(Part::Rules)),
            Some(ShortcutAction::Palette) if !press.in_overlay => over.set(Over::Palette),
            Some(ShortcutAction::Shortcuts) if !press.in_overlay && !press.in_field && !shortcuts::is_off(&press) => {
                over.set(Over::Shortcuts);
            }
            _ => return false,
        }
        true
    });
}

/// The keys of the list that work on every page: they lead to the list first.
fn use_keys_elsewhere(navigator: Navigator, deal: Callback<PaletteAction>) {
    let session = app::use_session();
    let mask = use_mask();
    use_presses(move |press| {
        let here = navigator.peek_page();
        let wanted = elsewhere(&press, &session.peek(), mask.map(|mask| *mask.on.peek()));
        // The list of users has its own search field and counters.
        let is_its_own =
            here == Route::Users(None) && matches!(wanted, Some(PaletteAction::Search | PaletteAction::Count(_)));
        let Some(wanted) = wanted.filter(|_| here != Route::Invitations(None) && !is_its_own) else { return false };
        deal.call(wanted);
        true
    });
}

/// The action of a press on another page. `masked`: whether codes are masked; None: the role sees no codes.
fn elsewhere(press: &dom::KeyPress, session: &SessionView, masked: Option<bool>) -> Option<PaletteAction> {
    if press.in_field || press.in_overlay || shortcuts::is_off(press) {
        return None;
    }
    let wanted = match deed(press)? {
        ShortcutAction::Create if session.may::<command::CreateInvitation>() => PaletteAction::Create,
        ShortcutAction::Search => PaletteAction::Search,
        ShortcutAction::Count => PaletteAction::Count(*COUNTED.get(press.key.parse::<usize>().ok()?.checked_sub(1)?)?),
        ShortcutAction::Mask => PaletteAction::Mask(!masked?),
        _ => return None,
    };
    Some(wanted).filter(|_| session.may::<command::ListInvitations>())
}

/// Carries out an action of the palette; passes the page's own actions to the page.
fn use_dealing(
    theme: Signal<Theme>,
    mut over: Signal<Over>,
    lock: Callback<()>,
    sign_out: SignOut,
    go: Callback<Route>,
) -> Callback<PaletteAction> {
    let session = app::use_session();
    let toasts = use_toasts();
    let codes = use_mask_provider(mask::remembered(&session.peek().account));
    let mut errands = use_context_provider(|| PaletteRequests(Signal::new(None)));
    use_callback(move |wanted| match wanted {
        PaletteAction::Mask(on) => mask::choose(codes, toasts, &session.peek().account, on),
        PaletteAction::Theme(to) => theme::choose(theme, to),
        PaletteAction::Language(to) => language::choose(&session.peek().account, to),
        PaletteAction::Shortcuts => over.set(Over::Shortcuts),
        PaletteAction::Lock => lock.call(()),
        PaletteAction::SignOut => sign_out.ask(),
        PaletteAction::Users => go.call(Route::Users(None)),
        PaletteAction::Profile => go.call(Route::Settings(Part::Profile)),
        PaletteAction::Settings => go.call(Route::Settings(Part::Rules)),
        page => {
            go.call(Route::Invitations(None));
            errands.0.set(Some(page));
        }
    })
}

#[component]
fn ThemeMenu(theme: Signal<Theme>, on_close: EventHandler<()>) -> Element {
    let item = |name: &'static str, icon, words, of| Item::new(name, icon, words).checked(theme() == of);
    let items = vec![
        item("theme-light", "sun", t!("desk-theme-light"), Theme::Light),
        item("theme-dark", "moon", t!("desk-theme-dark"), Theme::Dark),
        item("theme-system", "monitor", t!("desk-theme-system"), Theme::System),
    ];
    rsx! {
        Menu {
            label: t!("desk-theme"), anchor: "[data-test=theme-switch]", items, on_close,
            on_choose: move |name| theme::choose(theme, match name {
                "theme-light" => Theme::Light,
                "theme-dark" => Theme::Dark,
                _ => Theme::System,
            }),
        }
    }
}

/// Says that "keep me signed in" was chosen and failed; stays until it is dismissed.
#[component]
pub fn KeepFailed() -> Element {
    let session = app::use_session();
    let mut read = use_signal(|| false);
    let Some(error) = session.read().keep_failed.clone().filter(|_| !read()) else { return rsx! {} };
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Warn, text: t!("desk-keep-failed", reason = words::error(&error)), test: "keep-failed",
                crate::parts::button::IconButton { icon: "x", label: t!("desk-notice-close"), test: "keep-failed-close", onclick: move |_| read.set(true) }
            }
        }
    }
}

/// Shown to a role that has no section yet.
#[component]
fn Nothing() -> Element {
    let session = app::use_session();
    let role = session.read().role.name.clone();
    rsx! {
        main { class: "main",
            KeepFailed {}
            WorkLeft {}
            Blank {
                icon: "circle-check", title: t!("desk-nothing-title"), test: "nothing-here",
                text: t!("desk-nothing", role = role, organisation = app::use_stage().organisation()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationCounter;
    use crate::features::invitations::tests::{session, staff};

    fn press(key: &str) -> dom::KeyPress {
        dom::KeyPress { key: key.into(), ..dom::KeyPress::default() }
    }

    #[test]
    fn the_lists_keys_lead_to_it_from_another_page() {
        let asked = |key: &str| elsewhere(&press(key), &session(), Some(true));
        assert_eq!(
            (asked("n"), asked("/"), asked("m")),
            (Some(PaletteAction::Create), Some(PaletteAction::Search), Some(PaletteAction::Mask(false)))
        );
        assert_eq!((asked("1"), asked("7")), (Some(PaletteAction::Count(InvitationCounter::All)), None));
        assert_eq!(
            (asked("c"), asked("Delete"), asked("?")),
            (None, None, None),
            "a row's and the window's own are not meant"
        );
    }

    #[test]
    fn they_are_text_in_a_field_and_mean_nothing_under_a_dialog_or_to_who_sees_no_list() {
        let field = dom::KeyPress { in_field: true, ..press("n") };
        let covered = dom::KeyPress { in_overlay: true, ..press("n") };
        assert_eq!((elsewhere(&field, &session(), None), elsewhere(&covered, &session(), None)), (None, None));
        assert_eq!((elsewhere(&press("n"), &staff(), None), elsewhere(&press("1"), &staff(), None)), (None, None));
        assert_eq!(elsewhere(&press("m"), &session(), None), None, "there are no codes");
    }
}
