//! Reads a sheet on its own thread and passes batches of rows on, at most a few hundred rows ahead. Keeps out the
//! meaning of rows.

use super::ImportSource;
use crate::DeskError;
use crate::error::ImportError;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Cursor};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc;
use vestibule_sheet::{
    Cells, Columns, Dates, Encoding, Field, Holds, Letters, Options, Row, RowFault, Sheet, SheetError,
};

/// A row, or why it can't be read.
pub(super) type Read<F> = Result<Row<F>, RowFault>;

/// Most rows in a batch; long rows make it smaller.
const ROWS: usize = 640;
/// Most bytes of cells in a batch, so that long rows don't fill the memory.
const BYTES: usize = 512 * 1024;

pub(super) fn line<F: Field>(row: &Read<F>) -> u64 {
    row.as_ref().map_or_else(|fault| fault.line, Row::line)
}

pub(super) fn cells<F: Field>(row: &Read<F>) -> &Cells {
    row.as_ref().map_or_else(|fault| &fault.cells, Row::cells)
}

/// Consecutive rows.
pub(super) struct RowBatch<F> {
    pub(super) rows: Vec<Read<F>>,
    /// Bytes of the file read so far.
    pub(super) bytes_read: u64,
    /// Statistics on letters up to this batch.
    pub(super) letters: Letters,
    pub(super) encoding: Encoding,
}

/// What is known of a sheet before its first row is judged.
pub(super) struct About<F> {
    pub(super) columns: Columns<F>,
    /// The first rows as in the file.
    pub(super) head: Vec<Vec<String>>,
    /// Length of the file, for progress.
    pub(super) bytes: u64,
}

enum ReaderMessage<F> {
    About(Box<About<F>>),
    Rows(RowBatch<F>),
    Failed(DeskError),
}

/// A sheet that is being read.
pub(super) struct Reading<F> {
    said: mpsc::Receiver<ReaderMessage<F>>,
    hash: Arc<Mutex<Sha256>>,
}

/// Hashes the bytes that are read through it.
struct Hashing<R> {
    inner: R,
    hash: Arc<Mutex<Sha256>>,
}

impl<R: io::Read> io::Read for Hashing<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.hash.lock().unwrap_or_else(PoisonError::into_inner).update(&into[..read]);
        Ok(read)
    }
}

impl<F: Field> Reading<F> {
    /// Starts the thread, which ends with the file or when this value is dropped.
    pub(super) fn begin(source: ImportSource, options: Options<F>) -> Self {
        let (tell, said) = mpsc::channel(2);
        let hash = Arc::new(Mutex::new(Sha256::new()));
        let own = hash.clone();
        std::thread::spawn(move || {
            let outcome = match source {
                ImportSource::File(path) => match File::open(&path) {
                    Ok(file) => {
                        let bytes = file.metadata().map_or(0, |about| about.len());
                        send_rows(Hashing { inner: file, hash: own }, bytes, &options, &tell)
                    }
                    Err(error) => Err(DeskError::file(&path, &error)),
                },
                ImportSource::Text(text) => {
                    let bytes = text.len() as u64;
                    send_rows(Hashing { inner: Cursor::new(text), hash: own }, bytes, &options, &tell)
                }
                ImportSource::Bytes(piped) => {
                    let bytes = piped.len() as u64;
                    send_rows(Hashing { inner: Cursor::new(piped), hash: own }, bytes, &options, &tell)
                }
            };
            if let Err(error) = outcome {
                tell.blocking_send(ReaderMessage::Failed(error)).ok();
            }
        });
        Self { said, hash }
    }

    /// Waits for what is known before the first row.
    pub(super) async fn about(&mut self) -> Result<About<F>, DeskError> {
        match self.said.recv().await {
            Some(ReaderMessage::About(about)) => Ok(*about),
            Some(ReaderMessage::Failed(error)) => Err(error),
            _ => Err(DeskError::Fault("reading a sheet")),
        }
    }

    /// The next rows; none at the end.
    pub(super) async fn next(&mut self) -> Result<Option<RowBatch<F>>, DeskError> {
        match self.said.recv().await {
            Some(ReaderMessage::Rows(batch)) => Ok(Some(batch)),
            Some(ReaderMessage::Failed(error)) => Err(error),
            Some(ReaderMessage::About(_)) => Err(DeskError::Fault("reading a sheet")),
            None => Ok(None),
        }
    }

    /// First half of the contents' SHA-256, in hexadecimal. Reads the rest of the sheet first.
    pub(super) async fn fingerprint(&mut self) -> Result<String, DeskError> {
        while self.next().await?.is_some() {}
        let hash = self.hash.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(crate::keyfile::hex(&hash.finalize()[..16]))
    }
}

fn send_rows<R: io::Read, F: Field>(
    source: R,
    bytes: u64,
    options: &Options<F>,
    tell: &mpsc::Sender<ReaderMessage<F>>,
) -> Result<(), DeskError> {
    let mut sheet = Sheet::open(source, options)?;
    let head = sheet.shown().iter().map(|cells| cells.iter().map(str::to_owned).collect()).collect();
    let about = About { columns: sheet.columns().clone(), head, bytes };
    if tell.blocking_send(ReaderMessage::About(Box::new(about))).is_err() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(ROWS);
    let mut held = 0;
    while let Some(row) = sheet.next() {
        let row = row.map_err(|error: SheetError| DeskError::Import(ImportError::Sheet(error)))?;
        held += cells(&row).iter().map(str::len).sum::<usize>();
        rows.push(row);
        if rows.len() == ROWS || held > BYTES {
            held = 0;
            let batch = batch(std::mem::take(&mut rows), &sheet);
            if tell.blocking_send(ReaderMessage::Rows(batch)).is_err() {
                return Ok(());
            }
        }
    }
    if !rows.is_empty() {
        tell.blocking_send(ReaderMessage::Rows(batch(rows, &sheet))).ok();
    }
    Ok(())
}

fn batch<R: io::Read, F: Field>(rows: Vec<Read<F>>, sheet: &Sheet<R, F>) -> RowBatch<F> {
    RowBatch { rows, bytes_read: sheet.bytes_read(), letters: sheet.letters().clone(), encoding: sheet.encoding() }
}

/// The orders that all columns of dates allow. Reads the whole sheet.
pub(super) async fn dates<F: Field>(source: ImportSource, options: Options<F>) -> Result<Dates, DeskError> {
    let looked = tokio::task::spawn_blocking(move || match source {
        ImportSource::File(path) => match File::open(&path) {
            Ok(file) => dates_in(file, &options),
            Err(error) => Err(DeskError::file(&path, &error)),
        },
        ImportSource::Text(text) => dates_in(Cursor::new(text), &options),
        ImportSource::Bytes(piped) => dates_in(Cursor::new(piped), &options),
    });
    looked.await.map_err(|_| DeskError::Fault("reading a sheet"))?
}

fn dates_in<R: io::Read, F: Field>(source: R, options: &Options<F>) -> Result<Dates, DeskError> {
    let mut dates = Dates::default();
    for row in Sheet::open(source, options)? {
        let Ok(row) = row? else { continue };
        for field in F::ALL.iter().filter(|field| field.holds() == Holds::Date) {
            if let Some(cell) = row.get(*field) {
                dates.look(&cell);
            }
        }
    }
    Ok(dates)
}
