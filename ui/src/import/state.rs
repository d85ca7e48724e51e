//! What the page for a sheet keeps, and what it asks the backend: choosing, looking, making, saving what was left out.
//! Keeps out how any of it looks, and the file itself: rows come from the backend, at most 200 of a class.

use super::columns::Mapping;
use super::imported::{Imported, ViewOf};
use crate::job::JobSlot;
use crate::parts::toasts::Toasts;
use crate::prelude::*;
use crate::{backend, dom, t};
use std::rc::Rc;
use vestibule_wire::{DateOrder, ErrorView, FileDialogRequest, JobState, Moment, ReadRowsRequest, SheetRequest};

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStep {
    /// Before a sheet was looked at.
    Choose,
    /// Its rows are shown.
    Check,
    /// What the ready rows stand for was made.
    Done,
}

/// Where the rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetSource {
    /// A file of that name; its place is the backend's.
    File(String),
    /// What was pasted.
    Pasted,
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show<C> {
    /// All.
    All,
    /// All but the ready ones.
    LeftOut,
    /// One class.
    Class(C),
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportTask {
    /// Nothing.
    Nothing,
    /// The system's dialog is open.
    Choosing,
    /// Looking at the rows.
    Looking,
    /// Making what the ready rows stand for.
    Making,
    /// Saving the rows left out.
    Saving,
}

/// The page's state. Its parts have it from the context.
#[derive(Clone, Copy)]
pub struct ImportState<K: Imported> {
    /// What a row leaves empty.
    pub form: K::Form,
    /// Back to where the page was opened.
    pub leave: Callback<()>,
    /// Hears that something was made, and when.
    pub made: Callback<Option<Moment>>,
    /// Where one is.
    pub step: Signal<ImportStep>,
    /// What was looked at last.
    pub source: Signal<Option<SheetSource>>,
    /// What stands in the field for pasting.
    pub pasted: Signal<String>,
    /// The columns as somebody set them; none: as the backend takes them.
    pub mapping: Signal<Option<Mapping>>,
    /// How letters are written as bytes, as somebody said.
    pub encoding: Signal<Option<String>>,
    /// Which number of a date is the day, as somebody said.
    pub dates: Signal<Option<DateOrder>>,
    /// What the last look found.
    pub view: Signal<Option<Rc<ViewOf<K>>>>,
    /// Which of its rows are shown.
    pub show: Signal<Show<K::Class>>,
    /// The choice of columns is open.
    pub columns_open: Signal<bool>,
    /// Why the last thing did not work.
    pub refused: Signal<Option<ErrorView>>,
    /// What is under way.
    pub doing: Signal<ImportTask>,
}

/// A page on which nothing was chosen yet.
pub fn use_new_sheet<K: Imported>(
    form: K::Form,
    leave: Callback<()>,
    made: Callback<Option<Moment>>,
) -> ImportState<K> {
    ImportState {
        form,
        leave,
        made,
        step: use_signal(|| ImportStep::Choose),
        source: use_signal(|| None),
        pasted: use_signal(String::new),
        mapping: use_signal(|| None),
        encoding: use_signal(|| None),
        dates: use_signal(|| None),
        view: use_signal(|| None),
        show: use_signal(|| Show::All),
        columns_open: use_signal(|| false),
        refused: use_signal(|| None),
        doing: use_signal(|| ImportTask::Nothing),
    }
}

/// The page's.
pub fn use_sheet<K: Imported>() -> (ImportState<K>, JobSlot) {
    (use_context(), use_context())
}

impl<K: Imported> ImportState<K> {
    /// Whether anything is under way.
    pub fn is_busy(self) -> bool {
        *self.doing.peek() != ImportTask::Nothing
    }

    /// What the rows are called: a file's name, or that they were pasted.
    pub fn name(self) -> String {
        match &*self.source.read() {
            Some(SheetSource::File(name)) => name.clone(),
            Some(SheetSource::Pasted) | None => t!("sheet-pasted"),
        }
    }

    /// Asks for a file, and looks at it.
    pub fn choose(mut self, work: JobSlot) {
        if self.is_busy() {
            return;
        }
        self.doing.set(ImportTask::Choosing);
        self.refused.set(None);
        spawn(async move {
            let dialog = FileDialogRequest { title: t!("sheet-choose-title"), name: String::new() };
            let chosen = backend::ask::<K::Choose>(&dialog).await;
            self.doing.set(ImportTask::Nothing);
            match chosen {
                Ok(Some(file)) => {
                    self.pasted.set(String::new());
                    self.begin(SheetSource::File(file.name), work);
                }
                Ok(None) => {} // closed without choosing
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// Looks at what was pasted, or else at the file that was chosen before.
    pub fn check(mut self, work: JobSlot) {
        let pasted = !self.pasted.peek().trim().is_empty();
        let source = self.source.peek().clone();
        match source {
            _ if pasted => self.begin(SheetSource::Pasted, work),
            Some(SheetSource::File(_)) => self.read(work, false),
            _ => {
                self.refused.set(None);
                dom::focus("#sheet-paste");
            }
        }
    }

    fn begin(mut self, source: SheetSource, work: JobSlot) {
        self.source.set(Some(source));
        self.forget_answers();
        self.show.set(Show::All);
        self.columns_open.set(false);
        self.read(work, false);
    }

    /// Sets the columns, and looks again.
    pub fn map(mut self, mapping: Mapping, work: JobSlot) {
        if !self.is_busy() {
            self.mapping.set(Some(mapping));
            self.read(work, false);
        }
    }

    /// Says which number of a date is the day, and looks again.
    pub fn order(mut self, order: DateOrder, work: JobSlot) {
        if !self.is_busy() {
            self.dates.set(Some(order));
            self.read(work, false);
        }
    }

    /// Says how letters are written as bytes, and looks again.
    pub fn encode(mut self, name: String, work: JobSlot) {
        if !self.is_busy() {
            self.encoding.set(Some(name));
            self.read(work, false);
        }
    }

    fn forget_answers(mut self) {
        self.mapping.set(None);
        self.encoding.set(None);
        self.dates.set(None);
    }

    /// Looks at the rows, or makes what the ready ones of those that were looked at stand for.
    pub fn read(mut self, work: JobSlot, make: bool) {
        if self.is_busy() {
            return;
        }
        let Some(each) = K::each(self.form) else { return self.step.set(ImportStep::Choose) };
        let known = self.view.peek().as_ref().map(|view| view.fingerprint.clone());
        let mapping = self.mapping.peek().clone();
        let request = ReadRowsRequest {
            text: (*self.source.peek() == Some(SheetSource::Pasted)).then(|| self.pasted.peek().clone()),
            import: SheetRequest {
                first_row_is_data: mapping.as_ref().is_some_and(|mapping| mapping.first_row_is_data),
                columns: mapping.map(|mapping| mapping.fields),
                encoding: self.encoding.peek().clone(),
                dates: *self.dates.peek(),
                each,
                fingerprint: known.filter(|_| make),
            },
            make,
        };
        self.doing.set(if make { ImportTask::Making } else { ImportTask::Looking });
        self.refused.set(None);
        spawn(async move {
            match backend::ask::<K::Ask>(&request).await {
                Ok(job) => work.begin.call(job), // under way until it has ended
                Err(error) => self.fail(error),
            }
        });
    }

    fn fail(mut self, error: ErrorView) {
        self.doing.set(ImportTask::Nothing);
        self.refused.set(Some(error));
    }

    /// The look, or the making, has ended.
    pub fn ended(mut self, toasts: Toasts, state: JobState) {
        let making = *self.doing.peek() == ImportTask::Making;
        match state {
            JobState::Done { result } => {
                self.doing.set(ImportTask::Nothing);
                if let Some(view) = K::view(result) {
                    self.found(view);
                }
            }
            JobState::Failed { error } => self.fail(error),
            JobState::Running | JobState::Cancelled => {
                self.doing.set(ImportTask::Nothing);
                if making {
                    toasts.show("ban", K::words().cancelled, None);
                }
            }
        }
    }

    fn found(mut self, view: ViewOf<K>) {
        self.columns_open.set(!view.sure && self.mapping.peek().is_none() || *self.columns_open.peek());
        let (made, made_at) = (view.created > 0, view.made_at);
        self.view.set(Some(Rc::new(view)));
        self.step.set(if made { ImportStep::Done } else { ImportStep::Check });
        if made {
            self.made.call(made_at);
        }
    }

    /// Saves the rows that were left out, where the system's dialog says.
    pub fn save_left_out(mut self, toasts: Toasts) {
        if self.is_busy() {
            return;
        }
        self.doing.set(ImportTask::Saving);
        spawn(async move {
            let dialog = FileDialogRequest { title: t!("sheet-left-out-title"), name: t!("sheet-left-out-name") };
            let saved = backend::ask::<K::SaveLeft>(&dialog).await;
            self.doing.set(ImportTask::Nothing);
            match saved {
                Ok(Some(file)) => {
                    let rows = file.rows.unwrap_or_default();
                    toasts.show("download", t!("sheet-left-out-saved", count = rows), Some(file.name));
                }
                Ok(None) => {}
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// Back to the beginning, for other rows.
    pub fn again(mut self) {
        self.source.set(None);
        self.pasted.set(String::new());
        self.forget_answers();
        self.view.set(None);
        self.refused.set(None);
        self.columns_open.set(false);
        self.step.set(ImportStep::Choose);
    }
}
