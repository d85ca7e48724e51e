//! Tests of going from page to page: who sees what, history entries of other accounts, and unsaved work.

use super::*;
use crate::features::invitations::tests::{manager, session, staff};
use crate::route::Part;
use crate::testing::render;
use std::cell::RefCell;
use vestibule_domain::Permission;
use vestibule_wire::{ListRequest, UserFilter};

thread_local! {
    static WHO: RefCell<Option<SessionView>> = const { RefCell::new(None) };
}

/// The route after `act`, and the window's address.
fn after(who: SessionView, act: fn(Navigator)) -> (Route, String) {
    thread_local! {
        static ACT: RefCell<fn(Navigator)> = RefCell::new(|_| {});
        static SEEN: RefCell<Option<Route>> = const { RefCell::new(None) };
    }
    WHO.set(Some(who));
    ACT.set(act);
    render(|| {
        use_context_provider(|| Signal::new(WHO.with_borrow(Clone::clone).unwrap()));
        let navigator = use_navigator_provider();
        use_hook(|| {
            ACT.with_borrow(|act| act(navigator));
            SEEN.set(Some(navigator.peek()));
        });
        rsx! {}
    });
    (SEEN.take().unwrap(), address::current())
}

fn users_page(page: u32) -> Route {
    Route::Users(Some(Box::new(ListRequest { page, ..ListRequest::with_filter(UserFilter::default()) }.into())))
}

/// A session that may see users but not invitations.
fn sees_users_only() -> SessionView {
    SessionView { permissions: vec![Permission::SeePeople], ..session() }
}

#[test]
fn home_is_what_the_role_begins_with() {
    let home = |who| after(who, |navigator| navigator.go(&Route::Home)).0;
    assert_eq!(home(session()), Route::Invitations(None));
    assert_eq!(home(sees_users_only()), Route::Users(None));
    assert_eq!(home(staff()), Route::Home);
}

#[test]
fn a_page_that_one_may_not_see_is_not_led_to_by_its_address_either() {
    for address in ["#/users?page=2", "#/invitations"] {
        address::typed(address);
        assert_eq!(after(staff(), |_| {}).0, Route::Home, "{address}");
    }
    address::typed("#/users?page=2");
    assert_eq!(after(manager(), |_| {}).0, users_page(2));
    address::typed("#/invitations?page=2");
    assert_eq!(after(sees_users_only(), |_| {}).0, Route::Users(None));
}

#[test]
fn going_writes_the_address_and_the_list_says_the_rest() {
    address::typed("");
    let (route, written) = after(session(), |navigator| navigator.go(&Route::Users(None)));
    assert_eq!((route, &*written), (Route::Users(None), "#/users/"));
    let settled = |navigator: Navigator| navigator.settle(users_page(3), false);
    assert_eq!(after(session(), settled), (users_page(3), "#/users?page=3".to_owned()));
}

#[test]
fn a_page_that_was_left_has_no_say_in_where_one_is() {
    address::typed("#/settings/device");
    let (route, written) = after(session(), |navigator| navigator.settle(users_page(3), true));
    assert_eq!((route, &*written), (Route::Settings(Part::Device), "#/settings/device"));
}

#[test]
fn somebody_elses_entry_of_the_history_leads_home() {
    address::write("#/users?q=noor", "another account", true);
    assert_eq!(after(session(), |_| {}).0, Route::Invitations(None));
    address::write("#/users?page=2", "a-1", true);
    assert_eq!(after(session(), |_| {}).0, users_page(2));
}

#[test]
fn what_would_be_lost_holds_one_back_and_the_address_comes_back() {
    fn held(act: fn(Navigator)) -> (Route, String) {
        address::write("#/users?page=2", "a-1", true);
        after(session(), act)
    }
    let went = held(|navigator| {
        unsaved::risk(UnsavedWork::Describe, true);
        navigator.go(&Route::Settings(Part::Device));
    });
    assert_eq!(went, (users_page(2), "#/users?page=2".to_owned()));
    let back = held(|navigator| {
        unsaved::risk(UnsavedWork::Describe, true);
        address::write("#/settings", "a-1", true);
        navigator.follow();
    });
    assert_eq!(back, (users_page(2), "#/users?page=2".to_owned()));
    let told = held(|navigator| {
        unsaved::risk(UnsavedWork::SheetBusy, true);
        navigator.go(&Route::Invitations(None));
        assert_eq!(navigator.held(), Some(UnsavedWork::SheetBusy), "who holds one back may say so");
    });
    assert_eq!(told.0, users_page(2));
    let watched = held(|navigator| {
        unsaved::risk(UnsavedWork::WorkWatched, true);
        address::write("#/invitations", "a-1", true);
        navigator.follow();
    });
    assert_eq!(watched, (users_page(2), "#/users?page=2".to_owned()), "the page tells how its work ends");
    let free = held(|navigator| {
        unsaved::risk(UnsavedWork::Rules, true); // returning to the page registers it again
        address::write("#/settings", "a-1", true);
        navigator.follow();
    });
    assert_eq!(free, (Route::Settings(Part::Rules), "#/settings".to_owned()));
}

#[test]
fn within_a_page_nothing_is_lost_and_nothing_is_asked() {
    address::write("#/users?page=2", "a-1", true);
    let (route, _) = after(session(), |navigator| {
        unsaved::risk(UnsavedWork::Describe, true);
        address::write("#/users?page=5", "a-1", true);
        navigator.follow();
    });
    assert_eq!(route, users_page(5));
}
