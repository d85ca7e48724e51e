//! Tests of the import page, the export and the print dialog, rendered on the host with the fake backend.

use super::each::use_new_form;
use super::{InvitationSheet, SheetDone};
use crate::backend::fake;
use crate::features::invitations::InvitationList;
use crate::features::invitations::archive::ManyOverlay;
use crate::features::invitations::board::use_board;
use crate::features::invitations::import::SheetPage;
use crate::features::invitations::many::BulkQuestion;
use crate::features::invitations::many_tests::use_page;
use crate::features::invitations::tests::{has, invitation, manager, options, page_of, session, shown, signed_in};
use crate::import::{
    ClassCounters, Columns, FileLine, Foot, ImportState, ImportStep, ImportTask, Notes, Rows, RowsBar, SheetSource,
    fault, use_new_sheet, use_sheet,
};
use crate::list::selection::SelectedRows;
use crate::prelude::*;
use crate::testing::render;
use serde_json::{json, to_value};
use std::rc::Rc;
use vestibule_wire::{
    DateOrder, ErrorCode, ErrorView, ImportColumnView, ImportEachView, ImportRowView, ImportView, JobResult, JobState,
    JobView, NewNameView, RevokeManyView, RowClass, SessionView, SheetQuestion, SheetQuestionView, command,
};

fn open_page(session: SessionView) -> Element {
    use_page(session);
    rsx! {
        SheetPage {}
    }
}

fn row(line: u64, class: RowClass, email: &str, error: Option<ErrorView>) -> ImportRowView {
    ImportRowView { line, class, error, also: vec![], cells: vec![email.to_owned(), "Staff".to_owned()] }
}

fn view() -> ImportView {
    let column = |title: &str, field: &str| ImportColumnView {
        title: Some(title.into()),
        field: Some(field.into()),
        addresses: field == "email",
    };
    ImportView {
        rows: 1_235,
        classes: [(RowClass::Ready, 1_184), (RowClass::Malformed, 51)].into(),
        shown: vec![
            row(2, RowClass::Ready, "amina.yusuf@post.example", None),
            row(
                4,
                RowClass::Malformed,
                "carla.ng@@post.example",
                Some(ErrorView::new(ErrorCode::EmailMalformed, "no").at("email")),
            ),
        ],
        columns: vec![column("E-mail", "email"), column("As what", "role")],
        sure: true,
        head: vec![vec!["E-mail".into(), "As what".into()], vec!["amina.yusuf@post.example".into(), "Staff".into()]],
        fingerprint: "f".into(),
        ..ImportView::default()
    }
}

/// Puts the page into the state after that answer.
fn use_found(view: ImportView) -> Rc<ImportView> {
    use_page(session());
    let form = use_new_form(options());
    let (board, toasts) = (use_board(), crate::parts::toasts::use_toasts());
    let made = use_callback(move |at| crate::features::invitations::create::to_what_was_made(board, at));
    let mut sheet = use_new_sheet::<InvitationSheet>(form, use_callback(|()| {}), made);
    let work = crate::job::use_work(use_callback(move |state| sheet.ended(toasts, state)));
    use_context_provider(|| sheet);
    use_context_provider(|| work);
    use_hook(|| {
        sheet.source.set(Some(SheetSource::Pasted));
        sheet.ended(toasts, JobState::Done { result: JobResult::Imported(Box::new(view)) });
    });
    sheet.view.read().clone().expect("it was found")
}

fn found(view: ImportView) -> Element {
    let view = use_found(view);
    rsx! {
        FileLine::<InvitationSheet> { view: view.clone() }
        ClassCounters::<InvitationSheet> { view: view.clone() }
        RowsBar::<InvitationSheet> { view: view.clone() }
        Rows::<InvitationSheet> { view }
        Foot::<InvitationSheet> {}
    }
}

#[test]
fn who_looks_after_invitations_comes_to_a_sheet_and_nobody_else_does() {
    let all = Ok(page_of(vec![invitation("i-1")]));
    let html = shown(session(), all.clone());
    assert!(has(&html, "from-sheet") && has(&html, "export") && has(&html, "print") && has(&html, "head-more"));
    let watching = shown(manager(), all);
    assert!(!has(&watching, "from-sheet"), "a manager makes one at a time");
    assert!(has(&watching, "print"), "and may print what is theirs");
    assert!(!has(&watching, "export"), "and exports nothing");
}

#[test]
fn the_first_empty_list_leads_to_a_sheet_too() {
    let none = Ok(page_of(Vec::new()));
    assert!(has(&shown(session(), none.clone()), "from-sheet"));
    let watching = shown(manager(), none);
    assert!(!has(&watching, "from-sheet") && !has(&watching, "export"), "there is nothing to save");
}

#[test]
fn the_page_asks_for_rows_and_for_what_they_leave_empty() {
    signed_in(session());
    let html = render(|| open_page(session()));
    for hook in [
        "sheet-choose",
        "sheet-paste",
        "sheet-check",
        "sheet-back",
        "create-role",
        "create-department",
        "create-expiry-7",
        "create-limit",
    ] {
        assert!(has(&html, hook), "{hook}: {html}");
    }
    for gone in ["create-email", "create-bound-email", "create-count", "sheet-create", "error"] {
        assert!(!has(&html, gone), "{gone}");
    }
    assert!(html.contains("Nothing is made by looking.") && html.contains("aria-current=\"step\""));
}

#[test]
fn choices_that_cannot_be_had_are_told_with_the_way_back() {
    fake::answer(command::InvitationOptions::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    let html = render(|| open_page(session()));
    assert!(has(&html, "error") && has(&html, "sheet-back") && !has(&html, "sheet-choose"), "{html}");
}

#[test]
fn what_was_found_is_counted_and_every_row_left_out_has_its_reason() {
    let html = render(|| found(view()));
    assert!(html.contains("1,184") && html.contains("Create 1,184 invitations"), "{html}");
    assert!(html.contains("1,235 rows · 2 columns · titles in the first row"));
    assert!(html.contains("Email: An email address looks like name@post.example."));
    assert!(
        html.contains("Save the 51 rows left out…") && has(&html, "sheet-row-4") && has(&html, "sheet-class-permitted")
    );
    assert!(!has(&html, "sheet-columns"), "the backend is sure of the columns");
}

/// Renders the notes above the rows, and the foot.
fn noted(view: ImportView) -> Element {
    let view = use_found(view);
    rsx! {
        Notes::<InvitationSheet> { view }
        Foot::<InvitationSheet> {}
    }
}

fn asks(question: SheetQuestion, column: Option<u64>, example: &str) -> ImportView {
    let question = SheetQuestionView { question, column, examples: vec![example.to_owned()] };
    ImportView { questions: vec![question], ..view() }
}

#[test]
fn what_a_sheet_leaves_open_is_asked_and_nothing_can_be_made_before_it_is_answered() {
    let titles = render(|| noted(asks(SheetQuestion::Titles, None, "")));
    let addresses = render(|| noted(asks(SheetQuestion::Addresses, Some(2), "a@post.example")));
    let dates = render(|| noted(asks(SheetQuestion::Dates, Some(2), "01/02/2026")));
    let letters = render(|| {
        noted(ImportView { letters: vec!["Áèáë".into()], ..asks(SheetQuestion::Letters, None, "Áèáë") })
    });
    for (html, hooks, words) in [
        (titles, &["sheet-columns-right"][..], "None of the titles is known."),
        (addresses, &["sheet-columns-right"], "As what holds addresses"),
        (dates, &["sheet-day-first", "sheet-month-first"], "in two ways"),
        (letters, &["sheet-letters-right", "sheet-encoding"], "Áèáë"),
    ] {
        assert!(hooks.iter().all(|hook| html.contains(hook)) && html.contains(words), "{html}");
        assert!(html.contains("Answer what is asked above.") && html.contains("disabled"), "{html}");
    }
    let html = render(|| noted(view()));
    assert!(html.contains("Nothing is made before you press Create.") && !html.contains("Answer what"), "{html}");
}

fn a_full_view() -> ImportView {
    let mut view = view();
    let column = |title: &str, addresses| ImportColumnView { title: Some(title.into()), field: None, addresses };
    view.columns.extend([column("Kontakt", true), column("Name", false)]);
    view.passed_over = vec!["Staff list".into()];
    view.new_departments = vec![NewNameView { name: "Libary".into(), close_to: Some("Library".into()) }];
    view.new_groups = vec![NewNameView { name: "Choir".into(), close_to: None }];
    view.each = ImportEachView { never: true, usage_limit: 3, expires_at: None };
    view.dates = Some(DateOrder::DayFirst);
    view
}

#[test]
fn the_preview_says_what_columns_were_taken_for_what_would_be_new_and_what_an_empty_cell_gets() {
    let html = render(|| noted(a_full_view()));
    for words in [
        "Email: E-mail · Role: As what · Left out: Kontakt (addresses), Name",
        "Passed over above the titles: Staff list",
        "Libary (did you mean Library?)",
        "New group:",
        "A row that says nothing else never ends. It can be used 3 times.",
        "the day first",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn where_no_row_is_ready_nothing_can_be_made() {
    let html = render(|| found(ImportView { rows: 51, classes: [(RowClass::Malformed, 51)].into(), ..view() }));
    assert!(html.contains("No row is ready.") && html.contains("disabled"), "{html}");
}

#[test]
fn columns_that_were_guessed_are_shown_to_be_looked_at() {
    let html = render(|| {
        let view = use_found(ImportView { sure: false, ..view() });
        let sheet: ImportState<InvitationSheet> = use_context();
        assert!(*sheet.columns_open.peek(), "they are open by themselves");
        rsx! {
            Columns::<InvitationSheet> { view }
        }
    });
    assert!(has(&html, "sheet-unsure") && has(&html, "sheet-column-0") && has(&html, "sheet-column-1"), "{html}");
    assert!(html.contains("As what") && html.contains("amina.yusuf@post.example") && !html.contains(">E-mail</td>"));
}

#[test]
fn at_the_end_it_says_how_many_were_made_and_how_many_left_out() {
    let html = render(|| {
        let view = use_found(ImportView { created: 1_184, ..view() });
        let sheet: ImportState<InvitationSheet> = use_context();
        assert_eq!((*sheet.step.peek(), *sheet.doing.peek()), (ImportStep::Done, ImportTask::Nothing));
        rsx! {
            SheetDone { view }
        }
    });
    assert!(html.contains("1,184 invitations created") && html.contains("51 rows were left out."), "{html}");
    assert!(
        has(&html, "sheet-left-out")
            && has(&html, "sheet-show")
            && has(&html, "sheet-print")
            && has(&html, "sheet-again")
    );
    let all = render(|| {
        let view = use_found(ImportView { rows: 1_184, created: 1_184, ..view() });
        rsx! {
            SheetDone { view }
        }
    });
    assert!(!has(&all, "sheet-left-out") && all.contains("Every row became an invitation."));
}

/// Starts the import, and gives the page's foot and what was refused.
fn making() -> Element {
    let _view = use_found(view());
    let (sheet, work) = use_sheet::<InvitationSheet>();
    use_hook(|| sheet.submit(work, true));
    let refused = sheet.refused.read().as_ref().map(fault::<InvitationSheet>);
    rsx! {
        p { {refused} }
        Foot::<InvitationSheet> {}
    }
}

#[test]
fn what_is_made_is_what_was_looked_at() {
    fake::answer(command::ImportInvitations::NAME, |request| {
        assert_eq!(
            (&request["make"], &request["import"]["fingerprint"], &request["text"]),
            (&json!(true), &json!("f"), &json!(""))
        );
        assert_eq!(request["import"]["each"]["role"], "role-staff");
        Ok(to_value(JobView { job: "j".into(), done: 50, total: Some(100), state: JobState::Running }).unwrap())
    });
    let html = render(making);
    assert!(html.contains("Creating 1,184 invitations") && html.contains("592 of 1,184"), "{html}");
    assert!(
        has(&html, "job-cancel") && html.contains("If you cancel now, none is created.") && !has(&html, "sheet-create")
    );
}

#[test]
fn a_file_that_changed_since_makes_nothing_and_is_looked_at_again() {
    fake::answer(command::ImportInvitations::NAME, |_| Err(ErrorView::new(ErrorCode::SheetChanged, "changed")));
    let html = render(making);
    assert!(html.contains("The file changed since the preview") && has(&html, "sheet-create"), "{html}");
}

fn asking(asking: BulkQuestion, picked: SelectedRows<InvitationList>) -> Element {
    use_page(session());
    let board = use_board();
    use_hook(|| {
        let mut now = board.list.selection.picked;
        now.set(picked);
        board.many.ask(asking);
    });
    rsx! {
        ManyOverlay {}
    }
}

#[test]
fn before_printing_it_says_how_many_are_active_on_how_many_pages() {
    fake::answer(command::ListInvitations::NAME, |request| {
        let count = if request["filter"]["status"] == "active" { 17 } else { 40 };
        Ok(to_value(vestibule_wire::InvitationPageView { total: count, ..page_of(vec![invitation("i-1")]) }).unwrap())
    });
    let html = render(|| asking(BulkQuestion::Print, SelectedRows::default()));
    assert!(html.contains("17 active invitations") && html.contains("on 3 pages"), "{html}");
    for hook in [
        "print-layout-8",
        "print-layout-10",
        "print-layout-poster",
        "print-paper-a4",
        "print-paper-letter",
        "print-submit",
    ] {
        assert!(has(&html, hook), "{hook}");
    }
    assert!(html.contains("Fernhill College") && !html.contains("K7QF-2M9X"), "a card is shown, and nobody's code");
}

#[test]
fn of_the_selected_ones_only_the_active_are_printed() {
    fake::answer(command::PreviewRevoke::NAME, |request| {
        assert_eq!(request["selection"]["ids"], json!(["i-1", "i-2"]));
        Ok(to_value(RevokeManyView { revoked: 0, used: 2, ..RevokeManyView::default() }).unwrap())
    });
    let html = render(|| asking(BulkQuestion::Print, SelectedRows::These(["i-1".to_owned(), "i-2".to_owned()].into())));
    assert!(html.contains("nothing to print") && html.contains("disabled"), "{html}");
}

#[test]
fn a_list_of_ended_ones_has_nothing_to_print() {
    crate::address::typed("#/invitations?status=used");
    fake::answer(command::ListInvitations::NAME, |_| Ok(to_value(page_of(vec![invitation("i-1")])).unwrap()));
    let html = render(|| asking(BulkQuestion::Print, SelectedRows::default()));
    assert!(html.contains("nothing to print"), "{html}");
}
