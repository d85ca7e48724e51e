//! Import of a sheet, for any kind of rows ([`Imported`]): arguments, preview, questions, import, and saving what was
//! left out. Keeps out the sentences (import_text.rs).

use crate::answer::Answer;
use crate::destination;
use crate::entry::Entry;
use crate::export::named_rightly;
use crate::failure::Failure;
use crate::import_text as text;
use crate::job;
use crate::output;
use crate::secrets::STANDARD_INPUT;
use crate::times;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vestibule_desk::{DeskError, ImportSource, LocalTime, Seat};
use vestibule_wire::{
    DateOrder, ErrorCode, ErrorView, ExportForm, JobResult, JobView, SheetClass, SheetRequest, SheetView,
};

/// The most read from standard input, in bytes: it is held in memory, since the preview and the import each read it.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Exit code if no row was ready: every row was refused by rules.
const NONE_READY: u8 = 3;

/// What reading a sheet of that kind gives.
pub type ViewOf<K> = SheetView<<K as Imported>::Class, <K as Imported>::EachView>;

/// What the rows of a sheet stand for.
pub trait Imported {
    /// Values for cells that rows leave empty, as sent.
    type Each: Clone;
    /// Those values as shown to people.
    type EachView: Default + Serialize;
    /// The classes that rows fall into.
    type Class: SheetClass;

    /// Printed before the progress of the import.
    const MAKING: &'static str;

    /// That many of them: `2 invitations`.
    fn count(number: u64) -> String;

    /// A class, in a word or two.
    fn class(class: Self::Class) -> &'static str;

    /// The values that rows get for empty cells.
    fn each(view: &ViewOf<Self>) -> String
    where
        Self: Sized;

    /// Advice that would make more rows ready, in one line.
    fn advice(&self, view: &ViewOf<Self>) -> Option<&'static str>
    where
        Self: Sized;

    /// Starts the job that reads or imports.
    fn begin(
        seat: &Seat,
        source: ImportSource,
        request: SheetRequest<Self::Each>,
        zone: LocalTime,
        preview: bool,
    ) -> impl Future<Output = Result<JobView, DeskError>>;

    /// The result of its job; None: it is of another kind.
    fn view(result: JobResult) -> Option<ViewOf<Self>>
    where
        Self: Sized;

    /// Saves the rows of its last sheet that were left out.
    fn save_left_out(seat: &Seat, path: &Path) -> impl Future<Output = Result<u64, DeskError>>;
}

/// The sheet, and options for reading it.
#[derive(Args)]
pub struct SheetArguments {
    /// The sheet; - reads it from standard input, up to 64 MiB
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only say what it would make and leave out
    #[arg(long)]
    dry_run: bool,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
    /// Save the rows left out in FILE, with their reasons, to be corrected and imported again; after a dry run too
    #[arg(long, value_name = "FILE")]
    left_out: Option<PathBuf>,
    /// What each column holds, as in email,role,-,department; - leaves one out [default: as titles or contents say]
    #[arg(long, value_name = "NAMES", allow_hyphen_values = true)]
    columns: Option<String>,
    /// The first row is data, not titles
    #[arg(long, requires = "columns")]
    no_header: bool,
    /// Which number of 01/02/2026 is the day [default: guessed from the whole column]
    #[arg(long, value_name = "ORDER", ignore_case = true)]
    dates: Option<DatesArgument>,
    /// The encoding, as in windows-1251 or shift_jis [default: guessed from the bytes]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum DatesArgument {
    DayFirst,
    MonthFirst,
}

impl From<DatesArgument> for DateOrder {
    fn from(argument: DatesArgument) -> Self {
        match argument {
            DatesArgument::DayFirst => Self::DayFirst,
            DatesArgument::MonthFirst => Self::MonthFirst,
        }
    }
}

/// A sheet with its options, and the means to read it.
struct Sheet<'a, K: Imported> {
    entry: &'a Entry,
    source: ImportSource,
    request: SheetRequest<K::Each>,
    left_out: Option<PathBuf>,
}

/// Imports, or with --dry-run only reads. `each`: the values for empty cells.
pub async fn import_sheet<K: Imported>(
    entry: &Entry,
    kind: &K,
    arguments: SheetArguments,
    each: K::Each,
) -> Result<Answer, Failure> {
    let SheetArguments { file, dry_run, yes, left_out, columns, no_header, dates, encoding } = arguments;
    let request = SheetRequest {
        columns: columns.as_deref().map(named_columns),
        first_row_is_data: no_header,
        encoding,
        dates: dates.map(DateOrder::from),
        each,
        fingerprint: None,
    };
    let source = source(file)?;
    entry.signed_in().await?;
    let mut sheet = Sheet::<K> { entry, source, request, left_out };
    if dry_run || (!yes && output::is_conversation()) {
        let preview = sheet.import_or_preview(true).await?;
        if dry_run {
            let saved = sheet.save_left_out().await?;
            let told = text::would_import(kind, &preview, saved.as_deref());
            return Ok(Answer::new(&preview, told));
        }
        if let Some(asked) = text::asked(&preview.questions) {
            return Err(ErrorView::new(ErrorCode::SheetUnclear, format!("{asked} Nothing was made.")).into());
        }
        if preview.ready() > 0 && !output::confirm(&text::import_question::<K>(&preview)) {
            return Ok(Answer::new(&preview, "Nothing was made.\n"));
        }
        sheet.request.fingerprint = Some(preview.fingerprint);
    }
    let view = sheet.import_or_preview(false).await?;
    let saved = sheet.save_left_out().await.map_err(|failure| after::<K>(&view, failure))?;
    let nothing = view.created == 0 && view.rows > 0;
    let told = text::has_imported(kind, &view, saved.as_deref());
    Ok(Answer::new(&view, told).exit(if nothing { NONE_READY } else { 0 }))
}

impl SheetArguments {
    /// Refuses an unusable --left-out path before anything else is done.
    pub fn check(&self, entry: &Entry) -> Result<(), Failure> {
        let Some(left_out) = &self.left_out else { return Ok(()) };
        destination::refuse_unusable(entry, left_out)?;
        named_rightly(left_out, ExportForm::Csv)?;
        another_file(&self.file, left_out)
    }
}

impl<K: Imported> Sheet<'_, K> {
    async fn import_or_preview(&self, preview: bool) -> Result<ViewOf<K>, Failure> {
        let zone: LocalTime = Arc::new(|local| times::from_local(local, &chrono::Local).ok());
        let (source, request) = (self.source.clone(), self.request.clone());
        let job = K::begin(&self.entry.seat, source, request, zone, preview).await?;
        let doing = if preview { "Looking at the rows, bytes" } else { K::MAKING };
        let result = job::await_result(self.entry, job, doing, "Nothing was made.").await?;
        K::view(result).ok_or_else(|| Failure::fault("The work ended as other work does."))
    }

    /// Saves the rows left out if --left-out was given, and says so.
    async fn save_left_out(&self) -> Result<Option<String>, Failure> {
        let Some(path) = &self.left_out else { return Ok(None) };
        let rows = K::save_left_out(&self.entry.seat, path).await?;
        let saved = if rows == 1 { "1 row left out was".to_owned() } else { format!("{rows} rows left out were") };
        Ok(Some(output::harmless(&format!("{saved} saved in {}.", path.display()))))
    }
}

fn source(file: PathBuf) -> Result<ImportSource, Failure> {
    if file != Path::new(STANDARD_INPUT) {
        return Ok(ImportSource::File(file));
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::fault(format!("Standard input can't be read: {error}. Nothing was made.")))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::usage("Standard input holds more than 64 MiB. Nothing was made.")
            .hint("Save it as a file and give its name: a file can be of any size."));
    }
    Ok(ImportSource::Bytes(bytes.into()))
}

/// Parses `email,role,-,department`. The desk checks the names.
fn named_columns(typed: &str) -> Vec<Option<String>> {
    let name = |name: &str| Some(name.trim().to_lowercase()).filter(|name| !name.is_empty() && name != "-");
    typed.split(',').map(name).collect()
}

/// Refuses the sheet's own path for the rows left out: they would overwrite all rows.
fn another_file(file: &Path, left_out: &Path) -> Result<(), Failure> {
    match (std::fs::canonicalize(file), std::fs::canonicalize(left_out)) {
        (Ok(one), Ok(other)) if one == other => {
            Err(Failure::usage("--left-out names the sheet itself, and would take the place of its other rows."))
        }
        _ => Ok(()),
    }
}

/// Adds to a failure after the import that the import itself succeeded.
fn after<K: Imported>(view: &ViewOf<K>, failure: Failure) -> Failure {
    if view.created == 0 {
        return failure;
    }
    let made = K::count(view.created);
    let message = format!("{made} created, but the rows left out could not be saved: {}", failure.message);
    Failure { message, hint: Some("Do not import the same sheet once more.".to_owned()), ..failure }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_in_any_case_and_a_hyphen_or_nothing_leaves_one_out() {
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(named_columns("Email, role ,-,,note"), [named("email"), named("role"), None, None, named("note")]);
        assert_eq!(named_columns(""), [None]);
    }
}
