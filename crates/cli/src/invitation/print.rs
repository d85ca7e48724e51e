//! `invitation print`: cards and posters as a PDF.

use super::list::{Filters, Order};
use super::revoke::ids;
use crate::answer::Answer;
use crate::destination::Destination;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text::count;
use crate::job;
use crate::output::harmless;
use crate::print_words;
use crate::secrets::code_or_input;
use chrono::Local;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vestibule_desk::LocalTimeOf;
use vestibule_wire::{ErrorCode, JobResult, PrintLayout, PrintPaper, PrintRequest, SelectionRequest};

/// Print invitations: a PDF of cards or posters with code, QR code and expiry
///
/// Prints the invitations named, or those that match the filters; without either, all. Only active ones are printed,
/// at most 10000 at once, each on a card of its own. Times are local. The PDF replaces a file of its name, only you
/// can read it, and printing is recorded in the history of each invitation in it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation print cards.pdf --label 'spring fair cards' --layout 10
  vestibulectl invitation print poster.pdf K7QF-2M9X-4TZC-8WHN --layout poster --paper letter
  vestibulectl invitation print - --group Choir | lp

JSON:
  {\"invitations\",\"left_out\",\"path\"}; `left_out`: emoji that no font of this machine has, or null.
  With FILE -, standard output has the PDF itself and nothing else.")]
pub struct Print {
    /// Where to: a name that ends in .pdf, or - for standard output
    #[arg(value_name = "FILE.pdf")]
    file: PathBuf,
    /// - reads one code or id from standard input; arguments can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitations: Vec<String>,
    /// Cards on a page: 8, 10 (the size of business cards), or a poster, one to a page
    #[arg(long, value_name = "LAYOUT", ignore_case = true, default_value = "8")]
    layout: LayoutArgument,
    /// The paper
    #[arg(long, value_name = "PAPER", ignore_case = true, default_value = "a4")]
    paper: PaperArgument,
    #[command(flatten)]
    filters: Filters,
}

#[derive(Clone, Copy, ValueEnum)]
enum LayoutArgument {
    #[value(name = "8")]
    Eight,
    #[value(name = "10")]
    Ten,
    Poster,
}

#[derive(Clone, Copy, ValueEnum)]
enum PaperArgument {
    A4,
    Letter,
}

/// Runs the command.
pub async fn print_invitations(entry: &Entry, print: Print) -> Result<Answer, Failure> {
    let Print { file, invitations, layout, paper, filters } = print;
    check(&file, &invitations, &filters)?;
    let list = Order::newest_first().onto(filters.request()?);
    let destination = Destination::from_path(entry, file)?;
    let named: Vec<String> = invitations.into_iter().map(code_or_input).collect::<Result<_, _>>()?;
    entry.signed_in().await?;
    let selection = match named.is_empty() {
        true => SelectionRequest::all_of(list),
        false => SelectionRequest::These { ids: ids(entry, named).await? },
    };
    let request =
        PrintRequest { selection, layout: of_layout(layout), paper: of_paper(paper), words: print_words::english() };
    let zone: LocalTimeOf = Arc::new(|at| at.with_timezone(&Local).naive_local());
    let job = entry.seat.print(request, zone, destination.path()).await?;
    let ended = job::await_result(entry, job, "Printing invitations", "Nothing was written.").await;
    let JobResult::Printed { invitations, path, left_out } = ended.map_err(too_many)? else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    let mut text = format!("{} printed into {}.\n", count(invitations), harmless(&path));
    if let Some(left_out) = &left_out {
        text.push_str(&format!(
            "Printed without {}, which no font on this device has. Noto Color Emoji has them.\n",
            harmless(left_out)
        ));
    }
    destination.answer_with(json!({ "invitations": invitations, "left_out": left_out }), text)
}

/// Refuses a code in place of the file's name: a secret would become a file name.
fn check(file: &Path, invitations: &[String], filters: &Filters) -> Result<(), Failure> {
    let pdf = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let output = file == Path::new("-");
    if !pdf && !output {
        return Err(Failure::usage("The file to print into comes first, and its name ends in .pdf.")
            .hint("As in `vestibulectl invitation print cards.pdf --label 'spring fair cards'`."));
    }
    if output && std::io::stdout().is_terminal() {
        return Err(Failure::usage("A PDF is not for a terminal: name a file, or send it on, as in `… print - | lp`."));
    }
    if !invitations.is_empty() && filters.any() {
        return Err(Failure::usage("Either invitations are named, or filters choose them."));
    }
    filters.narrow()
}

fn too_many(failure: Failure) -> Failure {
    if !failure.is(ErrorCode::CountOutOfRange) {
        return failure;
    }
    let most = failure.values.get("max").cloned().unwrap_or_default();
    let message = format!("More than {most} invitations are too many to print at once.");
    Failure { message, field: None, ..failure }.hint("Print them in parts: filters narrow them, by label or by date.")
}

fn of_layout(argument: LayoutArgument) -> PrintLayout {
    match argument {
        LayoutArgument::Eight => PrintLayout::Eight,
        LayoutArgument::Ten => PrintLayout::Ten,
        LayoutArgument::Poster => PrintLayout::Poster,
    }
}

fn of_paper(argument: PaperArgument) -> PrintPaper {
    match argument {
        PaperArgument::A4 => PrintPaper::A4,
        PaperArgument::Letter => PrintPaper::Letter,
    }
}
