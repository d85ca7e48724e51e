//! Reads a sheet row by row. Keeps out the meaning of cells: whether an address is valid, a role exists or a row may
//! be used.

use crate::address::looks_like_address;
use crate::cells::trimmed;
use crate::cutter::{Cutter, Lines, UnclosedQuote, sample};
use crate::list::{is_list, listed};
use crate::text::Text;
use crate::{
    Cells, Columns, Encoding, FaultKind, Field, FirstRow, Holds, Letters, MAX_CELLS, MAX_ROW, MAX_ROWS, Mapping,
    Separator, SheetError,
};
use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;

/// How many rows are examined to find the columns.
const ROWS: usize = 1_000;
/// How many rows are kept to be shown beside the choice of columns.
const SHOWN: usize = 10;

/// What a person says about a file; the rest is found from its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options<F> {
    /// The separator between cells.
    pub separator: Option<Separator>,
    /// The field of each column.
    pub mapping: Option<Mapping<F>>,
    /// The encoding, used unless a BOM says another.
    pub encoding: Option<Encoding>,
    /// Names that identify an untitled column as the second of [`Field::ORDER`].
    pub known: Vec<String>,
}

impl<F> Default for Options<F> {
    fn default() -> Self {
        Self { separator: None, mapping: None, encoding: None, known: Vec::new() }
    }
}

/// A readable row.
#[derive(Debug, Clone)]
pub struct Row<F> {
    line: u64,
    cells: Cells,
    columns: Arc<Columns<F>>,
    separator: Separator,
}

impl<F: Field> Row<F> {
    /// Its first line in the file, from 1, as editors count.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Its cells as in the file.
    pub fn cells(&self) -> &Cells {
        &self.cells
    }

    /// The value of a field, trimmed, and on one line unless the field allows several. `None` if there is no such
    /// column, or it is empty.
    pub fn get(&self, field: F) -> Option<Cow<'_, str>> {
        let cell = self.cell(field)?;
        let many = matches!(field.holds(), Holds::Text | Holds::List);
        Some(if many || !cell.contains(BREAKS) { cell.into() } else { on_one_line(cell).into() })
    }

    /// The names in a field that [`Holds::List`]: a list as a program writes it, or names between `;`, `|`, `,`, `:::`
    /// or line ends, unless that is the file's separator.
    pub fn list(&self, field: F) -> Vec<Cow<'_, str>> {
        let cell = self.cell(field).unwrap_or("");
        if let Some(listed) = is_list(cell).then(|| listed(cell)).flatten() {
            return listed.into_iter().map(Cow::Owned).collect();
        }
        let cut = self.separator.char();
        let between = move |c: char| matches!(c, '\r' | '\n') || (c != cut && matches!(c, ';' | '|' | ','));
        let names = cell.split(":::").flat_map(|part| part.split(between)).map(trimmed);
        names.filter(|name| !name.is_empty()).map(|name| name.replace('\t', " ")).map(Cow::Owned).collect()
    }

    /// Why a value would be misread, if it would.
    fn fault(&self) -> Option<FaultKind> {
        let broken = |field: F| {
            let cell = self.cell(field).filter(|cell| is_list(cell) && listed(cell).is_none());
            cell.and_then(|_| self.columns.place(field))
        };
        let mut lists = F::ALL.iter().copied().filter(|field| field.holds() == Holds::List);
        if let Some((place, field)) = lists.find_map(|field| Some((broken(field)?, field))) {
            return Some(FaultKind::List { column: place + 1, field: field.name() });
        }
        let address = F::ADDRESS?;
        let bound = self.cell(address).or(F::DOMAIN.and_then(|domain| self.cell(domain))).is_some();
        if bound || self.columns.is_said() {
            return None;
        }
        let fields = self.columns.fields();
        let elsewhere =
            |place: &usize| fields[*place].is_none() && self.cells.get(*place).is_some_and(looks_like_address);
        let place = (0..fields.len()).find(elsewhere)?;
        Some(FaultKind::AddressElsewhere { column: place + 1, field: address.name() })
    }

    fn cell(&self, field: F) -> Option<&str> {
        let cell = self.cells.get(self.columns.place(field)?)?;
        Some(trimmed(cell)).filter(|cell| !cell.is_empty())
    }
}

/// Characters that break a line inside a cell.
const BREAKS: [char; 3] = ['\r', '\n', '\t'];

fn on_one_line(cell: &str) -> String {
    let parts: Vec<&str> = cell.split(BREAKS).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// A row that can't be used unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Its first line in the file, from 1, as editors count.
    pub line: u64,
    /// What is wrong.
    pub kind: FaultKind,
    /// Its cells as far as they can be read; none if the row is too long.
    pub cells: Cells,
}

/// A file of rows, read once from start to end: each item is a row, or why it can't be used. A [`SheetError`] is the
/// last item.
pub struct Sheet<R, F> {
    text: Text<R>,
    cutter: Cutter,
    separator: Separator,
    columns: Arc<Columns<F>>,
    shown: Vec<Cells>,
    /// Rows before the data: those above the titles, and the titles.
    ahead: usize,
    letters: Letters,
    encoding_said: bool,
    rows: u64,
    over: bool,
}

impl<R: Read, F: Field> Sheet<R, F> {
    /// Examines the file's beginning. Fails if it is empty, not text, or can't be read.
    pub fn open(source: R, options: &Options<F>) -> Result<Self, SheetError> {
        let mut text = Text::open(source, options.encoding)?;
        let mut lines = Lines::new();
        skip_line_ends(&mut text, &mut lines)?;
        let named = Separator::named(text.rest())?;
        if let Some((_, length)) = named {
            lines.pass(&text.rest().as_bytes()[..length]);
            text.used(length);
            skip_line_ends(&mut text, &mut lines)?;
        }
        if text.is_last() && trimmed(text.rest()).is_empty() {
            return Err(SheetError::Empty { row: F::ROW[0] });
        }
        let separator = options.separator.or(named.map(|(separator, _)| separator));
        let separator = separator.unwrap_or_else(|| Separator::guessed::<F>(text.rest(), text.is_last()));
        let rows = sample(text.rest(), separator, text.is_last(), ROWS);
        let columns = Columns::found(&rows, options.mapping.as_ref(), &options.known);
        if columns.fields().len() > MAX_CELLS {
            return Err(SheetError::TooManyColumns { rows: F::ROW[1] });
        }
        Ok(Self {
            text,
            cutter: Cutter::new(separator, lines),
            separator,
            shown: rows
                .iter()
                .skip(columns.passed_over().len())
                .take(SHOWN)
                .map(|(cells, _)| without_ours(cells.clone(), &columns))
                .collect(),
            ahead: columns.passed_over().len() + usize::from(columns.first_row() == FirstRow::Titles),
            letters: Letters::default(),
            encoding_said: options.encoding.is_some(),
            columns: Arc::new(columns),
            rows: 0,
            over: false,
        })
    }

    /// The field of each column.
    pub fn columns(&self) -> &Columns<F> {
        &self.columns
    }

    /// The separator between cells.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// The encoding as known so far: a file that begins in ASCII counts as UTF-8 until other bytes come.
    pub fn encoding(&self) -> Encoding {
        self.text.encoding()
    }

    /// The text beyond ASCII read so far, if neither a BOM nor a person named the encoding.
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// The first rows as in the file, titles included, to be shown where columns are chosen.
    pub fn shown(&self) -> &[Cells] {
        &self.shown
    }

    /// Bytes read so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        self.text.bytes()
    }

    fn next_row(&mut self) -> Result<Option<Result<Row<F>, RowFault>>, SheetError> {
        while self.cut()? {
            let cells = self.cutter.cells();
            let beyond = self.cutter.beyond();
            if self.ahead > 0 && !cells.is_empty() {
                self.ahead -= 1;
                match beyond {
                    Some(_) => return Err(SheetError::TooManyColumns { rows: F::ROW[1] }),
                    None => continue,
                }
            }
            let cells = without_ours(cells, &self.columns);
            let found = beyond.unwrap_or(cells.len());
            if found == 0 && !self.cutter.is_too_long() {
                continue;
            }
            if self.rows == MAX_ROWS {
                return Err(SheetError::TooManyRows);
            }
            self.rows += 1;
            if self.text.encoding() == Encoding::Windows1252 && !self.encoding_said {
                let taken = self.columns.fields().iter().zip(cells.iter()).filter(|(field, _)| field.is_some());
                taken.for_each(|(_, cell)| self.letters.look(cell));
            }
            return Ok(Some(self.row(cells, found)));
        }
        Ok(None)
    }

    /// Reads to the end of the next row; false at the end of the file.
    fn cut(&mut self) -> Result<bool, SheetError> {
        loop {
            let (used, row) = self.cutter.step(self.text.rest().as_bytes());
            self.text.used(used);
            if row {
                return Ok(true);
            }
            let unreadable = |source| SheetError::Unreadable { line: self.cutter.line(), source };
            if !self.text.next().map_err(unreadable)? {
                return self.cutter.finish().map_err(|UnclosedQuote { line }| SheetError::UnclosedQuote { line });
            }
        }
    }

    fn row(&self, cells: Cells, found: usize) -> Result<Row<F>, RowFault> {
        let line = self.cutter.first_line();
        if self.cutter.is_too_long() || cells.bytes() > MAX_ROW {
            return Err(RowFault { line, kind: FaultKind::TooLong, cells: Cells::default() });
        }
        let columns = self.columns.fields().len();
        let more = (found > columns).then_some(FaultKind::MoreCells { found, columns });
        let stray = self.cutter.stray_quote().map(|place| FaultKind::StrayQuote { column: place + 1 });
        let fault = strange(&cells, self.text.encoding())
            .or(stray)
            .or_else(|| curly(&cells, more.is_some(), &self.columns))
            .or(more);
        let row = Row { line, cells, columns: Arc::clone(&self.columns), separator: self.separator };
        match fault.or_else(|| row.fault()) {
            Some(kind) => Err(RowFault { line, kind, cells: row.cells.first(MAX_CELLS) }),
            None => Ok(row),
        }
    }
}

impl<R: Read, F: Field> Iterator for Sheet<R, F> {
    type Item = Result<Result<Row<F>, RowFault>, SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let next = self.next_row().transpose();
        self.over = !matches!(next, Some(Ok(_)));
        next
    }
}

/// Finds typographic quotation marks around a cell that was split because of them, or around the recipient's address.
fn curly<F: Field>(cells: &Cells, more: bool, columns: &Columns<F>) -> Option<FaultKind> {
    let curly = |cell: &str| {
        trimmed(cell).starts_with(['“', '”', '„', '‟', '«']) || trimmed(cell).ends_with(['“', '”', '‟', '»'])
    };
    let binds = |field: F| Some(field) == F::ADDRESS || Some(field) == F::DOMAIN;
    let bound = |place: &usize| columns.fields().get(*place).copied().flatten().is_some_and(binds);
    let place = (0..cells.len()).find(|place| (more || bound(place)) && cells.get(*place).is_some_and(curly))?;
    Some(FaultKind::CurlyQuotes { column: place + 1 })
}

/// Finds characters that no cell should have: replacement characters from invalid bytes, and control characters except
/// tab and line end. Control characters of Windows-1252 beyond ASCII come from another encoding.
fn strange(cells: &Cells, encoding: Encoding) -> Option<FaultKind> {
    let is_strange =
        |c: &char| *c == char::REPLACEMENT_CHARACTER || (c.is_control() && !matches!(c, '\t' | '\r' | '\n'));
    let (place, found) =
        cells.iter().enumerate().find_map(|(place, cell)| cell.chars().find(is_strange).map(|found| (place, found)))?;
    let column = place + 1;
    Some(match found {
        char::REPLACEMENT_CHARACTER => FaultKind::NotText { column },
        '\u{80}'..='\u{9f}' if encoding == Encoding::Windows1252 => FaultKind::NotText { column },
        control => FaultKind::ControlCharacter { column, code: control.into() },
    })
}

fn without_ours<F: Field>(cells: Cells, columns: &Columns<F>) -> Cells {
    match columns.ours() {
        Some(place) => cells.without_pair(place),
        None => cells,
    }
}

/// Skips empty lines, however many.
fn skip_line_ends<R: Read>(text: &mut Text<R>, lines: &mut Lines) -> Result<(), SheetError> {
    loop {
        let rest = text.rest();
        let ends = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        lines.pass(&rest.as_bytes()[..ends]);
        let all = ends == rest.len();
        text.used(ends);
        let unreadable = |source| SheetError::Unreadable { line: lines.reached, source };
        if !all || !text.next().map_err(unreadable)? {
            return Ok(());
        }
    }
}
