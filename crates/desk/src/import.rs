//! Imports a sheet of rows; an [`Imported`] type defines what a row stands for. A preview judges every row without
//! making anything; an import judges them again and makes all ready rows in one transaction. The sheet is streamed, so
//! memory does not grow with it. Keeps out the meaning of rows.

mod asking;
mod counts;
mod imported;
mod judge;
mod left_out;
mod source;
#[cfg(test)]
mod tests;

use crate::error::ImportError;
use crate::jobs::Job;
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use chrono::NaiveDateTime;
use counts::ImportCounts;
pub(crate) use imported::{Imported, Judging, LeftOf, RowVerdict, VerdictOf, ViewOf};
use judge::RowJudge;
pub(crate) use left_out::LastSheet;
use left_out::{LastRead, ReadSheet};
use source::Reading;
use std::path::PathBuf;
use std::sync::Arc;
use vestibule_domain::{Fact, Moment};
use vestibule_sheet::{Columns, Encoding, Field, FirstRow, Letters, Mapping, Options};
use vestibule_wire::command::Command;
use vestibule_wire::{ImportColumnView, JobView, SheetQuestionView, SheetRequest};

/// Converts local time to an instant by this machine's zone; none if a change of clocks skips or repeats it.
pub type LocalTime = Arc<dyn Fn(NaiveDateTime) -> Option<Moment> + Send + Sync>;

/// Converts an instant to this machine's local time.
pub type LocalTimeOf = Arc<dyn Fn(Moment) -> NaiveDateTime + Send + Sync>;

/// Source of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportSource {
    /// A file, by path.
    File(PathBuf),
    /// Pasted text.
    Text(String),
    /// Bytes from a pipe, in any encoding.
    Bytes(Arc<[u8]>),
}

/// A sheet whose first rows have been read.
struct OpenedSheet<F> {
    options: Options<F>,
    reading: Reading<F>,
    about: source::About<F>,
    dates: asking::DatesRead,
    questions: Vec<SheetQuestionView>,
}

impl Seat {
    /// Judges every row of a sheet and, unless `preview`, makes the ready ones.
    pub(crate) async fn import_rows<K: Imported>(
        &self,
        source: ImportSource,
        request: SheetRequest<K::Each>,
        zone: LocalTime,
        preview: bool,
    ) -> Result<JobView, DeskError> {
        let who = self.permit::<K::Command>().await?;
        options::<K>(&request)?;
        let seat = self.clone();
        let work = move |job: Arc<Job>| async move {
            seat.judge_rows::<K>(source, request, zone, preview, &job).await.map(K::told)
        };
        Ok(self.start(who.standing.account, work))
    }

    /// As [`Self::import_rows`], within a job.
    async fn judge_rows<K: Imported>(
        &self,
        source: ImportSource,
        request: SheetRequest<K::Each>,
        zone: LocalTime,
        preview: bool,
        job: &Arc<Job>,
    ) -> Result<ViewOf<K>, DeskError> {
        let OpenedSheet { options, mut reading, about, dates, questions } = self.begin::<K>(&source, &request).await?;
        unanswered(&questions, preview)?;
        job.expect(about.bytes);
        let (view, last) = self
            .operate_for::<K::Command, _>(job, async |Operation { acting, mut tx }| {
                let now = tx.now();
                tx.look_at(now).await?;
                let mut view = ViewOf::<K> { questions, dates: dates.date_order(), ..first_look::<K>(about) };
                let by = Judging { seat: self, acting: &acting, now, zone, dates: dates.order };
                let mut judge = RowJudge::<K>::new(request.each, by, &mut tx).await?;
                view.each = judge.each();
                let mut counts = ImportCounts::<K>::new();
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
                    return Err(ImportError::Changed.into());
                }
                let new = judge.new_names();
                view.questions.extend(asking::letters(&letters, new.departments.iter().chain(&new.groups)));
                (view.new_departments, view.new_groups) = (new.departments, new.groups);
                unanswered(&view.questions, preview)?;
                view.created = if preview { 0 } else { counts.ready() };
                view.made_at = (view.created > 0).then_some(now);
                view.letters = letters.looks().to_vec();
                view.fingerprint.clone_from(&fingerprint);
                let sheet = Arc::new(ReadSheet { source, options, fingerprint, left: counts.take_left() });
                let owner = acting.who.standing.account;
                counts.tell(&mut view);
                let is_made = view.created > 0;
                let read = (view, LastRead { owner, command: K::Command::NAME, sheet });
                if is_made { tx.commit(read).await } else { Ok(tx.unchanged(read)) }
            })
            .await?;
        if view.created > 0 {
            self.desk.index_soon();
        }
        self.keep_last_sheet(last);
        Ok(view)
    }

    /// Reads the first rows, and the dates of all, before any row is judged.
    async fn begin<K: Imported>(
        &self,
        source: &ImportSource,
        request: &SheetRequest<K::Each>,
    ) -> Result<OpenedSheet<K::Field>, DeskError> {
        let mut options = options::<K>(request)?;
        options.known = K::known_names(&mut self.desk.store().await?.begin_read().await?).await?;
        let mut reading = Reading::begin(source.clone(), options.clone());
        let about = reading.about().await?;
        let dates = asking::dates(request.dates, &about.columns, source, &options).await?;
        let questions = asking::questions(&about, &dates);
        Ok(OpenedSheet { options, reading, about, dates, questions })
    }
}

/// The view after the first rows were read.
fn first_look<K: Imported>(about: source::About<K::Field>) -> ViewOf<K> {
    ViewOf::<K> {
        columns: columns(&about.columns),
        sure: about.columns.is_sure(),
        passed_over: about.columns.passed_over().to_vec(),
        head: about.head,
        ..ViewOf::<K>::default()
    }
}

/// Refuses an import with open questions.
fn unanswered(questions: &[SheetQuestionView], preview: bool) -> Result<(), DeskError> {
    match questions.first().filter(|_| !preview) {
        Some(question) => Err(ImportError::Unclear(Box::new(question.clone())).into()),
        None => Ok(()),
    }
}

/// The reader's options, as requested.
fn options<K: Imported>(request: &SheetRequest<K::Each>) -> Result<Options<K::Field>, DeskError> {
    let unheard = || DeskError::Field { field: "encoding", fault: FieldFault::EncodingUnknown };
    let named = |name: &String| Encoding::named(name).ok_or_else(unheard);
    let encoding = request.encoding.as_ref().map(named).transpose()?;
    let Some(columns) = &request.columns else { return Ok(Options { encoding, ..Options::default() }) };
    let unknown = || DeskError::Field { field: "columns", fault: FieldFault::ColumnUnknown };
    let field = |name: &String| K::Field::ALL.iter().copied().find(|field| field.name() == name).ok_or_else(unknown);
    let fields: Vec<Option<K::Field>> =
        columns.iter().map(|name| name.as_ref().map(field).transpose()).collect::<Result<_, _>>()?;
    let first = if request.first_row_is_data { FirstRow::Cells } else { FirstRow::Titles };
    let mapping = Mapping::new(fields, first)
        .map_err(|fault| DeskError::Field { field: "columns", fault: FieldFault::Columns(fault.to_string()) })?;
    Ok(Options { mapping: Some(mapping), encoding, ..Options::default() })
}

fn columns<F: Field>(columns: &Columns<F>) -> Vec<ImportColumnView> {
    let title = |place: usize| columns.titles().and_then(|titles| titles.get(place)).cloned();
    let field = |field: &Option<F>| field.map(|field| field.name().to_owned());
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
