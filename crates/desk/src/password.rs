//! Strength of passwords, and new passwords that were accepted and hashed. Keeps out the hashing.

use crate::fields::for_field;
use crate::{Desk, DeskError, FieldFault};
use vestibule_domain::secret::{is_secret_text, opaque};
use vestibule_domain::{Policy, TextError};
use vestibule_wire::{PasswordStrengthView, Secret};

/// The lowest accepted zxcvbn score: "safely unguessable: moderate protection from offline slow-hash scenario".
const ACCEPTED: u8 = 3;
/// The longest password, in characters: hashing and estimating take time in proportion.
const MAX: usize = 256;
/// Characters that are estimated: the estimator's time grows faster than its input.
const ESTIMATED: usize = 72;

/// Rates a password. `inputs` are the person's own words, which make it weak.
pub(crate) fn strength(password: &Secret, inputs: &[&str], policy: Policy) -> PasswordStrengthView {
    let letters = letters(password);
    let plain: String = password.reveal().chars().take(ESTIMATED).collect();
    let plain = zeroize::Zeroizing::new(opaque(&plain));
    let score = if plain.is_empty() { 0 } else { estimate(&plain, inputs) };
    let long_enough = letters >= policy.password_min as usize && letters <= MAX;
    PasswordStrengthView { score, accepted: long_enough && score >= ACCEPTED, min: policy.password_min }
}

/// Checks a new password against the rules and its strength.
pub(crate) fn accept(password: &Secret, inputs: &[&str], policy: Policy) -> Result<(), FieldFault> {
    let letters = letters(password);
    if letters > MAX {
        return Err(FieldFault::PasswordTooLong { max: MAX });
    }
    long_enough(letters, policy)?;
    if !is_secret_text(password.reveal()) {
        return Err(TextError::NotText.into());
    }
    if strength(password, inputs, policy).accepted { Ok(()) } else { Err(FieldFault::PasswordTooWeak) }
}

/// Length in characters after normalisation; far too long input counts as [`MAX`] + 1.
fn letters(password: &Secret) -> usize {
    if password.reveal().len() > 16 * MAX { MAX + 1 } else { opaque(password.reveal()).chars().count() }
}

fn long_enough(letters: usize, policy: Policy) -> Result<(), FieldFault> {
    if letters < policy.password_min as usize {
        return Err(FieldFault::PasswordTooShort { min: policy.password_min });
    }
    Ok(())
}

/// A password that was accepted and hashed. The rules may have changed since: check [`fits`](AcceptedPassword::fits)
/// again inside the transaction that sets it (incident 12).
pub(crate) struct AcceptedPassword {
    phc: String,
    letters: usize,
}

impl AcceptedPassword {
    /// Its Argon2id hash.
    pub(crate) fn phc(&self) -> &str {
        &self.phc
    }

    /// Whether the given rules allow it.
    pub(crate) fn fits(&self, policy: Policy) -> Result<(), DeskError> {
        for_field("password", long_enough(self.letters, policy))
    }

    /// A hash that was computed before.
    #[cfg(feature = "measure")]
    pub(crate) fn hashed(phc: &str) -> Self {
        Self { phc: phc.to_owned(), letters: MAX }
    }
}

impl Desk {
    /// Checks a new password and hashes it. `inputs` are the person's own words.
    pub(crate) async fn propose(
        &self,
        password: &Secret,
        inputs: &[&str],
        policy: Policy,
    ) -> Result<AcceptedPassword, DeskError> {
        for_field("password", accept(password, inputs, policy))?;
        let phc = crate::argon::hash(password.clone(), self.ports().random()).await?;
        Ok(AcceptedPassword { phc, letters: letters(password) })
    }
}

/// zxcvbn compares in lower case, and only with whole words.
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
        assert_eq!(accept("sunlit-harbour\t42-otter", &[]), Err(TextError::NotText.into()), "it can't be typed again");
    }
}
