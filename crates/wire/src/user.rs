//! Users: people with an account, as lists and details show them, and what is done with them.

use crate::{
    AuditEventView, DepartmentView, ErrorCode, ErrorView, ListRequest, Moment, Page, RoleView, Secret, SortColumn,
    UserSelectionRequest,
};
use serde::{Deserialize, Serialize};

/// Whether somebody may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// They may.
    Active,
    /// They may not, until somebody reactivates them.
    Suspended,
    /// What was personal is gone; the account stays for what it did.
    Erased,
}

impl UserState {
    /// As programs read and write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Erased => "erased",
        }
    }
}

/// A person with an account. Name, username and email are empty once they were erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserView {
    /// The account's id.
    pub id: String,
    /// What they type to sign in.
    pub username: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: RoleView,
    /// Their department's path.
    pub department: Option<String>,
    /// The names of their groups.
    pub groups: Vec<String>,
    /// Whether they may sign in.
    pub state: UserState,
    /// The id of the invitation that they came through; none: the first administrator.
    pub joined_through: Option<String>,
    /// When the account was made.
    pub created_at: Moment,
    /// None: never.
    pub last_sign_in_at: Option<Moment>,
    /// What the asker may do with them.
    pub may: UserActionsView,
}

/// A user as programs read them, in exported files and from the command line: what is the asker's own is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserRecordView<'a> {
    /// The account's id.
    pub id: &'a str,
    /// What they type to sign in.
    pub username: &'a str,
    /// Their name.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// Their role's name, in lower case.
    pub role: String,
    /// Their department's path.
    pub department: Option<&'a str>,
    /// The names of their groups.
    pub groups: &'a [String],
    /// Whether they may sign in.
    pub state: UserState,
    /// The id of the invitation that they came through.
    pub joined_through: Option<&'a str>,
    /// When the account was made.
    pub created_at: Moment,
    /// None: never.
    pub last_sign_in_at: Option<Moment>,
}

impl UserView {
    /// As programs read them.
    pub fn record(&self) -> UserRecordView<'_> {
        UserRecordView {
            id: &self.id,
            username: &self.username,
            name: &self.name,
            email: &self.email,
            role: self.role.name.to_lowercase(),
            department: self.department.as_deref(),
            groups: &self.groups,
            state: self.state,
            joined_through: self.joined_through.as_deref(),
            created_at: self.created_at,
            last_sign_in_at: self.last_sign_in_at,
        }
    }
}

/// What the asker may do with somebody. For display: the backend decides again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserActionsView {
    /// Give them another role.
    pub assign_role: bool,
    /// Put them into another department.
    pub change_department: bool,
    /// Suspend them.
    pub suspend: bool,
    /// Let them sign in again.
    pub reactivate: bool,
    /// Make a one-time code for a new password.
    pub reset_password: bool,
    /// End their sessions.
    pub end_sessions: bool,
    /// Erase what is personal about them.
    pub erase: bool,
}

/// Which users. All of it combines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UserFilter {
    /// In that state; none: all but the erased.
    pub state: Option<UserState>,
    /// Role id or name.
    pub role: Option<String>,
    /// Department id, path or name; all under it as well.
    pub department: Option<String>,
    /// A group's name.
    pub group: Option<String>,
}

/// Which column orders the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserSort {
    /// The name (the default).
    #[default]
    Name,
    /// The username.
    Username,
    /// The address.
    Email,
    /// The role's name.
    Role,
    /// The department's path; those of none first.
    Department,
    /// Active, Suspended, Erased.
    State,
    /// The last sign-in; those who never signed in are the earliest.
    LastSignIn,
    /// When the account was made.
    Created,
}

impl SortColumn for UserSort {
    fn begins_descending(self) -> bool {
        matches!(self, Self::LastSignIn | Self::Created)
    }
}

/// How many users there are within the asker's reach, filters apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserCountersView {
    /// All but the erased.
    pub all: u64,
    /// Those who may sign in.
    pub active: u64,
    /// Those who may not.
    pub suspended: u64,
}

/// Which page of which users. Searched is name, username and email.
pub type ListUsersRequest = ListRequest<UserFilter, UserSort>;
/// One page of them.
pub type UserPageView = Page<UserView, UserCountersView>;

/// What the list of users can be filtered by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserOptionsView {
    /// All roles, highest rank first.
    pub roles: Vec<RoleView>,
    /// The departments within the asker's reach, by path.
    pub departments: Vec<DepartmentView>,
    /// The names of all groups.
    pub groups: Vec<String>,
    /// The asker reaches all of the organisation: somebody may belong to no department.
    pub everywhere: bool,
}

/// Names one user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRequest {
    /// Account id or username.
    pub user: String,
    /// Asked by a timer or because something was written: does not count as activity.
    #[serde(default)]
    pub quiet: bool,
}

/// Where somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserSessionView {
    /// The session's id.
    pub id: String,
    /// `window`, `kiosk` or `cli`.
    pub place: String,
    /// The next start of the program takes it up again.
    pub kept: bool,
    /// When it began.
    pub began_at: Moment,
    /// The last activity, to about ten minutes.
    pub active_at: Moment,
    /// It is the one that asks.
    pub current: bool,
}

/// A role that somebody may be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignableRoleView {
    /// Which.
    pub role: RoleView,
    /// Giving it takes the asker's own password: it is of their own rank, or the person's is.
    pub needs_password: bool,
}

/// Everything about one user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDetailsView {
    /// Who.
    pub user: UserView,
    /// They rank as high as the asker: what is done with them takes the asker's own password.
    pub needs_password: bool,
    /// Where they are signed in on this device, the last used first.
    pub sessions: Vec<UserSessionView>,
    /// The roles that they may be given; the one they have is not among them.
    pub roles: Vec<AssignableRoleView>,
    /// What they did and what was done with their account, newest first, at most 100.
    pub activity: Vec<AuditEventView>,
}

/// Gives somebody another role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignRoleRequest {
    /// Account id or username.
    pub user: String,
    /// Role id or name.
    pub role: String,
    /// The asker's own password, for their own rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Puts somebody into another department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveUserRequest {
    /// Account id or username.
    pub user: String,
    /// Department id, path or name; none: of the whole organisation.
    pub department: Option<String>,
    /// The asker's own password, for their own rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Suspends or reactivates somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserStateRequest {
    /// Account id or username.
    pub user: String,
    /// The asker's own password, for their own rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Suspends, reactivates or signs out many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyUsersRequest {
    /// Who.
    pub selection: UserSelectionRequest,
    /// The asker's own password, for those of their own rank.
    #[serde(default)]
    pub password: Option<Secret>,
    /// Do it, instead of only looking what it would do.
    #[serde(default)]
    pub make: bool,
    /// [`UsersChangedView::matched`] of the look that was shown; where others are meant by now, nothing is done.
    #[serde(default)]
    pub matched: Option<String>,
}

/// Puts many into another department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveUsersRequest {
    /// Who.
    pub users: ManyUsersRequest,
    /// Department id, path or name; none: of the whole organisation.
    pub department: Option<String>,
}

/// Those with whom it may not be done, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedUsersView {
    /// Why.
    pub reason: ErrorCode,
    /// How many.
    pub users: u64,
    /// The names of the first of them, at most 50.
    pub names: Vec<String>,
}

/// What becomes of many, or became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersChangedView {
    /// With so many it is done.
    pub changed: u64,
    /// Of these, so many rank as high as the asker: that takes their password. Told when it is only looked at.
    pub peers: u64,
    /// With so many it is so already.
    pub unchanged: u64,
    /// With these it may not be done.
    pub refused: Vec<RefusedUsersView>,
    /// So many were not come to: it was cancelled, or stopped.
    pub left: u64,
    /// Why it stopped.
    pub stopped: Option<ErrorView>,
    /// Stands for who is meant: another value, if they are others.
    #[serde(default)]
    pub matched: String,
}

/// Ends sessions of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndSessionsRequest {
    /// Account id or username.
    pub user: String,
    /// Which; none: all but the one that asks.
    pub session: Option<String>,
}

/// How many sessions ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedSessionsView {
    /// So many.
    pub ended: u64,
}

/// Changes one's own profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeProfileRequest {
    /// The name from now on.
    pub name: String,
    /// The address from now on.
    pub email: String,
    /// One's password, for another address.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Sets one's own password; all other sessions end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePasswordRequest {
    /// The password until now.
    pub current: Secret,
    /// The password from now on.
    pub password: Secret,
}
