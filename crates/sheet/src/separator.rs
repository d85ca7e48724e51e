//! Finds the separator between cells from the first rows. Keeps out the meaning of cells, except for known titles.

use crate::columns::{HEADING, ours};
use crate::{Field, SheetError, cutter::sample};
use std::cmp::Reverse;

/// A separator between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, used where the comma is the decimal separator.
    Semicolon,
    /// Used by spreadsheets on the clipboard.
    Tab,
    /// `|`, only if the file says `sep=|`.
    Bar,
}

/// How many rows are enough to compare separators.
const ROWS: usize = 100;

impl Separator {
    /// All separators, in the order of declaration.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    /// The character in the file.
    pub const fn char(self) -> char {
        self.byte() as char
    }

    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// Reads a first line `sep=;`, written by spreadsheets; also gives its length in bytes without the line end.
    pub(crate) fn named(text: &str) -> Result<Option<(Self, usize)>, SheetError> {
        let line = text.split(['\r', '\n']).next().unwrap_or("");
        let bare = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
        let mut named = match bare.get(..4) {
            Some(word) if word.eq_ignore_ascii_case("sep=") => bare[4..].chars(),
            _ => return Ok(None),
        };
        let (Some(found), None) = (named.next(), named.next()) else { return Ok(None) };
        let separator = Self::ALL.into_iter().find(|it| it.char() == found);
        separator.map(|it| Some((it, line.len()))).ok_or(SheetError::UnknownSeparator { found })
    }

    /// The separator by which most titles are known in one of the first rows; else the one that splits fewest quoted
    /// cells; else the one that cuts most rows into the same number of cells, and into more of them.
    pub(crate) fn guessed<F: Field>(head: &str, whole: bool) -> Self {
        let mut best = None;
        for separator in [Self::Comma, Self::Semicolon, Self::Tab] {
            let rows = sample(head, separator, whole, ROWS);
            // A file written here is recognised by its first row, whatever its cells contain.
            if rows.first().is_some_and(|(first, _)| ours(first).is_some()) {
                return separator;
            }
            let titles = |(cells, _): &(crate::Cells, usize)| cells.iter().filter(|title| is_title::<F>(title)).count();
            let titles = rows.iter().take(HEADING).map(titles).max().unwrap_or(0);
            let alike = |width: usize| rows.iter().filter(|(_, other)| *other == width).count();
            let (even, width) = rows
                .iter()
                .map(|(_, width)| *width)
                .filter(|width| *width > 1)
                .map(|width| (alike(width), width))
                .max()
                .unwrap_or((0, 0));
            let torn =
                rows.iter().filter(|(cells, _)| cells.iter().any(|cell| cell.matches('"').count() % 2 == 1)).count();
            let score = (titles, Reverse(torn), even, width);
            if best.is_none_or(|(_, other)| score > other) {
                best = Some((separator, score));
            }
        }
        best.map_or(Self::Comma, |(separator, _)| separator)
    }
}

/// Whether a cell is one known title, and not several in one piece.
fn is_title<F: Field>(cell: &str) -> bool {
    !cell.contains([',', ';', '\t']) && F::titled(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_cuts_rows_evenly_quotes_respected() {
        for (text, separator) in [
            ("email,role\na@b.example,staff", Separator::Comma),
            ("email;role\na@b.example;staff", Separator::Semicolon),
            ("email\trole\na@b.example\tstaff", Separator::Tab),
            ("email,groups\na@b.example,x;y;z\nc@d.example,v;w;x", Separator::Comma),
            ("a@b.example;\"x,y\"\nc@d.example;\"z,v\"", Separator::Semicolon),
            ("a@b.example\tHill, Amara\nc@d.example\tOsei, Kofi, Dr", Separator::Tab),
            ("a@b.example\nc@d.example", Separator::Comma),
            ("email (work),role\na@b.example,staff", Separator::Comma),
            ("a;b;c;d,line,reason\na;b;c;d,2,x", Separator::Comma),
            ("", Separator::Comma),
        ] {
            assert_eq!(Separator::guessed::<crate::guest::Guest>(text, true), separator, "{text:?}");
        }
    }

    #[test]
    fn each_stands_at_its_own_place() {
        assert!(Separator::ALL.iter().enumerate().all(|(place, separator)| *separator as usize == place));
    }

    #[test]
    fn a_first_line_may_name_it() {
        for (text, named) in [
            ("sep=;\r\nemail", Some((Separator::Semicolon, 5))),
            ("\"SEP=\t\"\n", Some((Separator::Tab, 7))),
            ("sep=|", Some((Separator::Bar, 5))),
            ("sep=", None),
            ("sep=;;", None),
            ("separator", None),
        ] {
            assert_eq!(Separator::named(text).unwrap(), named, "{text:?}");
        }
        assert!(matches!(Separator::named("sep=x\n"), Err(SheetError::UnknownSeparator { found: 'x' })));
    }
}
