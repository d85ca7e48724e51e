//! The organisation's policy: limits and defaults that an administrator may change, with their initial values.

use crate::CodeLength;
use serde::{Deserialize, Serialize};

/// The rules that an administrator may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: u32,
    /// The most days ahead that an expiry may be.
    pub max_expiry_days: u32,
    /// Whether an invitation may be made that never expires.
    pub never_allowed: bool,
    /// Whether every invitation must be bound to an address or a domain.
    pub binding_required: bool,
    /// How many symbols new codes have.
    pub code_length: CodeLength,
    /// The shortest password, in characters.
    pub password_min: u32,
    /// Minutes without activity after which a session locks.
    pub idle_minutes: u32,
    /// Seconds after which a copied code is cleared from the clipboard.
    pub clipboard_seconds: u32,
    /// Days after its end until an invitation is cleaned up.
    pub clean_up_days: u32,
}

/// A rule whose value is out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field} lies between {least} and {most}")]
pub struct PolicyError {
    /// The rule's serialised name.
    pub field: &'static str,
    /// The smallest allowed value.
    pub least: u32,
    /// The largest allowed value.
    pub most: u32,
}

impl Policy {
    /// The upper bound of all rules in days: ten years, further than any organisation plans.
    pub const FURTHEST_DAYS: u32 = 3_650;

    /// The numeric rules with their bounds: name, value, least, most. The default expiry is bounded by the latest
    /// allowed one.
    pub fn numbers(&self) -> [(&'static str, u32, u32, u32); 6] {
        [
            ("max_expiry_days", self.max_expiry_days, 1, Self::FURTHEST_DAYS),
            ("default_expiry_days", self.default_expiry_days, 1, self.max_expiry_days.clamp(1, Self::FURTHEST_DAYS)),
            ("password_min", self.password_min, 10, 64),
            ("idle_minutes", self.idle_minutes, 1, 24 * 60),
            ("clipboard_seconds", self.clipboard_seconds, 5, 600),
            ("clean_up_days", self.clean_up_days, 1, Self::FURTHEST_DAYS),
        ]
    }

    /// Checks all rules together; the error names the first that is out of range.
    pub fn check(&self) -> Result<(), PolicyError> {
        let wrong = self.numbers().into_iter().find(|(_, value, least, most)| !(least..=most).contains(&value));
        wrong.map_or(Ok(()), |(field, _, least, most)| Err(PolicyError { field, least, most }))
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            default_expiry_days: 7,
            max_expiry_days: 365,
            never_allowed: true,
            binding_required: false,
            code_length: CodeLength::Sixteen,
            password_min: 10,
            idle_minutes: 15,
            clipboard_seconds: 60,
            clean_up_days: 90,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_at_first_can_be_so() {
        assert_eq!(Policy::default().check(), Ok(()));
    }

    #[test]
    fn each_number_has_both_its_ends_and_nothing_beyond() {
        let with = |field: &str, value| {
            let usual = Policy { default_expiry_days: 1, ..Policy::default() };
            match field {
                "max_expiry_days" => Policy { max_expiry_days: value, ..usual },
                "default_expiry_days" => Policy { default_expiry_days: value, ..usual },
                "password_min" => Policy { password_min: value, ..usual },
                "idle_minutes" => Policy { idle_minutes: value, ..usual },
                "clipboard_seconds" => Policy { clipboard_seconds: value, ..usual },
                _ => Policy { clean_up_days: value, ..usual },
            }
        };
        for (field, _, least, most) in Policy::default().numbers() {
            for fits in [least, most] {
                assert_eq!(with(field, fits).check(), Ok(()), "{field} {fits}");
            }
            for beyond in [least - 1, most + 1, 0, u32::MAX] {
                assert_eq!(with(field, beyond).check().map_err(|error| error.field), Err(field), "{field} {beyond}");
            }
        }
    }

    #[test]
    fn the_usual_expiry_is_not_later_than_the_latest() {
        let policy = Policy { default_expiry_days: 31, max_expiry_days: 30, ..Policy::default() };
        assert_eq!(policy.check(), Err(PolicyError { field: "default_expiry_days", least: 1, most: 30 }));
    }
}
