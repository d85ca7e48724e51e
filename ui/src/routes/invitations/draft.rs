//! What stands in the Create form, and what it asks for: pure, with the domain's own checks. Keeps out fields and looks.

use crate::check::{self, Checked};
use crate::{t, time, words};
use chrono::TimeDelta;
use vestibule_domain::{DepartmentName, Label, Role, TextError, UsageLimit};
use vestibule_wire::{
    CreateInvitationRequest, ErrorCode, ErrorView, ExpiryChoice, InvitationOptionsView, Moment, RoleView,
};

/// Who may use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The person with this address, once.
    OnePerson,
    /// Whoever holds the code.
    Anyone,
}

/// When it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// So many days from now.
    In(u32),
    /// At the date and time typed.
    At,
    /// Not at all.
    Never,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The address.
    Email,
    /// The role.
    Role,
    /// The department.
    Department,
    /// Date and time.
    Expires,
    /// The usage limit.
    Uses,
    /// The label.
    Label,
}

/// As typed and chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Who may use it.
    pub who: Who,
    /// For one person.
    pub email: String,
    /// A role's id.
    pub role: String,
    /// A department's name.
    pub department: String,
    /// When it ends.
    pub ends: Ends,
    /// `2026-12-31`.
    pub date: String,
    /// `17:00`.
    pub time: String,
    /// For anyone.
    pub uses: String,
    /// What it is for.
    pub label: String,
}

/// What is wrong, field by field.
pub type Faults = Vec<(Part, String)>;

/// The presets, in days, that policy allows; its own default among them.
pub fn presets(options: &InvitationOptionsView) -> Vec<u32> {
    let mut days = vec![1, 7, 30, options.default_expiry_days];
    days.retain(|days| (1..=options.max_expiry_days).contains(days));
    days.sort_unstable();
    days.dedup();
    days
}

/// Built-in Staff where it may be granted, else the role of lowest rank.
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
        let ends = if presets(options).contains(&default) { Ends::In(default) } else { Ends::At };
        let local = time::to_local(now + TimeDelta::days(i64::from(default)));
        let (date, clock) = local.split_once('T').unwrap_or((&local, "17:00"));
        Self {
            who: Who::OnePerson,
            email: String::new(),
            role: usual_role(options),
            department: options.department_locked.clone().unwrap_or_default(),
            ends,
            date: date.to_owned(),
            time: clock.to_owned(),
            uses: "1".to_owned(),
            label: String::new(),
        }
    }

    /// The chosen role.
    pub fn role_of<'a>(&self, options: &'a InvitationOptionsView) -> Option<&'a RoleView> {
        options.roles.iter().find(|role| role.id == self.role)
    }

    /// The instant at which it would end; none: never, or not readable.
    pub fn ends_at(&self, now: Moment) -> Option<Moment> {
        match self.ends {
            Ends::In(days) => Some(now + TimeDelta::days(i64::from(days))),
            Ends::At => time::from_local(&format!("{}T{}", self.date.trim(), self.time.trim())),
            Ends::Never => None,
        }
    }

    /// Where the end is wrong, whether it is for its date or its time: the half that can't be read, else both.
    pub fn wrong_halves(&self) -> (bool, bool) {
        let reads = |date: &str, clock: &str| time::from_local(&format!("{}T{}", date.trim(), clock.trim())).is_some();
        match (reads(&self.date, "12:00"), reads("2026-01-01", &self.time)) {
            (date, clock) if date == clock => (true, true),
            (date, clock) => (!date, !clock),
        }
    }

    /// What is asked for; or everything that is wrong.
    pub fn request(&self, options: &InvitationOptionsView, now: Moment) -> Result<CreateInvitationRequest, Faults> {
        let mut faults = Vec::new();
        let email = noted(&mut faults, Part::Email, self.checked_email());
        let role = noted(&mut faults, Part::Role, self.checked_role(options));
        let department = noted(&mut faults, Part::Department, self.checked_department(options));
        let expires = noted(&mut faults, Part::Expires, self.checked_expiry(options, now));
        let uses = noted(&mut faults, Part::Uses, self.checked_uses(options));
        let label = noted(&mut faults, Part::Label, checked_label(&self.label));
        match (email, role, department, expires, uses, label) {
            (Some(email), Some(role), Some(department), Some(expires), Some(uses), Some(label)) => {
                Ok(CreateInvitationRequest {
                    email,
                    role,
                    department,
                    expires,
                    usage_limit: Some(uses),
                    label,
                    ..CreateInvitationRequest::default()
                })
            }
            _ => Err(faults),
        }
    }

    /// The address, for one person.
    pub fn checked_email(&self) -> Checked<Option<String>> {
        match self.who {
            Who::Anyone => Ok(None),
            Who::OnePerson if self.email.trim().is_empty() => Err(t!("create-missing-email")),
            Who::OnePerson => check::email(&self.email).map(Some),
        }
    }

    fn checked_role(&self, options: &InvitationOptionsView) -> Checked {
        self.role_of(options).map(|role| role.id.clone()).ok_or_else(|| said(ErrorCode::FieldRequired))
    }

    /// The department; needed for a role that belongs to one.
    pub fn checked_department(&self, options: &InvitationOptionsView) -> Checked<Option<String>> {
        if let Some(locked) = &options.department_locked {
            return Ok(Some(locked.clone()));
        }
        let needed = self.role_of(options).is_some_and(|role| role.needs_department);
        if self.department.trim().is_empty() {
            return if needed { Err(said(ErrorCode::DepartmentRequired)) } else { Ok(None) };
        }
        DepartmentName::parse(&self.department)
            .map(|name| Some(name.as_str().to_owned()))
            .map_err(|error| text_said(&error))
    }

    /// When it ends, within policy.
    pub fn checked_expiry(&self, options: &InvitationOptionsView, now: Moment) -> Checked<ExpiryChoice> {
        match self.ends {
            Ends::Never if options.never_allowed => Ok(ExpiryChoice::Never),
            Ends::Never => Err(said(ErrorCode::ExpiryNeverNotAllowed)),
            Ends::In(days) => Ok(ExpiryChoice::Hours { hours: days.saturating_mul(24) }),
            Ends::At => {
                let at = self.ends_at(now).ok_or_else(|| t!("create-bad-date"))?;
                if at <= now {
                    return Err(said(ErrorCode::ExpiryPast));
                }
                let most = options.max_expiry_days;
                if at - now > TimeDelta::days(i64::from(most)) {
                    return Err(words::error(&ErrorView::new(ErrorCode::ExpiryTooFar, "").with("max_days", most)));
                }
                Ok(ExpiryChoice::At { at })
            }
        }
    }

    /// How often it may be used; one person uses it once.
    pub fn checked_uses(&self, options: &InvitationOptionsView) -> Checked<u64> {
        if self.who == Who::OnePerson {
            return Ok(1);
        }
        let most = u64::from(options.max_usage_limit);
        let typed = self.uses.trim().parse::<u64>().ok();
        let checked = typed.filter(|uses| *uses <= most && UsageLimit::new(*uses).is_ok());
        checked.ok_or_else(|| words::error(&ErrorView::new(ErrorCode::UsageLimitOutOfRange, "").with("max", most)))
    }
}

/// The label, up to its greatest length.
pub fn checked_label(typed: &str) -> Checked<Option<String>> {
    check::optional(typed, |typed| {
        Label::parse(typed).map(|label| label.as_str().to_owned()).map_err(|error| text_said(&error))
    })
}

/// The field that a refusal of the backend belongs to.
pub fn part_of(error: &ErrorView) -> Option<Part> {
    match error.field.as_deref()? {
        "email" => Some(Part::Email),
        "role" => Some(Part::Role),
        "department" => Some(Part::Department),
        "expires" | "expires_at" => Some(Part::Expires),
        "usage_limit" => Some(Part::Uses),
        "label" => Some(Part::Label),
        _ => None,
    }
}

/// The sentence under a field.
pub fn fault(faults: &Faults, part: Part) -> Option<String> {
    faults.iter().find(|(at, _)| *at == part).map(|(_, sentence)| sentence.clone())
}

fn noted<T>(faults: &mut Faults, part: Part, checked: Checked<T>) -> Option<T> {
    checked.map_err(|sentence| faults.push((part, sentence))).ok()
}

fn said(code: ErrorCode) -> String {
    words::error(&ErrorView::new(code, ""))
}

/// What is wrong with a text.
pub fn text_said(error: &TextError) -> String {
    match error {
        TextError::Empty => said(ErrorCode::FieldRequired),
        TextError::TooLong { max } => words::error(&ErrorView::new(ErrorCode::FieldTooLong, "").with("max", max)),
        TextError::NotText | TextError::NotAnAddress => said(ErrorCode::FieldNotText),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{moment, options};
    use super::*;

    fn now() -> Moment {
        moment("2026-09-08T10:00:00Z")
    }

    fn draft() -> Draft {
        Draft { email: "noor@post.example".into(), ..Draft::new(&options(), now()) }
    }

    fn faults(draft: &Draft) -> Vec<Part> {
        draft.request(&options(), now()).unwrap_err().into_iter().map(|(part, _)| part).collect()
    }

    #[test]
    fn a_form_left_as_it_is_invites_one_person_as_staff_for_the_default_time() {
        let request = draft().request(&options(), now()).unwrap();
        assert_eq!(request.email.as_deref(), Some("noor@post.example"));
        assert_eq!((request.role.as_str(), request.usage_limit), ("role-staff", Some(1)));
        assert_eq!(request.expires, ExpiryChoice::Hours { hours: 168 });
        assert_eq!((request.department, request.label), (None, None));
    }

    #[test]
    fn built_in_staff_is_chosen_at_first_though_another_role_ranks_lower() {
        let [.., staff] = Role::built_in();
        let mut options = options();
        options.roles.push(RoleView { id: staff.id.to_string(), rank: 100, ..options.roles[0].clone() });
        assert_eq!(Draft::new(&options, now()).role, staff.id.to_string());
    }

    #[test]
    fn one_person_needs_an_address_and_anyone_does_not() {
        let empty = Draft { email: " ".into(), ..draft() };
        assert_eq!(faults(&empty), [Part::Email]);
        assert_eq!(faults(&Draft { email: "noor@".into(), ..draft() }), [Part::Email]);
        let open = Draft { who: Who::Anyone, uses: "120".into(), ..empty };
        let request = open.request(&options(), now()).unwrap();
        assert_eq!((request.email, request.usage_limit), (None, Some(120)));
    }

    #[test]
    fn a_limit_outside_of_one_to_ten_thousand_is_told() {
        for uses in ["0", "10001", "1000000000", "-1", "many", ""] {
            assert_eq!(faults(&Draft { who: Who::Anyone, uses: uses.into(), ..draft() }), [Part::Uses], "{uses}");
        }
        assert!(Draft { who: Who::Anyone, uses: "10000".into(), ..draft() }.request(&options(), now()).is_ok());
    }

    #[test]
    fn a_chosen_date_must_be_readable_ahead_and_within_policy() {
        let at = |date: &str, time: &str| Draft { ends: Ends::At, date: date.into(), time: time.into(), ..draft() };
        assert_eq!(
            at("2026-09-20", "17:00").request(&options(), now()).unwrap().expires,
            ExpiryChoice::At { at: moment("2026-09-20T17:00:00Z") }
        );
        for (date, time) in [
            ("2026-09-08", "10:00"),
            ("2020-01-01", "10:00"),
            ("2026-12-31", "10:00"),
            ("31.12.2026", "10:00"),
            ("2026-09-20", "25:00"),
            ("", ""),
        ] {
            assert_eq!(faults(&at(date, time)), [Part::Expires], "{date} {time}");
        }
    }

    #[test]
    fn of_a_date_and_a_time_the_one_that_cannot_be_read_is_marked() {
        let halves = |date: &str, time: &str| Draft { date: date.into(), time: time.into(), ..draft() }.wrong_halves();
        assert_eq!(halves("2026-02-30", "05:44"), (true, false));
        assert_eq!(halves("2026-09-20", "25:00"), (false, true));
        assert_eq!(halves("", ""), (true, true));
        assert_eq!(halves("2020-01-01", "10:00"), (true, true));
    }

    #[test]
    fn never_is_refused_where_policy_does_not_allow_it() {
        let never = Draft { ends: Ends::Never, ..draft() };
        assert_eq!(faults(&never), [Part::Expires]);
        let allowed = InvitationOptionsView { never_allowed: true, ..options() };
        assert_eq!(never.request(&allowed, now()).unwrap().expires, ExpiryChoice::Never);
    }

    #[test]
    fn a_role_with_division_scope_needs_a_department() {
        let manager = Draft { role: "role-manager".into(), ..draft() };
        assert_eq!(faults(&manager), [Part::Department]);
        let placed = Draft { department: " Sciences ".into(), ..manager };
        assert_eq!(placed.request(&options(), now()).unwrap().department.as_deref(), Some("Sciences"));
    }

    #[test]
    fn a_locked_department_is_sent_whatever_stands_in_the_form() {
        let locked = InvitationOptionsView { department_locked: Some("Library".into()), ..options() };
        let request = Draft { department: "Sciences".into(), ..draft() }.request(&locked, now()).unwrap();
        assert_eq!(request.department.as_deref(), Some("Library"));
    }

    #[test]
    fn a_label_that_is_too_long_or_no_text_is_told_with_everything_else() {
        assert_eq!(
            faults(&Draft { label: "x".repeat(201), email: String::new(), ..draft() }),
            [Part::Email, Part::Label]
        );
        assert_eq!(faults(&Draft { label: "a\u{202e}b".into(), ..draft() }), [Part::Label]);
    }

    #[test]
    fn presets_follow_policy() {
        assert_eq!(presets(&options()), [1, 7, 30]);
        assert_eq!(presets(&InvitationOptionsView { default_expiry_days: 14, ..options() }), [1, 7, 14, 30]);
        assert_eq!(presets(&InvitationOptionsView { max_expiry_days: 7, ..options() }), [1, 7]);
    }
}
