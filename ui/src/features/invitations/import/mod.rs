//! Import of invitations: the page in the list's place, and what is specific to invitations. Keeps out what every
//! import has (`crate::import`).

mod each;
mod labels;
#[cfg(test)]
mod tests;

use crate::features::invitations::board::use_board;
use crate::features::invitations::create::draft::Draft;
use crate::features::invitations::create::fields::{EndRow, GroupsRow, InvitationForm, LabelRow, NoteRow, PlaceRow};
use crate::features::invitations::create::to_what_was_made;
use crate::features::invitations::many::{BulkQuestion, BulkState, use_many};
use crate::import::{ClassLook, Done, Head, ImportState, ImportWords, Imported, Page, use_import};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::states::Blank;
use crate::prelude::*;
use crate::{backend, dom, t, time, words};
use each::{each, use_new_form};
use std::rc::Rc;
use vestibule_wire::{
    CreateInvitationRequest, ErrorCode, ErrorView, ImportEachView, ImportView, InvitationOptionsView, JobResult,
    RowClass, command,
};

/// The [`Imported`] kind whose rows are invitations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InvitationSheet;

impl Imported for InvitationSheet {
    type Each = CreateInvitationRequest;
    type EachView = ImportEachView;
    type Class = RowClass;
    type Ask = command::ImportInvitations;
    type Choose = command::ChooseSheet;
    type SaveLeft = command::SaveLeftOut;
    type Form = InvitationForm;
    type Kept = Draft;

    const KEPT: [&'static str; 2] = ["sheet", "sheet-work"];
    const FIELDS: &'static [&'static str] =
        &["email", "domain", "role", "department", "groups", "limit", "expires", "label", "note"];
    const FIRST: &'static [&'static str] = &["email", "domain", "role"];
    const NUMBERS: &'static [&'static str] = &["limit"];

    fn words() -> ImportWords {
        ImportWords {
            title: t!("sheet-title"),
            back: t!("sheet-back"),
            steps: [t!("sheet-step-choose"), t!("sheet-step-check"), t!("sheet-step-make"), t!("sheet-step-hand-out")],
            paste_example: t!("sheet-paste-example"),
            paste_hint: t!("sheet-paste-hint"),
            first_row: t!("sheet-first-row"),
            cancelled: t!("create-cancelled"),
        }
    }

    fn create_words(count: u64) -> String {
        t!("sheet-create", count = count)
    }

    fn making_words(count: u64) -> String {
        t!("sheet-making", count = count)
    }

    fn addresses_words(name: String, examples: String) -> String {
        t!("sheet-asks-addresses", name = name, examples = examples)
    }

    fn field(name: &str) -> Option<String> {
        labels::field(name)
    }

    fn class(class: RowClass) -> ClassLook {
        labels::class(class)
    }

    fn problem(problem: &str, column: Option<u64>) -> Option<String> {
        Some(match (problem, column) {
            ("empty", _) => t!("sheet-fault-empty"),
            ("columns", _) => t!("sheet-fault-columns"),
            ("list", Some(column)) => t!("sheet-row-list", column = column),
            ("address_elsewhere", Some(column)) => t!("sheet-row-address", column = column),
            _ => return None,
        })
    }

    fn reason(error: &ErrorView) -> Option<String> {
        let line: u64 = error.values.get("line").filter(|_| error.code == ErrorCode::DuplicateInFile)?.parse().ok()?;
        Some(t!("sheet-same-as", line = line))
    }

    fn each_line(view: &ImportView) -> Option<(&'static str, String)> {
        let end = match view.each.expires_at {
            Some(at) => t!("sheet-each-ends", at = time::exact(at)),
            None if view.each.never => t!("sheet-each-never"),
            None => return None,
        };
        Some(("sheet-each", [end, t!("sheet-each-uses", count = view.each.usage_limit)].join(" ")))
    }

    fn each(mut form: InvitationForm) -> Option<CreateInvitationRequest> {
        let checked = each(&form.draft.peek(), &form.options.peek(), time::now());
        checked.map_err(|faults| form.faults.set(faults)).ok()
    }

    fn kept(form: InvitationForm) -> Draft {
        form.draft.cloned()
    }

    fn put_back(mut form: InvitationForm, kept: Draft) {
        form.draft.set(kept);
    }

    fn view(result: JobResult) -> Option<ImportView> {
        match result {
            JobResult::Imported(view) => Some(*view),
            _ => None,
        }
    }

    fn form(form: InvitationForm) -> Element {
        rsx! {
            div { class: "fields",
                PlaceRow { form }
                GroupsRow { form }
                EndRow { form }
                LabelRow { form }
                NoteRow { form }
            }
        }
    }

    fn done(_: ImportState<Self>, view: Rc<ImportView>) -> Element {
        rsx! {
            SheetDone { view }
        }
    }
}

/// The page, in the list's place.
#[component]
pub fn SheetPage() -> Element {
    let many = use_many();
    let mut options = use_signal(|| None::<Result<InvitationOptionsView, ErrorView>>);
    use_future(move || async move {
        options.set(Some(backend::call::<command::InvitationOptions>().await));
    });
    let left = use_callback(move |()| leave(many));
    let known = options.read().clone();
    match known {
        Some(Ok(options)) => rsx! {
            Opened { options }
        },
        Some(Err(error)) => rsx! {
            main { class: "main",
                Head { words: InvitationSheet::words(), leave: left, held: false, at: None }
                Blank { icon: "database", title: t!("sheet-title"), text: words::error(&error).replace("**", ""), test: "error", alert: true }
            }
        },
        None => rsx! {
            main { class: "main", Head { words: InvitationSheet::words(), leave: left, held: false, at: None } }
        },
    }
}

/// Returns to the list; the focus moves to the button that led here.
fn leave(many: BulkState) {
    many.ask(BulkQuestion::Nothing);
    dioxus::core::spawn_forever(async {
        time::sleep(0).await;
        dom::focus_if_lost("#from-sheet");
    });
}

/// Shows the list with only what was made, then opens that dialog.
fn show_made(many: BulkState, asking: BulkQuestion) {
    leave(many);
    many.ask(asking);
}

#[component]
fn Opened(options: InvitationOptionsView) -> Element {
    let (board, many) = (use_board(), use_many());
    let form = use_new_form(options);
    let made = use_callback(move |at| to_what_was_made(board, at));
    use_import::<InvitationSheet>(form, use_callback(move |()| leave(many)), made);
    rsx! {
        Page::<InvitationSheet> {}
    }
}

/// Shown after the import: what was made, and how to hand it out.
#[component]
fn SheetDone(view: Rc<ImportView>) -> Element {
    let many = use_many();
    let left = view.left_out();
    let text = if left > 0 { t!("sheet-done-left", count = left) } else { t!("sheet-done-all") };
    rsx! {
        Done::<InvitationSheet> { view: view.clone(), title: t!("sheet-done", count = view.created), text,
            Button { kind: Kind::Primary, size: Size::Form, focus: true, test: "sheet-show", onclick: move |_| show_made(many, BulkQuestion::Nothing), {t!("sheet-done-show")} }
            Button { size: Size::Form, icon: "printer", test: "sheet-print", onclick: move |_| show_made(many, BulkQuestion::Print), {t!("sheet-done-print")} }
        }
    }
}
