//! A person's own profile: name, address, password, and sessions. Keeps out rules: the backend decides.

use super::dialogs::{Proof, ProofFields, use_proof};
use super::sessions::Sessions;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::{Entry, PasswordField, TextField, use_entry};
use crate::parts::meter::{Meter, advice};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::forms::{Strength, Wait, go_to_first_error, place, use_strength, use_wait};
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, check, dom, focus, t, time, words};
use std::rc::Rc;
use vestibule_domain::Policy;
use vestibule_wire::{
    CHANGED_EVENT, ChangePasswordRequest, ChangeProfileRequest, EndSessionsRequest, ErrorCode, ErrorView, Secret,
    UserDetailsView, UserRequest, UserView, command,
};

/// The key under which name and address as typed are kept while the window is locked or another page is shown.
const LEFT: &str = "profile-left";

/// The section of the settings.
#[component]
pub fn ProfilePage() -> Element {
    let account = app::use_account();
    let mut details = use_signal(|| None::<UserDetailsView>);
    let mut fault = use_signal(|| None::<ErrorView>);
    let again = use_callback(move |()| {
        let user = account.clone();
        spawn(async move {
            match backend::ask::<command::GetUser>(&UserRequest { user, quiet: true }).await {
                Ok(answer) => {
                    details.set(Some(answer));
                    fault.set(None);
                }
                Err(error) => fault.set(Some(error)),
            }
            // The focused button may be gone after its action.
            dom::focus_if_lost("#settings-body");
        });
    });
    use_hook(|| again.call(()));
    // Fetched again on each change: sessions begin and end on other devices too.
    use_hook(|| Rc::new(dom::listen(&[CHANGED_EVENT], move || again.call(()))));
    rsx! {
        div { class: "scroll", id: "settings-body", tabindex: "-1", "data-test": "profile",
            h2 { class: "h2", {t!("profile-title")} }
            p { class: "muted small", {t!("profile-hint")} }
            if let Some(error) = fault() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error",
                    button { class: "link", r#type: "button", "data-test": "profile-again", onclick: move |_| again.call(()), {t!("user-try-again")} }
                }
            }
            if let Some(details) = details() {
                About { details: details.clone(), again }
                NewPassword { user: details.user.clone(), again }
                Here { details, again }
            } else if fault.read().is_none() {
                div { class: "bones profile", "aria-hidden": "true",
                    for line in 0..5 {
                        span { key: "{line}", class: "bone" }
                    }
                }
            }
        }
    }
}

/// Name and address. Changing the address needs the password.
#[component]
fn About(details: UserDetailsView, again: Callback<()>) -> Element {
    let (name, email) = (use_entry(), use_entry());
    let user = details.user;
    let account = app::use_account();
    // The values at opening or after the last save; what was typed since is restored after a lock and after another
    // page, and stays registered as unsaved until then.
    let mut before = use_signal(|| (user.name.clone(), user.email.clone()));
    use_hook(|| {
        let (typed_name, typed_email) =
            unsaved::kept(&account, LEFT).unwrap_or((user.name.clone(), user.email.clone()));
        name.set(typed_name);
        email.set(typed_email);
    });
    let (proof, toasts) = (use_proof(), use_toasts());
    let needed = email.get().trim() != before.read().1;
    let changed = needed || name.get().trim() != before.read().0;
    use_effect(move || {
        let typed: (String, String) = (name.get(), email.get());
        let is_changed = typed.0.trim() != before.read().0 || typed.1.trim() != before.read().1;
        unsaved::risk(UnsavedWork::Profile, is_changed);
        if is_changed {
            unsaved::keep(&account, LEFT, typed);
        } else {
            unsaved::forget(LEFT);
        }
    });
    let saved = use_callback(move |user: UserView| {
        name.set(user.name.clone());
        email.set(user.email.clone());
        before.set((user.name, user.email));
        toasts.show("check", t!("profile-saved"), None);
        app::refresh();
        again.call(());
    });
    let save = use_callback(move |()| save(name, email, proof, needed, saved));
    rsx! {
        form {
            class: "fields profile", novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                save.call(());
            },
            TextField { name: "profile-name", label: t!("profile-name"), entry: name, autocomplete: "name" }
            TextField { name: "profile-email", label: t!("profile-email"), kind: "email", entry: email, autocomplete: "email" }
            ProofFields { proof, needed }
            div { Button { kind: Kind::Primary, size: Size::Form, submit: true, busy: (proof.busy)(), disabled: !changed || proof.is_held(), test: "profile-save", {t!("profile-save")} } }
        }
    }
}

fn save(name: Entry, email: Entry, proof: Proof, needed: bool, saved: Callback<UserView>) {
    let checked = (name.checked(check::person_name), email.checked(check::email));
    let (Some(name), Some(email)) = checked else {
        go_to_first_error(&[("name", "profile-name", name), ("email", "profile-email", email)]);
        return;
    };
    proof.ask::<command::ChangeProfile>(
        needed,
        |password| ChangeProfileRequest { name, email, password },
        move |user| saved.call(user),
    );
}

/// The fields for a new password.
#[derive(Clone, Copy, PartialEq)]
struct PasswordForm {
    current: Entry,
    password: Entry,
    repeated: Entry,
    strength: Strength,
    busy: Signal<bool>,
    refused: Signal<Option<ErrorView>>,
    wait: Wait,
}

#[component]
fn NewPassword(user: UserView, again: Callback<()>) -> Element {
    let form = PasswordForm {
        current: use_entry(),
        password: use_entry(),
        repeated: use_entry(),
        strength: use_strength(),
        busy: use_signal(|| false),
        refused: use_signal(|| None),
        wait: use_wait(),
    };
    let toasts = use_toasts();
    // A password made of one's own name, address or username is weak.
    let own_words = vec![user.name, user.email, user.username];
    let trouble = form.wait.sentence().or_else(|| form.refused.read().as_ref().map(words::error));
    rsx! {
        form {
            class: "fields profile", novalidate: true, aria_labelledby: "profile-password-title",
            onsubmit: move |event| {
                event.prevent_default();
                form.set(toasts, again);
            },
            h3 { class: "h2", id: "profile-password-title", {t!("profile-password-title")} }
            p { class: "muted small", {t!("profile-password-hint")} }
            if let Some(text) = trouble {
                Notice { tone: Tone::Bad, text, test: "error" }
            }
            PasswordField { name: "profile-current", label: t!("profile-current"), entry: form.current }
            PasswordField {
                name: "profile-password", label: t!("profile-new"), entry: form.password, autocomplete: "new-password",
                hint: advice(form.strength.get().as_ref(), Policy::default().password_min),
                oninput: move |typed| form.strength.ask(typed, own_words.clone()),
                Meter { strength: form.strength.get() }
            }
            PasswordField { name: "profile-repeated", label: t!("reset-again"), entry: form.repeated, autocomplete: "new-password" }
            div { Button { size: Size::Form, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "profile-set-password", {t!("profile-set-password")} } }
        }
    }
}

impl PasswordForm {
    fn set(mut self, toasts: Toasts, again: Callback<()>) {
        let fields = [
            ("current", "profile-current", self.current),
            ("password", "profile-password", self.password),
            ("again", "profile-repeated", self.repeated),
        ];
        let (current, password) = (self.current.checked(check::required), self.password.checked(check::required));
        let same = self.repeated.checked(|typed| match typed == *self.password.text.peek() {
            true => Ok(()),
            false => Err(t!("first-password-differs")),
        });
        let (Some(current), Some(password), Some(())) = (current, password, same) else {
            go_to_first_error(&fields);
            return;
        };
        if *self.busy.peek() || self.wait.left() > 0 {
            return;
        }
        self.busy.set(true);
        self.refused.set(None);
        spawn(async move {
            let request = ChangePasswordRequest { current: Secret::new(current), password: Secret::new(password) };
            let answer = backend::ask::<command::ChangePassword>(&request).await;
            self.busy.set(false);
            match answer {
                Ok(_) => {
                    fields.into_iter().for_each(|(.., entry)| entry.wipe());
                    self.strength.ask(String::new(), Vec::new());
                    toasts.show("key-round", t!("profile-password-set"), None);
                    again.call(());
                }
                Err(error) if error.code == ErrorCode::SignInRefused => {
                    self.current.refuse(Some(t!("user-password-wrong")));
                    focus::by_id("profile-current");
                }
                Err(error) if self.wait.begin(&error) => {}
                Err(error) => self.refused.set(place(error, &fields)),
            }
        });
    }
}

/// The sessions of the person's own account.
#[component]
fn Here(details: UserDetailsView, again: Callback<()>) -> Element {
    let toasts = use_toasts();
    let user = details.user.id.clone();
    let end = use_callback(move |session: String| {
        let request = EndSessionsRequest { user: user.clone(), session: Some(session) };
        spawn(async move {
            match backend::ask::<command::EndSessions>(&request).await {
                Ok(_) => toasts.show("log-out", t!("user-session-ended"), None),
                Err(error) => toasts.error(&error),
            }
            again.call(());
        });
    });
    rsx! {
        div { class: "profile",
            Sessions { sessions: details.sessions, now: time::now(), on_end: move |session| end.call(session) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::tests::session;
    use crate::features::users::tests::user;
    use crate::testing::{at_stake, render, use_is_settled};
    use vestibule_wire::UserState;

    thread_local! {
        static TYPED: std::cell::Cell<&'static str> = const { std::cell::Cell::new("") };
    }

    /// The page with that name typed, left for another page.
    fn left_with(typed: &'static str) -> Option<UnsavedWork> {
        TYPED.set(typed);
        let details = UserDetailsView {
            user: user("a-1", UserState::Active),
            needs_password: false,
            sessions: vec![],
            roles: vec![],
            activity: vec![],
        };
        fake::answer(command::GetUser::NAME, move |_| Ok(serde_json::to_value(&details).unwrap()));
        render(|| {
            use_context_provider(|| Signal::new(session()));
            use_hook(|| unsaved::keep("a-1", LEFT, (TYPED.get().to_owned(), "noor@post.example".to_owned())));
            rsx! {
                if !use_is_settled() {
                    ProfilePage {}
                }
            }
        });
        at_stake()
    }

    #[test]
    fn what_was_typed_is_at_stake_on_another_page_too_while_it_is_kept() {
        assert_eq!(left_with("Noor H"), Some(UnsavedWork::Profile));
        assert_eq!(left_with("Noor Haddad"), None, "nothing was changed");
    }
}
