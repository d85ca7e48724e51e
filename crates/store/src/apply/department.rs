//! Applies events about departments. Derives path and path key from the tree, for a department and all under it.

use super::names::own_key;
use crate::batch::Batch;
use crate::log::LoggedEvent;
use vestibule_domain::{DepartmentId, DepartmentName};

/// A sibling with an equal name came from another device: the later one gets a key of its own.
const CREATED: &str = "
    INSERT INTO department (id, name, parent, path, name_key, path_key, as_of)
    WITH made AS (
        SELECT n.*, p.num AS above, coalesce(p.path || '/', '') AS path_above,
            coalesce(p.path_key || '/', '') AS key_above
        FROM (SELECT ? AS id, ? AS name, ? AS key, ? AS own, ? AS parent, ? AS as_of) AS n
        LEFT JOIN department AS p ON p.id = n.parent
        WHERE n.parent IS NULL OR p.num IS NOT NULL),
    keyed AS (
        SELECT made.*, iif(EXISTS (SELECT 1 FROM department AS o WHERE o.path_key = key_above || key), own, key) AS part
        FROM made)
    SELECT id, name, above, path_above || name, part, key_above || part, as_of FROM keyed";

/// Updates all departments under `head` (its number, parent, name and key after the change, and the path above it).
/// Their paths are derived data, so only `head` gets a new `as_of`.
const FOLLOWED: &str = ",
    settled (num, parent, name, part, path_above, key_above) AS (
        SELECT h.num, h.parent, h.name, h.key || iif(EXISTS (
                SELECT 1 FROM department AS o WHERE o.path_key = h.key_above || h.key AND o.num <> h.num),
                char(1) || lower(hex(h.id)), ''), h.path_above, h.key_above
        FROM head AS h),
    under (num, parent, name, part, path, path_key) AS (
        SELECT num, parent, name, part, path_above || name, key_above || part FROM settled
        UNION
        SELECT d.num, d.parent, d.name, d.name_key, u.path || '/' || d.name, u.path_key || '/' || d.name_key
        FROM under AS u JOIN department AS d ON d.parent = u.num)
    UPDATE department SET parent = u.parent, name = u.name, name_key = u.part, path = u.path, path_key = u.path_key,
        as_of = iif(u.num = (SELECT num FROM head), ?, department.as_of)
    FROM under AS u WHERE department.num = u.num";

/// Refuses a move of a department under itself, at any depth.
const MOVED: &str = "
    WITH RECURSIVE own (num, id, name, key) AS (
        SELECT num, id, name, substr(name_key, 1, instr(name_key || char(1), char(1)) - 1)
        FROM department WHERE id = ?),
    below (num) AS (
        SELECT num FROM own UNION SELECT d.num FROM below AS b JOIN department AS d ON d.parent = b.num),
    head (num, id, parent, name, key, path_above, key_above) AS (
        SELECT own.num, own.id, p.num, own.name, own.key, coalesce(p.path || '/', ''), coalesce(p.path_key || '/', '')
        FROM own CROSS JOIN (SELECT ? AS id) AS n LEFT JOIN department AS p ON p.id = n.id
        WHERE n.id IS NULL OR (p.num IS NOT NULL AND p.num NOT IN (SELECT num FROM below)))";

const RENAMED: &str = "
    WITH RECURSIVE head (num, id, parent, name, key, path_above, key_above) AS (
        SELECT d.num, d.id, d.parent, n.name, n.key, coalesce(p.path || '/', ''), coalesce(p.path_key || '/', '')
        FROM (SELECT ? AS id, ? AS name, ? AS key) AS n JOIN department AS d ON d.id = n.id
        LEFT JOIN department AS p ON p.num = d.parent)";

/// Rebuilds all paths from the tree. Path keys are unique, so the caller first sets temporary ones.
pub(super) const REBUILT: &str = "
    WITH RECURSIVE tree (num, path, path_key) AS (
        SELECT num, name, name_key FROM department WHERE parent IS NULL
        UNION
        SELECT d.num, t.path || '/' || d.name, t.path_key || '/' || d.name_key
        FROM tree AS t JOIN department AS d ON d.parent = t.num)
    UPDATE department SET path = t.path, path_key = t.path_key FROM tree AS t WHERE department.num = t.num";

/// The parent must exist, or be none for the top.
pub(super) fn created(
    batch: &mut Batch,
    logged: &LoggedEvent,
    id: &DepartmentId,
    name: &DepartmentName,
    parent: Option<&DepartmentId>,
) {
    let part = name.part();
    batch.must(
        CREATED,
        [
            id.as_bytes().into(),
            name.as_str().into(),
            part.as_str().into(),
            own_key(&part, id.as_bytes()).into(),
            parent.map(|id| id.as_bytes()).into(),
            logged.placed.into(),
        ],
    );
}

pub(super) fn moved(batch: &mut Batch, logged: &LoggedEvent, id: &DepartmentId, parent: Option<&DepartmentId>) {
    batch.must_any(
        &format!("{MOVED}{FOLLOWED}"),
        [id.as_bytes().into(), parent.map(|id| id.as_bytes()).into(), logged.placed.into()],
    );
}

pub(super) fn renamed(batch: &mut Batch, logged: &LoggedEvent, id: &DepartmentId, name: &DepartmentName) {
    batch.must_any(
        &format!("{RENAMED}{FOLLOWED}"),
        [id.as_bytes().into(), name.as_str().into(), name.part().into(), logged.placed.into()],
    );
}
