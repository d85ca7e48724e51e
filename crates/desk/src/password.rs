//! How strong a password must be. Keeps out how it is hashed.

use crate::FieldFault;
use vestibule_domain::Policy;
use vestibule_wire::{PasswordStrengthView, Secret};

/// Accepted from this zxcvbn score on: "safely unguessable: moderate protection from offline slow-hash scenario".
const ACCEPTED: u8 = 3;
/// Hashing and estimating take time in proportion; nobody types more.
const MAX: usize = 256;
/// The estimator's time grows faster than its input; what matters stands at the beginning.
const ESTIMATED: usize = 72;

/// Judges a password. `inputs` are the person's own words: using them makes it weak.
pub(crate) fn strength(password: &Secret, inputs: &[&str], policy: Policy) -> PasswordStrengthView {
    let plain: String = password.reveal().chars().take(ESTIMATED).collect();
    let plain = zeroize::Zeroizing::new(plain);
    let score = if plain.is_empty() { 0 } else { estimate(&plain, inputs) };
    let letters = password.reveal().chars().count();
    let long_enough = letters >= policy.password_min as usize && letters <= MAX;
    PasswordStrengthView { score, accepted: long_enough && score >= ACCEPTED, min: policy.password_min }
}

/// Accepts a password, or says why not.
pub(crate) fn accept(password: &Secret, inputs: &[&str], policy: Policy) -> Result<(), FieldFault> {
    let letters = if password.reveal().len() > 4 * MAX { MAX + 1 } else { password.reveal().chars().count() };
    if letters > MAX {
        return Err(FieldFault::PasswordTooLong { max: MAX });
    }
    if letters < policy.password_min as usize {
        return Err(FieldFault::PasswordTooShort { min: policy.password_min });
    }
    if strength(password, inputs, policy).accepted { Ok(()) } else { Err(FieldFault::PasswordTooWeak) }
}

/// The estimator compares in lower case, and knows only whole words.
fn estimate(plain: &str, inputs: &[&str]) -> u8 {
    let words = inputs.iter().flat_map(|input| input.split([' ', '@', '.']).chain([*input]));
    let words: Vec<String> =
        words.filter(|word| word.len() > 2 && word.len() <= 100).take(30).map(str::to_lowercase).collect();
    u8::from(zxcvbn::zxcvbn(plain, &words.iter().map(String::as_str).collect::<Vec<_>>()).score())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(password: &str, inputs: &[&str]) -> Result<(), FieldFault> {
        super::accept(&Secret::new(password), inputs, Policy::default())
    }

    #[test]
    fn a_few_words_are_accepted() {
        assert_eq!(accept("sunlit-harbour-42-otter", &["Amara Osei"]), Ok(()));
    }

    #[test]
    fn short_guessable_personal_and_endless_ones_are_refused() {
        assert_eq!(accept("kf8!wq2", &[]), Err(FieldFault::PasswordTooShort { min: 10 }));
        assert_eq!(accept("password1234", &[]), Err(FieldFault::PasswordTooWeak));
        assert_eq!(
            accept("Amara.Osei@Fernhill.example", &["Amara Osei", "amara.osei@fernhill.example"]),
            Err(FieldFault::PasswordTooWeak)
        );
        assert_eq!(accept(&"x7".repeat(5_000_000), &[]), Err(FieldFault::PasswordTooLong { max: 256 }));
    }
}
