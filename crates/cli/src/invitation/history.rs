//! `invitation history`: the events of one invitation.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::secrets::code_or_input;
use crate::table::{Table, bad, faint, painted};
use crate::times;
use clap::Args;
use clap::builder::styling::Style;
use serde::Serialize;
use serde_json::{Value, json};
use vestibule_wire::{HistoryEvent, HistoryView, InvitationRequest, Moment, PersonView};

/// Show what happened to an invitation, newest first
///
/// Created, copied, shown, label and note changed, refused with the cause, used, revoked, replaced, archived: the
/// latest 500.
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl invitation history K7QF-2M9X-4TZC-8WHN

JSON:
  {\"items\":[{\"id\",\"at\",\"event\",\"actor\",\"device\",\"details\"}],\"total\"}; details
  has what belongs to the event, such as {\"reason\",\"replaced_by\"} of revoked.")]
pub struct History {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitation: String,
}

#[derive(Serialize)]
struct HistoryJsonView<'a> {
    items: Vec<EventJsonView<'a>>,
    total: u64,
}

#[derive(Serialize)]
struct EventJsonView<'a> {
    id: &'a str,
    at: Moment,
    event: &'static str,
    actor: Option<&'a str>,
    device: &'a str,
    details: Value,
}

/// Runs the command.
pub async fn show_history(entry: &Entry, history: History) -> Result<Answer, Failure> {
    let invitation = code_or_input(history.invitation)?;
    entry.signed_in().await?;
    let found = entry.seat.invitation_history(InvitationRequest { invitation }).await?;
    Ok(Answer::new(&view(&found), text(&found)))
}

fn view(found: &HistoryView) -> HistoryJsonView<'_> {
    let item = |item: &'_ vestibule_wire::HistoryEventView| -> (&'static str, Value) { told(&item.what) };
    let items = found.items.iter().map(|event| {
        let (name, details) = item(event);
        EventJsonView {
            id: &event.id,
            at: event.at,
            event: name,
            actor: event.actor.as_ref().map(|person| person.username.as_str()),
            device: &event.device,
            details,
        }
    });
    HistoryJsonView { items: items.collect(), total: found.total }
}

/// The event's name in JSON, and its details.
fn told(what: &HistoryEvent) -> (&'static str, Value) {
    match what {
        HistoryEvent::Created { replaces } => ("created", json!({ "replaces": replaces })),
        HistoryEvent::Copied { form } => ("copied", json!({ "form": form })),
        HistoryEvent::Shown { how } => ("shown", json!({ "how": how })),
        HistoryEvent::Sent { to, purpose } => ("sent", json!({ "to": to, "purpose": purpose })),
        HistoryEvent::Described { label_before, label, note_before, note } => (
            "described",
            json!({ "label_before": label_before, "label": label, "note_before": note_before, "note": note }),
        ),
        HistoryEvent::Refused { cause } => ("refused", json!({ "cause": cause })),
        HistoryEvent::Used { person } => ("used", json!({ "person": person.as_ref().map(|person| &person.username) })),
        HistoryEvent::Revoked { reason, replaced_by } => {
            ("revoked", json!({ "reason": reason, "replaced_by": replaced_by }))
        }
        HistoryEvent::Archived => ("archived", json!({})),
        HistoryEvent::Unknown { event } => ("unknown", json!({ "name": event })),
    }
}

fn text(found: &HistoryView) -> String {
    let mut table = Table::headed(&["WHEN", "EVENT", "WHO", "DEVICE", "DETAILS"]);
    for event in &found.items {
        let (name, details) = sentence(&event.what);
        let style = if matches!(event.what, HistoryEvent::Refused { .. }) { bad() } else { Style::new() };
        table.styled([
            (times::stamp(event.at), Style::new()),
            (name.to_owned(), style),
            (event.actor.as_ref().map_or("–", |person| person.username.as_str()).to_owned(), Style::new()),
            (event.device.clone(), Style::new()),
            // One line per event, even for a note of several lines.
            (details.replace('\n', " ⏎ "), Style::new()),
        ]);
    }
    let mut text = table.text();
    if u64::try_from(found.items.len()).is_ok_and(|shown| shown < found.total) {
        text.push_str(&painted(&format!("The latest {} of {}.", found.items.len(), found.total), faint()));
        text.push('\n');
    }
    text
}

/// The event's word, and the rest of its sentence.
fn sentence(what: &HistoryEvent) -> (&'static str, String) {
    match what {
        HistoryEvent::Created { replaces } => {
            ("created", replaces.as_ref().map(|id| format!("in place of {id}")).unwrap_or_default())
        }
        HistoryEvent::Copied { form } => ("copied", form.clone()),
        HistoryEvent::Shown { how } => ("shown", how.clone()),
        HistoryEvent::Sent { to, purpose } => {
            let to = to.as_ref().map(|to| format!("queued for {to}")).unwrap_or_else(|| "queued".to_owned());
            ("sent", if purpose == "first" { to } else { format!("{to} ({purpose})") })
        }
        HistoryEvent::Described { label_before, label, note_before, note } => {
            let parts = [changed("label", label_before, label), changed("note", note_before, note)];
            ("described", parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
        }
        HistoryEvent::Refused { cause } => ("refused", cause.replace('_', " ")),
        HistoryEvent::Used { person } => ("used", person.as_ref().map(named).unwrap_or_default()),
        HistoryEvent::Revoked { reason, replaced_by } => {
            let by = replaced_by.as_ref().map(|id| format!("replaced by {id}"));
            ("revoked", by.into_iter().chain(reason.clone()).collect::<Vec<_>>().join(": "))
        }
        HistoryEvent::Archived => ("archived", String::new()),
        HistoryEvent::Unknown { event } => ("unknown", format!("{}, by a newer version", event.replace('_', " "))),
    }
}

fn named(person: &PersonView) -> String {
    format!("{} ({})", person.name, person.username)
}

fn changed(what: &str, before: &Option<String>, since: &Option<String>) -> Option<String> {
    let shown = |text: &Option<String>| text.as_ref().map_or_else(|| "nothing".to_owned(), |text| format!("“{text}”"));
    (before != since).then(|| format!("{what} {} → {}", shown(before), shown(since)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_tells_before_and_after_and_is_silent_about_what_stayed() {
        let what = HistoryEvent::Described {
            label_before: None,
            label: Some("fair".into()),
            note_before: Some("kept".into()),
            note: Some("kept".into()),
        };
        assert_eq!(sentence(&what), ("described", "label nothing → “fair”".to_owned()));
        assert_eq!(told(&what).1["note_before"], "kept");
    }

    #[test]
    fn an_end_tells_what_took_its_place_and_why() {
        let what = HistoryEvent::Revoked { reason: Some("typo".into()), replaced_by: Some("0199".into()) };
        assert_eq!(sentence(&what).1, "replaced by 0199: typo");
        let bare = HistoryEvent::Revoked { reason: None, replaced_by: None };
        assert_eq!((sentence(&bare).1, told(&bare).1), (String::new(), json!({ "reason": null, "replaced_by": null })));
    }
}
