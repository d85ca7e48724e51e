//! `invitation create|list|show|revoke`.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::expiry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::output;
use crate::secrets::{STANDARD_INPUT, code_or_input};
use clap::{Args, Subcommand, ValueEnum};
use vestibule_wire::{
    CreateInvitationRequest, InvitationRequest, InvitationView, ListInvitationsRequest, RevokeInvitationRequest,
    SortField, Status,
};

/// What to do with invitations.
#[derive(Subcommand)]
pub enum InvitationCommand {
    Create(Create),
    List(List),
    Show(Show),
    Revoke(Revoke),
}

/// Create an invitation: one code, for one person or several
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation create --role staff --email noor@post.example
  vestibulectl invitation create --role manager --department Library --expires 36h
  vestibulectl invitation create --role staff --limit 30 \\
      --expires 2026-12-31T17:00 --label 'spring fair poster'")]
pub struct Create {
    /// What the newcomer becomes: a role's name or id, ranked below your own
    #[arg(long, value_name = "ROLE")]
    role: String,
    /// Only the person with this address can redeem it
    #[arg(long, value_name = "ADDR")]
    email: Option<String>,
    /// The department the newcomer belongs to; made when it is new
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// 14d, 36h, 2026-12-31T17:00 (local time), RFC 3339 with an offset, or never [default: 7 days]
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expires: Option<String>,
    /// How often it can be used, 1 to 10000 [default: 1]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_limit)]
    limit: Option<u64>,
    /// What it is for, or where it is handed out
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
}

/// List the invitations that you may see, newest first
///
/// In a list, `used_by` has the first three uses only; `show` has them all.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation list --status active --sort expires
  vestibulectl invitation list --search library --json")]
pub struct List {
    /// Only those with this status
    #[arg(long, value_name = "STATUS", ignore_case = true)]
    status: Option<StatusArgument>,
    /// Only active ones that expire within 48 hours
    #[arg(long)]
    expiring: bool,
    /// Part of code (with or without hyphens), email, role, label, creator or link: three symbols or more
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    search: String,
    /// Only those with this role: its name or id
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only those of this department: its name or id
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// Which page, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    page: u32,
    /// Invitations on a page, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 20)]
    page_size: u32,
    /// Order by this, smallest first [default: newest first]
    #[arg(long, value_name = "FIELD", ignore_case = true)]
    sort: Option<SortArgument>,
    /// Largest first
    #[arg(long)]
    desc: bool,
}

/// Show one invitation with all its uses
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl invitation show K7QF-2M9X-4TZC-8WHN")]
pub struct Show {
    /// Its code or id; - reads it from standard input
    #[arg(value_name = "INVITATION")]
    invitation: String,
}

/// Revoke an invitation: code, link and QR code stop working at once
///
/// This cannot be undone. Members who already joined stay. On a terminal it asks first, unless --yes is given.
#[derive(Args)]
#[command(
    after_help = "Example:\n  vestibulectl invitation revoke K7QF-2M9X-4TZC-8WHN --reason 'poster was taken down'"
)]
pub struct Revoke {
    /// Its code or id; - reads it from standard input
    #[arg(value_name = "INVITATION")]
    invitation: String,
    /// Why, up to 200 characters
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum StatusArgument {
    Active,
    Used,
    Expired,
    Revoked,
}

#[derive(Clone, Copy, ValueEnum)]
enum SortArgument {
    Created,
    Code,
    Email,
    Role,
    Status,
    Expires,
    Uses,
    CreatedBy,
}

/// Any number passes: which ones are allowed is a rule, not a form.
fn a_limit(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "expected a number from 1 to 10000".to_owned())
}

/// Whether the invitation is read from standard input.
pub fn names_standard_input(command: &InvitationCommand) -> bool {
    match command {
        InvitationCommand::Show(show) => show.invitation == STANDARD_INPUT,
        InvitationCommand::Revoke(revoke) => revoke.invitation == STANDARD_INPUT,
        InvitationCommand::Create(_) | InvitationCommand::List(_) => false,
    }
}

/// Does it.
pub async fn run(entry: &Entry, command: InvitationCommand) -> Result<Answer, Failure> {
    match command {
        InvitationCommand::Create(create) => run_create(entry, create).await,
        InvitationCommand::List(list) => run_list(entry, list).await,
        InvitationCommand::Show(show) => run_show(entry, show).await,
        InvitationCommand::Revoke(revoke) => run_revoke(entry, revoke).await,
    }
}

async fn run_create(entry: &Entry, create: Create) -> Result<Answer, Failure> {
    let request = CreateInvitationRequest {
        email: create.email,
        role: create.role,
        department: create.department,
        expires: expiry::choice(create.expires.as_deref(), &chrono::Local)?,
        usage_limit: create.limit,
        label: create.label,
        ..CreateInvitationRequest::default()
    };
    entry.signed_in().await?;
    let made = entry.seat.create_invitation(request).await?;
    Ok(one("Invitation created.\n\n", &made))
}

async fn run_list(entry: &Entry, list: List) -> Result<Answer, Failure> {
    let request = ListInvitationsRequest {
        status: list.status.map(status),
        expiring: list.expiring,
        search: list.search,
        role: list.role,
        department: list.department,
        page: list.page,
        page_size: list.page_size,
        sort: list.sort.map(sort).unwrap_or_default(),
        descending: list.desc || list.sort.is_none(),
        ..ListInvitationsRequest::default()
    };
    entry.signed_in().await?;
    let page = entry.seat.list_invitations(request).await?;
    Ok(Answer::new(&text::page_view(&page), text::page(&page)))
}

async fn run_show(entry: &Entry, show: Show) -> Result<Answer, Failure> {
    let invitation = code_or_input(show.invitation)?;
    entry.signed_in().await?;
    let found = entry.seat.get_invitation(InvitationRequest { invitation }).await?;
    Ok(one("", &found))
}

async fn run_revoke(entry: &Entry, revoke: Revoke) -> Result<Answer, Failure> {
    let invitation = code_or_input(revoke.invitation)?;
    entry.signed_in().await?;
    if !revoke.yes && output::is_conversation() {
        let found = entry.seat.get_invitation(InvitationRequest { invitation: invitation.clone() }).await?;
        if found.status == Status::Active && !output::agreed(&text::revoke_question(&found)) {
            return Ok(one("It was kept.\n\n", &found));
        }
    }
    let request = RevokeInvitationRequest { invitation, reason: revoke.reason };
    let revoked = entry.seat.revoke_invitation(request).await?;
    Ok(one("Invitation revoked.\n\n", &revoked))
}

fn one(heading: &str, invitation: &InvitationView) -> Answer {
    Answer::new(&text::view(invitation), format!("{heading}{}", text::details(invitation)))
}

fn status(argument: StatusArgument) -> Status {
    match argument {
        StatusArgument::Active => Status::Active,
        StatusArgument::Used => Status::Used,
        StatusArgument::Expired => Status::Expired,
        StatusArgument::Revoked => Status::Revoked,
    }
}

fn sort(argument: SortArgument) -> SortField {
    match argument {
        SortArgument::Created => SortField::Created,
        SortArgument::Code => SortField::Code,
        SortArgument::Email => SortField::Email,
        SortArgument::Role => SortField::Role,
        SortArgument::Status => SortField::Status,
        SortArgument::Expires => SortField::Expires,
        SortArgument::Uses => SortField::Uses,
        SortArgument::CreatedBy => SortField::CreatedBy,
    }
}
