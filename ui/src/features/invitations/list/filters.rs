//! The filters of the list, as an address and as words: pure, so that every address can be tried. An address may be old or made up: what it asks for and
//! cannot be is told, and the rest holds. Keeps out asking, and how chips look.

use crate::parts::pager::SIZES;
use crate::parts::status_pill;
use crate::{t, time, words};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use vestibule_domain::letters::key;
use vestibule_wire::{ErrorCode, ErrorView, InvitationOptionsView, ListInvitationsRequest, Moment, SortField, Status};

/// What the address of this page begins with.
const PAGE: &str = "#/invitations";
/// No address of ours is longer, in bytes: what is, was made up.
const LONGEST: usize = 4_000;

/// One filter, in the order of the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// By status, or those that expire soon.
    Status,
    /// By role.
    Role,
    /// By department.
    Department,
    /// By who made it.
    Creator,
    /// By group.
    Group,
    /// By label.
    Label,
    /// By when it was made.
    Created,
    /// By when it ends.
    Expires,
}

/// All of them.
pub const FILTERS: [Filter; 8] = [
    Filter::Status,
    Filter::Role,
    Filter::Department,
    Filter::Creator,
    Filter::Group,
    Filter::Label,
    Filter::Created,
    Filter::Expires,
];

/// A filter that was asked for and cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Which.
    pub filter: Filter,
    /// What was asked for.
    pub value: String,
    /// Why it cannot be.
    pub words: String,
}

impl Filter {
    /// Its name in an address, and in hooks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Role => "role",
            Self::Department => "department",
            Self::Creator => "creator",
            Self::Group => "group",
            Self::Label => "label",
            Self::Created => "created",
            Self::Expires => "expires",
        }
    }

    /// What people read.
    pub fn words(self) -> String {
        match self {
            Self::Status => t!("invitations-filter-status"),
            Self::Role => t!("invitations-filter-role"),
            Self::Department => t!("invitations-filter-department"),
            Self::Creator => t!("filter-creator"),
            Self::Group => t!("filter-group"),
            Self::Label => t!("filter-label"),
            Self::Created => t!("filter-created"),
            Self::Expires => t!("filter-expires"),
        }
    }

    /// Whether what is chosen is a name of something, not a word of ours.
    pub fn is_name(self) -> bool {
        !matches!(self, Self::Status | Self::Created | Self::Expires)
    }

    fn named(name: &str) -> Option<Self> {
        FILTERS.into_iter().find(|filter| filter.name() == name)
    }

    /// What is chosen, as it stands in the address.
    pub fn value(self, of: &ListInvitationsRequest) -> Option<String> {
        match self {
            Self::Status if of.filter.expiring => Some("expiring".to_owned()),
            Self::Status => of.filter.status.map(|status| status_pill::class(status).to_owned()),
            Self::Role => of.filter.role.clone(),
            Self::Department => of.filter.department.clone(),
            Self::Creator => of.filter.creator.clone(),
            Self::Group => of.filter.group.clone(),
            Self::Label => of.filter.label.clone(),
            Self::Created => span(of.filter.created_from, of.filter.created_to),
            Self::Expires => span(of.filter.expires_from, of.filter.expires_to),
        }
    }

    /// Chooses that, or nothing. Else why it cannot be.
    pub fn set(self, of: &mut ListInvitationsRequest, value: Option<&str>) -> Result<(), String> {
        let text = value.map(str::to_owned);
        match self {
            Self::Status => {
                (of.filter.status, of.filter.expiring) = match value {
                    None => (None, false),
                    Some("expiring") => (None, true),
                    Some(named) => (Some(status(named).ok_or_else(|| t!("filter-status-unknown"))?), false),
                }
            }
            Self::Role => of.filter.role = text,
            Self::Department => of.filter.department = text,
            Self::Creator => of.filter.creator = text,
            Self::Group => of.filter.group = text,
            Self::Label => of.filter.label = text,
            Self::Created => (of.filter.created_from, of.filter.created_to) = read_span(value)?,
            Self::Expires => (of.filter.expires_from, of.filter.expires_to) = read_span(value)?,
        }
        Ok(())
    }
}

fn status(named: &str) -> Option<Status> {
    [Status::Active, Status::Used, Status::Expired, Status::Revoked]
        .into_iter()
        .find(|status| status_pill::class(*status) == named)
}

/// `2026-09-01..2026-09-08`: whole local days, the last one among them. Either end may be open. An instant stands as
/// itself.
fn span(from: Option<Moment>, to: Option<Moment>) -> Option<String> {
    if let Some(at) = instant(from, to) {
        return Some(at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
    }
    let (from, to) = days(from, to);
    let said = |day: Option<NaiveDate>| day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
    (from.is_some() || to.is_some()).then(|| format!("{}..{}", said(from), said(to)))
}

/// The instant that a span is nothing but: what was made together was made then.
fn instant(from: Option<Moment>, to: Option<Moment>) -> Option<Moment> {
    from.filter(|from| to == Some(*from + TimeDelta::milliseconds(1)))
}

/// The first and the last day of a span.
pub fn days(from: Option<Moment>, to: Option<Moment>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    // A span ends before the midnight that follows its last day.
    (from.and_then(day_of), to.and_then(|to| day_of(to - TimeDelta::milliseconds(1))))
}

/// The local day of an instant.
pub fn day_of(at: Moment) -> Option<NaiveDate> {
    day(time::to_local(at).split('T').next()?)
}

/// Reads `2026-09-08`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    // A year of any length could be written; those that somebody means have four digits, and the day after them too.
    let day = if text.len() == 10 { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
    day.filter(|day| (1900..9999).contains(&day.year()))
}

/// The instants between which whole local days lie.
pub fn between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> (Option<Moment>, Option<Moment>) {
    let midnight = |day: NaiveDate| time::from_local(&day.format("%Y-%m-%dT00:00").to_string());
    (from.and_then(midnight), to.and_then(|to| to.checked_add_days(Days::new(1))).and_then(midnight))
}

fn read_span(value: Option<&str>) -> Result<(Option<Moment>, Option<Moment>), String> {
    let Some(value) = value else { return Ok((None, None)) };
    if let Ok(at) = value.parse::<Moment>() {
        return Ok((Some(at), Some(at + TimeDelta::milliseconds(1))));
    }
    let unread = || t!("filter-span-unread");
    let (from, to) = value.split_once("..").ok_or_else(unread)?;
    let end = |text: &str| if text.is_empty() { Ok(None) } else { day(text).map(Some).ok_or_else(unread) };
    let (from, to) = (end(from)?, end(to)?);
    match (from, to) {
        (None, None) => Err(unread()),
        (Some(from), Some(to)) if from > to => Err(t!("filter-span-backwards")),
        _ => Ok(between(from, to)),
    }
}

const SORTS: [(SortField, &str); 8] = [
    (SortField::Created, "created"),
    (SortField::Code, "code"),
    (SortField::Email, "email"),
    (SortField::Role, "role"),
    (SortField::Status, "status"),
    (SortField::Expires, "expires"),
    (SortField::Uses, "uses"),
    (SortField::CreatedBy, "creator"),
];

/// The address of a list: `#/invitations?status=active&role=Staff&page=3`. What is as usual is left out.
pub fn address(of: &ListInvitationsRequest) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    if of.filter.archived {
        pairs.append_pair("archive", "1");
    }
    if !of.search.is_empty() {
        pairs.append_pair("q", &of.search);
    }
    for filter in FILTERS {
        if let Some(value) = filter.value(of) {
            pairs.append_pair(filter.name(), &value);
        }
    }
    let usual = ListInvitationsRequest::default();
    if (of.sort, of.descending) != (usual.sort, usual.descending) {
        pairs.append_pair("sort", &sort_name(of.sort, of.descending));
    }
    if of.page_size != usual.page_size {
        pairs.append_pair("size", &of.page_size.to_string());
    }
    if of.page > 1 {
        pairs.append_pair("page", &of.page.to_string());
    }
    match pairs.finish() {
        pairs if pairs.is_empty() => PAGE.to_owned(),
        pairs => format!("{PAGE}?{pairs}"),
    }
}

/// What an address asks for, and what of it cannot be. None: it is no address of this page.
pub fn read(address: &str) -> Option<(ListInvitationsRequest, Vec<Wrong>)> {
    let pairs = match address.strip_prefix(PAGE)? {
        "" => "",
        pairs => pairs.strip_prefix('?').filter(|pairs| pairs.len() <= LONGEST)?,
    };
    let mut of = ListInvitationsRequest::default();
    let mut wrong: Vec<Wrong> = Vec::new();
    for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
        match &*name {
            "archive" => of.filter.archived = value == "1",
            "q" => of.search = super::query::searchable(&value),
            "page" => of.page = value.parse().ok().filter(|page| *page > 0).unwrap_or(1),
            "size" => of.page_size = value.parse().ok().filter(|size| SIZES.contains(size)).unwrap_or(of.page_size),
            "sort" => (of.sort, of.descending) = sort_named(&value).unwrap_or((of.sort, of.descending)),
            name => {
                let Some(filter) = Filter::named(name).filter(|_| !value.is_empty()) else { continue };
                wrong.retain(|other| other.filter != filter);
                if let Err(words) = filter.set(&mut of, Some(&value)) {
                    wrong.push(Wrong { filter, value: value.into_owned(), words });
                }
            }
        }
    }
    Some((of, wrong))
}

/// An order as it is written: `email`, or `-email` from the end.
pub fn sort_name(sort: SortField, descending: bool) -> String {
    let name = SORTS.into_iter().find(|(known, _)| *known == sort).map_or("", |(_, name)| name);
    if descending { format!("-{name}") } else { name.to_owned() }
}

/// The order of that name: by what, and whether from the end.
pub fn sort_named(written: &str) -> Option<(SortField, bool)> {
    let name = written.strip_prefix('-').unwrap_or(written);
    let (sort, _) = SORTS.into_iter().find(|(_, known)| *known == name)?;
    Some((sort, written.starts_with('-')))
}

/// The filter that an answer refuses, if it is one.
pub fn refused(error: &ErrorView, of: &ListInvitationsRequest) -> Option<Wrong> {
    let filter = Filter::named(error.field.as_deref()?)?;
    let value = filter.value(of)?;
    let words = match error.code {
        // "You can only use your own division" is for those who create; whoever filters is told the plain truth.
        ErrorCode::DepartmentNotAllowed => t!("filter-department-unknown"),
        _ => words::error(error),
    };
    Some(Wrong { filter, value, words })
}

/// What a chip says of its filter, when it is set.
pub fn said(
    filter: Filter,
    of: &ListInvitationsRequest,
    options: Option<&InvitationOptionsView>,
    now: Moment,
) -> Option<String> {
    let value = filter.value(of)?;
    let alike = |name: &str| key(name) == key(&value);
    let known = |mut names: Box<dyn Iterator<Item = (&str, &str)> + '_>| {
        names.find(|(id, name)| *id == value || alike(name)).map(|(_, name)| name.to_owned())
    };
    let found = match (filter, options) {
        (Filter::Status, _) if of.filter.expiring => Some(t!("invitations-expiring")),
        (Filter::Status, _) => of.filter.status.map(status_pill::word),
        (Filter::Created, _) => Some(span_words(of.filter.created_from, of.filter.created_to, now)),
        (Filter::Expires, _) => Some(span_words(of.filter.expires_from, of.filter.expires_to, now)),
        (Filter::Role, Some(options)) => known(Box::new(options.roles.iter().map(|role| (&*role.id, &*role.name)))),
        (Filter::Department, Some(options)) => {
            known(Box::new(options.departments.iter().map(|department| (&*department.id, &*department.path))))
        }
        (Filter::Creator, Some(options)) => options
            .creators
            .iter()
            .find(|person| person.id == value || alike(&person.username))
            .map(|person| person.name.clone()),
        _ => None,
    };
    Some(found.unwrap_or(value))
}

/// Days that are often asked for: from and to, counted from today.
pub fn usual_days(filter: Filter) -> [(Option<i64>, Option<i64>); 3] {
    match filter {
        Filter::Expires => [(Some(0), Some(6)), (Some(0), Some(29)), (Some(-29), Some(0))],
        _ => [(Some(0), Some(0)), (Some(-6), Some(0)), (Some(-29), Some(0))],
    }
}

/// The words for days that are often asked for.
pub fn usual_words(from: Option<i64>, to: Option<i64>) -> Option<String> {
    match (from, to) {
        (Some(0), Some(0)) => Some(t!("filter-today")),
        (Some(from), Some(0)) if from < 0 => Some(t!("filter-last-days", days = 1 - from)),
        (Some(0), Some(to)) if to > 0 => Some(t!("filter-next-days", days = to + 1)),
        _ => None,
    }
}

fn span_words(from: Option<Moment>, to: Option<Moment>, now: Moment) -> String {
    if let Some(at) = instant(from, to) {
        return time::exact(at);
    }
    let (first, last) = days(from, to);
    let today = day_of(now);
    let away = |day: Option<NaiveDate>| Some((day? - today?).num_days());
    let often = [-29, -6, 0].into_iter().flat_map(|from| [0, 6, 29].map(|to| (from, to)));
    let asked = (away(first), away(last));
    if let Some(words) = often
        .into_iter()
        .find(|(from, to)| asked == (Some(*from), Some(*to)))
        .and_then(|(from, to)| usual_words(Some(from), Some(to)))
    {
        return words;
    }
    let said = |day: Option<NaiveDate>| {
        let noon = day.and_then(|day| time::from_local(&day.format("%Y-%m-%dT12:00").to_string()));
        noon.map(|noon| time::short_day(noon, now)).unwrap_or_default()
    };
    match (first, last) {
        (Some(_), None) => t!("filter-since", day = said(first)),
        (None, Some(_)) => t!("filter-until", day = said(last)),
        (Some(one), Some(other)) if one == other => said(first),
        _ => t!("filter-between", from = said(first), to = said(last)),
    }
}

#[cfg(test)]
#[path = "filters_tests.rs"]
mod tests;
