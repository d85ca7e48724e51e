//! Invitations from a sheet of rows. Every row is judged first, and a preview shows each verdict before anything is
//! made; then all ready rows are made in one transaction, judged again inside it. The sheet is read as it goes, so that
//! a file of any size takes the same memory.

mod asking;
mod judge;
mod source;

use crate::jobs::Job;
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use chrono::NaiveDateTime;
use judge::{RowJudge, RowVerdict};
use source::{Reading, RowBatch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use vestibule_domain::{AccountId, Event, Fact, Moment};
use vestibule_sheet::{Columns, Encoding, Field, FirstRow, Letters, Mapping, Options, RejectedWriter};
use vestibule_wire::{
    ErrorView, ExportForm, ImportColumnView, ImportRequest, ImportRowView, ImportView, JobResult, JobView, RowClass,
    SheetQuestionView, command,
};

/// So many rows of each class are shown; all of them go into the file of rows left out.
const SHOWN: u64 = 200;
/// The longest cell that is shown, in characters.
const CELL: usize = 200;
/// Of so many invitations the ids are told: as many as can be chosen one by one.
const IDS: usize = 10_000;

/// From a local time to the instant it means on this machine; none where clocks skip it, or show it twice.
pub type LocalTime = Arc<dyn Fn(NaiveDateTime) -> Option<Moment> + Send + Sync>;

/// The local time of an instant on this machine.
pub type LocalTimeOf = Arc<dyn Fn(Moment) -> NaiveDateTime + Send + Sync>;

/// Where rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportSource {
    /// A file.
    File(PathBuf),
    /// What was pasted.
    Text(String),
    /// What came through a pipe, in whatever encoding.
    Bytes(Arc<[u8]>),
}

/// The sheet that was looked at last, and which of its rows were left out: enough to write those rows into a file of
/// their own.
#[derive(Clone)]
pub(crate) struct LeftOut {
    /// Who looked at it: nobody else saves its rows.
    owner: AccountId,
    source: ImportSource,
    options: Options,
    fingerprint: String,
    /// By line; reasons stand once each in `reasons`.
    lines: Vec<(u64, u32)>,
    reasons: Vec<String>,
}

impl LeftOut {
    fn of(
        owner: AccountId,
        source: ImportSource,
        options: Options,
        fingerprint: String,
        counts: &mut ImportCounts,
    ) -> Self {
        let (lines, reasons) = (std::mem::take(&mut counts.lines), std::mem::take(&mut counts.reasons));
        Self { owner, source, options, fingerprint, lines, reasons }
    }
}

/// A sheet that is read, up to its first row.
struct OpenedSheet {
    options: Options,
    reading: Reading,
    about: source::About,
    dates: asking::DatesRead,
    questions: Vec<SheetQuestionView>,
}

/// One seat's last sheet.
pub(crate) type LastSheet = Arc<Mutex<Option<LeftOut>>>;

impl Seat {
    /// Looks at every row of a sheet, and makes invitations of the ready ones unless it is a `preview`.
    pub async fn import(
        &self,
        source: ImportSource,
        request: ImportRequest,
        zone: LocalTime,
        preview: bool,
    ) -> Result<JobView, DeskError> {
        let who = self.permit::<command::ImportInvitations>().await?;
        options(&request)?;
        let seat = self.clone();
        let work = move |job: Arc<Job>| async move { seat.import_all(source, request, zone, preview, &job).await };
        Ok(self.start(who.standing.account, work))
    }

    async fn import_all(
        &self,
        source: ImportSource,
        request: ImportRequest,
        zone: LocalTime,
        preview: bool,
        job: &Arc<Job>,
    ) -> Result<JobResult, DeskError> {
        let OpenedSheet { options, mut reading, about, dates, questions } = self.begin(&source, &request).await?;
        unanswered(&questions, preview)?;
        job.expect(about.bytes);
        let (view, left_out) = self
            .operate_for(job, command::ImportInvitations, async |Operation { acting, mut tx }| {
                let now = tx.now();
                tx.look_at(now).await?;
                let mut view = ImportView {
                    columns: columns(&about.columns),
                    sure: about.columns.is_sure(),
                    questions,
                    passed_over: about.columns.passed_over().to_vec(),
                    dates: dates.read(),
                    each: asking::each(&request.each, &acting.policy, now),
                    head: about.head,
                    ..ImportView::default()
                };
                let mut judge = RowJudge::new(self, &acting, request.each, (zone, dates.order), now, &mut tx).await?;
                let mut counts = ImportCounts::default();
                let (mut seen, mut letters) = (0, Letters::default());
                while let Some(batch) = reading.next().await? {
                    let verdicts = judge.judge(&batch.rows, &mut tx).await?;
                    let decisions: Vec<Vec<Fact>> =
                        batch.rows.iter().zip(verdicts).map(|(row, verdict)| counts.count(row, verdict)).collect();
                    if !preview && decisions.iter().any(|facts| !facts.is_empty()) {
                        tx.append_all(&decisions.iter().map(Vec::as_slice).collect::<Vec<_>>()).await?;
                    }
                    job.step(batch.bytes_read.saturating_sub(seen))?;
                    batch.encoding.name().clone_into(&mut view.encoding);
                    (seen, letters) = (batch.bytes_read, batch.letters);
                }
                let fingerprint = reading.fingerprint().await?;
                if request.fingerprint.as_ref().is_some_and(|known| *known != fingerprint) {
                    return Err(DeskError::SheetChanged);
                }
                (view.new_departments, view.new_groups) = judge.new_names();
                view.questions.extend(asking::letters(&letters, view.new_departments.iter().chain(&view.new_groups)));
                unanswered(&view.questions, preview)?;
                view.created = if preview { 0 } else { counts.of(RowClass::Ready) };
                view.made_at = (view.created > 0).then_some(now);
                view.letters = letters.looks().to_vec();
                view.fingerprint.clone_from(&fingerprint);
                let left_out = LeftOut::of(acting.who.standing.account, source, options, fingerprint, &mut counts);
                counts.tell(&mut view);
                let is_made = view.created > 0;
                if is_made { tx.commit((view, left_out)).await } else { Ok(tx.unchanged((view, left_out))) }
            })
            .await?;
        if view.created > 0 {
            self.desk.index_soon();
        }
        self.keep_left_out(left_out);
        Ok(JobResult::Imported(Box::new(view)))
    }

    /// Looks at the first rows, and at the dates of all, before anything is judged.
    async fn begin(&self, source: &ImportSource, request: &ImportRequest) -> Result<OpenedSheet, DeskError> {
        let mut options = options(request)?;
        let roles = self.desk.store().await?.begin_read().await?.roles().await?;
        options.roles = roles.into_iter().map(|role| role.name).collect();
        let mut reading = Reading::begin(source.clone(), options.clone());
        let about = reading.about().await?;
        let dates = asking::dates(request, &about.columns, source, &options).await?;
        let questions = asking::questions(&about, &dates);
        Ok(OpenedSheet { options, reading, about, dates, questions })
    }

    fn keep_left_out(&self, left_out: LeftOut) {
        *self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner) = Some(left_out);
    }

    /// Writes the rows that the last sheet's preview or import left out, with their reasons, as a sheet that can be
    /// mended and read again. How many.
    pub async fn save_left_out(&self, path: &Path) -> Result<u64, DeskError> {
        let who = self.permit::<command::SaveLeftOut>().await?;
        crate::export::fits_its_name(ExportForm::Csv, path)?;
        let last = self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let last = last.filter(|last| last.owner == who.standing.account).ok_or(DeskError::NothingLeftOut)?;
        let mut reading = Reading::begin(last.source.clone(), last.options.clone());
        let about = reading.about().await?;
        let mut file = crate::export::NewFile::beside(&self.desk, path)?;
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        let mut writer = RejectedWriter::new(&mut file, &about.columns).map_err(failed)?;
        let mut lines = last.lines.iter().peekable();
        let mut written = 0;
        while let Some(RowBatch { rows, .. }) = reading.next().await? {
            for row in &rows {
                if let Some((line, reason)) = lines.next_if(|(line, _)| *line == source::line(row)) {
                    let why = last.reasons.get(*reason as usize).map_or("", String::as_str);
                    writer.row(*line, source::cells(row), why).map_err(failed)?;
                    written += 1;
                }
            }
        }
        writer.finish().map_err(failed)?;
        if reading.fingerprint().await? != last.fingerprint {
            return Err(DeskError::SheetChanged);
        }
        file.put(path)?;
        Ok(written)
    }
}

/// Nothing is made before every question has its answer.
fn unanswered(questions: &[SheetQuestionView], preview: bool) -> Result<(), DeskError> {
    match questions.first().filter(|_| !preview) {
        Some(question) => Err(DeskError::SheetUnclear(Box::new(question.clone()))),
        None => Ok(()),
    }
}

/// What was said of the columns.
fn options(request: &ImportRequest) -> Result<Options, DeskError> {
    let unheard = || DeskError::Field { field: "encoding", fault: FieldFault::EncodingUnknown };
    let named = |name: &String| Encoding::named(name).ok_or_else(unheard);
    let encoding = request.encoding.as_ref().map(named).transpose()?;
    let Some(columns) = &request.columns else { return Ok(Options { encoding, ..Options::default() }) };
    let unknown = || DeskError::Field { field: "columns", fault: FieldFault::ColumnUnknown };
    let field = |name: &String| Field::ALL.into_iter().find(|field| field.name() == name).ok_or_else(unknown);
    let fields: Vec<Option<Field>> =
        columns.iter().map(|name| name.as_ref().map(field).transpose()).collect::<Result<_, _>>()?;
    let first = if request.first_row_is_data { FirstRow::Cells } else { FirstRow::Titles };
    let mapping = Mapping::new(fields, first)
        .map_err(|fault| DeskError::Field { field: "columns", fault: FieldFault::Columns(fault.to_string()) })?;
    Ok(Options { mapping: Some(mapping), encoding, ..Options::default() })
}

fn columns(columns: &Columns) -> Vec<ImportColumnView> {
    let title = |place: usize| columns.titles().and_then(|titles| titles.get(place)).cloned();
    let field = |field: &Option<Field>| field.map(|field| field.name().to_owned());
    columns
        .fields()
        .iter()
        .enumerate()
        .map(|(place, held)| ImportColumnView {
            title: title(place),
            field: field(held),
            addresses: columns.has_addresses(place),
        })
        .collect()
}

/// What was found, row by row.
#[derive(Default)]
struct ImportCounts {
    classes: BTreeMap<RowClass, u64>,
    shown: Vec<ImportRowView>,
    lines: Vec<(u64, u32)>,
    reasons: Vec<String>,
    /// Of the ready ones, the first [`IDS`].
    ids: Vec<String>,
}

impl ImportCounts {
    fn of(&self, class: RowClass) -> u64 {
        self.classes.get(&class).copied().unwrap_or(0)
    }

    /// What was counted, and which invitations were made.
    fn tell(self, view: &mut ImportView) {
        view.rows = self.classes.values().sum();
        view.classes = self.classes;
        view.shown = self.shown;
        // Some of them only would be taken for all.
        view.ids = if view.created == self.ids.len() as u64 { self.ids } else { Vec::new() };
    }

    /// Counts a row, and gives what makes its invitation.
    fn count(&mut self, row: &source::Read, verdict: RowVerdict) -> Vec<Fact> {
        let (class, errors, facts) = match verdict {
            RowVerdict::Ready(facts) => (RowClass::Ready, Vec::new(), facts),
            RowVerdict::Left(class, errors) => (class, errors, Vec::new()),
        };
        for fact in &facts {
            if let Event::InvitationCreated { invitation, .. } = fact.event
                && self.ids.len() < IDS
            {
                self.ids.push(invitation.to_string());
            }
        }
        let count = self.classes.entry(class).or_default();
        *count += 1;
        if *count <= SHOWN {
            let shortened = |cell: &str| cell.chars().take(CELL).collect();
            let cells = source::cells(row).iter().map(shortened).collect();
            let mut told = errors.iter().cloned();
            let (error, also) = (told.next(), told.collect());
            self.shown.push(ImportRowView { line: source::line(row), class, error, also, cells });
        }
        if !errors.is_empty() {
            let reason = self.reason(&errors);
            self.lines.push((source::line(row), reason));
        }
        facts
    }

    /// Where a reason stands. Most rows are left out for one of few; of those that name a value each, so many are kept
    /// apart.
    fn reason(&mut self, errors: &[ErrorView]) -> u32 {
        const APART: usize = 4_096;
        let message = errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join(" ");
        let known = self.reasons.iter().rev().take(64).position(|reason| *reason == message);
        let place = match known {
            Some(from_end) => self.reasons.len() - 1 - from_end,
            None if self.reasons.len() < APART => {
                self.reasons.push(message);
                self.reasons.len() - 1
            }
            None => match self.reasons.iter().position(|reason| *reason == message) {
                Some(place) => place,
                None => {
                    self.reasons
                        .push(errors.iter().map(|error| format!("{:?}", error.code)).collect::<Vec<_>>().join(" "));
                    self.reasons.len() - 1
                }
            },
        };
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}
