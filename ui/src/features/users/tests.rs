//! Tests of the Users page on the host: who sees it, what a row offers, and that disallowed actions are not shown.

use super::board::{UserDialog, UsersState, use_board_provider};
use super::dialogs::Overlay;
use super::dialogs::many::ManyDialog;
use super::list::{Filter, UserCounter, UserList};
use super::many::ManyAct;
use super::user::name;
use crate::backend::fake;
use crate::features::invitations::tests::{has, manager, session, shown, staff};
use crate::features::invitations::tests::{page_of, signed_in};
use crate::list::SelectionBar;
use crate::list::{ListCounter, ListFilter, Listed};
use crate::navigator::use_navigator_provider;
use crate::prelude::*;
use crate::routes::idle::use_idle;
use crate::testing::{at_stake, render, render_app, use_is_settled};
use crate::unsaved::{self, Leave, UnsavedWork};
use crate::{address, keep};
use serde_json::to_value;
use vestibule_wire::command;
use vestibule_wire::{
    ErrorCode, JobResult, JobState, JobView, PasswordCodeView, RefusedUsersView, RoleView, SessionView,
    UserActionsView, UserCountersView, UserFilter, UserOptionsView, UserPageView, UserState, UserView,
    UsersChangedView,
};

pub fn user(id: &str, state: UserState) -> UserView {
    UserView {
        id: id.into(),
        username: "noor".into(),
        name: "Noor Haddad".into(),
        email: "noor@post.example".into(),
        role: RoleView { id: "r-3".into(), name: "Staff".into(), rank: 100, needs_department: false },
        department: Some("Science/Physics".into()),
        groups: vec!["Choir".into()],
        state,
        joined_through: Some("i-1".into()),
        created_at: "2026-09-01T10:00:00Z".parse().unwrap(),
        last_sign_in_at: None,
        may: UserActionsView { suspend: true, assign_role: true, ..UserActionsView::default() },
    }
}

fn page(items: Vec<UserView>) -> UserPageView {
    let all = items.len() as u64;
    UserPageView {
        items,
        total: all,
        is_at_least: false,
        page: 1,
        page_size: 20,
        counters: UserCountersView { all, active: all, suspended: 0 },
        at: "2026-09-08T10:00:00Z".parse().unwrap(),
        until: None,
    }
}

fn users_of(who: SessionView, answer: UserPageView) -> String {
    signed_in(who);
    fake::answer(command::UserOptions::NAME, |_| Ok(to_value(UserOptionsView::default()).unwrap()));
    fake::answer(command::ListUsers::NAME, move |_| Ok(to_value(answer.clone()).unwrap()));
    address::typed("#/users");
    let html = render_app();
    address::typed("");
    html
}

#[test]
fn a_user_is_shown_with_role_department_and_state() {
    let html = users_of(session(), page(vec![user("u-1", UserState::Active), user("u-2", UserState::Suspended)]));
    for part in ["Noor Haddad", "noor@post.example", "Staff", "Science/Physics", "Suspended", "never", "id=\"row-u-1\""]
    {
        assert!(html.contains(part), "{part}");
    }
    assert!(has(&html, "nav-users") && has(&html, "counter-suspended") && !has(&html, "chip-more"));
}

#[test]
fn the_section_is_there_for_who_may_see_people_and_for_nobody_else() {
    let sees = |who| has(&shown(who, Ok(page_of(vec![]))), "nav-users");
    assert!(sees(session()) && sees(manager()));
    assert!(!has(&users_of(staff(), page(vec![])), "nav-users"));
    assert!(!has(&users_of(staff(), page(vec![user("u-1", UserState::Active)])), "row-0"), "not by its address either");
}

#[test]
fn a_row_offers_what_may_be_done_and_no_more() {
    let names = |row: &UserView| UserList::row_actions(row).iter().map(|item| item.name).collect::<Vec<_>>();
    assert_eq!(names(&user("u-1", UserState::Active)), ["user-details", "user-role", "user-suspend"]);
    let none = UserView { may: UserActionsView::default(), ..user("u-1", UserState::Active) };
    assert_eq!(names(&none), ["user-details"]);
    let erased = UserView { name: String::new(), ..none };
    assert_eq!(name(&erased), "Erased");
}

#[test]
fn a_counter_and_the_filter_by_state_are_one() {
    let mut filter = UserFilter::default();
    for counted in [Some(UserState::Suspended), Some(UserState::Active), None].map(UserCounter) {
        counted.put(&mut filter);
        assert!(counted.is_on(&filter));
        let value = Filter::State.value(&filter);
        let mut again = UserFilter::default();
        Filter::State.set(&mut again, value.as_deref()).unwrap();
        assert_eq!(again, filter);
    }
    assert!(Filter::State.set(&mut filter, Some("asleep")).is_err());
    assert_eq!(filter, UserFilter::default(), "what cannot be changes nothing");
}

/// Renders a page with one user selected and a dialog about them.
fn asked(page: fn() -> Element) -> String {
    fn answer(report: UsersChangedView) -> serde_json::Value {
        let state = JobState::Done { result: JobResult::UsersChanged(report) };
        to_value(JobView { job: "j-1".into(), done: 1, total: Some(1), state }).unwrap()
    }
    let refused = RefusedUsersView { reason: ErrorCode::NotYourself, users: 1, names: vec!["Amara Osei".into()] };
    let report = UsersChangedView { changed: 2, peers: 1, refused: vec![refused], ..UsersChangedView::default() };
    for command in [command::SuspendUsers::NAME, command::SignOutUsers::NAME] {
        let report = report.clone();
        fake::answer(command, move |request| {
            assert_eq!((&request["make"], &request["selection"]["ids"]), (&false.into(), &serde_json::json!(["u-1"])));
            Ok(answer(report.clone()))
        });
    }
    render(page)
}

/// What stands around a part of the page: somebody signed in, and the board.
pub fn use_page() -> UsersState {
    use_page_of(session())
}

fn use_page_of(who: SessionView) -> UsersState {
    use_context_provider(|| Signal::new(who));
    use_navigator_provider();
    let rest = use_callback(|()| {});
    use_idle(|| 0, rest);
    use_board_provider()
}

fn selected(who: SessionView, act: ManyAct) -> Element {
    let board = use_page_of(who);
    use_hook(|| board.list.selection.press(&["u-1".to_owned()], "u-1", false));
    rsx! {
        SelectionBar::<UserList> {}
        ManyDialog { act }
    }
}

#[test]
fn over_a_selection_stands_what_may_be_done_and_the_question_says_with_whom_it_may_not() {
    let html = asked(|| selected(session(), ManyAct::Suspend));
    for hook in ["select-export", "many-move", "many-sign-out", "many-reactivate", "many-suspend"] {
        assert!(has(&html, hook), "{hook}");
    }
    assert!(html.contains("2 users") && html.contains("You are among them") && html.contains("Amara Osei"), "{html}");
    assert!(has(&html, "user-password") && has(&html, "users-many-confirm"), "one of them ranks as high");
    let html = asked(|| selected(manager(), ManyAct::SignOut));
    for hook in ["select-export", "many-move", "many-sign-out", "many-reactivate", "many-suspend"] {
        assert!(!has(&html, hook), "a manager may none of it: {hook}");
    }
    assert!(UserList::may_select(&session(), &UserFilter::default()));
    assert!(!UserList::may_select(&manager(), &UserFilter::default()), "there is nothing to do with a selection");
}

#[test]
fn a_change_of_many_that_was_cut_off_is_told_on_the_page_of_users() {
    assert!(!has(&users_of(session(), page(vec![])), "work-left"));
    keep::save("a-1", "work", "users-work=partly-500-1200");
    let html = users_of(session(), page(vec![]));
    assert!(has(&html, "work-left") && html.contains("500 users") && html.contains("1,200 were not come to"), "{html}");
}

#[test]
fn where_something_came_meanwhile_the_question_about_many_is_not_asked_over_it() {
    thread_local! {
        static OPEN: std::cell::Cell<Option<Signal<UserDialog>>> = const { std::cell::Cell::new(None) };
    }
    let opened = |other: bool| {
        fake::answer(command::UserOptions::NAME, move |_| {
            if let Some(mut open) = OPEN.get().filter(|_| other) {
                open.set(UserDialog::Report(None, Box::default()));
            }
            Ok(to_value(UserOptionsView::default()).unwrap())
        });
        render(|| {
            let board = use_page();
            use_hook(|| {
                OPEN.set(Some(board.open));
                board.ask_many(ManyAct::Move);
            });
            rsx! { {format!("{:?}", board.open.read())} }
        })
    };
    let alone = opened(false);
    assert!(alone.contains("Many(Move)"), "{alone}");
    let second = opened(true);
    assert!(second.contains("Report"), "{second}");
}

#[test]
fn a_one_time_code_on_the_screen_holds_one_until_it_is_closed() {
    thread_local! {
        static CLOSES: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    let shown = |closes: bool| {
        CLOSES.set(closes);
        let html = render(|| {
            let board = use_page();
            use_hook(|| {
                let mut open = board.open;
                let code = PasswordCodeView {
                    username: "noor".into(),
                    name: "Noor Haddad".into(),
                    code: "7K2M-9QXR".into(),
                    expires_at: "2026-09-08T10:00:00Z".parse().unwrap(),
                };
                open.set(UserDialog::Code(code));
            });
            if use_is_settled() && CLOSES.get() {
                let held = [Leave::Page, Leave::Session, Leave::Window].map(unsaved::lost_by);
                assert_eq!(held, [Some(UnsavedWork::ResetCode); 3]);
                CLOSES.set(false);
                spawn(async move { board.close() });
            }
            rsx! { Overlay {} }
        });
        (has(&html, "user-code"), at_stake())
    };
    assert_eq!(shown(false), (true, Some(UnsavedWork::ResetCode)));
    assert_eq!(shown(true), (false, None));
}

#[test]
fn where_only_a_least_number_is_known_the_selection_says_no_sum() {
    fn bar(least: bool, all: bool) -> String {
        thread_local! {
            static HOW: std::cell::Cell<(bool, bool)> = const { std::cell::Cell::new((false, false)) };
        }
        HOW.set((least, all));
        render(|| {
            let board = use_page();
            use_hook(|| {
                let answer = page(vec![user("u-1", UserState::Active)]);
                let mut shown = board.list.shown;
                let (least, all) = HOW.get();
                shown.set(Some(UserPageView { total: 2_001, is_at_least: least, ..answer }));
                if all {
                    board.list.selection.all(&board.list.query.peek());
                } else {
                    board.list.selection.press(&["u-1".to_owned()], "u-1", false);
                }
            });
            rsx! { SelectionBar::<UserList> {} }
        })
    }
    assert!(bar(true, true).contains("At least 2,001 selected"));
    let some = bar(true, false);
    assert!(some.contains(">1 selected<") && some.contains("Select all that match, at least 2,001"), "{some}");
    assert!(bar(false, true).contains(">2,001 selected<"));
    assert!(bar(false, false).contains("Select all 2,001 that match"));
}
