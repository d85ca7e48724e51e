//! What administrators and managers do with invitations: create, list, look at, copy, revoke. Every operation asks who sits there first.

use crate::fields::{at, optional};
use crate::permit::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault, views};
use chrono::TimeDelta;
use vestibule_domain::decide::{
    CreateRefusal, Division, InvitationDraft, NewInvitation, RevokeRefusal, create_invitation, revoke_invitation,
};
use vestibule_domain::{
    Actor, Code, DepartmentId, DepartmentName, Email, Event, ExpiryWish, InvitationId, Label, Moment, Permission,
    Reason, Role, Scope, SearchTerm, Standing, UsageLimit,
};
use vestibule_store::{AccountRow, Change, InvitationRow, ListFilter, ListQuery, ListSort, Look, Store};
use vestibule_wire::{
    CopyInvitationRequest, CopyWhat, CountersView, CreateInvitationRequest, DepartmentView, ExpiryChoice,
    InvitationOptionsView, InvitationPageView, InvitationRequest, InvitationView, ListInvitationsRequest,
    RevokeInvitationRequest, Secret, SortField,
};

/// "Expiring" means within 48 hours (PRODUCT.md, screen 3).
const EXPIRING: TimeDelta = TimeDelta::hours(48);
/// In lists, so many people stand under "Used by"; the rest is a number.
const USES_IN_LIST: u32 = 3;
const MAX_PAGE: u32 = 500;

impl Seat {
    /// What the Create dialog offers: roles that may be granted, departments, policy.
    pub async fn invitation_options(&self) -> Result<InvitationOptionsView, DeskError> {
        let who = self.permit(Permission::CreateInvitations, "invitation_options").await?;
        let mut look = self.desk.store().await?.look().await?;
        let roles: Vec<Role> = look.roles().await?.into_iter().filter(|role| who.standing.may_grant(role)).collect();
        let everywhere = who.standing.role.scope == Scope::Organisation;
        let departments = look.departments().await?.into_iter().filter(|(id, _)| who.standing.reaches(Some(*id)));
        let policy = self.desk.policy();
        Ok(InvitationOptionsView {
            role_locked: roles.len() == 1,
            roles: roles.iter().map(views::role).collect(),
            departments: departments.map(|(id, name)| DepartmentView { id: id.to_string(), name }).collect(),
            department_locked: if everywhere { None } else { who.department.clone() },
            default_expiry_days: policy.default_expiry_days,
            max_expiry_days: policy.max_expiry_days,
            never_allowed: policy.never_allowed,
            max_usage_limit: UsageLimit::MAX,
        })
    }

    /// Creates an invitation; a department of a new name is made with it.
    pub async fn create_invitation(&self, request: CreateInvitationRequest) -> Result<InvitationView, DeskError> {
        let (Acting { who, roles, join }, mut change) =
            self.permit_change(Permission::CreateInvitations, "create_invitation").await?;
        let email = optional("email", request.email.as_deref(), Email::parse)?;
        let label = optional("label", request.label.as_deref(), Label::parse)?;
        let department = optional("department", request.department.as_deref(), DepartmentName::parse)?;
        let usage_limit = at("usage_limit", UsageLimit::new(request.usage_limit.unwrap_or(1)))?;
        let now = self.desk.ports().now();
        let random = |bytes: &mut [u8]| self.desk.ports().entropy.fill(bytes);
        let role = role_among(roles, &request.role)?;
        let department = match department {
            Some(name) => Some(self.division(&mut change, name, now).await?),
            None => None,
        };
        let draft =
            InvitationDraft { email, role: &role, department, expires: wish(request.expires), usage_limit, label };
        let made = NewInvitation { id: InvitationId::new(now, self.desk.ports().random()), code: self.new_code()? };
        let id = made.id;
        let facts = match create_invitation(&who.standing, draft, made, self.desk.policy(), now) {
            Ok(facts) => facts,
            Err(refusal) => {
                drop(change);
                return Err(self.refused_to_create(&who, refusal).await?);
            }
        };
        let stamp = self.desk.stamp(Actor::Account(who.standing.account), now, &random);
        let row = change.append_for(&facts, stamp, id).await?.ok_or(DeskError::Fault("a new invitation"))?;
        change.commit().await?;
        Ok(views::invitation(&row, &[], &who.standing, join.as_deref(), now))
    }

    /// What goes beyond the role's rights is written down; a field that is off is not.
    async fn refused_to_create(&self, who: &AccountRow, refusal: CreateRefusal) -> Result<DeskError, DeskError> {
        use CreateRefusal::{DepartmentNotAllowed, NotPermitted, RoleNotAllowed};
        if matches!(refusal, NotPermitted | RoleNotAllowed | DepartmentNotAllowed) {
            self.refuse(who, "create_invitation").await?;
        }
        Ok(refusal.into())
    }

    async fn division(&self, change: &mut Change, name: DepartmentName, now: Moment) -> Result<Division, DeskError> {
        Ok(match change.department(&name.key()).await? {
            Some(id) => Division::Existing(id),
            None => Division::New(DepartmentId::new(now, self.desk.ports().random()), name),
        })
    }

    pub(crate) fn new_code(&self) -> Result<Code, DeskError> {
        let random = zeroize::Zeroizing::new(self.desk.ports().random::<256>());
        Code::generate(self.desk.policy().code_length, random.as_slice()).map_err(|_| DeskError::Fault("random bytes"))
    }

    /// One page of what the asker may see, with the counters of all of it.
    pub async fn list_invitations(&self, request: ListInvitationsRequest) -> Result<InvitationPageView, DeskError> {
        let who = self.permit_quietly(Permission::SeeInvitations, "list_invitations", request.quiet).await?;
        if request.page == 0 || !(1..=MAX_PAGE).contains(&request.page_size) {
            return Err(DeskError::Page);
        }
        let now = self.desk.ports().now();
        let store = self.desk.store().await?;
        let scope = match who.standing.role.scope {
            Scope::Organisation => None,
            Scope::Division => Some(who.standing.department.ok_or(DeskError::NotPermitted)?),
            Scope::Own => return Err(self.refuse(&who, "list_invitations").await?),
        };
        let filter = filter(&store, &request, scope, now).await?;
        let query = ListQuery {
            now,
            filter,
            sort: sort(request.sort),
            descending: request.descending,
            page: request.page,
            size: request.page_size,
        };
        let (page, counters) = store.list(&query, scope, now + EXPIRING).await?;
        let mut look = store.look().await?;
        let join = look.organisation().await?.and_then(|row| row.join_address);
        let mut items = Vec::with_capacity(page.items.len());
        for row in &page.items {
            let uses = if row.invitation.uses > 0 { look.uses(row, USES_IN_LIST).await? } else { Vec::new() };
            items.push(views::invitation(row, &uses, &who.standing, join.as_deref(), now));
        }
        let all = counters.active + counters.used + counters.expired + counters.revoked;
        Ok(InvitationPageView {
            items,
            total: page.total,
            page: page.page,
            page_size: request.page_size,
            counters: CountersView {
                all,
                active: counters.active,
                used: counters.used,
                expired: counters.expired,
                revoked: counters.revoked,
                expiring: counters.expiring,
            },
            at: now,
        })
    }

    /// One invitation with all its uses. One that the asker may not see is not found.
    pub async fn get_invitation(&self, request: InvitationRequest) -> Result<InvitationView, DeskError> {
        let who = self.permit(Permission::SeeInvitations, "get_invitation").await?;
        let mut look = self.desk.store().await?.look().await?;
        let row = reachable(&mut look, &who.standing, &request.invitation).await?;
        self.view_of(&mut look, &row, &who.standing).await
    }

    async fn view_of(&self, look: &mut Look, row: &InvitationRow, who: &Standing) -> Result<InvitationView, DeskError> {
        let uses = look.uses(row, UsageLimit::MAX).await?;
        let join = look.organisation().await?.and_then(|row| row.join_address);
        Ok(views::invitation(row, &uses, who, join.as_deref(), self.desk.ports().now()))
    }

    /// The text to put on the clipboard. Written into the history before it is given out.
    pub async fn copy_invitation(&self, request: CopyInvitationRequest) -> Result<Secret, DeskError> {
        let who = self.permit(Permission::CopyInvitations, "copy_invitation").await?;
        let store = self.desk.store().await?;
        let mut look = store.look().await?;
        let row = reachable(&mut look, &who.standing, &request.invitation).await?;
        let join = look.organisation().await?.and_then(|row| row.join_address);
        drop(look);
        let link = request.what == CopyWhat::Link;
        let copied = Event::InvitationCopied { invitation: row.invitation.id, link };
        self.record(&store, Actor::Account(who.standing.account), copied).await?;
        let code = &row.invitation.code;
        Ok(Secret::new(if link { code.link(join.as_deref()) } else { code.grouped() }))
    }

    /// Ends an invitation at once and for good. Members who joined stay.
    pub async fn revoke_invitation(&self, request: RevokeInvitationRequest) -> Result<InvitationView, DeskError> {
        let (Acting { who, .. }, mut change) =
            self.permit_change(Permission::RevokeInvitations, "revoke_invitation").await?;
        let reason = optional("reason", request.reason.as_deref(), Reason::parse)?;
        let now = self.desk.ports().now();
        let random = |bytes: &mut [u8]| self.desk.ports().entropy.fill(bytes);
        let row = reachable(&mut change, &who.standing, &request.invitation).await?;
        let fact = match revoke_invitation(&who.standing, &row.invitation, reason, now) {
            Ok(fact) => fact,
            Err(RevokeRefusal::NotPermitted) => {
                drop(change);
                return Err(self.refuse(&who, "revoke_invitation").await?);
            }
            Err(refusal) => return Err(refusal.into()),
        };
        let stamp = self.desk.stamp(Actor::Account(who.standing.account), now, &random);
        let row =
            change.append_for(&[fact], stamp, row.invitation.id).await?.ok_or(DeskError::InvitationNotFound)?;
        let view = self.view_of(&mut change, &row, &who.standing).await?;
        change.commit().await?;
        Ok(view)
    }
}

/// By id or by code, and within the asker's reach; everything else is not found.
async fn reachable(look: &mut Look, who: &Standing, named: &str) -> Result<InvitationRow, DeskError> {
    let row = match named.trim().parse::<InvitationId>() {
        Ok(id) => look.invitation(id).await?,
        Err(_) => look.invitation_with_code(&Code::parse_or_link(named)?).await?,
    };
    row.filter(|row| who.reaches(row.invitation.department)).ok_or(DeskError::InvitationNotFound)
}

async fn role_named(look: &mut Look, named: &str) -> Result<Role, DeskError> {
    role_among(look.roles().await?, named)
}

fn role_among(roles: Vec<Role>, named: &str) -> Result<Role, DeskError> {
    let named = named.trim();
    let fits = |role: &Role| role.name.to_lowercase() == named.to_lowercase() || role.id.to_string() == named;
    if named.is_empty() {
        return at("role", Err(vestibule_domain::TextError::Empty));
    }
    let unknown = DeskError::Field { field: "role", fault: FieldFault::RoleUnknown };
    roles.into_iter().find(fits).ok_or(unknown)
}

fn wish(choice: ExpiryChoice) -> ExpiryWish {
    match choice {
        ExpiryChoice::Default => ExpiryWish::Default,
        ExpiryChoice::Hours { hours } => ExpiryWish::In(TimeDelta::hours(hours.into())),
        ExpiryChoice::At { at } => ExpiryWish::At(at),
        ExpiryChoice::Never => ExpiryWish::Never,
    }
}

fn sort(field: SortField) -> ListSort {
    match field {
        SortField::Created => ListSort::Created,
        SortField::Code => ListSort::Code,
        SortField::Email => ListSort::Email,
        SortField::Role => ListSort::Role,
        SortField::Status => ListSort::Status,
        SortField::Expires => ListSort::Expires,
        SortField::Uses => ListSort::Uses,
        SortField::CreatedBy => ListSort::CreatedBy,
    }
}

async fn filter(
    store: &Store,
    request: &ListInvitationsRequest,
    scope: Option<DepartmentId>,
    now: Moment,
) -> Result<ListFilter, DeskError> {
    let mut look = store.look().await?;
    let role = match &request.role {
        Some(named) => Some(role_named(&mut look, named).await?.id),
        None => None,
    };
    let department = match &request.department {
        Some(named) => Some(department_named(&mut look, named, scope).await?),
        None => scope,
    };
    Ok(ListFilter {
        status: request.status,
        expiring_before: request.expiring.then(|| now + EXPIRING),
        search: SearchTerm::parse(&request.search)?,
        role,
        department,
        creator: None,
    })
}

/// A department to filter by. Another division's does not exist for somebody whose reach is their own.
async fn department_named(
    look: &mut Look,
    named: &str,
    scope: Option<DepartmentId>,
) -> Result<DepartmentId, DeskError> {
    let unknown = || DeskError::Field { field: "department", fault: FieldFault::DepartmentUnknown };
    let id = match named.trim().parse::<DepartmentId>() {
        Ok(id) => id,
        Err(_) => look.department(&named.trim().to_lowercase()).await?.ok_or_else(unknown)?,
    };
    if scope.is_none_or(|own| own == id) { Ok(id) } else { Err(unknown()) }
}
