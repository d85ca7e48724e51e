//! `invitation list`, and the filters that other commands share.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::times::{self, Edge};
use chrono::Local;
use clap::{Args, ValueEnum};
use vestibule_wire::{InvitationFilter, ListInvitationsRequest, Moment, SortField, Status};

/// List the invitations that you may see, newest first
///
/// All filters combine. In a list, `used_by` has the first three uses only; `show` has them all.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation list --status active --sort expires
  vestibulectl invitation list --search library --json
  vestibulectl invitation list --group Choir --creator amara \\
      --created-from 2026-09-01 --created-to 2026-09-30
  vestibulectl invitation list --archived --label 'spring fair poster'")]
pub struct List {
    #[command(flatten)]
    filters: Filters,
    /// Which page, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    page: u32,
    /// Invitations on a page, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 20)]
    page_size: u32,
    #[command(flatten)]
    order: Order,
}

/// Which side of the archive, and in which order. Used together with [`Filters`].
#[derive(Args)]
pub struct Order {
    /// Archived invitations (see `clean-up`) instead of all others
    #[arg(long, conflicts_with_all = ["status", "expiring", "search"])]
    pub archived: bool,
    /// Order by this, smallest first [default: newest first]
    #[arg(long, value_name = "FIELD", ignore_case = true)]
    sort: Option<SortArgument>,
    /// Largest first
    #[arg(long)]
    desc: bool,
}

/// The filters, combined by "and".
#[derive(Args, Default)]
pub struct Filters {
    /// Only those with this status
    #[arg(long, value_name = "STATUS", ignore_case = true)]
    status: Option<StatusArgument>,
    /// Only active ones that expire within 48 hours
    #[arg(long)]
    expiring: bool,
    /// Part of code (with or without hyphens), email, role, label, creator or link
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Only those with this role: its name or id
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only those of this department: its name or id
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// Only those that this person made: the username
    #[arg(long, value_name = "USER")]
    creator: Option<String>,
    /// Only those that put the newcomer into this group
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Only those with exactly this label
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// Only those created then or later: a date (its local midnight), a local time, or RFC 3339
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    created_from: Option<String>,
    /// Only those created before then; a date is included whole
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    created_to: Option<String>,
    /// Only those that expire then or later; those that never expire are left out
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expires_from: Option<String>,
    /// Only those that expire before then; a date is included whole
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expires_to: Option<String>,
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

impl Filters {
    /// The filters given, as option and value; the value is None for a switch.
    fn given(&self) -> Vec<(&'static str, Option<&str>)> {
        let texts = [
            ("--search", &self.search),
            ("--role", &self.role),
            ("--department", &self.department),
            ("--creator", &self.creator),
            ("--group", &self.group),
            ("--label", &self.label),
            ("--created-from", &self.created_from),
            ("--created-to", &self.created_to),
            ("--expires-from", &self.expires_from),
            ("--expires-to", &self.expires_to),
        ];
        let texts = texts.into_iter().filter_map(|(option, text)| text.as_deref().map(|text| (option, Some(text))));
        let status = self.status.map(|_| ("--status", None));
        texts.chain(status).chain(self.expiring.then_some(("--expiring", None))).collect()
    }

    /// Whether any filter was given.
    pub fn any(&self) -> bool {
        !self.given().is_empty()
    }

    /// The first filter given with an empty value, such as an unset variable of a script.
    pub fn empty(&self) -> Option<&'static str> {
        let empty = |text: &str| text.trim().is_empty();
        self.given().into_iter().find(|(_, text)| text.is_some_and(empty)).map(|(option, _)| option)
    }

    /// Refuses an empty filter: it would match far more than was meant.
    pub fn narrow(&self) -> Result<(), Failure> {
        match self.empty() {
            Some(option) => Err(Failure::usage(format!("{option} is empty: it would match everything."))),
            None => Ok(()),
        }
    }

    /// The filters as a request to the desk.
    pub fn request(self) -> Result<ListInvitationsRequest, Failure> {
        let read = |option, text: &Option<String>, edge| {
            text.as_deref().map(|text| times::parse_edge(option, text, edge, &Local)).transpose()
        };
        let filter = InvitationFilter {
            created_from: read("--created-from", &self.created_from, Edge::From)?,
            created_to: read("--created-to", &self.created_to, Edge::To)?,
            expires_from: read("--expires-from", &self.expires_from, Edge::From)?,
            expires_to: read("--expires-to", &self.expires_to, Edge::To)?,
            status: self.status.map(status),
            expiring: self.expiring,
            role: self.role,
            department: self.department,
            creator: self.creator,
            group: self.group,
            label: self.label,
            archived: false,
        };
        in_order("created", filter.created_from, filter.created_to)?;
        in_order("expires", filter.expires_from, filter.expires_to)?;
        Ok(ListInvitationsRequest {
            search: self.search.unwrap_or_default(),
            ..ListInvitationsRequest::with_filter(filter)
        })
    }
}

impl Order {
    /// The order for commands that have no such options.
    pub fn newest_first() -> Self {
        Self { archived: false, sort: None, desc: true }
    }

    /// Adds the order to a request with filters.
    pub fn onto(self, request: ListInvitationsRequest) -> ListInvitationsRequest {
        ListInvitationsRequest {
            filter: InvitationFilter { archived: self.archived, ..request.filter },
            sort: self.sort.map(sort).unwrap_or_default(),
            descending: self.desc || self.sort.is_none(),
            ..request
        }
    }
}

/// Refuses a span that ends before it begins: it matches nothing, and was not meant.
fn in_order(what: &str, from: Option<Moment>, to: Option<Moment>) -> Result<(), Failure> {
    match (from, to) {
        (Some(from), Some(to)) if from >= to => {
            Err(Failure::usage(format!("--{what}-from does not lie before --{what}-to: nothing is in between.")))
        }
        _ => Ok(()),
    }
}

/// Runs the command.
pub async fn list_invitations(entry: &Entry, list: List) -> Result<Answer, Failure> {
    let archived = list.order.archived;
    let filtered = list.order.onto(list.filters.request()?);
    let request = ListInvitationsRequest { page: list.page, page_size: list.page_size, ..filtered };
    entry.signed_in().await?;
    let page = entry.seat.list_invitations(request).await?;
    Ok(Answer::new(&text::page_view(&page), text::page(&page, archived)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_with_nothing_in_it_is_found_and_what_was_not_given_is_no_filter() {
        let none = Filters::default();
        assert!(!none.any() && none.empty().is_none());
        let full = Filters { label: Some("poster".into()), expiring: true, ..Filters::default() };
        assert!(full.any() && full.empty().is_none());
        for text in ["", " \t"] {
            let empty = Filters { group: Some(text.into()), ..Filters::default() };
            assert_eq!((empty.any(), empty.empty()), (true, Some("--group")));
        }
    }

    #[test]
    fn a_span_is_read_and_one_that_ends_before_it_begins_is_refused() {
        let span = |from: &str, to: &str| Filters {
            created_from: Some(from.into()),
            created_to: Some(to.into()),
            ..Filters::default()
        };
        let day = span("2026-09-08", "2026-09-08").request().unwrap();
        let length = day.filter.created_to.unwrap() - day.filter.created_from.unwrap();
        assert!((23..=25).contains(&length.num_hours()), "a day of the calendar");
        for (from, to) in [("2026-09-09", "2026-09-08"), ("2026-09-08T12:00:00Z", "2026-09-08T12:00:00Z")] {
            assert_eq!(span(from, to).request().unwrap_err().exit, crate::failure::USAGE);
        }
    }
}
