//! Writes rows as CSV: UTF-8 with a BOM (by which spreadsheets recognise it), lines ended by CRLF, quotes as in RFC
//! 4180, formulas made harmless. Keeps out what the cells mean.

use crate::columns::OURS;
use crate::{Cells, Columns, Field, defused};
use std::io::{self, Write};

/// Writes rows of cells.
pub struct SheetWriter<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> SheetWriter<W> {
    /// Begins a file. Output is buffered: end with [`SheetWriter::finish`].
    pub fn new(mut target: W) -> io::Result<Self> {
        target.write_all("\u{feff}".as_bytes())?;
        let mut csv = csv::WriterBuilder::new();
        Ok(Self { csv: csv.terminator(csv::Terminator::CRLF).flexible(true).from_writer(target) })
    }

    /// Adds a row, titles included.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
        for cell in cells {
            self.csv.write_field(defused(cell.as_ref()).as_bytes()).map_err(fault)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(fault)
    }

    /// Flushes the buffer, and returns the target.
    pub fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// Writes the rows of a sheet that were left out, unchanged and under its titles, with two more columns: the line of
/// each, and the reason. A [`crate::Sheet`] reads such a file like the first one, without these two.
pub struct RejectedWriter<W: Write> {
    sheet: SheetWriter<W>,
    columns: usize,
}

impl<W: Write> RejectedWriter<W> {
    /// Begins a file for the rows of a sheet with these columns.
    pub fn new<F: Field>(target: W, columns: &Columns<F>) -> io::Result<Self> {
        let mut sheet = SheetWriter::new(target)?;
        let titles = columns.written();
        sheet.row(titles.iter().map(String::as_str).chain(OURS))?;
        Ok(Self { sheet, columns: titles.len() })
    }

    /// Adds a row that was at `line` (from 1). Cells beyond the last column, if those are the fault, follow the reason.
    pub fn row(&mut self, line: u64, cells: &Cells, reason: &str) -> io::Result<()> {
        let line = line.to_string();
        let known = (0..self.columns).map(|place| cells.get(place).unwrap_or(""));
        self.sheet.row(known.chain([line.as_str(), reason]).chain(cells.iter().skip(self.columns)))
    }

    /// Flushes the buffer, and returns the target.
    pub fn finish(self) -> io::Result<W> {
        self.sheet.finish()
    }
}

/// The underlying I/O error, so that a full disk can be told from other faults.
fn fault(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_written_for_spreadsheets() {
        let mut sheet = SheetWriter::new(Vec::new()).unwrap();
        sheet.row(["email", "note"]).unwrap();
        sheet.row(["a@b.example", "=HYPERLINK(\"x\"), \"said\"\nhe"]).unwrap();
        sheet.row(["", ""]).unwrap();
        assert_eq!(
            String::from_utf8(sheet.finish().unwrap()).unwrap(),
            "\u{feff}email,note\r\na@b.example,\"'=HYPERLINK(\"\"x\"\"), \"\"said\"\"\nhe\"\r\n,\r\n"
        );
    }

    #[test]
    fn a_full_disk_is_told_by_its_own_name() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                if bytes.len() < 10 { Ok(bytes.len()) } else { Err(io::ErrorKind::StorageFull.into()) }
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut sheet = SheetWriter::new(Full).unwrap();
        sheet.row(["x".repeat(100)]).unwrap();
        assert_eq!(sheet.finish().map(|_| ()).unwrap_err().kind(), io::ErrorKind::StorageFull);
        let mut sheet = SheetWriter::new(Full).unwrap();
        let failed = (0..10_000).find_map(|_| sheet.row(["x".repeat(100)]).err());
        assert_eq!(failed.unwrap().kind(), io::ErrorKind::StorageFull);
    }
}
