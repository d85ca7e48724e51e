//! Making invitations: what may be chosen, and how a request becomes facts.

use super::role_among;
use crate::fields::{at, optional};
use crate::seat::Seat;
use crate::{DeskError, views};
use chrono::TimeDelta;
use std::collections::{HashMap, HashSet};
use vestibule_domain::decide::{Division, Group, InvitationDraft, NewInvitation, create_invitation, may_make};
use vestibule_domain::letters::{collapsed, key};
use vestibule_domain::{
    Actor, Code, DepartmentId, DepartmentName, Email, EmailDomain, ExpiryWish, GroupId, GroupName, InvitationId, Label,
    Moment, Note, Permission, Policy, Role, Scope, UsageLimit, close_to,
};
use vestibule_store::{Change, Look};
use vestibule_wire::{
    CreateInvitationRequest, DepartmentView, ExpiryChoice, InvitationOptionsView, InvitationView, NewNameView,
    NewNamesView, command,
};

/// So many labels are offered.
const LABELS: u32 = 50;
/// So many people are offered to filter by.
const CREATORS: u32 = 200;

impl Seat {
    /// What the Create dialog offers: roles that may be granted, departments, groups, labels, policy.
    pub async fn invitation_options(&self) -> Result<InvitationOptionsView, DeskError> {
        let who = self.permit::<command::InvitationOptions>().await?;
        let mut look = self.desk.store().await?.look().await?;
        let all = look.roles().await?;
        let everywhere = who.standing.role.scope == Scope::Organisation;
        let creators = if everywhere {
            let creating = all.iter().filter(|role| role.may(Permission::CreateInvitations)).map(|role| role.id);
            look.people_with(&creating.collect::<Vec<_>>(), CREATORS).await?
        } else {
            Vec::new()
        };
        let roles: Vec<Role> = all.into_iter().filter(|role| who.standing.may_grant(role)).collect();
        let departments = look.departments().await?.into_iter().filter(|(id, _)| who.standing.reaches(Some(*id)));
        let scope = if everywhere { None } else { who.standing.department };
        let groups = look.groups().await?.into_iter().map(|(_, name)| name).collect();
        let labels = look.labels(scope, LABELS).await?;
        let policy = look.policy().await?;
        Ok(InvitationOptionsView {
            role_locked: roles.len() == 1,
            roles: roles.iter().map(views::role).collect(),
            departments: departments.map(|(id, name)| DepartmentView { id: id.to_string(), name }).collect(),
            department_locked: if everywhere { None } else { who.department.clone() },
            groups,
            new_departments: may_make(&who.standing, Permission::ManageDepartments),
            new_groups: may_make(&who.standing, Permission::ManageGroups),
            labels,
            creators: creators.iter().map(views::account).collect(),
            binding_required: policy.binding_required,
            default_expiry_days: policy.default_expiry_days,
            max_expiry_days: policy.max_expiry_days,
            never_allowed: policy.never_allowed,
            max_usage_limit: UsageLimit::MAX,
        })
    }

    /// What such an invitation would make besides itself. Nothing of what the asker may not make: they are refused.
    pub async fn new_names(&self, request: &CreateInvitationRequest) -> Result<NewNamesView, DeskError> {
        let who = self.permit::<command::CreateInvitation>().await?;
        let mut new = NewNamesView::default();
        let mut look = self.desk.store().await?.look().await?;
        if may_make(&who.standing, Permission::ManageDepartments) {
            let standing: Vec<String> = look.departments().await?.into_iter().map(|(_, name)| name).collect();
            new.departments = unknown(request.department.iter(), &standing);
        }
        if may_make(&who.standing, Permission::ManageGroups) {
            let standing: Vec<String> = look.groups().await?.into_iter().map(|(_, name)| name).collect();
            new.groups = unknown(request.groups.iter(), &standing);
        }
        Ok(new)
    }

    /// Creates an invitation; a department or group of a new name is made with it.
    pub async fn create_invitation(&self, request: CreateInvitationRequest) -> Result<InvitationView, DeskError> {
        let (acting, mut change) = self.permit_change::<command::CreateInvitation>().await?;
        let who = &acting.who;
        let now = self.desk.ports().now();
        let wish = Wish::read(request)?;
        let role = role_among(&acting.roles, &wish.role)?;
        let mut names = Names::default();
        names.look_up(&mut change, &wish).await?;
        let made = self.new_invitation(&acting.policy, now)?;
        let id = made.id;
        let draft = wish.draft(role, &mut names, || self.desk.ports().random(), now);
        let facts = match create_invitation(&who.standing, draft, made, &acting.policy, now) {
            Ok(facts) => facts,
            Err(refusal) => {
                return Err(self.refuse_change::<command::CreateInvitation>(change, &acting, refusal).await?);
            }
        };
        let stamp = self.desk.stamp(Actor::Account(who.standing.account), now);
        let row = change.conclude_for(&facts, stamp, id).await?.ok_or(DeskError::Fault("a new invitation"))?;
        Ok(views::invitation(&row, &[], &who.standing, acting.join.as_deref(), now))
    }

    pub(crate) fn new_invitation(&self, policy: &Policy, now: Moment) -> Result<NewInvitation, DeskError> {
        let random = zeroize::Zeroizing::new(self.desk.ports().random::<256>());
        let code =
            Code::generate(policy.code_length, random.as_slice()).map_err(|_| DeskError::Fault("random bytes"))?;
        Ok(NewInvitation { id: InvitationId::new(now, self.desk.ports().random()), code })
    }
}

/// A name that does not stand yet, with the one that stands and is nearly the same.
pub(crate) fn new_name(name: &str, standing: &[String]) -> NewNameView {
    let close_to = close_to(name, standing.iter().map(String::as_str)).map(str::to_owned);
    NewNameView { name: name.to_owned(), close_to }
}

/// Those that there are none of yet.
fn unknown<'a>(names: impl Iterator<Item = &'a String>, standing: &[String]) -> Vec<NewNameView> {
    let mut known: HashSet<String> = standing.iter().map(|one| key(one)).collect();
    let names = names.map(|name| collapsed(name)).filter(|name| !name.is_empty());
    names.filter(|name| known.insert(key(name))).map(|name| new_name(&name, standing)).collect()
}

/// A request whose fields are what they must be.
#[derive(Clone)]
pub(crate) struct Wish {
    pub(crate) role: String,
    email: Option<Email>,
    domain: Option<EmailDomain>,
    department: Option<DepartmentName>,
    groups: Vec<GroupName>,
    expires: ExpiryWish,
    usage_limit: UsageLimit,
    label: Option<Label>,
    note: Option<Note>,
}

impl Wish {
    pub(crate) fn read(request: CreateInvitationRequest) -> Result<Self, DeskError> {
        let names = request.groups.iter().filter(|name| !name.trim().is_empty());
        Ok(Self {
            role: request.role,
            email: optional("email", request.email.as_deref(), Email::parse)?,
            domain: optional("domain", request.domain.as_deref(), EmailDomain::parse)?,
            department: optional("department", request.department.as_deref(), DepartmentName::parse)?,
            groups: at("groups", names.map(|name| GroupName::parse(name)).collect::<Result<_, _>>())?,
            expires: expiry_wish(request.expires),
            usage_limit: at("usage_limit", UsageLimit::new(request.usage_limit.unwrap_or(1)))?,
            label: optional("label", request.label.as_deref(), Label::parse)?,
            note: optional("note", request.note.as_deref(), Note::parse)?,
        })
    }

    /// The address it is bound to.
    pub(crate) fn email(&self) -> Option<&Email> {
        self.email.as_ref()
    }

    /// As the rules take it: names that nobody has yet become new things, made of `random`, and are known from then on.
    pub(crate) fn draft<'a>(
        self,
        role: &'a Role,
        names: &mut Names,
        random: impl Fn() -> [u8; 10],
        now: Moment,
    ) -> InvitationDraft<'a> {
        let department = self.department.map(|name| match names.departments.get(&name.key()) {
            Some(id) => Division::Existing(*id),
            None => {
                let id = DepartmentId::new(now, random());
                names.departments.insert(name.key(), id);
                names.new.push(NewName::Department(name.clone()));
                Division::New(id, name)
            }
        });
        let groups = self.groups.into_iter().map(|name| match names.groups.get(&name.key()) {
            Some(id) => Group::Existing(*id),
            None => {
                let id = GroupId::new(now, random());
                names.groups.insert(name.key(), id);
                names.new.push(NewName::Group(name.clone()));
                Group::New(id, name)
            }
        });
        InvitationDraft {
            email: self.email,
            domain: self.domain,
            role,
            department,
            groups: groups.collect(),
            expires: self.expires,
            usage_limit: self.usage_limit,
            label: self.label,
            note: self.note,
        }
    }
}

/// The departments and groups that stand already, by what is compared of their names.
#[derive(Default)]
pub(crate) struct Names {
    departments: HashMap<String, DepartmentId>,
    groups: HashMap<String, GroupId>,
    /// Those that drafts have brought, in their order.
    new: Vec<NewName>,
}

/// A name that nobody has yet.
pub(crate) enum NewName {
    Department(DepartmentName),
    Group(GroupName),
}

impl Names {
    /// Looks up those that one request names.
    pub(crate) async fn look_up(&mut self, change: &mut Change, wish: &Wish) -> Result<(), DeskError> {
        if let Some(name) = &wish.department
            && let Some(id) = change.department(&name.key()).await?
        {
            self.departments.insert(name.key(), id);
        }
        if !wish.groups.is_empty() {
            self.groups = groups(change).await?;
        }
        Ok(())
    }

    /// How many are new.
    pub(crate) fn count(&self) -> usize {
        self.new.len()
    }

    /// Forgets the new ones but the first so many: the draft that brought them came to nothing.
    pub(crate) fn forget_after(&mut self, count: usize) {
        for name in self.new.split_off(count.min(self.new.len())) {
            match name {
                NewName::Department(name) => self.departments.remove(&name.key()).is_some(),
                NewName::Group(name) => self.groups.remove(&name.key()).is_some(),
            };
        }
    }

    /// Those that drafts have brought, in their order.
    pub(crate) fn brought(&self) -> &[NewName] {
        &self.new
    }

    /// All of them: for many requests.
    pub(crate) async fn all(look: &mut Look) -> Result<Self, DeskError> {
        let departments = look.departments_by_key().await?.into_iter().collect();
        Ok(Self { departments, groups: groups(look).await?, new: Vec::new() })
    }
}

async fn groups(look: &mut Look) -> Result<HashMap<String, GroupId>, DeskError> {
    Ok(look.groups_by_key().await?.into_iter().collect())
}

pub(crate) fn expiry_wish(choice: ExpiryChoice) -> ExpiryWish {
    match choice {
        ExpiryChoice::Default => ExpiryWish::Default,
        ExpiryChoice::Hours { hours } => ExpiryWish::In(TimeDelta::hours(hours.into())),
        ExpiryChoice::At { at } => ExpiryWish::At(at),
        ExpiryChoice::Never => ExpiryWish::Never,
    }
}
