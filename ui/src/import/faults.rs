//! What is wrong with a sheet or with one of its rows, in words. Keeps out faults that only one kind of import has.

use super::imported::{Imported, RowOf, ViewOf};
use crate::{t, words};
use vestibule_wire::{ErrorCode, ErrorView, SheetClass};

fn number(error: &ErrorView, name: &str) -> Option<u64> {
    error.values.get(name)?.parse().ok()
}

/// All reasons why a row is left out.
pub fn reasons<K: Imported>(row: &RowOf<K>) -> String {
    let also = row.also.iter().map(|error| one_reason::<K>(error, true));
    [reason::<K>(row)].into_iter().chain(also).collect::<Vec<_>>().join(" ")
}

/// One reason why a row is left out: the field, and what would be right.
fn reason<K: Imported>(row: &RowOf<K>) -> String {
    let Some(error) = &row.error else { return String::new() };
    K::reason(error).unwrap_or_else(|| one_reason::<K>(error, row.class == K::Class::MALFORMED))
}

fn one_reason<K: Imported>(error: &ErrorView, name_the_field: bool) -> String {
    let why = row_fault::<K>(error).unwrap_or_else(|| words::error(error).replace("**", ""));
    match error.field.as_deref().filter(|_| name_the_field).and_then(K::field) {
        Some(field) => t!("sheet-reason", field = field, reason = why),
        None => why,
    }
}

/// What is wrong with a row that cannot be read as one; None: the error is about something else.
fn row_fault<K: Imported>(error: &ErrorView) -> Option<String> {
    let column = number(error, "column");
    let problem = error.values.get("problem").filter(|_| error.code == ErrorCode::RowUnreadable)?.as_str();
    if let Some(own) = K::problem(problem, column) {
        return Some(own);
    }
    Some(match (problem, column) {
        ("too_long", _) => t!("sheet-row-too-long"),
        ("not_text", Some(column)) => t!("sheet-row-not-text", column = column),
        ("control", Some(column)) => t!("sheet-row-control", column = column),
        ("stray_quote", Some(column)) => t!("sheet-row-stray-quote", column = column),
        ("curly_quotes", Some(column)) => t!("sheet-row-curly-quotes", column = column),
        ("more_cells", Some(column)) => t!("sheet-row-more-cells", column = column),
        _ => return None,
    })
}

/// Why a whole sheet can't be read, and where; None: the error is about something else.
fn sheet_fault<K: Imported>(error: &ErrorView) -> Option<String> {
    let at = number(error, "at_line");
    let problem = error.values.get("problem").filter(|_| error.code == ErrorCode::SheetUnreadable)?.as_str();
    if let Some(own) = K::problem(problem, None) {
        return Some(own);
    }
    Some(match (problem, at) {
        ("unreadable", Some(line)) => t!("sheet-fault-unreadable", line = line),
        ("not_text", _) => t!("sheet-fault-not-text"),
        ("separator", _) => t!("sheet-fault-separator"),
        ("rows", _) => t!("sheet-fault-rows"),
        ("quote", Some(line)) => t!("sheet-fault-quote", line = line),
        _ => return None,
    })
}

/// An error's sentence, with its place in the file.
pub fn fault<K: Imported>(error: &ErrorView) -> String {
    sheet_fault::<K>(error).unwrap_or_else(|| words::error(error))
}

/// The sheet in words: rows, columns, where its titles are.
pub fn about<K: Imported>(view: &ViewOf<K>) -> String {
    let has_titles = view.columns.iter().any(|column| column.title.is_some());
    let titles = if has_titles { t!("sheet-titles") } else { t!("sheet-no-titles") };
    let columns = t!("sheet-columns-count", count = view.columns.len());
    [t!("sheet-rows-count", count = view.rows), columns, titles].join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationSheet as K;
    use vestibule_wire::{ImportRowView, RowClass};

    fn row(class: RowClass, error: ErrorView) -> ImportRowView {
        ImportRowView { line: 8, class, error: Some(error), also: Vec::new(), cells: Vec::new() }
    }

    #[test]
    fn a_malformed_row_names_the_field_and_what_would_be_right() {
        let error = ErrorView::new(ErrorCode::EmailMalformed, "no").at("email");
        assert_eq!(
            reason::<K>(&row(RowClass::Malformed, error)),
            "Email: An email address looks like name@post.example."
        );
    }

    #[test]
    fn all_that_is_wrong_with_a_row_is_told() {
        let error = |code, field: &str| ErrorView::new(code, "no").at(field);
        let also = vec![error(ErrorCode::RoleUnknown, "role")];
        let row = ImportRowView { also, ..row(RowClass::Malformed, error(ErrorCode::EmailMalformed, "email")) };
        let told = reasons::<K>(&row);
        assert!(told.starts_with("Email: ") && told.contains(" Role: "), "{told}");
    }

    #[test]
    fn a_duplicate_names_the_line_that_is_kept() {
        let error = ErrorView::new(ErrorCode::DuplicateInFile, "no").at("email").with("line", 1_002);
        assert_eq!(reason::<K>(&row(RowClass::DuplicateInFile, error)), "Same address as line 1,002, which is kept.");
    }

    #[test]
    fn a_row_that_is_none_says_in_which_column() {
        let error = ErrorView::new(ErrorCode::RowUnreadable, "no").with("problem", "control").with("column", 3);
        assert_eq!(reason::<K>(&row(RowClass::Malformed, error)), "Column 3 has a control character. Remove it.");
        let other = ErrorView::new(ErrorCode::RowUnreadable, "no");
        assert_eq!(reason::<K>(&row(RowClass::Malformed, other)), "This row can’t be read.");
    }

    #[test]
    fn a_sheet_that_cannot_be_read_says_where_and_what_would_be_right() {
        let error = ErrorView::new(ErrorCode::SheetUnreadable, "no").with("problem", "quote").with("at_line", 12);
        assert!(sheet_fault::<K>(&error).unwrap().contains("line 12"));
        assert_eq!(sheet_fault::<K>(&ErrorView::new(ErrorCode::NotPermitted, "no").with("problem", "quote")), None);
        assert_eq!(sheet_fault::<K>(&ErrorView::new(ErrorCode::SheetUnreadable, "no")), None);
    }
}
