//! Reads all that a change needs in one round trip inside its transaction: the actor and the organisation, or
//! everything about one code. Keeps out the decision.

use crate::account_names::ALIKE;
use crate::last_time::LAST_TIME;
use crate::local::{THROTTLE, Throttle, throttle_of};
use crate::rows::{
    ACCOUNT, INVITATION, ORGANISATION, POLICY, ROLE, account_condition, account_of, code_form, invitation_of,
    organisation_of, policy_of, role_of,
};
use crate::sql::Sql;
use crate::transaction::{OWN_CHAIN, own_chain_of};
use crate::{AccountRow, InvitationRow, OrganisationRow, Store, StoreError, WriteTx};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
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

/// Several queries sent together.
#[derive(Default)]
struct ReadBatch(Sql);

/// Their rows; the last column names the query.
struct ReadAnswers(Vec<SqliteRow>);

impl ReadBatch {
    /// Adds a query: `select`, restricted by `such`.
    fn ask(&mut self, name: &'static str, select: &str, such: &Sql) {
        self.0.push(&format!("SELECT part.*, '{name}' FROM ({select}"));
        self.0.append(such);
        self.0.push(") AS part;");
    }

    /// Begins a write transaction and runs the queries, in one round trip.
    async fn begin(&self, store: &Store) -> Result<(WriteTx, ReadAnswers), StoreError> {
        let (mut tx, rows) = store.begin(&self.0).await?;
        let answers = ReadAnswers(rows);
        tx.own = answers.rows_named(OUR_OWN).next().map(own_chain_of).transpose()?;
        if let Some(row) = answers.rows_named(LAST).next() {
            store.last_time.set(row.get(0));
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
    fn rows_named(&self, name: &str) -> impl Iterator<Item = &SqliteRow> {
        self.0.iter().filter(move |row| row.try_get::<&str, _>(row.len() - 1).is_ok_and(|named| named == name))
    }

    fn policy(&self) -> Result<Policy, StoreError> {
        self.rows_named("policy").next().map_or(Ok(Policy::default()), |row| policy_of(row.get(0)))
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
        questions.ask("role", ROLE, &all);
        questions.ask("policy", POLICY, &all);
        questions.ask("who", ACCOUNT, &such);
        let (tx, answers) = questions.begin(self).await?;
        let context = ActorContext {
            who: answers.rows_named("who").next().map(account_of).transpose()?,
            organisation: answers.rows_named("organisation").next().map(organisation_of),
            policy: answers.policy()?,
            roles: answers.rows_named("role").map(|row| role_of(row, 0)).collect::<Result<_, _>>()?,
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
        let throttle = |part| answers.rows_named(part).next().map_or_else(Throttle::default, throttle_of);
        let known = |column: usize| answers.rows_named("known").next().is_some_and(|row| row.get(column));
        let row = match answers.rows_named("invitation").next() {
            Some(row) => Some(RedemptionRow {
                row: invitation_of(row)?,
                creator: answers.rows_named("creator").next().map(account_of).transpose()?,
                organisation: answers.rows_named("organisation").next().map(organisation_of),
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
