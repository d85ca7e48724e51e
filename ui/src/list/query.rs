//! The query of a list, and the state that all parts of its page share. Keeps out fetching (see `answer`), and how
//! rows look.

use super::address::{Address, AddressError};
use super::answer::{ListQuestion, ask, this_minute};
use super::columns::{Columns, remembered_order, use_columns};
use super::export::{Saving, use_saving};
use super::listed::{ChoicesOf, CountersOf, FilterOf, ListFilter, Listed, PageOf, Query, RowOf};
use super::live::{ListFreshness, use_live};
use super::selection::{Selection, use_selection};
use super::views::use_views_provider;
use crate::navigator::Navigator;
use crate::parts::table::GridSpot;
use crate::prelude::*;
use crate::route::Route;
use crate::{app, time};
use dioxus::core::provide_root_context;
use vestibule_domain::{SearchTerm, SearchTermError};
use vestibule_wire::{ErrorView, Moment};

/// How long after the last keystroke the search starts, in milliseconds (DESIGN.md, Behaviour).
const TYPING: u32 = 150;

/// The list's state, for all parts of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct List<L: Listed> {
    /// The query. Setting it fetches the rows.
    pub query: Signal<Query<L>>,
    /// The text in the search field.
    pub typed: Signal<String>,
    /// Filter values that cannot be used, from an address or since something was renamed.
    pub wrong: Signal<Vec<AddressError<L>>>,
    /// The query came from an address, or was corrected: the next address replaces the current history entry.
    led: Signal<bool>,
    /// The page of rows last fetched.
    pub shown: Signal<Option<PageOf<L>>>,
    /// A search or filter was set for those rows.
    pub narrowed: Signal<bool>,
    /// Why the last fetch failed.
    pub fault: Signal<Option<ErrorView>>,
    /// The first fetch takes long enough for placeholders.
    pub slow: Signal<bool>,
    /// The ids of rows that arrived while the query was unchanged; they are highlighted.
    pub fresh: Signal<Vec<String>>,
    /// The time that relative times count from, in whole minutes.
    pub now: Signal<Moment>,
    /// The choices that filters offer, once fetched.
    pub choices: Signal<Option<ChoicesOf<L>>>,
    /// The filter whose menu is open.
    pub filtering: Signal<Option<FilterOf<L>>>,
    /// The menu of filters without a chip is open.
    pub more: Signal<bool>,
    /// The table's columns.
    pub columns: Columns<L>,
    /// The selected rows.
    pub selection: Selection<L>,
    /// The state of saving the list as a file.
    pub saving: Saving,
    /// The row whose menu is open.
    pub menu: Signal<Option<String>>,
    /// The pointer's position, if the menu was opened by the pointer.
    pub menu_point: Signal<Option<(f64, f64)>>,
    /// Where Tab stops in the table.
    pub spot: Signal<GridSpot>,
    /// Fetches the rows again; true: as an automatic refresh.
    pub again: Callback<bool>,
}

/// One person's last query; it is kept when the page is left, but not for another person's session.
#[derive(Clone)]
struct KeptQuery<L: Listed> {
    account: String,
    query: Signal<Query<L>>,
    typed: Signal<String>,
}

fn use_kept<L: Listed>() -> KeptQuery<L> {
    let account = app::use_session().peek().account.clone();
    use_hook(|| {
        let kept = try_consume_context::<Signal<KeptQuery<L>>>();
        if let Some(kept) = kept.filter(|kept| kept.peek().account == account) {
            return kept.peek().clone();
        }
        let order = remembered_order::<L>(&account);
        let new = KeptQuery {
            account,
            query: Signal::new_in_scope(order, ScopeId::ROOT),
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

/// Makes the list and gives it to the page's parts, with its saved views. It fetches at once, on each change of the
/// query, and automatically (see `live`).
pub fn use_list_provider<L: Listed>() -> List<L> {
    let KeptQuery { query, typed, .. } = use_kept::<L>();
    let shown = use_signal(|| None);
    let question = use_hook(|| CopyValue::new(ListQuestion::<L>::default()));
    let asked = use_hook(|| CopyValue::new(ListFreshness { at: time::now(), until: None }));
    let list = List {
        query,
        typed,
        wrong: use_signal(Vec::new),
        led: use_signal(|| false),
        shown,
        narrowed: use_signal(|| false),
        fault: use_signal(|| None),
        slow: use_signal(|| false),
        fresh: use_signal(Vec::new),
        now: use_signal(this_minute),
        choices: use_signal(|| None),
        filtering: use_signal(|| None),
        more: use_signal(|| false),
        columns: use_columns::<L>(query, shown),
        selection: use_selection::<L>(query),
        saving: use_saving(),
        menu: use_signal(|| None),
        menu_point: use_signal(|| None),
        spot: use_signal(GridSpot::default),
        again: use_callback(move |by_itself| ask(consume_context::<List<L>>(), question, asked, by_itself)),
    };
    use_context_provider(|| list);
    use_views_provider::<L>();
    use_route(list);
    use_effect(move || {
        list.query.read();
        list.again.call(false);
    });
    use_live(asked, use_callback(move |()| list.again.call(true)));
    list
}

/// Keeps list and route in step: each change of the query is a history entry of its own, except typing in the search
/// field and what came from an address.
fn use_route<L: Listed>(list: List<L>) {
    let navigator = use_context::<Navigator>();
    let follow = move |route: &Route| {
        if let Some(asked) = L::asked(route) {
            list.lead(asked.query.clone(), asked.wrong.clone());
        }
    };
    // Applied at once, so that the first fetch already has the route's query.
    let mut followed = use_hook(|| {
        let route = navigator.peek();
        follow(&route);
        CopyValue::new(route)
    });
    use_effect(move || {
        let route = navigator.route();
        if *followed.peek() != route {
            follow(&route);
            followed.set(route);
        }
    });
    use_effect(move || {
        let (query, wrong) = (list.query.cloned(), list.wrong.cloned());
        let before = navigator.peek();
        let is_step = !*list.led.peek() && L::asked(&before).is_some_and(|before| is_step::<L>(&before.query, &query));
        navigator.settle(L::route(Address { query, wrong }), is_step);
        let mut led = list.led;
        led.set(false);
    });
}

/// Whether that change of the query is a history entry of its own: not while a search is typed.
fn is_step<L: Listed>(before: &Query<L>, now: &Query<L>) -> bool {
    let typing = before.search != now.search && !before.search.is_empty() && !now.search.is_empty();
    !typing || Query::<L> { search: now.search.clone(), page: now.page, ..before.clone() } != *now
}

/// Sets the signal only if the value differs, so that its readers are not redrawn for nothing.
pub fn set_if_new<T: PartialEq + 'static>(mut signal: Signal<T>, value: T) {
    if *signal.peek() != value {
        signal.set(value);
    }
}

impl<L: Listed> List<L> {
    /// The row of that id, if it is on this page.
    pub fn row(self, id: &str) -> Option<RowOf<L>> {
        self.shown.peek().as_ref()?.items.iter().find(|row| L::id(row) == id).cloned()
    }

    /// The ids of the rows, from the top.
    pub fn ids(self) -> Vec<String> {
        let shown = self.shown.peek();
        shown.iter().flat_map(|page| page.items.iter().map(|row| L::id(row).to_owned())).collect()
    }

    /// The number of rows of each kind, once fetched.
    pub fn counters(self) -> Option<CountersOf<L>> {
        self.shown.read().as_ref().map(|page| page.counters)
    }

    /// Whether there is no row at all, even without filters.
    pub fn is_empty(self) -> bool {
        let none = self.counters().is_some_and(|counters| L::all(&counters) == 0);
        none && !self.is_archive()
    }

    /// Whether the archive is shown.
    pub fn is_archive(self) -> bool {
        L::is_archive(&self.query.read().filter)
    }

    /// Changes the query and goes to the first page.
    pub fn filter(self, change: impl FnOnce(&mut Query<L>)) {
        self.change(|query| {
            change(query);
            query.page = 1;
        });
    }

    /// Changes the query.
    pub fn change(mut self, change: impl FnOnce(&mut Query<L>)) {
        let mut query = self.query.peek().clone();
        change(&mut query);
        if *self.query.peek() != query {
            self.query.set(query);
        }
    }

    /// Takes the query of an address. If it is the current query nothing happens, so that a search being typed stays.
    pub fn lead(mut self, asked: Query<L>, wrong: Vec<AddressError<L>>) {
        let is_here = *self.query.peek() == asked && *self.wrong.peek() == wrong;
        if is_here {
            return;
        }
        self.led.set(true);
        self.open(asked, wrong);
    }

    /// Takes the query of a saved view, as a history entry of its own.
    pub fn open(mut self, asked: Query<L>, wrong: Vec<AddressError<L>>) {
        set_if_new(self.typed, asked.search.clone());
        set_if_new(self.wrong, wrong);
        if *self.query.peek() != asked {
            self.query.set(asked);
        }
    }

    /// Drops a filter that cannot be used; its chip says why until it is removed.
    pub fn set_aside(mut self, wrong: AddressError<L>) {
        let filter = wrong.filter;
        self.led.set(true);
        self.wrong.write().retain(|other| other.filter != filter);
        self.wrong.write().push(wrong);
        self.filter(|query| {
            let _nothing_is_always_possible = filter.set(&mut query.filter, None);
        });
    }

    /// Sets a filter, or clears it with None. Error: why the value cannot be used.
    pub fn choose(mut self, filter: FilterOf<L>, value: Option<&str>) -> Result<(), String> {
        let mut query = self.query.peek().clone();
        filter.set(&mut query.filter, value)?;
        if self.wrong.peek().iter().any(|wrong| wrong.filter == filter) {
            self.wrong.write().retain(|wrong| wrong.filter != filter);
        }
        self.filter(|now| *now = query);
        Ok(())
    }

    /// Replaces a row by its new version at once, before the list is fetched again.
    pub fn replace(mut self, row: RowOf<L>) {
        let mut shown = self.shown.write();
        let mut items = shown.iter_mut().flat_map(|page| page.items.iter_mut());
        if let Some(place) = items.find(|item| L::id(item) == L::id(&row)) {
            *place = row;
        }
    }

    /// Takes the typed text, and searches for it once typing pauses.
    pub fn search(mut self, text: String) {
        let at_once = text.is_empty();
        self.typed.set(text.clone());
        if at_once {
            return self.filter(|query| query.search.clear());
        }
        spawn(async move {
            time::sleep(TYPING).await;
            if *self.typed.peek() == text {
                let term = searchable(&text);
                self.filter(|query| query.search = term);
            }
        });
    }

    /// Shows the archive, or the list again. Filters that do not apply there are cleared.
    pub fn show_archive(mut self, on: bool) {
        self.typed.set(String::new());
        self.filter(|query| {
            L::mark_archive(&mut query.filter, on);
            for filter in FilterOf::<L>::ALL.iter().filter(|filter| !filter.is_of_archive()) {
                let _nothing_is_always_possible = filter.set(&mut query.filter, None);
            }
            query.search.clear();
        });
    }

    /// Clears search and filters; order and page size stay.
    pub fn clear(mut self) {
        self.typed.set(String::new());
        set_if_new(self.wrong, Vec::new());
        self.filter(|query| {
            let mut filter = L::Filter::default();
            L::mark_archive(&mut filter, L::is_archive(&query.filter));
            query.filter = filter;
            query.search.clear();
        });
    }

    /// Opens a filter's menu.
    pub fn open_filter(mut self, filter: FilterOf<L>) {
        self.more.set(false);
        self.filtering.set(Some(filter));
    }

    /// Opens a row's menu, if that row is on this page; at the pointer, if the pointer opened it.
    pub fn open_menu(mut self, id: &str, point: Option<(f64, f64)>) -> bool {
        let is_here = self.row(id).is_some();
        self.menu_point.set(point);
        if is_here {
            self.menu.set(Some(id.to_owned()));
        }
        is_here
    }
}

/// The part of the typed text that is searched for.
pub fn searchable(typed: &str) -> String {
    match SearchTerm::parse(typed) {
        Ok(Some(_)) => typed.trim().to_owned(),
        Ok(None) | Err(_) => String::new(),
    }
}

/// What is wrong with the text typed so far.
pub fn search_fault(typed: &str) -> Option<String> {
    match SearchTerm::parse(typed) {
        Err(SearchTermError::TooLong) => Some(crate::t!("list-search-long", max = SearchTerm::MAX)),
        Ok(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationList;
    use crate::list::address;

    #[test]
    fn each_filter_is_an_entry_of_the_history_and_typing_is_not() {
        let with = |pairs: &str| address::parse::<InvitationList>(pairs).unwrap().query;
        let steps = |before: &str, now: &str| is_step::<InvitationList>(&with(before), &with(now));
        assert!(steps("", "status=active") && steps("page=2", "page=3"));
        assert!(steps("", "q=noor"), "to begin a search");
        assert!(!steps("q=noor", "q=noor.h"), "to type on");
        assert!(steps("q=noor", "q=noor&role=Staff"));
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
