//! The page for invitations from a sheet: choose or paste, check, make, hand out. Nothing is made by looking, so
//! leaving asks for nothing. Keeps out each step.

pub mod columns;
pub mod foot;
pub mod labels;
pub mod left;
pub mod notes;
pub mod rows;
pub mod state;
#[cfg(test)]
mod tests;

use crate::features::invitations::board::use_board;
use crate::features::invitations::create::fields::{EndRow, GroupsRow, LabelRow, NoteRow, PlaceRow};
use crate::features::invitations::job::{JobSlot, use_lasting_work};
use crate::features::invitations::many::{BulkQuestion, use_many};
use crate::keyboard::use_presses;
use crate::parts::button::{Button, IconButton, Size};
use crate::parts::icon::Icon;
use crate::parts::notice::{Notice, Tone};
use crate::parts::states::Blank;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{backend, dom, t, time, words};
use columns::Columns;
use foot::{SheetDone, SheetFoot, may_make};
use left::use_kept_sheet;
use notes::Notes;
use rows::{ClassCounters, FileLine, Rows, RowsBar};
use state::{ImportState, ImportStep, ImportTask, SheetSource, fault, use_new_sheet, use_sheet};
use std::rc::Rc;
use vestibule_wire::{ErrorCode, ErrorView, ImportView, InvitationOptionsView, command};

/// The page, in the list's place.
#[component]
pub fn SheetPage() -> Element {
    let mut options = use_signal(|| None::<Result<InvitationOptionsView, ErrorView>>);
    use_future(move || async move {
        options.set(Some(backend::call::<command::InvitationOptions>().await));
    });
    let known = options.read().clone();
    match known {
        Some(Ok(options)) => rsx! {
            Opened { options }
        },
        Some(Err(error)) => rsx! {
            main { class: "main",
                Head { held: false, step: None }
                Blank { icon: "database", title: t!("sheet-title"), text: words::error(&error).replace("**", ""), test: "error", alert: true }
            }
        },
        None => rsx! {
            main { class: "main", Head { held: false, step: None } }
        },
    }
}

/// Back to the list; the focus goes to what led here.
fn leave(many: crate::features::invitations::many::BulkState) {
    many.ask(BulkQuestion::Nothing);
    dioxus::core::spawn_forever(async {
        time::pause(0).await;
        dom::focus_if_lost("#from-sheet");
    });
}

/// The list with what was made and nothing else; and what is asked there.
fn show_made(many: crate::features::invitations::many::BulkState, asking: BulkQuestion) {
    leave(many);
    many.ask(asking);
}

#[component]
fn Opened(options: InvitationOptionsView) -> Element {
    let (board, many, toasts) = (use_board(), use_many(), use_toasts());
    let sheet = use_new_sheet(options);
    let again = use_kept_sheet(sheet);
    let ended = use_callback(move |state| sheet.ended(board, toasts, state));
    let mut doing = sheet.doing;
    // A look changes nothing: it does not outlive a lock, and nobody is asked before it is dropped.
    let lasts = use_callback(move |()| *doing.peek() == ImportTask::Making);
    let work = use_lasting_work("sheet-work", lasts, ended, use_callback(move |()| doing.set(ImportTask::Making)));
    use_hook(move || {
        if again {
            // Work that goes on from before the lock comes first: then nothing is looked at.
            spawn(async move { sheet.read(work, false) });
        }
    });
    use_context_provider(|| sheet);
    use_context_provider(|| work);
    use_presses(move |press| {
        let held = sheet.is_busy();
        match press.key.as_str() {
            _ if press.in_overlay => return false,
            "Escape" if press.in_field => dom::blur(),
            "Escape" if !held => leave(many),
            "Enter" if press.command => primary(sheet, work),
            _ => return false,
        }
        true
    });
    let step = (sheet.step)();
    let held = !matches!((sheet.doing)(), ImportTask::Nothing);
    let view = sheet.view.read().clone();
    rsx! {
        main { class: "main", "data-test": "sheet",
            Head { held, step: Some(step) }
            Refused {}
            match (step, view) {
                (ImportStep::Choose, _) | (_, None) => rsx! { ChooseStep {} },
                (ImportStep::Check, Some(view)) => rsx! { CheckStep { view } },
                (ImportStep::Done, Some(view)) => rsx! { SheetDone { view, on_close: move |asking| show_made(many, asking) } },
            }
            SheetFoot {}
        }
    }
}

/// What Ctrl/Cmd Enter does.
fn primary(sheet: ImportState, work: JobSlot) {
    let step = *sheet.step.peek(); // not lent to the match: what it does sets the step
    match step {
        ImportStep::Choose => sheet.check(work),
        ImportStep::Check if may_make(sheet) => sheet.read(work, true),
        ImportStep::Check | ImportStep::Done => {}
    }
}

/// The way back, and where one is.
#[component]
fn Head(held: bool, step: Option<ImportStep>) -> Element {
    let many = use_many();
    rsx! {
        header { class: "head",
            IconButton { icon: "chevron-left", label: t!("sheet-back"), disabled: held, test: "sheet-back", onclick: move |_| leave(many) }
            h1 { {t!("sheet-title")} }
            span { class: "grow" }
            if let Some(step) = step {
                Steps { step }
            }
        }
    }
}

#[component]
fn Steps(step: ImportStep) -> Element {
    let (sheet, _) = use_sheet();
    let making = (sheet.doing)() == ImportTask::Making;
    let at = match step {
        ImportStep::Choose => 0,
        ImportStep::Check if !making => 1,
        ImportStep::Check => 2,
        ImportStep::Done => 3,
    };
    let steps = [t!("sheet-step-choose"), t!("sheet-step-check"), t!("sheet-step-make"), t!("sheet-step-hand-out")];
    rsx! {
        ol { class: "steps sheet-steps", aria_label: t!("sheet-steps"),
            for (n , words) in steps.into_iter().enumerate() {
                li { key: "{n}", class: if n < at { "done" }, aria_current: (n == at).then_some("step"),
                    i {
                        if n < at {
                            Icon { name: "check" }
                        } else {
                            "{n + 1}"
                        }
                    }
                    span { {words} }
                }
            }
        }
    }
}

/// What did not work, with the way on.
#[component]
fn Refused() -> Element {
    let (sheet, work) = use_sheet();
    let Some(error) = sheet.refused.read().clone() else { return rsx! {} };
    let again =
        matches!(error.code, ErrorCode::SheetChanged | ErrorCode::FileNotUsable) && sheet.source.read().is_some();
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Bad, text: fault(&error), test: "error",
                if again {
                    button { class: "link", r#type: "button", "data-test": "sheet-look-again", onclick: move |_| sheet.read(work, false), {t!("sheet-look-again")} }
                }
            }
        }
    }
}

/// Where the rows come from, and what a row leaves empty.
#[component]
fn ChooseStep() -> Element {
    let (sheet, _) = use_sheet();
    let form = sheet.form;
    rsx! {
        div { class: "scroll",
            div { class: "sheet-choose pad",
                section { class: "stack",
                    h2 { class: "h2", {t!("sheet-rows-from")} }
                    FileChoice {}
                    PasteField {}
                }
                section { class: "stack",
                    h2 { class: "h2", {t!("sheet-empty-cells")} }
                    p { class: "soft", {t!("sheet-empty-cells-hint")} }
                    div { class: "fields",
                        PlaceRow { form }
                        GroupsRow { form }
                        EndRow { form }
                        LabelRow { form }
                        NoteRow { form }
                    }
                }
            }
        }
    }
}

#[component]
fn FileChoice() -> Element {
    let (sheet, work) = use_sheet();
    let busy = (sheet.doing)() == ImportTask::Choosing;
    let chosen = match &*sheet.source.read() {
        Some(SheetSource::File(name)) => Some(name.clone()),
        Some(SheetSource::Pasted) | None => None,
    };
    rsx! {
        div { class: "file whole",
            Icon { name: "file-spreadsheet", size: crate::parts::icon::IconSize::Large }
            span { class: "grow stack tight",
                if let Some(name) = chosen {
                    b { class: "strong clip", translate: "no", "data-test": "sheet-name", "{name}" }
                } else {
                    b { class: "strong", {t!("sheet-file")} }
                }
                span { class: "small muted", {t!("sheet-file-hint")} }
            }
            Button { size: Size::Form, icon: "upload", busy, focus: true, test: "sheet-choose", onclick: move |_| sheet.choose(work), {t!("sheet-choose")} }
        }
    }
}

/// Rows copied in a spreadsheet. What was pasted stays in the field; the browser keeps it, not the page's tree.
#[component]
fn PasteField() -> Element {
    let (sheet, _) = use_sheet();
    let mut pasted = sheet.pasted;
    let begun = use_hook(|| pasted.peek().clone());
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "sheet-paste", {t!("sheet-paste")} }
            textarea {
                class: "input code", id: "sheet-paste", rows: "10", "data-test": "sheet-paste", spellcheck: "false", autocomplete: "off", wrap: "off",
                placeholder: t!("sheet-paste-example"), aria_describedby: "sheet-paste-note", initial_value: begun,
                oninput: move |event| pasted.set(event.value()),
            }
            p { class: "hint", id: "sheet-paste-note", {t!("sheet-paste-hint")} }
        }
    }
}

/// What was found, before anything is made.
#[component]
fn CheckStep(view: Rc<ImportView>) -> Element {
    let (sheet, _) = use_sheet();
    rsx! {
        FileLine { view: view.clone() }
        if (sheet.columns_open)() {
            Columns { view: view.clone() }
        }
        Notes { view: view.clone() }
        ClassCounters { view: view.clone() }
        RowsBar { view: view.clone() }
        Rows { view }
    }
}
