//! Tests of the page rendered on the host with the fake backend, and their shared fixtures.

use crate::backend::fake;
use crate::testing::render_app;
use chrono::TimeDelta;
use serde_json::{Value, json, to_value};
use vestibule_domain::{Permission, Role};
use vestibule_wire::{
    AppStateView, CountersView, DepartmentView, ErrorCode, ErrorView, InvitationActionsView, InvitationOptionsView,
    InvitationPageView, InvitationView, Moment, OrganisationView, PersonView, RoleView, SessionView, StageView, Status,
    UseView, command,
};

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub fn person(name: &str) -> PersonView {
    PersonView { id: format!("id-{name}"), name: name.to_owned(), username: name.to_lowercase() }
}

pub fn use_by(name: &str) -> UseView {
    UseView { person: person(name), at: moment("2026-09-07T09:30:00Z"), device: "Front desk".into() }
}

pub fn role(name: &str, rank: u32) -> RoleView {
    RoleView {
        id: format!("role-{}", name.to_lowercase()),
        name: name.to_owned(),
        rank,
        needs_department: name == "Manager",
    }
}

pub fn invitation(id: &str) -> InvitationView {
    InvitationView {
        id: id.to_owned(),
        code: Some("K7QF-2M9X-4TZC-8WHN".into()),
        link: Some("vestibule://join/K7QF2M9X4TZC8WHN".into()),
        email: Some("noor.haddad@post.example".into()),
        role: role("Staff", 10),
        domain: None,
        department: None,
        groups: Vec::new(),
        label: None,
        note: None,
        status: Status::Active,
        usage_limit: 1,
        uses: 0,
        expires_at: Some(moment("2026-09-15T10:00:00Z")),
        created_at: moment("2026-09-08T09:00:00Z"),
        created_by: person("Amara Osei"),
        used_by: Vec::new(),
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        replaces: None,
        replaced_by: None,
        archived_at: None,
        may: InvitationActionsView { copy: true, revoke: true, replace: true, describe: true },
    }
}

pub fn page_of(items: Vec<InvitationView>) -> InvitationPageView {
    let all = items.len() as u64;
    InvitationPageView {
        is_at_least: false,
        items,
        total: all,
        page: 1,
        page_size: 20,
        counters: CountersView { all, active: all, ..CountersView::default() },
        at: moment("2026-09-08T10:00:00Z"),
        until: None,
    }
}

pub fn options() -> InvitationOptionsView {
    InvitationOptionsView {
        roles: vec![role("Manager", 50), role("Staff", 10)],
        role_locked: false,
        departments: vec![
            DepartmentView { id: "d-1".into(), name: "Library".into(), path: "Library".into() },
            DepartmentView { id: "d-2".into(), name: "Sciences".into(), path: "Sciences".into() },
        ],
        department_locked: None,
        own_department: None,
        groups: vec!["Choir".into(), "First aiders".into()],
        new_departments: true,
        new_groups: true,
        labels: vec!["Spring fair poster".into()],
        creators: vec![person("Amara Osei"), person("Jonas Lindqvist")],
        binding_required: false,
        default_expiry_days: 7,
        max_expiry_days: 60,
        never_allowed: false,
        max_usage_limit: 10_000,
    }
}

pub fn session() -> SessionView {
    SessionView {
        account: "a-1".into(),
        name: "Amara Osei".into(),
        email: "amara@fernhill.example".into(),
        username: "amara".into(),
        role: role("Administrator", 100),
        department: None,
        permissions: Permission::ALL.to_vec(),
        everywhere: true,
        idle_minutes: 15,
        keep_failed: None,
    }
}

/// A session with a built-in role: 0 Administrator, 1 Manager, 2 Staff.
fn with_role(number: usize) -> SessionView {
    let built_in = Role::built_in()[number].clone();
    let role = role(&built_in.name, built_in.rank.get().into());
    SessionView { role, permissions: built_in.permissions, everywhere: number == 0, ..session() }
}

pub fn manager() -> SessionView {
    with_role(1)
}

pub fn staff() -> SessionView {
    with_role(2)
}

/// A session of an administrator whose role lacks one permission.
pub fn without(permission: Permission) -> SessionView {
    let permissions = Permission::ALL.into_iter().filter(|one| *one != permission).collect();
    SessionView { permissions, ..session() }
}

pub fn signed_in(session: SessionView) {
    let state = AppStateView {
        stage: StageView::Desk,
        version: "0.1.0".into(),
        organisation: Some(OrganisationView { name: "Fernhill College".into(), join_address: None, logo: None }),
        session: Some(session),
        sample_accounts: Vec::new(),
        keychain: true,
        data_dir: "/data".into(),
    };
    fake::answer(command::AppState::NAME, move |_| Ok(to_value(&state).unwrap()));
    fake::answer(command::Preference::NAME, |_| Ok(Value::Null));
    fake::answer(command::ProtectScreen::NAME, |_| Ok(json!({ "supported": false, "on": false })));
    fake::answer(command::InvitationOptions::NAME, |_| Ok(to_value(options()).unwrap()));
}

pub fn shown(session: SessionView, answer: Result<InvitationPageView, ErrorView>) -> String {
    signed_in(session);
    fake::answer(command::ListInvitations::NAME, move |_| answer.clone().map(|page| to_value(page).unwrap()));
    render_app()
}

fn listed(page: InvitationPageView) -> String {
    shown(session(), Ok(page))
}

pub fn has(html: &str, hook: &str) -> bool {
    html.contains(&format!("data-test=\"{hook}\""))
}

#[test]
fn an_invitation_is_shown_with_its_code_its_person_and_its_status() {
    let html = listed(page_of(vec![invitation("i-1")]));
    for part in
        ["K7QF-2M9X-4TZC-8WHN", "noor.haddad@post.example", "Staff", "Active", "Amara Osei", "pager-range", ">1 of 1<"]
    {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(html.contains("data-status=\"active\"") && has(&html, "row-0") && has(&html, "create-invitation"));
}

#[test]
fn the_list_is_asked_for_newest_first_without_filters() {
    listed(page_of(vec![invitation("i-1")]));
    let asked: Vec<Value> = fake::asked()
        .into_iter()
        .filter(|(name, _)| name == command::ListInvitations::NAME)
        .map(|(_, request)| request)
        .collect();
    assert_eq!(asked[0]["sort"], json!("created"));
    assert_eq!(
        (&asked[0]["descending"], &asked[0]["filter"]["status"], &asked[0]["search"]),
        (&json!(true), &Value::Null, &json!(""))
    );
}

#[test]
fn counters_show_every_status_with_its_number() {
    let mut page = page_of(vec![invitation("i-1")]);
    page.counters = CountersView { all: 1_248, active: 84, used: 121, expired: 31, revoked: 12, expiring: 6 };
    let html = listed(page);
    for part in ["1,248", "84", "121", "31", "12", "Expiring in 48 h"] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn no_invitations_at_all_say_why_and_offer_the_first() {
    let html = listed(page_of(Vec::new()));
    assert!(
        html.contains("No invitations yet") && html.contains("Fernhill College") && has(&html, "create-invitation")
    );
    assert!(!has(&html, "search") && !has(&html, "counter-all") && !has(&html, "pager-next"));
}

#[test]
fn nothing_found_keeps_the_filters_and_offers_to_clear_them() {
    let mut page = page_of(Vec::new());
    page.counters.all = 248;
    let html = listed(page);
    assert!(html.contains("Nothing matches these filters") && html.contains("248 invitations are there"));
    assert!(has(&html, "search") && has(&html, "clear-all"));
}

#[test]
fn a_list_that_cannot_be_read_says_so_and_can_be_tried_again() {
    let html = shown(session(), Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    assert!(html.contains("The list could not be read") && has(&html, "try-again") && html.contains("role=\"alert\""));
}

#[test]
fn who_may_not_create_is_shown_no_button_for_it() {
    let watching = without(Permission::CreateInvitations);
    assert!(!has(&shown(watching.clone(), Ok(page_of(vec![invitation("i-1")]))), "create-invitation"));
    assert!(!has(&shown(watching, Ok(page_of(Vec::new()))), "create-invitation"));
}

#[test]
fn who_may_not_see_invitations_is_shown_no_list_and_it_is_not_asked_for() {
    let html = shown(staff(), Ok(page_of(vec![invitation("i-1")])));
    assert!(has(&html, "nothing-here") && !has(&html, "nav-invitations") && !html.contains("K7QF"));
    assert!(fake::asked().iter().all(|(name, _)| name != command::ListInvitations::NAME));
}

#[test]
fn a_row_without_rights_has_its_menu_alone_and_no_code() {
    let mut row = invitation("i-1");
    row.code = None;
    row.link = None;
    row.may = InvitationActionsView::default();
    let html = listed(page_of(vec![row]));
    assert!(has(&html, "row-menu") && !has(&html, "row-copy-code") && !has(&html, "code"));
}

#[test]
fn the_sidebar_shows_who_is_signed_in_and_nothing_that_does_not_work_yet() {
    let html = listed(page_of(vec![invitation("i-1")]));
    for part in [
        "Fernhill College",
        "Amara Osei",
        "Administrator",
        "amara@fernhill.example",
        "Version 0.1.0",
        "Sign out",
        "Local",
    ] {
        assert!(html.contains(part), "{part}");
    }
    for part in ["Employees", "Departments", "Audit", "Send", "Bulk"] {
        assert!(!html.contains(&format!(">{part}<")), "{part}");
    }
}

#[test]
fn a_session_that_could_not_be_kept_is_told() {
    let error = ErrorView::new(ErrorCode::KeychainLocked, "The keychain is locked.");
    let html = shown(SessionView { keep_failed: Some(error), ..session() }, Ok(page_of(vec![invitation("i-1")])));
    assert!(has(&html, "keep-failed"));
}

#[test]
fn each_status_has_its_own_shape_and_a_used_one_its_person() {
    let with = |id: &str, status| InvitationView { status, ..invitation(id) };
    let mut used = with("u", Status::Used);
    (used.uses, used.used_by) = (1, vec![use_by("Sofia Marin")]);
    let mut expired = with("e", Status::Expired);
    expired.expires_at = Some(crate::time::now() - TimeDelta::days(2));
    let html = listed(page_of(vec![with("a", Status::Active), used, expired, with("r", Status::Revoked)]));
    for part in ["#st-active", "#st-used", "#st-expired", "#st-revoked", "Sofia Marin", "2 days ago"] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn one_row_of_the_list_is_a_stop_of_tab() {
    let html = listed(page_of(vec![invitation("i-1"), invitation("i-2"), invitation("i-3")]));
    assert_eq!(html.matches("<tr id=").count(), 3);
    let stops = html.split("<tr ").filter(|row| row.split('>').next().unwrap_or("").contains("tabindex=\"0\"")).count();
    assert_eq!(stops, 1, "{html}");
}
