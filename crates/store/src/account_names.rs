//! What names an account: its username and its address. Keeps out what else stands in its row.

use crate::StoreError;
use crate::rows::{ACCOUNT, AccountRow, account_of};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;
use std::collections::HashSet;
use vestibule_domain::{AccountId, Username};

/// Whether an account's username has these letters, whatever signs stand between them. As its index has it.
pub(crate) const ALIKE: &str = "(SELECT EXISTS (SELECT 1 FROM account WHERE username = v.letters)
        OR EXISTS (SELECT 1 FROM account INDEXED BY account_username_letters
            WHERE replace(replace(replace(username, '.', ''), '-', ''), '_', '') = v.letters
                AND username GLOB '*[-._]*')
    FROM (SELECT ? AS letters) AS v)";

impl ReadTx {
    /// The addresses that a person has or had, as their events name them, in the form that is compared
    /// ([`vestibule_domain::Email::key`]).
    pub(crate) async fn email_keys_of(&mut self, account: AccountId) -> Result<HashSet<String>, StoreError> {
        let mut theirs = Sql::new("SELECT e.personal FROM event_subject AS s JOIN event AS e ON e.pos = s.event");
        theirs.bind(" WHERE s.subject = ? AND e.personal IS NOT NULL", account.as_bytes());
        let rows = theirs.rows(self.connection()).await?;
        let addresses = rows.iter().filter_map(|row| crate::log::personal_of(row.get(0)).ok()?.email);
        Ok(addresses.map(|email| email.key()).collect())
    }

    /// An account by username, in lower case.
    pub async fn account_named(&mut self, username: &str) -> Result<Option<AccountRow>, StoreError> {
        self.account_by("a.username", username).await
    }

    /// The account with this address ([`vestibule_domain::Email::key`]).
    pub async fn account_of_email(&mut self, key: &str) -> Result<Option<AccountRow>, StoreError> {
        self.account_by("a.email_key", key).await
    }

    /// `column` is unique, and never a value.
    async fn account_by(&mut self, column: &'static str, value: &str) -> Result<Option<AccountRow>, StoreError> {
        let sql = format!("{ACCOUNT} WHERE {column} = ?");
        let row = sqlx::query(&sql).bind(value).fetch_optional(self.connection()).await?;
        row.as_ref().map(account_of).transpose()
    }

    /// Whether somebody has this address ([`vestibule_domain::Email::key`]) and whether somebody has this username.
    pub async fn known(&mut self, email_key: &str, username: &str) -> Result<(bool, bool), StoreError> {
        let row = sqlx::query("SELECT EXISTS (SELECT 1 FROM account WHERE email_key = ?), EXISTS (SELECT 1 FROM account WHERE username = ?)")
            .bind(email_key)
            .bind(username)
            .fetch_one(self.connection())
            .await?;
        Ok((row.get(0), row.get(1)))
    }

    /// Whether an account has this username, or one that differs in signs only.
    pub async fn has_username_like(&mut self, username: &Username) -> Result<bool, StoreError> {
        let mut sql = Sql::new("SELECT ");
        sql.text(ALIKE, &username.letters());
        Ok(sql.count(self).await? > 0)
    }
}
