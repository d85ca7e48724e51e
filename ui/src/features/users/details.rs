//! The drawer beside the list: everything about one user. Keeps out rules and rights: the backend decides.

use super::board::{Question, UsersState, use_board};
use super::sessions::Sessions;
use super::user::{StatePill, Through, name, state_class};
use crate::overlay;
use crate::parts::button::{Button, IconButton, Kind};
use crate::parts::drawer::Drawer;
use crate::parts::facts::Fact;
use crate::parts::icon::{Icon, IconSize};
use crate::parts::notice::{Notice, Tone};
use crate::parts::timeline::{Event, EventTone, Timeline};
use crate::prelude::*;
use crate::{app, dom, t, time, words};
use vestibule_wire::{AuditEventView, ErrorCode, ErrorView, Moment, UserDetailsView, UserView, command};

/// The drawer, while it is open.
#[component]
pub fn DetailsDrawer() -> Element {
    let board = use_board();
    let open = board.of.read().is_some();
    rsx! {
        if open {
            Shown {}
        }
    }
}

#[component]
fn Shown() -> Element {
    let board = use_board();
    use_asking(board);
    let id = board.of.cloned().unwrap_or_default();
    let details = board.details.cloned().filter(|details| details.user.id == id);
    let fault = board.fault.cloned();
    let title = details.as_ref().map_or_else(|| t!("user-details"), |details| name(&details.user));
    let footer = details.as_ref().map(|details| rsx! { Acts { user: details.user.clone() } });
    rsx! {
        Drawer {
            name: "user", title, named: details.is_some(), close: t!("user-close"), onclose: move |()| board.close_details(),
            tools: rsx! { Steps {} }, footer,
            match (details, fault) {
                (Some(details), fault) => rsx! {
                    if let Some(error) = fault {
                        section { Notice { tone: Tone::Warn, text: words::plain(&error), test: "user-stale" } }
                    }
                    Facts { details: details.clone() }
                    // Sessions are shown only to people who may end them.
                    if details.user.may.end_sessions {
                        Sessions {
                            sessions: details.sessions.clone(), now: (board.list.now)(),
                            on_end: move |session| board.end_session(id.clone(), session),
                        }
                    }
                    Activity { activity: details.activity }
                },
                (None, Some(error)) => rsx! { Unread { error } },
                (None, None) => rsx! { Loading {} },
            }
        }
    }
}

/// The buttons to the previous and the next user in the list.
#[component]
fn Steps() -> Element {
    let board = use_board();
    let step = move |forward: bool| move |_| board.step(forward);
    let none = |forward| board.next(forward).is_none();
    rsx! {
        IconButton { icon: "chevron-up", label: t!("user-previous"), test: "user-prev", disabled: none(false), onclick: step(false) }
        IconButton { icon: "chevron-down", label: t!("user-next"), test: "user-next", disabled: none(true), onclick: step(true) }
    }
}

/// Fetches the details when another user is shown, when their row changes, and after each action on them.
fn use_asking(board: UsersState) {
    let listed = use_memo(move || {
        let (id, page) = (board.of.cloned()?, board.list.shown.read());
        page.as_ref()?.items.iter().find(|row| row.id == id).cloned()
    });
    use_effect(move || {
        listed.read();
        (board.again)();
        if let Some(id) = board.of.cloned() {
            board.ask_details(id);
        }
    });
    // The focused button may be gone after its action. Under a dialog the focus stays where the dialog put it.
    use_effect(move || {
        listed.read();
        board.details.read();
        if !overlay::is_modal() {
            dom::focus_if_lost("#user-body");
        }
    });
}

#[component]
fn Facts(details: UserDetailsView) -> Element {
    let board = use_board();
    let now = (board.list.now)();
    let user = details.user;
    let sees_invitations = app::use_session().read().may::<command::GetInvitation>();
    let joined = format!("{} ({})", time::exact(user.created_at), time::ago(user.created_at, now));
    rsx! {
        section { "data-test": "user-facts", "data-state": state_class(user.state),
            dl { class: "facts",
                Fact { term: t!("users-username"), named: true, test: "user-username", {or_none(&user.username)} }
                Fact { term: t!("users-email"), named: true, test: "user-email", {or_none(&user.email)} }
                Fact { term: t!("users-role"), named: true, test: "user-role", "{user.role.name}" }
                Fact { term: t!("users-department"), named: true, test: "user-department", {or_none(user.department.as_deref().unwrap_or_default())} }
                Fact { term: t!("users-groups"), named: true, {or_none(&user.groups.join(", "))} }
                Fact { term: t!("users-state"), test: "user-state-fact", StatePill { state: user.state } }
                Fact { term: t!("users-last-sign-in"), title: user.last_sign_in_at.map(time::exact),
                    {user.last_sign_in_at.map_or_else(|| t!("users-never"), |at| time::ago(at, now))}
                }
                Fact { term: t!("users-joined"), {joined} }
                if let Some(invitation) = user.joined_through.filter(|_| sees_invitations) {
                    Fact { term: t!("users-joined-through"),
                        Through { invitation }
                    }
                }
            }
        }
    }
}

fn or_none(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}

#[component]
fn Activity(activity: Vec<AuditEventView>) -> Element {
    let now = (use_board().list.now)();
    let events: Vec<Event> = activity.iter().map(|event| told(event, now)).collect();
    rsx! {
        section { class: "stack history", "data-test": "user-activity",
            h3 { class: "h2", {t!("user-activity")} }
            Timeline { events, test: "user-events" }
        }
    }
}

/// One event in words. An event that this version has no words for is shown by its name.
fn told(event: &AuditEventView, now: Moment) -> Event {
    let by = event.actor.as_ref().map_or_else(|| t!("user-by-nobody"), |person| person.name.clone());
    let (icon, mood, text) = match event.event.as_str() {
        "account_created" => ("user-check", EventTone::Good, t!("activity-account-created")),
        "invitation_redeemed" => ("ticket", EventTone::Good, t!("activity-redeemed")),
        "account_role_changed" => ("user-cog", EventTone::Info, t!("activity-role-changed", name = by)),
        "account_moved" => ("folder-tree", EventTone::Info, t!("activity-moved", name = by)),
        "account_suspended" => ("ban", EventTone::Bad, t!("activity-suspended", name = by)),
        "account_reactivated" => ("user-check", EventTone::Good, t!("activity-reactivated", name = by)),
        "profile_changed" => ("pencil", EventTone::Plain, t!("activity-profile")),
        "profile_refused" => ("circle-x", EventTone::Bad, t!("activity-profile-refused")),
        "signed_in" => ("log-in", EventTone::Plain, t!("activity-signed-in")),
        "signed_out" => ("log-out", EventTone::Plain, t!("activity-signed-out")),
        "session_ended" => ("log-out", EventTone::Info, t!("activity-session-ended", name = by)),
        "sign_in_failed" => ("circle-x", EventTone::Bad, t!("activity-sign-in-failed")),
        "password_code_issued" => ("key-round", EventTone::Info, t!("activity-code-issued", name = by)),
        "password_code_refused" => ("circle-x", EventTone::Bad, t!("activity-code-refused")),
        "password_set" => ("key-round", EventTone::Plain, t!("activity-password-set")),
        "recovery_key_shown" => ("eye", EventTone::Info, t!("activity-recovery-key")),
        "not_permitted" => ("shield-alert", EventTone::Bad, t!("activity-not-permitted")),
        "person_erased" => ("trash-2", EventTone::Bad, t!("activity-erased", name = by)),
        other => ("info", EventTone::Plain, t!("activity-other", event = other.to_owned())),
    };
    Event {
        id: event.id.clone(),
        icon,
        mood,
        text,
        quoted: Vec::new(),
        place: event.device.clone(),
        when: time::short(event.at, now),
        exact: time::exact(event.at),
    }
}

/// The buttons for what may be done with them.
#[component]
fn Acts(user: UserView) -> Element {
    let board = use_board();
    let ask = move |question: Question, user: &UserView| {
        let user = user.clone();
        move |_| board.ask(question, user.clone())
    };
    rsx! {
        if user.may.assign_role {
            Button { icon: "user-cog", test: "details-role", onclick: ask(Question::Role, &user), {t!("user-role-short")} }
        }
        if user.may.change_department {
            IconButton { icon: "folder-tree", label: t!("user-department"), test: "details-department", onclick: ask(Question::Department, &user) }
        }
        if user.may.reset_password {
            IconButton { icon: "key-round", label: t!("user-reset"), test: "details-reset", onclick: ask(Question::Reset, &user) }
        }
        if user.may.erase {
            IconButton { icon: "trash-2", label: t!("user-erase"), test: "details-erase", onclick: ask(Question::Erase, &user) }
        }
        span { class: "grow" }
        if user.may.reactivate {
            Button { icon: "user-check", test: "details-reactivate", onclick: ask(Question::Reactivate, &user), {t!("user-reactivate")} }
        }
        if user.may.suspend {
            Button { kind: Kind::Danger, icon: "ban", test: "details-suspend", onclick: ask(Question::Suspend, &user), {t!("user-suspend")} }
        }
    }
}

/// Shown when there are no details: why, and what can be done.
#[component]
fn Unread(error: ErrorView) -> Element {
    let mut again = use_board().again;
    let gone = error.code == ErrorCode::PersonUnknown;
    let icon = if gone { "circle-alert" } else { "database" };
    let title = if gone { t!("user-gone") } else { t!("user-unread") };
    rsx! {
        div { class: "empty", role: "alert", "data-test": "user-unread",
            Icon { name: icon, size: IconSize::Large }
            h2 { {title} }
            p { {words::plain(&error)} }
            if !gone {
                Button { icon: "refresh-cw", test: "user-again", onclick: move |_| *again.write() += 1, {t!("user-try-again")} }
            }
        }
    }
}

/// Shows nothing for 200 ms, then placeholders in the shape of the content.
#[component]
fn Loading() -> Element {
    let slow = use_board().slow;
    rsx! {
        span { class: "sr", role: "status", {t!("users-loading")} }
        if slow() {
            section { class: "bones", "aria-hidden": "true", "data-test": "user-bones",
                for line in 0..9 {
                    span { key: "{line}", class: "bone" }
                }
            }
        }
    }
}
