#![no_main]
//! Files of rows: the result does not depend on the size of the pieces read, and rows left out are read again
//! unchanged. Keeps out how a row becomes an invitation, except for its addresses.

#[path = "../../crates/sheet/tests/support/guest.rs"]
mod guest;

use guest::Guest;
use libfuzzer_sys::fuzz_target;
use std::io::{self, Read};
use vestibule_domain::Email;
use vestibule_sheet::{Cells, FirstRow, Mapping, Options, RejectedWriter, Separator, Sheet};

/// A reader that returns as many bytes at a time as `sizes` says, cyclically.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: &'a [u8],
    at: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.get(self.at % self.sizes.len().max(1)).map_or(1, |size| usize::from(*size) + 1);
        self.at += 1;
        let size = size.min(buffer.len());
        self.bytes.read(&mut buffer[..size])
    }
}

fuzz_target!(|bytes: &[u8]| {
    let sizes = &bytes[..bytes.len().min(3)];
    let options = options(bytes);
    let whole = everything(bytes, &options);
    let pieces = everything(Pieces { bytes, sizes, at: 0 }, &options);
    assert_eq!(whole, pieces);
    reread(bytes, &options);
});

/// Usually the default; else options chosen by the last byte.
fn options(bytes: &[u8]) -> Options<Guest> {
    let first_row = match bytes.last().map(|last| last % 8) {
        Some(6) => FirstRow::Titles,
        Some(7) => FirstRow::Cells,
        _ => return Options::default(),
    };
    let mapping = Mapping::new([Some(Guest::Role), None, Some(Guest::Email)], first_row).expect("each field once");
    Options { separator: Some(Separator::Semicolon), mapping: Some(mapping), ..Options::default() }
}

/// Rows, faults and the final error.
fn everything(source: impl Read, options: &Options<Guest>) -> Vec<String> {
    let sheet = match Sheet::open(source, options) {
        Ok(sheet) => sheet,
        Err(error) => return vec![format!("{error:?}")],
    };
    let mut found = vec![format!("{:?} {:?}", sheet.columns(), sheet.separator())];
    let mut line = 0;
    for row in sheet {
        if let Ok(Ok(row) | Err(row)) =
            row.as_ref().map(|row| row.as_ref().map(|row| row.line()).map_err(|fault| fault.line))
        {
            assert!(row > line, "lines go up");
            line = row;
        }
        found.push(match row {
            Ok(Ok(row)) => format!("{} {:?} {:?}", row.line(), row.cells(), row.list(Guest::Groups)),
            other => format!("{other:?}"),
        });
    }
    found
}

/// Writes all rows as rows left out, and reads them again.
fn reread(bytes: &[u8], options: &Options<Guest>) {
    let Ok(sheet) = Sheet::open(bytes, options) else { return };
    let mut writer = RejectedWriter::new(Vec::new(), sheet.columns()).expect("memory takes all");
    let fields = sheet.columns().fields().to_vec();
    let mut rows: Vec<Cells> = Vec::new();
    for row in sheet.map_while(Result::ok) {
        let (line, cells) = match row {
            Ok(row) => {
                addresses(&row.get(Guest::Email).unwrap_or("".into()));
                (row.line(), row.cells().clone())
            }
            Err(fault) => (fault.line, fault.cells),
        };
        writer.row(line, &cells, "=a reason, \"quoted\"").expect("memory takes all");
        rows.extend(Some(cells).filter(|cells| !cells.is_empty()));
    }
    let written = writer.finish().expect("memory takes all");
    let again = Sheet::<_, Guest>::open(&written[..], &Options::default()).expect("what we write is a sheet");
    assert_eq!(again.columns().fields(), fields);
    let read = again.map(|row| row.expect("to the end").map_or_else(|fault| fault.cells, |row| row.cells().clone()));
    assert_eq!(read.collect::<Vec<_>>(), rows);
}

/// A valid address, read again as written, stays the same.
fn addresses(text: &str) {
    if let Ok(email) = Email::parse(text) {
        assert!(Email::parse(email.as_str()).is_ok_and(|again| again == email), "{text:?}");
    }
}
