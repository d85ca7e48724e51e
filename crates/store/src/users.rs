//! Lists of people: filters, sorts, search, pages and counters, fast at any size. Keeps out who may see whom: callers
//! pass the reach.

mod many;
mod page;
mod sign_in;

use crate::StoreError;
use crate::log::moment;
use crate::rows::{AccountRow, USER, account_of};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::HashMap;
use vestibule_domain::{AccountId, AccountState, Division, GroupId, InvitationId, Moment, Reach, RoleId, SearchTerm};

/// The column that orders people. Ties in role, department or state: newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserSort {
    /// By its comparison key, so regardless of case.
    #[default]
    Name,
    /// By its lower-case form.
    Username,
    /// By its lower-case form.
    Email,
    /// The role's name.
    Role,
    /// The department's path; those without one first.
    Department,
    /// In the order Active, Suspended, Erased.
    State,
    /// The last sign-in; those who never signed in come first.
    LastSignIn,
    /// In the order in which this device received the accounts.
    Created,
}

/// Filters for people. All that are set must match.
#[derive(Debug, Clone, Default)]
pub struct UserFilter {
    /// State of the account; none: all but erased ones.
    pub state: Option<AccountState>,
    /// Exactly that role.
    pub role: Option<RoleId>,
    /// In that division.
    pub department: Option<Division>,
    /// In that group.
    pub group: Option<GroupId>,
    /// Part of name, username or email.
    pub search: Option<SearchTerm>,
}

/// Which page of which list.
#[derive(Debug, Clone)]
pub struct UserQuery {
    /// The asker's reach.
    pub reach: Reach,
    /// The conditions on rows.
    pub filter: UserFilter,
    /// The column to sort by.
    pub sort: UserSort,
    /// Largest first.
    pub descending: bool,
    /// From 1; beyond the end, the last page is returned.
    pub page: u32,
    /// Rows per page.
    pub size: u32,
    /// Up to this many search matches are fetched and sorted, instead of walking an index until a page is full.
    /// [`UserQuery::SMALL`] except in tests, which try both ways on few rows.
    pub small: u64,
}

impl UserQuery {
    /// Takes some milliseconds.
    pub const SMALL: u64 = 2_000;
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// The account, with role and department.
    pub account: AccountRow,
    /// The names of their groups, in order.
    pub groups: Vec<String>,
    /// The invitation they joined through; none: the first administrator.
    pub joined_through: Option<InvitationId>,
    /// When the account was created.
    pub created_at: Moment,
    /// When they last signed in; none: never.
    pub last_sign_in_at: Option<Moment>,
}

/// How many people are within reach, regardless of filters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UserCounters {
    /// Those who may sign in.
    pub active: u64,
    /// Those who may not sign in.
    pub suspended: u64,
}

/// One page of people.
#[derive(Debug, Clone)]
pub struct UserPage {
    /// The people on it.
    pub items: Vec<UserRow>,
    /// How many match in all.
    pub total: u64,
    /// True: there may be more than `total`, since counting stopped early.
    pub is_at_least: bool,
    /// The page returned.
    pub page: u32,
    /// Independent of the filters.
    pub counters: UserCounters,
}

/// The rows of a page, by local number.
struct FoundPage {
    numbers: Vec<i64>,
    total: u64,
    is_at_least: bool,
    page: u32,
}

impl ReadTx {
    /// One page of people.
    pub async fn users(&mut self, query: &UserQuery) -> Result<UserPage, StoreError> {
        let (found, counters) = page::find(self, query).await?;
        let FoundPage { numbers, total, is_at_least, page } = found;
        let mut by_number = self.users_of(&numbers).await?;
        let items = numbers.iter().filter_map(|number| by_number.remove(number)).collect();
        Ok(UserPage { items, total, is_at_least, page, counters })
    }

    /// A person, as lists show them.
    pub async fn user(&mut self, account: AccountId) -> Result<Option<UserRow>, StoreError> {
        let mut sql = Sql::new(USER);
        sql.bind(" WHERE a.id = ?", account.as_bytes());
        let rows = sql.rows(self.connection()).await?;
        Ok(rows.first().map(user_of).transpose()?.map(|(_, user)| user))
    }

    async fn users_of(&mut self, numbers: &[i64]) -> Result<HashMap<i64, UserRow>, StoreError> {
        let mut sql = Sql::new(USER);
        sql.one_of(" WHERE ", "a.num", numbers);
        sql.rows(self.connection()).await?.iter().map(user_of).collect()
    }

    /// Whether there is, beside that account, somebody who may sign in with one of these roles.
    pub async fn has_another_of(&mut self, roles: &[RoleId], but: &[AccountId]) -> Result<bool, StoreError> {
        let list = |ids: Vec<String>| {
            let ids: Vec<String> = ids.into_iter().map(|id| format!("\"{}\"", id.replace('-', ""))).collect();
            format!("[{}]", ids.join(","))
        };
        let roles = list(roles.iter().map(ToString::to_string).collect());
        let but = list(but.iter().map(ToString::to_string).collect());
        let mut sql = Sql::default();
        sql.text(
            "SELECT EXISTS (
                 SELECT 1 FROM json_each(?) AS l CROSS JOIN role AS r ON r.id = unhex(l.value)
                 CROSS JOIN account AS a INDEXED BY account_kind ON a.role = r.num
                 WHERE a.state = 0",
            &roles,
        );
        sql.text(" AND a.id NOT IN (SELECT unhex(value) FROM json_each(?)))", &but);
        Ok(sql.count(self).await? > 0)
    }
}

/// Reads a row of [`USER`], with the account's local number.
fn user_of(row: &SqliteRow) -> Result<(i64, UserRow), StoreError> {
    let joined_through = row.get::<Option<&[u8]>, _>(14).map(crate::log::to_16_bytes).transpose()?;
    let groups: &str = row.get(17);
    let user = UserRow {
        account: account_of(row)?,
        groups: serde_json::from_str(groups).map_err(|_| StoreError::Unreadable { what: "groups" })?,
        joined_through: joined_through.map(InvitationId::from_bytes),
        created_at: moment(row.get(15))?,
        last_sign_in_at: row.get::<Option<i64>, _>(16).map(moment).transpose()?,
    };
    Ok((row.get(13), user))
}
