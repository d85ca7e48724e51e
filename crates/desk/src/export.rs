//! Files made for people: lists, pictures, cards. Each is written to a temporary file and moved into place when
//! complete.

mod invitations;
mod users;

use crate::error::FileError;
use crate::jobs::Job;
use crate::operation::Ended;
use crate::seat::Seat;
use crate::{Desk, DeskError, keyfile};
use invitations::InvitationFile;
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::NamedTempFile;
use users::UserFile;
use vestibule_domain::{Actor, Event, Fact, Moment, Personal, Standing};
use vestibule_sheet::SheetWriter;
use vestibule_store::{AccountRow, FILE_NAME, ReadTx, Store};
use vestibule_wire::command::{self, Command};
use vestibule_wire::{
    ErrorCode, ExportForm, JobResult, JobView, SelectRequest, SelectionRequest, UserSelectionRequest,
};

/// What a file dialog is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// To read a sheet, or to save the rows left out.
    Import,
    /// To save a list of invitations.
    Export,
    /// To save a list of users.
    ExportUsers,
    /// To save cards or posters.
    Print,
    /// To save a QR code.
    Qr,
    /// To read a picture.
    Logo,
}

/// Rows read at a time.
const STEP: usize = 1_000;
/// Events written per script.
const EVENTS: usize = 16;
/// The longest filter text in the trail, in characters.
const LONGEST_FILTER: usize = 1_000;

/// A temporary file. Dropped without [`NewFile::put`]: deleted.
pub(crate) struct NewFile(BufWriter<NamedTempFile>);

impl NewFile {
    /// Creates it in the folder of `path`, for its owner only. Refuses a data folder.
    pub(crate) fn beside(desk: &Desk, path: &Path) -> Result<Self, DeskError> {
        desk.outside(path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = tempfile::Builder::new().prefix(".vestibule-").tempfile_in(folder);
        Ok(Self(BufWriter::new(file.map_err(|error| DeskError::file(path, &error))?)))
    }

    /// Its temporary path, for code that writes by path.
    pub(crate) fn path(&self) -> &Path {
        self.0.get_ref().path()
    }

    /// Moves it to `path`, replacing an existing file. From then on it survives a power cut.
    pub(crate) fn put(self, path: &Path) -> Result<(), DeskError> {
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        let file = self.0.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        let _kept: File = file.persist(path).map_err(|error| failed(error.error))?;
        Ok(())
    }
}

impl Desk {
    /// Refuses to write where a file of Vestibule is or could be, by whatever path: in the data folder, in another
    /// organisation's, and over a file with the name of a data or key file.
    fn outside(&self, path: &Path) -> Result<(), DeskError> {
        let refused = |cause: &str| {
            let cause = format!("{cause}; choose another place");
            Err(FileError::NotUsable { path: path.display().to_string(), cause, code: ErrorCode::FilePlaceReserved }
                .into())
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A missing or unreadable folder is reported, with its cause, when the file is created.
        let Ok(folder) = std::fs::canonicalize(folder) else { return Ok(()) };
        if std::fs::canonicalize(self.folder()).is_ok_and(|data| folder.starts_with(data)) {
            return refused("it lies in the data folder, which holds nothing else");
        }
        let stands = |name: &str| folder.join(name).symlink_metadata().is_ok();
        if OURS.into_iter().all(stands) {
            return refused("it lies in another organisation's data folder, which holds nothing else");
        }
        // One of the two files may be missing: then reserve the names as well.
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
        if OURS.into_iter().any(stands) && NAMES.into_iter().any(|ours| name.starts_with(ours)) {
            return refused("an organisation's file stands there");
        }
        Ok(())
    }
}

/// The files of every data folder.
const OURS: [&str; 2] = [FILE_NAME, keyfile::NAME];
/// Prefixes of all file names of Vestibule: write-ahead log, copies, temporary files, locks.
const NAMES: [&str; 4] = [FILE_NAME, keyfile::NAME, ".vestibule", ".sign-in."];

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// Refuses an extension of another format: a spreadsheet would refuse or misread the file.
pub(crate) fn fits_its_name(form: ExportForm, path: &Path) -> Result<(), DeskError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !form.contradicts(ending) {
        return Ok(());
    }
    Err(FileError::OtherForm { ending: ending.to_owned(), form: form.as_str() }.into())
}

/// A list that can be exported: its permission, rows and file format. A value holds the found rows and is valid only
/// within the transaction that found them.
pub(crate) trait Exported: Sized + Send {
    /// The command whose permission is needed.
    type Command: Command;
    /// The list's request.
    type List: Clone + Send + Sync + 'static;
    /// A row of the list.
    type Row: Send;

    /// The titles of the columns.
    fn titles() -> Vec<&'static str>;
    /// Finds the selected rows within that person's reach.
    fn find(
        tx: &mut ReadTx,
        selection: &SelectRequest<Self::List>,
        who: &Standing,
        now: Moment,
    ) -> impl Future<Output = Result<Self, DeskError>> + Send;
    /// How many rows were found.
    fn len(&self) -> usize;
    /// The rows from index `from`, as that person sees them. A fixed number of statements.
    fn rows(
        &mut self,
        tx: &mut ReadTx,
        from: usize,
        most: usize,
        who: &Standing,
    ) -> impl Future<Output = Result<Vec<Self::Row>, DeskError>> + Send;
    /// A row's cells, in the order of the titles.
    fn cells(row: &Self::Row) -> Vec<String>;
    /// A row for JSON.
    fn record(row: &Self::Row) -> impl Serialize;
    /// The filters that are set, with the command line's names; some have no value.
    fn filters(list: &Self::List) -> Vec<(&'static str, Option<String>)>;
    /// The event for the trail, and the events for the histories of the rows.
    fn events(&self, form: &'static str) -> (Event, Vec<Event>);
}

/// Writes rows one at a time, in one of the formats.
enum ExportSink<'a> {
    Csv(Box<SheetWriter<&'a mut NewFile>>),
    Json(&'a mut NewFile, bool),
}

impl Seat {
    /// Checks the permission before a dialog opens; it is checked again when the file is made.
    pub async fn allow(&self, file: FileUse) -> Result<(), DeskError> {
        match file {
            FileUse::Import => self.permit::<command::ChooseSheet>().await.map(|_| ()),
            FileUse::Export => self.permit_reach::<command::ExportInvitations>().await.map(|_| ()),
            FileUse::ExportUsers => self.permit_reach::<command::ExportUsers>().await.map(|_| ()),
            FileUse::Print => self.permit::<command::PrintInvitations>().await.map(|_| ()),
            FileUse::Logo => self.permit::<command::ChooseLogo>().await.map(|_| ()),
            FileUse::Qr => self.permit::<command::SaveQr>().await.map(|_| ()),
        }
    }

    /// Seconds after which a copied code is cleared from the clipboard.
    pub async fn clipboard_seconds(&self) -> u32 {
        self.desk.rules_to_show().await.clipboard_seconds
    }

    /// Saves the selected invitations at `path`; a list keeps its order. Contains codes if the person may copy them.
    pub async fn export(
        &self,
        selection: SelectionRequest,
        form: ExportForm,
        path: PathBuf,
    ) -> Result<JobView, DeskError> {
        self.export_list::<InvitationFile>(selection, form, path).await
    }

    /// Saves the selected users at `path`; a list keeps its order.
    pub async fn export_users(
        &self,
        selection: UserSelectionRequest,
        form: ExportForm,
        path: PathBuf,
    ) -> Result<JobView, DeskError> {
        self.export_list::<UserFile>(selection, form, path).await
    }

    /// The signed-in account, if it has the command's permissions and reaches more than itself.
    async fn permit_reach<C: Command>(&self) -> Result<AccountRow, DeskError> {
        let who = self.permit::<C>().await?;
        self.scope_of::<C>(&who).await?;
        Ok(who)
    }

    async fn export_list<L: Exported>(
        &self,
        selection: SelectRequest<L::List>,
        form: ExportForm,
        path: PathBuf,
    ) -> Result<JobView, DeskError> {
        let who = self.permit_reach::<L::Command>().await?;
        fits_its_name(form, &path)?;
        let seat = self.clone();
        let work = move |job: Arc<Job>| async move { seat.export_all::<L>(selection, form, &path, &job).await };
        Ok(self.start(who.standing.account, work))
    }

    async fn export_all<L: Exported>(
        &self,
        selection: SelectRequest<L::List>,
        form: ExportForm,
        path: &Path,
        job: &Arc<Job>,
    ) -> Result<JobResult, DeskError> {
        let who = self.goes_on::<L::Command>(job, None).await?;
        self.scope_of::<L::Command>(&who).await?;
        let store = self.desk.store().await?;
        let now = self.desk.ports().now();
        let mut tx = store.look_at_apart(now).await?;
        let mut list = L::find(&mut tx, &selection, &who.standing, now).await?;
        let mut file = NewFile::beside(&self.desk, path)?;
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        job.expect(list.len() as u64);
        let mut sink = ExportSink::begin::<L>(form, &mut file).map_err(failed)?;
        for from in (0..list.len()).step_by(STEP) {
            // Checked for each page: the person may be suspended, demoted or signed out meanwhile.
            let who = self.goes_on::<L::Command>(job, Some(&who.standing.reach)).await?;
            let rows = list.rows(&mut tx, from, STEP, &who.standing).await?;
            for row in &rows {
                sink.add::<L>(row).map_err(failed)?;
            }
            job.step(rows.len() as u64)?;
        }
        sink.finish().map_err(failed)?;
        drop(tx);
        self.goes_on::<L::Command>(job, Some(&who.standing.reach)).await?;
        // Logged before the file is moved into place: no exported list without an entry in the trail.
        let (exported, shown) = list.events(form.as_str());
        let personal = Personal { filter: Some(filter_words::<L>(&selection)), ..Personal::default() };
        let mut facts = vec![Fact { event: exported, personal }];
        facts.extend(shown.into_iter().map(Fact::from));
        self.note_export(&store, Actor::Account(who.standing.account), &facts).await?;
        file.put(path)?;
        Ok(JobResult::Exported { rows: list.len() as u64, path: path.display().to_string() })
    }

    /// Logs one event with the filter for the trail, and those for the histories of the rows.
    async fn note_export(&self, store: &Store, actor: Actor, facts: &[Fact]) -> Result<(), DeskError> {
        let mut tx = self.desk.transaction(store, actor).await?;
        for facts in facts.chunks(EVENTS) {
            tx.append(facts).await?;
        }
        tx.commit(()).await.map(Ended::answer)
    }
}

/// The filter in the command line's form: `status=active department="Library"`. Contains only filters that are set.
fn filter_words<L: Exported>(selection: &SelectRequest<L::List>) -> String {
    let SelectRequest::Matching { list, but } = selection else { return "selected".to_owned() };
    let without = ("without", Some(but.len()).filter(|count| *count > 0).map(|count| count.to_string()));
    let words: Vec<String> = L::filters(list)
        .into_iter()
        .chain([without])
        .filter_map(|(name, value)| value.filter(|value| !value.is_empty()).map(|value| format!("{name}={value:?}")))
        .collect();
    if words.is_empty() { "all".to_owned() } else { words.join(" ").chars().take(LONGEST_FILTER).collect() }
}

/// A time as text for a cell.
pub(crate) fn time_cell(at: Option<Moment>) -> String {
    at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)).unwrap_or_default()
}

impl<'a> ExportSink<'a> {
    fn begin<L: Exported>(form: ExportForm, file: &'a mut NewFile) -> std::io::Result<Self> {
        match form {
            ExportForm::Csv => {
                let mut sheet = SheetWriter::new(file)?;
                sheet.row(L::titles())?;
                Ok(Self::Csv(Box::new(sheet)))
            }
            ExportForm::Json => {
                file.write_all(b"[")?;
                Ok(Self::Json(file, true))
            }
        }
    }

    fn add<L: Exported>(&mut self, row: &L::Row) -> std::io::Result<()> {
        match self {
            Self::Csv(sheet) => sheet.row(L::cells(row)),
            Self::Json(file, first) => {
                file.write_all(if std::mem::replace(first, false) { b"\n" } else { b",\n" })?;
                serde_json::to_writer(&mut **file, &L::record(row)).map_err(std::io::Error::from)
            }
        }
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            Self::Csv(sheet) => sheet.finish()?.flush(),
            Self::Json(file, _) => {
                file.write_all(b"\n]\n")?;
                file.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests;
