//! `invitation import`: invitations from a sheet of rows.

use super::a_number;
use crate::answer::Answer;
use crate::destination;
use crate::entry::Entry;
use crate::expiry;
use crate::export::named_rightly;
use crate::failure::Failure;
use crate::import_text::{self as text, Circumstances};
use crate::job;
use crate::output;
use crate::secrets::STANDARD_INPUT;
use crate::times;
use clap::{Args, ValueEnum};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vestibule_desk::{ImportSource, LocalTime};
use vestibule_wire::{
    CreateInvitationRequest, DateOrder, ErrorCode, ErrorView, ExportForm, ImportRequest, ImportView, JobResult,
};

/// The most that is read from standard input, in bytes: it is kept, since a preview reads it once more than the import.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Exit code where no row was ready: what was asked for was refused by rules, row by row.
const NONE_READY: u8 = 3;

/// Import a sheet: an invitation for each row that is ready
///
/// Reads CSV as spreadsheets and scripts write it, or what was copied from a spreadsheet: commas, semicolons or tabs,
/// with titles or without (lines above the titles are passed over), UTF-8 or Windows-1252. The columns are email,
/// domain, role, department, groups, limit, expires, label and note, in any order. All ready rows are made together, or
/// none; the others are left out and told with line and reason. On a terminal it asks first, with the numbers, unless
/// --yes is given. Ctrl-C leaves nothing behind.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation import people.csv --dry-run
  vestibulectl invitation import people.csv --role staff --expires 30d --left-out mend.csv
  vestibulectl invitation import mend.csv --role staff --yes
  vestibulectl invitation import - --columns email,-,department --no-header \\
      --role staff < export.csv

Exit codes:
  0  invitations were made, or no row was left out; after --dry-run always
  3  rows were left out, and none was ready; or the sheet leaves something open
     that --columns, --dates or --encoding must say (--dry-run shows it)

JSON:
  {\"rows\",\"classes\",\"shown\",\"columns\",\"sure\",\"questions\",\"passed_over\",
  \"encoding\",\"letters\",\"dates\",\"new_departments\",\"new_groups\",\"each\",\"head\",
  \"fingerprint\",\"created\",\"ids\",\"made_at\"}; `classes` counts ready, malformed,
  duplicate_in_file, already_invited, already_member and not_permitted; `shown`
  has the first 200 rows of each, `ids` those made, up to 10000")]
pub struct Import {
    /// The sheet; - reads it from standard input, up to 64 MiB
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Say what it would make and leave out, and make nothing
    #[arg(long)]
    dry_run: bool,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
    /// Save the rows left out in FILE, with their reasons, to be mended and read again; after a dry run too
    #[arg(long, value_name = "FILE")]
    left_out: Option<PathBuf>,
    /// What each column holds, as in email,role,-,department; - leaves one out [default: as titles or contents say]
    #[arg(long, value_name = "NAMES", allow_hyphen_values = true)]
    columns: Option<String>,
    /// The first row is an invitation, not titles
    #[arg(long, requires = "columns")]
    no_header: bool,
    /// Which number of 01/02/2026 is the day [default: as the whole column allows]
    #[arg(long, value_name = "ORDER", ignore_case = true)]
    dates: Option<DatesArgument>,
    /// How letters are written as bytes, as in windows-1251 or shift_jis [default: as the bytes look]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[command(flatten)]
    each: Each,
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

/// What a row leaves empty.
#[derive(Args)]
struct Each {
    /// The role where a row names none
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// The department where a row names none
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// The group where a row names none; can be given several times
    #[arg(long = "group", value_name = "NAME")]
    groups: Vec<String>,
    /// The expiry where a row names none, as for `invitation create`
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expires: Option<String>,
    /// How often it can be used where a row says nothing, 1 to 10000
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_number)]
    limit: Option<u64>,
    /// The label where a row has none
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// The note where a row has none
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Each {
    fn request(self) -> Result<CreateInvitationRequest, Failure> {
        Ok(CreateInvitationRequest {
            email: None,
            domain: None,
            role: self.role.unwrap_or_default(),
            department: self.department,
            groups: self.groups,
            expires: expiry::choice(self.expires.as_deref(), &chrono::Local)?,
            usage_limit: self.limit,
            label: self.label,
            note: self.note,
        })
    }
}

/// A sheet, and how it is read.
struct Sheet<'a> {
    entry: &'a Entry,
    source: ImportSource,
    request: ImportRequest,
    left_out: Option<PathBuf>,
    role_given: bool,
}

/// Imports, or looks only.
pub async fn run(entry: &Entry, import: Import) -> Result<Answer, Failure> {
    let Import { file, dry_run, yes, left_out, columns, no_header, dates, encoding, each } = import;
    if let Some(left_out) = &left_out {
        destination::usable(entry, left_out)?;
        named_rightly(left_out, ExportForm::Csv)?;
        another_file(&file, left_out)?;
    }
    let role_given = each.role.is_some();
    let columns = columns.as_deref().map(named_columns);
    let request = ImportRequest {
        columns,
        first_row_is_data: no_header,
        encoding,
        dates: dates.map(DateOrder::from),
        each: each.request()?,
        fingerprint: None,
    };
    let source = source(file)?;
    entry.signed_in().await?;
    let mut sheet = Sheet { entry, source, request, left_out, role_given };
    if dry_run || (!yes && output::is_conversation()) {
        let preview = sheet.read(true).await?;
        if dry_run {
            let saved = sheet.save_left_out().await?;
            let told = text::would_import(&preview, &sheet.about(saved));
            return Ok(Answer::new(&preview, told));
        }
        if let Some(asked) = text::asked(&preview) {
            return Err(ErrorView::new(ErrorCode::SheetUnclear, format!("{asked} Nothing was made.")).into());
        }
        if text::ready(&preview) > 0 && !output::agreed(&text::import_question(&preview)) {
            return Ok(Answer::new(&preview, "Nothing was made.\n"));
        }
        sheet.request.fingerprint = Some(preview.fingerprint);
    }
    let view = sheet.read(false).await?;
    let saved = sheet.save_left_out().await.map_err(|failure| after(&view, failure))?;
    let nothing = view.created == 0 && view.rows > 0;
    let told = text::has_imported(&view, &sheet.about(saved));
    Ok(Answer::new(&view, told).exit(if nothing { NONE_READY } else { 0 }))
}

impl Sheet<'_> {
    async fn read(&self, preview: bool) -> Result<ImportView, Failure> {
        let zone: LocalTime = Arc::new(|local| times::from_local(local, &chrono::Local).ok());
        let (source, request) = (self.source.clone(), self.request.clone());
        let job = self.entry.seat.import(source, request, zone, preview).await?;
        let doing = if preview { "Looking at the rows, bytes" } else { "Creating invitations, bytes read" };
        match job::ended(self.entry, job, doing, "Nothing was made.").await? {
            JobResult::Imported(view) => Ok(*view),
            _ => Err(Failure::fault("The work ended as other work does.")),
        }
    }

    /// Saves them where they are wanted, and says so.
    async fn save_left_out(&self) -> Result<Option<String>, Failure> {
        let Some(path) = &self.left_out else { return Ok(None) };
        let rows = self.entry.seat.save_left_out(path).await?;
        let saved = if rows == 1 { "1 row left out was".to_owned() } else { format!("{rows} rows left out were") };
        Ok(Some(output::harmless(&format!("{saved} saved in {}.", path.display()))))
    }

    fn about(&self, saved: Option<String>) -> Circumstances {
        Circumstances { role_given: self.role_given, saved }
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

/// `email,role,-,department`. Which names there are is the desk's to know.
fn named_columns(typed: &str) -> Vec<Option<String>> {
    let name = |name: &str| Some(name.trim().to_lowercase()).filter(|name| !name.is_empty() && name != "-");
    typed.split(',').map(name).collect()
}

/// The rows left out would take the place of all rows.
fn another_file(file: &Path, left_out: &Path) -> Result<(), Failure> {
    match (std::fs::canonicalize(file), std::fs::canonicalize(left_out)) {
        (Ok(one), Ok(other)) if one == other => {
            Err(Failure::usage("--left-out names the sheet itself, and would take the place of its other rows."))
        }
        _ => Ok(()),
    }
}

/// What went wrong once invitations were made does not hide that they were.
fn after(view: &ImportView, failure: Failure) -> Failure {
    if view.created == 0 {
        return failure;
    }
    let made = crate::invitation_text::count(view.created);
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
