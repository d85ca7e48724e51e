//! The fields that a column of invitations can hold. Keeps out which values are valid.

use std::sync::LazyLock;
use vestibule_sheet::words::{self, Words};
use vestibule_sheet::{Field, Holds, Titles};

/// The fields that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InvitationField {
    /// The bound address.
    Email,
    /// The bound domain.
    Domain,
    /// The role's name.
    Role,
    /// The department's name or path.
    Department,
    /// Names of groups.
    Groups,
    /// How many people may use it.
    Limit,
    /// When it ends.
    Expires,
    /// What it is for.
    Label,
    /// A remark for those who look after it.
    Note,
}

static TITLES: LazyLock<Titles<InvitationField>> = LazyLock::new(Titles::of_all);

impl Field for InvitationField {
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
    /// See docs/product.md, Many at once.
    const ORDER: &'static [Self] =
        &[Self::Email, Self::Role, Self::Department, Self::Groups, Self::Limit, Self::Expires, Self::Label];
    const ROW: [&'static str; 2] = ["invitation", "invitations"];
    const ADDRESS: Option<Self> = Some(Self::Email);
    const DOMAIN: Option<Self> = Some(Self::Domain);
    /// Exported columns for information only, which an import ignores (export.rs).
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_at_its_own_place_and_is_known_by_the_name_that_is_written() {
        for (place, field) in InvitationField::ALL.iter().enumerate() {
            assert_eq!((field.place(), InvitationField::titled(field.name())), (place, Some(*field)));
        }
    }
}
