//! A typical set of fields for tests: addresses, lists, dates and text. Keeps out which values are valid.

use std::sync::LazyLock;
use vestibule_sheet::words::{self, Words};
use vestibule_sheet::{Field, Holds, Titles};

/// What a column can hold.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guest {
    Email,
    Domain,
    Role,
    Department,
    Groups,
    Limit,
    Expires,
    Label,
    Note,
}

static TITLES: LazyLock<Titles<Guest>> = LazyLock::new(Titles::of_all);

impl Field for Guest {
    const ALL: &'static [Self] = &[
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
    const ORDER: &'static [Self] =
        &[Self::Email, Self::Role, Self::Department, Self::Groups, Self::Limit, Self::Expires, Self::Label];
    const ROW: [&'static str; 2] = ["guest", "guests"];
    const ADDRESS: Option<Self> = Some(Self::Email);
    const DOMAIN: Option<Self> = Some(Self::Domain);
    const BESIDE: &'static [&'static str] = &["code", "link", "status"];

    fn name(self) -> &'static str {
        ["email", "domain", "role", "department", "groups", "limit", "expires", "label", "note"][self.place()]
    }

    fn place(self) -> usize {
        self as usize
    }

    fn holds(self) -> Holds {
        match self {
            Self::Groups => Holds::List,
            Self::Expires => Holds::Date,
            Self::Note => Holds::Text,
            _ => Holds::Line,
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Email => words::EMAIL,
            Self::Domain => words::DOMAIN,
            Self::Role => words::ROLE,
            Self::Department => words::DEPARTMENT,
            Self::Groups => words::GROUPS,
            Self::Limit => words::LIMIT,
            Self::Expires => words::EXPIRES,
            Self::Label => words::LABEL,
            Self::Note => words::NOTE,
        }
    }

    fn titles() -> &'static Titles<Self> {
        &TITLES
    }
}
