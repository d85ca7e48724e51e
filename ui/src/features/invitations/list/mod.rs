//! The list of invitations: what it adds to `crate::list`. Keeps out the dialogs over its page.

pub mod cells;
mod columns;
pub mod counters;
mod filters;
#[cfg(test)]
mod heard_tests;
mod keys;
pub mod page;
mod row;

pub use columns::Column;
pub use counters::{COUNTED, InvitationCounter};
pub use filters::Filter;

use crate::dom::KeyPress;
use crate::features::invitations::archive::EmptyArchive;
use crate::features::invitations::board::{InvitationDialog, InvitationsState};
use crate::features::invitations::many::BulkQuestion;
use crate::features::invitations::mask::MaskSwitch;
use crate::list::address::Address;
use crate::list::export::{FileWords, Saved, save_selected};
use crate::list::{BulkAction, Cell, FitStep, Listed, QuickAction, Words};
use crate::parts::mask::use_mask;
use crate::parts::menu::Item;
use crate::parts::status_pill;
use crate::prelude::*;
use crate::route::Route;
use crate::t;
use vestibule_wire::{
    CopyWhat, CountersView, InvitationActionsView, InvitationFilter, InvitationOptionsView, InvitationView, Moment,
    SessionView, SortField, Status, command,
};

/// The [`Listed`] type of invitations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InvitationList;

/// The length of a 16-symbol code with its dashes.
const USUAL_CODE: usize = 19;

impl Listed for InvitationList {
    type Row = InvitationView;
    type Filter = InvitationFilter;
    type Sort = SortField;
    type Counters = CountersView;
    type Choices = InvitationOptionsView;
    type Ask = command::ListInvitations;
    type FilterKind = Filter;
    type Column = Column;
    type Counter = InvitationCounter;
    type PageState = InvitationsState;

    const HOOK: &'static str = "invitations";
    const COLUMNS_KEPT: &'static str = "columns";
    const VIEWS_KEPT: &'static str = "views";
    const SORTS: &'static [(SortField, &'static str)] = &[
        (SortField::Created, "created"),
        (SortField::Code, "code"),
        (SortField::Email, "email"),
        (SortField::Role, "role"),
        (SortField::Status, "status"),
        (SortField::Expires, "expires"),
        (SortField::Uses, "uses"),
        (SortField::CreatedBy, "creator"),
    ];
    const FIRST: Column = Column::Code;
    const FLEXIBLE: Column = Column::Email;
    const LAST: Column = Column::Created;
    const STEPS: &'static [FitStep<Column>] = columns::STEPS;
    const HAS_ARCHIVE: bool = true;

    fn route(asked: Address<Self>) -> Route {
        Route::Invitations(Some(Box::new(asked)))
    }

    fn asked(route: &Route) -> Option<&Address<Self>> {
        if let Route::Invitations(asked) = route { asked.as_deref() } else { None }
    }

    fn words(of: Words) -> String {
        match of {
            Words::Table => t!("invitations-table"),
            Words::Loading => t!("invitations-loading"),
            Words::Search => t!("invitations-search"),
            Words::SearchHint => t!("invitations-search-hint"),
            Words::NoneFound => t!("invitations-none-found-hint"),
            Words::NoneFiltered(all) => t!("invitations-none-filtered-hint", count = all),
            Words::Counters => t!("invitations-counters"),
        }
    }

    fn id(row: &InvitationView) -> &str {
        &row.id
    }

    fn made_at(row: &InvitationView) -> Moment {
        row.created_at
    }

    fn state(row: &InvitationView) -> &'static str {
        status_pill::class(row.status)
    }

    fn use_name(row: &InvitationView) -> String {
        cells::name(row, use_mask().is_some_and(|mask| (mask.on)()))
    }

    fn cell(column: Column, cell: Cell<Self>) -> Element {
        row::cell(column, cell)
    }

    fn received(row: &mut InvitationView) {
        // Archived invitations are read-only: the code is refused for good, so there is nothing to hand out or to
        // revoke.
        if row.archived_at.is_some() {
            row.may = InvitationActionsView::default();
        }
    }

    fn has_long_values(rows: &[InvitationView]) -> bool {
        rows.iter().filter_map(|row| row.code.as_deref()).any(|code| code.len() > USUAL_CODE)
    }

    fn has_long_words() -> bool {
        columns::has_long_words()
    }

    fn all(counters: &CountersView) -> u64 {
        counters.all
    }

    fn is_archive(filter: &InvitationFilter) -> bool {
        filter.archived
    }

    fn mark_archive(filter: &mut InvitationFilter, on: bool) {
        filter.archived = on;
    }

    fn may_select(session: &SessionView, filter: &InvitationFilter) -> bool {
        session.may::<command::RevokeMany>() && !filter.archived
    }

    fn bulk_actions(board: InvitationsState, session: &SessionView) -> Vec<BulkAction> {
        let action =
            |name, icon, words| BulkAction { name, id: None, icon, words, ends: false, busy: false, key: None };
        let mut actions: Vec<BulkAction> = save_selected(board.list, session).into_iter().collect();
        if session.may::<command::PrintInvitations>() {
            actions.push(action("select-print", "printer", t!("print-selected")));
        }
        let revoke = action("bulk-revoke", "ban", t!("invitations-revoke"));
        actions.push(BulkAction { ends: true, key: Some("Delete"), ..revoke });
        actions
    }

    fn act_on_selected(board: InvitationsState, action: &'static str) {
        match action {
            "select-export" => board.list.saving.ask("#select-export"),
            "select-print" => board.many.ask(BulkQuestion::Print),
            _ => board.many.ask(BulkQuestion::Revoke),
        }
    }

    fn row_actions(row: &InvitationView) -> Vec<Item> {
        row_actions(row)
    }

    fn quick_actions(row: &InvitationView) -> Vec<QuickAction> {
        let copy = |name, icon, words, title| QuickAction { name, icon, words, title };
        if !row.may.copy {
            return Vec::new();
        }
        vec![
            copy("row-copy-code", "copy", t!("invitations-copy-code"), t!("invitations-copy-code-title")),
            copy("row-copy-link", "link", t!("invitations-copy-link"), t!("invitations-copy-link-title")),
        ]
    }

    fn act(mut board: InvitationsState, action: &'static str, row: &InvitationView) {
        let id = row.id.clone();
        match action {
            "menu-copy-code" | "row-copy-code" => board.copy.call((id, CopyWhat::Code)),
            "menu-copy-link" | "row-copy-link" => board.copy.call((id, CopyWhat::Link)),
            "menu-copy-text" => board.copy.call((id, CopyWhat::Text)),
            "row-details" => board.show_details(&id),
            "row-qr" => board.show_qr(&id),
            "row-print" => board.many.print_one(row.clone()),
            "row-replace" => {
                board.ask_replace(row);
            }
            _ => board.open.set(InvitationDialog::Revoke(row.clone())),
        }
    }

    fn done(board: InvitationsState, id: &str) -> Option<&'static str> {
        let copied = board.copied.read();
        copied.as_ref().filter(|(of, _)| of == id).and_then(|(_, what)| match what {
            CopyWhat::Code => Some("row-copy-code"),
            CopyWhat::Link => Some("row-copy-link"),
            CopyWhat::Text | CopyWhat::Picture => None,
        })
    }

    fn open(board: InvitationsState, id: &str) {
        board.show_details(id);
    }

    fn opened(board: InvitationsState) -> Option<String> {
        board.details.of.cloned()
    }

    fn focused(board: InvitationsState, id: &str) {
        board.follow(id);
    }

    fn heard(board: InvitationsState, press: &KeyPress, row: Option<&str>) -> bool {
        keys::heard(board, press, row)
    }

    fn is_covered(board: InvitationsState) -> bool {
        *board.many.asking.peek() == BulkQuestion::Sheet
    }

    fn none_yet() -> Element {
        rsx! {
            page::NoneYet {}
        }
    }

    fn none_archived() -> Element {
        rsx! {
            EmptyArchive {}
        }
    }

    fn bar_end() -> Element {
        rsx! {
            MaskSwitch {}
        }
    }
}

impl Saved for InvitationList {
    type Save = command::ExportInvitations;

    fn file_words(of: FileWords) -> String {
        match of {
            FileWords::Title => t!("export-title"),
            FileWords::Name(day) => t!("export-name", day = day),
            FileWords::Running => t!("export-running-title"),
            FileWords::Done(rows) => t!("export-done", count = rows),
        }
    }
}

/// Whether its code may be shown as a QR code: to a person who may copy it, while it can be used.
pub fn is_pictured(row: &InvitationView) -> bool {
    row.may.copy && row.status == Status::Active
}

/// The row menu's actions, with their keys.
fn row_actions(row: &InvitationView) -> Vec<Item> {
    let mut items = vec![Item::new("row-details", "ticket", t!("details-menu")).key("↵")];
    if row.may.copy {
        items.push(Item::new("menu-copy-code", "copy", t!("invitations-copy-code")).key("C"));
        items.push(Item::new("menu-copy-link", "link", t!("invitations-copy-link")).key("L"));
        items.push(Item::new("menu-copy-text", "message-square-text", t!("invitations-copy-text")));
    }
    if is_pictured(row) {
        items.push(Item::new("row-qr", "qr-code", t!("details-qr-show")).key("Q"));
        items.push(Item::new("row-print", "printer", t!("print-one")));
    }
    if row.may.replace {
        items.push(Item::new("row-replace", "repeat-2", t!("details-replace")).key("R"));
    }
    if row.may.revoke {
        items.push(Item::new("menu-revoke", "ban", t!("invitations-revoke")).key("Del").ending());
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::invitation;

    #[test]
    fn the_menu_has_what_may_be_done_and_no_more() {
        let names = |row: &InvitationView| row_actions(row).iter().map(|item| item.name).collect::<Vec<_>>();
        let mut row = invitation("a");
        assert_eq!(
            names(&row),
            [
                "row-details",
                "menu-copy-code",
                "menu-copy-link",
                "menu-copy-text",
                "row-qr",
                "row-print",
                "row-replace",
                "menu-revoke"
            ]
        );
        row.status = Status::Expired;
        assert!(!names(&row).contains(&"row-qr") && !names(&row).contains(&"row-print"));
        row.may = InvitationActionsView::default();
        assert_eq!(names(&row), ["row-details"]);
    }

    #[test]
    fn who_may_not_copy_has_the_menu_alone() {
        let mut row = invitation("a");
        assert_eq!(InvitationList::quick_actions(&row).len(), 2);
        row.may.copy = false;
        assert!(InvitationList::quick_actions(&row).is_empty());
    }
}
