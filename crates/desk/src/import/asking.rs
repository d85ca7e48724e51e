//! Questions that a person must answer before anything is made of a sheet. Keeps out judging rows.

use super::ImportSource;
use super::source::{self, About};
use crate::DeskError;
use vestibule_sheet::{Columns, Dates, Field, Holds, Letters, Options, Question};
use vestibule_wire::{DateOrder, NewNameView, SheetQuestion, SheetQuestionView};

/// Cells shown with a question.
const EXAMPLES: usize = 3;
/// The longest of these cells, in characters.
const LONGEST: usize = 60;

/// The order of dates, and the ambiguous cells.
pub(super) struct DatesRead {
    pub(super) order: Option<vestibule_sheet::DateOrder>,
    open: Vec<String>,
}

impl DatesRead {
    pub(super) fn date_order(&self) -> Option<DateOrder> {
        self.order.map(|order| match order {
            vestibule_sheet::DateOrder::DayFirst => DateOrder::DayFirst,
            vestibule_sheet::DateOrder::MonthFirst => DateOrder::MonthFirst,
        })
    }
}

/// Index of the first column of dates.
fn place_of_dates<F: Field>(columns: &Columns<F>) -> Option<usize> {
    F::ALL.iter().filter(|field| field.holds() == Holds::Date).find_map(|field| columns.place(*field))
}

/// The order as requested, or as all dates of the sheet allow.
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

/// Questions after the first rows were read.
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

/// Question about the encoding, after all rows were read. `new`: the names that would be created. Since these are
/// permanent, a guessed encoding is asked about even if they look right.
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
