//! `invitation revoke`: one, several, or all that match.

use super::list::Filters;
use super::one;
use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::job;
use crate::many_text;
use crate::output;
use crate::secrets::code_or_input;
use clap::Args;
use vestibule_wire::{
    ErrorCode, InvitationRequest, JobResult, RevokeInvitationRequest, RevokeManyRequest, RevokeManyView,
    SelectionRequest, Status,
};

/// Revoke invitations: code, link and QR code stop working at once
///
/// One, several, or with --matching all that match the filters. This cannot be undone. Members who already joined
/// stay. Of several, those that are not active are skipped and counted; all are revoked, or with Ctrl-C none. On a
/// terminal it asks first, with the numbers, unless --yes is given.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation revoke K7QF-2M9X-4TZC-8WHN --reason 'poster was taken down'
  vestibulectl invitation revoke --matching --label 'spring fair cards' --dry-run
  vestibulectl invitation revoke --matching --status active --creator jonas --yes

JSON:
  One: the invitation. Several, --matching, or --dry-run:
  {\"revoked\",\"uses_left\",\"joined\",\"used\",\"expired\",\"already_revoked\"}")]
pub struct Revoke {
    /// - reads one code or id from standard input; arguments can be seen by other users of this machine
    #[arg(value_name = "INVITATION", required_unless_present = "matching", conflicts_with = "matching")]
    pub invitations: Vec<String>,
    /// All that match these filters, as in `invitation list`; at least one filter is needed
    #[arg(long)]
    matching: bool,
    #[command(flatten)]
    filters: Filters,
    /// Why, up to 200 characters
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Only say what it would revoke
    #[arg(long)]
    dry_run: bool,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
}

/// Runs the command.
pub async fn revoke_invitations(entry: &Entry, revoke: Revoke) -> Result<Answer, Failure> {
    check(&revoke)?;
    let Revoke { invitations, matching, filters, reason, dry_run, yes } = revoke;
    if matching {
        let selection = SelectionRequest::all_of(filters.request()?);
        entry.signed_in().await?;
        return many(entry, RevokeManyRequest { selection, reason }, dry_run, yes).await;
    }
    let several = invitations.len() > 1 || dry_run;
    let named: Vec<String> = invitations.into_iter().map(code_or_input).collect::<Result<_, _>>()?;
    entry.signed_in().await?;
    if several {
        let selection = SelectionRequest::These { ids: ids(entry, named).await? };
        return many(entry, RevokeManyRequest { selection, reason }, dry_run, yes).await;
    }
    let invitation = named.into_iter().next().unwrap_or_default();
    single(entry, RevokeInvitationRequest { invitation, reason }, yes).await
}

/// Refuses empty filters: they would revoke far more than was meant.
fn check(revoke: &Revoke) -> Result<(), Failure> {
    let Revoke { matching, filters, .. } = revoke;
    match (matching, filters.any(), filters.empty()) {
        (false, true, _) => Err(Failure::usage("Filters choose invitations only together with --matching.")),
        (true, false, _) => Err(Failure::usage("--matching needs at least one filter.")
            .hint("`--matching --status active` takes every active one.")),
        (true, true, Some(option)) => Err(Failure::usage(format!("{option} is empty: it would match everything."))),
        _ => Ok(()),
    }
}

async fn single(entry: &Entry, request: RevokeInvitationRequest, yes: bool) -> Result<Answer, Failure> {
    if !yes && output::is_conversation() {
        let invitation = request.invitation.clone();
        let found = entry.seat.get_invitation(InvitationRequest { invitation }).await?;
        if found.status == Status::Active && !output::confirm(&text::revoke_question(&found)) {
            return Ok(one("It was kept.\n\n", &found));
        }
    }
    let revoked = entry.seat.revoke_invitation(request).await?;
    Ok(one("Invitation revoked.\n\n", &revoked))
}

/// The ids of invitations named by id or code. An unknown one is reported by its position, since what was typed may be
/// a code.
pub(super) async fn ids(entry: &Entry, named: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::with_capacity(named.len());
    for (at, invitation) in named.into_iter().enumerate() {
        match entry.seat.get_invitation(InvitationRequest { invitation }).await.map_err(Failure::from) {
            Ok(found) => ids.push(found.id),
            Err(failure) if failure.is(ErrorCode::NotPermitted) => return Err(failure),
            Err(mut failure) => {
                failure.message = format!("Number {} of those given: {}", at + 1, failure.message);
                failure.values.insert("number".to_owned(), (at + 1).to_string());
                return Err(failure);
            }
        }
    }
    Ok(ids)
}

async fn many(entry: &Entry, request: RevokeManyRequest, dry_run: bool, yes: bool) -> Result<Answer, Failure> {
    if dry_run || (!yes && output::is_conversation()) {
        let preview = entry.seat.preview_revoke(request.clone()).await?;
        if dry_run {
            return Ok(Answer::new(&preview, many_text::would_revoke(&preview)));
        }
        if preview.revoked > 0 && !output::confirm(&many_text::revoke_question(&preview)) {
            return Ok(Answer::new(&RevokeManyView::default(), "Nothing was revoked.\n"));
        }
    }
    let job = entry.seat.revoke_many(request).await?;
    let JobResult::Revoked(done) =
        job::await_result(entry, job, "Revoking invitations", "Nothing was revoked.").await?
    else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    Ok(Answer::new(&done, many_text::has_revoked(&done)))
}
