//! Saves the rows that the last preview or import left out, as a sheet that can be corrected and imported again. Keeps
//! out the meaning of rows.

use super::ImportSource;
use super::counts::Left;
use super::imported::Imported;
use super::source::{self, Reading, RowBatch};
use crate::DeskError;
use crate::error::ImportError;
use crate::export::NewFile;
use crate::seat::Seat;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use vestibule_domain::AccountId;
use vestibule_sheet::{Field, Options, RejectedWriter};
use vestibule_wire::ExportForm;
use vestibule_wire::command::Command;

/// The last sheet of a seat, of any kind.
pub(crate) type LastSheet = Arc<Mutex<Option<LastRead>>>;

/// The last sheet that was previewed or imported.
#[derive(Clone)]
pub(crate) struct LastRead {
    /// The account that did; nobody else may save its rows.
    pub(super) owner: AccountId,
    /// Name of the command used.
    pub(super) command: &'static str,
    pub(super) sheet: Arc<dyn Rewritten>,
}

/// A sheet that can be read again.
pub(super) trait Rewritten: Send + Sync {
    /// Writes the rows that were left out, with their reasons; returns how many.
    fn write<'a>(&'a self, file: &'a mut NewFile, path: &'a Path) -> Writing<'a>;
}

type Writing<'a> = Pin<Box<dyn Future<Output = Result<u64, DeskError>> + Send + 'a>>;

/// How a sheet was read, and which rows were left out: enough to write these rows to a file.
pub(super) struct ReadSheet<F> {
    pub(super) source: ImportSource,
    pub(super) options: Options<F>,
    pub(super) fingerprint: String,
    pub(super) left: Left,
}

impl<F: Field> Rewritten for ReadSheet<F> {
    fn write<'a>(&'a self, file: &'a mut NewFile, path: &'a Path) -> Writing<'a> {
        Box::pin(self.write_left(file, path))
    }
}

impl<F: Field> ReadSheet<F> {
    async fn write_left(&self, file: &mut NewFile, path: &Path) -> Result<u64, DeskError> {
        let mut reading = Reading::begin(self.source.clone(), self.options.clone());
        let about = reading.about().await?;
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        let mut writer = RejectedWriter::new(file, &about.columns).map_err(failed)?;
        let mut lines = self.left.lines.iter().peekable();
        let mut written = 0;
        while let Some(RowBatch { rows, .. }) = reading.next().await? {
            for row in &rows {
                if let Some((line, reason)) = lines.next_if(|(line, _)| *line == source::line(row)) {
                    let why = self.left.reasons.get(*reason as usize).map_or("", String::as_str);
                    writer.row(*line, source::cells(row), why).map_err(failed)?;
                    written += 1;
                }
            }
        }
        writer.finish().map_err(failed)?;
        if reading.fingerprint().await? != self.fingerprint {
            return Err(DeskError::Import(ImportError::Changed));
        }
        Ok(written)
    }
}

impl Seat {
    /// What somebody pasted does not outlive their session.
    pub(crate) fn forget_last_sheet(&self) {
        *self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(super) fn keep_last_sheet(&self, last: LastRead) {
        *self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
    }

    /// Saves the rows that the last preview or import left out, with their reasons, as a sheet that can be corrected
    /// and imported again. Returns how many. The sheet must be `owner`'s and of that kind.
    pub(crate) async fn write_left_out<K: Imported>(&self, owner: AccountId, path: &Path) -> Result<u64, DeskError> {
        crate::export::fits_its_name(ExportForm::Csv, path)?;
        let last = self.last_sheet.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let own = last.filter(|last| last.owner == owner && last.command == K::Command::NAME);
        let last = own.ok_or(DeskError::Import(ImportError::NothingLeftOut))?;
        let mut file = NewFile::beside(&self.desk, path)?;
        let written = last.sheet.write(&mut file, path).await?;
        file.put(path)?;
        Ok(written)
    }
}
