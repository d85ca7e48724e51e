//! The field of each column: from its title, from its cells, or as a person says. Keeps out how rows are read.

use crate::address::looks_like_address;
use crate::titles::{TitleRank, is_other_address, meant, plain};
use crate::{Cells, Field, MAX_CELLS, MappingError};

/// The titles of the two columns added last by [`crate::RejectedWriter`]; ignored when read again.
pub(crate) const OURS: [&str; 2] = ["line", "reason"];

/// The longest part of a title that is written, in characters.
const LONGEST_TITLE: usize = 50;

/// How many rows are searched for titles: a report has some lines of heading above them.
pub(crate) const HEADING: usize = 20;

/// The longest part of a skipped line that is shown, in characters.
const LONGEST_LINE: usize = 200;

/// Whether the first row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRow {
    /// It has titles.
    Titles,
    /// It is a data row.
    Cells,
}

/// The columns as a person set them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping<F> {
    fields: Vec<Option<F>>,
    first_row: FirstRow,
}

impl<F: Field> Mapping<F> {
    /// Sets each column's field, `None` for one to be ignored; further columns are ignored too. Fails if a field is
    /// named twice, or none is.
    pub fn new(fields: impl IntoIterator<Item = Option<F>>, first_row: FirstRow) -> Result<Self, MappingError> {
        let fields: Vec<_> = fields.into_iter().take(MAX_CELLS + 1).collect();
        if fields.len() > MAX_CELLS {
            return Err(MappingError::TooMany);
        }
        let named = |field: &F| fields.iter().filter(|other| **other == Some(*field)).count();
        if let Some(field) = F::ALL.iter().find(|field| named(field) > 1) {
            return Err(MappingError::Twice { field: field.name() });
        }
        if fields.iter().all(Option::is_none) {
            return Err(MappingError::Nothing);
        }
        Ok(Self { fields, first_row })
    }
}

/// What a person must answer before the rows are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Most cells of this column (from 0) look like addresses, but it is not assigned to [`Field::ADDRESS`].
    Addresses {
        /// The column's index, from 0.
        place: usize,
    },
    /// There are titles, but none of them is known.
    Titles,
}

/// The field of each column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns<F> {
    fields: Vec<Option<F>>,
    titles: Option<Vec<String>>,
    sure: bool,
    said: bool,
    passed_over: Vec<String>,
    addresses: Vec<bool>,
    question: Option<Question>,
    ours: Option<usize>,
    places: Vec<Option<usize>>,
}

impl<F: Field> Columns<F> {
    /// Finds the columns from the first rows, each with its number of cells including empty ones at its end. `known`:
    /// names that identify an untitled column as the second of [`Field::ORDER`]; if empty, it is identified by its
    /// place.
    pub(crate) fn found(rows: &[(Cells, usize)], mapping: Option<&Mapping<F>>, known: &[String]) -> Self {
        let (over, first_row) = beginning::<F>(rows, mapping.map(|mapping| mapping.first_row));
        let (passed, rows) = rows.split_at(over.min(rows.len()));
        let titled = first_row == FirstRow::Titles;
        let ours = rows.first().filter(|_| titled).and_then(|(first, _)| ours(first));
        let titles: Option<Vec<String>> = rows.first().filter(|_| titled).map(|(first, _)| {
            let titles = ours.map_or_else(|| first.clone(), |place| first.without_pair(place));
            titles.iter().map(str::to_owned).collect()
        });
        let titles_known = titles.iter().flatten().any(|title| F::titled(title).is_some());
        let (mut fields, sure) = match (mapping, &titles) {
            (Some(mapping), _) => (mapping.fields.clone(), true),
            (None, Some(titles)) if titles_known => by_title(titles),
            _ => (by_content(rows, known), false),
        };
        let width = titles.as_ref().map_or_else(|| width::<F>(rows), Vec::len);
        fields.resize(fields.len().max(width), None);
        let data = &rows[usize::from(titled).min(rows.len())..];
        let addresses = (0..fields.len()).map(|place| mostly_addresses(data, place)).collect();
        let place = |field: &F| fields.iter().position(|other| *other == Some(*field));
        let mut columns = Self {
            places: F::ALL.iter().map(place).collect(),
            fields,
            titles,
            sure,
            said: mapping.is_some(),
            passed_over: passed.iter().map(|(cells, _)| line(cells)).collect(),
            addresses,
            question: None,
            ours,
        };
        if mapping.is_none() {
            columns.question = columns.asks(data, titles_known);
        }
        columns
    }

    /// Asks about a column of addresses that is not used as one: its rows would have no recipient.
    fn asks(&self, rows: &[(Cells, usize)], known: bool) -> Option<Question> {
        if self.titles.is_some() && !known {
            return Some(Question::Titles);
        }
        let address = F::ADDRESS?;
        if self.titles.as_deref().is_some_and(is_our_list::<F>) {
            return None;
        }
        let lost = |place: usize| {
            let filled = |cells: &Cells, place| cells.get(place).is_some_and(|cell| !cell.trim().is_empty());
            let held = self.place(address);
            rows.iter().any(|(cells, _)| filled(cells, place) && !held.is_some_and(|held| filled(cells, held)))
        };
        let other = |place: usize| {
            self.titles.as_ref().and_then(|titles| titles.get(place)).is_some_and(|it| is_other_address::<F>(it))
        };
        let asked = |place: &usize| {
            self.addresses[*place] && self.fields[*place] != Some(address) && (!other(*place) || lost(*place))
        };
        (0..self.fields.len()).find(asked).map(|place| Question::Addresses { place })
    }

    /// Each column's field; `None` is ignored.
    pub fn fields(&self) -> &[Option<F>] {
        &self.fields
    }

    /// The titles as in the file, if it has any.
    pub fn titles(&self) -> Option<&[String]> {
        self.titles.as_deref()
    }

    /// Whether the first row names the columns.
    pub fn first_row(&self) -> FirstRow {
        if self.titles.is_some() { FirstRow::Titles } else { FirstRow::Cells }
    }

    /// Whether the columns are certain. If not, they are a guess that the person should see and may change.
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// What a person must answer before the rows are used, if anything.
    pub fn question(&self) -> Option<Question> {
        self.question
    }

    /// Whether a person set the columns.
    pub fn is_said(&self) -> bool {
        self.said
    }

    /// Whether most of a column's cells look like addresses, among the rows examined.
    pub fn has_addresses(&self, place: usize) -> bool {
        self.addresses.get(place).copied().unwrap_or(false)
    }

    /// The lines above the titles, which are not rows: a report's heading.
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// The index of a field's column, from 0.
    pub fn place(&self, field: F) -> Option<usize> {
        self.places[field.place()]
    }

    /// The index of the first of [`OURS`], which are not among the other columns.
    pub(crate) fn ours(&self) -> Option<usize> {
        self.ours
    }

    /// Titles by which these columns are recognised again without a question: the file's own where they suffice, else
    /// [`Field::name`].
    pub(crate) fn written(&self) -> Vec<String> {
        let titles = self.titles.as_deref().unwrap_or_default();
        let written = |(place, field): (usize, &Option<F>)| {
            let title = titles.get(place).map_or(String::new(), |title| bare(title));
            match field {
                Some(field) if F::titled(&title) == Some(*field) => title,
                Some(field) => field.name().to_owned(),
                None if plain(&title).is_empty() => format!("column {}", place + 1),
                None if F::titled(&title).is_none() => title,
                None => format!("ignored: {title}"),
            }
        };
        self.fields.iter().enumerate().map(written).collect()
    }
}

/// A title without separators or anything like an address, and short enough that all titles fit into one row.
fn bare(title: &str) -> String {
    title.chars().take(LONGEST_TITLE).map(|c| if "@,;|\t\r\n\"".contains(c) { ' ' } else { c }).collect()
}

/// How many rows are above the first that counts, and whether that one holds titles. Titles are words; rows have
/// addresses. A known title among words is a title, and words above a column of addresses are titles too.
fn beginning<F: Field>(rows: &[(Cells, usize)], said: Option<FirstRow>) -> (usize, FirstRow) {
    let addresses = |cells: &Cells| cells.iter().any(|cell| cell.contains('@'));
    let first_address = rows.iter().position(|(cells, _)| addresses(cells));
    let above = &rows[..first_address.unwrap_or(rows.len()).min(HEADING)];
    match (said, title_row::<F>(above, first_address.is_some())) {
        (Some(FirstRow::Cells), _) => (0, FirstRow::Cells),
        (_, Some(over)) => (over, FirstRow::Titles),
        (Some(FirstRow::Titles), None) => (0, FirstRow::Titles),
        (None, None) => {
            // Lines of one cell, above rows of several, are a heading.
            let heading = |(cells, _): &&(Cells, usize)| cells.len() == 1;
            let widest = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or(0);
            let over = if widest > 1 && first_address.is_some() { above.iter().take_while(heading).count() } else { 0 };
            let titled = first_address.is_some_and(|at| at > over);
            (over, if titled { FirstRow::Titles } else { FirstRow::Cells })
        }
    }
}

/// The row with most known titles. Below the first row, only one that is mostly titles, or wider than all above it. A
/// file written here begins with its titles.
fn title_row<F: Field>(rows: &[(Cells, usize)], has_addresses: bool) -> Option<usize> {
    if rows.first().is_some_and(|(first, _)| ours(first).is_some()) {
        return Some(0);
    }
    let filled = |cells: &Cells| cells.iter().filter(|cell| !plain(cell).is_empty()).count();
    let mut best = None;
    let mut widest = 0;
    for (at, (cells, _)) in rows.iter().enumerate() {
        let (known, all) = (cells.iter().filter(|title| F::titled(title).is_some()).count(), filled(cells));
        let below = (all > widest || 2 * known >= all) && (known > 1 || has_addresses);
        let fits = known > 0 && (at == 0 || below);
        if fits && best.is_none_or(|(most, _)| known > most) {
            best = Some((known, at));
        }
        widest = widest.max(all);
    }
    best.map(|(_, at)| at)
}

/// The fields of titles. A sure title takes precedence over a possible one. Of a title that occurs twice only one
/// counts, and the result is not sure.
fn by_title<F: Field>(titles: &[String]) -> (Vec<Option<F>>, bool) {
    let meant: Vec<Option<(F, TitleRank)>> = titles.iter().map(|title| meant(title)).collect();
    let mut fields = vec![None; titles.len()];
    let mut sure = true;
    for field in F::ALL.iter().copied() {
        let of = |rank: TitleRank| {
            meant.iter().enumerate().filter(move |(_, it)| **it == Some((field, rank))).map(|(place, _)| place)
        };
        let places: Vec<usize> = if of(TitleRank::Sure).next().is_some() {
            of(TitleRank::Sure).collect()
        } else {
            of(TitleRank::Else).collect()
        };
        if let Some(first) = places.first() {
            fields[*first] = Some(field);
            sure &= places.len() == 1;
        }
    }
    (fields, sure)
}

/// The fields of untitled columns: the one with most addresses is the first of [`Field::ORDER`] (or the domain, if all
/// are `@…`), and the next follow in that order, unless the second has none of its known names.
fn by_content<F: Field>(rows: &[(Cells, usize)], known: &[String]) -> Vec<Option<F>> {
    let width = width::<F>(rows);
    let cells =
        |place: usize| rows.iter().filter_map(move |(cells, _)| cells.get(place)).filter(|cell| cell.contains('@'));
    let (most, place) = (0..width)
        .map(|place| (cells(place).count(), place))
        .max_by_key(|(most, place)| (*most, width - place))
        .unwrap_or((0, 0));
    let start = if most > 0 && F::ADDRESS.is_some() { place } else { 0 };
    let mut fields: Vec<Option<F>> = vec![None; start];
    let in_order = are_known(rows, start + 1, known);
    fields.extend(F::ORDER.iter().copied().take(if in_order { F::ORDER.len() } else { 1 }).map(Some));
    if let Some(domain) = F::DOMAIN.filter(|_| most > 0 && cells(place).all(|cell| cell.trim().starts_with('@'))) {
        fields[place] = Some(domain);
    }
    fields.truncate(width);
    fields
}

/// Whether any cell of the column is one of these names, or all are empty.
fn are_known(rows: &[(Cells, usize)], place: usize, known: &[String]) -> bool {
    let cells = || rows.iter().filter_map(|(cells, _)| cells.get(place)).map(str::trim).filter(|cell| !cell.is_empty());
    let is_known = |cell: &str| known.iter().any(|name| name.to_lowercase() == cell.to_lowercase());
    known.is_empty() || cells().next().is_none() || cells().any(is_known)
}

/// Whether at least half of the non-empty cells look like addresses.
fn mostly_addresses(rows: &[(Cells, usize)], place: usize) -> bool {
    let cells = || rows.iter().filter_map(|(cells, _)| cells.get(place)).filter(|cell| !cell.trim().is_empty());
    let addresses = cells().filter(|cell| looks_like_address(cell)).count();
    addresses > 0 && 2 * addresses >= cells().count()
}

/// Whether these are the titles of a list exported here, so that all its columns are known.
fn is_our_list<F: Field>(titles: &[String]) -> bool {
    let named = F::ALL.iter().map(|field| field.name()).chain(F::BESIDE.iter().copied());
    titles.len() >= F::ALL.len() + F::BESIDE.len() && named.zip(titles).all(|(name, title)| plain(title) == name)
}

/// A row as one line of text for display.
fn line(cells: &Cells) -> String {
    let filled: Vec<&str> = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    filled.join(", ").chars().take(LONGEST_LINE).collect()
}

/// The number of columns in rows without titles: all that are filled, and empty ones too up to the length of
/// [`Field::ORDER`]; without rows, that length.
fn width<F: Field>(rows: &[(Cells, usize)]) -> usize {
    let width = |(cells, width): &(Cells, usize)| cells.len().max((*width).min(F::ORDER.len()));
    rows.iter().map(width).max().unwrap_or(F::ORDER.len())
}

/// The index of [`OURS`], if they are the last two titles after others.
pub(crate) fn ours(titles: &Cells) -> Option<usize> {
    let place = titles.len().checked_sub(OURS.len()).filter(|place| *place > 0)?;
    let last: Vec<String> = titles.iter().skip(place).map(plain).collect();
    (last == OURS).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Separator, cutter::sample, guest::Guest};
    use Guest::{Department, Domain, Email, Expires, Groups, Label, Limit, Role};

    fn columns(text: &str) -> Columns<Guest> {
        Columns::found(&sample(text, Separator::Comma, true, 100), None, &[])
    }

    #[track_caller]
    fn check(text: &str, first_row: FirstRow, sure: bool, fields: &[Option<Guest>]) {
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
    fn lines_above_the_titles_are_passed_over_and_kept_to_be_told() {
        for (text, over) in [
            ("Staff list,,\n2026-09-01,Fernhill,\nE-Mail,Rolle,Name\na@b.example,staff,x", 2),
            ("Report\nemail\na@b.example", 1),
            ("Notes\nemail,role\na@b.example,staff", 1),
            ("email,role\n,unit\na@b.example,staff", 0),
        ] {
            let columns = columns(text);
            assert_eq!(
                (columns.passed_over().len(), columns.is_sure(), columns.question()),
                (over, true, None),
                "{text}"
            );
            assert!(columns.place(Email).is_some(), "{text}");
        }
        let columns = columns("Report 2026\nWer,Was\na@b.example,staff");
        assert_eq!(
            (columns.passed_over(), columns.titles()),
            (&["Report 2026".to_owned()][..], Some(&["Wer".into(), "Was".into()][..]))
        );
    }

    #[test]
    fn a_column_of_addresses_is_the_email_or_it_is_asked_about() {
        for (text, question) in [
            ("Role,Kontakt\nstaff,a@b.example", Some(Question::Addresses { place: 1 })),
            ("role,label\nstaff,Noor <a@b.example>", Some(Question::Addresses { place: 1 })),
            ("email,backup\na@b.example,c@b.example", Some(Question::Addresses { place: 1 })),
            ("mail,userPrincipalName\na@b.example,a@c.example\n,d@c.example", Some(Question::Addresses { place: 1 })),
            ("mail,userPrincipalName,department\na@b.example,a@c.example,x", None),
            ("userPrincipalName,role\na@b.example,staff", None),
            ("Name,E-mail 1 - Value,E-mail 2 - Value\nNoor,a@b.example,c@b.example", None),
            ("Wer,Was\na@b.example,staff", Some(Question::Titles)),
            ("a@b.example,staff\nc@b.example,staff", None),
            ("a@b.example,c@b.example", Some(Question::Addresses { place: 1 })),
            ("domain,role\n@b.example,staff", None),
            ("email,note\na@b.example,asked for by the head (h@b.example) in May", None),
        ] {
            assert_eq!(columns(text).question(), question, "{text}");
        }
        let rows = sample("Role,Kontakt\nstaff,a@b.example", Separator::Comma, true, 100);
        let mapping = Mapping::new([Some(Role), None], FirstRow::Titles).unwrap();
        let said = Columns::found(&rows, Some(&mapping), &[]);
        assert_eq!((said.question(), said.has_addresses(1)), (None, true), "who says it is not asked again");
    }

    #[test]
    fn what_a_title_surely_means_comes_before_what_it_may_mean() {
        check("uses,limit", FirstRow::Titles, true, &[None, Some(Limit)]);
        check("email,uses", FirstRow::Titles, true, &[Some(Email), Some(Limit)]);
        check(
            "Division,Department,Work Email,Home Email",
            FirstRow::Titles,
            true,
            &[None, Some(Department), Some(Email), None],
        );
    }

    #[test]
    fn what_follows_addresses_is_not_taken_for_roles_that_it_is_not() {
        let found = |text: &str| {
            Columns::found(&sample(text, Separator::Comma, true, 100), None, &["Staff".to_owned()]).fields().to_vec()
        };
        assert_eq!(found("Noor,a@b.example,Library"), [None, Some(Email), None]);
        assert_eq!(found("a@b.example,STAFF,Library"), [Some(Email), Some(Role), Some(Department)]);
    }

    #[test]
    fn a_mapping_is_followed_and_the_first_row_is_what_it_says() {
        let rows = sample("a,b,c\nd,e,f", Separator::Comma, true, 100);
        let mapping = Mapping::new([None, Some(Role)], FirstRow::Titles).unwrap();
        let columns = Columns::found(&rows, Some(&mapping), &[]);
        assert!(columns.is_sure());
        assert_eq!(columns.fields(), [None, Some(Role), None]);
        assert_eq!(columns.written(), ["a", "role", "c"]);
        let mapping = Mapping::new([Some(Email)], FirstRow::Cells).unwrap();
        assert_eq!(Columns::found(&rows, Some(&mapping), &[]).titles(), None);
    }

    #[test]
    fn a_mapping_without_sense_is_refused() {
        let mapping = |fields: &[Option<Guest>]| Mapping::new(fields.iter().copied(), FirstRow::Cells);
        assert_eq!(mapping(&[Some(Role), Some(Role)]), Err(MappingError::Twice { field: "role" }));
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
