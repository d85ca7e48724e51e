//! `user list` and `user show`.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use crate::table::{Table, bad, faint, good, painted};
use crate::times;
use chrono::Utc;
use clap::builder::styling::Style;
use clap::{Args, ValueEnum};
use serde::Serialize;
use vestibule_wire::{
    ListUsersRequest, UserDetailsView, UserFilter, UserPageView, UserRecordView, UserRequest, UserSort, UserState,
    UserView,
};

/// List the people with an account whom you may see, by name
///
/// All filters combine. A manager sees the people of their division. Erased people are listed with --state erased only.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user list --department Science --sort last-sign-in
  vestibulectl user list --state suspended --json

JSON: {\"items\",\"total\",\"is_at_least\",\"page\",\"page_size\"}; each item:
  {\"id\",\"username\",\"name\",\"email\",\"role\",\"department\",\"groups\",
   \"state\",\"joined_through\",\"created_at\",\"last_sign_in_at\"}")]
pub struct List {
    #[command(flatten)]
    filters: Filters,
    /// Which page, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    page: u32,
    /// People on a page, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 20)]
    page_size: u32,
    #[command(flatten)]
    order: Order,
}

/// The filters, combined by "and".
#[derive(Args)]
pub struct Filters {
    /// Part of name, username or email
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Only those in this state
    #[arg(long, value_name = "STATE", ignore_case = true)]
    state: Option<StateArgument>,
    /// Only those with this role: its name or id
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only those of this department and all below it: its path, name or id
    #[arg(long, value_name = "PATH")]
    department: Option<String>,
    /// Only those in this group
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
}

/// The order.
#[derive(Args)]
pub struct Order {
    /// Order by this, smallest first
    #[arg(long, value_name = "FIELD", ignore_case = true, default_value = "name")]
    sort: SortArgument,
    /// Largest first
    #[arg(long)]
    desc: bool,
}

impl Filters {
    /// The request with these filters, in that order.
    pub fn request(self, order: &Order) -> ListUsersRequest {
        let filter = UserFilter {
            state: self.state.map(state),
            role: self.role,
            department: self.department,
            group: self.group,
        };
        ListUsersRequest {
            filter,
            search: self.search.unwrap_or_default(),
            sort: sort(order.sort),
            descending: order.desc,
            ..ListUsersRequest::default()
        }
    }

    /// Refuses an empty filter, such as an unset variable of a script: it would match far more than was meant.
    pub fn narrow(&self) -> Result<(), Failure> {
        let given = [
            ("--search", &self.search),
            ("--role", &self.role),
            ("--department", &self.department),
            ("--group", &self.group),
        ];
        let empty = |text: &Option<String>| text.as_deref().is_some_and(|text| text.trim().is_empty());
        match given.into_iter().find(|(_, text)| empty(text)) {
            Some((option, _)) => Err(Failure::usage(format!("{option} is empty: it would match everybody."))),
            None => Ok(()),
        }
    }
}

/// Show one person: profile, roles they may be given, sessions, and history
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user show noor
  vestibulectl user show noor --json

JSON: an item of `user list`, with \"sessions\" and \"activity\"")]
pub struct Show {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum StateArgument {
    Active,
    Suspended,
    Erased,
}

#[derive(Clone, Copy, ValueEnum)]
enum SortArgument {
    Name,
    Username,
    Email,
    Role,
    Department,
    State,
    LastSignIn,
    Created,
}

#[derive(Serialize)]
struct PageJsonView<'a> {
    items: Vec<UserRecordView<'a>>,
    total: u64,
    is_at_least: bool,
    page: u32,
    page_size: u32,
}

#[derive(Serialize)]
struct DetailsJsonView<'a> {
    #[serde(flatten)]
    user: UserRecordView<'a>,
    sessions: &'a [vestibule_wire::UserSessionView],
    activity: &'a [vestibule_wire::AuditEventView],
}

/// Runs `user list`.
pub async fn list(entry: &Entry, list: List) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    let request = ListUsersRequest { page: list.page, page_size: list.page_size, ..list.filters.request(&list.order) };
    let page = entry.seat.list_users(request).await?;
    let items = page.items.iter().map(UserView::record).collect();
    let json = PageJsonView {
        items,
        total: page.total,
        is_at_least: page.is_at_least,
        page: page.page,
        page_size: page.page_size,
    };
    Ok(Answer::new(&json, table(&page)))
}

/// Runs `user show`.
pub async fn show(entry: &Entry, show: Show) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    let details = entry.seat.get_user(UserRequest { user: show.user, quiet: false }).await?;
    let json =
        DetailsJsonView { user: details.user.record(), sessions: &details.sessions, activity: &details.activity };
    Ok(Answer::new(&json, text(&details)))
}

fn table(page: &UserPageView) -> String {
    if page.items.is_empty() {
        return format!("Nobody matches. There are {} without these filters.\n", people(page.counters.all));
    }
    let mut table = Table::headed(&["USER", "NAME", "ROLE", "DEPARTMENT", "STATE", "LAST SIGN-IN", "EMAIL"]);
    for user in &page.items {
        let plain = |text: &str| (text.to_owned(), Style::new());
        table.styled([
            plain(if user.username.is_empty() { &user.id } else { &user.username }),
            plain(&user.name),
            plain(&user.role.name),
            plain(user.department.as_deref().unwrap_or_default()),
            state_text(user.state),
            plain(&user.last_sign_in_at.map_or_else(|| "never".to_owned(), |at| times::relative(at, page.at))),
            plain(&user.email),
        ]);
    }
    let pages = page.total.div_ceil(u64::from(page.page_size.max(1)));
    let least = if page.is_at_least { "at least " } else { "" };
    let line = format!("Page {} of {least}{pages}, {least}{}.", page.page, people(page.total));
    format!("{}{}\n", table.text(), painted(&line, faint()))
}

/// That many people, in words.
pub fn people(many: u64) -> String {
    if many == 1 { "1 person".to_owned() } else { format!("{many} people") }
}

fn state_text(state: UserState) -> (String, Style) {
    match state {
        UserState::Active => ("Active".to_owned(), good()),
        UserState::Suspended => ("Suspended".to_owned(), bad()),
        UserState::Erased => ("Erased".to_owned(), faint()),
    }
}

fn text(details: &UserDetailsView) -> String {
    let user = &details.user;
    let mut table = Table::default();
    table.pair("Name", &*user.name).pair("User", &*user.username).pair("Email", &*user.email).pair("Id", &*user.id);
    table.pair("Role", &*user.role.name);
    if let Some(department) = &user.department {
        table.pair("Department", &**department);
    }
    if !user.groups.is_empty() {
        table.pair("Groups", user.groups.join(", "));
    }
    table.pair("State", state_text(user.state).0);
    table.pair("Joined", times::stamp(user.created_at));
    if let Some(invitation) = &user.joined_through {
        table.pair("Joined through", &**invitation);
    }
    table.pair("Last sign-in", user.last_sign_in_at.map_or_else(|| "never".to_owned(), times::stamp));
    for session in &details.sessions {
        let kept = if session.kept { ", kept" } else { "" };
        let here = if session.current { ", this one" } else { "" };
        let active = times::relative(session.active_at, Utc::now());
        table.pair("Signed in", format!("{}{kept}{here}, active {active} ({})", session.place, session.id));
    }
    let mut text = table.text();
    if !details.activity.is_empty() {
        text.push_str("\nActivity\n");
        let mut table = Table::default();
        for event in &details.activity {
            let by = event.actor.as_ref().map(|person| person.username.clone()).unwrap_or_default();
            let cells = [times::stamp(event.at), event.event.clone(), event.outcome.clone(), by];
            table.styled(cells.map(|cell| (harmless(&cell).to_string(), Style::new())));
        }
        text.push_str(&table.text());
    }
    text
}

fn state(argument: StateArgument) -> UserState {
    match argument {
        StateArgument::Active => UserState::Active,
        StateArgument::Suspended => UserState::Suspended,
        StateArgument::Erased => UserState::Erased,
    }
}

fn sort(argument: SortArgument) -> UserSort {
    match argument {
        SortArgument::Name => UserSort::Name,
        SortArgument::Username => UserSort::Username,
        SortArgument::Email => UserSort::Email,
        SortArgument::Role => UserSort::Role,
        SortArgument::Department => UserSort::Department,
        SortArgument::State => UserSort::State,
        SortArgument::LastSignIn => UserSort::LastSignIn,
        SortArgument::Created => UserSort::Created,
    }
}
