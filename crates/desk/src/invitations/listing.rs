//! The list of invitations: pages, filters and counters, within the asker's reach.

use super::role_named;
use crate::departments::find_department;
use crate::seat::Seat;
use crate::{DeskError, FieldFault, fields, views};
use chrono::{DateTime, TimeDelta, Utc};
use vestibule_domain::{AccountId, Division, GroupId, GroupName, Label, Moment, Reach, SearchTerm, Standing, Username};
use vestibule_store::{AccountRow, ListFilter, ListQuery, ListSort, ReadTx};
use vestibule_wire::command::Command;
use vestibule_wire::{CountersView, InvitationPageView, ListInvitationsRequest, SortField, command};

/// "Expiring" means within 48 hours (docs/product.md, The list).
const EXPIRING: TimeDelta = TimeDelta::hours(48);
/// People shown under "Used by" in lists; further ones are only counted.
const USES_IN_LIST: u32 = 3;

impl Seat {
    /// One page of the invitations that the asker may see, with the counters of all of them.
    pub async fn list_invitations(&self, request: ListInvitationsRequest) -> Result<InvitationPageView, DeskError> {
        let who = self.permit_quietly::<command::ListInvitations>(request.quiet).await?;
        fields::check_page(request.page, request.page_size)?;
        let now = self.desk.ports().now();
        let store = self.desk.store().await?;
        let scope = self.scope_of::<command::ListInvitations>(&who).await?;
        let mut tx = store.look_at(now).await?;
        let query = query(&mut tx, &request, scope.as_ref(), now).await?;
        let (page, counters) = tx.list(&query, scope.as_ref(), now + EXPIRING).await?;
        let mut uses = tx.uses_of(&page.items, USES_IN_LIST).await?;
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        let until = tx.next_expiry(scope.as_ref()).await?;
        let items = page.items.iter().map(|row| {
            let uses = uses.remove(&row.invitation.id).unwrap_or_default();
            views::invitation(row, &uses, &who.standing, join.as_deref(), now)
        });
        let items = items.collect();
        let all = counters.active + counters.used + counters.expired + counters.revoked;
        Ok(InvitationPageView {
            items,
            total: page.total,
            is_at_least: false,
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
            until,
        })
    }

    /// The division whose invitations the asker sees; none: all.
    pub(crate) async fn scope_of<C: Command>(&self, who: &AccountRow) -> Result<Option<Division>, DeskError> {
        self.judged::<C, _>(who.standing.account, scope(&who.standing)).await
    }
}

/// The division whose invitations somebody sees; none: all. Refused if they reach only themselves.
pub(super) fn scope(who: &Standing) -> Result<Option<Division>, DeskError> {
    match &who.reach {
        Reach::Themselves => Err(DeskError::NotPermitted),
        reach => Ok(division(reach).cloned()),
    }
}

/// The division of a reach; none: it is not limited to one.
pub(crate) fn division(reach: &Reach) -> Option<&Division> {
    match reach {
        Reach::Division(division) => Some(division),
        Reach::Everything | Reach::Themselves => None,
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

/// Translates a request into a query within that reach.
pub(crate) async fn query(
    tx: &mut ReadTx,
    request: &ListInvitationsRequest,
    scope: Option<&Division>,
    now: Moment,
) -> Result<ListQuery, DeskError> {
    let asked = &request.filter;
    let role = match &asked.role {
        Some(named) => Some(role_named(tx, named).await?.id),
        None => None,
    };
    let department = match &asked.department {
        // For an asker within a division, departments outside it don't exist.
        Some(named) => {
            let reach = scope.map_or(Reach::Everything, |division| Reach::Division(division.clone()));
            let head = find_department(tx, "department", named, &reach).await?;
            tx.division(head).await?
        }
        None => scope.cloned(),
    };
    let creator = match &asked.creator {
        Some(named) => match account_named(tx, named).await {
            // An asker within a division must not learn of other people: an unknown creator matches nothing, like one
            // out of reach.
            Err(DeskError::Field { fault: FieldFault::CreatorUnknown, .. }) if scope.is_some() => {
                Some(AccountId::from_bytes([0; 16]))
            }
            found => Some(found?),
        },
        None => None,
    };
    let group = match &asked.group {
        Some(named) => Some(group_named(tx, named).await?),
        None => None,
    };
    let filter = ListFilter {
        status: asked.status,
        expiring_before: asked.expiring.then(|| now + EXPIRING),
        search: SearchTerm::parse(&request.search)?,
        role,
        department,
        creator,
        group,
        label: fields::parse_optional("label", asked.label.as_deref(), Label::parse)?,
        created: span(asked.created_from, asked.created_to),
        expires: span(asked.expires_from, asked.expires_to),
        archived: asked.archived,
    };
    Ok(ListQuery {
        now,
        filter,
        sort: sort(request.sort),
        descending: request.descending,
        page: request.page,
        size: request.page_size,
        small: ListQuery::SMALL,
    })
}

/// A span from one or both ends. The beginning defaults to 1970; "never" is in no span.
fn span(from: Option<Moment>, to: Option<Moment>) -> Option<(Moment, Moment)> {
    let ends = DateTime::<Utc>::MAX_UTC;
    (from.is_some() || to.is_some()).then(|| (from.unwrap_or_default(), to.unwrap_or(ends)))
}

async fn account_named(tx: &mut ReadTx, named: &str) -> Result<AccountId, DeskError> {
    if let Ok(id) = named.trim().parse::<AccountId>() {
        return Ok(id);
    }
    let found = match Username::parse(named) {
        Ok(name) => tx.account_named(name.as_str()).await?,
        Err(_) => None,
    };
    let unknown = DeskError::Field { field: "creator", fault: FieldFault::CreatorUnknown };
    found.map(|row| row.standing.account).ok_or(unknown)
}

pub(crate) async fn group_named(tx: &mut ReadTx, named: &str) -> Result<GroupId, DeskError> {
    let name = fields::for_field("group", GroupName::parse(named))?;
    let unknown = DeskError::Field { field: "group", fault: FieldFault::GroupUnknown };
    tx.group(&name.key()).await?.ok_or(unknown)
}
