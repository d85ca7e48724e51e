//! Recognises files that are not text by their first bytes. Keeps out encodings.

/// The first bytes of files that people take for tables, or pick by mistake.
const KNOWN: [(&[u8], &str); 11] = [
    (b"PK\x03\x04", "a workbook (.xlsx or .ods) or an archive"),
    (b"\xd0\xcf\x11\xe0", "an older workbook (.xls)"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
];
/// One control character in so many bytes means that it is not text: in random bytes it is one in nine.
const CONTROL_SHARE: usize = 20;
/// Fewer than this are accidents, reported by their rows.
const CONTROL_LEAST: usize = 8;

/// What the file is, with its article, if it is not text.
pub(crate) fn no_text(head: &[u8]) -> Option<&'static str> {
    let known =
        KNOWN.iter().find(|(magic, _)| head.get(..magic.len()).is_some_and(|it| it.eq_ignore_ascii_case(magic)));
    if let Some((_, what)) = known {
        return Some(what);
    }
    let control = head.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\r' | b'\n')).count();
    (control >= CONTROL_LEAST && control > head.len() / CONTROL_SHARE).then_some("a binary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workbooks_pictures_and_programs_are_no_text() {
        for head in [
            &b"PK\x03\x04\x14\0"[..],
            b"\xd0\xcf\x11\xe0\xa1",
            b"%PDF-1.7",
            b"<!doctype html>",
            &[0; 100],
            b"e\0m\0a\0i\0l\0,\0r\0o\0l\0",
        ] {
            assert!(no_text(head).is_some(), "{head:?}");
        }
    }

    #[test]
    fn text_with_an_accident_in_it_is_text() {
        for head in [&b""[..], b"email,role\r\n", b"PK,staff", b"a\0b", "Zo\u{eb}\ta\u{1}".as_bytes()] {
            assert_eq!(no_text(head), None, "{head:?}");
        }
    }
}
