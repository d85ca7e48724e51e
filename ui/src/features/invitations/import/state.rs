//! What the page for a sheet keeps, and what it asks the backend: choosing, looking, making, saving what was left out.
//! Keeps out how any of it looks, and the file itself: rows come from the backend, at most 200 of a class.

use super::columns::Mapping;
use crate::features::invitations::board::InvitationsState;
use crate::features::invitations::create::draft::{
    Draft, DraftField, Faults, InviteeChoice, checked_label, checked_note,
};
use crate::features::invitations::create::fields::InvitationForm;
use crate::features::invitations::create::to_what_was_made;
use crate::features::invitations::job::JobSlot;
use crate::parts::toasts::Toasts;
use crate::prelude::*;
use crate::{backend, dom, t, time, words};
use std::rc::Rc;
use vestibule_wire::{
    CreateInvitationRequest, DateOrder, ErrorView, FileDialogRequest, ImportRequest, ImportView, InvitationOptionsView,
    JobResult, JobState, Moment, ReadSheetRequest, RowClass, command,
};

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStep {
    /// Before a sheet was looked at.
    Choose,
    /// Its rows are shown.
    Check,
    /// Invitations were made.
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
pub enum Show {
    /// All.
    All,
    /// All but the ready ones.
    LeftOut,
    /// One class.
    Class(RowClass),
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
    /// Making invitations.
    Making,
    /// Saving the rows left out.
    Saving,
}

/// The page's state. Its parts have it from the context.
#[derive(Clone, Copy)]
pub struct ImportState {
    /// What a row leaves empty.
    pub form: InvitationForm,
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
    pub view: Signal<Option<Rc<ImportView>>>,
    /// Which of its rows are shown.
    pub show: Signal<Show>,
    /// The choice of columns is open.
    pub columns_open: Signal<bool>,
    /// Why the last thing did not work.
    pub refused: Signal<Option<ErrorView>>,
    /// What is under way.
    pub doing: Signal<ImportTask>,
}

/// A page on which nothing was chosen yet.
pub fn use_new_sheet(options: InvitationOptionsView) -> ImportState {
    let now = use_hook(time::now);
    ImportState {
        form: InvitationForm {
            draft: use_signal(|| Draft { who: InviteeChoice::Anyone, ..Draft::new(&options, now) }),
            faults: use_signal(Vec::new),
            options: use_signal(|| options.clone()),
            now,
        },
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
pub fn use_sheet() -> (ImportState, JobSlot) {
    (use_context(), use_context())
}

/// What a row leaves empty; or everything that is wrong with it. A row may bring the department that the role needs.
pub fn each(draft: &Draft, options: &InvitationOptionsView, now: Moment) -> Result<CreateInvitationRequest, Faults> {
    let mut faults = Vec::new();
    let department = match draft.department.trim().is_empty() && options.department_locked.is_none() {
        true => Some(None),
        false => noted(&mut faults, DraftField::Department, draft.checked_department(options)),
    };
    let groups = noted(&mut faults, DraftField::Groups, draft.checked_groups(options));
    let expires = noted(&mut faults, DraftField::Expires, draft.checked_expiry(options, now));
    let uses = noted(&mut faults, DraftField::Uses, draft.checked_uses(options));
    let label = noted(&mut faults, DraftField::Label, checked_label(&draft.label));
    let note = noted(&mut faults, DraftField::Note, checked_note(&draft.note));
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(CreateInvitationRequest {
        email: None,
        domain: None,
        role: draft.role.clone(),
        department: department.flatten(),
        groups: groups.unwrap_or_default(),
        expires: expires.unwrap_or_default(),
        usage_limit: uses,
        label: label.flatten(),
        note: note.flatten(),
    })
}

fn noted<T>(faults: &mut Faults, part: DraftField, checked: Result<T, String>) -> Option<T> {
    checked.map_err(|sentence| faults.push((part, sentence))).ok()
}

/// How many rows there are of a class.
pub fn count(view: &ImportView, class: RowClass) -> u64 {
    view.classes.get(&class).copied().unwrap_or(0)
}

/// How many rows no invitation is made of.
pub fn left_out(view: &ImportView) -> u64 {
    view.rows.saturating_sub(count(view, RowClass::Ready))
}

impl ImportState {
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
            let chosen = backend::ask::<command::ChooseSheet>(&dialog).await;
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

    /// Looks at the rows, or makes invitations of the ready ones of those that were looked at.
    pub fn read(mut self, work: JobSlot, make: bool) {
        if self.is_busy() {
            return;
        }
        let each = match each(&self.form.draft.peek(), &self.form.options.peek(), time::now()) {
            Ok(each) => each,
            Err(faults) => {
                self.form.faults.set(faults);
                self.step.set(ImportStep::Choose);
                return;
            }
        };
        let known = self.view.peek().as_ref().map(|view| view.fingerprint.clone());
        let mapping = self.mapping.peek().clone();
        let request = ReadSheetRequest {
            text: (*self.source.peek() == Some(SheetSource::Pasted)).then(|| self.pasted.peek().clone()),
            import: ImportRequest {
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
            match backend::ask::<command::ImportInvitations>(&request).await {
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
    pub fn ended(mut self, board: InvitationsState, toasts: Toasts, state: JobState) {
        let making = *self.doing.peek() == ImportTask::Making;
        match state {
            JobState::Done { result: JobResult::Imported(view) } => {
                self.doing.set(ImportTask::Nothing);
                self.columns_open.set(!view.sure && self.mapping.peek().is_none() || *self.columns_open.peek());
                let (made, made_at) = (view.created > 0, view.made_at);
                self.view.set(Some(Rc::new(*view)));
                self.step.set(if made { ImportStep::Done } else { ImportStep::Check });
                if made {
                    to_what_was_made(board, made_at);
                }
            }
            JobState::Failed { error } => self.fail(error),
            JobState::Done { .. } => self.doing.set(ImportTask::Nothing),
            JobState::Running | JobState::Cancelled => {
                self.doing.set(ImportTask::Nothing);
                if making {
                    toasts.show("ban", t!("create-cancelled"), None);
                }
            }
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
            let saved = backend::ask::<command::SaveLeftOut>(&dialog).await;
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

/// What an error says, with where in the file it is.
pub fn fault(error: &ErrorView) -> String {
    super::labels::sheet_fault(error).unwrap_or_else(|| words::error(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;

    fn draft() -> Draft {
        Draft { who: InviteeChoice::Anyone, ..Draft::new(&options(), time::now()) }
    }

    #[test]
    fn what_a_row_leaves_empty_is_as_the_form_says() {
        let draft = Draft { department: "Library".into(), label: " New starters ".into(), uses: "5".into(), ..draft() };
        let each = each(&draft, &options(), time::now()).unwrap();
        assert_eq!((each.email, each.department.as_deref(), each.usage_limit), (None, Some("Library"), Some(5)));
        assert_eq!((each.role.as_str(), each.label.as_deref()), ("role-staff", Some("New starters")));
    }

    #[test]
    fn rows_may_bring_the_department_that_a_role_needs() {
        let draft = Draft { role: "role-manager".into(), ..draft() };
        assert_eq!(each(&draft, &options(), time::now()).unwrap().department, None);
    }

    #[test]
    fn what_is_wrong_in_the_form_is_told_before_anything_is_asked() {
        let draft = Draft { uses: "0".into(), group_typed: "\u{202e}".into(), ..draft() };
        let faults = each(&draft, &options(), time::now()).unwrap_err();
        assert_eq!(
            faults.into_iter().map(|(part, _)| part).collect::<Vec<_>>(),
            [DraftField::Groups, DraftField::Uses]
        );
    }

    #[test]
    fn all_rows_but_the_ready_ones_are_left_out() {
        let view = ImportView {
            rows: 1_235,
            classes: [(RowClass::Ready, 1_184), (RowClass::Malformed, 51)].into(),
            ..ImportView::default()
        };
        assert_eq!((left_out(&view), count(&view, RowClass::NotPermitted)), (51, 0));
    }
}
