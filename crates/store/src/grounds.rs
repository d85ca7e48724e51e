//! What a change is decided from, read on one trip inside its transaction: who acts in which organisation, or everything that bears on one code. Keeps
//! out the decision.

use crate::change::{OWN, own_of};
use crate::local::{THROTTLE, Throttle, throttle_of};
use crate::rows::{
    ACCOUNT, INVITATION, ORGANISATION, POLICY, ROLE, account_of, invitation_of, organisation_of, policy_of, role_of,
};
use crate::sql::Sql;
use crate::{AccountRow, Change, InvitationRow, OrganisationRow, StoreError};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, Code, Policy, Role};

/// What a change by somebody is decided from.
#[derive(Debug, Clone)]
pub struct Grounds {
    /// Who acts, as they are now.
    pub who: Option<AccountRow>,
    /// Where.
    pub organisation: Option<OrganisationRow>,
    /// All roles, highest rank first.
    pub roles: Vec<Role>,
    /// The organisation's rules.
    pub policy: Policy,
}

/// Everything that bears on one use of one code.
#[derive(Debug, Clone)]
pub struct CaseRow {
    /// The invitation with that code.
    pub row: InvitationRow,
    /// Who made it, as they are now.
    pub creator: Option<AccountRow>,
    /// Where it leads.
    pub organisation: Option<OrganisationRow>,
    /// Somebody has the newcomer's address.
    pub email_known: bool,
    /// Somebody has the newcomer's username.
    pub username_known: bool,
}

/// A code that somebody came with, and who they say they are.
#[derive(Debug, Clone, Copy)]
pub struct Knock<'a> {
    /// Their code.
    pub code: &'a Code,
    /// Their address, as [`vestibule_domain::Email::key`] says; empty: not said yet.
    pub email_key: &'a str,
    /// Their username; empty: not said yet.
    pub username: &'a str,
    /// The slow-down of all codes, by name.
    pub all: &'a str,
    /// The slow-down of one invitation's holders is named by this and the invitation's id in hexadecimal.
    pub holders: &'a str,
}

/// The answers of several statements, told apart by a name in their first column.
struct Answers(Vec<SqliteRow>);

impl Answers {
    fn of(&self, part: &str) -> impl Iterator<Item = &SqliteRow> {
        self.0.iter().filter(move |row| row.try_get::<&str, _>(row.len() - 1).is_ok_and(|named| named == part))
    }
}

/// `select`, with the part's name behind its columns.
fn part(sql: &mut Sql, name: &str, select: &str) {
    // Behind whatever stands in the columns: the table that all of them are read from is the one that is named last.
    let tables = ["invitation AS i", "account AS a", "role AS r", "organisation", "device", "throttle", "policy"];
    let at =
        tables.iter().find_map(|table| select.find(&format!(" FROM {table}"))).expect("it reads from one of these");
    sql.push(&format!("{}, '{name}'{}", &select[..at], &select[at..]));
}

impl Change {
    /// What a change by this account is decided from.
    pub async fn grounds(&mut self, account: AccountId) -> Result<Grounds, StoreError> {
        let mut sql = Sql::default();
        part(&mut sql, "own", OWN);
        sql.push(";");
        part(&mut sql, "organisation", ORGANISATION);
        sql.push(";");
        part(&mut sql, "role", ROLE);
        sql.push(";");
        part(&mut sql, "policy", POLICY);
        sql.push(";");
        part(&mut sql, "who", ACCOUNT);
        sql.bind(" WHERE a.id = ?", account.as_bytes());
        let answers = Answers(sql.rows(self.connection()).await?);
        self.own = answers.of("own").next().map(own_of);
        Ok(Grounds {
            who: answers.of("who").next().map(account_of).transpose()?,
            organisation: answers.of("organisation").next().map(organisation_of),
            policy: answers.of("policy").next().map_or(Ok(Policy::default()), |row| policy_of(row.get(0)))?,
            roles: answers.of("role").map(|row| role_of(row, 0)).collect::<Result<_, _>>()?,
        })
    }

    /// The case behind a code, if there is one, and the slow-downs that stand before it: of all codes, and of this invitation's holders.
    pub async fn case(&mut self, knock: Knock<'_>) -> Result<(Option<CaseRow>, Throttle, Throttle), StoreError> {
        let mut sql = Sql::default();
        part(&mut sql, "own", OWN);
        sql.push(";");
        part(&mut sql, "all", THROTTLE);
        sql.text(" WHERE name = ?;", knock.all);
        part(&mut sql, "holders", THROTTLE);
        sql.text(" WHERE name = ?", knock.holders);
        sql.text(" || (SELECT lower(hex(id)) FROM invitation WHERE code = ?);", knock.code.symbols());
        part(&mut sql, "invitation", INVITATION);
        sql.text(" WHERE i.code = ?;", knock.code.symbols());
        part(&mut sql, "creator", ACCOUNT);
        sql.text(" WHERE a.num = (SELECT creator FROM invitation WHERE code = ?);", knock.code.symbols());
        part(&mut sql, "organisation", ORGANISATION);
        sql.text("; SELECT EXISTS (SELECT 1 FROM account WHERE email_key = ?)", knock.email_key);
        sql.text(", EXISTS (SELECT 1 FROM account WHERE username = ?), 'known'", knock.username);
        let answers = Answers(sql.rows(self.connection()).await?);
        self.own = answers.of("own").next().map(own_of);
        let throttle = |part| answers.of(part).next().map_or_else(Throttle::default, throttle_of);
        let known = |column: usize| answers.of("known").next().is_some_and(|row| row.get(column));
        let case = match answers.of("invitation").next() {
            Some(row) => Some(CaseRow {
                row: invitation_of(row)?,
                creator: answers.of("creator").next().map(account_of).transpose()?,
                organisation: answers.of("organisation").next().map(organisation_of),
                email_known: known(0),
                username_known: known(1),
            }),
            None => None,
        };
        Ok((case, throttle("all"), throttle("holders")))
    }
}
