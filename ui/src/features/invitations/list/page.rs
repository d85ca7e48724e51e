//! The page: head, counters, bar, list, pager, and what lies over it. Keeps out how each of them works.

use super::bar::Bar;
use super::filters_menu::FilterMenus;
use super::grid::{Foot, Grid, RowMenu, is_pictured};
use super::keys::{Wish, wish};
use super::query::is_filtered;
use super::select::Picked;
use super::select_bar::SelectionBar;
use super::views::use_views_provider;
use super::views_dialog::ViewsOverlay;
use crate::features::invitations::archive::{CleanUpButton, EmptyArchive, ManyOverlay, ToArchive};
use crate::features::invitations::board::{Board, Open, go, use_board, use_board_provider};
use crate::features::invitations::create::Create;
use crate::features::invitations::create::created::Created;
use crate::features::invitations::details::DetailsDrawer;
use crate::features::invitations::errands::{use_errands, use_guard};
use crate::features::invitations::export::{Export, FromSheet, HeadActs};
use crate::features::invitations::import::SheetPage;
use crate::features::invitations::many::{Asking, use_many, use_many_provider};
use crate::features::invitations::mask;
use crate::features::invitations::revoke::Revoke;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::counters::{Counted, Counters};
use crate::parts::mask::use_mask;
use crate::parts::notice::{Notice, Tone};
use crate::parts::row_actions;
use crate::parts::states::Blank;
use crate::parts::table::{Ground, Spot};
use crate::parts::toasts::use_toasts;
use crate::prelude::*;
use crate::routes::desk::{ActiveCount, KeepFailed};
use crate::routes::shortcuts::{Deed, deed, is_off};
use crate::routes::work_left::WorkLeft;
use crate::{app, dom, t, time, words};
use std::rc::Rc;
use vestibule_wire::{CountersView, ErrorView, InvitationPageView, ListInvitationsRequest, Moment, command};

/// What F6 goes through: the region, and where the focus goes in it (DESIGN.md, Behaviour).
const REGIONS: &[(&str, &str)] = &[
    (".side", ".nav a"),
    (".head", ".head button"),
    (".counters", ".counter"),
    (".bar", ".bar input, .bar button"),
    (".tbl-wrap", ".tbl [tabindex=\"0\"]"),
    (".pager", ".pager button:not([disabled])"),
    (".drawer", "#details-body"),
];

/// The Invitations page.
#[component]
pub fn Invitations() -> Element {
    let board = use_board_provider();
    let many = use_many_provider(board);
    use_errands(board, many);
    use_guard(board, many);
    use_views_provider();
    let may_create = app::use_session().read().may::<command::CreateInvitation>();
    let mut active = use_context::<ActiveCount>().0;
    use_effect(move || {
        let known = board.list.shown.read().as_ref().map(|page| page.counters.active);
        if *active.peek() != known {
            active.set(known);
        }
    });
    use_keys(board, many.asking, may_create);
    let shown = board.list.shown.read().clone();
    let archived = board.list.filters.read().filter.archived;
    let none_at_all = shown.as_ref().is_some_and(|page| page.counters.all == 0) && !archived;
    if (many.asking)() == Asking::Sheet {
        return rsx! {
            SheetPage {}
        };
    }
    rsx! {
        main { class: "main",
            header { class: "head",
                h1 { {t!("invitations-title")} }
                SomeOf {}
                if !none_at_all {
                    div { class: "acts",
                        HeadActs {}
                        if archived {
                            CleanUpButton {}
                        } else if may_create {
                            CreateButton { size: Size::Normal }
                        }
                    }
                }
            }
            KeepFailed {}
            WorkLeft {}
            Body { shown, none_at_all, may_create }
        }
        DetailsDrawer {}
        RowMenu {}
        FilterMenus {}
        ViewsOverlay {}
        Export {}
        Overlay {}
        // The new invitation is printed from its dialog: what is asked then stands above that.
        ManyOverlay {}
    }
}

/// "12 of 248" beside the title while the list is narrowed.
#[component]
fn SomeOf() -> Element {
    let list = use_board().list;
    let narrowed = (list.narrowed)();
    let counts = list.shown.read().as_ref().map(|page| (page.total, page.counters.all));
    let archived = list.filters.read().filter.archived;
    rsx! {
        span { class: "sub", role: "status", "data-test": "some-of",
            if let Some((total, _)) = counts.filter(|_| archived) {
                {t!("archive-count", count = total)}
            } else if let Some((total, all)) = counts.filter(|_| narrowed) {
                {t!("invitations-some-of", count = total, all = all)}
            }
        }
    }
}

#[component]
fn CreateButton(size: Size) -> Element {
    let board = use_board();
    rsx! {
        Button {
            kind: Kind::Primary, size, icon: "plus", keys: "N", test: "create-invitation", busy: (board.starting)(),
            onclick: move |_| board.create.call(None),
            {t!("invitations-create")}
        }
    }
}

/// What stands under the head. Nothing for the first 200 ms, then bones; old rows stay while new ones are on their way.
#[component]
fn Body(shown: Option<InvitationPageView>, none_at_all: bool, may_create: bool) -> Element {
    let board = use_board();
    let fault = board.list.fault.read().clone();
    let slow = (board.list.slow)();
    match (shown, fault) {
        (None, Some(error)) => rsx! {
            Unread { error }
        },
        (None, None) if !slow => rsx! {},
        (Some(_), _) if none_at_all => rsx! {
            NoneYet { may_create }
        },
        (page, fault) => rsx! {
            Filters { counts: page.as_ref().map(|page| page.counters) }
            if let (Some(error), Some(page)) = (fault, page.as_ref()) {
                Stale { error, at: page.at }
            }
            if let Some(all) = page.as_ref().filter(|page| page.total == 0).map(|page| page.counters.all) {
                NoneFound { all }
            } else {
                Grid { page: page.clone() }
                if let Some(page) = page {
                    Foot { page }
                } else {
                    footer { class: "pager", role: "status", span { class: "sr", {t!("invitations-loading")} } }
                }
            }
        },
    }
}

#[component]
fn Filters(counts: Option<CountersView>) -> Element {
    let list = use_board().list;
    let selection = use_many().selection;
    let selecting = (selection.on)() && *selection.picked.read() != Picked::default();
    rsx! {
        Counters {
            counts, pressed: pressed(&list.filters.read()),
            on_press: move |counted| list.filter(|filters| count(filters, counted)),
        }
        if selecting {
            SelectionBar {}
        } else {
            Bar {}
        }
    }
}

/// Which counter is on.
fn pressed(filters: &ListInvitationsRequest) -> Option<Counted> {
    match (filters.filter.status, filters.filter.expiring) {
        _ if filters.filter.archived => None,
        (None, true) => Some(Counted::Expiring),
        (Some(status), false) => Some(Counted::In(status)),
        (None, false) => Some(Counted::All),
        (Some(_), true) => None,
    }
}

/// A counter as filter; the one that is on goes off.
fn count(filters: &mut ListInvitationsRequest, counted: Counted) {
    let off = pressed(filters) == Some(counted);
    filters.filter.status = if let Counted::In(status) = counted { Some(status).filter(|_| !off) } else { None };
    filters.filter.expiring = counted == Counted::Expiring && !off;
    filters.filter.archived = false;
}

#[component]
fn NoneYet(may_create: bool) -> Element {
    let organisation = app::use_stage().organisation();
    let text = if may_create {
        t!("invitations-empty", organisation = organisation)
    } else {
        t!("invitations-empty-watch", organisation = organisation)
    };
    rsx! {
        Blank { title: t!("invitations-empty-title"), text, test: "empty",
            if may_create {
                CreateButton { size: Size::Form }
            }
            FromSheet {}
            ToArchive {}
        }
    }
}

#[component]
fn NoneFound(all: u64) -> Element {
    let list = use_board().list;
    let search = list.filters.read().search.clone();
    if list.filters.read().filter.archived && !is_filtered(&list.filters.read()) {
        return rsx! {
            EmptyArchive {}
        };
    }
    if search.is_empty() {
        return rsx! {
            Blank {
                icon: "search", title: t!("invitations-none-filtered"), text: t!("invitations-none-filtered-hint", count = all), test: "none-found",
                Button { test: "clear-all", onclick: move |_| list.clear(), {t!("invitations-clear-filters")} }
            }
        };
    }
    rsx! {
        Blank {
            icon: "search", title: t!("invitations-none-found", search = search), text: t!("invitations-none-found-hint"), test: "none-found",
            Button { test: "clear-all", onclick: move |_| list.clear(), {t!("invitations-search-clear")} }
        }
    }
}

#[component]
fn Unread(error: ErrorView) -> Element {
    let board = use_board();
    rsx! {
        Blank {
            icon: "database", title: t!("invitations-unread"), text: t!("invitations-unread-hint", reason = plain(&error)), test: "error", alert: true,
            Button { icon: "refresh-cw", test: "try-again", onclick: move |_| board.ask.call(false), {t!("invitations-try-again")} }
        }
    }
}

/// The rows are there, but asking for them again did not work.
#[component]
fn Stale(error: ErrorView, at: Moment) -> Element {
    let board = use_board();
    let when = time::short(at, time::now());
    rsx! {
        div { class: "desk-notice",
            Notice { tone: Tone::Warn, text: t!("invitations-stale", reason = plain(&error), when = when), test: "stale",
                button { class: "link", r#type: "button", "data-test": "try-again", onclick: move |_| board.ask.call(false), {t!("invitations-try-again")} }
            }
        }
    }
}

/// An error's sentence without marks of weight.
fn plain(error: &ErrorView) -> String {
    words::error(error).replace("**", "")
}

/// The dialog over the page.
#[component]
pub fn Overlay() -> Element {
    let board = use_board();
    let open = board.open.read().clone();
    match open {
        Open::Nothing => rsx! {},
        Open::Create(options) => rsx! {
            Create { options }
        },
        Open::Replace(row, options) => rsx! {
            Create { options, replaces: Some(row) }
        },
        Open::Created(row) => rsx! {
            Created { row }
        },
        Open::Revoke(row) => rsx! {
            Revoke { row }
        },
    }
}

fn use_keys(board: Board, asking: Signal<Asking>, may_create: bool) {
    let (mask, toasts) = (use_mask(), use_toasts());
    let session = app::use_session();
    let switch_mask = use_callback(move |()| {
        if let Some(mask) = mask {
            let on = !*mask.on.peek();
            mask::choose(mask, toasts, &session.peek().account, on);
        }
    });
    let heard = use_callback(move |press: dom::Press| {
        if *asking.peek() == Asking::Sheet {
            // That page has keys of its own. Codes are hidden from anywhere; to the list lead the way back and the
            // palette.
            let masks = !press.in_field && !press.in_overlay && !is_off(&press) && deed(&press) == Some(Deed::Mask);
            if masks {
                switch_mask.call(());
            }
            return masks;
        }
        let shown = board.list.shown.peek();
        let items = shown.as_ref().map(|page| page.items.as_slice()).unwrap_or_default();
        let rows: Vec<String> = items.iter().map(|row| row.id.clone()).collect();
        let here = press.at.strip_prefix("row-").and_then(|id| items.iter().find(|row| row.id == id));
        let heads = board.columns.fit.peek().shown.shown().len();
        let ground = Ground { rows: &rows, heads, actions: here.map_or(0, |row| row_actions::count(row.may)) };
        let wish = wish(&press, ground, &board.spot.peek(), board.details.of.peek().as_deref());
        drop(shown);
        match wish {
            Some(Wish::Mask) => switch_mask.call(()),
            Some(Wish::Hold(place)) => return mask.is_some_and(|mask| mask.hold(&place)),
            Some(wish) => return grant(board, may_create, wish),
            None => return false,
        }
        true
    });
    use_hook(|| Rc::new(dom::on_press(move |press| heard.call(press))));
}

/// Does what a key press asks for; false: it was nothing that can be done now.
fn grant(mut board: Board, may_create: bool, wish: Wish) -> bool {
    match wish {
        Wish::Create if may_create => board.create.call(None),
        Wish::Create => return false,
        Wish::Search => dom::focus_and_select("#search-field"),
        Wish::Count(counted) => board.list.filter(|filters| count(filters, counted)),
        Wish::Clear => board.list.clear(),
        Wish::Region(back) => dom::jump(REGIONS, back),
        Wish::Walk(spot) => {
            board.spot.set(match &spot {
                Spot::Row(id, _) => Spot::Row(id.clone(), None),
                other => other.clone(),
            });
            go(&spot);
        }
        Wish::Menu(id) => return board.open_menu(&id),
        Wish::Copy(id, what) => match board.known(&id).filter(|row| row.may.copy) {
            Some(row) => board.copy.call((row.id, what)),
            None => return false,
        },
        Wish::Revoke(id) => return board.ask_revoke(&id),
        Wish::Replace(id) => return board.known(&id).is_some_and(|row| board.ask_replace(&row)),
        Wish::Details(id) => board.show_details(&id),
        Wish::Code(id) => match board.known(&id).filter(is_pictured) {
            Some(row) => board.show_qr(&row.id),
            None => return false,
        },
        Wish::Step(forward, in_list) => board.step_details(forward, in_list),
        Wish::CloseDetails => board.close_details(),
        // The window's own, see `use_keys`.
        Wish::Mask | Wish::Hold(_) => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use vestibule_wire::{InvitationFilter, Status};

    #[test]
    fn a_counter_leads_out_of_the_archive_and_none_is_on_in_it() {
        let mut filters = ListInvitationsRequest::of(InvitationFilter { archived: true, ..Default::default() });
        assert_eq!(pressed(&filters), None);
        count(&mut filters, Counted::All);
        assert_eq!((filters.filter.archived, pressed(&filters)), (false, Some(Counted::All)));
    }

    #[test]
    fn a_counter_filters_and_a_second_press_takes_it_off() {
        let mut filters = ListInvitationsRequest::default();
        count(&mut filters, Counted::In(Status::Used));
        assert_eq!((filters.filter.status, pressed(&filters)), (Some(Status::Used), Some(Counted::In(Status::Used))));
        count(&mut filters, Counted::Expiring);
        assert_eq!((filters.filter.status, filters.filter.expiring), (None, true));
        count(&mut filters, Counted::Expiring);
        assert_eq!(pressed(&filters), Some(Counted::All));
    }
}
