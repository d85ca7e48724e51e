//! Cuts rows and cells from text, and counts lines as editors do. Keeps out where the text comes from and what a row
//! means. The cutting is `csv-core`'s; added here are the bounds (a row of any length takes the same memory), the line
//! numbers, and the detection of unclosed quotes.

use crate::cells::is_blank;
use crate::columns::OURS;
use crate::{Cells, MAX_CELLS, MAX_ROW, Separator};
use csv_core::ReadFieldResult::{End, Field, InputEmpty, OutputFull};
use std::cell::RefCell;

/// Bytes for the longest row of a file written here: marks against formulas at most double it, and a reason follows it.
const ROOM: usize = 2 * MAX_ROW + 4_096;

/// Bytes for an ordinary row; it grows for a longer one.
const ROOM_AT_FIRST: usize = 1_024;
/// Cells kept of a row: those of the longest, and [`OURS`] after them.
const CELLS: usize = MAX_CELLS + OURS.len();

/// How many readers are kept for reuse: two per separator, as many as are in use at a time.
const SPARES: usize = 2 * Separator::ALL.len();

thread_local! {
    /// Readers of dropped cutters, for reuse. Their tables take longer to build than a small file takes to read, which
    /// matters where files are opened by the thousand. (A clone of a `csv_core::Reader` 0.1.13 is broken: half of its
    /// tables are missing.)
    static SPARE: RefCell<Vec<(Separator, csv_core::Reader)>> = const { RefCell::new(Vec::new()) };
}

/// A new or reset reader.
fn core(separator: Separator) -> csv_core::Reader {
    let spare = SPARE.with_borrow_mut(|spare| {
        let place = spare.iter().position(|(other, _)| *other == separator)?;
        Some(spare.swap_remove(place).1)
    });
    let mut core = spare.unwrap_or_else(|| csv_core::ReaderBuilder::new().delimiter(separator.byte()).build());
    core.reset();
    // An empty line changes nothing, but makes the next text "not the first": from the first one `csv-core` would
    // remove a BOM if it came in one piece.
    core.read_field(b"\n", &mut [0]);
    core
}

/// Cuts the text given to [`Cutter::step`], piece after piece.
pub(crate) struct Cutter {
    separator: Separator,
    /// Always `Some` until the cutter is dropped.
    core: Option<csv_core::Reader>,
    text: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    width: usize,
    beyond: Option<usize>,
    too_long: bool,
    in_row: bool,
    first_line: u64,
    cell_line: u64,
    lines: Lines,
    quotes: Quotes,
    stray: Option<usize>,
}

/// The state of a cell's quotation marks at the current byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// At the first byte of a cell.
    Start,
    /// In a cell without quotation marks.
    Bare,
    /// Between the quotation marks.
    Within,
    /// After a mark that closes the cell, or is the first of two.
    Closing,
    /// After the closing mark and a space.
    Behind,
}

impl Quotes {
    /// The state after one more byte, and whether that byte shows that an earlier mark did not close the cell.
    fn pass(self, byte: u8, separator: u8) -> (Self, bool) {
        let ends = byte == separator || matches!(byte, b'\r' | b'\n');
        match self {
            Self::Within if byte == b'"' => (Self::Closing, false),
            Self::Within => (Self::Within, false),
            Self::Closing if byte == b'"' => (Self::Within, false),
            _ if ends => (Self::Start, false),
            Self::Start if byte == b'"' => (Self::Within, false),
            Self::Start | Self::Bare => (Self::Bare, false),
            Self::Closing | Self::Behind if byte == b' ' => (Self::Behind, false),
            Self::Closing | Self::Behind => (Self::Bare, true),
        }
    }
}

/// Lines counted as editors do: `\n`, `\r` and `\r\n` each end one.
#[derive(Clone, Copy)]
pub(crate) struct Lines {
    /// The current line, from 1.
    pub(crate) reached: u64,
    after_cr: bool,
}

impl Lines {
    pub(crate) fn new() -> Self {
        Self { reached: 1, after_cr: false }
    }

    /// Counts the line ends of the next piece of text.
    pub(crate) fn pass(&mut self, text: &[u8]) {
        for byte in text {
            let ends = *byte == b'\r' || (*byte == b'\n' && !self.after_cr);
            self.reached += u64::from(ends);
            self.after_cr = *byte == b'\r';
        }
    }
}

/// The line of a quotation mark that is never closed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UnclosedQuote {
    pub(crate) line: u64,
}

impl Cutter {
    /// A cutter for text that begins at the position of `lines`.
    pub(crate) fn new(separator: Separator, lines: Lines) -> Self {
        Self {
            separator,
            core: Some(core(separator)),
            text: vec![0; ROOM_AT_FIRST],
            used: 0,
            ends: Vec::new(),
            width: 0,
            beyond: None,
            too_long: false,
            in_row: false,
            first_line: lines.reached,
            cell_line: lines.reached,
            lines,
            quotes: Quotes::Start,
            stray: None,
        }
    }

    /// Cuts up to the end of a row or of `input`. Returns how many bytes were used, and whether a row is complete.
    pub(crate) fn step(&mut self, input: &[u8]) -> (usize, bool) {
        let mut at = if self.in_row { 0 } else { self.skip_line_ends(input) };
        if at < input.len() && !self.in_row {
            self.begin();
        }
        while at < input.len() {
            let (result, read, written) = self.read_field(&input[at..]);
            self.lines.pass(&input[at..at + read]);
            self.pass_quotes(&input[at..at + read]);
            at += read;
            self.used += written;
            match result {
                Field { record_end } => {
                    self.end_cell();
                    if record_end {
                        self.in_row = false;
                        return (at, true);
                    }
                }
                OutputFull => self.grow(),
                InputEmpty | End => {}
            }
        }
        (at, false)
    }

    /// Ends the text; returns whether that completes a row.
    pub(crate) fn finish(&mut self) -> Result<bool, UnclosedQuote> {
        while self.in_row {
            // A line end is part of the cell only inside quotation marks.
            match self.read_field(b"\n").0 {
                Field { .. } | End => {
                    self.end_cell();
                    self.in_row = false;
                    return Ok(true);
                }
                OutputFull => self.grow(),
                InputEmpty => {
                    self.in_row = false;
                    return Err(UnclosedQuote { line: self.cell_line });
                }
            }
        }
        Ok(false)
    }

    /// The row's cells, at most [`CELLS`]; none if the row is too long.
    pub(crate) fn cells(&self) -> Cells {
        Cells::cut(&self.text[..self.used], &self.ends)
    }

    /// The number of cells in the row, including empty ones at its end.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The number of cells up to the last filled one, if that is more than [`CELLS`].
    pub(crate) fn beyond(&self) -> Option<usize> {
        self.beyond
    }

    /// Whether the row is longer than [`ROOM`].
    pub(crate) fn is_too_long(&self) -> bool {
        self.too_long
    }

    /// The index of the first cell with a stray quotation mark, which is lost by the cutting.
    pub(crate) fn stray_quote(&self) -> Option<usize> {
        self.stray
    }

    /// The line at which the row begins.
    pub(crate) fn first_line(&self) -> u64 {
        self.first_line
    }

    /// The line reached so far.
    pub(crate) fn line(&self) -> u64 {
        self.lines.reached
    }

    fn read_field(&mut self, input: &[u8]) -> (csv_core::ReadFieldResult, usize, usize) {
        let core = self.core.as_mut().expect("it is there until the cutter is dropped");
        core.read_field(input, &mut self.text[self.used..])
    }

    /// Updates the state by `read`, all of it part of the current cell, with the separator or line end after it.
    fn pass_quotes(&mut self, read: &[u8]) {
        for byte in read {
            let (quotes, stray) = self.quotes.pass(*byte, self.separator.byte());
            self.quotes = quotes;
            if stray {
                self.stray.get_or_insert(self.width);
            }
        }
    }

    fn skip_line_ends(&mut self, input: &[u8]) -> usize {
        let ends = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.lines.pass(&input[..ends]);
        ends
    }

    fn begin(&mut self) {
        (self.used, self.width, self.beyond) = (0, 0, None);
        (self.quotes, self.stray) = (Quotes::Start, None);
        self.ends.clear();
        (self.in_row, self.too_long) = (true, false);
        (self.first_line, self.cell_line) = (self.lines.reached, self.lines.reached);
    }

    fn end_cell(&mut self) {
        self.width += 1;
        let start = self.ends.last().copied().unwrap_or(0);
        if self.used > ROOM {
            self.overflow();
        }
        if self.too_long {
            self.used = 0;
        } else if self.width <= CELLS {
            self.ends.push(self.used);
        } else {
            if !is_blank(&self.text[start..self.used]) {
                self.beyond = Some(self.width);
            }
            self.used = start;
        }
        self.cell_line = self.lines.reached;
    }

    /// Enlarges the buffer, up to one byte more than allowed, to detect a longer row.
    fn grow(&mut self) {
        if self.text.len() > ROOM {
            self.overflow();
        } else {
            self.text.resize((self.text.len() * 2).min(ROOM + 1), 0);
        }
    }

    /// Drops what was cut of a row that is too long, to make room for the rest of it.
    fn overflow(&mut self) {
        self.too_long = true;
        self.used = 0;
        self.ends.clear();
    }
}

impl Drop for Cutter {
    fn drop(&mut self) {
        if let Some(core) = self.core.take() {
            // While a thread ends, the thread-local may be gone already.
            let _ = SPARE.try_with(|spare| {
                let mut spare = spare.borrow_mut();
                if spare.len() < SPARES {
                    spare.push((self.separator, core));
                }
            });
        }
    }
}

/// The complete rows at the start of a text, at most `most`, each with its number of cells including empty ones at its
/// end. `whole`: the text does not continue.
pub(crate) fn sample(text: &str, separator: Separator, whole: bool, most: usize) -> Vec<(Cells, usize)> {
    let mut cutter = Cutter::new(separator, Lines::new());
    let mut rows = Vec::new();
    let mut rest = text.as_bytes();
    while rows.len() < most {
        let (used, row) = cutter.step(rest);
        rest = &rest[used..];
        let complete = row || (whole && cutter.finish() == Ok(true));
        if !complete {
            break;
        }
        let cells = cutter.cells();
        if !cells.is_empty() {
            rows.push((cells, cutter.width()));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows with their first lines, from text given in pieces of that size.
    fn rows(text: &str, piece: usize) -> Result<Vec<(u64, String)>, UnclosedQuote> {
        let mut cutter = Cutter::new(Separator::Comma, Lines::new());
        let mut rows = Vec::new();
        for mut rest in text.as_bytes().chunks(piece) {
            while !rest.is_empty() {
                let (used, row) = cutter.step(rest);
                rest = &rest[used..];
                if row {
                    rows.push((cutter.first_line(), format!("{:?}", cutter.cells())));
                }
            }
        }
        if cutter.finish()? {
            rows.push((cutter.first_line(), format!("{:?}", cutter.cells())));
        }
        Ok(rows)
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u64, &str)]) {
        for piece in [1, 2, 3, 1_000] {
            let found = rows(text, piece).unwrap();
            let found: Vec<(u64, &str)> = found.iter().map(|(line, cells)| (*line, cells.as_str())).collect();
            assert_eq!(found, expected, "in pieces of {piece}");
        }
    }

    #[test]
    fn lines_are_those_that_an_editor_shows() {
        check("a\nb\n", &[(1, r#"["a"]"#), (2, r#"["b"]"#)]);
        check("a\r\n\r\nb", &[(1, r#"["a"]"#), (3, r#"["b"]"#)]);
        check("a\r\rb\r", &[(1, r#"["a"]"#), (3, r#"["b"]"#)]);
        check("\n\n\"a\r\nb\",\"c\rd\"\ne", &[(3, r#"["a\r\nb", "c\rd"]"#), (6, r#"["e"]"#)]);
    }

    #[test]
    fn quotes_hold_separators_and_doubled_ones_are_one() {
        check("\"a,b\",\"c \"\"d\"\"\"\n", &[(1, r#"["a,b", "c \"d\""]"#)]);
        check("a\"b,\"\"\n,x", &[(1, r#"["a\"b"]"#), (2, r#"["", "x"]"#)]);
    }

    #[test]
    fn a_mark_within_marks_is_seen_before_it_is_lost() {
        for (text, stray) in [
            ("a,\"20\" screen\"\n", Some(1)),
            ("\"a\"b,c\n", Some(0)),
            ("\"a\" \"b\"\n", Some(0)),
            ("\"a\" ,\"b\"\n", None),
            ("\"a \"\"b\"\"\",\"\"\n", None),
            ("20\" screen,a \"b\"\n", None),
            ("\"a\nb\",\"c\"\r\n", None),
        ] {
            for piece in [1, 2, 1_000] {
                let mut cutter = Cutter::new(Separator::Comma, Lines::new());
                let mut row = false;
                for mut rest in text.as_bytes().chunks(piece) {
                    while !rest.is_empty() && !row {
                        let (used, done) = cutter.step(rest);
                        (rest, row) = (&rest[used..], done);
                    }
                }
                assert!(row, "{text}");
                assert_eq!(cutter.stray_quote(), stray, "{text} in pieces of {piece}");
            }
        }
    }

    #[test]
    fn a_quote_left_open_is_named_by_its_line() {
        for piece in [1, 2, 1_000] {
            assert_eq!(rows("a,b\n\"c\nd\",e,\"f\ng\nh\n", piece), Err(UnclosedQuote { line: 3 }));
            assert_eq!(rows("a\n\"", piece), Err(UnclosedQuote { line: 2 }));
        }
        check("a\n\"b\"", &[(1, r#"["a"]"#), (2, r#"["b"]"#)]);
    }

    #[test]
    fn a_row_is_kept_as_long_as_there_is_room() {
        for (length, too_long) in [(ROOM, false), (ROOM + 1, true), (3 * ROOM, true)] {
            let mut cutter = Cutter::new(Separator::Comma, Lines::new());
            let text = format!("{},{}\nb", "x".repeat(length / 2), "y".repeat(length - length / 2));
            let (used, row) = cutter.step(text.as_bytes());
            assert!(row);
            assert_eq!((cutter.is_too_long(), cutter.cells().is_empty()), (too_long, too_long), "{length}");
            assert_eq!(cutter.step(&text.as_bytes()[used..]), (1, false));
            assert_eq!(cutter.finish(), Ok(true));
            assert_eq!((cutter.first_line(), cutter.cells().get(0)), (2, Some("b")));
        }
    }
}
