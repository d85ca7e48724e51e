//! Departments: a tree of names. A department is named by its id, its path (`Science/Physics`), or its name where only
//! one within reach has it.

use serde::{Deserialize, Serialize};

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    /// UUID.
    pub id: String,
    /// Its own name: `Physics`.
    pub name: String,
    /// The names from the top down to its own: `Science/Physics`.
    pub path: String,
}

/// Makes a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateDepartmentRequest {
    /// Its name, of at most 80 characters and without a slash.
    pub name: String,
    /// What it is under; none: it stands at the top.
    #[serde(default)]
    pub parent: Option<String>,
}

/// Puts a department, with all under it, elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveDepartmentRequest {
    /// Which.
    pub department: String,
    /// What it is under then; none: it stands at the top.
    #[serde(default)]
    pub to: Option<String>,
}

/// Gives a department another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameDepartmentRequest {
    /// Which.
    pub department: String,
    /// Its name then, as in [`CreateDepartmentRequest::name`].
    pub name: String,
}
