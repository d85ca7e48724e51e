//! Which column holds what: by its title, by a look at its cells, or as somebody says. Keeps out how rows are read.

use crate::field::plain;
use crate::{Cells, Field, MAX_CELLS, MappingError};

/// The titles of the two columns that [`crate::RejectedWriter`] puts behind the others; read again, they are left out.
pub(crate) const OURS: [&str; 2] = ["line", "reason"];

/// What is written of a title, in characters.
const LONGEST_TITLE: usize = 50;

/// Whether the first row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRow {
    /// It has titles.
    Titles,
    /// It is a row like the others.
    Cells,
}

/// What somebody says of the columns, when titles don't.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    fields: Vec<Option<Field>>,
    first_row: FirstRow,
}

impl Mapping {
    /// Column by column, `None` for one to be ignored; columns beyond are ignored too. Fails when a field is named twice, or none is.
    pub fn new(fields: impl IntoIterator<Item = Option<Field>>, first_row: FirstRow) -> Result<Self, MappingError> {
        let fields: Vec<_> = fields.into_iter().take(MAX_CELLS + 1).collect();
        if fields.len() > MAX_CELLS {
            return Err(MappingError::TooMany);
        }
        let named = |field: &Field| fields.iter().filter(|other| **other == Some(*field)).count();
        if let Some(field) = Field::ALL.into_iter().find(|field| named(field) > 1) {
            return Err(MappingError::Twice { field });
        }
        if fields.iter().all(Option::is_none) {
            return Err(MappingError::Nothing);
        }
        Ok(Self { fields, first_row })
    }
}

/// What the columns of a sheet hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    fields: Vec<Option<Field>>,
    titles: Option<Vec<String>>,
    sure: bool,
    ours: Option<usize>,
    places: [Option<usize>; Field::COUNT],
}

impl Columns {
    /// From rows at the start of a sheet, each with how many cells it has when empty ones at its end are counted.
    pub(crate) fn found(rows: &[(Cells, usize)], mapping: Option<&Mapping>) -> Self {
        let first_row = mapping.map_or_else(|| first_row(rows), |mapping| mapping.first_row);
        let ours = rows.first().filter(|_| first_row == FirstRow::Titles).and_then(|(first, _)| ours(first));
        let titles: Option<Vec<String>> = rows.first().filter(|_| first_row == FirstRow::Titles).map(|(first, _)| {
            let titles = ours.map_or_else(|| first.clone(), |place| first.without_pair(place));
            titles.iter().map(str::to_owned).collect()
        });
        let (fields, sure) = match (mapping, &titles) {
            (Some(mapping), _) => (mapping.fields.clone(), true),
            (None, Some(titles)) if titles.iter().any(|title| Field::titled(title).is_some()) => by_title(titles),
            _ => (by_content(rows), false),
        };
        Self::new(fields, titles, sure, ours, width(rows))
    }

    fn new(
        mut fields: Vec<Option<Field>>,
        titles: Option<Vec<String>>,
        sure: bool,
        ours: Option<usize>,
        width: usize,
    ) -> Self {
        let width = titles.as_ref().map_or(width, Vec::len);
        fields.resize(fields.len().max(width), None);
        let place = |field: Field| fields.iter().position(|other| *other == Some(field));
        Self { places: Field::ALL.map(place), fields, titles, sure, ours }
    }

    /// What each column holds; `None` is ignored.
    pub fn fields(&self) -> &[Option<Field>] {
        &self.fields
    }

    /// The titles as they stand in the file, if it has any.
    pub fn titles(&self) -> Option<&[String]> {
        self.titles.as_deref()
    }

    /// Whether the first row names the columns.
    pub fn first_row(&self) -> FirstRow {
        if self.titles.is_some() { FirstRow::Titles } else { FirstRow::Cells }
    }

    /// False when this is a guess: the person should see it and may change it.
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// Where a field's column is, from 0.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    /// Where our own two columns are, which the others don't count.
    pub(crate) fn ours(&self) -> Option<usize> {
        self.ours
    }

    /// Titles by which these columns are found again, without asking: those of the file where they say the same, and ours elsewhere.
    pub(crate) fn written(&self) -> Vec<String> {
        let titles = self.titles.as_deref().unwrap_or_default();
        let written = |(place, field): (usize, &Option<Field>)| {
            let title = titles.get(place).map_or(String::new(), |title| bare(title));
            match field {
                Some(field) if Field::titled(&title) == Some(*field) => title,
                Some(field) => field.name().to_owned(),
                None if plain(&title).is_empty() => format!("column {}", place + 1),
                None if Field::titled(&title).is_none() => title,
                None => format!("ignored: {title}"),
            }
        };
        self.fields.iter().enumerate().map(written).collect()
    }
}

/// A title without what could be taken for an address or a separator, and not too long for all of them to stand in one row.
fn bare(title: &str) -> String {
    title.chars().take(LONGEST_TITLE).map(|c| if "@,;|\t\r\n\"".contains(c) { ' ' } else { c }).collect()
}

/// Titles are words; rows have addresses. A known title among words is a title, and words above a column of addresses are titles too.
fn first_row(rows: &[(Cells, usize)]) -> FirstRow {
    let Some(((first, _), others)) = rows.split_first() else { return FirstRow::Cells };
    let addresses = |cells: &Cells| cells.iter().any(|cell| cell.contains('@'));
    let known = first.iter().any(|title| Field::titled(title).is_some());
    if !addresses(first) && (known || others.iter().any(|(cells, _)| addresses(cells))) {
        FirstRow::Titles
    } else {
        FirstRow::Cells
    }
}

/// A title that comes twice counts once, and then it is better to ask.
fn by_title(titles: &[String]) -> (Vec<Option<Field>>, bool) {
    let mut fields: Vec<Option<Field>> = Vec::new();
    let mut sure = true;
    for title in titles {
        let field = Field::titled(title);
        let again = field.is_some() && fields.contains(&field);
        sure &= !again;
        fields.push(field.filter(|_| !again));
    }
    (fields, sure)
}

/// The column with most addresses is the email (or the domain, if all are `@…`), and what follows it is in PRODUCT's order.
fn by_content(rows: &[(Cells, usize)]) -> Vec<Option<Field>> {
    let width = width(rows);
    let cells =
        |place: usize| rows.iter().filter_map(move |(cells, _)| cells.get(place)).filter(|cell| cell.contains('@'));
    let (most, place) = (0..width)
        .map(|place| (cells(place).count(), place))
        .max_by_key(|(most, place)| (*most, width - place))
        .unwrap_or((0, 0));
    let start = if most > 0 { place } else { 0 };
    let mut fields: Vec<Option<Field>> = vec![None; start];
    fields.extend(Field::ORDER.into_iter().map(Some));
    if most > 0 && cells(place).all(|cell| cell.trim().starts_with('@')) {
        fields[place] = Some(Field::Domain);
    }
    fields.truncate(width);
    fields
}

/// How many columns rows without titles have: all that is filled, and up to those of PRODUCT also what is empty; without rows, PRODUCT's.
fn width(rows: &[(Cells, usize)]) -> usize {
    let width = |(cells, width): &(Cells, usize)| cells.len().max((*width).min(Field::ORDER.len()));
    rows.iter().map(width).max().unwrap_or(Field::ORDER.len())
}

/// Where the two last titles are those that we add, behind others.
fn ours(titles: &Cells) -> Option<usize> {
    let place = titles.len().checked_sub(OURS.len()).filter(|place| *place > 0)?;
    let last: Vec<String> = titles.iter().skip(place).map(plain).collect();
    (last == OURS).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Separator, cutter::sample};
    use Field::{Department, Domain, Email, Expires, Groups, Label, Limit, Role};

    fn columns(text: &str) -> Columns {
        Columns::found(&sample(text, Separator::Comma, true, 100), None)
    }

    #[track_caller]
    fn check(text: &str, first_row: FirstRow, sure: bool, fields: &[Option<Field>]) {
        let columns = columns(text);
        assert_eq!((columns.first_row(), columns.is_sure(), columns.fields()), (first_row, sure, fields));
    }

    #[test]
    fn known_titles_say_what_columns_hold_and_others_are_ignored() {
        check("Rolle,Name,E-Mail", FirstRow::Titles, true, &[Some(Role), None, Some(Email)]);
        check("expires,label\n14d,x", FirstRow::Titles, true, &[Some(Expires), Some(Label)]);
    }

    #[test]
    fn a_title_that_comes_twice_is_asked_about() {
        check("email,mail,role", FirstRow::Titles, false, &[Some(Email), None, Some(Role)]);
    }

    #[test]
    fn without_known_titles_addresses_and_the_usual_order_are_guessed_and_asked_about() {
        let all = [Email, Role, Department, Groups, Limit, Expires, Label].map(Some);
        check("a@b.example,staff,Lab,,1,7d,x", FirstRow::Cells, false, &all);
        check("a@b.example\nc@d.example", FirstRow::Cells, false, &[Some(Email)]);
        check("Kofi,k@b.example,staff", FirstRow::Cells, false, &[None, Some(Email), Some(Role)]);
        check("Wer,Was\na@b.example,staff", FirstRow::Titles, false, &[Some(Email), Some(Role)]);
        check("@b.example,staff", FirstRow::Cells, false, &[Some(Domain), Some(Role)]);
        check(",staff", FirstRow::Cells, false, &[Some(Email), Some(Role)]);
        check("", FirstRow::Cells, false, &all);
    }

    #[test]
    fn an_address_beside_a_known_title_is_no_title() {
        check("mail,x@y.example", FirstRow::Cells, false, &[None, Some(Email)]);
    }

    #[test]
    fn a_mapping_is_followed_and_the_first_row_is_what_it_says() {
        let rows = sample("a,b,c\nd,e,f", Separator::Comma, true, 100);
        let mapping = Mapping::new([None, Some(Role)], FirstRow::Titles).unwrap();
        let columns = Columns::found(&rows, Some(&mapping));
        assert!(columns.is_sure());
        assert_eq!(columns.fields(), [None, Some(Role), None]);
        assert_eq!(columns.written(), ["a", "role", "c"]);
        let mapping = Mapping::new([Some(Email)], FirstRow::Cells).unwrap();
        assert_eq!(Columns::found(&rows, Some(&mapping)).titles(), None);
    }

    #[test]
    fn a_mapping_without_sense_is_refused() {
        let mapping = |fields: &[Option<Field>]| Mapping::new(fields.iter().copied(), FirstRow::Cells);
        assert_eq!(mapping(&[Some(Role), Some(Role)]), Err(MappingError::Twice { field: Role }));
        assert_eq!(mapping(&[None, None]), Err(MappingError::Nothing));
        assert_eq!(mapping(&[None; MAX_CELLS + 1]), Err(MappingError::TooMany));
    }

    #[test]
    fn our_own_columns_are_left_out_at_the_end_only() {
        let found = columns("email,role,line,reason");
        assert_eq!((found.fields(), found.ours()), (&[Some(Email), Some(Role)][..], Some(2)));
        assert_eq!(columns("email,line,reason,role").ours(), None);
        assert_eq!(columns("line,reason").ours(), None);
    }

    #[test]
    fn written_titles_are_found_again() {
        for text in ["E-Mail,Name,mail,,x@y,Rolle\n", "a@b.example,staff", "Wer,Was\na@b.example,staff"] {
            let first = columns(text);
            let again = columns(&first.written().join(","));
            assert_eq!((again.fields(), again.is_sure()), (first.fields(), true), "{text}");
        }
    }
}
