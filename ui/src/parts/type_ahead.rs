//! Type-ahead in a list: letters typed in quick succession select the choice that begins with them. Pure: the time is
//! a parameter. Keeps out the list.

use super::listbox::Choice;
use crate::time;
use vestibule_wire::Moment;

/// After this many milliseconds without a letter the text is cleared (the ARIA practices suggest about half a second;
/// slow typists need more).
const PAUSE: i64 = 1_000;

/// The letters so far, and the time of the last one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeAhead {
    text: String,
    last: Option<Moment>,
}

impl TypeAhead {
    /// Whether letters are still collected: then a space is one of them.
    pub fn is_on(&self, now: Moment) -> bool {
        self.last.is_some_and(|last| (0..PAUSE).contains(&(now - last).num_milliseconds())) && !self.text.is_empty()
    }

    /// Takes a key and gives the index it selects; None: it is no letter, or no choice begins with the text.
    pub fn typed(&mut self, key: &str, now: Moment, choices: &[Choice], current: Option<usize>) -> Option<usize> {
        let is_on = self.is_on(now);
        if key.chars().count() != 1 || (key == " " && !is_on) {
            return None;
        }
        if !is_on {
            self.text.clear();
        }
        self.text.push_str(&key.to_lowercase());
        self.last = Some(now);
        beginning(choices, &self.text, current)
    }

    /// [`Self::typed`] with the current time.
    pub fn typed_now(&mut self, key: &str, choices: &[Choice], current: Option<usize>) -> Option<usize> {
        self.typed(key, time::now(), choices, current)
    }
}

/// The choice that begins with the text. One letter, or one repeated, selects the next choice that begins with it.
fn beginning(choices: &[Choice], text: &str, current: Option<usize>) -> Option<usize> {
    let begins = |text: &str| {
        let text = text.to_owned();
        move |choice: &Choice| choice.words.to_lowercase().starts_with(&text)
    };
    let first = text.chars().next()?;
    if text.chars().all(|letter| letter == first)
        && !choices.iter().any(|choice| text.len() > 1 && begins(text)(choice))
    {
        let start = current.map_or(0, |at| at + 1);
        let one = begins(&first.to_string());
        let order = (start..choices.len()).chain(0..start.min(choices.len()));
        return order.into_iter().find(|at| one(&choices[*at]));
    }
    let whole = begins(text);
    // The current choice stays while the text still matches it.
    let here = current.filter(|at| choices.get(*at).is_some_and(&whole));
    here.or_else(|| choices.iter().position(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn after(keys: &str, apart: i64) -> Option<usize> {
        let choices = ["Library", "Life sciences", "Music", "Main hall"].map(|name| Choice::new(name, name));
        let (mut ahead, mut now) = (TypeAhead::default(), "2026-09-08T10:00:00Z".parse::<Moment>().unwrap());
        let mut at = None;
        for key in keys.chars() {
            now += TimeDelta::milliseconds(apart);
            at = ahead.typed(&key.to_string(), now, &choices, at).or(at);
        }
        at
    }

    #[test]
    fn several_letters_go_to_what_begins_with_all_of_them() {
        assert_eq!((after("life", 100), after("Ma", 100)), (Some(1), Some(3)));
        assert_eq!(after("life sci", 100), Some(1), "a space is one of the letters");
    }

    #[test]
    fn the_same_letter_again_goes_on_to_the_next() {
        assert_eq!((after("l", 100), after("ll", 100), after("lll", 100)), (Some(0), Some(1), Some(0)));
        assert_eq!(after("mm", 5_000), Some(3), "slowly, too");
    }

    #[test]
    fn after_a_pause_a_letter_begins_anew() {
        assert_eq!((after("lm", 100), after("lm", 5_000)), (Some(0), Some(2)));
    }

    #[test]
    fn what_nothing_begins_with_leads_nowhere_and_a_space_alone_is_no_letter() {
        assert_eq!((after("q", 100), after(" ", 100)), (None, None));
    }
}
