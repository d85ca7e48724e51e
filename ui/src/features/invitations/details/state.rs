//! Which invitation the drawer shows, its details as fetched, and the step to the next. Keeps out how it looks.

use crate::features::invitations::board::InvitationsState;
use crate::list::focus_spot;
use crate::parts::field::{Entry, use_entry};
use crate::parts::table::GridSpot;
use crate::prelude::*;
use crate::{backend, dom, time};
use vestibule_wire::{ErrorView, HistoryView, InvitationPageView, InvitationRequest, InvitationView, QrView, command};

/// The delay before placeholders are shown, in milliseconds (DESIGN.md, Behaviour).
const BONES: u32 = 200;
/// How many uses, or events, are shown at first: a thousand would make every step slow.
pub const FIRST: usize = 50;
/// How many more each press of "Show all" adds.
pub const MORE: usize = 1_000;

/// The QR code, which is fetched only when a person asks for it: showing it is written into the history.
#[derive(Debug, Clone, PartialEq)]
pub enum Code {
    /// Nobody has asked.
    Hidden,
    /// It is being fetched.
    Asked,
    /// It has arrived.
    Here(QrView),
    /// It could not be fetched.
    Failed(ErrorView),
}

/// Asks for the QR code of an invitation.
pub async fn code_of(invitation: String) -> Code {
    match backend::ask::<command::ShowQr>(&InvitationRequest { invitation }).await {
        Ok(code) => Code::Here(code),
        Err(error) => Code::Failed(error),
    }
}

/// The form that edits label and note.
#[derive(Clone, Copy, PartialEq)]
pub struct Edit {
    /// The form is open.
    pub open: Signal<bool>,
    /// It is being saved.
    pub busy: Signal<bool>,
    /// The label as typed.
    pub label: Entry,
    /// The note as typed.
    pub note: Entry,
    /// Label and note as they were when the form was opened.
    pub before: Signal<(String, String)>,
    /// Somebody tried to leave with unsaved changes.
    pub warned: Signal<bool>,
    /// Why saving was refused.
    pub refused: Signal<Option<ErrorView>>,
    /// It was closed by its own keys or buttons: the focus returns to what opened it.
    pub back: Signal<bool>,
}

/// The drawer's state.
#[derive(Clone, Copy, PartialEq)]
pub struct Details {
    /// The id of the invitation shown; None: the drawer is closed.
    pub of: Signal<Option<String>>,
    /// The details as last fetched, with every use; may still be of the previous one.
    pub whole: Signal<Option<InvitationView>>,
    /// The history as last fetched, with the id of its invitation.
    pub history: Signal<Option<(String, HistoryView)>>,
    /// Why the last fetch failed.
    pub fault: Signal<Option<ErrorView>>,
    /// The fetch takes long enough for placeholders.
    pub slow: Signal<bool>,
    /// The QR code of the invitation shown.
    pub qr: Signal<Code>,
    /// The form for label and note.
    pub edit: Edit,
    /// How many uses are listed.
    pub uses: Signal<usize>,
    /// How many events are listed.
    pub events: Signal<usize>,
    /// Incremented to fetch again.
    pub again: Signal<u32>,
    /// Its index on the list's page when it was last there.
    place: Signal<usize>,
    /// While another page loads: (forwards, the page left, whether the focus is in the list).
    turning: Signal<Option<(bool, u32, bool)>>,
    /// The number of the last request: answers to earlier ones are dropped.
    asked: Signal<u32>,
}

/// A closed drawer.
pub fn use_details() -> Details {
    Details {
        of: use_signal(|| None),
        whole: use_signal(|| None),
        history: use_signal(|| None),
        fault: use_signal(|| None),
        slow: use_signal(|| false),
        qr: use_signal(|| Code::Hidden),
        edit: Edit {
            open: use_signal(|| false),
            busy: use_signal(|| false),
            label: use_entry(),
            note: use_entry(),
            before: use_signal(Default::default),
            warned: use_signal(|| false),
            refused: use_signal(|| None),
            back: use_signal(|| false),
        },
        uses: use_signal(|| FIRST),
        events: use_signal(|| FIRST),
        again: use_signal(|| 0),
        place: use_signal(|| 0),
        turning: use_signal(|| None),
        asked: use_signal(|| 0),
    }
}

/// The next invitation in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Neighbour {
    /// On this page, at this index.
    Row(usize),
    /// The first, or the last, of that page.
    Page(u32),
    /// There is none.
    Nowhere,
}

/// The step from an index of this page. `here`: the invitation shown is still at that index; else another has taken
/// its place.
pub fn step(place: usize, here: bool, forward: bool, page: &InvitationPageView) -> Neighbour {
    let next = match (forward, here) {
        (true, true) => Some(place + 1),
        (true, false) => Some(place),
        (false, _) => place.checked_sub(1),
    };
    let pages = page.total.div_ceil(u64::from(page.page_size.max(1)));
    match next {
        Some(next) if next < page.items.len() => Neighbour::Row(next),
        Some(_) if forward && u64::from(page.page) < pages => Neighbour::Page(page.page + 1),
        None if page.page > 1 => Neighbour::Page(page.page - 1),
        _ => Neighbour::Nowhere,
    }
}

impl Edit {
    /// Whether something typed is not saved.
    pub fn is_dirty(self) -> bool {
        let before = self.before.peek();
        *self.open.peek() && (*self.label.text.peek() != before.0 || *self.note.text.peek() != before.1)
    }

    /// Opens the form.
    pub fn start(mut self, row: &InvitationView) {
        let (label, note) = (row.label.clone().unwrap_or_default(), row.note.clone().unwrap_or_default());
        self.label.set(label.clone());
        self.note.set(note.clone());
        self.before.set((label, note));
        self.refused.set(None);
        self.warned.set(false);
        self.open.set(true);
    }

    /// Closes the form and drops what was typed.
    pub fn end(mut self) {
        if *self.open.peek() {
            self.open.set(false);
            self.warned.set(false);
            self.busy.set(false);
        }
    }
}

impl Details {
    /// The row of the invitation shown: from the details, else from the list.
    pub fn row(self, board: InvitationsState) -> Option<InvitationView> {
        let id = self.of.cloned()?;
        let whole = self.whole.read().as_ref().filter(|row| row.id == id).cloned();
        whole.or_else(|| {
            board.list.shown.read().as_ref().and_then(|page| page.items.iter().find(|row| row.id == id).cloned())
        })
    }

    /// Fetches the details.
    pub fn ask(mut self, id: String) {
        let number = *self.asked.peek() + 1;
        self.asked.set(number);
        let request = InvitationRequest { invitation: id.clone() };
        spawn(async move {
            let whole = backend::ask::<command::GetInvitation>(&request).await;
            let history = match &whole {
                Ok(_) => backend::ask::<command::InvitationHistory>(&request).await,
                Err(error) => Err(error.clone()),
            };
            if *self.asked.peek() != number {
                return;
            }
            if let Ok(row) = whole {
                self.whole.set(Some(row));
            }
            match history {
                Ok(history) => {
                    self.history.set(Some((id, history)));
                    self.fault.set(None);
                }
                Err(error) => self.fault.set(Some(error)),
            }
        });
        spawn(async move {
            time::sleep(BONES).await;
            if *self.asked.peek() == number {
                self.slow.set(true);
            }
        });
    }

    fn show(mut self, id: String) {
        self.slow.set(false);
        self.fault.set(None);
        self.qr.set(Code::Hidden);
        self.edit.end();
        self.uses.set(FIRST);
        self.events.set(FIRST);
        self.turning.set(None);
        self.of.set(Some(id));
    }

    /// False, with a warning shown, when something typed would be lost.
    pub fn may_leave(mut self) -> bool {
        let dirty = self.edit.is_dirty();
        if dirty {
            self.edit.warned.set(true);
            dom::focus("#details [data-test=details-save]");
        }
        !dirty
    }

    /// Fetches the QR code of the invitation shown.
    pub fn show_qr(mut self) {
        let Some(id) = self.of.peek().clone() else { return };
        if matches!(*self.qr.peek(), Code::Asked | Code::Here(_)) {
            return dom::reveal("#details .qr");
        }
        self.qr.set(Code::Asked);
        spawn(async move {
            let answer = code_of(id.clone()).await;
            if *self.of.peek() != Some(id) {
                return;
            }
            self.qr.set(answer);
            *self.again.write() += 1;
            dom::reveal("#details .qr");
        });
    }
}

impl InvitationsState {
    /// The row with that id, from this page or from the drawer.
    pub fn known(self, id: &str) -> Option<InvitationView> {
        let shown = self.details.whole.peek().as_ref().filter(|row| row.id == id).cloned();
        self.list.row(id).or(shown)
    }

    /// Shows that one in the drawer.
    pub fn show_details(mut self, id: &str) {
        if self.details.of.peek().as_deref() == Some(id) || !self.details.may_leave() {
            return;
        }
        let place = self.list.shown.peek().as_ref().and_then(|page| page.items.iter().position(|row| row.id == id));
        if let Some(place) = place {
            self.details.place.set(place);
            self.list.spot.set(GridSpot::Row(id.to_owned(), None));
        }
        self.details.show(id.to_owned());
    }

    /// Shows that one if the drawer is open; called when the focus moves to its row.
    pub fn follow(self, id: &str) {
        if self.details.of.peek().is_some() {
            self.show_details(id);
        }
    }

    /// Shows the QR code of that one in the drawer.
    pub fn show_qr(self, id: &str) {
        self.show_details(id);
        if self.details.of.peek().as_deref() == Some(id) {
            self.details.show_qr();
        }
    }

    /// Closes the drawer; the focus moves to the row that it showed.
    pub fn close_details(mut self) {
        if !self.details.may_leave() {
            return;
        }
        self.details.edit.end();
        let was = self.details.of.peek().clone();
        self.details.of.set(None);
        let row = was.filter(|id| self.list.row(id).is_some()).map(|id| GridSpot::Row(id, None));
        focus_spot(&row.unwrap_or_default());
    }

    /// The next or the previous one in the list.
    pub fn way(self, forward: bool) -> Neighbour {
        let (of, shown) = (self.details.of.read(), self.list.shown.read());
        let (Some(id), Some(page)) = (of.as_ref(), shown.as_ref()) else { return Neighbour::Nowhere };
        let here = page.items.iter().position(|row| row.id == *id);
        step(here.unwrap_or((self.details.place)()), here.is_some(), forward, page)
    }

    /// Goes to the next or the previous one, across pages too. `in_list`: the focus is on a row and moves along.
    pub fn step_details(mut self, forward: bool, in_list: bool) {
        if !self.details.may_leave() {
            return;
        }
        match self.way(forward) {
            Neighbour::Row(place) => self.land(place, in_list),
            Neighbour::Page(page) => {
                let left = self.list.shown.peek().as_ref().map_or(1, |page| page.page);
                self.details.turning.set(Some((forward, left, in_list)));
                self.list.change(|query| query.page = page);
            }
            Neighbour::Nowhere => {}
        }
    }

    fn land(self, place: usize, in_list: bool) {
        let id = self.list.shown.peek().as_ref().and_then(|page| page.items.get(place)).map(|row| row.id.clone());
        let Some(id) = id else { return };
        self.show_details(&id);
        if in_list {
            focus_spot(&GridSpot::Row(id, None));
        } else {
            dom::reveal(&format!("#row-{id}"));
        }
    }

    /// Called when another page has loaded: shows its first or last row, if a step waited for it.
    pub fn turn(mut self) {
        let (page, last) = match self.list.shown.read().as_ref() {
            Some(page) => (page.page, page.items.len().saturating_sub(1)),
            None => return,
        };
        let turning = *self.details.turning.peek();
        if let Some((forward, _, in_list)) = turning.filter(|(_, left, _)| *left != page) {
            self.details.turning.set(None);
            self.land(if forward { 0 } else { last }, in_list);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{invitation, page_of};

    fn page(number: u32, total: u64) -> InvitationPageView {
        let items = ["a", "b", "c"].map(invitation).to_vec();
        InvitationPageView { page: number, page_size: 3, total, ..page_of(items) }
    }

    #[test]
    fn one_goes_from_row_to_row_and_on_to_the_next_page() {
        assert_eq!(step(0, true, true, &page(1, 7)), Neighbour::Row(1));
        assert_eq!(step(1, true, false, &page(1, 7)), Neighbour::Row(0));
        assert_eq!(step(2, true, true, &page(1, 7)), Neighbour::Page(2));
        assert_eq!(step(0, true, false, &page(2, 7)), Neighbour::Page(1));
    }

    #[test]
    fn at_the_ends_of_the_list_there_is_no_way_on() {
        assert_eq!(step(0, true, false, &page(1, 7)), Neighbour::Nowhere);
        assert_eq!(step(2, true, true, &page(1, 3)), Neighbour::Nowhere);
        assert_eq!(step(2, true, true, &page(3, 9)), Neighbour::Nowhere);
    }

    #[test]
    fn where_one_has_gone_the_next_is_the_one_that_took_its_place() {
        assert_eq!(step(1, false, true, &page(1, 3)), Neighbour::Row(1));
        assert_eq!(step(1, false, false, &page(1, 3)), Neighbour::Row(0));
        assert_eq!(step(3, false, true, &page(1, 4)), Neighbour::Page(2));
    }
}
