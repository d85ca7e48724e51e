//! `invitation export`: the filtered list as a file.

use super::list::{Filters, Order};
use crate::answer::Answer;
use crate::entry::Entry;
use crate::export::{self, Target};
use crate::failure::Failure;
use crate::invitation_text::count;
use clap::Args;
use vestibule_wire::SelectionRequest;

/// Export the list: all that match the filters, as CSV or JSON
///
/// The file holds codes and links, if you may copy them: keep it as safe as keys. Only you can read it, and it
/// replaces a file of its name. In CSV, cells that a spreadsheet would run as formulas are made harmless. Each export
/// is recorded in the audit trail.
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
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    order: Order,
}

/// Runs the command.
pub async fn export_invitations(entry: &Entry, export: Export) -> Result<Answer, Failure> {
    let Export { target, filters, order } = export;
    filters.narrow()?;
    let list = order.onto(filters.request()?);
    let (destination, form) = target.resolve(entry)?;
    entry.signed_in().await?;
    let job = entry.seat.export(SelectionRequest::all_of(list), form, destination.path()).await?;
    export::await_export(entry, destination, job, "Exporting invitations", count).await
}
