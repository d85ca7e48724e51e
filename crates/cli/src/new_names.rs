//! What an invitation would make besides itself: a department or groups that there are none of yet. Said, and asked
//! about where a name is close to one that stands. Keeps out what is new and what is close: the backend says so.

use crate::entry::Entry;
use crate::failure::Failure;
use crate::import_text::new_names;
use crate::output;
use serde_json::{Value, json};
use vestibule_wire::{CreateInvitationRequest, NewNamesView};

/// What would be new. A name that is close to a standing one is refused unless `agreed`, or at a terminal asked about:
/// an invitation keeps its department for good.
pub async fn of(entry: &Entry, request: &CreateInvitationRequest, agreed: bool) -> Result<NewNamesView, Failure> {
    if request.department.is_none() && request.groups.is_empty() {
        return Ok(NewNamesView::default());
    }
    let new = entry.seat.new_names(request).await?;
    let departments = new.departments.iter().map(|name| ("department", name));
    for (kind, name) in departments.chain(new.groups.iter().map(|name| ("group", name))) {
        let Some(close) = name.close_to.as_ref().filter(|_| !agreed) else { continue };
        let question = format!("There is no {kind} {}. Did you mean {close}?", name.name);
        if !(output::is_conversation() && output::agreed(&format!("{question} Make {} all the same?", name.name))) {
            let hint = "Nothing was made. With --new it is made all the same.";
            return Err(Failure::undecided("name_close", question).hint(hint));
        }
    }
    Ok(new)
}

/// As lines of text; empty: nothing is new.
pub fn lines(new: &NewNamesView) -> String {
    let lines = new_names("department", &new.departments).into_iter().chain(new_names("group", &new.groups));
    lines.map(|line| line + "\n").collect()
}

/// Beside the facts of an answer, as `new_departments` and `new_groups`.
pub fn beside(mut facts: Value, new: &NewNamesView) -> Value {
    facts["new_departments"] = json!(new.departments);
    facts["new_groups"] = json!(new.groups);
    facts
}
