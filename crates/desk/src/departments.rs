//! Departments: looked up, listed within reach, created, moved and renamed. Keeps out what a move does to people's
//! rights: their reach is computed from the tree at each action.

use crate::operation::{Ended, Operation, Transaction};
use crate::seat::Seat;
use crate::{DeskError, FieldFault, fields, views};
use std::collections::{BTreeSet, HashMap};
use vestibule_domain::decide::{
    CreateRefusal, DepartmentChoice, can_stand, create_department, move_department, rename_department,
};
use vestibule_domain::letters::key;
use vestibule_domain::{DepartmentId, DepartmentName, DepartmentPath, Event, Reach};
use vestibule_store::{DepartmentRow, ReadTx};
use vestibule_wire::{
    CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest, command,
};

impl Seat {
    /// The departments within the asker's reach, by path; if they reach only themselves, their own.
    pub async fn list_departments(&self) -> Result<Vec<DepartmentView>, DeskError> {
        let who = self.permit::<command::ListDepartments>().await?.standing;
        let all = self.desk.store().await?.begin_read().await?.departments().await?;
        let seen = |row: &DepartmentRow| who.reaches(Some(row.id)) || who.department == Some(row.id);
        Ok(all.iter().filter(|row| seen(row)).map(views::department).collect())
    }

    /// Creates a department, under another or at the top.
    pub async fn create_department(&self, request: CreateDepartmentRequest) -> Result<DepartmentView, DeskError> {
        self.operate::<command::CreateDepartment, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let name = fields::for_field("name", DepartmentName::parse(&request.name))?;
            let parent = match &request.parent {
                Some(named) => Some(find_department(&mut tx, "parent", named, &who.reach).await?),
                None => None,
            };
            let id = tx.id(DepartmentId::new);
            let made = create_department(who, &tx.department_tree().await?, id, name, parent)?;
            commit_change(tx, Some(made), id).await
        })
        .await
    }

    /// Moves a department, with all under it, under another or to the top.
    pub async fn move_department(&self, request: MoveDepartmentRequest) -> Result<DepartmentView, DeskError> {
        self.operate::<command::MoveDepartment, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let id = find_department(&mut tx, "department", &request.department, &who.reach).await?;
            let to = match &request.to {
                Some(named) => Some(find_department(&mut tx, "to", named, &who.reach).await?),
                None => None,
            };
            let moved = move_department(who, &tx.department_tree().await?, id, to)?;
            commit_change(tx, moved, id).await
        })
        .await
    }

    /// Gives a department another name.
    pub async fn rename_department(&self, request: RenameDepartmentRequest) -> Result<DepartmentView, DeskError> {
        self.operate::<command::RenameDepartment, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let id = find_department(&mut tx, "department", &request.department, &who.reach).await?;
            let name = fields::for_field("name", DepartmentName::parse(&request.name))?;
            let renamed = rename_department(who, &tx.department_tree().await?, id, name)?;
            commit_change(tx, renamed, id).await
        })
        .await
    }
}

/// Commits the decision, if anything changes, and returns the department's new state.
async fn commit_change(
    mut tx: Transaction,
    event: Option<Event>,
    id: DepartmentId,
) -> Result<Ended<DepartmentView>, DeskError> {
    tx.append_any(event).await?;
    let all = tx.departments().await?;
    let row = all.iter().find(|row| row.id == id).ok_or(DeskError::Fault("a department"))?;
    tx.commit(views::department(row)).await
}

/// Looks up a department by id, path (`Science/Physics`) or a name that is unique within reach. Departments out of
/// reach are not found.
pub(crate) async fn find_department(
    tx: &mut ReadTx,
    field: &'static str,
    named: &str,
    reach: &Reach,
) -> Result<DepartmentId, DeskError> {
    let path = fields::for_field(field, DepartmentPath::parse(named))?;
    let all = Departments::all(tx).await?;
    let fault = |fault| DeskError::Field { field, fault };
    let row = all.meant(&path, reach).map_err(fault)?;
    row.map(|row| row.id).ok_or_else(|| fault(FieldFault::DepartmentUnknown))
}

/// Existing departments and those that a change creates, for looking up what people wrote.
#[derive(Default)]
pub(crate) struct Departments {
    rows: HashMap<DepartmentId, DepartmentRow>,
    by_path: HashMap<String, DepartmentId>,
    /// By key of the displayed path; several departments can have equal ones.
    by_shown_path: HashMap<String, Vec<DepartmentId>>,
    by_name: HashMap<String, Vec<DepartmentId>>,
    /// The departments that this change creates, with their parents.
    made: HashMap<DepartmentId, Option<DepartmentId>>,
}

impl Departments {
    pub(crate) async fn all(tx: &mut ReadTx) -> Result<Self, DeskError> {
        let mut all = Self::default();
        tx.departments().await?.into_iter().for_each(|row| all.add(row));
        Ok(all)
    }

    /// The paths of departments within reach.
    pub(crate) fn paths(&self, reach: &Reach) -> Vec<String> {
        let seen = self.rows.values().filter(|row| self.is_within(row.id, reach));
        seen.map(|row| row.path.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Removes a department that the change no longer creates.
    pub(crate) fn forget(&mut self, id: DepartmentId) {
        if let Some(row) = self.rows.remove(&id) {
            self.by_path.remove(&row.path_key);
            self.by_shown_path.entry(key(&row.path)).or_default().retain(|other| *other != id);
            self.by_name.entry(key(&row.name)).or_default().retain(|other| *other != id);
        }
        self.made.remove(&id);
    }

    /// The department within reach with that id, path, displayed path, or unique name. None: there is none.
    fn meant(&self, path: &DepartmentPath, reach: &Reach) -> Result<Option<&DepartmentRow>, FieldFault> {
        let within = |ids: Vec<DepartmentId>| -> Vec<&DepartmentRow> {
            let within = ids.into_iter().filter(|id| self.is_within(*id, reach));
            within.filter_map(|id| self.rows.get(&id)).collect()
        };
        for alike in self.alike(path).map(within) {
            match alike.as_slice() {
                [] => {}
                [row] => return Ok(Some(row)),
                several => {
                    let paths = several.iter().map(|row| row.path.clone()).collect();
                    return Err(FieldFault::DepartmentAmbiguous(paths));
                }
            }
        }
        Ok(None)
    }

    /// The candidates for a path, the best matches first.
    fn alike(&self, path: &DepartmentPath) -> [Vec<DepartmentId>; 5] {
        let all = |of: &HashMap<String, Vec<DepartmentId>>, key: &str| of.get(key).cloned().unwrap_or_default();
        let [shown, written] = path.shown_keys();
        let alone = if path.parent().is_none() { all(&self.by_name, &shown) } else { Vec::new() };
        [
            path.written().parse().into_iter().collect(),
            self.by_path.get(&path.key()).copied().into_iter().collect(),
            all(&self.by_shown_path, &shown),
            all(&self.by_shown_path, &written),
            alone,
        ]
    }

    /// The department that a path names: one within reach, else one beyond it, which the rules refuse; else a new one
    /// to be created along with the invitation, with its path.
    pub(crate) fn choose(
        &mut self,
        path: &DepartmentPath,
        reach: &Reach,
        new: DepartmentId,
    ) -> Result<(DepartmentChoice, Option<String>), DeskError> {
        if let Some(row) = fields::for_field("department", self.meant(path, reach))? {
            return Ok((self.standing(row.id), None));
        }
        // Don't reveal what lies beyond the asker's reach.
        let beyond = || DeskError::from(CreateRefusal::DepartmentNotAllowed);
        let is_limited = *reach != Reach::Everything;
        if is_limited && (path.parent().is_none() || self.alike(path).iter().any(|ids| !ids.is_empty())) {
            return Err(beyond());
        }
        let (mut above, mut key_above, mut parent) = (String::new(), String::new(), None);
        if let Some(path) = path.parent() {
            let Some(row) = fields::for_field("department", self.meant(&path, reach))? else {
                let fault = FieldFault::DepartmentParentUnknown(path.to_string());
                return Err(if is_limited { beyond() } else { DeskError::Field { field: "department", fault } });
            };
            (above, key_above, parent) = (format!("{}/", row.path), format!("{}/", row.path_key), Some(row.id));
        }
        let name = path.name().clone();
        let (full, path_key) = (format!("{above}{}", name.as_str()), format!("{key_above}{}", name.part()));
        // The path was given without its beginning, and the full path exists.
        if let Some(id) = self.by_path.get(&path_key) {
            return Ok((self.standing(*id), None));
        }
        can_stand(&name, key_above.matches(DepartmentPath::SEPARATOR).count())?;
        self.made.insert(new, parent);
        let row = DepartmentRow { id: new, name: name.as_str().to_owned(), path: full.clone(), path_key };
        self.add(row);
        Ok((DepartmentChoice::New { id: new, name, parent, place: self.place(new) }, Some(full)))
    }

    fn add(&mut self, row: DepartmentRow) {
        self.by_path.insert(row.path_key.clone(), row.id);
        self.by_shown_path.entry(key(&row.path)).or_default().push(row.id);
        self.by_name.entry(key(&row.name)).or_default().push(row.id);
        self.rows.insert(row.id, row);
    }

    fn standing(&self, id: DepartmentId) -> DepartmentChoice {
        if self.made.contains_key(&id) {
            DepartmentChoice::Made { id, place: self.place(id) }
        } else {
            DepartmentChoice::Existing(id)
        }
    }

    /// The nearest department at or above it that existed before this change.
    fn place(&self, id: DepartmentId) -> Option<DepartmentId> {
        let mut at = Some(id);
        while let Some(parent) = at.and_then(|id| self.made.get(&id)) {
            at = *parent;
        }
        at
    }

    /// A department created by this change counts as its nearest existing parent.
    fn is_within(&self, id: DepartmentId, reach: &Reach) -> bool {
        reach.includes(self.place(id))
    }
}
