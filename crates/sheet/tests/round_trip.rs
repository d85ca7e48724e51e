//! Tests that written rows are read unchanged, and that rows left out can be corrected and read again. Keeps out files
//! that others wrote.

#[path = "support/guest.rs"]
mod guest;

use guest::Guest;
use proptest::prelude::*;
use vestibule_sheet::{Cells, FaultKind, MAX_CELLS, MAX_ROW, Options, RejectedWriter, RowFault, Sheet, SheetWriter};

/// Cells with the characters that are difficult in CSV.
fn cell() -> impl Strategy<Value = String> {
    "[=+@',;|\" \t\r\na-cé＝-]{0,8}|\\PC{0,12}|[ -~]{0,12}"
}

fn rows(columns: usize) -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 0..=columns), 1..8)
}

fn plain(rows: &[Vec<String>]) -> Vec<Cells> {
    let usable = |cells: &Cells| !cells.is_empty() && !cells.iter().any(|cell| cell.contains('\u{fffd}'));
    rows.iter().map(|row| row.iter().collect()).filter(usable).collect()
}

#[test]
fn a_mark_as_in_print_for_an_address_is_written_and_read_as_it_is() {
    let mut writer = SheetWriter::new(Vec::new()).unwrap();
    writer.row(["email", "note"]).unwrap();
    writer.row(["\u{201c}", "\u{201c}quoted\u{201d}"]).unwrap();
    let bytes = writer.finish().unwrap();
    let mut read = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
    let fault = read.next().unwrap().unwrap().unwrap_err();
    assert_eq!(fault.kind, FaultKind::CurlyQuotes { column: 1 });
    assert_eq!(fault.cells.iter().collect::<Vec<_>>(), ["\u{201c}", "\u{201c}quoted\u{201d}"]);
}

proptest! {
    #[test]
    fn rows_written_are_the_rows_read(rows in rows(3)) {
        let rows = plain(&rows);
        let mut writer = SheetWriter::new(Vec::new()).unwrap();
        writer.row(["email", "role", "note"]).unwrap();
        for row in &rows {
            writer.row(row.iter()).unwrap();
        }
        let bytes = writer.finish().unwrap();
        // An address with a typographic quotation mark at either end is reported as a fault, but its cells are
        // complete.
        let told = |fault: RowFault| {
            assert!(matches!(fault.kind, FaultKind::CurlyQuotes { column: 1 }), "{fault:?}");
            fault.cells
        };
        let sheet = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
        let read: Vec<Cells> = sheet.map(|row| row.unwrap().map_or_else(told, |row| row.cells().clone())).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn rows_left_out_are_read_again_as_they_were(rows in rows(5), reason in "[a-z=,\" \n]{1,12}") {
        let rows = plain(&rows);
        let sheet = Sheet::<_, Guest>::open(&b"Wer,E-Mail,Rolle\n"[..], &Options::default()).unwrap();
        let mut writer = RejectedWriter::new(Vec::new(), sheet.columns()).unwrap();
        for (at, row) in rows.iter().enumerate() {
            writer.row(at as u64 + 2, row, &reason).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let again = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
        prop_assert!(again.columns().is_sure());
        prop_assert_eq!(again.columns().fields(), sheet.columns().fields());
        let read: Vec<Cells> = again.map(|row| row.unwrap().map_or_else(|fault| fault.cells, |row| row.cells().clone())).collect();
        prop_assert_eq!(read, rows);
    }
}

#[test]
fn rows_left_out_stand_under_their_titles_with_line_and_reason() {
    let source = "sep=;\nE-Mail;Rolle;Gruppen\na@a.example;kapitän;=Chor\nb@b.example;x;y;more\n";
    let mut sheet = Sheet::<_, Guest>::open(source.as_bytes(), &Options::default()).unwrap();
    let mut writer = RejectedWriter::new(Vec::new(), sheet.columns()).unwrap();
    let row = sheet.next().unwrap().unwrap().unwrap();
    writer.row(row.line(), row.cells(), "there is no role \"kapitän\"").unwrap();
    let fault = sheet.next().unwrap().unwrap().unwrap_err();
    writer.row(fault.line, &fault.cells, &fault.kind.to_string()).unwrap();
    let bytes = writer.finish().unwrap();
    assert_eq!(
        std::str::from_utf8(&bytes).unwrap(),
        "\u{feff}E-Mail,Rolle,Gruppen,line,reason\r\n\
         a@a.example,kapitän,'=Chor,3,\"there is no role \"\"kapitän\"\"\"\r\n\
         b@b.example,x,y,4,\"the row goes on to column 4, the file has 3: put text with a separator in it in quotation marks\",more\r\n"
    );
    let mut again = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
    let mended = again.next().unwrap().unwrap().unwrap();
    assert_eq!((mended.cells(), mended.get(Guest::Groups).as_deref()), (row.cells(), Some("=Chor")));
    assert_eq!(again.next().unwrap().unwrap().unwrap_err().kind, fault.kind);
}

#[test]
fn the_widest_sheet_and_the_longest_row_are_read_again_too() {
    let titles = format!("email{}", ",title".repeat(MAX_CELLS - 1));
    let source = format!("{titles}\n{}\na@a.example,{}\n", "x,".repeat(MAX_CELLS), "-,".repeat(MAX_ROW / 2 - 12));
    let mut sheet = Sheet::<_, Guest>::open(source.as_bytes(), &Options::default()).unwrap();
    let mut writer = RejectedWriter::new(Vec::new(), sheet.columns()).unwrap();
    let row = sheet.next().unwrap().unwrap().unwrap();
    let fault = sheet.next().unwrap().unwrap().unwrap_err();
    assert!(matches!(fault.kind, FaultKind::MoreCells { .. }));
    assert_eq!(fault.cells.len(), MAX_CELLS);
    writer.row(row.line(), row.cells(), "").unwrap();
    writer.row(fault.line, &fault.cells, "").unwrap();
    let long: Cells = [",-".repeat(MAX_ROW / 2)].into_iter().collect();
    writer.row(4, &long, "").unwrap();
    let bytes = writer.finish().unwrap();
    let again = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
    assert_eq!(again.columns().fields().len(), MAX_CELLS);
    let read: Vec<Cells> =
        again.map(|row| row.unwrap().map_or_else(|fault| fault.cells, |row| row.cells().clone())).collect();
    assert_eq!(read, [row.cells().clone(), fault.cells, long]);
}
