//! The form for values that rows of an import leave empty, and the request made from it. Keeps out how it looks.

use crate::features::invitations::create::draft::{
    Draft, DraftField, Faults, InviteeChoice, checked_label, checked_note,
};
use crate::features::invitations::create::fields::InvitationForm;
use crate::prelude::*;
use crate::time;
use vestibule_wire::{CreateInvitationRequest, InvitationOptionsView, Moment};

/// An empty form.
pub fn use_new_form(options: InvitationOptionsView) -> InvitationForm {
    let now = use_hook(time::now);
    InvitationForm {
        draft: use_signal(|| Draft { who: InviteeChoice::Anyone, ..Draft::new(&options, now) }),
        faults: use_signal(Vec::new),
        options: use_signal(|| options.clone()),
        now,
    }
}

/// The values for empty cells, or everything that is wrong. A row may bring the department that the role needs.
pub fn each(draft: &Draft, options: &InvitationOptionsView, now: Moment) -> Result<CreateInvitationRequest, Faults> {
    let mut faults = Vec::new();
    let department = match draft.department.trim().is_empty() && options.department_locked.is_none() {
        true => Some(None),
        false => noted(&mut faults, DraftField::Department, draft.checked_department(options)),
    };
    let groups = noted(&mut faults, DraftField::Groups, draft.checked_groups(options));
    let expires = noted(&mut faults, DraftField::Expires, draft.checked_expiry(options, now));
    let uses = noted(&mut faults, DraftField::Uses, draft.checked_uses(options));
    let label = noted(&mut faults, DraftField::Label, checked_label(&draft.label));
    let note = noted(&mut faults, DraftField::Note, checked_note(&draft.note));
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(CreateInvitationRequest {
        email: None,
        domain: None,
        role: draft.role.clone(),
        department: department.flatten(),
        groups: groups.unwrap_or_default(),
        expires: expires.unwrap_or_default(),
        usage_limit: uses,
        label: label.flatten(),
        note: note.flatten(),
    })
}

fn noted<T>(faults: &mut Faults, part: DraftField, checked: Result<T, String>) -> Option<T> {
    checked.map_err(|sentence| faults.push((part, sentence))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;

    fn draft() -> Draft {
        Draft { who: InviteeChoice::Anyone, ..Draft::new(&options(), time::now()) }
    }

    #[test]
    fn what_a_row_leaves_empty_is_as_the_form_says() {
        let draft = Draft { department: "Library".into(), label: " New starters ".into(), uses: "5".into(), ..draft() };
        let each = each(&draft, &options(), time::now()).unwrap();
        assert_eq!((each.email, each.department.as_deref(), each.usage_limit), (None, Some("Library"), Some(5)));
        assert_eq!((each.role.as_str(), each.label.as_deref()), ("role-staff", Some("New starters")));
    }

    #[test]
    fn rows_may_bring_the_department_that_a_role_needs() {
        let draft = Draft { role: "role-manager".into(), ..draft() };
        assert_eq!(each(&draft, &options(), time::now()).unwrap().department, None);
    }

    #[test]
    fn what_is_wrong_in_the_form_is_told_before_anything_is_asked() {
        let draft = Draft { uses: "0".into(), group_typed: "\u{202e}".into(), ..draft() };
        let faults = each(&draft, &options(), time::now()).unwrap_err();
        assert_eq!(
            faults.into_iter().map(|(part, _)| part).collect::<Vec<_>>(),
            [DraftField::Groups, DraftField::Uses]
        );
    }
}
