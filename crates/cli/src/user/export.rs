//! `user export`: the filtered list as a file.

use super::list::{Filters, Order, people};
use crate::answer::Answer;
use crate::entry::Entry;
use crate::export::{self, Target};
use crate::failure::Failure;
use clap::Args;
use vestibule_wire::UserSelectionRequest;

/// Export the list: all people who match the filters and whom you may see, as CSV or JSON
///
/// The file holds names and addresses. Only you can read it, and it replaces a file of its name. In CSV, cells that a
/// spreadsheet would run as formulas are made harmless. Each export is recorded in the audit trail.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user export people.csv
  vestibulectl user export suspended.json --state suspended
  vestibulectl user export - --format csv --department Science

JSON:
  {\"rows\",\"path\"}; in the file, an array of the items of `user list`. With FILE -, standard output has the list
  itself and nothing else.")]
pub struct Export {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    order: Order,
}

/// Runs the command.
pub async fn export_users(entry: &Entry, export: Export) -> Result<Answer, Failure> {
    let Export { target, filters, order } = export;
    filters.narrow()?;
    let list = filters.request(&order);
    let (destination, form) = target.resolve(entry)?;
    entry.signed_in().await?;
    let job = entry.seat.export_users(UserSelectionRequest::all_of(list), form, destination.path()).await?;
    export::await_export(entry, destination, job, "Exporting people", people).await
}
