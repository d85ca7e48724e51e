//! Invitations as JSON and as text. Keeps out where they come from.

use crate::table::{Table, bad, faint, good, notable, painted};
use crate::times;
use clap::builder::styling::Style;
use serde::Serialize;
use vestibule_wire::{InvitationPageView, InvitationView, Moment, Status, UseView};

/// One invitation in JSON: these keys, in this order; null for a missing value.
#[derive(Serialize)]
pub struct InvitationJsonView<'a> {
    id: &'a str,
    code: Option<&'a str>,
    link: Option<&'a str>,
    email: Option<&'a str>,
    domain: Option<&'a str>,
    role: String,
    department: Option<&'a str>,
    groups: &'a [String],
    label: Option<&'a str>,
    note: Option<&'a str>,
    status: Status,
    usage_limit: u32,
    uses: u32,
    expires_at: Option<Moment>,
    created_at: Moment,
    created_by: &'a str,
    used_by: Vec<UseJsonView<'a>>,
    revoked_at: Option<Moment>,
    replaces: Option<&'a str>,
    replaced_by: Option<&'a str>,
    archived_at: Option<Moment>,
}

#[derive(Serialize)]
struct UseJsonView<'a> {
    username: &'a str,
    name: &'a str,
    at: Moment,
    device: &'a str,
}

/// A page of them.
#[derive(Serialize)]
pub struct PageJsonView<'a> {
    items: Vec<InvitationJsonView<'a>>,
    total: u64,
    page: u32,
    page_size: u32,
}

/// The JSON of an invitation. The role is in lower case, as `--role` accepts it.
pub fn view(invitation: &InvitationView) -> InvitationJsonView<'_> {
    InvitationJsonView {
        id: &invitation.id,
        code: invitation.code.as_deref(),
        link: invitation.link.as_deref(),
        email: invitation.email.as_deref(),
        domain: invitation.domain.as_deref(),
        role: invitation.role.name.to_lowercase(),
        department: invitation.department.as_deref(),
        groups: &invitation.groups,
        label: invitation.label.as_deref(),
        note: invitation.note.as_deref(),
        status: invitation.status,
        usage_limit: invitation.usage_limit,
        uses: invitation.uses,
        expires_at: invitation.expires_at,
        created_at: invitation.created_at,
        created_by: &invitation.created_by.username,
        used_by: invitation.used_by.iter().map(use_view).collect(),
        revoked_at: invitation.revoked_at,
        replaces: invitation.replaces.as_deref(),
        replaced_by: invitation.replaced_by.as_deref(),
        archived_at: invitation.archived_at,
    }
}

fn use_view(one: &UseView) -> UseJsonView<'_> {
    UseJsonView { username: &one.person.username, name: &one.person.name, at: one.at, device: &one.device }
}

/// The JSON of a page.
pub fn page_view(page: &InvitationPageView) -> PageJsonView<'_> {
    let items = page.items.iter().map(view).collect();
    PageJsonView { items, total: page.total, page: page.page, page_size: page.page_size }
}

/// A page as a table.
pub fn page(page: &InvitationPageView, archived: bool) -> String {
    if page.items.is_empty() {
        return if archived {
            "Nothing like this is in the archive. `vestibulectl invitation clean-up` puts there what ended long ago.\n"
                .to_owned()
        } else if page.counters.all == 0 {
            "No invitations yet. `vestibulectl invitation create --role staff` makes one.\n".to_owned()
        } else {
            format!("Nothing matches. There are {} without these filters.\n", count(page.counters.all))
        };
    }
    let mut table = Table::headed(&["CODE", "STATUS", "ROLE", "EXPIRES", "EMAIL", "DEPARTMENT", "CREATED BY", "LABEL"]);
    for item in &page.items {
        let optional = |text: &Option<String>| (text.clone().unwrap_or_default(), Style::new());
        table.styled([
            (item.code.clone().unwrap_or_else(|| item.id.clone()), Style::new()),
            status(item),
            (item.role.name.clone(), Style::new()),
            (item.expires_at.map_or_else(|| "never".to_owned(), |at| times::relative(at, page.at)), Style::new()),
            optional(&bound(item)),
            optional(&item.department),
            (item.created_by.username.clone(), Style::new()),
            optional(&item.label),
        ]);
    }
    let pages = page.total.div_ceil(u64::from(page.page_size.max(1)));
    let line = format!("Page {} of {pages}, {}.", page.page, count(page.total));
    format!("{}{}\n", table.text(), painted(&line, faint()))
}

/// All fields of one, as text.
pub fn details(item: &InvitationView) -> String {
    let mut table = Table::default();
    let mut optional = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            table.pair(name, text);
        }
    };
    optional("Code", item.code.clone());
    optional("Link", item.link.clone());
    optional("Id", Some(item.id.clone()));
    let (word, style) = status(item);
    table.styled([("Status".to_owned(), faint()), (word, style)]);
    let mut optional = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            table.pair(name, text);
        }
    };
    optional("Role", Some(item.role.name.clone()));
    optional("Email", item.email.clone());
    optional("Domain", item.domain.as_deref().map(at_domain));
    optional("Department", item.department.clone());
    optional("Groups", (!item.groups.is_empty()).then(|| item.groups.join(", ")));
    optional("Label", item.label.clone());
    let mut lines = item.note.iter().flat_map(|note| note.split('\n'));
    optional("Note", lines.next().map(str::to_owned));
    lines.for_each(|line| optional("", Some(line.to_owned())));
    optional("Replaces", item.replaces.clone());
    optional("Replaced by", item.replaced_by.clone());
    optional("Archived", item.archived_at.map(times::exact));
    optional("Uses", Some(format!("{} of {}", item.uses, item.usage_limit)));
    optional("Expires", Some(item.expires_at.map_or_else(|| "never".to_owned(), times::exact)));
    optional("Created", Some(format!("{} by {}", times::exact(item.created_at), item.created_by.name)));
    optional(
        "Revoked",
        item.revoked_at.map(|at| {
            let by = item.revoked_by.as_ref().map(|person| format!(" by {}", person.name)).unwrap_or_default();
            let why = item.revoke_reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            format!("{}{by}{why}", times::exact(at))
        }),
    );
    for one in &item.used_by {
        optional(
            "Used by",
            Some(format!("{} ({}), {}, on {}", one.person.name, one.person.username, times::exact(one.at), one.device)),
        );
    }
    table.text()
}

/// The confirmation before an invitation is revoked.
pub fn revoke_question(item: &InvitationView) -> String {
    let left = item.usage_limit.saturating_sub(item.uses);
    let stay = match item.uses {
        0 => String::new(),
        1 => " The person who joined stays.".to_owned(),
        uses => format!(" The {uses} people who joined stay."),
    };
    format!(
        "The code, link and QR code stop working at once, and {left} of {} uses {} lost.{stay} This cannot be undone.\n\
         Revoke this invitation?",
        item.usage_limit,
        if left == 1 { "is" } else { "are" }
    )
}

/// The confirmation before one is replaced.
pub fn replace_question(item: &InvitationView) -> String {
    let asked = revoke_question(item);
    let (first, _) = asked.rsplit_once('\n').unwrap_or((&asked, ""));
    format!("{first}\nAnother one is created in its place. Replace this invitation?")
}

/// The address or domain it is bound to.
fn bound(item: &InvitationView) -> Option<String> {
    item.email.clone().or_else(|| item.domain.as_deref().map(at_domain))
}

fn at_domain(domain: &str) -> String {
    format!("@{domain}")
}

fn status(item: &InvitationView) -> (String, Style) {
    match item.status {
        Status::Active if item.uses > 0 => (format!("{} of {} used", item.uses, item.usage_limit), good()),
        Status::Active => ("Active".to_owned(), good()),
        Status::Used => ("Used".to_owned(), faint()),
        Status::Expired => ("Expired".to_owned(), notable()),
        Status::Revoked => ("Revoked".to_owned(), bad()),
    }
}

/// `1 invitation`, `7 invitations`.
pub fn count(number: u64) -> String {
    format!("{number} {}", if number == 1 { "invitation" } else { "invitations" })
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone, Utc};
    use vestibule_wire::{CountersView, InvitationActionsView, PersonView, RoleView};

    pub fn an_invitation() -> InvitationView {
        let at = Utc.with_ymd_and_hms(2026, 9, 8, 12, 0, 0).unwrap();
        let person = PersonView { id: "1".into(), name: "Amara Osei".into(), username: "amara".into() };
        InvitationView {
            id: "01990000-0000-7000-8000-000000000000".into(),
            code: Some("K7QF-2M9X-4TZC-8WHN".into()),
            link: Some("vestibule://join/K7QF-2M9X-4TZC-8WHN".into()),
            email: None,
            role: RoleView { id: "2".into(), name: "Media Editor".into(), rank: 100, needs_department: false },
            domain: None,
            department: None,
            groups: vec![],
            label: None,
            note: None,
            status: Status::Active,
            usage_limit: 5,
            uses: 2,
            expires_at: Some(at + TimeDelta::days(7)),
            created_at: at,
            created_by: person.clone(),
            used_by: vec![UseView { person, at, device: "lobby".into() }],
            revoked_at: None,
            revoked_by: None,
            revoke_reason: None,
            replaces: None,
            replaced_by: None,
            archived_at: None,
            may: InvitationActionsView::default(),
        }
    }

    #[test]
    fn json_has_the_documented_keys_and_null_for_what_is_absent() {
        let json = serde_json::to_string(&view(&an_invitation())).unwrap();
        assert_eq!(
            json,
            r#"{"id":"01990000-0000-7000-8000-000000000000","code":"K7QF-2M9X-4TZC-8WHN","link":"vestibule://join/K7QF-2M9X-4TZC-8WHN","email":null,"domain":null,"role":"media editor","department":null,"groups":[],"label":null,"note":null,"status":"active","usage_limit":5,"uses":2,"expires_at":"2026-09-15T12:00:00Z","created_at":"2026-09-08T12:00:00Z","created_by":"amara","used_by":[{"username":"amara","name":"Amara Osei","at":"2026-09-08T12:00:00Z","device":"lobby"}],"revoked_at":null,"replaces":null,"replaced_by":null,"archived_at":null}"#
        );
    }

    #[test]
    fn who_may_not_copy_sees_the_id_and_no_code() {
        let hidden = InvitationView { code: None, link: None, ..an_invitation() };
        let at = hidden.created_at;
        let one = InvitationPageView {
            is_at_least: false,
            items: vec![hidden],
            total: 1,
            page: 1,
            page_size: 20,
            counters: CountersView { all: 1, ..CountersView::default() },
            at,
            until: None,
        };
        let text = page(&one, false);
        assert!(text.contains("01990000-") && !text.contains("K7QF"), "{text}");
    }

    #[test]
    fn an_empty_page_says_what_to_do_and_a_filtered_one_says_why() {
        let mut none = InvitationPageView {
            is_at_least: false,
            items: vec![],
            total: 0,
            page: 1,
            page_size: 20,
            counters: CountersView::default(),
            at: an_invitation().created_at,
            until: None,
        };
        assert!(page(&none, false).contains("invitation create"));
        assert!(page(&none, true).contains("clean-up"));
        none.counters.all = 3;
        assert!(page(&none, false).contains("There are 3 invitations without"));
    }

    #[test]
    fn the_question_before_revoking_counts_what_is_lost_and_who_stays() {
        let asked = revoke_question(&an_invitation());
        assert!(asked.contains("3 of 5 uses are lost") && asked.contains("The 2 people who joined stay"), "{asked}");
    }

    #[test]
    fn the_question_before_replacing_says_both_halves() {
        let asked = replace_question(&an_invitation());
        assert!(asked.contains("3 of 5 uses are lost") && asked.ends_with("Replace this invitation?"), "{asked}");
        assert!(!asked.contains("Revoke this"), "{asked}");
    }

    #[test]
    fn a_note_keeps_its_lines_and_a_domain_is_shown_with_its_sign() {
        let item =
            InvitationView { note: Some("one\ntwo".into()), domain: Some("school.example".into()), ..an_invitation() };
        let text = anstream::adapter::strip_str(&details(&item)).to_string();
        assert!(text.contains("one\n  ") && text.lines().any(|line| line.trim() == "two"), "{text}");
        assert!(text.contains("@school.example"), "{text}");
    }
}
