//! Saving a list as a file: its path and format. Keeps out which list it is.

use crate::answer::Answer;
use crate::destination::Destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::job;
use crate::output::harmless;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use vestibule_wire::{ExportForm, JobResult, JobView};

/// The path and format of the file.
#[derive(Args)]
pub struct Target {
    /// Where to; - is standard output
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The format [default: from FILE's extension; for -, json with --json; else csv]
    #[arg(long, value_name = "FORM", ignore_case = true)]
    format: Option<FormArgument>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormArgument {
    Csv,
    Json,
}

impl Target {
    /// Checks what was typed: the path must be usable, and its extension must not contradict the format.
    pub fn resolve(self, entry: &Entry) -> Result<(Destination, ExportForm), Failure> {
        let form = match self.format {
            Some(FormArgument::Csv) => ExportForm::Csv,
            Some(FormArgument::Json) => ExportForm::Json,
            None => form_of(&self.file, entry.json),
        };
        named_rightly(&self.file, form)?;
        Ok((Destination::from_path(entry, self.file)?, form))
    }
}

/// Waits until the list is written, and answers with its number of rows. `doing` is printed before the progress;
/// `count` words a number of rows.
pub async fn await_export(
    entry: &Entry,
    destination: Destination,
    job: JobView,
    doing: &str,
    count: impl FnOnce(u64) -> String,
) -> Result<Answer, Failure> {
    let JobResult::Exported { rows, path } = job::await_result(entry, job, doing, "Nothing was written.").await? else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    destination.answer("rows", rows, format!("{} written to {}.\n", count(rows), harmless(&path)))
}

/// Refuses an extension of another format: a spreadsheet would refuse or misread the file.
pub fn named_rightly(file: &Path, form: ExportForm) -> Result<(), Failure> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !form.contradicts(ending) {
        return Ok(());
    }
    let form = form.as_str();
    Err(Failure::usage(format!("The file's name ends in .{}, and what would be written is {form}.", harmless(ending)))
        .hint(format!("End it in .{form}; spreadsheets open CSV. --format says csv or json.")))
}

/// The format of the extension. Standard output has none: there --json decides.
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
