//! What is wrong with a sheet or one of its rows, and what it leaves open, as it crosses. Keeps out finding it.

use vestibule_sheet::{FaultKind, SheetError};
use vestibule_wire::{ErrorCode, ErrorView, SheetQuestion, SheetQuestionView};

/// `values.problem` says what is wrong, `values.at_line` where.
pub(super) fn of_sheet(fault: &SheetError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = |problem| view(ErrorCode::SheetUnreadable).with("problem", problem);
    match fault {
        SheetError::Empty { .. } => view("empty"),
        SheetError::Unreadable { line, .. } => view("unreadable").with("at_line", line),
        SheetError::NotText { .. } => view("not_text"),
        SheetError::UnknownSeparator { .. } => view("separator"),
        SheetError::TooManyColumns { .. } => view("columns"),
        SheetError::TooManyRows => view("rows"),
        SheetError::UnclosedQuote { line } => view("quote").with("at_line", line),
    }
}

/// What a person is asked.
pub(super) fn asked(question: &SheetQuestionView) -> String {
    let column = question.column.unwrap_or_default();
    let examples = question.examples.join(", ");
    match question.question {
        SheetQuestion::Titles => "no title of the sheet is known: say what its columns hold".to_owned(),
        SheetQuestion::Addresses => {
            format!(
                "column {column} has addresses and is not taken for the email ({examples}): say what the columns hold"
            )
        }
        SheetQuestion::Dates => {
            format!(
                "dates in column {column} can be read in two ways ({examples}): say whether day or month comes first"
            )
        }
        SheetQuestion::Letters => format!("the sheet's letters may be wrong ({examples}): say in which encoding it is"),
    }
}

/// `values.question` says which, `values.column` about which column, `values.examples` what to look at.
pub(super) fn of_question(asked: &SheetQuestionView, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let name = match asked.question {
        SheetQuestion::Titles => "titles",
        SheetQuestion::Addresses => "addresses",
        SheetQuestion::Dates => "dates",
        SheetQuestion::Letters => "letters",
    };
    let view = view(ErrorCode::SheetUnclear).with("question", name).with("examples", asked.examples.join(", "));
    match asked.column {
        Some(column) => view.with("column", column),
        None => view,
    }
}

/// `values.problem` says what is wrong, `values.column` in which column.
pub(super) fn of_row(fault: FaultKind, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = |problem| view(ErrorCode::RowUnreadable).with("problem", problem);
    match fault {
        FaultKind::TooLong => view("too_long"),
        FaultKind::NotText { column } => view("not_text").with("column", column),
        FaultKind::ControlCharacter { column, .. } => view("control").with("column", column),
        FaultKind::StrayQuote { column } => view("stray_quote").with("column", column),
        FaultKind::CurlyQuotes { column } => view("curly_quotes").with("column", column),
        FaultKind::List { column, .. } => view("list").with("column", column),
        FaultKind::AddressElsewhere { column, .. } => view("address_elsewhere").with("column", column),
        FaultKind::MoreCells { found, .. } => view("more_cells").with("column", found),
    }
}
