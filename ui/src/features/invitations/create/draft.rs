//! The contents of the Create form and the request made from them: pure, with the domain's own checks. Keeps out
//! fields and looks.

use crate::check::{self, Checked};
use crate::{t, time, words};
use chrono::TimeDelta;
use vestibule_domain::letters::key;
use vestibule_domain::{DepartmentPath, EmailDomain, GroupName, Label, Note, Role, TextError, UsageLimit};
use vestibule_wire::{
    CreateInvitationRequest, ErrorCode, ErrorView, ExpiryChoice, InvitationOptionsView, InvitationView, Moment,
    RoleView,
};

/// The most of one kind in one go (PRODUCT.md, screen 5: 100 000 rows is an ordinary file).
pub const MOST: u32 = vestibule_domain::limit::MOST_AT_ONCE;

/// Who may use the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteeChoice {
    /// The person with this address, once.
    OnePerson,
    /// Anyone with an address of this domain.
    Domain,
    /// Anyone who has the code.
    Anyone,
}

/// When the invitation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpiryMode {
    /// So many days from now.
    In(u32),
    /// At the date and time typed.
    At,
    /// It never ends.
    Never,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftField {
    /// The address of the one person it is for.
    Email,
    /// The domain that addresses must have.
    Domain,
    /// How many invitations.
    Count,
    /// The role.
    Role,
    /// The department.
    Department,
    /// The groups.
    Groups,
    /// The date and time at which it ends.
    Expires,
    /// The usage limit.
    Uses,
    /// The label.
    Label,
    /// The note.
    Note,
}

/// What is typed and chosen in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which of address, domain or neither counts.
    pub who: InviteeChoice,
    /// Used for one person only.
    pub email: String,
    /// Used for a domain only.
    pub domain: String,
    /// Several invitations of the same kind are wanted.
    pub several: bool,
    /// How many, as typed; used if `several`.
    pub count: String,
    /// A role's id.
    pub role: String,
    /// A department's name.
    pub department: String,
    /// Groups' names.
    pub groups: Vec<String>,
    /// A group's name that is typed but not yet added.
    pub group_typed: String,
    /// Says whether `date` and `time` count.
    pub ends: ExpiryMode,
    /// `2026-12-31`.
    pub date: String,
    /// `17:00`.
    pub time: String,
    /// The usage limit as typed; used unless it is for one person.
    pub uses: String,
    /// What it is for, shown in lists.
    pub label: String,
    /// Free text for those who manage it.
    pub note: String,
}

/// What is wrong, field by field.
pub type Faults = Vec<(DraftField, String)>;

/// The presets in days that policy allows, with policy's default among them.
pub fn presets(options: &InvitationOptionsView) -> Vec<u32> {
    let mut days = vec![1, 7, 30, options.default_expiry_days];
    days.retain(|days| (1..=options.max_expiry_days).contains(days));
    days.sort_unstable();
    days.dedup();
    days
}

/// Built-in Staff if it may be granted, else the role of lowest rank.
fn usual_role(options: &InvitationOptionsView) -> String {
    let [.., staff] = Role::built_in();
    let built_in = options.roles.iter().find(|role| role.id == staff.id.to_string());
    let role = built_in.or(options.roles.iter().min_by_key(|role| role.rank));
    role.map(|role| role.id.clone()).unwrap_or_default()
}

impl Draft {
    /// An empty form: Staff, policy's expiry, one use.
    pub fn new(options: &InvitationOptionsView, now: Moment) -> Self {
        let default = options.default_expiry_days;
        let ends = if presets(options).contains(&default) { ExpiryMode::In(default) } else { ExpiryMode::At };
        let local = time::to_local(now + TimeDelta::days(i64::from(default)));
        let (date, clock) = local.split_once('T').unwrap_or((&local, "17:00"));
        Self {
            who: InviteeChoice::OnePerson,
            email: String::new(),
            domain: String::new(),
            several: false,
            count: "10".to_owned(),
            role: usual_role(options),
            department: options
                .department_locked
                .as_ref()
                .or(options.own_department.as_ref())
                .cloned()
                .unwrap_or_default(),
            groups: Vec::new(),
            group_typed: String::new(),
            ends,
            date: date.to_owned(),
            time: clock.to_owned(),
            uses: "1".to_owned(),
            label: String::new(),
            note: String::new(),
        }
    }

    /// A form prefilled from an invitation that is to be replaced. An expiry in the future is kept; a past one becomes
    /// policy's default.
    pub fn like(row: &InvitationView, options: &InvitationOptionsView, now: Moment) -> Self {
        let mut draft = Self::new(options, now);
        draft.who = match (&row.email, &row.domain) {
            (Some(_), _) => InviteeChoice::OnePerson,
            (None, Some(_)) => InviteeChoice::Domain,
            (None, None) => InviteeChoice::Anyone,
        };
        draft.email = row.email.clone().unwrap_or_default();
        draft.domain = row.domain.as_ref().map(|domain| format!("@{domain}")).unwrap_or_default();
        if options.roles.iter().any(|role| role.id == row.role.id) {
            draft.role = row.role.id.clone();
        }
        if options.department_locked.is_none() {
            draft.department = row.department.clone().unwrap_or_default();
        }
        draft.groups = row.groups.clone();
        draft.uses = row.usage_limit.to_string();
        draft.label = row.label.clone().unwrap_or_default();
        draft.note = row.note.clone().unwrap_or_default();
        match row.expires_at {
            None if options.never_allowed => draft.ends = ExpiryMode::Never,
            Some(at) if at > now => {
                draft.ends = ExpiryMode::At;
                let local = time::to_local(at);
                let (date, clock) = local.split_once('T').unwrap_or((&local, "17:00"));
                (draft.date, draft.time) = (date.to_owned(), clock.to_owned());
            }
            _ => {}
        }
        draft
    }

    /// How many are wanted: one, or the number typed.
    pub fn wanted(&self) -> Checked<u32> {
        if !self.several {
            return Ok(1);
        }
        let typed = self.count.trim().parse::<u32>().ok().filter(|count| (1..=MOST).contains(count));
        typed.ok_or_else(|| words::error(&ErrorView::new(ErrorCode::CountOutOfRange, "").with("max", MOST)))
    }

    /// The chosen role.
    pub fn role_of<'a>(&self, options: &'a InvitationOptionsView) -> Option<&'a RoleView> {
        options.roles.iter().find(|role| role.id == self.role)
    }

    /// The instant at which it would end; None: never, or the date or time can't be read.
    pub fn ends_at(&self, now: Moment) -> Option<Moment> {
        match self.ends {
            ExpiryMode::In(days) => Some(now + TimeDelta::days(i64::from(days))),
            ExpiryMode::At => time::from_local(&format!("{}T{}", self.date.trim(), self.time.trim())),
            ExpiryMode::Never => None,
        }
    }

    /// Whether a wrong expiry is marked at its date and at its time: the half that can't be read, else both.
    pub fn wrong_halves(&self) -> (bool, bool) {
        let reads = |date: &str, clock: &str| time::from_local(&format!("{}T{}", date.trim(), clock.trim())).is_some();
        match (reads(&self.date, "12:00"), reads("2026-01-01", &self.time)) {
            (date, clock) if date == clock => (true, true),
            (date, clock) => (!date, !clock),
        }
    }

    /// The request, or everything that is wrong with the form.
    pub fn request(&self, options: &InvitationOptionsView, now: Moment) -> Result<CreateInvitationRequest, Faults> {
        let mut faults = Vec::new();
        let email = noted(&mut faults, DraftField::Email, self.checked_email());
        let domain = noted(&mut faults, DraftField::Domain, self.checked_domain());
        let _count = noted(&mut faults, DraftField::Count, self.wanted());
        let role = noted(&mut faults, DraftField::Role, self.checked_role(options));
        let department = noted(&mut faults, DraftField::Department, self.checked_department(options));
        let groups = noted(&mut faults, DraftField::Groups, self.checked_groups(options));
        let expires = noted(&mut faults, DraftField::Expires, self.checked_expiry(options, now));
        let uses = noted(&mut faults, DraftField::Uses, self.checked_uses(options));
        let label = noted(&mut faults, DraftField::Label, checked_label(&self.label));
        let note = noted(&mut faults, DraftField::Note, checked_note(&self.note));
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(CreateInvitationRequest {
            email: email.flatten(),
            domain: domain.flatten(),
            role: role.unwrap_or_default(),
            department: department.flatten(),
            groups: groups.unwrap_or_default(),
            expires: expires.unwrap_or_default(),
            usage_limit: uses,
            label: label.flatten(),
            note: note.flatten(),
        })
    }

    /// The address, for one person.
    pub fn checked_email(&self) -> Checked<Option<String>> {
        match self.who {
            InviteeChoice::Anyone | InviteeChoice::Domain => Ok(None),
            InviteeChoice::OnePerson if self.several => Err(said(ErrorCode::OneAddressForMany)),
            InviteeChoice::OnePerson if self.email.trim().is_empty() => Err(t!("create-missing-email")),
            InviteeChoice::OnePerson => check::email(&self.email).map(Some),
        }
    }

    /// The domain, without its `@`.
    pub fn checked_domain(&self) -> Checked<Option<String>> {
        if self.who != InviteeChoice::Domain {
            return Ok(None);
        }
        match EmailDomain::parse(&self.domain) {
            Ok(domain) => Ok(Some(domain.as_str().to_owned())),
            Err(_) if self.domain.trim().trim_start_matches('@').is_empty() => Err(t!("create-missing-domain")),
            Err(_) => Err(t!("create-bad-domain")),
        }
    }

    /// The groups, including one that is typed but not yet added.
    pub fn checked_groups(&self, options: &InvitationOptionsView) -> Checked<Vec<String>> {
        let mut groups = self.groups.clone();
        if !self.group_typed.trim().is_empty() {
            let name = group(&self.group_typed, options)?;
            if !groups.iter().any(|known| is_same(known, &name)) {
                groups.push(name);
            }
        }
        Ok(groups)
    }

    fn checked_role(&self, options: &InvitationOptionsView) -> Checked {
        self.role_of(options).map(|role| role.id.clone()).ok_or_else(|| said(ErrorCode::FieldRequired))
    }

    /// The department; required for a role that belongs to one.
    pub fn checked_department(&self, options: &InvitationOptionsView) -> Checked<Option<String>> {
        if let Some(locked) = &options.department_locked {
            return Ok(Some(locked.clone()));
        }
        let needed = self.role_of(options).is_some_and(|role| role.needs_department);
        if self.department.trim().is_empty() {
            return if needed { Err(said(ErrorCode::DepartmentRequired)) } else { Ok(None) };
        }
        let path = DepartmentPath::parse(&self.department).map_err(|error| text_said(&error))?.written().to_owned();
        if options.new_departments || department_stands(&path, options) {
            Ok(Some(path))
        } else {
            Err(said(ErrorCode::NewDepartmentNotAllowed))
        }
    }

    /// The expiry, within policy's limit.
    pub fn checked_expiry(&self, options: &InvitationOptionsView, now: Moment) -> Checked<ExpiryChoice> {
        match self.ends {
            ExpiryMode::Never if options.never_allowed => Ok(ExpiryChoice::Never),
            ExpiryMode::Never => Err(said(ErrorCode::ExpiryNeverNotAllowed)),
            ExpiryMode::In(days) => Ok(ExpiryChoice::Hours { hours: days.saturating_mul(24) }),
            ExpiryMode::At => {
                let at = self.ends_at(now).ok_or_else(|| t!("create-bad-date"))?;
                if at <= now {
                    return Err(said(ErrorCode::ExpiryPast));
                }
                let most = options.max_expiry_days;
                if at - now > TimeDelta::days(i64::from(most)) {
                    let until = (now + TimeDelta::days(i64::from(most))).to_rfc3339();
                    let far = ErrorView::new(ErrorCode::ExpiryTooFar, "").with("max_days", most);
                    return Err(words::error(&far.with("until", until)));
                }
                Ok(ExpiryChoice::At { at })
            }
        }
    }

    /// The usage limit; 1 for one person.
    pub fn checked_uses(&self, options: &InvitationOptionsView) -> Checked<u64> {
        if self.who == InviteeChoice::OnePerson {
            return Ok(1); // ignores what was typed for other choices
        }
        let most = u64::from(options.max_usage_limit);
        let typed = self.uses.trim().parse::<u64>().ok();
        let checked = typed.filter(|uses| *uses <= most && UsageLimit::new(*uses).is_ok());
        checked.ok_or_else(|| words::error(&ErrorView::new(ErrorCode::UsageLimitOutOfRange, "").with("max", most)))
    }
}

/// The label, within its length limit.
pub fn checked_label(typed: &str) -> Checked<Option<String>> {
    check::optional(typed, |typed| {
        Label::parse(typed).map(|label| label.as_str().to_owned()).map_err(|error| text_said(&error))
    })
}

/// The note, within its length limit; may have several lines.
pub fn checked_note(typed: &str) -> Checked<Option<String>> {
    check::optional(typed, |typed| {
        Note::parse(typed).map(|note| note.as_str().to_owned()).map_err(|error| text_said(&error))
    })
}

/// Whether a department of that path or name is among the options.
pub fn department_stands(typed: &str, options: &InvitationOptionsView) -> bool {
    options.departments.iter().any(|standing| is_same(&standing.path, typed) || is_same(&standing.name, typed))
}

/// Whether two names mean the same department or group.
pub fn is_same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// The group's name as stored, if it exists or the person may make one.
pub fn group(typed: &str, options: &InvitationOptionsView) -> Checked {
    if let Some(known) = options.groups.iter().find(|known| is_same(known, typed)) {
        return Ok(known.clone());
    }
    let name = GroupName::parse(typed).map_err(|error| text_said(&error))?;
    if options.new_groups { Ok(name.as_str().to_owned()) } else { Err(said(ErrorCode::GroupNotAllowed)) }
}

/// The field that a refusal by the backend belongs to.
pub fn part_of(error: &ErrorView) -> Option<DraftField> {
    match error.field.as_deref()? {
        "email" => Some(DraftField::Email),
        "domain" => Some(DraftField::Domain),
        "count" => Some(DraftField::Count),
        "groups" | "group" => Some(DraftField::Groups),
        "note" => Some(DraftField::Note),
        "role" => Some(DraftField::Role),
        "department" => Some(DraftField::Department),
        "expires" | "expires_at" => Some(DraftField::Expires),
        "usage_limit" => Some(DraftField::Uses),
        "label" => Some(DraftField::Label),
        _ => None,
    }
}

/// The sentence under a field.
pub fn fault(faults: &Faults, part: DraftField) -> Option<String> {
    faults.iter().find(|(at, _)| *at == part).map(|(_, sentence)| sentence.clone())
}

fn noted<T>(faults: &mut Faults, part: DraftField, checked: Checked<T>) -> Option<T> {
    checked.map_err(|sentence| faults.push((part, sentence))).ok()
}

fn said(code: ErrorCode) -> String {
    words::error(&ErrorView::new(code, ""))
}

/// The sentence for a fault in a text.
pub fn text_said(error: &TextError) -> String {
    match error {
        TextError::Empty => said(ErrorCode::FieldRequired),
        TextError::TooLong { max } => words::error(&ErrorView::new(ErrorCode::FieldTooLong, "").with("max", max)),
        TextError::TooDeep { max } => words::error(&ErrorView::new(ErrorCode::DepartmentTooDeep, "").with("max", max)),
        TextError::LineBreak => said(ErrorCode::FieldLineBreak),
        TextError::NotText | TextError::NotAnAddress => said(ErrorCode::FieldNotText),
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
