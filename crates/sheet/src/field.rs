//! What a column can hold: a set of fields, defined by the crate that reads the sheet. Keeps out which sets there are,
//! and which values are valid.

use crate::titles::{self, Titles};
use crate::words::Words;
use std::fmt::Debug;

/// How a cell of a field is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line: line breaks become spaces.
    Line,
    /// Text with its line breaks.
    Text,
    /// Several names.
    List,
    /// A line that may be a date: the whole column shows whether days or months come first.
    Date,
}

/// A set of fields, for one kind of rows.
pub trait Field: Debug + Copy + Eq + Send + Sync + 'static {
    /// All fields, in the order of an export.
    const ALL: &'static [Self];
    /// The fields of untitled columns, in this order.
    const ORDER: &'static [Self];
    /// What a row stands for, singular and plural: `invitation`, `invitations`.
    const ROW: [&'static str; 2];
    /// The field for the address of a row's recipient. A column of addresses with another field is asked about.
    const ADDRESS: Option<Self> = None;
    /// The field for the domain of addresses, where a row is for everybody with such an address.
    const DOMAIN: Option<Self> = None;
    /// Further titles after those of all fields, in a list exported here.
    const BESIDE: &'static [&'static str] = &[];

    /// The title that is written.
    fn name(self) -> &'static str;

    /// Its index in [`Field::ALL`].
    fn place(self) -> usize;

    /// How its cells are read.
    fn holds(self) -> Holds;

    /// The titles that people use for it; [`Field::name`] is among the sure ones.
    fn words(self) -> Words;

    /// The lookup table of all titles, built once.
    fn titles() -> &'static Titles<Self>;

    /// The field that a title means, ignoring case, spaces and hyphens: `E-Mail`, `usage_limit`, `Gültig bis`, `Role
    /// (required)`.
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
