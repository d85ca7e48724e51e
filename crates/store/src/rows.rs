//! Reads single records: organisation, roles, accounts, invitations and their uses. Keeps out who may see them.

use crate::StoreError;
use crate::apply::invitation::{ARCHIVED, LAPSED, OPEN, REVOKED, USED};
use crate::log::moment;
use crate::sql::Sql;
use crate::transaction::{ReadTx, id_of};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::HashMap;
use vestibule_domain::{
    AccountId, AccountState, Code, DepartmentId, DeviceId, Division, Email, EmailDomain, Expiry, GroupId, Invitation,
    InvitationId, Label, Moment, Note, Permission, Policy, Rank, Reach, Reason, Revocation, Role, RoleId, SessionId,
    Standing, UsageLimit,
};

/// "Never" as a number that sorts after every time.
pub(crate) const NEVER: i64 = i64::MAX;

/// The organisation's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Display name.
    pub name: String,
    /// Base address of invite links; none: not set.
    pub join_address: Option<String>,
}

/// An account with its role and department as they are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// The account as the rules see it.
    pub standing: Standing,
    /// Display name; empty once erased.
    pub name: String,
    /// Email address; empty once erased.
    pub email: String,
    /// Username to sign in with; empty once erased.
    pub username: String,
    /// Path of their department; none: the whole organisation.
    pub department: Option<String>,
}

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The account's id.
    pub id: AccountId,
    /// Display name; empty once erased.
    pub name: String,
    /// Username; empty once erased.
    pub username: String,
}

/// An invitation, with the names of what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    /// Local row number.
    pub(crate) pos: i64,
    /// The record.
    pub invitation: Invitation,
    /// Role for newcomers, as it is now.
    pub role: Role,
    /// Its code. None: this device holds a digest only.
    pub code: Option<Code>,
    /// Path of its department.
    pub department: Option<String>,
    /// Its groups' names.
    pub groups: Vec<String>,
    /// The account that created it.
    pub creator: PersonRow,
    /// The account that revoked it.
    pub revoked_by: Option<PersonRow>,
}

/// One use of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseRow {
    /// Who joined.
    pub person: PersonRow,
    /// When they joined.
    pub at: Moment,
    /// Name of the device where they joined.
    pub device: String,
}

pub(crate) const INVITATION: &str = "
    SELECT i.pos, i.id, i.code, i.email, i.label, i.usage_limit, i.uses, i.expires_at, i.created_at, i.revoked_at, i.reason,
           d.id, d.path, c.id, c.name, coalesce(c.username, ''), v.id, v.name, coalesce(v.username, ''),
           r.id, r.name, r.rank, r.scope, r.permissions,
           i.domain, i.note, i.replaces, i.replaced_by, i.archived_at,
           (SELECT json_group_array(json_array(hex(g.id), g.name)) FROM invitation_group AS m JOIN user_group AS g ON g.num = m.user_group
            WHERE m.invitation = i.pos) FROM invitation AS i
    JOIN role AS r ON r.num = i.role
    JOIN account AS c ON c.num = i.creator
    LEFT JOIN department AS d ON d.num = i.department
    LEFT JOIN account AS v ON v.num = i.revoked_by";

/// The SELECT of an account's columns, with more columns appended.
macro_rules! account {
    ($more:literal) => {
        concat!(
            "SELECT a.id, a.name, coalesce(a.email, ''), coalesce(a.username, ''), a.state, d.id, d.path,
                 r.id, r.name, r.rank, r.scope, r.permissions,
                 CASE WHEN r.scope = '\"division\"' THEN (
                     WITH RECURSIVE under (num) AS (
                         SELECT a.department UNION
                         SELECT n.num FROM department AS n JOIN under AS u ON n.parent = u.num)
                     SELECT group_concat(hex(n.id)) FROM under AS u JOIN department AS n ON n.num = u.num) END",
            $more,
            " FROM account AS a JOIN role AS r ON r.num = a.role LEFT JOIN department AS d ON d.num = a.department"
        )
    };
}

pub(crate) const ACCOUNT: &str = account!("");
/// As [`ACCOUNT`], with the columns of lists from column 13 on.
pub(crate) const USER: &str = account!(
    ", a.num, a.joined_through, a.created_at, a.last_sign_in_at,
       (SELECT json_group_array(g.name) FROM (
            SELECT n.name FROM account_group AS m JOIN user_group AS n ON n.num = m.user_group
            WHERE m.account = a.num ORDER BY n.name_key) AS g)"
);

/// The condition for an account with that session. Without a session, the account alone.
pub(crate) fn account_condition(account: AccountId, session: Option<SessionId>) -> Sql {
    let mut such = Sql::default();
    such.bind(" WHERE a.id = ?", account.as_bytes());
    if let Some(session) = session {
        such.bind(" AND EXISTS (SELECT 1 FROM session AS s WHERE s.account = a.num AND s.id = ?)", session.as_bytes());
    }
    such
}

pub(crate) const ORGANISATION: &str = "SELECT name, join_address FROM organisation";

pub(crate) const ROLE: &str =
    "SELECT r.id, r.name, r.rank, r.scope, r.permissions FROM role AS r ORDER BY r.rank DESC, r.name";

impl ReadTx {
    /// The organisation; none before first start.
    pub async fn organisation(&mut self) -> Result<Option<OrganisationRow>, StoreError> {
        let row = sqlx::query(ORGANISATION).fetch_optional(self.connection()).await?;
        Ok(row.as_ref().map(organisation_of))
    }

    /// All roles, highest rank first.
    pub async fn roles(&mut self) -> Result<Vec<Role>, StoreError> {
        let rows = sqlx::query(ROLE).fetch_all(self.connection()).await?;
        rows.iter().map(|row| role_of(row, 0)).collect()
    }

    /// The invitation that somebody joined through, those it replaced, and those bound to an address that the person
    /// has or had.
    pub async fn invitations_about(&mut self, account: AccountId) -> Result<Vec<InvitationRow>, StoreError> {
        let keys = serde_json::to_string(&self.email_keys_of(account).await?)
            .map_err(|_| StoreError::Unreadable { what: "personal part" })?;
        let sql = format!(
            "WITH RECURSIVE theirs (id) AS (
                 SELECT joined_through FROM account WHERE id = ?1
                 UNION SELECT b.id FROM account AS a CROSS JOIN invitation AS b ON b.email_key = a.email_key WHERE a.id = ?1
                 UNION SELECT b.id FROM json_each(?2) AS k CROSS JOIN invitation AS b ON b.email_key = k.value
                 UNION SELECT m.invitation FROM json_each(?2) AS k CROSS JOIN mail AS m ON m.address_key = k.value
                 UNION SELECT r.replaces FROM theirs AS t CROSS JOIN invitation AS r ON r.id = t.id)
             {INVITATION} WHERE i.id IN (SELECT id FROM theirs WHERE id IS NOT NULL) ORDER BY i.pos"
        );
        let query = sqlx::query(&sql).bind(account.as_bytes().to_vec()).bind(keys);
        query.fetch_all(self.connection()).await?.iter().map(invitation_of).collect()
    }

    /// Devices without a DeviceAdded event: of logs written before that event existed.
    pub async fn devices_to_add(&mut self) -> Result<Vec<(DeviceId, String)>, StoreError> {
        let rows = sqlx::query(
            "SELECT d.id, d.name FROM device AS d WHERE d.kind IS NULL
                 AND EXISTS (SELECT 1 FROM event AS e WHERE e.device = d.num AND e.version = 1)",
        )
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(|row| Ok((DeviceId::from_bytes(id_of(row, 0)?), row.get(1)))).collect()
    }

    /// The group with that [`vestibule_domain::GroupName::key`].
    pub async fn group(&mut self, key: &str) -> Result<Option<GroupId>, StoreError> {
        let row = sqlx::query("SELECT id FROM user_group WHERE name_key = ?")
            .bind(key)
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| Ok(GroupId::from_bytes(id_of(&row, 0)?))).transpose()
    }

    /// All groups by comparison key.
    pub async fn groups_by_key(&mut self) -> Result<Vec<(String, GroupId)>, StoreError> {
        let rows = sqlx::query("SELECT id, name_key FROM user_group").fetch_all(self.connection()).await?;
        rows.iter().map(|row| Ok((row.get(1), GroupId::from_bytes(id_of(row, 0)?)))).collect()
    }

    /// All groups, ordered by name.
    pub async fn groups(&mut self) -> Result<Vec<(GroupId, String)>, StoreError> {
        let rows =
            sqlx::query("SELECT id, name FROM user_group ORDER BY name_key").fetch_all(self.connection()).await?;
        rows.iter().map(|row| Ok((GroupId::from_bytes(id_of(row, 0)?), row.get(1)))).collect()
    }

    /// Recently used labels, the latest first, at most `most`. With a division, only those of its invitations.
    pub async fn labels(&mut self, scope: Option<&Division>, most: u32) -> Result<Vec<String>, StoreError> {
        // Search only the newest rows: long unused labels don't help in a list of choices. Newest by creation time,
        // which can differ from the order of arrival: SQLite merges the list states, each of which its index has in
        // this order.
        let list_state = |list_state: i64| {
            format!(
                "SELECT pos, created_at FROM invitation INDEXED BY invitation_list_state_created WHERE list_state = {list_state}"
            )
        };
        let list_states = [OPEN, USED, LAPSED, REVOKED, ARCHIVED].map(list_state).join(" UNION ALL ");
        let mut sql = Sql::new(format!(
            "SELECT i.label FROM ({list_states} ORDER BY created_at DESC, pos DESC LIMIT 5000) AS n
             CROSS JOIN invitation AS i ON i.pos = n.pos WHERE i.label IS NOT NULL"
        ));
        if let Some(division) = scope {
            sql.one_of(" AND ", "i.department", &self.numbers_of(division).await?);
        }
        sql.int(" GROUP BY i.label ORDER BY max(i.created_at) DESC, max(i.pos) DESC LIMIT ?", i64::from(most));
        Ok(sql.rows(self.connection()).await?.iter().map(|row| row.get(0)).collect())
    }

    /// The accounts with one of these roles, ordered by name; at most `most`.
    pub async fn people_with(&mut self, roles: &[RoleId], most: u32) -> Result<Vec<AccountRow>, StoreError> {
        let places = vec!["?"; roles.len()].join(", ");
        let sql = format!("{ACCOUNT} WHERE r.id IN ({places}) ORDER BY a.name LIMIT ?");
        let mut query = sqlx::query(&sql);
        for role in roles {
            query = query.bind(role.as_bytes().to_vec());
        }
        query.bind(i64::from(most)).fetch_all(self.connection()).await?.iter().map(account_of).collect()
    }

    /// The organisation's rules.
    pub async fn policy(&mut self) -> Result<Policy, StoreError> {
        let rules: Option<String> = sqlx::query_scalar(POLICY).fetch_optional(self.connection()).await?;
        rules.as_deref().map_or(Ok(Policy::default()), policy_of)
    }

    /// An account by id.
    pub async fn account(&mut self, id: AccountId) -> Result<Option<AccountRow>, StoreError> {
        let sql = format!("{ACCOUNT} WHERE a.id = ?");
        let row = sqlx::query(&sql).bind(id.as_bytes().to_vec()).fetch_optional(self.connection()).await?;
        row.as_ref().map(account_of).transpose()
    }

    /// An account that has that session, and the organisation's rules, in one round trip.
    pub async fn account_under_rules(
        &mut self,
        id: AccountId,
        session: Option<SessionId>,
    ) -> Result<(Option<AccountRow>, Policy), StoreError> {
        let mut sql =
            Sql::new(format!("SELECT part.*, (SELECT rules FROM policy) FROM (SELECT 1) LEFT JOIN ({ACCOUNT}"));
        sql.append(&account_condition(id, session));
        sql.push(") AS part");
        let rows = sql.rows(self.connection()).await?;
        let row = rows.first().ok_or(StoreError::Unreadable { what: "account" })?;
        let rules: Option<&str> = row.get(row.len() - 1);
        let policy = rules.map_or(Ok(Policy::default()), policy_of)?;
        let known = row.get::<Option<&[u8]>, _>(0).is_some();
        Ok((known.then(|| account_of(row)).transpose()?, policy))
    }

    /// An invitation by id.
    pub async fn invitation(&mut self, id: InvitationId) -> Result<Option<InvitationRow>, StoreError> {
        let sql = format!("{INVITATION} WHERE i.id = ?");
        let row = sqlx::query(&sql).bind(id.as_bytes().to_vec()).fetch_optional(self.connection()).await?;
        row.as_ref().map(invitation_of).transpose()
    }

    /// An invitation by its code.
    pub async fn invitation_with_code(&mut self, code: &Code) -> Result<Option<InvitationRow>, StoreError> {
        let sql = format!("{INVITATION} WHERE i.code = ?");
        let row = sqlx::query(&sql).bind(code_form(code)).fetch_optional(self.connection()).await?;
        row.as_ref().map(invitation_of).transpose()
    }

    /// The uses of each of these invitations, oldest first, at most `most` each; unused ones are left out.
    pub async fn uses_of(
        &mut self,
        invitations: &[InvitationRow],
        most: u32,
    ) -> Result<HashMap<InvitationId, Vec<UseRow>>, StoreError> {
        let used = invitations.iter().filter(|row| row.invitation.uses > 0);
        let ids: HashMap<i64, InvitationId> = used.map(|row| (row.pos, row.invitation.id)).collect();
        let mut uses: HashMap<InvitationId, Vec<UseRow>> = HashMap::with_capacity(ids.len());
        if ids.is_empty() {
            return Ok(uses);
        }
        let used: Vec<&i64> = ids.keys().collect();
        let sql = "SELECT a.id, a.name, coalesce(a.username, ''), u.at, d.name, u.invitation
             FROM json_each(?) AS l CROSS JOIN invitation_use AS u ON u.invitation = l.value AND u.account IN (
                 SELECT f.account FROM invitation_use AS f WHERE f.invitation = l.value ORDER BY f.at, f.account LIMIT ?)
             JOIN account AS a ON a.num = u.account JOIN device AS d ON d.num = u.device
             ORDER BY u.invitation, u.at, u.account";
        let rows =
            sqlx::query(sql).bind(format!("{used:?}")).bind(i64::from(most)).fetch_all(self.connection()).await?;
        for row in &rows {
            let one = UseRow { person: person_of(row, 0)?, at: moment(row.get(3))?, device: row.get(4) };
            if let Some(id) = ids.get(&row.get(5)) {
                uses.entry(*id).or_default().push(one);
            }
        }
        Ok(uses)
    }

    /// Names of these accounts.
    pub async fn people(&mut self, accounts: &[AccountId]) -> Result<HashMap<AccountId, PersonRow>, StoreError> {
        let ids: Vec<String> = accounts.iter().map(|id| id.to_string().replace('-', "")).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable { what: "account" })?;
        let sql = "SELECT a.id, a.name, coalesce(a.username, '') FROM json_each(?) AS l
                   CROSS JOIN account AS a ON a.id = unhex(l.value)";
        let rows = sqlx::query(sql).bind(ids).fetch_all(self.connection()).await?;
        rows.iter().map(|row| person_of(row, 0).map(|person| (person.id, person))).collect()
    }
}

/// The stored form of a code, used to look up an invitation. A device that may not hold codes stores a keyed digest
/// instead, prefixed with `#`.
pub(crate) fn code_form(code: &Code) -> &str {
    code.symbols()
}

/// The code in a column. None: it holds a digest.
fn code_of(form: &str) -> Result<Option<Code>, StoreError> {
    if form.starts_with('#') {
        return Ok(None);
    }
    Code::parse(form).map(Some).map_err(|_| StoreError::Unreadable { what: "invitation" })
}

pub(crate) fn person_of(row: &SqliteRow, first: usize) -> Result<PersonRow, StoreError> {
    Ok(PersonRow {
        id: AccountId::from_bytes(id_of(row, first)?),
        name: row.get(first + 1),
        username: row.get(first + 2),
    })
}

pub(crate) const POLICY: &str = "SELECT rules FROM policy";

pub(crate) fn policy_of(rules: &str) -> Result<Policy, StoreError> {
    serde_json::from_str(rules).map_err(|_| StoreError::Unreadable { what: "policy" })
}

pub(crate) fn organisation_of(row: &SqliteRow) -> OrganisationRow {
    organisation_at(row, 0)
}

/// As [`organisation_of`], for a row that has the columns of [`ORGANISATION`] from `first` on.
pub(crate) fn organisation_at(row: &SqliteRow, first: usize) -> OrganisationRow {
    OrganisationRow { name: row.get(first), join_address: row.get(first + 1) }
}

pub(crate) fn role_of(row: &SqliteRow, first: usize) -> Result<Role, StoreError> {
    let unreadable = StoreError::Unreadable { what: "role" };
    let (Ok(scope), Ok(permissions), Ok(rank)) = (
        serde_json::from_str(row.get(first + 3)),
        serde_json::from_str::<Vec<String>>(row.get(first + 4)),
        u16::try_from(row.get::<i64, _>(first + 2)),
    ) else {
        return Err(unreadable);
    };
    Ok(Role {
        id: RoleId::from_bytes(id_of(row, first)?),
        name: row.get(first + 1),
        rank: Rank::new(rank),
        scope,
        permissions: Permission::known(&permissions),
    })
}

pub(crate) fn department_of(row: &SqliteRow, first: usize) -> Result<Option<DepartmentId>, StoreError> {
    match row.get::<Option<&[u8]>, _>(first) {
        Some(bytes) => Ok(Some(DepartmentId::from_bytes(crate::log::to_16_bytes(bytes)?))),
        None => Ok(None),
    }
}

/// Parses `0190…,0190…`: ids in hexadecimal.
fn ids_of(list: &str) -> Result<Vec<DepartmentId>, StoreError> {
    let read = |id: &str| id.parse().map_err(|_| StoreError::Unreadable { what: "department" });
    list.split(',').map(read).collect()
}

pub(crate) fn account_of(row: &SqliteRow) -> Result<AccountRow, StoreError> {
    account_at(row, 0)
}

/// As [`account_of`], for a row that has the columns of [`ACCOUNT`] from `first` on.
pub(crate) fn account_at(row: &SqliteRow, first: usize) -> Result<AccountRow, StoreError> {
    let state = match row.get::<i64, _>(first + 4) {
        0 => AccountState::Active,
        2 => AccountState::Erased,
        _ => AccountState::Suspended,
    };
    let role = role_of(row, first + 7)?;
    let department = department_of(row, first + 5)?;
    let division = match (department, row.get::<Option<&str>, _>(first + 12)) {
        (Some(head), Some(all)) => Some(Division::new(head, ids_of(all)?)),
        _ => None,
    };
    let reach = Reach::from_scope(role.scope, division);
    let account = AccountId::from_bytes(id_of(row, first)?);
    let standing = Standing { account, role, department, reach, state };
    Ok(AccountRow {
        standing,
        name: row.get(first + 1),
        email: row.get(first + 2),
        username: row.get(first + 3),
        department: row.get(first + 6),
    })
}

fn invitation_id(row: &SqliteRow, column: usize) -> Result<Option<InvitationId>, StoreError> {
    match row.get::<Option<&[u8]>, _>(column) {
        Some(bytes) => Ok(Some(InvitationId::from_bytes(crate::log::to_16_bytes(bytes)?))),
        None => Ok(None),
    }
}

/// Parses `[["0190…", "First aiders"], …]`: ids in hexadecimal.
fn groups_of(json: &str) -> Result<Vec<(GroupId, String)>, StoreError> {
    let unreadable = || StoreError::Unreadable { what: "groups" };
    let pairs: Vec<(String, String)> = serde_json::from_str(json).map_err(|_| unreadable())?;
    pairs.into_iter().map(|(id, name)| Ok((id.parse().map_err(|_| unreadable())?, name))).collect()
}

pub(crate) fn invitation_of(row: &SqliteRow) -> Result<InvitationRow, StoreError> {
    invitation_at(row, 0)
}

/// As [`invitation_of`], for a row that has the columns of [`INVITATION`] from `first` on.
pub(crate) fn invitation_at(row: &SqliteRow, first: usize) -> Result<InvitationRow, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "invitation" };
    let creator = person_of(row, first + 13)?;
    let revoked_by =
        row.get::<Option<&[u8]>, _>(first + 16).is_some().then(|| person_of(row, first + 16)).transpose()?;
    let role = role_of(row, first + 19)?;
    let reason: Option<String> = row.get(first + 10);
    let revoked = match row.get::<Option<i64>, _>(first + 9) {
        Some(at) => {
            let reason = reason.map(|text| Reason::parse(&text)).transpose().map_err(unreadable)?;
            Some(Revocation { by: revoked_by.as_ref().map(|by| by.id), at: moment(at)?, reason })
        }
        None => None,
    };
    let email: Option<String> = row.get(first + 3);
    let label: Option<String> = row.get(first + 4);
    let ends: i64 = row.get(first + 7);
    let code = code_of(row.get(first + 2))?;
    let limit = u64::try_from(row.get::<i64, _>(first + 5)).ok().and_then(|n| UsageLimit::new(n).ok());
    let groups = groups_of(row.get(first + 29))?;
    let invitation = Invitation {
        id: InvitationId::from_bytes(id_of(row, first + 1)?),
        email: email
            .map(|text| Email::parse(&text))
            .transpose()
            .map_err(|_| StoreError::Unreadable { what: "email" })?,
        role: role.id,
        department: department_of(row, first + 11)?,
        domain: row
            .get::<Option<&str>, _>(first + 24)
            .map(EmailDomain::parse)
            .transpose()
            .map_err(|_| StoreError::Unreadable { what: "domain" })?,
        groups: groups.iter().map(|(id, _)| *id).collect(),
        label: label.map(|text| Label::parse(&text)).transpose().map_err(unreadable)?,
        note: row.get::<Option<&str>, _>(first + 25).map(Note::parse).transpose().map_err(unreadable)?,
        usage_limit: limit.ok_or(StoreError::Unreadable { what: "usage limit" })?,
        uses: u32::try_from(row.get::<i64, _>(first + 6)).map_err(|_| StoreError::Unreadable { what: "uses" })?,
        expiry: Expiry::stored((ends != NEVER).then(|| moment(ends)).transpose()?),
        created_by: creator.id,
        created_at: moment(row.get(first + 8))?,
        revoked,
        replaces: invitation_id(row, first + 26)?,
        replaced_by: invitation_id(row, first + 27)?,
        archived_at: row.get::<Option<i64>, _>(first + 28).map(moment).transpose()?,
    };
    let groups = groups.into_iter().map(|(_, name)| name).collect();
    Ok(InvitationRow {
        pos: row.get(first),
        invitation,
        role,
        code,
        department: row.get(first + 12),
        groups,
        creator,
        revoked_by,
    })
}
