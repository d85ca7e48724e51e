//! The text that is sent to a person with their invitation: who invites them where and as what, until when, and how to
//! join. Pure. Keeps out code and link: the backend inserts them, and the result never comes back to the page.

use crate::{t, time};
use vestibule_wire::InvitationView;

/// The text, with `{code}` and `{link}` as placeholders.
pub fn words(row: &InvitationView, organisation: &str) -> String {
    let role = match &row.department {
        Some(department) => t!("letter-role-in", role = row.role.name.clone(), department = department.clone()),
        None => t!("letter-role", role = row.role.name.clone()),
    };
    let inviter = row.created_by.name.clone();
    let first = t!("letter-who", inviter = inviter.clone(), organisation = organisation.to_owned(), role = role);
    let how = t!("letter-how", code = "{code}", link = "{link}");
    let ends = match row.expires_at {
        Some(at) => t!("letter-ends", at = time::exact(at)),
        None => t!("letter-never"),
    };
    let last = t!("letter-unexpected", inviter = inviter);
    crate::words::without_marks(&[first, how, format!("{ends} {}", for_whom(row)), last].join("\n\n"))
}

/// Who can use it, and how often.
fn for_whom(row: &InvitationView) -> String {
    match (&row.email, &row.domain) {
        (Some(email), _) => t!("letter-for-email", email = email.clone()),
        (None, Some(domain)) => t!("letter-for-domain", domain = domain.clone(), count = row.usage_limit),
        (None, None) => t!("letter-for-anyone", count = row.usage_limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::invitation;

    #[test]
    fn the_text_names_who_invites_whom_where_as_what_until_when_and_how_to_join() {
        let row = InvitationView { department: Some("Library".into()), ..invitation("a") };
        assert_eq!(
            words(&row, "Fernhill College"),
            "Amara Osei invites you to join Fernhill College as Staff in Library.\n\n\
             To join, open this link:\n{link}\n\
             or open Vestibule, choose “I have a code” and enter:\n{code}\n\n\
             The invitation ends on Tuesday 15 September 2026, 10:00 UTC. It is for noor.haddad@post.example alone.\n\n\
             You see what you are joining before anything is used up. If you did not expect this, ask Amara Osei, \
             in person or by a number you know, before you open the link."
        );
    }

    #[test]
    fn one_without_end_for_many_says_so() {
        let row = InvitationView { email: None, expires_at: None, usage_limit: 30, ..invitation("a") };
        let text = words(&row, "Fernhill College");
        assert!(text.contains("as Staff.") && text.contains("The invitation has no end."), "{text}");
        assert!(text.contains("30 people can use it."), "{text}");
        let one = words(&InvitationView { usage_limit: 1, ..row.clone() }, "Fernhill College");
        assert!(one.contains("It can be used once, so keep it to yourself."), "{one}");
        let domain = InvitationView { domain: Some("fernhill.example".into()), ..row };
        assert!(words(&domain, "Fernhill College").contains("30 people with an address @fernhill.example can use it."));
    }

    #[test]
    fn code_and_link_are_places_and_never_the_ones_of_the_row() {
        let row = invitation("a");
        let text = words(&row, "Fernhill College");
        assert_eq!((text.matches("{code}").count(), text.matches("{link}").count()), (1, 1));
        assert!(!text.contains(&row.code.unwrap()) && !text.contains(&row.link.unwrap()));
    }

    #[test]
    fn the_longest_names_fit_into_what_the_backend_takes() {
        let mut row = InvitationView { department: Some("d".repeat(80)), ..invitation("a") };
        row.created_by.name = "n".repeat(120);
        row.role.name = "r".repeat(80);
        row.email = Some(format!("{}@post.example", "e".repeat(240)));
        assert!(words(&row, &"o".repeat(200)).chars().count() < 2_000);
    }
}
