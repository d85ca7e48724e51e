//! Limits on numbers: uses of an invitation, and the sizes of bulk operations.

use serde::{Deserialize, Serialize};

/// The most invitations created in one operation (docs/product.md, Many at once: a sheet of 100 000 rows is an ordinary
/// one).
pub const MOST_AT_ONCE: u32 = 100_000;
/// The most cards or posters in one print: a ream holds 500 sheets.
pub const MOST_PRINTED: u32 = 10_000;
/// The most days that a clean-up can look back: a hundred years.
pub const LONGEST_AGO_DAYS: u32 = 36_500;

/// How many people may use an invitation: 1 to 10 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct UsageLimit(u32);

/// The number is outside 1 … 10 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the usage limit is a number from 1 to {max}", max = UsageLimit::MAX)]
pub struct UsageLimitError;

impl UsageLimit {
    /// The most uses an invitation can have.
    pub const MAX: u32 = 10_000;
    /// One use: the default.
    pub const ONE: Self = Self(1);

    /// Checks the range.
    pub fn new(uses: u64) -> Result<Self, UsageLimitError> {
        u32::try_from(uses).ok().filter(|n| (1..=Self::MAX).contains(n)).map(Self).ok_or(UsageLimitError)
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u64> for UsageLimit {
    type Error = UsageLimitError;
    fn try_from(uses: u64) -> Result<Self, UsageLimitError> {
        Self::new(uses)
    }
}

impl From<UsageLimit> for u64 {
    fn from(limit: UsageLimit) -> Self {
        u64::from(limit.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_has_both_its_ends_and_nothing_beyond() {
        assert_eq!(UsageLimit::new(1).unwrap().get(), 1);
        assert_eq!(UsageLimit::new(10_000).unwrap().get(), 10_000);
        for bad in [0, 10_001, 1_000_000_000, u64::from(u32::MAX) + 2, u64::MAX] {
            assert_eq!(UsageLimit::new(bad), Err(UsageLimitError), "{bad}");
        }
    }
}
