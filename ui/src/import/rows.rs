//! The checked rows: how many of each class, each count being a filter, and the rows with their reasons. Keeps out
//! judging them.

use super::columns::title;
use super::faults::{about, reasons};
use super::imported::{ClassLook, Imported, RowOf, ViewOf};
use super::state::{ImportTask, SheetSource, Show, use_sheet};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::states::Blank;
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::{t, words};
use std::rc::Rc;
use vestibule_wire::SheetClass;

/// How many rows are drawn at most: enough to see what is wrong, and quick to draw on any machine.
const DRAWN: usize = 200;
/// How many columns fit beside the verdict; a fault in another column is named in the reason.
const WIDE: usize = 5;
/// How many columns fit beside the verdict in the smallest window.
const NARROW: usize = 2;

/// The name of the checked file, with buttons for its columns and for another file.
#[component]
pub fn FileLine<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, work) = use_sheet::<K>();
    let mut open = sheet.columns_open;
    let busy = (sheet.doing)() == ImportTask::Choosing;
    let held = (sheet.doing)() != ImportTask::Nothing;
    let of_file = matches!(*sheet.source.read(), Some(SheetSource::File(_)));
    let mut step = sheet.step;
    rsx! {
        div { class: "file",
            Icon { name: "file-spreadsheet", size: IconSize::Large }
            span { class: "grow clip",
                b { class: "strong", translate: "no", "data-test": "sheet-name", {sheet.name()} }
                " "
                span { class: "muted", "data-test": "sheet-about", {about::<K>(&view)} }
            }
            button {
                class: "btn small ghost", r#type: "button", "data-test": "sheet-columns-open", aria_expanded: open(),
                onclick: move |_| open.toggle(),
                Icon { name: "table-2", size: IconSize::Small }
                {t!("sheet-columns")}
            }
            Button {
                kind: Kind::Ghost, size: Size::Small, icon: "pencil", disabled: held, test: "sheet-back-to-form",
                onclick: move |_| step.set(super::state::ImportStep::Choose),
                if of_file {
                    {t!("sheet-empty-cells-change")}
                } else {
                    {t!("sheet-rows-change")}
                }
            }
            if of_file {
                Button {
                    kind: Kind::Ghost, size: Size::Small, icon: "upload", busy, disabled: held && !busy, test: "sheet-choose",
                    onclick: move |_| sheet.choose(work),
                    {t!("sheet-choose-other")}
                }
            }
        }
    }
}

/// The counts; each is a filter, and a second press clears it.
#[component]
pub fn ClassCounters<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, _) = use_sheet::<K>();
    let mut show = sheet.show;
    rsx! {
        div { class: "counters all", role: "group", aria_label: t!("sheet-classes"),
            div {
                for of in K::Class::ALL.iter().copied() {
                    ClassCounter::<K> {
                        key: "{of:?}", of, count: view.count(of), on: show() == Show::Class(of),
                        on_press: move |()| show.set(if show() == Show::Class(of) { Show::All } else { Show::Class(of) }),
                    }
                }
            }
        }
    }
}

#[component]
fn ClassCounter<K: Imported>(of: K::Class, count: u64, on: bool, on_press: EventHandler<()>) -> Element {
    let ClassLook { hook, icon, tone, words } = K::class(of);
    rsx! {
        button {
            class: "counter", r#type: "button", aria_pressed: on, "data-test": hook, onclick: move |_| on_press.call(()),
            span {
                i { class: "res {tone}", Icon { name: icon } }
                span { class: "clip", title: words.clone(), "{words}" }
            }
            b { {words::number(count)} }
        }
    }
}

/// The switch between all rows and those left out, and the button that saves those.
#[component]
pub fn RowsBar<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, _) = use_sheet::<K>();
    let toasts = use_toasts();
    let mut show = sheet.show;
    let left = view.left_out();
    let saving = (sheet.doing)() == ImportTask::Saving;
    rsx! {
        div { class: "bar",
            div { class: "seg", role: "group", aria_label: t!("sheet-rows"),
                button {
                    r#type: "button", aria_pressed: show() == Show::All, "data-test": "sheet-show-all",
                    onclick: move |_| show.set(Show::All),
                    {t!("sheet-show-all")}
                }
                button {
                    r#type: "button", aria_pressed: show() == Show::LeftOut, "data-test": "sheet-show-left-out",
                    onclick: move |_| show.set(Show::LeftOut),
                    {t!("sheet-show-left-out")}
                }
            }
            span { class: "grow" }
            if left > 0 {
                Button {
                    icon: "download", busy: saving, test: "sheet-left-out", onclick: move |_| sheet.save_left_out(toasts),
                    {t!("sheet-left-out", count = left)}
                }
            }
        }
    }
}

/// The rows to draw, in file order, and how many match in all.
fn drawn<K: Imported>(view: &ViewOf<K>, show: Show<K::Class>) -> (Vec<RowOf<K>>, u64) {
    let wanted = |row: &&RowOf<K>| match show {
        Show::All => true,
        Show::LeftOut => row.class != K::Class::READY,
        Show::Class(class) => row.class == class,
    };
    let mut rows: Vec<&RowOf<K>> = view.shown.iter().filter(wanted).collect();
    rows.sort_by_key(|row| row.line);
    let all = match show {
        Show::All => view.rows,
        Show::LeftOut => view.left_out(),
        Show::Class(class) => view.count(class),
    };
    (rows.into_iter().take(DRAWN).cloned().collect(), all)
}

/// A column of the table: its index in the file, its field, and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ShownColumn {
    place: usize,
    field: String,
    words: String,
}

/// The columns that have a field, as many as fit. The kind's [`Imported::FIRST`] come first, the others in file order.
fn columns<K: Imported>(view: &ViewOf<K>) -> Vec<ShownColumn> {
    let held = view.columns.iter().enumerate().filter_map(|(place, column)| {
        let name = column.field.clone()?;
        let words = K::field(&name).unwrap_or_else(|| title(&view.columns, place));
        Some(ShownColumn { place, field: name, words })
    });
    let mut held: Vec<ShownColumn> = held.collect();
    let rank = |shown: &ShownColumn| K::FIRST.iter().position(|first| *first == shown.field).unwrap_or(K::FIRST.len());
    held.sort_by_key(rank);
    held.truncate(WIDE);
    held
}

/// The table.
#[component]
pub fn Rows<K: Imported>(view: Rc<ViewOf<K>>) -> Element {
    let (sheet, _) = use_sheet::<K>();
    let seen = view;
    let shown = columns::<K>(&seen);
    let (rows, all) = drawn::<K>(&seen, (sheet.show)());
    let drawn = rows.len() as u64;
    if rows.is_empty() {
        return rsx! {
            Blank { icon: "file-spreadsheet", title: t!("sheet-none"), text: t!("sheet-none-hint"), test: "sheet-none" }
        };
    }
    rsx! {
        div { class: "tbl-wrap", tabindex: "0", role: "region", aria_label: t!("sheet-rows"),
            table { class: "tbl sheet-rows", aria_busy: (sheet.doing)() == ImportTask::Looking,
                colgroup {
                    col { class: "s-line" }
                    for (n , column) in shown.iter().enumerate() {
                        col { key: "{column.place}", class: "s-{column.field}", class: if n >= NARROW { "s-more" } }
                    }
                    col { class: "s-result" }
                    col {}
                }
                thead {
                    tr {
                        th { scope: "col", {t!("sheet-line")} }
                        for (n , column) in shown.iter().enumerate() {
                            th { key: "{column.place}", scope: "col", class: if n >= NARROW { "s-more" }, class: if K::NUMBERS.contains(&column.field.as_str()) { "num" },
                                {column.words.clone()}
                            }
                        }
                        th { scope: "col", {t!("sheet-result")} }
                        th { scope: "col", {t!("sheet-reason-head")} }
                    }
                }
                tbody {
                    for row in rows {
                        RowLine::<K> { key: "{row.line}", row, columns: shown.clone() }
                    }
                }
            }
            if all > drawn {
                p { class: "small muted sheet-rest", "data-test": "sheet-rest", {t!("sheet-rest", count = drawn, all = all)} }
            }
        }
    }
}

#[component]
fn RowLine<K: Imported>(row: RowOf<K>, columns: Vec<ShownColumn>) -> Element {
    let ClassLook { hook, icon, tone, words } = K::class(row.class);
    let why = reasons::<K>(&row);
    let wrong = row.error.as_ref().and_then(|error| error.field.clone());
    rsx! {
        tr { "data-result": hook.strip_prefix("sheet-class-").unwrap_or(hook), "data-test": "sheet-row-{row.line}",
            td { class: "muted", {words::number(row.line)} }
            for (n , column) in columns.into_iter().enumerate() {
                td {
                    key: "{column.place}", translate: "no", title: row.cells.get(column.place).cloned(),
                    class: if n >= NARROW { "s-more" }, class: if K::NUMBERS.contains(&column.field.as_str()) { "num" },
                    class: if wrong.as_ref() == Some(&column.field) { "strong" },
                    {row.cells.get(column.place).cloned().unwrap_or_default()}
                }
            }
            td {
                span { class: "res {tone}",
                    Icon { name: icon, size: IconSize::Small }
                    "{words}"
                }
            }
            td { class: "soft", title: why.clone(), span { class: "why", "{why}" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationSheet as K;
    use vestibule_wire::{ImportColumnView, ImportRowView, ImportView, RowClass};

    fn row(line: u64, class: RowClass) -> ImportRowView {
        ImportRowView { line, class, error: None, also: Vec::new(), cells: Vec::new() }
    }

    fn view() -> ImportView {
        ImportView {
            rows: 1_000,
            classes: [(RowClass::Ready, 998), (RowClass::Malformed, 2)].into(),
            shown: (2..300)
                .map(|line| row(line, RowClass::Ready))
                .chain([row(900, RowClass::Malformed), row(7, RowClass::Malformed)])
                .collect(),
            ..ImportView::default()
        }
    }

    fn lines(show: Show<RowClass>) -> (Vec<u64>, u64) {
        let (rows, all) = drawn::<K>(&view(), show);
        (rows.iter().map(|row| row.line).collect(), all)
    }

    #[test]
    fn rows_stand_as_in_the_file_and_no_more_are_drawn_than_are_quick() {
        let (all, count) = lines(Show::All);
        assert_eq!((all.len(), count), (DRAWN, 1_000));
        assert!(all.is_sorted());
        assert_eq!(lines(Show::LeftOut), (vec![7, 900], 2));
        assert_eq!(lines(Show::Class(RowClass::NotPermitted)), (vec![], 0));
    }

    #[test]
    fn whom_it_is_for_comes_first_and_what_is_ignored_is_not_shown() {
        let column =
            |field: Option<&str>| ImportColumnView { title: None, field: field.map(str::to_owned), addresses: false };
        let columns = [Some("label"), None, Some("role"), Some("email")].map(column).to_vec();
        let shown = super::columns::<K>(&ImportView { columns, ..ImportView::default() });
        let places: Vec<_> = shown.iter().map(|column| (column.place, column.words.as_str())).collect();
        assert_eq!(places, [(3, "Email"), (2, "Role"), (0, "Label")]);
    }
}
