//! Users: lists and details of people within reach, and changes of their accounts. Keeps out who may
//! (`domain::decide`), passwords (`reset`) and changes of one's own account (`profile`).

mod many;

use crate::audit::{account_of, event_view};
use crate::departments::find_department;
use crate::error::{PersonError, SessionError};
use crate::invitations::listing::group_named;
use crate::invitations::{role_among, role_named};
use crate::operation::{Acting, Ended, Operation, Transaction};
use crate::permit::may;
use crate::reset::find_account;
use crate::seat::Seat;
use crate::selection::{parse_chosen_ids, parse_excluded_ids};
use crate::throttle::Tries;
use crate::{DeskError, fields, views};
use vestibule_domain::decide::{
    PersonChange, PersonRefusal, assign_role, end_session, erase_person, move_person, reactivate_person,
    reset_password, see_person, suspend_person,
};
use vestibule_domain::{AccountId, AccountState, Event, Fact, Role, RoleId, SearchTerm, SessionId, Standing};
use vestibule_store::{AccountRow, FoundPage, ReadTx, SessionRow, UserQuery, UserRow, UserSort};
use vestibule_wire::command::{self, Command};
use vestibule_wire::{
    AssignRoleRequest, AssignableRoleView, AuditEventView, EndSessionsRequest, EndedSessionsView, ListUsersRequest,
    MoveUserRequest, Secret, UserActionsView, UserCountersView, UserDetailsView, UserOptionsView, UserPageView,
    UserRequest, UserSelectionRequest, UserSessionView, UserState, UserStateRequest, UserView,
};

/// Events shown as a user's activity.
const ACTIVITY: u32 = 100;

impl Seat {
    /// One page of the people within the asker's reach, with the counters of all of them.
    pub async fn list_users(&self, request: ListUsersRequest) -> Result<UserPageView, DeskError> {
        let who = self.permit_quietly::<command::ListUsers>(request.quiet).await?;
        fields::check_page(request.page, request.page_size)?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let query = query(&mut tx, &request, &who.standing).await?;
        let page = tx.users(&query).await?;
        let roles = tx.roles().await?;
        let counters = page.counters;
        Ok(UserPageView {
            items: page.items.iter().map(|row| view(row, &who.standing, &roles)).collect(),
            total: page.total,
            is_at_least: page.is_at_least,
            page: page.page,
            page_size: request.page_size,
            counters: UserCountersView {
                all: counters.active + counters.suspended,
                active: counters.active,
                suspended: counters.suspended,
            },
            at: self.desk.ports().now(),
            until: None,
        })
    }

    /// The choices for filters and moves: departments within reach, all roles and groups.
    pub async fn user_options(&self) -> Result<UserOptionsView, DeskError> {
        let who = self.permit::<command::UserOptions>().await?.standing;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let departments = tx.departments().await?;
        let within = departments.iter().filter(|row| who.reaches(Some(row.id)));
        Ok(UserOptionsView {
            departments: within.map(views::department).collect(),
            roles: tx.roles().await?.iter().map(views::role).collect(),
            groups: tx.groups().await?.into_iter().map(|(_, name)| name).collect(),
            everywhere: who.reaches_everything(),
        })
    }

    /// Details of one user and their sessions. Users out of reach are not found.
    pub async fn get_user(&self, request: UserRequest) -> Result<UserDetailsView, DeskError> {
        let who = self.permit_quietly::<command::GetUser>(request.quiet).await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let row = find_user(&mut tx, &request.user).await?;
        if see_person(&who.standing, &row.account.standing).is_err() {
            return Err(PersonError::Unknown.into());
        }
        let roles = tx.roles().await?;
        let account = row.account.standing.account;
        let asked = asked(&who.standing, &row.account.standing, true);
        let sessions = match end_session(asked) {
            Ok(()) => tx.sessions(account).await?,
            Err(_) => Vec::new(),
        };
        let here = self.session().and_then(|session| session.written());
        Ok(UserDetailsView {
            user: view(&row, &who.standing, &roles),
            needs_password: row.account.standing.role.rank == who.standing.role.rank,
            sessions: sessions.iter().map(|session| session_view(session, here)).collect(),
            roles: assignable(&who.standing, &row.account.standing, &roles),
            activity: activity(&mut tx, account).await?,
        })
    }

    /// Assigns a role.
    pub async fn assign_role(&self, request: AssignRoleRequest) -> Result<UserView, DeskError> {
        let proof = self.proved::<command::AssignRole>(request.password).await?;
        self.operate::<command::AssignRole, _>(async |Operation { acting, mut tx }| {
            let other = other(&mut tx, &acting, &request.user).await?;
            let role = role_among(&acting.roles, &request.role)?;
            let given = assign_role(asking(&mut tx, &acting, &other, acting.has_proved(proof)).await?, role)?;
            commit_change(tx, &acting, given, &other).await
        })
        .await
    }

    /// Moves somebody to another department.
    pub async fn move_user(&self, request: MoveUserRequest) -> Result<UserView, DeskError> {
        let proof = self.proved::<command::MoveUser>(request.password).await?;
        self.operate::<command::MoveUser, _>(async |Operation { acting, mut tx }| {
            let other = other(&mut tx, &acting, &request.user).await?;
            let to = match &request.department {
                Some(named) => Some(find_department(&mut tx, "department", named, &acting.who.standing.reach).await?),
                None => None,
            };
            let moved = move_person(asking(&mut tx, &acting, &other, acting.has_proved(proof)).await?, to)?;
            commit_change(tx, &acting, moved, &other).await
        })
        .await
    }

    /// Suspends somebody and ends all their sessions.
    pub async fn suspend_user(&self, request: UserStateRequest) -> Result<UserView, DeskError> {
        self.change_state::<command::SuspendUser>(request, suspend_person).await
    }

    /// Lets a suspended person sign in again.
    pub async fn reactivate_user(&self, request: UserStateRequest) -> Result<UserView, DeskError> {
        self.change_state::<command::ReactivateUser>(request, reactivate_person).await
    }

    async fn change_state<C: Command>(
        &self,
        request: UserStateRequest,
        decide: fn(PersonChange<'_>) -> Result<Option<Event>, PersonRefusal>,
    ) -> Result<UserView, DeskError> {
        let proof = self.proved::<C>(request.password).await?;
        self.operate::<C, _>(async |Operation { acting, mut tx }| {
            let other = other(&mut tx, &acting, &request.user).await?;
            let decided = decide(asking(&mut tx, &acting, &other, acting.has_proved(proof)).await?)?;
            commit_change(tx, &acting, decided, &other).await
        })
        .await
    }

    /// Ends one session of somebody, or all but the one that asks.
    pub async fn end_sessions(&self, request: EndSessionsRequest) -> Result<EndedSessionsView, DeskError> {
        let here = self.session().and_then(|session| session.written());
        self.operate::<command::EndSessions, _>(async |Operation { acting, mut tx }| {
            let other = find_user(&mut tx, &request.user).await?.account;
            let account = other.standing.account;
            // Users out of reach are not found, and the refusal is not logged.
            if see_person(&acting.who.standing, &other.standing).is_err() {
                return Err(PersonError::Unknown.into());
            }
            end_session(asking(&mut tx, &acting, &other, false).await?)?;
            let standing = tx.sessions(account).await?;
            let ending: Vec<SessionId> = match &request.session {
                Some(named) => {
                    let named = named.parse::<SessionId>().ok();
                    let one = standing.iter().find(|row| Some(row.id) == named).ok_or(SessionError::Ended)?;
                    vec![one.id]
                }
                None => standing.iter().map(|row| row.id).filter(|id| Some(*id) != here).collect(),
            };
            let ended = EndedSessionsView { ended: ending.len() as u64 };
            if ending.is_empty() {
                return Ok(tx.unchanged(ended));
            }
            let facts: Vec<Fact> =
                ending.into_iter().map(|session| Event::SessionEnded { account, session }.into()).collect();
            tx.commit_facts(&facts, ended).await
        })
        .await
    }

    /// Checks the password that the signed-in person entered; returns the session in which it was right. None if none
    /// was given; a wrong one is refused and throttled for this session. The proof counts for that session only
    /// ([`Acting::has_proved`]), since somebody else may be signed in when the change is made.
    pub(crate) async fn proved<C: Command>(&self, password: Option<Secret>) -> Result<Option<SessionId>, DeskError> {
        let Some(password) = password else { return Ok(None) };
        let seen = self.session().ok_or(SessionError::NotSignedIn)?;
        let who = self.permit::<C>().await?;
        if who.standing.account != seen.account {
            return Err(SessionError::NotSignedIn.into());
        }
        let tries = Tries::within(seen.id);
        self.verify_credentials(&self.desk.store().await?, &who.username, password, tries).await?;
        Ok(Some(seen.id))
    }
}

/// Commits the decision, if anything changes, and returns the person's new state.
pub(crate) async fn commit_change(
    mut tx: Transaction,
    acting: &Acting,
    decided: Option<impl Into<Fact>>,
    other: &AccountRow,
) -> Result<Ended<UserView>, DeskError> {
    tx.append_any(decided).await?;
    let row = tx.user(other.standing.account).await?.ok_or(PersonError::Unknown)?;
    tx.commit(view(&row, &acting.who.standing, &acting.roles)).await
}

async fn query(tx: &mut ReadTx, request: &ListUsersRequest, who: &Standing) -> Result<UserQuery, DeskError> {
    let asked = &request.filter;
    let role = match &asked.role {
        Some(named) => Some(role_named(tx, named).await?.id),
        None => None,
    };
    let department = match &asked.department {
        Some(named) => {
            let head = find_department(tx, "department", named, &who.reach).await?;
            tx.division(head).await?
        }
        None => None,
    };
    let group = match &asked.group {
        Some(named) => Some(group_named(tx, named).await?),
        None => None,
    };
    let state = asked.state.map(|state| match state {
        UserState::Active => AccountState::Active,
        UserState::Suspended => AccountState::Suspended,
        UserState::Erased => AccountState::Erased,
    });
    let search = SearchTerm::parse(&request.search)?;
    Ok(UserQuery {
        reach: who.reach.clone(),
        filter: vestibule_store::UserFilter { state, role, department, group, search },
        sort: sort(request.sort),
        descending: request.descending,
        page: request.page,
        size: request.page_size,
        small: UserQuery::SMALL,
    })
}

/// Finds the users of a selection, within that person's reach.
pub(crate) async fn find_chosen(
    tx: &mut ReadTx,
    selection: &UserSelectionRequest,
    who: &Standing,
) -> Result<FoundPage, DeskError> {
    match selection {
        UserSelectionRequest::These { ids } => {
            let ids = parse_chosen_ids(ids, DeskError::Person(PersonError::Unknown))?;
            Ok(tx.find_these_users(&ids, &who.reach).await?)
        }
        UserSelectionRequest::Matching { list, but } => {
            let query = query(tx, list, who).await?;
            let but = parse_excluded_ids(but, DeskError::Person(PersonError::Unknown))?;
            let found = tx.find_all_users(&query).await?;
            Ok(tx.users_without(found, &but).await?)
        }
    }
}

fn sort(column: vestibule_wire::UserSort) -> UserSort {
    use vestibule_wire::UserSort as Column;
    match column {
        Column::Name => UserSort::Name,
        Column::Username => UserSort::Username,
        Column::Email => UserSort::Email,
        Column::Role => UserSort::Role,
        Column::Department => UserSort::Department,
        Column::State => UserSort::State,
        Column::LastSignIn => UserSort::LastSignIn,
        Column::Created => UserSort::Created,
    }
}

/// A user by id or username.
pub(crate) async fn find_user(tx: &mut ReadTx, typed: &str) -> Result<UserRow, DeskError> {
    let account = match typed.trim().parse::<AccountId>() {
        Ok(id) => Some(id),
        Err(_) => find_account(tx, typed).await?.map(|row| row.standing.account),
    };
    match account {
        Some(account) => tx.user(account).await?.ok_or(DeskError::Person(PersonError::Unknown)),
        None => Err(PersonError::Unknown.into()),
    }
}

/// The account to be changed. One that is out of sight or erased is not found.
async fn other(tx: &mut ReadTx, acting: &Acting, typed: &str) -> Result<AccountRow, DeskError> {
    let row = find_user(tx, typed).await?.account;
    let is_seen = see_person(&acting.who.standing, &row.standing).is_ok();
    if is_seen && row.standing.state != AccountState::Erased { Ok(row) } else { Err(PersonError::Unknown.into()) }
}

fn asked<'a>(who: &'a Standing, other: &'a Standing, is_proved: bool) -> PersonChange<'a> {
    PersonChange { who, other, has_other_administrator: true, is_proved }
}

/// Reads what a change to an account is decided from, inside its transaction.
async fn asking<'a>(
    tx: &mut ReadTx,
    acting: &'a Acting,
    other: &'a AccountRow,
    is_proved: bool,
) -> Result<PersonChange<'a>, DeskError> {
    asked_beside(tx, &acting.who.standing, &acting.roles, (&other.standing, &[]), is_proved).await
}

/// As [`asking`], also for reads: looks up whether another administrator exists.
async fn asked_beside<'a>(
    tx: &mut ReadTx,
    who: &'a Standing,
    roles: &[Role],
    (other, gone): (&'a Standing, &[AccountId]),
    is_proved: bool,
) -> Result<PersonChange<'a>, DeskError> {
    // An administrator of lower rank could not assign the rank that is lost.
    let is_as_high = |role: &&Role| role.is_administrator() && role.rank >= other.role.rank;
    let administrators: Vec<RoleId> = roles.iter().filter(is_as_high).map(|role| role.id).collect();
    let but: Vec<AccountId> = gone.iter().copied().chain([other.account]).collect();
    let has_other_administrator = tx.has_another_of(&administrators, &but).await?;
    Ok(PersonChange { has_other_administrator, ..asked(who, other, is_proved) })
}

/// The roles that the asker may assign to somebody.
fn assignable(who: &Standing, other: &Standing, roles: &[Role]) -> Vec<AssignableRoleView> {
    let given = |role: &&Role| matches!(assign_role(asked(who, other, true), role), Ok(Some(_)));
    let needs_password =
        |role: &Role| assign_role(asked(who, other, false), role) == Err(PersonRefusal::PasswordNeeded);
    let view = |role: &Role| AssignableRoleView { role: views::role(role), needs_password: needs_password(role) };
    roles.iter().filter(given).map(view).collect()
}

/// Events by somebody and about their account.
async fn activity(tx: &mut ReadTx, account: AccountId) -> Result<Vec<AuditEventView>, DeskError> {
    let page = tx.history(account.as_bytes(), ACTIVITY).await?;
    let about: Vec<AccountId> = page.items.iter().filter_map(|row| account_of(&row.event)).collect();
    let people = tx.people(&about).await?;
    Ok(page.items.into_iter().map(|row| event_view(&people, row)).collect())
}

pub(crate) fn view(row: &UserRow, who: &Standing, roles: &[Role]) -> UserView {
    let account = &row.account;
    let other = &account.standing;
    let state = match other.state {
        AccountState::Active => UserState::Active,
        AccountState::Suspended => UserState::Suspended,
        AccountState::Erased => UserState::Erased,
    };
    UserView {
        id: other.account.to_string(),
        username: account.username.clone(),
        name: account.name.clone(),
        email: account.email.clone(),
        role: views::role(&other.role),
        department: account.department.clone(),
        groups: row.groups.clone(),
        state,
        joined_through: row.joined_through.map(|id| id.to_string()),
        created_at: row.created_at,
        last_sign_in_at: row.last_sign_in_at,
        may: actions(who, other, roles),
    }
}

/// What the rules would let the asker do to somebody, with their password given.
fn actions(who: &Standing, other: &Standing, roles: &[Role]) -> UserActionsView {
    if other.state == AccountState::Erased {
        return UserActionsView::default();
    }
    let asked = asked(who, other, true);
    UserActionsView {
        assign_role: may::<command::AssignRole>(who) && !assignable(who, other, roles).is_empty(),
        change_department: may::<command::MoveUser>(who) && move_person(asked, other.department).is_ok(),
        suspend: matches!(suspend_person(asked), Ok(Some(_))),
        reactivate: matches!(reactivate_person(asked), Ok(Some(_))),
        reset_password: reset_password(who, other).is_ok(),
        end_sessions: end_session(asked).is_ok(),
        erase: erase_person(who, other, &[]).is_ok(),
    }
}

fn session_view(row: &SessionRow, here: Option<SessionId>) -> UserSessionView {
    UserSessionView {
        id: row.id.to_string(),
        place: row.slot.clone(),
        kept: row.is_kept,
        began_at: row.began_at,
        active_at: row.active_at,
        current: Some(row.id) == here,
    }
}
