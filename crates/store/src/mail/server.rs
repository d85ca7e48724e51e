//! The mail server and the text of messages, as set up on this device. Keeps out whether they make sense.

use super::named;
use crate::batch::Batch;
use crate::sql::Sql;
use crate::{ReadTx, StoreError, WriteTx};
use sqlx::Row;
use vestibule_domain::MailSecurity;

/// The mail server and the text of messages. Has no `Debug` form, since it may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct MailServerRow {
    /// Name or address.
    pub host: String,
    /// Where it listens.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: MailSecurity,
    /// Who signs in there; none: nobody.
    pub username: Option<String>,
    /// The password, if it is kept in this file and not in the keychain.
    pub password: Option<String>,
    /// Name that messages are from.
    pub sender_name: String,
    /// Address that messages are from.
    pub sender_address: String,
    /// Template of the subject; none: the program's own.
    pub subject: Option<String>,
    /// Template of the text; none: the program's own.
    pub body: Option<String>,
    /// Remind so many days before an invitation expires; none: never.
    pub remind_days: Option<u32>,
    /// Certificate of another authority, as PEM.
    pub root: Option<String>,
}

impl ReadTx {
    /// The mail server; none: not set up.
    pub async fn mail_server(&mut self) -> Result<Option<MailServerRow>, StoreError> {
        let sql = Sql::new(
            "SELECT host, port, security, username, password, sender_name, sender_address, subject, body, remind_days, root
             FROM mail_server",
        );
        let rows = sql.rows(self.connection()).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some(MailServerRow {
            host: row.get(0),
            port: u16::try_from(row.get::<i64, _>(1)).unwrap_or_default(),
            security: named(&MailSecurity::ALL, row.get(2), MailSecurity::as_str)?,
            username: row.get(3),
            password: row.get(4),
            sender_name: row.get(5),
            sender_address: row.get(6),
            subject: row.get(7),
            body: row.get(8),
            remind_days: row.get::<Option<i64>, _>(9).and_then(|days| u32::try_from(days).ok()),
            root: row.get(10),
        }))
    }
}

impl WriteTx {
    /// Sets up or replaces the mail server.
    pub async fn set_mail_server(&mut self, row: &MailServerRow) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        batch.add(
            "INSERT OR REPLACE INTO mail_server VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row.host.as_str().into(),
                i64::from(row.port).into(),
                row.security.as_str().into(),
                row.username.as_deref().into(),
                row.password.as_deref().into(),
                row.sender_name.as_str().into(),
                row.sender_address.as_str().into(),
                row.subject.as_deref().into(),
                row.body.as_deref().into(),
                row.remind_days.map(i64::from).into(),
                row.root.as_deref().into(),
            ],
        );
        batch.run_and(self.connection(), None).await.map(|_| ())
    }
}
