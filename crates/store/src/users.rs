//! Lists of people: filters, sorts, search, pages and counters, quick at any size. Keeps out who may see whom: the
//! reach
//! comes in.

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

/// By which column people are sorted. Those who are alike in role, department or state: the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserSort {
    /// As its letters are compared, whatever their case.
    #[default]
    Name,
    /// In lower case.
    Username,
    /// In lower case.
    Email,
    /// The role's name.
    Role,
    /// The department's path; those of none first.
    Department,
    /// Active, Suspended, Erased.
    State,
    /// Those who never signed in first.
    LastSignIn,
    /// In the order in which this device learned of the accounts.
    Created,
}

/// Which people. All of it combines.
#[derive(Debug, Clone, Default)]
pub struct UserFilter {
    /// In that state; none: all but those who were erased.
    pub state: Option<AccountState>,
    /// With that role.
    pub role: Option<RoleId>,
    /// Of that division.
    pub department: Option<Division>,
    /// In that group.
    pub group: Option<GroupId>,
    /// Part of name, username or email.
    pub search: Option<SearchTerm>,
}

/// Which page of which list.
#[derive(Debug, Clone)]
pub struct UserQuery {
    /// Whom the asker may see.
    pub reach: Reach,
    /// Which.
    pub filter: UserFilter,
    /// In which order.
    pub sort: UserSort,
    /// Largest first.
    pub descending: bool,
    /// 1-based; one behind the end gives the last page.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
    /// Up to so many people that match a search are fetched and sorted, instead of walking an index until a page is
    /// full. [`UserQuery::SMALL`], but for tests that want both ways tried on few rows.
    pub small: u64,
}

impl UserQuery {
    /// Some milliseconds' work.
    pub const SMALL: u64 = 2_000;
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// Who, with role and department.
    pub account: AccountRow,
    /// The names of the groups that they belong to, in order.
    pub groups: Vec<String>,
    /// The invitation that they came through; none: the first administrator.
    pub joined_through: Option<InvitationId>,
    /// When the account was made.
    pub created_at: Moment,
    /// When they signed in last; none: never.
    pub last_sign_in_at: Option<Moment>,
}

/// How many people there are within reach, filters apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UserCounters {
    /// Who may sign in.
    pub active: u64,
    /// Who may not.
    pub suspended: u64,
}

/// One page.
#[derive(Debug, Clone)]
pub struct UserPage {
    /// The rows.
    pub items: Vec<UserRow>,
    /// How many match in all.
    pub total: u64,
    /// There may be more than `total`: they were not counted to the end.
    pub is_at_least: bool,
    /// The page given.
    pub page: u32,
    /// Whatever the filters.
    pub counters: UserCounters,
}

/// Which rows of the table make up the page.
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

    /// A person with what lists show of them.
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

/// Reads a row of [`USER`], with its local number.
fn user_of(row: &SqliteRow) -> Result<(i64, UserRow), StoreError> {
    let joined_through = row.get::<Option<&[u8]>, _>(14).map(crate::log::sixteen).transpose()?;
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
