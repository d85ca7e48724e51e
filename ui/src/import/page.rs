//! The import page: choose or paste, check, import, and the result. A check changes nothing, so leaving needs no
//! confirmation. Keeps out each step's rows and the kind's own form.

use super::columns::Columns;
use super::faults::fault;
use super::foot::{Foot, may_make};
use super::imported::{ImportWords, Imported, ViewOf};
use super::left::use_kept_sheet;
use super::notes::Notes;
use super::rows::{ClassCounters, FileLine, Rows, RowsBar};
use super::state::{ImportState, ImportStep, ImportTask, SheetSource, use_new_sheet, use_sheet};
use crate::job::{JobSlot, use_lasting_work};
use crate::keyboard::use_presses;
use crate::parts::button::{Button, IconButton, Size};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::routes::work_left::Commits;
use crate::unsaved::{self, UnsavedWork};
use crate::{dom, t};
use std::rc::Rc;
use vestibule_wire::{ErrorCode, Moment};

/// Begins a page, or restores the one open at a lock, and gives it to its parts. `leave` goes back; `made` is called
/// after an import, with its time.
pub fn use_import<K: Imported>(form: K::Form, leave: Callback<()>, made: Callback<Option<Moment>>) {
    let toasts = use_toasts();
    let sheet = use_new_sheet::<K>(form, leave, made);
    let again = use_kept_sheet(sheet);
    let ended = use_callback(move |state| sheet.ended(toasts, state));
    let mut doing = sheet.doing;
    // A check changes nothing: it is not kept through a lock, and is dropped without a confirmation.
    let lasts = use_callback(move |()| (*doing.peek() == ImportTask::Making).then_some(Commits::Together));
    let work = use_lasting_work(K::KEPT[1], lasts, ended, use_callback(move |()| doing.set(ImportTask::Making)));
    use_hook(move || {
        if again {
            // A job that survived the lock comes first: then nothing is checked.
            spawn(async move { sheet.submit(work, false) });
        }
    });
    use_effect(move || unsaved::risk(UnsavedWork::SheetBusy, (sheet.doing)() != ImportTask::Nothing));
    use_drop(|| unsaved::risk(UnsavedWork::SheetBusy, false));
    use_context_provider(|| sheet);
    use_context_provider(|| work);
    use_presses(move |press| {
        let held = sheet.is_busy();
        match press.key.as_str() {
            _ if press.in_overlay => return false,
            "Escape" if press.in_field => dom::blur(),
            "Escape" if !held => leave.call(()),
            "Enter" if press.command => primary(sheet, work),
            _ => return false,
        }
        true
    });
}

/// The page that [`use_import`] began.
#[component]
pub fn Page<K: Imported>() -> Element {
    let (sheet, _) = use_sheet::<K>();
    let step = (sheet.step)();
    let held = !matches!((sheet.doing)(), ImportTask::Nothing);
    let view = sheet.view.read().clone();
    rsx! {
        main { class: "main", "data-test": "sheet",
            Head { words: K::words(), leave: sheet.leave, held, at: Some(step_number(step, (sheet.doing)())) }
            Refused::<K> {}
            match (step, view) {
                (ImportStep::Choose, _) | (_, None) => rsx! { ChooseStep::<K> {} },
                (ImportStep::Check, Some(view)) => rsx! { CheckStep::<K> { view } },
                (ImportStep::Done, Some(view)) => K::done(sheet, view),
            }
            Foot::<K> {}
        }
    }
}

/// The index of the current step, from 0.
fn step_number(step: ImportStep, doing: ImportTask) -> usize {
    match step {
        ImportStep::Choose => 0,
        ImportStep::Check if doing != ImportTask::Making => 1,
        ImportStep::Check => 2,
        ImportStep::Done => 3,
    }
}

/// The action of Ctrl/Cmd Enter.
fn primary<K: Imported>(sheet: ImportState<K>, work: JobSlot) {
    let step = *sheet.step.peek(); // copied out of the signal: the arms below set it
    match step {
        ImportStep::Choose => sheet.check(work),
        ImportStep::Check if may_make(sheet) => sheet.submit(work, true),
        ImportStep::Check | ImportStep::Done => {}
    }
}

/// The back button, and the steps; `at`: the current one, from 0.
#[component]
pub fn Head(words: ImportWords, leave: Callback<()>, held: bool, at: Option<usize>) -> Element {
    rsx! {
        header { class: "head",
            IconButton { icon: "chevron-left", label: words.back, disabled: held, test: "sheet-back", onclick: move |_| leave.call(()) }
            h1 { {words.title} }
            span { class: "grow" }
            if let Some(at) = at {
                Steps { at, steps: words.steps.to_vec() }
            }
        }
    }
}

#[component]
fn Steps(at: usize, steps: Vec<String>) -> Element {
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

/// The last refusal, with what can be done.
#[component]
fn Refused<K: Imported>() -> Element {
    let (sheet, work) = use_sheet::<K>();
    let Some(error) = sheet.refused.read().clone() else { return rsx! {} };
    let again =
        matches!(error.code, ErrorCode::SheetChanged | ErrorCode::FileNotUsable) && sheet.source.read().is_some();
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Bad, text: fault::<K>(&error), test: "error",
                if again {
                    button { class: "link", r#type: "button", "data-test": "sheet-look-again", onclick: move |_| sheet.submit(work, false), {t!("sheet-look-again")} }
                }
            }
        }
    }
}

/// The choice of rows, and the form for empty cells.
#[component]
fn ChooseStep<K: Imported>() -> Element {
    let (sheet, _) = use_sheet::<K>();
    rsx! {
        div { class: "scroll",
            div { class: "sheet-choose pad",
                section { class: "stack",
                    h2 { class: "h2", {t!("sheet-rows-from")} }
                    FileChoice::<K> {}
                    PasteField::<K> {}
                }
                section { class: "stack",
                    h2 { class: "h2", {t!("sheet-empty-cells")} }
                    p { class: "soft", {t!("sheet-empty-cells-hint")} }
                    {K::form(sheet.form)}
                }
            }
        }
    }
}

#[component]
fn FileChoice<K: Imported>() -> Element {
    let (sheet, work) = use_sheet::<K>();
    let busy = (sheet.doing)() == ImportTask::Choosing;
    let chosen = match &*sheet.source.read() {
        Some(SheetSource::File(name)) => Some(name.clone()),
        Some(SheetSource::Pasted) | None => None,
    };
    rsx! {
        div { class: "file whole",
            Icon { name: "file-spreadsheet", size: IconSize::Large }
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

/// A field for rows copied in a spreadsheet. The pasted text is kept by the browser's element, not in the page's tree.
#[component]
fn PasteField<K: Imported>() -> Element {
    let (sheet, _) = use_sheet::<K>();
    let mut pasted = sheet.pasted;
    let begun = use_hook(|| pasted.peek().clone());
    let words = K::words();
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "sheet-paste", {t!("sheet-paste")} }
            textarea {
                class: "input code", id: "sheet-paste", rows: "10", "data-test": "sheet-paste", spellcheck: "false", autocomplete: "off", wrap: "off",
                placeholder: words.paste_example, aria_describedby: "sheet-paste-note", initial_value: begun,
                oninput: move |event| pasted.set(event.value()),
            }
            p { class: "hint", id: "sheet-paste-note", {words.paste_hint} }
        }
    }
}

/// The result of the check, before anything is imported.
#[component]
fn CheckStep<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, _) = use_sheet::<K>();
    rsx! {
        FileLine::<K> { view: view.clone() }
        if (sheet.columns_open)() {
            Columns::<K> { view: view.clone() }
        }
        Notes::<K> { view: view.clone() }
        ClassCounters::<K> { view: view.clone() }
        RowsBar::<K> { view: view.clone() }
        Rows::<K> { view }
    }
}
