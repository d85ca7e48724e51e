//! Fetches the rows: old rows stay until new ones arrive; a late answer to an earlier request is dropped. Keeps out
//! the query (see `query`), and how rows look.

use super::address::{self, is_filtered};
use super::listed::{Listed, PageOf, Query};
use super::live::ListFreshness;
use super::query::{List, set_if_new};
use crate::prelude::*;
use crate::{backend, time};
use chrono::{DurationRound, TimeDelta};
use vestibule_wire::Moment;

/// The delay before placeholders are shown, in milliseconds (DESIGN.md, Behaviour).
const BONES: u32 = 200;

/// The current time in whole minutes: texts in rows change at most once a minute.
pub fn this_minute() -> Moment {
    let now = time::now();
    now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
}

/// Whether a request is running.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum QuestionProgress {
    #[default]
    No,
    Yes,
    /// Something was written after it was sent, so that it must be sent again.
    AndAgain,
}

/// The last request.
#[derive(Debug, Clone, Default)]
pub struct ListQuestion<L: Listed> {
    /// The request's number; answers with a smaller one are dropped.
    number: u32,
    query: Option<Query<L>>,
    running: QuestionProgress,
}

/// Fetches the rows. `by_itself`: an automatic refresh, which waits for a running request.
pub fn ask<L: Listed>(
    mut list: List<L>,
    mut question: CopyValue<ListQuestion<L>>,
    mut asked: CopyValue<ListFreshness>,
    by_itself: bool,
) {
    if by_itself && question.peek().running != QuestionProgress::No {
        question.write().running = QuestionProgress::AndAgain;
        return;
    }
    let query = list.query.peek().clone();
    let same = question.peek().query.as_ref() == Some(&query);
    let number = question.peek().number.wrapping_add(1);
    question.set(ListQuestion { number, query: Some(query.clone()), running: QuestionProgress::Yes });
    spawn(async move {
        // An automatic refresh does not count as activity, so the session can still lock.
        let request = Query::<L> { quiet: by_itself, ..query };
        let began = time::now();
        let answer = backend::ask::<L::Ask>(&request).await;
        if question.peek().number != number {
            return;
        }
        let missed = question.peek().running == QuestionProgress::AndAgain;
        question.write().running = QuestionProgress::No;
        match answer {
            Ok(page) => {
                asked.set(ListFreshness { at: began, until: page.until });
                set_if_new(list.narrowed, is_filtered::<L>(&request));
                list.take(page, same);
            }
            Err(error) => match address::refused_filter(&error, &request) {
                Some(wrong) => list.set_aside(wrong),
                None => set_if_new(list.fault, Some(error)),
            },
        }
        if missed {
            ask(list, question, asked, true);
        }
    });
    if list.shown.peek().is_none() {
        spawn(async move {
            time::sleep(BONES).await;
            if list.shown.peek().is_none() {
                list.slow.set(true);
            }
        });
    }
}

/// The ids of rows that are new at the top, if the query is the same as before.
fn arrived<L: Listed>(before: Option<&PageOf<L>>, page: &PageOf<L>) -> Vec<String> {
    let Some(before) = before else { return Vec::new() };
    let is_new = |id: &str| !before.items.iter().any(|item| L::id(item) == id);
    page.items
        .iter()
        .filter(|item| L::made_at(item) >= before.at && is_new(L::id(item)))
        .map(|item| L::id(item).to_owned())
        .collect()
}

impl<L: Listed> List<L> {
    fn take(mut self, mut page: PageOf<L>, same: bool) {
        page.items.iter_mut().for_each(L::received);
        set_if_new(self.fault, None);
        set_if_new(self.now, this_minute());
        let arrived = if same { arrived::<L>(self.shown.peek().as_ref(), &page) } else { Vec::new() };
        if !same {
            set_if_new(self.fresh, Vec::new());
        } else if !arrived.is_empty() {
            self.fresh.write().extend(arrived);
        }
        let unchanged = self.shown.peek().as_ref().is_some_and(|before| {
            before.items == page.items
                && before.counters == page.counters
                && (before.total, before.page) == (page.total, page.page)
        });
        if !unchanged {
            self.shown.set(Some(page));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationList;
    use crate::features::invitations::tests::{invitation, page_of};

    #[test]
    fn a_row_made_since_the_last_look_has_arrived() {
        let before = page_of(vec![invitation("a")]);
        let mut new = invitation("b");
        new.created_at = before.at + TimeDelta::seconds(1);
        let after = page_of(vec![new, invitation("a")]);
        assert_eq!(arrived::<InvitationList>(Some(&before), &after), ["b"]);
        assert!(arrived::<InvitationList>(None, &after).is_empty(), "at first nothing is new");
    }

    #[test]
    fn an_older_row_that_moves_up_has_not_arrived() {
        let before = page_of(vec![invitation("a")]);
        assert!(arrived::<InvitationList>(Some(&before), &page_of(vec![invitation("b")])).is_empty());
    }
}
