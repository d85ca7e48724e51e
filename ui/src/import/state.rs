//! The state of the import page, and its calls to the backend: choose, check, import, save what was left out. Keeps
//! out how it looks, and the file: rows come from the backend, at most 200 of a class.

use super::columns::Mapping;
use super::imported::{Imported, ViewOf};
use crate::job::JobSlot;
use crate::parts::toasts::Toasts;
use crate::prelude::*;
use crate::{backend, dom, t};
use std::rc::Rc;
use vestibule_wire::{DateOrder, ErrorView, FileDialogRequest, JobState, Moment, ReadRowsRequest, SheetRequest};

/// The page's current step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStep {
    /// No sheet has been checked yet.
    Choose,
    /// The checked rows are shown.
    Check,
    /// The import is done.
    Done,
}

/// Where the rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetSource {
    /// A file of that name; only the backend has its path.
    File(String),
    /// Text from the paste field.
    Pasted,
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show<C> {
    /// All rows.
    All,
    /// All but the ready ones.
    LeftOut,
    /// One class.
    Class(C),
}

/// The request or job that is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportTask {
    /// Nothing.
    Nothing,
    /// The system's dialog is open.
    Choosing,
    /// The rows are being checked.
    Looking,
    /// The ready rows are being imported.
    Making,
    /// The rows left out are being saved.
    Saving,
}

/// The page's state; its parts get it from the context.
#[derive(Clone, Copy)]
pub struct ImportState<K: Imported> {
    /// The form for cells that rows leave empty.
    pub form: K::Form,
    /// Returns to the page from which this one was opened.
    pub leave: Callback<()>,
    /// Called after an import, with its time.
    pub made: Callback<Option<Moment>>,
    /// The current step.
    pub step: Signal<ImportStep>,
    /// The source of the last check.
    pub source: Signal<Option<SheetSource>>,
    /// The text in the paste field.
    pub pasted: Signal<String>,
    /// The columns as the person set them; None: the backend guesses them.
    pub mapping: Signal<Option<Mapping>>,
    /// The file's encoding, if the person chose one.
    pub encoding: Signal<Option<String>>,
    /// The order of day and month in dates, if the person chose one.
    pub dates: Signal<Option<DateOrder>>,
    /// The result of the last check.
    pub view: Signal<Option<Rc<ViewOf<K>>>>,
    /// Which of its rows are shown.
    pub show: Signal<Show<K::Class>>,
    /// Whether the choice of columns is open.
    pub columns_open: Signal<bool>,
    /// Why the last action failed.
    pub refused: Signal<Option<ErrorView>>,
    /// The request or job that is running.
    pub doing: Signal<ImportTask>,
}

/// The state of a page on which nothing was chosen yet.
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

/// The page's state and job, from the context.
pub fn use_sheet<K: Imported>() -> (ImportState<K>, JobSlot) {
    (use_context(), use_context())
}

impl<K: Imported> ImportState<K> {
    /// Whether a request or job is running.
    pub fn is_busy(self) -> bool {
        *self.doing.peek() != ImportTask::Nothing
    }

    /// The name of the source: a file's name, or that the rows were pasted.
    pub fn name(self) -> String {
        match &*self.source.read() {
            Some(SheetSource::File(name)) => name.clone(),
            Some(SheetSource::Pasted) | None => t!("sheet-pasted"),
        }
    }

    /// Asks for a file, and checks it.
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
                Ok(None) => {} // the dialog was closed without choosing
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// Checks the pasted text, or else the file chosen before.
    pub fn check(mut self, work: JobSlot) {
        let pasted = !self.pasted.peek().trim().is_empty();
        let source = self.source.peek().clone();
        match source {
            _ if pasted => self.begin(SheetSource::Pasted, work),
            Some(SheetSource::File(_)) => self.submit(work, false),
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
        self.submit(work, false);
    }

    /// Sets the columns, and checks again.
    pub fn map(mut self, mapping: Mapping, work: JobSlot) {
        if !self.is_busy() {
            self.mapping.set(Some(mapping));
            self.submit(work, false);
        }
    }

    /// Sets the order of day and month, and checks again.
    pub fn order(mut self, order: DateOrder, work: JobSlot) {
        if !self.is_busy() {
            self.dates.set(Some(order));
            self.submit(work, false);
        }
    }

    /// Sets the encoding, and checks again.
    pub fn encode(mut self, name: String, work: JobSlot) {
        if !self.is_busy() {
            self.encoding.set(Some(name));
            self.submit(work, false);
        }
    }

    fn forget_answers(mut self) {
        self.mapping.set(None);
        self.encoding.set(None);
        self.dates.set(None);
    }

    /// Checks the rows; with `make`, imports the ready ones of the checked source.
    pub fn submit(mut self, work: JobSlot, make: bool) {
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
                Ok(job) => work.begin.call(job), // busy until the job has ended
                Err(error) => self.fail(error),
            }
        });
    }

    fn fail(mut self, error: ErrorView) {
        self.doing.set(ImportTask::Nothing);
        self.refused.set(Some(error));
    }

    /// Takes the end of a check or an import.
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

    /// Saves the rows left out, at the place chosen in the system's dialog.
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

    /// Resets the page for other rows.
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
