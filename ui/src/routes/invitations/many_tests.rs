//! The form with every field, jobs, filters, the selection and the archive, rendered on the host against the fake backend.

use super::board::use_board_provider;
use super::create::Create;
use super::create_fields::{CountRow, Form, GroupsRow, NoteRow, WhoRow};
use super::draft::{Draft, Part, Who};
use super::many_job::{Progress, use_work};
use super::tests::{has, options, session};
use crate::backend::fake;
use crate::routes::idle::use_idle;
use crate::testing::render;
use crate::time;
use dioxus::prelude::*;
use serde_json::to_value;
use vestibule_wire::{InvitationOptionsView, JobResult, JobState, JobView, SessionView, command};

/// What stands around a dialog of the page: somebody signed in, and the board.
pub fn use_page(session: SessionView) {
    use_context_provider(|| Signal::new(session));
    let rest = use_callback(|()| {});
    use_idle(0, rest);
    use_board_provider();
}

fn create(options: InvitationOptionsView, session: SessionView) -> Element {
    use_page(session);
    rsx! {
        Create { options }
    }
}

/// A form in which some things were typed already.
fn use_form(change: impl FnOnce(&mut Draft), options: InvitationOptionsView) -> Form {
    let mut draft = Draft::new(&options, time::now());
    change(&mut draft);
    Form {
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
    let html = render(|| create(options(), SessionView { may_look_after: false, ..session() }));
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
        let form = use_form(|draft| (draft.who, draft.several) = (Who::Domain, true), options());
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
            form.leave(Part::Groups, checked.err());
        });
        rsx! { GroupsRow { form } }
    });
    assert!(
        has(&html, "create-groups-token") && html.contains("Remove Choir") && html.contains("value=\"Lab access\"")
    );
    assert!(html.contains("New ones are made by an administrator."), "{html}");
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
    fake::answer(command::JOB, |_| Ok(to_value(job(JobState::Cancelled)).unwrap()));
    let html = render(|| running(JobState::Done { result: JobResult::Created { invitations: 1_184 } }));
    assert!(!has(&html, "job-progress") && html.contains("invitations: 1184"), "{html}");
    let cancelled = render(|| running(JobState::Cancelled));
    assert!(cancelled.contains("Cancelled") && !has(&cancelled, "job-progress"));
}
