//! Saved views: filters, search and order of a list under a name, for each person on this device. They may hold
//! addresses and parts of codes, so they are in the encrypted file, not in the web view's storage. Keeps out the menu
//! and its dialogs.

use super::address::{Address, AddressError};
use super::days::{self, add_days, today};
use super::listed::{FilterChoice, FilterOf, ListFilter, Listed, Query};
use super::query::List;
use crate::check::{self, Checked};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::route::Route;
use crate::routes::asks::{Asks, use_asks};
use crate::{backend, t};
use chrono::NaiveDate;
use std::marker::PhantomData;
use vestibule_domain::letters::key;
use vestibule_wire::{ErrorView, PreferenceRequest, SetPreferenceRequest, command};

/// The most views that one person can save.
pub const MOST: usize = 20;
/// The prefix of days relative to today, as "the last 7 days" are different ones tomorrow.
const FROM_TODAY: &str = "today:";

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView<L: Listed> {
    /// The name that the person gave it.
    pub name: String,
    /// The query as an address, but with days relative to today.
    address: String,
    of: PhantomData<L>,
}

impl<L: Listed> SavedView<L> {
    fn new(name: String, address: String) -> Self {
        Self { name, address, of: PhantomData }
    }

    /// A view of the query, without its page and page size. None: it is too long to be read again.
    pub fn from_query(name: String, query: &Query<L>, today: NaiveDate) -> Option<Self> {
        let plain = L::route(Address::from(bare::<L>(query))).to_string();
        L::asked(&Route::parse(&plain))?;
        let address = mapped::<L>(&plain, |often, value| {
            let (first, last) = days::days(days::parse(Some(value)).ok()?);
            let away = ((first? - today).num_days(), (last? - today).num_days());
            let (from, to) = often.iter().find(|often| **often == away)?;
            Some(format!("{FROM_TODAY}{from}..{to}"))
        });
        Some(Self::new(name, address))
    }

    /// The query as of today, and what of it cannot be used.
    pub fn asks(&self, today: NaiveDate) -> Option<(Query<L>, Vec<AddressError<L>>)> {
        let plain = mapped::<L>(&self.address, |_, value| {
            let (from, to) = value.strip_prefix(FROM_TODAY)?.split_once("..")?;
            let day = |away: &str| add_days(today, away.parse().ok()?);
            Some(format!("{}..{}", day(from)?.format("%Y-%m-%d"), day(to)?.format("%Y-%m-%d")))
        });
        let route = Route::parse(&plain);
        L::asked(&route).map(|asked| (bare::<L>(&asked.query), asked.wrong.clone()))
    }

    /// Whether the list has this view's query.
    pub fn is(&self, query: &Query<L>, today: NaiveDate) -> bool {
        self.asks(today).is_some_and(|(asked, wrong)| wrong.is_empty() && asked == bare::<L>(query))
    }
}

/// A query with its filters, search and order only.
fn bare<L: Listed>(query: &Query<L>) -> Query<L> {
    let usual = Query::<L>::default();
    Query::<L> { page: usual.page, page_size: usual.page_size, quiet: usual.quiet, ..query.clone() }
}

/// Rewrites the days in an address. `other` gets a filter's presets and its value; with None the value stays.
fn mapped<L: Listed>(address: &str, other: impl Fn(&[(i64, i64)], &str) -> Option<String>) -> String {
    let Some((page, pairs)) = address.split_once('?') else { return address.to_owned() };
    let mut written = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
        let look = FilterOf::<L>::ALL.iter().map(|filter| filter.look()).find(|look| look.name == name);
        let often = look.and_then(|look| if let FilterChoice::Days(often) = look.kind { Some(often) } else { None });
        let value = often.and_then(|often| other(often, &value)).unwrap_or_else(|| value.into_owned());
        written.append_pair(&name, &value);
    }
    format!("{page}?{}", written.finish())
}

/// The views as stored.
fn written<L: Listed>(views: &[SavedView<L>]) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for view in views {
        pairs.append_pair(&view.name, &view.address);
    }
    pairs.finish()
}

/// Reads stored views; unreadable ones are ignored.
fn parse_views<L: Listed>(stored: &str) -> Vec<SavedView<L>> {
    let mut views: Vec<SavedView<L>> = Vec::new();
    for (name, address) in form_urlencoded::parse(stored.as_bytes()) {
        let Ok(name) = checked(&name, &views, None) else { continue };
        let view = SavedView::new(name, address.into_owned());
        if view.asks(NaiveDate::default()).is_some() && views.len() < MOST {
            views.push(view);
        }
    }
    views
}

/// Checks that a name is valid and unused. `but`: the index of the view that is being renamed.
pub fn checked<L: Listed>(typed: &str, views: &[SavedView<L>], but: Option<usize>) -> Checked<String> {
    let name = check::view_name(typed)?;
    let is_taken = views.iter().enumerate().any(|(n, view)| Some(n) != but && key(&view.name) == name.key());
    if is_taken { Err(t!("views-taken")) } else { Ok(name.as_str().to_owned()) }
}

/// What is open of the views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewsLayer {
    /// Nothing.
    Nothing,
    /// The menu.
    Menu,
    /// The dialog that asks for a name.
    Save,
    /// The dialog to rename and delete views.
    All,
}

/// The state of the page's saved views.
#[derive(Clone, Copy, PartialEq)]
pub struct SavedViews<L: Listed> {
    /// In the order in which they were saved; None: not fetched yet, so that nothing overwrites them.
    pub all: Signal<Option<Vec<SavedView<L>>>>,
    /// Why they could not be fetched.
    pub unread: Signal<Option<ErrorView>>,
    /// A change is being saved.
    pub busy: Signal<bool>,
    /// What is open.
    pub over: Signal<ViewsLayer>,
    toasts: Toasts,
    asks: Asks,
}

/// Fetches the views, and gives the state to the page's parts.
pub fn use_views_provider<L: Listed>() -> SavedViews<L> {
    let (toasts, asks) = (use_toasts(), use_asks());
    let views = use_context_provider(|| SavedViews::<L> {
        all: Signal::new(None),
        unread: Signal::new(None),
        busy: Signal::new(false),
        over: Signal::new(ViewsLayer::Nothing),
        toasts,
        asks,
    });
    use_hook(|| views.fetch());
    views
}

/// The state, from the context.
pub fn use_views<L: Listed>() -> SavedViews<L> {
    use_context()
}

impl<L: Listed> SavedViews<L> {
    /// Fetches the views.
    pub fn fetch(mut self) {
        self.asks.spawn(async move {
            let asked = PreferenceRequest { name: L::VIEWS_KEPT.to_owned() };
            match backend::ask::<command::Preference>(&asked).await {
                Ok(kept) => {
                    self.all.set(Some(parse_views(&kept.unwrap_or_default())));
                    self.unread.set(None);
                }
                Err(error) => self.unread.set(Some(error)),
            }
        });
    }

    /// The views as fetched.
    pub fn known(self) -> Vec<SavedView<L>> {
        self.all.peek().clone().unwrap_or_default()
    }

    /// Changes the views: sets them once they are saved, then shows a message and calls `done`.
    pub fn change(
        mut self,
        (icon, said): (&'static str, String),
        change: impl FnOnce(&mut Vec<SavedView<L>>),
        done: Callback<()>,
    ) {
        let Some(mut all) = self.all.peek().clone().filter(|_| !*self.busy.peek()) else { return };
        change(&mut all);
        self.busy.set(true);
        self.asks.spawn(async move {
            let request = SetPreferenceRequest { name: L::VIEWS_KEPT.to_owned(), value: Some(written(&all)) };
            let answer = backend::ask::<command::SetPreference>(&request).await;
            self.busy.set(false);
            match answer {
                Ok(()) => {
                    self.all.set(Some(all));
                    self.toasts.show(icon, said, None);
                    done.call(());
                }
                Err(error) => self.toasts.error(&error),
            }
        });
    }

    /// Opens a view in the list; the page size stays.
    pub fn open(self, list: List<L>, place: usize) {
        let asked = self.known().get(place).and_then(|view| view.asks(today()));
        if let Some((asked, wrong)) = asked {
            let page_size = list.query.peek().page_size;
            list.open(Query::<L> { page_size, ..asked }, wrong);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::InvitationList;
    use crate::list::address;
    use crate::list::days::days;
    use crate::testing::render;
    use serde_json::{Value, json};
    use std::cell::{Cell, RefCell};
    use vestibule_wire::{ErrorCode, ListInvitationsRequest, SortField, Status};

    type View = SavedView<InvitationList>;
    type Views = SavedViews<InvitationList>;
    type Filter = crate::features::invitations::Filter;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn list(pairs: &str) -> ListInvitationsRequest {
        address::parse::<InvitationList>(pairs).unwrap().query
    }

    fn labelled(label: String) -> ListInvitationsRequest {
        let label = Some(label);
        ListInvitationsRequest::with_filter(vestibule_wire::InvitationFilter { label, ..Default::default() })
    }

    fn view(name: &str, pairs: &str) -> View {
        View::from_query(name.to_owned(), &list(pairs), day("2026-09-08")).unwrap()
    }

    #[test]
    fn filters_search_and_order_come_back_and_page_and_size_do_not() {
        let saved = view("Mine", "q=K7Q&status=active&role=Staff&label=Spring+fair&sort=-email&page=3&size=100");
        let (asked, wrong) = saved.asks(day("2026-09-08")).unwrap();
        assert_eq!(
            (asked.search.as_str(), asked.filter.status, asked.filter.role.as_deref()),
            ("K7Q", Some(Status::Active), Some("Staff"))
        );
        assert_eq!((asked.sort, asked.descending, asked.page), (SortField::Email, true, 1));
        assert_eq!((asked.page_size, wrong), (ListInvitationsRequest::default().page_size, vec![]));
        assert!(
            saved.is(&list("q=K7Q&status=active&role=Staff&label=Spring+fair&sort=-email&page=2"), day("2026-09-08"))
        );
        assert!(!saved.is(&list("status=active"), day("2026-09-08")));
    }

    #[test]
    fn days_that_count_from_today_move_on_and_others_stay() {
        let often = view("This week", "created=2026-09-02..2026-09-08&expires=2026-09-08..2026-09-14");
        let (asked, _) = often.asks(day("2026-09-10")).unwrap();
        assert_eq!(
            days((asked.filter.created_from, asked.filter.created_to)),
            (Some(day("2026-09-04")), Some(day("2026-09-10")))
        );
        assert_eq!(
            days((asked.filter.expires_from, asked.filter.expires_to)),
            (Some(day("2026-09-10")), Some(day("2026-09-16")))
        );
        let term = view("Term", "created=2026-09-01..2026-09-05&expires=..2026-12-31");
        let (asked, _) = term.asks(day("2027-01-01")).unwrap();
        assert_eq!(asked, bare::<InvitationList>(&list("created=2026-09-01..2026-09-05&expires=..2026-12-31")));
    }

    #[test]
    fn a_view_with_a_filter_that_cannot_be_opens_and_tells() {
        let stored = "Old=%23%2Finvitations%3Fstatus%3Dpending%26role%3DStaff";
        let (asked, wrong) = parse_views::<InvitationList>(stored)[0].asks(day("2026-09-08")).unwrap();
        assert_eq!((asked.filter.role.as_deref(), wrong.len(), wrong[0].filter), (Some("Staff"), 1, Filter::Status));
    }

    #[test]
    fn what_was_stored_is_read_again_whatever_stands_in_it() {
        let views = [view("A & B = C?", "label=%26%3D%3F%23"), view("Überfällig ✓", "status=expired")];
        assert_eq!(parse_views::<InvitationList>(&written(&views)), views);
    }

    #[test]
    fn what_is_none_of_ours_is_passed_over() {
        let long = "x".repeat(61);
        for stored in [
            "",
            "=",
            "Name",
            "Name=javascript:alert(1)",
            "Name=%23%2Fsettings",
            "=%23%2Finvitations",
            "\u{0}=%23%2Finvitations",
        ] {
            assert_eq!(parse_views::<InvitationList>(stored), [], "{stored}");
        }
        assert_eq!(parse_views::<InvitationList>(&format!("{long}=%23%2Finvitations")), []);
        assert_eq!(parse_views::<InvitationList>("a=%23%2Finvitations&A=%23%2Finvitations").len(), 1, "one of a name");
        let many: Vec<_> = (0..40).map(|n| format!("{n}=%23%2Finvitations")).collect();
        assert_eq!(parse_views::<InvitationList>(&many.join("&")).len(), MOST);
        let today = View::new("x".into(), "#/invitations?created=today:99999999999..0".into());
        assert_eq!(today.asks(day("2026-09-08")).unwrap().1.len(), 1);
    }

    #[test]
    fn a_name_has_1_to_60_letters_and_is_another_than_the_rest() {
        let views = [view("Mine", ""), view("Theirs", "")];
        assert_eq!(checked(&format!(" {} ", "é".repeat(60)), &views, None), Ok("é".repeat(60)));
        for wrong in ["", "  ", "a\u{0}b", &"x".repeat(61), "mine", " THEIRS "] {
            assert!(checked(wrong, &views, None).is_err(), "{wrong}");
        }
        assert_eq!(checked("MINE", &views, Some(0)), Ok("MINE".into()), "its own name in another case");
        assert!(checked("theirs", &views, Some(0)).is_err());
    }

    #[test]
    fn what_could_not_be_read_again_is_not_saved() {
        let long = labelled("é".repeat(4_000));
        assert_eq!(View::from_query("x".into(), &long, day("2026-09-08")), None);
        let (name, label) = ("é".repeat(60), "é".repeat(600));
        let most: Vec<_> = (0..MOST)
            .map(|_| View::from_query(name.clone(), &labelled(label.clone()), day("2026-09-08")).unwrap())
            .collect();
        assert!(written(&most).len() < 300_000, "all of them can be kept");
    }

    /// The views after `act`, and the page's HTML.
    fn after(act: fn(Views)) -> (Vec<String>, String) {
        thread_local! {
            static ACT: Cell<fn(Views)> = const { Cell::new(|_| {}) };
            static NAMES: RefCell<Vec<String>> = RefCell::default();
        }
        ACT.set(act);
        let html = render(|| {
            let views = use_views_provider::<InvitationList>();
            let mut done = use_signal(|| false);
            use_effect(move || {
                let read = views.all.read().is_some() || views.unread.read().is_some();
                if read && !*done.peek() {
                    done.set(true);
                    ACT.get()(views);
                }
                NAMES.set(views.all.read().iter().flatten().map(|view| view.name.clone()).collect());
            });
            rsx! {
                crate::parts::toasts::ToastArea {}
            }
        });
        (NAMES.take(), html)
    }

    fn add(views: Views) {
        views.change(("bookmark", "kept".into()), |all| all.push(view("New", "status=used")), Callback::new(|()| {}));
    }

    fn set() -> Vec<Value> {
        fake::asked()
            .into_iter()
            .filter(|(name, _)| name == command::SetPreference::NAME)
            .map(|(_, asked)| asked)
            .collect()
    }

    #[test]
    fn what_is_changed_is_kept_with_what_was_there() {
        fake::answer(command::Preference::NAME, |_| Ok(json!("Old=%23%2Finvitations")));
        fake::answer(command::SetPreference::NAME, |_| Ok(Value::Null));
        let (names, html) = after(add);
        assert_eq!(names, ["Old", "New"]);
        assert_eq!(set()[0]["value"], "Old=%23%2Finvitations&New=%23%2Finvitations%3Fstatus%3Dused");
        assert!(html.contains("kept"));
    }

    #[test]
    fn what_could_not_be_read_is_not_overwritten() {
        fake::answer(command::Preference::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
        let (names, html) = after(add);
        assert!(names.is_empty() && set().is_empty() && !html.contains("kept"));
    }

    #[test]
    fn what_could_not_be_kept_stays_as_it_was_and_is_told() {
        fake::answer(command::Preference::NAME, |_| Ok(json!("Old=%23%2Finvitations")));
        fake::answer(command::SetPreference::NAME, |_| Err(ErrorView::new(ErrorCode::DiskFull, "full")));
        let (names, html) = after(add);
        assert!(names == ["Old"] && html.contains("no room left") && !html.contains("kept"), "{html}");
    }
}
