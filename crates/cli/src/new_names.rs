//! New departments and groups that an invitation would create; names close to existing ones are confirmed first. Keeps
//! out what is new and what is close: the backend decides.

use crate::entry::Entry;
use crate::failure::Failure;
use crate::import_text::new_names;
use crate::output;
use serde_json::{Value, json};
use vestibule_wire::{CreateInvitationRequest, NewNamesView};

/// The names that would be created. A name close to an existing one is refused unless `agreed`, or on a terminal
/// confirmed: an invitation's department can't be changed later.
pub async fn confirm_new_names(
    entry: &Entry,
    request: &CreateInvitationRequest,
    agreed: bool,
) -> Result<NewNamesView, Failure> {
    if request.department.is_none() && request.groups.is_empty() {
        return Ok(NewNamesView::default());
    }
    let new = entry.seat.new_names(request).await?;
    let departments = new.departments.iter().map(|name| ("department", name));
    for (kind, name) in departments.chain(new.groups.iter().map(|name| ("group", name))) {
        let Some(close) = name.close_to.as_ref().filter(|_| !agreed) else { continue };
        let question = format!("There is no {kind} {}. Did you mean {close}?", name.name);
        if !(output::is_conversation() && output::confirm(&format!("{question} Make {} all the same?", name.name))) {
            let hint = "Nothing was made. With --new it is made all the same.";
            return Err(Failure::undecided("name_close", question).hint(hint));
        }
    }
    Ok(new)
}

/// The new names as lines of text; empty: none.
pub fn lines(new: &NewNamesView) -> String {
    let lines = new_names("department", &new.departments).into_iter().chain(new_names("group", &new.groups));
    lines.map(|line| line + "\n").collect()
}

/// Adds the new names to an answer's facts, as `new_departments` and `new_groups`.
pub fn add_to(mut facts: Value, new: &NewNamesView) -> Value {
    facts["new_departments"] = json!(new.departments);
    facts["new_groups"] = json!(new.groups);
    facts
}
