//! Whether 8-bit text looks right in the encoding assumed for it. Keeps out decoding: it gets decoded text.

/// How many cells are kept as examples.
const LOOKS: usize = 5;
/// The longest part of a cell that is kept, in characters.
const LONGEST: usize = 60;

/// The text beyond ASCII in a file that is neither UTF-8 nor UTF-16.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    looks: Vec<String>,
    doubtful: bool,
}

impl Letters {
    /// Examines one more cell.
    pub(crate) fn look(&mut self, cell: &str) {
        if cell.is_ascii() {
            return;
        }
        let doubtful = is_doubtful(cell);
        // A doubtful cell replaces one that looks right.
        if doubtful && !self.doubtful {
            self.looks.clear();
        }
        self.doubtful |= doubtful;
        let look: String = cell.chars().take(LONGEST).collect();
        if self.looks.len() < LOOKS && (doubtful || !self.doubtful) && !self.looks.contains(&look) {
            self.looks.push(look);
        }
    }

    /// Some cells with letters that may be wrong.
    pub fn looks(&self) -> &[String] {
        &self.looks
    }

    /// Whether some are unlike words of any Western European language.
    pub fn are_doubtful(&self) -> bool {
        self.doubtful
    }
}

/// In Western European words, letters beyond ASCII come singly or in pairs, a capital never follows a small letter,
/// and no symbol is inside a word.
fn is_doubtful(cell: &str) -> bool {
    let chars: Vec<char> = cell.chars().collect();
    let foreign = |c: char| !c.is_ascii() && c.is_alphabetic();
    let three = chars.windows(3).any(|it| it.iter().all(|c| foreign(*c)));
    let capital = chars.windows(2).any(|it| it[0].is_lowercase() && foreign(it[1]) && it[1].is_uppercase())
        || chars
            .windows(3)
            .any(|it| it[0].is_alphabetic() && foreign(it[1]) && it[1].is_uppercase() && it[2].is_lowercase());
    let sign = chars.windows(2).any(|it| it[0].is_alphabetic() && is_odd(it[1]));
    three || capital || sign || cell.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c))
}

/// A symbol that never follows a letter.
fn is_odd(c: char) -> bool {
    matches!(
        c,
        '¡' | '¢'
            | '£'
            | '¤'
            | '¥'
            | '¦'
            | '§'
            | '¨'
            | '¬'
            | '\u{ad}'
            | '¯'
            | '±'
            | '³'
            | '¶'
            | '¸'
            | '¹'
            | '¼'
            | '½'
            | '¾'
            | '¿'
            | '†'
            | '‡'
            | 'ˆ'
            | '‰'
            | '˜'
            | '‹'
            | '‚'
            | '„'
            | '‘'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubtful(cells: &[&str]) -> bool {
        let mut letters = Letters::default();
        cells.iter().for_each(|cell| letters.look(cell));
        letters.are_doubtful()
    }

    #[test]
    fn western_european_words_are_not_doubted() {
        for cell in [
            "Mädchenchor",
            "MÄDCHEN",
            "Créée à l’été",
            "Schüler – neu",
            "naïve",
            "blåøjet",
            "Año 2026",
            "Łó",
            "§ 5",
            "5 £",
            "ÉCOLE",
            "Ça",
            "“x”",
        ] {
            assert!(!doubtful(&[cell]), "{cell}");
        }
    }

    #[test]
    fn other_encodings_read_as_western_european_are_doubted() {
        let read = |encoding: &'static encoding_rs::Encoding, text: &str| {
            let bytes = encoding.encode(text).0;
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
        };
        for (encoding, text) in [
            (encoding_rs::WINDOWS_1251, "Библиотека"),
            (encoding_rs::WINDOWS_1250, "Książki"),
            (encoding_rs::WINDOWS_1250, "Wydział"),
            (encoding_rs::MACINTOSH, "Médecine"),
            (encoding_rs::MACINTOSH, "Bücherei"),
            (encoding_rs::MACINTOSH, "Zoë"),
            (encoding_rs::WINDOWS_1253, "Βιβλιοθήκη"),
            (encoding_rs::KOI8_R, "Библиотека"),
            (encoding_rs::SHIFT_JIS, "図書館"),
        ] {
            assert!(doubtful(&[&read(encoding, text)]), "{text}: {}", read(encoding, text));
        }
    }

    #[test]
    fn the_doubtful_ones_are_kept_to_be_looked_at() {
        let mut letters = Letters::default();
        for cell in ["Zoë", "plain", "Áèáëèîòåêà", "Ëîò", "Zoë"] {
            letters.look(cell);
        }
        assert_eq!(letters.looks(), ["Áèáëèîòåêà", "Ëîò"]);
    }
}
