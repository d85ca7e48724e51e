//! `invitation export`: the filtered list as a file.

use super::list::{Filters, Order};
use crate::answer::Answer;
use crate::destination::Destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text::count;
use crate::job;
use crate::output::harmless;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use vestibule_wire::{ExportForm, JobResult, SelectionRequest};

/// Export the list: all that the filters take, as CSV or JSON
///
/// The file holds codes and links, for those who may copy them: keep it as you would keep keys. It is readable by you
/// only, and takes the place of one that has its name. In CSV, what a spreadsheet would take for a formula is defused.
/// Each export is written down in the audit trail.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation export all.csv
  vestibulectl invitation export open.json --status active --sort expires
  vestibulectl invitation export archive.csv --archived
  vestibulectl invitation export - --format csv --label 'spring fair cards'

JSON:
  {\"rows\",\"path\"}. With FILE -, standard output has the list itself and nothing else.")]
pub struct Export {
    /// Where to; - is standard output
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// As what [default: as FILE ends; for -, json with --json; else csv]
    #[arg(long, value_name = "FORM", ignore_case = true)]
    format: Option<FormArgument>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    order: Order,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormArgument {
    Csv,
    Json,
}

/// Exports.
pub async fn run(entry: &Entry, export: Export) -> Result<Answer, Failure> {
    let Export { file, format, filters, order } = export;
    filters.narrow()?;
    let list = order.onto(filters.request()?);
    let form = match format {
        Some(FormArgument::Csv) => ExportForm::Csv,
        Some(FormArgument::Json) => ExportForm::Json,
        None => form_of(&file, entry.json),
    };
    named_rightly(&file, form)?;
    let destination = Destination::of(entry, file)?;
    entry.signed_in().await?;
    let job = entry.seat.export(SelectionRequest::all_of(list), form, destination.path()).await?;
    let JobResult::Exported { rows, path } =
        job::ended(entry, job, "Exporting invitations", "Nothing was written.").await?
    else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    destination.answer("rows", rows, format!("{} written to {}.\n", count(rows), harmless(&path)))
}

/// A name that says another form would have a spreadsheet refuse the file, or misread it.
pub fn named_rightly(file: &Path, form: ExportForm) -> Result<(), Failure> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !form.contradicts(ending) {
        return Ok(());
    }
    let form = form.as_str();
    Err(Failure::usage(format!("The file's name ends in .{}, and what would be written is {form}.", harmless(ending)))
        .hint(format!("End it in .{form}; spreadsheets open CSV. --format says csv or json.")))
}

/// As the file's name ends. What goes to standard output has no ending: there, whoever asks for JSON gets it.
fn form_of(file: &Path, json: bool) -> ExportForm {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let output = file == Path::new("-");
    if ending.eq_ignore_ascii_case("json") || (output && json) { ExportForm::Json } else { ExportForm::Csv }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_says_another_form_is_refused() {
        for (file, form) in [
            ("all.xlsx", ExportForm::Csv),
            ("all.PDF", ExportForm::Csv),
            ("all.json", ExportForm::Csv),
            ("all.csv", ExportForm::Json),
            ("all.ods", ExportForm::Json),
        ] {
            assert!(named_rightly(Path::new(file), form).is_err(), "{file}");
        }
        for (file, form) in [("all.csv", ExportForm::Csv), ("all.2026", ExportForm::Csv), ("-", ExportForm::Json)] {
            assert!(named_rightly(Path::new(file), form).is_ok(), "{file}");
        }
    }

    #[test]
    fn a_file_is_what_its_name_ends_in_and_standard_output_what_was_asked_for() {
        for (file, json, form) in [
            ("a.json", false, ExportForm::Json),
            ("a.JSON", false, ExportForm::Json),
            ("a.csv", true, ExportForm::Csv),
            ("json", true, ExportForm::Csv),
            ("-", true, ExportForm::Json),
            ("-", false, ExportForm::Csv),
        ] {
            assert_eq!(form_of(Path::new(file), json), form, "{file} {json}");
        }
    }
}
