//! Tests of the form with every field, jobs, filters, the selection and the archive, rendered on the host with the
//! fake backend.

use crate::address;
use crate::backend::fake;
use crate::features::invitations::archive::ManyOverlay;
use crate::features::invitations::board::{use_board, use_board_provider};
use crate::features::invitations::create::Create;
use crate::features::invitations::create::draft::{Draft, DraftField, InviteeChoice};
use crate::features::invitations::create::fields::{CountRow, GroupsRow, InvitationForm, NoteRow, WhoRow};
use crate::features::invitations::many::BulkQuestion;
use crate::features::invitations::tests::{has, invitation, manager, options, page_of, session, shown, signed_in};
use crate::job::{Progress, use_work};
use crate::list::selection::SelectedRows;
use crate::navigator::use_navigator_provider;
use crate::prelude::*;
use crate::routes::idle::use_idle;
use crate::testing::{render, render_app};
use crate::time;
use serde_json::to_value;
use vestibule_wire::{
    CleanUpView, ErrorCode, ErrorView, InvitationOptionsView, InvitationPageView, JobResult, JobState, JobView,
    ListInvitationsRequest, RevokeManyView, SessionView, command,
};

/// The context that the page's dialogs need: a session, and the board.
pub fn use_page(session: SessionView) {
    use_context_provider(|| Signal::new(session));
    let rest = use_callback(|()| {});
    use_idle(|| 0, rest);
    use_navigator_provider();
    use_board_provider();
}

fn create(options: InvitationOptionsView, session: SessionView) -> Element {
    use_page(session);
    rsx! {
        Create { options }
    }
}

/// A form in which something was typed already.
fn use_form(change: impl FnOnce(&mut Draft), options: InvitationOptionsView) -> InvitationForm {
    let mut draft = Draft::new(&options, time::now());
    change(&mut draft);
    InvitationForm {
        draft: use_signal(|| draft),
        faults: use_signal(Vec::new),
        options: use_signal(|| options),
        now: time::now(),
    }
}

#[test]
fn the_form_asks_for_every_field() {
    let html = render(|| create(options(), session()));
    for hook in [
        "create-bound-email",
        "create-bound-domain",
        "create-bound-anyone",
        "create-email",
        "create-one",
        "create-several",
        "create-role",
        "create-department",
        "create-groups",
        "create-expiry-7",
        "create-expiry-date",
        "create-limit",
        "create-label",
        "create-note-add",
        "create-submit",
    ] {
        assert!(has(&html, hook), "{hook}");
    }
    assert!(!has(&html, "create-note") && !has(&html, "create-domain") && !has(&html, "create-count"));
}

#[test]
fn where_policy_wants_a_binding_anyone_is_no_choice() {
    let html = render(|| create(InvitationOptionsView { binding_required: true, ..options() }, session()));
    assert!(
        !has(&html, "create-bound-anyone") && has(&html, "create-bound-email") && has(&html, "create-bound-domain")
    );
}

#[test]
fn who_does_not_look_after_invitations_makes_one_at_a_time() {
    let html = render(|| create(options(), manager()));
    assert!(!has(&html, "create-several") && has(&html, "create-submit"));
}

#[test]
fn several_cannot_be_chosen_for_one_address_and_it_says_why() {
    let one = render(|| {
        let form = use_form(|_| {}, options());
        rsx! { CountRow { form } }
    });
    assert!(one.contains("disabled") && one.contains("One address is for one invitation."), "{one}");
    let many = render(|| {
        let form = use_form(|draft| (draft.who, draft.several) = (InviteeChoice::Domain, true), options());
        rsx! {
            WhoRow { form }
            CountRow { form }
        }
    });
    assert!(has(&many, "create-count") && has(&many, "create-domain"));
    assert!(many.contains("and you are making several"), "one person is off: {many}");
}

#[test]
fn groups_are_tokens_and_what_cannot_be_added_stays_with_its_reason() {
    let html = render(|| {
        let form = use_form(
            |draft| (draft.groups, draft.group_typed) = (vec!["Choir".into()], "Lab access".into()),
            InvitationOptionsView { new_groups: false, ..options() },
        );
        use_hook(|| {
            let checked = form.draft.peek().checked_groups(&form.options.peek());
            form.leave(DraftField::Groups, checked.err());
        });
        rsx! { GroupsRow { form } }
    });
    assert!(
        has(&html, "create-groups-token") && html.contains("Remove Choir") && html.contains("value=\"Lab access\"")
    );
    assert!(html.contains("New ones are made by an administrator."), "{html}");
}

#[test]
fn a_group_that_is_new_is_told_to_be_made_and_a_known_one_is_not() {
    let new = render(|| {
        let form = use_form(|draft| draft.groups = vec!["Choir".into(), "Lab access".into()], options());
        rsx! { GroupsRow { form } }
    });
    assert!(new.contains("“Lab access” is new: it is made with the invitation."), "{new}");
    let known = render(|| {
        let form = use_form(|draft| draft.groups = vec!["choir".into()], options());
        rsx! { GroupsRow { form } }
    });
    assert!(!known.contains("is new"));
}

#[test]
fn who_can_neither_choose_nor_make_a_group_is_not_asked() {
    let html = render(|| {
        let none = InvitationOptionsView { new_groups: false, groups: Vec::new(), ..options() };
        let form = use_form(|_| {}, none);
        rsx! { GroupsRow { form } }
    });
    assert!(!has(&html, "create-groups"));
}

#[test]
fn a_note_is_folded_away_until_there_is_one() {
    let none = render(|| {
        let form = use_form(|_| {}, options());
        rsx! { NoteRow { form } }
    });
    assert!(has(&none, "create-note-add") && !has(&none, "create-note"));
    let noted = render(|| {
        let form = use_form(|draft| draft.note = "Second floor".into(), options());
        rsx! { NoteRow { form } }
    });
    assert!(has(&noted, "create-note") && !has(&noted, "create-note-add"));
}

fn job(state: JobState) -> JobView {
    JobView { job: "j-1".into(), done: 296, total: Some(1_184), state }
}

fn running(state: JobState) -> Element {
    let mut said = use_signal(String::new);
    let ended = use_callback(move |state: JobState| said.set(format!("{state:?}")));
    let work = use_work(ended);
    use_hook(|| work.begin.call(job(state)));
    rsx! {
        p { {said} }
        Progress { work, title: "Creating", text: "If you cancel now, none is created." }
    }
}

#[test]
fn a_job_that_runs_says_how_far_it_is_and_can_be_cancelled() {
    let html = render(|| running(JobState::Running));
    assert!(has(&html, "job-progress") && has(&html, "job-cancel") && html.contains("aria-valuenow=25"), "{html}");
    assert!(html.contains("296 of 1,184") && html.contains("none is created"));
    assert!(!has(&html, "job-close"), "it is held until it has ended");
}

#[test]
fn a_job_that_has_ended_is_not_shown_and_its_end_is_told() {
    fake::answer(command::Job::NAME, |_| Ok(to_value(job(JobState::Cancelled)).unwrap()));
    let html = render(|| running(JobState::Done { result: JobResult::Created { invitations: 1_184, made: vec![] } }));
    assert!(!has(&html, "job-progress") && html.contains("invitations: 1184"), "{html}");
    let cancelled = render(|| running(JobState::Cancelled));
    assert!(cancelled.contains("Cancelled") && !has(&cancelled, "job-progress"));
}

fn asked_lists() -> Vec<serde_json::Value> {
    let of_lists = fake::asked().into_iter().filter(|(name, _)| name == command::ListInvitations::NAME);
    of_lists.map(|(_, request)| request).collect()
}

fn some() -> InvitationPageView {
    page_of(vec![invitation("i-1"), invitation("i-2")])
}

#[test]
fn the_list_opens_as_its_address_says() {
    address::typed("#/invitations?status=active&role=Staff&created=2026-09-01..2026-09-08&page=2");
    let html = shown(session(), Ok(some()));
    let asked = asked_lists();
    assert_eq!(
        (&asked[0]["filter"]["status"], &asked[0]["filter"]["role"], &asked[0]["page"]),
        (&"active".into(), &"Staff".into(), &2.into())
    );
    assert_eq!(asked[0]["filter"]["created_to"], "2026-09-09T00:00:00Z");
    assert!(html.contains("Status: Active") && html.contains("Role: Staff") && has(&html, "chip-created"), "{html}");
    assert!(has(&html, "clear-filters") && has(&html, "chip-more") && has(&html, "row-0"));
}

#[test]
fn without_an_address_nothing_is_narrowed() {
    let html = shown(session(), Ok(some()));
    assert!(!has(&html, "clear-filters") && !has(&html, "chip-created") && has(&html, "chip-role"));
    assert_eq!(address::current(), "#/invitations", "and the address says where one is");
}

/// The search field's text when "fai" was just typed and a route is followed: one with the current query, or one with
/// another search.
fn typed_after(search: Option<&'static str>) -> String {
    thread_local! { static SEARCH: std::cell::Cell<Option<&'static str>> = const { std::cell::Cell::new(None) }; }
    SEARCH.set(search);
    render(|| {
        use_page(session());
        let list = use_board().list;
        use_hook(move || {
            let mut typed = list.typed;
            typed.set("fai".to_owned());
            let here = list.query.peek().clone();
            let search = SEARCH.get().map_or(here.search.clone(), str::to_owned);
            list.lead(ListInvitationsRequest { search, ..here }, Vec::new());
        });
        rsx! {
            p { "typed: {list.typed}." }
        }
    })
}

#[test]
fn an_address_that_says_what_is_asked_for_already_leaves_what_is_being_typed() {
    assert!(typed_after(None).contains("typed: fai."));
    assert!(typed_after(Some("noor")).contains("typed: noor."), "another one brings its own");
}

#[test]
fn somebody_elses_address_is_not_opened() {
    address::write("#/invitations?q=noor", "another account", true);
    shown(session(), Ok(some()));
    assert_eq!(asked_lists()[0]["search"], "");
    assert_eq!(address::current(), "#/invitations");
}

#[test]
fn what_an_old_address_asks_for_and_cannot_be_is_told_and_the_list_is_there() {
    address::typed("#/invitations?status=pending&role=Gardener");
    signed_in(session());
    fake::answer(command::ListInvitations::NAME, |request| match &request["filter"]["role"] {
        serde_json::Value::Null => Ok(to_value(some()).unwrap()),
        _ => Err(ErrorView::new(ErrorCode::RoleUnknown, "no such role").at("role")),
    });
    let html = render_app();
    assert!(html.contains("Role: Gardener · There is no such role."), "{html}");
    assert!(html.contains("Status: pending · There is no such status."));
    assert!(has(&html, "row-0") && !has(&html, "error"), "the rest is usable");
}

#[test]
fn an_answer_that_has_nothing_to_do_with_a_filter_is_no_wrong_chip() {
    address::typed("#/invitations?role=Staff");
    let html = shown(session(), Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    assert!(html.contains("The list could not be read") && !html.contains("data-state=\"wrong\""));
}

#[test]
fn a_manager_has_no_chips_for_departments_and_people() {
    signed_in(manager());
    fake::answer(command::ListInvitations::NAME, |_| Ok(to_value(some()).unwrap()));
    fake::answer(command::InvitationOptions::NAME, |_| {
        let own =
            InvitationOptionsView { department_locked: Some("Library".into()), creators: Vec::new(), ..options() };
        Ok(to_value(own).unwrap())
    });
    let html = render_app();
    assert!(has(&html, "chip-status") && !has(&html, "chip-department") && !has(&html, "chip-creator"));
}

#[test]
fn rows_can_be_selected_by_who_looks_after_them_and_by_nobody_else() {
    let html = shown(session(), Ok(some()));
    assert!(has(&html, "select-page") && html.matches("data-test=\"select-row\"").count() == 2);
    let watching = shown(manager(), Ok(some()));
    assert!(!has(&watching, "select-page") && !has(&watching, "select-row"));
}

#[test]
fn the_archive_has_rows_to_read_only_and_clean_up_for_who_looks_after() {
    address::typed("#/invitations?archive=1");
    let mut archived = some();
    for row in &mut archived.items {
        row.archived_at = Some(archived.at);
    }
    let html = shown(session(), Ok(archived));
    assert!(has(&html, "clean-up") && has(&html, "row-0") && html.contains("2 in the archive"), "{html}");
    for gone in ["select-row", "search", "chip-status", "create-invitation", "row-copy-code"] {
        assert!(!has(&html, gone), "{gone}");
    }
    let watching = shown(manager(), Ok(some()));
    assert!(!has(&watching, "clean-up") && has(&watching, "row-0"));
}

#[test]
fn an_empty_archive_says_what_comes_into_it() {
    address::typed("#/invitations?archive=1");
    let mut none = page_of(Vec::new());
    none.counters.all = 40;
    let html = shown(session(), Ok(none));
    assert!(has(&html, "archive-empty") && html.contains("Clean up moves invitations here") && has(&html, "archive"));
}

fn asking(asking: BulkQuestion) -> Element {
    use_page(session());
    let board = use_board();
    use_hook(|| {
        let mut picked = board.list.selection.picked;
        picked.set(SelectedRows::These(["i-1".to_owned(), "i-2".to_owned()].into()));
        board.many.ask(asking);
    });
    rsx! {
        ManyOverlay {}
    }
}

#[test]
fn before_many_are_revoked_it_is_told_how_many_are_and_how_many_are_not() {
    fake::answer(command::PreviewRevoke::NAME, |request| {
        assert_eq!(request["selection"]["ids"].as_array().map(Vec::len), Some(2));
        let preview = RevokeManyView { revoked: 1, uses_left: 3, joined: 2, expired: 1, ..RevokeManyView::default() };
        Ok(to_value(preview).unwrap())
    });
    let html = render(|| asking(BulkQuestion::Revoke));
    assert!(html.contains("Revoke 1 invitation") && html.contains("1 is skipped: 1 expired."), "{html}");
    assert!(html.contains("The 2 people who joined stay.") && html.contains("This cannot be undone."));
    assert!(has(&html, "bulk-revoke-reason") && has(&html, "bulk-revoke-submit") && html.contains("alertdialog"));
}

#[test]
fn where_none_is_active_nothing_can_be_confirmed() {
    fake::answer(command::PreviewRevoke::NAME, |_| {
        Ok(to_value(RevokeManyView { used: 2, ..RevokeManyView::default() }).unwrap())
    });
    let html = render(|| asking(BulkQuestion::Revoke));
    assert!(html.contains("nothing to revoke") && !has(&html, "bulk-revoke-submit") && has(&html, "bulk-revoke-keep"));
}

#[test]
fn a_preview_that_cannot_be_made_is_told_and_nothing_can_be_confirmed() {
    fake::answer(command::PreviewRevoke::NAME, |_| Err(ErrorView::new(ErrorCode::NotPermitted, "no")));
    let html = render(|| asking(BulkQuestion::Revoke));
    assert!(html.contains("Your role may not do this.") && !has(&html, "bulk-revoke-submit"), "{html}");
}

#[test]
fn clean_up_begins_with_the_policys_days_and_says_what_it_takes() {
    fake::answer(command::PreviewCleanUp::NAME, |request| {
        assert_eq!(request["days"], serde_json::Value::Null);
        Ok(to_value(CleanUpView { days: 90, invitations: 18, used: 18, expired: 0, revoked: 0 }).unwrap())
    });
    let html = render(|| asking(BulkQuestion::CleanUp));
    assert!(
        html.contains("value=\"90\"") && html.contains("that ended more than 90 days ago leave the list"),
        "{html}"
    );
    assert!(has(&html, "clean-up-submit") && !html.contains("disabled=true"));
}

#[test]
fn clean_up_of_nothing_cannot_be_confirmed() {
    fake::answer(command::PreviewCleanUp::NAME, |_| {
        Ok(to_value(CleanUpView { days: 90, ..CleanUpView::default() }).unwrap())
    });
    let html = render(|| asking(BulkQuestion::CleanUp));
    assert!(html.contains("nothing to clean up") && html.contains("disabled"), "{html}");
}
