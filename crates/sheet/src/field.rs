//! The fields of an invitation that a column can hold. Keeps out what is right in a field, and the titles that people
//! give them (titles.rs).

use crate::titles;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The bound address.
    Email,
    /// The bound domain.
    Domain,
    /// The role's name.
    Role,
    /// The department's name.
    Department,
    /// Names of groups.
    Groups,
    /// How often it can be used.
    Limit,
    /// When it ends.
    Expires,
    /// What it is for.
    Label,
    /// More words about it.
    Note,
}

impl Field {
    /// How many fields there are.
    pub(crate) const COUNT: usize = 9;

    /// All, as they stand in the export.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Email,
        Self::Domain,
        Self::Role,
        Self::Department,
        Self::Groups,
        Self::Limit,
        Self::Expires,
        Self::Label,
        Self::Note,
    ];

    /// What columns without titles hold, in this order (docs/product.md, Many at once).
    pub const ORDER: [Self; 7] =
        [Self::Email, Self::Role, Self::Department, Self::Groups, Self::Limit, Self::Expires, Self::Label];

    /// The title that we write.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Domain => "domain",
            Self::Role => "role",
            Self::Department => "department",
            Self::Groups => "groups",
            Self::Limit => "limit",
            Self::Expires => "expires",
            Self::Label => "label",
            Self::Note => "note",
        }
    }

    /// The field that a title means, in any case, with any spaces and hyphens: `E-Mail`, `usage_limit`, `Gültig bis`,
    /// `Role (required)`.
    pub fn titled(title: &str) -> Option<Self> {
        titles::meant(title).map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_any_case_and_in_other_languages() {
        for (title, field) in [
            ("E-Mail", Field::Email),
            (" EMAIL address *", Field::Email),
            ("\u{feff}email", Field::Email),
            ("Correo electrónico", Field::Email),
            ("courriel", Field::Email),
            ("Rolle", Field::Role),
            ("ABTEILUNG", Field::Department),
            ("usage_limit", Field::Limit),
            ("Gültig bis", Field::Expires),
            ("valable jusqu’au", Field::Expires),
            ("Groups (optional)", Field::Groups),
        ] {
            assert_eq!(Field::titled(title), Some(field), "{title}");
        }
    }

    #[test]
    fn other_titles_are_not_known() {
        for title in ["", "name", "line", "reason", "amara@fernhill.example", "(email)"] {
            assert_eq!(Field::titled(title), None, "{title}");
        }
    }
}
