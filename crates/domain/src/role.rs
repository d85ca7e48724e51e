//! Roles: a rank, a scope and permissions, as data. Keeps out names: no rule depends on what a role is called.

use crate::RoleId;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

/// How high a role stands. Compared as a number, never by name (incident 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rank(u16);

impl Rank {
    /// Wraps a number: 0 is lowest.
    pub const fn new(rank: u16) -> Self {
        Self(rank)
    }

    /// The number.
    pub fn get(self) -> u16 {
        self.0
    }
}

/// How far a role reaches. A value from a newer version is read as the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole organisation.
    Organisation,
    /// The holder's department and all under it.
    Division,
    /// Only the holder's own account.
    Own,
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match String::deserialize(deserializer)?.as_str() {
            "organisation" => Self::Organisation,
            "division" => Self::Division,
            _ => Self::Own,
        })
    }
}

/// What a role may do, within its scope. One permission per capability, so that roles can be as narrow as needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See invitations.
    SeeInvitations,
    /// Create them, with a role of strictly lower rank.
    CreateInvitations,
    /// See and copy their code and link.
    CopyInvitations,
    /// Revoke them.
    RevokeInvitations,
    /// Revoke one and create another in its place. Also needs the permissions to revoke and to create.
    ReplaceInvitations,
    /// Change label and note.
    DescribeInvitations,
    /// Archive those that ended long ago.
    CleanUpInvitations,
    /// Do to many at once what may be done to one: create in bulk, import a sheet, revoke a selection.
    BulkInvitations,
    /// Save a list of them as a file.
    ExportInvitations,
    /// Print cards and posters, which carry the code. Also needs the permission to copy.
    PrintInvitations,
    /// Send them by email, which carries the code. Also needs the permission to copy.
    SendInvitations,
    /// Make departments.
    ManageDepartments,
    /// Make groups.
    ManageGroups,
    /// Issue one-time codes with which people of lower rank set a new password.
    ResetPasswords,
    /// See people with their role, department, state and sign-ins.
    SeePeople,
    /// Save a list of people as a file.
    ExportPeople,
    /// Give people another role, up to their own rank.
    AssignRoles,
    /// Put people into another department.
    MovePeople,
    /// Suspend and reactivate people.
    SuspendPeople,
    /// End other people's sessions.
    EndSessions,
    /// Erase what is personal about people of lower rank, for good.
    ErasePeople,
    /// Set the organisation's rules.
    SetPolicy,
    /// Set and remove the organisation's logo.
    SetLogo,
    /// Set up the mail server and the text of messages.
    SetMail,
    /// Confirm that a doubted clock is right.
    ConfirmClock,
    /// See and verify the audit trail.
    SeeAuditTrail,
    /// Copy the whole data file.
    BackUp,
    /// See the recovery key again. Also needs the highest rank.
    SeeRecoveryKey,
}

impl Permission {
    /// All permissions.
    pub const ALL: [Self; 28] = [
        Self::SeeInvitations,
        Self::CreateInvitations,
        Self::CopyInvitations,
        Self::RevokeInvitations,
        Self::ReplaceInvitations,
        Self::DescribeInvitations,
        Self::CleanUpInvitations,
        Self::BulkInvitations,
        Self::ExportInvitations,
        Self::PrintInvitations,
        Self::SendInvitations,
        Self::ManageDepartments,
        Self::ManageGroups,
        Self::ResetPasswords,
        Self::SeePeople,
        Self::ExportPeople,
        Self::AssignRoles,
        Self::MovePeople,
        Self::SuspendPeople,
        Self::EndSessions,
        Self::ErasePeople,
        Self::SetPolicy,
        Self::SetLogo,
        Self::SetMail,
        Self::ConfirmClock,
        Self::SeeAuditTrail,
        Self::BackUp,
        Self::SeeRecoveryKey,
    ];

    /// The permissions among these names that this version has. Unknown names grant nothing.
    pub fn known(names: &[String]) -> Vec<Self> {
        let read = |name: &String| {
            let name: StrDeserializer<'_, Error> = name.as_str().into_deserializer();
            Self::deserialize(name).ok()
        };
        names.iter().filter_map(read).collect()
    }
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Stable, unlike the name.
    pub id: RoleId,
    /// For display only.
    pub name: String,
    /// Compared by the rules; see [`Rank`].
    pub rank: Rank,
    /// How far its holders reach.
    pub scope: Scope,
    /// What its holders may do. Permissions of newer versions are left out.
    #[serde(deserialize_with = "known")]
    pub permissions: Vec<Permission>,
}

fn known<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Permission>, D::Error> {
    Vec::<String>::deserialize(deserializer).map(|names| Permission::known(&names))
}

impl Role {
    /// Whether the role has this permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }

    /// Whether its holders must have a department.
    pub fn needs_department(&self) -> bool {
        self.scope == Scope::Division
    }

    /// Whether its holders are administrators: they reach the whole organisation and can assign roles.
    pub fn is_administrator(&self) -> bool {
        self.scope == Scope::Organisation && self.may(Permission::AssignRoles)
    }

    /// A built-in role from an older version's file, with the permissions added since. `before`: the roles at any
    /// earlier time; a permission that this role had then was taken away on purpose and stays away. None: nothing to
    /// add, or not a built-in role, since an organisation's own roles get nothing automatically.
    pub fn with_what_is_new(&self, before: &[Self]) -> Option<Self> {
        let built_in = Self::built_in().into_iter().find(|role| role.id == self.id)?;
        let had = |permission| before.iter().any(|role| role.id == self.id && role.may(permission));
        let is_new = |permission: &Permission| !self.may(*permission) && !had(*permission);
        let lacking: Vec<Permission> = built_in.permissions.into_iter().filter(is_new).collect();
        (!lacking.is_empty())
            .then(|| Self { permissions: [self.permissions.clone(), lacking].concat(), ..self.clone() })
    }

    /// Administrator, Manager and Staff: the roles every organisation begins with.
    pub fn built_in() -> [Self; 3] {
        use Permission::*;
        [
            Self {
                id: RoleId::built_in(1),
                name: "Administrator".to_owned(),
                rank: Rank::new(1000),
                scope: Scope::Organisation,
                permissions: Permission::ALL.to_vec(),
            },
            Self {
                id: RoleId::built_in(2),
                name: "Manager".to_owned(),
                rank: Rank::new(500),
                scope: Scope::Division,
                permissions: vec![
                    SeeInvitations,
                    CreateInvitations,
                    CopyInvitations,
                    PrintInvitations,
                    SendInvitations,
                    SeePeople,
                ],
            },
            Self {
                id: RoleId::built_in(3),
                name: "Staff".to_owned(),
                rank: STAFF_RANK,
                scope: Scope::Own,
                permissions: vec![],
            },
        ]
    }
}

/// The rank up to which a role with division scope may invite (docs/product.md, Roles).
pub const STAFF_RANK: Rank = Rank::new(100);

#[cfg(test)]
mod tests {
    use super::*;

    fn role_with(scope: &str, permissions: &str) -> Role {
        let [_, manager, _] = Role::built_in();
        let mut json = serde_json::to_value(manager).unwrap();
        json["scope"] = scope.into();
        json["permissions"] = serde_json::from_str(permissions).unwrap();
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_a_newer_version_has_named_grants_nothing_here() {
        let role = role_with("galaxy", r#"["see_invitations", "see_the_future", "SeeAuditTrail", ""]"#);
        assert_eq!((role.scope, role.permissions.as_slice()), (Scope::Own, &[Permission::SeeInvitations][..]));
        assert_eq!(role_with("division", "[]").scope, Scope::Division);
    }

    #[test]
    fn every_built_in_role_is_read_as_it_was_written() {
        for role in Role::built_in() {
            let json = serde_json::to_string(&role).unwrap();
            assert_eq!(serde_json::from_str::<Role>(&json).unwrap(), role);
        }
    }

    #[test]
    fn a_built_in_role_of_an_older_file_gets_what_it_lacks_and_keeps_the_rest() {
        let [administrator, manager, staff] = Role::built_in();
        let older = Role { permissions: vec![Permission::SeeAuditTrail, Permission::SeeInvitations], ..administrator };
        let now = older.with_what_is_new(&[]).unwrap();
        assert_eq!(now.permissions[..2], older.permissions, "what it had stands first, as it stood");
        assert!(Permission::ALL.iter().all(|permission| now.may(*permission)));
        assert_eq!((now.id, &now.name, now.rank, now.scope), (older.id, &older.name, older.rank, older.scope));
        for role in [now, manager.clone(), staff] {
            assert_eq!(role.with_what_is_new(&[]), None, "{}", role.name);
        }
        let own = Role { id: RoleId::from_bytes([7; 16]), permissions: Vec::new(), ..manager };
        assert_eq!(own.with_what_is_new(&[]), None, "nobody gave it anything");
    }

    #[test]
    fn what_was_taken_away_from_a_built_in_role_stays_away_and_what_it_never_had_is_added() {
        let [administrator, manager, _] = Role::built_in();
        let without = |role: &Role, gone: &[Permission]| Role {
            permissions: role.permissions.iter().copied().filter(|permission| !gone.contains(permission)).collect(),
            ..role.clone()
        };
        let (erase, bulk) = (Permission::ErasePeople, Permission::BulkInvitations);
        // The older version did not have the first permission; an administrator removed the second.
        let made = without(&administrator, &[bulk]);
        let now = without(&administrator, &[bulk, erase]);
        let mended = now.with_what_is_new(&[made, manager.clone()]).unwrap();
        assert!(mended.may(bulk) && !mended.may(erase));
        assert_eq!(mended.with_what_is_new(&[administrator.clone(), mended.clone()]), None);
        assert!(now.with_what_is_new(&[manager]).unwrap().may(erase), "another role's are no matter");
    }

    #[test]
    fn every_permission_is_in_the_list_of_all() {
        // serde's error for an unknown name lists every known name.
        let told = serde_json::from_str::<Permission>("\"none\"").unwrap_err().to_string();
        let known: Vec<&str> = told.split('`').skip(1).step_by(2).filter(|name| *name != "none").collect();
        let all: Vec<String> =
            Permission::ALL.iter().map(|permission| serde_json::to_string(permission).unwrap()).collect();
        assert_eq!(all, known.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>());
    }
}
