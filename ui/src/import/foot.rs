//! The foot of the import page: the button that carries out the import, its progress, and Cancel. Keeps out the import
//! itself.

use super::imported::{Imported, ViewOf};
use super::state::{ImportState, ImportStep, ImportTask, SheetSource, use_sheet};
use crate::job::{Bar, JobProgress, JobSlot};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::states::Blank;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{dom, t};
use std::rc::Rc;

/// How many rows the last check found ready.
pub fn ready<K: Imported>(sheet: ImportState<K>) -> u64 {
    sheet.view.read().as_ref().map_or(0, |view| view.ready())
}

/// Whether the import can start: some rows are ready, and no question is open.
pub fn may_make<K: Imported>(sheet: ImportState<K>) -> bool {
    ready(sheet) > 0 && sheet.view.read().as_ref().is_some_and(|view| view.questions.is_empty())
}

/// The progress in words. A file is measured in bytes; shown is that share of its rows, if their number is known.
fn far_words(far: &JobProgress, rows: Option<u64>) -> String {
    match (far.total, rows) {
        (None, _) => t!("job-beginning"),
        (Some(total), Some(rows)) => {
            let done = u128::from(rows) * u128::from(far.done.min(total)) / u128::from(total.max(1));
            t!("job-far", done = u64::try_from(done).unwrap_or(rows), total = rows)
        }
        (Some(total), None) => t!("sheet-kilobytes", done = far.done.min(total) / 1_000, total = total.div_ceil(1_000)),
    }
}

/// The foot, with the page's primary button.
#[component]
pub fn Foot<K: Imported>() -> Element {
    let (sheet, work) = use_sheet::<K>();
    match work.far() {
        Some(far) => running(sheet, work, far),
        None => match (sheet.step)() {
            ImportStep::Choose => rsx! {
                ToCheck::<K> {}
            },
            ImportStep::Check => rsx! {
                ToMake::<K> {}
            },
            ImportStep::Done => rsx! {},
        },
    }
}

#[component]
fn ToCheck<K: Imported>() -> Element {
    let (sheet, work) = use_sheet::<K>();
    let of_file = matches!(*sheet.source.read(), Some(SheetSource::File(_)));
    let any = of_file || !sheet.pasted.read().trim().is_empty();
    let busy = (sheet.doing)() == ImportTask::Looking;
    rsx! {
        footer { class: "run",
            span { class: "grow soft", {t!("sheet-nothing-yet")} }
            Button {
                kind: Kind::Primary, size: Size::Form, test: "sheet-check", busy, disabled: !any, keys: keycap(),
                onclick: move |_| sheet.check(work),
                {t!("sheet-check")}
            }
        }
    }
}

#[component]
fn ToMake<K: Imported>() -> Element {
    let (sheet, work) = use_sheet::<K>();
    let ready = ready(sheet);
    let busy = matches!((sheet.doing)(), ImportTask::Looking | ImportTask::Making);
    let left = sheet.view.read().as_ref().map_or(0, |view| view.left_out());
    let open = sheet.view.read().as_ref().is_some_and(|view| !view.questions.is_empty());
    let words = match (ready, left) {
        _ if open => t!("sheet-open-questions"),
        (0, _) => t!("sheet-none-ready"),
        (_, 0) => t!("sheet-all-ready"),
        (_, left) => t!("sheet-some-ready", left = left),
    };
    rsx! {
        footer { class: "run",
            span { class: "grow soft", role: "status", "data-test": "sheet-words", {words} }
            Button {
                kind: Kind::Primary, size: Size::Form, test: "sheet-create", busy, disabled: ready == 0 || open, keys: keycap(),
                onclick: move |_| sheet.submit(work, true),
                {K::create_words(ready)}
            }
        }
    }
}

fn keycap() -> String {
    t!("create-generate-keys", command = dom::command_key())
}

fn running<K: Imported>(sheet: ImportState<K>, work: JobSlot, far: JobProgress) -> Element {
    let making = (sheet.doing)() == ImportTask::Making;
    let (title, text) = if making {
        (K::making_words(ready(sheet)), t!("sheet-making-hint"))
    } else {
        (t!("sheet-looking", name = sheet.name()), t!("sheet-looking-hint"))
    };
    let words = far_words(&far, making.then(|| ready(sheet)));
    let left = far.left.clone();
    rsx! {
        footer { class: "run",
            div { class: "grow stack",
                div { class: "row",
                    b { class: "strong grow clip", id: "sheet-running", {title} }
                    span { class: "soft num", "data-test": "job-far",
                        {words.clone()}
                        if let Some(left) = left {
                            " · {left}"
                        }
                    }
                }
                Bar { share: far.share, spoken: words, labelled_by: "sheet-running" }
                span { class: "small muted", {text} }
            }
            CancelButton { work, cancelling: far.cancelling }
        }
    }
}

#[component]
fn CancelButton(work: JobSlot, cancelling: bool) -> Element {
    rsx! {
        Button { size: Size::Form, test: "job-cancel", busy: cancelling, focus: true, onclick: move |_| work.cancel(), {t!("job-cancel")} }
    }
}

/// The result in the kind's words, what can be done next, and a way to import other rows.
#[component]
pub fn Done<K: Imported>(view: Rc<ViewOf<K>>, title: String, text: String, children: Element) -> Element {
    let (sheet, _) = use_sheet::<K>();
    let toasts = use_toasts();
    let left = view.left_out();
    let saving = (sheet.doing)() == ImportTask::Saving;
    rsx! {
        Blank { icon: "circle-check", title, text, test: "sheet-done",
            div { class: "row sheet-ends",
                if left > 0 {
                    Button {
                        size: Size::Form, icon: "download", busy: saving, test: "sheet-left-out", onclick: move |_| sheet.save_left_out(toasts),
                        {t!("sheet-left-out", count = left)}
                    }
                }
                {children}
            }
            button { class: "link", r#type: "button", "data-test": "sheet-again", onclick: move |_| sheet.again(), {t!("sheet-again")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn far(done: u64, total: Option<u64>) -> JobProgress {
        JobProgress { done, total, share: None, left: None, cancelling: false }
    }

    #[test]
    fn how_far_it_is_is_told_in_rows_or_in_the_files_size() {
        assert_eq!(far_words(&far(50_000, Some(100_000)), Some(1_184)), "592 of 1,184");
        assert_eq!(far_words(&far(3_500_000, Some(12_000_100)), None), "3,500 of 12,001 kB");
        assert_eq!(far_words(&far(9, Some(3)), Some(4)), "4 of 4", "never beyond the end");
        assert_eq!(far_words(&far(0, Some(0)), Some(4)), "0 of 4");
        assert_eq!(far_words(&far(0, None), Some(4)), "Beginning…");
    }
}
