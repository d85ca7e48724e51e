//! Users: people with an account, in lists and details, and the changes that can be made to them.

use crate::{
    AuditEventView, DepartmentView, ErrorCode, ErrorView, ListRequest, Moment, Page, RoleView, Secret, SortColumn,
    UserSelectionRequest,
};
use serde::{Deserialize, Serialize};

/// Whether somebody may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// They may sign in.
    Active,
    /// They may not sign in until somebody reactivates them.
    Suspended,
    /// Their personal data is erased; the account stays because events refer to it.
    Erased,
}

impl UserState {
    /// The serialised form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Erased => "erased",
        }
    }
}

/// A person with an account. Name, username and email are empty after an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserView {
    /// The account's id.
    pub id: String,
    /// Username to sign in with.
    pub username: String,
    /// Display name.
    pub name: String,
    /// Email address.
    pub email: String,
    /// Their current role.
    pub role: RoleView,
    /// Path of their department; none: the whole organisation.
    pub department: Option<String>,
    /// The names of their groups.
    pub groups: Vec<String>,
    /// Whether they may sign in.
    pub state: UserState,
    /// Id of the invitation they joined through; none: the first administrator.
    pub joined_through: Option<String>,
    /// When the account was created.
    pub created_at: Moment,
    /// None: they never signed in.
    pub last_sign_in_at: Option<Moment>,
    /// What the asker may do to this account.
    pub may: UserActionsView,
}

/// A user in exported files and the command line's JSON: without what depends on the asker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserRecordView<'a> {
    /// The account's id.
    pub id: &'a str,
    /// Username to sign in with.
    pub username: &'a str,
    /// Display name.
    pub name: &'a str,
    /// Email address.
    pub email: &'a str,
    /// Their role's name, in lower case.
    pub role: String,
    /// Path of their department; none: the whole organisation.
    pub department: Option<&'a str>,
    /// The names of their groups.
    pub groups: &'a [String],
    /// Whether they may sign in.
    pub state: UserState,
    /// Id of the invitation they joined through; none: the first administrator.
    pub joined_through: Option<&'a str>,
    /// When the account was created.
    pub created_at: Moment,
    /// None: they never signed in.
    pub last_sign_in_at: Option<Moment>,
}

impl UserView {
    /// The form for files and JSON output.
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

/// What the asker may do to an account. For display: the backend checks again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserActionsView {
    /// Assign another role.
    pub assign_role: bool,
    /// Move to another department.
    pub change_department: bool,
    /// Suspend the account.
    pub suspend: bool,
    /// Reactivate the account.
    pub reactivate: bool,
    /// Issue a one-time code for a new password.
    pub reset_password: bool,
    /// End sessions.
    pub end_sessions: bool,
    /// Erase personal data.
    pub erase: bool,
}

/// Filters for users. All that are set must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UserFilter {
    /// State of the account; none: all but erased ones.
    pub state: Option<UserState>,
    /// Role id or name.
    pub role: Option<String>,
    /// Department id, path or name; includes all under it.
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
    /// The department's path; those without one first.
    Department,
    /// Active, Suspended, Erased.
    State,
    /// The last sign-in; those who never signed in are the earliest.
    LastSignIn,
    /// When the account was created.
    Created,
}

impl SortColumn for UserSort {
    fn begins_descending(self) -> bool {
        matches!(self, Self::LastSignIn | Self::Created)
    }
}

/// How many users are within the asker's reach, regardless of filters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserCountersView {
    /// All but erased ones.
    pub all: u64,
    /// Those who may sign in.
    pub active: u64,
    /// Those who may not sign in.
    pub suspended: u64,
}

/// Asks for a page of users. The search covers name, username and email.
pub type ListUsersRequest = ListRequest<UserFilter, UserSort>;
/// A page of users, with the counters.
pub type UserPageView = Page<UserView, UserCountersView>;

/// The choices for filters and for moving users.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserOptionsView {
    /// All roles, highest rank first.
    pub roles: Vec<RoleView>,
    /// The departments within the asker's reach, by path.
    pub departments: Vec<DepartmentView>,
    /// The names of all groups.
    pub groups: Vec<String>,
    /// Whether the asker reaches the whole organisation, so that users may also have no department.
    pub everywhere: bool,
}

/// Names one user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRequest {
    /// Account id or username.
    pub user: String,
    /// Sent by a timer or after a change event: does not count as activity.
    #[serde(default)]
    pub quiet: bool,
}

/// A session of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserSessionView {
    /// The session's id.
    pub id: String,
    /// `window`, `kiosk` or `cli`.
    pub place: String,
    /// Kept: the next start of the program resumes it.
    pub kept: bool,
    /// When it began.
    pub began_at: Moment,
    /// The last activity, accurate to about ten minutes.
    pub active_at: Moment,
    /// It is the session that sent the request.
    pub current: bool,
}

/// A role that the asker may assign to a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignableRoleView {
    /// The role.
    pub role: RoleView,
    /// Assigning it needs the asker's own password: the role's rank or the user's equals the asker's.
    pub needs_password: bool,
}

/// All details of one user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDetailsView {
    /// The user as in lists.
    pub user: UserView,
    /// The user ranks as high as the asker, so that changes need the asker's own password.
    pub needs_password: bool,
    /// Their sessions on this device, the last used first.
    pub sessions: Vec<UserSessionView>,
    /// The roles that the asker may assign, without the current one.
    pub roles: Vec<AssignableRoleView>,
    /// What they did and what was done to their account, newest first, at most 100.
    pub activity: Vec<AuditEventView>,
}

/// Assigns a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignRoleRequest {
    /// Account id or username.
    pub user: String,
    /// Role id or name.
    pub role: String,
    /// The asker's own password; needed for an equal rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Moves a user to another department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveUserRequest {
    /// Account id or username.
    pub user: String,
    /// Department id, path or name; none: the whole organisation.
    pub department: Option<String>,
    /// The asker's own password; needed for an equal rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Suspends or reactivates a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserStateRequest {
    /// Account id or username.
    pub user: String,
    /// The asker's own password; needed for an equal rank.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Suspends, reactivates or signs out many users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyUsersRequest {
    /// The users to change.
    pub selection: UserSelectionRequest,
    /// The asker's own password; needed if some have an equal rank.
    #[serde(default)]
    pub password: Option<Secret>,
    /// True: make the change. False: preview it.
    #[serde(default)]
    pub make: bool,
    /// [`UsersChangedView::matched`] of the look that was shown; where others are meant by now, nothing is done.
    #[serde(default)]
    pub matched: Option<String>,
}

/// Moves many users to another department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveUsersRequest {
    /// The users to move.
    pub users: ManyUsersRequest,
    /// Department id, path or name; none: the whole organisation.
    pub department: Option<String>,
}

/// Users for whom the change is refused, by reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedUsersView {
    /// The reason.
    pub reason: ErrorCode,
    /// How many users.
    pub users: u64,
    /// Names of the first of them, at most 50.
    pub names: Vec<String>,
}

/// Preview or result of a change to many users.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersChangedView {
    /// How many are or would be changed.
    pub changed: u64,
    /// How many of these have the asker's rank, which needs the asker's password. Set in previews only.
    pub peers: u64,
    /// How many need no change.
    pub unchanged: u64,
    /// Users for whom it is refused.
    pub refused: Vec<RefusedUsersView>,
    /// How many were not processed, because the job was cancelled or stopped.
    pub left: u64,
    /// Why the job stopped; none: it did not.
    pub stopped: Option<ErrorView>,
    /// Stands for who is meant: another value, if they are others.
    #[serde(default)]
    pub matched: String,
}

/// Ends sessions of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndSessionsRequest {
    /// Account id or username.
    pub user: String,
    /// The session's id; none: all but the one that sent the request.
    pub session: Option<String>,
}

/// Result of ending sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedSessionsView {
    /// How many sessions ended.
    pub ended: u64,
}

/// Changes the sender's own profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeProfileRequest {
    /// The new display name.
    pub name: String,
    /// The new address.
    pub email: String,
    /// The sender's password; needed for a new address.
    #[serde(default)]
    pub password: Option<Secret>,
}

/// Sets the sender's own password; all their other sessions end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePasswordRequest {
    /// The current password.
    pub current: Secret,
    /// The new password.
    pub password: Secret,
}
