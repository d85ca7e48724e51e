//! Whether this person may create, move or rename this department. Keeps out what the change does to people: their
//! reach follows the tree.

use crate::{Department, DepartmentId, DepartmentName, DepartmentPath, Division, Event, Permission, Standing};

/// Why the change is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DepartmentRefusal {
    /// The role lacks the permission, or the department is out of reach. Changes at the top level need a reach of the
    /// whole organisation.
    #[error("your role may not change this department")]
    NotPermitted,
    /// The department does not exist, or no longer.
    #[error("there is no such department")]
    Unknown,
    /// Another department under the same parent has this name.
    #[error("there is a department of this name already")]
    NameTaken,
    /// A department can't stand under itself.
    #[error("a department can't be moved under itself")]
    IntoItself,
    /// The path would be longer than [`DepartmentPath::MAX_DEPTH`].
    #[error("it would stand too deep: at most {max} departments stand one under the other")]
    TooDeep {
        /// The most departments in a path.
        max: usize,
    },
    /// The name contains a slash, which separates the names of a path.
    #[error("a department's name has no slash")]
    Slash,
}

/// Creates a department under another or, with none, at the top. `all`: the departments as they are now.
///
/// # Errors
/// Each case of [`DepartmentRefusal`] that applies to a new department.
pub fn create_department(
    who: &Standing,
    all: &[Department],
    made: DepartmentId,
    name: DepartmentName,
    parent: Option<DepartmentId>,
) -> Result<Event, DepartmentRefusal> {
    permitted(who, parent)?;
    can_stand(&name, depth(all, parent)?)?;
    fits(all, &name, parent, None)?;
    Ok(Event::DepartmentCreated { department: made, name, parent })
}

/// Moves a department, with all under it, under another or, with none, to the top. None: it is there already.
///
/// # Errors
/// See [`DepartmentRefusal`]. The asker must reach the department, its parent and its new parent, since the managers of
/// both gain or lose a division.
pub fn move_department(
    who: &Standing,
    all: &[Department],
    department: DepartmentId,
    to: Option<DepartmentId>,
) -> Result<Option<Event>, DepartmentRefusal> {
    permitted(who, Some(department))?;
    let moved = found(all, department)?;
    permitted(who, moved.parent)?;
    permitted(who, to)?;
    if moved.parent == to {
        return Ok(None);
    }
    let division = Division::find(department, all).ok_or(DepartmentRefusal::Unknown)?;
    if to.is_some_and(|to| division.includes(to)) {
        return Err(DepartmentRefusal::IntoItself);
    }
    fits(all, &moved.name, to, Some(department))?;
    let mut height = 0;
    for under in division.departments() {
        height = height.max(depth(all, Some(under))?);
    }
    let height = height - depth(all, moved.parent)?;
    if depth(all, to)? + height > DepartmentPath::MAX_DEPTH {
        return Err(too_deep());
    }
    Ok(Some(Event::DepartmentMoved { department, parent: to }))
}

/// Gives a department another name. None: it has this name already.
///
/// # Errors
/// See [`DepartmentRefusal`].
pub fn rename_department(
    who: &Standing,
    all: &[Department],
    department: DepartmentId,
    name: DepartmentName,
) -> Result<Option<Event>, DepartmentRefusal> {
    permitted(who, Some(department))?;
    let renamed = found(all, department)?;
    if renamed.name == name {
        return Ok(None);
    }
    fits(all, &name, renamed.parent, Some(department))?;
    Ok(Some(Event::DepartmentRenamed { department, name }))
}

/// Checks that a new department of that name may have `under` departments above it.
///
/// # Errors
/// [`DepartmentRefusal::Slash`] and [`DepartmentRefusal::TooDeep`].
pub fn can_stand(name: &DepartmentName, under: usize) -> Result<(), DepartmentRefusal> {
    without_slash(name)?;
    if under < DepartmentPath::MAX_DEPTH { Ok(()) } else { Err(too_deep()) }
}

fn without_slash(name: &DepartmentName) -> Result<(), DepartmentRefusal> {
    if name.as_str().contains(DepartmentPath::SEPARATOR) { Err(DepartmentRefusal::Slash) } else { Ok(()) }
}

fn permitted(who: &Standing, department: Option<DepartmentId>) -> Result<(), DepartmentRefusal> {
    let may = who.may(Permission::ManageDepartments) && who.reaches(department);
    if may { Ok(()) } else { Err(DepartmentRefusal::NotPermitted) }
}

fn found(all: &[Department], id: DepartmentId) -> Result<&Department, DepartmentRefusal> {
    all.iter().find(|department| department.id == id).ok_or(DepartmentRefusal::Unknown)
}

/// Checks the name against siblings other than `but`.
fn fits(
    all: &[Department],
    name: &DepartmentName,
    parent: Option<DepartmentId>,
    but: Option<DepartmentId>,
) -> Result<(), DepartmentRefusal> {
    without_slash(name)?;
    let key = name.key();
    let taken = all.iter().any(|one| one.parent == parent && Some(one.id) != but && one.name.key() == key);
    if taken { Err(DepartmentRefusal::NameTaken) } else { Ok(()) }
}

/// How many departments are on the path from the top to this one; 0 for the top itself.
fn depth(all: &[Department], department: Option<DepartmentId>) -> Result<usize, DepartmentRefusal> {
    let mut depth = 0;
    let mut at = department;
    while let Some(id) = at {
        at = found(all, id)?.parent;
        depth += 1;
        if depth > all.len() {
            return Err(DepartmentRefusal::IntoItself);
        }
    }
    Ok(depth)
}

fn too_deep() -> DepartmentRefusal {
    DepartmentRefusal::TooDeep { max: DepartmentPath::MAX_DEPTH }
}

#[cfg(test)]
mod tests {
    use super::DepartmentRefusal::*;
    use super::*;
    use crate::{AccountId, AccountState, Reach, Role, Scope};

    fn id(number: u8) -> DepartmentId {
        DepartmentId::from_bytes([number; 16])
    }

    fn name(text: &str) -> DepartmentName {
        DepartmentName::parse(text).unwrap()
    }

    /// 1 Science, with 2 Physics below it, with 3 Optics below that; and 4 Arts.
    fn tree() -> Vec<Department> {
        [(1, None, "Science"), (2, Some(1), "Physics"), (3, Some(2), "Optics"), (4, None, "Arts")]
            .map(|(number, parent, text)| Department { id: id(number), parent: parent.map(id), name: name(text) })
            .to_vec()
    }

    fn somebody(role: usize, department: Option<u8>) -> Standing {
        let role = Role::built_in()[role].clone();
        let division = department.and_then(|number| Division::find(id(number), &tree()));
        let reach = Reach::from_scope(role.scope, division);
        let account = AccountId::from_bytes([1; 16]);
        Standing { account, role, department: department.map(id), reach, state: AccountState::Active }
    }

    /// Somebody who may change departments within a division.
    fn head_of(department: u8) -> Standing {
        let mut who = somebody(1, Some(department));
        who.role.permissions.push(Permission::ManageDepartments);
        who
    }

    #[test]
    fn an_administrator_makes_moves_and_renames_any() {
        let amara = somebody(0, None);
        let created = create_department(&amara, &tree(), id(9), name("Chemistry"), Some(id(1)));
        assert_eq!(
            created,
            Ok(Event::DepartmentCreated { department: id(9), name: name("Chemistry"), parent: Some(id(1)) })
        );
        let moved = move_department(&amara, &tree(), id(2), Some(id(4)));
        assert_eq!(moved, Ok(Some(Event::DepartmentMoved { department: id(2), parent: Some(id(4)) })));
        let renamed = rename_department(&amara, &tree(), id(3), name("optics"));
        assert_eq!(renamed, Ok(Some(Event::DepartmentRenamed { department: id(3), name: name("optics") })), "its own");
    }

    #[test]
    fn what_is_so_already_changes_nothing() {
        let amara = somebody(0, None);
        assert_eq!(move_department(&amara, &tree(), id(2), Some(id(1))), Ok(None));
        assert_eq!(rename_department(&amara, &tree(), id(2), name("Physics")), Ok(None));
    }

    #[test]
    fn two_of_one_name_stand_in_different_places_and_never_in_the_same() {
        let amara = somebody(0, None);
        assert_eq!(create_department(&amara, &tree(), id(9), name("PHYSICS"), Some(id(1))), Err(NameTaken));
        assert!(create_department(&amara, &tree(), id(9), name("Physics"), None).is_ok());
        assert_eq!(rename_department(&amara, &tree(), id(1), name("Arts")), Err(NameTaken));
        let mut twice = tree();
        twice.push(Department { id: id(5), parent: Some(id(4)), name: name("Optics") });
        assert_eq!(move_department(&amara, &twice, id(5), Some(id(2))), Err(NameTaken));
        assert_eq!(create_department(&amara, &tree(), id(9), name("A/B"), None), Err(Slash));
    }

    #[test]
    fn nothing_is_moved_under_itself_or_under_what_is_not_there() {
        let amara = somebody(0, None);
        for to in [2, 3] {
            assert_eq!(move_department(&amara, &tree(), id(2), Some(id(to))), Err(IntoItself));
        }
        assert_eq!(move_department(&amara, &tree(), id(2), Some(id(8))), Err(Unknown));
        assert_eq!(move_department(&amara, &tree(), id(8), None), Err(Unknown));
        assert_eq!(create_department(&amara, &tree(), id(9), name("Lost"), Some(id(8))), Err(Unknown));
    }

    #[test]
    fn a_division_is_changed_from_within_and_its_head_stays_where_it_is() {
        let head = head_of(1);
        assert!(create_department(&head, &tree(), id(9), name("Chemistry"), Some(id(1))).is_ok());
        assert!(rename_department(&head, &tree(), id(3), name("Lasers")).is_ok());
        assert!(move_department(&head, &tree(), id(3), Some(id(1))).is_ok());
        assert_eq!(create_department(&head, &tree(), id(9), name("Music"), Some(id(4))), Err(NotPermitted));
        assert_eq!(create_department(&head, &tree(), id(9), name("Music"), None), Err(NotPermitted));
        assert_eq!(move_department(&head, &tree(), id(2), Some(id(4))), Err(NotPermitted));
        assert_eq!(
            move_department(&head, &tree(), id(1), None),
            Err(NotPermitted),
            "it stands under what they don't reach"
        );
        let of_physics = head_of(2);
        assert_eq!(move_department(&of_physics, &tree(), id(2), Some(id(3))), Err(NotPermitted));
    }

    #[test]
    fn nobody_changes_any_without_the_permission_or_suspended() {
        let mut suspended = somebody(0, None);
        suspended.state = AccountState::Suspended;
        let mut without = somebody(0, None);
        without.role.permissions.retain(|permission| *permission != Permission::ManageDepartments);
        let mut own = head_of(1);
        own.role.scope = Scope::Own;
        own.reach = Reach::Themselves;
        for who in [suspended, without, own, somebody(1, Some(1)), somebody(2, Some(1))] {
            assert_eq!(create_department(&who, &tree(), id(9), name("Chemistry"), Some(id(1))), Err(NotPermitted));
            assert_eq!(move_department(&who, &tree(), id(3), Some(id(1))), Err(NotPermitted));
            assert_eq!(rename_department(&who, &tree(), id(3), name("Lasers")), Err(NotPermitted));
        }
    }

    #[test]
    fn a_department_that_is_made_along_with_something_else_has_a_plain_name_and_at_most_nine_above_it() {
        for under in [0, 9] {
            assert_eq!(can_stand(&name("Chemistry"), under), Ok(()), "{under}");
        }
        assert_eq!(can_stand(&name("Chemistry"), 10), Err(TooDeep { max: 10 }));
        assert_eq!(can_stand(&name("A/B"), 0), Err(Slash));
    }

    #[test]
    fn no_more_than_ten_stand_one_under_the_other() {
        let amara = somebody(0, None);
        let chain: Vec<Department> = (1..=10)
            .map(|number| Department {
                id: id(number),
                parent: (number > 1).then(|| id(number - 1)),
                name: name("Deep"),
            })
            .collect();
        let deep = Err(TooDeep { max: 10 });
        assert_eq!(create_department(&amara, &chain, id(11), name("Deeper"), Some(id(10))), deep);
        assert!(create_department(&amara, &chain, id(11), name("Deeper"), Some(id(9))).is_ok());
        let mut pair = chain.clone();
        pair.push(Department { id: id(20), parent: None, name: name("Pair") });
        pair.push(Department { id: id(21), parent: Some(id(20)), name: name("Under") });
        assert_eq!(move_department(&amara, &pair, id(20), Some(id(9))), Err(TooDeep { max: 10 }));
        assert!(move_department(&amara, &pair, id(20), Some(id(8))).is_ok());
    }
}
