//! `invitation label`: changes label and note, the only fields that can change.

use super::one;
use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::secrets::code_or_input;
use clap::Args;
use vestibule_wire::DescribeInvitationRequest;

/// Change an invitation's label and note: the only fields that can change
///
/// A field that is not given stays as it is. The history keeps the old values. To change anything else, use
/// `invitation replace`.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation label K7QF-2M9X-4TZC-8WHN --label 'spring fair poster'
  vestibulectl invitation label K7QF-2M9X-4TZC-8WHN --note 'hangs in the library' --clear-label")]
pub struct Describe {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitation: String,
    /// What it is for, or where it is handed out, up to 200 characters
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// A note of up to 2000 characters
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Remove the label
    #[arg(long, conflicts_with = "label")]
    clear_label: bool,
    /// Remove the note
    #[arg(long, conflicts_with = "note")]
    clear_note: bool,
}

/// Runs the command.
pub async fn describe_invitation(entry: &Entry, describe: Describe) -> Result<Answer, Failure> {
    let (sets_label, sets_note) =
        (describe.label.is_some() || describe.clear_label, describe.note.is_some() || describe.clear_note);
    if !sets_label && !sets_note {
        return Err(Failure::usage("Nothing is to be changed.")
            .hint("Give --label TEXT, --note TEXT, --clear-label or --clear-note."));
    }
    let invitation = code_or_input(describe.invitation)?;
    entry.signed_in().await?;
    let request = DescribeInvitationRequest {
        invitation,
        label: describe.label,
        note: describe.note,
        keep_label: !sets_label,
        keep_note: !sets_note,
    };
    let found = entry.seat.describe_invitation(request).await?;
    Ok(one("It is described like this now.\n\n", &found))
}
