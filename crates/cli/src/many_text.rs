//! The sentences about many invitations at once: previews, confirmations and results. Keeps out where the numbers come
//! from.

use crate::invitation_text::count;
use vestibule_wire::{CleanUpView, RevokeManyView};

/// What revoking would do, for --dry-run.
pub fn would_revoke(preview: &RevokeManyView) -> String {
    format!("{} would be revoked, with {}.\n{}", count(preview.revoked), left(preview), rest(preview, "would be"))
}

/// What revoking did.
pub fn has_revoked(done: &RevokeManyView) -> String {
    format!("{} revoked, with {}.\n{}", count(done.revoked), left(done), rest(done, "were"))
}

/// The confirmation before many invitations are revoked.
pub fn revoke_question(preview: &RevokeManyView) -> String {
    let these = if preview.revoked == 1 { "this invitation" } else { "these invitations" };
    format!(
        "{} would be revoked, with {}. {}Their codes, links and QR codes stop working at once. This cannot be undone.\nRevoke {these}?",
        count(preview.revoked),
        left(preview),
        rest(preview, "would be").replace('\n', " "),
    )
}

/// What cleaning up takes (`would be archived`) or took (`archived`).
pub fn clean_up(verb: &str, view: &CleanUpView) -> String {
    let days = days(view.days);
    if view.invitations == 0 {
        return format!("Nothing ended more than {days} ago: there is nothing to clean up.\n");
    }
    let kinds = [(view.used, "used"), (view.expired, "expired"), (view.revoked, "revoked")];
    format!("{} that ended more than {days} ago {verb}: {}.\n", count(view.invitations), listed(&kinds))
}

/// The confirmation before cleaning up.
pub fn clean_up_question(view: &CleanUpView) -> String {
    let what = clean_up("would be archived", view);
    format!("{what}They leave the list, and stay in the archive and in the audit trail.\nClean up?")
}

fn left(view: &RevokeManyView) -> String {
    format!("{} left", if view.uses_left == 1 { "1 use".to_owned() } else { format!("{} uses", view.uses_left) })
}

/// Which members stay, and what is skipped: a line each.
fn rest(view: &RevokeManyView, verb: &str) -> String {
    let mut lines = match view.joined {
        0 => String::new(),
        1 => "The person who joined by them stays.\n".to_owned(),
        joined => format!("The {joined} people who joined by them stay.\n"),
    };
    let skipped = [(view.used, "used up"), (view.expired, "expired"), (view.already_revoked, "revoked before")];
    let all: u64 = skipped.iter().map(|(number, _)| number).sum();
    if all > 0 {
        let verb = if all == 1 && verb == "were" { "was" } else { verb };
        lines.push_str(&format!("{all} {verb} skipped: {}.\n", listed(&skipped)));
    }
    lines
}

fn listed(kinds: &[(u64, &str)]) -> String {
    let said = kinds.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}"));
    said.collect::<Vec<_>>().join(", ")
}

fn days(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revoking_tells_what_is_lost_who_stays_and_what_is_skipped_and_why() {
        let view = RevokeManyView { revoked: 3, uses_left: 7, joined: 2, used: 4, expired: 0, already_revoked: 1 };
        assert_eq!(
            has_revoked(&view),
            "3 invitations revoked, with 7 uses left.\nThe 2 people who joined by them stay.\n5 were skipped: 4 used up, 1 revoked before.\n"
        );
        let asked = revoke_question(&view);
        assert!(asked.contains("5 would be skipped") && asked.ends_with("Revoke these invitations?"), "{asked}");
        let one = RevokeManyView { revoked: 1, uses_left: 1, expired: 1, ..RevokeManyView::default() };
        assert_eq!(has_revoked(&one), "1 invitation revoked, with 1 use left.\n1 was skipped: 1 expired.\n");
    }

    #[test]
    fn cleaning_up_tells_the_kinds_and_says_when_there_is_nothing() {
        let view = CleanUpView { days: 90, invitations: 3, used: 1, expired: 2, revoked: 0 };
        assert_eq!(
            clean_up("archived", &view),
            "3 invitations that ended more than 90 days ago archived: 1 used, 2 expired.\n"
        );
        let none = CleanUpView { days: 1, ..CleanUpView::default() };
        assert!(clean_up("archived", &none).contains("more than 1 day ago: there is nothing"));
    }
}
