//! Data of this device only: credentials, throttles, personal settings. Not facts about the organisation, so not
//! events. Lists which tables must survive a rebuild of the tables from the log.

use crate::batch::Batch;
use crate::{ReadTx, StoreError, WriteTx};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, Moment};

/// Tables that must survive a rebuild, since their contents exist nowhere else. `meta` names this device; the log
/// records only that a password was set, and only the digest of a picture.
pub const OUTLIVE_A_REBUILD: [&str; 3] = ["meta", "credential", "picture"];
/// Tables that may be lost: people sign in again, set their preferences and the mail server again, and request another
/// code. The outbox goes with them: what was queued is sent again by hand.
pub const LOST_IN_A_REBUILD: [&str; 7] =
    ["throttle", "session", "preference", "password_code", "expectation", "mail_server", "mail"];

// ---- Must survive a rebuild. (The picture is in `logo`.)

/// Sets or replaces a password's hash.
pub(crate) fn credential(account: AccountId, phc: &str, at: Moment) -> Batch {
    let mut batch = Batch::default();
    batch.add(
        "INSERT INTO credential (account, phc, changed_at) VALUES ((SELECT num FROM account WHERE id = ?), ?, ?)
         ON CONFLICT DO UPDATE SET phc = excluded.phc, changed_at = excluded.changed_at",
        [account.as_bytes().into(), phc.into(), at.timestamp_millis().into()],
    );
    batch
}

impl ReadTx {
    /// The Argon2id hash of an account's password, as a PHC string.
    pub async fn credential(&mut self, account: AccountId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT c.phc FROM credential AS c JOIN account AS a ON a.num = c.account WHERE a.id = ?";
        Ok(sqlx::query_scalar(sql).bind(account.as_bytes().to_vec()).fetch_optional(self.connection()).await?)
    }

    /// A value of this device, by name.
    pub async fn own(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM meta WHERE name = ?";
        Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(self.connection()).await?)
    }
}

impl WriteTx {
    /// Sets or replaces a password's hash.
    pub async fn set_credential(&mut self, account: AccountId, phc: &str, at: Moment) -> Result<(), StoreError> {
        credential(account, phc, at).run_and(self.connection(), None).await.map(|_| ())
    }

    /// Replaces the hash `before` by another one of the same password. An account whose password has changed meanwhile
    /// keeps the new one.
    pub async fn hash_again(&mut self, account: AccountId, before: &str, phc: &str) -> Result<(), StoreError> {
        let sql = "UPDATE credential SET phc = ? WHERE account = (SELECT num FROM account WHERE id = ?) AND phc = ?";
        sqlx::query(sql).bind(phc).bind(account.as_bytes().to_vec()).bind(before).execute(self.connection()).await?;
        Ok(())
    }

    /// Stores a value of this device; none deletes it.
    pub async fn set_own(&mut self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        let query = match value {
            Some(value) => {
                sqlx::query("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
                    .bind(name)
                    .bind(value)
            }
            None => sqlx::query("DELETE FROM meta WHERE name = ?").bind(name),
        };
        query.execute(self.connection()).await?;
        Ok(())
    }
}

// ---- May be lost in a rebuild.

/// Recent failures of one kind, and until when further attempts are refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Throttle {
    /// Failures in a row.
    pub failures: u32,
    /// Time of the last failure, in Unix milliseconds.
    pub failed_at: i64,
    /// Attempts are refused until then, in Unix milliseconds.
    pub blocked_until: i64,
}

pub(crate) const THROTTLE: &str = "SELECT failures, failed_at, blocked_until FROM throttle";

/// The throttle in the columns of [`THROTTLE`] from `first` on.
pub(crate) fn throttle_at(row: &SqliteRow, first: usize) -> Throttle {
    Throttle {
        failures: u32::try_from(row.get::<i64, _>(first)).unwrap_or(u32::MAX),
        failed_at: row.get(first + 1),
        blocked_until: row.get(first + 2),
    }
}

/// A one-time code with which a person may set a new password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordCode {
    /// SHA-256 of its symbols.
    pub digest: Vec<u8>,
    /// From this time on the code is invalid, in Unix milliseconds.
    pub expires_at: i64,
    /// The account that issued it; none: an older program did.
    pub issuer: Option<AccountId>,
}

impl ReadTx {
    /// A person's setting, by name.
    pub async fn preference(&mut self, account: AccountId, name: &str) -> Result<Option<String>, StoreError> {
        let sql =
            "SELECT p.value FROM preference AS p JOIN account AS a ON a.num = p.account WHERE a.id = ? AND p.name = ?";
        let id = account.as_bytes().to_vec();
        Ok(sqlx::query_scalar(sql).bind(id).bind(name).fetch_optional(self.connection()).await?)
    }

    /// The throttle of that name; the default if there is none.
    pub async fn throttle(&mut self, name: &str) -> Result<Throttle, StoreError> {
        let sql = format!("{THROTTLE} WHERE name = ?");
        let row = sqlx::query(&sql).bind(name).fetch_optional(self.connection()).await?;
        Ok(row.as_ref().map_or_else(Throttle::default, |row| throttle_at(row, 0)))
    }

    /// The one-time code of an account, also if it has expired.
    pub async fn password_code(&mut self, account: AccountId) -> Result<Option<PasswordCode>, StoreError> {
        let sql = "SELECT c.digest, c.expires_at, i.id FROM password_code AS c JOIN account AS a ON a.num = c.account
                   LEFT JOIN account AS i ON i.num = c.issuer WHERE a.id = ?";
        let row = sqlx::query(sql).bind(account.as_bytes().to_vec()).fetch_optional(self.connection()).await?;
        row.map(|row| {
            let issuer = row.get::<Option<&[u8]>, _>(2).map(crate::log::to_16_bytes).transpose()?;
            let issuer = issuer.map(AccountId::from_bytes);
            Ok(PasswordCode { digest: row.get(0), expires_at: row.get(1), issuer })
        })
        .transpose()
    }
}

impl WriteTx {
    /// Stores an account's one-time code, replacing an earlier one.
    pub async fn set_password_code(&mut self, account: AccountId, code: &PasswordCode) -> Result<(), StoreError> {
        let sql = "INSERT INTO password_code (account, digest, expires_at, issuer)
                   VALUES ((SELECT num FROM account WHERE id = ?), ?, ?, (SELECT num FROM account WHERE id = ?))
                   ON CONFLICT DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at,
                       issuer = excluded.issuer";
        let query = sqlx::query(sql).bind(account.as_bytes().to_vec()).bind(&code.digest).bind(code.expires_at);
        query.bind(code.issuer.map(|id| id.as_bytes().to_vec())).execute(self.connection()).await?;
        Ok(())
    }

    /// Deletes the one-time codes of all accounts.
    pub async fn forget_password_codes(&mut self) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM password_code").execute(self.connection()).await?;
        Ok(())
    }

    /// Stores a person's setting; none deletes it.
    pub async fn set_preference(
        &mut self,
        account: AccountId,
        name: &str,
        value: Option<&str>,
    ) -> Result<(), StoreError> {
        let account = account.as_bytes().to_vec();
        let query = match value {
            Some(value) => sqlx::query(
                "INSERT INTO preference VALUES ((SELECT num FROM account WHERE id = ?), ?, ?)
                 ON CONFLICT DO UPDATE SET value = excluded.value",
            )
            .bind(account)
            .bind(name)
            .bind(value),
            None => sqlx::query(
                "DELETE FROM preference WHERE account = (SELECT num FROM account WHERE id = ?) AND name = ?",
            )
            .bind(account)
            .bind(name),
        };
        query.execute(self.connection()).await?;
        Ok(())
    }

    /// Stores the throttle of that name; the default deletes it.
    pub async fn set_throttle(&mut self, name: &str, throttle: Throttle) -> Result<(), StoreError> {
        if throttle == Throttle::default() {
            sqlx::query("DELETE FROM throttle WHERE name = ?").bind(name).execute(self.connection()).await?;
            return Ok(());
        }
        sqlx::query("INSERT INTO throttle VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET failures = excluded.failures, failed_at = excluded.failed_at, blocked_until = excluded.blocked_until")
            .bind(name)
            .bind(i64::from(throttle.failures))
            .bind(throttle.failed_at)
            .bind(throttle.blocked_until)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
