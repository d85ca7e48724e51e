//! The Create dialog: the form of a draft. Keeps out its checks (see `draft`) and the dialog that follows (see
//! `created`).

pub mod created;
pub mod draft;
pub mod fields;
pub mod news;

use crate::features::invitations::board::{InvitationDialog, InvitationsState, use_board};
use crate::features::invitations::replace::{Question, ReplaceState, use_replacing};
use crate::job::{JobSlot, Progress, use_lasting_work};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::{Dialog, enter};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::work_left::Commits;
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, dom, t, time, words};
use draft::{Draft, part_of};
use fields::{CountRow, EndRow, GroupsRow, InvitationForm, LabelRow, NoteRow, PlaceRow, WhoRow};
use news::News;
use vestibule_wire::{
    CreateManyRequest, ErrorView, InvitationOptionsView, InvitationView, JobResult, JobState, SortField, command,
};

/// What is kept of the form while the window is locked.
#[derive(Clone)]
struct Filled {
    draft: Draft,
    /// The reason for a replacement, as typed.
    reason: String,
}

/// The key under which the filled form is kept.
const FILLED: &str = "create-filled";
/// The key under which the open form's kind is kept.
const OPENED: &str = "create-open";

/// The form that was open when the window was locked.
pub fn left_open(account: &str) -> InvitationDialog {
    unsaved::kept(account, OPENED).unwrap_or(InvitationDialog::Nothing)
}

/// Keeps which form is open; the form itself keeps what was typed.
pub fn keep_open(account: &str, open: &InvitationDialog) {
    if matches!(open, InvitationDialog::Create(_) | InvitationDialog::Replace(..)) {
        return unsaved::keep(account, OPENED, open.clone());
    }
    unsaved::forget(OPENED);
    unsaved::forget(FILLED);
    unsaved::risk(UnsavedWork::Create, false);
}

/// The dialog; `replaces`: the invitation that the new one replaces.
#[component]
pub fn Create(options: InvitationOptionsView, #[props(default)] replaces: Option<InvitationView>) -> Element {
    let board = use_board();
    let now = use_hook(time::now);
    let alone = replaces.is_none();
    let account = app::use_account();
    let before = use_hook(|| unsaved::kept::<Filled>(&account, FILLED));
    let replacing = use_replacing(replaces, before.as_ref().map(|filled| filled.reason.clone()));
    let empty = use_hook(|| replacing.draft(&options, now));
    let form = InvitationForm {
        draft: use_signal(|| before.map_or_else(|| empty.clone(), |filled| filled.draft)),
        faults: use_signal(Vec::new),
        options: use_signal(|| options.clone()),
        now,
    };
    use_effect(move || {
        let filled = Filled { draft: form.draft.cloned(), reason: replacing.reason() };
        unsaved::risk(UnsavedWork::Create, filled.draft != empty || !filled.reason.is_empty());
        unsaved::keep(&account, FILLED, filled);
    });
    let refused = use_signal(|| None::<ErrorView>);
    let mut busy = use_signal(|| false);
    let toasts = use_toasts();
    let made = use_callback(move |row: InvitationView| {
        let mut board = board;
        board.list.fresh.write().push(row.id.clone());
        to_the_top(board);
        board.open.set(InvitationDialog::Created(row));
    });
    let ended = use_callback(move |state| all_made(form, board, toasts, refused, busy, state));
    let work = use_lasting_work(
        "create-work",
        use_callback(|()| Some(Commits::Together)),
        ended,
        use_callback(move |()| busy.set(true)),
    );
    let many = app::use_session().read().may::<command::CreateMany>() && alone;
    let submit = use_callback(move |()| submit(form, replacing, Sending { board, refused, busy, made, work }));
    let close = use_callback(move |()| {
        // A running job is cancelled where its progress is shown, not by closing the form.
        if !(*busy.peek() && form.draft.peek().several) {
            board.close();
        }
    });
    let wanted = form.draft.read().wanted().ok().filter(|_| form.draft.read().several);
    rsx! {
        Dialog {
            name: "create", title: replacing.title(),
            onclose: move |()| close.call(()),
            onprimary: move |()| submit.call(()),
            footer: rsx! {
                News { draft: form.draft, options: form.options }
                Button { size: Size::Form, test: "create-cancel", onclick: move |_| close.call(()), {t!("create-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, keys: t!("create-generate-keys", command = dom::command_key()), busy: busy(), test: replacing.hook(),
                    onclick: move |_| submit.call(()),
                    {wanted.map_or_else(|| replacing.verb(), |count| t!("create-generate-several", count = count))}
                }
            },
            section {
                onkeydown: move |event: KeyboardEvent| enter(&event, || submit.call(())),
                Rows { form, replacing, many, refused: refused() }
            }
        }
        Progress { work, title: t!("create-running-title"), text: t!("create-running", count = wanted.unwrap_or_default()) }
    }
}

/// The form, row by row.
#[component]
fn Rows(form: InvitationForm, replacing: ReplaceState, many: bool, refused: Option<ErrorView>) -> Element {
    rsx! {
        div { class: "fields",
            if let Some(error) = refused {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            Question { replacing }
            WhoRow { form }
            if many {
                CountRow { form }
            }
            PlaceRow { form }
            GroupsRow { form }
            EndRow { form }
            LabelRow { form }
            NoteRow { form }
        }
    }
}

/// Shows the list from the top, newest first, so that the new invitation is in sight.
pub fn to_the_top(board: InvitationsState) {
    board.list.filter(|query| {
        (query.sort, query.descending) = (SortField::Created, true);
        query.filter.archived = false;
    });
    board.list.again.call(true);
    board.look_at_options();
}

/// Shows only what one import made, by its creation time, which all of it shares.
pub fn to_what_was_made(board: InvitationsState, at: Option<vestibule_wire::Moment>) {
    board.list.filter(|query| {
        let page_size = query.page_size;
        let filter = vestibule_wire::InvitationFilter {
            created_from: at,
            created_to: at.map(|at| at + chrono::TimeDelta::milliseconds(1)),
            ..Default::default()
        };
        *query = vestibule_wire::ListInvitationsRequest {
            page_size,
            ..vestibule_wire::ListInvitationsRequest::with_filter(filter)
        };
    });
    board.list.again.call(true);
    board.look_at_options();
}

/// What sending the form changes besides the form.
#[derive(Clone, Copy)]
struct Sending {
    board: InvitationsState,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
    made: Callback<InvitationView>,
    work: JobSlot,
}

fn submit(mut form: InvitationForm, replacing: ReplaceState, mut sending: Sending) {
    if *sending.busy.peek() {
        return;
    }
    let request = match form.draft.peek().request(&form.options.peek(), time::now()) {
        Ok(request) if replacing.check() => Some(request),
        Ok(_) => None,
        Err(faults) => {
            replacing.check();
            form.faults.set(faults);
            None
        }
    };
    let Some(request) = request else {
        return dom::focus(
            "#create [aria-invalid=true]:is(input, button, textarea), #create .input[aria-invalid=true] input",
        );
    };
    sending.busy.set(true);
    sending.refused.set(None);
    let several = form.draft.peek().several;
    let count = form.draft.peek().wanted().unwrap_or(1);
    spawn(async move {
        if several {
            let request = CreateManyRequest { each: request, count, named: false };
            match backend::ask::<command::CreateMany>(&request).await {
                Ok(job) => return sending.work.begin.call(job), // busy until it has ended
                Err(error) => refuse(form, sending.refused, error),
            }
        } else {
            match replacing.send(sending.board, request).await {
                Ok(row) => sending.made.call(row),
                Err(error) if replacing.takes(&error) => {}
                Err(error) => refuse(form, sending.refused, error),
            }
        }
        sending.busy.set(false);
    });
}

/// Puts a refusal under its field, or above the form.
fn refuse(mut form: InvitationForm, mut refused: Signal<Option<ErrorView>>, error: ErrorView) {
    match part_of(&error) {
        Some(part) => form.faults.set(vec![(part, words::error(&error))]),
        None => refused.set(Some(error)),
    }
}

/// The job has ended. If all were made the form closes; else it stays as it was filled.
fn all_made(
    form: InvitationForm,
    board: InvitationsState,
    toasts: Toasts,
    refused: Signal<Option<ErrorView>>,
    mut busy: Signal<bool>,
    state: JobState,
) {
    busy.set(false);
    match state {
        JobState::Done { result: JobResult::Created { invitations, .. } } => {
            to_the_top(board);
            toasts.show("layers", t!("create-many-done", count = invitations), None);
            board.close();
        }
        JobState::Failed { error } => refuse(form, refused, error),
        JobState::Done { .. } => board.close(),
        JobState::Running | JobState::Cancelled => toasts.show("ban", t!("create-cancelled"), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{has, invitation, options, page_of, session, shown};
    use crate::testing::{at_stake, within};
    use vestibule_wire::SessionView;

    fn left(open: InvitationDialog, reason: &str) {
        let draft = Draft {
            email: "priya@post.example".into(),
            label: "Spring fair".into(),
            ..Draft::new(&options(), time::now())
        };
        keep_open("a-1", &open);
        unsaved::keep("a-1", FILLED, Filled { draft, reason: reason.into() });
    }

    #[test]
    fn a_half_filled_form_is_there_again_after_the_lock() {
        left(InvitationDialog::Create(options()), "");
        let html = shown(session(), Ok(page_of(vec![invitation("i-1")])));
        assert!(has(&html, "create") && html.contains("priya@post.example") && html.contains("Spring fair"), "{html}");
        assert_eq!(at_stake(), Some(UnsavedWork::Create), "and closing the window asks first");
    }

    #[test]
    fn so_is_a_replacement_with_its_reason() {
        left(InvitationDialog::Replace(invitation("i-1"), options()), "It was lost on the way");
        let html = shown(session(), Ok(page_of(vec![invitation("i-1")])));
        assert!(has(&html, "replace-submit") && html.contains("It was lost on the way"), "{html}");
    }

    #[test]
    fn another_person_finds_nothing_of_it() {
        left(InvitationDialog::Create(options()), "");
        let html = shown(SessionView { account: "a-2".into(), ..session() }, Ok(page_of(vec![invitation("i-1")])));
        assert!(!has(&html, "create") && !html.contains("priya@post.example"), "{html}");
    }

    #[test]
    fn a_form_that_was_closed_leaves_nothing_behind() {
        within(async {
            left(InvitationDialog::Create(options()), "");
            unsaved::risk(UnsavedWork::Create, true);
            keep_open("a-1", &InvitationDialog::Nothing);
            assert!(unsaved::kept::<Filled>("a-1", FILLED).is_none() && left_open("a-1") == InvitationDialog::Nothing);
            assert!(!unsaved::is_at_stake(UnsavedWork::Create));
        });
    }
}
