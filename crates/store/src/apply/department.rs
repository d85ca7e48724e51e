//! Applies events about departments. Path and what is compared of it follow from the tree, for a department and all
//! under it.

use super::names::own_key;
use crate::script::Script;
use vestibule_domain::{DepartmentId, DepartmentName};

/// A path that is taken gets what is compared of it made its own ([`own_key`]): two devices may each have made one.
const CREATED: &str = "
    INSERT INTO department (id, name, parent, path, path_key)
    SELECT n.id, n.name, p.num, coalesce(p.path || '/', '') || n.name, coalesce(p.path_key || '/', '')
        || iif(EXISTS (SELECT 1 FROM department AS o WHERE o.path_key = coalesce(p.path_key || '/', '') || n.key),
               n.own, n.key)
    FROM (SELECT ? AS id, ? AS name, ? AS key, ? AS own, ? AS parent) AS n
    LEFT JOIN department AS p ON p.id = n.parent
    WHERE n.parent IS NULL OR p.num IS NOT NULL";

/// Of `head` (number, parent, name, path and what is compared, all as they are to be; and what was compared until now),
/// all under it follow.
const FOLLOWED: &str = ",
    under (num, parent, name, path, path_key, before) AS (
        SELECT * FROM head
        UNION ALL
        SELECT d.num, d.parent, d.name, u.path || '/' || d.name,
               u.path_key || '/' || substr(d.path_key, length(u.before) + 2), d.path_key
        FROM under AS u JOIN department AS d ON d.parent = u.num)
    UPDATE department SET parent = u.parent, name = u.name, path = u.path, path_key = u.path_key || iif(EXISTS (
        SELECT 1 FROM department AS o WHERE o.path_key = u.path_key AND o.num NOT IN (SELECT num FROM under)),
        char(1) || lower(hex(department.id)), '')
    FROM under AS u WHERE department.num = u.num";

/// Its own part of what is compared: behind its parent's, without what made it its own.
const MOVED: &str = "
    WITH RECURSIVE own (num, name, key, before) AS (
        SELECT d.num, d.name, substr(d.path_key, coalesce(length(p.path_key) + 2, 1)), d.path_key
        FROM department AS d LEFT JOIN department AS p ON p.num = d.parent WHERE d.id = ?),
    head (num, parent, name, path, path_key, before) AS (
        SELECT own.num, p.num, own.name, coalesce(p.path || '/', '') || own.name, coalesce(p.path_key || '/', '')
            || substr(own.key, 1, instr(own.key || char(1), char(1)) - 1), own.before
        FROM own CROSS JOIN (SELECT ? AS id) AS n LEFT JOIN department AS p ON p.id = n.id
        WHERE n.id IS NULL OR p.num IS NOT NULL)";

const RENAMED: &str = "
    WITH RECURSIVE head (num, parent, name, path, path_key, before) AS (
        SELECT d.num, d.parent, n.name, coalesce(p.path || '/', '') || n.name, coalesce(p.path_key || '/', '') || n.key,
               d.path_key
        FROM (SELECT ? AS id, ? AS name, ? AS key) AS n JOIN department AS d ON d.id = n.id
        LEFT JOIN department AS p ON p.num = d.parent)";

/// Under a department that is there, or at the top.
pub(super) fn created(script: &mut Script, id: &DepartmentId, name: &DepartmentName, parent: Option<&DepartmentId>) {
    let key = name.key();
    script.must(
        CREATED,
        [
            id.as_bytes().into(),
            name.as_str().into(),
            key.as_str().into(),
            own_key(&key, id.as_bytes()).into(),
            parent.map(|id| id.as_bytes()).into(),
        ],
    );
}

pub(super) fn moved(script: &mut Script, id: &DepartmentId, parent: Option<&DepartmentId>) {
    script.must_any(&format!("{MOVED}{FOLLOWED}"), [id.as_bytes().into(), parent.map(|id| id.as_bytes()).into()]);
}

pub(super) fn renamed(script: &mut Script, id: &DepartmentId, name: &DepartmentName) {
    script.must_any(&format!("{RENAMED}{FOLLOWED}"), [id.as_bytes().into(), name.as_str().into(), name.key().into()]);
}
