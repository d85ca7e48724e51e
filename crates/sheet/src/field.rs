//! What a column can hold: a set of fields, given by whoever reads the sheet. Keeps out which sets there are, and what
//! is right in a field.

use crate::titles::{self, Titles};
use crate::words::Words;
use std::fmt::Debug;

/// How a cell of a field is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line: what stands on several is put on one.
    Line,
    /// Text as it stands, with its lines.
    Text,
    /// Several names.
    List,
    /// A line that may be a date: the whole column says whether days or months come first.
    Date,
}

/// The fields of what the rows of a sheet stand for.
pub trait Field: Debug + Copy + Eq + Send + Sync + 'static {
    /// All, as they stand in an export.
    const ALL: &'static [Self];
    /// What columns without titles hold, in this order.
    const ORDER: &'static [Self];
    /// What a row stands for, and what several do: `invitation`, `invitations`.
    const ROW: [&'static str; 2];
    /// Holds the address of whom a row is for. A column of addresses that is not taken for it is asked about.
    const ADDRESS: Option<Self> = None;
    /// Holds what stands behind the sign of addresses, where a row is for all who have such a one.
    const DOMAIN: Option<Self> = None;
    /// Titles that stand behind those of all fields in a list exported here.
    const BESIDE: &'static [&'static str] = &[];

    /// The title that we write.
    fn name(self) -> &'static str;

    /// Its place in [`Field::ALL`].
    fn place(self) -> usize;

    /// How its cells are read.
    fn holds(self) -> Holds;

    /// The titles that people give to it, [`Field::name`] among the sure ones.
    fn words(self) -> Words;

    /// The titles of all, made once.
    fn titles() -> &'static Titles<Self>;

    /// The field that a title means, in any case, with any spaces and hyphens: `E-Mail`, `usage_limit`, `Gültig bis`,
    /// `Role (required)`.
    fn titled(title: &str) -> Option<Self> {
        titles::meant(title).map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guest::Guest;

    #[test]
    fn titles_are_known_in_any_case_and_in_other_languages() {
        for (title, field) in [
            ("E-Mail", Guest::Email),
            (" EMAIL address *", Guest::Email),
            ("\u{feff}email", Guest::Email),
            ("Correo electrónico", Guest::Email),
            ("courriel", Guest::Email),
            ("Rolle", Guest::Role),
            ("ABTEILUNG", Guest::Department),
            ("usage_limit", Guest::Limit),
            ("Gültig bis", Guest::Expires),
            ("valable jusqu’au", Guest::Expires),
            ("Groups (optional)", Guest::Groups),
        ] {
            assert_eq!(Guest::titled(title), Some(field), "{title}");
        }
    }

    #[test]
    fn other_titles_are_not_known() {
        for title in ["", "name", "line", "reason", "amara@fernhill.example", "(email)"] {
            assert_eq!(Guest::titled(title), None, "{title}");
        }
    }

    #[test]
    fn each_stands_at_its_own_place() {
        assert!(Guest::ALL.iter().enumerate().all(|(place, field)| field.place() == place));
    }
}
