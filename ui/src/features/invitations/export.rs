//! Saving the list, or what is selected of it, as a file; and what the head offers beside Create. Keeps out writing the
//! file: its place is asked for by the system's dialog, and stays in the backend.

use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::job::{JobSlot, Progress, use_work};
use crate::features::invitations::list::InvitationList;
use crate::features::invitations::many::{BulkQuestion, BulkState, use_many};
use crate::list::selection::SelectedRows;
use crate::parts::button::{Button, IconButton};
use crate::parts::menu::{Item, Menu};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, backend, t, time};
use vestibule_wire::{
    ExportForm, ExportRequest, FileDialogRequest, JobResult, JobState, ListInvitationsRequest, SelectionRequest,
    command,
};

/// A file's name without its folder, whichever way the system writes folders.
pub fn name_of(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// Today, as it stands in a file's name.
pub fn today() -> String {
    time::to_local(time::now()).split('T').next().unwrap_or_default().to_owned()
}

/// What is selected, as it is asked for.
pub fn selected(picked: &SelectedRows<InvitationList>) -> SelectionRequest {
    match picked {
        SelectedRows::These(ids) => SelectionRequest::These { ids: ids.iter().cloned().collect() },
        SelectedRows::All(query, but) => {
            SelectionRequest::Matching { list: query.clone(), but: but.iter().cloned().collect() }
        }
    }
}

/// Which invitations are meant: those that are selected, else all that the list shows on all its pages. A list keeps
/// its order.
pub fn meant(board: InvitationsState) -> SelectionRequest {
    let query = ListInvitationsRequest { page: 1, quiet: false, ..board.list.query.peek().clone() };
    let picked = board.list.selection.picked.peek();
    match &*picked {
        SelectedRows::All(_, but) => {
            SelectionRequest::Matching { list: Box::new(query), but: but.iter().cloned().collect() }
        }
        SelectedRows::These(ids) if ids.is_empty() => SelectionRequest::all_of(query),
        SelectedRows::These(_) => selected(&picked),
    }
}

/// Asks where to save it, and begins.
fn begin(board: InvitationsState, many: BulkState, toasts: Toasts, work: JobSlot, form: ExportForm) {
    let mut busy = many.exporting;
    if *busy.peek() {
        return;
    }
    busy.set(true);
    let request = ExportRequest {
        selection: meant(board),
        form,
        dialog: FileDialogRequest { title: t!("export-title"), name: t!("export-name", day = today()) },
    };
    spawn(async move {
        match backend::ask::<command::ExportInvitations>(&request).await {
            Ok(Some(job)) => return work.begin.call(job), // busy until it has ended
            Ok(None) => {}                                // closed without choosing a place
            Err(error) => toasts.error(&error),
        }
        busy.set(false);
    });
}

fn ended(toasts: Toasts, mut many: BulkState, state: JobState) {
    many.exporting.set(false);
    match state {
        JobState::Done { result: JobResult::Exported { rows, path } } => {
            toasts.show("download", t!("export-done", count = rows), Some(name_of(&path)));
        }
        JobState::Failed { error } => toasts.error(&error),
        JobState::Done { .. } => {}
        JobState::Running | JobState::Cancelled => toasts.show("ban", t!("export-cancelled"), None),
    }
}

/// The choice of form, while it is open, and the progress. It stands on the page all the time: a file is written on
/// when the menu is gone.
#[component]
pub fn Export() -> Element {
    let (board, many, toasts) = (use_board(), use_many(), use_toasts());
    let work = use_work(use_callback(move |state| ended(toasts, many, state)));
    // Who leaves for the sheet leaves what would tell of the end.
    use_drop(move || {
        let mut exporting = many.exporting;
        exporting.set(false);
    });
    let anchor = match (many.asking)() {
        BulkQuestion::Export(anchor) => Some(anchor),
        _ => None,
    };
    let items = vec![
        Item::new("export-csv", "table-2", t!("export-csv")),
        Item::new("export-json", "scroll-text", t!("export-json")),
    ];
    rsx! {
        if let Some(anchor) = anchor {
            Menu {
                label: t!("export"), anchor, items,
                on_choose: move |name| {
                    let form = if name == "export-csv" { ExportForm::Csv } else { ExportForm::Json };
                    begin(board, many, toasts, work, form);
                },
                on_close: move |()| many.ask(BulkQuestion::Nothing),
            }
        }
        Progress { work, title: t!("export-running-title"), text: t!("export-running") }
    }
}

/// What the head offers beside Create: at the smallest sizes, all but the sheet is behind an ellipsis.
#[component]
pub fn HeadActs() -> Element {
    let (board, many) = (use_board(), use_many());
    let mut more = use_signal(|| false);
    let archived = board.list.is_archive();
    let print = app::use_session().read().may::<command::PrintInvitations>() && !archived;
    let sheet = app::use_session().read().may::<command::ImportInvitations>() && !archived;
    let export = app::use_session().read().may::<command::ExportInvitations>();
    let mut items = Vec::new();
    if print {
        items.push(Item::new("head-print", "printer", t!("print")));
    }
    if export {
        items.push(Item::new("head-export", "download", t!("export")));
    }
    let any = !items.is_empty();
    rsx! {
        span { class: "wide-only",
            span { class: "row",
                if print {
                    Button { icon: "printer", test: "print", onclick: move |_| many.ask(BulkQuestion::Print), {t!("print")} }
                }
                if export {
                    Button {
                        icon: "download", id: "export", test: "export", busy: (many.exporting)(), onclick: move |_| many.ask(BulkQuestion::Export("#export")),
                        {t!("export")}
                    }
                }
            }
        }
        if sheet {
            Button { icon: "file-spreadsheet", id: "from-sheet", test: "from-sheet", onclick: move |_| many.ask(BulkQuestion::Sheet), {t!("sheet-from")} }
        }
        if any {
            span { class: "narrow-only", IconButton { icon: "ellipsis", id: "head-more", label: t!("head-more"), test: "head-more", onclick: move |_| more.set(true) } }
        }
        if more() {
            Menu {
                label: t!("head-more"), anchor: "#head-more", items,
                on_choose: move |name| many.ask(if name == "head-print" { BulkQuestion::Print } else { BulkQuestion::Export("#head-more") }),
                on_close: move |()| more.set(false),
            }
        }
    }
}

/// The way to a sheet from the first empty list.
#[component]
pub fn FromSheet() -> Element {
    let many = use_many();
    if !app::use_session().read().may::<command::ImportInvitations>() {
        return rsx! {};
    }
    rsx! {
        button { class: "link", id: "from-sheet", r#type: "button", "data-test": "from-sheet", onclick: move |_| many.ask(BulkQuestion::Sheet), {t!("sheet-from")} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_without_its_folder() {
        assert_eq!(name_of("/home/amara/Invitations 2026-11-20.csv"), "Invitations 2026-11-20.csv");
        assert_eq!(name_of(r"C:\Users\Amara\list.json"), "list.json");
        assert_eq!(name_of("list.json"), "list.json");
    }
}
