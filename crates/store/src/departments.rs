//! Reads the tree of departments. Keeps out who may see it.

use crate::StoreError;
use crate::rows::department_of;
use crate::transaction::{ReadTx, id_of};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{Department, DepartmentId, DepartmentName, Division};

/// Selects a department and all under it.
const DIVISION: &str = "
    WITH RECURSIVE under (num) AS (
        SELECT num FROM department WHERE id = ?
        UNION SELECT n.num FROM department AS n JOIN under AS u ON n.parent = u.num)
    SELECT n.id FROM under AS u JOIN department AS n ON n.num = u.num";

/// A department, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentRow {
    /// UUID, the same on every device.
    pub id: DepartmentId,
    /// Its own name.
    pub name: String,
    /// The names from the top to its own, separated by slashes.
    pub path: String,
    /// The path's key for comparison (`vestibule_domain::DepartmentPath::key`).
    pub path_key: String,
}

fn row_of(row: &SqliteRow) -> Result<DepartmentRow, StoreError> {
    Ok(DepartmentRow {
        id: DepartmentId::from_bytes(id_of(row, 0)?),
        name: row.get(1),
        path: row.get(2),
        path_key: row.get(3),
    })
}

impl ReadTx {
    /// All departments, ordered by path.
    pub async fn departments(&mut self) -> Result<Vec<DepartmentRow>, StoreError> {
        let sql = "SELECT id, name, path, path_key FROM department ORDER BY path_key";
        sqlx::query(sql).fetch_all(self.connection()).await?.iter().map(row_of).collect()
    }

    /// All departments with their parents, ordered by path.
    pub async fn department_tree(&mut self) -> Result<Vec<Department>, StoreError> {
        let sql = "SELECT d.id, p.id, d.name FROM department AS d LEFT JOIN department AS p ON p.num = d.parent
                   ORDER BY d.path_key";
        let rows = sqlx::query(sql).fetch_all(self.connection()).await?;
        rows.iter()
            .map(|row| {
                let name = DepartmentName::parse(row.get(2));
                Ok(Department {
                    id: DepartmentId::from_bytes(id_of(row, 0)?),
                    parent: department_of(row, 1)?,
                    name: name.map_err(|_| StoreError::Unreadable { what: "department" })?,
                })
            })
            .collect()
    }

    /// A department and all under it. None: there is no such department.
    pub async fn division(&mut self, head: DepartmentId) -> Result<Option<Division>, StoreError> {
        let rows = sqlx::query(DIVISION).bind(head.as_bytes().to_vec()).fetch_all(self.connection()).await?;
        let all = rows.iter().map(|row| Ok(DepartmentId::from_bytes(id_of(row, 0)?)));
        let all: Vec<DepartmentId> = all.collect::<Result<_, StoreError>>()?;
        Ok((!all.is_empty()).then(|| Division::new(head, all)))
    }

    /// The local numbers of a division's departments.
    pub(crate) async fn numbers_of(&mut self, division: &Division) -> Result<Vec<i64>, StoreError> {
        let ids: Vec<String> = division.departments().map(|id| id.to_string().replace('-', "")).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable { what: "department" })?;
        let sql = "SELECT d.num FROM json_each(?) AS l CROSS JOIN department AS d ON d.id = unhex(l.value) ORDER BY 1";
        Ok(sqlx::query_scalar(sql).bind(ids).fetch_all(self.connection()).await?)
    }
}
