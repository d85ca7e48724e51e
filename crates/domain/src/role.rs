//! Roles: a rank, a scope and permissions, as data. Keeps out names: nothing is ever decided by what a role is called.

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

/// How far a role reaches. One that a newer version has named reads as the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everything.
    Organisation,
    /// Their own department and what is under it.
    Division,
    /// Themselves.
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

/// What a role may do, within its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See invitations.
    SeeInvitations,
    /// Create them, with a role of strictly lower rank.
    CreateInvitations,
    /// See and copy their code and link.
    CopyInvitations,
    /// Look after them: revoke, replace, change label and note, clean up; and make many at once.
    RevokeInvitations,
    /// See and verify the audit trail.
    SeeAuditTrail,
    /// Save a list as a file. Who looks after all invitations may do so without it.
    ExportInvitations,
}

impl Permission {
    /// Those of these names that this version knows. What is not known is granted to nobody.
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
    /// Stable.
    pub id: RoleId,
    /// For people.
    pub name: String,
    /// For rules.
    pub rank: Rank,
    /// How far it reaches.
    pub scope: Scope,
    /// What it may do. One that a newer version has named is left out.
    #[serde(deserialize_with = "known")]
    pub permissions: Vec<Permission>,
}

fn known<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Permission>, D::Error> {
    Vec::<String>::deserialize(deserializer).map(|names| Permission::known(&names))
}

impl Role {
    /// Whether the role may do this at all.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }

    /// Whether whoever holds it must belong to a department.
    pub fn needs_department(&self) -> bool {
        self.scope == Scope::Division
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
                permissions: vec![SeeInvitations, CreateInvitations, CopyInvitations, RevokeInvitations, SeeAuditTrail],
            },
            Self {
                id: RoleId::built_in(2),
                name: "Manager".to_owned(),
                rank: Rank::new(500),
                scope: Scope::Division,
                permissions: vec![SeeInvitations, CreateInvitations, CopyInvitations],
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

/// The rank up to which a role with division scope may invite ("Staff-rank roles only", PRODUCT.md).
pub const STAFF_RANK: Rank = Rank::new(100);

#[cfg(test)]
mod tests {
    use super::*;

    fn read(scope: &str, permissions: &str) -> Role {
        let [_, manager, _] = Role::built_in();
        let mut json = serde_json::to_value(manager).unwrap();
        json["scope"] = scope.into();
        json["permissions"] = serde_json::from_str(permissions).unwrap();
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_a_newer_version_has_named_grants_nothing_here() {
        let role = read("galaxy", r#"["see_invitations", "see_the_future", "SeeAuditTrail", ""]"#);
        assert_eq!((role.scope, role.permissions.as_slice()), (Scope::Own, &[Permission::SeeInvitations][..]));
        assert_eq!(read("division", "[]").scope, Scope::Division);
    }

    #[test]
    fn every_built_in_role_is_read_as_it_was_written() {
        for role in Role::built_in() {
            let json = serde_json::to_string(&role).unwrap();
            assert_eq!(serde_json::from_str::<Role>(&json).unwrap(), role);
        }
    }
}
