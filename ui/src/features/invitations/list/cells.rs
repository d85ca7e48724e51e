//! The texts of a row's cells: pure, so that every case can be tested. Keeps out how they are laid out.

use crate::{t, time};
use chrono::TimeDelta;
use vestibule_wire::{InvitationView, Moment, Status};

/// A cell's text, and more on hover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text in the list.
    pub text: String,
    /// The tooltip.
    pub title: Option<String>,
}

/// Who may use it: the address; or anyone, with the label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// In grey before the text: `Anyone ·`.
    pub before: Option<String>,
    /// The address or label; empty for anyone without a label.
    pub text: String,
    /// The full text, as a tooltip.
    pub title: String,
}

/// The Email cell.
pub fn meant_for(row: &InvitationView) -> Recipient {
    if let Some(domain) = &row.domain {
        let domain = format!("@{domain}");
        let whole = format!("{} {domain}", t!("invitations-anyone-at"));
        let title = row.label.as_ref().map_or(whole.clone(), |label| format!("{whole} · {label}"));
        return Recipient { before: Some(t!("invitations-anyone-at")), text: domain, title };
    }
    match (&row.email, &row.label) {
        (Some(email), None) => Recipient { before: None, text: email.clone(), title: email.clone() },
        (Some(email), Some(label)) => {
            Recipient { before: None, text: email.clone(), title: format!("{email} · {label}") }
        }
        (None, Some(label)) => Recipient {
            before: Some(t!("invitations-anyone-label")),
            text: label.clone(),
            title: format!("{} · {label}", t!("invitations-anyone")),
        },
        (None, None) => {
            Recipient { before: Some(t!("invitations-anyone")), text: String::new(), title: t!("invitations-anyone") }
        }
    }
}

/// An invitation's name for assistive software and messages: the address, else the code. A masked code is not read out
/// either.
pub fn name(row: &InvitationView, masked: bool) -> String {
    match (&row.email, &row.code) {
        (Some(email), _) => email.clone(),
        (None, Some(code)) if !masked => code.clone(),
        (None, _) => meant_for(row).title,
    }
}

/// The Expires cell: a countdown, for Active and Expired ones only.
pub fn expires(row: &InvitationView, now: Moment) -> Option<Cell> {
    match (row.status, row.expires_at) {
        (Status::Used | Status::Revoked, _) => None,
        (_, None) => Some(Cell { text: t!("invitations-never"), title: None }),
        (_, Some(at)) => Some(Cell { text: time::relative(at, now), title: Some(time::exact(at)) }),
    }
}

/// Whether it is Active and ends within 48 hours; such cells are amber with a clock icon.
pub fn is_soon(row: &InvitationView, now: Moment) -> bool {
    row.status == Status::Active && row.expires_at.is_some_and(|at| at - now < TimeDelta::hours(48))
}

/// The Used by cell: the person's name for a single-use invitation, else how many of how many.
pub fn used_by(row: &InvitationView) -> Option<Cell> {
    if row.uses == 0 {
        return None;
    }
    let mut lines: Vec<String> = row
        .used_by
        .iter()
        .map(|one| t!("invitations-use-line", name = one.person.name.clone(), when = time::exact(one.at)))
        .collect();
    let more = row.uses.saturating_sub(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    if more > 0 && !lines.is_empty() {
        lines.push(t!("invitations-uses-more", count = more));
    }
    let text = match row.used_by.first() {
        Some(only) if row.usage_limit == 1 => only.person.name.clone(),
        _ => t!("invitations-uses", uses = row.uses, limit = row.usage_limit),
    };
    Some(Cell { text, title: (!lines.is_empty()).then(|| lines.join("\n")) })
}

/// The Role cell, with the department.
pub fn role(row: &InvitationView) -> Cell {
    let title = row
        .department
        .as_ref()
        .map(|department| t!("invitations-role-in", role = row.role.name.clone(), department = department.clone()));
    Cell { text: row.role.name.clone(), title: Some(title.unwrap_or_else(|| row.role.name.clone())) }
}

/// The tooltip of the status.
pub fn status_title(row: &InvitationView) -> Option<String> {
    let name = row.revoked_by.as_ref()?.name.clone();
    let when = time::exact(row.revoked_at?);
    Some(match &row.revoke_reason {
        Some(reason) => t!("invitations-revoked-because", name = name, when = when, reason = reason.clone()),
        None => t!("invitations-revoked-by", name = name, when = when),
    })
}

/// How old something is, as short as can be: `2 min`, `3 h`, `9 d`.
pub fn age(at: Moment, now: Moment) -> String {
    let minutes = (now - at).num_minutes();
    match minutes {
        ..1 => t!("invitations-age-now"),
        1..60 => t!("invitations-age-minutes", n = minutes),
        60..1_440 => t!("invitations-age-hours", n = minutes / 60),
        1_440..1_051_200 => t!("invitations-age-days", n = minutes / 1_440),
        _ => t!("invitations-age-years", n = minutes / 525_600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, moment, person, use_by};

    const NOW: &str = "2026-09-08T10:00:00Z";

    #[test]
    fn a_row_is_called_by_its_address_or_its_code_and_a_masked_code_is_not_said() {
        let mut row = invitation("a");
        assert_eq!(name(&row, true), "noor.haddad@post.example");
        row.email = None;
        assert_eq!(name(&row, false), "K7QF-2M9X-4TZC-8WHN");
        row.label = Some("Spring fair".into());
        assert_eq!(name(&row, true), "Anyone · Spring fair");
        row.code = None;
        assert_eq!(name(&row, false), "Anyone · Spring fair", "who may not copy has no code");
    }

    #[test]
    fn an_open_invitation_is_for_anyone_and_says_its_label() {
        let mut row = invitation("a");
        row.email = None;
        row.label = Some("Spring fair poster".into());
        let cell = meant_for(&row);
        assert_eq!((cell.before.as_deref(), cell.text.as_str()), (Some("Anyone ·"), "Spring fair poster"));
        row.label = None;
        assert_eq!(meant_for(&row).before.as_deref(), Some("Anyone"));
    }

    #[test]
    fn one_that_is_bound_to_a_domain_is_for_anyone_there() {
        let mut row = invitation("a");
        (row.email, row.domain) = (None, Some("fernhill.example".into()));
        let cell = meant_for(&row);
        assert_eq!((cell.before.as_deref(), cell.text.as_str()), (Some("Anyone at"), "@fernhill.example"));
        row.label = Some("New starters".into());
        assert_eq!(meant_for(&row).title, "Anyone at @fernhill.example · New starters");
    }

    #[test]
    fn expiry_is_told_while_it_matters() {
        let mut row = invitation("a");
        row.expires_at = Some(moment("2026-09-15T10:00:00Z"));
        assert_eq!(expires(&row, moment(NOW)).unwrap().text, "in 7 days");
        row.status = Status::Expired;
        row.expires_at = Some(moment("2026-09-06T10:00:00Z"));
        assert_eq!(expires(&row, moment(NOW)).unwrap().text, "2 days ago");
        row.status = Status::Used;
        assert_eq!(expires(&row, moment(NOW)), None);
        row.status = Status::Active;
        row.expires_at = None;
        assert_eq!(expires(&row, moment(NOW)).unwrap().text, "never");
    }

    #[test]
    fn only_an_active_one_is_about_to_end() {
        let mut row = invitation("a");
        row.expires_at = Some(moment("2026-09-10T09:59:00Z"));
        assert!(is_soon(&row, moment(NOW)));
        row.expires_at = Some(moment("2026-09-10T10:00:00Z"));
        assert!(!is_soon(&row, moment(NOW)));
        row.status = Status::Expired;
        row.expires_at = Some(moment("2026-09-06T10:00:00Z"));
        assert!(!is_soon(&row, moment(NOW)));
    }

    #[test]
    fn a_single_use_names_the_person_and_several_are_counted() {
        let mut row = invitation("a");
        assert_eq!(used_by(&row), None);
        row.uses = 1;
        row.used_by = vec![use_by("Sofia Marin")];
        assert_eq!(used_by(&row).unwrap().text, "Sofia Marin");
        row.usage_limit = 5;
        assert_eq!(used_by(&row).unwrap().text, "1 of 5 used");
        row.usage_limit = 1_200;
        row.uses = 31;
        let cell = used_by(&row).unwrap();
        assert_eq!(cell.text, "31 of 1,200 used");
        assert!(cell.title.unwrap().ends_with("and 30 more"));
    }

    #[test]
    fn a_revoked_one_says_by_whom_and_why() {
        let mut row = invitation("a");
        assert_eq!(status_title(&row), None);
        row.revoked_by = Some(person("Amara Osei"));
        row.revoked_at = Some(moment(NOW));
        assert_eq!(status_title(&row).unwrap(), "Revoked by Amara Osei, Tuesday 8 September 2026, 10:00 UTC");
        row.revoke_reason = Some("Poster taken down".into());
        assert!(status_title(&row).unwrap().ends_with(": Poster taken down"));
    }

    #[test]
    fn an_age_is_short() {
        let now = moment(NOW);
        let told = |minutes| age(now - TimeDelta::minutes(minutes), now);
        assert_eq!(
            [told(-3), told(0), told(2), told(119), told(24 * 60), told(13 * 1_440), told(800 * 1_440)],
            ["now", "now", "2 min", "1 h", "1 d", "13 d", "2 y"]
        );
    }
}
