//! Departments: found by what people write, listed within reach, made, moved and renamed. Keeps out what a move does to
//! people's rights: their reach is read from the tree whenever they act.

use crate::permit::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault, fields, views};
use vestibule_domain::decide::{DepartmentRefusal, create_department, move_department, rename_department};
use vestibule_domain::{Actor, DepartmentId, DepartmentName, DepartmentPath, Event, Reach};
use vestibule_store::{Change, Look};
use vestibule_wire::command::{self, Command};
use vestibule_wire::{CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest};

impl Seat {
    /// The departments within the asker's reach, by path; for who reaches themselves only, their own.
    pub async fn list_departments(&self) -> Result<Vec<DepartmentView>, DeskError> {
        let who = self.permit::<command::ListDepartments>().await?.standing;
        let all = self.desk.store().await?.look().await?.departments().await?;
        let seen = |id: DepartmentId| who.reaches(Some(id)) || who.department == Some(id);
        Ok(all.into_iter().filter(|(id, _)| seen(*id)).map(|(id, path)| views::department(id, path)).collect())
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
        let path = all.into_iter().find(|(one, _)| *one == id).map(|(_, path)| path);
        Ok(views::department(id, path.ok_or(DeskError::Fault("a department"))?))
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
    let mut all = look.departments_named(&path).await?;
    all.retain(|(id, _)| reach.includes(Some(*id)));
    only(all).map_err(fault)?.ok_or_else(unknown)
}

/// The one of these; none: there is none.
pub(crate) fn only(all: Vec<(DepartmentId, String)>) -> Result<Option<DepartmentId>, FieldFault> {
    match all.as_slice() {
        [] => Ok(None),
        [(id, _)] => Ok(Some(*id)),
        _ => Err(FieldFault::DepartmentAmbiguous(all.into_iter().map(|(_, path)| path).collect())),
    }
}
