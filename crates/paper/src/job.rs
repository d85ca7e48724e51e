//! A print job: the layout, the paper, every word, and the cards. Keeps out how it is drawn.

use std::fmt;

/// How many invitations are on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Two by four, 95 × 69 mm on A4.
    EightCards,
    /// Two by five, the size of business cards.
    TenCards,
    /// One to a page, to hang up.
    Poster,
}

impl Layout {
    /// Invitations on a full page.
    pub const fn per_page(self) -> usize {
        match self {
            Self::EightCards => 8,
            Self::TenCards => 10,
            Self::Poster => 1,
        }
    }
}

/// The paper in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    A4,
    /// 8.5 × 11 inches (ANSI/ASME Y14.1).
    Letter,
}

/// A print job: everything that is the same on all cards.
#[derive(Debug, Clone)]
pub struct PrintJob {
    /// How many to a page.
    pub layout: Layout,
    /// What paper.
    pub paper: Paper,
    /// The organisation's name.
    pub organisation: String,
    /// The organisation's logo, as the bytes of a PNG or JPEG file.
    pub logo: Option<Vec<u8>>,
    /// Every word that is not specific to a card.
    pub words: PrintWords,
}

/// The words of a print run, in the organisation's language. An empty one is left out with its space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintWords {
    /// The language as a BCP 47 tag ("en-GB"). Arabic, Hebrew, Persian and Urdu mirror the card.
    pub language: String,
    /// "You're invited"
    pub title: String,
    /// "Role"
    pub role: String,
    /// "Department"
    pub department: String,
    /// "Expires"
    pub expires: String,
    /// "For", before the label
    pub label: String,
    /// "How to join", above the steps
    pub how: String,
    /// The steps to join, one sentence each. Several are numbered.
    pub steps: Vec<String>,
    /// The last line: whom to ask, or what to do with an unused card.
    pub footer: String,
    /// The last line on an invitation for several people.
    pub footer_many: String,
}

/// One invitation on paper.
#[derive(Clone)]
pub struct Card {
    /// The code in its groups, as people read it: `K7QF-2M9X-4TZC-8WHN`.
    pub code: String,
    /// The content of the QR code.
    pub link: String,
    /// The role that a newcomer gets.
    pub role: String,
    /// The department, if one is set.
    pub department: Option<String>,
    /// The expiry as printed: "14 May 2026, 18:00". Empty if it never expires.
    pub expires: String,
    /// What the invitation is for, or where it is handed out.
    pub label: Option<String>,
    /// Whether several people may use it.
    pub for_many: bool,
}

impl fmt::Debug for Card {
    /// Prints neither code nor link, which are secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("role", &self.role).field("department", &self.department).finish_non_exhaustive()
    }
}
