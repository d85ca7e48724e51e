//! Creating invitations: the choices, and how a request becomes facts.

use super::listing::division;
use super::role_among;
use crate::departments::Departments;
use crate::fields::{for_field, parse_optional};
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{DeskError, views};
use chrono::TimeDelta;
use std::collections::{HashMap, HashSet};
use vestibule_domain::decide::{DepartmentChoice, GroupChoice, InvitationDraft, NewInvitation, create_invitation};
use vestibule_domain::letters::{collapsed, key};
use vestibule_domain::{
    DepartmentId, DepartmentPath, Email, EmailDomain, ExpiryInput, GroupId, GroupName, InvitationId, Label, Moment,
    Note, Permission, Policy, Reach, Role, UsageLimit, close_to,
};
use vestibule_store::ReadTx;
use vestibule_wire::{
    CreateInvitationRequest, ExpiryChoice, InvitationOptionsView, InvitationView, NewNameView, NewNamesView, command,
};

/// Labels offered in the dialog.
const LABELS: u32 = 50;
/// People offered as a filter.
const CREATORS: u32 = 200;

impl Seat {
    /// The choices of the Create dialog: roles that may be granted, departments, groups, labels, policy.
    pub async fn invitation_options(&self) -> Result<InvitationOptionsView, DeskError> {
        let who = self.permit::<command::InvitationOptions>().await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let all = tx.roles().await?;
        let everywhere = who.standing.reaches_everything();
        let creators = if everywhere {
            let creating = all.iter().filter(|role| role.may(Permission::CreateInvitations)).map(|role| role.id);
            tx.people_with(&creating.collect::<Vec<_>>(), CREATORS).await?
        } else {
            Vec::new()
        };
        let roles: Vec<Role> = all.into_iter().filter(|role| who.standing.may_grant(role)).collect();
        let departments = tx.departments().await?.into_iter().filter(|row| who.standing.reaches(Some(row.id)));
        let departments: Vec<_> = departments.map(|row| views::department(&row)).collect();
        let own = who.department.clone().filter(|_| !everywhere);
        let groups = tx.groups().await?.into_iter().map(|(_, name)| name).collect();
        let labels = tx.labels(division(&who.standing.reach), LABELS).await?;
        let policy = tx.policy().await?;
        Ok(InvitationOptionsView {
            role_locked: roles.len() == 1,
            roles: roles.iter().map(views::role).collect(),
            department_locked: own.clone().filter(|_| departments.len() == 1),
            own_department: own.filter(|_| departments.len() > 1),
            departments,
            groups,
            new_departments: who.standing.may(Permission::ManageDepartments),
            new_groups: everywhere && who.standing.may(Permission::ManageGroups),
            labels,
            creators: creators.iter().map(views::account).collect(),
            binding_required: policy.binding_required,
            default_expiry_days: policy.default_expiry_days,
            max_expiry_days: policy.max_expiry_days,
            never_allowed: policy.never_allowed,
            max_usage_limit: UsageLimit::MAX,
        })
    }

    /// New departments and groups that such an invitation would create, without those that the asker may not create.
    pub async fn new_names(&self, request: &CreateInvitationRequest) -> Result<NewNamesView, DeskError> {
        let who = self.permit::<command::CreateInvitation>().await?;
        let mut new = NewNamesView::default();
        let mut tx = self.desk.store().await?.begin_read().await?;
        let path = parse_optional("department", request.department.as_deref(), DepartmentPath::parse)?;
        if let Some(path) = path.filter(|_| who.standing.may(Permission::ManageDepartments)) {
            let mut all = Departments::all(&mut tx).await?;
            let standing = all.paths(&who.standing.reach);
            let nobody_s = DepartmentId::from_bytes([0; 16]);
            // An invalid path is refused when the invitation is created.
            if let Ok((_, Some(path))) = all.choose(&path, &who.standing.reach, nobody_s) {
                new.departments = vec![new_name(&path, &standing)];
            }
        }
        if who.standing.reaches_everything() && who.standing.may(Permission::ManageGroups) {
            let standing: Vec<String> = tx.groups().await?.into_iter().map(|(_, name)| name).collect();
            new.groups = unknown(request.groups.iter(), &standing);
        }
        Ok(new)
    }

    /// Creates an invitation, and with it a department or groups that are new.
    pub async fn create_invitation(&self, request: CreateInvitationRequest) -> Result<InvitationView, DeskError> {
        self.operate::<command::CreateInvitation, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let wish = ParsedInvitation::from_request(request)?;
            let role = role_among(&acting.roles, &wish.role)?;
            let mut names = KnownNames::default();
            names.look_up(&mut tx, &wish).await?;
            let made = self.new_invitation(&acting.policy, tx.now())?;
            let id = made.id;
            let draft = wish.draft(role, &mut names, &who.reach, || self.desk.ports().random(), tx.now())?;
            let facts = create_invitation(who, draft, made, &acting.policy, tx.now())?;
            let now = tx.now();
            let made = tx.commit_facts_for(&facts, id).await?;
            Ok(made.map(|row| views::invitation(&row, &[], who, acting.join.as_deref(), now)))
        })
        .await
    }

    pub(crate) fn new_invitation(&self, policy: &Policy, now: Moment) -> Result<NewInvitation, DeskError> {
        let code = self.desk.new_code(policy.code_length)?;
        Ok(NewInvitation { id: InvitationId::new(now, self.desk.ports().random()), code })
    }
}

/// A new name, with a similar existing one.
pub(crate) fn new_name(name: &str, standing: &[String]) -> NewNameView {
    let close_to = close_to(name, standing.iter().map(String::as_str)).map(str::to_owned);
    NewNameView { name: name.to_owned(), close_to }
}

/// The names that don't exist yet.
fn unknown<'a>(names: impl Iterator<Item = &'a String>, standing: &[String]) -> Vec<NewNameView> {
    let mut known: HashSet<String> = standing.iter().map(|one| key(one)).collect();
    let names = names.map(|name| collapsed(name)).filter(|name| !name.is_empty());
    names.filter(|name| known.insert(key(name))).map(|name| new_name(&name, standing)).collect()
}

/// A request whose fields are valid.
#[derive(Clone)]
pub(crate) struct ParsedInvitation {
    pub(crate) role: String,
    email: Option<Email>,
    domain: Option<EmailDomain>,
    department: Option<DepartmentPath>,
    groups: Vec<GroupName>,
    expires: ExpiryInput,
    usage_limit: UsageLimit,
    label: Option<Label>,
    note: Option<Note>,
}

impl ParsedInvitation {
    pub(crate) fn from_request(request: CreateInvitationRequest) -> Result<Self, DeskError> {
        let names = request.groups.iter().filter(|name| !name.trim().is_empty());
        Ok(Self {
            role: request.role,
            email: parse_optional("email", request.email.as_deref(), Email::parse)?,
            domain: parse_optional("domain", request.domain.as_deref(), EmailDomain::parse)?,
            department: parse_optional("department", request.department.as_deref(), DepartmentPath::parse)?,
            groups: for_field("groups", names.map(|name| GroupName::parse(name)).collect::<Result<_, _>>())?,
            expires: expiry_wish(request.expires),
            usage_limit: for_field("usage_limit", UsageLimit::new(request.usage_limit.unwrap_or(1)))?,
            label: parse_optional("label", request.label.as_deref(), Label::parse)?,
            note: parse_optional("note", request.note.as_deref(), Note::parse)?,
        })
    }

    /// The address that it is bound to.
    pub(crate) fn email(&self) -> Option<&Email> {
        self.email.as_ref()
    }

    /// The draft for the rules. New names get ids made with `random`, and are known from then on.
    pub(crate) fn draft<'a>(
        self,
        role: &'a Role,
        names: &mut KnownNames,
        reach: &Reach,
        random: impl Fn() -> [u8; 10],
        now: Moment,
    ) -> Result<InvitationDraft<'a>, DeskError> {
        let department = match self.department {
            Some(path) => {
                let (choice, new) = names.departments.choose(&path, reach, DepartmentId::new(now, random()))?;
                if let (DepartmentChoice::New { id, .. }, Some(path)) = (&choice, new) {
                    names.new.push(NewName::Department(*id, path));
                }
                Some(choice)
            }
            None => None,
        };
        let groups = self.groups.into_iter().map(|name| match names.groups.get(&name.key()) {
            Some(id) => GroupChoice::Existing(*id),
            None => {
                let id = GroupId::new(now, random());
                names.groups.insert(name.key(), id);
                names.new.push(NewName::Group(name.clone()));
                GroupChoice::New(id, name)
            }
        });
        Ok(InvitationDraft {
            email: self.email,
            domain: self.domain,
            role,
            department,
            groups: groups.collect(),
            expires: self.expires,
            usage_limit: self.usage_limit,
            label: self.label,
            note: self.note,
        })
    }
}

/// Departments and groups, for looking up what people write.
#[derive(Default)]
pub(crate) struct KnownNames {
    departments: Departments,
    groups: HashMap<String, GroupId>,
    /// Those that drafts have created, in order.
    new: Vec<NewName>,
}

/// A name that drafts have created.
pub(crate) enum NewName {
    /// A department's id and path.
    Department(DepartmentId, String),
    Group(GroupName),
}

impl KnownNames {
    /// Looks up the names of one request.
    pub(crate) async fn look_up(&mut self, tx: &mut ReadTx, wish: &ParsedInvitation) -> Result<(), DeskError> {
        if wish.department.is_some() {
            self.departments = Departments::all(tx).await?;
        }
        if !wish.groups.is_empty() {
            self.groups = groups(tx).await?;
        }
        Ok(())
    }

    /// The number of new names.
    pub(crate) fn count(&self) -> usize {
        self.new.len()
    }

    /// Forgets all but the first `count` new names, after a draft was refused.
    pub(crate) fn forget_after(&mut self, count: usize) {
        for name in self.new.split_off(count.min(self.new.len())) {
            match name {
                NewName::Department(id, _) => self.departments.forget(id),
                NewName::Group(name) => drop(self.groups.remove(&name.key())),
            }
        }
    }

    /// The new names, in order.
    pub(crate) fn brought(&self) -> &[NewName] {
        &self.new
    }

    /// The paths of departments within reach.
    pub(crate) fn paths(&self, reach: &Reach) -> Vec<String> {
        self.departments.paths(reach)
    }

    /// Loads all names, for many requests.
    pub(crate) async fn all(tx: &mut ReadTx) -> Result<Self, DeskError> {
        Ok(Self { departments: Departments::all(tx).await?, groups: groups(tx).await?, new: Vec::new() })
    }
}

async fn groups(tx: &mut ReadTx) -> Result<HashMap<String, GroupId>, DeskError> {
    Ok(tx.groups_by_key().await?.into_iter().collect())
}

pub(crate) fn expiry_wish(choice: ExpiryChoice) -> ExpiryInput {
    match choice {
        ExpiryChoice::Default => ExpiryInput::Default,
        ExpiryChoice::Hours { hours } => ExpiryInput::In(TimeDelta::hours(hours.into())),
        ExpiryChoice::At { at } => ExpiryInput::At(at),
        ExpiryChoice::Never => ExpiryInput::Never,
    }
}
