//! The drawer's texts: pure, so that every case can be tested. Keeps out how they are laid out.

use crate::parts::timeline::{Event, EventTone};
use crate::{t, time};
use vestibule_wire::{HistoryEvent, HistoryEventView, InvitationView, Moment, PersonView, Status};

/// The drawer's title; and whether it is a text that people wrote.
pub fn title(row: &InvitationView) -> (String, bool) {
    let named = row.label.clone().or_else(|| row.email.clone());
    let named = named.or_else(|| row.domain.as_ref().map(|domain| format!("@{domain}")));
    match named {
        Some(named) => (named, true),
        None => (t!("details-anyone"), false),
    }
}

/// Shown beside the status: how often it was used, and when it ended or will end.
pub fn summary(row: &InvitationView, now: Moment) -> String {
    let uses = t!("invitations-uses", uses = row.uses, limit = row.usage_limit);
    let fate = match (row.status, row.expires_at, row.revoked_at) {
        (Status::Active, None, _) => Some(t!("details-never-expires")),
        (Status::Active, Some(at), _) => Some(t!("details-expires", when = time::relative(at, now))),
        // `now` is in whole minutes; an event since then must not appear to be in the future.
        (Status::Expired, Some(at), _) => Some(t!("details-expired", when = time::relative(at.min(now), now))),
        (Status::Revoked, _, Some(at)) => Some(t!("details-revoked", when = time::relative(at.min(now), now))),
        _ => None,
    };
    match fate {
        Some(fate) => t!("details-both", one = uses, other = fate),
        None => uses,
    }
}

/// Who may use it; and whether that is an address.
pub fn who(row: &InvitationView) -> String {
    match (&row.email, &row.domain) {
        (Some(email), _) => email.clone(),
        (None, Some(domain)) => t!("details-domain", domain = format!("@{domain}")),
        (None, None) => t!("details-anyone"),
    }
}

/// The exact expiry; the summary says how far away it is.
pub fn expires(row: &InvitationView) -> String {
    row.expires_at.map_or_else(|| t!("details-never"), time::exact)
}

/// A person and a time, in words.
pub fn by(person: &PersonView, at: Moment, now: Moment) -> String {
    t!("details-by", name = person.name.clone(), when = time::short(at, now))
}

/// One event, in words.
pub fn event(told: &HistoryEventView, now: Moment) -> Event {
    let (icon, mood) = look(&told.what);
    Event {
        id: told.id.clone(),
        icon,
        mood,
        text: sentence(&told.what, told.actor.as_ref()),
        quoted: quoted(&told.what),
        place: told.device.clone(),
        when: time::short(told.at, now),
        exact: time::exact(told.at),
    }
}

fn look(what: &HistoryEvent) -> (&'static str, EventTone) {
    match what {
        HistoryEvent::Created { .. } => ("plus", EventTone::Plain),
        HistoryEvent::Copied { form } => (
            match form.as_str() {
                "link" => "link",
                "text" => "message-square-text",
                "picture" => "qr-code",
                _ => "copy",
            },
            EventTone::Plain,
        ),
        HistoryEvent::Shown { how } => (
            match how.as_str() {
                "file" | "export" => "download",
                "print" => "printer",
                _ => "qr-code",
            },
            EventTone::Info,
        ),
        HistoryEvent::Sent { .. } => ("send", EventTone::Info),
        HistoryEvent::Described { .. } => ("pencil", EventTone::Plain),
        HistoryEvent::Refused { .. } => ("circle-x", EventTone::Bad),
        HistoryEvent::Used { .. } => ("user-check", EventTone::Good),
        HistoryEvent::Revoked { replaced_by: Some(_), .. } => ("repeat-2", EventTone::Bad),
        HistoryEvent::Revoked { .. } => ("ban", EventTone::Bad),
        HistoryEvent::Archived => ("archive", EventTone::Plain),
        HistoryEvent::Unknown { .. } => ("info", EventTone::Plain),
    }
}

fn sentence(what: &HistoryEvent, actor: Option<&PersonView>) -> String {
    let name = actor.map(|person| person.name.clone()).unwrap_or_default();
    let by = if actor.is_some() { "somebody" } else { "nobody" };
    match what {
        HistoryEvent::Created { replaces: None } => t!("details-event-created", by = by, name = name),
        HistoryEvent::Created { replaces: Some(_) } => t!("details-event-created-instead", by = by, name = name),
        HistoryEvent::Copied { form } => match form.as_str() {
            "link" => t!("details-event-copied-link", by = by, name = name),
            "text" => t!("details-event-copied-text", by = by, name = name),
            "picture" => t!("details-event-copied-picture", by = by, name = name),
            _ => t!("details-event-copied-code", by = by, name = name),
        },
        HistoryEvent::Shown { how } => match how.as_str() {
            "file" => t!("details-event-saved", by = by, name = name),
            "print" => t!("details-event-printed", by = by, name = name),
            "export" => t!("details-event-exported", by = by, name = name),
            _ => t!("details-event-shown", by = by, name = name),
        },
        HistoryEvent::Sent { to, purpose } => {
            let to = to.clone().unwrap_or_default();
            let known = if to.is_empty() { "nobody" } else { "somebody" };
            match purpose.as_str() {
                "reminder" => t!("details-event-reminder", known = known, to = to),
                _ => t!("details-event-sent", by = by, name = name, known = known, to = to),
            }
        }
        HistoryEvent::Described { label_before, label, note_before, note } => {
            match (label_before == label, note_before == note) {
                (false, false) => t!("details-event-described", by = by, name = name),
                (true, _) => t!("details-event-noted", by = by, name = name),
                (false, true) => t!("details-event-labelled", by = by, name = name),
            }
        }
        HistoryEvent::Refused { cause } => t!("details-event-refused", cause = cause.clone()),
        HistoryEvent::Used { person: Some(person) } => t!("details-event-used", name = person.name.clone()),
        HistoryEvent::Used { person: None } => t!("details-event-used-somebody"),
        HistoryEvent::Revoked { replaced_by: None, .. } => t!("details-event-revoked", by = by, name = name),
        HistoryEvent::Revoked { replaced_by: Some(_), .. } => t!("details-event-replaced", by = by, name = name),
        HistoryEvent::Unknown { event } => t!("details-event-unknown", event = event.replace('_', " ")),
        HistoryEvent::Archived => t!("details-event-archived", by = by, name = name),
    }
}

/// The texts that people wrote, with their earlier values.
fn quoted(what: &HistoryEvent) -> Vec<String> {
    match what {
        HistoryEvent::Described { label_before, label, note_before, note } => {
            [(label_before, label), (note_before, note)]
                .into_iter()
                .filter(|(before, after)| before != after)
                .map(|(before, after)| changed(before.as_deref(), after.as_deref()))
                .collect()
        }
        HistoryEvent::Revoked { reason: Some(reason), .. } => vec![t!("details-quote", text = reason.clone())],
        _ => Vec::new(),
    }
}

fn changed(before: Option<&str>, after: Option<&str>) -> String {
    let said = |text: Option<&str>| text.map_or_else(|| "–".to_owned(), |text| t!("details-quote", text = text));
    t!("details-changed", before = said(before), after = said(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, moment, person};

    const NOW: &str = "2026-09-08T10:00:00Z";

    fn happened(what: HistoryEvent) -> Event {
        let actor = Some(person("Jonas Lindqvist"));
        let told =
            HistoryEventView { id: "e".into(), at: moment("2026-09-08T09:13:00Z"), what, actor, device: "JL".into() };
        event(&told, moment(NOW))
    }

    #[test]
    fn the_head_says_what_it_is_for_or_who_may_use_it() {
        let mut row = invitation("a");
        assert_eq!(title(&row), ("noor.haddad@post.example".into(), true));
        row.label = Some("Science open day".into());
        assert_eq!(title(&row).0, "Science open day");
        (row.label, row.email, row.domain) = (None, None, Some("fernhill.example".into()));
        assert_eq!(title(&row), ("@fernhill.example".into(), true));
        assert_eq!(who(&row), "Any address @fernhill.example");
        row.domain = None;
        assert_eq!((title(&row), who(&row)), (("Anyone with the code".into(), false), "Anyone with the code".into()));
    }

    #[test]
    fn the_summary_tells_uses_and_fate() {
        let mut row = InvitationView { usage_limit: 5, uses: 2, ..invitation("a") };
        assert_eq!(summary(&row, moment(NOW)), "2 of 5 used · expires in 7 days");
        row.expires_at = None;
        assert_eq!(summary(&row, moment(NOW)), "2 of 5 used · never expires");
        (row.status, row.revoked_at) = (Status::Revoked, Some(moment("2026-09-05T10:00:00Z")));
        assert_eq!(summary(&row, moment(NOW)), "2 of 5 used · revoked 3 days ago");
        row.status = Status::Used;
        assert_eq!(summary(&row, moment(NOW)), "2 of 5 used");
    }

    #[test]
    fn every_happening_has_its_sentence_and_its_symbol() {
        let text = |what| {
            let event = happened(what);
            (event.text, event.icon)
        };
        let copied = |form: &str| text(HistoryEvent::Copied { form: form.into() });
        let shown = |how: &str| text(HistoryEvent::Shown { how: how.into() });
        assert_eq!(text(HistoryEvent::Created { replaces: None }), ("Created by **Jonas Lindqvist**".into(), "plus"));
        assert!(text(HistoryEvent::Created { replaces: Some("b".into()) }).0.contains("in the place of another"));
        assert_eq!(copied("code"), ("Code copied by **Jonas Lindqvist**".into(), "copy"));
        assert_eq!(copied("link").1, "link");
        assert_eq!(copied("text").0, "Invitation text copied by **Jonas Lindqvist**");
        assert_eq!(copied("picture").1, "qr-code");
        assert_eq!(shown("screen").0, "QR code shown to **Jonas Lindqvist**");
        assert_eq!((shown("file").1, shown("print").1), ("download", "printer"));
        assert_eq!(shown("export").0, "Exported with a list by **Jonas Lindqvist**");
        assert_eq!(
            text(HistoryEvent::Used { person: Some(person("Leila Haddad")) }),
            ("Used by **Leila Haddad**".into(), "user-check")
        );
        assert_eq!(text(HistoryEvent::Archived).1, "archive");
        let unknown = text(HistoryEvent::Unknown { event: "invitation_sent".into() });
        assert!(unknown.0.contains("invitation sent") && unknown.0.contains("newer version"), "{unknown:?}");
    }

    #[test]
    fn every_cause_of_a_refusal_is_told_apart() {
        let causes = [
            "expired",
            "used_up",
            "revoked",
            "replaced",
            "wrong_email",
            "wrong_domain",
            "already_member",
            "username_taken",
            "changed",
            "creator_may_not",
            "something new",
        ];
        let said: std::collections::BTreeSet<String> =
            causes.map(|cause| happened(HistoryEvent::Refused { cause: cause.into() }).text).into();
        assert_eq!(said.len(), causes.len(), "{said:?}");
        assert!(said.iter().all(|sentence| sentence.starts_with("Refused: ")));
    }

    #[test]
    fn a_changed_label_shows_what_it_was() {
        let event = happened(HistoryEvent::Described {
            label_before: Some("Poster".into()),
            label: Some("Poster by the lab".into()),
            note_before: None,
            note: None,
        });
        assert_eq!(event.text, "Label changed by **Jonas Lindqvist**");
        assert_eq!(event.quoted, ["“Poster” → “Poster by the lab”"]);
        let noted = happened(HistoryEvent::Described {
            label_before: None,
            label: None,
            note_before: None,
            note: Some("At the door".into()),
        });
        assert_eq!(
            (noted.text.as_str(), noted.quoted),
            ("Note changed by **Jonas Lindqvist**", vec!["– → “At the door”".to_owned()])
        );
    }

    #[test]
    fn a_reason_is_quoted_and_a_replacement_is_no_bare_revocation() {
        let revoked = happened(HistoryEvent::Revoked { reason: Some("Lost".into()), replaced_by: None });
        assert_eq!(
            (revoked.text.as_str(), revoked.quoted),
            ("Revoked by **Jonas Lindqvist**", vec!["“Lost”".to_owned()])
        );
        let replaced = happened(HistoryEvent::Revoked { reason: None, replaced_by: Some("b".into()) });
        assert_eq!(
            (replaced.text.as_str(), replaced.icon),
            ("Replaced with a new one by **Jonas Lindqvist**", "repeat-2")
        );
    }

    #[test]
    fn what_nobody_with_an_account_did_names_nobody() {
        let told = HistoryEventView {
            id: "e".into(),
            at: moment(NOW),
            what: HistoryEvent::Archived,
            actor: None,
            device: "JL".into(),
        };
        assert_eq!(event(&told, moment(NOW)).text, "Moved to the archive");
    }
}
