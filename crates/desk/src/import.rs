//! Invitations from a sheet of rows. Every row is judged first, and a preview shows each verdict before anything is made; then all ready rows are made in one
//! transaction, judged again inside it. The sheet is read as it goes, so that a file of any size takes the same memory.

mod judge;
mod source;

use crate::jobs::Job;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use chrono::NaiveDateTime;
use judge::{Judge, Verdict};
use source::{Batch, Reading};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use vestibule_domain::{AccountId, Actor, Moment};
use vestibule_sheet::{Columns, Field, FirstRow, Mapping, Options, RejectedWriter};
use vestibule_wire::{
    ErrorView, ImportColumnView, ImportRequest, ImportRowView, ImportView, JobResult, JobView, RowClass,
};

/// So many rows of each class are shown; all of them go into the file of rows left out.
const SHOWN: u64 = 200;
/// The longest cell that is shown, in characters.
const CELL: usize = 200;

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

/// The sheet that was looked at last, and which of its rows were left out: enough to write those rows into a file of their own.
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
        let who = self.permit_overseer("import").await?;
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
        let options = options(&request)?;
        let mut reading = Reading::begin(source.clone(), options.clone());
        let about = reading.about().await?;
        job.expect(about.bytes);
        self.still_begun_by(job)?;
        let (acting, mut change) = self.permit_overseer_change("import").await?;
        job.still_of(&acting.who)?;
        let now = self.desk.ports().now();
        change.look_at(now).await?;
        let mut judge = Judge::new(self, &acting, request.each, zone, now, &mut change).await?;
        let mut tally = Tally::default();
        let random = |bytes: &mut [u8]| self.desk.ports().entropy.fill(bytes);
        let stamp = self.desk.stamp(Actor::Account(acting.who.standing.account), now, &random);
        let mut seen = 0;
        while let Some(Batch { rows, bytes_read }) = reading.next().await? {
            let verdicts = judge.judge(&rows, &mut change).await?;
            let mut facts = Vec::new();
            for (row, verdict) in rows.iter().zip(verdicts) {
                facts.extend(tally.count(row, verdict));
            }
            if !preview && !facts.is_empty() {
                change.append(&facts, stamp).await?;
            }
            job.step(bytes_read.saturating_sub(seen))?;
            seen = bytes_read;
        }
        let fingerprint = reading.fingerprint().await?;
        if request.fingerprint.as_ref().is_some_and(|known| *known != fingerprint) {
            return Err(DeskError::SheetChanged);
        }
        let created = if preview { 0 } else { tally.of(RowClass::Ready) };
        if created > 0 {
            change.commit().await?;
            self.index_soon();
        }
        let left_out = LeftOut {
            owner: acting.who.standing.account,
            source,
            options,
            fingerprint: fingerprint.clone(),
            lines: std::mem::take(&mut tally.lines),
            reasons: std::mem::take(&mut tally.reasons),
        };
        *self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner) = Some(left_out);
        let view = ImportView {
            rows: tally.classes.values().sum(),
            classes: tally.classes,
            shown: tally.shown,
            columns: columns(&about.columns),
            sure: about.columns.is_sure(),
            head: about.head,
            fingerprint,
            created,
        };
        Ok(JobResult::Imported(Box::new(view)))
    }

    /// Writes the rows that the last sheet's preview or import left out, with their reasons, as a sheet that can be mended and read again. How many.
    pub async fn save_left_out(&self, path: &Path) -> Result<u64, DeskError> {
        let who = self.permit_overseer("import").await?;
        let last = self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let last = last.filter(|last| last.owner == who.standing.account).ok_or(DeskError::NothingLeftOut)?;
        let mut reading = Reading::begin(last.source.clone(), last.options.clone());
        let about = reading.about().await?;
        let mut file = crate::export::NewFile::beside(&self.desk, path)?;
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        let mut writer = RejectedWriter::new(&mut file, &about.columns).map_err(failed)?;
        let mut lines = last.lines.iter().peekable();
        let mut written = 0;
        while let Some(Batch { rows, .. }) = reading.next().await? {
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

/// What was said of the columns.
fn options(request: &ImportRequest) -> Result<Options, DeskError> {
    let Some(columns) = &request.columns else { return Ok(Options::default()) };
    let unknown = || DeskError::Field { field: "columns", fault: FieldFault::ColumnUnknown };
    let field = |name: &String| Field::ALL.into_iter().find(|field| field.name() == name).ok_or_else(unknown);
    let fields: Vec<Option<Field>> =
        columns.iter().map(|name| name.as_ref().map(field).transpose()).collect::<Result<_, _>>()?;
    let first = if request.first_row_is_data { FirstRow::Cells } else { FirstRow::Titles };
    let mapping = Mapping::new(fields, first)
        .map_err(|fault| DeskError::Field { field: "columns", fault: FieldFault::Columns(fault.to_string()) })?;
    Ok(Options { mapping: Some(mapping), ..Options::default() })
}

fn columns(columns: &Columns) -> Vec<ImportColumnView> {
    let title = |place: usize| columns.titles().and_then(|titles| titles.get(place)).cloned();
    let field = |field: &Option<Field>| field.map(|field| field.name().to_owned());
    columns
        .fields()
        .iter()
        .enumerate()
        .map(|(place, held)| ImportColumnView { title: title(place), field: field(held) })
        .collect()
}

/// What was found, row by row.
#[derive(Default)]
struct Tally {
    classes: BTreeMap<RowClass, u64>,
    shown: Vec<ImportRowView>,
    lines: Vec<(u64, u32)>,
    reasons: Vec<String>,
}

impl Tally {
    fn of(&self, class: RowClass) -> u64 {
        self.classes.get(&class).copied().unwrap_or(0)
    }

    /// Counts a row, and gives what makes its invitation.
    fn count(&mut self, row: &source::Read, verdict: Verdict) -> Vec<vestibule_domain::Fact> {
        let (class, error, facts) = match verdict {
            Verdict::Ready(facts) => (RowClass::Ready, None, facts),
            Verdict::Left(class, error) => (class, Some(error), Vec::new()),
        };
        let count = self.classes.entry(class).or_default();
        *count += 1;
        if *count <= SHOWN {
            let shortened = |cell: &str| cell.chars().take(CELL).collect();
            let cells = source::cells(row).iter().map(shortened).collect();
            self.shown.push(ImportRowView { line: source::line(row), class, error: error.clone(), cells });
        }
        if let Some(error) = error {
            let reason = self.reason(&error);
            self.lines.push((source::line(row), reason));
        }
        facts
    }

    /// Where a reason stands. Most rows are left out for one of few; of those that name a value each, so many are kept apart.
    fn reason(&mut self, error: &ErrorView) -> u32 {
        const APART: usize = 4_096;
        let known = self.reasons.iter().rev().take(64).position(|reason| *reason == error.message);
        let place = match known {
            Some(from_end) => self.reasons.len() - 1 - from_end,
            None if self.reasons.len() < APART => {
                self.reasons.push(error.message.clone());
                self.reasons.len() - 1
            }
            None => match self.reasons.iter().position(|reason| *reason == error.message) {
                Some(place) => place,
                None => {
                    self.reasons.push(format!("{:?}", error.code));
                    self.reasons.len() - 1
                }
            },
        };
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}
