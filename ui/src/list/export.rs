//! Saving a list, or its selected rows, as a file. Keeps out writing the file: its path is chosen in the system's
//! dialog, and stays in the backend.

use super::listed::{BulkAction, Listed, Query, use_list};
use super::query::List;
use super::selection::SelectedRows;
use crate::job::{JobSlot, Progress, use_work};
use crate::parts::button::Button;
use crate::parts::menu::{Item, Menu};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, backend, t, time};
use vestibule_wire::command::Command;
use vestibule_wire::{
    ExportForm, FileDialogRequest, JobResult, JobState, JobView, SaveListRequest, SelectRequest, SessionView,
};

/// A list that can be saved as a file.
pub trait Saved: Listed {
    /// The command that saves it.
    type Save: Command<Request = SaveListRequest<Query<Self>>, Answer = Option<JobView>>;

    /// The list's own texts about saving.
    fn file_words(of: FileWords) -> String;
}

/// The texts about saving that differ between lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileWords {
    /// The title of the dialog.
    Title,
    /// The file's name without its extension; holds that day.
    Name(String),
    /// The title over the progress.
    Running,
    /// That so many rows were saved.
    Done(u64),
}

/// The state of saving.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Saving {
    /// The element beside which the choice of format is open; None: it is closed.
    anchor: Signal<Option<&'static str>>,
    /// The list is being saved, or the dialog for its path is open.
    busy: Signal<bool>,
}

/// The state in which nothing is being saved.
pub fn use_saving() -> Saving {
    Saving { anchor: use_signal(|| None), busy: use_signal(|| false) }
}

impl Saving {
    /// Opens the choice of format beside that element.
    pub fn ask(mut self, anchor: &'static str) {
        self.anchor.set(Some(anchor));
    }

    /// Whether saving is going on.
    pub fn is_busy(self) -> bool {
        (self.busy)()
    }
}

/// A path's file name, with `/` or `\` as separator.
pub fn name_of(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// Today's date, as used in file names.
pub fn today() -> String {
    time::to_local(time::now()).split('T').next().unwrap_or_default().to_owned()
}

/// The rows to save: the selected ones, else all pages of the list, in the list's order.
pub fn selection_or_list<L: Listed>(list: List<L>) -> SelectRequest<Query<L>> {
    let query = Query::<L> { page: 1, quiet: false, ..list.query.peek().clone() };
    let picked = list.selection.picked.peek();
    match &*picked {
        SelectedRows::All(_, but) => {
            SelectRequest::Matching { list: Box::new(query), but: but.iter().cloned().collect() }
        }
        SelectedRows::These(ids) if ids.is_empty() => SelectRequest::all_of(query),
        SelectedRows::These(_) => picked.request(),
    }
}

/// The button that saves the selected rows, for people who may.
pub fn save_selected<L: Saved>(list: List<L>, session: &SessionView) -> Option<BulkAction> {
    session.may::<L::Save>().then(|| BulkAction {
        name: "select-export",
        id: Some("select-export"),
        icon: "download",
        words: t!("export"),
        ends: false,
        busy: list.saving.is_busy(),
        key: None,
    })
}

/// Asks where to save, and begins.
fn begin<L: Saved>(list: List<L>, toasts: Toasts, work: JobSlot, form: ExportForm) {
    let mut busy = list.saving.busy;
    if *busy.peek() {
        return;
    }
    busy.set(true);
    let name = L::file_words(FileWords::Name(today()));
    let dialog = FileDialogRequest { title: L::file_words(FileWords::Title), name };
    let request = SaveListRequest { selection: selection_or_list(list), form, dialog };
    spawn(async move {
        match backend::ask::<L::Save>(&request).await {
            Ok(Some(job)) => return work.begin.call(job), // busy until the job has ended
            Ok(None) => {}                                // the dialog was closed without choosing a place
            Err(error) => toasts.error(&error),
        }
        busy.set(false);
    });
}

fn ended<L: Saved>(list: List<L>, toasts: Toasts, state: JobState) {
    let mut busy = list.saving.busy;
    busy.set(false);
    match state {
        JobState::Done { result: JobResult::Exported { rows, path } } => {
            toasts.show("download", L::file_words(FileWords::Done(rows)), Some(name_of(&path)));
        }
        JobState::Failed { error } => toasts.error(&error),
        JobState::Done { .. } => {}
        JobState::Running | JobState::Cancelled => toasts.show("ban", t!("export-cancelled"), None),
    }
}

/// The choice of format while it is open, and the progress. It stays mounted: the file is written after the menu has
/// closed.
#[component]
pub fn SaveOverlay<L: Saved>() -> Element {
    let (list, toasts) = (use_list::<L>(), use_toasts());
    let Saving { mut anchor, mut busy } = list.saving;
    let work = use_work(use_callback(move |state| ended(list, toasts, state)));
    // When the page is left, nothing would reset `busy` at the end.
    use_drop(move || busy.set(false));
    let items = vec![
        Item::new("export-csv", "table-2", t!("export-csv")),
        Item::new("export-json", "scroll-text", t!("export-json")),
    ];
    rsx! {
        if let Some(beside) = anchor() {
            Menu {
                label: t!("export"), anchor: beside, items,
                on_choose: move |name| {
                    let form = if name == "export-csv" { ExportForm::Csv } else { ExportForm::Json };
                    begin(list, toasts, work, form);
                },
                on_close: move |()| anchor.set(None),
            }
        }
        Progress { work, title: L::file_words(FileWords::Running), text: t!("export-running") }
    }
}

/// The button that saves the list, for people who may.
#[component]
pub fn SaveButton<L: Saved>() -> Element {
    let list = use_list::<L>();
    if !app::use_session().read().may::<L::Save>() {
        return rsx! {};
    }
    rsx! {
        Button { icon: "download", id: "export", test: "export", busy: list.saving.is_busy(), onclick: move |_| list.saving.ask("#export"), {t!("export")} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationList;
    use crate::features::invitations::many_tests::use_page;
    use crate::features::invitations::tests::{has, session};
    use crate::testing::render;

    fn use_picked(picked: SelectedRows<InvitationList>) -> List<InvitationList> {
        use_page(session());
        let list = use_list::<InvitationList>();
        use_hook(|| {
            let mut now = list.selection.picked;
            now.set(picked);
        });
        list
    }

    #[test]
    fn a_file_is_named_without_its_folder() {
        assert_eq!(name_of("/home/amara/Invitations 2026-11-20.csv"), "Invitations 2026-11-20.csv");
        assert_eq!(name_of(r"C:\Users\Amara\list.json"), "list.json");
        assert_eq!(name_of("list.json"), "list.json");
    }

    #[test]
    fn a_list_can_be_saved_in_two_forms() {
        fn page() -> Element {
            let list = use_picked(SelectedRows::default());
            use_hook(|| list.saving.ask("#export"));
            rsx! {
                SaveOverlay::<InvitationList> {}
            }
        }
        let html = render(page);
        assert!(has(&html, "export-csv") && has(&html, "export-json"), "{html}");
    }

    /// The request made from a selection, as JSON.
    fn meant_of(picked: SelectedRows<InvitationList>) -> Element {
        let list = use_picked(picked);
        let meant = serde_json::to_string(&selection_or_list(list)).unwrap();
        rsx! {
            p { dangerous_inner_html: meant }
        }
    }

    #[test]
    fn what_is_saved_is_what_is_selected_and_else_the_whole_list() {
        crate::address::typed("#/invitations?status=used&page=2");
        let list = render(|| meant_of(SelectedRows::default()));
        assert!(
            list.contains(r#""kind":"matching""#)
                && list.contains(r#""status":"used""#)
                && list.contains(r#""page":1,"#),
            "{list}"
        );
        let some = render(|| meant_of(SelectedRows::These(["i-1".to_owned()].into())));
        assert!(some.contains(r#""ids":["i-1"]"#) && !some.contains("matching"), "{some}");
        let most = render(|| meant_of(SelectedRows::All(Box::default(), ["i-2".to_owned()].into())));
        assert!(most.contains(r#""but":["i-2"]"#) && most.contains(r#""status":"used""#), "{most}");
    }
}
