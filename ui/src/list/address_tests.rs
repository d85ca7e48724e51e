//! Tests of addresses: each written one is read back, and no input panics or breaks the list.

use super::days::between;
use super::*;
use crate::features::invitations::tests::{moment, options};
use crate::features::invitations::{Filter, InvitationList};
use chrono::{Days, NaiveDate};

use proptest::prelude::*;
use vestibule_wire::{ErrorCode, InvitationFilter, ListInvitationsRequest, SortField, Status};

fn written(query: &ListInvitationsRequest) -> String {
    super::pairs::<InvitationList>(query)
}

fn asked(address: &str) -> ListInvitationsRequest {
    let Address { query, wrong } = parse::<InvitationList>(address).unwrap();
    assert_eq!(wrong, [], "{address}");
    query
}

fn faults(address: &str) -> Vec<(Filter, String)> {
    parse::<InvitationList>(address).unwrap().wrong.into_iter().map(|wrong| (wrong.filter, wrong.words)).collect()
}

#[test]
fn an_address_says_status_role_and_page_and_leaves_out_what_is_usual() {
    let mut of = ListInvitationsRequest::default();
    assert_eq!(written(&of), "");
    (of.filter.status, of.filter.role, of.page) = (Some(Status::Active), Some("Staff".into()), 3);
    assert_eq!(written(&of), "status=active&role=Staff&page=3");
    assert_eq!(asked("status=active&role=Staff&page=3"), of);
    (of.sort, of.descending) = (SortField::Expires, true);
    assert!(written(&of).contains("sort=-expires"));
}

#[test]
fn days_are_whole_and_local_and_the_last_one_is_among_them() {
    let of = asked("created=2026-09-01..2026-09-08&expires=..2026-12-31");
    assert_eq!(of.filter.created_from, Some(moment("2026-09-01T00:00:00Z")));
    assert_eq!(of.filter.created_to, Some(moment("2026-09-09T00:00:00Z")));
    assert_eq!((of.filter.expires_from, of.filter.expires_to), (None, Some(moment("2027-01-01T00:00:00Z"))));
}

#[test]
fn what_cannot_be_is_told_and_the_rest_holds() {
    let stale = "status=pending&role=Staff&created=last+week&expires=2026-09-08..2026-09-01&page=2";
    let wrong: Vec<Filter> = faults(stale).into_iter().map(|(filter, _)| filter).collect();
    assert_eq!(wrong, [Filter::Status, Filter::Created, Filter::Expires]);
    let of = parse::<InvitationList>(stale).unwrap().query;
    assert_eq!(
        (of.filter.role.as_deref(), of.page, of.filter.status, of.filter.created_from),
        (Some("Staff"), 2, None, None)
    );
}

#[test]
fn numbers_and_orders_that_cannot_be_are_as_usual() {
    for pairs in ["page=0", "page=-3", "page=99999999999", "size=7", "size=1000000", "sort=drop+table", "archive=yes"] {
        assert_eq!(asked(pairs), ListInvitationsRequest::default(), "{pairs}");
    }
}

#[test]
fn what_is_longer_than_any_of_ours_is_not_read() {
    assert!(parse::<InvitationList>(&format!("q={}", "x".repeat(5_000))).is_none());
}

#[test]
fn a_search_is_one_from_its_first_symbol_and_one_of_spaces_or_too_long_is_none() {
    assert_eq!(asked("q=K").search, "K");
    assert_eq!(asked("q=%20").search, "");
    assert_eq!(asked(&format!("q={}", "x".repeat(301))).search, "");
    assert_eq!(asked("q=K7Q%20F").search, "K7Q F");
}

#[test]
fn a_refusal_belongs_to_its_filter_and_only_while_that_is_set() {
    let of = asked("role=Gardener");
    let error = ErrorView::new(ErrorCode::RoleUnknown, "x").at("role");
    let wrong = refused_filter::<InvitationList>(&error, &of).unwrap();
    assert_eq!((wrong.filter, &*wrong.value, &*wrong.words), (Filter::Role, "Gardener", "There is no such role."));
    assert_eq!(refused_filter::<InvitationList>(&error, &ListInvitationsRequest::default()), None);
    assert_eq!(refused_filter::<InvitationList>(&ErrorView::new(ErrorCode::FileBusy, "x"), &of), None);
}

#[test]
fn a_chip_says_names_and_usual_days() {
    let now = moment("2026-09-08T10:00:00Z");
    let says = |pairs: &str, filter| describe_filter::<InvitationList>(filter, &asked(pairs), Some(&options()), now);
    assert_eq!(says("role=staff", Filter::Role).as_deref(), Some("Staff"));
    assert_eq!(says("department=d-2", Filter::Department).as_deref(), Some("Sciences"));
    assert_eq!(says("creator=jonas+lindqvist", Filter::Creator).as_deref(), Some("Jonas Lindqvist"));
    assert_eq!(says("status=expiring", Filter::Status).as_deref(), Some("Expiring in 48 h"));
    assert_eq!(says("created=2026-08-10..2026-09-08", Filter::Created).as_deref(), Some("Last 30 days"));
    assert_eq!(says("expires=2026-09-08..2026-09-14", Filter::Expires).as_deref(), Some("Next 7 days"));
    assert_eq!(says("created=2026-09-08..2026-09-08", Filter::Created).as_deref(), Some("Today"));
    assert_eq!(says("created=2026-09-01..", Filter::Created).as_deref(), Some("since Tue 1 Sep"));
    assert_eq!(says("created=2026-09-01..2026-09-03", Filter::Created).as_deref(), Some("Tue 1 Sep – Thu 3 Sep"));
    assert_eq!(says("role=staff", Filter::Label), None);
}

fn text() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("[^\\p{Cc}]{1,40}".prop_filter("an empty value is no filter", |text| !text.is_empty()))
}

#[test]
fn what_was_made_at_one_instant_has_an_address_of_its_own() {
    let at = moment("2026-09-08T12:00:00.123Z");
    let filter = InvitationFilter {
        created_from: Some(at),
        created_to: Some(at + chrono::TimeDelta::milliseconds(1)),
        ..InvitationFilter::default()
    };
    let mut of = ListInvitationsRequest::with_filter(filter);
    let value = Filter::Created.value(&of.filter).unwrap();
    assert_eq!(value, "2026-09-08T12:00:00.123Z");
    let asked = of.clone();
    Filter::Created.set(&mut of.filter, None).unwrap();
    Filter::Created.set(&mut of.filter, Some(&value)).unwrap();
    assert_eq!(of, asked);
}

fn ends() -> impl Strategy<Value = (Option<Moment>, Option<Moment>)> {
    (proptest::option::of(0_u64..20_000), proptest::option::of(0_u64..20_000)).prop_map(|(from, length)| {
        let day = |at: u64| NaiveDate::from_ymd_opt(1990, 1, 1).and_then(|first| first.checked_add_days(Days::new(at)));
        let last = length.map(|length| from.unwrap_or(0) + length);
        between(from.and_then(day), last.and_then(day))
    })
}

fn request() -> impl Strategy<Value = ListInvitationsRequest> {
    let words = (text(), text(), text(), text(), text());
    let statuses = [None, Some(Status::Active), Some(Status::Used), Some(Status::Expired), Some(Status::Revoked)];
    let order = (
        proptest::sample::select(InvitationList::SORTS.to_vec()),
        any::<bool>(),
        proptest::sample::select(SIZES.to_vec()),
    );
    let status = (proptest::sample::select(statuses.to_vec()), any::<bool>(), any::<bool>(), 1_u32..);
    (words, ends(), ends(), order, status).prop_map(|(words, created, expires, order, status)| {
        let (status, expiring, archived, page) = status;
        let (role, department, creator, group, label) = words;
        let filter = InvitationFilter {
            status: status.filter(|_| !expiring),
            expiring,
            role,
            department,
            creator,
            group,
            label,
            created_from: created.0,
            created_to: created.1,
            expires_from: expires.0,
            expires_to: expires.1,
            archived,
        };
        ListInvitationsRequest {
            page,
            page_size: order.2,
            sort: order.0.0,
            descending: order.1,
            ..ListInvitationsRequest::with_filter(filter)
        }
    })
}

proptest! {
    #[test]
    fn every_list_is_read_back_from_its_address(of in request()) {
        let written = written(&of);
        prop_assume!(written.len() <= LONGEST);
        prop_assert_eq!(parse::<InvitationList>(&written), Some(Address::from(of)));
    }

    #[test]
    fn no_address_does_harm(pairs in ".{0,200}") {
        if let Some(Address { query: of, .. }) = parse::<InvitationList>(&pairs) {
            prop_assert!(of.page > 0 && SIZES.contains(&of.page_size));
            // Writing what was read and reading it again gives the same query.
            prop_assert_eq!(parse::<InvitationList>(&written(&of)).map(|read| read.query), Some(of));
        }
    }

    #[test]
    fn no_made_up_value_does_harm(name in "status|role|created|expires|page|size|sort|q|archive|label", value in "\\PC{0,60}") {
        let _read = parse::<InvitationList>(&format!("{name}={value}"));
    }
}
