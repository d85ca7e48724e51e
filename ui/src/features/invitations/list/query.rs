//! Which invitations are asked for, and what came of it. Old rows stay until new ones are there; a late answer to an old question is dropped.
//! Keeps out how rows look.

use super::columns::remembered_order;
use super::filters::{self, Filter, Wrong};
use super::live::{Asked, use_live};
use crate::prelude::*;
use crate::{address, app, backend, dom, time};
use chrono::{DurationRound, TimeDelta};
use dioxus::core::provide_root_context;
use std::rc::Rc;
use vestibule_domain::{SearchTerm, SearchTermError};
use vestibule_wire::{
    ErrorView, InvitationActionsView, InvitationFilter, InvitationPageView, ListInvitationsRequest, Moment, command,
};

/// How long typing rests before it is searched, in milliseconds (DESIGN.md, Behaviour).
const TYPING: u32 = 150;
/// How long bones wait, in milliseconds (DESIGN.md, Behaviour).
const BONES: u32 = 200;

/// The list's state, for all parts of the page.
#[derive(Clone, Copy, PartialEq)]
pub struct List {
    /// What is asked for. Setting it asks.
    pub filters: Signal<ListInvitationsRequest>,
    /// What stands in the search field.
    pub typed: Signal<String>,
    /// Filters that were asked for, by an address or before something was renamed, and cannot be.
    pub wrong: Signal<Vec<Wrong>>,
    /// What is asked for comes from an address, or was set right: the next address takes the place of this one.
    led: Signal<bool>,
    /// The rows, once there are some.
    pub shown: Signal<Option<InvitationPageView>>,
    /// They are what filters let through.
    pub narrowed: Signal<bool>,
    /// Why the last question had no answer.
    pub fault: Signal<Option<ErrorView>>,
    /// The first answer takes its time.
    pub slow: Signal<bool>,
    /// Rows that arrived while the same question stood.
    pub fresh: Signal<Vec<String>>,
    /// The clock by which "in 7 days" is said, in whole minutes.
    pub now: Signal<Moment>,
}

/// What one person looked for; it outlives the page, but not another person's session.
#[derive(Clone)]
struct Kept {
    account: String,
    filters: Signal<ListInvitationsRequest>,
    typed: Signal<String>,
}

fn use_kept() -> Kept {
    let account = app::use_session().peek().account.clone();
    use_hook(|| {
        let kept = try_consume_context::<Signal<Kept>>();
        if let Some(kept) = kept.filter(|kept| kept.peek().account == account) {
            return kept.peek().clone();
        }
        let order = remembered_order(&account);
        let new = Kept {
            account,
            filters: Signal::new_in_scope(order, ScopeId::ROOT),
            typed: Signal::new_in_scope(String::new(), ScopeId::ROOT),
        };
        match kept {
            Some(mut kept) => kept.set(new.clone()),
            None => {
                provide_root_context(Signal::new_in_scope(new.clone(), ScopeId::ROOT));
            }
        }
        new
    })
}

/// The list, and how to ask for it again (true: quietly, by itself). It asks at once, whenever the filters change, and by itself
/// (see `live`).
pub fn use_list() -> (List, Callback<bool>) {
    let Kept { filters, typed, .. } = use_kept();
    let list = List {
        filters,
        typed,
        wrong: use_signal(Vec::new),
        led: use_signal(|| false),
        shown: use_signal(|| None),
        narrowed: use_signal(|| false),
        fault: use_signal(|| None),
        slow: use_signal(|| false),
        fresh: use_signal(Vec::new),
        now: use_signal(this_minute),
    };
    let question = use_hook(|| CopyValue::new((0_u32, None::<ListInvitationsRequest>)));
    let running = use_hook(|| CopyValue::new(Running::No));
    let asked = use_hook(|| CopyValue::new(Asked { at: time::now(), until: None }));
    // Asking by itself keeps no session awake.
    let again = use_callback(move |by_itself| ask(list, question, running, asked, by_itself));
    use_address(list);
    use_effect(move || {
        filters.read();
        again.call(false);
    });
    use_live(asked, use_callback(move |()| again.call(true)));
    (list, again)
}

/// The list follows the page's address, and the address the list: each change is an entry of the history, but for typing in the search field and for
/// what an address led to.
fn use_address(list: List) {
    let account = app::use_session().peek().account.clone();
    let whose = account.clone();
    let follow = use_callback(move |()| {
        let is_ours = address::whose().is_none_or(|entry| entry == account);
        if let Some((asked, wrong)) = filters::read(&address::read()).filter(|_| is_ours) {
            list.lead(asked, wrong);
        }
    });
    use_hook(|| follow.call(()));
    use_hook(|| Rc::new(dom::on(&["popstate"], move || follow.call(()))));
    use_effect(move || {
        let now = filters::address(&list.filters.read());
        let before = address::read();
        let is_own = address::whose().as_ref() == Some(&whose);
        if now != before || !is_own {
            let is_step = is_own && !*list.led.peek() && is_step(&before, &list.filters.peek());
            address::write(&now, &whose, is_step);
        }
        let mut led = list.led;
        led.set(false);
    });
}

/// Whether going there from that address is an entry of its own: not while a search is typed, nor from an address that is none of this page's.
fn is_step(before: &str, now: &ListInvitationsRequest) -> bool {
    let Some((before, _)) = filters::read(before) else { return false };
    let typing = before.search != now.search && !before.search.is_empty() && !now.search.is_empty();
    !typing || ListInvitationsRequest { search: now.search.clone(), page: now.page, ..before } != *now
}

/// The clock, without seconds: rows change once a minute at the most.
fn this_minute() -> Moment {
    let now = time::now();
    now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
}

/// Whether a question is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Running {
    No,
    Yes,
    /// Something was written meanwhile, which its answer may not have seen.
    AndAgain,
}

fn ask(
    mut list: List,
    mut question: CopyValue<(u32, Option<ListInvitationsRequest>)>,
    mut running: CopyValue<Running>,
    mut asked: CopyValue<Asked>,
    by_itself: bool,
) {
    if by_itself && *running.peek() != Running::No {
        running.set(Running::AndAgain);
        return;
    }
    let request = list.filters.peek().clone();
    let (number, before) = question.peek().clone();
    let same = before.as_ref() == Some(&request);
    let number = number.wrapping_add(1);
    question.set((number, Some(request.clone())));
    running.set(Running::Yes);
    spawn(async move {
        let request = ListInvitationsRequest { quiet: by_itself, ..request };
        let began = time::now();
        let answer = backend::ask::<command::ListInvitations>(&request).await;
        if question.peek().0 != number {
            return;
        }
        let missed = *running.peek() == Running::AndAgain;
        running.set(Running::No);
        match answer {
            Ok(page) => {
                asked.set(Asked { at: began, until: page.until });
                set_if_new(list.narrowed, is_filtered(&request));
                list.take(page, same);
            }
            Err(error) => match filters::refused(&error, &request) {
                Some(wrong) => list.set_aside(wrong),
                None => set_if_new(list.fault, Some(error)),
            },
        }
        if missed {
            ask(list, question, running, asked, true);
        }
    });
    if list.shown.peek().is_none() {
        spawn(async move {
            time::pause(BONES).await;
            if list.shown.peek().is_none() {
                list.slow.set(true);
            }
        });
    }
}

fn set_if_new<T: PartialEq + 'static>(mut signal: Signal<T>, value: T) {
    if *signal.peek() != value {
        signal.set(value);
    }
}

/// The ids that are new at the top of a list that answers the same question as before.
fn arrived(before: Option<&InvitationPageView>, page: &InvitationPageView) -> Vec<String> {
    let Some(before) = before else { return Vec::new() };
    let is_new = |id: &str| !before.items.iter().any(|item| item.id == id);
    page.items
        .iter()
        .filter(|item| item.created_at >= before.at && is_new(&item.id))
        .map(|item| item.id.clone())
        .collect()
}

impl List {
    fn take(mut self, mut page: InvitationPageView, same: bool) {
        // What is archived is there to be read: its code is refused for ever, so there is nothing to hand out or to end.
        for row in page.items.iter_mut().filter(|row| row.archived_at.is_some()) {
            row.may = InvitationActionsView::default();
        }
        set_if_new(self.fault, None);
        set_if_new(self.now, this_minute());
        let arrived = if same { arrived(self.shown.peek().as_ref(), &page) } else { Vec::new() };
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

    /// Changes what is asked for and goes to the first page.
    pub fn filter(self, change: impl FnOnce(&mut ListInvitationsRequest)) {
        self.change(|filters| {
            change(filters);
            filters.page = 1;
        });
    }

    /// Changes what is asked for.
    pub fn change(mut self, change: impl FnOnce(&mut ListInvitationsRequest)) {
        let mut filters = self.filters.peek().clone();
        change(&mut filters);
        if *self.filters.peek() != filters {
            self.filters.set(filters);
        }
    }

    /// Goes where an address leads. One that says what is asked for already leads nowhere: what is being typed meanwhile stays.
    pub fn lead(mut self, asked: ListInvitationsRequest, wrong: Vec<Wrong>) {
        let is_here = *self.filters.peek() == asked && *self.wrong.peek() == wrong;
        if is_here {
            return;
        }
        self.led.set(true);
        self.open(asked, wrong);
    }

    /// Goes to a saved view, as an entry of the history of its own.
    pub fn open(mut self, asked: ListInvitationsRequest, wrong: Vec<Wrong>) {
        set_if_new(self.typed, asked.search.clone());
        set_if_new(self.wrong, wrong);
        if *self.filters.peek() != asked {
            self.filters.set(asked);
        }
    }

    /// Goes on without a filter that cannot be; its chip says why until it is taken off.
    fn set_aside(mut self, wrong: Wrong) {
        let filter = wrong.filter;
        self.led.set(true);
        self.wrong.write().retain(|other| other.filter != filter);
        self.wrong.write().push(wrong);
        self.filter(|filters| {
            let _nothing_is_always_possible = filter.set(filters, None);
        });
    }

    /// Filters by that, or by nothing any more. Else why it cannot be.
    pub fn choose(mut self, filter: Filter, value: Option<&str>) -> Result<(), String> {
        let mut filters = self.filters.peek().clone();
        filter.set(&mut filters, value)?;
        if self.wrong.peek().iter().any(|wrong| wrong.filter == filter) {
            self.wrong.write().retain(|wrong| wrong.filter != filter);
        }
        self.filter(|now| *now = filters);
        Ok(())
    }

    /// Puts another row into a row's place at once, before the list is asked again.
    pub fn replace(mut self, row: vestibule_wire::InvitationView) {
        let mut shown = self.shown.write();
        if let Some(place) = shown.as_mut().and_then(|page| page.items.iter_mut().find(|item| item.id == row.id)) {
            *place = row;
        }
    }

    /// Takes what is typed; searches it when typing rests.
    pub fn search(mut self, text: String) {
        let at_once = text.is_empty();
        self.typed.set(text.clone());
        if at_once {
            return self.filter(|filters| filters.search.clear());
        }
        spawn(async move {
            time::pause(TYPING).await;
            if *self.typed.peek() == text {
                let term = searchable(&text);
                self.filter(|filters| filters.search = term);
            }
        });
    }

    /// Shows the archive, or the list again. What does not apply there is taken off.
    pub fn show_archive(mut self, archived: bool) {
        self.typed.set(String::new());
        self.filter(|filters| {
            (filters.filter.archived, filters.filter.status, filters.filter.expiring) = (archived, None, false);
            filters.search.clear();
        });
    }

    /// Takes all filters off; order and page size stay.
    pub fn clear(mut self) {
        self.typed.set(String::new());
        set_if_new(self.wrong, Vec::new());
        self.filter(|filters| {
            let kept = InvitationFilter { archived: filters.filter.archived, ..InvitationFilter::default() };
            *filters = ListInvitationsRequest {
                sort: filters.sort,
                descending: filters.descending,
                page_size: filters.page_size,
                ..ListInvitationsRequest::of(kept)
            };
        });
    }
}

/// Whether anything narrows the list.
pub fn is_filtered(filters: &ListInvitationsRequest) -> bool {
    !filters.search.is_empty() || filters::FILTERS.into_iter().any(|filter| filter.value(filters).is_some())
}

/// What of the typed text is searched.
pub fn searchable(typed: &str) -> String {
    match SearchTerm::parse(typed) {
        Ok(Some(_)) => typed.trim().to_owned(),
        Ok(None) | Err(_) => String::new(),
    }
}

/// What is wrong with what is typed so far.
pub fn search_fault(typed: &str) -> Option<String> {
    match SearchTerm::parse(typed) {
        Err(SearchTermError::TooLong) => Some(crate::t!("invitations-search-long", max = SearchTerm::MAX)),
        Ok(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, page_of};

    #[test]
    fn a_row_made_since_the_last_look_has_arrived() {
        let before = page_of(vec![invitation("a")]);
        let mut new = invitation("b");
        new.created_at = before.at + TimeDelta::seconds(1);
        let after = page_of(vec![new, invitation("a")]);
        assert_eq!(arrived(Some(&before), &after), ["b"]);
        assert!(arrived(None, &after).is_empty(), "at first nothing is new");
    }

    #[test]
    fn an_older_row_that_moves_up_has_not_arrived() {
        let before = page_of(vec![invitation("a")]);
        assert!(arrived(Some(&before), &page_of(vec![invitation("b")])).is_empty());
    }

    #[test]
    fn each_filter_is_an_entry_of_the_history_and_typing_is_not() {
        let with = |pairs: &str| filters::read(&format!("#/invitations?{pairs}")).unwrap().0;
        assert!(is_step("#/invitations", &with("status=active")));
        assert!(is_step("#/invitations?page=2", &with("page=3")));
        assert!(is_step("#/invitations", &with("q=noor")), "to begin a search");
        assert!(!is_step("#/invitations?q=noor", &with("q=noor.h")), "to type on");
        assert!(is_step("#/invitations?q=noor", &with("q=noor&role=Staff")));
        assert!(!is_step("", &with("")), "the first address takes the place of none");
    }

    #[test]
    fn a_search_is_asked_from_the_first_symbol_and_one_that_is_too_long_is_told() {
        for (typed, asked) in [("K", "K"), (" K7Q ", "K7Q"), ("図書", "図書"), ("", "")] {
            assert_eq!((searchable(typed), search_fault(typed)), (asked.to_owned(), None));
        }
        let long = "x".repeat(301);
        assert_eq!(searchable(&long), "");
        assert!(search_fault(&long).is_some());
    }
}
