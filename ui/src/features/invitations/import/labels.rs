//! What a sheet's fields, classes and faults are called. Keeps out where the words stand.

use crate::{t, words};
use vestibule_wire::{ErrorCode, ErrorView, ImportRowView, ImportView, RowClass};

/// The fields that a column can hold, as they cross.
pub const FIELDS: [&str; 9] = ["email", "domain", "role", "department", "groups", "limit", "expires", "label", "note"];

/// The classes, in their order on the page.
pub const CLASSES: [RowClass; 6] = [
    RowClass::Ready,
    RowClass::Malformed,
    RowClass::DuplicateInFile,
    RowClass::AlreadyInvited,
    RowClass::AlreadyMember,
    RowClass::NotPermitted,
];

/// A field's name for people; none: there is no such field.
pub fn field(name: &str) -> Option<String> {
    Some(match name {
        "email" => t!("sheet-field-email"),
        "domain" => t!("sheet-field-domain"),
        "role" => t!("sheet-field-role"),
        "department" => t!("sheet-field-department"),
        "groups" => t!("sheet-field-groups"),
        "limit" => t!("sheet-field-limit"),
        "expires" => t!("sheet-field-expires"),
        "label" => t!("sheet-field-label"),
        "note" => t!("sheet-field-note"),
        _ => return None,
    })
}

/// A class: its hook, its icon, its tone and its words.
pub fn class(class: RowClass) -> (&'static str, &'static str, &'static str, String) {
    match class {
        RowClass::Ready => ("sheet-class-ready", "circle-check", "good", t!("sheet-ready")),
        RowClass::Malformed => ("sheet-class-malformed", "file-x-2", "bad", t!("sheet-malformed")),
        RowClass::DuplicateInFile => ("sheet-class-duplicate", "copy", "warn", t!("sheet-duplicate")),
        RowClass::AlreadyInvited => ("sheet-class-invited", "mail", "warn", t!("sheet-invited")),
        RowClass::AlreadyMember => ("sheet-class-member", "user-check", "info", t!("sheet-member")),
        RowClass::NotPermitted => ("sheet-class-permitted", "lock", "bad", t!("sheet-not-permitted")),
    }
}

fn number(error: &ErrorView, name: &str) -> Option<u64> {
    error.values.get(name)?.parse().ok()
}

/// Everything for which a row is left out.
pub fn reasons(row: &ImportRowView) -> String {
    let also = row.also.iter().map(|error| one_reason(error, true));
    [reason(row)].into_iter().chain(also).collect::<Vec<_>>().join(" ")
}

/// Why a row is left out: the field, and what would be right.
fn reason(row: &ImportRowView) -> String {
    let Some(error) = &row.error else { return String::new() };
    if let (ErrorCode::DuplicateInFile, Some(line)) = (error.code, number(error, "line")) {
        return t!("sheet-same-as", line = line);
    }
    one_reason(error, row.class == RowClass::Malformed)
}

fn one_reason(error: &ErrorView, name_the_field: bool) -> String {
    let why = row_fault(error).unwrap_or_else(|| words::error(error).replace("**", ""));
    match error.field.as_deref().filter(|_| name_the_field).and_then(field) {
        Some(field) => t!("sheet-reason", field = field, reason = why),
        None => why,
    }
}

/// What is wrong with a row that is none.
fn row_fault(error: &ErrorView) -> Option<String> {
    let column = number(error, "column");
    Some(match (error.code, error.values.get("problem")?.as_str(), column) {
        (ErrorCode::RowUnreadable, "too_long", _) => t!("sheet-row-too-long"),
        (ErrorCode::RowUnreadable, "not_text", Some(column)) => t!("sheet-row-not-text", column = column),
        (ErrorCode::RowUnreadable, "control", Some(column)) => t!("sheet-row-control", column = column),
        (ErrorCode::RowUnreadable, "stray_quote", Some(column)) => t!("sheet-row-stray-quote", column = column),
        (ErrorCode::RowUnreadable, "curly_quotes", Some(column)) => t!("sheet-row-curly-quotes", column = column),
        (ErrorCode::RowUnreadable, "list", Some(column)) => t!("sheet-row-list", column = column),
        (ErrorCode::RowUnreadable, "address_elsewhere", Some(column)) => t!("sheet-row-address", column = column),
        (ErrorCode::RowUnreadable, "more_cells", Some(column)) => t!("sheet-row-more-cells", column = column),
        _ => return None,
    })
}

/// Why a whole sheet can't be read, and where; none: the error is about something else.
pub fn sheet_fault(error: &ErrorView) -> Option<String> {
    let at = number(error, "at_line");
    Some(match (error.code, error.values.get("problem")?.as_str(), at) {
        (ErrorCode::SheetUnreadable, "empty", _) => t!("sheet-fault-empty"),
        (ErrorCode::SheetUnreadable, "unreadable", Some(line)) => t!("sheet-fault-unreadable", line = line),
        (ErrorCode::SheetUnreadable, "not_text", _) => t!("sheet-fault-not-text"),
        (ErrorCode::SheetUnreadable, "separator", _) => t!("sheet-fault-separator"),
        (ErrorCode::SheetUnreadable, "columns", _) => t!("sheet-fault-columns"),
        (ErrorCode::SheetUnreadable, "rows", _) => t!("sheet-fault-rows"),
        (ErrorCode::SheetUnreadable, "quote", Some(line)) => t!("sheet-fault-quote", line = line),
        _ => return None,
    })
}

/// What a sheet is like: rows, columns, where its titles are.
pub fn about(view: &ImportView) -> String {
    let has_titles = view.columns.iter().any(|column| column.title.is_some());
    let titles = if has_titles { t!("sheet-titles") } else { t!("sheet-no-titles") };
    let columns = t!("sheet-columns-count", count = view.columns.len());
    [t!("sheet-rows-count", count = view.rows), columns, titles].join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(class: RowClass, error: ErrorView) -> ImportRowView {
        ImportRowView { line: 8, class, error: Some(error), also: Vec::new(), cells: Vec::new() }
    }

    #[test]
    fn a_malformed_row_names_the_field_and_what_would_be_right() {
        let error = ErrorView::new(ErrorCode::EmailMalformed, "no").at("email");
        assert_eq!(reason(&row(RowClass::Malformed, error)), "Email: An email address looks like name@post.example.");
    }

    #[test]
    fn all_that_is_wrong_with_a_row_is_told() {
        let error = |code, field: &str| ErrorView::new(code, "no").at(field);
        let also = vec![error(ErrorCode::RoleUnknown, "role")];
        let row = ImportRowView { also, ..row(RowClass::Malformed, error(ErrorCode::EmailMalformed, "email")) };
        let told = reasons(&row);
        assert!(told.starts_with("Email: ") && told.contains(" Role: "), "{told}");
    }

    #[test]
    fn a_duplicate_names_the_line_that_is_kept() {
        let error = ErrorView::new(ErrorCode::DuplicateInFile, "no").at("email").with("line", 1_002);
        assert_eq!(reason(&row(RowClass::DuplicateInFile, error)), "Same address as line 1,002, which is kept.");
    }

    #[test]
    fn a_row_that_is_none_says_in_which_column() {
        let error = ErrorView::new(ErrorCode::RowUnreadable, "no").with("problem", "control").with("column", 3);
        assert_eq!(reason(&row(RowClass::Malformed, error)), "Column 3 has a control character. Remove it.");
        let other = ErrorView::new(ErrorCode::RowUnreadable, "no");
        assert_eq!(reason(&row(RowClass::Malformed, other)), "This row can’t be read.");
    }

    #[test]
    fn a_sheet_that_cannot_be_read_says_where_and_what_would_be_right() {
        let error = ErrorView::new(ErrorCode::SheetUnreadable, "no").with("problem", "quote").with("at_line", 12);
        assert!(sheet_fault(&error).unwrap().contains("line 12"));
        assert_eq!(sheet_fault(&ErrorView::new(ErrorCode::NotPermitted, "no").with("problem", "quote")), None);
        assert_eq!(sheet_fault(&ErrorView::new(ErrorCode::SheetUnreadable, "no")), None);
    }

    #[test]
    fn every_field_has_words_and_nothing_else_has() {
        assert!(FIELDS.into_iter().all(|name| field(name).is_some()));
        assert_eq!(field("usage_limit"), None);
    }
}
