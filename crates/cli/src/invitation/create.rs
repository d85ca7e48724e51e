//! `invitation create`: one invitation, or many of one kind.

use super::{a_number, or_too_many};
use crate::answer::Answer;
use crate::entry::Entry;
use crate::expiry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::job;
use crate::new_names;
use clap::Args;
use serde_json::json;
use vestibule_wire::{CreateInvitationRequest, CreateManyRequest, JobResult, NewNamesView};

/// Create an invitation: one code, for one person or several; or many codes of one kind
///
/// Without --expires it ends after 7 days, unless policy says otherwise; without --limit it can be used once. With
/// --count, all of them are made, or none: Ctrl-C leaves nothing behind.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation create --role staff --email noor@post.example
  vestibulectl invitation create --role manager --department Library --expires 36h
  vestibulectl invitation create --role staff --domain @school.example \\
      --group Choir --group Orchestra --note 'asked for by the head of music'
  vestibulectl invitation create --role staff --limit 30 \\
      --expires 2026-12-31T17:00 --label 'spring fair poster'
  vestibulectl invitation create --role staff --count 500 --label 'spring fair cards'

JSON:
  One: the invitation. With --count of 2 or more: {\"created\":500,\"invitations\":[{\"id\",\"code\"}],
  \"new_departments\",\"new_groups\"}, the last two what was made along with them, each {\"name\",\"close_to\"}.")]
pub struct Create {
    /// What the newcomer becomes: a role's name or id, ranked below your own
    #[arg(long, value_name = "ROLE")]
    role: String,
    #[command(flatten)]
    fields: Fields,
    /// Make so many of this kind, up to 100000, each with a code of its own [default: 1]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_number)]
    count: Option<u64>,
}

/// The fields of an invitation, without its role.
#[derive(Args)]
pub struct Fields {
    /// Only the person with this address can redeem it
    #[arg(long, value_name = "ADDR")]
    pub email: Option<String>,
    /// Only people with an address of this domain can redeem it: @school.example
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// The department the newcomer belongs to; created if it is new
    #[arg(long, value_name = "NAME")]
    pub department: Option<String>,
    /// A group the newcomer is put into; created if it is new; can be given several times
    #[arg(long = "group", value_name = "NAME")]
    pub groups: Vec<String>,
    /// Create a department or a group even if its name is close to an existing one
    #[arg(long)]
    pub new: bool,
    /// 14d, 36h, 2026-12-31 (its last minute), 2026-12-31T17:00 (local time), RFC 3339, or never
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub expires: Option<String>,
    /// How often it can be used, 1 to 10000
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_limit)]
    pub limit: Option<u64>,
    /// What it is for, or where it is handed out
    #[arg(long, value_name = "TEXT")]
    pub label: Option<String>,
    /// A note, of several lines if needed; label and note are all that can change later
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Accepts any whole number; the desk's refusal names the range.
fn a_limit(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "expected a number from 1 to 10000".to_owned())
}

impl Fields {
    fn request(self, role: String) -> Result<CreateInvitationRequest, Failure> {
        Ok(CreateInvitationRequest {
            email: self.email,
            domain: self.domain,
            role,
            department: self.department,
            groups: self.groups,
            expires: expiry::parse(self.expires.as_deref(), &chrono::Local)?,
            usage_limit: self.limit,
            label: self.label,
            note: self.note,
        })
    }
}

/// Creates the invitation, or all of them.
pub async fn create_invitations(entry: &Entry, create: Create) -> Result<Answer, Failure> {
    let agreed = create.fields.new;
    let request = create.fields.request(create.role)?;
    entry.signed_in().await?;
    let new = new_names::confirm_new_names(entry, &request, agreed).await?;
    match create.count {
        None | Some(1) => {
            let made = entry.seat.create_invitation(request).await?;
            let text = format!("Invitation created.\n{}\n{}", new_names::lines(&new), text::details(&made));
            Ok(Answer::new(&text::view(&made), text))
        }
        Some(count) => many(entry, request, or_too_many(count), new).await,
    }
}

async fn many(entry: &Entry, each: CreateInvitationRequest, count: u32, new: NewNamesView) -> Result<Answer, Failure> {
    let job = entry.seat.create_many(CreateManyRequest { each, count, named: entry.json }).await?;
    let JobResult::Created { invitations, made } =
        job::await_result(entry, job, "Creating invitations", "Nothing was made.").await?
    else {
        return Err(Failure::fault("The work ended as other work does."));
    };
    let text = format!(
        "{invitations} invitations created. `vestibulectl invitation list` shows them, newest first.\n{}",
        new_names::lines(&new)
    );
    Ok(Answer::new(&new_names::add_to(json!({ "created": invitations, "invitations": made }), &new), text))
}
