//! Tests of `draft`: what the Create form accepts and refuses.

use super::*;
use crate::features::invitations::tests::{invitation, moment, options};

fn now() -> Moment {
    moment("2026-09-08T10:00:00Z")
}

fn draft() -> Draft {
    Draft { email: "noor@post.example".into(), ..Draft::new(&options(), now()) }
}

fn faults(draft: &Draft) -> Vec<DraftField> {
    draft.request(&options(), now()).unwrap_err().into_iter().map(|(part, _)| part).collect()
}

#[test]
fn a_form_left_as_it_is_invites_one_person_as_staff_for_the_default_time() {
    let request = draft().request(&options(), now()).unwrap();
    assert_eq!(request.email.as_deref(), Some("noor@post.example"));
    assert_eq!((request.role.as_str(), request.usage_limit), ("role-staff", Some(1)));
    assert_eq!(request.expires, ExpiryChoice::Hours { hours: 168 });
    assert_eq!((request.department, request.label), (None, None));
}

#[test]
fn built_in_staff_is_chosen_at_first_though_another_role_ranks_lower() {
    let [.., staff] = Role::built_in();
    let mut options = options();
    options.roles.push(RoleView { id: staff.id.to_string(), rank: 100, ..options.roles[0].clone() });
    assert_eq!(Draft::new(&options, now()).role, staff.id.to_string());
}

#[test]
fn one_person_needs_an_address_and_anyone_does_not() {
    let empty = Draft { email: " ".into(), ..draft() };
    assert_eq!(faults(&empty), [DraftField::Email]);
    assert_eq!(faults(&Draft { email: "noor@".into(), ..draft() }), [DraftField::Email]);
    let open = Draft { who: InviteeChoice::Anyone, uses: "120".into(), ..empty };
    let request = open.request(&options(), now()).unwrap();
    assert_eq!((request.email, request.usage_limit), (None, Some(120)));
}

#[test]
fn a_limit_outside_of_one_to_ten_thousand_is_told() {
    for uses in ["0", "10001", "1000000000", "-1", "many", ""] {
        assert_eq!(
            faults(&Draft { who: InviteeChoice::Anyone, uses: uses.into(), ..draft() }),
            [DraftField::Uses],
            "{uses}"
        );
    }
    assert!(Draft { who: InviteeChoice::Anyone, uses: "10000".into(), ..draft() }.request(&options(), now()).is_ok());
}

#[test]
fn a_chosen_date_must_be_readable_ahead_and_within_policy() {
    let at = |date: &str, time: &str| Draft { ends: ExpiryMode::At, date: date.into(), time: time.into(), ..draft() };
    assert_eq!(
        at("2026-09-20", "17:00").request(&options(), now()).unwrap().expires,
        ExpiryChoice::At { at: moment("2026-09-20T17:00:00Z") }
    );
    for (date, time) in [
        ("2026-09-08", "10:00"),
        ("2020-01-01", "10:00"),
        ("2026-12-31", "10:00"),
        ("31.12.2026", "10:00"),
        ("2026-09-20", "25:00"),
        ("", ""),
    ] {
        assert_eq!(faults(&at(date, time)), [DraftField::Expires], "{date} {time}");
    }
}

#[test]
fn of_a_date_and_a_time_the_one_that_cannot_be_read_is_marked() {
    let halves = |date: &str, time: &str| Draft { date: date.into(), time: time.into(), ..draft() }.wrong_halves();
    assert_eq!(halves("2026-02-30", "05:44"), (true, false));
    assert_eq!(halves("2026-09-20", "25:00"), (false, true));
    assert_eq!(halves("", ""), (true, true));
    assert_eq!(halves("2020-01-01", "10:00"), (true, true));
}

#[test]
fn never_is_refused_where_policy_does_not_allow_it() {
    let never = Draft { ends: ExpiryMode::Never, ..draft() };
    assert_eq!(faults(&never), [DraftField::Expires]);
    let allowed = InvitationOptionsView { never_allowed: true, ..options() };
    assert_eq!(never.request(&allowed, now()).unwrap().expires, ExpiryChoice::Never);
}

#[test]
fn a_role_with_division_scope_needs_a_department() {
    let manager = Draft { role: "role-manager".into(), ..draft() };
    assert_eq!(faults(&manager), [DraftField::Department]);
    let placed = Draft { department: " Sciences ".into(), ..manager };
    assert_eq!(placed.request(&options(), now()).unwrap().department.as_deref(), Some("Sciences"));
}

#[test]
fn a_locked_department_is_sent_whatever_stands_in_the_form() {
    let locked = InvitationOptionsView { department_locked: Some("Library".into()), ..options() };
    let request = Draft { department: "Sciences".into(), ..draft() }.request(&locked, now()).unwrap();
    assert_eq!(request.department.as_deref(), Some("Library"));
}

#[test]
fn a_label_that_is_too_long_or_no_text_is_told_with_everything_else() {
    assert_eq!(
        faults(&Draft { label: "x".repeat(201), email: String::new(), ..draft() }),
        [DraftField::Email, DraftField::Label]
    );
    assert_eq!(faults(&Draft { label: "a\u{202e}b".into(), ..draft() }), [DraftField::Label]);
}

#[test]
fn presets_follow_policy() {
    assert_eq!(presets(&options()), [1, 7, 30]);
    assert_eq!(presets(&InvitationOptionsView { default_expiry_days: 14, ..options() }), [1, 7, 14, 30]);
    assert_eq!(presets(&InvitationOptionsView { max_expiry_days: 7, ..options() }), [1, 7]);
}

#[test]
fn a_domain_is_bound_with_or_without_its_sign_and_needs_a_shape() {
    let of = |domain: &str| Draft { who: InviteeChoice::Domain, domain: domain.into(), uses: "40".into(), ..draft() };
    for domain in ["@school.example", "school.example", " @school.example "] {
        let request = of(domain).request(&options(), now()).unwrap();
        assert_eq!((request.domain.as_deref(), request.email), (Some("school.example"), None));
        assert_eq!(request.usage_limit, Some(40));
    }
    for domain in ["", "@", "school", "noor@", "a b.example", "@@school.example"] {
        assert_eq!(faults(&of(domain)), [DraftField::Domain], "{domain}");
    }
}

#[test]
fn what_was_typed_for_one_binding_is_kept_but_not_sent_with_another() {
    let both = Draft { domain: "@school.example".into(), ..draft() };
    let one = both.request(&options(), now()).unwrap();
    assert_eq!((one.email.is_some(), one.domain), (true, None));
    let other = Draft { who: InviteeChoice::Domain, ..both.clone() }.request(&options(), now()).unwrap();
    assert_eq!((other.email, other.domain.is_some()), (None, true));
    assert_eq!(both.email, "noor@post.example");
}

#[test]
fn groups_are_known_ones_by_any_case_and_new_ones_where_allowed() {
    let with = |typed: &str| Draft { groups: vec!["Choir".into()], group_typed: typed.into(), ..draft() };
    let sent = |typed: &str| with(typed).request(&options(), now()).unwrap().groups;
    assert_eq!(sent(""), ["Choir"]);
    assert_eq!(sent("first AIDERS "), ["Choir", "First aiders"]);
    assert_eq!(sent("choir"), ["Choir"], "no group twice");
    assert_eq!(sent("Lab access"), ["Choir", "Lab access"]);
    let closed = InvitationOptionsView { new_groups: false, ..options() };
    assert_eq!(with("Lab access").request(&closed, now()).unwrap_err()[0].0, DraftField::Groups);
    assert!(with("first aiders").request(&closed, now()).is_ok());
    assert_eq!(faults(&with("a\u{202e}b")), [DraftField::Groups]);
}

#[test]
fn several_are_for_a_domain_or_anyone_and_never_for_one_address() {
    let several = |who, count: &str| Draft { who, several: true, count: count.into(), ..draft() };
    assert_eq!(several(InviteeChoice::Anyone, "250").wanted(), Ok(250));
    assert!(several(InviteeChoice::Anyone, "250").request(&options(), now()).is_ok());
    assert_eq!(faults(&several(InviteeChoice::OnePerson, "250")), [DraftField::Email]);
    for count in ["0", "100001", "-3", "many", ""] {
        assert_eq!(faults(&several(InviteeChoice::Anyone, count)), [DraftField::Count], "{count}");
    }
    assert_eq!(Draft { count: "many".into(), ..draft() }.wanted(), Ok(1), "one is wanted, whatever stands there");
}

#[test]
fn a_note_has_lines_and_a_greatest_length() {
    let noted = Draft { note: " Ask for the badge.\r\nSecond floor. ".into(), ..draft() };
    assert_eq!(noted.request(&options(), now()).unwrap().note.as_deref(), Some("Ask for the badge.\nSecond floor."));
    assert_eq!(faults(&Draft { note: "x".repeat(2_001), ..draft() }), [DraftField::Note]);
    assert_eq!(faults(&Draft { note: "a\u{0}b".into(), ..draft() }), [DraftField::Note]);
}

#[test]
fn a_replacement_begins_as_the_one_it_replaces() {
    let mut row = invitation("i-1");
    (row.email, row.domain, row.usage_limit) = (None, Some("school.example".into()), 40);
    (row.department, row.groups) = (Some("Library".into()), vec!["Choir".into()]);
    row.note = Some("Hangs beside the lift.".into());
    let request = Draft::like(&row, &options(), now()).request(&options(), now()).unwrap();
    assert_eq!((request.domain.as_deref(), request.usage_limit), (Some("school.example"), Some(40)));
    assert_eq!((request.department.as_deref(), request.groups), (Some("Library"), vec!["Choir".to_owned()]));
    assert_eq!(request.expires, ExpiryChoice::At { at: row.expires_at.unwrap() });
    assert_eq!(request.note, row.note);
}

#[test]
fn a_replacement_of_one_that_is_over_gets_a_new_end() {
    let mut row = invitation("i-1");
    row.expires_at = Some(moment("2026-09-01T10:00:00Z"));
    let draft = Draft::like(&row, &options(), now());
    assert_eq!((draft.ends, draft.who), (ExpiryMode::In(7), InviteeChoice::OnePerson));
    row.expires_at = None;
    assert_eq!(Draft::like(&row, &options(), now()).ends, ExpiryMode::In(7), "never is not allowed");
}
