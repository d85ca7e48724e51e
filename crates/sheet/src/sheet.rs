//! A sheet, read row by row. Keeps out what a cell means: whether an address is one, a role exists or a row may be made.

use crate::cells::trimmed;
use crate::cutter::{Cutter, Lines, UnclosedQuote, sample};
use crate::text::Text;
use crate::{
    Cells, Columns, Encoding, FaultKind, Field, FirstRow, MAX_CELLS, MAX_ROW, MAX_ROWS, Mapping, Separator, SheetError,
};
use std::io::Read;
use std::sync::Arc;

/// Rows looked at to find the columns.
const ROWS: usize = 1_000;
/// Rows kept to be shown beside the choice of columns.
const SHOWN: usize = 10;

/// What somebody says of a file; what is not said is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What stands between cells.
    pub separator: Option<Separator>,
    /// What the columns hold.
    pub mapping: Option<Mapping>,
}

/// A row that can be read.
#[derive(Debug, Clone)]
pub struct Row {
    line: u64,
    cells: Cells,
    columns: Arc<Columns>,
    separator: Separator,
}

impl Row {
    /// Its first line in the file, from 1, as an editor shows it.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Its cells as they stand in the file.
    pub fn cells(&self) -> &Cells {
        &self.cells
    }

    /// What it has for a field, without spaces around it. `None` if there is no such column, or nothing in it.
    pub fn get(&self, field: Field) -> Option<&str> {
        let cell = self.cells.get(self.columns.place(field)?)?;
        Some(trimmed(cell)).filter(|cell| !cell.is_empty())
    }

    /// The groups named: between `;`, `|`, `,` or line ends, unless that is what cuts the file's cells.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        let cut = self.separator.char();
        let between = move |c: char| matches!(c, '\r' | '\n') || (c != cut && matches!(c, ';' | '|' | ','));
        self.get(Field::Groups).unwrap_or("").split(between).map(trimmed).filter(|group| !group.is_empty())
    }
}

/// A row that can't be used as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Its first line in the file, from 1, as an editor shows it.
    pub line: u64,
    /// What is wrong.
    pub kind: FaultKind,
    /// Its cells as far as they can be read; none of a row that is too long.
    pub cells: Cells,
}

/// A file of rows, read once from start to end, each row or why it can't be used. After a [`SheetError`] nothing more comes.
pub struct Sheet<R> {
    text: Text<R>,
    cutter: Cutter,
    separator: Separator,
    columns: Arc<Columns>,
    shown: Vec<Cells>,
    titles_ahead: bool,
    rows: u64,
    over: bool,
}

impl<R: Read> Sheet<R> {
    /// Looks at the file's beginning. Fails when there is nothing, or no text, or it can't be read.
    pub fn open(source: R, options: &Options) -> Result<Self, SheetError> {
        let mut text = Text::open(source)?;
        let mut lines = Lines::new();
        skip_line_ends(&mut text, &mut lines)?;
        let named = Separator::named(text.rest())?;
        if let Some((_, length)) = named {
            lines.pass(&text.rest().as_bytes()[..length]);
            text.used(length);
            skip_line_ends(&mut text, &mut lines)?;
        }
        if text.is_last() && trimmed(text.rest()).is_empty() {
            return Err(SheetError::Empty);
        }
        let separator = options.separator.or(named.map(|(separator, _)| separator));
        let separator = separator.unwrap_or_else(|| Separator::guessed(text.rest(), text.is_last()));
        let rows = sample(text.rest(), separator, text.is_last(), ROWS);
        let columns = Columns::found(&rows, options.mapping.as_ref());
        if columns.fields().len() > MAX_CELLS {
            return Err(SheetError::TooManyColumns);
        }
        Ok(Self {
            text,
            cutter: Cutter::new(separator, lines),
            separator,
            shown: rows.iter().take(SHOWN).map(|(cells, _)| without_ours(cells.clone(), &columns)).collect(),
            titles_ahead: columns.first_row() == FirstRow::Titles,
            columns: Arc::new(columns),
            rows: 0,
            over: false,
        })
    }

    /// What the columns hold.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What stands between cells.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// As far as it is known yet: a file that begins in ASCII counts as UTF-8 until something else comes.
    pub fn encoding(&self) -> Encoding {
        self.text.encoding()
    }

    /// The first rows as they stand, titles included, to be shown where columns are chosen.
    pub fn shown(&self) -> &[Cells] {
        &self.shown
    }

    /// Bytes read so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        self.text.bytes()
    }

    fn next_row(&mut self) -> Result<Option<Result<Row, RowFault>>, SheetError> {
        while self.cut()? {
            let cells = self.cutter.cells();
            let beyond = self.cutter.beyond();
            if self.titles_ahead && !cells.is_empty() {
                self.titles_ahead = false;
                match beyond {
                    Some(_) => return Err(SheetError::TooManyColumns),
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
            return Ok(Some(self.row(cells, found)));
        }
        Ok(None)
    }

    /// Goes to the end of the next row; false if there is none.
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

    fn row(&self, cells: Cells, found: usize) -> Result<Row, RowFault> {
        let line = self.cutter.first_line();
        if self.cutter.is_too_long() || cells.bytes() > MAX_ROW {
            return Err(RowFault { line, kind: FaultKind::TooLong, cells: Cells::default() });
        }
        let columns = self.columns.fields().len();
        let more = (found > columns).then_some(FaultKind::MoreCells { found, columns });
        match strange(&cells).or(more) {
            Some(kind) => Err(RowFault { line, kind, cells: cells.first(MAX_CELLS) }),
            None => Ok(Row { line, cells, columns: Arc::clone(&self.columns), separator: self.separator }),
        }
    }
}

impl<R: Read> Iterator for Sheet<R> {
    type Item = Result<Result<Row, RowFault>, SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let next = self.next_row().transpose();
        self.over = !matches!(next, Some(Ok(_)));
        next
    }
}

/// What no cell has: what is left of bytes that were no characters, and control characters but tab and line ends.
fn strange(cells: &Cells) -> Option<FaultKind> {
    let is_strange =
        |c: &char| *c == char::REPLACEMENT_CHARACTER || (c.is_control() && !matches!(c, '\t' | '\r' | '\n'));
    let (place, found) =
        cells.iter().enumerate().find_map(|(place, cell)| cell.chars().find(is_strange).map(|found| (place, found)))?;
    let column = place + 1;
    Some(match found {
        char::REPLACEMENT_CHARACTER => FaultKind::NotText { column },
        control => FaultKind::ControlCharacter { column, code: control.into() },
    })
}

fn without_ours(cells: Cells, columns: &Columns) -> Cells {
    match columns.ours() {
        Some(place) => cells.without_pair(place),
        None => cells,
    }
}

/// Goes to the first line with something in it, however far that is.
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
