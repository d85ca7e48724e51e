//! Tests of routes and their addresses: each is read back, and any input gives some page.

use super::*;
use crate::list::query::searchable;
use crate::list::tests::{Rooms, Wing};
use proptest::prelude::*;
use vestibule_wire::{InvitationFilter, ListRequest, SortField, Status, UserFilter, UserSort, UserState};

fn list<L: Listed>(query: ListRequest<L::Filter, L::Sort>) -> Option<Box<Address<L>>> {
    Some(Box::new(query.into()))
}

/// Any text except spaces or invisible characters alone, which are no search.
fn words() -> impl Strategy<Value = String> {
    "[^\\p{Cc}\\s]{1,20}".prop_filter("it is no search", |words| !searchable(words).is_empty())
}

fn invitations() -> impl Strategy<Value = Route> {
    let status = prop_oneof![Just(None), Just(Some(Status::Active)), Just(Some(Status::Revoked))];
    (proptest::option::of(words()), status, proptest::option::of(words()), 1_u32.., any::<bool>()).prop_map(
        |(search, status, role, page, descending)| {
            let filter = InvitationFilter { status, role, ..InvitationFilter::default() };
            Route::Invitations(list::<InvitationList>(ListRequest {
                search: search.unwrap_or_default(),
                page,
                sort: SortField::Email,
                descending,
                ..ListRequest::with_filter(filter)
            }))
        },
    )
}

fn users() -> impl Strategy<Value = Route> {
    let state = prop_oneof![Just(None), Just(Some(UserState::Active)), Just(Some(UserState::Suspended))];
    (proptest::option::of(words()), state, 1_u32.., any::<bool>()).prop_map(|(search, state, page, descending)| {
        let filter = UserFilter { state, ..UserFilter::default() };
        Route::Users(list::<UserList>(ListRequest {
            search: search.unwrap_or_default(),
            page,
            sort: UserSort::LastSignIn,
            descending,
            ..ListRequest::with_filter(filter)
        }))
    })
}

fn rooms() -> impl Strategy<Value = Route> {
    proptest::option::of(words()).prop_map(|wing| Route::Rooms(list::<Rooms>(ListRequest::with_filter(Wing { wing }))))
}

fn any_route() -> impl Strategy<Value = Route> {
    let pages = vec![Route::Home, Route::Invitations(None), Route::Users(None), Route::Rooms(None)];
    let settings = Part::ALL.map(Route::Settings);
    let plain = proptest::sample::select([pages, settings.to_vec()].concat());
    prop_oneof![plain, invitations(), users(), rooms()]
}

proptest! {
    #[test]
    fn every_route_is_read_back_from_its_address(route in any_route()) {
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }

    #[test]
    fn whatever_is_read_leads_somewhere_that_has_an_address(address in "(#?/?(invitations|users|settings|rooms)?)?\\PC{0,80}") {
        let route = Route::parse(&address).page();
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn each_page_has_the_address_that_it_always_had() {
    let asked = list::<UserList>(ListRequest { page: 2, ..ListRequest::default() });
    for (route, address) in [
        (Route::Home, "#/"),
        (Route::Invitations(list::<InvitationList>(ListRequest::default())), "#/invitations"),
        (Route::Users(asked), "#/users?page=2"),
        (Route::Users(None), "#/users/"),
        (Route::Settings(Part::Rules), "#/settings"),
        (Route::Settings(Part::Device), "#/settings/device"),
        (Route::Settings(Part::Profile), "#/settings/profile"),
    ] {
        assert_eq!(route.to_string(), address);
        assert_eq!(Route::parse(address), route);
    }
}

#[test]
fn what_is_no_address_of_a_page_leads_home() {
    for address in [
        "",
        "#",
        "#users",
        "/users",
        "#//users",
        "#/settings/",
        "#/settings?x",
        "#/settings/users",
        "#/SETTINGS",
        "#/usersx",
        "#/users/7",
        "#/invitations#",
        "#/invitations/?page=2",
        "#/\u{202e}",
        "javascript:alert(1)",
    ] {
        assert_eq!(Route::parse(address), Route::Home, "{address}");
    }
}

#[test]
fn what_a_list_cannot_be_asked_for_is_left_out_and_told() {
    let Route::Users(Some(asked)) = Route::parse("#/users?state=asleep&page=2") else { panic!("it is a list") };
    assert_eq!((asked.query.page, asked.wrong.len()), (2, 1));
    assert_eq!(Route::Users(Some(asked)).to_string(), "#/users?page=2");
    let long = format!("#/users?q={}", "x".repeat(5_000));
    assert_eq!(Route::parse(&long), Route::Users(None), "longer than any of ours: the list as it was left");
}
