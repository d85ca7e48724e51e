//! What a sheet leaves open, asked before anything is made of it. Keeps out judging rows.

use super::ImportSource;
use super::source::{self, About};
use crate::DeskError;
use vestibule_sheet::{Columns, Dates, Field, Holds, Letters, Options, Question};
use vestibule_wire::{DateOrder, NewNameView, SheetQuestion, SheetQuestionView};

/// So many cells are shown with a question.
const EXAMPLES: usize = 3;
/// The longest of them, in characters.
const LONGEST: usize = 60;

/// How dates are read, and those of which nobody can tell.
pub(super) struct DatesRead {
    pub(super) order: Option<vestibule_sheet::DateOrder>,
    open: Vec<String>,
}

impl DatesRead {
    pub(super) fn read(&self) -> Option<DateOrder> {
        self.order.map(|order| match order {
            vestibule_sheet::DateOrder::DayFirst => DateOrder::DayFirst,
            vestibule_sheet::DateOrder::MonthFirst => DateOrder::MonthFirst,
        })
    }
}

/// Where the first column of dates is.
fn place_of_dates<F: Field>(columns: &Columns<F>) -> Option<usize> {
    F::ALL.iter().filter(|field| field.holds() == Holds::Date).find_map(|field| columns.place(*field))
}

/// As somebody said, or as the whole columns of dates allow.
pub(super) async fn dates<F: Field>(
    said: Option<DateOrder>,
    columns: &Columns<F>,
    source: &ImportSource,
    options: &Options<F>,
) -> Result<DatesRead, DeskError> {
    let said = said.map(|order| match order {
        DateOrder::DayFirst => vestibule_sheet::DateOrder::DayFirst,
        DateOrder::MonthFirst => vestibule_sheet::DateOrder::MonthFirst,
    });
    if said.is_some() || place_of_dates(columns).is_none() {
        return Ok(DatesRead { order: said, open: Vec::new() });
    }
    let dates: Dates = source::dates(source.clone(), options.clone()).await?;
    Ok(DatesRead { order: dates.order(), open: dates.question().unwrap_or_default().to_vec() })
}

/// What is asked once the first rows were looked at.
pub(super) fn questions<F: Field>(about: &About<F>, dates: &DatesRead) -> Vec<SheetQuestionView> {
    let columns = &about.columns;
    let mut questions = Vec::new();
    match columns.question() {
        Some(Question::Titles) => questions.push(question(SheetQuestion::Titles, None, Vec::new())),
        Some(Question::Addresses { place }) => {
            let first = usize::from(columns.titles().is_some());
            let cells = about.head.iter().skip(first).filter_map(|cells| cells.get(place));
            let filled = cells.filter(|cell| !cell.trim().is_empty()).cloned().collect();
            questions.push(question(SheetQuestion::Addresses, Some(place), filled));
        }
        None => {}
    }
    if !dates.open.is_empty() {
        questions.push(question(SheetQuestion::Dates, place_of_dates(columns), dates.open.clone()));
    }
    questions
}

/// What is asked once all rows were read. `new` are the names that would be made: they stay for good, so that letters
/// of a guessed encoding are asked about in them however well they read.
pub(super) fn letters<'a>(letters: &Letters, new: impl Iterator<Item = &'a NewNameView>) -> Option<SheetQuestionView> {
    if letters.looks().is_empty() {
        return None;
    }
    let guessed: Vec<String> = new.map(|new| new.name.clone()).filter(|name| !name.is_ascii()).collect();
    let examples = if letters.are_doubtful() { letters.looks().to_vec() } else { guessed };
    (!examples.is_empty()).then(|| question(SheetQuestion::Letters, None, examples))
}

fn question(question: SheetQuestion, place: Option<usize>, examples: Vec<String>) -> SheetQuestionView {
    let shortened = |cell: String| cell.chars().take(LONGEST).collect();
    let examples = examples.into_iter().take(EXAMPLES).map(shortened).collect();
    SheetQuestionView { question, column: place.map(|place| place as u64 + 1), examples }
}
