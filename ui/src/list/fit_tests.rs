//! Tests of the table's widths: every window from the smallest to a wide one, at every text size.

use super::*;
use crate::features::invitations::{Column as Col, InvitationList};

type Layout = super::Layout<InvitationList>;

/// The least width of Email, the width of a code, and what the number of uses adds to the status.
const EMAIL: u32 = 160;
const CODE: u32 = 154;
const USES: u32 = 56;

/// The page's width in a window of that many CSS pixels (without `--side` or `--rail` and one for the line; DESIGN.md,
/// Layout).
fn page_of(window: u32) -> u32 {
    window - if window < 1024 { 57 } else { 229 }
}

/// Windows of 900 to 1600 pixels, at that text size in per cent.
fn windows(percent: u32) -> impl Iterator<Item = u32> {
    (900..=1600).map(move |window| page_of(window * 100 / percent))
}

fn room(width: u32) -> TableSpace {
    TableSpace { width, ticks: true, long_values: false, long_words: false }
}

/// Every kind of room of that width.
fn kinds(width: u32) -> impl Iterator<Item = TableSpace> {
    (0..8).map(move |bits| TableSpace {
        width,
        ticks: bits & 1 > 0,
        long_values: bits & 2 > 0,
        long_words: bits & 4 > 0,
    })
}

fn shown(window: u32, percent: u32) -> Vec<Col> {
    fit(Layout::default(), room(page_of(window * 100 / percent))).shown.shown()
}

#[test]
fn the_table_of_widths() {
    use Col::{By, Code, Created, Email, Expires, Role, Status, Used};
    let usual = vec![Code, Email, Role, Status, Expires];
    let all = vec![Code, Email, Role, Status, Expires, Used, By, Created];
    let some = [&usual[..], &[Used]].concat();
    let more = [&usual[..], &[Used, By]].concat();
    for (window, percent, columns) in [
        (900, 100, &usual),
        (930, 100, &some),
        (1023, 100, &more),
        (1024, 100, &usual),
        (1100, 100, &some),
        (1200, 100, &more),
        (1280, 100, &all),
        (1600, 100, &all),
        (900, 150, &vec![Code, Email, Status]),
        (1100, 150, &vec![Code, Email, Role, Status]),
        (1280, 150, &usual),
        (1600, 150, &usual),
        (900, 200, &vec![Code, Email, Status]),
        (1280, 200, &vec![Code, Email, Status]),
        (1600, 200, &vec![Code, Email, Role, Status]),
    ] {
        assert_eq!(shown(window, percent), *columns, "{window} at {percent} %");
    }
}

#[test]
fn code_email_and_status_stay_at_every_width_and_email_has_room_for_an_address() {
    for percent in [100, 150, 200] {
        for room in windows(percent).flat_map(kinds) {
            let fit = fit(Layout::default(), room);
            for hero in [Col::Code, Col::Email, Col::Status] {
                assert!(fit.shown.has(hero), "{hero:?} in {room:?}");
            }
            let others: u32 = fit.shown.shown().into_iter().filter_map(|col| fit.width(col)).sum();
            let ticks = if room.ticks { TICK } else { 0 };
            let email = fit.least.max(room.width) - others - fit.acts - ticks;
            assert!(email >= EMAIL, "Email has {email} in {room:?}");
        }
    }
}

#[test]
fn up_to_half_as_large_again_nothing_is_scrolled_sideways() {
    for percent in [100, 125, 150] {
        for width in windows(percent) {
            let fit = fit(Layout::default(), room(width));
            assert!(fit.least <= width, "{} in {width} at {percent} %", fit.least);
        }
    }
}

#[test]
fn where_nothing_more_can_leave_the_table_is_scrolled() {
    let fit = fit(Layout::default(), room(393));
    assert_eq!(fit.least, TICK + CODE + EMAIL + 102 + ACTS);
}

#[test]
fn columns_leave_one_after_the_other_and_none_comes_back() {
    for kind in kinds(0) {
        let mut before = Col::ALL.len() + 1;
        for width in (200..1800).rev() {
            let count = fit(Layout::default(), TableSpace { width, ..kind }).shown.shown().len();
            assert!(count <= before, "{count} after {before} in {width}, {kind:?}");
            before = count;
        }
    }
}

#[test]
fn uses_stand_beside_the_status_where_their_column_has_left_and_there_is_room() {
    let beside = |window: u32| fit(Layout::default(), room(page_of(window))).compact;
    assert_eq!([900, 930, 1024, 1100, 1280].map(beside), [true, false, true, false, false]);
    assert_eq!(fit(Layout::default(), room(843)).width(Col::Status), Some(102 + USES));
}

#[test]
fn what_was_taken_away_by_hand_makes_room_for_the_rest() {
    let mut layout = Layout::default();
    layout.show(Col::Role, false);
    layout.show(Col::By, false);
    let fitted = fit(layout, room(page_of(1100)));
    assert!(fitted.shown.has(Col::Created) && !fitted.shown.has(Col::Role) && !fitted.shown.has(Col::By));
}

#[test]
fn a_column_that_was_widened_keeps_its_width_and_others_leave_for_it() {
    let mut layout = Layout::default();
    layout.set_width(Col::Role, Some(220));
    let fitted = fit(layout, room(page_of(1280)));
    assert_eq!(fitted.width(Col::Role), Some(220));
    assert!(fitted.shown.has(Col::Email) && !fitted.shown.has(Col::Created));
    layout.set_width(Col::By, Some(480));
    assert!(!fit(layout, room(page_of(1280))).shown.has(Col::By), "Created by leaves, however wide it was");
}

#[test]
fn without_email_the_last_column_takes_the_rest() {
    let mut layout = Layout::default();
    layout.show(Col::Email, false);
    let fitted = fit(layout, room(page_of(900)));
    assert_eq!((fitted.width(Col::Expires), fitted.width(Col::Role)), (None, Some(98)));
}
