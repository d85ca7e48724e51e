//! Sheets: what is wrong with one or with its rows, and what it leaves open, as it crosses. Keeps out finding it.

use super::Told;
use vestibule_sheet::{FaultKind, SheetError};
use vestibule_wire::{ErrorCode, ErrorView, SheetQuestion, SheetQuestionView};

/// Why nothing is made of a sheet, or of one of its rows.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A sheet can't be read, or not to its end.
    #[error("{0}; nothing was made")]
    Sheet(#[from] SheetError),
    /// One row of it.
    #[error("{0}")]
    Row(FaultKind),
    /// It leaves something open that only a person can say.
    #[error("{}", asked(.0))]
    Unclear(Box<SheetQuestionView>),
    /// It is another by now.
    #[error("the file changed since the preview; look at it again")]
    Changed,
    /// No sheet was looked at.
    #[error("no rows were left out: no sheet was looked at yet")]
    NothingLeftOut,
}

impl ImportError {
    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::Sheet(fault) => of_sheet(fault, view),
            Self::Row(fault) => of_row(*fault, view),
            Self::Unclear(question) => of_question(question, view),
            Self::Changed => view(ErrorCode::SheetChanged),
            Self::NothingLeftOut => view(ErrorCode::JobUnknown),
        }
    }
}

/// `values.problem` says what is wrong, `values.at_line` where.
fn of_sheet(fault: &SheetError, view: Told<'_>) -> ErrorView {
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
fn asked(question: &SheetQuestionView) -> String {
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
fn of_question(asked: &SheetQuestionView, view: Told<'_>) -> ErrorView {
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
fn of_row(fault: FaultKind, view: Told<'_>) -> ErrorView {
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
