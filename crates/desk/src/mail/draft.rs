//! Sending without a mail server: a draft that a mail program opens, and a link that opens one. Both hold the code, so
//! both stand in the history. Keeps out opening them.

use super::letter::{Letter, Templates, date, domain_of};
use crate::error::{MailError, OrganisationError};
use crate::export::NewFile;
use crate::fields::{for_field, parse_optional};
use crate::invitations::reachable;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use std::io::Write;
use std::path::Path;
use vestibule_domain::decide::send_invitation;
use vestibule_domain::{Actor, CopiedForm, Email, Event, InvitationId, MailId, MailPurpose, PersonName, ShownHow};
use vestibule_mail::{Content, MessageId, Recipient, Sender, Subject, compose, mailto};
use vestibule_store::{AccountRow, Store};
use vestibule_wire::command::Command;
use vestibule_wire::{Secret, SendInvitationRequest, command};

/// A message for one recipient, not yet in any form.
struct Draft {
    who: AccountRow,
    store: Store,
    invitation: InvitationId,
    sender: Sender,
    to: Recipient,
    subject: Subject,
    content: Content,
}

impl Seat {
    /// Saves a message with the invitation at `path`, as a draft that mail programs open.
    pub async fn save_draft(&self, request: SendInvitationRequest, path: &Path) -> Result<(), DeskError> {
        let mut file = NewFile::beside(&self.desk, path)?;
        let draft = self.draft::<command::DraftMail>(request).await?;
        let now = self.desk.ports().now();
        let id = MailId::new(now, self.desk.ports().random()).to_string();
        let id = MessageId::new(&id, &domain_of(&draft.sender)).map_err(MailError::NotMade)?;
        let message = compose(&draft.sender, &draft.to, &draft.subject, &draft.content, date(now), &id);
        let bytes = message.map_err(MailError::NotMade)?.draft();
        file.write_all(&bytes).map_err(|error| DeskError::file(path, &error))?;
        let shown = Event::InvitationsShown { invitations: vec![draft.invitation], how: ShownHow::File };
        self.desk.record(&draft.store, Actor::Account(draft.who.standing.account), shown).await?;
        file.put(path)
    }

    /// A `mailto:` link that opens a message with the invitation.
    pub async fn mailto_link(&self, request: SendInvitationRequest) -> Result<Secret, DeskError> {
        let draft = self.draft::<command::MailtoLink>(request).await?;
        let link = mailto(&draft.to, &draft.subject, &draft.content).map_err(MailError::NotMade)?;
        let form = Some(CopiedForm::Text);
        let copied = Event::InvitationCopied { invitation: draft.invitation, link: false, form };
        self.desk.record(&draft.store, Actor::Account(draft.who.standing.account), copied).await?;
        Ok(Secret::new(link))
    }

    /// Under the rules of sending. Without a mail server, it is from the asker.
    async fn draft<C: Command>(&self, request: SendInvitationRequest) -> Result<Draft, DeskError> {
        let who = self.permit::<C>().await?;
        let to = parse_optional("to", request.to.as_deref(), Email::parse)?;
        let name = parse_optional("name", request.name.as_deref(), PersonName::parse)?;
        let store = self.desk.store().await?;
        let mut tx = store.begin_read().await?;
        let row = reachable(&mut tx, &who.standing, &request.invitation).await?;
        let now = self.desk.ports().now();
        let decided = send_invitation(&who.standing, &row.invitation, to, MailPurpose::First, now);
        let (address, _) = self.judged::<C, _>(who.standing.account, decided).await?;
        let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?;
        let logo = tx.logo_file().await?.map(|row| row.file);
        let server = tx.mail_server().await?;
        let from = server.as_ref().map_or((who.name.as_str(), who.email.as_str()), |row| {
            (row.sender_name.as_str(), row.sender_address.as_str())
        });
        let sender = for_field("from_address", Sender::new(from.0, from.1).map_err(FieldFault::MailAddress))?;
        let (subject, body) = server.as_ref().map_or((None, None), |row| (row.subject.as_deref(), row.body.as_deref()));
        let name = name.map(|name| name.as_str().to_owned()).unwrap_or_default();
        let letter = Letter {
            templates: &Templates::parse(subject, body)?,
            organisation: &organisation,
            logo: logo.as_deref(),
            inviter: &who.name,
            recipient: &name,
            invitation: &row,
            purpose: MailPurpose::First,
        };
        let (subject, content) = letter.write()?;
        let to = for_field("to", Recipient::new(&name, address.as_str()).map_err(FieldFault::MailAddress))?;
        drop(tx);
        Ok(Draft { who, store, invitation: row.invitation.id, sender, to, subject, content })
    }
}
