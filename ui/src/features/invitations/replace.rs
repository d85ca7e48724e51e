//! The additions of Replace to the Create form: prefilled from the old invitation, with a reason, and one call that
//! makes the new and revokes the old. Keeps out the form (see `create`) and who may: the backend decides.

use crate::features::invitations::board::InvitationsState;
use crate::features::invitations::create::draft::Draft;
use crate::features::invitations::revoke::checked_reason;
use crate::parts::code_strip::CodeStrip;
use crate::parts::field::{Entry, TextField, use_entry};
use crate::parts::notice::Notice;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, t, words};
use vestibule_wire::{
    CreateInvitationRequest, ErrorView, InvitationOptionsView, InvitationView, Moment, ReplaceInvitationRequest,
    command,
};

/// The invitation to replace, if the form is for a replacement, and the reason.
#[derive(Clone, Copy, PartialEq)]
pub struct ReplaceState {
    old: Signal<Option<InvitationView>>,
    reason: Entry,
    toasts: Toasts,
}

/// `old`: None if the form only makes a new invitation. `reason`: as typed before the window was locked.
pub fn use_replacing(old: Option<InvitationView>, reason: Option<String>) -> ReplaceState {
    let replacing = ReplaceState { old: use_signal(|| old), reason: use_entry(), toasts: use_toasts() };
    use_hook(move || {
        if let Some(reason) = reason {
            replacing.reason.set(reason);
        }
    });
    replacing
}

impl ReplaceState {
    fn is_on(self) -> bool {
        self.old.peek().is_some()
    }

    /// The reason, as typed.
    pub fn reason(self) -> String {
        self.reason.get()
    }

    /// The form's initial values.
    pub fn draft(self, options: &InvitationOptionsView, now: Moment) -> Draft {
        match &*self.old.peek() {
            Some(old) => Draft::like(old, options, now),
            None => Draft::new(options, now),
        }
    }

    /// The dialog's title.
    pub fn title(self) -> String {
        if self.is_on() { t!("replace-title") } else { t!("create-title") }
    }

    /// The label of the button.
    pub fn verb(self) -> String {
        if self.is_on() { t!("replace-confirm") } else { t!("create-generate") }
    }

    /// The test id of the button.
    pub fn hook(self) -> &'static str {
        if self.is_on() { "replace-submit" } else { "create-submit" }
    }

    /// Whether the reason is valid; else its fault is shown under it.
    pub fn check(self) -> bool {
        !self.is_on() || self.reason.checked(checked_reason).is_some()
    }

    /// Makes the new invitation; in a replacement it takes the old one's place.
    pub async fn send(
        self,
        board: InvitationsState,
        request: CreateInvitationRequest,
    ) -> Result<InvitationView, ErrorView> {
        let Some(old) = self.old.peek().as_ref().map(|old| old.id.clone()) else {
            return backend::ask::<command::CreateInvitation>(&request).await;
        };
        let reason = checked_reason(&self.reason.text.peek()).unwrap_or_default();
        let request = ReplaceInvitationRequest { invitation: old, reason, with: request };
        let done = backend::ask::<command::ReplaceInvitation>(&request).await?;
        let in_drawer = board.details.of.peek().as_ref() == Some(&done.old.id);
        board.list.replace(done.old);
        if in_drawer {
            board.show_details(&done.new.id);
        }
        self.toasts.show("repeat-2", t!("replace-done"), None);
        Ok(done.new)
    }

    /// Shows a refusal under the reason if it belongs there. False: it does not.
    pub fn takes(self, error: &ErrorView) -> bool {
        let mine = self.is_on() && error.field.as_deref() == Some("reason");
        if mine {
            self.reason.refuse(Some(words::error(error)));
        }
        mine
    }
}

/// The effect of a replacement and the field for its reason, above the form.
#[component]
pub fn Question(replacing: ReplaceState) -> Element {
    let check = use_callback(|typed: String| checked_reason(&typed).err());
    let Some(old) = replacing.old.cloned() else { return rsx! {} };
    rsx! {
        Notice { icon: "repeat-2", text: t!("replace-words"), test: "replace-words" }
        if let Some(code) = old.code {
            div { CodeStrip { code, small: true } }
        }
        TextField {
            name: "replace-reason", label: t!("replace-reason"), entry: replacing.reason, optional: true,
            placeholder: t!("replace-reason-hint"), check,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, moment, options, role};
    use vestibule_wire::ExpiryChoice;

    fn now() -> Moment {
        moment("2026-09-08T10:00:00Z")
    }

    fn asked(old: &InvitationView, options: &InvitationOptionsView) -> CreateInvitationRequest {
        Draft::like(old, options, now()).request(options, now()).unwrap()
    }

    #[test]
    fn the_same_is_asked_for_again() {
        let old = InvitationView {
            email: None,
            usage_limit: 40,
            uses: 3,
            label: Some("Spring fair poster".into()),
            department: Some("Library".into()),
            role: role("Manager", 50),
            ..invitation("a")
        };
        let request = asked(&old, &options());
        assert_eq!((request.email, request.usage_limit), (None, Some(40)));
        assert_eq!((request.role.as_str(), request.department.as_deref()), ("role-manager", Some("Library")));
        assert_eq!(request.label.as_deref(), Some("Spring fair poster"));
        assert_eq!(request.expires, ExpiryChoice::At { at: moment("2026-09-15T10:00:00Z") });
    }

    #[test]
    fn a_bound_address_stays_bound() {
        assert_eq!(asked(&invitation("a"), &options()).email.as_deref(), Some("noor.haddad@post.example"));
    }

    #[test]
    fn what_policy_no_longer_allows_is_asked_for_as_usual() {
        let never = InvitationView { expires_at: None, ..invitation("a") };
        assert_eq!(asked(&never, &options()).expires, ExpiryChoice::Hours { hours: 168 });
        let allowed = InvitationOptionsView { never_allowed: true, ..options() };
        assert_eq!(asked(&never, &allowed).expires, ExpiryChoice::Never);
        let high = InvitationView { role: role("Owner", 900), ..invitation("a") };
        assert_eq!(asked(&high, &options()).role, "role-staff");
    }

    #[test]
    fn a_locked_department_is_not_unlocked_by_the_old_one() {
        let locked = InvitationOptionsView { department_locked: Some("Library".into()), ..options() };
        let old = InvitationView { department: Some("Sciences".into()), ..invitation("a") };
        assert_eq!(asked(&old, &locked).department.as_deref(), Some("Library"));
    }
}
