//! The meaning of titles: which field, and how surely. Keeps out the titles themselves (words.rs), and the cells of
//! columns.

use crate::Field;
use crate::words::OTHER_ADDRESSES;
use std::collections::HashMap;

/// How surely a title means its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TitleRank {
    /// It means that field and nothing else.
    Sure,
    /// It means that field where no column has a sure title for it.
    Else,
}

/// A lookup table of the titles of a set of fields. A set stores its own, for [`Field::titles`].
#[derive(Debug)]
pub struct Titles<F>(HashMap<&'static str, (F, TitleRank)>);

impl<F: Field> Titles<F> {
    /// The table of all fields of the set.
    pub fn of_all() -> Self {
        let ranked = |words: &'static str, field: F, rank: TitleRank| {
            words.split_whitespace().map(move |title| (title, (field, rank)))
        };
        let of = |field: &F| {
            let words = field.words();
            ranked(words.sure, *field, TitleRank::Sure).chain(ranked(words.other, *field, TitleRank::Else))
        };
        Self(F::ALL.iter().flat_map(of).collect())
    }
}

/// A title without case, spaces, symbols, and bracketed text at its end.
pub(crate) fn plain(title: &str) -> String {
    let named = title.split(['(', '[']).next().unwrap_or("");
    named.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The field that a title means.
pub(crate) fn meant<F: Field>(title: &str) -> Option<(F, TitleRank)> {
    F::titles().0.get(plain(title).as_str()).copied()
}

/// Whether a title names another address than the person's own main one.
pub(crate) fn is_other_address<F: Field>(title: &str) -> bool {
    let plain = plain(title);
    OTHER_ADDRESSES.split_whitespace().any(|word| word == plain)
        || matches!(meant(title), Some((field, TitleRank::Else)) if Some(field) == F::ADDRESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guest::Guest;

    #[test]
    fn no_title_means_two_fields_and_each_is_written_as_it_is_compared() {
        let of = |field: &Guest| {
            let words = field.words();
            words.sure.split_whitespace().chain(words.other.split_whitespace())
        };
        let all: Vec<&str> = Guest::ALL.iter().flat_map(of).chain(OTHER_ADDRESSES.split_whitespace()).collect();
        for title in &all {
            assert_eq!(all.iter().filter(|other| *other == title).count(), 1, "{title}");
            assert_eq!(plain(title), **title);
        }
        assert!(Guest::ALL.iter().all(|field| meant(field.name()) == Some((*field, TitleRank::Sure))));
    }

    #[test]
    fn the_addresses_of_the_usual_exports_are_known_by_their_titles() {
        for title in [
            "E-mail 1 - Value",
            "E-mail Address",
            "Email Address [Required]",
            "mail",
            "EmailAddress",
            "email",
            "Email_Addr",
            "Primary Email",
            "Email - Primary Work",
            "Work Email",
            "E-Mail",
            "Электронная почта",
            "E-Mail-Adresse",
            "Adresse e-mail",
            "Indirizzo e-mail",
            "Correo electrónico",
            "Adres e-mail",
            "Електронна пошта",
            "Adresă de e-mail",
            "E-mailadres",
            "Endereço de e-mail",
        ] {
            assert_eq!(meant(title), Some((Guest::Email, TitleRank::Sure)), "{title}");
        }
        assert_eq!(meant("User principal name"), Some((Guest::Email, TitleRank::Else)));
        assert!(
            ["User principal name", "Manager's email", "E-mail 2 - Value", "Alternate email address"]
                .into_iter()
                .all(is_other_address::<Guest>)
        );
        assert!(!is_other_address::<Guest>("Kontakt") && !is_other_address::<Guest>("email"));
    }

    #[test]
    fn departments_groups_and_expiries_of_other_languages_are_known() {
        for (title, field) in [
            ("Organization 1 - Department", Guest::Department),
            ("Organization Department", Guest::Department),
            ("Отдел", Guest::Department),
            ("Відділ", Guest::Department),
            ("Dział", Guest::Department),
            ("Departament", Guest::Department),
            ("Afdeling", Guest::Department),
            ("Группы", Guest::Groups),
            ("cohort1", Guest::Groups),
            ("Действительно до", Guest::Expires),
            ("Ważne do", Guest::Expires),
            ("Geldig tot", Guest::Expires),
            ("Роль", Guest::Role),
            ("Примечание", Guest::Note),
        ] {
            assert_eq!(meant(title).map(|(field, _)| field), Some(field), "{title}");
        }
    }
}
