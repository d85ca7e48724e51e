//! Departments: a tree of names. Requests name a department by id, path (`Science/Physics`), or name if that is unique
//! within reach.

use serde::{Deserialize, Serialize};

/// A department, for display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    /// UUID.
    pub id: String,
    /// Its own name: `Physics`.
    pub name: String,
    /// The names from the top to its own: `Science/Physics`.
    pub path: String,
}

/// Creates a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateDepartmentRequest {
    /// Its name, of at most 80 characters and without a slash.
    pub name: String,
    /// The parent; none: at the top.
    #[serde(default)]
    pub parent: Option<String>,
}

/// Moves a department, with all under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveDepartmentRequest {
    /// Id, path or name.
    pub department: String,
    /// The new parent; none: to the top.
    #[serde(default)]
    pub to: Option<String>,
}

/// Renames a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameDepartmentRequest {
    /// Id, path or name.
    pub department: String,
    /// The new name, as in [`CreateDepartmentRequest::name`].
    pub name: String,
}
