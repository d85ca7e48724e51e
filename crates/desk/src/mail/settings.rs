//! The mail server of this device: its settings, its password, and a test of both. The password goes into the keychain,
//! or into the encrypted file where the file's key is not in the keychain either; it never comes back out in an answer.

use super::letter::{Templates, date, domain_of, test_letter};
use super::words;
use crate::error::{MailError, OrganisationError};
use crate::fields::for_field;
use crate::keyfile::{KeyFile, KeySource};
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{Desk, DeskError, FieldFault};
use vestibule_domain::{Email, MailId, MailSecurity, TextError};
use vestibule_mail::{Connection, Login, MessageId, Recipient, Security, Sender, SmtpServer, Timeouts, compose};
use vestibule_store::{MailServerRow, ReadTx};
use vestibule_wire::{MailSettingsView, MailTestView, Secret, SetMailRequest, command};
use zeroize::Zeroizing;

/// The longest name of a host (RFC 1035).
const MOST_HOST: usize = 253;
/// The longest certificate, with those between it and a root: in bytes.
const MOST_ROOT: usize = 64 * 1024;
/// The longest lead of a reminder, in days.
const MOST_DAYS: u32 = 90;
/// Few servers allow longer ones.
const MOST_SECRET: usize = 1_000;

/// A mail server that is set up, with what messages are made of.
pub(super) struct MailSetup {
    pub(super) server: SmtpServer,
    pub(super) sender: Sender,
    pub(super) templates: Templates,
    pub(super) remind_days: Option<u32>,
}

impl Seat {
    /// The mail server's settings.
    pub async fn mail_settings(&self) -> Result<MailSettingsView, DeskError> {
        self.permit::<command::MailSettings>().await?;
        let row = self.desk.store().await?.begin_read().await?.mail_server().await?;
        Ok(settings_view(&row.ok_or(MailError::NotSetUp)?))
    }

    /// Changes what is given. Messages that wait are due at once: the change may be what they waited for.
    pub async fn set_mail_settings(&self, request: SetMailRequest) -> Result<MailSettingsView, DeskError> {
        self.permit::<command::SetMailSettings>().await?;
        let is_in_keychain = self.desk.keeps_secrets_in_keychain()?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?.name;
        // Refuse what is wrong before the keychain is written.
        let planned = changed(tx.mail_server().await?, &request, &organisation)?;
        drop(tx);
        if let (Some(password), true) = (&request.password, is_in_keychain) {
            let secret = Zeroizing::new(password.reveal().as_bytes().to_vec());
            self.desk.keychain().set(self.desk.mail_entry()?, secret).await?;
        } else if planned.username.is_none() && is_in_keychain {
            let _ = self.desk.keychain().delete(self.desk.mail_entry()?).await;
        }
        self.operate::<command::SetMailSettings, _>(async |Operation { mut tx, .. }| {
            let mut row = changed(tx.mail_server().await?, &request, &organisation)?;
            match &request.password {
                Some(password) if !is_in_keychain => row.password = Some(password.reveal().to_owned()),
                Some(_) => row.password = None,
                None => {}
            }
            tx.set_mail_server(&row).await?;
            let now = tx.now();
            tx.hasten_mail(now).await?;
            tx.commit(settings_view(&row)).await
        })
        .await
    }

    /// Sends a test message to the asker's own address.
    pub async fn test_mail(&self) -> Result<MailTestView, DeskError> {
        let who = self.permit::<command::TestMail>().await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?.name;
        let setup = self.desk.mail_setup(&mut tx).await?;
        drop(tx);
        let now = self.desk.ports().now();
        let (subject, content) = test_letter(&organisation)?;
        let to = for_field("email", Recipient::new(&who.name, &who.email).map_err(FieldFault::MailAddress))?;
        let id = MailId::new(now, self.desk.ports().random()).to_string();
        let id = MessageId::new(&id, &domain_of(&setup.sender)).map_err(MailError::NotMade)?;
        let message = compose(&setup.sender, &to, &subject, &content, date(now), &id).map_err(MailError::NotMade)?;
        let mut connection = Connection::open(&setup.server).await.map_err(MailError::NotSent)?;
        let accepted = connection.send(&message).await.map_err(MailError::NotSent)?;
        connection.close().await;
        Ok(MailTestView { to: who.email, reply: accepted.reply })
    }
}

impl Desk {
    /// The mail server with its password, and what messages are made of.
    pub(super) async fn mail_setup(&self, tx: &mut ReadTx) -> Result<MailSetup, DeskError> {
        let row = tx.mail_server().await?.ok_or(MailError::NotSetUp)?;
        let login = match &row.username {
            Some(username) => {
                let password = self.mail_password(&row).await?;
                Some(Login { username: username.clone(), password: password.reveal().to_owned().into() })
            }
            None => None,
        };
        Ok(MailSetup {
            sender: sender(&row)?,
            templates: Templates::parse(row.subject.as_deref(), row.body.as_deref())?,
            remind_days: row.remind_days,
            server: SmtpServer {
                host: row.host,
                port: row.port,
                security: match row.security {
                    MailSecurity::Tls => Security::Tls,
                    MailSecurity::StartTls => Security::StartTls,
                    MailSecurity::None => Security::None,
                },
                login,
                timeouts: Timeouts::default(),
                extra_root: row.root.map(String::into_bytes),
            },
        })
    }

    async fn mail_password(&self, row: &MailServerRow) -> Result<Secret, DeskError> {
        if let Some(password) = &row.password {
            return Ok(Secret::new(password.as_str()));
        }
        let kept = self.keychain().get(self.mail_entry()?).await.ok().flatten().ok_or(MailError::PasswordMissing)?;
        Ok(Secret::new(std::str::from_utf8(&kept).map_err(|_| MailError::PasswordMissing)?))
    }

    /// Whether the keychain keeps this file's key, and so the mail server's password. Every front end decides alike,
    /// whether it reaches the keychain or not.
    fn keeps_secrets_in_keychain(&self) -> Result<bool, DeskError> {
        Ok(self.key_file()?.key == KeySource::Keychain)
    }

    fn mail_entry(&self) -> Result<String, DeskError> {
        Ok(self.key_file()?.mail_entry())
    }

    fn key_file(&self) -> Result<KeyFile, DeskError> {
        Ok(KeyFile::load(self.folder())?.ok_or(OrganisationError::Missing)?)
    }
}

/// The settings with what is given, checked.
fn changed(
    before: Option<MailServerRow>,
    request: &SetMailRequest,
    organisation: &str,
) -> Result<MailServerRow, DeskError> {
    let empty = |field| DeskError::Field { field, fault: TextError::Empty.into() };
    let given =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let stored = before.clone();
    let mut row = match before {
        Some(row) => row,
        None => MailServerRow {
            host: given(&request.host).ok_or_else(|| empty("host"))?,
            port: request.security.unwrap_or(MailSecurity::Tls).usual_port(),
            security: MailSecurity::Tls,
            username: None,
            password: None,
            sender_name: organisation.to_owned(),
            sender_address: given(&request.from_address).ok_or_else(|| empty("from_address"))?,
            subject: None,
            body: None,
            remind_days: None,
            root: None,
        },
    };
    if let Some(host) = &request.host {
        row.host = host.trim().to_owned();
    }
    if let Some(security) = request.security.filter(|security| *security != row.security) {
        row.security = security;
        row.port = security.usual_port();
    }
    row.port = request.port.unwrap_or(row.port);
    if request.username.is_some() {
        row.username = given(&request.username);
    }
    if row.username.is_none() {
        row.password = None;
    }
    if let Some(name) = &request.from_name {
        row.sender_name = name.trim().to_owned();
    }
    if let Some(address) = &request.from_address {
        row.sender_address = for_field("from_address", Email::parse(address))?.as_str().to_owned();
    }
    if request.subject.is_some() {
        row.subject = given(&request.subject);
    }
    if request.body.is_some() {
        row.body = given(&request.body);
    }
    if let Some(days) = request.remind_days {
        row.remind_days = Some(days).filter(|days| *days > 0);
    }
    if request.root.is_some() {
        row.root = given(&request.root);
    }
    check(&row, request)?;
    // Whoever may set the server must not learn the password by having it sent to one of their own.
    let is_elsewhere = stored
        .is_some_and(|before| before.username.is_some() && place(&before) != place(&row) && row.username.is_some());
    if is_elsewhere && request.password.is_none() {
        return Err(empty("password"));
    }
    Ok(row)
}

/// Where the password is sent, and what proves that it is there.
fn place(row: &MailServerRow) -> (&str, u16, MailSecurity, Option<&str>) {
    (&row.host, row.port, row.security, row.root.as_deref())
}

fn check(row: &MailServerRow, request: &SetMailRequest) -> Result<(), DeskError> {
    let fault = |field, fault| Err(DeskError::Field { field, fault });
    let is_of_a_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if row.host.is_empty() || row.host.len() > MOST_HOST || !row.host.chars().all(is_of_a_host) {
        return fault("host", FieldFault::Host);
    }
    if row.port == 0 {
        return fault("port", FieldFault::OutOfRange { least: 1, most: u16::MAX.into() });
    }
    let is_secret = |text: &str| text.len() <= MOST_SECRET && !text.chars().any(char::is_control);
    if row.username.as_deref().is_some_and(|name| !is_secret(name)) {
        return fault("username", TextError::NotText.into());
    }
    if let Some(password) = &request.password {
        if row.username.is_none() {
            return fault("username", TextError::Empty.into());
        }
        if password.reveal().is_empty() || !is_secret(password.reveal()) {
            return fault("password", TextError::NotText.into());
        }
    }
    if row.remind_days.is_some_and(|days| days > MOST_DAYS) {
        return fault("remind_days", FieldFault::OutOfRange { least: 0, most: MOST_DAYS });
    }
    let is_pem = |pem: &String| pem.len() <= MOST_ROOT && pem.contains("-----BEGIN CERTIFICATE-----");
    if row.root.as_ref().is_some_and(|root| !is_pem(root)) {
        return fault("root", FieldFault::Certificate);
    }
    sender(row)?;
    Templates::parse(row.subject.as_deref(), row.body.as_deref()).map(|_| ())
}

fn sender(row: &MailServerRow) -> Result<Sender, DeskError> {
    for_field("from_address", Sender::new(&row.sender_name, &row.sender_address).map_err(FieldFault::MailAddress))
}

fn settings_view(row: &MailServerRow) -> MailSettingsView {
    MailSettingsView {
        host: row.host.clone(),
        port: row.port,
        security: row.security,
        username: row.username.clone(),
        from_name: row.sender_name.clone(),
        from_address: row.sender_address.clone(),
        subject: row.subject.clone().unwrap_or_else(|| words::SUBJECT.to_owned()),
        body: row.body.clone().unwrap_or_else(|| words::BODY.to_owned()),
        remind_days: row.remind_days,
        root: row.root.is_some(),
        placeholders: words::PLACEHOLDERS.map(str::to_owned).to_vec(),
    }
}
