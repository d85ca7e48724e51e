//! The columns of the list of invitations; code, email and status are always shown. Pure. Keeps out what a person has
//! chosen, and what a cell shows.

use super::InvitationList;
use crate::list::{ColumnLook, FitStep, ListColumn, TableSpace};
use crate::parts::status_pill;
use crate::t;
use vestibule_wire::SortField;

/// What the gutter adds to the code's column when there is no tick column before it.
const GUTTER: u32 = 16;
/// Widths of a 16-symbol code, and what a longer one adds.
const CODE: u32 = 154;
const LONG_CODE: u32 = 41;
/// The least width of Email, which takes the rest of the room.
const EMAIL: u32 = 160;
/// "2 of 5" beside the status.
const USES: u32 = 56;

/// A column, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The code; always shown.
    Code,
    /// Who may use it.
    Email,
    /// The role.
    Role,
    /// The status.
    Status,
    /// When it ends.
    Expires,
    /// Who used it.
    Used,
    /// Who made it.
    By,
    /// When it was made.
    Created,
}

/// Which columns are hidden at each step. Without "Used by", the uses are shown beside the status if there is room.
pub const STEPS: &[FitStep<Column>] = &[
    FitStep { leave: &[], compact: false },
    FitStep { leave: &[Column::Created], compact: false },
    FitStep { leave: &[Column::By], compact: false },
    FitStep { leave: &[Column::Used], compact: true },
    FitStep { leave: &[Column::Expires], compact: true },
    FitStep { leave: &[], compact: false },
    FitStep { leave: &[Column::Role], compact: false },
];

/// Whether this language has a word for a status longer than seven letters, the longest in English: columns are wider
/// then (DESIGN.md, notes).
pub fn has_long_words() -> bool {
    use vestibule_wire::Status::{Active, Expired, Revoked, Used};
    [Active, Used, Expired, Revoked].into_iter().any(|status| status_pill::word(status).chars().count() > 7)
}

impl ListColumn<InvitationList> for Column {
    const ALL: &'static [Self] =
        &[Self::Code, Self::Email, Self::Role, Self::Status, Self::Expires, Self::Used, Self::By, Self::Created];

    /// Codes and statuses are never cut; other columns keep room for a word.
    fn look(self) -> ColumnLook {
        let (name, hook, class, least) = match self {
            Self::Code => ("code", "column-code", "w-code", CODE as u16),
            Self::Email => ("email", "column-email", "w-email", EMAIL as u16),
            Self::Role => ("role", "column-role", "w-role", 72),
            Self::Status => ("status", "column-status", "c-status", 102),
            Self::Expires => ("expires", "column-expires", "w-expires", 72),
            Self::Used => ("used", "column-used", "c-used", 72),
            Self::By => ("by", "column-by", "c-by", 72),
            Self::Created => ("created", "column-created", "c-age num", 64),
        };
        ColumnLook { name, hook, class, least }
    }

    fn words(self) -> String {
        match self {
            Self::Code => t!("invitations-code"),
            Self::Email => t!("invitations-email"),
            Self::Role => t!("invitations-role"),
            Self::Status => t!("invitations-status"),
            Self::Expires => t!("invitations-expires"),
            Self::Used => t!("invitations-used-by"),
            Self::By => t!("invitations-created-by"),
            Self::Created => t!("invitations-created"),
        }
    }

    fn sort(self) -> Option<SortField> {
        Some(match self {
            Self::Code => SortField::Code,
            Self::Email => SortField::Email,
            Self::Role => SortField::Role,
            Self::Status => SortField::Status,
            Self::Expires => SortField::Expires,
            Self::Used => SortField::Uses,
            Self::By => SortField::CreatedBy,
            Self::Created => SortField::Created,
        })
    }

    /// From the longest word of the language.
    fn width(self, room: TableSpace, compact: bool) -> u32 {
        let by_words = |usual, long| if room.long_words { long } else { usual };
        match self {
            Self::Code => CODE + if room.ticks { 0 } else { GUTTER } + if room.long_values { LONG_CODE } else { 0 },
            Self::Email => EMAIL,
            Self::Role if room.ticks => by_words(98, 100),
            Self::Role => by_words(108, 100),
            Self::Status => by_words(102, 128) + if compact { USES } else { 0 },
            Self::Expires => by_words(92, 128),
            Self::Used => by_words(112, 126),
            Self::By => by_words(138, 132),
            Self::Created => by_words(70, 92),
        }
    }
}
