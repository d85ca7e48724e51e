//! A list of users as a file. It holds no secret, so it is logged by one event for the trail.

use super::{Exported, time_cell};
use crate::DeskError;
use crate::users::{find_chosen, view};
use serde::Serialize;
use vestibule_domain::{Event, Moment, Role, Standing};
use vestibule_store::{FoundPage, ReadTx};
use vestibule_wire::{ListUsersRequest, UserSelectionRequest, UserView, command};

/// The selected users.
pub(super) struct UserFile {
    found: FoundPage,
    roles: Vec<Role>,
}

impl Exported for UserFile {
    type Command = command::ExportUsers;
    type List = ListUsersRequest;
    type Row = UserView;

    fn titles() -> Vec<&'static str> {
        let titles = [
            "id",
            "username",
            "name",
            "email",
            "role",
            "department",
            "groups",
            "state",
            "joined through",
            "created",
            "last sign-in",
        ];
        titles.into()
    }

    async fn find(
        tx: &mut ReadTx,
        selection: &UserSelectionRequest,
        who: &Standing,
        _now: Moment,
    ) -> Result<Self, DeskError> {
        let found = find_chosen(tx, selection, who).await?;
        Ok(Self { found, roles: tx.roles().await? })
    }

    fn len(&self) -> usize {
        self.found.len()
    }

    async fn rows(
        &mut self,
        tx: &mut ReadTx,
        from: usize,
        most: usize,
        who: &Standing,
    ) -> Result<Vec<UserView>, DeskError> {
        let rows = tx.users_at(&self.found, from, most).await?;
        Ok(rows.iter().map(|row| view(row, who, &self.roles)).collect())
    }

    fn cells(user: &UserView) -> Vec<String> {
        let cells = [
            user.id.clone(),
            user.username.clone(),
            user.name.clone(),
            user.email.clone(),
            user.role.name.clone(),
            user.department.clone().unwrap_or_default(),
            user.groups.join("; "),
            user.state.as_str().to_owned(),
            user.joined_through.clone().unwrap_or_default(),
            time_cell(Some(user.created_at)),
            time_cell(user.last_sign_in_at),
        ];
        cells.into()
    }

    fn record(user: &UserView) -> impl Serialize {
        user.record()
    }

    fn filters(list: &ListUsersRequest) -> Vec<(&'static str, Option<String>)> {
        let filter = &list.filter;
        vec![
            ("state", filter.state.map(|state| state.as_str().to_owned())),
            ("search", Some(list.search.clone())),
            ("role", filter.role.clone()),
            ("department", filter.department.clone()),
            ("group", filter.group.clone()),
        ]
    }

    fn events(&self, form: &'static str) -> (Event, Vec<Event>) {
        (Event::PeopleExported { rows: self.len() as u64, form: form.to_owned() }, Vec::new())
    }
}
