//! Reads all that a change needs in one round trip inside its transaction: the actor and the organisation, or
//! everything about one code. Keeps out the decision.

use crate::account_names::ALIKE;
use crate::last_time::LAST_TIME;
use crate::local::{THROTTLE, Throttle, throttle_at};
use crate::rows::{
    ACCOUNT, INVITATION, ORGANISATION, POLICY, ROLE, account_at, account_condition, code_form, invitation_at,
    organisation_at, policy_of, role_of,
};
use crate::sql::Sql;
use crate::transaction::{OWN_CHAIN, own_chain_at};
use crate::{AccountRow, InvitationRow, OrganisationRow, Store, StoreError, WriteTx};
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, Row};
use vestibule_domain::{AccountId, Code, Policy, Role, SessionId, Username};

/// What a change by an account is decided from.
#[derive(Debug, Clone)]
pub struct ActorContext {
    /// The actor, as they are now; none: no such account or session.
    pub who: Option<AccountRow>,
    /// The organisation; none before first start.
    pub organisation: Option<OrganisationRow>,
    /// All roles, highest rank first.
    pub roles: Vec<Role>,
    /// The organisation's rules.
    pub policy: Policy,
}

/// Everything about one use of one code.
#[derive(Debug, Clone)]
pub struct RedemptionRow {
    /// The invitation with that code.
    pub row: InvitationRow,
    /// Its creator, as they are now.
    pub creator: Option<AccountRow>,
    /// The organisation that the code lets people into.
    pub organisation: Option<OrganisationRow>,
    /// An account has the newcomer's address.
    pub email_known: bool,
    /// An account has the newcomer's username.
    pub username_known: bool,
    /// An account's username differs from it in signs only.
    pub username_alike: bool,
}

/// What the file holds about an entered code.
#[derive(Debug, Clone)]
pub struct RedemptionContext {
    /// None: the code was never issued.
    pub row: Option<RedemptionRow>,
    /// The throttle shared by all codes.
    pub all: Throttle,
    /// The throttle of this invitation.
    pub held: Throttle,
    /// The organisation's rules.
    pub policy: Policy,
}

/// A code as entered, with what the newcomer has entered so far.
#[derive(Debug, Clone, Copy)]
pub struct PresentedCode<'a> {
    /// The code, with valid check symbols.
    pub code: &'a Code,
    /// Their address as [`vestibule_domain::Email::key`]; empty: not entered yet.
    pub email_key: &'a str,
    /// Their username; empty: not entered yet.
    pub username: &'a str,
    /// Name of the throttle shared by all codes.
    pub all: &'a str,
    /// Prefix of the name of an invitation's throttle; the id in hexadecimal follows.
    pub holders: &'a str,
}

/// Several queries sent together. The database's thread hands over each row and each statement's end, which takes
/// longer than most of these queries: those that give one row at most are joined into one row.
#[derive(Default)]
struct ReadBatch {
    /// The joined queries.
    single: Sql,
    /// The others, each a statement.
    lists: Sql,
}

/// What they gave. In the joined row, a column with the query's name stands before its columns; it is NULL if the query
/// gave no row.
struct ReadAnswers(Vec<SqliteRow>);

impl ReadBatch {
    /// Adds a query that gives one row at most: `select`, restricted by `such`.
    fn ask(&mut self, name: &'static str, select: &str, such: &Sql) {
        self.single.push(&format!(" LEFT JOIN (SELECT 1 AS '?{name}', part.* FROM ({select}"));
        self.single.append(such);
        self.single.push(") AS part)");
    }

    /// Adds a query that gives any number of rows.
    fn ask_all(&mut self, select: &str) {
        self.lists.push(&format!("{select};"));
    }

    /// Begins a write transaction and runs the queries, in one round trip.
    async fn begin(&self, store: &Store) -> Result<(WriteTx, ReadAnswers), StoreError> {
        let mut all = Sql::new("SELECT * FROM (SELECT 1)");
        all.append(&self.single);
        all.push(";");
        all.append(&self.lists);
        let (mut tx, rows) = store.begin(&all).await?;
        let answers = ReadAnswers(rows);
        tx.own = answers.single(OUR_OWN, own_chain_at).transpose()?;
        if let Some(at) = answers.single(LAST, |row, first| row.get(first)) {
            store.last_time.set(at);
        }
        Ok((tx, answers))
    }

    /// A batch that reads the end of the device's chain, which every change needs.
    fn of_a_change() -> Self {
        let mut questions = Self::default();
        questions.ask(OUR_OWN, OWN_CHAIN, &Sql::default());
        questions.ask(LAST, &format!("SELECT {LAST_TIME}"), &Sql::default());
        questions
    }
}

impl ReadAnswers {
    /// The row of that query, read by `read` from its first column on; none: it gave no row.
    fn single<T>(&self, name: &str, read: impl FnOnce(&SqliteRow, usize) -> T) -> Option<T> {
        let row = self.0.first()?;
        let marker = row.try_column(format!("?{name}").as_str()).ok()?.ordinal();
        row.get::<Option<i64>, _>(marker).map(|_| read(row, marker + 1))
    }

    /// The rows of the queries that may give many.
    fn list(&self) -> &[SqliteRow] {
        self.0.get(1..).unwrap_or_default()
    }

    fn policy(&self) -> Result<Policy, StoreError> {
        self.single("policy", |row, first| policy_of(row.get(first))).unwrap_or(Ok(Policy::default()))
    }
}

const OUR_OWN: &str = "own";
const LAST: &str = "last";

impl Store {
    /// Begins a change by this account, if the session still exists, and reads what it is decided from.
    pub async fn begin_write_by(
        &self,
        account: AccountId,
        session: Option<SessionId>,
    ) -> Result<(WriteTx, ActorContext), StoreError> {
        let such = account_condition(account, session);
        let all = Sql::default();
        let mut questions = ReadBatch::of_a_change();
        questions.ask("organisation", ORGANISATION, &all);
        questions.ask("policy", POLICY, &all);
        questions.ask("who", ACCOUNT, &such);
        questions.ask_all(ROLE);
        let (tx, answers) = questions.begin(self).await?;
        let context = ActorContext {
            who: answers.single("who", account_at).transpose()?,
            organisation: answers.single("organisation", organisation_at),
            policy: answers.policy()?,
            roles: answers.list().iter().map(|row| role_of(row, 0)).collect::<Result<_, _>>()?,
        };
        Ok((tx, context))
    }

    /// Begins a change by somebody with a code.
    pub async fn begin_write_with_code(
        &self,
        presented: PresentedCode<'_>,
    ) -> Result<(WriteTx, RedemptionContext), StoreError> {
        let such = |condition: &str, value: &str| {
            let mut sql = Sql::default();
            sql.text(condition, value);
            sql
        };
        let code = code_form(presented.code);
        let mut holders = such(" WHERE name = ?", presented.holders);
        holders.append(&such(" || (SELECT lower(hex(id)) FROM invitation WHERE code = ?)", code));
        let mut known = such("SELECT EXISTS (SELECT 1 FROM account WHERE email_key = ?)", presented.email_key);
        known.append(&such(", EXISTS (SELECT 1 FROM account WHERE username = ?)", presented.username));
        let letters = Username::parse(presented.username).map(|name| name.letters()).unwrap_or_default();
        known.append(&such(&format!(", {ALIKE}"), &letters));
        let mut questions = ReadBatch::of_a_change();
        questions.ask("all", THROTTLE, &such(" WHERE name = ?", presented.all));
        questions.ask("holders", THROTTLE, &holders);
        questions.ask("invitation", INVITATION, &such(" WHERE i.code = ?", code));
        let creator = " WHERE a.num = (SELECT creator FROM invitation WHERE code = ?)";
        questions.ask("creator", ACCOUNT, &such(creator, code));
        questions.ask("organisation", ORGANISATION, &Sql::default());
        questions.ask("policy", POLICY, &Sql::default());
        questions.ask("known", "", &known);
        let (tx, answers) = questions.begin(self).await?;
        let throttle = |part| answers.single(part, throttle_at).unwrap_or_default();
        let known = |column: usize| answers.single("known", |row, first| row.get(first + column)).unwrap_or(false);
        let row = match answers.single("invitation", invitation_at).transpose()? {
            Some(row) => Some(RedemptionRow {
                row,
                creator: answers.single("creator", account_at).transpose()?,
                organisation: answers.single("organisation", organisation_at),
                email_known: known(0),
                username_known: known(1),
                username_alike: known(2),
            }),
            None => None,
        };
        let policy = answers.policy()?;
        Ok((tx, RedemptionContext { row, all: throttle("all"), held: throttle("holders"), policy }))
    }
}
