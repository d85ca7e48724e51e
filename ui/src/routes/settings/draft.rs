//! The organisation's rules while they are edited: what is typed, its faults, and what has changed. Pure: the limits
//! are the domain's. Keeps out requests, and how it looks.

use crate::{t, words};
use vestibule_domain::CodeLength;
use vestibule_wire::{ErrorCode, ErrorView, Policy, SetPolicyRequest};

/// A rule whose value is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberRule {
    /// Days until the default expiry.
    Usual,
    /// The most days until any expiry.
    Latest,
    /// Days after which a clean-up archives an ended invitation.
    CleanUp,
    /// Seconds until a copied secret is removed from the clipboard.
    Clipboard,
    /// The least length of a password in characters.
    Password,
    /// Idle minutes until the window locks.
    Idle,
}

/// All of them, in the page's order.
pub const NUMBERS: [NumberRule; 6] = [
    NumberRule::Usual,
    NumberRule::Latest,
    NumberRule::CleanUp,
    NumberRule::Clipboard,
    NumberRule::Password,
    NumberRule::Idle,
];

impl NumberRule {
    /// Its name in the policy; also the prefix of ids and test ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usual => "default_expiry_days",
            Self::Latest => "max_expiry_days",
            Self::CleanUp => "clean_up_days",
            Self::Clipboard => "clipboard_seconds",
            Self::Password => "password_min",
            Self::Idle => "idle_minutes",
        }
    }

    /// The field's id and test id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Usual => "settings-usual",
            Self::Latest => "settings-latest",
            Self::CleanUp => "settings-clean-up",
            Self::Clipboard => "settings-clipboard",
            Self::Password => "settings-password",
            Self::Idle => "settings-idle",
        }
    }

    /// Its label.
    pub fn words(self) -> String {
        match self {
            Self::Usual => t!("settings-usual"),
            Self::Latest => t!("settings-latest"),
            Self::CleanUp => t!("settings-clean-up"),
            Self::Clipboard => t!("settings-clipboard"),
            Self::Password => t!("settings-password"),
            Self::Idle => t!("settings-idle"),
        }
    }

    /// That many of its unit, in words.
    pub fn said(self, count: u32) -> String {
        match self {
            Self::Clipboard => t!("settings-seconds", count = count),
            Self::Password => t!("settings-characters", count = count),
            Self::Idle => t!("settings-minutes", count = count),
            Self::Usual | Self::Latest | Self::CleanUp => t!("settings-days", count = count),
        }
    }

    /// Its unit, as shown after that number.
    pub fn unit(self, count: u32) -> String {
        match self {
            Self::Clipboard => t!("settings-unit-seconds", count = count),
            Self::Password => t!("settings-unit-characters", count = count),
            Self::Idle => t!("settings-unit-minutes", count = count),
            Self::Usual | Self::Latest | Self::CleanUp => t!("settings-unit-days", count = count),
        }
    }

    fn value_in(self, policy: &Policy) -> u32 {
        match self {
            Self::Usual => policy.default_expiry_days,
            Self::Latest => policy.max_expiry_days,
            Self::CleanUp => policy.clean_up_days,
            Self::Clipboard => policy.clipboard_seconds,
            Self::Password => policy.password_min,
            Self::Idle => policy.idle_minutes,
        }
    }

    fn put(self, policy: &mut Policy, value: u32) {
        match self {
            Self::Usual => policy.default_expiry_days = value,
            Self::Latest => policy.max_expiry_days = value,
            Self::CleanUp => policy.clean_up_days = value,
            Self::Clipboard => policy.clipboard_seconds = value,
            Self::Password => policy.password_min = value,
            Self::Idle => policy.idle_minutes = value,
        }
    }

    /// The least and greatest valid value, given the other rules.
    pub fn bounds(self, policy: &Policy) -> (u32, u32) {
        let numbers = policy.numbers();
        let (_, _, least, most) =
            numbers.into_iter().find(|(name, ..)| *name == self.name()).expect("every number is a rule of the policy");
        (least, most)
    }
}

/// The values in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The numbers as typed, in the order of [`NUMBERS`].
    typed: [String; 6],
    /// Invitations may never expire.
    pub never: bool,
    /// Every invitation must be bound to an address or a domain.
    pub bound: bool,
    /// The length of new codes.
    pub length: CodeLength,
}

impl Draft {
    /// A draft equal to those rules.
    pub fn new(policy: &Policy) -> Self {
        Self {
            typed: NUMBERS.map(|number| number.value_in(policy).to_string()),
            never: policy.never_allowed,
            bound: policy.binding_required,
            length: policy.code_length,
        }
    }

    /// A number as typed.
    pub fn typed(&self, number: NumberRule) -> &str {
        &self.typed[number as usize]
    }

    /// Sets a number as typed.
    pub fn set(&mut self, number: NumberRule, text: String) {
        self.typed[number as usize] = text;
    }

    fn parsed(&self, number: NumberRule) -> Option<u32> {
        self.typed(number).trim().parse().ok()
    }

    /// Whether that number differs from `base`.
    pub fn is_new(&self, number: NumberRule, base: &Policy) -> bool {
        self.parsed(number) != Some(number.value_in(base))
    }

    /// How many rules differ from `base`.
    pub fn changes(&self, base: &Policy) -> usize {
        let numbers = NUMBERS.into_iter().filter(|number| self.is_new(*number, base)).count();
        let switches =
            [self.never != base.never_allowed, self.bound != base.binding_required, self.length != base.code_length];
        numbers + switches.into_iter().filter(|is_new| *is_new).count()
    }

    /// The rules with the draft's values; an unreadable number keeps its old value.
    pub fn onto(&self, base: &Policy) -> Policy {
        let mut policy =
            Policy { never_allowed: self.never, binding_required: self.bound, code_length: self.length, ..*base };
        for number in NUMBERS {
            if let Some(value) = self.parsed(number) {
                number.put(&mut policy, value);
            }
        }
        policy
    }

    /// Each faulty field, with what would be right.
    pub fn faults(&self, base: &Policy) -> Vec<(NumberRule, String)> {
        let policy = self.onto(base);
        let wrong = |number: NumberRule| {
            let (least, most) = number.bounds(&policy);
            let value = self.parsed(number);
            (!value.is_some_and(|value| (least..=most).contains(&value))).then_some((number, value, least, most))
        };
        let told = |(number, value, least, most): (NumberRule, Option<u32>, u32, u32)| {
            let beyond =
                number == NumberRule::Usual && value.is_some_and(|value| value > most) && most < Policy::FURTHEST_DAYS;
            // If two rules contradict each other, the fault is shown at the one that was changed.
            if beyond && !self.is_new(NumberRule::Usual, base) {
                return (NumberRule::Latest, t!("settings-latest-least", days = value.unwrap_or(least)));
            }
            if beyond {
                return (number, t!("settings-usual-most", days = most));
            }
            let error = ErrorView::new(ErrorCode::NumberOutOfRange, "").with("min", least).with("max", most);
            (number, words::error(&error))
        };
        NUMBERS.into_iter().filter_map(wrong).map(told).fold(Vec::new(), |mut all: Vec<(NumberRule, String)>, fault| {
            if !all.iter().any(|(number, _)| *number == fault.0) {
                all.push(fault);
            }
            all
        })
    }

    /// The same edits on other rules: fields that were not edited take the new values.
    pub fn rebased(&self, from: &Policy, to: &Policy) -> Self {
        let mut moved = Self::new(to);
        for number in NUMBERS.into_iter().filter(|number| self.is_new(*number, from)) {
            moved.set(number, self.typed(number).to_owned());
        }
        if self.never != from.never_allowed {
            moved.never = self.never;
        }
        if self.bound != from.binding_required {
            moved.bound = self.bound;
        }
        if self.length != from.code_length {
            moved.length = self.length;
        }
        moved
    }

    /// The request: what differs, on condition that the rules are still `base`.
    pub fn request(&self, base: &Policy) -> SetPolicyRequest {
        let new = |number: NumberRule| self.parsed(number).filter(|_| self.is_new(number, base));
        SetPolicyRequest {
            seen: Some(*base),
            default_expiry_days: new(NumberRule::Usual),
            max_expiry_days: new(NumberRule::Latest),
            clean_up_days: new(NumberRule::CleanUp),
            clipboard_seconds: new(NumberRule::Clipboard),
            password_min: new(NumberRule::Password),
            idle_minutes: new(NumberRule::Idle),
            never_allowed: Some(self.never).filter(|never| *never != base.never_allowed),
            binding_required: Some(self.bound).filter(|bound| *bound != base.binding_required),
            code_length: Some(self.length).filter(|length| *length != base.code_length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(changes: &[(NumberRule, &str)]) -> Draft {
        let mut draft = Draft::new(&Policy::default());
        for (number, text) in changes {
            draft.set(*number, (*text).to_owned());
        }
        draft
    }

    fn faults(changes: &[(NumberRule, &str)]) -> Vec<(NumberRule, String)> {
        with(changes).faults(&Policy::default())
    }

    #[test]
    fn what_is_typed_as_it_was_is_no_change() {
        let base = Policy::default();
        assert_eq!((with(&[]).changes(&base), with(&[(NumberRule::Usual, " 7 ")]).changes(&base)), (0, 0));
        assert_eq!(with(&[(NumberRule::Usual, "8"), (NumberRule::CleanUp, "")]).changes(&base), 2);
        assert_eq!(Draft { never: false, bound: true, ..with(&[]) }.changes(&base), 2);
    }

    #[test]
    fn both_ends_of_every_number_are_right_and_one_beyond_is_not() {
        for number in NUMBERS {
            let (least, most) = number.bounds(&Policy::default());
            let usual = (NumberRule::Usual, "1");
            for right in [least, most] {
                assert_eq!(faults(&[usual, (number, &right.to_string())]), [], "{number:?} {right}");
            }
            for wrong in [least - 1, most + 1] {
                let found = faults(&[usual, (number, &wrong.to_string())]);
                assert!(found.iter().any(|(fault, _)| *fault == number), "{number:?} {wrong}: {found:?}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_told_with_what_would_be_right() {
        for typed in ["", "  ", "ten", "-1", "1.5", "0x10", "99999999999999999999", "٧"] {
            assert_eq!(
                faults(&[(NumberRule::Clipboard, typed)]),
                [(NumberRule::Clipboard, "A number from 5 to 600.".to_owned())],
                "{typed}"
            );
        }
    }

    #[test]
    fn of_two_that_do_not_go_together_the_changed_one_is_told() {
        let latest = (NumberRule::Latest, "At least 7, the default expiry".to_owned());
        assert_eq!(faults(&[(NumberRule::Latest, "3")]), [latest]);
        let usual = (NumberRule::Usual, "At most 365, the longest expiry".to_owned());
        assert_eq!(faults(&[(NumberRule::Usual, "366")]), [usual]);
        assert_eq!(faults(&[(NumberRule::Usual, "40"), (NumberRule::Latest, "30")])[0].0, NumberRule::Usual);
        assert_eq!(faults(&[(NumberRule::Usual, "40"), (NumberRule::Latest, "60")]), []);
    }

    #[test]
    fn what_is_new_is_asked_for_and_nothing_else() {
        let base = Policy::default();
        let request = Draft { never: false, ..with(&[(NumberRule::Clipboard, " 30 ")]) }.request(&base);
        let expected = SetPolicyRequest {
            seen: Some(base),
            clipboard_seconds: Some(30),
            never_allowed: Some(false),
            ..Default::default()
        };
        assert_eq!(request, expected);
    }

    #[test]
    fn changes_follow_to_other_rules_and_the_rest_becomes_theirs() {
        let base = Policy::default();
        let other = Policy { default_expiry_days: 14, clean_up_days: 30, never_allowed: false, ..base };
        let moved = with(&[(NumberRule::Usual, "10")]).rebased(&base, &other);
        assert_eq!(
            (moved.typed(NumberRule::Usual), moved.typed(NumberRule::CleanUp), moved.never),
            ("10", "30", false)
        );
        assert_eq!(moved.changes(&other), 1);
    }
}
