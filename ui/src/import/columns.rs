//! Which field each column of a sheet holds: shown where it was guessed, and on request. Keeps out reading the sheet:
//! a change reads it again.

use super::imported::{Imported, ViewOf};
use super::state::{ImportTask, use_sheet};
use crate::parts::icon::Icon;
use crate::parts::listbox::Choice;
use crate::parts::notice::Notice;
use crate::parts::select::{Select, TriggerStyle};
use crate::prelude::*;
use crate::t;
use std::rc::Rc;
use std::sync::LazyLock;
use vestibule_wire::ImportColumnView;

/// How many rows are shown under the choice.
const SHOWN: usize = 3;
/// The value of a column that is ignored.
const IGNORED: &str = "none";
/// How many columns can be assigned here; the backend's guess holds for the rest.
const MOST: usize = 64;

/// The test id of a column's choice.
fn id(place: usize) -> &'static str {
    static IDS: LazyLock<Vec<String>> = LazyLock::new(|| (0..MOST).map(|n| format!("sheet-column-{n}")).collect());
    &IDS[place.min(MOST - 1)]
}

/// The columns as the person set them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The field of each column; None: it is ignored.
    pub fields: Vec<Option<String>>,
    /// The first row is data, not titles.
    pub first_row_is_data: bool,
}

impl Mapping {
    /// The columns as the backend guessed them.
    pub fn from_columns(columns: &[ImportColumnView]) -> Self {
        Self {
            fields: columns.iter().map(|column| column.field.clone()).collect(),
            first_row_is_data: columns.iter().all(|column| column.title.is_none()),
        }
    }

    /// Assigns a field to a column. The column that had that field before is ignored: each field is in one column only.
    pub fn put(mut self, place: usize, name: Option<&str>) -> Self {
        for held in self.fields.iter_mut().filter(|held| name.is_some() && held.as_deref() == name) {
            *held = None;
        }
        if let Some(held) = self.fields.get_mut(place) {
            *held = name.map(str::to_owned);
        }
        self
    }
}

/// A column's title, or its letters as in a spreadsheet.
pub fn title(columns: &[ImportColumnView], place: usize) -> String {
    let named = columns.get(place).and_then(|column| column.title.clone());
    named.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| t!("sheet-column", name = letters(place)))
}

/// `A`, `B` … `Z`, `AA` …
fn letters(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// A choice for every column, above the first rows.
#[component]
pub fn Columns<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, work) = use_sheet::<K>();
    let seen = view;
    let count = seen.columns.len().min(MOST);
    let mapping = sheet.mapping.read().clone().unwrap_or_else(|| Mapping::from_columns(&seen.columns));
    let first = usize::from(!mapping.first_row_is_data);
    let rows: Vec<Vec<String>> = seen.head.iter().skip(first).take(SHOWN).cloned().collect();
    let data = mapping.first_row_is_data;
    let busy = (sheet.doing)() != ImportTask::Nothing;
    let choices = K::FIELDS.iter().filter_map(|name| K::field(name).map(|words| Choice::new(*name, words)));
    let choices: Vec<Choice> = [Choice::new(IGNORED, t!("sheet-ignored"))].into_iter().chain(choices).collect();
    let turned = Mapping { first_row_is_data: !data, ..mapping.clone() };
    rsx! {
        div { class: "sheet-columns", "data-test": "sheet-columns",
            if !seen.sure && sheet.mapping.read().is_none() {
                Notice { text: t!("sheet-unsure"), test: "sheet-unsure" }
            }
            div { class: "sheet-map", tabindex: "-1",
                table { aria_label: t!("sheet-columns"), aria_busy: busy,
                    thead {
                        tr {
                            for place in 0..count {
                                ColumnHead {
                                    key: "{place}", place, title: title(&seen.columns, place), choices: choices.clone(), mapping: mapping.clone(),
                                    on_choose: move |mapping| sheet.map(mapping, work),
                                }
                            }
                        }
                    }
                    tbody { translate: "no",
                        for (n , cells) in rows.into_iter().enumerate() {
                            tr { key: "{n}",
                                for place in 0..count {
                                    td { class: "clip", "data-off": mapping.fields.get(place).is_none_or(Option::is_none),
                                        {cells.get(place).cloned().unwrap_or_default()}
                                    }
                                }
                            }
                        }
                    }
                }
            }
            button {
                class: "check", r#type: "button", role: "checkbox", aria_checked: data.to_string(), "data-test": "sheet-first-row",
                onclick: move |_| sheet.map(turned.clone(), work),
                i {
                    if data {
                        Icon { name: "check" }
                    }
                }
                span { {K::words().first_row} }
            }
        }
    }
}

/// One column's title and the choice of its field.
#[component]
fn ColumnHead(
    place: usize,
    title: String,
    choices: Vec<Choice>,
    mapping: Mapping,
    on_choose: EventHandler<Mapping>,
) -> Element {
    let chosen = mapping.fields.get(place).cloned().flatten().unwrap_or_else(|| IGNORED.to_owned());
    rsx! {
        th { scope: "col",
            span { class: "clip soft", translate: "no", title: title.clone(), "{title}" }
            Select {
                id: id(place), label: t!("sheet-column-is", name = title.clone()), look: TriggerStyle::Form, choices, chosen,
                on_choose: move |name: String| {
                    let name = Some(name.as_str()).filter(|name| *name != IGNORED);
                    on_choose.call(mapping.clone().put(place, name));
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(titles: bool) -> Vec<ImportColumnView> {
        let column = |title: &str, field: Option<&str>| ImportColumnView {
            title: titles.then(|| title.to_owned()),
            field: field.map(str::to_owned),
            addresses: false,
        };
        vec![column("E-mail", Some("email")), column("What", None), column("", Some("role"))]
    }

    #[test]
    fn a_field_is_in_one_column_only() {
        let mapping = Mapping::from_columns(&columns(true)).put(1, Some("email"));
        assert_eq!(mapping.fields, [None, Some("email".into()), Some("role".into())]);
        assert_eq!(mapping.clone().put(2, None).fields, [None, Some("email".into()), None]);
        assert_eq!(mapping.clone().put(9, Some("note")).fields, mapping.fields, "there is no such column");
    }

    #[test]
    fn a_sheet_without_titles_begins_with_a_row() {
        assert!(!Mapping::from_columns(&columns(true)).first_row_is_data);
        assert!(Mapping::from_columns(&columns(false)).first_row_is_data);
    }

    #[test]
    fn a_column_without_title_has_its_letter() {
        assert_eq!([title(&columns(true), 0), title(&columns(true), 2)], ["E-mail", "Column C"]);
        assert_eq!([letters(25), letters(26), letters(52)], ["Z", "AA", "BA"]);
    }
}
