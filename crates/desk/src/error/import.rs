//! Imports: faults of a sheet or its rows, open questions, and their wire errors. Keeps out finding them.

use super::Told;
use vestibule_sheet::{FaultKind, SheetError};
use vestibule_wire::{ErrorCode, ErrorView, SheetQuestion, SheetQuestionView};

/// Why a sheet or one of its rows is refused.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The sheet can't be read, or not to its end.
    #[error("{0}; nothing was made")]
    Sheet(#[from] SheetError),
    /// One row can't be read.
    #[error("{0}")]
    Row(FaultKind),
    /// A question that only a person can answer.
    #[error("{}", asked(.0))]
    Unclear(Box<SheetQuestionView>),
    /// The sheet changed since the preview.
    #[error("the file changed since the preview; look at it again")]
    Changed,
    /// No sheet was previewed or imported before.
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

/// `values.problem` is the problem, `values.at_line` its line.
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

/// The question as a sentence.
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

/// `values.question` names the question, `values.column` its column, `values.examples` cells to look at.
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

/// `values.problem` is the problem, `values.column` its column.
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
