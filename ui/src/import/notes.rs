//! Notes above the rows of a checked sheet: how it was read, what it would create, and open questions. Keeps out
//! reading it.

use super::columns::{Mapping, title};
use super::imported::{Imported, ViewOf};
use super::state::use_sheet;
use crate::parts::button::{Button, Size};
use crate::parts::listbox::Choice;
use crate::parts::notice::{Notice, Tone};
use crate::parts::select::{Select, TriggerStyle};
use crate::prelude::*;
use crate::t;
use std::rc::Rc;
use vestibule_wire::{DateOrder, NewNameView, SheetQuestion, SheetQuestionView};

/// The encodings offered where letters may be wrong: name and label.
fn encodings() -> Vec<Choice> {
    vec![
        Choice::new("windows-1252", t!("sheet-encoding-western")),
        Choice::new("windows-1250", t!("sheet-encoding-central")),
        Choice::new("windows-1251", t!("sheet-encoding-cyrillic")),
        Choice::new("windows-1253", t!("sheet-encoding-greek")),
        Choice::new("macintosh", t!("sheet-encoding-mac")),
        Choice::new("shift_jis", t!("sheet-encoding-japanese")),
        Choice::new("gb18030", t!("sheet-encoding-chinese")),
    ]
}

/// All notes.
#[component]
pub fn Notes<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    rsx! {
        div { class: "sheet-notes", "data-test": "sheet-notes",
            for (n , question) in view.questions.iter().enumerate() {
                Asked::<K> { key: "{n}", view: view.clone(), question: question.clone() }
            }
            if !view.letters.is_empty() {
                Letters::<K> { view: view.clone() }
            }
            if let Some(names) = new_names(&view.new_departments, &view.new_groups) {
                Notice { text: names, test: "sheet-new-names" }
            }
            for (hook , words) in lines::<K>(&view) {
                p { key: "{hook}", class: "small soft", "data-test": hook, {words} }
            }
        }
    }
}

/// The notes that are always shown, a line each.
fn lines<K: Imported>(view: &ViewOf<K>) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if !view.passed_over.is_empty() {
        lines.push(("sheet-passed-over", t!("sheet-passed-over", lines = view.passed_over.join(" · "))));
    }
    lines.push(("sheet-taken", taken::<K>(view)));
    match view.dates {
        Some(DateOrder::DayFirst) => lines.push(("sheet-dates", t!("sheet-dates-day"))),
        Some(DateOrder::MonthFirst) => lines.push(("sheet-dates", t!("sheet-dates-month"))),
        None => {}
    }
    lines.extend(K::each_line(view));
    lines
}

/// Which field each column holds, and which columns are ignored.
fn taken<K: Imported>(view: &ViewOf<K>) -> String {
    let columns = || view.columns.iter().enumerate();
    let held = columns().filter_map(|(place, column)| {
        let words = K::field(column.field.as_deref()?)?;
        Some(t!("sheet-taken", field = words, name = title(&view.columns, place)))
    });
    let left = columns().filter(|(_, column)| column.field.is_none()).map(|(place, column)| {
        if column.addresses {
            t!("sheet-left-addresses", name = title(&view.columns, place))
        } else {
            title(&view.columns, place)
        }
    });
    let (mut held, left): (Vec<String>, Vec<String>) = (held.collect(), left.collect());
    if !left.is_empty() {
        held.push(t!("sheet-left-columns", names = left.join(", ")));
    }
    held.join(" · ")
}

/// Departments and groups that the import would create.
fn new_names(departments: &[NewNameView], groups: &[NewNameView]) -> Option<String> {
    let named = |names: &[NewNameView]| {
        let told = names.iter().map(|name| match &name.close_to {
            Some(close) => t!("sheet-new-close", name = name.name.clone(), close = close.clone()),
            None => name.name.clone(),
        });
        told.collect::<Vec<_>>().join(", ")
    };
    let mut told = Vec::new();
    if !departments.is_empty() {
        told.push(t!("sheet-new-departments", count = departments.len(), names = named(departments)));
    }
    if !groups.is_empty() {
        told.push(t!("sheet-new-groups", count = groups.len(), names = named(groups)));
    }
    (!told.is_empty()).then(|| told.join(" "))
}

/// A question, and the controls that answer it.
#[component]
fn Asked<K: Imported>(view: Rc<ViewOf<K>>, question: SheetQuestionView) -> Element {
    let (sheet, work) = use_sheet::<K>();
    let column =
        question.column.and_then(|column| usize::try_from(column).ok()).map(|column| title(&view.columns, column - 1));
    let name = column.unwrap_or_default();
    let examples = question.examples.join(", ");
    match question.question {
        SheetQuestion::Titles | SheetQuestion::Addresses => {
            let text = match question.question {
                SheetQuestion::Titles => t!("sheet-asks-titles"),
                _ => K::addresses_words(name.clone(), examples.clone()),
            };
            let as_shown = Mapping::from_columns(&view.columns);
            let any = as_shown.fields.iter().any(Option::is_some);
            rsx! {
                Notice { tone: Tone::Warn, text, test: "sheet-asks-columns",
                    if any {
                        Button { size: Size::Small, test: "sheet-columns-right", onclick: move |_| sheet.map(as_shown.clone(), work), {t!("sheet-columns-right")} }
                    }
                }
            }
        }
        SheetQuestion::Dates => rsx! {
            Notice { tone: Tone::Warn, text: t!("sheet-asks-dates", name = name, examples = examples), test: "sheet-asks-dates",
                Button { size: Size::Small, test: "sheet-day-first", onclick: move |_| sheet.order(DateOrder::DayFirst, work), {t!("sheet-day-first")} }
                Button { size: Size::Small, test: "sheet-month-first", onclick: move |_| sheet.order(DateOrder::MonthFirst, work), {t!("sheet-month-first")} }
            }
        },
        // The choice of an encoding is beside the sample letters.
        SheetQuestion::Letters => rsx! {},
    }
}

/// Sample letters that may be wrong, and other encodings to try.
#[component]
fn Letters<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, work) = use_sheet::<K>();
    let asked = view.questions.iter().find(|asked| asked.question == SheetQuestion::Letters);
    let doubtful = asked.is_some();
    let tone = if doubtful { Tone::Warn } else { Tone::Info };
    // Names that the import would create come first, since they are permanent.
    let examples = asked.map_or(&view.letters, |asked| &asked.examples);
    let text = t!("sheet-letters", examples = examples.join(", "));
    rsx! {
        Notice { tone, text, test: "sheet-letters",
            Select {
                id: "sheet-encoding", label: t!("sheet-encoding"), look: TriggerStyle::Form, choices: encodings(),
                chosen: sheet.encoding.read().clone().unwrap_or_else(|| view.encoding.clone()),
                on_choose: move |name: String| sheet.encode(name, work),
            }
            if doubtful {
                Button { size: Size::Small, test: "sheet-letters-right", onclick: move |_| sheet.encode("windows-1252".to_owned(), work), {t!("sheet-letters-right")} }
            }
        }
    }
}
