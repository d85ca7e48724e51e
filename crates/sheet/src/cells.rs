//! The cells of one row, as in the file. Keeps out which column holds what.

use crate::formula::restored;

/// The cells of a row, in one block of memory. Empty ones at the end are dropped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    /// From the row's text and the offsets at which its cells end; marks against formulas are removed.
    pub(crate) fn cut(text: &[u8], ends: &[usize]) -> Self {
        let text = std::str::from_utf8(text).expect("decoded text, cut at separators and quotes, which are ASCII");
        let mut cells = Self { text: text.to_owned(), ends: ends.to_vec() };
        if text.contains('\'') {
            cells = cells.iter().map(|cell| restored(cell)).collect();
        }
        cells.trim();
        cells
    }

    /// The number of cells up to the last one that is not empty.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether all are empty.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell as in the file; `None` beyond the last.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    /// The cells up to the last one that is not empty.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place).unwrap_or(""))
    }

    /// The size of all cells together, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// A copy of the first cells, at most so many.
    pub(crate) fn first(&self, most: usize) -> Self {
        self.iter().take(most).collect()
    }

    /// A copy without the two cells from that index on.
    pub(crate) fn without_pair(&self, place: usize) -> Self {
        self.iter().enumerate().filter(|(at, _)| !(place..place + 2).contains(at)).map(|(_, cell)| cell).collect()
    }

    fn trim(&mut self) {
        while let Some(last) = self.len().checked_sub(1) {
            let start = last.checked_sub(1).map_or(0, |before| self.ends[before]);
            if !trimmed(&self.text[start..]).is_empty() {
                break;
            }
            self.text.truncate(start);
            self.ends.pop();
        }
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut all = Self::default();
        for cell in cells {
            all.text.push_str(cell.as_ref());
            all.ends.push(all.text.len());
        }
        all.trim();
        all
    }
}

impl std::fmt::Debug for Cells {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A cell without the spaces around it, invisible ones included.
pub(crate) fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}

/// Whether a cell, as cut from the file, is empty.
pub(crate) fn is_blank(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|cell| trimmed(cell).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_kept_up_to_the_last_that_is_filled() {
        let cells: Cells = ["a", "", " b ", "", " \u{a0}"].into_iter().collect();
        assert_eq!(cells.len(), 3);
        assert_eq!((cells.get(1), cells.get(2), cells.get(3)), (Some(""), Some(" b "), None));
        assert_eq!(cells.without_pair(1), ["a"].into_iter().collect());
    }

    #[test]
    fn nothing_but_spaces_is_empty() {
        assert!(["", "\u{200b}", "\n"].into_iter().collect::<Cells>().is_empty());
        assert!(Cells::default().is_empty());
    }
}
