//! Tests of files as people have them: every class of bad input is reported with its line, and the good rows around it
//! are read. Keeps out memory (memory.rs) and writing (round_trip.rs).

#[path = "support/guest.rs"]
mod guest;

use guest::Guest;
use std::io::{self, Read};
use vestibule_sheet::{Encoding, FirstRow, MAX_CELLS, MAX_ROW, Mapping, Options, Separator, Sheet, SheetError};

/// Summarises a file: each row as `line: email / role`, each fault as `line! what`, and the final error as `!! what`.
fn summarize(bytes: &[u8]) -> String {
    let sheet = match Sheet::<_, Guest>::open(bytes, &Options::default()) {
        Ok(sheet) => sheet,
        Err(error) => return format!("!! {error}"),
    };
    let lines = sheet.map(|row| match row {
        Ok(Ok(row)) => {
            let get = |field| row.get(field).unwrap_or("–".into()).into_owned();
            format!("{}: {} / {}", row.line(), get(Guest::Email), get(Guest::Role))
        }
        Ok(Err(fault)) => format!("{}! {}", fault.line, fault.kind),
        Err(error) => format!("!! {error}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(summarize(bytes.as_ref()), expected.join("\n"));
}

#[test]
fn every_separator_line_end_and_encoding_gives_the_same_rows() {
    let rows = ["2: zoë@a.example / staff", "3: b@b.example / –"];
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["E-Mail|Rolle", "zoë@a.example|staff", "b@b.example|", ""].join(end).replace('|', separator);
            let units = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
            check(&text, &rows);
            check(format!("\u{feff}{text}"), &rows);
            check(units().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), &rows);
            check(units().flat_map(u16::to_be_bytes).collect::<Vec<_>>(), &rows);
            check(text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<_>>(), &rows);
        }
    }
}

#[test]
fn blank_lines_quoted_line_ends_and_trailing_separators_do_no_harm() {
    check(
        "\r\n\r\nemail;role;note\r\n\r\na@a.example;staff;\"two\r\nlines\";;;\r\n;;;\r\n  \r\nb@b.example;editor\r\n",
        &["5: a@a.example / staff", "9: b@b.example / editor"],
    );
}

#[test]
fn a_first_line_may_name_the_separator_and_counts_as_a_line() {
    check("sep=;\r\nemail;role\r\na@a.example;\"x,y\"\r\n", &["3: a@a.example / x,y"]);
    check("sep=|\nemail|role\na@a.example|staff", &["3: a@a.example / staff"]);
    check(
        "sep=:\nemail:role",
        &["!! the first line names ':' as separator: it can be a comma, a semicolon, a tab or a bar"],
    );
}

#[test]
fn a_bad_row_is_named_and_the_next_is_read() {
    let long = "x".repeat(MAX_ROW);
    check(
        [
            "email,role\né@a.example,staff\n\u{e9}".as_bytes(),
            b"\xff@a.example,staff\n\0a@a.example,staff\n",
            format!("a@a.example,{long}\n").as_bytes(),
            b"a@a.example,staff,more\na@a.example,st\x1baff\nb@b.example,staff\n",
        ]
        .concat(),
        &[
            "2: é@a.example / staff",
            "3! column 1 has characters that can't be read: save the file as CSV UTF-8",
            "4! column 1 has a control character (U+0000): remove it",
            "5! the row is longer than 64 KiB: is a quotation mark left open?",
            "6! the row goes on to column 3, the file has 2: put text with a separator in it in quotation marks",
            "7! column 2 has a control character (U+001B): remove it",
            "8: b@b.example / staff",
        ],
    );
}

#[test]
fn thousands_of_empty_cells_are_nothing_and_a_filled_one_far_out_is_a_fault() {
    let commas = ",".repeat(20_000);
    check(
        format!("email{commas}\na@a.example{commas}\n{commas}\n{commas}x\n"),
        &[
            "2: a@a.example / –",
            "4! the row goes on to column 20001, the file has 1: put text with a separator in it in quotation marks",
        ],
    );
    let titles = "title,".repeat(MAX_CELLS + 1);
    let mapping = Mapping::new([Some(Guest::Email)], FirstRow::Titles).unwrap();
    let options = Options { mapping: Some(mapping), ..Options::default() };
    assert!(matches!(
        Sheet::<_, Guest>::open(titles.as_bytes(), &options),
        Err(SheetError::TooManyColumns { rows: "guests" })
    ));
    let titles = format!("email{commas}title\n");
    let mut sheet = Sheet::<_, Guest>::open(titles.as_bytes(), &options).unwrap();
    assert!(matches!(sheet.next(), Some(Err(SheetError::TooManyColumns { rows: "guests" }))));
    assert!(sheet.next().is_none());
}

#[test]
fn what_makes_the_whole_file_useless_says_what_would_be_right() {
    let empty = "!! the file is empty: it needs one row per guest";
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\r\n\n", b"  \n", b"sep=;\n", b"\xff\xfe\r\0"] {
        check(bytes, &[empty]);
    }
    check(
        b"PK\x03\x04xl/worksheets",
        &[
            "!! this is a workbook (.xlsx or .ods) or an archive, not text: open it in a spreadsheet and save it as CSV first",
        ],
    );
    check(
        "email\na@a.example\n\"b@b.example\nc@c.example\n",
        &[
            "2: a@a.example / –",
            "!! the quotation mark that opens in line 3 is never closed: close it, or double it if it is part of the text",
        ],
    );
}

#[test]
fn a_file_that_vanishes_half_way_says_how_far_it_was_read() {
    struct Vanished;
    impl Read for Vanished {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the stick was pulled out"))
        }
    }
    let mut sheet = Sheet::<_, Guest>::open(b"email\na@a.example\nb@b".chain(Vanished), &Options::default()).unwrap();
    assert!(matches!(sheet.next(), Some(Ok(Ok(row))) if row.line() == 2));
    let error = sheet.next().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the file could not be read beyond line 3: the stick was pulled out");
    assert!(sheet.next().is_none());
}

#[test]
fn columns_are_found_or_asked_about_and_can_be_said() {
    let text = b"wer,was,wo\na@a.example,staff,Labor\n";
    let guess = Sheet::<_, Guest>::open(&text[..], &Options::default()).unwrap();
    assert!(!guess.columns().is_sure());
    assert_eq!(guess.shown().len(), 2);
    assert_eq!(guess.shown()[0].get(2), Some("wo"));

    let fields = [Some(Guest::Email), None, Some(Guest::Department)];
    let said = |first_row| Options {
        mapping: Some(Mapping::new(fields, first_row).unwrap()),
        separator: Some(Separator::Comma),
        ..Options::default()
    };
    let rows = |first_row| {
        Sheet::<_, Guest>::open(&text[..], &said(first_row))
            .unwrap()
            .map(|row| row.unwrap().unwrap())
            .collect::<Vec<_>>()
    };
    let titled = rows(FirstRow::Titles);
    assert_eq!(titled.len(), 1);
    assert_eq!((titled[0].get(Guest::Department), titled[0].get(Guest::Role)), (Some("Labor".into()), None));
    assert_eq!(rows(FirstRow::Cells)[0].get(Guest::Email).as_deref(), Some("wer"));
}

#[test]
fn groups_are_cut_at_what_does_not_cut_cells() {
    for (text, groups) in [
        ("email,groups\na@a.example,Choir; Chess |Lab;", vec!["Choir", "Chess", "Lab"]),
        ("email,groups\na@a.example,\"Choir, large\"", vec!["Choir, large"]),
        ("email;groups\na@a.example;Choir,Chess", vec!["Choir", "Chess"]),
        ("email\tgroups\na@a.example\t\"Choir;Chess,Lab\nArt\"", vec!["Choir", "Chess", "Lab", "Art"]),
        ("email,groups\na@a.example,", vec![]),
    ] {
        let row =
            Sheet::<_, Guest>::open(text.as_bytes(), &Options::default()).unwrap().next().unwrap().unwrap().unwrap();
        assert_eq!(row.list(Guest::Groups), groups, "{text:?}");
    }
}

#[test]
fn a_file_in_windows_1252_is_known_by_its_first_letter_that_is_not_ascii() {
    let mut bytes = b"email,role\n".to_vec();
    (0..9_000).for_each(|_| bytes.extend(b"someone@a.example,staff\n"));
    bytes.extend(b"z@a.example,Sch\xfcler \x96 neu\n");
    let mut sheet = Sheet::<_, Guest>::open(&bytes[..], &Options::default()).unwrap();
    let last = sheet.by_ref().last().unwrap().unwrap().unwrap();
    assert_eq!((last.line(), last.get(Guest::Role).as_deref()), (9_002, Some("Schüler – neu")));
    assert_eq!(sheet.encoding(), Encoding::Windows1252);
    assert_eq!(sheet.bytes_read(), bytes.len() as u64);
}

#[test]
fn a_sheet_can_be_read_on_another_thread() {
    let sheet = Sheet::<_, Guest>::open(&b"email\na@a.example\n"[..], &Options::default()).unwrap();
    assert_eq!(std::thread::spawn(move || sheet.count()).join().unwrap(), 1);
}
