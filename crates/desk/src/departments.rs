//! Departments: found by what people write, listed within reach, made, moved and renamed. Keeps out what a move does to
//! people's rights: their reach is read from the tree whenever they act.

use crate::permit::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault, fields, views};
use std::collections::{BTreeSet, HashMap};
use vestibule_domain::decide::{
    CreateRefusal, DepartmentChoice, DepartmentRefusal, create_department, move_department, rename_department,
};
use vestibule_domain::{Actor, DepartmentId, DepartmentName, DepartmentPath, Event, Reach};
use vestibule_store::{Change, DepartmentRow, Look};
use vestibule_wire::command::{self, Command};
use vestibule_wire::{CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest};

impl Seat {
    /// The departments within the asker's reach, by path; for who reaches themselves only, their own.
    pub async fn list_departments(&self) -> Result<Vec<DepartmentView>, DeskError> {
        let who = self.permit::<command::ListDepartments>().await?.standing;
        let all = self.desk.store().await?.look().await?.departments().await?;
        let seen = |row: &DepartmentRow| who.reaches(Some(row.id)) || who.department == Some(row.id);
        Ok(all.iter().filter(|row| seen(row)).map(views::department).collect())
    }

    /// Makes a department, under another or at the top.
    pub async fn create_department(&self, request: CreateDepartmentRequest) -> Result<DepartmentView, DeskError> {
        let (acting, mut change) = self.permit_change::<command::CreateDepartment>().await?;
        let name = fields::at("name", DepartmentName::parse(&request.name))?;
        let parent = match &request.parent {
            Some(named) => Some(found(&mut change, "parent", named, &acting.who.standing.reach).await?),
            None => None,
        };
        let id = DepartmentId::new(self.desk.ports().now(), self.desk.ports().random());
        let all = change.department_tree().await?;
        let decided = create_department(&acting.who.standing, &all, id, name, parent).map(Some);
        self.carry_out::<command::CreateDepartment>(acting, change, decided, id).await
    }

    /// Puts a department, with all under it, under another or at the top.
    pub async fn move_department(&self, request: MoveDepartmentRequest) -> Result<DepartmentView, DeskError> {
        let (acting, mut change) = self.permit_change::<command::MoveDepartment>().await?;
        let reach = &acting.who.standing.reach;
        let id = found(&mut change, "department", &request.department, reach).await?;
        let to = match &request.to {
            Some(named) => Some(found(&mut change, "to", named, reach).await?),
            None => None,
        };
        let all = change.department_tree().await?;
        let decided = move_department(&acting.who.standing, &all, id, to);
        self.carry_out::<command::MoveDepartment>(acting, change, decided, id).await
    }

    /// Gives a department another name.
    pub async fn rename_department(&self, request: RenameDepartmentRequest) -> Result<DepartmentView, DeskError> {
        let (acting, mut change) = self.permit_change::<command::RenameDepartment>().await?;
        let id = found(&mut change, "department", &request.department, &acting.who.standing.reach).await?;
        let name = fields::at("name", DepartmentName::parse(&request.name))?;
        let all = change.department_tree().await?;
        let decided = rename_department(&acting.who.standing, &all, id, name);
        self.carry_out::<command::RenameDepartment>(acting, change, decided, id).await
    }

    /// Writes down what was decided, if anything changes, and answers with the department as it is then.
    async fn carry_out<C: Command>(
        &self,
        acting: Acting,
        mut change: Change,
        decided: Result<Option<Event>, DepartmentRefusal>,
        id: DepartmentId,
    ) -> Result<DepartmentView, DeskError> {
        match decided {
            Ok(Some(event)) => {
                let by = Actor::Account(acting.who.standing.account);
                change.append(&[event.into()], self.desk.stamp(by, self.desk.ports().now())).await?;
            }
            Ok(None) => {}
            Err(refusal) => return Err(self.refuse_change::<C>(change, &acting, refusal).await?),
        }
        let all = change.departments().await?;
        change.commit().await?;
        let row = all.iter().find(|row| row.id == id);
        Ok(views::department(row.ok_or(DeskError::Fault("a department"))?))
    }
}

/// The department that is meant by an id, a path (`Science/Physics`), or a name that only one within reach has. Out of
/// reach there is none.
pub(crate) async fn found(
    look: &mut Look,
    field: &'static str,
    named: &str,
    reach: &Reach,
) -> Result<DepartmentId, DeskError> {
    let fault = |fault| DeskError::Field { field, fault };
    let unknown = || fault(FieldFault::DepartmentUnknown);
    if let Ok(id) = named.trim().parse::<DepartmentId>() {
        let is_there = reach.includes(Some(id)) && look.division(id).await?.is_some();
        return if is_there { Ok(id) } else { Err(unknown()) };
    }
    let path = fields::at(field, DepartmentPath::parse(named))?;
    let all = look.departments_named(&path).await?;
    let within: Vec<&DepartmentRow> = all.iter().filter(|row| reach.includes(Some(row.id))).collect();
    only(&path, &within).map_err(fault)?.map(|row| row.id).ok_or_else(unknown)
}

/// The one that a path means among these: the one that stands there, or else the only one of that name. None: there is
/// none.
fn only<'a>(path: &DepartmentPath, all: &[&'a DepartmentRow]) -> Result<Option<&'a DepartmentRow>, FieldFault> {
    let keys = [path.key(), path.whole_key()];
    match (all.iter().find(|row| keys.contains(&row.path_key)), all) {
        (Some(row), _) => Ok(Some(row)),
        (None, []) => Ok(None),
        (None, [row]) => Ok(Some(row)),
        _ => Err(FieldFault::DepartmentAmbiguous(all.iter().map(|row| row.path.clone()).collect())),
    }
}

/// The departments that stand and those that a change makes, to be looked up by what people write.
#[derive(Default)]
pub(crate) struct Departments {
    rows: HashMap<DepartmentId, DepartmentRow>,
    by_path: HashMap<String, DepartmentId>,
    by_name: HashMap<String, Vec<DepartmentId>>,
    /// What each that this change makes is under.
    made: HashMap<DepartmentId, Option<DepartmentId>>,
}

impl Departments {
    pub(crate) async fn all(look: &mut Look) -> Result<Self, DeskError> {
        let mut all = Self::default();
        look.departments().await?.into_iter().for_each(|row| all.add(row));
        Ok(all)
    }

    /// The paths of those within reach.
    pub(crate) fn paths(&self, reach: &Reach) -> Vec<String> {
        let seen = self.rows.values().filter(|row| self.is_within(row.id, reach));
        seen.map(|row| row.path.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Forgets one that a change was to make.
    pub(crate) fn forget(&mut self, id: DepartmentId) {
        if let Some(row) = self.rows.remove(&id) {
            self.by_path.remove(&row.path_key);
            self.by_name.entry(row.name_key).or_default().retain(|other| *other != id);
        }
        self.made.remove(&id);
    }

    /// Whether there is one within reach that a path means.
    pub(crate) fn has(&self, path: &DepartmentPath, reach: &Reach) -> Result<bool, DeskError> {
        Ok(fields::at("department", only(path, &self.within(path, reach)))?.is_some())
    }

    /// The department that a path means: one within reach before one beyond it, which the rules refuse; or one that is
    /// made along with an invitation, with its path.
    pub(crate) fn choose(
        &mut self,
        path: &DepartmentPath,
        reach: &Reach,
        new: DepartmentId,
    ) -> Result<(DepartmentChoice, Option<String>), DeskError> {
        if let Some(row) = fields::at("department", only(path, &self.within(path, reach)))? {
            return Ok((self.standing(row.id), None));
        }
        if let Some(row) = self.named(path).next() {
            return Ok((DepartmentChoice::Existing(row.id), None));
        }
        let (mut above, mut key_above, mut parent) = (String::new(), String::new(), None);
        if let Some(path) = path.parent() {
            let Some(row) = fields::at("department", only(&path, &self.within(&path, reach)))? else {
                // Nobody is told what lies beyond their reach.
                return Err(match reach {
                    Reach::Everything => {
                        let fault = FieldFault::DepartmentParentUnknown(path.to_string());
                        DeskError::Field { field: "department", fault }
                    }
                    _ => CreateRefusal::DepartmentNotAllowed.into(),
                });
            };
            (above, key_above, parent) = (format!("{}/", row.path), format!("{}/", row.path_key), Some(row.id));
        }
        let name = path.name().clone();
        let (full, path_key) = (format!("{above}{}", name.as_str()), format!("{key_above}{}", name.part()));
        // It was named by the end of its path.
        if let Some(id) = self.by_path.get(&path_key) {
            return Ok((self.standing(*id), None));
        }
        if name.as_str().contains(DepartmentPath::SEPARATOR) {
            return Err(DepartmentRefusal::Slash.into());
        }
        if path_key.split(DepartmentPath::SEPARATOR).count() > DepartmentPath::MAX_DEPTH {
            return Err(DepartmentRefusal::TooDeep { max: DepartmentPath::MAX_DEPTH }.into());
        }
        self.made.insert(new, parent);
        let row = DepartmentRow {
            id: new,
            name: name.as_str().to_owned(),
            path: full.clone(),
            path_key,
            name_key: name.part(),
        };
        self.add(row);
        Ok((DepartmentChoice::New { id: new, name, parent }, Some(full)))
    }

    fn add(&mut self, row: DepartmentRow) {
        self.by_path.insert(row.path_key.clone(), row.id);
        self.by_name.entry(row.name_key.clone()).or_default().push(row.id);
        self.rows.insert(row.id, row);
    }

    fn standing(&self, id: DepartmentId) -> DepartmentChoice {
        match self.made.get(&id) {
            Some(parent) => DepartmentChoice::Made { id, parent: *parent },
            None => DepartmentChoice::Existing(id),
        }
    }

    /// What a path may mean, as [`Look::departments_named`] says.
    fn named(&self, path: &DepartmentPath) -> impl Iterator<Item = &DepartmentRow> {
        let exact = [path.key(), path.whole_key()].into_iter().filter_map(|key| self.by_path.get(&key).copied());
        let alike = path.parent().is_none().then(|| self.by_name.get(&path.key())).flatten();
        let ids: BTreeSet<DepartmentId> = exact.chain(alike.into_iter().flatten().copied()).collect();
        ids.into_iter().filter_map(|id| self.rows.get(&id))
    }

    fn within(&self, path: &DepartmentPath, reach: &Reach) -> Vec<&DepartmentRow> {
        self.named(path).filter(|row| self.is_within(row.id, reach)).collect()
    }

    /// One that this change makes lies where it is made.
    fn is_within(&self, id: DepartmentId, reach: &Reach) -> bool {
        let mut at = Some(id);
        while let Some(parent) = at.and_then(|id| self.made.get(&id)) {
            at = *parent;
        }
        reach.includes(at)
    }
}
