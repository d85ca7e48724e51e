//! Files that are made for people: lists, pictures, cards. Each is written beside its place and put there when it is
//! whole; nothing half done is left.

use crate::invitations::chosen;
use crate::jobs::Job;
use crate::seat::Seat;
use crate::{Desk, DeskError, keyfile, views};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::NamedTempFile;
use vestibule_domain::{Actor, Event, Fact, InvitationId, Personal, ShownHow};
use vestibule_sheet::{Field, SheetWriter};
use vestibule_store::{FILE_NAME, Store};
use vestibule_wire::{ErrorCode, ExportForm, InvitationView, JobResult, JobView, Moment, SelectionRequest, command};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// A sheet of rows to read, or those left out to save.
    Import,
    /// A list to save.
    Export,
    /// Cards or posters to save.
    Print,
    /// A QR code to save.
    Qr,
    /// A picture to read.
    Logo,
}

/// So many rows are read at once.
const STEP: usize = 1_000;
/// So many invitations one event names.
const NAMED: usize = 500;
/// So many events are written by one script.
const EVENTS: usize = 16;
/// What is kept of a filter, in characters.
const LONGEST_FILTER: usize = 1_000;

/// What stands in a list's file: the fields that a sheet is read with, and around them what one can only look at.
const TITLES: [&str; 10] =
    ["code", "link", "status", "uses", "created", "created by", "used by", "revoked", "revoked by", "id"];

/// A file that is not in its place yet. Dropped, it never was.
pub(crate) struct NewFile(BufWriter<NamedTempFile>);

impl NewFile {
    /// Begins it in the folder of `path`, for its owner only. Never in the data folder.
    pub(crate) fn beside(desk: &Desk, path: &Path) -> Result<Self, DeskError> {
        desk.outside(path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = tempfile::Builder::new().prefix(".vestibule-").tempfile_in(folder);
        Ok(Self(BufWriter::new(file.map_err(|error| DeskError::file(path, &error))?)))
    }

    /// Where it stands until then, for what writes it by its name.
    pub(crate) fn path(&self) -> &Path {
        self.0.get_ref().path()
    }

    /// Puts it in its place, over what stands there. From then on it survives a loss of power.
    pub(crate) fn put(self, path: &Path) -> Result<(), DeskError> {
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        let file = self.0.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        let _kept: File = file.persist(path).map_err(|error| failed(error.error))?;
        Ok(())
    }
}

impl Desk {
    /// Refuses to make a file for people where a file of ours stands or could stand, under whatever name the place
    /// goes: in the data folder, in another organisation's, and over what has the name of a data or key file.
    fn outside(&self, path: &Path) -> Result<(), DeskError> {
        let refused = |cause: &str| {
            let cause = format!("{cause}; choose another place");
            Err(DeskError::File { path: path.display().to_string(), cause, code: ErrorCode::FilePlaceReserved })
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A folder that is not there, or not to be looked at, is refused by the making itself, with its cause.
        let Ok(folder) = std::fs::canonicalize(folder) else { return Ok(()) };
        if std::fs::canonicalize(self.folder()).is_ok_and(|data| folder.starts_with(data)) {
            return refused("it lies in the data folder, which holds nothing else");
        }
        let stands = |name: &str| folder.join(name).symlink_metadata().is_ok();
        if OURS.into_iter().all(stands) {
            return refused("it lies in another organisation's data folder, which holds nothing else");
        }
        // One of the two may be lost: then what is named as ours is ours.
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
        if OURS.into_iter().any(stands) && NAMES.into_iter().any(|ours| name.starts_with(ours)) {
            return refused("an organisation's file stands there");
        }
        Ok(())
    }
}

/// The files that a data folder always holds.
const OURS: [&str; 2] = [FILE_NAME, keyfile::NAME];
/// How all of our files' names begin: the log beside the file, its copies, scratch files, locks.
const NAMES: [&str; 4] = [FILE_NAME, keyfile::NAME, ".vestibule", ".sign-in."];

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// A name that says another form would have a spreadsheet refuse the file, or misread it.
pub(crate) fn fits_its_name(form: ExportForm, path: &Path) -> Result<(), DeskError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !form.contradicts(ending) {
        return Ok(());
    }
    Err(DeskError::OtherForm { ending: ending.to_owned(), form: form.as_str() })
}

/// Writes invitations one by one, in one of the forms.
enum ExportSink<'a> {
    Csv(Box<SheetWriter<&'a mut NewFile>>),
    Json(&'a mut NewFile, bool),
}

impl Seat {
    /// Whether whoever sits here may do this at all: asked before a dialog opens, and again when it is done.
    pub async fn allow(&self, file: FileUse) -> Result<(), DeskError> {
        match file {
            FileUse::Import => self.permit::<command::ChooseSheet>().await.map(|_| ()),
            FileUse::Export => {
                let who = self.permit::<command::ExportInvitations>().await?;
                self.scope_of::<command::ExportInvitations>(&who).await.map(|_| ())
            }
            FileUse::Print => self.permit::<command::PrintInvitations>().await.map(|_| ()),
            FileUse::Logo => self.permit::<command::ChooseLogo>().await.map(|_| ()),
            FileUse::Qr => self.permit::<command::SaveQr>().await.map(|_| ()),
        }
    }

    /// Seconds after which a copy is taken off the clipboard.
    pub async fn clipboard_seconds(&self) -> u32 {
        self.desk.rules_to_show().await.clipboard_seconds
    }

    /// Saves what is selected, a list in its order, as a file at `path`. Codes stand in it for those who may copy them.
    pub async fn export(
        &self,
        selection: SelectionRequest,
        form: ExportForm,
        path: PathBuf,
    ) -> Result<JobView, DeskError> {
        let who = self.permit::<command::ExportInvitations>().await?;
        self.scope_of::<command::ExportInvitations>(&who).await?;
        fits_its_name(form, &path)?;
        let seat = self.clone();
        let work = move |job: Arc<Job>| async move { seat.export_all(selection, form, &path, &job).await };
        Ok(self.start(who.standing.account, work))
    }

    async fn export_all(
        &self,
        selection: SelectionRequest,
        form: ExportForm,
        path: &Path,
        job: &Arc<Job>,
    ) -> Result<JobResult, DeskError> {
        self.still_begun_by(job)?;
        let who = self.permit::<command::ExportInvitations>().await?;
        job.still_of(&who)?;
        let scope = self.scope_of::<command::ExportInvitations>(&who).await?;
        let store = self.desk.store().await?;
        let now = self.desk.ports().now();
        let mut tx = store.look_at(now).await?;
        let found = chosen(&mut tx, &selection, scope.as_ref(), now).await?.find(&mut tx).await?;
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        let mut file = NewFile::beside(&self.desk, path)?;
        let failed = |error: std::io::Error| DeskError::file(path, &error);
        job.expect(found.len() as u64);
        let mut ids = Vec::with_capacity(found.len());
        let mut sink = ExportSink::begin(form, &mut file).map_err(failed)?;
        for from in (0..found.len()).step_by(STEP) {
            let rows = tx.rows(&found, from, STEP).await?;
            let mut uses = tx.uses_of(&rows, u32::MAX).await?;
            for row in &rows {
                let uses = uses.remove(&row.invitation.id).unwrap_or_default();
                let view = views::invitation(row, &uses, &who.standing, join.as_deref(), now);
                sink.add(&view).map_err(failed)?;
                ids.push(row.invitation.id);
            }
            job.step(rows.len() as u64)?;
        }
        sink.finish().map_err(failed)?;
        drop(tx);
        // Written down before the file is in its place: nobody has the list without its line in the trail.
        let rows = found.len() as u64;
        self.note_export(&store, Actor::Account(who.standing.account), (form, filter_words(&selection)), &ids).await?;
        file.put(path)?;
        Ok(JobResult::Exported { rows, path: path.display().to_string() })
    }

    /// One line in the trail, with its filter, and one in the history of each.
    async fn note_export(
        &self,
        store: &Store,
        actor: Actor,
        (form, filter): (ExportForm, String),
        ids: &[InvitationId],
    ) -> Result<(), DeskError> {
        let exported = Event::InvitationsExported { rows: ids.len() as u64, form: form.as_str().to_owned() };
        let personal = Personal { filter: Some(filter), ..Personal::default() };
        let mut facts = vec![Fact { event: exported, personal }];
        let shown = |ids: &[InvitationId]| Event::InvitationsShown { invitations: ids.to_vec(), how: ShownHow::Export };
        facts.extend(ids.chunks(NAMED).map(|ids| Fact::from(shown(ids))));
        let mut tx = self.desk.transaction(store, actor).await?;
        for facts in facts.chunks(EVENTS) {
            tx.append(facts).await?;
        }
        Ok(tx.commit(()).await?.answer())
    }
}

/// What was exported, in the words of the command line: `status=active department="Library"`. Only what is set is
/// named.
fn filter_words(selection: &SelectionRequest) -> String {
    let SelectionRequest::Matching { list, but } = selection else { return "selected".to_owned() };
    let filter = &list.filter;
    let mut words = Vec::new();
    let mut named = |name: &str, value: Option<String>| {
        words.extend(value.filter(|value| !value.is_empty()).map(|value| format!("{name}={value:?}")));
    };
    named("status", filter.status.map(|status| status.as_str().to_owned()));
    named("expiring", filter.expiring.then(|| "yes".to_owned()));
    named("search", Some(list.search.clone()));
    named("role", filter.role.clone());
    named("department", filter.department.clone());
    named("creator", filter.creator.clone());
    named("group", filter.group.clone());
    named("label", filter.label.clone());
    named("created-from", filter.created_from.map(|at| at.to_rfc3339()));
    named("created-to", filter.created_to.map(|at| at.to_rfc3339()));
    named("expires-from", filter.expires_from.map(|at| at.to_rfc3339()));
    named("expires-to", filter.expires_to.map(|at| at.to_rfc3339()));
    named("archived", filter.archived.then(|| "yes".to_owned()));
    named("without", Some(but.len()).filter(|count| *count > 0).map(|count| count.to_string()));
    if words.is_empty() { "all".to_owned() } else { words.join(" ").chars().take(LONGEST_FILTER).collect() }
}

impl<'a> ExportSink<'a> {
    fn begin(form: ExportForm, file: &'a mut NewFile) -> std::io::Result<Self> {
        match form {
            ExportForm::Csv => {
                let mut sheet = SheetWriter::new(file)?;
                sheet.row(Field::ALL.iter().map(|field| field.name()).chain(TITLES))?;
                Ok(Self::Csv(Box::new(sheet)))
            }
            ExportForm::Json => {
                file.write_all(b"[")?;
                Ok(Self::Json(file, true))
            }
        }
    }

    fn add(&mut self, view: &InvitationView) -> std::io::Result<()> {
        match self {
            Self::Csv(sheet) => sheet.row(cells(view)),
            Self::Json(file, first) => {
                file.write_all(if std::mem::replace(first, false) { b"\n" } else { b",\n" })?;
                serde_json::to_writer(&mut **file, view).map_err(std::io::Error::from)
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

/// One row: the fields as they are read, then what one can only look at.
fn cells(view: &InvitationView) -> [String; 19] {
    let time = |at: Option<Moment>| at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        text(&view.email),
        text(&view.domain),
        view.role.name.clone(),
        text(&view.department),
        view.groups.join("; "),
        view.usage_limit.to_string(),
        time(view.expires_at).unwrap_or_else(|| "never".to_owned()),
        text(&view.label),
        text(&view.note),
        text(&view.code),
        text(&view.link),
        view.status.as_str().to_owned(),
        view.uses.to_string(),
        time(Some(view.created_at)).unwrap_or_default(),
        view.created_by.username.clone(),
        view.used_by.iter().map(|used| used.person.username.as_str()).collect::<Vec<_>>().join("; "),
        time(view.revoked_at).unwrap_or_default(),
        view.revoked_by.as_ref().map(|person| person.username.clone()).unwrap_or_default(),
        view.id.clone(),
    ]
}
